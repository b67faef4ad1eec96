"""What all pose estimators share: checked input, targets without a jump, means of poses, and the measure of errors."""

from typing import Self

import numpy as np
import numpy.typing as npt
import pandas as pd
from sklearn.base import BaseEstimator, RegressorMixin

from . import angles
from .scenes import SIDE

Array = npt.NDArray[np.float64]

IMAGE_AXES, NUMBERS = 3, 3
"""Images are (n, row, column); a pose is three numbers: x, y and angle."""


class Pose(RegressorMixin, BaseEstimator):  # type: ignore[misc] # scikit-learn ships no types
    """A pose estimator: a subclass says how it learns, estimates and counts."""

    def fit(self, images: npt.ArrayLike, poses: npt.ArrayLike) -> Self:
        """Learn from photographs and their labels.

        Args:
            images: Shape (n, SIDE, SIDE), brightness from 0 to 1.
            poses: Shape (n, 3): x and y in cm, angle in degrees.

        Raises:
            ValueError: If a shape is wrong, a number is not finite, or there are no photographs.
        """
        photographs, known = checked_images(images), checked_poses(poses)
        if len(photographs) != len(known):
            raise ValueError(f"There are {len(photographs)} images but {len(known)} poses; each image needs one.")
        self._learn(photographs, known)
        self.fitted_ = len(known)
        return self

    def predict(self, images: npt.ArrayLike) -> Array:
        """The poses, shape (n, 3): x and y in cm, angle in degrees from 0 to below 360.

        Raises:
            ValueError: If the estimator is not fitted, or the images' shape is wrong.
        """
        self._check_fitted()
        return self._estimate(checked_images(images))

    def operations(self) -> int:
        """Multiply-adds for one photograph, counted from what was fitted.

        Raises:
            ValueError: If the estimator is not fitted.
        """
        self._check_fitted()
        return self._count()

    def _check_fitted(self) -> None:
        if not hasattr(self, "fitted_"):
            raise ValueError(f"{type(self).__name__} is not fitted yet; call fit(images, poses) first.")

    def _learn(self, images: Array, poses: Array) -> None:
        raise NotImplementedError

    def _estimate(self, images: Array) -> Array:
        raise NotImplementedError

    def _count(self) -> int:
        raise NotImplementedError


def errors(truth: npt.ArrayLike, predicted: npt.ArrayLike) -> pd.DataFrame:
    """How far estimates are off.

    Args:
        truth: Poses, shape (n, 3).
        predicted: Likewise.

    Returns:
        One row a photograph: `position` (distance in cm) and `angle` (degrees, from 0 to 180, the shorter way round).

    Raises:
        ValueError: If the shapes are wrong or differ, or a number is not finite.
    """
    known, guessed = checked_poses(truth), checked_poses(predicted)
    if known.shape != guessed.shape:
        raise ValueError(f"There are {len(known)} true poses but {len(guessed)} estimates; each needs the other.")
    gap = guessed[:, :2] - known[:, :2]
    turned = np.abs(angles.difference(guessed[:, 2], known[:, 2]))
    return pd.DataFrame({"position": np.hypot(gap[:, 0], gap[:, 1]), "angle": turned})


def blend(poses: Array, weights: Array) -> tuple[Array, Array]:
    """Weighted means (n, 3) of k poses each, (n, k, 3), and their spreads (n, 2): cm, and degrees the shorter way."""
    shares = weights / weights.sum(axis=1, keepdims=True)
    places = (poses[..., :2] * shares[..., None]).sum(axis=1)
    direction = angles.mean(poses[..., 2], weights=shares)
    off = ((poses[..., :2] - places[:, None]) ** 2).sum(axis=2)
    turned = angles.difference(poses[..., 2], direction[:, None]) ** 2
    spread = np.sqrt(np.stack([(off * shares).sum(axis=1), (turned * shares).sum(axis=1)], axis=1))
    return np.column_stack([places, direction]), spread


def targets(poses: Array) -> Array:
    """Poses (n, 3) as what a regression learns, (n, 4): x, y, cosine, sine."""
    return np.column_stack([poses[:, :2], angles.unit(poses[:, 2])])


def from_targets(values: Array) -> Array:
    """The inverse of `targets`; cosine and sine need not be of length 1."""
    return np.column_stack([values[:, :2], angles.angle_of(values[:, 2:])])


def flat(images: Array) -> Array:
    """Images (n, rows, columns) as rows of pixels (n, rows * columns)."""
    return images.reshape(len(images), -1)


def checked_images(images: npt.ArrayLike) -> Array:
    """The images as an array (n, SIDE, SIDE).

    Raises:
        ValueError: If the shape is wrong, a pixel is not finite, or there are none.
    """
    array = np.asarray(images, dtype=np.float64)
    if array.ndim != IMAGE_AXES or array.shape[1:] != (SIDE, SIDE) or not len(array):
        raise ValueError(f"Images must have the shape (n, {SIDE}, {SIDE}) with n of at least 1; got {array.shape}.")
    if not np.isfinite(array).all():
        raise ValueError("Every pixel must be a finite number.")
    return array


def checked_poses(poses: npt.ArrayLike) -> Array:
    """The poses as an array (n, 3).

    Raises:
        ValueError: If the shape is wrong, a number is not finite, or there are none.
    """
    array = np.asarray(poses, dtype=np.float64)
    if array.shape[1:] != (NUMBERS,) or not len(array):
        raise ValueError(f"Poses must have the shape (n, 3): x, y, angle, with n of at least 1; got {array.shape}.")
    if not np.isfinite(array).all():
        raise ValueError("Every pose must consist of finite numbers.")
    return array
