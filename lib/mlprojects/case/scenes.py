"""Photographs of a mug on a table, seen from above, drawn by arithmetic: what the robot of the case study sees.

One pixel is one centimetre. x points right, y up, both in cm from the middle of the picture; the angle is the direction
of the handle, in degrees counter-clockwise from x. Everything is seeded and vectorised.

The scene, its two places and all their numbers are ours. Left out: depth, perspective, colour, texture, blur, a second
mug, and a mug that has fallen over.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from mlprojects import checks

from . import angles

SIDE = 24
"""Pixels along one side of a photograph."""
FIELD = 12.0
"""Half the width of what the camera sees, in cm."""
BODY, OPENING = 3.4, 2.5
"""Radius of the mug and of its opening, in cm."""
HANDLE, GRIP = 6.2, 0.9
"""How far the handle reaches from the mug's middle, and half its thickness, in cm."""
TABLE, WALL, INSIDE = 0.42, 0.80, 0.62
"""Brightness without a lamp, from 0 (black) to 1 (white)."""
TILT = 0.35
"""How much brighter the table is at the edge towards a lamp of strength 1, as a share."""
SHADOW_LENGTH, SHADOW_DEPTH = 2.2, 0.22
"""How far a lamp of strength 1 throws the shadow (cm), and how much darker the shadow is."""
LEVELS = 255
"""Grey levels of the camera. They also hide the last bits, in which processors differ."""
THINGS = 4
"""At most as many other things lie on a table."""
BATCH = 256
"""Photographs drawn at once: few enough for the processor's cache."""

Array = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Place:
    """Where the robot works.

    Attributes:
        name: As a learner reads it.
        lamp: Where the light comes from, in degrees counter-clockwise from x.
        wobble: Standard deviation of that direction from one photograph to the next, in degrees.
        strength: Of the lamp, from 0 (even light) to 1 (one bright lamp, long shadows).
        noise: Standard deviation of the camera's noise, in brightness.
        clutter: Other things on the table, on average; at most `THINGS`.
        occlusion: Share of the photographs in which something covers part of the mug.
        half_width: The mug's middle is at most this far from the picture's, in x and in y, in cm.
    """

    name: str
    lamp: float = 135.0
    wobble: float = 10.0
    strength: float = 0.5
    noise: float = 0.04
    clutter: float = 0.0
    occlusion: float = 0.0
    half_width: float = 5.0

    def __post_init__(self) -> None:
        """Refuse a place that cannot be photographed.

        Raises:
            TypeError: If a value is no number.
            ValueError: If a number is out of range.
        """
        checks.number("The lamp's direction", self.lamp)
        checks.number("The lamp's wobble", self.wobble, 0)
        checks.number("The lamp's strength", self.strength, 0, 1)
        checks.number("The noise", self.noise, 0, 1)
        checks.number("The clutter", self.clutter, 0, THINGS)
        checks.number("The occlusion", self.occlusion, 0, 1)
        checks.number("The table's half-width", self.half_width, 0, FIELD)


LAB = Place("lab", lamp=135.0, strength=0.4, noise=0.05, clutter=0.5)
WAREHOUSE = Place("warehouse", lamp=90.0, wobble=40.0, strength=0.6, noise=0.06, clutter=1.5, occlusion=0.3)


@dataclass(frozen=True, eq=False)
class Photos:
    """Photographs and what is true of them.

    Attributes:
        images: Brightness from 0 to 1, shape (n, `SIDE`, `SIDE`); the first row is the top of the picture.
        poses: x (cm), y (cm) and angle (degrees from 0 to below 360) of the mug, shape (n, 3).
        hidden: Share of the mug that something else covers, from 0 to 1, shape (n,).
    """

    images: Array
    poses: Array
    hidden: Array

    def __len__(self) -> int:
        return len(self.images)

    def take(self, index: Any) -> "Photos":  # noqa: ANN401 - whatever numpy takes
        """The photographs at these places: a slice, a list of places, or a mask."""
        chosen = np.atleast_1d(np.arange(len(self))[index])
        return Photos(self.images[chosen], self.poses[chosen], self.hidden[chosen])


def photograph(place: Place, count: int, seed: int) -> Photos:
    """Photographs of the mug somewhere on the table, turned anyhow.

    The same seed gives the same poses in every place with the same half-width, so that places can be compared.

    Args:
        place: Where.
        count: How many, at least 1.
        seed: Of the random numbers, at least 0.

    Raises:
        TypeError: If count or seed is no number.
        ValueError: If count or seed is too small.
    """
    number = int(checks.number("The number of photographs", count, 1))
    start = int(checks.number("The seed", seed, 0))
    poses = _poses(place, number, np.random.default_rng([start, 0]))
    random = np.random.default_rng([start, 1])
    parts = [_draw(place, poses[first : first + BATCH], random) for first in range(0, number, BATCH)]
    images, hidden = (np.concatenate(part) for part in zip(*parts, strict=True))
    return Photos(images, poses, hidden)


def _poses(place: Place, count: int, random: np.random.Generator) -> Array:
    shares = random.random((count, 3))
    return np.column_stack([(2 * shares[:, :2] - 1) * place.half_width, shares[:, 2] * angles.TURN])


def _draw(place: Place, poses: Array, random: np.random.Generator) -> tuple[Array, Array]:
    """Images (n, SIDE, SIDE) and the hidden shares (n,) of these poses, from the table upwards."""
    count = len(poses)
    x, y = _pixels()
    lamps = angles.unit(place.lamp + random.normal(0, place.wobble, count))[:, :, None, None] * place.strength
    lit: Array = (lamps[:, 0] * x + lamps[:, 1] * y) / FIELD
    image: Array = TABLE * (1 + TILT * lit)
    from_mug = x - poses[:, 0, None, None], y - poses[:, 1, None, None]
    shadow = _mug(from_mug[0] + SHADOW_LENGTH * lamps[:, 0], from_mug[1] + SHADOW_LENGTH * lamps[:, 1], poses)
    image -= SHADOW_DEPTH * place.strength**0.5 * shadow
    image = _things(image, from_mug, place, random)
    mug = _mug(*from_mug, poses)
    image += mug * (_surface(*from_mug, lamps) - image)
    cover, tone = _cover(from_mug, place, random)
    image += cover * (tone - image)
    image += random.normal(0, place.noise, image.shape)
    hidden: Array = (mug * cover).sum(axis=(1, 2)) / mug.sum(axis=(1, 2))
    seen: Array = np.round(np.clip(image, 0, 1) * LEVELS) / LEVELS
    return seen, hidden


def _pixels() -> tuple[Array, Array]:
    """Across (1, 1, SIDE) and up (1, SIDE, 1): the pixels' middles in cm."""
    middles: Array = (np.arange(SIDE, dtype=np.float64) + 0.5) * (2 * FIELD / SIDE) - FIELD
    return middles[None, None, :], -middles[None, :, None]


def _mug(x: Array, y: Array, poses: Array) -> Array:
    """How much of each pixel the mug covers, from 0 to 1: a disc and a handle with soft edges one pixel wide."""
    turn = angles.unit(poses[:, 2])[:, :, None, None]
    along, across = x * turn[:, 0] + y * turn[:, 1], y * turn[:, 0] - x * turn[:, 1]
    body = np.hypot(x, y) - BODY
    handle = np.hypot(along - np.clip(along, 0, HANDLE - GRIP), across) - GRIP
    return _soft(np.minimum(body, handle))


def _surface(x: Array, y: Array, lamps: Array) -> Array:
    """The mug's own brightness: a wall lit from the lamp's side, and a darker opening lit from the other."""
    towards = (lamps[:, 0] * x + lamps[:, 1] * y) / BODY
    opening = _soft(np.hypot(x, y) - OPENING)
    wall = WALL + 0.25 * np.clip(towards, -1, 1)
    return wall + opening * (INSIDE - 0.2 * np.clip(towards, -1, 1) - wall)


def _things(image: Array, from_mug: tuple[Array, Array], place: Place, random: np.random.Generator) -> Array:
    """Discs of any brightness beside the mug, never under it."""
    for _ in range(THINGS):
        present, way, distance, radius, tone = random.random((5, len(image), 1, 1))
        if place.clutter == 0:
            continue
        around = 2 * np.pi * way
        gap = HANDLE + 2.5 + 6 * distance
        disc = _soft(
            np.hypot(from_mug[0] - gap * np.cos(around), from_mug[1] - gap * np.sin(around)) - 1 - 1.5 * radius
        )
        image = image + (present < place.clutter / THINGS) * disc * (tone - image)
    return image


def _cover(from_mug: tuple[Array, Array], place: Place, random: np.random.Generator) -> tuple[Array, Array]:
    """A flap that lies over part of the mug in some photographs: how much of each pixel it covers, and its tone."""
    present, way, edge, tone = random.random((4, len(from_mug[0]), 1, 1))
    beyond = from_mug[0] * np.cos(2 * np.pi * way) + from_mug[1] * np.sin(2 * np.pi * way) - (3.5 * edge - 0.5)
    covered: Array = (present < place.occlusion) * _soft(-beyond) * _soft(beyond - 5)
    return covered, 0.2 + 0.7 * tone


def _soft(distance: Array) -> Array:
    """1 well inside an edge, 0 well outside, a ramp one pixel wide between: no stairs."""
    return np.clip(0.5 - distance * SIDE / (2 * FIELD), 0, 1)
