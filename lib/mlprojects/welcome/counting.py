"""One portfolio, many failure rates: what a rate says depends on what counts as failing, of which projects, and how.

The portfolio is made up by us: 60 ideas of one organisation, drawn with a fixed seed. It leaves out everything but how
far an idea came and how it ended; no real organisation looks exactly like it.
"""

from functools import cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from mlprojects import checks

IDEAS = 60
SEED = 2021

DEFINITIONS = {
    "never in production": "production",
    "not all that was promised": "promised",
    "no measured profit in a year": "profit",
    "not used any more": "used",
}
"""What counts as failing, and the column that is false then."""

DENOMINATORS = {
    "all ideas listed": "listed",
    "all projects started": "started",
    "all pilots": "pilot",
    "all in production": "production",
}
"""Of which projects, and the column that is true for those."""

METHODS = {"from the records": "listed", "from a survey": "answers"}
"""How it was counted, and the column that is true for those that were reached."""

STEPS = {"started": 0.7, "pilot": 0.8, "production": 0.6}
"""Made up: the chance of each step after the one before."""
ENDS = {"promised": 0.5, "profit": 0.3, "used": 0.75}
"""Made up: the chance of each good end, once in production."""
ANSWERS = {True: 0.8, False: 0.35}
"""Made up: the chance that somebody answers a survey, by whether the project came into production."""


@cache
def ideas() -> pd.DataFrame:
    """The made-up ideas, sorted by how far they came.

    Returns:
        One row an idea; columns of bool: `listed` (always), `started`, `pilot`, `production`, `promised` (did all that
        was promised), `profit` (measured within a year), `used` (still, after a year), `answers` (a survey).
    """
    draws = np.random.default_rng(SEED).random((IDEAS, len(STEPS) + len(ENDS) + 1))
    table = pd.DataFrame({"listed": np.ones(IDEAS, dtype=bool)})
    for place, (step, chance) in enumerate(STEPS.items()):
        table[step] = table.iloc[:, -1] & (draws[:, place] < chance)
    for place, (end, chance) in enumerate(ENDS.items(), len(STEPS)):
        table[end] = table["production"] & (draws[:, place] < chance)
    table["answers"] = draws[:, -1] < table["production"].map(ANSWERS)
    order = [*STEPS, "used", "promised", "profit"]
    return table.sort_values(order, ascending=False, kind="stable", ignore_index=True).rename_axis("idea")


def judged(definition: str, denominator: str, method: str) -> pd.DataFrame:
    """Every idea under one way of counting.

    Returns:
        One row an idea: `counted` (in the denominator and reached by the method) and `fails` (counted, and failing).

    Raises:
        ValueError: If a word is not one of `DEFINITIONS`, `DENOMINATORS`, `METHODS`.
    """
    checks.one_of("The definition", definition, DEFINITIONS)
    checks.one_of("The denominator", denominator, DENOMINATORS)
    checks.one_of("The method", method, METHODS)
    table = ideas()
    counted = table[DENOMINATORS[denominator]] & table[METHODS[method]]
    return pd.DataFrame({"counted": counted, "fails": counted & ~table[DEFINITIONS[definition]]})


class Rate(NamedTuple):
    """A failure rate: of `counted` ideas, `failing` fail; `rate` is their share, 0 to 1."""

    failing: int
    counted: int
    rate: float


def failure_rate(definition: str, denominator: str, method: str) -> Rate:
    """The failure rate that one way of counting gives.

    Raises:
        ValueError: As in `judged`.
    """
    table = judged(definition, denominator, method)
    failing, counted = int(table["fails"].sum()), int(table["counted"].sum())
    return Rate(failing, counted, failing / counted)


def cannot_fail(definition: str, denominator: str) -> bool:
    """Whether none can fail by definition: those that do not fail are the very ones that are counted.

    Raises:
        ValueError: As in `judged`.
    """
    checks.one_of("The definition", definition, DEFINITIONS)
    return DEFINITIONS[definition] == DENOMINATORS[checks.one_of("The denominator", denominator, DENOMINATORS)]


@cache
def failure_rates() -> pd.DataFrame:
    """Every way of counting and the failure rate it gives.

    Returns:
        Index `definition`, `denominator`, `method`; columns `failing`, `counted` (ideas) and `rate` (0 to 1).
    """
    ways = pd.MultiIndex.from_product(
        [DEFINITIONS, DENOMINATORS, METHODS], names=["definition", "denominator", "method"]
    )
    return pd.DataFrame([failure_rate(*way) for way in ways], index=ways)
