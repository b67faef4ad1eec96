"""Every notebook's two files say the same, were run, and a rebuild changes no byte."""

import pytest
from mlprojects.course.build import rebuild
from mlprojects.course.house import NOTEBOOKS
from mlprojects.course.pairs import changes, faults, stems

STEMS = stems(NOTEBOOKS)


def test_there_are_notebooks():
    assert STEMS


@pytest.mark.parametrize("stem", STEMS)
def test_the_pair_says_the_same_and_was_run(stem):
    assert faults(NOTEBOOKS, stem) == []


@pytest.mark.slow
@pytest.mark.parametrize("stem", STEMS)
def test_a_rebuild_changes_no_byte(stem):
    stored = (NOTEBOOKS / f"{stem}.ipynb").read_text(encoding="utf-8")
    made = rebuild(NOTEBOOKS / f"{stem}.py")
    assert made == stored, changes(stored, made)
