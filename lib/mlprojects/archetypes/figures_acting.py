"""Draws who acts on the output, the archetypes' places and moves, the robot's answers, and the design check."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from textwrap import fill
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
    SMALL,
    TINT,
    TITLE,
    Scale,
    axes,
    note,
    veil,
)
from mlprojects.words import capital

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH, HEIGHT = 7.2, 4.05
"""A page in inches, on which chains and lists are laid out."""
ARROW = 0.22
LINE, LEADING = 0.178, 1.2
"""Height of a line of a list in inches, and the same as matplotlib's line spacing."""
LIST, LETTERS = 4.42, {"bold": 30, "normal": 34}
"""Where the list of moves begins, in inches, and how many letters go into one of its lines."""
MARKS = ("o", "s", "^")
"""A mark for each archetype, in the order of their places."""
VERDICTS: tuple[dict[str, Any], ...] = (
    {"marker": "o", "mfc": GREEN, "mec": GREEN},
    {"marker": "X", "mfc": PAPER, "mec": ORANGE},
    {"marker": "_", "mfc": QUIET, "mec": QUIET},
)
"""Of the design check: met, not yet, not asked for."""


def _page(figure: "Figure") -> "Axes":
    page = figure.add_axes((0, 0, 1, 1))
    page.set(xlim=(0, WIDTH), ylim=(0, HEIGHT))
    page.axis("off")
    return page


def _box(page: "Axes", left: float, bottom: float, size: tuple[float, float], **look: Any) -> None:  # noqa: ANN401 - matplotlib's
    from matplotlib.patches import FancyBboxPatch  # noqa: PLC0415 - `import mlprojects` stays light

    style: dict[str, Any] = {"facecolor": PAPER, "edgecolor": QUIET, "linewidth": 1.1} | look
    page.add_patch(FancyBboxPatch((left, bottom), *size, boxstyle="round,pad=0,rounding_size=0.06", **style))


def _chain(page: "Axes", stations: Sequence[str], person: str, left: float, middle: float, width: float) -> None:  # noqa: PLR0913, PLR0917 - what is drawn, and where
    """Boxes from left to right with arrows between them; the person's is tinted and has a heavy outline."""
    wide = (width - ARROW * (len(stations) - 1)) / len(stations)
    tall = 0.5
    for place, station in enumerate(stations):
        start = left + place * (wide + ARROW)
        look = {"facecolor": TINT, "edgecolor": BLUE, "linewidth": 2.2} if station == person else {}
        _box(page, start, middle - tall / 2, (wide, tall), **look)
        weight = "bold" if station == person else "normal"
        note(page, start + wide / 2, middle, _in_box(station), ha="center", weight=weight, linespacing=1.15)
        if place:
            head = {"arrowstyle": "-|>", "color": INK, "lw": 1.6, "shrinkA": 0, "shrinkB": 0}
            page.annotate("", (start - 0.01, middle), (start - ARROW + 0.01, middle), arrowprops=head)


def _in_box(station: str) -> str:
    """A station's text in lines that fit a narrow box."""
    return station if "\n" in station else fill(station, 12)


def three_archetypes(
    figure: "Figure", *, table: "pd.DataFrame", chains: Mapping[str, Sequence[str]], person: str, side: str
) -> None:
    """Chains from input to effect, one below the other, each with a text beside or beneath it.

    Args:
        figure: Where to draw.
        table: A row for each archetype shown; columns `definition` and `told`, the text.
        chains: Stations by archetype.
        person: The station at which a person looks.
        side: What the texts are, as a heading.
    """
    page = _page(figure)
    if len(table) == 1:
        _one(page, table.iloc[0], chains[str(table.index[0])], person, side)
        return
    note(page, 4.6, 3.88, side, BLUE, weight="bold")
    for place, (name, row) in enumerate(table.iterrows()):
        top = 3.88 - 1.3 * place
        note(page, 0.12, top, str(name), fontsize=NORMAL, weight="bold")
        _chain(page, chains[str(name)], person, 0.12, top - 0.5, 4.3)
        note(page, 4.6, top - 0.2, fill(capital(row["told"]), 34), va="top", linespacing=1.3)
        if place:
            page.plot([0.12, WIDTH - 0.12], [top + 0.25] * 2, color=HAIR, lw=1)


def _one(page: "Axes", row: "pd.Series", stations: Sequence[str], person: str, side: str) -> None:
    note(page, 0.2, 3.8, str(row.name), fontsize=TITLE, weight="bold")
    note(page, 0.2, 3.5, capital(row["definition"]))
    _chain(page, stations, person, 0.2, 2.75, WIDTH - 0.4)
    note(page, 0.2, 2.05, side, BLUE, weight="bold", fontsize=NORMAL)
    parts = row["told"].replace("? ", "?;").split(";")
    for place, part in enumerate(parts):
        page.plot(0.3, 1.7 - 0.36 * place, "o", ms=4, color=QUIET)
        note(page, 0.45, 1.7 - 0.36 * place, capital(part.strip()), fontsize=NORMAL)


def move_it(  # noqa: PLR0913 - one argument a thing that is drawn
    figure: "Figure",
    *,
    starts: "pd.DataFrame",
    way: "pd.DataFrame",
    told: Mapping[str, tuple[str, str]],
    chosen: str,
    middle: float,
) -> None:
    """The square of impact and feasibility: all three archetypes, and the way of the chosen one.

    Args:
        figure: Where to draw.
        starts: A row an archetype; columns `feasibility` and `impact`, in points.
        way: From `placing.way`.
        told: What each move changes, and what it costs.
        chosen: The archetype that moves.
        middle: From here on impact and feasibility are high.
    """
    ends = (-3, 103)
    ax = axes(
        figure,
        (0.105, 0.12, 0.48, 0.82),
        Scale("Feasibility", *ends, [8, 92], ["costly", "cheap"]),
        Scale("Impact", *ends, [5, 95], ["small", "large"]),
    )
    ax.fill([middle, 100, 100, middle], [middle, middle, 100, 100], color=TINT, lw=0, zorder=0)
    ax.axhline(middle, color=HAIR, lw=1, zorder=0)
    ax.axvline(middle, color=HAIR, lw=1, zorder=0)
    note(ax, 98, 95, "high priority", INK, ha="right")
    for (name, row), marker in zip(starts.iterrows(), MARKS, strict=True):
        own = name == chosen
        x, y = row["feasibility"], row["impact"]
        ax.plot(x, y, marker, ms=9, mfc=PAPER, mec=INK if own else QUIET, mew=2 if own else 1.2, zorder=4)
        _name(ax, str(name), x, y, own=own)
        if own and len(way) > 1:
            _arrows(ax, way, marker)
    _list(figure, way, told)


def _name(ax: "Axes", name: str, x: float, y: float, *, own: bool) -> None:
    below = name != "Autonomous"
    height = y - 7 if below else y + 10
    weight = "bold" if own else "normal"
    note(ax, max(x, 17), height, name, INK if own else QUIET, ha="center", weight=weight, bbox=veil(), zorder=5)


def _arrows(ax: "Axes", way: "pd.DataFrame", marker: str) -> None:
    places = list(zip(way["feasibility"], way["impact"], strict=True))
    for start, end in pairwise(places):
        head = {"arrowstyle": "-|>", "color": BLUE, "lw": 2, "shrinkA": 3, "shrinkB": 4}
        ax.annotate("", end, start, arrowprops=head, zorder=5)
    ax.plot(*places[-1], marker, ms=10, color=BLUE, zorder=6)
    for number, (x, y) in enumerate(places[1:], 1):
        note(ax, x, y + 5.5, str(number), BLUE, ha="center", weight="bold", bbox=veil(), zorder=5)


def _list(figure: "Figure", way: "pd.DataFrame", told: Mapping[str, tuple[str, str]]) -> None:
    """All moves of the archetype: those made with their number, the others behind an empty ring."""
    page = _page(figure)
    note(page, LIST, 3.76, "Its moves", weight="bold", fontsize=NORMAL)
    made = [str(name) for name in way.index[1:]]
    height = 3.55
    for name, (gains, costs) in told.items():
        mark, colour = (str(made.index(name) + 1), BLUE) if name in made else ("\N{WHITE CIRCLE}", QUIET)
        note(page, LIST, height, mark, colour, weight="bold", va="top")
        for words, weight in ((capital(name), "bold"), (capital(gains), "normal"), (f"Costs: {costs}", "normal")):
            text, ink = fill(words, LETTERS[weight], break_on_hyphens=False), INK if name in made else QUIET
            note(page, LIST + 0.2, height, text, ink, va="top", weight=weight, linespacing=LEADING)
            height -= LINE * (text.count("\n") + 1)
        height -= 0.1
    note(page, LIST, 0.34, fill("Places: our reading of the lecture's drawing. Lengths of arrows: ours.", 38), QUIET)


def robot_answers(figure: "Figure", *, name: str, design: str, asked: "pd.DataFrame", taken: bool) -> None:
    """The robot as one of the archetypes: its design, each key question, and the answer.

    Args:
        figure: Where to draw.
        name: The archetype.
        design: What the robot is then.
        asked: From `key_questions.asked_of`.
        taken: Whether what it would take stands below each answer.
    """
    page = _page(figure)
    note(page, 0.2, 3.83, name, fontsize=TITLE, weight="bold")
    note(page, 0.2, 3.63, fill(capital(design), 92), va="top", linespacing=1.3)
    for place, (question, row) in enumerate(asked.iterrows()):
        top = 3.12 - 1.0 * place
        _box(page, 0.2, top - 0.86, (WIDTH - 0.4, 0.9), edgecolor=HAIR)
        note(page, 0.34, top - 0.13, str(question), BLUE, weight="bold", fontsize=NORMAL)
        if row["open"]:
            note(page, WIDTH - 0.34, top - 0.13, "still open", ORANGE, ha="right", weight="bold")
        note(page, 0.34, top - 0.4, row["answer"])
        if taken:
            note(page, 0.34, top - 0.66, f"It would take {row['takes']}", ORANGE)


def design_check(  # noqa: PLR0913 - one argument a thing that is drawn
    figure: "Figure",
    *,
    verdicts: "pd.DataFrame",
    product: str,
    chosen: str,
    asks: str,
    asked_by: Sequence[str],
    found: tuple[str, str],
    remedy: str,
    marks: "Mapping[str, dict[str, Any]]",
) -> None:
    """The list with both products' verdicts, and beside it the question that is looked at.

    Args:
        figure: Where to draw.
        verdicts: Index the questions; a column a product, its verdicts.
        product: The product that is looked at.
        chosen: The question that is looked at.
        asks: In full.
        asked_by: Guides with the place in them.
        found: The verdict on the product, and why.
        remedy: What would meet it; empty if that is not wanted.
        marks: The look of each verdict.
    """
    page = _page(figure)
    columns = (0.6, 1.5)
    for x, column in zip(columns, verdicts.columns, strict=True):
        text = str(column).replace(" ", "\n")
        note(page, x, 3.8, text, ha="center", weight="bold" if column == product else "normal")
    for place, (name, row) in enumerate(verdicts.iterrows()):
        height = 3.38 - 0.285 * place
        own = name == chosen
        if own:
            _box(page, 0.1, height - 0.13, (3.5, 0.26), facecolor=TINT, linewidth=0)
        for x, column in zip(columns, verdicts.columns, strict=True):
            page.plot(x, height, ms=9, mew=1.6, **marks[row[column]])
        note(page, 2.05, height, str(name), weight="bold" if own else "normal")
    right = 3.85
    note(page, right, 3.8, fill(asks, 36), weight="bold", fontsize=NORMAL, va="center", linespacing=1.3)
    verdict, why = found
    note(page, right, 3.28, f"{product}: {verdict}", marks[verdict]["mec"], weight="bold", fontsize=NORMAL)
    note(page, right, 3.1, fill(why, 46), va="top", linespacing=1.35)
    if remedy:
        note(page, right, 2.3, "What would meet it", BLUE, weight="bold")
        note(page, right, 2.14, fill(remedy, 46), va="top", linespacing=1.35)
    note(page, right, 1.5, "Asked by", BLUE, weight="bold")
    note(page, right, 1.34, "\n".join(asked_by), va="top", linespacing=1.4)
    note(page, right, 0.24, "● met   ✕ not yet   \N{EN DASH} not asked for   (all ours)", QUIET, fontsize=SMALL)
