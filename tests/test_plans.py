"""The plan at the top of each notebook agrees with what its parts say of themselves."""

import re

import pytest
from mlprojects.course.house import NOTEBOOKS
from prose import prose

STEMS = sorted(path.stem for path in NOTEBOOKS.glob("[0-9]*.py"))


@pytest.mark.parametrize("stem", STEMS)
def test_the_plan_lists_every_part_with_its_minutes(stem):
    text = prose(stem)
    plan = re.findall(r"^\| (\d [^|]+) \| (\d+) \|$", text, re.MULTILINE)
    parts = re.findall(r"^## (\d [^\n]+)\n\n\*(\d+) minutes", text, re.MULTILINE)
    assert plan == parts
    assert len(plan) >= 3


@pytest.mark.parametrize(
    ("stem", "words", "low", "high"),
    [
        ("00_welcome", "Less than half an hour", 20, 29),
        ("01_lifecycle", "About two hours", 115, 130),
        ("02_prioritizing", "A little more than an hour and a half", 91, 100),
        ("03_archetypes", "About two hours", 115, 125),
        ("04_metrics", "Just under an hour", 55, 59),
        ("05_baselines", "About two hours", 115, 125),
        ("06_your_project", "Just under an hour", 55, 59),
    ],
)
def test_the_sum_is_told_in_words(stem, words, low, high):
    text = prose(stem)
    assert words in text
    assert low <= sum(map(int, re.findall(r"^\| \d [^|]+ \| (\d+) \|$", text, re.MULTILINE))) <= high
