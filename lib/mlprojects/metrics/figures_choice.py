"""Draws choices among several metrics: limits, and how far each is from its requirement: see `figures`."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

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
    TENTHS,
    TINT,
    TITLE,
    Scale,
    axes,
    bare,
    note,
)
from mlprojects.words import percent

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MARKS: dict[str, dict[str, Any]] = {
    "missed": {"marker": "X", "ms": 8, "color": ORANGE, "mec": PAPER, "mew": 0.6},
    "wins": {"marker": "*", "ms": 15, "color": GREEN},
    "left": {"marker": "o", "ms": 7, "color": BLUE, "mew": 1.4},
    "out": {"marker": "o", "ms": 7, "mfc": PAPER, "mec": BLUE, "mew": 1.4},
}


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
        _contenders(ax, judged, metric, bounds.get(metric))
        purpose = (
            "optimise" if metric == optimise else _bound(metric, bounds[metric]) if metric in bounds else "no limit"
        )
        ax.set_title(
            purpose, fontsize=TITLE, color=INK, loc="left", pad=8, weight="bold" if metric == optimise else "normal"
        )
        if place == 0:
            for text, wins, inside in zip(ax.get_yticklabels(), judged["wins"], judged["qualifies"], strict=True):
                text.set(weight="bold" if wins else "normal", color=GREEN if wins else INK if inside else QUIET)


def _limit(ax: "Axes", scale: Scale, metric: str, bound: float | None) -> None:
    if bound is None:
        return
    edges = (bound, scale.high) if metric == "latency" else (scale.low, bound)
    ax.axvspan(*edges, zorder=0, **SHADE)
    ax.axvline(bound, color=INK, lw=1.2)


def _bound(metric: str, bound: float) -> str:
    return f"at most {bound:g}" if metric == "latency" else f"at least {bound:g}"


def _contenders(ax: "Axes", judged: "pd.DataFrame", metric: str, bound: float | None) -> None:
    """One mark a model; marks of one kind are one artist, which halves the time to draw."""
    ax.grid(axis="y", color=HAIR, lw=0.6)
    ax.set_axisbelow(True)
    missed = judged[f"{metric} misses by"] > 0 if bound is not None else judged["wins"] & ~judged["qualifies"]
    kinds: dict[str, list[tuple[float, int]]] = {"missed": [], "wins": [], "left": [], "out": []}
    states = zip(judged[metric].tolist(), missed, judged["wins"], judged["qualifies"], strict=True)
    for height, (value, misses, wins, qualifies) in enumerate(states):
        kind = "missed" if misses else "wins" if wins else "left" if qualifies else "out"
        kinds[kind].append((value, height))
    if kinds["missed"] and bound is not None:
        values, heights = zip(*kinds["missed"], strict=True)
        ax.hlines(heights, bound, values, color=ORANGE, lw=1.6)
    for kind, marks in kinds.items():
        if marks:
            ax.plot(*zip(*marks, strict=True), **MARKS[kind], linestyle="none", clip_on=False)


def requirements(figure: "Figure", gaps: "pd.DataFrame", *, raw: bool = False) -> None:
    """How far each metric of the pose project is from its requirement, and what to do with it.

    Args:
        figure: Where to draw.
        gaps: From `model.gaps`.
        raw: Show each metric's share of the sum of the raw numbers instead.
    """
    names = [f"{metric}\n{row['measured']:g} {row['unit']}" for metric, row in gaps.iterrows()]
    rows = Scale("", 2.55, -0.7, range(len(names)), names)
    ratio = Scale(
        "Times the requirement", 0.5, 20, [0.5, 1, 2, 5, 10, 20], ["0.5", "1", "2", "5", "10", "20"], log=True
    )
    share = Scale("Share of position + angle + latency, as plain numbers", 0, 1.3, TENTHS, [percent(t) for t in TENTHS])
    title = "Sum of the raw numbers" if raw else "Measured, as a multiple of what is needed"
    ax = axes(figure, (0.19, 0.15, 0.78, 0.73), share if raw else ratio, rows, title)
    bare(ax, "left")
    ax.tick_params(axis="y", pad=9)  # a mark at 0 must not cover a name
    if not raw:
        ax.axvspan(0.5, 1, zorder=0, facecolor=TINT, linewidth=0)
        ax.axvline(1, color=INK, lw=1.2)
        note(ax, 0.97, -0.52, "met", QUIET, ha="right")
    for place, (_, row) in enumerate(gaps.iterrows()):
        value = row["share"] if raw else row["ratio"]
        colour, marker = _role_look(row["role"])
        start = 0 if raw else 1
        ax.plot([start, value], [place, place], color=INK if raw else colour, lw=3, solid_capstyle="butt")
        ax.plot(value, place, "o" if raw else marker, ms=10, color=INK if raw else colour, clip_on=False)
        beside = f"   {percent(value, 1)}" if raw else f"   {value:.3g} ×"  # noqa: RUF001 - the sign for "times"
        note(ax, value if raw else max(value, 1), place, beside, weight="bold", fontsize=NORMAL)
        if not raw:
            note(ax, 1.06, place + 0.28, f"{row['role']}; needed: {row['needed']:g} {row['unit']}", colour)


def _role_look(role: str) -> tuple[str, str]:
    return {"optimise": (ORANGE, "D"), "threshold": (BLUE, "s"), "hold": (BLUE, "s")}.get(role, (QUIET, "o"))
