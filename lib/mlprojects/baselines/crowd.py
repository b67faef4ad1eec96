"""How good is a crowd? The share of right majority votes, from skill, number of voters and correlation.

The model: every voter is right with the same probability; a wrong vote falls evenly on the other classes; the class
with most votes wins, and a fair draw decides among equals. Voters are correlated by a mechanism of our own: with
probability `correlation` all of them give one common vote, else each votes alone. Then any two voters' correctness has
exactly that correlation (the common vote adds correlation p (1 - p) to a covariance that is 0 otherwise), and

    accuracy = correlation p + (1 - correlation) (accuracy of independent voters).

Left out: items that are hard for everybody while others are easy, wrong answers that are more tempting than others, and
voters of different skill (for these see `unequal`).
"""

from collections.abc import Iterator
from math import comb, factorial, prod

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects import checks

Votes = npt.NDArray[np.int64]
MOST, MOST_OF_MANY = 101, 25
"""Voters at most, with two classes and with more: beyond, the sums take long and teach nothing more."""
RIGHT, WRONG, DRAW = "right", "wrong", "draw"
"""What a majority can be."""
SIMULATED = 5_000
"""Items of a simulation; its share of right majorities is then off by less than a point, most of the time."""


def majority(skill: float, voters: int, correlation: float = 0.0, classes: int = 2) -> float:
    """How often the majority (with several classes: the plurality) is right.

    For two classes and independent voters this is Condorcet's jury theorem: the upper tail of a binomial distribution.

    Args:
        skill: How often one voter is right, from 0 to 1.
        voters: How many vote, from 1 to `MOST`, or `MOST_OF_MANY` with more than two classes.
        correlation: Of two voters' correctness, from 0 (each alone) to 1 (all say the same).
        classes: How many answers there are, at least 2.

    Raises:
        TypeError: If an argument is no number.
        ValueError: If it is out of range.
    """
    own = checks.number("The skill", skill, 0, 1)
    people = checks.whole("The number of voters", voters, 1, MOST)
    together = checks.number("The correlation", correlation, 0, 1)
    others = checks.whole("The number of classes", classes, 2) - 1
    checks.whole("The number of voters", people, 1, MOST if others == 1 else MOST_OF_MANY)
    alone = sum(
        comb(people, right) * own**right * (1 - own) ** (people - right) * _wins(right, people - right, others)
        for right in range(people + 1)
    )
    return together * own + (1 - together) * alone


def best_possible(skill: float, correlation: float) -> float:
    """What the majority tends to as more and more people are asked, with two classes; arguments as in `majority`.

    Those who vote alone become right (above a skill of one half) or wrong (below) for sure; a common vote stays one.
    """
    own = checks.number("The skill", skill, 0, 1)
    together = checks.number("The correlation", correlation, 0, 1)
    alone = 0.5 if own == 0.5 else float(own > 0.5)  # noqa: PLR2004 - one half: as good as a coin
    return together * own + (1 - together) * alone


def right_votes(skill: float, voters: int, correlation: float = 0.0) -> "pd.Series[float]":
    """How likely each number of right votes is; arguments and errors as in `majority`.

    Returns:
        Index `right`, from 0 to `voters`; sums to 1.
    """
    own = checks.number("The skill", skill, 0, 1)
    people = checks.whole("The number of voters", voters, 1, MOST)
    together = checks.number("The correlation", correlation, 0, 1)
    shares = np.array([comb(people, k) * own**k * (1 - own) ** (people - k) for k in range(people + 1)])
    shares *= 1 - together
    shares[0] += together * (1 - own)
    shares[-1] += together * own
    return pd.Series(shares, index=pd.RangeIndex(people + 1, name="right"))


def tally(skill: float, voters: int, correlation: float = 0.0) -> pd.DataFrame:
    """How likely each number of right votes is, and what comes of it; arguments and errors as in `majority`.

    Returns:
        Index `right`, from 0 to `voters`; `share`, which sums to 1, and `majority`: `RIGHT`, `WRONG`, or `DRAW` where
        the votes are halved.
    """
    share = right_votes(skill, voters, correlation)
    lead = np.sign(2 * share.index.to_numpy() - voters)
    return pd.DataFrame({"share": share, "majority": [(WRONG, DRAW, RIGHT)[side + 1] for side in lead]})


def implied_correlation(skill: float, voters: int, accuracy: float, classes: int = 2) -> float:
    """Which correlation explains a majority that was measured; `majority` solved for `correlation`.

    Raises:
        TypeError: If an argument is no number.
        ValueError: If it is out of range, or no correlation from 0 to 1 gives this accuracy.
    """
    own, alone = majority(skill, 1), majority(skill, voters, 0.0, classes)
    seen = checks.number("The accuracy", accuracy, 0, 1)
    if alone == own or not 0 <= (alone - seen) / (alone - own) <= 1:
        low, high = sorted((own, alone))
        raise ValueError(f"Such voters reach an accuracy from {low:.4f} to {high:.4f}; got {seen:g}.")
    return (alone - seen) / (alone - own)


def draw(  # noqa: PLR0913 - the arguments of the closed form, and how many with which luck
    truth: Votes, skill: float, voters: int, correlation: float = 0.0, classes: int = 2, *, seed: int = 0
) -> Votes:
    """Votes of such a crowd.

    Args:
        truth: The right class of each item, shape (items,).
        skill: As in `majority`, like `voters`, `correlation` and `classes`.
        voters: See above.
        correlation: See above.
        classes: See above.
        seed: Of the random numbers.

    Returns:
        Shape (items, voters).
    """
    random = np.random.default_rng(seed)
    shape = (len(truth), voters)
    common = random.random(len(truth)) < correlation
    right = random.random(shape) < skill
    right[common] = right[common, :1]
    shift = random.integers(1, classes, shape)
    shift[common] = shift[common, :1]
    return np.where(right, truth[:, None], (truth[:, None] + shift) % classes)


def counted(votes: Votes, classes: int = 2, *, seed: int = 0) -> Votes:
    """The class with most votes, item by item; a seeded fair draw decides among equals.

    Args:
        votes: Shape (items, voters); -1 where somebody did not vote.
        classes: How many there are.
        seed: Of the draws.

    Returns:
        Shape (items,).
    """
    tally = (votes[:, :, None] == np.arange(classes)).sum(axis=1)
    luck = np.random.default_rng(seed).random(tally.shape)
    winners: Votes = (tally + 0.5 * luck).argmax(axis=1)
    return winners


def simulated(skill: float, voters: int, correlation: float = 0.0, *, items: int = SIMULATED, seed: int = 0) -> float:
    """The share of right majorities among so many drawn items, two classes; to be held against `majority`."""
    random = np.random.default_rng([seed, 1])
    truth = random.integers(0, 2, items)
    return float((counted(draw(truth, skill, voters, correlation, seed=seed), seed=seed) == truth).mean())


def _wins(right: int, wrong: int, others: int) -> float:
    """Chance that `right` votes for the right class win, with `wrong` votes falling evenly on `others` classes."""
    chance = 0.0
    for parts in _partitions(wrong, right, others):
        ties = parts.count(right)
        ways = factorial(wrong) // prod(map(factorial, parts))
        repeats = prod(factorial(parts.count(size)) for size in set(parts))
        places = prod(range(others - len(parts) + 1, others + 1)) // repeats
        chance += ways * places / others**wrong / (1 + ties) if right else 0.0
    return chance


def _partitions(votes: int, largest: int, parts: int) -> Iterator[tuple[int, ...]]:
    """The ways to split votes into at most so many heaps, none above `largest`, heaps from large to small."""
    if votes == 0:
        yield ()
    elif parts > 0:
        for first in range(min(votes, largest), 0, -1):
            for rest in _partitions(votes - first, first, parts - 1):
                yield (first, *rest)
