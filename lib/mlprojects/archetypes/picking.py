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
from mlprojects.binomial import CONFIDENCE, upper_bounds

from .asking import all_scores

TEAMS = 100
CHOICE = tuple(float(each) for each in np.round(1 - np.geomspace(0.5, 0.001, 25), 4))
"""The thresholds that a team may pick from, 0.5 to 0.999."""
SEED = 1
EDGE = 2.6
"""Where a picture of the teams' errors ends, as a multiple of the promise."""
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

    By the plain error, a team picks the lowest threshold that keeps to the rate on its images. By the bound, it goes
    down from the highest threshold and stops before the first whose bound is above the rate. The bound is exact for one
    threshold fixed beforehand; this fixed order is what lets it be used on many (Rosenbaum, "Testing hypotheses
    in order", Biometrika 95, 2008): of all teams at most a share 1 - confidence break their promise. Of those that make
    one it may be more. A team reports the error on images for test: on the same ones where it picked on them, on as
    many fresh ones otherwise.

    Args:
        way: One of `WAYS`.
        rate: Promised: errors among the automated decisions, from 0 to 1.
        images: To pick on, at least 1.
        teams: At least 1; the same ones, with the same images, for every way and rate.
        confidence: Of the bound, above 0 and below 1.

    Returns:
        Index `team`; `threshold`, `reported` (error on the images for test), `true` (in the world), `found`
        (whether there is a threshold, so that a promise is made), `kept` (found, and the true error is at most the
        rate), `automated` (share in the world). A team that finds none automates nothing: its threshold is missing, its
        errors are 0.

    Raises:
        TypeError: If a number is none.
        ValueError: If an argument is out of range.
    """
    checks.one_of("The way", way, WAYS)
    promised = checks.number("The failure rate", rate, 0, 1)
    pick, fresh = _drawn(checks.whole("The number of images", images, 1), checks.whole("The teams", teams, 1))
    automated, wrong = _decided(pick)
    if way == BY_BOUND:
        # Each threshold is tried only if all above it passed: so the chance of a broken promise stays that of one try.
        passed = upper_bounds(wrong, automated, confidence) <= promised
        held = np.logical_and.accumulate(passed[:, ::-1], axis=1)[:, ::-1]
    else:
        held = (wrong <= promised * automated) & (automated > 0)
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
            "found": found,
            "kept": found & (true <= promised),
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


def counted(teams: pd.DataFrame, rate: float) -> "pd.Series[float]":
    """How a promise went.

    Args:
        teams: From `promises`.
        rate: As in `promises`.

    Returns:
        Shares of all teams: `found` (make the promise), `reported` (and report an error within it), `kept` (and have
        one), `broken` (and have none); and `automated`, the share of the decisions, on average.
    """
    checks.frame("The teams", teams, ["reported", "automated"], 0, 1)
    promised = checks.number("The failure rate", rate, 0, 1)
    return pd.Series(
        {
            "found": teams["found"].mean(),
            "reported": (teams["found"] & (teams["reported"] <= promised)).mean(),
            "kept": teams["kept"].mean(),
            "broken": (teams["found"] & ~teams["kept"]).mean(),
            "automated": teams["automated"].mean(),
        }
    )


def summary(rate: float, images: int, teams: int = TEAMS) -> pd.DataFrame:
    """How the three ways compare.

    Args:
        rate: As in `promises`.
        images: As in `promises`.
        teams: As in `promises`.

    Returns:
        Index `way`, that of `WAYS`; the columns of `counted`.

    Raises:
        TypeError: If a number is none.
        ValueError: If an argument is out of range.
    """
    rows = [counted(promises(way, rate, images, teams), rate) for way in WAYS]
    return pd.DataFrame(rows, index=pd.Index(WAYS, name="way"))


def edge(rate: float) -> float:
    """The highest error in a picture of the teams that promise this rate.

    Raises:
        TypeError: If the rate is no number.
        ValueError: If it is out of range.
    """
    return EDGE * checks.number("The failure rate", rate, 0, 1)


def inside(teams: pd.DataFrame, highest: float) -> tuple[pd.DataFrame, int]:
    """The teams that make a promise, for a picture that ends at an error `highest`: what lies beyond it is put on it.

    Returns:
        The rows of `teams` with a threshold, `reported` and `true` at most that; and how many were beyond.
    """
    found = teams[teams["found"]]
    beyond = (found[["reported", "true"]] > highest).any(axis=1)
    return found.assign(reported=found["reported"].clip(upper=highest), true=found["true"].clip(upper=highest)), int(
        beyond.sum()
    )
