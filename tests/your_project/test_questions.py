"""The last questions: their numbers computed again, and each needs more than one module."""

import re

from items import said
from mlprojects.your_project.changes import LOW, robot
from mlprojects.your_project.example import ROBOT
from mlprojects.your_project.texts import TEXTS
from mlprojects.your_project.trials import best_bound, trials_needed

NAMES = ("metric_and_users", "letters_a_year", "script_or_model", "this_week")
ENTRIES = {name: TEXTS.entry("questions", name) for name in NAMES}


def test_all_are_here():
    assert set(NAMES) == set(TEXTS.parts["questions"])


def test_letters_a_year():
    text, needed = said(ENTRIES["letters_a_year"]), trials_needed(0.001)
    assert f"{needed:,} letters without an error" in text
    assert -(-needed // 500) == 6
    assert "six years" in text
    assert f"shows {100 * best_bound(500):.1f} % at best" in text
    assert 500 * (100 - 97) // 100 == 15
    assert "about 15 will be wrong" in text
    assert f"one letter of {100 / 3:.0f}" in text


def test_script_or_model():
    text = said(ENTRIES["script_or_model"])
    target, limit = map(int, re.search(r"\*\*(\d+) %\*\* right, latency at most \*\*(\d+) ms", text).groups())
    measured = {
        name: (int(right), int(ms)) for name, right, ms in re.findall(r"a (\w+) with (\d+) % in (\d+) ms", text)
    }
    kept = [name for name, (right, ms) in measured.items() if right >= target and ms <= limit]
    assert kept == ["script"]
    assert measured["network"][0] > measured["script"][0], "the other one is better at the metric"
    assert measured["network"][1] == 3 * limit
    assert "300 ms is three times what was agreed" in text


def test_the_prediction_tells_the_robots_own_numbers():
    text = said(TEXTS.entry("predictions", "low_target"))
    assert f"from {ROBOT.values['metric_target']} % to **{robot(LOW).values['metric_target']} %**" in text
    assert f"reach {ROBOT.values['baselines_script']} %, two people {ROBOT.values['baselines_people']} %" in text
    assert ROBOT.text("baselines_people_who").startswith("Two ")
    assert ROBOT.text("metric_direction") == "higher"
