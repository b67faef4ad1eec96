"""The task of the part "project": any way passes, also a simulation, and what cases and mistakes say is true."""

import numpy as np
import pytest
from mlprojects.lifecycle import lesson_project as lesson
from mlprojects.lifecycle import tasks_project as tasks
from mlprojects.lifecycle.chain import fundamental

TASK = lesson.expected_weeks


def by_inverse(moves, weeks):
    return (np.linalg.inv(np.eye(4) - np.array(moves)) @ weeks)[0]


def by_iteration(moves, weeks):
    total, here = 0.0, np.array([1.0, 0, 0, 0])
    for _ in range(1000):
        total += here @ weeks
        here = here @ moves
    return [total]


def by_simulation(moves, weeks, count=10_000, seed=0):
    """A plain one, as a learner writes it: one project after the other."""
    rng = np.random.default_rng(seed)
    sums = np.cumsum(moves, axis=1).tolist()
    total = 0.0
    for _ in range(count):
        phase = 0
        while phase < 4:
            total += weeks[phase]
            draw = rng.random()
            phase = next((j for j, chance in enumerate(sums[phase]) if draw < chance), 4)
    return total / count


@pytest.mark.parametrize("function", [by_inverse, by_iteration, by_simulation])
def test_any_method_passes(function):
    assert TASK.grade(function).result == "right"


def test_no_two_mistakes_can_be_taken_for_each_other():
    results = [
        np.array([np.pad(np.atleast_1d(m.function(*case.args)), (0, 3))[:4] for case in TASK.cases])
        for m in TASK.mistakes
    ]
    results.append(np.array([np.pad([tasks.expected_weeks(*case.args)], (0, 3)) for case in TASK.cases]))
    for place, one in enumerate(results):
        for other in results[:place]:
            assert abs(one - other).max() >= 2 * tasks.WITHIN - 1e-9


def deviation(moves, weeks):
    """Of one project's weeks, if a visit always takes the same."""
    visits = fundamental(moves)
    mean = visits @ weeks
    square = visits @ (weeks**2 + 2 * weeks * (moves @ mean))
    return np.sqrt(max(square[0] - mean[0] ** 2, 0))


def test_a_simulation_of_10_000_projects_is_four_standard_errors_within_the_tolerance():
    worst = max(deviation(*case.args) for case in TASK.cases)
    assert worst <= 25
    assert 4 * worst / np.sqrt(10_000) <= tasks.WITHIN


def test_what_the_cases_say_is_true():
    plain, half, _, _, short = (tasks.expected_weeks(*case.args) for case in TASK.cases)
    assert plain == pytest.approx(16)
    assert half == pytest.approx(2 * 16)
    moves = TASK.cases[-1].args[0]
    assert moves[1].sum() == pytest.approx(0.7)
    assert short < sum(TASK.cases[-1].args[1])
    for case in TASK.cases:
        assert (case.args[0] >= 0).all()
        assert (case.args[0].sum(axis=1) <= 1 + 1e-12).all()


def test_untouched_is_not_attempted_and_a_changed_matrix_is_told():
    def expected_weeks(_moves, _weeks): ...

    def careless(moves, weeks):
        moves -= np.eye(4)
        return np.linalg.solve(-moves, weeks)[0]

    assert TASK.grade(expected_weeks).result == "not attempted"
    assert "changed one of its arguments" in TASK.grade(careless).because
