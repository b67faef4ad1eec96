"""Every lesson of every wing: right passes, each wrong answer is told why, and nothing of its texts is left over."""

import re
import subprocess
import sys

import pytest
from wings import all_of, lessons

WINGS = list(lessons())
QUESTIONS = [pytest.param(question, id=name) for name, question in all_of("QUESTIONS")]
CHOICES = [param for param in QUESTIONS if param.values[0].entry["kind"] != "number"]
NUMBERS = [param for param in QUESTIONS if param.values[0].entry["kind"] == "number"]
PREDICTIONS = [pytest.param(prediction, id=name) for name, prediction in all_of("PREDICTIONS")]
TASKS = [pytest.param(task, id=name) for name, task in all_of("TASKS")]
MISTAKES = [
    pytest.param(task, mistake, id=f"{name}-{mistake.name}")
    for name, task in all_of("TASKS")
    for mistake in task.mistakes
]


def test_there_are_lessons():
    assert "metrics" in WINGS
    assert QUESTIONS
    assert PREDICTIONS
    assert MISTAKES


@pytest.mark.parametrize("wing", WINGS)
def test_a_lesson_uses_all_its_texts_and_shows_all_its_items(wing):
    lesson = lessons()[wing]
    kinds = {
        "questions": "QUESTIONS",
        "predictions": "PREDICTIONS",
        "tasks": "TASKS",
        "forms": "FORMS",
        "boards": "BOARDS",
        "labellings": "LABELLINGS",
    }
    for part, kind in kinds.items():
        assert sorted(item.name for item in getattr(lesson, kind, ())) == sorted(lesson.TEXTS.parts[part]), part
    shown = {item.name for item in lesson.PROGRESS.items}
    assert shown == {item.name for kind in kinds.values() for item in getattr(lesson, kind, ())}


@pytest.mark.parametrize("wing", WINGS)
def test_a_lesson_loads_no_scikit_learn_and_no_matplotlib_until_they_are_needed(wing):
    heavy = {"sklearn", "skimage", "scipy", "matplotlib"}
    code = f"import sys, mlprojects.{wing}.lesson; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("wing", WINGS)
def test_every_prediction_opens_an_explorer_and_the_right_option_is_not_always_in_one_place(wing):
    lesson = lessons()[wing]
    waiting = [explorer.after for explorer in lesson.EXPLORERS if explorer.after is not None]
    assert {item.name for item in waiting} <= {item.name for item in lesson.PREDICTIONS}
    places = [
        [option.get("right", False) for option in question.entry["options"]].index(True)
        for question in lesson.QUESTIONS
        if question.entry["kind"] != "number"
    ]
    assert len(set(places)) >= 3


@pytest.mark.parametrize("question", CHOICES)
def test_right_passes_and_each_wrong_option_has_its_own_reason(question):
    options = question.entry["options"]
    right = [o["text"] for o in options if o.get("right")]
    given = right if question.entry["kind"] == "several" else right[0]
    assert question.grade(given).result == "right"
    assert question.grade(None).result == "not attempted"
    reasons, names = set(), set()
    for wrong in (o for o in options if not o.get("right")):
        outcome = question.grade([wrong["text"]])
        assert outcome.result == "wrong"
        assert wrong["why"] in outcome.because
        assert outcome.misconceptions == (wrong["misconception"],)
        reasons.add(wrong["why"])
        names.add(wrong["misconception"])
    assert len(reasons) == len(names) == len(options) - len(right)


@pytest.mark.parametrize("question", NUMBERS)
def test_a_number_passes_and_each_known_mistake_has_its_own_reason(question):
    entry = question.entry
    assert question.grade(entry["answer"]).result == "right"
    assert question.grade("").result == "not attempted"
    for mistake in entry.get("mistakes", []):
        outcome = question.grade(mistake["value"])
        assert (outcome.result, outcome.because) == ("wrong", mistake["why"])
        assert outcome.misconceptions == (mistake["misconception"],)
    far = question.grade(entry["answer"] + 1e6)
    assert (far.result, far.because) == ("wrong", entry["otherwise"])


@pytest.mark.parametrize("prediction", PREDICTIONS)
def test_a_prediction_is_compared_with_what_the_model_says(prediction):
    truth = prediction.truth()
    if prediction.entry["kind"] == "one":
        assert truth in prediction.entry["options"]
    else:
        assert prediction.entry["low"] <= truth <= prediction.entry["high"]
    assert not prediction.locked
    assert f"so says {prediction.entry.get('source', 'the calculation')}." in prediction.lock(truth)
    assert prediction.locked


def solved(task):
    """The function or value that the task's own solution defines."""
    code = re.search(r"```python\n(.*?)```", task.entry["solution"], re.DOTALL).group(1)
    space = {}
    exec(code, space)  # noqa: S102 - the solution that we ship
    return space[task.name]


@pytest.mark.parametrize("task", TASKS)
def test_the_solution_shown_passes_and_untouched_is_not_attempted(task):
    assert task.grade(solved(task)).result == "right"
    assert task.grade(...).result == "not attempted"


@pytest.mark.parametrize(("task", "mistake"), MISTAKES)
def test_each_typical_mistake_is_recognised_by_name(task, mistake):
    outcome = task.grade(mistake.function)
    assert (outcome.result, outcome.misconceptions) == ("wrong", (mistake.name,))
    assert outcome.because == mistake.says
