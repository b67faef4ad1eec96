"""Draws when to ask a person, and where a threshold is picked."""

from typing import TYPE_CHECKING, Any

from mlprojects.figure_style import (
    BLUE,
    GREEN,
    INK,
    ORANGE,
    PAPER,
    QUIET,
    SHADE,
    TINT,
    Scale,
    axes,
    bare,
    corner,
    note,
    veil,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from matplotlib.figure import Figure

CROSS, DASH = "\N{MULTIPLICATION SIGN}", "\N{EN DASH}"


def ask_a_person(  # noqa: PLR0913 - frames and numbers of the state that is drawn
    figure: "Figure",
    table: "pd.DataFrame",
    held: "pd.Series[bool]",
    *,
    threshold: float,
    promise: float,
    part: str,
    words: "Mapping[str, str]",
    prices: str,
) -> None:
    """Errors and their bound by the share that people decide, and what a decision costs at each threshold.

    Args:
        figure: Where to draw.
        table: From `asking.by_threshold`.
        held: Whether each threshold keeps to the promise.
        threshold: The chosen one.
        promise: The rate.
        part: Where it is judged.
        words: What the dash and the cross mean: `bound` and `cross`.
        prices: Of an error and of a person, in words.
    """
    ticks = [0, 0.02, 0.05, 0.1, 0.15]
    ax = axes(
        figure,
        (0.085, 0.135, 0.42, 0.765),
        Scale("Decided by a person", -0.02, 0.4, [0, 0.1, 0.2, 0.3, 0.4], ["0 %", "10 %", "20 %", "30 %", "40 %"]),
        Scale("", 0, 0.15, ticks, [f"{100 * tick:g} %" for tick in ticks]),
        f"Errors of the rest, in {part}",
    )
    ax.axhspan(promise, 0.15, zorder=0, **SHADE)
    ax.axhline(promise, color=ORANGE, lw=1.4, ls=(0, (5, 2)), zorder=2)
    ax.vlines(table["asked"], table["error"], table["bound"], color=QUIET, lw=1.2)
    ax.plot(table["asked"], table["bound"], "_", ms=9, color=QUIET, mew=1.8)
    ax.plot(table["asked"], table["error"], "o-", ms=6, color=BLUE, lw=1.2, zorder=3)
    row = table.T[threshold]
    ax.plot(row["asked"], row["error"], "o", ms=12, mfc="none", mec=INK, mew=1.8, zorder=5)
    corner(ax, 0.99, 0.945, "● measured", BLUE, ha="right", bbox=veil())
    corner(ax, 0.99, 0.875, f"{DASH} {words['bound']}", QUIET, ha="right", bbox=veil())
    corner(ax, 0.99, 0.805, f"- - promised: {100 * promise:g} %", ORANGE, ha="right", bbox=veil())
    _costs(figure, table, held, threshold, f"{CROSS} {words['cross']}", prices)


def _costs(  # noqa: PLR0913, PLR0917 - what is drawn, and its words
    figure: "Figure", table: "pd.DataFrame", held: "pd.Series[bool]", threshold: float, cross: str, prices: str
) -> None:
    names = [f"{100 * float(str(sure)):g} %" for sure in table.index]
    high = 1.3 * float(table["cost"].max())
    ax = axes(
        figure,
        (0.635, 0.135, 0.35, 0.765),
        Scale(f"Cost ({prices})", 0, high),
        Scale("", len(table) - 0.4, -1.4, range(len(table)), names),
        "Cost, if a person decides below",
    )
    bare(ax, "left")
    corner(ax, 1, 0.955, cross, QUIET, ha="right")
    for place, (_, row) in enumerate(table.iterrows()):
        own, kept = table.index[place] == threshold, bool(held.iloc[place])
        colour = GREEN if kept else QUIET
        look: dict[str, Any] = {"facecolor": TINT} if kept else {"facecolor": PAPER, "hatch": "///"}
        ax.barh(place, row["cost"], 0.62, edgecolor=INK if own else colour, lw=2 if own else 1, **look)
        text = f"{row['cost']:.2f}{'' if kept else f' {CROSS}'}"
        note(ax, row["cost"] + high / 50, place, text, INK if own else colour, weight="bold" if own else "normal")


def where_picked(  # noqa: PLR0913 - frames and numbers of the state that is drawn
    figure: "Figure",
    teams: "pd.DataFrame",
    summary: "pd.DataFrame",
    *,
    way: str,
    promise: float,
    edge: float,
    beyond: int,
) -> None:
    """Each team's reported and true error, and how the three ways compare.

    Args:
        figure: Where to draw.
        teams: From `picking.inside`.
        summary: From `picking.summary`, in percent.
        way: The chosen way, of the index of `summary`.
        promise: The rate.
        edge: Highest error in the picture.
        beyond: Teams that lie beyond it, and are drawn on it.
    """
    high = 1.04 * edge
    ticks = [0, promise, 2 * promise]
    texts = [f"{100 * tick:g} %" for tick in ticks]
    ax = axes(
        figure,
        (0.1, 0.135, 0.4, 0.765),
        Scale("Error that a team reports", -0.04 * high, high, ticks, texts),
        Scale("", -0.04 * high, high, ticks, texts),
        "True error of the teams that promise",
    )
    ax.axhspan(promise, high, zorder=0, **SHADE)
    ax.axhline(promise, color=ORANGE, lw=1.4, ls=(0, (5, 2)), zorder=2)
    ax.axvline(promise, color=ORANGE, lw=1.4, ls=(0, (5, 2)), zorder=2)
    for kept, marker, colour in ((True, "o", BLUE), (False, "x", ORANGE)):
        group = teams[teams["kept"] == kept]
        ax.plot(group["reported"], group["true"], marker, ms=5.5, color=colour, mew=1.5, alpha=0.8, zorder=3)
    if teams.empty:
        corner(ax, 0.5, 0.2, "no team finds a threshold", INK, ha="center", bbox=veil())
    corner(ax, 0.99, 0.95, f"{CROSS} broken in truth", ORANGE, ha="right", weight="bold", bbox=veil())
    if beyond:
        corner(ax, 0.99, 0.13, f"{beyond} beyond, drawn on the edge", INK, ha="right", bbox=veil())
    corner(ax, 0.99, 0.05, "● kept", BLUE, ha="right", weight="bold", bbox=veil())
    _ways(figure, summary, way)


def _ways(figure: "Figure", summary: "pd.DataFrame", way: str) -> None:
    ax = axes(
        figure,
        (0.575, 0.135, 0.41, 0.765),
        Scale("Teams; decisions in percent", 0, 262, [0, 50, 100]),
        Scale("", 3 * 4 - 0.3, -0.9),
        "Three ways to pick",
    )
    bare(ax, "left")
    for block, (name, row) in enumerate(summary.iterrows()):
        weight = "bold" if name == way else "normal"
        note(ax, 0, 4 * block - 0.2, str(name), INK, weight=weight)
        ends = (row["found"], row["reported"], row["automated"])
        told = (
            f"{row['kept']:.0f} keep it, {row['broken']:.0f} break it",
            f"{row['reported']:.0f} seem to keep it",
            f"{row['automated']:.0f} by machine",
        )
        places = [4 * block + 0.75 + line * 0.95 for line in range(3)]
        ax.barh(places[0], row["kept"], 0.8, lw=1, facecolor=BLUE, edgecolor=BLUE)
        ax.barh(places[0], row["broken"], 0.8, left=row["kept"], lw=1, facecolor=PAPER, edgecolor=ORANGE, hatch="xxx")
        ax.barh(places[1], row["reported"], 0.8, lw=1, facecolor=PAPER, edgecolor=QUIET, hatch="///")
        ax.barh(places[2], row["automated"], 0.8, lw=1, facecolor=TINT, edgecolor=QUIET)
        for place, end, words in zip(places, ends, told, strict=True):
            note(ax, end + 3, place, words, INK, weight=weight)
