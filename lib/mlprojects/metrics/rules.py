"""Rules that make one number of several metrics, and the models they crown: the lecture's worked table.

Source: Full Stack Deep Learning, Spring 2021, lecture 5, "Metrics" (49:06). Precision, recall and mAP of the three
models were made up by the lecturer for the example; everything computed from them here is our own.
"""

import math
from collections.abc import Callable
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects import checks

RULES = ("simple average", "weighted average", "F-beta", "precision at a recall floor", "mAP")
Numbers = npt.NDArray[np.float64]
TIE = 1e-9
"""Scores closer than this are one score: at weight 2/3 the three models tie, and rounding must not break the tie."""

LECTURE_MODELS = pd.DataFrame(
    {"precision": [0.9, 0.8, 0.7], "recall": [0.5, 0.7, 0.9], "mAP": [0.7, 0.6, 0.6]},
    index=pd.Index(["Model 1", "Model 2", "Model 3"], name="model"),
)
"""The lecture's three models; all nine numbers are made up for the example."""


def f_beta(precision: float, recall: float, beta: float) -> float:
    """F-beta of a precision and a recall: their weighted harmonic mean; 0 where both are 0.

    Beta is how many times as important recall is as precision (van Rijsbergen, Information Retrieval, 1979).

    Raises:
        TypeError: If a value is no number.
        ValueError: If precision or recall is outside 0 to 1, or beta is negative.
    """
    p = checks.number("Precision", precision, 0, 1)
    r = checks.number("Recall", recall, 0, 1)
    weight = checks.number("Beta", beta, 0, 1e6) ** 2
    if p == 0 or r == 0:
        return 0.0
    return (1 + weight) / (1 / p + weight / r)


def weighted_average(precision: float, recall: float, weight: float) -> float:
    """`weight * precision + (1 - weight) * recall`.

    Raises:
        TypeError: If a value is no number.
        ValueError: If precision, recall or weight is outside 0 to 1.
    """
    p = checks.number("Precision", precision, 0, 1)
    r = checks.number("Recall", recall, 0, 1)
    w = checks.number("The weight", weight, 0, 1)
    return w * p + (1 - w) * r


def precision_at_floor(precision: float, recall: float, floor: float) -> float:
    """The precision of a model whose recall is at least `floor`, else 0.

    Raises:
        TypeError: If a value is no number.
        ValueError: If a value is outside 0 to 1.
    """
    p = checks.number("Precision", precision, 0, 1)
    r = checks.number("Recall", recall, 0, 1)
    return p if r >= checks.number("The recall floor", floor, 0, 1) - TIE else 0.0


def rank(
    models: pd.DataFrame, rule: str, *, weight: float = 0.5, beta: float = 1.0, floor: float = 0.6
) -> pd.DataFrame:
    """Score and rank models by one of `RULES`.

    Args:
        models: One row a model, with columns `precision` and `recall` from 0 to 1, and `mAP` for that rule.
        rule: One of `RULES`.
        weight: Weight on precision, 0 to 1 (weighted average).
        beta: How many times as important recall is as precision, at least 0 (F-beta).
        floor: Least recall accepted, 0 to 1 (precision at a recall floor).

    Returns:
        The models, best first (ties in the order given), with `precision`, `recall`, `score`, `rank` (1 is best, ties
        share it), `tied` (shares its rank), and `misses_by` (how far the recall is below the floor; 0 elsewhere).

    Raises:
        TypeError: If a number is none, or `models` is no frame of numbers.
        ValueError: If the rule is unknown, the frame is empty or lacks a column, or a number is out of range.
    """
    checks.one_of("The rule", rule, RULES)
    checks.frame("The table of models", models, ["precision", "recall", *(["mAP"] if rule == "mAP" else [])], 0, 1)
    floor = checks.number("The recall floor", floor, 0, 1)
    score = _scorer(rule, weight, beta, floor)
    frame = models[["precision", "recall"]].assign(
        score=models["mAP"]
        if rule == "mAP"
        else [score(p, r) for p, r in zip(models.precision, models.recall, strict=True)],
        misses_by=0.0,
    )
    if rule == "precision at a recall floor":
        short = floor - frame["recall"]
        frame["misses_by"] = short.where(short > TIE, 0.0)
    frame["rank"] = [1 + int((frame["score"] > own + TIE).sum()) for own in frame["score"]]
    frame["tied"] = frame["rank"].duplicated(keep=False)
    return frame.sort_values("rank", kind="stable")


def winners(ranking: pd.DataFrame) -> list[str]:
    """The models that share rank 1 of a `rank` frame; none if every one of them misses the floor."""
    first = ranking[(ranking["rank"] == 1) & (ranking["misses_by"] == 0)]
    return [str(name) for name in first.index]


def winning_intervals(models: pd.DataFrame, rule: str) -> pd.DataFrame:
    """Who wins for which value of a rule's parameter, from the ties of every two models (closed form, no search).

    Args:
        models: As in `rank`.
        rule: "weighted average" (weight 0 to 1), "F-beta" (beta 0 to infinity) or "precision at a recall floor".

    Returns:
        One row an interval, in order: `start`, `stop`, and `winner` (names joined by " = "; "" if none qualifies). At
        an inner end the two neighbours tie; for the floor the end belongs to the left one.

    Raises:
        TypeError: As in `rank`.
        ValueError: If the rule has no parameter, or as in `rank`.
    """
    ties = {"weighted average": _weight_ties, "F-beta": _beta_ties, "precision at a recall floor": _floor_steps}
    keywords = {"weighted average": "weight", "F-beta": "beta", "precision at a recall floor": "floor"}
    checks.one_of("The rule", rule, ties)
    checks.frame("The table of models", models, ["precision", "recall"], 0, 1)
    last = math.inf if rule == "F-beta" else 1.0
    edges = [0.0]
    for edge in sorted(ties[rule](models)):
        # Ties of several models at one place differ by rounding; they are one edge.
        if edges[-1] + TIE < edge < last - TIE:
            edges.append(edge)
    rows: list[dict[str, object]] = []
    for start, stop in pairwise([*edges, last]):
        middle = (start + stop) / 2 if math.isfinite(stop) else 2 * start + 1
        best = " = ".join(winners(rank(models, rule, **{keywords[rule]: middle})))
        if rows and rows[-1]["winner"] == best:
            rows[-1]["stop"] = stop
        else:
            rows.append({"start": start, "stop": stop, "winner": best})
    return pd.DataFrame(rows)


def never_alone(models: pd.DataFrame, rule: str) -> list[str]:
    """The models that are the only winner for no value of a rule's parameter.

    Raises:
        TypeError: As in `rank`.
        ValueError: As in `winning_intervals`.
    """
    alone = set(winning_intervals(models, rule)["winner"])
    return [str(name) for name in models.index if name not in alone]


def f_beta_switch_points(models: pd.DataFrame) -> list[float]:
    """The betas at which the winner by F-beta changes, ascending; on the lecture's table 0.493 and 0.750.

    Two models tie where `beta**2 = r1 r2 (p2 - p1) / (p1 p2 (r1 - r2))`.
    """
    return [float(start) for start in winning_intervals(models, "F-beta")["start"].iloc[1:]]


def collinearity(models: pd.DataFrame) -> pd.Series:
    """The straight line through the models in the precision-recall plane, by least squares.

    A model on or under the line between two others can never be the only winner of a weighted average.

    Returns:
        `slope` (recall per precision), `intercept`, and `deviation`, the largest distance in recall from the line.

    Raises:
        TypeError: As in `rank`.
        ValueError: As in `rank`, or if the precisions are all equal.
    """
    checks.frame("The table of models", models, ["precision", "recall"], 0, 1)
    p, r = models["precision"].to_numpy(dtype=float), models["recall"].to_numpy(dtype=float)
    spread = p - p.mean()
    if not spread.any():
        raise ValueError("A line through the models needs at least two different precisions.")
    slope = float(spread @ r / (spread @ spread))
    intercept = float(r.mean() - slope * p.mean())
    deviation = float(np.abs(r - (intercept + slope * p)).max())
    return pd.Series({"slope": slope, "intercept": intercept, "deviation": deviation})


def iso_score(rule: str, score: float, *, weight: float = 0.5, beta: float = 1.0, floor: float = 0.6) -> pd.DataFrame:
    """Pairs of precision and recall that a rule scores alike: the line that separates better from worse.

    Returns:
        `precision` and `recall`, inside the unit square, in drawing order; empty for mAP, no function of the two.

    Raises:
        ValueError: If the rule is unknown.
    """
    checks.one_of("The rule", rule, RULES)
    grid = np.linspace(0.001, 1, 400)
    if rule == "mAP" or score <= 0:
        return pd.DataFrame({"precision": [], "recall": []}, dtype=float)
    if rule == "precision at a recall floor":
        return pd.DataFrame({"precision": [score, score], "recall": [floor, 1.0]})
    # Solved for the side that counts more, so that a line along an axis has as many points as any other.
    if rule == "F-beta":
        p, r = _solved(grid, 1 / (1 + beta**2), lambda a: 1 / a, score)
    else:
        p, r = _solved(grid, 0.5 if rule == "simple average" else weight, lambda a: a, score)
    inside = (p >= 0) & (p <= 1) & (r >= 0) & (r <= 1)
    return pd.DataFrame({"precision": p[inside], "recall": r[inside]})


def _solved(
    grid: Numbers, weight: float, mean_of: Callable[[Numbers], Numbers], score: float
) -> tuple[Numbers, Numbers]:
    """Precision and recall with `weight * g(precision) + (1 - weight) * g(recall) = g(score)`; g is its own inverse."""
    level = mean_of(np.array(score))
    with np.errstate(divide="ignore"):
        if weight > 1 / 2:
            return mean_of((level - (1 - weight) * mean_of(grid)) / weight), grid
        return grid, mean_of((level - weight * mean_of(grid)) / (1 - weight))


def _scorer(rule: str, weight: float, beta: float, floor: float) -> Callable[[float, float], float]:
    if rule == "F-beta":
        return lambda p, r: f_beta(p, r, beta)
    if rule == "precision at a recall floor":
        return lambda p, r: precision_at_floor(p, r, floor)
    return lambda p, r: weighted_average(p, r, 0.5 if rule == "simple average" else weight)


def _pairs(models: pd.DataFrame) -> list[tuple[float, float, float, float]]:
    points = list(zip(models["precision"].astype(float), models["recall"].astype(float), strict=True))
    return [(*one, *other) for place, one in enumerate(points) for other in points[place + 1 :]]


def _weight_ties(models: pd.DataFrame) -> list[float]:
    return [(s - r) / (p - q + s - r) for p, r, q, s in _pairs(models) if abs(p - q + s - r) > TIE]


def _beta_ties(models: pd.DataFrame) -> list[float]:
    squares = [r * s * (q - p) / (p * q * (r - s)) for p, r, q, s in _pairs(models) if p * q > 0 and abs(r - s) > TIE]
    return [math.sqrt(square) for square in squares if square > 0]


def _floor_steps(models: pd.DataFrame) -> list[float]:
    return [float(recall) for recall in models["recall"]]
