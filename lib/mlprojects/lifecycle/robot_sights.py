"""What the robot sees as numbers: which photographs to show, and the true and the estimated pose on them."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects.case import angles
from mlprojects.words import in_percent

from . import robot

ARROW = 7.5
"""Length of an arrow in a picture, in cm: a little more than the handle's reach."""


def eight(off: pd.DataFrame, *, worst: bool = False, best: bool = False) -> list[int]:
    """Which eight photographs to show: the first, or those with the largest or the smallest angle errors."""
    if not (worst or best):
        return list(range(8))
    return [int(place) for place in off["angle"].sort_values(ascending=best, kind="stable").index[:8]]


def shown(name: str, place: str, which: list[int]) -> pd.DataFrame:
    """Some photographs, a row each: `position` (cm) and `angle` (degrees) errors, and `hidden` (percent of the mug)."""
    return robot.errors(name, place).loc[which].assign(hidden=in_percent(robot.photos(place).hidden[which]))


def arrows(name: str, place: str, which: list[int]) -> npt.NDArray[np.float64]:
    """Both ends of the true and of the estimated arrow, from the mug's middle along its handle, shape (k, 2, 2, 2)."""
    poses = np.stack([robot.photos(place).poses[which], robot.predicted(name, place)[which]], axis=1)
    start = poses[..., :2]
    return np.stack([start, start + ARROW * angles.unit(poses[..., 2])], axis=2)
