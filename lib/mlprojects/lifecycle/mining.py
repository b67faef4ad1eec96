"""Arrow 4 -> 2: photographs from the field go into the training set. The hardest ones, or any?

A linear model (ridge regression on the pixels) is trained in the lab and deployed elsewhere. Of some hundred labelled
photographs from there, a few are added to the training set, and the model is trained again. Which few is the question.
Everything is repeated with other photographs, and compared with a random choice of the same size on the same ones.

Ours: the places, the sizes, and the gripper. The camera sits at the wrist, within half a centimetre of the mug, so that
the angle is what is hard. Left out: what a label costs, and that in the field an error is known only after labelling
(or after a grasp has failed).

Sources: uncertainty by a committee that disagrees is Seung, Opper & Sompolinsky, "Query by Committee", COLT 1992; the
interval is Student's t for paired differences.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects import checks
from mlprojects.case import angles
from mlprojects.case.grasping import Gripper
from mlprojects.case.scenes import WAREHOUSE, Photos, photograph
from mlprojects.one_core import one_core

from .places import WRIST, at_the_wrist

GRIPPER = Gripper()
BASE, POOL, TEST = 200, 200, 250
"""Photographs from the lab to start with, from the field to choose from, and from the field to judge by."""
ADDED = (25, 50, 100)
SEEDS = tuple(range(8))
IN_VIEW = 0.05
"""A mug of which at most this share is covered counts as in view."""
CONFIDENCE = 0.95

RANDOM, HARDEST, IN_SIGHT, UNSURE = "at random", "largest error", "largest error, mug in view", "two models disagree"
WAYS = (RANDOM, HARDEST, IN_SIGHT, UNSURE)
"""How the photographs to add are chosen; the two models have learnt from half of the lab's photographs each."""

_NIGHT = replace(WRIST, name="lab at night", lamp=320.0, strength=0.9)

FIELDS = {
    "lab, one in ten at night": ((0.9, WRIST), (0.1, _NIGHT)),
    "lab, things over the mug": ((1.0, replace(WRIST, occlusion=0.4)),),
    "warehouse": ((1.0, at_the_wrist(WAREHOUSE)),),
}
"""Where the model is deployed: the share of photographs from each place."""


def from_field(field: str, count: int, seed: int) -> Photos:
    """Photographs from the field, in the shares of `FIELDS`.

    Raises:
        TypeError: If count or seed is no number.
        ValueError: If the field is unknown, or count or seed is too small.
    """
    parts = FIELDS[checks.one_of("The field", field, FIELDS)]
    number = int(checks.number("The number of photographs", count, len(parts)))
    ends = [0, *(round(number * share) for share in np.cumsum([share for share, _ in parts]))]
    return _joined(
        *(
            photograph(place, ends[part + 1] - ends[part], len(parts) * seed + part)
            for part, (_, place) in enumerate(parts)
        )
    )


def ranked(
    way: str, pool: Photos, error: npt.NDArray[np.float64], doubt: npt.NDArray[np.float64], seed: int
) -> list[int]:
    """The pool's photographs in the order in which one would add them.

    Args:
        way: One of `WAYS`.
        pool: The photographs.
        error: The model's angle error at each, in degrees.
        doubt: How far apart the answers of models trained on two halves are, in degrees.
        seed: Of the random choice.

    Raises:
        ValueError: If the way is unknown.
    """
    if checks.one_of("The way", way, WAYS) == RANDOM:
        return [int(place) for place in np.random.default_rng(seed).permutation(len(pool))]
    score = {HARDEST: error, IN_SIGHT: np.where(pool.hidden <= IN_VIEW, error, -1.0), UNSURE: doubt}[way]
    return [int(place) for place in np.argsort(-score, kind="stable")]


@cache
def runs(field: str) -> pd.DataFrame:
    """Every repetition in a field: each way of choosing, each number added.

    Args:
        field: One of `FIELDS`.

    Returns:
        One row a seed, way and number: `held` (share of the grasps that hold), `angle` (mean error in degrees),
        `covered` (mean hidden share of what was added) and `one_sided` (length of the mean direction of what was added:
        0 from all round, 1 all the same way). With 0 added the last two are 0.

    Raises:
        ValueError: If the field is unknown.
    """
    test = from_field(field, TEST, 900)
    with one_core():
        rows = [row for seed in SEEDS for row in _repetition(field, test, seed)]
    return pd.DataFrame(rows, columns=["seed", "way", "added", "held", "angle", "covered", "one_sided"])


@cache
def compared(field: str, added: int) -> pd.DataFrame:
    """Each way of choosing against a random choice of the same size.

    Args:
        field: One of `FIELDS`.
        added: One of `ADDED`.

    Returns:
        One row a way: `held` (mean share of grasps that hold, in percent), `gain` (percentage points over the random
        choice, mean over the seeds), `low` and `high` (its 95 % interval, Student's t over the paired differences),
        `verdict` ("better", "worse", "no clear difference", and "" for the random choice), `angle` (mean error in
        degrees), `covered` (percent) and `one_sided`, as in `runs`.

    Raises:
        ValueError: If the field or the number is unknown.
    """
    if added not in ADDED:
        raise ValueError(f"The number added may be {', '.join(map(str, ADDED))}; got {added!r}.")
    every = runs(field)
    chosen = every[every["added"] == added]
    held = 100 * chosen.pivot_table(index="seed", columns="way", values="held")[list(WAYS)]
    gains = held.sub(held[RANDOM], axis="index")
    table = pd.DataFrame({"held": held.mean(), "gain": gains.mean()})
    half = [interval(gains[way].tolist()) for way in WAYS]
    table = table.assign(low=table["gain"] - half, high=table["gain"] + half)
    table["verdict"] = [_verdict(*row) for row in table[["low", "high"]].itertuples(index=False)]
    means = chosen.groupby("way")[["angle", "covered", "one_sided"]].mean().loc[list(WAYS)]
    return table.join(means.assign(covered=100 * means["covered"])).rename_axis("way")


def baselines(progress: Callable[[list[str]], Iterable[str]] = iter) -> pd.DataFrame:
    """How the model from the lab does in each field, with nothing added.

    Args:
        progress: Wraps the list of fields to show a progress bar; what is trained stays trained.

    Returns:
        One row a field: `held` (percent of the grasps that hold) and `angle` (mean error in degrees).
    """
    rows = {field: before(field) for field in progress(list(FIELDS))}
    return pd.DataFrame.from_dict(rows, orient="index", columns=["held", "angle"]).rename_axis("field")


def before(field: str) -> tuple[float, float]:
    """Percent of the grasps that hold, and mean angle error in degrees, with nothing added: means over the seeds."""
    every = runs(field)
    none = every[every["added"] == 0]
    return float(100 * none["held"].mean()), float(none["angle"].mean())


def interval(differences: list[float]) -> float:
    """Half of the 95 % interval of their mean, by Student's t.

    Raises:
        ValueError: If there are fewer than two.
    """
    from scipy.stats import t  # type: ignore[import-untyped]  # noqa: PLC0415 - loaded when it is used, so that the lesson loads quickly

    count = len(differences)
    if count < 2:  # noqa: PLR2004 - a spread needs two
        raise ValueError(f"An interval needs at least two differences; got {count}.")
    quantile = float(t.ppf((1 + CONFIDENCE) / 2, count - 1))
    return quantile * float(np.std(differences, ddof=1)) / math.sqrt(count)


def _verdict(low: float, high: float) -> str:
    if low == high == 0:
        return ""
    return "better" if low > 0 else "worse" if high < 0 else "no clear difference"


def selected(field: str, way: str, count: int) -> Photos:
    """The first photographs that a way of choosing picks in a field, in the first repetition.

    Raises:
        TypeError: If the count is no number.
        ValueError: If field or way is unknown, or the count is below 1.
    """
    pool, error, doubt = _first_candidates(checks.one_of("The field", field, FIELDS))
    number = int(checks.number("The number of photographs", count, 1, POOL))
    return pool.take(ranked(way, pool, error, doubt, SEEDS[0])[:number])


@cache
def _base(seed: int) -> Photos:
    return photograph(WRIST, BASE, 10 + seed)


@cache
def _first_candidates(field: str) -> tuple[Photos, npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    return _candidates(field, SEEDS[0])


def _candidates(field: str, seed: int) -> tuple[Photos, npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """A pool from the field, the lab model's angle error at each photograph, and its committee's doubt."""
    base, pool = _base(seed), from_field(field, POOL, 100 + seed)
    halves = [_predicted(base.take(slice(half, None, 2)), pool) for half in (0, 1)]
    return pool, _angle_errors(base, pool), np.abs(angles.difference(halves[0][:, 2], halves[1][:, 2]))


def _repetition(field: str, test: Photos, seed: int) -> list[tuple[object, ...]]:
    base = _base(seed)
    pool, error, doubt = _candidates(field, seed)
    rows: list[tuple[object, ...]] = [(seed, "", 0, *_judged(base, test), 0.0, 0.0)]
    known: dict[tuple[int, ...], tuple[float, ...]] = {}  # where nothing is covered, two ways choose the same
    for way in WAYS:
        order = ranked(way, pool, error, doubt, seed)
        for number in ADDED:
            first = tuple(order[:number])
            known[first] = known.get(first) or _with(base, pool.take(order[:number]), test)
            rows.append((seed, way, number, *known[first]))
    return rows


def _with(base: Photos, new: Photos, test: Photos) -> tuple[float, ...]:
    """What adding these does, and how covered and how one-sided they are."""
    side = float(np.hypot(*angles.unit(new.poses[:, 2]).mean(axis=0)))
    return *_judged(_joined(base, new), test), float(new.hidden.mean()), side


def _judged(train: Photos, test: Photos) -> tuple[float, float]:
    from mlprojects.case.estimators import errors  # noqa: PLC0415 - loads scikit-learn

    found = errors(test.poses, _predicted(train, test))
    return float(GRIPPER.holds(found).mean()), float(found["angle"].mean())


def _angle_errors(train: Photos, photos: Photos) -> npt.NDArray[np.float64]:
    return np.abs(angles.difference(_predicted(train, photos)[:, 2], photos.poses[:, 2]))


def _predicted(train: Photos, photos: Photos) -> npt.NDArray[np.float64]:
    from mlprojects.case.estimators import Ridge  # noqa: PLC0415 - loads scikit-learn

    return Ridge().fit(train.images, train.poses).predict(photos.images)


def _joined(*several: Photos) -> Photos:
    return Photos(*(np.concatenate([getattr(one, part) for one in several]) for part in ("images", "poses", "hidden")))
