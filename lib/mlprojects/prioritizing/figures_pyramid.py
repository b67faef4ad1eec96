"""Draws the three kinds of hard problems, and the pyramid of cost drivers with what has been added to it."""

from textwrap import fill
from typing import TYPE_CHECKING, Any

from mlprojects.figure_style import BLUE, HAIR, INK, NORMAL, ORANGE, PAPER, QUIET, TINT, note
from mlprojects.words import capital

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

COLUMN, BESIDE = 24, 43
"""Characters in a line: in one of three columns, and beside the pyramid."""
SIDES = ((0.0, 0.46), (0.05, 0.41), (0.1, 0.36), (0.14, 0.32))
"""Left and right ends of the pyramid's layers, from the ground up; the last is the tip's."""
LAYERS = ((0.08, 0.36), (0.36, 0.64), (0.64, 0.86))
"""Lower and upper edges of the layers."""
HEADINGS = (("In the lecture (2021)", BLUE, 0.86), ("With a foundation model (our addition)", ORANGE, 0.5))
"""Title, colour and height of what stands beside the pyramid."""


def kinds(figure: "Figure", kinds: "pd.DataFrame", chosen: str) -> None:
    """Three columns, one a kind; the chosen one is framed, and says what it is.

    Args:
        figure: Where to draw.
        kinds: From `forecasts.KINDS`.
        chosen: The kind that is looked at.
    """
    for place, (name, row) in enumerate(kinds.iterrows()):
        ax = figure.add_axes((0.015 + 0.33 * place, 0.04, 0.31, 0.92))
        heavy = name == chosen
        ax.set(xlim=(0, 1), ylim=(0, 1), xticks=[], yticks=[], facecolor=TINT if heavy else PAPER)
        for spine in ax.spines.values():
            spine.set(color=INK if heavy else HAIR, linewidth=1.6 if heavy else 1)
        note(ax, 0.05, 0.93, fill(capital(str(name)), 20), weight="bold", fontsize=NORMAL, va="top")
        if not heavy:
            continue
        for height, title, text in ((0.72, "It is", row["instances"]), (0.3, "Such as", row["examples"])):
            note(ax, 0.05, height, title, BLUE, va="top", weight="bold")
            lines = "\n".join(fill(part.strip(), COLUMN) for part in text.replace(",", ";").split(";"))
            note(ax, 0.05, height - 0.065, lines, va="top", linespacing=1.35)


def pyramid_today(figure: "Figure", drivers: "pd.DataFrame", chosen: str) -> None:
    """The pyramid, its base the biggest driver, and beside it what is said of the chosen one.

    Args:
        figure: Where to draw.
        drivers: From `forecasts.PYRAMID_TODAY`, with or without its second column.
        chosen: The driver that is looked at.
    """
    ax = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    ax.axis("off")
    ax.set(xlim=(-0.03, 1), ylim=(0, 1))
    for place, (name, (low, high)) in enumerate(zip(drivers.index, LAYERS, strict=True)):
        (left, right), (upper_left, upper_right) = SIDES[place], SIDES[place + 1]
        heavy = name == chosen
        look: dict[str, Any] = {"facecolor": TINT if heavy else PAPER, "edgecolor": INK if heavy else QUIET}
        ax.fill([left, right, upper_right, upper_left], [low, low, high, high], linewidth=1.6, **look, zorder=1 + heavy)
        words = "\n".join(capital(str(name)).split())
        note(ax, 0.23, (low + high) / 2, words, ha="center", weight="bold" if heavy else "normal", zorder=3)
    note(ax, 0.23, 0.03, "the wider, the more it drives cost", QUIET, ha="center")
    # Without the addition, there is one text for two headings.
    for text, (title, colour, height) in zip(drivers.loc[chosen], HEADINGS, strict=False):
        note(ax, 0.5, height, title, colour, weight="bold", fontsize=NORMAL, va="top")
        note(ax, 0.5, height - 0.075, fill(capital(str(text)), BESIDE), va="top", linespacing=1.4)
