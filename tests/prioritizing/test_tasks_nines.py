"""The task of the part "nines": any way to the answer passes, and what cases and mistakes say is true."""

import numpy as np
import pytest
from mlprojects.prioritizing import lesson_nines as lesson
from mlprojects.prioritizing import tasks_nines as tasks

TASK = lesson.images_needed


def by_hand(sizes, errors, target):
    x, y = np.log2(sizes), np.log2(errors)
    slope = ((x - x.mean()) * (y - y.mean())).sum() / ((x - x.mean()) ** 2).sum()
    return int(np.ceil(2 ** (x.mean() + (np.log2(target) - y.mean()) / slope)))


def by_matrix(sizes, errors, target):
    matrix = np.column_stack([np.log10(sizes), np.ones(len(sizes))])
    slope, intercept = np.linalg.lstsq(matrix, np.log10(errors), rcond=None)[0]
    return np.ceil(10 ** ((np.log10(target) - intercept) / slope))


@pytest.mark.parametrize("function", [by_hand, by_matrix, tasks.images_needed])
def test_any_way_to_fit_the_line_passes(function):
    assert TASK.grade(function).result == "right"


def test_no_two_answers_can_be_taken_for_each_other():
    functions = [tasks.images_needed, *(mistake.function for mistake in TASK.mistakes)]
    results = [np.array([float(function(*case.args)) for case in TASK.cases]) for function in functions]
    for place, one in enumerate(results):
        for other in results[:place]:
            assert abs(one - other).max() > 0.05


def test_no_answer_hangs_on_the_last_digits_of_a_fit():
    for case in TASK.cases:
        assert 0.05 < tasks._solved(*case.args) % 1 < 0.95, case


def test_what_the_cases_say_is_true():
    first, beyond, flat, scattered = TASK.cases
    assert tasks.images_needed(*first.args) == pytest.approx((2 / 0.0481) ** 2, rel=0.005)
    assert first.args[1] == pytest.approx(2 / np.sqrt(first.args[0]), abs=5e-5)
    assert beyond.args[2] < beyond.args[1].min()
    assert tasks.fit(flat.args[0].tolist(), flat.args[1].tolist()).exponent == pytest.approx(-0.35, abs=0.01)
    assert tasks.images_needed(*flat.args) > 5 * flat.args[0].max()
    assert scattered.args[1].min() < scattered.args[2] < scattered.args[1].max()


def test_untouched_is_not_attempted_and_an_accident_is_told():
    def images_needed(_sizes, _errors, _target): ...

    def spoils(sizes, errors, target):
        errors -= target
        return 1

    assert TASK.grade(images_needed).result == "not attempted"
    assert "changed one of its arguments" in TASK.grade(spoils).because


def by_curve_fit(sizes, errors, target):
    """As a learner writes it: scipy's curve fit on the plain numbers."""
    from scipy.optimize import curve_fit  # noqa: PLC0415 - as in a notebook

    (scale, exponent), _ = curve_fit(lambda n, a, b: a * n**b, sizes, errors, p0=(1, -0.5))
    return int(np.ceil((target / scale) ** (1 / exponent)))


def test_who_fits_the_curve_to_plain_errors_is_told_so():
    assert TASK.grade(by_curve_fit).misconceptions == ("curve fitted to plain errors",)
