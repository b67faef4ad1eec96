"""The task of the part "ranking": any way to the answer passes, and what cases and mistakes say is true."""

import numpy as np
import pytest
from mlprojects.prioritizing import lesson_ranking as lesson
from mlprojects.prioritizing import portfolio, ranking
from mlprojects.prioritizing import tasks_ranking as tasks

TASK = lesson.top_three


def by_loop(draws):
    """As one writes it without pandas: a list of Python numbers."""
    counts = dict.fromkeys(draws.columns, 0)
    for row in draws.to_dict("records"):
        for name in sorted(row, key=row.get, reverse=True)[:3]:
            counts[name] += 1
    return [count / len(draws) for count in counts.values()]


def by_third_highest(draws):
    scores = draws.to_numpy()
    return (scores >= np.sort(scores, axis=1)[:, [-3]]).mean(axis=0)


@pytest.mark.parametrize("function", [by_loop, by_third_highest])
def test_every_right_way_passes(function):
    assert TASK.grade(function).result == "right"


def test_no_two_answers_can_be_taken_for_each_other():
    functions = [tasks.top_three, *(mistake.function for mistake in TASK.mistakes)]
    results = [np.concatenate([function(*case.args) for case in TASK.cases]) for function in functions]
    for place, one in enumerate(results):
        for other in results[:place]:
            assert abs(one - other).max() > 100 * TASK.within


def test_the_reference_adds_up_to_three_and_agrees_with_the_model():
    for case in TASK.cases:
        assert tasks.top_three(*case.args).sum() == pytest.approx(3)
    by_model = ranking.top(ranking.rank_probabilities(portfolio.PORTFOLIO, count=200))
    assert tasks.top_three(TASK.cases[-1].args[0]) == pytest.approx(by_model.to_numpy())


def test_no_two_scores_of_a_draw_are_equal():
    for case in TASK.cases:
        assert (case.args[0].nunique(axis=1) == case.args[0].shape[1]).all()


def test_what_the_cases_say_is_true():
    single, four, three, _ = (tasks.top_three(*case.args).tolist() for case in TASK.cases)
    assert single == [1, 0, 1, 0, 1]
    assert four == [1, 1, 0, 0.5, 0.5]
    assert three == [1, 1, 1]
    assert TASK.cases[-1].args[0].shape == (200, 6)


def test_untouched_is_not_attempted():
    def top_three(draws): ...

    assert TASK.grade(top_three).result == "not attempted"
