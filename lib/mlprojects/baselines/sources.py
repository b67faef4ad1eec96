"""Where to look for baselines: six families, what each of them tells, and how each of them misleads.

The families and the two sides are the lecture's (Full Stack Deep Learning, Spring 2021, lecture 5, baselines part). It
calls every baseline a lower bound; that some are floors, some targets, some hints and some near the ceiling is our
distinction, after Ng, "Machine Learning Yearning" (2018), ch. 20 to 27 and 33 to 36. Effort, examples and traps are
ours.
"""

from dataclasses import dataclass

import pandas as pd

from mlprojects import checks

FLOOR, TARGET, HINT, CEILING = "a floor", "a target", "a hint", "near the ceiling"
TELLS = (FLOOR, TARGET, HINT, CEILING)
"""What must be beaten; what is asked for; what was possible elsewhere; what can hardly be beaten."""
EXTERNAL, INTERNAL = "external", "internal"
SIDES = (EXTERNAL, INTERNAL)
"""Given by others, or made by you on your own data."""
EFFORTS = ("minutes", "an hour", "a day", "a week")


@dataclass(frozen=True)
class Family:
    """One place to look.

    Attributes:
        name: What the family is called.
        side: One of `SIDES`.
        tells: One of `TELLS`.
        effort: One of `EFFORTS`: very roughly, what a first number takes.
        robot: The example of the robot that estimates poses.
        trap: How it misleads.
    """

    name: str
    side: str
    tells: str
    effort: str
    robot: str
    trap: str


FAMILIES = (
    Family(
        "requirements",
        EXTERNAL,
        TARGET,
        "a day",
        "how far a pose may be off so that the gripper still holds the mug",
        "It says what is needed, and nothing about what is possible.",
    ),
    Family(
        "published results",
        EXTERNAL,
        HINT,
        "a week",
        "the errors of a pose estimator in a paper, on its photographs",
        "Their data, metric and split are not yours: run their method on your data first.",
    ),
    Family(
        "constant",
        INTERNAL,
        FLOOR,
        "minutes",
        "always the mean place and the mean direction",
        "With rare classes a constant looks good by accuracy; compare by your own metric.",
    ),
    Family(
        "script",
        INTERNAL,
        FLOOR,
        "an hour",
        "the bright region in the photograph, and the axis along it",
        "A script that nobody tuned is easy to beat, and that proves little.",
    ),
    Family(
        "simple model",
        INTERNAL,
        FLOOR,
        "an hour",
        "a linear regression on the pixels",
        "If a large model is not better, suspect a bug or too few data, not the problem.",
    ),
    Family(
        "people",
        INTERNAL,
        CEILING,
        "a day",
        "two people who mark the handle on the same photographs",
        "One person is not human level, and people must get the same input as the model.",
    ),
)


def table() -> pd.DataFrame:
    """The six families.

    Returns:
        Index `family`; columns `side`, `tells`, `effort` (each one of the words above), `robot`, `trap`.
    """
    rows = [(each.side, each.tells, each.effort, each.robot, each.trap) for each in FAMILIES]
    names = pd.Index([each.name for each in FAMILIES], name="family")
    return pd.DataFrame(rows, index=names, columns=["side", "tells", "effort", "robot", "trap"])


def family(name: str) -> Family:
    """The family of this name.

    Raises:
        ValueError: If there is none; the sentence names the six.
    """
    checks.one_of("The family", name, [each.name for each in FAMILIES])
    return next(each for each in FAMILIES if each.name == name)
