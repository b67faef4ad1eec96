"""Feasibility from the pyramid: twelve sub-questions under three cost drivers, and one score from their answers.

Source: Full Stack Deep Learning, Spring 2021, lecture 5, "Prioritizing" (12:53 to 36:51): three drivers of cost, the
first at the wide base, and what to ask about each; in our words. The scale of three answers, the points and the
weights are ours. What the score leaves out: one answer may stop a project whatever the others are, so `stoppers` names
the worst answers apart; and answers are taken one by one, though a strict requirement also makes labels costlier.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from mlprojects import checks

DATA, ACCURACY, DIFFICULTY = "data availability", "accuracy requirement", "problem difficulty"
DRIVERS = (DATA, ACCURACY, DIFFICULTY)
"""From the base, which drives cost most, to the tip."""
WEIGHTS: Mapping[str, float] = {DATA: 3, ACCURACY: 2, DIFFICULTY: 1}
"""Ours: the lecture gives the order, no numbers."""
FULL = 100
"""Points of a project whose every answer is the easiest."""


@dataclass(frozen=True)
class SubQuestion:
    """One thing to ask before a project is started.

    Attributes:
        key: One word for it, as answers are given by.
        driver: One of `DRIVERS`.
        short: What it is about, for tables and pictures.
        text: The question.
        answers: Three, from the one that makes a project most expensive to the one that makes it cheapest.
        why: What it has to do with cost.
    """

    key: str
    driver: str
    short: str
    text: str
    answers: tuple[str, str, str]
    why: str


QUESTIONS = (
    SubQuestion(
        "acquire",
        DATA,
        "Getting examples",
        "How hard are examples to get?",
        ("hard", "some work", "easy"),
        "without examples there is nothing to learn from",
    ),
    SubQuestion(
        "label",
        DATA,
        "Labels",
        "What does a label cost?",
        ("an expert's time", "some work", "next to nothing"),
        "somebody or something must say what is right, example by example",
    ),
    SubQuestion(
        "amount",
        DATA,
        "Examples needed",
        "How many examples will it take?",
        ("very many", "thousands", "few"),
        "published benchmarks on similar problems give a first idea",
    ),
    SubQuestion(
        "stable",
        DATA,
        "Stability",
        "Will the data stay as they are?",
        ("they keep changing", "they drift slowly", "they stay"),
        "data that change must be collected again; a recommender even changes what its users do",
    ),
    SubQuestion(
        "secure",
        DATA,
        "Data security",
        "May you look at the data?",
        ("never", "under conditions", "freely"),
        "data that nobody may see can be neither labelled nor debugged",
    ),
    SubQuestion(
        "wrong",
        ACCURACY,
        "Cost of errors",
        "What does a wrong prediction cost?",
        ("a catastrophe", "real money", "a small annoyance"),
        "a car that errs may kill, a bad film tip is skipped",
    ),
    SubQuestion(
        "good",
        ACCURACY,
        "Accuracy needed",
        "How good must it be to be useful?",
        ("nearly perfect", "mostly right", "only sometimes right"),
        "one good tip in ten makes a useful recommender; cost grows steeply towards perfection",
    ),
    SubQuestion(
        "ethics",
        ACCURACY,
        "Fairness",
        "Could errors be unfair to people?",
        ("very likely", "perhaps", "hardly"),
        "it must then be right for every group of users, not on average only",
    ),
    SubQuestion(
        "defined",
        DIFFICULTY,
        "Definition",
        "Is the problem well defined?",
        ("not yet", "roughly", "fully"),
        "in practice this is missing most often",
    ),
    SubQuestion(
        "published",
        DIFFICULTY,
        "Published work",
        "Has something similar been published?",
        ("nothing", "similar problems", "the same problem"),
        "the newer the problem, the more risk and effort",
    ),
    SubQuestion(
        "compute",
        DIFFICULTY,
        "Compute",
        "Can you afford training and use?",
        ("no", "barely", "yes"),
        "a model of a paper that thinks for a second or two is often too slow to be used",
    ),
    SubQuestion(
        "human",
        DIFFICULTY,
        "Human ability",
        "Can a person do it from the same inputs?",
        ("no", "partly", "yes"),
        "what people can do from the same inputs is known to be possible",
    ),
)
KEYS = tuple(question.key for question in QUESTIONS)
_BY_KEY = {question.key: question for question in QUESTIONS}
_WORST, _BEST = 0, 2
COUNTS = ("counts 0", "counts ½", "counts 1")
"""What an answer counts, from the worst to the best."""


@dataclass(frozen=True)
class Reason:
    """An answer and what speaks for it; `ours` where the lecture does not say."""

    answer: str
    why: str
    ours: bool = False


ROBOT_REASONS: Mapping[str, Reason] = {
    "acquire": Reason("easy", "the robot runs in the lab and takes pictures"),
    "label": Reason("some work", "people cannot label a pose in three dimensions well, but sensors in the lab can"),
    "amount": Reason("thousands", "two models instead of one from picture to motor need fewer labels, not few"),
    "stable": Reason("they drift slowly", "a warehouse has other lamps and other mugs than the lab", ours=True),
    "secure": Reason("freely", "the pictures are the company's own and show things", ours=True),
    "wrong": Reason("a small annoyance", "a missed grasp costs seconds: what counts is picks per hour"),
    "good": Reason("nearly perfect", "the pose must be right within 0.5 cm (the metrics part asks for 1 cm only)"),
    "ethics": Reason("hardly", "the robot judges no people", ours=True),
    "defined": Reason("fully", "pictures go in, position and orientation of each object come out"),
    "published": Reason("similar problems", "there are good results, on other objects and other robots"),
    "compute": Reason("barely", "first models take about 300 ms where 100 ms are needed"),
    "human": Reason("partly", "people grasp what they see, but cannot tell centimetres and degrees", ours=True),
}
"""The case study: the lecture's facts in our words, and how we read them on our scale."""
ROBOT: Mapping[str, str] = {key: reason.answer for key, reason in ROBOT_REASONS.items()}
"""The robot's answers, one a key; `{**ROBOT, "good": "mostly right"}` is another project."""


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


def questions() -> pd.DataFrame:
    """The sub-questions, one a row, indexed by key: driver, question, the answers by what they count, and why."""
    rows = [
        {"driver": q.driver, "question": q.text, **dict(zip(COUNTS, q.answers, strict=True)), "why": q.why}
        for q in QUESTIONS
    ]
    return pd.DataFrame(rows, index=pd.Index(KEYS, name="key"))


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


def question(key: str) -> SubQuestion:
    """The sub-question of a key.

    Raises:
        ValueError: If there is none.
    """
    return _BY_KEY[checks.one_of("The key", key, KEYS)]


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
