"""The last lesson: the five takeaways, a brief that is checked, four questions across the modules, and one's own."""

from functools import partial

from mlprojects.engine import (
    Board,
    Choice,
    Form,
    Prediction,
    Progress,
    Question,
    Slider,
    View,
    absent,
    explorer,
    read_texts,
)
from mlprojects.words import capital

from . import changes, figures, model, says
from .example import ROBOT
from .own_brief import CheckedBrief, own_brief
from .texts import TEXTS

__getattr__ = absent(__name__)

TOLD = {
    "target_met": "no model is needed to reach the target",
    "target_beyond_reach": "the target is beyond reach",
    "worse_than_constant": "the script is worse than a constant",
}
"""Findings in the words of the prediction's options."""


def _low_target() -> str:
    """What the check finds first, in the words of the options."""
    found = [TOLD[finding.check] for finding in model.review(changes.robot(changes.LOW))]
    return next(iter(found), "nothing: the target is safe now")


low_target = Prediction(TEXTS, "low_target", truth=_low_target)


@explorer(module=Choice("Module", [each.module for each in model.TAKEAWAYS]))
def takeaways(module: str) -> View:
    """What is left of the five modules?"""
    chosen = model.takeaway(module)
    table = model.takeaways()[["seen_in", "without", "with", "unit"]].rename(
        columns={"seen_in": "Seen in", "without": "Without", "with": "With", "unit": "Unit"}
    )
    draw = partial(figures.takeaways, rows=model.TAKEAWAYS, chosen=module)
    return View(table.rename_axis("Module"), says.what_it_leaves(chosen), draw)


@explorer(
    after=low_target,
    change=Choice("Change", {capital(change): change for change in changes.CHANGES}),
    trials=Slider("Trials planned", values=changes.TRIALS, format="{:,}", when=("change", changes.PROMISE)),
)
def check_of_a_brief(change: str, trials: int) -> View:
    """What does the check find in the robot's brief?"""
    findings = model.review(changes.robot(change, trials))
    counts = model.counted(findings)
    rows = counts[(counts > 0).any(axis="columns")] if findings else counts
    table = rows.rename(columns=str.capitalize).rename_axis("Module")
    told = f"{change}; {trials:,} trials" if change == changes.PROMISE else change
    draw = partial(figures.check, counts=counts, findings=findings, change=told)
    return View(table, says.what_is_found(findings), draw)


metric_and_users = Question(TEXTS, "metric_and_users")
letters_a_year = Question(TEXTS, "letters_a_year")
script_or_model = Question(TEXTS, "script_or_model")
this_week = Question(TEXTS, "this_week")

own_problem = Form(TEXTS, "problem")
own_care = Form(TEXTS, "care")
robots_brief = CheckedBrief(lambda: ROBOT)


def _again(wing: str, form: str) -> Form:
    """The form of another wing: the same entry of the ledger, so that an answer here is an answer there."""
    return Form(read_texts(f"mlprojects.{wing}"), form)


again_lifecycle = _again("lifecycle", "lifecycle")
again_priorities = _again("prioritizing", "prioritizing")
again_pyramid = _again("prioritizing", "own_pyramid")
again_board = Board(read_texts("mlprojects.prioritizing"), "portfolio")
again_archetype = _again("archetypes", "archetypes")
again_metric = _again("metrics", "metric")
again_baselines = _again("baselines", "baselines")

EXPLORERS = (takeaways, check_of_a_brief)
PREDICTIONS = (low_target,)
QUESTIONS = (metric_and_users, letters_a_year, script_or_model, this_week)
TASKS = ()
FORMS = (own_problem, own_care)
AGAIN = (
    again_lifecycle,
    again_priorities,
    again_pyramid,
    again_board,
    again_archetype,
    again_metric,
    again_baselines,
)
"""Forms and the board of other wings, shown again; they count there."""
PROGRESS = Progress([*PREDICTIONS, *QUESTIONS, *FORMS])

__all__ = [
    "AGAIN",
    "EXPLORERS",
    "FORMS",
    "PREDICTIONS",
    "PROGRESS",
    "QUESTIONS",
    "TASKS",
    "TEXTS",
    "check_of_a_brief",
    "own_brief",
    "robots_brief",
    "takeaways",
]
