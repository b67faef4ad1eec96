"""The running case study, executable: a robot estimates where a mug stands and which way its handle points.

`angles` (degrees that wrap), `scenes` (photographs of a lab and a warehouse), `labels` (sensors, people, and a bug),
`estimators` (five ways to estimate a pose, with scikit-learn's interface; loaded when it is first asked for, since it
loads scikit-learn), `grasping` (from errors to picks an hour).
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from . import angles, grasping, labels, scenes
from .scenes import LAB, WAREHOUSE, Photos, Place, photograph

if TYPE_CHECKING:
    from . import estimators

__all__ = ["LAB", "WAREHOUSE", "Photos", "Place", "angles", "estimators", "grasping", "labels", "photograph", "scenes"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module
    """Load `estimators` when it is first used; `from mlprojects.case import estimators` works at any time."""
    if name == "estimators":
        return import_module(".estimators", __name__)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
