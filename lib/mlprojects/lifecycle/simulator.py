"""The simulator: many projects at once, each with a late and with an early pilot on the same draws.

A version of the product is what arrives in phase 3 and, if all goes well, is shipped. Every version has its trouble in
the field, or none, whoever finds it and when. So the projects are simulated version by version, both pilots side by
side: the same weeks, the same steps back, the same trouble; what differs is when the trouble is found, and what was
spent until then.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects import checks

from .project import FIELD, PHASES, PILOTS, Project

Numbers = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]
Phases = npt.NDArray[np.int8]
Places = npt.NDArray[np.intp]
CHUNK = 32_768
"""Projects simulated at once: they fit into a processor's cache, and memory does not grow with the count."""
MOST = 10_000_000
TRAINING = 3
COLUMNS = ("phase 1", "phase 2", "phase 3", "phase 4", "pilots")
PILOTED = COLUMNS.index("pilots")


def simulate(project: Project, count: int, seed: int) -> pd.DataFrame:
    """Simulate `count` projects; see `compare`, of which this is the part with the project's own pilot.

    Raises:
        TypeError: As in `compare`.
        ValueError: As in `compare`.
    """
    return compare(project, count, seed)[project.pilot]


def compare(project: Project, count: int, seed: int) -> dict[str, pd.DataFrame]:
    """Simulate `count` projects twice on the same draws: with a late and with an early pilot.

    Args:
        project: Its own `pilot` does not matter here.
        count: Number of projects, 1 to 10,000,000.
        seed: A whole number of at least 0; the same seed gives the same projects.

    Returns:
        "late" and "early" to a frame with one row a project: `weeks` until its end, `shipped` (else it was abandoned),
        visits to `phase 1` to `phase 4`, and early `pilots`.

    Raises:
        TypeError: If count or seed is no number.
        ValueError: If count or seed is not whole or outside its range.
    """
    many = _whole("The number of projects", count, 1, MOST)
    children = np.random.SeedSequence(_whole("The seed", seed, 0, 2**63)).spawn(-(-many // CHUNK))
    sizes = [min(CHUNK, many - start) for start in range(0, many, CHUNK)]
    parts = [_chunk(project, size, np.random.default_rng(child)) for size, child in zip(sizes, children, strict=True)]
    return {pilot: _frame([part[place] for part in parts]) for place, pilot in enumerate(PILOTS)}


@dataclass
class _Log:
    """What has happened so far to each project of a chunk, with one kind of pilot."""

    weeks: Numbers
    shipped: Flags
    visits: Counts

    @classmethod
    def empty(cls, count: int) -> "_Log":
        """A log of projects that have not begun."""
        return cls(np.zeros(count), np.zeros(count, dtype=bool), np.zeros((count, len(COLUMNS)), dtype=np.int32))

    def add(self, at: Places, weeks: Numbers, visits: Counts) -> None:
        """Add one walk's weeks and visits to the projects `at`."""
        self.weeks[at] += weeks
        self.visits[at] += visits


@dataclass
class _Walk:
    """One walk of some projects: weeks and visits, the first visit's weeks, and who has not been abandoned."""

    weeks: Numbers
    visits: Counts
    first: Numbers
    alive: Flags


class _Dice:
    """Draws durations and steps for projects in given phases."""

    def __init__(self, project: Project, rng: np.random.Generator) -> None:
        self.rng, self.abandon, self.reveals, self.share = rng, project.abandon, project.reveals, project.share
        self.shape = 1 / project.variation**2 if project.variation else None
        self.means = np.array([0.0, *project.weeks])
        to_1 = [0.0, *(project.loops.get((k, 1), 0.0) for k in PHASES)]
        to_2 = [0.0, *(project.loops.get((k, 2), 0.0) for k in PHASES)]
        self.to_1, self.below_3 = np.array(to_1), np.array(to_1) + np.array(to_2)
        self.back = project.back(FIELD)

    def weeks(self, phases: Phases) -> Numbers:
        """One duration a project."""
        means = self.means[phases]
        if self.shape is None:
            return means
        drawn: Numbers = means * (self.rng.standard_gamma(self.shape, len(phases)) / self.shape)
        return drawn

    def targets(self, phases: Phases) -> Phases:
        """The phase that each goes to at the end of its own, which is 1, 2 or 3: an earlier one, or the next."""
        draws = self.rng.random(len(phases))
        back = np.where(draws < self.to_1[phases], 1, 2)
        return np.where(draws < self.below_3[phases], back, phases + 1).astype(np.int8)

    def trouble(self, size: int) -> Phases:
        """The phase to which each version's trouble in the field leads; 0 if it has none."""
        draws = self.rng.random(size)
        phases = np.where(draws < self.to_1[FIELD], 1, np.where(draws < self.below_3[FIELD], 2, 3))
        return np.where(draws < self.back, phases, 0).astype(np.int8)

    def ends(self, size: int) -> Flags:
        """Whether a step back ends the project."""
        return self.rng.random(size) < self.abandon if self.abandon else np.zeros(size, dtype=bool)


def _chunk(project: Project, count: int, rng: np.random.Generator) -> tuple[_Log, ...]:
    """All versions of `count` projects; the logs with a late and with an early pilot."""
    dice = _Dice(project, rng)
    logs = tuple(_Log.empty(count) for _ in PILOTS)
    at, starts = np.arange(count), np.ones(count, dtype=np.int8)
    going = np.ones((len(PILOTS), count), dtype=bool)
    while at.size:
        at, starts, going = _version(dice, logs, at, starts, going)
    return logs


def _version(
    dice: _Dice, logs: tuple[_Log, ...], at: Places, starts: Phases, going: Flags
) -> tuple[Places, Phases, Flags]:
    """One version of the projects `at`: until it ships, has trouble in the field, or a step back ends the project.

    Args:
        dice: Draws.
        logs: Late and early; what happens is added to them.
        at: Places of the projects in the logs.
        starts: The phase in which each begins its version.
        going: Shape (2, projects): whether it still goes on with a late and with an early pilot. Abandonment can end it
            with one of them only; then the draws go on for the other.

    Returns:
        The projects that go on to another version: places, phases to start in, and which pilots go on.
    """
    reached = _walk(dice, starts, TRAINING - 1)
    for log, on in zip(logs, going, strict=True):
        log.add(at[on], reached.weeks[on], reached.visits[on])
    at, going = at[reached.alive], going[:, reached.alive]
    trained = _walk(dice, np.full(at.size, TRAINING, dtype=np.int8), TRAINING)
    field = dice.weeks(np.full(at.size, FIELD, dtype=np.int8))
    trouble = dice.trouble(at.size)
    found = (trouble > 0) & (dice.rng.random(at.size) < dice.reveals)
    _late(logs[0], at, going[0], trained, field)
    _early(logs[1], at, going[1], trained, field, found=found, share=dice.share)
    going = going & np.array([trained.alive, trained.alive | found])
    for log, on in zip(logs, going, strict=True):
        log.shipped[at[on & (trouble == 0)]] = True
    going &= (trouble > 0) & ~dice.ends(at.size)
    rest = going.any(axis=0)
    return at[rest], trouble[rest], going[:, rest]


def _late(log: _Log, at: Places, on: Flags, trained: _Walk, field: Numbers) -> None:
    """A version meets the field when all of phase 3 is done."""
    log.add(at[on], trained.weeks[on], trained.visits[on])
    on = on & trained.alive
    log.weeks[at[on]] += field[on]
    log.visits[at[on], FIELD - 1] += 1


def _early(  # noqa: PLR0913 - what happened to a version
    log: _Log, at: Places, on: Flags, trained: _Walk, field: Numbers, *, found: Flags, share: float
) -> None:
    """A version meets the field first as a rough one; if that reveals its trouble, nothing more is spent on it."""
    log.visits[at[on], PILOTED] += 1
    lost = on & found
    log.weeks[at[lost]] += share * (trained.first[lost] + field[lost])
    log.visits[at[lost], TRAINING - 1] += 1
    _late(log, at, on & ~found, trained, field)
    # Whoever gave up in phase 3 had paid for the field's part of the pilot; for the others it is in the field's weeks.
    gave_up = on & ~found & ~trained.alive
    log.weeks[at[gave_up]] += share * field[gave_up]


def _walk(dice: _Dice, starts: Phases, last: int) -> _Walk:
    """Each project from its phase, forward and back, until it leaves phase `last` forward or is abandoned."""
    size = len(starts)
    walk = _Walk(np.zeros(size), np.zeros((size, len(COLUMNS)), np.int32), np.zeros(size), np.ones(size, dtype=bool))
    here = np.flatnonzero(starts <= last)
    phases, begun = starts[here], False
    while here.size:
        weeks = dice.weeks(phases)
        walk.weeks[here] += weeks
        walk.visits[here, phases - 1] += 1
        if not begun:
            walk.first[here], begun = weeks, True
        targets = dice.targets(phases)
        ended = np.zeros(here.size, dtype=bool)
        back = np.flatnonzero(targets < phases)
        ended[back] = dice.ends(back.size)
        walk.alive[here[ended]] = False
        stays = ~ended & (targets <= last)
        here, phases = here[stays], targets[stays]
    return walk


def _frame(logs: list[_Log]) -> pd.DataFrame:
    visits = np.concatenate([log.visits for log in logs])
    table = pd.DataFrame(visits, columns=list(COLUMNS), copy=False)
    table.insert(0, "weeks", np.concatenate([log.weeks for log in logs]))
    table.insert(1, "shipped", np.concatenate([log.shipped for log in logs]))
    return table


def _whole(name: str, value: object, low: int, high: int) -> int:
    plain = checks.number(name, value, low, high)
    if not plain.is_integer():
        raise ValueError(f"{name} must be a whole number; got {plain:g}.")
    return int(plain)
