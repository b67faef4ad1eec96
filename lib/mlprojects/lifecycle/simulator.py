"""The simulator: many projects at once, each with a late and with an early pilot on the same draws.

A version of the product is what arrives in phase 3 and, if all goes well, is shipped. Every version has its trouble in
the field, or none, whoever finds it and when. So the projects are simulated version by version, both pilots side by
side: the same steps back, the same trouble; what differs is when the trouble is found, and what was spent until then.

A project's way does not depend on how long its visits take. So the ways come first, as counts of visits, and the weeks
after: n gamma-distributed visits together take one draw from a gamma distribution of n times the shape, exactly.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects import checks

from .project import FIELD, PHASES, PILOTS, Project

Numbers = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]
Columns = dict[str, npt.NDArray[Any]]
CHUNK = 131_072
"""Projects simulated at once, so that memory does not grow with the count but for the result."""
MOST = 10_000_000
TRAINING = 3
COLUMNS = ("phase 1", "phase 2", "phase 3", "phase 4", "pilots")

# Who pays for a visit: in full, for the share of a pilot, or not at all.
ALIKE, LATE_ONLY, FOUND, EARLY_ONLY, PILOT_ONLY = range(5)
PAYS = ((1, 1), (1, 0), (1, None), (0, 1), (0, None))
"""For each of them, what the late and the early pilot pay: all, nothing, or (None) the pilot's share."""


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
    many = checks.whole("The number of projects", count, 1, MOST)
    children = np.random.SeedSequence(checks.whole("The seed", seed, 0, 2**63)).spawn(-(-many // CHUNK))
    sizes = [min(CHUNK, many - start) for start in range(0, many, CHUNK)]
    parts = [_chunk(project, size, np.random.default_rng(child)) for size, child in zip(sizes, children, strict=True)]
    return {pilot: _frame([part[place] for part in parts]) for place, pilot in enumerate(PILOTS)}


def _frame(parts: list[Columns]) -> pd.DataFrame:
    return pd.DataFrame({name: np.concatenate([part[name] for part in parts]) for name in parts[0]}, copy=False)


@dataclass
class _Ways:
    """The ways of a chunk's projects: visits by payer, phase and project, early pilots, and who has shipped.

    Attributes:
        visits: Shape (5, 4, projects).
        pilots: Shape (projects,).
        shipped: Shape (2, projects), with a late and with an early pilot: whether it ships, as each does unless it is
            abandoned.
    """

    visits: Counts
    pilots: Counts
    shipped: Flags


@dataclass
class _Walk:
    """Visits of some projects, shape (phases, projects), and which of them have not been abandoned on the way."""

    visits: Counts
    alive: Flags


@dataclass
class _Versions:
    """The projects at work on a version: their places in the chunk, where each starts, and whose late pilot goes on."""

    places: Places
    starts: Places
    late: Flags


class _Walker:
    """Takes projects through phases 1 to 3, forward and back."""

    def __init__(self, project: Project, rng: np.random.Generator) -> None:
        self.rng, self.project = rng, project

    def before_training(self, starts: Places) -> _Walk:
        """From these phases until phase 3 is reached."""
        walk = _Walk(np.zeros((3, len(starts)), dtype=np.int32), np.ones(len(starts), dtype=bool))
        walk.visits[0], walk.visits[1] = starts == 1, starts <= 2  # noqa: PLR2004 - the phase
        self._data(walk, np.flatnonzero(walk.visits[1]))
        return walk

    def training(self, size: int) -> _Walk:
        """From the arrival in phase 3 until it is left forward; whoever does so visits phase 4 as well."""
        walk = _Walk(np.zeros((4, size), dtype=np.int32), np.ones(size, dtype=bool))
        walk.visits[2] = 1
        first, second, third, _ = walk.visits
        to_1, back = self.project.loops[3, 1], self.project.back(TRAINING)
        here = np.arange(size)
        while here.size:
            draws = self.rng.random(here.size)
            returns = np.flatnonzero(draws < back)
            far = draws[returns] < to_1
            here, far = self._going(walk, here[returns], far)
            second[here] += 1
            first[here[far]] += 1
            self._data(walk, here)
            here = here if not self.project.abandon else here[walk.alive[here]]
            third[here] += 1
        walk.visits[3] = walk.alive
        return walk

    def _data(self, walk: _Walk, here: Places) -> None:
        """From the end of a visit to phase 2, as often as it takes to go on to phase 3."""
        back, (first, second) = self.project.loops[2, 1], walk.visits[:2]
        while back and here.size:
            here = here[np.flatnonzero(self.rng.random(here.size) < back)]
            here, _ = self._going(walk, here, np.ones(here.size, dtype=bool))
            # Phase 1 always leads to phase 2 again.
            first[here] += 1
            second[here] += 1

    def _going(self, walk: _Walk, here: Places, far: Flags) -> tuple[Places, Flags]:
        """Of those who step back, the ones whose project does not end with it, and their flags."""
        if not self.project.abandon:
            return here, far
        ended = self.ends(here.size)
        walk.alive[here[ended]] = False
        return here[~ended], far[~ended]

    def ends(self, size: int) -> Flags:
        """Whether a step back ends the project."""
        if not self.project.abandon:
            return np.zeros(size, dtype=bool)
        return self.rng.random(size) < self.project.abandon

    def trouble(self, size: int) -> Places:
        """The phase to which each version's trouble in the field leads; 0 if it has none."""
        to_1, to_2, to_3 = np.cumsum([self.project.loops[FIELD, phase] for phase in (1, 2, 3)])
        draws, phases = self.rng.random(size), np.zeros(size, dtype=np.intp)
        troubled = np.flatnonzero(draws < to_3)
        draws = draws[troubled]
        phases[troubled] = 1 + (draws >= to_1).astype(np.intp) + (draws >= to_2)
        return phases


def _chunk(project: Project, count: int, rng: np.random.Generator) -> list[Columns]:
    """Simulate `count` projects: the columns with a late and one with an early pilot."""
    walker = _Walker(project, rng)
    ways = _Ways(
        np.zeros((len(PAYS), len(PHASES), count), dtype=np.int32),
        np.zeros(count, dtype=np.int32),
        np.ones((len(PILOTS), count), dtype=bool),
    )
    now = _Versions(np.arange(count), np.ones(count, dtype=np.intp), np.ones(count, dtype=bool))
    while now.places.size:
        now = _version(walker, ways, now)
    return _columns(project, ways, rng)


def _version(walker: _Walker, ways: _Ways, now: _Versions) -> _Versions:
    """One version of each project: until it ships, has trouble in the field, or a step back ends the project.

    With an early pilot a project goes on wherever it goes on with a late one; with abandonment, also where the late one
    has ended, because it takes fewer steps back.
    """
    # Places from `flatnonzero` are several times as fast as flags where few are chosen of many.
    reached = walker.before_training(now.starts)
    _share(ways, now.places, now.late, reached.visits)
    at, late = now.places, now.late
    if walker.project.abandon:
        ways.shipped[:, at[~reached.alive]] = False
        at, late = at[reached.alive], late[reached.alive]
    trained = walker.training(at.size)
    trouble = walker.trouble(at.size)
    troubled = np.flatnonzero(trouble)
    found = np.zeros(at.size, dtype=bool)
    found[troubled] = walker.rng.random(troubled.size) < walker.project.reveals
    _increase(ways.pilots, at, 1)
    _pay(ways, at, late, trained, found)
    ways.shipped[0, at[np.flatnonzero(~trained.alive)]] = False
    ways.shipped[1, at[np.flatnonzero(~(trained.alive | found))]] = False
    on = troubled[(trained.alive | found)[troubled]]
    ended = walker.ends(on.size)
    ways.shipped[:, at[on[ended]]] = False
    on = on[~ended]
    return _Versions(at[on], trouble[on], (late & trained.alive)[on])


def _pay(ways: _Ways, at: Places, late: Flags, trained: _Walk, found: Flags) -> None:
    """Enter who pays for a version from its arrival in phase 3 on."""
    visits, gave_up = trained.visits, ~trained.alive
    _share(ways, at, late, visits)
    # Whoever gives up in phase 3 has paid for the early pilot's share of phase 4.
    ways.visits[PILOT_ONLY, 3, at[np.flatnonzero(gave_up)]] += 1
    # Where the early pilot finds trouble it pays its share of phases 3 and 4, and nothing else; the late one the whole.
    lost = np.flatnonzero(found)
    _share(ways, at[lost], late[lost], -visits.take(lost, axis=1))
    only = lost[~late[lost]]
    ways.visits[PILOT_ONLY, 2, at[only]] += 1
    ways.visits[PILOT_ONLY, 3, at[only]] += ~gave_up[only]
    lost = lost[late[lost]]
    first = np.zeros((len(PHASES), lost.size), dtype=np.int32)
    first[2], first[3] = 1, trained.alive[lost]
    _add(ways, FOUND, at[lost], first)
    _add(ways, LATE_ONLY, at[lost], visits.take(lost, axis=1) - first)


def _share(ways: _Ways, at: Places, late: Flags, visits: Counts) -> None:
    """Add visits that are alike with both pilots, or only the early one's where the late one has ended."""
    if late.all():
        _add(ways, ALIKE, at, visits)
    else:
        _add(ways, ALIKE, at[late], visits[:, late])
        _add(ways, EARLY_ONLY, at[~late], visits[:, ~late])


def _add(ways: _Ways, payer: int, at: Places, visits: Counts) -> None:
    """Add visits to the first phases, shape (phases, projects)."""
    for phase, counts in enumerate(visits):
        _increase(ways.visits[payer, phase], at, counts)


def _increase(row: Counts, at: Places, counts: Counts | int) -> None:
    """Add to some projects' counts; the first version has all of them, in their order, and that is faster."""
    if at.size == row.size:
        row += counts
    else:
        row[at] += counts


def _columns(project: Project, ways: _Ways, rng: np.random.Generator) -> list[Columns]:
    """Weeks, ends and visits with a late and with an early pilot."""
    weeks = np.zeros((len(PILOTS), len(ways.pilots)))
    for payer, shares in enumerate(PAYS):
        if payer in {EARLY_ONLY, PILOT_ONLY} and not project.abandon:
            continue
        for phase, visits in enumerate(ways.visits[payer]):
            # Only the visits that are alike concern nearly all projects.
            at = slice(None) if payer == ALIKE else np.flatnonzero(visits)
            taken = _durations(project, phase, visits[at], rng)
            for place, share in enumerate(shares):
                if share != 0:
                    weeks[place, at] += taken * (project.share if share is None else share)
    late = ways.visits[ALIKE] + ways.visits[LATE_ONLY] + ways.visits[FOUND]
    early = ways.visits[ALIKE] + ways.visits[EARLY_ONLY]
    # A pilot counts as a visit to phase 3, not to phase 4.
    early[2] += ways.visits[FOUND, 2] + ways.visits[PILOT_ONLY, 2]
    ends = zip(weeks, ways.shipped, (late, early), (np.zeros_like(ways.pilots), ways.pilots), strict=True)
    return [
        {"weeks": taken, "shipped": shipped, **dict(zip(COLUMNS, (*visits, pilots), strict=True))}
        for taken, shipped, visits, pilots in ends
    ]


def _durations(project: Project, phase: int, visits: Counts, rng: np.random.Generator) -> Numbers:
    """The weeks that so many visits to a phase take together."""
    mean = project.weeks[phase]
    if not project.variation:
        return np.asarray(visits * mean, dtype=float)
    shape = 1 / project.variation**2
    # Single precision is ample for one draw, and a third faster; sums are kept in double.
    drawn = rng.standard_gamma((visits * shape).astype(np.float32), dtype=np.float32)
    return drawn.astype(np.float64) * (mean / shape)
