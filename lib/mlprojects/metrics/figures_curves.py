"""Draws confusion matrices, precision-recall curves and the areas under them: see `figures`."""

from collections.abc import Mapping
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
    SHADE,
    SMALL,
    TENTHS,
    TINT,
    TITLE,
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

    from .confusion import Confusion


def operating_point(  # noqa: PLR0913 - each argument is a frame or a number of the state that is drawn
    figure: "Figure",
    curve: "pd.DataFrame",
    points: "pd.DataFrame",
    *,
    confusion: "Confusion",
    threshold: float,
    best: float,
) -> None:
    """A classifier's precision-recall curve, its confusion matrix at one threshold, and what each threshold costs.

    Args:
        figure: Where to draw.
        curve: From `model.precision_recall`.
        points: From `model.operating_points`, over all thresholds that can be chosen.
        confusion: At the threshold.
        threshold: The one chosen.
        best: The cheapest.
    """
    plane = axes(
        figure,
        (0.085, 0.14, 0.37, 0.76),
        Scale("Recall", 0.78, 1.005, [0.8, 0.85, 0.9, 0.95, 1]),
        Scale("Precision", 0.5, 1.02, [0.5, 0.6, 0.7, 0.8, 0.9, 1]),
        "Every threshold",
    )
    plane.plot(curve["recall"], curve["precision"], color=QUIET, lw=1.2, drawstyle="steps-pre")
    here, there = points.loc[threshold], points.loc[best]
    plane.plot(there["recall"], there["precision"], "*", ms=15, mfc=PAPER, mec=GREEN, mew=1.5, clip_on=False)
    plane.plot(here["recall"], here["precision"], "o", ms=9, color=BLUE, clip_on=False)
    corner(plane, 0.03, 0.17, f"● threshold {threshold:g}", BLUE, weight="bold")
    corner(plane, 0.03, 0.07, f"☆ cheapest: {best:g}", GREEN)
    _matrix(figure, (0.66, 0.585, 0.3, 0.25), confusion, ("benign", "malignant"), f"At threshold {threshold:g}")
    cost = axes(
        figure,
        (0.6, 0.14, 0.37, 0.27),
        Scale("Threshold", 0, 1, TENTHS),
        Scale("", 5, 2500, [10, 100, 1000], ["10", "100", "1000"], log=True),
        "Cost of its errors",
    )
    cost.plot(points.index, points["cost"], color=QUIET, lw=1.2)
    cost.plot(best, there["cost"], "*", ms=15, mfc=PAPER, mec=GREEN, mew=1.5, clip_on=False)
    cost.plot(threshold, here["cost"], "o", ms=9, color=BLUE, clip_on=False)


def average_precision(  # noqa: PLR0913 - each argument is a frame or a word of the state that is drawn
    figure: "Figure",
    curves: Mapping[int, "pd.DataFrame"],
    areas: "pd.Series[float]",
    *,
    mean: float,
    name: str,
    digit: int | None = None,
    single: "pd.DataFrame | None" = None,
) -> None:
    """Precision-recall curves of the digits, the area under one of them, and all ten areas with their mean.

    Args:
        figure: Where to draw.
        curves: Digit to curve, from `model.class_curve`.
        areas: From `model.class_areas`.
        mean: Of the areas.
        name: The classifier.
        digit: The one looked at; None for all ten.
        single: One row of a curve: another classifier's operating point, to be marked; None for none.
    """
    plane = axes(
        figure,
        (0.085, 0.14, 0.44, 0.74),
        Scale("Recall", 0, 1.0, TENTHS),
        Scale("Precision", 0, 1.03, TENTHS),
        f"{name}: {'all ten digits' if digit is None else f'“{digit}” against the rest'}",
    )
    for curve in curves.values():
        x = [0.0, *curve["recall"]]
        y = [curve["precision"].iloc[0], *curve["precision"]]
        if digit is not None:
            plane.fill_between(x, y, step="pre", facecolor=TINT, linewidth=0)
        plane.plot(x, y, color=BLUE, lw=1.6 if digit is not None else 0.9, drawstyle="steps-pre", clip_on=False)
    if digit is not None:
        note(plane, 0.06, 0.3, f"area = average precision\n{areas[digit]:.3f}", weight="bold", fontsize=NORMAL)
    if single is not None:
        plane.plot(single["recall"], single["precision"], "D", ms=9, mfc=PAPER, mec=ORANGE, mew=1.8, clip_on=False)
        note(plane, 0.06, 0.12, "◇ the only point of 1 neighbour", ORANGE)
    _areas(figure, areas, mean, digit)


def _areas(figure: "Figure", areas: "pd.Series[float]", mean: float, digit: int | None) -> None:
    rows = axes(
        figure,
        (0.63, 0.14, 0.34, 0.74),
        Scale("Average precision", 0.2, 1.0, [0.2, 0.4, 0.6, 0.8, 1]),
        Scale("Digit", 9.6, -0.9, range(10)),
        f"mAP: their mean, {mean:.3f}",
    )
    bare(rows, "left")
    rows.hlines(areas.index, 0.2, areas, color=HAIR, lw=1)
    rows.plot(areas, areas.index, "o", ms=6, mfc=PAPER, mec=BLUE, mew=1.4, clip_on=False)
    rows.axvline(mean, color=INK, lw=1.2)
    if digit is not None:
        rows.plot(areas[digit], digit, "o", ms=9, color=BLUE, clip_on=False)


def _matrix(
    figure: "Figure",
    rectangle: tuple[float, float, float, float],
    confusion: "Confusion",
    classes: tuple[str, str],
    title: str,
) -> None:
    """A 2 x 2 confusion matrix; the two kinds of error are hatched and named."""
    ax = axes(figure, rectangle, Scale("", 0, 2, [0.5, 1.5], classes), Scale("", 2, 0, [0.5, 1.5], classes), title)
    bare(ax, "left", "bottom")
    ax.set_xlabel("predicted", fontsize=SMALL, color=QUIET)
    ax.set_ylabel("actual", fontsize=SMALL, color=QUIET)
    ax.axvspan(1, 2, 0.5, 1, **SHADE)
    ax.axvspan(0, 1, 0, 0.5, **SHADE)
    for place in (0, 1, 2):
        ax.plot([place, place], [0, 2], color=QUIET, lw=1, clip_on=False)
        ax.plot([0, 2], [place, place], color=QUIET, lw=1, clip_on=False)
    cells = [(0.5, 0.5, confusion.tn, ""), (1.5, 0.5, confusion.fp, "false alarm")]
    cells += [(0.5, 1.5, confusion.fn, "missed"), (1.5, 1.5, confusion.tp, "")]
    for x, y, count, text in cells:
        note(ax, x, y - 0.12 if text else y, str(count), ha="center", fontsize=TITLE, weight="bold", bbox=veil())
        if text:
            note(ax, x, y + 0.27, text, ORANGE, ha="center", bbox=veil())
