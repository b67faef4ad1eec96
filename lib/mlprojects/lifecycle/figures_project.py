"""Draws the project simulator and the price of one way back: see `outlook_project`."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from mlprojects.figure_style import (
    BLUE,
    HAIR,
    INK,
    NORMAL,
    ORANGE,
    PAPER,
    QUIET,
    Scale,
    axes,
    bare,
    corner,
    note,
    veil,
)
from mlprojects.words import percent

from .outlook_project import NEVER, VISITS

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LONGEST = 120
"""Weeks on the axis."""
LOOKS = {"late": (BLUE, "o", "-"), "early": (ORANGE, "s", (0, (5, 2)))}
PERCENT = ([0, 0.25, 0.5, 0.75, 1], ["0 %", "25 %", "50 %", "75 %", "100 %"])


def outlook(
    figure: "Figure",
    curves: Mapping[str, "pd.Series[float]"],
    halves: Mapping[str, float | None],
    table: "pd.DataFrame",
    chosen: str,
) -> None:
    """Shares shipped by week for both pilots, visits a phase, and how many never ship; the chosen pilot is heavier.

    Args:
        figure: Where to draw.
        curves: "late" and "early" to what `outlook_project.shipped_by` gives.
        halves: The week by which half have shipped, None if half never do.
        table: From `outlook_project.outlook`.
        chosen: "late" or "early".
    """
    order = sorted(curves, key=lambda pilot: pilot == chosen)
    _shipped(figure, curves, halves, order)
    _visits(figure, table, order)
    _never(figure, table, chosen)


def _shipped(
    figure: "Figure",
    curves: Mapping[str, "pd.Series[float]"],
    halves: Mapping[str, float | None],
    order: Sequence[str],
) -> None:
    ax = axes(
        figure,
        (0.085, 0.135, 0.48, 0.765),
        Scale("Weeks since the start", 0, LONGEST, [0, 20, 40, 60, 80, 100, 120]),
        Scale("", 0, 1.02, *PERCENT),
        "Projects that have shipped",
    )
    ax.axhline(0.5, color=HAIR, lw=1)
    for pilot in order:
        colour, marker, dashes = LOOKS[pilot]
        heavy = pilot == order[-1]
        curve = curves[pilot]
        # The dashed line stays on top, so that both are seen where they coincide.
        over = 4 if pilot == "early" else 3
        ax.plot(curve.index, curve, color=colour, ls=dashes, lw=3 if heavy else 1.6, zorder=over)
        if (half := halves[pilot]) is not None and half <= LONGEST:
            ax.plot(half, 0.5, marker, ms=9, mfc=colour if heavy else PAPER, mec=colour, mew=1.8, zorder=5)
    for place, (pilot, (colour, _, dashes)) in enumerate(LOOKS.items()):
        y = 0.21 - 0.085 * place
        weight = "bold" if pilot == order[-1] else "normal"
        half = halves[pilot]
        when = "half never ship" if half is None else f"half by week {half:.0f}"
        ax.plot([0.36, 0.44], [y, y], color=colour, ls=dashes, lw=2, transform=ax.transAxes, zorder=6)
        corner(ax, 0.46, y, f"{pilot} pilot: {when}", colour, weight=weight, bbox=veil(), zorder=6)


def _visits(figure: "Figure", table: "pd.DataFrame", order: Sequence[str]) -> None:
    ax = axes(
        figure,
        (0.71, 0.5, 0.25, 0.4),
        Scale("Mean visits", 0, 5, [0, 1, 2, 3, 4, 5]),
        Scale("", 3.6, -0.6, range(4), [f"phase {place}" for place in (1, 2, 3, 4)]),
        "Visits to each phase",
    )
    bare(ax, "left")
    for place in range(len(VISITS)):
        ax.axhline(place, color=HAIR, lw=0.8, zorder=0)
    for pilot in order:
        colour, marker, _ = LOOKS[pilot]
        heavy = pilot == order[-1]
        lift = -0.16 if pilot == "late" else 0.16
        visits = table[f"{pilot}, simulated"][list(VISITS)]
        rows = [place + lift for place in range(len(visits))]
        ax.plot(visits, rows, marker, ms=8, mfc=colour if heavy else PAPER, mec=colour, mew=1.6, ls="none")


def _never(figure: "Figure", table: "pd.DataFrame", chosen: str) -> None:
    ax = axes(
        figure,
        (0.71, 0.135, 0.25, 0.13),
        Scale("", 0, 100, [0, 50, 100], ["0 %", "50 %", "100 %"]),
        Scale("", 1.6, -0.6, [0, 1], ["late", "early"]),
        "Never ship",
    )
    bare(ax, "left")
    for place, (pilot, (colour, _, _)) in enumerate(LOOKS.items()):
        never = table[f"{pilot}, simulated"].to_dict()[NEVER]
        heavy = pilot == chosen
        ax.barh(place, never, 0.7, color=colour if heavy else PAPER, edgecolor=colour, lw=1.4)
        note(ax, never + 3, place, f"{never:.1f} %", colour, weight="bold" if heavy else "normal")


def one_loop(  # noqa: PLR0913 - a frame, two numbers and two names of the state that is drawn
    figure: "Figure",
    curves: "pd.DataFrame",
    visits: "pd.Series[float]",
    *,
    arrow: str,
    chance: float,
    weeks: float,
    once: float,
) -> None:
    """Expected weeks against the chance of one way back, for all six; and the visits that the chosen one causes.

    Args:
        figure: Where to draw.
        curves: From `outlook_project.loop_curves`.
        visits: Expected visits to each phase.
        arrow: The chosen way back, a column of `curves`.
        chance: Its chance.
        weeks: Expected weeks there.
        once: What one would expect who goes back once at most.
    """
    ax = axes(
        figure,
        (0.085, 0.135, 0.5, 0.765),
        Scale("Chance of the step back", 0, 0.87, *([0, 0.2, 0.4, 0.6, 0.8], ["0 %", "20 %", "40 %", "60 %", "80 %"])),
        Scale("", 0, 84, [0, 16, 32, 48, 64, 80]),
        "Expected weeks, one way back alone",
    )
    last = curves.iloc[-1]
    for other in curves.columns:
        if other != arrow:
            ax.plot(curves.index, curves[other], color=QUIET, lw=1.1)
            _name(ax, other, last[other], QUIET, "normal")
    ax.plot(curves.index, curves[arrow], color=BLUE, lw=3)
    _name(ax, arrow, last[arrow], BLUE, "bold")
    ax.plot([0, chance], [curves.iloc[0][arrow], once], color=ORANGE, lw=1.6, ls=(0, (5, 2)))
    ax.plot(chance, once, "s", ms=7, mfc=PAPER, mec=ORANGE, mew=1.6)
    ax.plot(chance, weeks, "o", ms=9, color=BLUE, zorder=5)
    corner(
        ax,
        0.03,
        0.95,
        f"{arrow} at {percent(chance)}: {weeks:.1f} weeks",
        BLUE,
        weight="bold",
    )
    corner(ax, 0.03, 0.88, f"going back once at most: {once:.1f}", ORANGE)
    _stays(figure, visits)


def _name(ax: "Axes", arrow: str, y: float, colour: str, weight: str) -> None:
    note(ax, 0.82, y, arrow, colour, weight=weight)


def _stays(figure: "Figure", visits: "pd.Series[float]") -> None:
    ax = axes(
        figure,
        (0.71, 0.135, 0.265, 0.765),
        Scale("Expected visits", 0, 6, [0, 1, 2, 3, 4, 5]),
        Scale("", 3.5, -0.5, range(4), [f"phase {place}" for place in visits.index]),
        "Visits to each phase",
    )
    bare(ax, "left")
    for place, number in enumerate(visits):
        ax.barh(place, number, 0.5, color=BLUE)
        note(ax, number + 0.1, place, f"{number:.2f}", INK, fontsize=NORMAL)
