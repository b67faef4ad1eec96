"""What the tests of all lessons ask of an item: its words, its numbers, its right option; and an explorer's states."""

import re
from functools import cache

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from mlprojects.engine.frames import INCHES

FIELDS = ("prompt", "options", "mistakes", "why", "otherwise", "hints", "solution", "after")
"""What is shown of an item's entry, in this order."""


@cache
def sweep(explorer):
    """All states of an explorer, each with its view; computed once for all tests of a file."""
    return list(explorer.sweep())


def swept(explorer, **fixed):
    """The states in which these controls have these values."""
    return [(s, v) for s, v in sweep(explorer) if all(s[name] == value for name, value in fixed.items())]


def said(item, *fields):
    """The words of an item, or of its entry, in one line: those of some fields, or all of them."""
    entry = getattr(item, "entry", item)
    return " ".join(" ".join(_texts(entry[field]) for field in fields or FIELDS if field in entry).split())


def numbers(text):
    """The numbers of a text, as they are written there."""
    return set(re.findall(r"\d+(?:[.,]\d+)*", text))


def words(text):
    """The words of a text, whatever their order."""
    return frozenset(re.findall(r"[a-z]+|\d+", text.lower()))


def right_place(item):
    """Where the right option stands, from 0 on; the first if several are right."""
    entry = getattr(item, "entry", item)
    return [bool(option.get("right")) for option in entry["options"]].index(True)


def right(item):
    """The right option: its text, and why it is right."""
    return getattr(item, "entry", item)["options"][right_place(item)]


def drawn(view):
    """The picture of a view, drawn."""
    figure = Figure(figsize=INCHES, dpi=50)
    view.figure(figure)
    FigureCanvasAgg(figure).draw()
    return figure


def _texts(value):
    if isinstance(value, list):
        return " ".join(map(_texts, value))
    if isinstance(value, dict):
        return " ".join(value[part] for part in ("text", "why") if part in value)
    return str(value)
