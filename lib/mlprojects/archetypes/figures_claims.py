"""Draws claims of a failure rate, miles to drive, and release against proof."""

from typing import TYPE_CHECKING, Any

from mlprojects.figure_style import (
    BLUE,
    HAIR,
    INK,
    ORANGE,
    PAPER,
    QUIET,
    SHADE,
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

WIDE = 12
"""Bars from which on every fifth is named, and not every second."""
RATES = ([0.0001, 0.001, 0.01, 0.1, 0.5], ["0.01 %", "0.1 %", "1 %", "10 %", "50 %"])
TIMES = ([1 / 8760, 1 / 365, 1 / 12, 1, 10, 100, 1000], ["1 h", "1 day", "1 month", "1 year", "10", "100", "1,000"])
TOP = 240
"""Of the picture of deaths, in percent of those with people only."""


def failure_rate(  # noqa: PLR0913 - frames and numbers of the state that is drawn
    figure: "Figure",
    bounds: "pd.DataFrame",
    *,
    failures: int,
    trials: int,
    bound: str,
    chances: "pd.Series[float]",
    tail: str,
) -> None:
    """The bound by trials, a line a number of failures; and what a system at the bound would do.

    Args:
        figure: Where to draw.
        bounds: Index trials, a column a number of failures.
        failures: Seen.
        trials: Of them.
        bound: The claim in words, rounded up.
        chances: Index failures; their chance at a true rate as large as the bound.
        tail: What the marked bars sum to, in words.
    """
    ax = axes(
        figure,
        (0.09, 0.135, 0.47, 0.765),
        Scale("Trials", 24, 68000, [100, 1000, 10000], ["100", "1,000", "10,000"], log=True),
        Scale("", 6e-5, 0.6, *RATES, log=True),
        "Failure rate you may claim, at most",
    )
    for seen in bounds.columns.tolist():
        own = str(seen) == str(failures)
        colour = BLUE if own else QUIET
        ax.plot(bounds.index, bounds[seen], color=colour, lw=2.4 if own else 0.9, zorder=3 if own else 2)
    for seen in (bounds.columns.tolist()[0], bounds.columns.tolist()[-1]):
        note(ax, 34000, bounds[seen].iloc[-1], str(seen), BLUE if str(seen) == str(failures) else QUIET)
    corner(ax, 0.99, 0.95, "a line for each number of failures", QUIET, ha="right")
    chosen = bounds[failures].to_dict()[trials]
    ax.plot([trials, trials, 24], [6e-5, chosen, chosen], color=ORANGE, lw=1.2, ls=(0, (5, 2)), zorder=2)
    ax.plot(trials, chosen, "D", ms=9, color=ORANGE, mec=PAPER, zorder=5)
    right = trials < 3000  # noqa: PLR2004 - from there on, there is more room on the left
    note(
        ax,
        trials * 1.35 if right else trials / 1.35,
        chosen * 1.5,
        bound,
        ORANGE,
        ha="left" if right else "right",
        weight="bold",
        bbox=veil(),
        zorder=6,
    )
    high = 1.25 * float(chances.max())
    beside = axes(
        figure,
        (0.66, 0.135, 0.325, 0.765),
        Scale(
            f"Failures in {trials:,} trials",
            -0.7,
            len(chances) - 0.3,
            range(0, len(chances), 2 if len(chances) <= WIDE else 5),
        ),
        Scale("", 0, high),
        f"If the rate were {bound}",
    )
    bare(beside, "left")
    for number, chance in chances.items():
        few = int(str(number)) <= failures
        look: dict[str, Any] = {"facecolor": ORANGE} if few else {"facecolor": PAPER, "hatch": "///"}
        beside.bar(int(str(number)), chance, 0.75, edgecolor=ORANGE if few else QUIET, lw=1, **look)
    corner(
        beside,
        1,
        0.955,
        f"■ {failures or 'none'}{' or fewer' if failures else ''}: {tail}",
        ORANGE,
        ha="right",
        weight="bold",
        bbox=veil(),
    )


def miles_to_drive(  # noqa: PLR0913 - frames and numbers of the state that is drawn
    figure: "Figure", times: "pd.DataFrame", *, told: "pd.Series[str]", event: str, shows: bool, title: str
) -> None:
    """How long a fleet drives for each event, on a logarithmic scale of time.

    Args:
        figure: Where to draw.
        times: Index events; columns True (to show that it is no worse) and False (to measure): years.
        told: Times of the chosen goal in words, by event.
        event: The chosen event.
        shows: The chosen goal, a column of `times`.
        title: Above the picture.
    """
    ax = axes(
        figure,
        (0.185, 0.135, 0.79, 0.765),
        Scale("Time (logarithmic; 10 to 1,000 are years)", 1e-4, 3000, *TIMES, log=True),
        Scale("", len(times) - 0.4, -0.85, range(len(times)), ["deaths", "reported\ninjuries", "reported\ncrashes"]),
        title,
    )
    bare(ax, "left")
    for tick in TIMES[0]:
        ax.axvline(tick, color=HAIR, lw=0.8, zorder=0)
    for place, name in enumerate(times.index):
        own = name == event
        colour = BLUE if own else QUIET
        for goal, marker, off in ((True, "o", -0.12), (False, "s", 0.22)):
            years = times[goal].to_dict()[name]
            mine = own and goal == shows
            ax.plot([1e-4, years], [place + off] * 2, color=colour, lw=2.4 if mine else 1, zorder=2)
            ax.plot(
                years,
                place + off,
                marker,
                ms=10 if mine else 7,
                mfc=ORANGE if mine else PAPER,
                mec=ORANGE if mine else colour,
                mew=1.6,
                zorder=3,
            )
            if goal == shows:
                far = years > 5  # noqa: PLR2004 - then there is no room on the right
                note(
                    ax,
                    years / 1.7 if far else years * 1.7,
                    place + off - 0.17,
                    told.to_dict()[name],
                    ORANGE if own else INK,
                    ha="right" if far else "left",
                    weight="bold" if own else "normal",
                    bbox=veil(),
                    zorder=4,
                )
    note(ax, 1.3e-4, -0.66, "● to show that the rate is not above people's   ■ to measure it", QUIET, bbox=veil())


def release_now(figure: "Figure", by_year: "pd.DataFrame", totals: "pd.DataFrame") -> None:
    """Deaths of two plans by year, and their totals.

    Args:
        figure: Where to draw.
        by_year: Index year; `now` and `proof`, 100 with people only.
        totals: Two rows (now, proof), a column a span of years: percent.
    """
    ticks = [0, 50, 100, 150, 200]
    ax = axes(
        figure,
        (0.085, 0.135, 0.5, 0.765),
        Scale("Year", 0, 31, [1, 10, 20, 30]),
        Scale("", 0, TOP, ticks, [f"{tick} %" for tick in ticks]),
        "Deaths a year (people only: 100 %)",
    )
    ax.axhspan(100, TOP, zorder=0, **SHADE)
    ax.axhline(100, color=INK, lw=1.2)
    note(ax, 30.5, TOP - 12, "more than with people only", INK, ha="right", bbox=veil())
    for column, colour, style, marker in (("now", ORANGE, "-", "o"), ("proof", BLUE, (0, (5, 2)), "s")):
        ax.plot(by_year.index, by_year[column], color=colour, lw=2.2, ls=style, zorder=3)
        ax.plot(by_year.index[::5], by_year[column].iloc[::5], marker, ms=7, color=colour, mec=PAPER, zorder=4)
    right = axes(
        figure,
        (0.69, 0.135, 0.295, 0.765),
        Scale("", -0.6, 1.6, [0, 1], [str(name).removesuffix(" (%)") for name in totals.columns]),
        Scale("", 0, TOP),
        "Percent, in total",
    )
    bare(right, "left")
    corner(right, 0, 0.955, "● release now: full bars", ORANGE, weight="bold")
    corner(right, 0, 0.875, "■ proof first: hatched", BLUE, weight="bold")
    right.axhline(100, color=INK, lw=1.2, zorder=0)
    for place, column in enumerate(totals.columns):
        for row, (off, colour, hatch) in enumerate(((-0.2, ORANGE, ""), (0.2, BLUE, "////"))):
            value = float(totals[column].iloc[row])
            look: dict[str, Any] = {"facecolor": PAPER, "hatch": hatch} if hatch else {"facecolor": colour}
            right.bar(place + off, value, 0.34, edgecolor=colour, lw=1.2, **look)
            note(right, place + off, value + 9, f"{value:.0f}", colour, ha="center", weight="bold", bbox=veil())
