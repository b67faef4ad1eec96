"""The bug in the robot's labels as numbers: labels against predictions by station, and what it does to an error.

The lecture says that there was a bug in the angle labels, not which; see `mlprojects.case.labels` for ours.
"""

import numpy as np
import pandas as pd

from mlprojects.case import angles, labels

from . import robot

EFFECTS = HALVED, BELOW, HARDLY = "halved", "below the least error", "hardly"
"""Of more photographs on an error; the least error is what no model can go below, see `least_error`."""


def bug_scatter(kind: str) -> pd.DataFrame:
    """Labelled against predicted angle, one row a photograph.

    Args:
        kind: The labels, of training and of measuring, "as delivered" or "mended".

    Returns:
        `station` (A, B or C), and in degrees `labelled`, `predicted` and `off` (labelled minus predicted, the shorter
        way).

    Raises:
        ValueError: If there is no such kind of labels.
    """
    labelled, said = robot.test_labels(kind)[:, 2], robot.predicted(robot.NETWORK, kind=kind)[:, 2]
    names = np.array(labels.STATIONS)[robot.stations()]
    off = angles.difference(labelled, said)
    return pd.DataFrame({"station": names, "labelled": labelled, "predicted": said, "off": off})


def by_station(scatter: pd.DataFrame) -> pd.DataFrame:
    """Of a `bug_scatter` frame, one row a station: how many labels, which way and how far they are off.

    Returns:
        `labels`, `turned` (circular mean of labelled minus predicted, from -180 to 180) and `error` (mean size).
    """
    groups = scatter.groupby("station")["off"]
    turned = groups.agg(lambda off: float(angles.difference(angles.mean(off), 0)))
    return pd.DataFrame({"labels": groups.size(), "turned": turned, "error": groups.agg(lambda off: off.abs().mean())})


def error_with_more(images: int) -> float:
    """The angle error that is measured with labels as delivered after so many photographs, in degrees."""
    said = robot.predicted(robot.NETWORK, images=images, kind="as delivered")
    return float(robot.measure(robot.test_labels("as delivered"), said)["angle"].mean())


def effect_of_more() -> str:
    """What twice as many photographs with labels as delivered do to the angle error: one of `EFFECTS`."""
    before, after = (error_with_more(images) for images in robot.SIZES[-2:])
    if after < before / 2:
        return HALVED
    return BELOW if after < least_error() else HARDLY


def least_error() -> float:
    """The least mean error that any model can have on the labels as delivered, in degrees.

    A photograph does not show which station labelled it, so the best answer turns every angle by the same amount.
    """
    answers = np.arange(0, angles.TURN)
    return float(np.abs(angles.difference(np.array(labels.TURNED), answers[:, None])).mean(axis=1).min())
