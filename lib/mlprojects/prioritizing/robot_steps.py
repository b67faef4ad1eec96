"""The seven steps for the robot of the case study, with what each leaves behind: a benchmark, rules, numbers.

Photographs, labels and estimators come from `mlprojects.case`. A pose is right if it is within 1 cm and 5 degrees of
its label: these two requirements are the lecture's (metrics part); in its prioritizing part it asks for 0.5 cm. The
agreed success, a share of right poses, is ours, and so is what the first steps may find. Here we know the truth, having
drawn the photographs; a team without it would label some of them twice to learn how good its labels are.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects import checks
from mlprojects.case import LAB, WAREHOUSE, Photos, angles, labels, photograph
from mlprojects.one_core import one_core

from .steps import STEPS, Answers, Finding, assess

Array = npt.NDArray[np.float64]

NEEDED_CM, NEEDED_DEGREES = 1.0, 5.0
STRICT_CM = 0.5
"""What the lecture's prioritizing part asks for."""
ARROW = 7.5
"""Length of a line in a picture, in cm: a little more than the handle's reach."""
TRAINING, TESTED = 800, 300
"""Photographs to learn from, and of the benchmark."""
PUBLISHED_CM = 1.5
"""Tobin et al., IROS 2017, arXiv:1703.06907: trained in simulation alone, it finds real objects to about that."""
WAREHOUSE_NAME = "warehouse"
PLACES = {"lab": LAB, WAREHOUSE_NAME: WAREHOUSE}
SENSORS, BY_HAND = "sensors", "one person"
LABELS = (SENSORS, BY_HAND)
LEVELS = (0.6, 0.8)
CONSTANT, SCRIPT, NETWORK = "constant", "script of rules", "neural networks"
ESTIMATORS = (CONSTANT, SCRIPT, NETWORK)
NOTHING, CHUTE, NO_NUMBER, CAMERAS = "nothing", "a chute", "no number", "people in view"
FOUND = (NOTHING, CHUTE, NO_NUMBER, CAMERAS)
"""What the first three steps find that stops: nothing; a chute in which each mug comes to lie the same way; no number
that all agree on; cameras that film people who were not asked. Ours."""


@dataclass(frozen=True)
class Walk:
    """The robot's assessment.

    Attributes:
        found: One of `FOUND`.
        place: "lab" or "warehouse".
        labelled_by: "sensors" or "one person".
        success: The agreed share of right poses, from 0 to 1.
        within: How far off a right pose may be, in cm.
        findings: From `steps.assess`.
    """

    found: str
    place: str
    labelled_by: str
    success: float
    within: float
    findings: tuple[Finding, ...]

    @property
    def last(self) -> Finding:
        """The finding at which the assessment ended."""
        return self.findings[-1]

    def at(self, step: int) -> Finding | None:
        """What was found at a step; None if the assessment ended before."""
        return self.findings[step - 1] if step <= len(self.findings) else None

    def table(self, step: int) -> pd.DataFrame:
        """What is known after a step.

        Args:
            step: From 1 to 7; later ones are not told yet.

        Returns:
            Index `step` (the names); columns `verdict` and `reason`.
        """
        rows = [_row(each.number, step, self.at(each.number)) for each in STEPS]
        return pd.DataFrame(rows, index=pd.Index([f"{each.number} {each.name}" for each in STEPS], name="step"))


def _row(number: int, looked_at: int, finding: Finding | None) -> dict[str, str]:
    if number > looked_at:
        return {"verdict": "not yet asked", "reason": ""}
    if finding is None:
        return {"verdict": "not reached", "reason": ""}
    return {"verdict": finding.verdict, "reason": finding.reason}


@cache
def walk(found: str, place: str, labelled_by: str, success: float, within: float = NEEDED_CM) -> Walk:
    """The robot's assessment, by what is found first, where it works, who labels, and what was agreed.

    Args:
        found: One of `FOUND`.
        place: One of `PLACES`.
        labelled_by: One of `LABELS`.
        success: The agreed share of right poses.
        within: How far off a right pose may be, in cm, above 0; 5 degrees as well.

    Raises:
        TypeError: If a number is none.
        ValueError: If there is no such finding, place or labels, or a number is out of range.
    """
    checks.one_of("What is found", found, FOUND)
    known = checks.one_of("The place", place, PLACES), checks.one_of("The labels", labelled_by, LABELS)
    agreed = checks.number("The agreed success", success, 0, 1)
    answers = Answers(
        without_ml=found == CHUTE,
        success=None if found == NO_NUMBER else agreed,
        harm_settled=found != CAMERAS,
        published=True,
        reached=within >= PUBLISHED_CM,
        labelled=TESTED,
        ceiling=ceiling(labelled_by, within),
        simple=share(SCRIPT, *known, within),
    )
    return Walk(found, place, labelled_by, agreed, within, assess(answers))


@cache
def photos(place: str) -> Photos:
    """The photographs of the benchmark; the same poses in both places."""
    return photograph(PLACES[checks.one_of("The place", place, PLACES)], TESTED, seed=1)


@cache
def benchmark(labelled_by: str) -> Array:
    """The labels of the benchmark, shape (300, 3): x, y (cm), angle (degrees)."""
    poses = photos("lab").poses
    if checks.one_of("The labels", labelled_by, LABELS) == SENSORS:
        return labels.sensor(poses, seed=1)
    only: Array = labels.annotators(poses, 1, seed=1)[0]
    return only


def lines(poses: Array) -> Array:
    """From each mug's middle along its handle: both ends of a line, shape (n, 2, 2), in cm."""
    start = poses[:, :2]
    return np.stack([start, start + ARROW * angles.unit(poses[:, 2])], axis=1)


@cache
def ceiling(labelled_by: str, within: float = NEEDED_CM) -> float:
    """The share of right answers that these labels would call right, by how far off (cm) a right pose may be."""
    return _right(benchmark(labelled_by), photos("lab").poses, within)


@cache
def share(estimator: str, place: str, labelled_by: str = SENSORS, within: float = NEEDED_CM) -> float:
    """The share of the benchmark that an estimator gets right; it learns from 800 photographs of the same place.

    Raises:
        TypeError: If `within` is no number.
        ValueError: If there is no such estimator, place or labels, or `within` is below 0.
    """
    said = _said(checks.one_of("The estimator", estimator, ESTIMATORS), place)
    return _right(benchmark(labelled_by), said, within)


def shares(place: str, labelled_by: str = SENSORS, within: float = NEEDED_CM) -> pd.Series:
    """`share` of each estimator, in order of effort."""
    return pd.Series({name: share(name, place, labelled_by, within) for name in ESTIMATORS}, name="share")


@cache
@one_core()
def _said(estimator: str, place: str) -> Array:
    from mlprojects.case import estimators  # noqa: PLC0415 - it loads scikit-learn

    kinds = {CONSTANT: estimators.Constant, SCRIPT: estimators.Moments, NETWORK: estimators.Network}
    taken = photograph(PLACES[checks.one_of("The place", place, PLACES)], TRAINING, seed=0)
    model = kinds[estimator]().fit(taken.images, labels.sensor(taken.poses, seed=0))
    said: Array = model.predict(photos(place).images)
    return said


def _right(known: Array, said: Array, within: float) -> float:
    """The share of poses that are so near (cm) to those known, and within 5 degrees."""
    from mlprojects.case.estimators import errors  # noqa: PLC0415 - see _said

    off, near = errors(known, said), checks.number("The distance", within, 0)
    return float(((off["position"] <= near) & (off["angle"] <= NEEDED_DEGREES)).mean())
