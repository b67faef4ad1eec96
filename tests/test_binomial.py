"""The exact bound and interval: closed forms, their meaning, how they move, and that they cover as often as said."""

from math import expm1, log1p

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mlprojects import binomial
from scipy.stats import binom, binomtest, gamma

CONFIDENCES = st.sampled_from((0.5, 0.8, 0.9, 0.95, 0.99))


@st.composite
def seen(draw):
    trials = draw(st.integers(1, 3000))
    return draw(st.integers(0, min(trials, 40))), trials


@given(st.integers(1, binomial.MOST), CONFIDENCES)
def test_without_failure_the_bound_has_a_closed_form(trials, confidence):
    assert binomial.upper_bound(0, trials, confidence) == pytest.approx(-expm1(log1p(-confidence) / trials), rel=1e-9)


@given(seen(), CONFIDENCES)
def test_at_the_bound_so_few_failures_are_seen_as_seldom_as_is_left_over(case, confidence):
    failures, trials = case
    bound = binomial.upper_bound(failures, trials, confidence)
    if failures == trials:
        assert bound == 1
    else:
        assert failures / trials < bound or confidence == 0.5
        assert binomial.chance_of_so_few(failures, trials, bound) == pytest.approx(1 - confidence, rel=1e-6)


@given(seen(), CONFIDENCES)
def test_more_failures_raise_the_bound_more_trials_lower_it_more_confidence_raises_it(case, confidence):
    failures, trials = case
    bound = binomial.upper_bound(failures, trials, confidence)
    assert binomial.upper_bound(failures, trials + 1, confidence) < bound
    if failures < trials:
        assert binomial.upper_bound(failures + 1, trials, confidence) > bound
        assert binomial.upper_bound(failures, trials, (1 + confidence) / 2) > bound


@settings(max_examples=20)
@given(st.integers(1, 200), st.floats(0.001, 0.999), CONFIDENCES)
def test_the_bound_lies_at_or_above_the_true_rate_as_often_as_it_says(trials, rate, confidence):
    """Coverage, summed exactly over all numbers of failures that may be seen."""
    numbers = np.arange(trials + 1)
    holds = [binomial.upper_bound(int(failures), trials, confidence) >= rate for failures in numbers]
    assert binom.pmf(numbers, trials, rate)[holds].sum() >= confidence - 1e-9


@given(st.floats(0.0005, 0.5), st.integers(0, 8), CONFIDENCES)
def test_as_many_trials_as_it_says_are_enough_and_one_fewer_is_not(rate, failures, confidence):
    trials = binomial.trials_for(rate, failures, confidence)
    assert trials > failures
    assert binomial.upper_bound(failures, trials, confidence) <= rate * (1 + 1e-9)
    if trials - 1 > failures:
        assert binomial.upper_bound(failures, trials - 1, confidence) > rate * (1 - 1e-9)


def test_a_simulated_claim_is_wrong_about_as_seldom_as_it_may_be():
    rng = np.random.default_rng(3)
    failed = rng.binomial(500, 0.01, 20000)
    bounds = np.array([binomial.upper_bound(int(failures), 500) for failures in range(failed.max() + 1)])
    wrong = (bounds[failed] < 0.01).mean()
    assert 0.02 < wrong < 0.05


def test_a_bound_that_is_met_exactly_is_met():
    assert binomial.trials_for(0.5, 0, 0.75) == 2
    assert binomial.trials_for(0.5, 1, 0.75) == 5
    assert binomial.chance_of_so_few(1, 5, 0.5) == 6 / 32


@given(st.integers(1, 3000), st.floats(0, 1), CONFIDENCES)
def test_the_interval_is_the_one_that_scipy_finds_and_mirrors(of, part, level):
    count = round(part * of)
    known = binomtest(count, of).proportion_ci(level, "exact")
    low, high = binomial.interval(count, of, level)
    assert (low, high) == pytest.approx((known.low, known.high), abs=1e-9)
    assert low <= count / of <= high
    assert binomial.interval(of - count, of, level) == pytest.approx((1 - high, 1 - low), abs=1e-9)


@given(seen(), CONFIDENCES)
def test_the_intervals_upper_end_is_the_bound_at_half_of_the_doubt(case, level):
    count, of = case
    assert binomial.interval(count, of, level)[1] == pytest.approx(binomial.upper_bound(count, of, (1 + level) / 2))


@pytest.mark.parametrize("failures", [0, 1, 5, 40])
def test_for_very_many_trials_the_bound_is_poissons(failures):
    expected = gamma.ppf(0.95, failures + 1)
    for trials in (10**8, binomial.MOST):
        assert binomial.upper_bound(failures, trials) * trials == pytest.approx(expected, rel=1e-6)


def test_a_count_that_misses_a_whole_number_by_a_digit_changes_nothing():
    assert binomial.interval(0.29 * 100, 100) == pytest.approx(binomial.interval(29, 100))
    assert 0.29 * 100 != 29


def test_many_bounds_are_those_one_by_one():
    trials = np.array([[1, 10, 300], [0, 5, 2]])
    failures = np.array([[0, 3, 300], [0, 0, 2]])
    many = binomial.upper_bounds(failures, trials, 0.9)
    assert many[0, :2].tolist() == [binomial.upper_bound(0, 1, 0.9), binomial.upper_bound(3, 10, 0.9)]
    assert many[1, 1] == binomial.upper_bound(0, 5, 0.9)
    assert (many[0, 2], many[1, 0], many[1, 2]) == (1, 1, 1), "where nothing went well, nothing is excluded"


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: binomial.upper_bound(3, 2), "failures must be a number from 0 to 2"),
        (lambda: binomial.upper_bound(-1, 2), "failures"),
        (lambda: binomial.upper_bound(0, 0), "trials"),
        (lambda: binomial.upper_bound(0.5, 2), "whole number"),
        (lambda: binomial.upper_bound(0, 5, 1), "confidence must be above 0 and below 1"),
        (lambda: binomial.upper_bound(0, 5, float("nan")), "confidence"),
        (lambda: binomial.interval(6, 5), "count must be a number from 0 to 5"),
        (lambda: binomial.interval(0, 0), "number of cases"),
        (lambda: binomial.interval(0, 2.5), "whole number"),
        (lambda: binomial.interval(0, 5, 1), "confidence must be above 0 and below 1"),
        (lambda: binomial.trials_for(0), "No trials show that it is 0"),
        (lambda: binomial.trials_for(1.5), "failure rate"),
        (lambda: binomial.chance_of_so_few(1, 10, -0.1), "failure rate"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_a_text_is_no_number():
    with pytest.raises(TypeError, match="confidence must be a number"):
        binomial.upper_bound(0, 5, "95 %")
