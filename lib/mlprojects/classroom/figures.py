"""Draws the picture of a class: modules before and after, boards overlaid, labels case by case, answers by moment."""

import textwrap
from typing import TYPE_CHECKING, Any

from mlprojects.figure_style import (
    BLUE,
    COLOURS,
    GREEN,
    HAIR,
    INK,
    MARKERS,
    ORANGE,
    QUIET,
    TINT,
    Scale,
    axes,
    bare,
    corner,
    note,
)
from mlprojects.words import percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from matplotlib.figure import Figure

PERCENT = (0, 25, 50, 75, 100)
STEPS = {"predicted": "predicted", "first": "first answer", "final": "last answer"}
MARKS: dict[str, dict[str, Any]] = {
    "predicted": {"marker": MARKERS[3], "ms": 8, "mfc": "white", "mec": COLOURS[3], "mew": 1.6},
    "first": {"marker": MARKERS[1], "ms": 8, "mfc": "white", "mec": ORANGE, "mew": 1.6},
    "final": {"marker": MARKERS[0], "ms": 9, "color": GREEN},
}
FAINT = 0.35
LEAST_FAINT = 0.04
FEW = 7
LINE = 76
"""Characters of a title's line."""
NUMBER = 15
"""Diameter in points of the circle that a number stands in."""
GAP = 7.4
"""The same in units of a board, with the line round it."""


def modules(figure: "Figure", shares: "pd.DataFrame") -> None:
    """How much was right, module by module: predicted, first answered, and answered in the end.

    Args:
        figure: Where to draw.
        shares: Index: names of modules; columns `predicted`, `first`, `final` in percent, NaN where there is nothing.
    """
    names = [str(name) for name in shares.index]
    rows = Scale("", len(names) - 0.5, -0.5, range(len(names)), names)
    ax = axes(figure, (0.17, 0.25, 0.78, 0.62), Scale("right (%)", 0, 104, PERCENT), rows, "Right before and after")
    bare(ax, "left")
    for place in range(len(names)):
        ax.axhline(place, color=HAIR, lw=0.7, zorder=0)
        ends = shares.iloc[place][["first", "final"]]
        ax.plot(ends, [place, place], color=QUIET, lw=1.6, zorder=1)
    for moment, mark in MARKS.items():
        ax.plot(shares[moment], range(len(names)), ls="none", label=STEPS[moment], zorder=3, **mark)
    figure.legend(loc="lower left", ncols=3, frameon=False, fontsize=9.5, bbox_to_anchor=(0.15, 0.0))


def board(  # noqa: PLR0913, PLR0917 - what there is on a board
    figure: "Figure", placed: "pd.DataFrame", middles: "pd.DataFrame", numbers: "pd.DataFrame", x: str, y: str
) -> None:
    """All learners' boards laid over each other: a dot a learner, a number where the middle is.

    Args:
        figure: Where to draw.
        placed: From `boards.placed`.
        middles: From `boards.middles`.
        numbers: Where their numbers stand, from `boards.apart`; they follow the order of the rows.
        x: The label of the horizontal axis.
        y: The label of the vertical axis.
    """
    ax = axes(figure, (0.09, 0.13, 0.52, 0.81), Scale(x, -2, 102, PERCENT), Scale(y, -2, 102, PERCENT))
    for side in (ax.axhline, ax.axvline):
        side(50, color=HAIR, lw=0.8, zorder=0)
    many = max(len(placed), 1)
    faint = max(LEAST_FAINT, min(FAINT, 90 / many))
    ax.plot(
        placed["x"], placed["y"], ls="none", marker=".", ms=6, color=BLUE, mew=0, alpha=faint, zorder=1, rasterized=True
    )
    for number, (name, row) in enumerate(middles.iterrows(), 1):
        at = numbers.iloc[number - 1]
        ax.plot([row["x_low"], row["x_high"]], [row["y"], row["y"]], color=QUIET, lw=1.1, zorder=2)
        ax.plot([row["x"], row["x"]], [row["y_low"], row["y_high"]], color=QUIET, lw=1.1, zorder=2)
        ax.plot([row["x"], at["x"]], [row["y"], at["y"]], color=INK, lw=1.2, zorder=2)
        ax.plot([at["x"]], [at["y"]], marker="o", ms=NUMBER, mfc="white", mec=INK, mew=1.2, zorder=3)
        note(ax, at["x"], at["y"], str(number), ha="center", zorder=4)
        corner(ax, 1.06, 1 - (number - 0.5) / max(len(middles), 12), f"{number}  {_short(str(name), 28)}")


def labels(figure: "Figure", cases: "pd.DataFrame") -> None:
    """How many agree with the majority case by case, hardest first.

    Args:
        figure: Where to draw.
        cases: From `Baseline.cases`, in the order to be drawn; shares.
    """
    places = range(1, len(cases) + 1)
    y = Scale("learners (%)", 0, 104, PERCENT)
    with_key = "correct" in cases
    title = "Right labels, image by image" if with_key else "Labels that agree with the majority, image by image"
    ax = axes(
        figure,
        (0.09, 0.2, 0.89, 0.67),
        Scale("image, in the order of the table", 0.3, len(cases) + 0.7, places),
        y,
        title,
    )
    shares = 100 * (cases["correct"] if with_key else cases["for_it"])
    ax.bar(places, shares, width=0.62, color=TINT, edgecolor=BLUE, linewidth=1.0)
    if with_key:
        off = [place for place, (m, r) in enumerate(zip(cases["majority"], cases["right"], strict=True), 1) if m != r]
        ax.plot(off, [100] * len(off), ls="none", marker="X", ms=9, color=ORANGE)
        if off:
            corner(ax, 1, 1.08, "✕ the majority is wrong", ORANGE, ha="right")


def answers(figure: "Figure", shares: "Sequence[tuple[str, float, int, bool]]", title: str, people: str) -> None:
    """The answers to one exercise at one moment.

    Args:
        figure: Where to draw.
        shares: Answer, percent, number of learners, and whether it is right; from top to bottom.
        title: Of the exercise.
        people: How many answered, in words.
    """
    rows = Scale("", len(shares) - 0.4, -0.6, [], [])
    ax = axes(figure, (0.05, 0.15, 0.9, 0.67), Scale(people, 0, 100, PERCENT), rows, _two_lines(title))
    bare(ax, "left")
    # Where there are many rows, a line of text takes more of each.
    text_at, bar_at, height = (-0.22, 0.18, 0.34) if len(shares) <= FEW else (-0.12, 0.33, 0.2)
    for place, (name, share, number, right) in enumerate(shares):
        looks: dict[str, Any] = (
            {"facecolor": GREEN, "edgecolor": GREEN} if right else {"facecolor": TINT, "edgecolor": BLUE}
        )
        ax.barh(place + bar_at, share, height=height, linewidth=1, **looks)
        text = f"{'✓ ' if right else ''}{_short(name, 70)}: {percent(share / 100)} ({number:,})"
        note(ax, 0.4, place + text_at, text, GREEN if right else INK, weight="bold" if right else "normal")


def _two_lines(text: str) -> str:
    """As much of a title as two lines hold."""
    return "\n".join(map(_short, textwrap.wrap(text, LINE, max_lines=2, placeholder=" …")))


def _short(text: str, longest: int = LINE) -> str:
    """A text that fits, with matplotlib's own signs disarmed."""
    line = text if len(text) <= longest else f"{text[: longest - 1]}…"
    return line.replace("$", r"\$")
