"""Draws the price of a nine, what wrong test labels leave of two models, and the decisions that get worthwhile."""

from collections.abc import Mapping, Sequence
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
    SMALL,
    TINT,
    Scale,
    axes,
    bare,
    note,
    veil,
)

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ERRORS = ([0.001, 0.01, 0.1, 0.5], ["0.1 %", "1 %", "10 %", "50 %"])
IMAGES = ([1e2, 1e3, 1e4, 1e5, 1e6, 1e7], ["100", "1,000", "10⁴", "10⁵", "10⁶", "10⁷"])
LOWEST, HIGHEST, FIRST, LAST = 4e-4, 0.7, 20, 2e7
"""Limits of the learning curve's picture: errors, images."""
NAMED = {"theory, flat": 38, "deep nets, steepest": 41, "deep nets, flattest": 33}
"""Curves with room for their exponent, and the row of `lines` at which it stands."""
SHORT = {
    "fitted here": "digits, here",
    "theory, steep": "theory, steep",
    "theory, flat": "theory, flat",
    "deep nets, steepest": "deep, steepest",
    "deep nets, flattest": "deep, flattest",
}


def next_nine(  # noqa: PLR0913 - frames and numbers of the state that is drawn
    figure: "Figure",
    lines: "pd.DataFrame",
    points: "pd.Series[float]",
    table: "pd.DataFrame",
    *,
    chosen: str,
    target: float,
    fitted: int,
    most: int,
) -> None:
    """The measured curve with its line, where the others would go, and what a nine takes on each.

    Args:
        figure: Where to draw.
        lines: Index images; `low` and `high` of the fitted line, and the error of each curve, missing before it starts.
        points: Measured error by number of images.
        table: From `curve.prices`, with `told` (the factor in words).
        chosen: The curve that is looked at.
        target: The error aimed at.
        fitted: Up to which size the line was fitted.
        most: Images that the data set has.
    """
    ax = axes(
        figure,
        (0.085, 0.135, 0.5, 0.765),
        Scale("Training images", FIRST, LAST, *IMAGES, log=True),
        Scale("", LOWEST, HIGHEST, *ERRORS, log=True),
        "Errors on unseen images",
    )
    ax.axvspan(most, LAST, zorder=0, **SHADE)
    ax.axvline(most, color=QUIET, lw=1)
    note(ax, 1700, 0.5, "no more images: extrapolated", INK, bbox=veil())
    for curve in table.index:
        own = curve == chosen
        ax.plot(lines.index, lines[curve], color=BLUE if own else QUIET, lw=2.4 if own else 0.9, zorder=3 if own else 2)
    if chosen == table.index[0]:
        ax.fill_between(lines.index, lines["low"], lines["high"], facecolor=TINT, lw=0, zorder=1)
    for curve, place in NAMED.items():
        note(
            ax,
            lines.index[place],
            lines[curve].iloc[place],
            f"{table['exponent'].to_dict()[curve]:g}",
            BLUE if curve == chosen else QUIET,
            ha="center",
            weight="bold" if curve == chosen else "normal",
            bbox=veil(),
            zorder=4,
        )
    ax.axhline(target, color=ORANGE, lw=1.4, ls=(0, (5, 2)), zorder=2)
    note(ax, 24, target, f"{100 * target:g} %", ORANGE, weight="bold", bbox=veil())
    used = points.index <= fitted
    reached = table["images"].to_dict()[chosen]
    if reached < LAST:
        ax.plot(reached, target, "D", ms=11, color=ORANGE, mec=PAPER, zorder=4)
    # Above the diamond: what was measured must not be hidden by what is promised.
    ax.plot(points.index[used], points[used], "o", ms=5.5, color=INK, zorder=5)
    ax.plot(points.index[~used], points[~used], "o", ms=6, mfc=PAPER, mec=INK, mew=1.6, zorder=5)
    note(ax, 24, 6.2e-4, "● fitted   ○ measured only   ◆ line at the target", INK, bbox=veil(), zorder=6)
    _factors(figure, table, chosen)


def _factors(figure: "Figure", table: "pd.DataFrame", chosen: str) -> None:
    ax = axes(
        figure,
        (0.745, 0.135, 0.24, 0.765),
        Scale("Times as many images", 1, 1e21, [1, 1e5, 1e10, 1e15], ["1", "10⁵", "10¹⁰", "10¹⁵"], log=True),
        Scale("", len(table) - 0.5, -0.6, range(len(table)), [SHORT[str(name)] for name in table.index]),
        "One more nine takes",
    )
    bare(ax, "left")
    for place, (curve, row) in enumerate(table.iterrows()):
        own = curve == chosen
        colour = BLUE if own else QUIET
        ax.plot([1, row["factor"]], [place, place], color=colour, lw=2.4 if own else 1.2, solid_capstyle="butt")
        ax.plot(row["factor"], place, "o", ms=8, mfc=colour if own else PAPER, mec=colour, mew=1.6)
        note(
            ax,
            row["factor"],
            place - 0.27,
            row["told"],
            colour,
            weight="bold" if own else "normal",
            ha="left" if row["factor"] < 1e5 else "center",  # noqa: PLR2004 - beside the left edge there is no room
        )


def label_ceiling(  # noqa: PLR0913 - frames and numbers of the state that is drawn
    figure: "Figure",
    seen: "pd.DataFrame",
    needed: "pd.DataFrame",
    *,
    wrong: str,
    pattern: str,
    ceiling: float,
    window: tuple[float, Sequence[float]],
) -> None:
    """Two models in truth and as measured, and the test images that tell them apart by the share of wrong labels.

    Args:
        figure: Where to draw.
        seen: Rows the better and the other model; columns `true` and `measured`, in %.
        needed: Index the shares of wrong labels in words; a column a pattern, the images, missing where none suffice.
        wrong: The share chosen, of the index of `needed`.
        pattern: The pattern chosen, a column of `needed`.
        ceiling: Where a perfect model is measured, in %.
        window: Lowest accuracy in the picture and the ticks, in %.
    """
    low, ticks = window
    high = 100 + (100 - low) * 0.06
    ax = axes(
        figure,
        (0.085, 0.135, 0.36, 0.765),
        Scale("● better   □ other   ▨ above a perfect one", -0.35, 1.75, [0, 1], ["in truth", "as measured"]),
        Scale("", low, high, ticks, [f"{tick:g} %" for tick in ticks]),
        "Accuracy of the two models",
    )
    ax.axhline(100, xmax=0.5, color=HAIR, lw=1)
    ax.fill_between([0.6, 1.75], ceiling, high, zorder=0, **SHADE)
    ax.plot([0.6, 1.75], [ceiling, ceiling], color=INK, lw=1.2)
    middle = (seen["measured"].sum()) / len(seen)
    # The other is larger and open, so that neither hides the other where they are alike.
    looks: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("o", BLUE, {"ms": 7, "lw": 1.4, "zorder": 5, "mfc": BLUE, "mec": PAPER}),
        ("s", ORANGE, {"ms": 13, "lw": 3, "zorder": 4, "mfc": PAPER, "mec": ORANGE, "mew": 2}),
    )
    for (_, row), (marker, colour, look) in zip(seen.iterrows(), looks, strict=True):
        ax.plot([0, 1], [row["true"], row["measured"]], marker=marker, color=colour, **look)
        upper = row["measured"] > middle or (row["measured"] == middle and marker == "o")
        note(
            ax,
            1.12,
            row["measured"],
            f"{row['measured']:.4g} %",
            colour,
            weight="bold",
            va="bottom" if upper else "top",
            bbox=veil(),
            zorder=5,
        )
    _needed(figure, needed, wrong, pattern)


def _needed(figure: "Figure", needed: "pd.DataFrame", wrong: str, pattern: str) -> None:
    ticks = [1e1, 1e2, 1e3, 1e4, 1e5]
    ax = axes(
        figure,
        (0.565, 0.135, 0.42, 0.765),
        Scale("Wrong labels in the test set", -0.4, len(needed) - 0.5, range(len(needed)), list(needed.index)),
        Scale("", 1.5, 3e6, ticks, [f"{tick:,.0f}" for tick in ticks], log=True),
        "Test images to show the lead clearly",
    )
    ax.axhspan(1.8e5, 3e6, zorder=0, **SHADE)
    ax.axhline(1.8e5, color=QUIET, lw=1)
    note(ax, -0.3, 1.3e6, "no number is enough", INK, bbox=veil(), zorder=5)
    place = needed.index.tolist().index(wrong)
    ax.axvline(place, color=HAIR, lw=1, zorder=0)
    looks = (("^", GREEN, "wrong labels at random"), ("v", INK, "where they hurt most"))
    for line, (column, (marker, colour, words)) in enumerate(zip(needed.columns, looks, strict=True)):
        own = column == pattern
        values = needed[column]
        ax.plot(range(len(needed)), values, color=colour, lw=2.2 if own else 1, zorder=2 + own)
        ax.plot(range(len(needed)), values, marker, ms=5, color=colour, zorder=2 + own)
        lost = [spot for spot, value in enumerate(values.isna()) if value]
        ax.plot(lost, [3.4e5] * len(lost), "x", ms=8, color=colour, mew=2.2 if own else 1.2)
        note(
            ax,
            len(needed) - 0.6,
            (2.4, 6)[line],
            f"{'▲' if marker == '^' else '▼'} {words}",
            colour,
            ha="right",
            weight="bold" if own else "normal",
        )
    chosen = needed[pattern].iloc[place]
    if chosen == chosen:  # noqa: PLR0124 - missing where no number of images is enough
        ax.plot(place, chosen, "o", ms=12, mfc="none", mec=INK, mew=1.8, zorder=6)
    else:
        ax.plot(place, 3.4e5, "o", ms=14, mfc="none", mec=INK, mew=1.8, zorder=6)


def cheap_prediction(
    figure: "Figure", decisions: "pd.DataFrame", price: float, title: str, prices: Mapping[float, str]
) -> None:
    """What a prediction is worth for each decision, against its price; and who acts on it, the rest left as it is.

    Args:
        figure: Where to draw.
        decisions: From `cheap.at_price`.
        price: Of a prediction.
        title: Above the left part.
        prices: Ticks with their texts.
    """
    rows = Scale("", len(decisions) - 0.4, -1, range(len(decisions)), [str(name) for name in decisions.index])
    label = "Worth of one prediction, and its price"
    left = axes(
        figure,
        (0.285, 0.135, 0.42, 0.765),
        Scale(label, 3e-4, 200, list(prices), list(prices.values()), True),
        rows,
        title,
    )
    left.axvspan(3e-4, price, zorder=0, **SHADE)
    left.axvline(price, color=INK, lw=1.4)
    high = price > 3  # noqa: PLR2004 - then there is room on the left only
    beside, side = (price / 1.2, "right") if high else (price * 1.2, "left")
    note(left, beside, -0.68, f"price {price:g}", INK, ha=side, weight="bold", bbox=veil())
    right = axes(
        figure,
        (0.755, 0.135, 0.2, 0.765),
        Scale("Share (blank: not done)", 0, 1, [0, 0.5, 1], ["0 %", "50 %", "100 %"]),
        Scale("", len(decisions) - 0.4, -1),
    )
    figure.text(0.755, 0.928, "■ machine", fontsize=NORMAL, color=BLUE)
    figure.text(0.88, 0.928, "▨ person", fontsize=NORMAL, color=ORANGE)
    bare(left, "left")
    bare(right, "left")
    for place, (_, row) in enumerate(decisions.iterrows()):
        _worth(left, place, row)
        if not row["worthwhile"]:
            note(right, 0, place, "no prediction", QUIET)
            continue
        if row["machine"] > 0:
            right.barh(place, row["machine"], 0.55, color=BLUE, edgecolor=BLUE, lw=1)
        if row["person"] > 0:
            right.barh(
                place, row["person"], 0.55, left=row["machine"], facecolor=PAPER, edgecolor=ORANGE, hatch="////", lw=1
            )


def _worth(ax: "Axes", place: int, row: "pd.Series") -> None:
    if row["break_even"] == 0:
        ax.plot(4.5e-4, place, "x", ms=8, color=QUIET, mew=2)
        note(ax, 7e-4, place, "never", QUIET, fontsize=SMALL, bbox=veil())
        return
    colour = GREEN if row["worthwhile"] else QUIET
    ax.plot(row["break_even"], place, "o", ms=9, mfc=colour if row["worthwhile"] else PAPER, mec=colour, mew=1.8)
