"""The closed form: a project as an absorbing Markov chain, with expected visits, weeks and the chance to ship.

Source of the method: Kemeny & Snell, Finite Markov Chains (1960), chapter III: with Q the chances of moving between the
transient states, N = (I - Q)^-1 holds the expected visits. No matrix is inverted here; the equations are solved.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from .project import FIELD, PHASES, Project

Array = npt.NDArray[np.float64]
LATE = ("1", "2", "3", "4")
EARLY = ("1", "2", "pilot", "3", "1 again", "2 again", "3 again", "4")
"""States with an early pilot: "again" are visits after the version's pilot, since a version has only one."""
SHIPPED, ABANDONED = "shipped", "abandoned"


@dataclass(frozen=True)
class Chain:
    """The states of a project, and how it moves between them.

    Attributes:
        moves: Frame of chances; a row a state, a column a state and the two ends; each row sums to 1.
        effort: Frame; a row a state, a column a phase: the share of the phase's duration that a visit takes.
        visits: Frame like `effort`: which phase a stay in the state counts for as a visit.
    """

    moves: pd.DataFrame
    effort: pd.DataFrame
    visits: pd.DataFrame

    @property
    def inner(self) -> Array:
        """The chances between the states that are no end, shape (states, states)."""
        return self.moves[list(self.moves.index)].to_numpy(dtype=float)


@dataclass(frozen=True)
class Expected:
    """What is to be expected of a project.

    Attributes:
        ships: Chance to ship at all.
        weeks: Expected weeks until it ships or is abandoned.
        deviation: Standard deviation of those weeks.
        weeks_shipped: Expected weeks of the projects that ship.
        deviation_shipped: Standard deviation of those weeks.
        visits: Expected visits to phases 1 to 4, whatever the end.
        pilots: Expected early pilots; 0 if the pilot is late.
    """

    ships: float
    weeks: float
    deviation: float
    weeks_shipped: float
    deviation_shipped: float
    visits: "pd.Series[float]"
    pilots: float


def chain(project: Project) -> Chain:
    """The project's chain: four states with a late pilot, eight with an early one."""
    return _late(project) if project.pilot == "late" else _early(project)


def fundamental(moves: Array) -> Array:
    """Expected visits to each state (columns) from each state (rows), the first stay counted.

    Args:
        moves: Chances of moving between the states that are no end, shape (states, states).

    Raises:
        ValueError: If the chances are no square of numbers from 0 to 1, a row sums to more than 1, or there is a state
            from which no end can be reached.
    """
    chances = np.asarray(moves, dtype=float)
    if chances.ndim != 2 or chances.shape[0] != chances.shape[1] or chances.size == 0:  # noqa: PLR2004 - rows, columns
        raise ValueError("The chances of moving must be a square table: a row and a column for each state.")
    if not (np.isfinite(chances) & (chances >= 0)).all() or (chances.sum(axis=1) > 1 + 1e-9).any():
        raise ValueError("The chances of moving must be numbers from 0 to 1, and no row may sum to more than 1.")
    # Within as many moves as there are states, some of the chance must have left from each of them.
    if (np.linalg.matrix_power(chances, len(chances)).sum(axis=1) > 1 - 1e-12).any():
        raise ValueError("There is a state from which no end can be reached.")
    return np.linalg.solve(np.eye(len(chances)) - chances, np.eye(len(chances)))


def expected(project: Project) -> Expected:
    """Expected visits, weeks and chance to ship, all exact."""
    shape = chain(project)
    visits = fundamental(shape.inner)[0]
    ship = np.linalg.solve(np.eye(len(shape.moves)) - shape.inner, shape.moves[SHIPPED].to_numpy(dtype=float))
    weeks, deviation = _weeks(project, shape, shape.inner)
    # Given that it ships in the end, a project moves as if each chance were weighed by what it leaves of that hope.
    given = shape.inner * ship[None, :] / ship[:, None]
    weeks_shipped, deviation_shipped = _weeks(project, shape, given)
    pilots = float(visits[EARLY.index("pilot")]) if project.pilot == "early" else 0.0
    counted = pd.Series(visits @ shape.visits.to_numpy(dtype=float), index=shape.visits.columns, name="visits")
    # Rounding in the last place must not make a chance of more than 1.
    return Expected(min(float(ship[0]), 1.0), weeks, deviation, weeks_shipped, deviation_shipped, counted, pilots)


def transitions(project: Project) -> Array:
    """Chances of moving between the four phases with a late pilot, shape (4, 4); what is missing to 1 leaves them."""
    return _late(project).inner


def _weeks(project: Project, shape: Chain, inner: Array) -> tuple[float, float]:
    """Mean and standard deviation of the weeks until an end, if the project moves by `inner`."""
    means = np.array(project.weeks)
    variances = (project.variation * means) ** 2
    effort = shape.effort.to_numpy(dtype=float)
    cost = effort @ means
    rest = np.eye(len(inner)) - inner
    mean = np.linalg.solve(rest, cost)
    square = np.linalg.solve(rest, cost**2 + 2 * cost * (inner @ mean))
    visits = fundamental(inner)[0]
    # Durations do not depend on the way, so their variances add up along it; and a duration of which a part was spent
    # in the pilot is one draw, not two: its parts vary together.
    spread = float(square[0] - mean[0] ** 2 + visits @ (effort**2 @ variances))
    if project.pilot == "early":
        both = 2 * project.share * (1 - project.share)
        spread += both * (visits[EARLY.index("3")] * variances[2] + visits[EARLY.index("4")] * variances[3])
    return float(mean[0]), float(np.sqrt(max(spread, 0.0)))


def _late(project: Project) -> Chain:
    rows = {
        str(k): _from(project, k, {j: str(j) for j in PHASES}, str(k + 1) if k < FIELD else SHIPPED) for k in PHASES
    }
    return _assembled(rows, {str(k): {k: 1.0} for k in PHASES}, {str(k): k for k in PHASES})


def _early(project: Project) -> Chain:
    new, again = {1: "1", 2: "2", 3: "pilot"}, {1: "1 again", 2: "2 again"}
    trouble, found = project.back(FIELD), project.reveals
    missed = (1 - found) / (1 - found * trouble)
    rows = {
        "1": {"2": 1.0},
        "2": _from(project, 2, new, "pilot"),
        "pilot": _from(project, FIELD, new, "3", found),
        "3": _from(project, 3, again, "4"),
        "1 again": {"2 again": 1.0},
        "2 again": _from(project, 2, again, "3 again"),
        "3 again": _from(project, 3, again, "4"),
        "4": _from(project, FIELD, new, SHIPPED, missed),
    }
    q = project.share
    effort = {"1": {1: 1.0}, "2": {2: 1.0}, "pilot": {3: q, 4: q}, "3": {3: 1 - q}, "4": {4: 1 - q}}
    effort |= {"1 again": {1: 1.0}, "2 again": {2: 1.0}, "3 again": {3: 1.0}}
    visits = {"1": 1, "2": 2, "pilot": 3, "1 again": 1, "2 again": 2, "3 again": 3, "4": 4}
    return _assembled(rows, effort, visits)


def _from(project: Project, phase: int, names: Mapping[int, str], onward: str, weight: float = 1.0) -> dict[str, float]:
    """One row: the steps back from `phase`, their chances times `weight`, to the states of these names; else onward."""
    chances = {names[j]: project.loops[phase, j] * weight for j in range(1, phase)}
    row = {state: chance * (1 - project.abandon) for state, chance in chances.items()}
    return row | {onward: 1 - sum(chances.values()), ABANDONED: sum(chances.values()) * project.abandon}


def _assembled(
    rows: Mapping[str, Mapping[str, float]], effort: Mapping[str, Mapping[int, float]], visits: Mapping[str, int]
) -> Chain:
    states = list(rows)
    moves = pd.DataFrame([rows[state] for state in states], index=states, columns=[*states, SHIPPED, ABANDONED])
    shares = pd.DataFrame([effort[state] for state in states], index=states, columns=list(PHASES))
    counted = pd.DataFrame([{visits[state]: 1.0} if state in visits else {} for state in states], index=states)
    counted = counted.reindex(columns=list(PHASES))
    return Chain(moves.fillna(0.0), shares.fillna(0.0), counted.fillna(0.0))
