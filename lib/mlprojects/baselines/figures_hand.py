"""Draws the robot's estimators: a photograph with two arrows, and all angle errors on the same five."""

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects.figure_style import BLUE, HAIR, INK, NORMAL, ORANGE, PAPER, QUIET, Scale, axes, bare, framed, note

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Array = npt.NDArray[np.float64]

TICKS = (0, 45, 90, 135, 180)
LOOKS: tuple[dict[str, Any], ...] = (
    {"color": BLUE, "linestyle": "-", "marker": "o", "markersize": 7},
    {"color": ORANGE, "linestyle": ":", "marker": "s", "markersize": 6},
)
"""Of the true and of the estimated pose."""


def robot(  # noqa: PLR0913 - one argument a thing that is drawn
    figure: "Figure",
    image: Array,
    arrows: Array,
    half: float,
    errors: pd.DataFrame,
    *,
    chosen: str,
    number: int,
    caption: str,
) -> None:
    """One photograph with the true and an estimated pose, and beside it every estimator's angle errors on all five.

    Args:
        figure: Where to draw.
        image: Brightness from 0 to 1, shape (rows, columns).
        arrows: Both ends of the true and the estimated arrow in cm, shape (2, 2, 2).
        half: Half the width of the photograph, in cm.
        errors: Angle errors in degrees: a row a photograph (from 1), a column an estimator.
        chosen: The estimator whose arrow is drawn.
        number: The photograph that is drawn.
        caption: Stands under the photograph.
    """
    _legend(figure)
    ax = figure.add_axes((0.02, 0.13, 0.43, 0.7644))
    _photograph(ax, image, arrows, half)
    figure.text(0.02, 0.045, caption, fontsize=NORMAL, color=INK)
    _strip(figure, errors, chosen, number)


def _legend(figure: "Figure") -> None:
    key = figure.add_axes((0.02, 0.91, 0.43, 0.08))
    key.axis("off")
    key.set(xlim=(0, 10), ylim=(0, 1))
    for start, look, text in zip((0.3, 5.0), LOOKS, ("true pose", "estimate"), strict=True):
        key.plot([start, start + 1.2], [0.5, 0.5], linewidth=2, markevery=[0], **look)
        note(key, start + 1.5, 0.5, text, look["color"])


def _photograph(ax: "Axes", image: Array, arrows: Array, half: float) -> None:
    from matplotlib.patheffects import Normal, Stroke  # noqa: PLC0415 - the module stays light

    ax.imshow(image, cmap="gray", vmin=0.1, vmax=0.95, extent=(-half, half, -half, half), interpolation="nearest")
    for arrow, look in zip(arrows, LOOKS, strict=True):
        # A white rim: the photograph under the line may be as dark as the line.
        rim = [Stroke(linewidth=5, foreground=PAPER), Normal()]
        ax.plot(arrow[:, 0], arrow[:, 1], linewidth=2.4, markevery=[0], path_effects=rim, clip_on=True, **look)
    ax.set(xlim=(-half, half), ylim=(-half, half))
    framed(ax)


def _strip(figure: "Figure", errors: pd.DataFrame, chosen: str, number: int) -> None:
    x = Scale("Angle error on each of the five (degrees)", -3, 183, TICKS)
    rows = [str(name) for name in errors.columns]
    ax = axes(figure, (0.53, 0.15, 0.44, 0.74), x, Scale("", len(rows) - 0.35, -0.75, (), ()))
    bare(ax, "left")
    for place, name in enumerate(rows):
        colour = ORANGE if name == chosen else QUIET
        ax.plot([0, 180], [place, place], color=HAIR, linewidth=0.8, zorder=0)
        ax.plot(errors[name], [place] * len(errors), "s", color=colour, markersize=6, fillstyle="none", clip_on=False)
        ax.plot([errors[name].median()] * 2, [place - 0.24, place + 0.24], color=colour, linewidth=2.4)
        ax.plot(errors[name].loc[[number]], [place], "s", color=colour, markersize=7, clip_on=False)
        note(ax, 0, place - 0.42, name, colour, weight="bold" if name == chosen else "normal")
    note(ax, 180, -0.62, "│ median   ■ this photograph", QUIET, ha="right")
