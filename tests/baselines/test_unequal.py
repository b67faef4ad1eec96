"""Those who know among those who guess: exact shares against simulation, and when weighing helps or is fooled."""

import numpy as np
import pytest
from mlprojects.baselines import unequal
from mlprojects.baselines.crowd import counted
from mlprojects.baselines.crowd import majority as of_equals


@pytest.mark.parametrize("guesses", unequal.GUESSES)
@pytest.mark.parametrize("guessers", [0, 3, 4, 8])
def test_the_exact_majority_agrees_with_simulated_crowds(guesses, guessers):
    hits = []
    for seed in range(30):
        votes, truth = unequal.crowd(guessers, 0.8, guesses, 100 + seed)
        hits.append((counted(votes, seed=seed) == truth).mean())
    exact = unequal.majority(9 - guessers, 0.8, guessers, guesses)
    assert np.mean(hits) == pytest.approx(exact, abs=4 * np.sqrt(exact * (1 - exact) / (30 * unequal.ITEMS)) + 1e-3)


def test_without_guessers_it_is_a_crowd_of_equals():
    for skill in (0.7, 0.9):
        for people in (9, 4):
            assert unequal.majority(people, skill, 0, unequal.ALONE) == pytest.approx(of_equals(skill, people))


def test_a_copied_guess_of_the_larger_part_is_a_coin():
    for guessers in (5, 6, 7, 8):
        assert unequal.majority(9 - guessers, 0.95, guessers, unequal.COPIED) == pytest.approx(0.5)


def test_copying_hurts_a_majority_more_than_guessing_alone():
    for guessers in range(2, 9):
        alone, copied = (unequal.majority(9 - guessers, 0.8, guessers, how) for how in unequal.GUESSES)
        assert copied < alone


def test_guessers_never_help_the_majority_and_the_judge_is_never_behind():
    rows = [unequal.ways(guessers, 0.95) for guessers in (0, 3, 6, 8)]
    assert all(row[unequal.KNOWING] >= row[unequal.MAJORITY] - 1e-12 for row in rows)
    assert all(row[unequal.KNOWING] >= row[unequal.BEST] - 1e-12 for row in rows)
    majorities = [row[unequal.MAJORITY] for row in rows]
    assert majorities == sorted(majorities, reverse=True)


def test_weighing_finds_those_who_know_among_independent_guessers():
    shares = unequal.ways(6, 0.95)
    assert shares[unequal.WEIGHED] == pytest.approx(shares[unequal.KNOWING], abs=0.02)
    assert shares[unequal.WEIGHED] > shares[unequal.MAJORITY] + 0.1


def test_weighing_is_fooled_by_copies_and_cannot_find_one_who_stands_alone():
    copied = unequal.ways(4, 0.8, unequal.COPIED)
    assert copied[unequal.WEIGHED] < copied[unequal.MAJORITY] - 0.1
    lonely = unequal.ways(8, 0.95)
    assert lonely[unequal.WEIGHED] < lonely[unequal.BEST] - 0.3


def test_the_simulated_crowds_are_as_described():
    votes, truth = (
        np.concatenate(each)
        for each in zip(*(unequal.crowd(4, 0.8, unequal.COPIED, seed) for seed in range(20)), strict=True)
    )
    right = votes == truth[:, None]
    assert right[:, :5].mean() == pytest.approx(0.8, abs=0.01)
    assert right[:, 5:].mean() == pytest.approx(0.5, abs=0.03)
    assert (votes[:, 5:] == votes[:, 5:6]).all()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [((9, 0.8), "guessers must be a number from 0 to 8"), ((2, 0.4), "skill must be"), ((2, 0.8, "x"), "may be 'each")],
)
def test_bad_input_is_told_in_one_sentence(arguments, says):
    with pytest.raises(ValueError, match=says):
        unequal.ways(*arguments)
