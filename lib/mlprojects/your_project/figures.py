"""Draws the five takeaways, and what the check finds in a brief, module by module."""

from collections.abc import Sequence
from textwrap import fill
from typing import TYPE_CHECKING

from mlprojects.figure_style import (
    BLUE,
    GREEN,
    HAIR,
    INK,
    NORMAL,
    ORANGE,
    PAPER,
    QUIET,
    TINT,
    note,
)
from mlprojects.words import capital, count

from .document import TITLES
from .review import CONTRADICTION, GAP

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from .review import Finding
    from .takeaways import Takeaway

BARS, LONGEST = 0.475, 0.12
"""Where the bars of the takeaways begin, and how long the longer one of a pair is, as shares of the figure."""
MOST = 3
"""As many findings as are written out."""


def takeaways(figure: "Figure", rows: Sequence["Takeaway"], chosen: str) -> None:
    """Five rows: the takeaway, and a number of its module with and without it.

    Args:
        figure: Where to draw.
        rows: From `takeaways.TAKEAWAYS`.
        chosen: The module that is looked at.
    """
    ax = figure.add_axes((0, 0, 1, 1))
    ax.axis("off")
    ax.set(xlim=(0, 1), ylim=(len(rows), 0))
    for place, row in enumerate(rows):
        heavy = row.module == chosen
        if heavy:
            ax.barh(place + 0.5, 0.98, left=0.01, height=0.94, facecolor=TINT, edgecolor=INK, linewidth=1.2)
        elif place:
            ax.plot([0.02, 0.98], [place, place], color=HAIR, linewidth=0.8)
        note(ax, 0.03, place + 0.24, row.module, weight="bold", fontsize=NORMAL)
        note(ax, 0.03, place + 0.64, fill(row.says, 41), linespacing=1.25)
        _pair(ax, place, row)


def _pair(ax: "Axes", place: int, row: "Takeaway") -> None:
    most = max(row.before[1], row.after[1])
    for offset, (name, value), colour, ground in (
        (0.29, row.before, ORANGE, PAPER),
        (0.69, row.after, BLUE, BLUE),
    ):
        length = LONGEST * value / most
        ax.barh(place + offset, length, left=BARS, height=0.22, facecolor=ground, edgecolor=colour, linewidth=1.2)
        note(ax, BARS + length + 0.012, place + offset, f"{value:g} {row.unit}: {name}", colour)


def check(figure: "Figure", counts: "pd.DataFrame", findings: Sequence["Finding"], change: str) -> None:
    """Each module with what the check found there, and beside it the findings in words.

    Args:
        figure: Where to draw.
        counts: Indexed by notebook; columns `gaps` and `contradictions`.
        findings: From `review.review`.
        change: What was changed in the brief, in words.
    """
    ax = figure.add_axes((0, 0, 1, 1))
    ax.axis("off")
    ax.set(xlim=(0, 1), ylim=(0, 1))
    note(ax, 0.03, 0.93, "The robot's brief", weight="bold", fontsize=NORMAL + 1)
    note(ax, 0.03, 0.86, capital(change), QUIET)
    for place, (module, row) in enumerate(counts.iterrows()):
        _module(ax, 0.74 - 0.125 * place, capital(TITLES[str(module)]), int(row["gaps"]), int(row["contradictions"]))
    ax.plot([0.45, 0.45], [0.06, 0.8], color=HAIR, linewidth=1)
    if not findings:
        note(ax, 0.49, 0.74, "Nothing is found.", GREEN, weight="bold", fontsize=NORMAL)
        return
    top = 0.79
    for finding in findings[:MOST]:
        colour = ORANGE if finding.kind == CONTRADICTION else BLUE
        told = fill(finding.says, 50)
        note(ax, 0.49, top - 0.03, f"{capital(finding.kind)}: {TITLES[finding.module]}", colour, weight="bold")
        note(ax, 0.49, top - 0.07, told, va="top", linespacing=1.35)
        top -= 0.13 + 0.052 * (told.count("\n") + 1)
    if len(findings) > MOST:
        note(ax, 0.49, max(top - 0.01, 0.04), f"and {len(findings) - MOST} more", QUIET)


def _module(ax: "Axes", y: float, title: str, gaps: int, contradictions: int) -> None:
    marker, colour, ground = (
        ("X", ORANGE, ORANGE) if contradictions else ("D", BLUE, PAPER) if gaps else ("o", GREEN, GREEN)
    )
    ax.plot([0.045], [y], marker=marker, markersize=9, color=colour, mfc=ground, markeredgewidth=1.6)
    numbers = [count(n, noun) for n, noun in ((gaps, GAP), (contradictions, CONTRADICTION)) if n]
    note(ax, 0.08, y + 0.022, title, weight="bold" if numbers else "normal")
    note(ax, 0.08, y - 0.026, ", ".join(numbers) or "nothing found", colour)
