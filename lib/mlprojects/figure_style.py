"""One quiet style for the figures of all wings: colours, text sizes, and axes that cost little to draw.

Figures are drawn on bare matplotlib `Figure` objects (no pyplot, no rcParams) of 7.2 x 4.05 inches, shown 720 CSS
pixels wide; dark themes turn them over in the page. So: white paper, thin lines, no large saturated areas.

The colours are after Okabe & Ito, "Color Universal Design" (2008), which stay apart for colour-blind readers; darkened
here until text in them has WCAG AA contrast on white (4.5 : 1).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK, QUIET, HAIR, PAPER = "#1b1f24", "#555c66", "#c3c9d1", "#ffffff"
BLUE, ORANGE, GREEN, PURPLE = "#0067a3", "#a04300", "#00734f", "#9a3f78"
COLOURS = (BLUE, ORANGE, GREEN, PURPLE)
MARKERS = ("o", "s", "^", "D")
"""One a series, in the order of `COLOURS`: colour never stands alone."""
SMALL, NORMAL, TITLE = 9.5, 10.5, 11.5
"""Text sizes in points; 9.5 points are 13 CSS pixels."""
TINT = "#d6e6f2"
"""For an area that counts. Nothing paler: a palette PNG would mix it with the white of the paper."""
SHADE: dict[str, Any] = {"facecolor": PAPER, "edgecolor": HAIR, "hatch": "///", "linewidth": 0.0}
"""For a region that is ruled out: hatched, so that it is seen without colour and after the page has turned it over."""


BELOW = 0.27
"""Inches from an axis to its label's upper edge: under one line of tick labels."""
TENTHS = (0, 0.2, 0.4, 0.6, 0.8, 1)
"""Ticks of an axis from 0 to 1."""


@dataclass(frozen=True)
class Scale:
    """One axis: label, limits, ticks, and the ticks' texts (their numbers if none are given)."""

    label: str
    low: float
    high: float
    ticks: Sequence[float] = ()
    texts: Sequence[str] | None = None
    log: bool = False


def axes(figure: "Figure", rectangle: tuple[float, float, float, float], x: Scale, y: Scale, title: str = "") -> "Axes":
    """Axes with two spines, fixed limits and fixed ticks.

    Args:
        figure: Where to draw.
        rectangle: Left, bottom, width and height as shares of the figure.
        x: The horizontal axis.
        y: The vertical axis.
        title: Stands above the axes, at their left end.
    """
    ax = figure.add_axes(rectangle)
    ax.spines[["top", "right"]].set_visible(False)
    for spine in ("left", "bottom"):
        ax.spines[spine].set_color(QUIET)
    if x.log:
        ax.set_xscale("log")
    if y.log:
        ax.set_yscale("log")
    if x.log or y.log:
        ax.minorticks_off()
    # Looks before ticks, so that each tick is made only once; limits last, since scales and ticks would widen them.
    ax.tick_params(labelsize=SMALL, labelcolor=INK, color=QUIET, length=3)
    ax.set_xticks(x.ticks, x.texts)
    ax.set_yticks(y.ticks, y.texts)
    ax.set_xlim(x.low, x.high)
    ax.set_ylim(y.low, y.high)
    ax.set_xlabel(x.label, fontsize=NORMAL, color=INK)
    ax.xaxis.set_label_coords(0.5, -BELOW / (rectangle[3] * figure.get_figheight()))
    ax.set_ylabel(y.label, fontsize=NORMAL, color=INK)
    if title:
        # At a given height: finding one that clears the ticks would cost a tenth of the whole drawing.
        ax.set_title(title, fontsize=TITLE, color=INK, loc="left", pad=8, y=1.0)
    return ax


def bare(ax: "Axes", *sides: str) -> None:
    """Take away spines and tick marks of these sides (their tick labels stay)."""
    for side in sides:
        ax.spines[side].set_visible(False)
        ax.tick_params(axis="y" if side in {"left", "right"} else "x", length=0)


def framed(ax: "Axes") -> None:
    """The frame of a photograph or another image: thin lines, no ticks."""
    ax.set(xticks=[], yticks=[])
    for spine in ax.spines.values():
        spine.set_color(HAIR)


def note(ax: "Axes", x: float, y: float, text: str, colour: str = INK, **options: Any) -> None:  # noqa: ANN401 - matplotlib's
    """A direct label at a place in data coordinates; `options` go to `Axes.text`."""
    ax.text(x, y, text, **{"fontsize": SMALL, "color": colour, "va": "center", **options})


def corner(ax: "Axes", x: float, y: float, text: str, colour: str = INK, **options: Any) -> None:  # noqa: ANN401 - see note
    """As `note`, with the place as a share of the axes."""
    note(ax, x, y, text, colour, transform=ax.transAxes, **options)


def veil() -> dict[str, Any]:
    """A white ground behind a label, so that a line under it does not strike it through."""
    return {"facecolor": PAPER, "edgecolor": "none", "pad": 1.0, "alpha": 0.85}
