"""Draws the frames of the metrics model. Layout only: every number comes from the model.

Each function's first parameter is a bare matplotlib `Figure`. Axis limits are the same in all states of an explorer, so
that frames do not jump. This page only says what there is; each part has its file.
"""

from .figures_choice import limits, requirements
from .figures_curves import average_precision, confusion_pair, matrix, operating_point
from .figures_rules import leaderboard

__all__ = [
    "average_precision",
    "confusion_pair",
    "leaderboard",
    "limits",
    "matrix",
    "operating_point",
    "requirements",
]
