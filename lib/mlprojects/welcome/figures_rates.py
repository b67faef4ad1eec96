"""Draws failure rates: what is known of the quoted ones, and how many can be made of one portfolio: see `figures`."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from mlprojects.figure_style import (
    BLUE,
    GREEN,
    HAIR,
    INK,
    ORANGE,
    PAPER,
    QUIET,
    TENTHS,
    TINT,
    TITLE,
    Scale,
    axes,
    bare,
    note,
)
from mlprojects.words import percent

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

VERDICTS: dict[str, dict[str, Any]] = {
    "stated": {"marker": "o", "color": GREEN, "mfc": GREEN},
    "partly": {"marker": "D", "color": BLUE, "mfc": PAPER},
    "not stated": {"marker": "x", "color": ORANGE, "mew": 2},
}
"""A mark for each verdict: they differ in shape and filling, and the verdict stands beside it in words."""
COLUMNS = 12
"""Ideas in a row of the picture."""


def citations(
    figure: "Figure", claims: "pd.DataFrame", asks: Mapping[str, str], *, chosen: str, asked: str | None
) -> None:
    """Every claim against every question, with the chosen cell framed.

    Args:
        figure: Where to draw.
        claims: From `model.failure_claims`.
        asks: The questions and their columns.
        chosen: The claim that is looked at.
        asked: The column that is looked at; None for the whole row.
    """
    names = [f"{short} ({year})" for short, year in zip(claims.index, claims["year"], strict=True)]
    rows = Scale("", len(names) - 0.4, -0.6, range(len(names)), names)
    ax = axes(figure, (0.325, 0.04, 0.665, 0.82), Scale("", -0.5, len(asks) - 0.5, range(len(asks)), list(asks)), rows)
    ax.xaxis.tick_top()
    bare(ax, "left", "bottom")
    row = claims.index.tolist().index(chosen)
    place = list(asks.values()).index(asked) if asked else None
    edges = (-0.47, len(asks) - 0.53) if place is None else (place - 0.47, place + 0.47)
    ax.barh(row, len(asks) - 0.06, left=-0.47, height=0.8, facecolor=TINT, linewidth=0, zorder=0)
    width = edges[1] - edges[0]
    ax.barh(row, width, left=edges[0], height=0.8, facecolor="none", edgecolor=INK, linewidth=1.8)
    for column, field in enumerate(asks.values()):
        for verdict, look in VERDICTS.items():
            heights = [height for height, value in enumerate(claims[field]) if value == verdict]
            ax.plot([column - 0.3] * len(heights), heights, linestyle="none", ms=8, **look)
            for height in heights:
                note(ax, column - 0.2, height, verdict, str(look["color"]))
    for height, text in enumerate(ax.get_yticklabels()):
        text.set(weight="bold" if height == row else "normal")


def ways_of_counting(
    figure: "Figure", judged: "pd.DataFrame", rates: "pd.DataFrame", *, rate: tuple[int, int, float]
) -> None:
    """Every idea as counted in one way, and the rates that all ways give.

    Args:
        figure: Where to draw.
        judged: From `model.judged`.
        rates: From `model.failure_rates`.
        rate: Failing, counted, and their ratio, from `model.failure_rate`.
    """
    failing, counted, share = rate
    told = percent(share)
    title = f"{failing} of {counted} made-up ideas fail: {told}"
    height = len(judged) / COLUMNS
    ax = axes(figure, (0.03, 0.335, 0.94, 0.56), Scale("", -0.6, COLUMNS + 3.4), Scale("", height - 0.5, -0.5), title)
    bare(ax, "left", "bottom")
    kinds: dict[str, dict[str, Any]] = {
        "fails": {"marker": "X", "color": ORANGE, "mec": PAPER, "mew": 0.6, "ms": 13},
        "does not fail": {"marker": "o", "color": BLUE, "ms": 11},
        "not counted": {"marker": ".", "color": QUIET, "ms": 4},
    }
    groups = {
        "fails": judged["fails"],
        "does not fail": judged["counted"] & ~judged["fails"],
        "not counted": ~judged["counted"],
    }
    for place, (kind, look) in enumerate(kinds.items()):
        members = [divmod(int(idea), COLUMNS) for idea in judged.index[groups[kind]]]
        ax.plot([x for _, x in members], [y for y, _ in members], linestyle="none", **look)
        ax.plot(COLUMNS + 0.3, place, linestyle="none", **look)
        note(ax, COLUMNS + 0.7, place, f"{kind}: {len(members)}", INK)
    note(ax, COLUMNS + 0.06, 3.2, "farthest first,", QUIET)
    note(ax, COLUMNS + 0.06, 3.75, "row by row", QUIET)
    _strip(figure, rates, share)


def _strip(figure: "Figure", rates: "pd.DataFrame", current: float) -> None:
    ticks = [percent(tick) for tick in TENTHS]
    label = f"Failure rate, by each of the {len(rates)} ways to count the same ideas"
    ax: Axes = axes(figure, (0.05, 0.13, 0.9, 0.08), Scale(label, -0.02, 1.02, TENTHS, ticks), Scale("", 0, 1))
    bare(ax, "left")
    ax.plot([0, 1], [0.45, 0.45], color=HAIR, lw=0.8)
    ax.plot(rates["rate"], [0.45] * len(rates), "|", color=INK, ms=13, mew=1.4)
    ax.plot(current, 1.3, "v", color=ORANGE, ms=10, clip_on=False)
    told = percent(current)
    right = current > 0.6  # noqa: PLR2004 - then there is room on the left only
    spot, side = (current - 0.02, "right") if right else (current + 0.02, "left")
    note(ax, spot, 1.4, f"this one: {told}", ORANGE, weight="bold", fontsize=TITLE, ha=side)
