"""Small neural networks in two steps: where is the mug, and, in a cut-out round that place, which way does it point?"""

import warnings
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from . import angles
from .poses import Array, Pose, blend, checked_images, flat
from .scenes import FIELD, SIDE

PIXEL = 2 * FIELD / SIDE
"""Centimetres a pixel."""
CUT = 14
"""Pixels along one side of the cut-out: the mug with its handle, and a little table."""
JITTER = 0.6
"""Standard deviation in cm by which training cut-outs are off: about as far as the first step will be off."""
COMPONENTS = (40, 30)
"""Principal components of a photograph and of a cut-out."""

RATE = 7e-3
"""Learning rate: large, so that few passes do."""


class Network(Pose):
    """Several small networks with different starts; their mean is the answer.

    First step: principal components of the photograph, one hidden layer, x and y. Second step: a cut-out round that
    place, its principal components, one hidden layer, cosine and sine.

    Args:
        members: How many networks; each starts from other random weights.
        hidden: Units of each hidden layer.
        epochs: Passes over the photographs.
        seed: Of the first member, and of the jitter of the cut-outs.
        components: Principal components of a photograph and of a cut-out; most of the multiply-adds go into them.
    """

    def __init__(
        self,
        members: int = 3,
        hidden: int = 64,
        epochs: int = 15,
        seed: int = 0,
        components: tuple[int, int] = COMPONENTS,
    ) -> None:
        self.members = members
        self.hidden = hidden
        self.epochs = epochs
        self.seed = seed
        self.components = components

    def predict_with_spread(self, images: npt.ArrayLike) -> tuple[Array, Array]:
        """The poses, and how unsure they are, shape (n, 2).

        In cm: the standard deviation of the members' places. In degrees: the circular standard deviation that goes
        with the length of the mean of the predicted cosines and sines; a network that cannot tell the direction gives a
        short one. Neither knows what the training photographs did not show.

        Raises:
            ValueError: As in `predict`.
        """
        self._check_fitted()
        photographs = checked_images(images)
        places = self.where_.predict(flat(photographs)) * FIELD
        vectors = self.direction_.predict(flat(cut(photographs, places.mean(axis=1)))).mean(axis=1)
        still = np.concatenate([places, np.zeros((*places.shape[:2], 1))], axis=2)
        poses, spread = blend(still, np.ones(places.shape[:2]))
        poses[:, 2] = angles.angle_of(vectors)
        length = np.clip(np.linalg.norm(vectors, axis=1), 1e-3, 1)
        spread[:, 1] = np.rad2deg(np.sqrt(-2 * np.log(length)))
        return poses, spread

    def _learn(self, images: Array, poses: Array) -> None:
        random = np.random.default_rng(self.seed)
        cuts = cut(images, poses[:, :2] + random.normal(0, JITTER, (len(poses), 2)))
        shape = (self.members, self.hidden, self.epochs, self.seed)
        self.where_ = _Step(self.components[0], *shape).fit(flat(images), poses[:, :2] / FIELD)
        self.direction_ = _Step(self.components[1], *shape).fit(flat(cuts), angles.unit(poses[:, 2]))

    def _estimate(self, images: Array) -> Array:
        return self.predict_with_spread(images)[0]

    def _count(self) -> int:
        return self.where_.operations() + self.direction_.operations() + 4 * CUT * CUT


class _Step:
    """Principal components, then networks with one hidden layer, trained for a fixed number of passes."""

    def __init__(self, components: int, members: int, hidden: int, epochs: int, seed: int) -> None:
        self.components = components
        self.members = members
        self.hidden = hidden
        self.epochs = epochs
        self.seed = seed

    def fit(self, rows: Array, values: Array) -> Self:
        """Train all members on rows of pixels (n, pixels) and what they mean, (n, 2)."""
        from sklearn.decomposition import PCA  # noqa: PLC0415 - loaded only when it is used

        self.projection = PCA(min(self.components, len(rows)), svd_solver="covariance_eigh")
        features = self.projection.fit_transform(rows)
        self.networks = [self._network(place, features, values) for place in range(self.members)]
        return self

    def predict(self, rows: Array) -> Array:
        """What each member says, shape (n, members, 2)."""
        features = self.projection.transform(rows)
        return np.stack([network.predict(features) for network in self.networks], axis=1)

    def operations(self) -> int:
        """Multiply-adds of the projection and of all members' weights."""
        weights = sum(layer.size for network in self.networks for layer in network.coefs_)
        return int(self.projection.components_.size + weights)

    def _network(self, place: int, features: Array, values: Array) -> Any:  # noqa: ANN401 - scikit-learn ships no types
        from sklearn.exceptions import ConvergenceWarning  # noqa: PLC0415 - see fit
        from sklearn.neural_network import MLPRegressor  # noqa: PLC0415 - see fit

        network = MLPRegressor(
            hidden_layer_sizes=(self.hidden,),
            learning_rate_init=RATE,
            batch_size=min(100, len(features)),
            max_iter=self.epochs,
            n_iter_no_change=self.epochs,
            random_state=self.seed + place,
        )
        with warnings.catch_warnings():
            # The number of passes is fixed on purpose: stopping early would depend on the last bits of a number.
            warnings.simplefilter("ignore", ConvergenceWarning)
            return network.fit(features, values)


def cut(images: Array, places: Array) -> Array:
    """Square cut-outs (n, CUT, CUT) round these places (n, 2) in cm, interpolated between pixels.

    Beyond the edge of a photograph its edge is repeated.
    """
    steps, middle, last = np.arange(CUT) - (CUT - 1) / 2, (SIDE - 1) / 2, SIDE - 1
    columns = np.clip(middle + places[:, 0, None] / PIXEL + steps, 0, last)[:, None, :]
    rows = np.clip(middle - places[:, 1, None] / PIXEL + steps, 0, last)[:, :, None]
    left, top = (np.minimum(at, last - 1).astype(int) for at in (columns, rows))
    right, down = columns - left, rows - top
    number = np.arange(len(images))[:, None, None]
    upper = images[number, top, left] * (1 - right) + images[number, top, left + 1] * right
    lower = images[number, top + 1, left] * (1 - right) + images[number, top + 1, left + 1] * right
    between: Array = upper * (1 - down) + lower * down
    return between
