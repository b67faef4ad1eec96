"""Draws the map of baselines, what a budget for labels buys, and the ladder of human baselines."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mlprojects.figure_style import (
    BLUE,
    HAIR,
    INK,
    MARKERS,
    ORANGE,
    PAPER,
    PURPLE,
    QUIET,
    SMALL,
    TINT,
    TITLE,
    Scale,
    axes,
    bare,
    corner,
    note,
    veil,
)
from mlprojects.words import capital

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

EFFORTS = ("minutes", "an hour", "a day", "a week")
HEIGHTS = {
    "constant": 0.22,
    "script": 0.5,
    "simple model": 0.8,
    "requirements": 1.5,
    "published results": 2.5,
    "people": 3.5,
}
"""Of the marks on the map: a band is one high, and the floors stand in theirs in their usual order."""
SIDES = {"external": ("s", ORANGE), "internal": ("o", BLUE)}
SHORT = ("● one person", "■ three votes", "▲ five votes", "◆ expert", "✚ doubts to expert")
"""The ways to label, each with its mark in the left part."""
WAY_MARKS = (*MARKERS, "P")
PLACES = ((0.13, 0.7, "left"), (0.13, 0.7, "left"), (0.13, 0.7, "left"), (-0.06, -1.6, "right"), (0.55, 1.6, "right"))
"""Of the label beside a mark, rung by rung: to the right, up, and its alignment."""
LABELS = ([5, 10, 20, 50, 100, 200, 500], ["5", "10", "20", "50", "100", "200", "500"])


def where_to_look(figure: "Figure", families: "pd.DataFrame", chosen: str) -> None:
    """The six families by effort and by what they tell.

    Args:
        figure: Where to draw.
        families: From `sources.table`.
        chosen: The family that is looked at.
    """
    ax = axes(
        figure,
        (0.155, 0.135, 0.83, 0.765),
        Scale("Effort until a first number (ours)", -0.4, 3.75, range(4), EFFORTS),
        Scale(
            "",
            0,
            4,
            [0.5, 1.5, 2.5, 3.5],
            ["floor:\nbeat it", "target:\nreach it", "hint: seen\nelsewhere", "near the\nceiling"],
        ),
        "Six places to look for a baseline",
    )
    bare(ax, "left")
    for edge in (1, 2, 3):
        ax.axhline(edge, color=HAIR, lw=1)
    ax.axhspan(0, 1, facecolor=TINT, lw=0, zorder=0)
    for name, row in families.iterrows():
        own = name == chosen
        mark, colour = SIDES[row["side"]]
        x, y = EFFORTS.index(row["effort"]), HEIGHTS[str(name)]
        ax.plot(x, y, mark, ms=15 if own else 10, mfc=colour if own else PAPER, mec=colour, mew=2, zorder=3)
        left = row["effort"] == EFFORTS[-1]
        note(
            ax,
            x - 0.13 if left else x + 0.13,
            y,
            capital(str(name)),
            colour if own else INK,
            weight="bold" if own else "normal",
            ha="right" if left else "left",
            fontsize=11,
        )
    corner(ax, 0.01, 0.96, "■ external: given by others", ORANGE)
    corner(ax, 0.01, 0.89, "● internal: made by you", BLUE)


def spend(  # noqa: PLR0913 - frames and texts of the state that is drawn
    figure: "Figure",
    images: "pd.Series[int]",
    wrong: "pd.Series[float]",
    worth: "pd.Series[float]",
    margin: "pd.Series[float] | None",
    *,
    chosen: str,
    title: str,
    unit: str,
) -> None:
    """Number and quality of the labels that each way buys, and what they are worth.

    Args:
        figure: Where to draw.
        images: With a label, by way.
        wrong: Wrong labels in %, by way.
        worth: What is drawn as bars, by way; the less the better.
        margin: Standard errors of `worth`, if it has any.
        chosen: The way that is looked at.
        title: Above the bars.
        unit: Of `worth`.
    """
    left = axes(
        figure,
        (0.075, 0.135, 0.375, 0.765),
        Scale("Labels bought", 3.5, 900, *LABELS, log=True),
        Scale("", 0, 22, [0, 5, 10, 15, 20], ["0 %", "5 %", "10 %", "15 %", "20 %"]),
        "Wrong labels",
    )
    right = axes(
        figure,
        (0.635, 0.135, 0.345, 0.765),
        Scale(
            f"{capital(unit) if unit != '%' else unit} (less is better)",
            0,
            88 if unit == "%" else 22,
            [0, 20, 40, 60, 80] if unit == "%" else [0, 5, 10, 15, 20],
        ),
        Scale("", len(worth) - 0.4, -0.6, range(len(worth)), SHORT),
        "",
    )
    figure.text(0.98, 0.927, title, fontsize=TITLE, color=INK, ha="right", va="baseline")
    bare(right, "left")
    for place, way in enumerate(worth.index):
        own = way == chosen
        colour = BLUE if own else QUIET
        left.plot(
            images[way],
            wrong[way],
            WAY_MARKS[place],
            ms=11 if own else 8,
            mfc=colour if own else PAPER,
            mec=colour,
            mew=1.8,
            zorder=4 if own else 3,
        )
        right.barh(place, worth[way], 0.5, color=colour if own else PAPER, edgecolor=colour, lw=1.4)
        error = margin[way] if margin is not None else 0
        if error:
            right.plot([worth[way] - error, worth[way] + error], [place, place], color=INK, lw=1.2)
        note(
            right,
            worth[way] + error + (2 if unit == "%" else 0.5),
            place,
            f"{worth[way]:.0f}" if worth[way] >= 10 else f"{worth[way]:.1f}",  # noqa: PLR2004 - two figures
            colour,
            weight="bold" if own else "normal",
        )
    best = worth.idxmin()
    note(
        left,
        images[chosen] * 1.3,
        wrong[chosen],
        f"{images[chosen]:,}",
        BLUE,
        weight="bold",
        bbox=veil(),
        zorder=5,
    )
    corner(right, 1.0, 0.03, f"best: {SHORT[list(worth.index).index(best)]}", INK, ha="right", weight="bold")


def human_ladder(  # noqa: PLR0913 - frames and texts of the state that is drawn
    figure: "Figure",
    people: "pd.DataFrame",
    rungs: Sequence[str],
    *,
    chosen: str,
    model: float | None,
    title: str,
    sources: str,
) -> None:
    """Published errors of people, by rung of the ladder.

    Args:
        figure: Where to draw.
        people: From `published.of`.
        rungs: Names of the rungs.
        chosen: Who is looked at.
        model: Error of a model on the same images, in %; None if there is none.
        title: The field.
        sources: Under the picture.
    """
    names = [capital(name).replace(" ", "\n", 1) for name in rungs]
    ax = axes(
        figure,
        (0.075, 0.215, 0.91, 0.685),
        Scale("", -0.5, 4.6, range(5), names),
        Scale("", 0, 21, [0, 5, 10, 15, 20], ["0 %", "5 %", "10 %", "15 %", "20 %"]),
        f"Wrong answers of people: {title}",
    )
    ax.axvline(people["rung"].to_dict()[chosen], color=HAIR, lw=5, zorder=0)
    if model is not None:
        ax.axhline(model, color=PURPLE, lw=1.4, ls=(0, (5, 2)))
        note(ax, -0.4, model + 0.9, f"GoogLeNet (2014): {model:g} %", PURPLE)
    for _, same in people.groupby("source"):  # others labelled other images, or counted otherwise
        ax.plot(same["rung"], same["error"], color=HAIR, lw=1.2, zorder=1)
    for who, row in people.iterrows():
        own = who == chosen
        colour = BLUE if own else QUIET
        ax.plot([row["rung"]] * 2, [row["low"], row["high"]], color=colour, lw=3)
        ax.plot(
            row["rung"],
            row["error"],
            "o",
            ms=11 if own else 8,
            mfc=colour if own else PAPER,
            mec=colour,
            mew=1.8,
            zorder=3,
        )
        told = f"{row['error']:.3g} %" if row["low"] == row["high"] else f"{row['low']:g} to {row['high']:g} %"
        right, up, side = PLACES[row["rung"]]
        text, weight = f"{who}: {told}", "bold" if own else "normal"
        note(ax, row["rung"] + right, row["error"] + up, text, colour, ha=side, weight=weight, bbox=veil(), zorder=2)
    for place in sorted(set(range(len(rungs))) - set(people["rung"])):
        note(ax, place, 10.5, "no number\nknown to us", QUIET, ha="center", style="italic", bbox=veil())
    figure.text(
        0.985,
        0.025,
        f"Placed by us, easiest to hire on the left. Sources: {sources}",
        fontsize=SMALL,
        color=QUIET,
        ha="right",
    )
