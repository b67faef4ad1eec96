"""Draws the frames of the lifecycle model. Layout only: every number comes from the model.

Each part has its file, and this page names all of them. A function's first parameter is a bare matplotlib `Figure`;
axis limits are the same in all states of an explorer, so that frames do not jump.
"""

from .figures_data import label_noise, labelling, requirements
from .figures_diagram import lifecycle
from .figures_field import errors_and_picks, golden_case, what_to_add
from .figures_project import one_loop, outlook
from .figures_robot import bands, curves, ratios, sights

__all__ = [
    "bands",
    "curves",
    "errors_and_picks",
    "golden_case",
    "label_noise",
    "labelling",
    "lifecycle",
    "one_loop",
    "outlook",
    "ratios",
    "requirements",
    "sights",
    "what_to_add",
]
