"""The front end's files, put together as anywidget wants them: one module and one style sheet a widget."""

from functools import cache
from importlib.resources import files

PROTOCOL = 1
"""Version of the messages between page and kernel; a stored notebook may hold an older page than the library."""


MODULES = {"stage": ("link.js", "stage.js"), "card": ("link.js", "fields.js", "item.js", "series.js", "card.js")}


@cache
def module(name: str) -> str:
    """JavaScript module of the widget `name` ("stage" or "card"): the shared link, then the widget's own files."""
    return "\n".join(map(_read, MODULES[name]))


@cache
def style() -> str:
    """The style sheet that all widgets share: custom properties, then each widget's rules."""
    return "\n".join(_read(name) for name in ("theme.css", "stage.css", "card.css", "series.css"))


def still() -> str:
    """What runs baked explorers in a page without a kernel; stands in the same module behind `module("stage")`."""
    return _read("still.js")


def _read(name: str) -> str:
    return (files(__name__) / name).read_text(encoding="utf-8")
