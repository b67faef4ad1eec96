"""The lessons of all wings, found by their files, so that no test has a list of them to forget."""

import importlib
from functools import cache

from mlprojects.course.house import ROOT


@cache
def lessons():
    """Each wing's name and its lesson."""
    names = sorted(path.parent.name for path in (ROOT / "lib" / "mlprojects").glob("*/lesson.py"))
    return {name: importlib.import_module(f"mlprojects.{name}.lesson") for name in names}


def all_of(kind):
    """Everything of a kind ("EXPLORERS", "QUESTIONS", ...) as pairs of a readable id and the thing itself."""
    return [(f"{wing}-{item.name}", item) for wing, lesson in lessons().items() for item in getattr(lesson, kind)]
