"""Draws the ways back that data and requirements force: wrong labels, two requirements, the cost of labelling."""

from collections.abc import Mapping, Sequence
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
    TINT,
    Scale,
    axes,
    bare,
    corner,
    note,
    veil,
)

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ERRORS = [1, 2, 5, 10, 20, 50]
LOWEST, HIGHEST = 1.0, 85.0
"""Errors in % that fit into the pictures of label noise."""


def label_noise(figure: "Figure", curves: "pd.DataFrame", bought: "pd.DataFrame", chosen: str, title: str) -> None:
    """Learning curves by share of wrong labels, and the two purchases on them.

    Args:
        figure: Where to draw.
        curves: Percent of errors, one row a number of images, one column a share of wrong labels.
        bought: Rows "more images" and "better labels": `images`; `error`, `spread`, `wrong` and `floor` (no model can
            be measured below it) in %.
        chosen: The share of wrong labels chosen: a column of `curves`.
        title: The verdict.
    """
    sizes = curves.index.tolist()
    plane = axes(
        figure,
        (0.085, 0.14, 0.47, 0.75),
        Scale("Training images", 26, 1500, sizes, [str(size) for size in sizes], log=True),
        Scale("", LOWEST, HIGHEST, ERRORS, [f"{tick} %" for tick in ERRORS], log=True),
        "Errors on unseen images",
    )
    floor = bought["floor"].iloc[0]
    _floor(plane, floor)
    for column, errors in curves.items():
        own = column == chosen
        plane.plot(sizes, errors, color=BLUE if own else QUIET, lw=2.2 if own else 0.9, zorder=2)
        if floor == 0:  # else the curves end too close to each other
            note(plane, 1060, errors.iloc[-1], str(column), BLUE if own else QUIET, weight="bold" if own else "normal")
    if floor == 0:
        corner(plane, 0.99, 0.54, "wrong\nlabels", QUIET, ha="right")
    _bought(plane, bought)
    corner(plane, 0.02, 0.05, "● more images   ◆ checked labels", INK, bbox=veil())
    _purchases(figure, bought, title)


def _floor(plane: "Axes", floor: float, *, across: bool = False) -> None:
    """Hatch what cannot be measured because test labels are wrong too."""
    if floor > 0 and across:
        plane.axvspan(0, floor, zorder=0, **SHADE)
        plane.axvline(floor, color=INK, lw=1.2)
    elif floor > 0:
        plane.axhspan(LOWEST, floor, zorder=0, **SHADE)
        plane.axhline(floor, color=INK, lw=1.2)


def _bought(plane: "Axes", bought: "pd.DataFrame") -> None:
    more, better = bought.loc["more images"], bought.loc["better labels"]
    plane.plot(more["images"], more["error"], "o", ms=10, color=BLUE, mec=PAPER, zorder=4)
    plane.plot(better["images"], better["error"], "D", ms=9, color=GREEN, mec=PAPER, zorder=4)


def _purchases(figure: "Figure", bought: "pd.DataFrame", title: str) -> None:
    """The two purchases side by side, with the spread from draw to draw."""
    names = [f"{row['images']:,.0f} images,\n{row['wrong']:.2g} % wrong" for _, row in bought.iterrows()]
    high = 10 * (1 + (bought["error"] + bought["spread"]).max() // 10)
    ticks = [0, high / 2, high]
    rows = axes(
        figure,
        (0.725, 0.3, 0.25, 0.46),
        Scale("", 0, high, ticks, [f"{tick:g} %" for tick in ticks]),
        Scale("", 1.6, -0.6, [0, 1], names),
        title,
    )
    bare(rows, "left")
    _floor(rows, bought["floor"].iloc[0], across=True)
    looks = (("o", BLUE), ("D", GREEN))
    for place, ((_, row), (marker, colour)) in enumerate(zip(bought.iterrows(), looks, strict=True)):
        rows.plot([row["error"] - row["spread"], row["error"] + row["spread"]], [place, place], color=colour, lw=2)
        rows.plot(row["error"], place, marker, ms=9, color=colour, mec=PAPER, clip_on=False)
        note(rows, row["error"], place - 0.27, f"{row['error']:.1f} %", colour, ha="center", weight="bold", bbox=veil())
    figure.text(0.62, 0.13, "bar: one standard deviation,\nfrom draw to draw", fontsize=SMALL, color=QUIET)


def requirements(  # noqa: PLR0913 - each argument is a frame, a scale or a limit of the state that is drawn
    figure: "Figure",
    judged: "pd.DataFrame",
    scales: Mapping[str, Scale],
    limits: Mapping[str, float],
    *,
    higher: bool,
    source: str,
) -> None:
    """Models by computing and by quality, what two requirements rule out, and the Pareto front.

    Args:
        figure: Where to draw.
        judged: One row a model: the two metrics, `front` and `feasible`.
        scales: The metric across, then the metric upwards, each with its axis.
        limits: Metric to requirement.
        higher: Is more of the metric upwards better?
        source: Where the numbers are from.
    """
    (across, x), (upwards, y) = scales.items()
    plane = axes(figure, (0.1, 0.2, 0.87, 0.7), x, y, "Who keeps both requirements?")
    wall, line = limits[across], limits[upwards]
    plane.axvspan(wall, x.high, zorder=0, **SHADE)
    plane.fill_between([x.low, wall], *((y.low, line) if higher else (line, y.high)), zorder=0, **SHADE)
    plane.fill_between([x.low, wall], *((line, y.high) if higher else (y.low, line)), facecolor=TINT, lw=0, zorder=0)
    plane.axvline(wall, color=INK, lw=1.2)
    plane.axhline(line, color=INK, lw=1.2)
    edge = judged[judged["front"]].sort_values(across)
    plane.plot(edge[across], edge[upwards], color=QUIET, lw=1, drawstyle="steps-post", zorder=1)
    for (name, row), raised in zip(judged.iterrows(), _raised(judged, across), strict=True):
        _model(plane, str(name), row, (across, upwards), raised=raised, right=x.high)
    corner(
        plane,
        0.01,
        0.05 if higher else 0.94,
        "● keeps both    ○ misses one or both    ⌐ Pareto front",
        INK,
        bbox=veil(),
    )
    figure.text(0.1, 0.025, source, fontsize=SMALL, color=QUIET)


def _raised(judged: "pd.DataFrame", across: str) -> Sequence[bool]:
    """Names stand above and below their marks by turns, from left to right."""
    order = judged[across].rank(method="first").astype(int)
    return [bool(place % 2) for place in order]


def _model(  # noqa: PLR0913 - each argument is a value of the mark that is drawn
    plane: "Axes", name: str, row: "pd.Series", metrics: tuple[str, str], *, raised: bool, right: float
) -> None:
    colour = GREEN if row["feasible"] else ORANGE
    spot = row[metrics[0]], row[metrics[1]]
    plane.plot(
        *spot, "o", ms=9, color=GREEN if row["feasible"] else PAPER, mec=colour, mew=1.8, zorder=3, clip_on=False
    )
    plane.annotate(
        name,
        spot,
        xytext=(0, 9 if raised else -9),
        textcoords="offset points",
        ha="right" if spot[0] > right / 3 else "center",
        va="bottom" if raised else "top",
        fontsize=SMALL,
        color=colour,
        weight="bold" if row["feasible"] else "normal",
        bbox=veil(),
        zorder=4,
    )


def labelling(figure: "Figure", tasks: "pd.DataFrame", needed: float, title: str) -> None:
    """How many images a budget pays for, by task, against how many are needed.

    Args:
        figure: Where to draw.
        tasks: From `labelling_cost.by_task`, the index with the time a label in words, and `cited`.
        needed: Images.
        title: The budget, in words.
    """
    ticks = [10, 100, 1000, 10000, 100000, 1000000]
    rows = axes(
        figure,
        (0.24, 0.15, 0.73, 0.73),
        Scale("Images that the budget pays for", 5, 3e6, ticks, [f"{tick:,}" for tick in ticks], log=True),
        Scale("", len(tasks) - 0.4, -0.75, range(len(tasks)), [str(name) for name in tasks.index]),
        title,
    )
    bare(rows, "left")
    rows.axvspan(5, needed, zorder=0, **SHADE)
    rows.axvline(needed, color=INK, lw=1.2)
    note(rows, needed, -0.58, f"{needed:,.0f} needed ", ha="right", weight="bold")
    for place, (_, row) in enumerate(tasks.iterrows()):
        colour = GREEN if row["fits"] else ORANGE
        rows.plot([5, row["images"]], [place, place], color=colour, lw=2.5, solid_capstyle="butt", zorder=2)
        rows.plot(row["images"], place, "o" if row["fits"] else "X", ms=10, color=colour, mec=PAPER, zorder=3)
        left = row["images"] > 1e5  # noqa: PLR2004 - beyond it the number would leave the picture
        shown = f"{row['images']:,.0f}"
        note(
            rows,
            row["images"] / 1.3 if left else row["images"] * 1.3,
            place - (0.3 if left else 0),
            shown,
            colour,
            ha="right" if left else "left",
            weight="bold",
            fontsize=NORMAL,
            bbox=veil(),
        )
        note(rows, 5.6, place + 0.3, row["cited"], QUIET, bbox=veil())
    rows.spines["bottom"].set_color(HAIR)
