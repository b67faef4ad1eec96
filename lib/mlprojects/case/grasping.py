"""From errors of pose to picks an hour: a gripper, a cycle of looking and grasping, and a rule that uses uncertainty.

The robot photographs an object, estimates its pose, and grasps. A grasp succeeds where both errors are within the
gripper's tolerances. A failed grasp costs time, and is tried again with a new photograph, up to a limit; then the robot
takes the next object. An estimator that knows how unsure it is may ask for another photograph before it grasps.

The tolerances and all times are ours, of the size that table-top arms have; that picks an hour is what counts is the
lecture's. Left out: objects that fall or break, an arm that waits for objects, a wrong grasp that moves the object out
of reach, and photographs of one object that fail together (unless each object is given its own photographs).

Picks an hour follow from the renewal-reward theorem (Ross, "Introduction to Probability Models", chapter 7): picks an
object over time an object. `simulate` plays the same cycle with random numbers and must agree.
"""

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects import checks

HOUR = 3600.0
"""Seconds."""
NEVER = math.inf
"""A threshold that no spread exceeds: the estimator's uncertainty is not used."""

Array = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Gripper:
    """What a grasp forgives (values of ours).

    Attributes:
        position: Largest position error in cm at which the fingers still close around the object.
        angle: Largest angle error in degrees at which they find the handle.
    """

    position: float = 1.5
    angle: float = 20.0

    def __post_init__(self) -> None:
        """Refuse a gripper that forgives less than nothing.

        Raises:
            TypeError: If a tolerance is no number.
            ValueError: If it is negative or infinite.
        """
        checks.number("The gripper's tolerance in position", self.position, 0)
        checks.number("The gripper's tolerance in angle", self.angle, 0)

    def holds(self, errors: pd.DataFrame) -> npt.NDArray[np.bool_]:
        """Whether each grasp succeeds.

        Args:
            errors: Columns `position` (cm) and `angle` (degrees), one row a photograph, all at least 0.

        Returns:
            One value a row: both errors are within the tolerances (at the tolerance still is).

        Raises:
            TypeError: If it is no frame of numbers.
            ValueError: If it is empty, a column is missing, or an error is negative or missing.
        """
        table = checks.frame("The errors", errors, ("position", "angle"))
        within = (table["position"] <= self.position) & (table["angle"] <= self.angle)
        return within.to_numpy(dtype=bool)


@dataclass(frozen=True)
class Cycle:
    """How long each step takes, in seconds, and when the robot gives up (values of ours).

    Attributes:
        look: Taking a photograph.
        latency: Estimating the pose from it.
        shift: Moving the camera to another place, before another photograph of the same object.
        grasp: Moving there, closing the fingers, putting the object away.
        recover: After a failed grasp: backing off and opening the fingers.
        tries: As many grasps of one object, at least 1.
        looks: As many photographs before one grasp, at least 1; after the last one it grasps, sure or not.
    """

    look: float = 0.4
    latency: float = 0.1
    shift: float = 0.8
    grasp: float = 4.0
    recover: float = 6.0
    tries: int = 3
    looks: int = 3

    def __post_init__(self) -> None:
        """Refuse times and limits that cannot be.

        Raises:
            TypeError: If a value is no number.
            ValueError: If a time is negative, a grasp takes none, or a limit is below 1.
        """
        for name in ("look", "latency", "shift", "recover"):
            checks.number(f"The cycle's {name}", getattr(self, name), 0)
        checks.number("The cycle's grasp", self.grasp, 1e-6)
        checks.number("The number of tries", self.tries, 1)
        checks.number("The number of looks", self.looks, 1)


class Attempt(NamedTuple):
    """One grasp, on average: the probability that it succeeds, and the photographs taken before it."""

    success: Array
    looks: Array


class Simulated(NamedTuple):
    """Picks an hour as played with random numbers, and its standard error."""

    picks_per_hour: float
    standard_error: float


def attempt(
    held: npt.ArrayLike, spread: npt.ArrayLike | None = None, *, threshold: float = NEVER, looks: int = 3
) -> Attempt:
    """One grasp, if an unsure robot looks again.

    The rule: a spread above the threshold means unsure, and the robot takes another photograph from elsewhere, up to
    `looks` of them. It grasps by the last one.

    Args:
        held: Whether a grasp by each photograph would succeed: shape (photographs,), or (objects, photographs) where
            each object has photographs of its own (a hard object then stays hard).
        spread: How unsure the estimator is at each photograph, same shape, any unit; needed for a finite threshold.
        threshold: At most this spread counts as sure; `NEVER` leaves uncertainty unused.
        looks: As many photographs before one grasp.

    Returns:
        Probabilities and numbers of photographs, shape () or (objects,).

    Raises:
        TypeError: If `looks` is no number.
        ValueError: If shapes differ, a spread is missing or not a number, or the threshold is not a number.
    """
    holds, unsure = _unsure(held, spread, threshold)
    most = int(checks.number("The number of looks", looks, 1))
    asks = unsure.mean(axis=-1)
    sure_and_held = (holds & ~unsure).mean(axis=-1)
    still_unsure = asks ** np.arange(most).reshape(-1, *[1] * asks.ndim)
    taken = still_unsure.sum(axis=0)
    # Sure at one of the photographs, or unsure at all of them and the last one would do.
    success = sure_and_held * taken + still_unsure[-1] * (holds & unsure).mean(axis=-1)
    return Attempt(np.minimum(success, 1.0), taken)


def picks_per_hour(success: npt.ArrayLike, cycle: Cycle, looks: npt.ArrayLike = 1.0) -> float:
    """Picks an hour, in closed form.

    An object is grasped 1 + q + q^2 + ... times (q = 1 - success, `tries` terms) and picked with probability
    1 - q^tries; every grasp costs its time, every failed one the recovery. With one probability for all objects this is
    success / (time of a grasp + q * recovery), whatever the limit on tries; the limit matters where some objects are
    harder than others.

    Args:
        success: Probability that one grasp succeeds; one number, or one an object.
        cycle: The times and the limit on tries.
        looks: Photographs before one grasp, on average: one number, or one an object.

    Raises:
        ValueError: If a probability is not from 0 to 1, there is none, or fewer than 1 photograph is taken.
    """
    held, photographs = np.broadcast_arrays(np.asarray(success, float), np.asarray(looks, float))
    if held.size == 0 or not ((held >= 0) & (held <= 1)).all():
        raise ValueError("The probability of success must be a number from 0 to 1, for at least one object.")
    if not ((photographs >= 1) & np.isfinite(photographs)).all():
        raise ValueError("There is at least 1 photograph before a grasp.")
    missed = (1 - held)[..., np.newaxis]
    grasps = (missed ** np.arange(int(cycle.tries))).sum(axis=-1)
    picked = 1 - missed[..., 0] ** int(cycle.tries)
    time = grasps * _duration(photographs, cycle) + (grasps - picked) * cycle.recover
    return float(HOUR * picked.mean() / time.mean())


def by_threshold(held: npt.ArrayLike, spread: npt.ArrayLike, cycle: Cycle, thresholds: npt.ArrayLike) -> pd.DataFrame:
    """Picks an hour by how unsure is too unsure.

    Args:
        held: As in `attempt`.
        spread: As in `attempt`.
        cycle: The times and limits.
        thresholds: One or more, `NEVER` among them if wanted.

    Returns:
        One row a threshold: `success` (of a grasp), `looks` (photographs before a grasp) and `picks_per_hour`, each the
        mean over objects.

    Raises:
        ValueError: As in `attempt`.
    """
    index = pd.Index(np.atleast_1d(np.asarray(thresholds, float)).tolist(), name="threshold")
    rows = []
    for threshold in index:
        one = attempt(held, spread, threshold=threshold, looks=cycle.looks)
        rows.append((float(one.success.mean()), float(one.looks.mean()), picks_per_hour(one.success, cycle, one.looks)))
    return pd.DataFrame(rows, index=index, columns=["success", "looks", "picks_per_hour"])


def simulate(  # noqa: PLR0913 - the cycle, the rule, and how much of it is played
    held: npt.ArrayLike,
    cycle: Cycle,
    seed: int,
    *,
    spread: npt.ArrayLike | None = None,
    threshold: float = NEVER,
    objects: int = 4000,
) -> Simulated:
    """Play the cycle: for each object draw photographs, look again while unsure, grasp, recover, try again.

    Args:
        held: As in `attempt`; photographs are drawn from it, an object's own where each has its own.
        cycle: The times and limits.
        seed: Of the random numbers.
        spread: As in `attempt`.
        threshold: As in `attempt`.
        objects: How many to play.

    Returns:
        Picks an hour over all objects, with the standard error of this ratio (delta method).

    Raises:
        TypeError: If seed or number of objects is no number.
        ValueError: As in `attempt`, or if there are fewer than 2 objects.
    """
    holds, unsure = (np.atleast_2d(each) for each in _unsure(held, spread, threshold))
    count = int(checks.number("The number of objects", objects, 2))
    random = np.random.default_rng(int(checks.number("The seed", seed, 0)))
    rows = random.integers(len(holds), size=count)[:, np.newaxis, np.newaxis]
    drawn = random.integers(holds.shape[1], size=(count, int(cycle.tries), int(cycle.looks)))
    asks = unsure[rows, drawn]
    asks[..., -1] = False  # after the last photograph it grasps
    last = asks.argmin(axis=-1)
    good = np.take_along_axis(holds[rows, drawn], last[..., np.newaxis], axis=-1)[..., 0]
    first = np.where(good.any(axis=1), good.argmax(axis=1), int(cycle.tries) - 1)
    happens = np.arange(int(cycle.tries)) <= first[:, np.newaxis]
    picked = good.any(axis=1).astype(float)
    time = (happens * (_duration(last + 1.0, cycle) + ~good * cycle.recover)).sum(axis=1)
    rate = picked.mean() / time.mean()
    error = np.std(picked - rate * time, ddof=1) / (time.mean() * math.sqrt(count))
    return Simulated(float(HOUR * rate), float(HOUR * error))


def _duration(looks: Array, cycle: Cycle) -> Array:
    """Seconds of one grasp with so many photographs before it, recovery not included."""
    return looks * (cycle.look + cycle.latency) + (looks - 1) * cycle.shift + cycle.grasp


def _unsure(
    held: npt.ArrayLike, spread: npt.ArrayLike | None, threshold: float
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Whether each photograph would do, and whether the robot is unsure at it."""
    holds = np.asarray(held)
    if holds.dtype != bool or holds.ndim not in {1, 2} or holds.size == 0:
        raise ValueError("Say for at least one photograph whether the grasp holds: True or False, one or two axes.")
    if math.isnan(threshold):
        raise ValueError("The threshold must be a number, or infinity for never unsure; got nan.")
    if spread is None:
        if threshold != NEVER:
            raise ValueError("A threshold needs the spread at each photograph.")
        return holds, np.zeros_like(holds)
    spreads = np.asarray(spread, float)
    if spreads.shape != holds.shape or np.isnan(spreads).any():
        raise ValueError(f"There must be one spread a photograph, shape {holds.shape}; got shape {spreads.shape}.")
    return holds, spreads > threshold
