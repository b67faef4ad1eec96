"""Majorities: the closed form against enumeration, simulation and theory, and what correlation takes away."""

from itertools import product

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from mlprojects.baselines import crowd

SKILL = st.floats(0, 1)
PEOPLE = st.integers(1, 15)
SHARE = st.floats(0, 1)


@pytest.mark.parametrize(
    ("skill", "expected"),
    [(0.6, (0.648, 0.683, 0.733)), (0.7, (0.784, 0.837, 0.901)), (0.8, (0.896, 0.942, 0.980))],
)
def test_independent_voters_by_the_known_numbers(skill, expected):
    assert [round(crowd.majority(skill, voters), 3) for voters in (3, 5, 9)] == list(expected)


@pytest.mark.parametrize(("voters", "classes"), [(1, 4), (2, 3), (3, 3), (4, 3), (4, 2), (5, 3), (3, 5)])
def test_the_closed_form_is_what_trying_all_votes_gives(voters, classes):
    skill, total = 0.62, 0.0
    for votes in product(range(classes), repeat=voters):  # class 0 is right
        chance = np.prod([skill if vote == 0 else (1 - skill) / (classes - 1) for vote in votes])
        tally = np.bincount(votes, minlength=classes)
        total += chance * (tally[0] == tally.max()) / (tally == tally.max()).sum()
    assert crowd.majority(skill, voters, 0, classes) == pytest.approx(total)


@given(SKILL, PEOPLE, SHARE)
def test_a_correlated_crowd_is_a_mixture_of_one_person_and_an_independent_crowd(skill, voters, correlation):
    mixed = correlation * skill + (1 - correlation) * crowd.majority(skill, voters)
    assert crowd.majority(skill, voters, correlation) == pytest.approx(mixed)


@given(SKILL, PEOPLE, st.integers(2, 10))
def test_full_correlation_and_a_single_voter_gain_nothing(skill, voters, classes):
    assert crowd.majority(skill, voters, 1, classes) == pytest.approx(skill)
    assert crowd.majority(skill, 1, 0, classes) == pytest.approx(skill)


@given(SKILL, st.integers(1, 20), SHARE)
def test_one_voter_more_than_an_odd_number_changes_nothing(skill, half, correlation):
    odd = 2 * half - 1
    assert crowd.majority(skill, odd + 1, correlation) == pytest.approx(crowd.majority(skill, odd, correlation))


@given(SKILL, PEOPLE, SHARE)
def test_right_and_wrong_change_places(skill, voters, correlation):
    mirrored = crowd.majority(1 - skill, voters, correlation)
    assert crowd.majority(skill, voters, correlation) == pytest.approx(1 - mirrored)


@given(st.floats(0.501, 0.999), st.integers(1, 10), st.floats(0, 0.99))
def test_more_voters_help_towards_a_limit_that_correlation_sets(skill, half, correlation):
    few, more = (crowd.majority(skill, voters, correlation) for voters in (2 * half - 1, 2 * half + 1))
    assert few <= more + 1e-12
    assert more <= crowd.best_possible(skill, correlation) + 1e-12


@given(SKILL, PEOPLE, SHARE)
def test_the_majority_is_right_where_more_than_half_are(skill, voters, correlation):
    votes = crowd.tally(skill, voters, correlation)
    assert votes["share"].equals(crowd.right_votes(skill, voters, correlation).rename("share"))
    shares = votes.groupby("majority")["share"].sum().reindex([crowd.RIGHT, crowd.DRAW], fill_value=0.0)
    assert shares[crowd.RIGHT] + shares[crowd.DRAW] / 2 == pytest.approx(crowd.majority(skill, voters, correlation))
    assert votes["majority"].eq(crowd.DRAW).sum() == 1 - voters % 2


def test_a_hundred_voters_are_near_the_limit():
    for skill in (0.3, 0.5, 0.7):
        assert crowd.majority(skill, 101, 0.4) == pytest.approx(crowd.best_possible(skill, 0.4), abs=1e-4)


@given(SKILL, PEOPLE, SHARE)
def test_the_numbers_of_right_votes_are_a_distribution_with_the_right_mean_and_majority(skill, voters, correlation):
    votes = crowd.right_votes(skill, voters, correlation)
    assert votes.sum() == pytest.approx(1)
    assert (votes * votes.index).sum() == pytest.approx(voters * skill)
    won = votes[votes.index > voters / 2].sum() + votes[votes.index == voters / 2].sum() / 2
    assert won == pytest.approx(crowd.majority(skill, voters, correlation))


@given(st.floats(0.05, 0.95), SHARE)
def test_the_correlation_is_that_of_two_voters_correctness(skill, correlation):
    none, one, two = crowd.right_votes(skill, 2, correlation)
    covariance = two - skill**2
    assert covariance / (skill * (1 - skill)) == pytest.approx(correlation, abs=1e-9)
    assert none + one + two == pytest.approx(1)


@given(st.floats(0.55, 0.95), st.integers(3, 9), SHARE, st.integers(2, 10))
def test_the_implied_correlation_takes_the_closed_form_back(skill, voters, correlation, classes):
    gain = crowd.majority(skill, voters, 0, classes) - skill
    assume(abs(gain) > 1e-3)
    accuracy = crowd.majority(skill, voters, correlation, classes)
    assume(min(skill, skill + gain) <= accuracy <= max(skill, skill + gain))
    assert crowd.implied_correlation(skill, voters, accuracy, classes) == pytest.approx(correlation, abs=1e-6)


@pytest.mark.parametrize(("skill", "voters", "correlation"), [(0.7, 9, 0.0), (0.7, 4, 0.5), (0.4, 5, 0.2), (0.8, 3, 1)])
def test_simulation_agrees_with_the_closed_form(skill, voters, correlation):
    expected = crowd.majority(skill, voters, correlation)
    error = np.sqrt(expected * (1 - expected) / 20_000)
    assert abs(crowd.simulated(skill, voters, correlation, items=20_000) - expected) < 4 * error


def test_simulated_voters_have_skill_and_correlation_with_many_classes_too():
    truth = np.random.default_rng(3).integers(0, 4, 20_000)
    votes = crowd.draw(truth, 0.6, 3, 0.4, classes=4, seed=1)
    right = votes == truth[:, None]
    assert right.mean(axis=0) == pytest.approx(0.6, abs=0.02)
    assert np.corrcoef(right.T)[np.triu_indices(3, 1)] == pytest.approx(0.4, abs=0.03)
    wrong = (votes - truth[:, None])[~right] % 4
    assert np.bincount(wrong, minlength=4)[1:] / len(wrong) == pytest.approx(1 / 3, abs=0.02)
    expected = crowd.majority(0.6, 3, 0.4, 4)
    assert (crowd.counted(votes, 4) == truth).mean() == pytest.approx(expected, abs=0.015)


def test_votes_are_counted_and_missing_ones_are_not():
    votes = np.array([[0, 1, 1], [2, 2, -1], [0, -1, -1]])
    assert crowd.counted(votes, 3).tolist() == [1, 2, 0]
    draws = [crowd.counted(np.array([[0, 1]]), 2, seed=seed)[0] for seed in range(40)]
    assert set(draws) == {0, 1}, "equal numbers are decided by a draw"


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: crowd.majority(1.2, 3), "skill must be a number from 0 to 1"),
        (lambda: crowd.majority("0.7", 3), "skill must be a number"),
        (lambda: crowd.majority(0.7, 2.5), "whole number"),
        (lambda: crowd.majority(0.7, 0), "from 1 to 101"),
        (lambda: crowd.majority(0.7, 40, 0, 10), "from 1 to 25"),
        (lambda: crowd.majority(0.7, 3, float("nan")), "correlation must be a number"),
        (lambda: crowd.majority(0.7, 3, 0, 1), "classes must be a number of at least 2"),
        (lambda: crowd.implied_correlation(0.7, 3, 0.5), "from 0.7000 to 0.7840"),
        (lambda: crowd.implied_correlation(0.7, 1, 0.7), "reach an accuracy"),
    ],
)
def test_bad_input_is_told_in_one_sentence(call, says):
    with pytest.raises((TypeError, ValueError), match=says):
        call()
