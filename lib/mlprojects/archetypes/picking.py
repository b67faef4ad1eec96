"""Where a threshold is picked, and how often its promise is kept: many teams, each with images of its own.

All images that the classifier of `asking` did not learn from play the world: a team draws its images from them with
replacement. So the true error of every threshold is known, and a promise can be judged.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects import checks

from .asking import all_scores
from .claims import CONFIDENCE, level_of

TEAMS = 100
CHOICE = tuple(float(each) for each in np.round(1 - np.geomspace(0.5, 0.001, 25), 4))
"""The thresholds that a team may pick from, 0.5 to 0.999."""
SEED = 1
ON_TEST = "on the test set itself"
BY_ERROR = "on validation, by the error"
BY_BOUND = "on validation, by the bound"
WAYS = (ON_TEST, BY_ERROR, BY_BOUND)
"""Where a team picks its threshold, and by what."""


@dataclass(frozen=True)
class World:
    """Shares of all images by threshold of `CHOICE`.

    Attributes:
        cells: Shares of the images between two thresholds, right and wrong, shape (2, thresholds + 1); the first
            column is below all thresholds.
        automated: Share decided by the classifier, shape (thresholds,).
        error: The true error of what it decides, shape (thresholds,).
    """

    cells: npt.NDArray[np.float64]
    automated: npt.NDArray[np.float64]
    error: npt.NDArray[np.float64]


@cache
def world() -> World:
    """The world that the teams draw from."""
    seen = all_scores()
    place = np.searchsorted(CHOICE, seen.confidence, side="right")
    cells = np.stack([np.bincount(place[seen.right == right], minlength=len(CHOICE) + 1) for right in (True, False)])
    automated, wrong = _decided(cells)
    return World(cells / cells.sum(), automated / cells.sum(), wrong / automated)


def _decided(cells: npt.NDArray[np.int_]) -> tuple[npt.NDArray[np.int_], npt.NDArray[np.int_]]:
    """Images from each threshold on, and the wrong ones among them; cells (..., 2, thresholds + 1)."""
    above = cells[..., ::-1].cumsum(axis=-1)[..., ::-1][..., 1:]
    return above.sum(axis=-2), above[..., 1, :]


def promises(way: str, rate: float, images: int, teams: int = TEAMS, confidence: float = CONFIDENCE) -> pd.DataFrame:
    """What each team picks, what it reports, and what is true.

    A team picks the lowest threshold that keeps to the rate on its images: by their plain error, or by the bound. It
    reports the error on images for test: on the same ones where it picked on them, on as many fresh ones otherwise.

    Args:
        way: One of `WAYS`.
        rate: Promised: errors among the automated decisions, from 0 to 1.
        images: To pick on, at least 1.
        teams: At least 1; the same ones, with the same images, for every way and rate.
        confidence: Of the bound, above 0 and below 1.

    Returns:
        Index `team`; `threshold`, `reported` (error on the images for test), `true` (in the world), `kept` (whether the
        true error is at most the rate), `automated` (share in the world). A team that finds no threshold automates
        nothing: its threshold is missing, its errors are 0, and its promise is kept.

    Raises:
        TypeError: If a number is none.
        ValueError: If an argument is out of range.
    """
    from scipy.stats import beta  # type: ignore[import-untyped]  # noqa: PLC0415 - `import mlprojects` stays light

    checks.one_of("The way", way, WAYS)
    promised, level = checks.number("The failure rate", rate, 0, 1), level_of(confidence)
    pick, fresh = _drawn(checks.whole("The number of images", images, 1), checks.whole("The teams", teams, 1))
    automated, wrong = _decided(pick)
    if way == BY_BOUND:
        right = np.maximum(automated - wrong, 1)
        held = beta.ppf(level, wrong + 1, right) <= promised
    else:
        held = wrong <= promised * automated
    held &= automated > 0
    place = held.argmax(axis=1)
    found = held.any(axis=1)
    tested, failed = (automated, wrong) if way == ON_TEST else _decided(fresh)
    team = np.arange(len(place))
    reported = failed[team, place] / np.maximum(tested[team, place], 1)
    true = np.where(found, world().error[place], 0.0)
    return pd.DataFrame(
        {
            "threshold": np.where(found, np.array(CHOICE)[place], np.nan),
            "reported": np.where(found, reported, 0.0),
            "true": true,
            "kept": true <= promised,
            "automated": np.where(found, world().automated[place], 0.0),
        },
        index=pd.Index(team, name="team"),
    )


@cache
def _drawn(images: int, teams: int) -> tuple[npt.NDArray[np.int_], npt.NDArray[np.int_]]:
    """Each team's images to pick on and its fresh ones, counted by cell: shape (teams, 2, thresholds + 1)."""
    rng = np.random.default_rng(SEED)
    shares = world().cells.ravel()
    draws = (rng.multinomial(images, shares, teams).reshape(teams, *world().cells.shape) for _ in range(2))
    pick, fresh = draws
    return pick, fresh


def summary(rate: float, images: int, teams: int = TEAMS) -> pd.DataFrame:
    """How the three ways compare.

    Args:
        rate: As in `promises`.
        images: As in `promises`.
        teams: As in `promises`.

    Returns:
        Index `way`, that of `WAYS`; shares of the teams whose report keeps to the rate (`reported`) and whose promise
        is kept in truth (`kept`); `automated`, the share of the decisions, on average.

    Raises:
        TypeError: If a number is none.
        ValueError: If an argument is out of range.
    """
    rows = []
    for way in WAYS:
        table = promises(way, rate, images, teams)
        shares = {"reported": (table["reported"] <= rate).mean(), "kept": table["kept"].mean()}
        rows.append(shares | {"automated": table["automated"].mean()})
    return pd.DataFrame(rows, index=pd.Index(WAYS, name="way"))
