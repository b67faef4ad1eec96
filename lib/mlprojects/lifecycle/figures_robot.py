"""Draws the robot's project: what it sees, the bug in its labels, learning curves, ratios to the needed."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects.figure_style import (
    BLUE,
    COLOURS,
    GREEN,
    HAIR,
    INK,
    MARKERS,
    NORMAL,
    ORANGE,
    PAPER,
    QUIET,
    TENTHS,
    Scale,
    axes,
    bare,
    corner,
    framed,
    note,
    veil,
)
from mlprojects.words import percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Array = npt.NDArray[np.float64]

QUARTERS = (0, 90, 180, 270, 360)
COLUMNS = 4
LOOKS = {"A": (BLUE, "o"), "B": (ORANGE, "s"), "C": (GREEN, "^")}
"""Colour and marker of each labelling station."""
SHARES = [percent(share) for share in TENTHS]


def sights(figure: "Figure", images: Array, arrows: Array | None, captions: Sequence[str], half: float) -> None:
    """Eight photographs with the true and the estimated pose.

    Args:
        figure: Where to draw.
        images: Shape (8, rows, columns), brightness from 0 to 1.
        arrows: Both ends of the true and the estimated arrow in cm: shape (8, 2, 2, 2), the last axis x and y;
            None leaves the photographs as they are.
        captions: What stands under each.
        half: Half the width of a photograph, in cm.
    """
    if arrows is not None:
        _legend(figure)
    for place, (image, caption) in enumerate(zip(images, captions, strict=True)):
        row, column = divmod(place, COLUMNS)
        ax = figure.add_axes((0.02 + 0.245 * column, 0.52 - 0.455 * row, 0.225, 0.39))
        _photograph(ax, image, () if arrows is None else arrows[place], half)
        note(ax, 0, -half - 2.2, caption, ha="center")


def _legend(figure: "Figure") -> None:
    key = figure.add_axes((0.02, 0.905, 0.96, 0.08))
    key.axis("off")
    key.set(xlim=(0, 10), ylim=(0, 1))
    for start, colour, marker, line, text in ((0.1, BLUE, "o", "-", "true pose"), (2.6, ORANGE, "s", ":", "estimate")):
        key.plot([start, start + 0.6], [0.5, 0.5], color=colour, linestyle=line, linewidth=2)
        key.plot([start], [0.5], color=colour, marker=marker, markersize=5)
        note(key, start + 0.75, 0.5, text, colour)
    note(key, 9.9, 0.5, "along the handle; below: the errors", QUIET, ha="right")


def bands(figure: "Figure", scatter: pd.DataFrame, stations: pd.DataFrame, title: str) -> None:
    """Labelled against predicted angle, one marker a station.

    Args:
        figure: Where to draw.
        scatter: From `robot_bug.bug_scatter`: the photographs to show.
        stations: From `robot_bug.by_station`: the stations to show.
        title: Above the picture.
    """
    across = Scale("Predicted angle (degrees)", 0, 360, QUARTERS)
    up = Scale("Labelled angle (degrees)", 0, 360, QUARTERS)
    ax = axes(figure, (0.1, 0.15, 0.45, 0.73), across, up, title)
    ax.plot([0, 360], [0, 360], color=INK, linewidth=1)
    for place, (station, row) in enumerate(stations.iterrows()):
        shown = scatter[scatter["station"] == station]
        colour, marker = LOOKS[str(station)]
        look: dict[str, Any] = {"color": colour, "marker": marker, "linestyle": "none", "markeredgecolor": PAPER}
        ax.plot(shown["predicted"], shown["labelled"], markersize=5.5, markeredgewidth=0.5, **look)
        height = 0.95 - 0.25 * place
        ax.plot([1.1], [height], transform=ax.transAxes, clip_on=False, markersize=8, **look)
        corner(ax, 1.16, height, f"station {station}", colour, weight="bold")
        words = f"turned by {row['turned']:+.0f} degrees\n{row['error']:.0f} degrees off on average"
        corner(ax, 1.16, height - 0.045, words, INK, va="top", linespacing=1.4)
    corner(
        ax, 1.08, 0.04, "line: label and prediction agree\n(0 and 360 are the same direction)", QUIET, linespacing=1.4
    )


def curves(  # noqa: PLR0913 - one argument a thing that is drawn
    figure: "Figure", table: pd.DataFrame, *, chosen: str, images: int, enough: float, title: str
) -> None:
    """Share of photographs within the limit, by number of training photographs.

    Args:
        figure: Where to draw.
        table: One row a number of photographs, one column an estimator, shares from 0 to 1.
        chosen: The estimator to bring out.
        images: The number of photographs to mark.
        enough: The share that is enough.
        title: Above the picture.
    """
    sizes = [int(size) for size in table.index]
    x = Scale("Training photographs", 45, 900, sizes, [str(size) for size in sizes], log=True)
    y = Scale("Share within the limit", 0, 1.02, TENTHS, SHARES)
    ax = axes(figure, (0.115, 0.15, 0.605, 0.73), x, y, title)
    ax.axhline(enough, color=QUIET, linewidth=1, linestyle="--")
    note(ax, 46, enough + 0.045, f"enough (ours): {percent(enough)}", QUIET, bbox=veil())
    heights = _apart({name: float(table[name].iloc[-1]) for name in table}, 0.085)
    for place, name in enumerate(table):
        bold = name == chosen
        ax.plot(
            sizes,
            table[name],
            color=COLOURS[place],
            marker=MARKERS[place],
            markersize=6 if bold else 4,
            linewidth=2.2 if bold else 1,
            clip_on=False,
        )
        note(ax, 950, heights[str(name)], str(name), COLOURS[place], weight="bold" if bold else "normal")
    ax.plot(
        [images], table[chosen].loc[[images]], marker="o", markersize=13, fillstyle="none", color=INK, clip_on=False
    )


def ratios(figure: "Figure", gaps: pd.DataFrame, texts: Sequence[str], title: str) -> None:
    """How many times what is needed: computed, and told in the lecture, one row a metric.

    Args:
        figure: Where to draw.
        gaps: From `robot.gaps`.
        texts: What stands under each metric's name.
        title: Above the picture.
    """
    ticks = (0.25, 0.5, 1, 2, 5, 10, 20)
    x = Scale("Times what is needed (1 = just good enough)", 0.25, 25, ticks, [f"{tick:g}" for tick in ticks], log=True)
    ax = axes(figure, (0.325, 0.15, 0.64, 0.66), x, Scale("", 2.5, -0.5, (0, 1, 2), ("", "", "")), "")
    figure.text(0.02, 0.93, title, fontsize=NORMAL + 1, color=INK)
    bare(ax, "left")
    ax.axvline(1, color=INK, linewidth=1.2)
    corner(ax, 0.0, 1.05, "● computed here     ◇ told in the lecture", QUIET)
    for place, (metric, row) in enumerate(gaps.iterrows()):
        worst = row["ratio"] == gaps["ratio"].max()
        colour = ORANGE if worst else BLUE
        ax.plot([0.25, 25], [place, place], color=HAIR, linewidth=0.8, zorder=0)
        ax.plot([1, row["ratio"]], [place, place], color=colour, linewidth=2)
        ax.plot([row["ratio"]], [place], marker="o", markersize=8, color=colour)
        if np.isfinite(row["told_ratio"]):
            ax.plot([row["told_ratio"]], [place], marker="D", markersize=9, fillstyle="none", color=INK)
        corner(ax, -0.02, (2.35 - place) / 3 + 0.09, str(metric).capitalize(), colour, ha="right", weight="bold")
        corner(ax, -0.02, (2.35 - place) / 3, texts[place], QUIET, ha="right")
        note(ax, row["ratio"], place - 0.27, f"{row['ratio']:.1f} times", colour, ha="center", bbox=veil())


def _photograph(ax: "Axes", image: Array, ends: Iterable[Array], half: float) -> None:
    from matplotlib.patheffects import Normal, Stroke  # noqa: PLC0415 - the module stays light

    ax.imshow(image, cmap="gray", vmin=0.1, vmax=0.95, extent=(-half, half, -half, half), interpolation="nearest")
    looks: tuple[dict[str, Any], ...] = (
        {"color": BLUE, "linestyle": "-", "marker": "o", "markersize": 5},
        {"color": ORANGE, "linestyle": ":", "marker": "s", "markersize": 4.5},
    )
    for arrow, look in zip(ends, looks, strict=False):
        # A white rim: the photograph under the line may be as dark as the line.
        rim = [Stroke(linewidth=4.5, foreground=PAPER), Normal()]
        ax.plot(arrow[:, 0], arrow[:, 1], linewidth=2, markevery=[0], path_effects=rim, **look)
    ax.set(xlim=(-half, half), ylim=(-half, half))
    framed(ax)


def _apart(heights: dict[Any, float], gap: float) -> dict[str, float]:
    """Heights for labels that would otherwise overlap, at least `gap` apart, from the top down."""
    placed: dict[str, float] = {}
    above = np.inf
    for name, height in sorted(heights.items(), key=lambda item: -item[1]):
        above = min(height, above - gap)
        placed[str(name)] = above
    return placed
