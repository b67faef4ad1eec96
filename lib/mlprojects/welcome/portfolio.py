"""How many of several projects work, if each works by chance; and what one risk that they share does to that.

The lecture's point (Full Stack Deep Learning, Spring 2021, lecture 5, 1:45): machine learning is still partly research,
so a share of projects will fail whatever one does. Here that is a coin toss a project: a textbook model, which leaves
out that projects differ, learn from one another, and can be stopped early.
"""

import math

import pandas as pd

from mlprojects import checks

MOST = 1000
"""Projects; more than any team runs at once."""


def successes(projects: int, chance: float, shared: float = 0.0) -> pd.DataFrame:
    """The distribution of the number of projects that work.

    With probability `shared` one common cause sinks them all; otherwise each works with `chance`, independently of the
    others.

    Args:
        projects: How many there are, 1 to 1000.
        chance: That one works, 0 to 1, if the common cause does not strike.
        shared: Probability of the common cause, 0 to 1.

    Returns:
        Index `working` (0 to `projects`), column `chance` (sums to 1).

    Raises:
        TypeError: If an argument is no number.
        ValueError: If one is outside its range, or the number of projects is not whole.
    """
    count, p, s = (
        checks.whole("The number of projects", projects, 1, MOST),
        _share("chance", chance),
        _share("shared", shared),
    )
    binomial = [math.comb(count, k) * p**k * (1 - p) ** (count - k) for k in range(count + 1)]
    chances = [s * (k == 0) + (1 - s) * each for k, each in enumerate(binomial)]
    return pd.DataFrame({"chance": chances}, index=pd.RangeIndex(count + 1, name="working"))


def at_least(projects: int, chance: float, working: int = 1, shared: float = 0.0) -> float:
    """The chance that at least `working` of the projects work: 1 - (1 - chance)^projects for one, without shared risk.

    Raises:
        TypeError: As in `successes`.
        ValueError: As in `successes`, or if `working` is more than there are projects.
    """
    table = successes(projects, chance, shared)
    wanted = checks.whole("The number that shall work", working, 0, projects)
    if wanted == 1:
        return (1 - shared) * (1 - (1 - chance) ** projects)
    return min(1.0, math.fsum(table["chance"].tolist()[wanted:]))


def by_number(most: int, chance: float, shared: float = 0.0) -> pd.DataFrame:
    """The chance that at least one works, for every number of projects up to `most`.

    Returns:
        Index `projects` (1 to `most`), columns `independent` (no shared risk) and `shared` (with it).

    Raises:
        TypeError: As in `successes`.
        ValueError: As in `successes`.
    """
    numbers = pd.RangeIndex(1, checks.whole("The number of projects", most, 1, MOST) + 1, name="projects")
    columns = {"independent": 0.0, "shared": shared}
    return pd.DataFrame(
        {name: [at_least(n, chance, shared=risk) for n in numbers] for name, risk in columns.items()}, index=numbers
    )


def own_chance(chance: float, shared: float) -> float:
    """What one project's chance is, seen alone: (1 - shared) x chance.

    Raises:
        TypeError: As in `successes`.
        ValueError: As in `successes`.
    """
    return (1 - _share("shared", shared)) * _share("chance", chance)


def _share(name: str, value: float) -> float:
    told = {"chance": "The chance of one project", "shared": "The shared risk"}[name]
    return checks.number(told, value, 0, 1)
