"""A project as numbers: how long a phase takes, how often one goes back, and when the field is first asked.

This is a toy of ours on the lecture's diagram (Full Stack Deep Learning, Spring 2021, lecture 5): the four phases and
the six ways back are the lecture's, every number is invented. It leaves out much of what makes a real project: people,
deadlines, money, work in parallel, and learning, for its chances and durations are the same in every round. It is also
kind to early pilots: what a pilot costs is never lost, so in this toy an early pilot cannot take longer on average.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from mlprojects import checks

Arrow = tuple[int, int]
"""From a phase back to an earlier one."""
PHASES = (1, 2, 3, 4)
ARROWS: tuple[Arrow, ...] = ((2, 1), (3, 2), (3, 1), (4, 3), (4, 2), (4, 1))
FIELD = 4
"""The phase that meets the field."""
PILOTS = ("late", "early")
WEEKS = (2.0, 5.0, 6.0, 3.0)
"""Mean weeks of a visit to each phase; invented."""
BEFORE: Mapping[Arrow, float] = MappingProxyType({(2, 1): 0.1, (3, 2): 0.2, (3, 1): 0.1})
"""Chances of a step back before the field; invented."""
SPLIT: Mapping[Arrow, float] = MappingProxyType({(4, 3): 0.5, (4, 2): 0.3, (4, 1): 0.2})
"""Of all trouble in the field, the share that leads to each phase; invented."""


def early_loops(times: float) -> dict[Arrow, float]:
    """The three loops before the field, each so many times as likely as `BEFORE` says.

    Raises:
        TypeError: If it is no number.
        ValueError: If it is negative.
    """
    factor = checks.number("How many times as likely", times, 0)
    return {arrow: factor * chance for arrow, chance in BEFORE.items()}


def field_loops(trouble: float) -> dict[Arrow, float]:
    """The three loops of phase 4, if a version has trouble in the field with this chance (split as `SPLIT` says).

    Raises:
        TypeError: If it is no number.
        ValueError: If it is not from 0 to 1.
    """
    chance = checks.number("The chance of trouble in the field", trouble, 0, 1)
    return {arrow: chance * share for arrow, share in SPLIT.items()}


@dataclass(frozen=True)
class Project:
    """A project of four phases; it starts in phase 1 and ends when it ships or is abandoned.

    Every visit to a phase draws a duration from a gamma distribution. At the end of phase k the project goes back to
    phase j with the chance `loops[k, j]`, and on otherwise; from phase 4 it ships.

    With a **late** pilot, trouble in the field shows at the end of phase 4. With an **early** one, each new version
    that arrives in phase 3 first spends the share `share` of its weeks in phases 3 and 4 on a rough form and its pilot.
    Of the versions that will have trouble in the field, this reveals the share `reveals` at once; the rest goes
    unnoticed until phase 4, as before. What a pilot has cost is not spent again: phases 3 and 4 are shorter by it.

    Attributes:
        weeks: Mean weeks of a visit to phases 1 to 4.
        loops: Chance of each step back; arrows not named have none.
        variation: Coefficient of variation of a duration (standard deviation over mean); 0 makes all alike.
        abandon: Chance that a step back ends the project instead.
        pilot: "late" or "early".
        share: Of a version's weeks in phases 3 and 4, the share that an early pilot takes.
        reveals: Of the trouble in the field, the share that an early pilot reveals.

    Raises:
        TypeError: If a number is none.
        ValueError: If a number is outside its range, an arrow is unknown, or the steps back from a phase leave no
            chance to go on.
    """

    weeks: tuple[float, ...] = WEEKS
    loops: Mapping[Arrow, float] = field(default_factory=lambda: {**BEFORE, **field_loops(0.4)})
    variation: float = 0.5
    abandon: float = 0.0
    pilot: str = "late"
    share: float = 0.25
    reveals: float = 0.7

    def __post_init__(self) -> None:
        """Check every field, and keep copies that nobody else can change."""
        if len(self.weeks) != len(PHASES):
            raise ValueError(f"A project has {len(PHASES)} phases; got weeks for {len(self.weeks)}.")
        weeks = tuple(checks.number(f"The weeks of phase {k}", w, 0) for k, w in zip(PHASES, self.weeks, strict=True))
        object.__setattr__(self, "weeks", weeks)
        object.__setattr__(self, "loops", MappingProxyType(_checked(self.loops)))
        checks.number("The variation of durations", self.variation, 0)
        checks.number("The chance to abandon", self.abandon, 0, 1)
        checks.one_of("The pilot", self.pilot, PILOTS)
        checks.number("The share of an early pilot", self.share, 0, 1)
        checks.number("The share of trouble that an early pilot reveals", self.reveals, 0, 1)

    def back(self, phase: int) -> float:
        """The chance of any step back at the end of `phase`."""
        return sum(self.loops[arrow] for arrow in ARROWS if arrow[0] == phase)

    def piloted(self, pilot: str) -> "Project":
        """The same project with its pilot "late" or "early"."""
        return replace(self, pilot=pilot)


def _checked(loops: Mapping[Arrow, float]) -> dict[Arrow, float]:
    unknown = next((arrow for arrow in loops if arrow not in ARROWS), None)
    if unknown is not None:
        raise ValueError(f"There is no arrow {unknown!r}; there are {', '.join(map(str, ARROWS))}.")
    chances = {
        arrow: checks.number(f"The chance of going back from {arrow[0]} to {arrow[1]}", loops.get(arrow, 0.0), 0, 1)
        for arrow in ARROWS
    }
    for phase in PHASES[1:]:
        total = sum(chance for arrow, chance in chances.items() if arrow[0] == phase)
        if total >= 1:
            raise ValueError(f"The steps back from phase {phase} add up to {total:g}; it must be less than 1.")
    return chances
