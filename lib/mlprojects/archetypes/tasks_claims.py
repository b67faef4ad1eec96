"""The tasks of the part "claims": on what a function is tried, and the usual wrong ones."""

from collections.abc import Callable
from math import ceil, floor, inf, log, log1p, log10

import numpy as np
import numpy.typing as npt

from mlprojects.engine import Case, Mistake

from .claims import trials_for

Array = npt.NDArray[np.float64]
Answers = npt.NDArray[np.bool_]


# How many trials ------------------------------------------------------------------------------------------------------


def _exact(rate: float, confidence: float) -> float:
    return log(1 - confidence) / log1p(-rate)


def trials_needed(rate: float, confidence: float) -> int:
    """The reference: the smallest number of trials without failure that shows the rate."""
    return trials_for(rate, 0, confidence)


def rounded_down(rate: float, confidence: float) -> int:
    """A trial too few."""
    return floor(_exact(rate, confidence))


def rule_of_three(rate: float, confidence: float) -> int:  # noqa: ARG001 - that is the mistake
    """Three over the rate, whatever the confidence."""
    return ceil(3 / rate - 1e-9)


def poisson(rate: float, confidence: float) -> int:
    """The limit for small rates, taken as exact."""
    return ceil(-log(1 - confidence) / rate)


def two_sided(rate: float, confidence: float) -> int:
    """Half of what is left over goes to a side that nobody asks about."""
    return ceil(log((1 - confidence) / 2) / log1p(-rate))


def swapped(rate: float, confidence: float) -> int:
    """The confidence where its complement belongs."""
    return ceil(log(confidence) / log1p(-rate))


def two_bases(rate: float, confidence: float) -> int:
    """Base 10 above, base e below."""
    return ceil(log10(1 - confidence) / log1p(-rate))


def rate_for_success(rate: float, confidence: float) -> int:
    """As if each trial failed with the chance of going well."""
    return ceil(log(1 - confidence) / log(rate))


def one_over(rate: float, confidence: float) -> int:  # noqa: ARG001 - that is the mistake
    """Until one failure is expected."""
    return ceil(1 / rate - 1e-9)


TRIALS_CASES = (
    Case(
        0.01, 0.95, why="0.99 ** 298 is still 0.05004, and 0.99 ** 299 is 0.04954, below the 0.05 that are left over."
    ),
    Case(0.1, 0.95, why="0.9 ** 28 is 0.052, and 0.9 ** 29 is 0.047."),
    Case(0.3, 0.9, why="with a rate as large as this, no rule for small rates will do."),
    Case(0.001, 0.99, why="at 99 % confidence only 0.01 is left over."),
    Case(0.02, 0.5, why="at 50 % confidence, so many clean trials are a toss-up at this rate."),
)

TRIALS_MISTAKES = (
    Mistake(
        "rounded down",
        rounded_down,
        "You rounded down. After that many clean trials the claim is not quite shown: round up.",
    ),
    Mistake("not rounded", _exact, "That is where the line is crossed. There are only whole trials: round up."),
    Mistake(
        "rule of three taken as exact",
        rule_of_three,
        "3 / rate is a good rule at 95 % and small rates: -log(0.05) is about 3. Here the confidence varies, and the "
        "exact number is asked for.",
    ),
    Mistake(
        "approximation for small rates",
        poisson,
        "-log(1 - confidence) / rate holds for small rates only. The chance of no failure in n trials is "
        "`(1 - rate) ** n`.",
    ),
    Mistake(
        "two-sided",
        two_sided,
        "You left half of the doubt to a rate that is too low. Only one side counts here: is the rate too high?",
    ),
    Mistake(
        "confidence and its complement swapped",
        swapped,
        "You took the confidence for the chance of a lucky test. The chance that is left over is `1 - confidence`.",
    ),
    Mistake(
        "two bases",
        two_bases,
        "You divided a logarithm of base 10 by one of base e. Any base does, if it is the same above and below.",
    ),
    Mistake(
        "rate and its complement swapped",
        rate_for_success,
        "You raised the rate to a power: that is the chance that *every* trial fails. All go well with the chance "
        "`(1 - rate) ** n`.",
    ),
    Mistake(
        "until one failure is expected",
        one_over,
        "1 / rate is where one failure is expected. Even so, all go well with a chance of 37 % at a small rate.",
    ),
)


# Which threshold ------------------------------------------------------------------------------------------------------


def _first(sure: Array, keeps: Callable[[float], bool], *, down: bool = False) -> float:
    """The first threshold that keeps, from the lowest on (or from the highest); infinite if none does."""
    order = np.unique(sure)[:: -1 if down else 1]
    return next((float(each) for each in order if keeps(float(each))), inf)


def threshold_for(sure: Array, right: Answers, rate: float) -> float:
    """The reference: the lowest threshold from which on the error is at most the rate."""
    return _first(sure, lambda at: bool((~right[sure >= at]).mean() <= rate))


def over_all(sure: Array, right: Answers, rate: float) -> float:
    """Errors over all cases, those that a person decides among them."""
    return _first(sure, lambda at: bool((~right & (sure >= at)).mean() <= rate))


def strictly_above(sure: Array, right: Answers, rate: float) -> float:
    """What is at the threshold is left to a person."""

    def keeps(at: float) -> bool:
        above = sure > at
        return bool(above.any() and (~right[above]).mean() <= rate)

    return _first(sure, keeps)


def strictly_below(sure: Array, right: Answers, rate: float) -> float:
    """An error equal to the rate is refused."""
    return _first(sure, lambda at: bool((~right[sure >= at]).mean() < rate))


def of_the_rest(sure: Array, right: Answers, rate: float) -> float:
    """The errors among what a person decides."""

    def keeps(at: float) -> bool:
        below = sure < at
        return bool(below.any() and (~right[below]).mean() <= rate)

    return _first(sure, keeps)


def highest(sure: Array, right: Answers, rate: float) -> float:
    """The highest threshold that keeps to the rate, which automates least."""
    return _first(sure, lambda at: bool((~right[sure >= at]).mean() <= rate), down=True)


def until_broken(sure: Array, right: Answers, rate: float) -> float:
    """From the highest down, and stopped at the first that breaks the rate."""
    reached = inf
    for at in np.unique(sure)[::-1]:
        if (~right[sure >= at]).mean() > rate:
            break
        reached = float(at)
    return reached


def accuracy(sure: Array, right: Answers, rate: float) -> float:
    """The share of right answers held to the rate."""
    return _first(sure, lambda at: bool(right[sure >= at].mean() <= rate))


def ties_split(sure: Array, right: Answers, rate: float) -> float:
    """Case by case, the surest first, though those that are equally sure go together."""
    order = np.argsort(-sure, kind="stable")
    errors = np.cumsum(~right[order]) / np.arange(1, len(order) + 1)
    kept = np.flatnonzero(errors <= rate)
    return float(sure[order][kept[-1]]) if len(kept) else inf


def one_minus_rate(sure: Array, right: Answers, rate: float) -> float:  # noqa: ARG001 - that is the mistake
    """Trusts how sure the model is, without counting."""
    return 1 - rate


THRESHOLD_CASES = (
    Case(
        np.array([0.95, 0.6, 0.8, 0.55, 0.9, 0.4, 0.7, 0.99, 0.85]),
        np.array([True, True, False, False, True, False, True, True, True]),
        0.24,
        why="from 0.6 on, one of seven is wrong; from 0.55 on, two of eight.",
    ),
    Case(
        np.array([0.99, 0.97, 0.9, 0.9, 0.8, 0.7, 0.6, 0.5]),
        np.array([True, False, True, True, True, True, False, True]),
        0.25,
        why="from 0.5 on, two of eight are wrong: exactly 0.25, which is allowed. From 0.6 on it is more, 2 of 7.",
    ),
    Case(
        np.array([0.9, 0.9, 0.9, 0.8, 0.8, 0.6]),
        np.array([True, True, False, True, False, False]),
        0.34,
        why="three cases share 0.9, and two share 0.8: each threshold takes all of them or none.",
    ),
    Case(
        np.array([0.9, 0.7, 0.8, 0.6]),
        np.array([False, True, True, True]),
        0.1,
        why="no threshold keeps to this rate: the surest answer is wrong. Then give infinity (`math.inf`).",
    ),
)

THRESHOLD_MISTAKES = (
    Mistake(
        "errors over all cases",
        over_all,
        "You divided by all cases. What a person decides must not dilute the errors: divide by the automated ones.",
    ),
    Mistake(
        "the threshold itself left to a person",
        strictly_above,
        "You automated only what is *above* the threshold. At the threshold or above it, the machine decides: `>=`.",
    ),
    Mistake(
        "at most taken as below",
        strictly_below,
        "You refused an error that equals the rate. At most the rate: `<=`.",
    ),
    Mistake(
        "errors of what a person decides",
        of_the_rest,
        "You counted the errors *below* the threshold, which a person decides. The promise is about the others.",
    ),
    Mistake(
        "highest threshold",
        highest,
        "That is the *highest* threshold that keeps to the rate, and automates least. The lowest one is asked for.",
    ),
    Mistake(
        "stopped at the first that breaks the rate",
        until_broken,
        "You went down from the top and stopped at the first threshold that breaks the rate. The error can fall again "
        "further down: try them all.",
    ),
    Mistake(
        "accuracy held to the rate",
        accuracy,
        "You held the share of *right* answers to the rate. It is about the wrong ones.",
    ),
    Mistake(
        "cases that are equally sure split",
        ties_split,
        "You went case by case. Cases that are equally sure are on one side of any threshold: count them together.",
    ),
    Mistake(
        "how sure taken for how right",
        one_minus_rate,
        "You trusted how sure the model is: 1 - rate. It may be surer than it is right, so count its errors.",
    ),
)
