"""The two tasks: on what a function is tried, and the usual wrong ones.

Whoever's results equal those of a wrong function on all cases is told what happened, in words of the subject.
"""

import pandas as pd

from mlprojects.engine import Case, Mistake

from . import model
from .model import f_beta


def best_under_limit(table: pd.DataFrame, limit: float) -> str | None:
    """The reference: the most accurate within the limit, None if there is none."""
    return next(iter(model.chosen(model.under_limits(table, {"latency": limit}, "accuracy"))), None)


def arithmetic_mean(precision: float, recall: float, _beta: float) -> float:
    """The plain mean of the two."""
    return (precision + recall) / 2


def always_f1(precision: float, recall: float, _beta: float) -> float:
    """F1, whatever beta is."""
    return f_beta(precision, recall, 1)


def swapped(precision: float, recall: float, beta: float) -> float:
    """The weight on the wrong side: beta makes precision the more important one."""
    return f_beta(recall, precision, beta)


def not_squared(precision: float, recall: float, beta: float) -> float:
    """Beta where beta squared belongs."""
    return f_beta(precision, recall, beta**0.5)


def without_factor(precision: float, recall: float, beta: float) -> float:
    """The numerator without its 1 + beta squared."""
    return f_beta(precision, recall, beta) / (1 + beta**2)


def no_limit(table: pd.DataFrame, _limit: float) -> str:
    """The most accurate of all, limit or not."""
    return str(table["accuracy"].idxmax())


def fastest(table: pd.DataFrame, limit: float) -> str | None:
    """The fastest of those within the limit."""
    within = table[table["latency"] <= limit]
    return None if within.empty else str(within["latency"].idxmin())


def strictly_below(table: pd.DataFrame, limit: float) -> str | None:
    """As asked, but a latency at the limit counts as too slow."""
    within = table[table["latency"] < limit]
    return None if within.empty else str(within["accuracy"].idxmax())


def value_not_name(table: pd.DataFrame, limit: float) -> float | None:
    """The accuracy of the right one instead of its name."""
    within = table[table["latency"] <= limit]
    return None if within.empty else float(within["accuracy"].max())


def slowest_within(table: pd.DataFrame, limit: float) -> str | None:
    """The one nearest to the limit, as if slower meant better."""
    within = table[table["latency"] <= limit]
    return None if within.empty else str(within["latency"].idxmax())


F_BETA_CASES = (
    Case(0.9, 0.5, 1.0, why="at beta = 1 it is F1, the harmonic mean, and lies nearer to the smaller of the two."),
    Case(0.9, 0.5, 2.0, why="recall is the weak side here and now counts more, so the score falls below F1."),
    Case(0.9, 0.5, 0.5, why="precision is the strong side here and now counts more, so the score rises above F1."),
    Case(0.7, 0.9, 2.0, why="recall is the strong side here and now counts more, so the score rises above F1."),
    Case(0.0, 0.0, 1.0, why="with precision and recall both 0 the score is 0."),
)


F_BETA_MISTAKES = (
    Mistake(
        "arithmetic mean",
        arithmetic_mean,
        "You took the plain mean of the two. F-beta is a *harmonic* mean: a weak side weighs more, and beta matters.",
    ),
    Mistake(
        "beta ignored",
        always_f1,
        "You computed F1: right at `beta = 1`, but your function gives the same for every other beta.",
    ),
    Mistake(
        "precision and recall swapped",
        swapped,
        "Your beta makes *precision* more important. In the denominator, `beta**2` stands with precision, so that a "
        "large beta brings the score near to recall.",
    ),
    Mistake("beta not squared", not_squared, "You used `beta` where `beta**2` belongs, in both places."),
    Mistake(
        "factor missing",
        without_factor,
        "The numerator lacks its factor `1 + beta**2`: without it, precision 1 and recall 1 do not score 1.",
    ),
)


BEST_CASES = (
    Case(model.NG_MODELS, 100, why="two of Ng's three keep 100 ms, and Classifier B is the more accurate of them."),
    Case(model.EXERCISE_MODELS, 70, why="four keep the limit, and the small network is the most accurate of them."),
    Case(model.EXERCISE_MODELS, 40, why="at most 40 includes the small network, which takes exactly 40."),
    Case(model.EXERCISE_MODELS, 1, why="none is that fast, and then the answer is `None`."),
)


BEST_MISTAKES = (
    Mistake("limit ignored", no_limit, "You took the most accurate of all, within the limit or not."),
    Mistake(
        "wrong metric optimised",
        fastest,
        "You took the fastest. Within the limit, faster earns nothing more: there, accuracy decides.",
    ),
    Mistake("limit too strict", strictly_below, "A latency exactly *at* the limit keeps it: use `<=`."),
    Mistake(
        "value instead of name",
        value_not_name,
        "That is the accuracy of the right one; asked is its name, which is in the index (`.idxmax()`).",
    ),
    Mistake(
        "nearest to the limit",
        slowest_within,
        "You took the slowest that keeps the limit. Slower need not be better: look at accuracy.",
    ),
)
