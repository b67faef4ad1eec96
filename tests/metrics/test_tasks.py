"""The two tasks: any way to the answer passes, and what cases and mistakes say is true."""

import numpy as np
import pytest
from mlprojects.metrics import lesson, model, tasks


def harmonic(precision, recall, beta):
    """The same by another way: a weighted harmonic mean."""
    if not precision or not recall:
        return 0
    weights = np.array([1.0, beta**2])
    return np.array([weights.sum() / (weights / np.array([precision, recall])).sum()])


def by_loop(table, limit):
    best = None
    for name, row in table.iterrows():
        if row["latency"] <= limit and (best is None or row["accuracy"] > table["accuracy"][best]):
            best = name
    return best


@pytest.mark.parametrize(("task", "function"), [(lesson.f_beta, harmonic), (lesson.best_under_limit, by_loop)])
def test_any_algorithm_passes(task, function):
    assert task.grade(function).result == "right"


def test_an_unguarded_division_is_told_where_it_fails():
    outcome = lesson.f_beta.grade(lambda p, r, b: (1 + b**2) * p * r / (b**2 * p + r))
    assert outcome.result == "wrong"
    assert "`f_beta(0, 0, 1)`" in outcome.because
    assert "ZeroDivisionError" in outcome.because


def test_an_unknown_mistake_is_told_what_should_happen_in_that_case():
    outcome = lesson.f_beta.grade(lambda p, r, b: (1 + b**3) * p * r / (b**3 * p + r) if p else 0.0)
    assert "recall is the weak side here and now counts more" in outcome.because


def test_untouched_tasks_are_not_attempted():
    def f_beta(_precision, _recall, _beta): ...

    assert lesson.f_beta.grade(f_beta).result == "not attempted"
    assert lesson.best_under_limit.grade(...).result == "not attempted"


def test_a_function_that_changes_the_table_is_told_so_and_the_table_is_unharmed():
    before = model.NG_MODELS.copy()

    def careless(table, limit):
        table["fast enough"] = table["latency"] <= limit
        return table["accuracy"][table["fast enough"]].idxmax() if table["fast enough"].any() else None

    assert "changed one of its arguments" in lesson.best_under_limit.grade(careless).because
    assert model.NG_MODELS.equals(before)


@pytest.mark.parametrize("case", tasks.F_BETA_CASES[1:4], ids=repr)
def test_what_a_case_says_about_f1_is_true(case):
    precision, recall, beta = case.args
    rises = model.f_beta(precision, recall, beta) > model.f_beta(precision, recall, 1)
    assert ("rises above F1" in case.why) == rises
    assert ("falls below F1" in case.why) == (not rises)


def test_what_a_case_says_about_f1_and_the_mean_is_true():
    assert abs(model.f_beta(0.9, 0.5, 1) - 0.5) < abs(model.f_beta(0.9, 0.5, 1) - 0.9)


def test_the_cases_of_the_second_task_say_who_wins():
    answers = [tasks.best_under_limit(*case.args) for case in tasks.BEST_CASES]
    assert answers == ["Classifier B", "small network", "small network", None]
    assert (model.EXERCISE_MODELS["latency"] <= 70).sum() == 4
