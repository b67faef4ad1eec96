"""What the simulator and the closed form say of a project, in the same rows; and the curves that a picture needs."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from .chain import Expected, expected
from .project import ARROWS, PHASES, PILOTS, WEEKS, Arrow, Project
from .simulator import COLUMNS

NEVER, MEAN, SPREAD = "never ships (%)", "weeks to ship", "their standard deviation"
VISITS = tuple(f"visits to phase {phase}" for phase in PHASES)
EARLY_PILOTS = "early pilots"
CURVE = tuple(round(0.04 * place, 2) for place in range(21))
"""Chances at which a curve of expected weeks is computed, from 0 to 0.8."""
ROWS = (MEAN, SPREAD, NEVER, *VISITS, EARLY_PILOTS)


def simulated(runs: pd.DataFrame) -> "pd.Series[float]":
    """The rows `ROWS` of simulated projects: weeks of those that ship, visits and pilots of all.

    Args:
        runs: From `simulator.simulate`; at least one project must have shipped.

    Raises:
        ValueError: If none has.
    """
    shipped = runs.loc[runs["shipped"], "weeks"]
    if shipped.empty:
        raise ValueError("None of these projects ships, so there are no weeks to ship; simulate more of them.")
    spread = float(shipped.std(ddof=0))
    visits = runs[list(COLUMNS)].mean().tolist()
    never = 100 * (1 - float(runs["shipped"].mean()))
    return pd.Series([float(shipped.mean()), spread, never, *visits], index=list(ROWS))


def exact(project: Project) -> "pd.Series[float]":
    """The same rows from the closed form."""
    known: Expected = expected(project)
    values = [known.weeks_shipped, known.deviation_shipped, 100 * (1 - known.ships), *known.visits, known.pilots]
    return pd.Series(values, index=list(ROWS))


def outlook(project: Project, runs: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Simulated and exact beside each other, for both pilots: columns such as "late, simulated" and "late, exact"."""
    columns = {}
    for pilot in PILOTS:
        columns[f"{pilot}, simulated"] = simulated(runs[pilot])
        columns[f"{pilot}, exact"] = exact(project.piloted(pilot))
    return pd.DataFrame(columns)


def shipped_by(runs: pd.DataFrame, weeks: Sequence[float]) -> "pd.Series[float]":
    """The share of all projects (0 to 1) that have shipped by each of these weeks."""
    times = np.sort(runs.loc[runs["shipped"], "weeks"].to_numpy(dtype=float))
    return pd.Series(np.searchsorted(times, weeks, side="right") / len(runs), index=list(weeks))


def half_shipped(runs: pd.DataFrame) -> float | None:
    """The week by which half of all projects have shipped; None if fewer than half ever do."""
    times = np.sort(runs.loc[runs["shipped"], "weeks"].to_numpy(dtype=float))
    half = (len(runs) + 1) // 2
    return float(times[half - 1]) if len(times) >= half else None


def one_loop(arrow: Arrow, chance: float) -> Expected:
    """A project whose only way back is `arrow`, taken with this chance, with a late pilot.

    Raises:
        TypeError: If the chance is no number.
        ValueError: If there is no such arrow, or the chance is not from 0 to below 1.
    """
    return expected(Project(loops={arrow: chance}))


def saved(project: Project) -> float:
    """The mean weeks to ship that an early pilot saves against a late one."""
    late, early = (exact(project.piloted(pilot)).to_dict()[MEAN] for pilot in PILOTS)
    return float(late - early)


def by_phase(known: Expected) -> pd.DataFrame:
    """Where the expected weeks go, with weeks a visit as in `project.WEEKS`.

    Returns:
        Index phase (1 to 4); `visits`, `weeks` (a visit) and `in all` (visits x weeks); the last sums to `known.weeks`.
    """
    weeks = pd.Series(WEEKS, index=known.visits.index)
    return pd.DataFrame({"visits": known.visits, "weeks": weeks, "in all": known.visits * weeks})


def loop_curves(chances: Sequence[float] = CURVE) -> pd.DataFrame:
    """Expected weeks with one way back alone: a row a chance, a column an arrow such as "4 → 1"."""
    weeks = {arrow_name(arrow): [one_loop(arrow, p).weeks for p in chances] for arrow in ARROWS}
    return pd.DataFrame(weeks, index=list(chances))


def arrow_name(arrow: Arrow) -> str:
    """As it is written beside the diagram: "4 → 1"."""
    return f"{arrow[0]} → {arrow[1]}"


def once_only(arrow: Arrow, chance: float) -> float:
    """What one would say who thinks of going back once at most: the plain sum, plus one more round with this chance."""
    later, earlier = arrow
    return sum(WEEKS) + chance * sum(WEEKS[earlier - 1 : later])
