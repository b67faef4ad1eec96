"""Feasibility from the pyramid: one score from the answers to its questions, and which answers cost most.

The questions are in `pyramid_questions`. The points and the weights are ours. What the score leaves out: one answer may
stop a project whatever the others are, so `stoppers` names the worst answers apart; and answers are taken one by one,
though a strict requirement also makes labels costlier.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from mlprojects import checks

from .pyramid_questions import ACCURACY, DATA, DIFFICULTY, DRIVERS, QUESTIONS, question

WEIGHTS: Mapping[str, float] = {DATA: 3, ACCURACY: 2, DIFFICULTY: 1}
"""Ours: the lecture gives the order, no numbers."""
FULL = 100
"""Points of a project whose every answer is the easiest."""
_WORST, _BEST = 0, 2


@dataclass(frozen=True)
class Score:
    """What the answers come to, in points from 0 (every answer the worst) to 100 (every answer the best).

    Attributes:
        total: The weighted mean of the drivers.
        drivers: Points of each driver, from the base to the tip: the mean of its answers.
        lost: For each key, by how many points `total` would rise with the best answer. 100 less their sum is `total`.
    """

    total: float
    drivers: "pd.Series[float]"
    lost: "pd.Series[float]"


def worst_costs(weights: Mapping[str, float] = WEIGHTS) -> "pd.Series[float]":
    """For each driver the points that one worst answer costs: its share of the weights, spread over its questions.

    Errors as in `score`.
    """
    shares = _shares(weights)
    return pd.Series({driver: FULL * shares[driver] / _size(driver) for driver in DRIVERS}, name="points")


def score(answers: Mapping[str, str], weights: Mapping[str, float] = WEIGHTS) -> Score:
    """The feasibility of a project, from its answers.

    An answer counts 0, a half or 1; a driver is the mean of its answers, the whole the weighted mean of the drivers. A
    better answer never lowers any of them.

    Args:
        answers: For every one of `KEYS` one of its question's three answers.
        weights: For each driver how much it counts, in any unit; not all 0.

    Raises:
        TypeError: If answers or weights are no mapping, or a weight is no number.
        ValueError: If an answer or weight is missing, unknown or out of range; the sentence says which and what may be.
    """
    shares = _shares(weights)
    levels = _levels(answers)
    lost = {
        question.key: FULL * shares[question.driver] * (_BEST - levels[question.key]) / (_BEST * _size(question.driver))
        for question in QUESTIONS
    }
    drivers = {
        driver: FULL * sum(levels[q.key] for q in QUESTIONS if q.driver == driver) / (_BEST * _size(driver))
        for driver in DRIVERS
    }
    total = sum(shares[driver] * drivers[driver] for driver in DRIVERS)
    return Score(total, pd.Series(drivers, name="points"), pd.Series(lost, name="lost"))


def bounds(answers: Mapping[str, str], weights: Mapping[str, float] = WEIGHTS) -> tuple[Score, Score]:
    """The score of a project that is not fully known: with the worst and with the best answer to what is open.

    Args:
        answers: For some of `KEYS`, or all, or none.
        weights: As in `score`.

    Errors as in `score`, but for answers that are missing.
    """
    _levels_of(answers)
    worst, best = ({asked.key: asked.answers[level] for asked in QUESTIONS} for level in (_WORST, _BEST))
    return score({**worst, **answers}, weights), score({**best, **answers}, weights)


def costliest(scored: Score) -> tuple[str, ...]:
    """The keys of the answers that cost the most points: several if they cost the same, none if nothing is lost."""
    most = float(scored.lost.max())
    # Equal but for how shares were rounded.
    return tuple(key for key, lost in scored.lost.items() if lost > 0 and lost >= most - 1e-9)  # type: ignore[misc]


def stoppers(answers: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of the worst answers: each may stop the project, whatever its score.

    Raises:
        TypeError: As in `score`.
        ValueError: As in `score`.
    """
    return tuple(key for key, level in _levels(answers).items() if level == _WORST)


def _levels(answers: Mapping[str, str]) -> dict[str, int]:
    """For each key 0, 1 or 2, from the worst answer to the best."""
    levels = _levels_of(answers)
    for asked in QUESTIONS:
        if asked.key not in levels:
            raise ValueError(f"There is no answer to {asked.key!r}: {asked.text}")
    return levels


def _levels_of(answers: Mapping[str, str]) -> dict[str, int]:
    """The levels of those that are answered."""
    if not isinstance(answers, Mapping):
        raise TypeError(f"Answers must be a dict from key to answer; got a {type(answers).__name__}.")
    levels = {}
    for key, answer in answers.items():
        accepted = question(key).answers
        levels[key] = accepted.index(checks.one_of(f"The answer to {key!r}", answer, accepted))
    return levels


def _shares(weights: Mapping[str, float]) -> dict[str, float]:
    """The weights as shares of their sum."""
    if not isinstance(weights, Mapping):
        raise TypeError(f"Weights must be a dict from driver to number; got a {type(weights).__name__}.")
    for driver in weights:
        checks.one_of("The driver", driver, DRIVERS)
    missing = [driver for driver in DRIVERS if driver not in weights]
    if missing:
        raise ValueError(f"There is no weight for {missing[0]!r}.")
    checked = {driver: checks.number(f"The weight of {driver!r}", weights[driver], 0, 1e6) for driver in DRIVERS}
    total = sum(checked.values())
    if total <= 0:
        raise ValueError("At least one weight must be above 0.")
    return {driver: weight / total for driver, weight in checked.items()}


def _size(driver: str) -> int:
    return sum(asked.driver == driver for asked in QUESTIONS)
