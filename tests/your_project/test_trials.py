"""What trials without a failure can show: the closed form, and what a learner may type."""

from math import expm1, log

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.your_project.trials import best_bound, trials_needed


@given(st.integers(1, 4 * 10**12))
def test_the_bound_is_the_exact_one_for_no_failure(trials):
    assert best_bound(trials) == pytest.approx(-expm1(log(0.05) / trials), rel=1e-9)


@given(st.floats(1e-12, 0.99))
def test_as_many_trials_as_needed_are_enough_and_one_less_is_not(rate):
    needed = trials_needed(rate)
    assert best_bound(needed) <= rate * (1 + 1e-9)
    if needed > 1:
        assert best_bound(needed - 1) > rate * (1 - 1e-9)


@pytest.mark.parametrize("rate", [0, 1, -0.1, 2, float("nan")])
def test_a_rate_that_no_trials_can_show_is_refused(rate):
    with pytest.raises(ValueError, match="The failure rate must be"):
        trials_needed(rate)


def test_a_number_of_trials_is_whole():
    with pytest.raises(ValueError, match="whole number"):
        best_bound(2.5)
    with pytest.raises(TypeError, match="must be a number"):
        trials_needed("1 %")
