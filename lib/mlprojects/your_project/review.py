"""What a project brief still lacks, and where it contradicts itself; each finding with the module that explains it.

The checks are ours. They read what was entered and no more: a brief without a finding is complete and free of these
contradictions, which does not make it a good project. Numbers of baselines are compared as they stand, so all must be
by the one metric.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import pandas as pd

from mlprojects.words import both

from .review_claims import failure_rate, trials
from .review_feasibility import cheap_and_dear, not_placed
from .review_metric import (
    direction,
    limits_without_number,
    target,
    target_beyond_reach,
    target_met_without_model,
    unit,
    worse_than_constant,
)

if TYPE_CHECKING:
    from mlprojects.record.brief import Brief

GAP, CONTRADICTION = "gap", "contradiction"
NOTEBOOKS = ("01_lifecycle", "02_prioritizing", "03_archetypes", "04_metrics", "05_baselines", "06_your_project")
"""The modules that explain what is found."""
LONGEST = 60
"""Characters of an answer that a finding repeats."""
NAMED = 4
"""As many open fields as are named one by one."""
SURELY_FAIR, FREELY = "hardly", "freely"
"""The answers of the pyramid that ask for no more words on ethics and on security."""

TRAINED, BEFORE_A_MODEL = ("3", "4"), ("1", "2", "3", "4", "5")
"""The phases that have a model, and the steps of the assessment that come before the first simple version."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a brief lacks, or two that do not go together.

    Attributes:
        check: The name of the check.
        kind: `GAP` or `CONTRADICTION`.
        says: What it is, and what would mend it.
        module: The notebook that explains it, such as "04_metrics".
    """

    check: str
    kind: str
    says: str
    module: str


Sentences: TypeAlias = "Callable[[Brief], Iterator[str]]"


def review(brief: "Brief") -> list[Finding]:
    """All findings, in the order of the modules; an empty list if there is none.

    Args:
        brief: Of any origin; what it does not have counts as open.
    """
    others = [
        Finding(name, kind, says, module) for name, (kind, module, check) in CHECKS.items() for says in check(brief)
    ]
    asked = {key for finding in others for key in ASKED.get(finding.check, ())}
    missing = [Finding(f"open_{key}", GAP, says, module) for key, says, module in _open(brief, asked)]
    return sorted([*missing, *others], key=lambda finding: finding.module)


def counted(findings: Sequence[Finding]) -> pd.DataFrame:
    """How many of each kind were found, indexed by notebook, all six: `gaps` and `contradictions`."""
    rows = [
        [
            sum(finding.module == module and finding.kind == kind for finding in findings)
            for kind in (GAP, CONTRADICTION)
        ]
        for module in NOTEBOOKS
    ]
    return pd.DataFrame(rows, columns=["gaps", "contradictions"], index=pd.Index(NOTEBOOKS, name="module"))


def _open(brief: "Brief", asked: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """Of each section and module with needed fields that are open and not `asked` for anyway: key, sentence, module."""
    for section in brief.sections:
        for module in dict.fromkeys(field.module for field in section.fields):
            fields = [f for f in section.fields if f.module == module and f.needed and f.key not in asked]
            labels = [f"“{field.label}”" for field in fields if brief.is_open(field)]
            if labels:
                yield section.key, f"{section.title}: {_still_open(labels)}.", module


def _still_open(labels: list[str]) -> str:
    verb = "is" if len(labels) == 1 else "are"
    return f"{both(labels)} {verb} still open" if len(labels) <= NAMED else f"{len(labels)} fields are still open"


def _no_baseline(brief: "Brief") -> Iterator[str]:
    if all(brief.number(f"baselines_{name}") is None for name in ("constant", "script", "simple")):
        no = "No baseline" if brief.number("baselines_people") is None else "No baseline but people"
        yield (
            f"{no} comes before the model: give the number that you expect of a constant, of a script or of a "
            "simple model."
        )


def _nameless_baseline(brief: "Brief") -> Iterator[str]:
    for number, what, says in (
        ("script", "script_rules", "the script: say which rules it has"),
        ("simple", "simple_model", "the simple model: say which one it is"),
        ("people", "people_who", "people: say who they are, and what they see"),
    ):
        if brief.number(f"baselines_{number}") is not None and not brief.text(f"baselines_{what}"):
            yield f"A number is expected of {says}."


def _ahead(brief: "Brief") -> Iterator[str]:
    phase, step = brief.text("lifecycle_phase"), brief.text("impact_step")
    if phase[:1] in TRAINED and step[:1] in BEFORE_A_MODEL:
        yield (
            f"The project is in phase “{_short(phase)}”, and its assessment still at step “{_short(step)}”: the steps "
            "up to a simple version come before training."
        )


def _unfair(brief: "Brief") -> Iterator[str]:
    answer = brief.text("pyramid_ethics")
    if answer and answer != SURELY_FAIR and not (brief.text("care_harm") and brief.text("care_remedy")):
        told = _short(answer)
        yield f"Errors could be unfair to people ({told}): say whom they could harm, and what is done about it."


def _insecure(brief: "Brief") -> Iterator[str]:
    answer = brief.text("pyramid_secure")
    if answer and answer != FREELY and not brief.text("care_security"):
        told = _short(answer)
        yield f"Not everybody may look at the data ({told}): say who may see which data, where, and how that is kept."


def _short(answer: str) -> str:
    """An answer on one line, cut where no option of a form is so long."""
    line = " ".join(answer.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


CHECKS: dict[str, tuple[str, str, Sentences]] = {
    "not_placed": (GAP, "02_prioritizing", not_placed),
    "ahead": (CONTRADICTION, "02_prioritizing", _ahead),
    "cheap_and_dear": (CONTRADICTION, "02_prioritizing", cheap_and_dear),
    "unfair": (GAP, "02_prioritizing", _unfair),
    "insecure": (GAP, "02_prioritizing", _insecure),
    "failure_rate": (GAP, "03_archetypes", failure_rate),
    "trials": (CONTRADICTION, "03_archetypes", trials),
    "unit": (GAP, "04_metrics", unit),
    "direction": (GAP, "04_metrics", direction),
    "target": (GAP, "04_metrics", target),
    "limits_without_number": (GAP, "04_metrics", limits_without_number),
    "no_baseline": (GAP, "05_baselines", _no_baseline),
    "nameless_baseline": (GAP, "05_baselines", _nameless_baseline),
    "worse_than_constant": (CONTRADICTION, "05_baselines", worse_than_constant),
    "target_met": (CONTRADICTION, "05_baselines", target_met_without_model),
    "target_beyond_reach": (CONTRADICTION, "05_baselines", target_beyond_reach),
}
"""Each check's kind, the module that explains it, and its function; fields that are always needed are `_open`'s."""
ASKED = {"unfair": ("care_harm", "care_remedy"), "insecure": ("care_security",)}
"""Needed fields that a check asks for with its reason: they are no second gap."""
