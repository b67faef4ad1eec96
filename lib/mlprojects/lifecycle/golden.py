"""Arrow 4 -> 3, and the regression test that pulls it: photographs that a new model must not get worse on.

A golden photograph is a known case with a name, kept because it once mattered. Here each is looked for among seeded
photographs of the case study by what makes it special, so that nobody drew it by hand.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import numpy as np
import numpy.typing as npt

from mlprojects.case import angles, scenes
from mlprojects.case.scenes import LAB, Photos, Place, photograph

POOL, SEED = 300, 5
"""Photographs among which each golden one is looked for, and their seed."""
GRIP = 4.6
"""Centimetres from the mug's middle to where the fingers close around the handle."""
NEAR = 1.2
"""Centimetres around that point which must be covered for the handle to be hidden."""
SEEN = 0.02
"""Brightness by which a pixel must differ between two photographs to be covered in one of them."""

Score = Callable[[Photos], "npt.NDArray[np.float64]"]

QUIET = replace(LAB, name="lab, empty table", clutter=0.0)
COVERED = replace(QUIET, name="lab, something over the mug", occlusion=1.0)


def _near(x: float, y: float) -> Score:
    return lambda photos: -np.hypot(photos.poses[:, 0] - x, photos.poses[:, 1] - y)


def _turned(angle: float) -> Score:
    return lambda photos: -np.abs(angles.difference(photos.poses[:, 2], angle))


def _far_out(photos: Photos) -> "npt.NDArray[np.float64]":
    return np.asarray(np.abs(photos.poses[:, :2]).sum(axis=1))


def _handle_covered(photos: Photos) -> "npt.NDArray[np.float64]":
    """Share of the handle's surroundings that is covered, less the share of the mug: the handle, and little else."""
    bare = photograph(replace(COVERED, occlusion=0.0), len(photos), SEED)  # the same seed: the same but for the cover
    changed = np.abs(photos.images - bare.images) > SEEN
    middles = (np.arange(scenes.SIDE) + 0.5) * (2 * scenes.FIELD / scenes.SIDE) - scenes.FIELD
    tip = photos.poses[:, :2] + GRIP * angles.unit(photos.poses[:, 2])
    far = np.hypot(middles[None, None, :] - tip[:, 0, None, None], -middles[None, :, None] - tip[:, 1, None, None])
    around = far < NEAR
    return np.asarray((changed & around).sum(axis=(1, 2)) / around.sum(axis=(1, 2)) - photos.hidden)


GOLDEN: dict[str, tuple[Place, Score]] = {
    "plain": (QUIET, _near(0, 0)),
    "lamp from the left": (replace(QUIET, name="lab, lamp moved", lamp=180.0, wobble=0.0, strength=0.9), _near(2, 2)),
    "even light": (replace(QUIET, name="lab, lamp off", strength=0.0), _near(-2, 2)),
    "edge of the table": (QUIET, _far_out),
    "angle just under 360": (QUIET, _turned(358)),
    "angle just over 0": (QUIET, _turned(2)),
    "handle covered": (COVERED, _handle_covered),
    "mostly covered": (COVERED, lambda photos: photos.hidden),
    "crowded table": (replace(LAB, name="lab, crowded", clutter=4.0), _near(0, 0)),
    "grainy picture": (replace(QUIET, name="lab, grainy camera", noise=0.15), _near(1, -2)),
}
"""Name to place, and to what the golden photograph has most of."""
NAMES = tuple(GOLDEN)


@cache
def photographs() -> Photos:
    """The golden photographs, in the order of `NAMES`."""
    found = []
    for place, score in GOLDEN.values():
        pool = photograph(place, POOL, SEED)
        found.append(pool.take([int(np.argmax(score(pool)))]))
    return Photos(*(np.concatenate([getattr(one, part) for one in found]) for part in ("images", "poses", "hidden")))
