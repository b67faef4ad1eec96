"""Where labels come from: sensors in the lab, people with a mouse, and three stations of which two turn the angle.

The lecture says that a bug in the angle labels was found, and not which. Ours is invented, and of a common kind: two
conventions meet. Three labelling stations stand on three sides of the table, each a quarter turn on from the one
before. Each writes the position in the table's coordinates, but the angle as its own camera sees it. All sizes of noise
and bias here are ours as well.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from mlprojects import checks

from . import angles

Array = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]

STATIONS = ("A", "B", "C")
"""The names of the three labelling stations."""
TURNED = (0.0, 90.0, 180.0)
"""How far each station's view is turned from the table's coordinates, in degrees: what its angles have too much."""
SENSOR_CM, SENSOR_DEGREES = 0.1, 1.0
"""Standard deviations of the sensors' noise."""
BIAS_CM, BIAS_DEGREES = 0.3, 8.0
"""Standard deviations, from one annotator to the next, of what each gets wrong in the same way every time."""
HAND_CM, HAND_DEGREES = 0.4, 8.0
"""Standard deviations of what an annotator gets wrong differently every time."""


def sensor(poses: npt.ArrayLike, seed: int) -> Array:
    """Labels from sensors in the lab: nearly right, without bias.

    Args:
        poses: The true poses, shape (n, 3).
        seed: Of the noise, at least 0.

    Returns:
        Labels, shape (n, 3), angles from 0 to below 360.

    Raises:
        ValueError: If the poses have another shape or are not finite, or the seed is negative.
    """
    known = _poses(poses)
    return _moved(known, _random(seed).normal(size=known.shape) * [SENSOR_CM, SENSOR_CM, SENSOR_DEGREES])


def annotators(poses: npt.ArrayLike, count: int, seed: int) -> Array:
    """Labels by hand: each annotator has a bias and noise of their own.

    The first annotators are the same whatever the count.

    Args:
        poses: The true poses, shape (n, 3).
        count: How many annotators, at least 1.
        seed: Of biases and noise, at least 0.

    Returns:
        Labels, shape (count, n, 3), angles from 0 to below 360.

    Raises:
        ValueError: If the poses have another shape or are not finite, or count or seed is too small.
    """
    known = _poses(poses)
    number = int(checks.number("The number of annotators", count, 1))
    return np.stack([_by_hand(known, _random(seed, place)) for place in range(number)])


def disagreement(labels: npt.ArrayLike) -> Array:
    """How far annotators' angles are apart on each photograph: the mean over all pairs of annotators, circularly.

    Args:
        labels: Shape (k, n, 3) with at least two annotators.

    Returns:
        Degrees, shape (n,).

    Raises:
        ValueError: If there are fewer than two annotators, or the shape is wrong.
    """
    given = np.asarray(labels, dtype=np.float64)
    if given.ndim != 3 or given.shape[0] < 2 or given.shape[2] != 3:  # noqa: PLR2004 - two annotators; x, y, angle
        raise ValueError(f"Labels must have the shape (k, n, 3) with at least two annotators; got {given.shape}.")
    first, second = np.triu_indices(len(given), k=1)
    pairs: Array = np.abs(angles.difference(given[first, :, 2], given[second, :, 2])).mean(axis=0)
    return pairs


def agreed(labels: npt.ArrayLike) -> Array:
    """One label from several annotators: mean position, circular mean angle; (k, n, 3) becomes (n, 3)."""
    given = np.asarray(labels, dtype=np.float64)
    if given.ndim != 3 or given.shape[2] != 3 or not len(given):  # noqa: PLR2004 - x, y, angle
        raise ValueError(f"Labels must have the shape (k, n, 3) with at least one annotator; got {given.shape}.")
    return np.column_stack([given[..., :2].mean(axis=0), angles.mean(given[..., 2], axis=0)])


def stations(count: int, seed: int) -> Places:
    """Which station labelled each photograph: 0, 1 or 2, in random order and as equally often as can be.

    Raises:
        ValueError: If count is below 1 or the seed is negative.
    """
    number = int(checks.number("The number of photographs", count, 1))
    return _random(seed).permutation(np.arange(number) % len(STATIONS))


def delivered(poses: npt.ArrayLike, station: npt.ArrayLike) -> Array:
    """Labels with the bug: the angle as each station sees it. Positions are unharmed.

    Args:
        poses: Labels in the table's coordinates, shape (n, 3).
        station: Which station wrote each, shape (n,), from `stations`.

    Raises:
        ValueError: If the shapes do not fit, or there is no such station.
    """
    return _turned(poses, station, 1.0)


def mended(labels: npt.ArrayLike, station: npt.ArrayLike) -> Array:
    """Labels without the bug: the inverse of `delivered`.

    Raises:
        ValueError: As in `delivered`.
    """
    return _turned(labels, station, -1.0)


def _turned(poses: npt.ArrayLike, station: npt.ArrayLike, sign: float) -> Array:
    known, places = _poses(poses), np.asarray(station)
    if places.shape != (len(known),) or not np.isin(places, range(len(STATIONS))).all():
        raise ValueError(f"There must be one station for each of {len(known)} labels, from 0 to {len(STATIONS) - 1}.")
    off = np.zeros_like(known)
    off[:, 2] = sign * np.array(TURNED)[places]
    return _moved(known, off)


def _by_hand(poses: Array, random: np.random.Generator) -> Array:
    bias = random.normal(size=3) * [BIAS_CM, BIAS_CM, BIAS_DEGREES]
    return _moved(poses, bias + random.normal(size=poses.shape) * [HAND_CM, HAND_CM, HAND_DEGREES])


def _moved(poses: Array, by: Any) -> Array:  # noqa: ANN401 - whatever numpy adds
    moved: Array = poses + by
    moved[:, 2] = np.mod(moved[:, 2], angles.TURN)
    # The remainder of a tiny negative number rounds up to a whole turn.
    moved[moved[:, 2] >= angles.TURN, 2] = 0.0
    return moved


def _random(seed: int, *more: int) -> np.random.Generator:
    return np.random.default_rng([int(checks.number("The seed", seed, 0)), *more])


def _poses(poses: npt.ArrayLike) -> Array:
    array = np.asarray(poses, dtype=np.float64)
    if array.ndim != 2 or array.shape[1] != 3 or not len(array):  # noqa: PLR2004 - a table of x, y, angle
        raise ValueError(f"Poses must have the shape (n, 3): x, y, angle, with n of at least 1; got {array.shape}.")
    if not np.isfinite(array).all():
        raise ValueError("Every pose must consist of finite numbers.")
    return array
