"""Floors and ceilings of the error, and what three numbers advise: a model's two errors and a human one.

A floor is what anything useful must beat: a guess, a constant, a rule, last year's result. A ceiling is what hardly
anything gets beyond; the error of good people serves as a stand-in for it, and can be beaten (see `WINNERS`). The
lecture calls both a lower bound on performance; we keep them apart.

Avoidable bias is the gap between training error and the best that is possible, here the human error; see A. Ng,
*Machine Learning Yearning* (2018), chapters 20 to 33. The advice to close the larger gap first is the lecture's. That
it is withheld where the two gaps are nearly equal, and how nearly (`BAND`), is ours.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from mlprojects import checks

UNDERFITTING, OVERFITTING, EITHER = "reduce underfitting", "reduce overfitting", "either first"
"""The three next steps."""
BAND = 1.0
"""Percentage points by which the gaps must differ before one of them is called the larger."""

TRAIN, VALIDATION, HUMAN = 36.0, 41.0, 35.0
"""Where the lecture's two curves end, and the first of its human lines, in % (read off its picture by us)."""
OTHER_HUMAN = 21.0
"""The second human line."""
ITERATIONS = 5.3
"""Length of the curves, in 10,000 iterations."""
_STARTS, _SPEED = (66.0, 68.0), 1.6

SAME, METRIC, PEOPLE = "as the curves", "in another metric", "on other images"
MEASURED = {
    SAME: "",
    METRIC: "people had five guesses an image, the model has one",
    PEOPLE: "people saw other images, perhaps easier ones",
}
"""How the human line was measured, and what then stands against the comparison (made up by us)."""

WINNERS = pd.Series(
    {2011: 25.8, 2012: 15.3, 2013: 11.2, 2014: 6.66, 2015: 3.57, 2016: 2.99},
    name="error",
).rename_axis("year")
"""Error of the yearly winner of the ImageNet classification contest (ILSVRC), in %: the right name is not among five.

Source: Russakovsky et al., "ImageNet Large Scale Visual Recognition Challenge", IJCV 2015, arXiv:1409.0575, and the
contest's pages of results for 2015 and 2016. The winners of 2012 and 2013 were also trained on images from outside.
"""
GUESS, LAST = "five guesses at random", "the winner of the year before"
FIRST_FLOOR = 2011
"""The year whose winner is the floor of the year after; it has no winner before it here."""
TRAINED, SECOND, NONE = "one trained person", "a second, less practised person", "no error at all"
CEILINGS = {TRAINED: 5.1, SECOND: 12.0, NONE: 0.0}
"""Errors of two people at the same task, in %. The first had practised on 500 images and then named 1500; the second
practised less and named fewer than 300.

Source: A. Karpathy, "What I learned from competing against a ConvNet on ImageNet", 2014-09-02, and Russakovsky et al.
as above.
"""
CLASSES, GUESSES = 1000, 5


@dataclass(frozen=True)
class Advice:
    """Two gaps, in percentage points, and the step they advise.

    Attributes:
        avoidable: Training error minus human error: what people show to be possible. Below 0 if people do worse.
        generalisation: Validation error minus training error.
        step: `UNDERFITTING`, `OVERFITTING`, or `EITHER` if the gaps differ by less than the band.
        reached: Whether the validation error is no higher than the human one: then this line has no more to ask for.
    """

    avoidable: float
    generalisation: float
    step: str
    reached: bool


def advice(train: float, validation: float, human: float, band: float = BAND) -> Advice:
    """Which gap to close first. It holds only if all three errors are of the same metric and of comparable samples.

    Args:
        train: Error on the cases trained on, in %.
        validation: Error on cases held out, in %.
        human: Error of people, in %.
        band: By how many points the gaps must differ to be told apart.

    Raises:
        TypeError: If one is no number.
        ValueError: If an error is not from 0 to 100, or the band is negative.
    """
    trained = checks.number("The training error", train, 0, 100)
    held_out = checks.number("The validation error", validation, 0, 100)
    people = checks.number("The human error", human, 0, 100)
    within = checks.number("The band", band, 0)
    avoidable, generalisation = trained - people, held_out - trained
    step = UNDERFITTING if avoidable > generalisation else OVERFITTING
    # Rounded, so that a difference of 1 that floats give as 0.9999... is a difference of 1.
    if avoidable == generalisation or round(abs(avoidable - generalisation), 9) < within:
        step = EITHER
    return Advice(round(avoidable, 9), round(generalisation, 9), step, held_out <= people)


def gaps(curves: pd.DataFrame, human: float) -> pd.DataFrame:
    """Both gaps along two curves, in percentage points.

    Args:
        curves: Columns `train` and `validation`, in %.
        human: Error of people, in %.

    Returns:
        Index as `curves`; `avoidable` and `generalisation`, as in `Advice`.
    """
    columns = {"avoidable": curves["train"] - human, "generalisation": curves["validation"] - curves["train"]}
    return pd.DataFrame(columns)


def alike(one: float, other: float, blur: float) -> bool:
    """Whether two errors are nearer each other than they are known, all in percentage points."""
    return abs(one - other) < blur


def flip(train: float, validation: float) -> float:
    """The human error at which both gaps are equal: `train - (validation - train)`; it may be below 0.

    Raises:
        TypeError: If one is no number.
        ValueError: If one is not from 0 to 100.
    """
    trained = checks.number("The training error", train, 0, 100)
    return trained - (checks.number("The validation error", validation, 0, 100) - trained)


def curves(points: int = 54) -> pd.DataFrame:
    """Smooth curves that end at `TRAIN` and `VALIDATION`: drawn by us, no model was trained.

    Returns:
        Index `iterations` (in 10,000, from 0), columns `train` and `validation`, in %.
    """
    iterations = np.linspace(0, ITERATIONS, checks.whole("The number of points", points, 2))
    fall = np.exp(-_SPEED * iterations)
    fall = (fall - fall[-1]) / (1 - fall[-1])
    ends = zip(("train", "validation"), _STARTS, (TRAIN, VALIDATION), strict=True)
    frame = {name: end + (start - end) * fall for name, start, end in ends}
    return pd.DataFrame(frame, index=pd.Index(iterations, name="iterations"))


def contest_floor(year: int, kind: str) -> float:
    """A floor for the contest of a year, in %.

    Args:
        year: 2012 to 2016.
        kind: `GUESS` (995 of 1000 such guesses miss) or `LAST`.

    Raises:
        ValueError: If there is no such year or kind.
    """
    checks.one_of("The floor", kind, (GUESS, LAST))
    own = checks.whole("The year", year, FIRST_FLOOR + 1, int(WINNERS.index.max()))
    return 100 * (1 - GUESSES / CLASSES) if kind == GUESS else float(WINNERS[own - 1])


def covered(error: float, floor: float, ceiling: float) -> float:
    """How much of the way from floor to ceiling an error covers: 0 on the floor, 1 on the ceiling, more beyond it.

    Args:
        error: Of the model, in %.
        floor: The higher error, which must be beaten.
        ceiling: The lower error, which is hardly beaten.

    Raises:
        TypeError: If one is no number.
        ValueError: If one is not from 0 to 100, or the floor's error is not above the ceiling's.
    """
    own = checks.number("The error", error, 0, 100)
    high, low = checks.number("The floor", floor, 0, 100), checks.number("The ceiling", ceiling, 0, 100)
    if high <= low:
        raise ValueError(f"The floor's error must be above the ceiling's; got {high:g} and {low:g}.")
    return (high - own) / (high - low)
