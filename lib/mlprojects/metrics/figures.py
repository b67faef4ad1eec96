"""Draws the frames of the metrics model. Layout only: every number comes from the model.

Each part has its file, and this page names all of them. A function's first parameter is a bare matplotlib `Figure`;
axis limits are the same in all states of an explorer, so that frames do not jump.
"""

from .figures_choice import limits, requirements
from .figures_curves import average_precision, operating_point
from .figures_rules import leaderboard

__all__ = [
    "average_precision",
    "leaderboard",
    "limits",
    "operating_point",
    "requirements",
]
