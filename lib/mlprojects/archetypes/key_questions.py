"""The key questions of each archetype, answered for the robot: as it is, and what the archetype would still take.

The questions are the lecture's, in our words, and so is the case: a hand-written grasping program is slow and brittle,
and a model shall find the pose instead, which makes the robot Software 2.0 (Full Stack Deep Learning, Spring 2021,
lecture 5). The answers are ours. So are the robot's two other designs: an assistant that asks a person, and a robot
that works alone where people pick today.
"""

import pandas as pd

from mlprojects import checks

from .archetype_table import AUTONOMOUS, LOOP, NAMES, SOFTWARE, archetype

DESIGNS = {
    SOFTWARE: "a model finds the pose in place of the old program, and the arm grasps as before",
    LOOP: "a grasp assistant marks the grip for arms that people steer today, and a person confirms or moves it",
    AUTONOMOUS: "a robot takes over at night, alone, in a warehouse where people pick today",
}
"""The robot as each of the three; today it is the first."""
FACTS = {
    SOFTWARE: {"rules_before": True, "reviewed": False},
    LOOP: {"rules_before": False, "reviewed": True},
    AUTONOMOUS: {"rules_before": False, "reviewed": False},
}
"""Why: the answers to the two questions of `archetype_table.archetype`."""
TODAY = archetype(rules_before=True, reviewed=False)

_ROWS = (
    (
        SOFTWARE,
        "Is the model really better than the rules?",
        "Both are tried on the same photographs, in the lab and in the warehouse",
        "the same comparison at every update, in picks per hour as well",
    ),
    (
        SOFTWARE,
        "Is that worth money?",
        "More picks per hour are; a smaller error alone is not",
        "a price for one pick more, agreed with those who pay",
    ),
    (
        SOFTWARE,
        "Does it start a data flywheel?",
        "Not yet: a failed grasp is noticed, but it is not stored as a label",
        "the gripper's sensor and the photograph, kept together for each grasp",
    ),
    (
        LOOP,
        "How good must it be to be of use?",
        "So good that confirming is faster than marking by hand; nobody has timed it",
        "people timed with and without it, before the model is improved",
    ),
    (
        LOOP,
        "Where do enough data come from?",
        "Each confirmed or moved mark can be a label",
        "storing them, and checking some twice: people confirm from habit",
    ),
    (
        AUTONOMOUS,
        "Which failure rate is acceptable?",
        "A missed grasp is cheap and may be tried again; a broken thing or a hurt hand is not",
        "one rate for each kind of failure, agreed before the tests",
    ),
    (
        AUTONOMOUS,
        "How can it be guaranteed?",
        "It cannot yet: a few hundred photographs prove no small rate",
        "a limit on the arm's force, a fence, few kinds of things, and many runs",
    ),
    (
        AUTONOMOUS,
        "How cheaply can its data be labelled?",
        "In the lab by sensors; in a warehouse the pose must be marked by hand",
        "labels from the grasp itself: held or dropped",
    ),
)
OPEN = ("Does it start a data flywheel?", "How good must it be to be of use?", "How can it be guaranteed?")
"""What nobody can answer for the robot yet; one for each archetype."""
KEY_QUESTIONS = pd.DataFrame(_ROWS, columns=["archetype", "question", "answer", "takes"])
KEY_QUESTIONS["open"] = KEY_QUESTIONS["question"].isin(OPEN)
"""A row a question: its archetype, the question, the robot's answer, what it would take, and whether it is open."""


def asked_of(name: str) -> pd.DataFrame:
    """The key questions of one archetype.

    Returns:
        Index `question`; columns `answer`, `takes` and `open` (bool).

    Raises:
        ValueError: If there is no such archetype.
    """
    checks.one_of("archetype", name, NAMES)
    own = KEY_QUESTIONS[KEY_QUESTIONS["archetype"] == name]
    return own.set_index("question")[["answer", "takes", "open"]]
