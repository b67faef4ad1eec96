"""The lifecycle lesson, part "field": what comes back once a model is deployed, and the regression test."""

from functools import partial

import pandas as pd

from mlprojects.case.grasping import NEVER
from mlprojects.case.scenes import FIELD
from mlprojects.engine import Choice, Prediction, Slider, Switch, Task, View, explorer
from mlprojects.words import in_percent

from . import figures_field, golden, mining, picks, says_field, tasks_field
from .texts import TEXTS

BOTH = "both"
SHOWN = 12
"""Photographs of a choice that are shown."""
MANY = 50
"""Photographs added, in the prediction."""
NARROW = 0.05
"""Picks an hour that change by at most this share hardly move."""


def _picks_after_better_labels() -> str:
    """What better labels do to picks an hour, in the words of the options."""
    change = picks.change()
    if abs(change) <= NARROW:
        return "they hardly move (by 5 % at most)"
    return "they fall by more than 5 %" if change < 0 else "they rise by more than 5 %"


def _where_hardest_wins() -> str:
    """Where the largest errors beat a random choice, in the words of the options."""
    won = [field for field in mining.FIELDS if mining.compared(field, MANY)["verdict"][mining.HARDEST] == "better"]
    if len(won) == len(mining.FIELDS):
        return "everywhere"
    return f"only in the {' and the '.join(won)}" if won else "nowhere"


better_labels = Prediction(TEXTS, "better_labels", truth=_picks_after_better_labels)
where_hardest_wins = Prediction(TEXTS, "where_hardest_wins", truth=_where_hardest_wins)
golden_broken = Prediction(TEXTS, "golden_broken", truth=lambda: len(golden.broken()))


@explorer(
    after=better_labels,
    labels=Choice("Labels", picks.LABELS),
    photographs=Slider("Training photographs", values=picks.SIZES, default=picks.SIZES[-1], format="{:,}"),
    again=Switch("Look again when unsure"),
    threshold=Slider("Unsure above a spread of (degrees)", values=picks.THRESHOLDS, default=20, when=("again", True)),
    stubborn=Choice("From elsewhere, the cover", {"may be gone": False, "is still there": True}),
)
def error_and_picks(labels: str, photographs: int, *, again: bool, threshold: float, stubborn: bool) -> View:
    """Does a smaller error pick more?"""
    bound = threshold if again else NEVER
    models = picks.models(bound, stubborn=stubborn)
    (place,) = models.index[(models["labels"] == labels) & (models["photographs"] == photographs)]
    draw = partial(
        figures_field.errors_and_picks,
        models=models,
        chosen=int(place),
        errors=picks.by_error(picks.judged(labels, photographs), bound),
        limit=picks.GRIPPER.angle,
        used=again,
    )
    says = says_field.in_the_cycle(labels, photographs, bound, stubborn=stubborn)
    return View(_models_table(models, again=again), says, draw)


@explorer(
    after=where_hardest_wins,
    natural=True,
    field=Choice("Deployed in the", list(mining.FIELDS)),
    added=Slider("Photographs added", values=mining.ADDED, default=MANY),
    way=Choice("Chosen by", mining.WAYS, default=mining.HARDEST),
)
def hard_or_random(field: str, added: int, way: str) -> View:
    """Which photographs from the field should be added?"""
    compared = mining.compared(field, added)
    table = compared.round(1).assign(one_sided=compared["one_sided"].round(2))
    names = {
        "held": "Grasps that hold (%)",
        "gain": "Against random (points)",
        "low": "From",
        "high": "To",
        "verdict": "Verdict",
        "angle": "Mean angle error",
        "covered": "Covered of a mug (%)",
        "one_sided": "Handles to one side (0 to 1)",
    }
    draw = partial(
        figures_field.what_to_add,
        compared=compared,
        way=way,
        photos=mining.selected(field, way, SHOWN),
        title=f"{added} photographs added",
    )
    return View(table.rename(columns=names).rename_axis("Chosen"), says_field.what_to_add(field, added, way), draw)


@explorer(
    after=golden_broken,
    natural=True,
    photograph=Choice("Golden photograph", golden.NAMES),
    model=Choice("Show", {"the old model": golden.OLD, "the new model": golden.NEW, "both": BOTH}, default=BOTH),
)
def golden_cases(photograph: str, model: str) -> View:
    """Better on average: is anything broken?"""
    judged, shown = golden.judged(), golden.MODELS if model == BOTH else (model,)
    place = golden.NAMES.index(photograph)
    draw = partial(
        figures_field.golden_case,
        photo=golden.photographs().take([place]),
        answers={each: golden.answers(each)[place] for each in shown},
        judged=judged,
        name=photograph,
        limit=golden.GRIPPER.angle,
        field=FIELD,
    )
    return View(_golden_table(judged), says_field.one_golden(photograph, model), draw)


broken = Task(TEXTS, "broken", expect=tasks_field.broken, cases=tasks_field.CASES, mistakes=tasks_field.MISTAKES)


def _models_table(models: pd.DataFrame, *, again: bool) -> pd.DataFrame:
    shown = pd.DataFrame(
        {
            "Photographs": models["photographs"].to_numpy(),
            "Median angle error": models["median_angle"].round(1).to_numpy(),
            "Mean angle error": models["mean_angle"].round(1).to_numpy(),
            "First grasps that hold (%)": in_percent(models["held"]).round(0).to_numpy(),
            "Picks an hour": models["picks_per_hour"].round(0).to_numpy(),
        },
        index=pd.Index(models["labels"].tolist(), name="Labels"),
    )
    return shown.assign(**{"Looking again": models["with_uncertainty"].round(0).to_numpy()}) if again else shown


def _golden_table(judged: pd.DataFrame) -> pd.DataFrame:
    table = judged.drop(columns=["old passes", "new passes"]).round(1)
    names = {
        "old position": "Old: cm",
        "old angle": "Old: degrees",
        "new position": "New: cm",
        "new angle": "New: degrees",
        "verdict": "Verdict",
    }
    return table.rename(columns=names).rename_axis("Golden photograph")
