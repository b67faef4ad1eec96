"""The projects that are ranked: six of ours, or those on a learner's own board."""

import pandas as pd

from mlprojects import checks

from . import pyramid
from .pyramid_questions import ROBOT
from .ranking import COLUMNS, HIGHEST

_ROBOT = round(pyramid.score(ROBOT).total / HIGHEST, 1)
PORTFOLIO = pd.DataFrame(
    [
        (8.0, 1.0, _ROBOT, 1.0),
        (6.0, 0.5, 8.0, 0.5),
        (7.0, 1.5, 6.5, 1.5),
        (8.5, 1.0, 4.5, 2.0),
        (5.5, 1.0, 7.0, 1.0),
        (5.0, 0.5, 5.5, 0.5),
    ],
    columns=list(COLUMNS),
    index=pd.Index(
        ["grasp by sight", "foresee wear", "sort returns", "fold clothes", "answer mail", "plan shifts"], name="project"
    ),
)
"""Six projects of a robot company, invented; only the feasibility of the first is computed: see `pyramid_questions`."""
LABEL, PLACES = "label", ("x", "y", "range")
BOARD = 100.0
"""The largest `x` and `y` of a board."""


def from_board(points: pd.DataFrame) -> pd.DataFrame:
    """The projects on a board, to be ranked: how far along its axes they stand, as scores from 0 to 10.

    Args:
        points: A row a project, with `label`, `x` (feasibility), `y` (impact) and `range`, each from 0 to 100, such as
            `lesson.portfolio.points`.

    Returns:
        The columns `ranking.COLUMNS`; a project's range is the spread of both its scores. Names are the labels, and of
        two that are alike the second has its row's name behind it.

    Raises:
        TypeError: If that is no table.
        ValueError: If a column is missing or a number is out of range.
    """
    checks.frame("The board", points, PLACES, 0, BOARD)
    scores = points[list(PLACES)].astype(float) * HIGHEST / BOARD
    names = points[LABEL].where(~points[LABEL].duplicated(), points[LABEL] + " (" + points.index.astype(str) + ")")
    table = [scores["y"], scores["range"], scores["x"], scores["range"]]
    return pd.concat(table, axis=1, keys=list(COLUMNS)).set_axis(pd.Index(names, name="project"))
