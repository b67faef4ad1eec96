"""The front end's files, put together as anywidget wants them: one module and one style sheet a widget."""

from functools import cache
from importlib.resources import files

PROTOCOL = 1
"""Version of the messages between page and kernel; a stored notebook may hold an older page than the library."""


MODULES = {
    "stage": ("link.js", "stage_controls.js", "stage_screen.js", "stage.js"),
    "card": ("link.js", "fields.js", "item.js", "series.js", "card.js"),
    "board": ("link.js", "board_plot.js", "board_list.js", "board.js"),
    "labelling": ("link.js", "labelling_answers.js", "labelling.js"),
}
SHARED = ("theme.css", "stage.css", "card.css", "series.css")
OWN = {"board": ("board.css",), "labelling": ("labelling.css",)}
"""Rules of one widget alone: what is added to the shared sheet changes every notebook that was stored with it."""


@cache
def module(name: str) -> str:
    """JavaScript module of a widget, one of `MODULES`: the shared link, then the widget's own files."""
    return "\n".join(map(_read, MODULES[name]))


@cache
def style(name: str = "") -> str:
    """The style sheet that all widgets share, custom properties and rules, and behind it those of `name` alone."""
    return "\n".join(map(_read, (*SHARED, *OWN.get(name, ()))))


def still() -> str:
    """What runs baked explorers in a page without a kernel; stands in the same module behind `module("stage")`."""
    return _read("still.js")


def _read(name: str) -> str:
    return (files(__name__) / name).read_text(encoding="utf-8")
