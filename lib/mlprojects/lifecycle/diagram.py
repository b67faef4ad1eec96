"""The lifecycle diagram as data: four phases, six arrows back with their reasons, and what serves every project.

Source: Full Stack Deep Learning, Spring 2021, lecture 5, "Lifecycle" (06:14 to 12:53); phases, activities and reasons
are the lecture's, in our words. It builds the diagram up in eleven steps, and so does `step`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from mlprojects import checks

from .project import Arrow


@dataclass(frozen=True)
class Phase:
    """A phase of every project; the activities are those of the case study, a robot that grasps what it sees."""

    number: int
    name: str
    activities: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Loop:
    """An arrow back: from the end of one phase to an earlier one, for any of these reasons.

    Attributes:
        number: Its place in the order in which the lecture adds the arrows.
        arrow: From this phase to that one.
        reasons: Every reason that the lecture gives.
        brief: All of them in as few words as fit beside the diagram, one text a line.
    """

    number: int
    arrow: Arrow
    reasons: tuple[str, ...]
    brief: tuple[str, ...]

    @property
    def name(self) -> str:
        """As it is written beside the diagram: "4 → 2"."""
        return f"{self.arrow[0]} → {self.arrow[1]}"


@dataclass(frozen=True)
class Shared:
    """What is built once and serves every project."""

    name: str
    why: str


PHASES = (
    Phase(
        1,
        "Planning & project setup",
        ("choose pose estimation", "set requirements and goals", "allocate resources", "think about ethics"),
        "before anything is built, somebody decides what the robot must be able to do, and with whose time",
    ),
    Phase(
        2,
        "Data collection & labeling",
        ("collect training objects", "set up cameras", "capture images", "annotate the ground truth (how?)"),
        "a model learns from examples, and the true pose of an object is not written on the picture",
    ),
    Phase(
        3,
        "Training & debugging",
        ("baseline without learning (OpenCV)", "reproduce the state of the art", "debug", "improve for our task"),
        "the simplest thing comes first, so that every later model has something to beat",
    ),
    Phase(
        4,
        "Deploying & testing",
        ("pilot the grasping in the lab", "regression tests", "tests for bias", "roll out"),
        "only the lab shows whether good poses make good grasps",
    ),
)

LOOPS = (
    Loop(
        1,
        (2, 1),
        (
            "the data are too hard to get",
            "another task is easier to label: marking an object's pixels takes less than measuring its pose",
        ),
        ("data too hard to get;", "another label is easier"),
    ),
    Loop(
        2,
        (3, 2),
        ("the model overfits, so more data are needed", "the labels turn out to be unreliable"),
        ("overfitting: more data;", "unreliable labels"),
    ),
    Loop(
        3,
        (3, 1),
        (
            "the task is too hard",
            "requirements pull against each other (accurate enough is too slow): decide which matters most",
        ),
        ("task too hard;", "requirements conflict"),
    ),
    Loop(
        4,
        (4, 3),
        ("it does well on the evaluation set and fails in the lab, on data that look alike: it must be more accurate",),
        ("fails in the lab:", "improve accuracy"),
    ),
    Loop(
        5,
        (4, 2),
        (
            "the training data do not match what the robot sees at work",
            "more data are needed",
            "hard cases met in the field are worth collecting",
        ),
        ("data do not match;", "more data; hard cases"),
    ),
    Loop(
        6,
        (4, 1),
        (
            "the metric does not drive what we want: better poses, no better grasps",
            "perhaps something else was needed, such as a model that says how sure it is",
            "it works poorly in the real world, so revisit the requirements (faster? more accurate?)",
        ),
        ("metric misses the goal;", "revisit requirements"),
    ),
)

CROSS_PROJECT = (
    Shared("Team & hiring", "people are found, hired and led for many projects, not for one phase of one"),
    Shared(
        "Infra & tooling", "tools for data, training and deployment make the next project, and each way back, cheaper"
    ),
)

ORDER: tuple[int | Arrow | str, ...] = (1, 2, (2, 1), 3, (3, 2), (3, 1), 4, (4, 3), (4, 2), (4, 1), "cross-project")
"""What each step adds: a phase's number, an arrow, or the boxes beside the project."""
STEPS = len(ORDER)


@dataclass(frozen=True)
class Step:
    """The diagram after some of its steps.

    Attributes:
        number: 1 to `STEPS`.
        phases: The phases shown.
        loops: The arrows back shown.
        shared: The boxes for all projects shown.
        new: What this step adds: a phase, an arrow back, or the boxes for all projects.
    """

    number: int
    phases: tuple[Phase, ...]
    loops: tuple[Loop, ...]
    shared: tuple[Shared, ...]
    new: Phase | Loop | tuple[Shared, ...]

    @property
    def details(self) -> Mapping[str, tuple[str, ...]]:
        """The heading and the lines of what is new: activities, reasons, or what is shared and why."""
        if isinstance(self.new, Phase):
            return {"Activity": self.new.activities}
        if isinstance(self.new, Loop):
            return {"Reason to go back": self.new.reasons}
        return {"Serves every project": tuple(box.name for box in self.new), "Why": tuple(box.why for box in self.new)}


def step(number: int) -> Step:
    """The diagram after `number` steps.

    Raises:
        TypeError: If it is no number.
        ValueError: If it is not from 1 to 11, or not whole.
    """
    plain = checks.whole("The step", number, 1, STEPS)
    added = ORDER[:plain]
    new = added[-1]
    phases = tuple(phase for phase in PHASES if phase.number in added)
    loops = tuple(loop for loop in LOOPS if loop.arrow in added)
    shared = CROSS_PROJECT if "cross-project" in added else ()
    latest = phases[-1] if isinstance(new, int) else loops[-1] if isinstance(new, tuple) else shared
    return Step(plain, phases, loops, shared, latest)
