"""Draws the pyramid of feasibility and the chances of each rank: see `pyramid` and `ranking`."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from mlprojects.figure_style import BLUE, HAIR, INK, NORMAL, ORANGE, PAPER, QUIET, TINT, Scale, axes, bare, corner, note
from mlprojects.words import capital, percent

from .pyramid import FULL, Score
from .pyramid_questions import DRIVERS, QUESTIONS

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROWS = {driver: 1 + sum(question.driver == driver for question in QUESTIONS) for driver in DRIVERS}
"""Lines of text beside each layer: its name, and its sub-questions."""
HEIGHT = sum(ROWS.values())
CENTRE, HALF = 1.75, 1.7
"""Of the pyramid's base."""
TEXT, BARS, LONGEST = 3.75, 8.0, 15
"""Where lines of text and bars begin, and the points at the axes' end."""


def feasibility(
    figure: "Figure", scored: Score, answers: Mapping[str, str], weights: Mapping[str, float], costliest: Sequence[str]
) -> None:
    """Three layers, each filled as high as its score, and beside them what each answer costs.

    Args:
        figure: Where to draw.
        scored: From `pyramid.score`.
        answers: What was scored.
        weights: By which.
        costliest: The keys of the answers that cost most.
    """
    ax = figure.add_axes((0.015, 0.02, 0.97, 0.88))
    ax.set_axis_off()
    ax.set_xlim(0, 10.6)
    ax.set_ylim(0, HEIGHT)
    figure.text(0.015, 0.945, f"Feasibility: {scored.total:.0f} of {FULL}", fontsize=12.5, color=INK, weight="bold")
    figure.text(0.985, 0.945, "Points that an answer costs", fontsize=NORMAL, color=INK, ha="right")
    bottom = 0
    for driver in DRIVERS:
        _layer(ax, bottom, ROWS[driver], scored.drivers[driver])
        y = bottom + ROWS[driver] - 0.5
        points, weight = f"{scored.drivers[driver]:.0f} of {FULL}", f"weight {weights[driver]:g}"
        note(ax, TEXT, y, f"{capital(driver)}: {points}, {weight}", INK, weight="bold", fontsize=NORMAL)
        for question in QUESTIONS:
            if question.driver == driver:
                y -= 1
                label = f"{question.short}: {answers[question.key]}"
                _line(ax, y, label, scored.lost[question.key], chosen=question.key in costliest)
        bottom += ROWS[driver]


def _layer(ax: "Axes", bottom: int, rows: int, points: float) -> None:
    level = bottom + rows * points / FULL
    ax.fill(*_trapezium(bottom, level), color=TINT, lw=0)
    ax.fill(*_trapezium(bottom, bottom + rows), facecolor="none", edgecolor=INK, lw=1.3)
    ax.plot([_left(level), 2 * CENTRE - _left(level)], [level, level], color=BLUE, lw=2)
    note(ax, CENTRE, bottom + 0.8, f"{points:.0f}", INK, ha="center", fontsize=NORMAL, weight="bold")


def _left(y: float) -> float:
    return CENTRE - HALF * (1 - y / HEIGHT)


def _trapezium(low: float, high: float) -> tuple[list[float], list[float]]:
    left = [_left(low), _left(high)]
    return [*left, *(2 * CENTRE - x for x in reversed(left))], [low, high, high, low]


def _line(ax: "Axes", y: float, label: str, lost: float, *, chosen: bool) -> None:
    colour, weight = (ORANGE, "bold") if chosen else (INK, "normal")
    note(ax, TEXT + 0.15, y, label, colour, weight=weight)
    length = lost / LONGEST * 2
    ax.barh(y, length, 0.55, left=BARS, color=colour if chosen else PAPER, edgecolor=colour if chosen else QUIET, lw=1)
    note(ax, BARS + length + 0.08, y, f"{lost:.1f}", colour, weight=weight)


def chances(
    figure: "Figure", ranges: "pd.DataFrame", probabilities: "pd.DataFrame", best: "pd.Series[float]", chosen: str
) -> None:
    """Where each score may lie, how probable each rank is, and the chance to be among the best three.

    Args:
        figure: Where to draw.
        ranges: From `ranking.spans`, rows in the plain order.
        probabilities: From `ranking.rank_probabilities`, rows in the same order.
        best: From `ranking.top` of 3.
        chosen: The project that is drawn in orange.
    """
    names = list(ranges.index)
    rows = Scale("", len(names) - 0.5, -0.62, range(len(names)), [""] * len(names))
    left = axes(
        figure,
        (0.2, 0.135, 0.26, 0.765),
        Scale("Score, and what it may be", 2.4, 10.1, [4, 6, 8, 10]),
        rows,
        "Plain order and ranges",
    )
    right = axes(
        figure,
        (0.49, 0.135, 0.38, 0.765),
        Scale("Rank", 0.4, len(names) + 0.6, range(1, len(names) + 1)),
        rows,
        "Chance of each rank (%)",
    )
    figure.text(0.985, 0.928, "Best three", fontsize=NORMAL, color=INK, ha="right")
    for ax in (left, right):
        bare(ax, "left")
    right.axvline(3.5, color=QUIET, lw=1, ls=(0, (3, 3)))
    for row, name in enumerate(names):
        colour, weight = (ORANGE, "bold") if name == chosen else (BLUE, "normal")
        low, score, high = ranges.loc[name, ["low", "score", "high"]]
        left.axhline(row + 0.42, color=HAIR, lw=0.8)
        right.axhline(row + 0.42, color=HAIR, lw=0.8)
        corner(
            left,
            -0.04,
            (len(names) - 0.5 - row) / (len(names) + 0.12),
            f"{row + 1}. {name}",
            INK,
            ha="right",
            weight=weight,
        )
        left.plot([low, high], [row, row], color=colour, lw=5 if name == chosen else 3, solid_capstyle="butt")
        left.plot(score, row, "D" if name == chosen else "o", ms=8, mfc=PAPER, mec=colour, mew=1.8)
        _ranks(right, row, probabilities.loc[name].tolist(), colour)
        corner(
            right,
            1.29,
            (len(names) - 0.5 - row) / (len(names) + 0.12),
            percent(best[name]),
            INK,
            ha="right",
            weight=weight,
        )


def _ranks(ax: "Axes", row: int, shares: Sequence[float], colour: str) -> None:
    for rank, share in enumerate(shares, start=1):
        inside = rank <= 3  # noqa: PLR2004 - the best three
        height = 0.62 * share
        ax.bar(
            rank,
            -height,
            0.82,
            bottom=row + 0.42,
            color=colour if inside else PAPER,
            edgecolor=colour,
            lw=1 if share else 0,
        )
        if share >= 0.005:  # noqa: PLR2004 - rounds to 1 %
            note(ax, rank, row + 0.42 - height - 0.13, f"{100 * share:.0f}", INK, ha="center")
