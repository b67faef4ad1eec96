"""You beside the robot's estimators: five photographs of the lab, labelled by hand and by script, ridge and network.

Photographs, estimators and the measure of errors come from `mlprojects.case`. The estimators learn from 800 other
photographs of the lab, with labels by sensor; the same five poses are photographed in the lab and in the warehouse. The
truth is known because we drew the photographs. The person who is always there is simulated (`case.labels`; the sizes of
bias and noise are ours).
"""

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects import checks
from mlprojects.case import LAB, WAREHOUSE, Photos, angles, labels, photograph
from mlprojects.one_core import one_core

from . import rounds

if TYPE_CHECKING:
    from collections.abc import Mapping

Array = npt.NDArray[np.float64]

PLACES = {"lab": LAB, "warehouse": WAREHOUSE}
TRAINING, FIVE, MANY = 800, 5, 300
SEED, OTHERS = 2, 3
"""Of the five, and of many others: the next ones, not chosen ones; 0 gives the photographs to learn from, 1 those of
other lessons."""
CASES = tuple(f"lab {number}" for number in range(1, FIVE + 1))
"""Names of the five in the ledger."""
CONSTANT, SCRIPT, RIDGE, NETWORK = "constant", "script of rules", "ridge regression", "neural network"
LEARNED = (CONSTANT, SCRIPT, RIDGE, NETWORK)
PERSON, YOU = "made-up person", "you"
ESTIMATORS = (*LEARNED, PERSON)
ARROW = 7.5
"""Length of an arrow in a picture, in cm: a little more than the handle's reach."""


@cache
def photos(place: str = "lab") -> Photos:
    """The five photographs.

    Raises:
        ValueError: If there is no such place.
    """
    return photograph(PLACES[checks.one_of("The place", place, PLACES)], FIVE, seed=SEED)


@cache
def said(estimator: str, place: str = "lab") -> Array:
    """What an estimator says of the five, shape (5, 3): x, y (cm), angle (degrees).

    Raises:
        ValueError: If there is no such estimator or place.
    """
    checks.one_of("The estimator", estimator, ESTIMATORS)
    seen = photos(place)
    if estimator == PERSON:
        by_hand: Array = labels.annotators(seen.poses, 1, seed=SEED)[0]
        return by_hand
    return _learned(estimator, place)


def errors(estimator: str, place: str = "lab") -> pd.DataFrame:
    """`position` (cm) and `angle` (degrees, from 0 to 180) errors on the five, by number; arguments as `said`."""
    return measure(said(estimator, place), place)


def measure(poses: npt.ArrayLike, place: str = "lab") -> pd.DataFrame:
    """As `errors`, of any five poses (5, 3).

    Raises:
        ValueError: If there are not five, or a number is not finite.
    """
    from mlprojects.case.estimators import errors as off  # noqa: PLC0415 - it loads scikit-learn

    return off(photos(place).poses, np.asarray(poses, dtype=float)).set_axis(range(1, FIVE + 1))


def medians(place: str = "lab", own: "Mapping[str, npt.ArrayLike] | None" = None) -> pd.DataFrame:
    """All estimators on the same five photographs.

    Args:
        place: "lab" or "warehouse".
        own: Five poses of labellers, by name, each of shape (5, 3); they stand first.

    Returns:
        Index: who. Columns: median `position` (cm) and `angle` (degrees), `worst` (largest angle error, degrees), and
        with `own` also `nearer`: on how many of the five the angle is nearer to the truth than the last labeller's.

    Raises:
        ValueError: If there is no such place, or not five poses.
    """
    off = {who: measure(poses, place) for who, poses in (own or {}).items()}
    last = next(reversed(off.values()), None)
    off |= {name: errors(name, place) for name in ESTIMATORS}
    table = pd.DataFrame({who: each.median() for who, each in off.items()}).T.rename_axis("who")
    table["worst"] = [each["angle"].max() for each in off.values()]
    if last is not None:
        table["nearer"] = [int((each["angle"] < last["angle"]).sum()) for each in off.values()]
    return table


def beside(labels: pd.DataFrame) -> pd.DataFrame:
    """A labeller's finished rounds beside the estimators, on the five photographs of the lab.

    Args:
        labels: As in `judge`, but a round that is not finished is left out, and there may be none.

    Returns:
        As `medians` gives it, without `nearer`.

    Raises:
        ValueError: If a number is not finite.
    """
    own = rounds.named(YOU, rounds.finished(labels, CASES))
    return medians("lab", {who: _poses(part) for who, part in own.items()})[["position", "angle", "worst"]]


def on_many(place: str = "lab") -> "pd.Series[float]":
    """Median angle errors of the four that are no person on `MANY` other photographs, in degrees; index: who.

    Raises:
        ValueError: If there is no such place.
    """
    from mlprojects.case.estimators import errors as off  # noqa: PLC0415 - see measure

    seen = photograph(PLACES[checks.one_of("The place", place, PLACES)], MANY, seed=OTHERS)
    found = {name: off(seen.poses, _estimates(name, seen))["angle"].median() for name in LEARNED}
    return pd.Series(found, name="angle").rename_axis("who")


def five_and_many(place: str = "lab") -> pd.DataFrame:
    """Median angle errors on the `five` and on `many` other photographs of a place, side by side, in degrees."""
    return pd.DataFrame({"five": medians(place).loc[list(LEARNED), "angle"], "many": on_many(place)})


def best_angle(place: str = "lab") -> str:
    """Which of the four that are no person has the smallest median angle error on the five."""
    return str(medians(place).loc[list(LEARNED), "angle"].idxmin())


def clean_sweep(photographs: int = FIVE) -> float:
    """How likely one of two equally good labellers is nearer on every photograph: 2 (1/2)^n, without ties."""
    return 2 * 0.5 ** checks.whole("The number of photographs", photographs, 1)


def judge(given: pd.DataFrame) -> tuple[pd.DataFrame, float | None, "pd.Series[float] | None"]:
    """Judge labels of one or several finished rounds; the last round is what counts.

    Args:
        given: Columns `case` (of `CASES`, each once a round), `round`, `x`, `y`, `angle` and `seconds` (may be NaN).

    Returns:
        `medians` with the labeller's rounds; the median seconds a photograph, None if none was measured; and how far
        the last two rounds are apart (medians of `position` in cm and `angle` in degrees), None after the first round.

    Raises:
        TypeError: If it is no frame, or a label is no number.
        ValueError: If there are no labels, a number is not finite, or a case is missing.
    """
    checks.frame("The labels", given, ("x", "y", "angle", "round"), -np.inf)
    own = {who: _poses(part) for who, part in rounds.named(YOU, rounds.whole(given, CASES)).items()}
    times = given.loc[given["round"] == given["round"].max(), "seconds"].dropna()
    apart = None
    if len(own) > 1:
        from mlprojects.case.estimators import errors as off  # noqa: PLC0415 - see measure

        apart = off(*list(own.values())[-2:]).median()
    return medians("lab", own), float(times.median()) if len(times) else None, apart


def arrows(estimator: str, place: str, number: int) -> Array:
    """Both ends of the true and of the estimated arrow on photograph `number` (from 1), shape (2, 2, 2), in cm."""
    which = checks.whole("The photograph", number, 1, FIVE) - 1
    poses = np.stack([photos(place).poses[which], said(estimator, place)[which]])
    return np.stack([poses[:, :2], poses[:, :2] + ARROW * angles.unit(poses[:, 2])], axis=1)


def _poses(labels: pd.DataFrame) -> Array:
    poses: Array = labels[["x", "y", "angle"]].to_numpy(dtype=float)
    return poses


@cache
def _learned(estimator: str, place: str) -> Array:
    answer = _estimates(estimator, photos(place))
    answer.setflags(write=False)
    return answer


@one_core()
def _estimates(estimator: str, seen: Photos) -> Array:
    answer: Array = _fitted(estimator).predict(seen.images)
    return answer


@cache
@one_core()
def _fitted(estimator: str) -> Any:  # noqa: ANN401 - one of four classes
    from mlprojects.case import estimators  # noqa: PLC0415 - it loads scikit-learn

    kinds = (estimators.Constant, estimators.Moments, estimators.Ridge, estimators.Network)
    taken = _training()
    model = dict(zip(LEARNED, kinds, strict=True))[estimator]()
    return model.fit(taken.images, labels.sensor(taken.poses, seed=0))


@cache
def _training() -> Photos:
    """The photographs of the lab to learn from."""
    return photograph(LAB, TRAINING, seed=0)
