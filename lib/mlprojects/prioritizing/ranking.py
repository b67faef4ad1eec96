"""How stable a ranking of projects is: uncertain scores and moving weights give each project a chance of each rank.

Ours: the lecture places projects by impact and feasibility (12:53 to 36:51) and gives no numbers. A project's score is
`weight * impact + (1 - weight) * feasibility`. What the model leaves out: projects that help or exclude each other, and
what is learned while the first of them runs.

Within its range a score is drawn uniformly: whoever names a range rarely knows where in it the truth is likelier. The
errors of projects are independent, or *shared*: then one draw places all impacts, and one all feasibilities, equally
high in their ranges, as when the same optimist has judged them all.

Results are exact to the last digit on every machine: sums are compared on a grid of 2^-32 points, and equal ones are
ordered by the plain sum of both scores, then by their place in the table.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects import checks

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

IMPACT, FEASIBILITY = "impact", "feasibility"
SCORES = (IMPACT, FEASIBILITY)
COLUMNS = (IMPACT, "impact_spread", FEASIBILITY, "feasibility_spread")
"""Of a table of projects: each score from 0 to 10, and how far the truth may lie above or below it."""
HIGHEST = 10.0
MOST = 2_000
"""Projects in one ranking; the chance of each rank for each is a table of MOST x MOST."""
SEED = 20210301
COUNT = 10_000
_GRID = 2.0**32
_CHUNK = 2**16
"""Numbers that are worked on at a time, so that they stay in the processor's cache; more where there are many ranks."""


@dataclass(frozen=True)
class Ranking:
    """What simulation says of a ranking.

    Attributes:
        probabilities: For each project (rows, as in the table of projects) the chance of each rank (columns 1, 2, ...).
            Rows and columns sum to 1.
        changed: Share of the draws in which the order of all projects is not the plain one.
    """

    probabilities: pd.DataFrame
    changed: float


def combined(projects: pd.DataFrame, weight: float = 0.5) -> "pd.Series[float]":
    """The plain score of each project, with every score in the middle of its range.

    Args:
        projects: With the columns `COLUMNS`, names as index.
        weight: Of impact, from 0 to 1; the rest is of feasibility.

    Raises:
        TypeError: If something is no table or no number.
        ValueError: If there are too many projects, a name twice, or a number out of range.
    """
    return pd.Series(_plain(projects, weight), index=projects.index, name="score")


def spans(projects: pd.DataFrame, weight: float = 0.5) -> pd.DataFrame:
    """How low and how high each project may come out: columns low, score (the plain one), high.

    Errors as in `combined`.
    """
    columns, middle = checked(projects), combined(projects, weight)
    reach = weight * columns["impact_spread"] + (1 - weight) * columns["feasibility_spread"]
    return pd.DataFrame({"low": middle - reach, "score": middle, "high": middle + reach})


def stretched(projects: pd.DataFrame, factor: float) -> pd.DataFrame:
    """The same projects with every spread multiplied by `factor`.

    Raises:
        TypeError: As in `combined`.
        ValueError: As in `combined`, or if the factor is negative or a spread leaves 0 to 10.
    """
    checked(projects)
    times = checks.number("The factor", factor, 0)
    wider = projects.assign(**{name: times * projects[name] for name in COLUMNS if name not in SCORES})
    checked(wider)
    return wider


def plain_order(projects: pd.DataFrame, weight: float = 0.5) -> list[str]:
    """The names from best to worst, without any uncertainty. Errors as in `combined`."""
    preferred = _preferred(projects)
    ranked = _ranked(_plain(projects, weight)[np.newaxis], preferred)
    return [str(projects.index[place]) for place in preferred[ranked[0]]]


def draws(
    projects: pd.DataFrame, weight: float = 0.5, count: int = COUNT, seed: int = SEED, *, shared: bool = False
) -> pd.DataFrame:
    """Scores as they might be: one row a draw, one column a project.

    Args:
        projects: See `combined`.
        weight: See `combined`.
        count: Draws, at least 1.
        seed: Of the random numbers; the same seed moves scores alike for any weight.
        shared: Whether all projects err together; see the module.

    Raises:
        TypeError: As in `combined`.
        ValueError: As in `combined`, or if there are no draws or too many to be kept.
    """
    share = checks.number("The weight of impact", weight, 0, 1)
    size = len(checked(projects)[IMPACT])
    rows = checks.whole("The number of draws", count, 1, 10_000_000 // size)
    parts = [
        share * impact + (1 - share) * feasibility for impact, feasibility, _ in _chunks(projects, rows, seed, shared)
    ]
    return pd.DataFrame(np.concatenate(parts), columns=projects.index)


def rank_probabilities(  # noqa: PLR0913 - what is ranked, and each thing that may be uncertain
    projects: pd.DataFrame,
    weight: float = 0.5,
    count: int = COUNT,
    seed: int = SEED,
    *,
    sway: float = 0.0,
    shared: bool = False,
) -> Ranking:
    """How probable each rank is for each project, by simulation; memory does not grow with the number of draws.

    Args:
        projects: See `combined`.
        weight: See `combined`.
        count: Draws, from 1 to 10 million.
        seed: See `draws`.
        sway: The weight itself is drawn: uniformly, at most so far from `weight` (and from 0 to 1).
        shared: See `draws`.

    Raises:
        TypeError: As in `combined`.
        ValueError: As in `combined`, or if count or sway are out of range.
    """
    middle, swing = checks.number("The weight of impact", weight, 0, 1), checks.number("The sway", sway, 0, 1)
    size = len(checked(projects)[IMPACT])
    rows = checks.whole("The number of draws", count, 1, 10_000_000)
    low, high = max(0.0, middle - swing), min(1.0, middle + swing)
    preferred = _preferred(projects)
    plain = _ranked(_plain(projects, middle)[np.newaxis], preferred)
    counts, changed = np.zeros(size * size, dtype=np.int64), 0
    for impact, feasibility, moved in _chunks(projects, rows, seed, shared):
        share = np.clip(low * (1 - moved) + high * moved, low, high)
        ranked = _ranked(share * impact + (1 - share) * feasibility, preferred)
        changed += int((ranked != plain).any(axis=1).sum())
        ranked *= size
        ranked += np.arange(size)
        counts += np.bincount(ranked.ravel(), minlength=size * size)
    shares = np.empty((size, size))
    shares[preferred] = counts.reshape(size, size) / rows
    ranks = pd.RangeIndex(1, size + 1, name="rank")
    return Ranking(pd.DataFrame(shares, index=projects.index, columns=ranks), changed / rows)


def top(ranking: Ranking, k: int = 3) -> "pd.Series[float]":
    """For each project the chance to be among the best `k`. They sum to `k`.

    Raises:
        ValueError: If `k` is not from 1 to the number of projects.
    """
    last = checks.whole("k", k, 1, len(ranking.probabilities))
    return ranking.probabilities.iloc[:, :last].sum(axis=1).rename(f"top {last}")


def checked(projects: pd.DataFrame) -> dict[str, Floats]:
    """The columns as arrays. Errors as in `combined`."""
    checks.frame("The table of projects", projects, COLUMNS, 0, HIGHEST)
    if len(projects) > MOST:
        raise ValueError(f"There are {len(projects):,} projects; at most {MOST:,} can be ranked.")
    if not projects.index.is_unique:
        raise ValueError(f"The project {projects.index[projects.index.duplicated()][0]!r} is there twice.")
    return {column: projects[column].to_numpy(dtype=np.float64) for column in COLUMNS}


def _plain(projects: pd.DataFrame, weight: float) -> Floats:
    columns, share = checked(projects), checks.number("The weight of impact", weight, 0, 1)
    return share * columns[IMPACT] + (1 - share) * columns[FEASIBILITY]


def ends(columns: dict[str, Floats], name: str) -> tuple[Floats, Floats]:
    """The lowest and the highest that a score may be; beyond 0 and 10 too, so that a range keeps its middle."""
    return columns[name] - columns[f"{name}_spread"], columns[name] + columns[f"{name}_spread"]


def sums(columns: dict[str, Floats]) -> Integers:
    """The plain sum of both scores, on the grid on which scores are compared."""
    return np.rint((columns[IMPACT] + columns[FEASIBILITY]) * _GRID).astype(np.int64)


def _preferred(projects: pd.DataFrame) -> Integers:
    """Places in the table, in the order that decides between equal scores."""
    return np.argsort(-sums(checked(projects)), kind="stable")


def _chunks(projects: pd.DataFrame, count: int, seed: int, shared: bool) -> Iterator[tuple[Floats, Floats, Floats]]:
    """Drawn impacts and feasibilities (draws x projects) and a number from 0 to 1 a draw, a part at a time.

    The numbers do not depend on the size of the parts. Each step rounds so that whoever has the higher range gets the
    higher number from the same draw: a sum of two rounded products does, `low + (high - low) * draw` may not.
    """
    columns = checked(projects)
    size = len(projects)
    errors, weights = (np.random.default_rng([seed, stream]) for stream in (0, 1))
    rows = max(1, max(_CHUNK, size * size) // size)
    for start in range(0, count, rows):
        here = min(rows, count - start)
        drawn = errors.random((here, 2, 1 if shared else size))
        scores = []
        for place, name in enumerate(SCORES):
            low, high = ends(columns, name)
            score = low * (1 - drawn[:, place]) + high * drawn[:, place]
            scores.append(np.clip(score, low, high, out=score))
        yield scores[0], scores[1], weights.random((here, 1))


def _ranked(scores: Floats, preferred: Integers) -> Integers:
    """For each draw (row of scores) who is where, from best to worst, as places in `preferred`.

    A score and the project's place share one integer: so the place decides between equal scores, and plain sorting is
    faster than a stable argsort.
    """
    size = len(preferred)
    bits = size.bit_length()
    keys = np.rint(scores * -_GRID).astype(np.int64)
    keys *= 1 << bits
    keys[:, preferred] += np.arange(size)
    keys.sort(axis=1)
    keys &= (1 << bits) - 1
    return keys
