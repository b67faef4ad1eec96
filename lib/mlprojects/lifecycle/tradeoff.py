"""Two requirements at once: who keeps both, and which one must give way if nobody does (3 -> 1).

Accuracy costs computing time. Where the corner that a project asks for is empty, training longer does not fill it:
the requirements are planned again.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache

import pandas as pd

from mlprojects import checks
from mlprojects.case import scenes
from mlprojects.one_core import one_core

from .places import PLACES

HIGHER_IS_BETTER = frozenset({"accuracy"})
"""Metrics that should be large; all others should be small."""

NETWORKS = pd.DataFrame(
    {
        "accuracy": [71.878, 69.758, 77.692, 76.130, 78.312, 84.122],
        "computing": [0.30, 1.81, 0.39, 4.09, 11.51, 37.75],
    },
    index=pd.Index(
        ["MobileNetV2", "ResNet-18", "EfficientNet-B0", "ResNet-50", "ResNet-152", "EfficientNet-B7"], name="model"
    ),
)
"""Networks trained on ImageNet: top-1 accuracy in %, and GFLOPs an image (a multiply-add counts as one).

Source: the PyTorch project, torchvision documentation, "Models and pre-trained weights" (weights IMAGENET1K_V1),
https://pytorch.org/vision/stable/models.html.
"""

CANDIDATES: dict[str, tuple[str, dict[str, int], int]] = {
    "ridge regression": ("Ridge", {}, 1000),
    "script": ("Moments", {}, 100),
    "1 network": ("Network", {"members": 1}, 1000),
    "3 networks": ("Network", {"members": 3}, 1000),
    "neighbours (250)": ("Neighbours", {}, 250),
    "neighbours (1,000)": ("Neighbours", {}, 1000),
}
"""The robot's estimators: name to the case study's class, its settings, and the number of training photographs."""
TEST = 300
"""Unseen photographs on which an estimator's error is measured."""


def estimators(place: str, progress: Callable[[list[str]], Iterable[str]] = iter) -> pd.DataFrame:
    """The robot's estimators, trained and tested on photographs of one place, all labels right.

    Errors are rounded to 0.01 cm: with 300 photographs more digits would say nothing, and a network's last digits may
    differ from processor to processor.

    Args:
        place: One of `PLACES`.
        progress: Wraps the list of names to show a progress bar; what is trained stays trained. A second for all.

    Returns:
        One row an estimator: `multiply-adds` a photograph, and `position error` (mean distance in cm).

    Raises:
        ValueError: If there is no such place.
    """
    checks.one_of("The place", place, PLACES)
    rows = {name: _measured(name, place) for name in progress(list(CANDIDATES))}
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("model")


@cache
def _measured(name: str, place: str) -> dict[str, float]:
    from mlprojects.case import estimators as case  # noqa: PLC0415 - `import mlprojects` must not load scikit-learn

    kind, settings, size = CANDIDATES[name]
    train, test = _photographs(place)
    estimator = getattr(case, kind)(**settings)
    with one_core():
        estimator.fit(train.images[:size], train.poses[:size])
        position = case.errors(test.poses, estimator.predict(test.images))["position"].mean()
    return {"multiply-adds": float(case.operations(estimator)), "position error": round(float(position), 2)}


@cache
def _photographs(place: str) -> tuple[scenes.Photos, scenes.Photos]:
    """Training and test photographs of a place."""
    most = max(size for _, _, size in CANDIDATES.values())
    return scenes.photograph(PLACES[place], most, seed=1), scenes.photograph(PLACES[place], TEST, seed=2)


def front(models: pd.DataFrame) -> pd.Series:
    """Who is on the Pareto front: no other model is at least as good in every metric and better in one.

    Args:
        models: One row a model, one column a metric, finite numbers of at least 0.

    Returns:
        True or False a model, in the table's order; equal models are on the front together.

    Raises:
        TypeError: If the table is no frame of numbers.
        ValueError: If it is empty, or a number is negative or not finite.
    """
    loss = _loss(models)
    beaten = [bool(((loss <= row).all(axis=1) & (loss < row).any(axis=1)).any()) for _, row in loss.iterrows()]
    return ~pd.Series(beaten, index=models.index, name="front", dtype=bool)


def feasible(models: pd.DataFrame, limits: Mapping[str, float]) -> pd.Series:
    """Who keeps every limit; a value at its limit keeps it.

    Args:
        models: As in `front`.
        limits: Metric to limit: the least allowed for `HIGHER_IS_BETTER`, the most allowed for all others.

    Returns:
        True or False a model, in the table's order.

    Raises:
        TypeError: If the table is no frame of numbers or a limit is no number.
        ValueError: If the table is empty, a metric is unknown, or a number is negative or not finite.
    """
    return _keeps(models, limits).all(axis=1).rename("feasible")


def nearest(models: pd.DataFrame, limits: Mapping[str, float]) -> pd.DataFrame:
    """If nobody keeps all limits: how far one of them must give way, the others being held.

    Args:
        models: As in `front`.
        limits: As in `feasible`, above 0.

    Returns:
        One row a metric that can make room alone, the smallest factor first: `model` (the first to become feasible),
        `limit` (its value, the new limit) and `factor` (new limit / limit, or limit / new limit where more is better).
        No rows if some model keeps all limits, or if no single limit can make room.

    Raises:
        TypeError: As in `feasible`.
        ValueError: As in `feasible`, or if a limit is 0.
    """
    keeps = _keeps(models, limits)
    rows: list[dict[str, object]] = []
    for metric, limit in limits.items():
        bound = checks.number(f"The limit on {metric}", limit, 1e-9)
        others = models.loc[keeps.drop(columns=metric).all(axis=1), metric]
        if keeps.all(axis=1).any() or others.empty:
            continue
        higher = metric in HIGHER_IS_BETTER
        name, value = (others.idxmax(), others.max()) if higher else (others.idxmin(), others.min())
        factor = bound / value if higher else value / bound
        rows.append({"metric": metric, "model": str(name), "limit": float(value), "factor": float(factor)})
    frame = pd.DataFrame(rows, columns=["metric", "model", "limit", "factor"]).set_index("metric")
    return frame.sort_values("factor", kind="stable")


def _loss(models: pd.DataFrame) -> pd.DataFrame:
    """The table with every metric turned so that less is better."""
    checks.frame("The table", models, models.columns if isinstance(models, pd.DataFrame) else ())
    return models.assign(**{metric: -models[metric] for metric in models.columns if metric in HIGHER_IS_BETTER})


def _keeps(models: pd.DataFrame, limits: Mapping[str, float]) -> pd.DataFrame:
    """Model by limited metric: is the limit kept?"""
    checks.frame("The table", models, models.columns if isinstance(models, pd.DataFrame) else ())
    kept = {}
    for metric, limit in limits.items():
        checks.one_of("The limited metric", metric, map(str, models.columns))
        bound = checks.number(f"The limit on {metric}", limit, 0)
        kept[metric] = models[metric] >= bound if metric in HIGHER_IS_BETTER else models[metric] <= bound
    return pd.DataFrame(kept, index=models.index, dtype=bool)
