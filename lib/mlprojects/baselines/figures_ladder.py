"""Draws the two ladders, and three looks at a network."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mlprojects.figure_style import (
    BLUE,
    INK,
    NORMAL,
    ORANGE,
    PAPER,
    PURPLE,
    QUIET,
    SHADE,
    SMALL,
    TINT,
    TITLE,
    Scale,
    axes,
    bare,
    corner,
    framed,
    note,
    veil,
)

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

KINDS = {"constant": ("o", QUIET), "rule": ("s", ORANGE), "simple model": ("^", BLUE), "network": ("D", PURPLE)}
"""Marker and colour of each kind of baseline."""
NEAR_TOP = 80
"""From this error on a bar is named inside: above it, the guess's line is near."""


def digits(
    figure: "Figure", ladder: "pd.DataFrame", chosen: str, images: "npt.NDArray[np.float64]", told: Sequence[str]
) -> None:
    """The ladder with its intervals and minutes, and images that the chosen rung gets wrong.

    Args:
        figure: Where to draw.
        ladder: From `ladder.ladder`.
        chosen: The rung that is looked at.
        images: At most 12, shape (n, 8, 8), 0 (paper) to 16 (ink).
        told: One text an image.
    """
    ax = axes(
        figure,
        (0.262, 0.135, 0.34, 0.765),
        Scale(
            "Test images wrong (95 % interval)",
            0.2,
            130,
            [0.3, 1, 3, 10, 30, 100],
            ["0.3", "1", "3", "10", "30", "100 %"],
            True,
        ),
        Scale("", -0.6, len(ladder) - 0.4, range(len(ladder)), [str(name) for name in ladder.index]),
    )
    bare(ax, "left")
    for place, (name, row) in enumerate(ladder.iterrows()):
        marker, colour = KINDS[row["kind"]]
        own = name == chosen
        if own:
            ax.axhspan(place - 0.45, place + 0.45, color=TINT, lw=0, zorder=0)
            ax.get_yticklabels()[place].set_fontweight("bold")
        ax.plot([row["low"], row["high"]], [place, place], color=colour, lw=2.4 if own else 1.4)
        ax.plot(row["error"], place, marker, ms=9 if own else 7, color=colour, mec=PAPER, zorder=3)
        note(
            ax,
            1.16,
            place,
            f"{row['minutes']}",
            INK,
            ha="right",
            transform=ax.get_yaxis_transform(),
            weight="bold" if own else "normal",
        )
    corner(ax, 1.16, 1.055, "Minutes", INK, ha="right", fontsize=NORMAL)
    corner(ax, -0.74, 1.055, "● constant  ■ rule  ▲ simple model  ◆ network", QUIET)
    _grid(figure, images, told)


def _grid(figure: "Figure", images: "npt.NDArray[np.float64]", told: Sequence[str]) -> None:
    for place, (image, text) in enumerate(zip(images, told, strict=True)):
        row, column = divmod(place, 4)
        # As wide as high, in a picture of 16 to 9.
        ax = figure.add_axes((0.712 + 0.072 * column, 0.75 - 0.265 * row, 0.064, 0.064 * 16 / 9))
        ax.imshow(image, cmap="gray_r", vmin=0, vmax=16, interpolation="nearest")
        framed(ax)
        corner(ax, 0.5, -0.28, text, INK, ha="center")
    figure.text(0.712, 0.942, "Errors: digit → answer", fontsize=NORMAL, color=INK, va="center")


def diabetes(figure: "Figure", ladder: "pd.DataFrame", chosen: str) -> None:
    """Each rung's error on rows shown and on new ones, against the mean's.

    Args:
        figure: Where to draw.
        ladder: From `diabetes.ladder`.
        chosen: The rung that is looked at.
    """
    ax = axes(
        figure,
        (0.265, 0.135, 0.62, 0.765),
        Scale("Root mean squared error, on a scale from 25 to 346", -3, 112, [0, 20, 40, 60, 80, 100]),
        Scale("", -0.6, len(ladder) - 0.4, range(len(ladder)), [str(name) for name in ladder.index]),
    )
    bare(ax, "left")
    floor = ladder["test"].iloc[0]
    ax.axvspan(floor, 112, zorder=0, **SHADE)
    ax.axvline(floor, color=INK, lw=1.4, zorder=1)
    corner(ax, 0.97, 1.055, "▨ worse than the mean", INK, ha="right")
    for place, (name, row) in enumerate(ladder.iterrows()):
        own = name == chosen
        if own:
            ax.get_yticklabels()[place].set_fontweight("bold")
        if row["to"] > row["from"]:
            ax.plot([row["from"], row["to"]], [place, place], color=PAPER, lw=9, zorder=2)
            ax.plot(
                [row["from"], row["to"]],
                [place, place],
                color=ORANGE,
                lw=4.5 if own else 2.4,
                solid_capstyle="butt",
                zorder=3,
            )
        ax.plot(row["train"], place, "o", ms=9, mfc=PAPER, mec=BLUE, mew=2.2 if own else 1.4, zorder=4)
        ax.plot(row["test"], place, "s", ms=10 if own else 8, color=ORANGE, mec=PAPER, zorder=5)
        note(
            ax,
            row["train"],
            place + 0.33,
            f"{row['train']:.0f}",
            BLUE,
            ha="center",
            weight="bold" if own else "normal",
            bbox=veil(),
            zorder=6,
        )
        note(
            ax,
            row["test"],
            place - 0.33,
            f"{row['test']:.0f}",
            ORANGE,
            ha="center",
            weight="bold" if own else "normal",
            bbox=veil(),
            zorder=6,
        )
        note(
            ax,
            1.115,
            place,
            f"{row['minutes']}",
            INK,
            ha="right",
            transform=ax.get_yaxis_transform(),
            weight="bold" if own else "normal",
        )
    corner(ax, 1.145, 1.055, "Minutes", INK, ha="right", fontsize=NORMAL)
    corner(ax, -0.4, 1.055, "○ on rows shown   ■ on new rows   ━ 95 % interval of the lead", QUIET)


def looks(  # noqa: PLR0913 - the numbers of the state that is drawn
    figure: "Figure",
    train: float,
    test: float,
    heart: float,
    more: "pd.Series[float]",
    *,
    seen: int,
    shown: int,
    few: int,
    guessing: float,
    title: str,
) -> None:
    """Three looks at a network, one beside the other; those not taken yet are veiled.

    Args:
        figure: Where to draw.
        train: Error on the images shown, in %.
        test: On new ones.
        heart: On a few images shown alone.
        more: Error on new images by the number shown.
        seen: How many looks were taken, 1 to 3.
        shown: Images shown in the first look.
        few: Images shown in the second.
        guessing: Error of a guess, in %.
        title: The verdict so far.
    """
    y = Scale("", 0, 108, [0, 25, 50, 75, 100], ["0", "25", "50", "75", "100 %"])
    empty = Scale("", 0, 108)
    first = axes(
        figure,
        (0.095, 0.135, 0.24, 0.66),
        Scale(f"Shown {shown} images", -0.6, 1.6, [0, 1], ["these", "new ones"]),
        y,
        "1  Learned?",
    )
    second = axes(
        figure, (0.4, 0.135, 0.14, 0.66), Scale(f"Shown {few} images", -0.6, 0.6, [0], ["these"]), empty, "2  By heart?"
    )
    sizes = list(more.index)
    third = axes(
        figure,
        (0.61, 0.135, 0.37, 0.66),
        Scale("Images shown", sizes[0] / 1.3, sizes[-1] * 1.3, sizes, None, True),
        empty,
        "3  Does more help new ones?",
    )
    third.set_xticks(sizes, [str(size) for size in sizes])
    bare(second, "left")
    bare(third, "left")
    for ax in (first, second, third):
        ax.axhline(guessing, color=QUIET, lw=1, ls=(0, (1, 2)), zorder=1)
    _bar(first, 0, train, BLUE)
    _bar(first, 1, test, ORANGE)
    if seen > 1:
        _bar(second, 0, heart, BLUE)
    else:
        _not_yet(second)
    if seen > 2:  # noqa: PLR2004 - the third look
        third.plot(more.index, more, "-s", color=ORANGE, lw=2, ms=8, mec=PAPER, zorder=3)
        for size, error in zip(sizes, more, strict=True):
            below = error > guessing - 15
            note(
                third,
                size,
                error - 9 if below else error + 9,
                f"{error:.0f}",
                ORANGE,
                ha="center",
                bbox=veil(),
                zorder=4,
            )
    else:
        _not_yet(third)
    figure.text(0.095, 0.945, title, fontsize=TITLE, color=INK, weight="bold", va="center")
    legend = f"Wrong answers; dotted: a guess, {guessing:g} %"
    figure.text(0.98, 0.945, legend, fontsize=SMALL, color=QUIET, ha="right", va="center")


def _bar(ax: "Axes", place: float, error: float, colour: str) -> None:
    ax.bar(
        place, error, 0.5, facecolor=PAPER, edgecolor=colour, lw=1.6, hatch="" if colour == BLUE else "////", zorder=2
    )
    note(
        ax,
        place,
        error + (4 if error < NEAR_TOP else -6),
        f"{error:.0f} %",
        colour,
        ha="center",
        weight="bold",
        bbox=veil(),
        zorder=4,
    )


def _not_yet(ax: "Axes") -> None:
    ax.fill_between(ax.get_xlim(), 0, 108, zorder=2, **SHADE)
    corner(ax, 0.5, 0.5, "not yet", INK, ha="center", bbox=veil(), zorder=3)
