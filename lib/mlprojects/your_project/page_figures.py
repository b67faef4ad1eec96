"""Where everything stands in the pictures of the brief's page: numbers for an SVG, which the template writes.

Not matplotlib: labels may be Korean, Arabic or hostile. The browser has the fonts, and the template escapes them.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mlprojects.words import both

if TYPE_CHECKING:
    from mlprojects.record.brief import Brief

SIDE, MARGIN = 300.0, 34.0
"""Of the board's square, and the room to its left and below for axes."""
BAR, FIRST = 24.0, 14.0
"""Height of a row of the ladder, and where the first one is."""
START, LENGTH = 92.0, 250.0
"""Where bars may begin, and how long the longest is."""
RUNGS = {"constant": "Constant", "script": "Script", "simple": "Simple model", "people": "People"}


@dataclass(frozen=True, slots=True)
class Pin:
    """One point of the board: what is written, and where its mark and its range are."""

    number: int
    label: str
    own: bool
    x: int
    y: int
    range: int
    left: float
    top: float
    reach: float


@dataclass(frozen=True, slots=True)
class Rung:
    """One bar of the ladder."""

    label: str
    value: str
    top: float
    start: float
    length: float


@dataclass(frozen=True, slots=True)
class Ladder:
    """The expected numbers as bars, and the target as a line; `line` is None without a target."""

    rungs: tuple[Rung, ...]
    line: float | None
    target: str
    unit: str
    says: str
    height: float


def board(brief: "Brief", key: str, entry: Mapping[str, Any]) -> list[Pin]:
    """The points of a board as the learner left them, the own one last, so that it is drawn over the others.

    Args:
        brief: The learner's.
        key: The board's key in the brief.
        entry: The board's text in its wing: where its points stand at first. An own project that was not placed is
            left out.
    """
    moved = brief.places.get(key, {})
    pins = []
    for point in entry["points"]:
        own = bool(point.get("own", False))
        if own and point["name"] not in moved:
            continue
        now: dict[str, Any] = {**point, **moved.get(point["name"], {})}
        label = brief.name or str(now["label"]) if own else str(point["label"])
        pins.append((own, label, int(now["x"]), int(now["y"]), int(now["range"])))
    pins.sort(key=lambda pin: pin[0])
    return [_pin(number, *pin) for number, pin in enumerate(pins, start=1)]


def _pin(number: int, own: bool, label: str, x: int, y: int, range_: int) -> Pin:  # noqa: PLR0913, PLR0917 - a Pin's fields
    scale = SIDE / 100
    return Pin(number, label, own, x, y, range_, MARGIN + scale * x, scale * (100 - y), scale * range_)


def board_says(pins: Sequence[Pin]) -> str:
    """The board in a sentence, for those who do not see it; all numbers are in the table beside it."""
    own = next((pin for pin in pins if pin.own), None)
    if own is None:
        return f"The board with {len(pins)} projects; your own has no place yet."
    side = f"impact {own.y}, feasibility {own.x}, give or take {own.range}"
    return f"The board with {len(pins)} projects; your own, number {own.number}, has {side}."


def ladder(brief: "Brief") -> Ladder | None:
    """The numbers expected of the baselines beside the target; None if none is expected."""
    expected = {name: brief.number(f"baselines_{name}") for name in RUNGS}
    numbers = {name: number for name, number in expected.items() if number is not None}
    if not numbers:
        return None
    target = brief.number("metric_target")
    ends = [0.0, *numbers.values(), *([] if target is None else [target])]
    low, high = min(ends), max(ends)
    span = high - low

    def along(number: float) -> float:
        # Divided first: a span may be as small as a float can be, or too large for one.
        return START + LENGTH * ((number - low) / span) if 0 < span < math.inf else START

    rungs = tuple(
        Rung(
            RUNGS[name],
            f"{number:.6g}",
            FIRST + BAR * place,
            min(along(0), along(number)),
            max(abs(along(number) - along(0)), 1.0),
        )
        for place, (name, number) in enumerate(numbers.items())
    )
    unit = brief.text("metric_unit")
    told = both([f"{RUNGS[name].lower()} {number:.6g}" for name, number in numbers.items()])
    aim = "" if target is None else f"{target:.6g}"
    says = f"Expected of the baselines: {told}; {f'target {aim}' if aim else 'no target yet'}."
    return Ladder(rungs, None if target is None else along(target), aim, unit, says, FIRST + BAR * len(rungs) + 26)
