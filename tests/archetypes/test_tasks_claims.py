"""The tasks of the part "claims": any way to the answer passes, and what cases and mistakes say is true."""

import math

import numpy as np
import pytest
from mlprojects.archetypes import claims
from mlprojects.archetypes import lesson_claims as lesson
from mlprojects.archetypes import tasks_claims as tasks
from mlprojects.engine.task import equal

TRIALS, THRESHOLD = lesson.trials_needed, lesson.threshold_for


def counted(rate, confidence):
    trials = 1
    while (1 - rate) ** trials > 1 - confidence:
        trials += 1
    return trials


def by_base_ten(rate, confidence):
    return np.ceil(np.log10(1 - confidence) / np.log10(1 - rate))


def by_unique(confidence, right, rate):
    errors = {at: np.mean(~right[confidence >= at]) for at in np.unique(confidence)}
    return min((at for at, error in errors.items() if error <= rate), default=float("inf"))


def by_loop(confidence, right, rate):
    best = math.inf
    for at in confidence:
        wrong = sum(1 for sure, good in zip(confidence, right, strict=True) if sure >= at and not good)
        if wrong / sum(sure >= at for sure in confidence) <= rate:
            best = min(best, at)
    return best


@pytest.mark.parametrize("function", [counted, by_base_ten, tasks.trials_needed])
def test_any_way_to_count_the_trials_passes(function):
    assert TRIALS.grade(function).result == "right"


@pytest.mark.parametrize("function", [by_unique, by_loop, tasks.threshold_for])
def test_any_way_to_find_the_threshold_passes(function):
    assert THRESHOLD.grade(function).result == "right"


@pytest.mark.parametrize("task", [TRIALS, THRESHOLD], ids=lambda task: task.name)
def test_no_two_answers_can_be_taken_for_each_other(task):
    functions = [task.expect, *(mistake.function for mistake in task.mistakes)]
    results = [[function(*case.args) for case in task.cases] for function in functions]
    for place, one in enumerate(results):
        for other in results[:place]:
            assert not all(equal(a, b, 0.01) for a, b in zip(one, other, strict=True)), (place, one)


def test_no_answer_hangs_on_the_last_digits_of_a_logarithm():
    for case in TRIALS.cases:
        assert 0.05 < tasks._exact(*case.args) % 1 < 0.95, case


def test_what_the_cases_of_trials_say_is_true():
    one, ten, large, sure, toss = TRIALS.cases
    assert f"0.99 ** 298 is still {0.99**298:.5f}, and 0.99 ** 299 is {0.99**299:.5f}" in one.why
    assert f"0.9 ** 28 is {0.9**28:.3f}, and 0.9 ** 29 is {0.9**29:.3f}" in ten.why
    assert tasks.poisson(*large.args) != tasks.trials_needed(*large.args) != tasks.rule_of_three(*large.args)
    assert 1 - sure.args[1] == pytest.approx(0.01)
    assert 0.98 ** tasks.trials_needed(*toss.args) == pytest.approx(0.5, abs=0.01)


def test_what_the_cases_of_thresholds_say_is_true():
    def error(case, at):
        return (~case.args[1][case.args[0] >= at]).mean()

    first, equal_, ties, none = THRESHOLD.cases
    assert (error(first, 0.6), error(first, 0.55)) == (1 / 7, 2 / 8)
    assert (error(equal_, 0.5), error(equal_, 0.6)) == (0.25, 2 / 7)
    assert equal_.args[2] == 0.25
    assert ((ties.args[0] == 0.9).sum(), (ties.args[0] == 0.8).sum()) == (3, 2)
    assert not none.args[1][none.args[0].argmax()]
    assert tasks.threshold_for(*none.args) == math.inf


def test_what_is_said_of_the_mistakes_is_true():
    says = {mistake.name: mistake.says for mistake in TRIALS.mistakes}
    assert f"{100 * math.exp(-1):.0f} %" in says["until one failure is expected"]
    assert -math.log(0.05) == pytest.approx(3, abs=0.005)


def test_the_numbers_of_the_solution_are_the_models():
    text = " ".join(TRIALS.entry["solution"].split())
    trials = claims.without_failure()["trials"]
    told = [f"{each:,}" for each in trials]
    assert f"these are {', '.join(told[:-1])} and {told[-1]}:" in text
    rates = [f"{100 * rate:g} %" for rate in trials.index]
    assert f"For {', '.join(rates[:-1])} and {rates[-1]} at 95 % confidence" in text


def test_untouched_is_not_attempted_and_an_accident_is_told():
    def untouched(_confidence, _right, _rate): ...

    def spoils(confidence, right, rate):
        right[0] = False
        return 1.0

    assert THRESHOLD.grade(untouched).result == "not attempted"
    assert "changed one of its arguments" in THRESHOLD.grade(spoils).because
