"""Draws the data flywheel with its three links, and what several suggestions are worth."""

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
    TITLE,
    Scale,
    axes,
    framed,
    note,
    veil,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    import numpy.typing as npt
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Link = tuple[tuple[float, float], tuple[float, float], tuple[float, float], str]
WIDTH, HEIGHT = 3.6, 4.05
"""Of the wheel's part, in inches; its places are inches too."""
NODES = {"Users": (1.85, 3.1), "Labels": (2.75, 1.25), "Model": (0.9, 1.25)}
RADIUS = 0.5
DASHED = (0, (4, 2))
ARROWS: tuple[Link, ...] = (
    ((2.16, 2.62), (2.62, 1.83), (2.58, 2.38), "left"),
    ((2.2, 1.12), (1.45, 1.12), (1.83, 0.6), "center"),
    ((1.05, 1.83), (1.5, 2.62), (1.1, 2.38), "right"),
)
"""From, to, where the words stand, and on which side of that place; in the order of the links."""
WINDOWS = ((4, (0, 1, 2, 3)), (10.5, (0, 2, 4, 6, 8)), (14, (0, 3, 6, 9)))
"""Highest number of seconds in a picture and its ticks; the first that holds the bars up to `FULL` is drawn."""
FULL = 0.8
ROWS = (0.715, 0.43, 0.145)
"""Lower edges of the three curves."""


def flywheel(  # noqa: PLR0913 - frames and words of the state that is drawn
    figure: "Figure",
    history: "pd.DataFrame",
    other: "pd.DataFrame",
    *,
    cut: "Sequence[bool]",
    strengths: "Sequence[str]",
    inside: "Mapping[str, str]",
    compared: str,
    ticks: "Mapping[str, Scale]",
) -> None:
    """The wheel, its cut links crossed out, beside users, labels and wrong answers by week.

    Args:
        figure: Where to draw.
        history: From `flywheel.run`.
        other: The wheel it is compared with.
        cut: For each link, whether it is cut.
        strengths: For each link, what it is worth in words.
        inside: For each node, its number in the last week, in words.
        compared: What the dashed line is, in words.
        ticks: For each column of the history, its vertical axis.
    """
    page = figure.add_axes((0, 0, WIDTH / 7.2, 1))
    page.set_axis_off()
    page.set_xlim(0, WIDTH)
    page.set_ylim(0, HEIGHT)
    note(page, 0.1, 3.85, f"After {history.index[-1]} weeks", fontsize=TITLE)
    for name, (x, y) in NODES.items():
        _node(page, x, y, name, inside[name])
    for link, words, broken in zip(ARROWS, strengths, cut, strict=True):
        _arrow(page, link, words, broken=broken)
    page.plot([0.12, 0.42], [0.34, 0.34], color=BLUE, lw=2.4)
    note(page, 0.5, 0.34, "this wheel", BLUE, weight="bold")
    page.plot([0.12, 0.42], [0.13, 0.13], color=QUIET, lw=1.6, ls=DASHED)
    note(page, 0.5, 0.13, compared, QUIET)
    for row, (column, scale) in zip(ROWS, ticks.items(), strict=True):
        _curve(figure, row, history[column], other[column], scale)


def _node(page: "Axes", x: float, y: float, name: str, number: str) -> None:
    page.plot(x, y, "o", ms=72 * 2 * RADIUS, mfc=TINT, mec=BLUE, mew=1.6)
    note(page, x, y + 0.2, name, ha="center", fontsize=NORMAL)
    note(page, x, y + 0.07, number, ha="center", va="top", weight="bold")


def _arrow(page: "Axes", link: "Link", words: str, *, broken: bool) -> None:
    start, end, (x, y), side = link
    colour = ORANGE if broken else INK
    head = {"arrowstyle": "-|>", "color": colour, "lw": 2.2, "shrinkA": 0, "shrinkB": 0, "mutation_scale": 14}
    if broken:
        head |= {"lw": 1.4, "ls": (0, (3, 3))}
        page.plot((start[0] + end[0]) / 2, (start[1] + end[1]) / 2, "x", ms=15, color=ORANGE, mew=3.5, zorder=4)
    page.annotate("", end, start, arrowprops=head)
    note(page, x, y, words, colour, ha=side, weight="bold" if broken else "normal", linespacing=1.25)


def _curve(figure: "Figure", row: float, own: "pd.Series[float]", other: "pd.Series[float]", scale: Scale) -> None:
    low = row == ROWS[-1]
    weeks = Scale("Week" if low else "", 0, own.index[-1], [0, 26, 52, 78, 104], None if low else [""] * 5)
    ax = axes(
        figure, (0.6, row, 0.375, 0.2), weeks, Scale("", scale.low, scale.high, scale.ticks, scale.texts, scale.log)
    )
    ax.set_title(scale.label, fontsize=NORMAL, color=INK, loc="left", pad=4, y=1.0)
    ax.plot(other.index, other, color=QUIET, lw=1.6, ls=DASHED, zorder=3, clip_on=False)
    ax.plot(own.index, own, color=BLUE, lw=2.4, zorder=2, clip_on=False)


def suggestions(  # noqa: PLR0913 - frames and numbers of the state that is drawn
    figure: "Figure",
    accuracy: "pd.DataFrame",
    costs: "pd.DataFrame",
    *,
    shown: int,
    best: int,
    rival: float,
    images: "npt.NDArray[np.float64]",
    digits: "Sequence[int]",
    guesses: "Sequence[Sequence[int]]",
) -> None:
    """How often the right one is there, the seconds for an item, and four images with what is suggested.

    Args:
        figure: Where to draw.
        accuracy: From `suggestions.accuracy`.
        costs: From `suggestions.seconds`.
        shown: The number of suggestions looked at.
        best: The number with the fewest seconds.
        rival: Share in which the first guess of the model with most training images is right.
        images: (n, 8, 8), from 0 (paper) to 16 (ink).
        digits: The right ones.
        guesses: For each image the digits suggested.
    """
    _hits(figure, accuracy, shown, rival)
    _times(figure, costs, shown, best)
    rows = list(zip(images, digits, guesses, strict=True))
    for place, (image, digit, suggested) in enumerate(rows):
        _example(figure, 0.695 - 0.205 * place, image, digit, suggested)
    figure.text(0.665, 0.945, "Picked: one easy, three hard", fontsize=TITLE, color=INK, va="center")


def _hits(figure: "Figure", accuracy: "pd.DataFrame", shown: int, rival: float) -> None:
    scale = Scale("", 0.5, 1.02, [0.5, 0.6, 0.7, 0.8, 0.9, 1], ["50 %", "60 %", "70 %", "80 %", "90 %", "100 %"])
    where = (0.085, 0.58, 0.5, 0.32)
    ax = axes(
        figure,
        where,
        Scale("", -0.5, 5.5, accuracy.index.tolist(), [""] * len(accuracy)),
        scale,
        "The right one is among them",
    )
    ends = (accuracy["right"] - accuracy["low"], accuracy["high"] - accuracy["right"])
    ax.errorbar(accuracy.index, accuracy["right"], ends, fmt="o", ms=6, color=QUIET, ecolor=QUIET, elinewidth=1.4)
    ax.plot(shown, accuracy["right"].loc[shown], "o", ms=11, color=BLUE, zorder=4)
    low = accuracy["high"].loc[shown] > 0.9  # noqa: PLR2004 - above it there is no room
    ax.axhline(rival, color=QUIET, lw=1.2, ls=DASHED, zorder=1)
    ax.plot([1.22, 1.62], [0.55, 0.55], color=QUIET, lw=1.2, ls=DASHED)
    note(ax, 1.7, 0.55, "first guess, 100 images of each digit", QUIET)
    note(
        ax,
        shown,
        accuracy["low"].loc[shown] - 0.03 if low else accuracy["high"].loc[shown] + 0.03,
        f"{100 * accuracy['right'].loc[shown]:.1f} %",
        BLUE,
        ha="center",
        va="top" if low else "bottom",
        weight="bold",
        bbox=veil(),
    )


def _times(figure: "Figure", costs: "pd.DataFrame", shown: int, best: int) -> None:
    top, ticks = next(window for window in WINDOWS if costs["total"].max() < window[0] * FULL)
    names = ["none", *map(str, costs.index[1:])]
    ax = axes(
        figure,
        (0.085, 0.135, 0.5, 0.335),
        Scale("Suggestions shown", -0.5, 5.5, costs.index.tolist(), names),
        Scale("", 0, top, ticks),
        "Seconds an item:  ■ reading  ▨ typing  ▼ fastest",
    )
    for k, (_, row) in zip(costs.index.tolist(), costs.iterrows(), strict=True):
        colour = BLUE if k == shown else QUIET
        ax.bar(k, row["reading"], 0.6, color=colour, edgecolor=colour, lw=1)
        ax.bar(k, row["typing"], 0.6, bottom=row["reading"], facecolor=PAPER, edgecolor=colour, hatch="////", lw=1)
        text = f"{row['total']:.2f}"
        bold = "bold" if k in {best, shown} else "normal"
        note(ax, k, row["total"] + top * 0.02, text, GREEN if k == best else INK, ha="center", va="bottom", weight=bold)
        if k == best:
            ax.plot(k, top * 0.985, "v", ms=8, color=GREEN, clip_on=False)


def _example(
    figure: "Figure", low: float, image: "npt.NDArray[np.float64]", digit: int, suggested: "Sequence[int]"
) -> None:
    photo = figure.add_axes((0.665, low, 0.1, 0.18))
    photo.imshow(image, cmap="Greys", vmin=0, vmax=16)
    framed(photo)
    row = figure.add_axes((0.78, low, 0.215, 0.18))
    row.set_axis_off()
    row.set_xlim(-0.5, 4.5)
    row.set_ylim(0, 1)
    for place, guess in enumerate(suggested):
        own = guess == digit
        look = (
            {"facecolor": TINT, "edgecolor": BLUE, "lw": 1.4, "pad": 3.5}
            if own
            else {"facecolor": PAPER, "edgecolor": HAIR, "pad": 3.5}
        )
        weight = "bold" if own else "normal"
        note(
            row, place, 0.68, str(guess), BLUE if own else QUIET, ha="center", fontsize=TITLE, weight=weight, bbox=look
        )
    found = digit in suggested
    words = f"● {digit} is there" if found else f"▨ type {digit}"
    note(row, -0.35, 0.16, words, INK if found else ORANGE)
