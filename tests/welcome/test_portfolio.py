"""The binomial of a portfolio, with and without a risk that all projects share."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from mlprojects.welcome import model
from scipy.stats import binom

NUMBERS = st.integers(1, 30)
SHARES = st.floats(0, 1)


def test_the_lectures_question():
    assert model.at_least(6, 0.3) == pytest.approx(0.882, abs=5e-4)
    assert model.at_least(6, 0.3, 6) == pytest.approx(0.0007, abs=5e-5)


@given(NUMBERS, SHARES, SHARES)
def test_the_distribution_sums_to_one_and_has_its_closed_mean(n, p, s):
    chances = model.successes(n, p, s)["chance"]
    assert (chances >= 0).all()
    assert chances.sum() == pytest.approx(1)
    assert (chances * chances.index).sum() == pytest.approx(n * model.own_chance(p, s))


@given(NUMBERS, st.floats(1e-6, 1 - 1e-6))  # next to 0 scipy itself overflows
def test_without_a_shared_risk_it_is_scipys_binomial(n, p):
    assert np.allclose(model.successes(n, p)["chance"], binom.pmf(range(n + 1), n, p))
    for k in (0, 1, n):
        assert model.at_least(n, p, k) == pytest.approx(binom.sf(k - 1, n, p), abs=1e-12)


@given(NUMBERS, SHARES)
def test_at_least_one_is_one_minus_all_fail(n, p):
    assert model.at_least(n, p) == pytest.approx(1 - (1 - p) ** n)
    assert model.at_least(n, p) == pytest.approx(1 - model.successes(n, p)["chance"][0])


@given(NUMBERS, SHARES, SHARES, SHARES)
def test_more_projects_or_better_ones_never_hurt(n, p, better, s):
    assume(better >= p)
    assert model.at_least(n + 1, p, shared=s) >= model.at_least(n, p, shared=s) - 1e-12
    assert model.at_least(n, better, shared=s) >= model.at_least(n, p, shared=s) - 1e-12


@given(NUMBERS, SHARES, SHARES, SHARES)
def test_a_shared_risk_never_helps_and_is_a_ceiling(n, p, s, larger):
    assume(larger >= s)
    assert model.at_least(n, p, shared=larger) <= model.at_least(n, p, shared=s) + 1e-12
    assert model.at_least(n, p, shared=s) <= 1 - s + 1e-12


@given(NUMBERS, SHARES, SHARES)
def test_of_projects_equally_good_alone_those_that_share_a_risk_are_never_better_together(n, p, s):
    alone = model.own_chance(p, s)
    assert model.at_least(1, p, shared=s) == pytest.approx(alone)
    assert model.at_least(n, p, shared=s) <= model.at_least(n, alone) + 1e-12


@given(NUMBERS, SHARES, SHARES)
def test_the_chance_of_k_falls_with_k_and_starts_at_certainty(n, p, s):
    chances = [model.at_least(n, p, k, s) for k in range(n + 1)]
    assert chances[0] == pytest.approx(1)
    assert all(more <= fewer + 1e-12 for fewer, more in pairwise(chances))


def test_a_simulation_agrees_with_the_closed_form():
    random = np.random.default_rng(5)
    sunk = random.random(20_000) < 0.1
    works = (random.random((20_000, 6)) < 0.3) & ~sunk[:, None]
    assert works.any(axis=1).mean() == pytest.approx(model.at_least(6, 0.3, shared=0.1), abs=0.012)
    assert (works.sum(axis=1) >= 2).mean() == pytest.approx(model.at_least(6, 0.3, 2, 0.1), abs=0.012)


def test_the_curve_is_at_least_one_for_each_number():
    curve = model.by_number(10, 0.3, 0.1)
    assert curve.index.tolist() == list(range(1, 11))
    assert curve["independent"][6] == model.at_least(6, 0.3)
    assert curve["shared"][6] == model.at_least(6, 0.3, shared=0.1)


@pytest.mark.parametrize(
    ("arguments", "error", "says"),
    [
        ((0, 0.3), ValueError, "The number of projects must be a number from 1 to 1000; got 0"),
        ((2.5, 0.3), ValueError, "The number of projects must be a whole number; got 2.5"),
        (("six", 0.3), TypeError, "The number of projects must be a number"),
        ((6, 30), ValueError, "The chance of one project must be a number from 0 to 1; got 30"),
        ((6, float("nan")), ValueError, "The chance of one project must be a number from 0 to 1; got nan"),
        ((6, 0.3, 7), ValueError, "The number that shall work must be a number from 0 to 6; got 7"),
        ((6, 0.3, 1, -0.1), ValueError, "The shared risk must be a number from 0 to 1; got -0.1"),
    ],
)
def test_bad_input_is_told_in_one_sentence(arguments, error, says):
    with pytest.raises(error, match=says):
        model.at_least(*arguments)
