"""Where the lecture places the three archetypes by impact and feasibility, and how moves change the place.

The lecture draws a square without numbers (Full Stack Deep Learning, Spring 2021, lecture 5, archetypes part); `PLACES`
is our reading of that drawing, good to perhaps ten points. The drawing is itself a judgement, of archetypes as a whole;
a project may lie elsewhere. The moves are the lecture's, and so is that a data loop and a design that allows for errors
can raise both. How far each one moves is ours, chosen so that each move has its price: to reach the top right, Software
2.0 needs its one move and human in the loop both of its two; of an autonomous system's three a certain two will do, and
all three cost too much impact. That a move can cost impact at all, and that an early release gains some, is ours, too.
Left out: that an autonomous system whose every output waits for a person is, strictly, human in the loop; that a move
helps one product more than another, and that moves may help less when they are combined.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from mlprojects import checks

from .archetype_table import AUTONOMOUS, LOOP, NAMES, SOFTWARE

HIGHEST, MIDDLE = 100, 50
"""Impact and feasibility run from 0 to the highest; from the middle on they are high."""
ROUGH = 10
"""By how many points our reading of the drawing may be off."""


@dataclass(frozen=True)
class Place:
    """A place in the square, in points from 0 to 100."""

    feasibility: int
    impact: int

    def __post_init__(self) -> None:
        """Refuse a place outside the square.

        Raises:
            TypeError: If a coordinate is no number.
            ValueError: If it is not whole, or not from 0 to 100.
        """
        checks.whole("feasibility", self.feasibility, 0, HIGHEST)
        checks.whole("impact", self.impact, 0, HIGHEST)

    @property
    def high(self) -> bool:
        """Whether it lies in the top right quarter: more feasible and of more impact than the middle."""
        return self.feasibility > MIDDLE and self.impact > MIDDLE


@dataclass(frozen=True)
class Move:
    """One thing that a project can do.

    Attributes:
        name: A few words.
        archetype: For which the lecture advises it.
        feasibility: By how many points feasibility changes; ours.
        impact: By how many points impact changes; ours.
        gains: What it changes, in words.
        costs: What it costs, in words.
    """

    name: str
    archetype: str
    feasibility: int
    impact: int
    gains: str
    costs: str


PLACES = {SOFTWARE: Place(63, 29), LOOP: Place(38, 45), AUTONOMOUS: Place(15, 64)}

DATA_LOOP, DESIGN, EARLY, PEOPLE, GUARDRAILS, SCOPE = (
    "build a data loop",
    "design the product for errors",
    "release a good-enough version early",
    "put people in the loop",
    "add guardrails",
    "limit the scope",
)
MOVES = (
    Move(
        DATA_LOOP,
        SOFTWARE,
        10,
        26,
        "use leaves labels, labels make a better model, here and for the next task",
        "asking users, storing what they do, making labels of it",
    ),
    Move(
        DESIGN,
        LOOP,
        11,
        10,
        "several suggestions, or a reason beside each, make a less accurate model useful",
        "designers' work, and users' attention",
    ),
    Move(
        EARLY,
        LOOP,
        11,
        4,
        "real use brings data and shows what is good enough",
        "early users let down, and people to look after it",
    ),
    Move(
        PEOPLE,
        AUTONOMOUS,
        18,
        -4,
        "a person catches failures; a take-over can become a label",
        "paid people who stay awake",
    ),
    Move(
        GUARDRAILS,
        AUTONOMOUS,
        10,
        -3,
        "a safety driver or simple rules stop the worst actions",
        "some right actions stopped, too",
    ),
    Move(
        SCOPE,
        AUTONOMOUS,
        20,
        -8,
        "fewer situations to master, a smaller claim to prove",
        "fewer people are served",
    ),
)
"""Gains and costs are in our words; that a take-over can become a label is our addition."""


def moves_of(archetype: str) -> tuple[Move, ...]:
    """The moves that the lecture advises for an archetype.

    Raises:
        ValueError: If there is no such archetype.
    """
    checks.one_of("archetype", archetype, NAMES)
    return tuple(move for move in MOVES if move.archetype == archetype)


def after(archetype: str, taken: Iterable[str] = ()) -> Place:
    """The place of an archetype after some of its moves: they add up, and never leave the square.

    Args:
        archetype: One of the three.
        taken: Names of moves, in any order.

    Raises:
        ValueError: If there is no such archetype, or it has no such move.
    """
    own = {move.name: move for move in moves_of(archetype)}
    chosen = [own[checks.one_of("move", name, own)] for name in sorted(set(taken))]
    start = PLACES[archetype]
    return Place(
        _within(start.feasibility + sum(move.feasibility for move in chosen)),
        _within(start.impact + sum(move.impact for move in chosen)),
    )


def way(archetype: str, taken: Iterable[str] = ()) -> pd.DataFrame:
    """The way from where the lecture places an archetype, move by move in the order of `MOVES`.

    Returns:
        Index `stage`: "at first", then the moves taken; columns `feasibility` and `impact` after each, in points.

    Raises:
        ValueError: As in `after`.
    """
    wanted = set(taken)
    after(archetype, wanted)
    names = [move.name for move in moves_of(archetype) if move.name in wanted]
    places = [after(archetype, names[:number]) for number in range(len(names) + 1)]
    return pd.DataFrame(
        {"feasibility": [place.feasibility for place in places], "impact": [place.impact for place in places]},
        index=pd.Index(["at first", *names], name="stage"),
    )


def starts() -> pd.DataFrame:
    """Where the lecture places the archetypes: index `archetype`; columns `feasibility` and `impact`, in points."""
    return pd.DataFrame(
        [(place.feasibility, place.impact) for place in PLACES.values()],
        columns=["feasibility", "impact"],
        index=pd.Index(list(PLACES), name="archetype"),
    )


def started_high() -> tuple[str, ...]:
    """The archetypes that the lecture places in the top right quarter, before any move."""
    return tuple(name for name, place in PLACES.items() if place.high)


def _within(points: int) -> int:
    return min(max(points, 0), HIGHEST)
