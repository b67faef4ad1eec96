"""Draws what chance does to a portfolio, and what causes of failure leave of it: see `figures`."""

from typing import TYPE_CHECKING

from mlprojects.figure_style import (
    BLUE,
    GREEN,
    HAIR,
    INK,
    ORANGE,
    PAPER,
    PURPLE,
    QUIET,
    TENTHS,
    TINT,
    TITLE,
    Scale,
    axes,
    bare,
    note,
    veil,
)
from mlprojects.words import in_percent, percent

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

PERCENT = [percent(tick) for tick in TENTHS]
MOST = 10
"""Projects on the horizontal axes."""


def portfolio(
    figure: "Figure", distribution: "pd.DataFrame", curve: "pd.DataFrame", *, any_works: float, shared: float
) -> None:
    """How many work, and how the chance of at least one grows with the number of projects.

    Args:
        figure: Where to draw.
        distribution: From `model.successes`.
        curve: From `model.by_number`, for 1 to 10 projects.
        any_works: The chance that at least one works.
        shared: The shared risk.
    """
    numbers = distribution.index.tolist()
    bars = axes(
        figure,
        (0.085, 0.15, 0.4, 0.73),
        Scale("Number of projects that work", -0.7, MOST + 0.7, numbers),
        Scale("", 0, 1, TENTHS, PERCENT),
        "How many will work?",
    )
    chances = distribution["chance"].tolist()
    bars.bar(numbers[1:], chances[1:], width=0.72, facecolor=TINT, edgecolor=BLUE, linewidth=1.4)
    bars.bar(0, chances[0], width=0.72, facecolor=PAPER, edgecolor=ORANGE, hatch="///", linewidth=1.4)
    for number, chance in zip(numbers, chances, strict=True):
        if chance >= 0.005:  # noqa: PLR2004 - less than half a percent would be written as 0
            label = f"{in_percent(chance):.0f}"
            note(bars, number, chance + 0.035, label, ORANGE if number == 0 else BLUE, ha="center")
    note(bars, MOST + 0.6, 0.93, "in %; hatched: none works", QUIET, ha="right")
    _growth(figure, curve, numbers[-1], any_works, shared)


def _growth(figure: "Figure", curve: "pd.DataFrame", projects: int, any_works: float, shared: float) -> None:
    ax = axes(
        figure,
        (0.58, 0.15, 0.39, 0.73),
        Scale("Number of projects", 0.5, MOST + 0.5, range(1, MOST + 1)),
        Scale("", 0, 1, TENTHS, PERCENT),
        "Does at least one work?",
    )
    if shared:
        ax.plot(curve.index, curve["independent"], "--", color=QUIET, lw=1.2)
        ax.axhline(1 - shared, color=ORANGE, lw=1.2, ls=":")
        ceiling = f"dotted: the ceiling, {percent(1 - shared)}"
        note(ax, MOST + 0.4, 0.14, "dashed: without shared risk", QUIET, ha="right")
        note(ax, MOST + 0.4, 0.06, ceiling, ORANGE, ha="right")
    ax.plot(curve.index, curve["shared"], "o-", color=BLUE, lw=1.6, ms=5, mfc=PAPER)
    ax.plot(projects, any_works, "o", color=BLUE, ms=11, clip_on=False)
    high = any_works > 0.3  # noqa: PLR2004 - then there is room below the mark
    x, y = (min(projects, MOST - 1), any_works - 0.1) if high else (projects - 0.4, any_works + 0.17)
    told = percent(any_works, 1)
    note(ax, x, y, told, BLUE, ha="left" if projects < MOST else "center", weight="bold", fontsize=TITLE, bbox=veil())


def causes(figure: "Figure", losses: "pd.DataFrame", attackers: "pd.Series[str]", *, working: float) -> None:
    """Of 100 projects started: how many each cause takes, and how many work.

    Args:
        figure: Where to draw.
        losses: From `model.losses`.
        attackers: The module that attacks each cause.
        working: How many are left in the end.
    """
    names = [*map(str, losses.index), "they work"]
    rows = Scale("", len(names) - 0.4, -0.6, range(len(names)), names)
    ax = axes(
        figure,
        (0.255, 0.15, 0.725, 0.75),
        Scale("Of 100 projects started (made-up risks)", 0, 100, range(0, 101, 20)),
        rows,
        "What takes them, one cause after the other",
    )
    bare(ax, "left")
    ax.set_axisbelow(True)
    ax.grid(axis="x", color=HAIR, lw=0.6)
    lost, left = losses["lost"].tolist(), losses["left"].tolist()
    for place, (name, module, gone, kept) in enumerate(zip(losses.index, attackers, lost, left, strict=True)):
        _step(ax, place, (kept, gone), str(module), removed=bool(losses["removed"][name]), last=place == len(lost) - 1)
    ax.barh(len(lost), working, height=0.56, facecolor=TINT, edgecolor=GREEN, linewidth=1.6)
    note(ax, working + 1.5, len(lost), f"{working:.1f}", GREEN, weight="bold", fontsize=TITLE)


def _step(  # noqa: PLR0913 - a part of causes
    ax: "Axes", place: int, amounts: tuple[float, float], module: str, *, removed: bool, last: bool
) -> None:
    kept, gone = amounts
    colour = PURPLE if last else ORANGE
    if gone:
        hatch = "xxx" if last else "///"
        ax.barh(place, gone, left=kept, height=0.56, facecolor=PAPER, edgecolor=colour, hatch=hatch, linewidth=1.2)
    else:
        ax.plot([kept, kept], [place - 0.28, place + 0.28], color=INK, lw=1.6)
    ax.plot([kept, kept], [place + 0.28, place + 0.72], color=QUIET, lw=0.8)
    what = "removed" if removed else f"−{gone:.1f}"  # noqa: RUF001 - the minus sign
    told = f"{what} (stays)" if last else f"{what} ({module})"
    note(ax, kept - 1.5, place, told, QUIET if removed else colour, ha="right", bbox=veil())
