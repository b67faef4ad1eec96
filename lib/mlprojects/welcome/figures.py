"""Draws the frames of the welcome model. Layout only: every number comes from the model.

Each part has its file, and this page names all of them. A function's first parameter is a bare matplotlib `Figure`;
axis limits are the same in all states of an explorer, so that frames do not jump.
"""

from .figures_chance import causes, portfolio
from .figures_rates import citations, ways_of_counting

__all__ = ["causes", "citations", "portfolio", "ways_of_counting"]
