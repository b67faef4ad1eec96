"""What a brief asks for: its sections and fields, and from which form of the course each one comes.

The one table of it. The form stays where its module is: an entry made there or in module 6 is the same entry.
"""

from dataclasses import dataclass

MODULES = {
    "lifecycle": "01_lifecycle",
    "prioritizing": "02_prioritizing",
    "archetypes": "03_archetypes",
    "metrics": "04_metrics",
    "baselines": "05_baselines",
    "your_project": "06_your_project",
}
"""The first half of an item's name, and the notebook that asks for it and explains it."""
BOARDS = {"portfolio": "prioritizing/portfolio", "archetype_places": "archetypes/archetype_places"}
"""Each board's key in a brief, and its item."""
OWN = "own"
"""The point of a board that is the learner's own project."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a brief tells.

    Attributes:
        key: Its name in a brief, unique.
        label: What a reader sees before the value.
        item: The form that asks for it, as "module/name".
        name: The field of that form.
        needed: Whether a brief without it has a gap; some are asked for in certain cases only.
    """

    key: str
    label: str
    item: str
    name: str
    needed: bool = True

    @property
    def module(self) -> str:
        """The notebook that asks for it."""
        return MODULES[self.item.partition("/")[0]]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a brief: a key, a heading, and fields in the order in which they are read."""

    key: str
    title: str
    fields: tuple[Field, ...]


def _section(key: str, title: str, item: str, *fields: tuple[str, str] | tuple[str, str, bool]) -> Section:
    """A section whose fields are all of one form: (name, label), and False for those needed in certain cases only."""
    return Section(key, title, tuple(Field(f"{key}_{name}", label, item, name, *rest) for name, label, *rest in fields))


SECTIONS = (
    _section(
        "problem",
        "The problem",
        "your_project/problem",
        ("name", "Name of the project"),
        ("what", "What is decided or done better"),
        ("whom", "For whom"),
        ("why_ml", "Why machine learning at all"),
        ("without", "What happens without it"),
    ),
    _section(
        "impact",
        "Impact and feasibility",
        "prioritizing/prioritizing",
        ("model", "Where the impact comes from"),
        ("impact", "Why it matters"),
        ("data", "Data"),
        ("accuracy", "Accuracy required"),
        ("difficulty", "Difficulty"),
        ("step", "Step of the assessment"),
        ("next", "What comes next"),
    ),
    _section(
        "pyramid",
        "The pyramid of cost",
        "prioritizing/own_pyramid",
        ("acquire", "Getting examples"),
        ("label", "A label costs"),
        ("amount", "Examples needed"),
        ("stable", "Stability of the data"),
        ("secure", "May the data be seen"),
        ("wrong", "A wrong prediction costs"),
        ("good", "How good it must be"),
        ("ethics", "Could errors be unfair"),
        ("defined", "Well defined"),
        ("published", "Published work"),
        ("compute", "Computing affordable"),
        ("human", "A person can do it"),
    ),
    _section(
        "archetype",
        "Archetype",
        "archetypes/archetypes",
        ("archetype", "Archetype"),
        ("acts", "Who acts on the output"),
        ("enough", "How good it must be"),
        ("failure_rate", "Failure rate accepted (%)", False),
        ("trials", "Trials planned to show it", False),
        ("failures", "Kinds of failure, and how each is tested"),
        ("worth", "What being better is worth"),
        ("labels", "What a label costs"),
        ("loop", "Data loop"),
        ("next", "Next move"),
    ),
    _section(
        "metric",
        "The one metric",
        "metrics/metric",
        ("name", "Metric to optimise"),
        ("unit", "Unit", False),
        ("direction", "Better is", False),
        ("target", "Value needed (target)", False),
        ("formula", "Formula"),
        ("thresholds", "Under a threshold"),
        ("why", "Why this one now"),
    ),
    _section(
        "baselines",
        "Baselines, before the model",
        "baselines/baselines",
        ("required", "Required, or published"),
        ("constant", "Constant: expected", False),
        ("script_rules", "Script: which rules", False),
        ("script", "Script: expected", False),
        ("simple_model", "Simple model: which", False),
        ("simple", "Simple model: expected", False),
        ("people_who", "People: who", False),
        ("people", "People: expected", False),
        ("labels", "Who labels"),
        ("first", "By the end of this week"),
    ),
    Section(
        "lifecycle",
        "Loops, and the first pilot",
        (
            Field("lifecycle_phase", "Phase now", "lifecycle/lifecycle", "phase"),
            Field("lifecycle_requirement", "Requirement, and its test", "lifecycle/lifecycle", "requirement"),
            Field("lifecycle_loops", "Loops expected, and their triggers", "lifecycle/lifecycle", "loops"),
            Field("lifecycle_pilot", "First pilot", "lifecycle/lifecycle", "pilot"),
            Field("lifecycle_date", "Date of the pilot", "your_project/care", "date"),
        ),
    ),
    _section(
        "care",
        "Ethics and data security",
        "your_project/care",
        ("harm", "Whom it could harm"),
        ("remedy", "What is done about it"),
        ("security", "Data security"),
    ),
)
FIELDS = {field.key: field for section in SECTIONS for field in section.fields}
"""All fields by key, in the order of the brief."""
