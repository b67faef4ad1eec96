"""The class's boards laid over each other: where everybody put each point, and where the middle of them is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from mlprojects.checks import whole
from mlprojects.words import capital

if TYPE_CHECKING:
    from .picture import Exercise, Picture

LIMIT = 100
"""x and y of a point are whole numbers from 0 to this: see `engine.board`."""
ROUNDS = 200


def placed(picture: Picture, board: Exercise) -> pd.DataFrame:
    """Where each learner put each point last; a point that was never moved is no judgement and is left out.

    What a learner calls a point of their own is not shown: it may be anybody's project.

    Returns:
        Columns `person`, `point` (its label), `x`, `y`; a row a learner and point.
    """
    points = {each["name"]: capital(str(each["label"])) for each in board.entry["points"]}
    last: dict[tuple[int, str], tuple[int, int]] = {}
    frame = picture.of("brief")
    frame = frame[frame["item"] == board.item]
    for person, data in zip(frame["person"].tolist(), frame["data"], strict=True):
        for name, saved in data.items():
            place = _place(saved)
            if name in points and place is not None:
                last[person, name] = place
    rows = [(person, points[name], x, y) for (person, name), (x, y) in last.items()]
    return pd.DataFrame(rows, columns=["person", "point", "x", "y"])


def middles(placed_points: pd.DataFrame) -> pd.DataFrame:
    """The middle of all judgements, point by point.

    Args:
        placed_points: From `placed`.

    Returns:
        Index: the point. Columns `people`, `x` and `y` (medians), and `x_low`, `x_high`, `y_low`, `y_high`: half of the
        learners are between them.
    """
    groups = placed_points.groupby("point", sort=True)
    table = pd.DataFrame({"people": groups.size()})
    for axis in ("x", "y"):
        table[axis] = groups[axis].median()
        table[f"{axis}_low"], table[f"{axis}_high"] = groups[axis].quantile(0.25), groups[axis].quantile(0.75)
    return table


def apart(table: pd.DataFrame, gap: float) -> pd.DataFrame:
    """Where the numbers of the middles can stand without covering each other: pushed apart, no further than needed.

    Args:
        table: Columns `x` and `y`.
        gap: Between any two of them, in units of the board.

    Returns:
        The same index, columns `x` and `y`.
    """
    places = table[["x", "y"]].to_numpy(dtype=float).copy()
    # Equal places need a first direction each: places on a small circle.
    turns = 2 * np.pi * np.arange(len(places)) / max(len(places), 1)
    places += 0.01 * np.column_stack([np.cos(turns), np.sin(turns)])
    for _ in range(ROUNDS):
        offsets = places[:, None] - places[None, :]
        lengths = np.linalg.norm(offsets, axis=2) + np.eye(len(places)) * gap
        push = np.clip(gap - lengths, 0, None) / 2
        if not push.any():
            break
        places = np.clip(places + (offsets / lengths[..., None] * push[..., None]).sum(axis=1), 0, LIMIT)
    return pd.DataFrame(places.clip(0, LIMIT), index=table.index, columns=["x", "y"])


def _place(saved: Any) -> tuple[int, int] | None:  # noqa: ANN401 - whatever the ledger holds
    if not isinstance(saved, Mapping):
        return None
    try:
        return whole("x", saved.get("x"), 0, LIMIT), whole("y", saved.get("y"), 0, LIMIT)
    except (TypeError, ValueError):
        return None
