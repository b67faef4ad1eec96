"""The tasks of the part "ladder": any way to the answer passes, and what cases and mistakes say is true."""

import re
from collections import Counter

import numpy as np
import pytest
from mlprojects.baselines import floors, ladder
from mlprojects.baselines import lesson_ladder as lesson
from mlprojects.baselines import tasks_ladder as tasks

RULE, STEP = lesson.rule, lesson.next_step


# A rule that must beat a stated error ---------------------------------------------------------------------------------


def absolute(image, means):
    return abs(means - image).sum(axis=(1, 2)).argmin()


def by_loop(image, means):
    best, found = float("inf"), None
    for digit in range(10):
        difference = sum((image[i, j] - means[digit, i, j]) ** 2 for i in range(8) for j in range(8))
        if difference < best:
            best, found = difference, digit
    return found


def cosine(image, means):
    lengths = np.sqrt((means**2).sum(axis=(1, 2)))
    return float(((means * image).sum(axis=(1, 2)) / lengths).argmax())


@pytest.mark.parametrize("function", [tasks.rule, absolute, by_loop, cosine])
def test_any_rule_below_the_stated_error_is_right_and_told_its_error(function):
    outcome = RULE.grade(function)
    answers = [function(image, tasks._means()) for image in ladder.split().test.reshape(-1, 8, 8)]
    assert outcome.result == "right"
    assert f"wrong on {tasks.score(answers):.1f} % of the 540" in outcome.because


def test_the_reference_is_the_rung_of_the_ladder():
    answers = [tasks.rule(image, tasks._means()) for image in ladder.split().test.reshape(-1, 8, 8)]
    assert answers == ladder.answers(ladder.MEAN_IMAGE).tolist()


def test_no_mistake_of_the_rule_reaches_the_stated_error():
    for mistake in tasks.RULE_MISTAKES:
        answers = [mistake.function(image, tasks._means()) for image in ladder.split().test.reshape(-1, 8, 8)]
        assert tasks.score(answers) > tasks.MOST


def test_what_always_answers_the_same_is_told_so():
    outcome = RULE.grade(lambda _image, _means: 4)
    assert outcome.misconceptions == ("always the same digit",)
    assert "It always answers 4." in outcome.because
    assert "sum over the pixels only" in outcome.because


def test_summed_with_signs_it_always_answers_the_inkiest_digit():
    inkiest = tasks._means().sum(axis=(1, 2)).argmax()
    for image in ladder.split().test[:50].reshape(-1, 8, 8):
        assert tasks.cancelling(image, tasks._means()) == inkiest


def test_a_weak_rule_is_told_its_error_and_what_it_takes_for_what():
    def upper_half(image, means):
        return int(((image[:3] - means[:, :3]) ** 2).sum(axis=(1, 2)).argmin())

    outcome = RULE.grade(upper_half)
    found = re.search(r"takes (\d) for (\d) \((\d+) times\)", outcome.because)
    labels = ladder.split().test_labels
    answers = np.array([upper_half(image, tasks._means()) for image in ladder.split().test.reshape(-1, 8, 8)])
    true, given, times = map(int, found.groups())
    assert outcome.result == "wrong"
    wrong = Counter((one, other) for one, other in zip(labels.tolist(), answers.tolist(), strict=True) if one != other)
    assert wrong[true, given] == times == max(wrong.values())
    assert f"wrong on {tasks.score(answers):.1f} %" in outcome.because


@pytest.mark.parametrize(
    ("function", "said"),
    [
        (lambda _image, _means: 12, "from 0 to 9; yours gave 12."),
        (lambda _image, _means: "3", "from 0 to 9; yours gave '3'."),
        (lambda _image, _means: 2.5, "a whole number from 0 to 9"),
        (lambda image, _means: image, "an array of shape (8, 8)"),
        (lambda image, means: abs(image - means).sum(axis=(1, 2)), "ten numbers: which of them is the smallest?"),
        (lambda image, _means: image.sum() and None, "does the function end with `return`?"),
        (lambda image: image, "stopped with TypeError"),
        (lambda image, means: image @ means[0, 0, 0], "stopped with ValueError"),
        (4, "needs a function"),
    ],
)
def test_what_is_no_rule_is_told_why(function, said):
    outcome = RULE.grade(function)
    assert outcome.result == "wrong"
    assert said in outcome.because


def test_a_rule_that_spoils_its_arguments_is_told():
    def spoils(image, means):
        image -= means[0]
        return 0

    assert "changed one of its arguments" in RULE.grade(spoils).because


def test_untouched_is_not_attempted():
    def rule(_image, _means): ...

    assert RULE.grade(rule).result == STEP.grade(...).result == "not attempted"


def test_the_prompt_says_what_is_asked():
    assert f"**less than {tasks.MOST:g} %**" in RULE.entry["prompt"]
    assert f"wrong on {ladder.measured(ladder.MEAN_IMAGE)['error']:.1f} %" in RULE.entry["solution"]


# The next step from three numbers -------------------------------------------------------------------------------------


def by_ratio(train, validation, human):
    flip = 2 * train - validation
    if -1 < human - flip < 1:
        return "Either first"
    return "reduce overfitting" if human > flip else "reduce underfitting "


@pytest.mark.parametrize("function", [tasks.next_step, by_ratio])
def test_any_way_to_the_step_is_right(function):
    assert STEP.grade(function).result == "right"


@pytest.mark.parametrize("step", [floors.OVERFITTING, floors.EITHER])
def test_the_right_gap_in_other_words_is_told_so(step):
    short = {floors.OVERFITTING: "overfitting", floors.UNDERFITTING: "underfitting", floors.EITHER: "either"}
    outcome = STEP.grade(lambda *errors: short[tasks.next_step(*errors)])
    assert outcome.misconceptions == ("other words",)
    assert f'"{step}"' in outcome.because


def test_no_two_answers_can_be_taken_for_each_other():
    functions = [tasks.next_step, *(mistake.function for mistake in STEP.mistakes)]
    results = [tuple(function(*case.args) for case in STEP.cases) for function in functions]
    assert len(set(results)) == len(results)


def test_what_the_cases_say_is_true():
    for case in STEP.cases:
        told = floors.advice(*case.args)
        assert not told.reached
        numbers = re.findall(r"are ([\d.]+) and ([\d.]+) points", case.why)
        if numbers:
            assert [float(number) for number in numbers[0]] == [told.avoidable, told.generalisation]
    assert {tasks.next_step(*case.args) for case in STEP.cases} == {
        floors.UNDERFITTING,
        floors.OVERFITTING,
        floors.EITHER,
    }


def test_the_prompt_names_the_three_steps_and_the_band():
    prompt = STEP.entry["prompt"]
    assert all(f'"{step}"' in prompt for step in (floors.UNDERFITTING, floors.OVERFITTING, floors.EITHER))
    assert f"**less than {floors.BAND:g}** point" in prompt
