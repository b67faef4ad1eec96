"""Five ways to estimate a pose from a photograph, in order of effort, with scikit-learn's interface.

`Constant` answers the same always; `Moments` is a script (threshold, largest region, its axis) with next to nothing to
train; `Ridge` is linear; `Neighbours` looks up similar photographs; `Network` is a few small neural networks.

Inside, an angle is always a cosine and a sine, so that a loss or a mean never meets the jump from 360 to 0. All are
seeded. Loading this module loads scikit-learn.
"""

import numpy as np
import numpy.typing as npt

from . import angles
from .network import PIXEL, Network
from .poses import Array, Pose, blend, checked_images, errors, flat, from_targets, targets
from .scenes import FIELD, SIDE

__all__ = ["ALL", "Constant", "Moments", "Neighbours", "Network", "Pose", "Ridge", "errors", "operations"]

PIXELS = SIDE * SIDE
CALIBRATION = 50
"""Photographs from which `Moments` measures its two lengths."""
PER_PIXEL = 14 + 3
"""Of `Moments`: two passes of seven weights to smooth, then histogram, comparison, labelling."""
PER_REGION_PIXEL = 16
"""Of `Moments`: all moments up to the third power of x and of y, as scikit-image computes them."""


class Constant(Pose):
    """Always the mean place and the mean direction of the labels: the floor that anything must beat."""

    def _learn(self, images: Array, poses: Array) -> None:  # noqa: ARG002 - it looks at no photograph
        self.pose_ = np.append(poses[:, :2].mean(axis=0), angles.mean(poses[:, 2]))

    def _estimate(self, images: Array) -> Array:
        return np.tile(self.pose_, (len(images), 1))

    def _count(self) -> int:
        return 0


class Moments(Pose):
    """A script, as one writes it with OpenCV, here with scikit-image: Otsu's threshold, the largest region, its axis.

    An axis has two ends. The handle is at the end towards which the region is skewed (its third moment along the axis),
    since a handle is a thin tail. `fit` only measures how far the handle pulls the region's centroid off the mug's
    middle, and counts the pixels that the region's moments take.

    Sources: Otsu, IEEE Transactions on Systems, Man, and Cybernetics 9 (1979), pp. 62-66; Hu, IRE Transactions on
    Information Theory 8 (1962), pp. 179-187.
    """

    def _learn(self, images: Array, poses: Array) -> None:
        few = slice(0, CALIBRATION)
        found, sizes = _regions(images[few])
        towards = angles.unit(poses[few, 2])
        # The median: a region that is not the mug must not count.
        self.pull_ = float(np.median(((found[:, :2] - poses[few, :2]) * towards).sum(axis=1)))
        self.pixels_ = int(np.median(sizes))

    def _estimate(self, images: Array) -> Array:
        found, _ = _regions(images)
        found[:, :2] -= self.pull_ * angles.unit(found[:, 2])
        return found

    def _count(self) -> int:
        return PIXELS * PER_PIXEL + self.pixels_ * PER_REGION_PIXEL


class Ridge(Pose):
    """Linear regression on the pixels with a penalty on large weights.

    Args:
        alpha: The penalty.
    """

    def __init__(self, alpha: float = 30.0) -> None:
        self.alpha = alpha

    def _learn(self, images: Array, poses: Array) -> None:
        from sklearn.linear_model import Ridge as Linear  # noqa: PLC0415 - loaded only when it is used

        self.model_ = Linear(alpha=self.alpha).fit(flat(images), targets(poses))

    def _estimate(self, images: Array) -> Array:
        return from_targets(self.model_.predict(flat(images)))

    def _count(self) -> int:
        return int(np.size(self.model_.coef_))


class Neighbours(Pose):
    """The mean label of the most similar photographs (by the pixels' differences), nearer ones counting more.

    Args:
        neighbours: How many.
    """

    def __init__(self, neighbours: int = 4) -> None:
        self.neighbours = neighbours

    def predict_with_spread(self, images: npt.ArrayLike) -> tuple[Array, Array]:
        """The poses, and how far the neighbours' labels are apart: shape (n, 2), in cm and in degrees.

        Raises:
            ValueError: As in `predict`.
        """
        from sklearn.neighbors import NearestNeighbors  # noqa: PLC0415 - loaded only when it is used

        self._check_fitted()
        number = min(self.neighbours, len(self.images_))
        search = NearestNeighbors(n_neighbors=number, algorithm="brute").fit(self.images_)
        distances, places = search.kneighbors(flat(checked_images(images)))
        # A photograph that is known already decides almost alone.
        return blend(self.poses_[places], 1 / (distances + 1e-6))

    def _learn(self, images: Array, poses: Array) -> None:
        self.images_, self.poses_ = flat(images), poses

    def _estimate(self, images: Array) -> Array:
        return self.predict_with_spread(images)[0]

    def _count(self) -> int:
        return int(np.size(self.images_))


ALL = (Constant, Moments, Ridge, Neighbours, Network)
"""In order of effort."""


def operations(estimator: Pose) -> int:
    """Multiply-adds of a fitted estimator for one photograph.

    Raises:
        ValueError: If it is not fitted.
    """
    return estimator.operations()


def _regions(images: Array) -> tuple[Array, Array]:
    """Of each image: x, y (cm) of the largest bright region's centroid and the direction of its thin end, and its box.

    Returns:
        Poses (n, 3), and the pixels of the box round each region (n,).
    """
    found = [_region(image) for image in images]
    return np.array([pose for pose, _ in found]), np.array([box for _, box in found])


def _region(image: Array) -> tuple[list[float], int]:
    from skimage.filters import gaussian, threshold_otsu  # noqa: PLC0415 - loaded only when it is used
    from skimage.measure import label, regionprops  # noqa: PLC0415 - see above

    smooth = gaussian(image, 0.7)
    regions = regionprops(label(smooth > threshold_otsu(smooth)))
    if not regions:  # an image of one grey has no region
        return [0.0, 0.0, 0.0], 0
    region = max(regions, key=lambda each: each.num_pixels)
    row, column = region.centroid
    # scikit-image measures the axis from the direction of rows, which is down; we from x, and our y is up.
    axis = np.pi / 2 + region.orientation
    skew = _third_moment(region.moments_central, down=-np.sin(axis), right=np.cos(axis))
    degrees = float(np.mod(np.rad2deg(axis) + (0 if skew >= 0 else angles.TURN / 2), angles.TURN))
    place = [float((column + 0.5) * PIXEL - FIELD), float(FIELD - (row + 0.5) * PIXEL)]
    return [*place, degrees], int(region.area_bbox)


def _third_moment(central: Array, down: float, right: float) -> float:
    """The third central moment along a direction, from those along rows and columns, by the binomial theorem."""
    powers = ((1, 3, 0), (3, 2, 1), (3, 1, 2), (1, 0, 3))
    return float(sum(many * down**i * right**j * central[i, j] for many, i, j in powers))
