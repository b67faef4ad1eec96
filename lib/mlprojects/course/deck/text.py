"""A notebook's Markdown as HTML for slides, cut into pages that fit."""

import html as markup
import math
import re
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

WIDTH = 82
"""Characters of a line of text on a slide."""
LINES = 14
"""Lines of text that a slide holds below its heading."""
DENSER = 1.25
"""How much more a slide holds in the smaller type."""


def html(markdown: str) -> str:
    """Markdown as HTML; raw HTML in it is shown as text, and a link to another notebook is only its words."""
    return str(_renderer().render(_without_local_links(markdown))).strip()


def escape(plain: str) -> str:
    """Plain text as HTML."""
    return markup.escape(plain, quote=False)


def heading(markdown: str) -> str:
    """The text of the first heading, or nothing."""
    found = re.search(r"^#+ (.+)$", markdown, re.MULTILINE)
    return found[1].strip() if found else ""


def unparted(shown: str) -> str:
    """HTML or plain text in which no line ends between a number and its percent sign."""
    return re.sub(r"(?<=\d) %", "\u00a0%", shown)


def pages(markdown: str) -> list[str]:
    """The HTML of as many slides as the cell needs; a later one repeats the heading.

    Blocks stay whole: a paragraph, a list, a table is never cut. The page itself finds the type in which they fit.
    """
    return ["".join(group) for group in _groups(_blocks(markdown))] or [""]


def _groups(blocks: list[str]) -> list[list[str]]:
    groups: list[list[str]] = []
    title = next((block for block in blocks if re.match("<h[12]", block)), "")
    for block in blocks:
        longer = re.match("<h[1-6]", block) and groups and sum(map(_lines, groups[-1])) > LINES / 2
        if not groups or longer or sum(map(_lines, [*groups[-1], block])) > LINES * DENSER:
            more = re.sub("</h", " <small>(continued)</small></h", title, count=1)
            groups.append([more] if groups and more else [])
        groups[-1].append(block)
    return groups


def _blocks(markdown: str) -> list[str]:
    """The top-level blocks, each as HTML."""
    renderer = _renderer()
    environment: dict[str, Any] = {}
    tokens = renderer.parse(_without_local_links(markdown), environment)
    blocks, start = [], 0
    for at, token in enumerate(tokens):
        if token.level == 0 and token.nesting <= 0:
            blocks.append(str(renderer.renderer.render(tokens[start : at + 1], renderer.options, environment)).strip())
            start = at + 1
    return blocks


def _lines(block: str) -> float:
    """How many lines a block takes, the space below it included; an estimate on the safe side."""
    if re.match("<h[12]", block):
        return 0
    rows = re.findall(r"<(?:li|tr|p|h\d|pre)\b[^>]*>(.*?)(?=<(?:li|tr|p|h\d|pre)\b|\Z)", block, re.DOTALL)
    room = WIDTH - (4 if "<li" in block else 0)
    plain = [markup.unescape(re.sub("<[^>]+>", "", row)) for row in rows]
    return sum(math.ceil(len(row.strip()) / room) + (0.35 if "<tr" in block else 0.1) for row in plain) + 0.6


def _without_local_links(markdown: str) -> str:
    return re.sub(r"(?<!!)\[([^\]\n]+)\]\((?!https?:)[^)\s]+\)", r"\1", markdown)


@cache
def _renderer() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - loaded when a deck is made

    return MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "autolink"])
