"""The sentences of the part "field": what each picture shows, in words, from the same frames."""

from typing import Any

import pandas as pd

from mlprojects.case.grasping import NEVER
from mlprojects.words import both, capital, count, percent

from . import golden, mining, picks


def in_the_cycle(label: str, photographs: int, threshold: float, *, stubborn: bool) -> str:
    """Of one model in the robot's cycle: its error, its picks, and what looking again changes."""
    row = _model(label, photographs, stubborn=stubborn)
    cover = f"From elsewhere, the cover {'is still there' if stubborn else 'may be gone'}."
    start = (
        f"{photographs:,} photographs labelled {label}: median angle error {row['median_angle']:.1f} degrees, "
        f"{percent(row['held'])} of the first grasps hold, {row['picks_per_hour']:.0f} picks an hour."
    )
    if threshold == NEVER:
        rival = next(each for each in picks.LABELS if each != label)
        other = _model(rival, photographs, stubborn=stubborn)
        failed = picks.covered()[~picks.judged(label, photographs).held].mean()
        return (
            f"{start} With labels {rival}: {other['median_angle']:.1f} degrees, {other['picks_per_hour']:.0f} picks. "
            f"In {percent(failed)} of the failed grasps something lies over the mug. {cover}"
        )
    now = picks.used(label, photographs, threshold, stubborn=stubborn)
    return (
        f"{start} Looking again above a spread of {threshold:g} degrees, it takes {now['looks']:.1f} photographs a "
        f"grasp, {percent(now['success'])} of the first grasps hold, and it picks {now['picks_per_hour']:.0f} an hour. "
        f"{cover}"
    )


def what_to_add(field: str, added: int, way: str) -> str:
    """Of one way of choosing: what it gives, against a random choice, and what it chose."""
    table = mining.compared(field, added)
    row, chance = table.loc[way], table.loc[mining.RANDOM]
    start = (
        f"{capital(field)}: with {added} photographs chosen {_by(way)}, {row['held']:.0f} % of the grasps "
        f"hold ({mining.before(field)[0]:.0f} % with none)"
    )
    if way == mining.RANDOM:
        return f"{start}. {_best(table)}"
    return (
        f"{start}: {row['gain']:+.1f} points against random (95 % interval {row['low']:+.1f} to "
        f"{row['high']:+.1f}), {row['verdict']}. On average {row['covered']:.0f} % of a mug is covered (random "
        f"{chance['covered']:.0f} %); handles to one side: {row['one_sided']:.2f} of 1 (random "
        f"{chance['one_sided']:.2f})."
    )


def one_golden(name: str, shown: str) -> str:
    """Of one golden photograph: the errors shown, the verdict, and what the averages say."""
    row, means = golden.judged().loc[name], golden.averages()["angle"]
    models = golden.MODELS if shown == "both" else (shown,)
    errors = [
        f"the {model} model is {row[f'{model} position']:.1f} cm and {_degrees(row[f'{model} angle'])} off and "
        f"{'passes' if row[f'{model} passes'] else 'fails'}"
        for model in models
    ]
    text = f"{capital(name)}: {', '.join(errors)}"
    text += f" ({row['verdict']})." if shown == "both" else "."
    bounds = f"{golden.GRIPPER.position:g} cm and {golden.GRIPPER.angle:g} degrees"
    return (
        f"{text} Allowed are {bounds}. Mean angle error in the lab: {means[golden.OLD]:.1f} degrees with the old "
        f"model, {means[golden.NEW]:.1f} with the new."
    )


def _model(label: str, photographs: int, *, stubborn: bool) -> "pd.Series":
    table = picks.models(stubborn=stubborn)
    return table[(table["labels"] == label) & (table["photographs"] == photographs)].iloc[0]


def _degrees(angle: Any) -> str:  # noqa: ANN401 - a number of a row
    return count(round(angle), "degree")


def _by(way: str) -> str:
    return {
        mining.RANDOM: "at random",
        mining.HARDEST: "by largest error",
        mining.IN_SIGHT: "by largest error with the mug in view",
        mining.UNSURE: "where two models (half the data each) disagree",
    }[way]


def _best(table: pd.DataFrame) -> str:
    """Which ways are clearly better or worse than a random choice."""
    parts = []
    for verdict in ("better", "worse"):
        ways = [str(way) for way in table.index[table["verdict"] == verdict]]
        if ways:
            parts.append(f"clearly {verdict}: {both([f'“{way}”' for way in ways])}")
    if not parts:
        return "No other way of choosing is clearly better or worse than this one."
    return f"Against this, {'; '.join(parts)}."
