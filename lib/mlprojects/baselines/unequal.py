"""A crowd of unequal voters: some know, the others guess. Majority, weighing (Dawid-Skene), and the best there is.

Nine people answer a yes-or-no question, both answers equally common. Those who know are right with one probability and
err independently. The guessers are right half the time; either each guesses alone, or all copy one guess. The
shares of right answers by majority, by the best voter, and by a judge who knows who guesses are computed exactly; how
far Dawid and Skene's method stays behind that judge is a mean over simulated crowds. It is kept in a table
(`unequal_table`), for that takes half a minute. People, skills and numbers of items are ours.
"""

from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects import checks

from .crowd import right_votes
from .dawid_skene import dawid_skene
from .unequal_table import LEADS

VOTERS, ITEMS, CROWDS = 9, 300, 200
"""People, items that each labels, and simulated crowds of which the mean is taken."""
ALONE, COPIED = "each on their own", "all copy one guess"
GUESSES = (ALONE, COPIED)
GUESS, TIE = 0.5, 1e-9
MAJORITY, WEIGHED, BEST, KNOWING = (
    "majority",
    "weighed (Dawid-Skene)",
    "best single person",
    "judge who knows who guesses",
)
"""The ways to answer; the last two need knowledge that votes alone do not give."""

Votes = npt.NDArray[np.int64]
Shares = npt.NDArray[np.float64]


def ways(guessers: int, skill: float, guesses: str = ALONE) -> "pd.Series[float]":
    """How often each way is right.

    Args:
        guessers: How many of the `VOTERS` guess.
        skill: How often each of the others is right, from 0.5 to 1.
        guesses: One of `GUESSES`.

    Returns:
        Index `MAJORITY`, `WEIGHED`, `BEST`, `KNOWING`: shares of right answers.

    Raises:
        TypeError: If a number is none.
        ValueError: If an argument is out of range.
    """
    few = checks.whole("The number of guessers", guessers, 0, VOTERS - 1)
    own = checks.number("The skill", skill, GUESS, 1)
    how = checks.one_of("The way to guess", guesses, GUESSES)
    shares = {
        MAJORITY: majority(VOTERS - few, own, few, how),
        WEIGHED: weighed(few, own, how),
        BEST: own,
        # All who know are equally good, so weighing them is counting them.
        KNOWING: majority(VOTERS - few, own, 0, how),
    }
    return pd.Series(shares, name="right").rename_axis("way")


def majority(knowers: int, skill: float, guessers: int, guesses: str) -> float:
    """How often the majority is right: the distribution of right votes is that of both groups' sum; ties half count."""
    known = right_votes(skill, knowers).to_numpy() if knowers else np.ones(1)
    guessed = right_votes(GUESS, guessers, float(guesses == COPIED)).to_numpy() if guessers else np.ones(1)
    right = np.convolve(known, guessed)
    votes = np.arange(len(right))
    half = (knowers + guessers) / 2
    return float(right[votes > half].sum() + right[votes == half].sum() / 2)


def weighed(guessers: int, skill: float, guesses: str) -> float:
    """How often Dawid and Skene's method is right, with one number a voter.

    That is how often the judge is right, exactly, less the lead that he has on the items of the simulated crowds: both
    meet the same luck, and most of it cancels.
    """
    return majority(VOTERS - guessers, skill, 0, guesses) - _lead(guessers, skill, guesses)[0]


def blur(guessers: int, skill: float, guesses: str = ALONE) -> float:
    """How far off `weighed` may be for want of more crowds: two standard errors of the mean lead."""
    return 2 * _lead(guessers, skill, guesses)[1]


def leads(guessers: int, skill: float, guesses: str, crowds: int = CROWDS) -> Shares:
    """The judge's lead over the method in shares of right answers, crowd by crowd: shape (crowds,).

    Args:
        guessers: As in `ways`, like `skill` and `guesses`.
        skill: See above.
        guesses: See above.
        crowds: How many are simulated; the first are the same however many follow.
    """
    found = np.empty(checks.whole("The number of crowds", crowds, 2))
    for seed in range(len(found)):
        votes, truth = crowd(guessers, skill, guesses, seed)
        chance = dawid_skene(votes, one_coin=True).posterior[np.arange(ITEMS), truth]
        known = (votes[:, : VOTERS - guessers] == truth[:, None]).mean(axis=1)
        found[seed] = _points(known) - _points(chance)
    return found


@cache
def _lead(guessers: int, skill: float, guesses: str) -> tuple[float, float]:
    """Mean lead and its standard error, from the table where it has them."""
    # Nobody to copy from: both ways to guess are one.
    how = ALONE if guessers < 2 else guesses  # noqa: PLR2004 - copying takes two
    if (skill, how) in LEADS:
        return LEADS[skill, how][guessers]
    found = leads(guessers, skill, how)
    return float(found.mean()), float(found.std(ddof=1) / np.sqrt(len(found)))


def crowd(guessers: int, skill: float, guesses: str, seed: int) -> tuple[Votes, Votes]:
    """Votes of those who know and then of the guessers, shape (ITEMS, VOTERS); the right answers, shape (ITEMS,)."""
    random = np.random.default_rng(seed)
    truth = random.integers(0, 2, ITEMS)
    right = random.random((ITEMS, VOTERS)) < np.r_[np.full(VOTERS - guessers, skill), np.full(guessers, GUESS)]
    if guesses == COPIED and guessers:
        right[:, VOTERS - guessers :] = right[:, VOTERS - guessers, None]
    return np.where(right, truth[:, None], 1 - truth[:, None]), truth


def _points(right: Shares) -> float:
    """Share of the items with more than one half for the right answer; one half, but for a last digit, counts half."""
    return float(np.where(abs(right - GUESS) < TIE, GUESS, right > GUESS).mean())
