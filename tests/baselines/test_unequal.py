"""Those who know among those who guess: exact shares against simulation, and when weighing helps or is fooled."""

from itertools import pairwise

import numpy as np
import pytest
from mlprojects.baselines import unequal
from mlprojects.baselines.crowd import counted
from mlprojects.baselines.crowd import majority as of_equals
from mlprojects.baselines.lesson_people import KNOWN
from mlprojects.baselines.unequal_table import LEADS


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


@pytest.mark.parametrize("guesses", unequal.GUESSES)
@pytest.mark.parametrize("skill", KNOWN)
def test_guessers_never_help_the_majority_and_the_judge_is_never_behind(skill, guesses):
    rows = [unequal.ways(guessers, skill, guesses) for guessers in range(9)]
    for guessers, row in enumerate(rows):
        assert row[unequal.KNOWING] >= row[[unequal.MAJORITY, unequal.BEST]].max() - 1e-12
        assert row[unequal.WEIGHED] <= row[unequal.KNOWING] + unequal.blur(guessers, skill, guesses)
        assert unequal.blur(guessers, skill, guesses) < 0.03
    majorities = [row[unequal.MAJORITY] for row in rows]
    assert all(more <= fewer + 1e-12 for fewer, more in pairwise(majorities))


RENEW = """To renew the table, put mean and standard error (of the mean) of unequal.leads(...) for each skill, way and
number of guessers into unequal_table.py."""


@pytest.mark.parametrize(("guessers", "skill", "guesses"), [(0, 0.8, unequal.ALONE), (4, 0.95, unequal.COPIED)])
def test_the_table_is_what_the_simulation_gives(guessers, skill, guesses):
    leads = unequal.leads(guessers, skill, guesses)
    mean, error = LEADS[skill, guesses][guessers]
    assert len(leads) == unequal.CROWDS
    assert leads.mean() == pytest.approx(mean, abs=2e-4), RENEW
    assert leads.std(ddof=1) / np.sqrt(len(leads)) == pytest.approx(error, abs=2e-4), RENEW


@pytest.mark.parametrize(("guessers", "skill", "guesses"), [(3, 0.8, unequal.COPIED), (6, 0.7, unequal.ALONE)])
def test_a_few_crowds_agree_with_the_table(guessers, skill, guesses):
    leads = unequal.leads(guessers, skill, guesses, crowds=40)
    mean, error = LEADS[skill, guesses][guessers]
    assert leads.mean() == pytest.approx(mean, abs=4 * error * np.sqrt(200 / 40))


def test_every_state_of_the_explorer_is_in_the_table():
    assert set(LEADS) == {(skill, guesses) for skill in KNOWN for guesses in unequal.GUESSES}
    assert {len(row) for row in LEADS.values()} == {unequal.VOTERS}


def test_weighing_finds_those_who_know_among_independent_guessers():
    shares = unequal.ways(6, 0.95)
    assert shares[unequal.WEIGHED] == pytest.approx(shares[unequal.KNOWING], abs=0.02)
    assert shares[unequal.WEIGHED] > shares[unequal.MAJORITY] + 0.1


def test_weighing_is_fooled_by_copies_and_cannot_find_one_who_stands_alone():
    copied, fewer = (unequal.ways(guessers, 0.8, unequal.COPIED) for guessers in (4, 2))
    assert copied[unequal.WEIGHED] < copied[unequal.MAJORITY] - 0.1
    assert fewer[unequal.WEIGHED] > fewer[unequal.MAJORITY] + 0.03, "two who copy are outvoted"
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
