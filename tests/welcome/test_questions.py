"""What is particular to this lesson's questions; that each wrong answer is told why is tested for all wings alike."""

import pytest
from mlprojects.welcome import lesson, model


@pytest.mark.parametrize(
    ("value", "share"), [(88.2, 1 - 0.7**6), (0.07, 0.3**6), (11.8, 0.7**6), (30, 0.3), (180, 6 * 0.3)]
)
def test_the_answer_and_the_mistakes_are_what_their_reasons_say(value, share):
    entry = lesson.portfolio_of_six.entry
    known = {entry["answer"]: entry["within"]} | {each["value"]: each["within"] for each in entry["mistakes"]}
    assert abs(100 * share - value) <= known[value]


@pytest.mark.parametrize("typed", ["88.2", "88,2 %", "88.24", 88, "88.2%"])
def test_the_answer_may_be_typed_as_people_type(typed):
    assert lesson.portfolio_of_six.grade(typed).result == "right"


@pytest.mark.parametrize(
    ("typed", "misconception"),
    [
        (30, "a portfolio is as good as one project"),
        ("180 %", "chances add up"),
        (0.07, "at least one means all"),
        (11.76, "none and at least one are the same"),
        (0.882, "a share is a percentage"),
    ],
)
def test_each_typical_mistake_has_its_name(typed, misconception):
    assert lesson.portfolio_of_six.grade(typed).misconceptions == (misconception,)


def test_another_number_is_told_how_to_begin():
    outcome = lesson.portfolio_of_six.grade(50)
    assert (outcome.result, outcome.misconceptions) == ("wrong", ())
    assert "Start from the opposite" in outcome.because


def test_misconceptions_have_names_of_their_own_across_the_lesson():
    names = [o["misconception"] for q in lesson.QUESTIONS for o in q.entry.get("options", []) if not o.get("right")]
    names += [each["misconception"] for each in lesson.portfolio_of_six.entry["mistakes"]]
    assert len(set(names)) == len(names) == 18


def test_predictions_outside_their_range_are_refused_and_do_not_lock():
    assert lesson.at_least_one.lock(180) == "180 cannot be: give a number from 0 to 100."
    assert not lesson.at_least_one.locked
    assert "so you were 58.2 points too low" in lesson.at_least_one.lock("30 %")
    assert lesson.all_three_stated.lock(8) == "8 cannot be: give a whole number from 0 to 7."
    assert lesson.all_three_stated.truth() == len(model.complete()) == 1
