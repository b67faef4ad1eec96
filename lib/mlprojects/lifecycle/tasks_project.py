"""The task of the part "project", the time to ship: on what a function is tried, and the usual wrong ones.

Any method passes. A simulation is never exact, so the tolerance is wide, and still less than any named mistake costs:
the weeks of one project have a standard deviation of at most 25, so a mean of 10,000 has one of at most 0.25.
"""

import numpy as np
import numpy.typing as npt

from mlprojects.engine import Case, Mistake

from .chain import fundamental, transitions
from .project import WEEKS, Project

Array = npt.NDArray[np.float64]
WITHIN = 1.0
"""Weeks: four times the standard error of a mean of 10,000 simulated projects; of 100,000, twelve times."""


def expected_weeks(moves: Array, weeks: Array) -> float:
    """The reference: expected visits from phase 1, times the weeks of a visit."""
    return float(fundamental(moves)[0] @ weeks)


def loops_ignored(_moves: Array, weeks: Array) -> float:
    """Every phase once."""
    return float(np.sum(weeks))


def back_once(moves: Array, weeks: Array) -> float:
    """Every phase once, and each way back at most once."""
    total = float(np.sum(weeks))
    for later, earlier in zip(*np.nonzero(np.tril(moves)), strict=True):
        total += float(moves[later, earlier] * np.sum(weeks[earlier : later + 1]))
    return total


def first_forgotten(moves: Array, weeks: Array) -> float:
    """Only what is entered from another phase counts, so that the first stay in phase 1 is missing."""
    return expected_weeks(moves, weeks) - float(weeks[0])


def transposed(moves: Array, weeks: Array) -> float:
    """Rows taken for columns."""
    return float(fundamental(moves)[:, 0] @ weeks)


def visits(moves: Array, _weeks: Array) -> float:
    """The expected number of visits."""
    return float(fundamental(moves)[0].sum())


def from_each_phase(moves: Array, weeks: Array) -> Array:
    """The expected weeks from each phase on, all of them."""
    answer: Array = fundamental(moves) @ weeks
    return answer


def from_last_phase(moves: Array, weeks: Array) -> float:
    """The expected weeks from the last phase on."""
    return float((fundamental(moves) @ weeks)[-1])


def _forward(*back: tuple[int, int, float], ships: float = 0.0) -> Array:
    """Four phases in a row with these steps back; from phase 2, a project may ship with the chance `ships`."""
    moves = np.diag(np.ones(3), 1)
    for later, earlier, chance in back:
        moves[later - 1, earlier - 1] = chance
        if later <= len(moves) - 1:
            moves[later - 1, later] -= chance
    moves[1, 2] -= ships
    return moves


CASES = (
    Case(_forward(), np.array(WEEKS), why="without a way back, every phase is visited once: 16 weeks."),
    Case(
        _forward((4, 1, 0.5)),
        np.array(WEEKS),
        why="from phase 4, one in two goes back to the start; of those one in two again, and so on: twice 16 weeks.",
    ),
    Case(transitions(Project()), np.array(WEEKS), why="all six ways back are open here."),
    Case(
        _forward((2, 1, 0.3), (3, 2, 0.4)),
        np.array([1.0, 3.0, 5.0, 8.0]),
        why="whoever goes back from phase 3 to 2 may from there go back to phase 1.",
    ),
    Case(
        _forward((4, 3, 0.25), ships=0.3),
        np.array([2.0, 6.0, 10.0, 5.0]),
        why="row 2 sums to 0.7: three in ten ship from phase 2, and see neither phase 3 nor phase 4.",
    ),
)

MISTAKES = (
    Mistake(
        "loops ignored",
        loops_ignored,
        "You added up the weeks of the four phases, each once. Every way back makes some phases happen again.",
    ),
    Mistake(
        "back once at most",
        back_once,
        "You let each way back happen once at most. Whoever has gone back can go back again, from there and from later "
        "phases: the expected visits solve an equation, they are no plain sum.",
    ),
    Mistake(
        "first visit forgotten",
        first_forgotten,
        "The weeks of the first stay in phase 1 are missing. Nobody *moves* into it, but every project starts there.",
    ),
    Mistake(
        "rows and columns swapped",
        transposed,
        "You read the matrix the wrong way round. Row k says where one goes *from* phase k.",
    ),
    Mistake(
        "visits instead of weeks",
        visits,
        "That is the expected number of visits. Each visit to a phase takes the `weeks` of that phase.",
    ),
    Mistake(
        "all starts at once",
        from_each_phase,
        "That is right for a start in each of the phases. Asked is one number: a project starts in phase 1.",
    ),
    Mistake(
        "from the last phase",
        from_last_phase,
        "That is the time from phase 4 on. A project starts in phase 1.",
    ),
)
