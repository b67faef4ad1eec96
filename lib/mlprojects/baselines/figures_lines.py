"""Draws curves beside a human line, and the winners of a contest between a floor and a ceiling."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mlprojects.figure_style import BLUE, GREEN, HAIR, INK, ORANGE, PAPER, QUIET, SHADE, Scale, axes, corner, note, veil

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

HUMAN = (0, (5, 2))
"""Dashes of a human line."""


def beside_human(  # noqa: PLR0913 - the curves and numbers of the state that is drawn
    figure: "Figure",
    curves: "pd.DataFrame",
    human: float,
    *,
    at: float,
    x: Scale,
    y: Scale,
    title: str,
    trusted: bool = True,
    blur: float = 0.0,
    marked: bool = False,
) -> None:
    """Training and validation curve, a human line, and the two gaps at one place.

    Args:
        figure: Where to draw.
        curves: Columns `train` and `validation`, in %.
        human: The human error, in %.
        at: Where on the index the gaps are read.
        x: The horizontal axis.
        y: The vertical axis.
        title: The advice.
        trusted: Whether line and curves can be compared; if not, the first gap is not drawn.
        blur: Half of the interval of the validation error.
        marked: Whether the curves are measured points.
    """
    ax = axes(figure, (0.12, 0.135, 0.585, 0.765), x, y, title)
    for name, marker, colour in (("train", "o", BLUE), ("validation", "s", ORANGE)):
        ax.plot(
            curves.index,
            curves[name],
            color=colour,
            lw=2,
            marker=marker,
            markevery=1 if marked else 9,
            ms=6,
            mec=PAPER,
            zorder=3,
        )
    ax.axhline(human, color=GREEN if trusted else QUIET, lw=1.8, ls=HUMAN if trusted else (0, (1, 2)), zorder=2)
    train, validation = (float(curves[name][at]) for name in ("train", "validation"))
    if marked:
        ax.axvline(at, color=HAIR, lw=1, zorder=0)
    if blur:
        ax.plot(
            [at, at],
            [validation - blur, validation + blur],
            color=ORANGE,
            lw=5,
            alpha=0.45,
            solid_capstyle="butt",
            zorder=2,
        )
    side = figure.add_axes((0.715, 0.135, 0.275, 0.765))
    side.set_axis_off()
    side.set_xlim(0, 1)
    side.set_ylim(y.low, y.high)
    _gap(side, 0.08, train, validation, ORANGE)
    if trusted and train > human:  # where people do worse there is nothing to close
        _gap(side, 0.19, human, train, BLUE)
    _names(
        side,
        y,
        [
            ("■ validation", validation, ORANGE),
            ("● training", train, BLUE),
            ("people", human, GREEN if trusted else QUIET),
        ],
    )


def _gap(ax: "Axes", x: float, low: float, high: float, colour: str) -> None:
    if abs(high - low) > 0:
        ax.annotate(
            "",
            (x, high),
            (x, low),
            arrowprops={
                "arrowstyle": "|-|,widthA=0.25,widthB=0.25",
                "color": colour,
                "lw": 1.6,
                "shrinkA": 0,
                "shrinkB": 0,
            },
        )


def _names(ax: "Axes", y: Scale, lines: Sequence[tuple[str, float, str]]) -> None:
    """The three lines' names with their values, moved apart where they would touch."""
    room = 0.062 * (y.high - y.low)
    placed: list[float] = []
    for text, value, colour in sorted(lines, key=lambda line: line[1]):
        height = max(value, placed[-1] + room) if placed else max(value, y.low)
        placed.append(height)
        note(ax, 0.24, height, f"{text} {value:.1f}".removesuffix(".0") + " %", colour, weight="bold")


def contest(  # noqa: PLR0913, PLR0917 - the numbers of the state that is drawn
    figure: "Figure",
    winners: "pd.Series[float]",
    year: int,
    floor: tuple[str, float],
    ceiling: tuple[str, float],
    top: float,
) -> None:
    """Winners of a contest by year, between a floor and a ceiling; no error is at the top, so that a floor lies below.

    Args:
        figure: Where to draw.
        winners: Error by year, in %.
        year: The year that is looked at.
        floor: Name and error.
        ceiling: Name and error.
        top: The highest error in the picture.
    """
    ticks = [tick for tick in (0, 5, 10, 15, 20, 25, 50, 75, 100) if tick <= top and (top < 50 or tick % 25 == 0)]  # noqa: PLR2004 - then fives would touch
    ax = axes(
        figure,
        (0.095, 0.135, 0.88, 0.765),
        Scale("Year of the contest", winners.index[0] - 0.5, winners.index[-1] + 0.6, list(winners.index)),
        Scale("", top, -0.03 * top, ticks, [f"{tick} %" for tick in ticks]),
        "Error of the winner (right name not among five): higher up is better",
    )
    ax.axhspan(floor[1], top, zorder=0, **SHADE)
    ax.axhline(floor[1], color=ORANGE, lw=1.8)
    ax.axhline(ceiling[1], color=GREEN, lw=1.8, ls=HUMAN)
    ax.plot(winners.index, winners, "-", color=QUIET, lw=1.2, zorder=2)
    ax.plot(winners.index, winners, "o", ms=7, color=BLUE, mec=PAPER, zorder=3)
    ax.plot(year, winners[year], "o", ms=13, mfc="none", mec=INK, mew=1.8, zorder=4)
    lines = (
        (f"● the winner of {year}, {winners[year]:g} %", BLUE),
        (f"╍ ceiling, hardly beaten: {ceiling[0]}, {ceiling[1]:g} %", GREEN),
        (f"━ floor, to be beaten: {floor[0]}, {floor[1]:g} %", ORANGE),
    )
    for place, (text, colour) in enumerate(lines):  # where no winner and no floor comes
        corner(ax, 0.99, 0.39 - 0.075 * place, text, colour, ha="right", weight="bold", bbox=veil(), zorder=5)
