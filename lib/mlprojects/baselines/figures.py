"""Draws the frames of the baselines model. Layout only: every number comes from the model. Each part has its file.

Each function's first parameter is a bare matplotlib `Figure`.
"""

from .figures_crowd import crowd, unequal_crowd
from .figures_hand import robot
from .figures_ladder import diabetes, digits, looks
from .figures_lines import beside_human, contest
from .figures_people import human_ladder, spend, where_to_look

__all__ = [
    "beside_human",
    "contest",
    "crowd",
    "diabetes",
    "digits",
    "human_ladder",
    "looks",
    "robot",
    "spend",
    "unequal_crowd",
    "where_to_look",
]
