"""Draws the frames of the welcome model. Layout only: every number comes from the model.

Each function's first parameter is a bare matplotlib `Figure`. Axis limits are the same in all states of an explorer, so
that frames do not jump. This page only says what there is; each part has its file.
"""

from .figures_chance import causes, portfolio
from .figures_rates import citations, ways_of_counting

__all__ = ["causes", "citations", "portfolio", "ways_of_counting"]
