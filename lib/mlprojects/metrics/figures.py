"""Draws the frames of the metrics model. Layout only: every number comes from the model.

Each function's first parameter is a bare matplotlib `Figure`. Axis limits are the same in all states of an explorer, so
that frames do not jump.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

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
    SHADE,
    SMALL,
    TITLE,
    Scale,
    axes,
    bare,
    corner,
    note,
)

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from .model import Confusion

TENTHS = [0, 0.2, 0.4, 0.6, 0.8, 1]


def leaderboard(  # noqa: PLR0913 - each argument is a frame or a word of the state that is drawn
    figure: "Figure",
    ranking: "pd.DataFrame",
    contour: "pd.DataFrame",
    rule: str,
    intervals: "pd.DataFrame | None" = None,
    setting: float | None = None,
) -> None:
    """The models in the precision-recall plane, their scores, and who wins over the rule's whole range.

    Args:
        figure: Where to draw.
        ranking: From `model.rank`.
        contour: From `model.iso_score`: the pairs that score like the winner.
        rule: One of `model.RULES`.
        intervals: From `model.winning_intervals`; None for a rule without parameter.
        setting: The rule's parameter.
    """
    low = 0.34 if intervals is not None else 0.14
    names = sorted(ranking.index)
    looks = dict(zip(names, zip(COLOURS, MARKERS, strict=False), strict=False))
    first = set(ranking.index[(ranking["rank"] == 1) & (ranking["misses_by"] == 0)])
    plane = axes(
        figure,
        (0.085, low, 0.39, 0.9 - low),
        Scale("Recall", 0.4, 1.0, [0.4, 0.6, 0.8, 1]),
        Scale("Precision", 0.6, 1.0, [0.6, 0.7, 0.8, 0.9, 1]),
        "The models",
    )
    if rule == "precision at a recall floor" and setting is not None:
        plane.axvspan(0, setting, zorder=0, **SHADE)
        plane.axvline(setting, color=INK, lw=1.2)
    elif len(contour):
        plane.plot(contour["recall"], contour["precision"], color=INK, lw=1.2)
        corner(plane, 0.98, 0.96, "line: all that score like the first", QUIET, ha="right")
    for name, row in ranking.iterrows():
        colour, marker = looks[name]
        face = colour if name in first else PAPER
        plane.plot(row["recall"], row["precision"], marker, ms=10, mfc=face, mec=colour, mew=1.8, clip_on=False)
        weight = "bold" if name in first else "normal"
        spot = (row["recall"] - 0.02, row["precision"] - 0.025)
        note(plane, *spot, str(name), colour, ha="right", weight=weight, bbox=_veil())
    _scores(figure, low, ranking, names, looks, first)
    if intervals is not None and setting is not None:
        _strip(figure, intervals, rule, setting, looks)


def _scores(  # noqa: PLR0913 - a part of leaderboard
    figure: "Figure",
    low: float,
    ranking: "pd.DataFrame",
    names: Sequence[str],
    looks: Mapping[str, tuple[str, str]],
    first: set[str],
) -> None:
    bars = axes(
        figure,
        (0.6, low, 0.37, 0.9 - low),
        Scale("", 0, 1.0, TENTHS),
        Scale("", len(names) - 0.4, -0.6, range(len(names)), names),
        "Their scores",
    )
    bare(bars, "left")
    for place, name in enumerate(names):
        row, (colour, marker) = ranking.loc[name], looks[name]
        bars.plot([0, row["score"]], [place, place], color=colour, lw=3, solid_capstyle="butt")
        bars.plot(row["score"], place, marker, ms=9, mfc=colour if name in first else PAPER, mec=colour, mew=1.8, clip_on=False)
        text = f"{row['score']:.3f}"
        if name in first:
            text += ", tied first" if row["tied"] else ", first"
        elif row["misses_by"]:
            text = f"0: misses the floor by {row['misses_by']:.2f}"
        note(bars, 0.02, place - 0.27, text, weight="bold" if name in first else "normal")


def _strip(
    figure: "Figure", intervals: "pd.DataFrame", rule: str, setting: float, looks: Mapping[str, tuple[str, str]]
) -> None:
    label, high, ticks = {
        "weighted average": ("Weight on precision", 1.0, TENTHS),
        "F-beta": ("Beta", 2.0, [0, 0.5, 1, 1.5, 2]),
        "precision at a recall floor": ("Recall floor", 1.0, TENTHS),
    }[rule]
    strip = axes(figure, (0.085, 0.125, 0.885, 0.07), Scale(label, 0, high, ticks), Scale("", 0, 1))
    bare(strip, "left")
    for interval in intervals.itertuples():
        stop = min(interval.stop, high)
        colour = looks[interval.winner][0] if interval.winner in looks else QUIET
        strip.plot([interval.start, stop], [0.12, 0.12], color=colour, lw=4, solid_capstyle="butt")
        strip.axvline(interval.start, color=QUIET, lw=0.8)
        note(strip, (interval.start + stop) / 2, 0.65, interval.winner or "none", colour, ha="center")
    strip.plot(setting, 1.25, "v", ms=9, color=INK, clip_on=False)
    strip.axvline(setting, color=INK, lw=1.2)


def operating_point(  # noqa: PLR0913 - each argument is a frame or a number of the state that is drawn
    figure: "Figure",
    curve: "pd.DataFrame",
    points: "pd.DataFrame",
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
    matrix(figure, (0.66, 0.585, 0.3, 0.25), confusion, ("benign", "malignant"), f"At threshold {threshold:g}")
    cost = axes(
        figure,
        (0.6, 0.14, 0.37, 0.27),
        Scale("Threshold", 0, 1, TENTHS),
        Scale("", 5, 2500, [10, 100, 1000], ["10", "100", "1000"], log=True),
        "Cost of its errors",
    )
    cost.plot(points.index, points["cost"], color=QUIET, lw=1.2)
    cost.plot(best, there["cost"], "*", ms=15, mfc=PAPER, mec=GREEN, mew=1.5)
    cost.plot(threshold, here["cost"], "o", ms=9, color=BLUE)


def matrix(
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
        note(ax, x, y - 0.12 if text else y, str(count), ha="center", fontsize=TITLE, weight="bold", bbox=_veil())
        if text:
            note(ax, x, y + 0.27, text, ORANGE, ha="center", bbox=_veil())


def confusion_pair(figure: "Figure", named: Mapping[str, "Confusion"]) -> None:
    """Two confusion matrices of the same cases side by side, each with accuracy, precision and recall under it."""
    for left, (name, confusion) in zip((0.12, 0.62), named.items(), strict=False):
        matrix(figure, (left, 0.42, 0.34, 0.44), confusion, ("no", "yes"), name)
        for place, measure in enumerate(("accuracy", "precision", "recall")):
            height = 0.2 - 0.07 * place
            figure.text(left, height, measure.capitalize(), fontsize=NORMAL, color=QUIET)
            figure.text(left + 0.22, height, f"{getattr(confusion, measure):.0%}", fontsize=NORMAL, weight="bold", ha="right")


def limits(
    figure: "Figure", judged: "pd.DataFrame", panels: Mapping[str, Scale], bounds: Mapping[str, float], optimise: str
) -> None:
    """One row a model, one panel a metric: what each limit rules out, who is left, and the best of them.

    Args:
        figure: Where to draw.
        judged: From `model.under_limits`.
        panels: The metrics to show, each with its axis.
        bounds: The limits; a metric without one is only optimised or only shown.
        optimise: The metric to optimise.
    """
    names = [str(name) for name in judged.index]
    left, gap = 0.2, 0.045
    width = (0.98 - left - gap * (len(panels) - 1)) / len(panels)
    for place, (metric, scale) in enumerate(panels.items()):
        rows = Scale("", len(names) - 0.4, -0.6, range(len(names)), names if place == 0 else [""] * len(names))
        ax = axes(figure, (left + place * (width + gap), 0.15, width, 0.72), scale, rows)
        bare(ax, "left")
        _limit(ax, scale, metric, bounds.get(metric))
        for height, (_, row) in enumerate(judged.iterrows()):
            _contender(ax, height, row, metric, bounds.get(metric))
        purpose = "optimise" if metric == optimise else f"limit {bounds[metric]:g}" if metric in bounds else "no limit"
        ax.set_title(purpose, fontsize=TITLE, color=INK, loc="left", pad=8, weight="bold" if metric == optimise else "normal")
        if place == 0:
            for text, wins, inside in zip(ax.get_yticklabels(), judged["wins"], judged["qualifies"], strict=True):
                text.set(weight="bold" if wins else "normal", color=GREEN if wins else INK if inside else QUIET)


def _limit(ax: "Axes", scale: Scale, metric: str, bound: float | None) -> None:
    if bound is None:
        return
    edges = (bound, scale.high) if metric == "latency" else (scale.low, bound)
    ax.axvspan(*edges, zorder=0, **SHADE)
    ax.axvline(bound, color=INK, lw=1.2)


def _contender(ax: "Axes", height: int, row: "pd.Series[float]", metric: str, bound: float | None) -> None:
    value = row[metric]
    missed = bound is not None and row[f"{metric} misses by"] > 0
    ax.axhline(height, color=HAIR, lw=0.6, zorder=0)
    if missed and bound is not None:
        ax.plot([bound, value], [height, height], color=ORANGE, lw=1.6)
        ax.plot(value, height, "X", ms=8, color=ORANGE, mec=PAPER, mew=0.6, clip_on=False)
    elif row["wins"]:
        ax.plot(value, height, "*", ms=15, color=GREEN, clip_on=False)
    else:
        ax.plot(value, height, "o", ms=7, mfc=BLUE if row["qualifies"] else PAPER, mec=BLUE, mew=1.4, clip_on=False)


def average_precision(  # noqa: PLR0913 - each argument is a frame or a word of the state that is drawn
    figure: "Figure",
    curves: Mapping[int, "pd.DataFrame"],
    areas: "pd.Series[float]",
    name: str,
    digit: int | None = None,
    single: "pd.Series[float] | None" = None,
) -> None:
    """Precision-recall curves of the digits, the area under one of them, and all ten areas with their mean.

    Args:
        figure: Where to draw.
        curves: Digit to curve, from `model.class_curve`.
        areas: From `model.class_areas`.
        name: The classifier.
        digit: The one looked at; None for all ten.
        single: `recall` and `precision` of another classifier's operating point, to be marked; None for none.
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
            plane.fill_between(x, y, step="pre", **{**SHADE, "hatch": ""})
        plane.plot(x, y, color=BLUE, lw=1.6 if digit is not None else 0.9, drawstyle="steps-pre", clip_on=False)
    if digit is not None:
        note(plane, 0.06, 0.3, f"area = average precision\n{areas[digit]:.3f}", weight="bold", fontsize=NORMAL)
    if single is not None:
        plane.plot(single["recall"], single["precision"], "D", ms=9, mfc=PAPER, mec=ORANGE, mew=1.8, clip_on=False)
        note(plane, 0.06, 0.12, "◇ the only point of 1 neighbour", ORANGE)
    _areas(figure, areas, digit)


def _areas(figure: "Figure", areas: "pd.Series[float]", digit: int | None) -> None:
    rows = axes(
        figure,
        (0.63, 0.14, 0.34, 0.74),
        Scale("Average precision", 0.2, 1.0, [0.2, 0.4, 0.6, 0.8, 1]),
        Scale("Digit", 9.6, -0.9, range(10)),
        f"mAP: their mean, {areas.mean():.3f}",
    )
    bare(rows, "left")
    rows.hlines(areas.index, 0.2, areas, color=HAIR, lw=1)
    rows.plot(areas, areas.index, "o", ms=6, mfc=PAPER, mec=BLUE, mew=1.4, clip_on=False)
    rows.axvline(areas.mean(), color=INK, lw=1.2)
    if digit is not None:
        rows.plot(areas[digit], digit, "o", ms=9, color=BLUE, clip_on=False)


def requirements(figure: "Figure", gaps: "pd.DataFrame", *, raw: bool = False) -> None:
    """How far each metric of the pose project is from its requirement, and what to do with it.

    Args:
        figure: Where to draw.
        gaps: From `model.gaps`.
        raw: Show each metric's share of the sum of the raw numbers instead.
    """
    names = [f"{metric}\n{row['measured']:g} {row['unit']}" for metric, row in gaps.iterrows()]
    rows = Scale("", 2.55, -0.7, range(len(names)), names)
    ratio = Scale("Times the requirement", 0.5, 20, [0.5, 1, 2, 5, 10, 20], ["0.5", "1", "2", "5", "10", "20"], log=True)
    share = Scale("Share of position + angle + latency, as plain numbers", 0, 1.3, TENTHS, [f"{t:.0%}" for t in TENTHS])
    title = "Sum of the raw numbers" if raw else "Measured, as a multiple of what is needed"
    ax = axes(figure, (0.19, 0.15, 0.78, 0.73), share if raw else ratio, rows, title)
    bare(ax, "left")
    if not raw:
        ax.axvspan(0.5, 1, zorder=0, facecolor=SHADE["facecolor"], linewidth=0)
        ax.axvline(1, color=INK, lw=1.2)
        note(ax, 0.97, -0.52, "met", QUIET, ha="right")
    for place, (_, row) in enumerate(gaps.iterrows()):
        value = row["share"] if raw else row["ratio"]
        colour, marker = _role_look(row["role"])
        start = 0 if raw else 1
        ax.plot([start, value], [place, place], color=INK if raw else colour, lw=3, solid_capstyle="butt")
        ax.plot(value, place, "o" if raw else marker, ms=10, color=INK if raw else colour)
        beside = f"   {value:.1%}" if raw else f"   {value:.3g}x"
        note(ax, value, place, beside, weight="bold", fontsize=NORMAL)
        if not raw:
            note(ax, 1.06, place + 0.28, f"{row['role']}; needed: {row['needed']:g} {row['unit']}", colour)


def _role_look(role: str) -> tuple[str, str]:
    return {"optimise": (ORANGE, "D"), "threshold": (BLUE, "s")}.get(role, (QUIET, "o"))


def _veil() -> dict[str, object]:
    """A white ground behind a label, so that a line under it does not strike it through."""
    return {"facecolor": PAPER, "edgecolor": "none", "pad": 1.0, "alpha": 0.85}
