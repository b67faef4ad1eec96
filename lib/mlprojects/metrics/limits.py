"""Threshold n-1 metrics, optimise the nth: who stays within all limits, who of them is best, how far the others miss.

Source of the rule: Full Stack Deep Learning, Spring 2021, lecture 5; the same idea as "satisficing and optimizing
metrics" in Ng, Machine Learning Yearning (draft, deeplearning.ai, 2018), chapter 9.
"""

from collections.abc import Mapping

import pandas as pd

from mlprojects import checks

LOWER_IS_BETTER = frozenset({"latency"})
"""Metrics that should be small; all others should be large."""
TIE = 1e-9
MISSES = " misses by"

NG_MODELS = pd.DataFrame(
    {"accuracy": [0.90, 0.92, 0.95], "latency": [80.0, 95.0, 1500.0]},
    index=pd.Index(["Classifier A", "Classifier B", "Classifier C"], name="classifier"),
)
"""Accuracy, and latency in milliseconds. Source: Ng, Machine Learning Yearning (2018), chapter 9; an example of his."""

EXERCISE_MODELS = pd.DataFrame(
    {"accuracy": [0.91, 0.88, 0.80, 0.95, 0.85], "latency": [40.0, 60.0, 5.0, 400.0, 10.0]},
    index=pd.Index(["small network", "forest", "lookup", "large network", "linear"], name="classifier"),
)
"""Accuracy, and latency in milliseconds; made up for the task, so that every typical mistake gives another answer."""


def under_limits(table: pd.DataFrame, limits: Mapping[str, float], optimise: str) -> pd.DataFrame:
    """Judge every model of a table by limits on some metrics and by the value of one.

    A limit on latency is the most allowed, on any other metric the least allowed; a value at its limit is within it.

    Args:
        table: One row a model, one column a metric, numbers of at least 0.
        limits: Metric to limit, for any of the columns; may be empty.
        optimise: The column to optimise among the models within all limits.

    Returns:
        The table in its order with, for each limit, `<metric> misses by` (0 within), and `qualifies` and `wins` (the
        best that qualify; several if they tie, none if none qualifies).

    Raises:
        TypeError: If the table is no frame of numbers or a limit is no number.
        ValueError: If the table is empty, a metric is unknown, or a number is negative or not finite.
    """
    checks.frame("The table", table, table.columns if isinstance(table, pd.DataFrame) else ())
    checks.one_of("The metric to optimise", optimise, map(str, table.columns))
    judged = table.copy()
    qualifies = pd.Series(True, index=table.index)
    for metric, limit in limits.items():
        checks.one_of("The limited metric", metric, map(str, table.columns))
        bound = checks.number(f"The limit on {metric}", limit, 0)
        over = table[metric] - bound if metric in LOWER_IS_BETTER else bound - table[metric]
        judged[f"{metric}{MISSES}"] = over.where(over > TIE, 0.0)
        qualifies &= over <= TIE
    judged["qualifies"] = qualifies
    judged["wins"] = qualifies & _best(table[optimise][qualifies], optimise).reindex(table.index, fill_value=False)
    return judged


def chosen(judged: pd.DataFrame) -> list[str]:
    """The names of the winners of an `under_limits` frame; none if no model keeps the limits."""
    return [str(name) for name in judged.index[judged["wins"]]]


def winner_by_limit(table: pd.DataFrame, metric: str, optimise: str) -> pd.DataFrame:
    """Who wins as the limit on one metric is loosened: one row a limit at which the winner changes.

    Returns:
        `limit` (from the strictest that anyone meets to the loosest) and `winner` (names joined by " = ").

    Raises:
        TypeError: As in `under_limits`.
        ValueError: As in `under_limits`.
    """
    checks.frame("The table", table, [metric, optimise])
    bounds = sorted(set(table[metric]), reverse=metric not in LOWER_IS_BETTER)
    rows: list[dict[str, object]] = []
    for bound in bounds:
        judged = under_limits(table, {metric: bound}, optimise)
        names = " = ".join(chosen(judged))
        if not rows or rows[-1]["winner"] != names:
            rows.append({"limit": float(bound), "winner": names})
    return pd.DataFrame(rows)


def least_missing(judged: pd.DataFrame) -> tuple[str, str, float]:
    """Of models that all miss a limit, the one that misses by the smallest share of the limit, where it misses most.

    Args:
        judged: From `under_limits`.

    Returns:
        Name, the metric it misses worst, and by how much.

    Raises:
        ValueError: If a model qualifies or no limit was set.
    """
    if judged["qualifies"].any():
        raise ValueError("Some models keep all limits; there is no need to ask who misses least.")
    shares = pd.DataFrame({metric: judged[f"{metric}{MISSES}"] / _bound(judged, metric) for metric in _limited(judged)})
    name = str(shares.max(axis="columns").idxmin())
    metric = str(shares.idxmax(axis="columns")[name])
    return name, metric, float(judged[f"{metric}{MISSES}"][name])


def best_excluded(judged: pd.DataFrame, optimise: str) -> tuple[str, str, float] | None:
    """The model that is best at what is optimised among those that miss a limit, if it beats the winner.

    Args:
        judged: From `under_limits`.
        optimise: The metric that was optimised.

    Returns:
        Name, metric it misses worst (by share of the limit), and by how much; None if the limits exclude nobody better.
    """
    out = judged[~judged["qualifies"]]
    if out.empty or not judged["wins"].any():
        return None
    lower = optimise in LOWER_IS_BETTER
    name = str(out[optimise].idxmin() if lower else out[optimise].idxmax())
    lead = float(out[optimise][name] - judged[optimise][judged["wins"]].iloc[0])
    if (-lead if lower else lead) <= TIE:
        return None
    metric = max(_limited(judged), key=lambda each: float(judged[f"{each}{MISSES}"][name] / _bound(judged, each)))
    return name, metric, float(judged[f"{metric}{MISSES}"][name])


def _limited(judged: pd.DataFrame) -> list[str]:
    return [str(column).removesuffix(MISSES) for column in judged.columns if str(column).endswith(MISSES)]


def _bound(judged: pd.DataFrame, metric: str) -> float:
    """The limit, from any model that misses it; 1 if none does, so that shares of 0 stay 0."""
    missing = judged[judged[f"{metric}{MISSES}"] > 0]
    if missing.empty:
        return 1.0
    value, gap = float(missing[metric].iloc[0]), float(missing[f"{metric}{MISSES}"].iloc[0])
    return max(value - gap if metric in LOWER_IS_BETTER else value + gap, TIE)


def _best(values: pd.Series, metric: str) -> pd.Series:
    if values.empty:
        return pd.Series(dtype=bool)
    if metric in LOWER_IS_BETTER:
        return values.le(values.min() + TIE)
    return values.ge(values.max() - TIE)
