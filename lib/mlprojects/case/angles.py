"""Angles in degrees: they wrap, so 359 and 1 are two degrees apart and their mean is 0, not 180.

Everything that the case study does with angles (errors, means, targets of a regression) goes through here. Source of
the mean, the direction of the mean unit vector: Mardia & Jupp, "Directional Statistics" (2000), section 2.2.
"""

import numpy as np
import numpy.typing as npt

TURN = 360.0

Degrees = npt.NDArray[np.float64]


def difference(a: npt.ArrayLike, b: npt.ArrayLike) -> Degrees:
    """How far `a` is counter-clockwise from `b`, by the shorter way.

    Args:
        a: Angles in degrees, any shape and any number of turns.
        b: Likewise; the two are broadcast.

    Returns:
        Degrees from -180 (included) to 180 (excluded).

    Raises:
        ValueError: If an angle is not finite.
    """
    turned = np.mod(_finite(a) - _finite(b) + TURN / 2, TURN) - TURN / 2
    # The remainder of a tiny negative number rounds up to a whole turn.
    return np.where(turned >= TURN / 2, -TURN / 2, turned)


def mean(angles: npt.ArrayLike, weights: npt.ArrayLike | None = None, axis: int = -1) -> Degrees:
    """The direction of the mean unit vector.

    Where the vectors cancel (0 and 180, say) there is no mean direction; rounding then decides what is returned.

    Args:
        angles: Degrees, any shape.
        weights: As many numbers of at least 0, not all 0; broadcast against `angles`. Equal if not given.
        axis: The axis to average over.

    Returns:
        Degrees from 0 (included) to 360 (excluded), without that axis.

    Raises:
        ValueError: If there is nothing to average, an angle is not finite, or a weight is negative or all are 0.
    """
    given = _finite(angles)
    if given.size == 0:
        raise ValueError("There are no angles to average; give at least one.")
    shares = np.ones_like(given) if weights is None else np.broadcast_to(_finite(weights), given.shape)
    if (shares < 0).any() or (shares.sum(axis=axis) == 0).any():
        raise ValueError("Weights must be numbers of at least 0, and not all of them 0.")
    vectors = unit(given) * shares[..., np.newaxis]
    return angle_of(vectors.sum(axis=axis - 1 if axis < 0 else axis))


def unit(angles: npt.ArrayLike) -> Degrees:
    """Cosine and sine of angles in degrees: shape (...) becomes (..., 2).

    Raises:
        ValueError: If an angle is not finite.
    """
    radians = np.deg2rad(_finite(angles))
    return np.stack([np.cos(radians), np.sin(radians)], axis=-1)


def angle_of(vectors: npt.ArrayLike) -> Degrees:
    """The directions of vectors of any length: shape (..., 2) becomes (...), in degrees from 0 to below 360.

    Raises:
        ValueError: If the last axis is not two long, or a number is not finite.
    """
    given = _finite(vectors)
    if given.ndim == 0 or given.shape[-1] != 2:  # noqa: PLR2004 - cosine and sine
        raise ValueError(f"Directions need a last axis of two, cosine and sine; got shape {given.shape}.")
    turned = np.mod(np.rad2deg(np.arctan2(given[..., 1], given[..., 0])), TURN)
    return np.where(turned >= TURN, 0.0, turned)


def _finite(values: npt.ArrayLike) -> Degrees:
    array = np.asarray(values, dtype=np.float64)
    if not np.isfinite(array).all():
        raise ValueError("Every angle, weight or direction must be a finite number.")
    return array
