"""The sentences of the part "robot": what each picture shows, in words, from the same frames."""

import pandas as pd

from mlprojects.words import both, percent

from . import robot


def what_it_sees(name: str, place: str, off: pd.DataFrame, shown: pd.DataFrame, *, drawn: bool) -> str:
    """Of an estimator in one place: its mean errors, and the errors on the photographs shown.

    Args:
        name: The estimator.
        place: Lab or warehouse.
        off: Its errors on all photographs, from `robot.errors`.
        shown: The rows of those shown.
        drawn: Whether poses are drawn on the photographs.
    """
    position, angle = off["position"].mean(), off["angle"].mean()
    low, high = shown["angle"].min(), shown["angle"].max()
    met = [metric for metric in ("position", "angle") if off[metric].mean() <= robot.NEEDED[metric]]
    needs = f"Good enough on average: {both(met)}." if met else "Neither is good enough on average."
    angles = "less than 1 degree" if high < 1 else f"{low:.0f} to {high:.0f} degrees"
    start = "" if drawn else "The photographs alone. "
    return (
        f"{start}In the {place}, {_the(name)} off by {position:.1f} cm and {angle:.0f} degrees on average over "
        f"{len(off)} photographs. {needs} On these {len(shown)} the angle is off by {angles}."
    )


def where_the_bug_is(table: pd.DataFrame, error: float, kind: str, station: str) -> str:
    """Of labels against predictions: how far apart, and what each station does.

    Args:
        table: From `robot_bug.by_station`, the stations shown.
        error: Mean angle error over the labels shown, in degrees.
        kind: The labels, "as delivered" or "mended".
        station: One of A, B, C, or "all".
    """
    whose = "all three stations" if station == "all" else f"station {station}"
    start = f"Labels {kind}: on the photographs of {whose}, label and prediction are {error:.0f} degrees apart."
    if kind == "mended":
        return f"{start} The points lie along the line: what is left is the model's own error."
    if station == "all":
        parts = [f"{name} by {turned:+.0f}" for name, turned in table["turned"].round().items()]
        return f"{start} Not at random: against the prediction, labels are turned: {both(parts)} degrees."
    turned = round(table["turned"].iloc[0])
    if abs(turned) < 45:  # noqa: PLR2004 - nearer to no turn than to a quarter turn
        return f"{start} On average this station agrees with the model, which has learnt the middle of all three."
    side = "more" if turned > 0 else "less"
    return f"{start} This station writes about {abs(turned)} degrees {side} than the model says, on average."


def feasible(name: str, limit: float, images: int, share: float) -> str:
    """Of a learning curve: the share within the limit, whether data alone get there, and the price in time.

    Args:
        name: The estimator.
        limit: The position error allowed, in cm.
        images: Training photographs.
        share: Of the photographs within the limit.
    """
    start = f"With {images} photographs, {_the(name)} within {limit:g} cm on {percent(share)} of the photographs."
    needed = robot.images_needed(name, limit)
    if name == robot.SCRIPT:
        verdict = "feasible now" if needed is not None else "not feasible this way"
        return f"{start} More photographs do not change a script: {verdict}."
    if needed is None:
        enough = f"{start} Even {robot.TRAINING} do not reach {percent(robot.ENOUGH)}"
        return f"{enough}: how many would, these data cannot say.{_too_slow(name, images)}"
    ready = "there are enough" if share >= robot.ENOUGH else "collect more"
    return f"{start} {percent(robot.ENOUGH)} takes about {needed} photographs: {ready}.{_too_slow(name, images)}"


def what_next(stage: str, gaps: pd.DataFrame) -> str:
    """Of one stage: what is farthest off, and where the computed story differs from the told one.

    Args:
        stage: One of `robot.STAGES`.
        gaps: From `robot.gaps`.
    """
    worst = str(gaps["ratio"].idxmax())
    measured, needed, ratio = (float(gaps[column].to_dict()[worst]) for column in ("measured", "needed", "ratio"))
    start = f"{stage.capitalize()}: farthest off is {worst}, {robot.amount(measured, worst)} where"
    return f"{start} {robot.amount(needed, worst)} are needed, {ratio:.1f} times. {_lesson(stage, gaps)}"


LESSONS = {
    "first models": "The lecture's team saw 12 times, and position at its limit of 1 cm; our tidy lab makes it easier.",
    "bug found": "The same model on mended labels: it had learnt the middle of three conventions.",
    "labels mended": "Nothing else changed. As in the lecture, the angle falls to about 10 degrees; latency is next.",
    "attention to latency": "A smaller network is in time; it pays with the angle. Requirements trade off.",
}
"""What each stage teaches; the numbers in it are tested against the model."""


def _lesson(stage: str, gaps: pd.DataFrame) -> str:
    """What a stage teaches; where the stricter position is asked for, it is not kept by the first models."""
    measured, needed, told = (float(gaps[column].to_dict()["position"]) for column in ("measured", "needed", "told"))
    if stage != robot.STAGES[0] or measured <= needed:
        return LESSONS[stage]
    return (
        f"Position is not good enough either: {robot.amount(measured, 'position')} here and "
        f"{robot.amount(told, 'position')} in the lecture, where {robot.amount(needed, 'position')} are needed."
    )


def _too_slow(name: str, images: int) -> str:
    """The price in time, if it is more than the robot has."""
    takes, allowed = robot.latency(name, images), robot.NEEDED["latency"]
    if takes <= allowed:
        return ""
    return f" An answer takes {takes:,.0f} ms; {allowed:.0f} are allowed."


def _the(name: str) -> str:
    """An estimator with its verb."""
    return {robot.RIDGE: f"{name} is", robot.NEIGHBOURS: f"{name} are"}.get(name, f"the {name} is")
