"""Draws the seven steps as a way down, and beside it what the step that is looked at leaves behind."""

from dataclasses import dataclass
from textwrap import fill
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from mlprojects.figure_style import (
    BLUE,
    GREEN,
    HAIR,
    NORMAL,
    ORANGE,
    PAPER,
    QUIET,
    TINT,
    Scale,
    axes,
    bare,
    note,
)
from mlprojects.words import capital, percent

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

LOOKS: dict[str, dict[str, Any]] = {
    "go on": {"marker": "o", "color": GREEN, "mfc": GREEN},
    "go on, with care": {"marker": "D", "color": BLUE, "mfc": PAPER},
    "stop": {"marker": "X", "color": ORANGE, "mfc": ORANGE},
    "you do not need ML": {"marker": "s", "color": ORANGE, "mfc": PAPER},
    "not reached": {"marker": "_", "color": QUIET, "mfc": QUIET},
    "not yet asked": {"marker": ".", "color": QUIET, "mfc": QUIET},
}
"""A mark for each verdict; the verdict stands beside it in words."""
PHOTOGRAPHS, AGAIN = 5, 7
"""Steps that leave labels, and shares of right poses."""
HALF = 12.0
"""Half the width of a photograph, in cm."""
LINE = 49
"""Characters in a line of the right half."""


@dataclass(frozen=True)
class Shown:
    """Four photographs and their labels.

    Attributes:
        images: Shape (4, rows, columns), brightness from 0 to 1.
        lines: Both ends of each label's line in cm: shape (4, 2, 2).
        place: Where they were taken.
    """

    images: npt.NDArray[np.float64]
    lines: npt.NDArray[np.float64]
    place: str


def seven_steps(  # noqa: PLR0913 - one argument a thing that is drawn
    figure: "Figure",
    *,
    table: "pd.DataFrame",
    step: int,
    asks: str,
    leaves: str,
    ended: int | None,
    shares: "pd.Series",
    success: float,
    photos: Shown,
) -> None:
    """The way down to the step that is looked at, and what this step leaves behind.

    Args:
        figure: Where to draw.
        table: From `robot_steps.Walk.table`.
        step: The step that is looked at, from 1.
        asks: Its question.
        leaves: What it leaves behind, in words.
        ended: The step at which the assessment ended, if the one looked at was not reached.
        shares: From `robot_steps.shares`, for steps 6 and 7.
        success: The agreed share.
        photos: Up to step 5, where the labels are drawn in.
    """
    _way(figure, table, step)
    right = figure.add_axes((0.43, 0.0, 0.56, 1.0))
    right.axis("off")
    right.set(xlim=(0, 1), ylim=(0, 1))
    note(right, 0.0, 0.95, fill(asks, 40), weight="bold", fontsize=NORMAL, va="top", linespacing=1.4)
    if ended is not None:
        note(right, 0.0, 0.8, f"Not reached: the assessment ended at step {ended}.", QUIET, va="top")
        return
    verdict = str(table["verdict"].iloc[step - 1])
    told = f"{capital(verdict)}. {table['reason'].iloc[step - 1]}"
    note(right, 0.0, 0.82, fill(leaves, LINE), va="top", linespacing=1.4)
    note(right, 0.0, 0.58, fill(told, LINE), LOOKS[verdict]["color"], va="top", linespacing=1.4)
    if step <= PHOTOGRAPHS:
        labelled = step == PHOTOGRAPHS
        note(right, 0.0, 0.37, f"Photographs from the {photos.place}{', with labels' if labelled else ''}:", QUIET)
        _photographs(figure, photos, labelled=labelled)
    else:
        _bars(figure, shares if step == AGAIN else shares.iloc[:-1], success)


def _way(figure: "Figure", table: "pd.DataFrame", step: int) -> None:
    ax = figure.add_axes((0.0, 0.0, 0.42, 1.0))
    ax.axis("off")
    ax.set(xlim=(0, 1), ylim=(len(table) - 0.4, -0.6))
    ax.plot([0.09, 0.09], [0, len(table) - 1], color=HAIR, linewidth=2, zorder=0)
    ax.barh(step - 1, 0.95, left=0.02, height=0.86, facecolor=TINT, linewidth=0, zorder=-1)
    for place, (name, verdict) in enumerate(table["verdict"].items()):
        ax.plot([0.09], [place], markersize=10, markeredgewidth=1.6, **LOOKS[verdict])
        note(ax, 0.18, place - 0.17, str(name), weight="bold" if place == step - 1 else "normal", fontsize=NORMAL)
        note(ax, 0.18, place + 0.2, verdict, QUIET if verdict.startswith("not") else LOOKS[verdict]["color"])


def _photographs(figure: "Figure", shown: Shown, *, labelled: bool) -> None:
    for place, (image, ends) in enumerate(zip(shown.images, shown.lines, strict=True)):
        ax = figure.add_axes((0.432 + 0.1415 * place, 0.1, 0.13, 0.23))
        ax.imshow(image, cmap="gray", vmin=0, vmax=1, extent=(-HALF, HALF, -HALF, HALF))
        if labelled:
            ax.plot(ends[:, 0], ends[:, 1], color=PAPER, linewidth=4)
            ax.plot(ends[:, 0], ends[:, 1], color=ORANGE, linewidth=2)
            ax.plot(ends[:1, 0], ends[:1, 1], color=ORANGE, marker="o", markersize=5, markeredgecolor=PAPER)
        ax.set(xlim=(-HALF, HALF), ylim=(-HALF, HALF), xticks=[], yticks=[])


def _bars(figure: "Figure", shares: "pd.Series", success: float) -> None:
    names = [f"{name}: {percent(share)}" for name, share in shares.items()]
    rows = Scale("", len(shares) - 0.5, -0.5, range(len(shares)), names)
    across = Scale("Right poses", 0, 1.0, (0, 0.5, 1), [percent(share) for share in (0, 0.5, 1)])
    ax = axes(figure, (0.69, 0.14, 0.27, 0.24), across, rows)
    bare(ax, "left")
    ax.barh(range(len(shares)), shares, height=0.5, color=BLUE)
    ax.axvline(success, color=ORANGE, linewidth=1.6, linestyle="--")
    note(ax, success, -0.85, f"agreed: {percent(success)}", ORANGE, ha="right")
