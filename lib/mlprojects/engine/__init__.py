"""The engine behind every lesson: explorers, questions, predictions, tasks and forms. It knows no wing."""

from .controls import Choice, Range, Slider, Switch
from .explorer import Explorer, explorer
from .view import View

__all__ = ["Choice", "Explorer", "Range", "Slider", "Switch", "View", "explorer"]
