"""What the pyramid asks: twelve sub-questions under three cost drivers, and what the robot's project answers.

Source: Full Stack Deep Learning, Spring 2021, lecture 5, "Prioritizing" (12:53 to 36:51): three drivers of cost, the
first at the wide base, and what to ask about each; in our words. The scale of three answers is ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from mlprojects import checks

DATA, ACCURACY, DIFFICULTY = "data availability", "accuracy requirement", "problem difficulty"
DRIVERS = (DATA, ACCURACY, DIFFICULTY)
"""From the base, which drives cost most, to the tip."""


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


def questions() -> pd.DataFrame:
    """The sub-questions, one a row, indexed by key: driver, question, the answers by what they count, and why."""
    rows = [
        {"driver": q.driver, "question": q.text, **dict(zip(COUNTS, q.answers, strict=True)), "why": q.why}
        for q in QUESTIONS
    ]
    return pd.DataFrame(rows, index=pd.Index(KEYS, name="key"))


def question(key: str) -> SubQuestion:
    """The sub-question of a key.

    Raises:
        ValueError: If there is none.
    """
    return _BY_KEY[checks.one_of("The key", key, KEYS)]
