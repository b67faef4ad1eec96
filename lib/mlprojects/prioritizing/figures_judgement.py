"""Draws what others use machine learning for, the one-second rule, and a forecast that failed."""

from collections.abc import Sequence
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
    SHADE,
    TINT,
    Scale,
    axes,
    bare,
    corner,
    note,
    veil,
)
from mlprojects.words import capital

from .adoption import LECTURE

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

SOURCE = "Algorithmia, 2020 State of Enterprise Machine Learning: 750 persons, asked in 2019, several answers."
SPOKEN = "* As the lecture has it; reports on the survey say “almost 40 %” of these two."
CLEAR = 2027
"""From this year on no line of a year asked about crosses a text."""
CELLS = {
    (True, True): (0, 0, "the rule holds", GREEN),
    (True, False): (0, 1, "the rule fails", ORANGE),
    (False, True): (1, 0, "the rule says nothing", QUIET),
    (False, False): (1, 1, "the rule says nothing", QUIET),
}
"""Column and row of (instant, worked), what the rule says there, and its colour."""


def uses(figure: "Figure", uses: "pd.DataFrame", chosen: str, none: float | None) -> None:
    """Percent who named each use, out of a hundred, with its interval; the chosen one is heavier.

    Args:
        figure: Where to draw.
        uses: From `adoption.intervals`.
        chosen: The use that is looked at.
        none: Percent of firms without any model in use, to be shown beside; or None.
    """
    names = [capital(str(name)) for name in uses.index]
    apart = len(names) + 0.6
    places: list[float] = list(range(len(names)))
    if none is not None:
        names, places = [*names, "Firms with no\nmodel in use"], [*places, apart]
    rows = Scale("", apart + 0.5, -0.5, places, names)
    ticks = range(0, 101, 20)
    across = Scale("Percent of the persons asked", 0, 100, ticks, [f"{tick} %" for tick in ticks])
    ax = axes(figure, (0.285, 0.275, 0.665, 0.615), across, rows, "Named as a use, and what chance leaves open (95 %)")
    bare(ax, "left")
    for place, (name, row) in enumerate(uses.iterrows()):
        heavy, mark = name == chosen, " *" if row["seen"] == LECTURE else ""
        ax.barh(place, 100, height=0.5, facecolor=PAPER, edgecolor=HAIR, linewidth=1)
        ax.barh(place, row["percent"], height=0.5, facecolor=BLUE if heavy else TINT)
        told = f"{row['percent']:.0f} %{mark}"
        # A white rim: the line lies on the bar with its left half.
        for colour, width in ((PAPER, 5), (INK, 1.6)):
            ax.plot([row["low"], row["high"]], [place, place], color=colour, linewidth=width)
        note(ax, row["high"] + 1.5, place, told, weight="bold" if heavy else "normal")
    if none is not None:
        ax.barh(apart, 100, height=0.5, facecolor=PAPER, edgecolor=HAIR, linewidth=1)
        ax.barh(apart, none, height=0.5, **SHADE | {"edgecolor": QUIET})
        note(ax, none + 1.5, apart, f"{none:.0f} % of the firms", bbox=veil())
    figure.text(0.02, 0.085, SPOKEN, fontsize=9.5, color=QUIET)
    figure.text(0.02, 0.03, SOURCE, fontsize=9.5, color=QUIET)


def one_second(figure: "Figure", tasks: "pd.DataFrame", chosen: str) -> None:
    """Tasks by how fast people are and whether machines managed in 2021; the chosen one is framed.

    Args:
        figure: Where to draw.
        tasks: From `forecasts.one_second`.
        chosen: The task that is looked at.
    """
    columns = Scale("", -0.5, 1.5, (0, 1), ("Takes people about a second", "Takes people longer"))
    rows = Scale("", 1.5, -0.5, (0, 1), ("Worked\nin 2021", "Was hard\nin 2021"))
    ax = axes(figure, (0.11, 0.03, 0.87, 0.86), columns, rows)
    ax.xaxis.tick_top()
    bare(ax, "left", "bottom", "top")
    ax.axhline(0.5, color=HAIR, linewidth=1.2)
    ax.axvline(0.5, color=HAIR, linewidth=1.2)
    filled = dict.fromkeys(CELLS, 0)
    for column, row, says, colour in CELLS.values():
        note(ax, column - 0.46, row - 0.4, capital(says), colour, weight="bold", fontsize=NORMAL)
    for name, task in tasks.iterrows():
        cell = (bool(task["instant"]), bool(task["worked"]))
        column, row, _, colour = CELLS[cell]
        height = row - 0.2 + 0.19 * filled[cell]
        filled[cell] += 1
        heavy = name == chosen
        if heavy:
            ax.barh(height, 0.95, left=column - 0.475, height=0.17, facecolor=TINT, edgecolor=INK, linewidth=1.2)
        ax.plot([column - 0.44], [height], marker="s" if heavy else "o", color=colour, markersize=6)
        note(ax, column - 0.4, height, capital(str(name)), weight="bold" if heavy else "normal")


def go(figure: "Figure", made: int, ends: Sequence[int], year: int) -> None:
    """The forecast on Go and what happened, on one line of years.

    Args:
        figure: Where to draw.
        made: The year of the forecast.
        ends: The year that it named at the earliest, and the year in which it came true.
        year: The year in which one asks.
    """
    ticks = list(range(2000, 2101, 20))
    rows = Scale("", 1.6, -0.8, (0, 1), ("Forecast", "What happened"))
    ax = axes(figure, (0.17, 0.15, 0.79, 0.68), Scale("Year", made - 3, 2103, ticks), rows)
    bare(ax, "left")
    names = (f"“a hundred years, maybe longer” ({ends[0]})", f"AlphaGo beats Lee Sedol ({ends[1]})")
    for place, (end, name, colour) in enumerate(zip(ends, names, (ORANGE, BLUE), strict=True)):
        ax.barh(place, end - made, left=made, height=0.3, facecolor=TINT if place else PAPER, edgecolor=colour)
        ax.plot([end], [place], marker="D" if place else ">", markersize=9, color=colour)
        note(ax, CLEAR, place - 0.28, name, colour)
    ax.axvline(year, color=INK, linewidth=1.4, linestyle="--")
    corner(ax, (year - made + 3) / (2103 - made + 3) + 0.008, 1.04, f"asked in {year}", INK)
