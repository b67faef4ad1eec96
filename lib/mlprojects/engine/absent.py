"""What a learner reads when their notebook and the installed course are of different versions."""

from collections.abc import Callable
from typing import NoReturn


def absent(lesson: str) -> Callable[[str], NoReturn]:
    """A module's `__getattr__` for a lesson: a name that is gone is explained in one sentence.

    Args:
        lesson: The module's `__name__`, such as "mlprojects.metrics.lesson".
    """

    def explain(name: str) -> NoReturn:
        # Python and IPython ask modules for names of their own; those want the plain answer.
        told = (
            ""
            if name.startswith("_")
            else (
                ": this notebook was made for another version of the course; `python3 course.py lab` says how to get "
                "the notebook that fits, and your answers stay"
            )
        )
        raise AttributeError(f"{lesson} has no {name!r}{told}.")

    return explain
