"""The prose of a notebook, and the check that no number in it is one that nothing computes."""

import re

import jupytext
from mlprojects.course.house import NOTEBOOKS

APART = (
    r"https?://\S+",
    r"\[\d\]:?",  # a link's number
    r"^\| \d .*\|$",  # a row of the plan
    r"^#+ \d ",  # a part's number
    r"^\d\. ",  # an item's number
    r"\*\d+ minutes[^*]*\*",  # how long a part takes; its sum is tested for all notebooks
    r"\b(19|20)\d\d\b",  # a year
    r"\b\d+:\d\d(:\d\d)?\b",  # a place in the lecture
    r"\b[Ll]ecture 5",
    r"\b([Mm]odule|[Pp]art|[Pp]arts|[Pp]hase|[Mm]odel|rule|chapters?) \d(( and |, )\d)*",  # a name
    r"\]\(\d\d_\w+\.ipynb\)",  # a link to a notebook
    r"\d (Welcome|Lifecycle|Prioritizing|Archetypes|Metrics|Baselines|Your project)\b",
    r"\d → \d",
    r"`[^`]*`",  # code
    r"\bF1\b",
)
"""What has digits in it and states no number."""


def prose(stem):
    """All Markdown cells of a notebook's source, one after the other."""
    cells = jupytext.read(NOTEBOOKS / f"{stem}.py").cells
    return "\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown")


def left_over(stem, fragments):
    """The numbers of a notebook's prose that are in none of the fragments, which must all be there.

    Args:
        stem: Such as "04_metrics".
        fragments: Pieces of its sentences, with the numbers that a model computes put in.
    """
    text = _without_apart(prose(stem))
    for fragment in map(_without_apart, fragments):
        assert fragment in text, fragment
        text = text.replace(fragment, "")
    return [text[max(0, found.start() - 30) : found.end() + 10] for found in re.finditer(r"\d[\d.,]*", text)]


def _without_apart(text):
    for pattern in APART:
        text = re.sub(pattern, "", text, flags=re.MULTILINE)
    return " ".join(text.split())
