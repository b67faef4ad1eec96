"""The three archetypes of machine-learning projects: what each is, who acts on the output, and what to ask of it.

The archetypes, their examples and their key questions are the lecture's (Full Stack Deep Learning, Spring 2021, lecture
5, archetypes part; the questions as in its table). The two questions that `archetype` asks, and their order, are ours.
So who acts alone does not tell: the two questions do. The lecture counts a better code completion as Software 2.0,
though a person accepts each completion: before the model, a program without learning made the list. So we ask for the
program first. Left out: products that are two archetypes at once, and those that let a person look at some outputs
only.
"""

import pandas as pd

from mlprojects import checks

SOFTWARE, LOOP, AUTONOMOUS = "Software 2.0", "Human in the loop", "Autonomous"
NAMES = (SOFTWARE, LOOP, AUTONOMOUS)

ARCHETYPES = pd.DataFrame(
    {
        "definition": [
            "a model does better what a program with written rules did before",
            "a person looks at each output before it takes effect",
            "the output takes effect with little or no review by a person",
        ],
        "acts": [
            "as before: a person or a machine",
            "a person: takes it, changes it, or leaves it",
            "the system itself",
        ],
        "examples": [
            "better code completion in an editor; recommendations made for each customer; better opponents in a game",
            "slides made from a sketch; e-mail completion; a radiologist who reads scans faster",
            "full self-driving; customer support without staff; websites that design themselves",
        ],
        "questions": [
            "Is the model really better than the rules? Is that worth money? Does it start a data flywheel?",
            "How good must it be to be of use? Where do enough data come from to make it that good?",
            "Which failure rate is acceptable? How can it be guaranteed? How cheaply can its data be labelled?",
        ],
    },
    index=pd.Index(NAMES, name="archetype"),
)
"""A row each: what it is, who acts on the output, the lecture's examples and key questions, all in our words."""

PERSON = "a person looks"
CHAINS = {
    SOFTWARE: ("input", "model, not\nrules", "person or\nmachine", "effect"),
    LOOP: ("input", "model", PERSON, "effect"),
    AUTONOMOUS: ("input", "model", "effect"),
}
"""The way from the input to the effect, station by station; what comes after the model acts on its output."""


def archetype(*, rules_before: bool, reviewed: bool) -> str:
    """The archetype of a product, by two design decisions; the first that applies decides.

    Args:
        rules_before: Whether a program with written rules did this job before the model.
        reviewed: Whether a person looks at each output before it takes effect.

    Raises:
        TypeError: If one of them is neither True nor False.
    """
    for name, value in (("rules_before", rules_before), ("reviewed", reviewed)):
        if not isinstance(value, bool):
            raise TypeError(f"{name} must be True or False; got {value!r}.")
    if rules_before:
        return SOFTWARE
    return LOOP if reviewed else AUTONOMOUS


def of(name: str) -> dict[str, str]:
    """What is said of an archetype: the columns of `ARCHETYPES`, each with its text.

    Raises:
        ValueError: If there is no such archetype.
    """
    place = NAMES.index(checks.one_of("archetype", name, NAMES))
    return {str(column): str(text) for column, text in ARCHETYPES.iloc[place].items()}
