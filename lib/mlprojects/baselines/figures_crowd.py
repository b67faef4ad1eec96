"""Draws crowds: how often a majority is right by number of voters, and what guessers do to it."""

from typing import TYPE_CHECKING, Any

from mlprojects.figure_style import (
    BLUE,
    GREEN,
    HAIR,
    INK,
    ORANGE,
    PAPER,
    PURPLE,
    QUIET,
    TINT,
    Scale,
    axes,
    bare,
    corner,
    note,
    veil,
)

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

PERCENT = ((0, 25, 50, 75, 100), ("0 %", "25 %", "50 %", "75 %", "100 %"))
HALF = 50
FEW = 4
"""Fewer voters than these stand at the left edge."""
MARKS = ("●", "■", "- -", "▲")
LOOKS: tuple[dict[str, Any], ...] = (
    {"color": BLUE, "marker": "o", "lw": 1.8, "ms": 6},
    {"color": ORANGE, "marker": "s", "lw": 4.2, "ms": 10},
    {"color": QUIET, "ls": (0, (5, 2)), "lw": 1.8},
    {"color": GREEN, "marker": "^", "lw": 1.4, "ms": 6},
)
"""Majority, weighed, best single person, judge; the second shows round the last where both are equally good."""
BARS: dict[str, dict[str, Any]] = {
    "right": {"facecolor": BLUE, "edgecolor": BLUE},
    "wrong": {"facecolor": PAPER, "edgecolor": QUIET},
    "draw": {"facecolor": TINT, "edgecolor": BLUE, "hatch": "///"},
}
"""Of a number of right votes, by what the majority is."""
DASHED = 2
"""The one of them that is no way to decide from the votes."""


def crowd(  # noqa: PLR0913 - frames and numbers of the state that is drawn
    figure: "Figure", curves: "pd.DataFrame", limit: float, votes: "pd.DataFrame", *, voters: int, right: float
) -> None:
    """Right majorities by number of voters, and how many of the voters are right at once.

    Args:
        figure: Where to draw.
        curves: Index odd numbers of voters; `independent` and `correlated`, in %.
        limit: Of very many voters, in %.
        votes: Index number of right votes; `share`, how likely it is in %, and `majority`, a key of `BARS`.
        voters: The number chosen.
        right: Right majorities at that number, in %.
    """
    left = axes(
        figure,
        (0.085, 0.135, 0.43, 0.765),
        Scale("Voters", 0, 26, [1, 5, 9, 15, 25]),
        Scale("", 0, 107, *PERCENT),
        "The majority is right in",
    )
    left.axhline(50, color=HAIR, lw=1)
    left.axhline(limit, color=PURPLE, lw=1.4, ls=(0, (5, 2)), zorder=2)
    left.plot(curves.index, curves["independent"], "s", ms=5, mfc=PAPER, mec=QUIET, ls="-", lw=1, color=QUIET)
    left.plot(curves.index, curves["correlated"], "o", ls="-", ms=4.5, color=BLUE, lw=2.2, zorder=3)
    left.plot(voters, right, "D", ms=10, color=ORANGE, mec=PAPER, zorder=5)
    for place, (text, colour) in enumerate(
        (("□ independent voters", QUIET), ("● with this correlation", BLUE), ("- - very many such voters", PURPLE))
    ):
        corner(left, 0.3, (0.24 if limit > HALF else 0.95) - 0.075 * place, text, colour)
    above, side = -9 if right > HALF else 9, "left" if voters < FEW else "center"
    note(left, voters, right + above, f"{right:.0f} %", ORANGE, weight="bold", ha=side, bbox=veil(), zorder=6)
    ax = axes(
        figure,
        (0.605, 0.135, 0.375, 0.765),
        Scale(
            f"Right votes among {voters}",
            -0.6,
            voters + 0.6,
            range(voters + 1) if voters < FEW else [0, voters // 2, voters],
        ),
        Scale("", 0, 107, *PERCENT),
        "How often so many are right",
    )
    for bar, outcome in zip(ax.bar(votes.index, votes["share"], width=0.8, lw=1), votes["majority"], strict=True):
        bar.set(**BARS[outcome])
    corner(ax, 0.02, 0.97, "■ majority right   □ wrong", INK)
    if "draw" in set(votes["majority"]):
        corner(ax, 0.02, 0.895, "▨ a draw decides", INK)


def unequal_crowd(figure: "Figure", shares: "pd.DataFrame", guessers: int) -> None:
    """How often each way of deciding is right, by number of guessers.

    Args:
        figure: Where to draw.
        shares: Index number of guessers; a column a way (in the order of `LOOKS`), in %.
        guessers: The number chosen.
    """
    ax = axes(
        figure,
        (0.085, 0.135, 0.485, 0.765),
        Scale("Of nine people guess", -0.4, 8.4, range(9)),
        Scale("", 40, 103, [50, 60, 70, 80, 90, 100], ["50 %", "60 %", "70 %", "80 %", "90 %", "100 %"]),
        "Right answers",
    )
    ax.axvline(guessers, color=HAIR, lw=5, zorder=0)
    for way, look in zip(shares.columns, LOOKS, strict=True):
        ax.plot(shares.index, shares[way], mec=PAPER, zorder=3, **look)
    bars = axes(
        figure,
        (0.63, 0.135, 0.35, 0.765),
        Scale("Right answers", 0, 128, [0, 50, 100], ["0 %", "50 %", "100 %"]),
        Scale("", 3.6, -0.9),
        f"With {guessers} of nine guessing",
    )
    bare(bars, "left")
    for place, (way, look) in enumerate(zip(shares.columns, LOOKS, strict=True)):
        value = shares[way].to_dict()[guessers]
        note(bars, 0, place - 0.42, f"{MARKS[place]} {way}", look["color"], weight="bold")
        bar = bars.barh(place, value, 0.34, color=look["color"], edgecolor=look["color"])
        if place == DASHED:
            bar[0].set(facecolor=PAPER, hatch="///")
        note(bars, value + 2, place, f"{value:.0f} %", look["color"], weight="bold")
