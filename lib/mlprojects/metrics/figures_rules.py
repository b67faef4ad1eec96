"""Draws who wins by which rule: see `figures`."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from mlprojects.figure_style import (
    COLOURS,
    INK,
    MARKERS,
    PAPER,
    QUIET,
    SHADE,
    TENTHS,
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


def leaderboard(  # noqa: PLR0913 - each argument is a frame or a word of the state that is drawn
    figure: "Figure",
    ranking: "pd.DataFrame",
    contour: "pd.DataFrame",
    *,
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
        Scale("Recall", 0.3, 1.0, [0.4, 0.6, 0.8, 1]),
        Scale("Precision", 0.6, 1.0, [0.6, 0.7, 0.8, 0.9, 1]),
        "The models",
    )
    if rule == "precision at a recall floor" and setting is not None:
        plane.axvspan(0, setting, zorder=0, **SHADE)
        plane.axvline(setting, color=INK, lw=1.2)
    elif len(contour):
        plane.plot(contour["recall"], contour["precision"], color=INK, lw=1.2)
        corner(plane, 0.02, 0.06, "line: equal scores", QUIET)
    for name, row in ranking.iterrows():
        colour, marker = looks[name]
        face = colour if name in first else PAPER
        plane.plot(row["recall"], row["precision"], marker, ms=10, mfc=face, mec=colour, mew=1.8, clip_on=False)
        weight = "bold" if name in first else "normal"
        spot = (row["recall"] - 0.02, row["precision"] - 0.025)
        note(plane, *spot, str(name), colour, ha="right", weight=weight, bbox=veil())
    _scores(figure, low, ranking, names=names, looks=looks, first=first)
    if intervals is not None and setting is not None:
        _strip(figure, intervals, rule, setting, looks)


def _scores(  # noqa: PLR0913 - a part of leaderboard
    figure: "Figure",
    low: float,
    ranking: "pd.DataFrame",
    *,
    names: Sequence[str],
    looks: Mapping[str, tuple[str, str]],
    first: set[str],
) -> None:
    bars = axes(
        figure,
        (0.6, low, 0.37, 0.9 - low),
        Scale("", 0, 1.0, [0, 0.5, 1]),
        Scale("", len(names) - 0.4, -0.6, range(len(names)), names),
        "Their scores",
    )
    bare(bars, "left")
    bars.tick_params(axis="y", pad=9)  # a marker at score 0 must not cover a name
    rows = {str(name): row for name, row in ranking.iterrows()}
    for place, name in enumerate(names):
        row, (colour, marker) = rows[name], looks[name]
        bars.plot([0, row["score"]], [place, place], color=colour, lw=3, solid_capstyle="butt")
        bars.plot(
            row["score"],
            place,
            marker,
            ms=9,
            mfc=colour if name in first else PAPER,
            mec=colour,
            mew=1.8,
            clip_on=False,
        )
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
    rows = zip(intervals["start"].tolist(), intervals["stop"].tolist(), intervals["winner"].tolist(), strict=True)
    for start, end, winner in rows:
        stop = min(end, high)
        colour = looks[winner][0] if winner in looks else QUIET
        strip.plot([start, stop], [0.12, 0.12], color=colour, lw=4, solid_capstyle="butt")
        strip.axvline(start, color=QUIET, lw=0.8)
        note(strip, (start + stop) / 2, 0.65, winner or "none", colour, ha="center")
    strip.plot(setting, 1.5, "v", ms=9, color=INK, clip_on=False)
