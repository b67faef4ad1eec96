"""The exact bound: closed forms, its meaning, how it moves, and that it covers as often as it says."""

from math import log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mlprojects.archetypes import claims
from scipy.stats import binom

CONFIDENCES = st.sampled_from((0.5, 0.8, 0.9, 0.95, 0.99))


@st.composite
def seen(draw):
    trials = draw(st.integers(1, 3000))
    return draw(st.integers(0, min(trials, 40))), trials


@given(st.integers(1, 10**6), CONFIDENCES)
def test_without_failure_the_bound_has_a_closed_form(trials, confidence):
    assert claims.upper_bound(0, trials, confidence) == pytest.approx(1 - (1 - confidence) ** (1 / trials), rel=1e-9)


@given(seen(), CONFIDENCES)
def test_at_the_bound_so_few_failures_are_seen_as_seldom_as_is_left_over(case, confidence):
    failures, trials = case
    bound = claims.upper_bound(failures, trials, confidence)
    if failures == trials:
        assert bound == 1
    else:
        assert failures / trials < bound or confidence == 0.5
        assert claims.chance_of_so_few(failures, trials, bound) == pytest.approx(1 - confidence, rel=1e-6)


@given(seen(), CONFIDENCES)
def test_more_failures_raise_the_bound_more_trials_lower_it_more_confidence_raises_it(case, confidence):
    failures, trials = case
    bound = claims.upper_bound(failures, trials, confidence)
    assert claims.upper_bound(failures, trials + 1, confidence) < bound
    if failures < trials:
        assert claims.upper_bound(failures + 1, trials, confidence) > bound
        assert claims.upper_bound(failures, trials, (1 + confidence) / 2) > bound


@settings(max_examples=20)
@given(st.integers(1, 200), st.floats(0.001, 0.999), CONFIDENCES)
def test_the_bound_lies_at_or_above_the_true_rate_as_often_as_it_says(trials, rate, confidence):
    """Coverage, summed exactly over all numbers of failures that may be seen."""
    numbers = np.arange(trials + 1)
    holds = [claims.upper_bound(int(failures), trials, confidence) >= rate for failures in numbers]
    assert binom.pmf(numbers, trials, rate)[holds].sum() >= confidence - 1e-9


@given(st.floats(0.0005, 0.5), st.integers(0, 8), CONFIDENCES)
def test_as_many_trials_as_it_says_are_enough_and_one_fewer_is_not(rate, failures, confidence):
    trials = claims.trials_for(rate, failures, confidence)
    assert trials > failures
    assert claims.upper_bound(failures, trials, confidence) <= rate * (1 + 1e-9)
    if trials - 1 > failures:
        assert claims.upper_bound(failures, trials - 1, confidence) > rate * (1 - 1e-9)


def test_a_simulated_claim_is_wrong_about_as_seldom_as_it_may_be():
    rng = np.random.default_rng(3)
    failed = rng.binomial(500, 0.01, 20000)
    bounds = np.array([claims.upper_bound(int(failures), 500) for failures in range(failed.max() + 1)])
    wrong = (bounds[failed] < 0.01).mean()
    assert 0.02 < wrong < 0.05


def test_one_nine_more_takes_ten_times_as_many_clean_trials():
    table = claims.without_failure()
    assert table["trials"].tolist() == [29, 299, 2995, 29956]
    assert (table["rule_of_three"] >= table["trials"]).all()
    assert (table["rule_of_three"] / table["trials"] < 1.04).all()
    assert table["trials"].to_numpy() == pytest.approx(log(20) / table.index.to_numpy(), rel=0.06)


def test_a_bound_that_is_met_exactly_is_met():
    assert claims.trials_for(0.5, 0, 0.75) == 2
    assert claims.trials_for(0.5, 1, 0.75) == 5
    assert claims.chance_of_so_few(1, 5, 0.5) == 6 / 32


@given(st.integers(1, 2000), st.floats(0, 1))
def test_the_chances_sum_to_nearly_all_and_no_more(trials, rate):
    chances = claims.chances(trials, rate)
    assert claims.NEARLY_ALL - 1e-9 <= chances.sum() <= 1 + 1e-9
    assert chances.index[0] == 0


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: claims.upper_bound(3, 2), "failures must be a number from 0 to 2"),
        (lambda: claims.upper_bound(-1, 2), "failures"),
        (lambda: claims.upper_bound(0, 0), "trials"),
        (lambda: claims.upper_bound(0.5, 2), "whole number"),
        (lambda: claims.upper_bound(0, 5, 1), "confidence must be above 0 and below 1"),
        (lambda: claims.upper_bound(0, 5, float("nan")), "confidence"),
        (lambda: claims.trials_for(0), "No trials show that it is 0"),
        (lambda: claims.trials_for(1.5), "failure rate"),
        (lambda: claims.chances(10, 2), "failure rate"),
        (lambda: claims.chance_of_so_few(1, 10, -0.1), "failure rate"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_a_text_is_no_number():
    with pytest.raises(TypeError, match="confidence must be a number"):
        claims.upper_bound(0, 5, "95 %")
