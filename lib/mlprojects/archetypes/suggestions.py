"""Several suggestions instead of one: how often the right one is among them, and what reading them costs.

A small real model ranks the ten digits for an image: the nearest class mean, that is, the digit whose mean training
image is nearest. With few training images it often errs, but then the right digit is often its second or third guess.

A person reads the `k` suggestions shown, takes the right one, and types the answer if it is not there. The seconds are
ours. Left out: that a wrong suggestion may be taken by mistake, and that a person reads on only until the right one.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from mlprojects import checks
from mlprojects.binomial import interval
from mlprojects.digits import digits

if TYPE_CHECKING:
    import numpy.typing as npt

SIZES = (1, 3, 10, 100)
"""Training images of each digit; each adds to the one before."""
DIGITS = 10
SHOWN = (1, 2, 3, 4, 5)
"""Numbers of suggestions."""
LATER = 4
"""In `examples`: this guess or a later one."""
SEED = 0
DRAWS = 20
"""In `other_draws`: random draws of training and test images."""
TIE = 9
"""Decimals of a second by which two numbers of suggestions are told apart."""


@dataclass(frozen=True)
class Ranked:
    """One model's guesses for the held-out images.

    Attributes:
        images: (797, 8, 8), from 0 (paper) to 16 (ink).
        digits: (797,), the right ones.
        guesses: (797, 10), all ten digits, the nearest first.
        places: (797,), where the right one stands among them: 1 is the first guess.
    """

    images: "npt.NDArray[np.float64]"
    digits: "npt.NDArray[np.int64]"
    guesses: "npt.NDArray[np.int64]"
    places: "npt.NDArray[np.int64]"


def ranked(size: int) -> Ranked:
    """The guesses of a model with this many training images of each digit, for the same 797 unseen images.

    Raises:
        TypeError: If the size is no number.
        ValueError: If it is not one of `SIZES`.
    """
    return _ranked(_known(size), SEED)


def accuracy(size: int) -> pd.DataFrame:
    """How often the right digit is among the first k guesses.

    Args:
        size: As in `ranked`.

    Returns:
        Index `suggestions` (`SHOWN`); `right` (share of the unseen images), and `low` and `high`, the exact
        (Clopper-Pearson) interval. It covers the draw of the test images, not that of the training images.

    Raises:
        TypeError: As in `ranked`.
        ValueError: As in `ranked`.
    """
    places = ranked(size).places
    hits = np.array([(places <= k).sum() for k in SHOWN])
    low, high = zip(*(interval(int(hit), len(places)) for hit in hits), strict=True)
    frame = {"right": hits / len(places), "low": low, "high": high}
    return pd.DataFrame(frame, index=pd.Index(SHOWN, name="suggestions"))


def other_draws(weak: int = 3, suggestions: int = 3, strong: int = 100) -> pd.DataFrame:
    """Several guesses of one model against the first guess of another, with other images to train and to test on.

    Args:
        weak: Training images of each digit of the model that shows several guesses.
        suggestions: How many it shows.
        strong: Those of the model that shows one.

    Returns:
        Index `draw`, from 0 (the one that is used everywhere else) to `DRAWS` - 1; `several` and `first`, the share of
        unseen images with the right digit among the guesses of the weak model, and first with the strong one.

    Raises:
        TypeError: As in `ranked`, also for the number of suggestions.
        ValueError: As in `ranked`, or if the suggestions are not from 1 to 10.
    """
    shown = checks.whole("The number of suggestions", suggestions, 1, DIGITS)
    models = ((_known(weak), shown), (_known(strong), 1))
    shares = [[(_ranked(size, draw).places <= k).mean() for size, k in models] for draw in range(DRAWS)]
    return pd.DataFrame(shares, columns=["several", "first"], index=pd.RangeIndex(DRAWS, name="draw"))


def seconds(right: "pd.Series[float]", reading: float, typing: float) -> pd.DataFrame:
    """Expected seconds for an item by number of suggestions: reading all of them, and typing where none is right.

    Args:
        right: Share of items with the right one among the suggestions; its index is their number, at least 1.
        reading: Seconds to read one suggestion, at least 0.
        typing: Seconds to give the answer without the model, at least 0.

    Returns:
        Index `suggestions`, from 0 (no model: always typing) on; `reading`, `typing` and `total`, in seconds.

    Raises:
        TypeError: If a number is none.
        ValueError: If a number is out of range.
    """
    read, typed = checks.number("Reading", reading, 0), checks.number("Typing", typing, 0)
    shares = {checks.whole("The suggestions", k, 1): checks.number("The share", r, 0, 1) for k, r in right.items()}
    rows = {0: (0.0, typed)} | {k: (k * read, (1 - share) * typed) for k, share in shares.items()}
    index = pd.Index(rows, name="suggestions")
    frame = pd.DataFrame(list(rows.values()), columns=["reading", "typing"], index=index)
    return frame.assign(total=frame["reading"] + frame["typing"])


def fastest(costs: pd.DataFrame) -> int:
    """The number of suggestions with the fewest seconds; the smallest, where several take as long.

    Args:
        costs: From `seconds`.

    Raises:
        TypeError: If it is no frame.
        ValueError: If it has no column `total`.
    """
    total = checks.frame("The costs", costs, ["total"])["total"].round(TIE)
    return int(costs.index.tolist()[int(total.to_numpy().argmin())])


def accuracy_needed(suggestions: int, reading: float, typing: float) -> float:
    """How often the right one must be among the suggestions, for reading them to pay: k reading / typing.

    Above 1, no model is good enough.

    Raises:
        TypeError: If one is no number.
        ValueError: If one is out of range; typing must take some time.
    """
    shown = checks.whole("The number of suggestions", suggestions, 1)
    typed = checks.number("Typing", typing, 0)
    if typed == 0:
        raise ValueError("Typing must take some time, or there is nothing that suggestions could save.")
    return shown * checks.number("Reading", reading, 0) / typed


def as_if_independent(first: float, suggestions: int) -> float:
    """What one would expect if each further guess were as good as the first: 1 - (1 - first)^k.

    It is not so: an image that misleads the first guess is hard for the others too.

    Raises:
        TypeError: If one is no number.
        ValueError: If one is out of range.
    """
    miss = 1 - checks.number("The share", first, 0, 1)
    return float(1 - miss ** checks.whole("The number of suggestions", suggestions, 1))


def examples(size: int) -> "npt.NDArray[np.int64]":
    """Four unseen images to look at, picked by us: the right digit is guess 1, guess 2, guess 3, and a later one.

    Of each kind the first image is taken whose digit is not among them yet.

    Returns:
        (4,), their places in `ranked(size)`.

    Raises:
        TypeError: As in `ranked`.
        ValueError: As in `ranked`.
    """
    own = ranked(size)
    rank = np.minimum(own.places, LATER)
    picked: list[int] = []
    for place in range(1, LATER + 1):
        fresh = ~np.isin(own.digits, own.digits[picked])
        picked.append(int(np.flatnonzero((rank == place) & fresh)[0]))
    return np.array(picked)


def _known(size: int) -> int:
    own = checks.whole("The number of training images of each digit", size)
    if own not in SIZES:
        raise ValueError(
            f"There are models with {', '.join(map(str, SIZES))} training images of each digit; got {own}."
        )
    return own


@cache
def _ranked(size: int, seed: int) -> Ranked:
    pixels, labels = digits()
    order = np.random.default_rng(seed).permutation(len(labels))
    own = [order[labels[order] == digit] for digit in range(DIGITS)]
    test = np.sort(np.concatenate([places[SIZES[-1] :] for places in own]))
    ink = pixels.astype(np.int64)
    sums = np.stack([ink[places[:size]].sum(axis=0) for places in own])
    # `size` times the difference to the mean is whole: no rounding, so the same order on every processor.
    distances = ((size * ink[test][:, None] - sums) ** 2).sum(axis=2)
    guesses = distances.argsort(axis=1, kind="stable")
    places = (guesses == labels[test][:, None]).argmax(axis=1) + 1
    return Ranked(pixels[test].reshape(-1, 8, 8), labels[test], guesses, places)
