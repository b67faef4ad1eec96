"""Arrow 4 -> 1: the pose error halves, picks an hour do not move, and what was missing is uncertainty.

A camera at the robot's wrist sees a mug from above; in four of ten photographs something lies over it. The estimator
looks up similar photographs. A team improves it in two ways: more photographs, then labels by sensors instead of labels
by hand. The median angle error follows both. Picks an hour follow the first and ignore the second: a better label makes
an easy photograph better that was good enough, and leaves a covered handle as it was.

The estimator knows its bad cases: where the labels of the similar photographs are far apart, it is guessing. A robot
that then looks again picks more, if what it looks at again is another picture: much, where the cover may be gone from
elsewhere (every photograph is a new draw), and little where a covered mug is covered from everywhere (`stubborn`).

Ours: the place, the sizes, the gripper and the times of `Cycle`. The threshold is judged on the photographs on which it
is chosen, so that its best value is a little flattered.
"""

from dataclasses import replace
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects import checks
from mlprojects.case import grasping, labels
from mlprojects.case.grasping import NEVER, Cycle, Gripper
from mlprojects.case.scenes import Photos, photograph
from mlprojects.one_core import one_core

from .places import WRIST

COVERED = replace(WRIST, name="lab, things over the mug", occlusion=0.4)
GRIPPER, CYCLE = Gripper(), Cycle()
HAND, SENSOR = "by hand", "by sensors"
LABELS = (HAND, SENSOR)
SIZES = (125, 250, 500, 1000, 1500, 2000)
"""Training photographs."""
LATE = 1000
"""From so many photographs on, a model is one that a team would deploy: more photographs no longer bring much."""
CLEAR_OF_FIVE = 3
"""Objects of five that nothing covers, as in `COVERED`."""
TEST = 600
"""Photographs on which the models are judged."""
TRAIN_SEED, TEST_SEED = 1, 99
ANNOTATORS = 10
"""People who label by hand, taking turns."""
THRESHOLDS = (5, 10, 20, 30, 60)
"""Degrees."""
BINS = tuple(range(0, 181, 20))
"""Degrees: the edges between which angle errors are counted."""
OFFLINE = {
    "median angle error": "median_angle",
    "mean angle error": "mean_angle",
    "grasps that hold": "held",
}
"""Numbers that a team can compute without a robot, in words, and their columns in `models`."""


class Judged(NamedTuple):
    """A model on the test photographs.

    Attributes:
        errors: Columns `position` (cm) and `angle` (degrees), one row a photograph.
        spread: How far apart the labels of the similar photographs are, in degrees.
        held: Whether a grasp by each photograph holds.
    """

    errors: pd.DataFrame
    spread: npt.NDArray[np.float64]
    held: npt.NDArray[np.bool_]


@cache
def judged(label: str, photographs: int) -> Judged:
    """The model that learnt from so many photographs with such labels, on the test photographs.

    Raises:
        ValueError: If the labels or the number are not among `LABELS` and `SIZES`.
    """
    from mlprojects.case.estimators import Neighbours, errors  # noqa: PLC0415 - loads scikit-learn

    if photographs not in SIZES:
        raise ValueError(f"The number of photographs may be {', '.join(map(str, SIZES))}; got {photographs!r}.")
    images, known = _training(checks.one_of("The labels", label, LABELS))
    test = _test()
    model = Neighbours().fit(images[:photographs], known[:photographs])
    with one_core():
        poses, spread = model.predict_with_spread(test.images)
    found = errors(test.poses, poses)
    return Judged(found, spread[:, 1], GRIPPER.holds(found))


def covered() -> npt.NDArray[np.bool_]:
    """Whether part of the mug is covered, for each test photograph."""
    return np.asarray(_test().hidden > 0)


def used(label: str, photographs: int, threshold: float = NEVER, *, stubborn: bool = False) -> pd.Series:
    """One model in the robot's cycle.

    Args:
        label: One of `LABELS`.
        photographs: One of `SIZES`.
        threshold: Degrees of spread above which the robot looks again; `NEVER` leaves uncertainty unused.
        stubborn: A covered mug is covered in all its photographs, instead of each photograph being a new draw.

    Returns:
        `success` (of a grasp, from 0 to 1), `looks` (photographs before a grasp), `picks_per_hour`, and `unsure` (share
        of the photographs above the threshold).

    Raises:
        ValueError: If a value is unknown.
    """
    model = judged(label, photographs)
    held, spread = _by_object(model) if stubborn else (model.held, model.spread)
    row = grasping.by_threshold(held, spread, CYCLE, [threshold]).iloc[0]
    return pd.Series({**row, "unsure": float((model.spread > threshold).mean())})


@cache
def models(threshold: float = NEVER, *, stubborn: bool = False) -> pd.DataFrame:
    """All models: what a team measures without a robot, and what the robot does.

    Args:
        threshold: As in `used`.
        stubborn: As in `used`.

    Returns:
        One row a model: `labels`, `photographs`, `median_angle` and `mean_angle` (degrees), `held` (share of the grasps
        that hold at the first look), `picks_per_hour`, and `with_uncertainty` (picks an hour at this threshold).
    """
    rows = []
    for label in LABELS:
        for size in SIZES:
            model = judged(label, size)
            angle = model.errors["angle"]
            picks = [used(label, size, bound, stubborn=stubborn)["picks_per_hour"] for bound in (NEVER, threshold)]
            rows.append((label, size, angle.median(), angle.mean(), model.held.mean(), *picks))
    columns = ["labels", "photographs", "median_angle", "mean_angle", "held", "picks_per_hour", "with_uncertainty"]
    return pd.DataFrame(rows, columns=columns)


def follows() -> pd.DataFrame:
    """Which offline number moves with picks an hour (without uncertainty): Pearson's correlation over the models.

    Returns:
        One row a number of `OFFLINE`: `all` models, and `late`, those with at least `LATE` photographs.
    """
    every = models()
    late = every[every["photographs"] >= LATE]
    rows = {
        name: [float(np.corrcoef(part[column], part["picks_per_hour"])[0, 1]) for part in (every, late)]
        for name, column in OFFLINE.items()
    }
    return pd.DataFrame.from_dict(rows, orient="index", columns=["all", "late"]).rename_axis("number")


def best_threshold(label: str, photographs: int) -> int:
    """The threshold of `THRESHOLDS` with most picks an hour (in degrees); the lowest of equals."""
    model = judged(label, photographs)
    table = grasping.by_threshold(model.held, model.spread, CYCLE, THRESHOLDS)
    return int(THRESHOLDS[int(table["picks_per_hour"].to_numpy().argmax())])


def better_labels() -> pd.DataFrame:
    """The two models with most photographs, before and after the labels got better.

    Returns:
        The two rows of `models` by labels, with `best` (threshold of most picks an hour) and `with_uncertainty` there,
        and `failures_covered` (share of the failed grasps in which the mug was partly covered).
    """
    every = models()
    last = every[every["photographs"] == SIZES[-1]].set_index("labels")
    best = {label: best_threshold(label, SIZES[-1]) for label in LABELS}
    picks = {label: used(label, SIZES[-1], bound)["picks_per_hour"] for label, bound in best.items()}
    failed = {label: covered()[~judged(label, SIZES[-1]).held].mean() for label in LABELS}
    return last.assign(best=pd.Series(best), with_uncertainty=pd.Series(picks), failures_covered=pd.Series(failed))


def change() -> float:
    """By which share picks an hour change when the labels get better: 0.1 is a tenth more."""
    found = better_labels()["picks_per_hour"].to_dict()
    return float(found[SENSOR] / found[HAND] - 1)


def by_error(model: Judged, threshold: float = NEVER) -> pd.DataFrame:
    """How many test photographs a model is off on by how much, and at how many of them it would look again.

    Args:
        model: From `judged`.
        threshold: As in `used`.

    Returns:
        One row a bin, by its lower edge in degrees (`BINS`; the last one holds 180 too): `sure` and `unsure`.
    """
    angle, unsure = model.errors["angle"].to_numpy(), model.spread > threshold
    counts = {"sure": np.histogram(angle[~unsure], BINS)[0], "unsure": np.histogram(angle[unsure], BINS)[0]}
    return pd.DataFrame(counts, index=pd.Index(BINS[:-1], name="degrees"))


def _by_object(model: Judged) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.float64]]:
    """Five kinds of object, three clear and two covered: what holds, and the spread, in photographs of its own."""
    over = covered()
    each = min(over.sum(), (~over).sum())
    kinds = [np.flatnonzero(~over)[:each]] * CLEAR_OF_FIVE + [np.flatnonzero(over)[:each]] * (5 - CLEAR_OF_FIVE)
    return model.held[np.stack(kinds)], model.spread[np.stack(kinds)]


@cache
def _training(label: str) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Images, and their labels."""
    photos = _photographs()
    if label == SENSOR:
        return photos.images, labels.sensor(photos.poses, TRAIN_SEED)
    turns = np.arange(len(photos))
    everyone = labels.annotators(photos.poses, ANNOTATORS, TRAIN_SEED)
    return photos.images, everyone[turns % ANNOTATORS, turns]


@cache
def _photographs() -> Photos:
    return photograph(COVERED, SIZES[-1], TRAIN_SEED)


@cache
def _test() -> Photos:
    return photograph(COVERED, TEST, TEST_SEED)
