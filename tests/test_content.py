"""What the course promises to teach is there: every question has its place, every picture its explorer."""

import re

import jupytext
import pytest
from mlprojects.course.house import NOTEBOOKS
from wings import lessons

QUESTIONS = {
    "welcome": ("ask_first", "all_twelve", "after_the_demo", "which_cause", "portfolio_of_six"),
    "lifecycle": (
        "lamps_differ",
        "error_halves",
        "annotators_disagree",
        "early_deployment",
        "backward_jumps",
        "drawn_apart",
    ),
    "prioritizing": (
        "biggest_driver",
        "ten_times_fewer",
        "one_in_ten",
        "one_second_counter",
        "rules_suffice",
        "locked_scans",
    ),
    "archetypes": ("tab_completion", "quiet_chat", "clean_runs", "annoyed_users", "one_town", "better_not_more"),
    "metrics": (
        "which_under_floor",
        "weight_for_model_2",
        "pose_first",
        "which_to_threshold",
        "always_yes",
        "formula_after_fix",
    ),
    "baselines": ("line_35", "line_21", "net_loses", "best_achievable", "label_budget", "paper_result"),
}
"""The questions that the course was planned with; each module has asked more since."""
NAMES = {name.split("_", 1)[1]: name for name in sorted(path.stem for path in NOTEBOOKS.glob("[0-9]*.py"))}


def shown(wing):
    """Everything of a wing's lesson that a cell of its notebook names."""
    lesson = lessons()[wing]
    cells = jupytext.read(NOTEBOOKS / f"{NAMES[wing]}.py").cells
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    return [getattr(lesson, name) for name in dict.fromkeys(re.findall(r"^lesson\.(\w+)", code, re.MULTILINE))]


def test_all_thirty_five_questions_have_a_place():
    assert sum(map(len, QUESTIONS.values())) == 35
    for wing, names in QUESTIONS.items():
        assert set(names) <= {question.name for question in lessons()[wing].QUESTIONS}, wing


def test_every_wing_has_its_notebook():
    assert set(NAMES) == set(lessons())


@pytest.mark.parametrize("wing", lessons())
def test_a_notebook_shows_all_that_its_lesson_declares(wing):
    lesson, items = lessons()[wing], shown(wing)
    parts = {question.name for item in items for question in getattr(item, "questions", ())}
    seen = parts | {item.name for item in items if hasattr(item, "name")}
    assert {item.name for item in lesson.PROGRESS.items} <= seen
    assert {explorer.name for explorer in lesson.EXPLORERS} <= seen


@pytest.mark.parametrize("wing", lessons())
def test_a_prediction_stands_before_its_explorer(wing):
    order = [item.name for item in shown(wing) if hasattr(item, "name")]
    for explorer in lessons()[wing].EXPLORERS:
        if explorer.after is not None:
            assert order.index(explorer.after.name) < order.index(explorer.name), explorer.name


def test_each_of_the_eighteen_pictures_is_redrawn_by_something_that_is_there():
    table = (NOTEBOOKS / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| [^|]+ \| (\w+) \| ([^|]+) \|$", table, re.MULTILINE)
    assert [int(number) for number, _, _ in rows] == list(range(1, 19))
    for number, notebook, told in rows:
        lesson = lessons()[notebook.split("_", 1)[1]]
        names = re.findall(r"`(\w+)`", told)
        assert names, number
        for name in names:
            assert hasattr(lesson, name), (number, name)
