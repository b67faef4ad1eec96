"""The five takeaways of the lecture, one a module, each with a number that its module computes.

Source: Full Stack Deep Learning, Spring 2021, lecture 5, conclusion (1:10:21 to the end), in our words. What to do
tomorrow is ours. The numbers are those of the explorers named; a test computes each of them again in its module.
"""

from dataclasses import dataclass

import pandas as pd

from mlprojects import checks


@dataclass(frozen=True, slots=True)
class Takeaway:
    """One row of the conclusion.

    Attributes:
        module: "Lifecycle" to "Baselines".
        notebook: Its notebook, such as "01_lifecycle".
        says: The takeaway.
        seen: The title of the explorer that showed it.
        before: What a number was without it, and what that is.
        after: The same number with it.
        unit: Of both numbers.
        number: What they tell, in a sentence.
        tomorrow: What to do about it on the next day.
    """

    module: str
    notebook: str
    says: str
    seen: str
    before: tuple[str, float]
    after: tuple[str, float]
    unit: str
    number: str
    tomorrow: str


TAKEAWAYS = (
    Takeaway(
        "Lifecycle",
        "01_lifecycle",
        "A project is a loop. Put something rough into the field early, so that it turns.",
        "When will it ship?",
        ("first pilot late", 33.9),
        ("first pilot early", 28.2),
        "weeks",
        "With the chances that we made up, an early pilot ships after 28 weeks on average, not after 34.",
        "Set a day for a first pilot, and say what is left out of it.",
    ),
    Takeaway(
        "Prioritizing",
        "02_prioritizing",
        "Look for large impact where a wrong prediction is cheap.",
        "How feasible is the robot, and which answer costs most?",
        ("an error is a catastrophe", 57),
        ("an error annoys", 68),
        "points",
        "One answer, what an error costs, moves the robot's feasibility from 57 to 68 of 100 points.",
        "Write down what one wrong answer costs, and whom it hits.",
    ),
    Takeaway(
        "Archetypes",
        "03_archetypes",
        "Let use leave labels behind. The flywheel and a good product design do the rest.",
        "What keeps the flywheel turning, and what stops it?",
        ("no use leaves a label", 30),
        ("1 use in 20 does", 6.9),
        "% wrong",
        "In our model, labels from 1 use in 20 bring the errors down from 30 % to 6.9 % in 104 weeks.",
        "Find one thing that users do anyway, and keep it as a label.",
    ),
    Takeaway(
        "Metrics",
        "04_metrics",
        "You care about many numbers. Always have one that you work on.",
        "Which model wins?",
        ("win by some rule", 3),
        ("wins by one rule", 1),
        "of 3 models",
        "Each of the lecture's 3 models wins by some rule. Only a rule that is chosen leaves 1.",
        "Name the one number, its unit, its direction and its target.",
    ),
    Takeaway(
        "Baselines",
        "05_baselines",
        "A good baseline shows where effort pays, and where it does not.",
        "How far does each rung get on handwritten digits?",
        ("a constant", 89.8),
        ("a rule of a few lines", 9.6),
        "% wrong",
        "On handwritten digits a rule of a few lines avoids 89 % of the errors that a constant makes.",
        "Measure a constant and a script, before any model.",
    ),
)


def takeaways() -> pd.DataFrame:
    """All five, indexed by module: `takeaway`, `seen_in`, `without`, `with`, `unit`, `tomorrow`."""
    rows = [
        {
            "takeaway": each.says,
            "seen_in": each.seen,
            "without": each.before[1],
            "with": each.after[1],
            "unit": each.unit,
            "tomorrow": each.tomorrow,
        }
        for each in TAKEAWAYS
    ]
    return pd.DataFrame(rows, index=pd.Index([each.module for each in TAKEAWAYS], name="module"))


def takeaway(module: str) -> Takeaway:
    """That of one module.

    Raises:
        ValueError: If there is none; the sentence names those there are.
    """
    checks.one_of("The module", module, [each.module for each in TAKEAWAYS])
    return next(each for each in TAKEAWAYS if each.module == module)
