"""A project brief as HTML: one page that needs nothing else, and the part of it that a notebook shows."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from mlprojects.words import capital

from . import page_figures
from .document import OPEN, TITLES, UNNAMED, by_module, filled, printable, summary
from .review import Finding

if TYPE_CHECKING:
    from jinja2 import Template

    from mlprojects.record.brief import Brief

GENERATOR = "The course ML Projects"
"""In the page's head: a file that has it may be replaced when the brief is saved again."""


def page(brief: "Brief", findings: Sequence[Finding], boards: Mapping[str, Mapping[str, Any]]) -> str:
    """The whole page: printable on two pages, light and dark, no script, no other host.

    Args:
        brief: The learner's.
        findings: From `review.review`.
        boards: The text of each board that is to be drawn, by its key in the brief.
    """
    return _template("brief_page.html.j2").render(_content(brief, findings, boards), level=2, generator=GENERATOR)


def fragment(brief: "Brief", findings: Sequence[Finding], boards: Mapping[str, Mapping[str, Any]]) -> str:
    """The same without the page around it, for a notebook; arguments as in `page`."""
    return _template("brief_fragment.html.j2").render(_content(brief, findings, boards), level=3)


def _content(brief: "Brief", findings: Sequence[Finding], boards: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    done, of = filled(brief)
    drawn = {key: page_figures.board(brief, key, entry) for key, entry in boards.items()}
    return {
        "name": brief.name or capital(UNNAMED),
        "summary": summary(findings),
        "filled": f"{done} of {of} fields are filled in.",
        "groups": [(capital(TITLES[module]), group) for module, group in by_module(findings)],
        "sections": brief.sections,
        "value": brief.text,
        "open": OPEN,
        "boards": [(boards[key], pins, page_figures.board_says(pins)) for key, pins in drawn.items()],
        "ladder": page_figures.ladder(brief),
        "side": page_figures.SIDE,
        "margin": page_figures.MARGIN,
    }


@cache
def _template(name: str) -> "Template":
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415 - `import mlprojects` stays light

    folder = files(__package__).joinpath("page_templates")
    environment = Environment(
        loader=FunctionLoader(lambda each: folder.joinpath(each).read_text("utf-8")),
        # Everything is escaped, whatever the file is called: the style sheet is the one thing that is not.
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # Every text that is shown passes here, so that no page holds what HTML cannot.
        finalize=lambda value: printable(value) if type(value) is str else value,
    )
    return environment.get_template(name)
