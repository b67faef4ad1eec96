"""Draws the frames of the prioritizing model. Layout only: every number comes from the model.

Each part has its file, and this page names all of them. A function's first parameter is a bare matplotlib `Figure`;
axis limits are the same in all states of an explorer, so that frames do not jump, except those of `label_ceiling`,
which says so in its axis.
"""

from .figures_judgement import go, one_second, uses
from .figures_nines import cheap_prediction, label_ceiling, next_nine
from .figures_pyramid import kinds, pyramid_today
from .figures_ranking import chances, feasibility
from .figures_steps import seven_steps

__all__ = [
    "chances",
    "cheap_prediction",
    "feasibility",
    "go",
    "kinds",
    "label_ceiling",
    "next_nine",
    "one_second",
    "pyramid_today",
    "seven_steps",
    "uses",
]
