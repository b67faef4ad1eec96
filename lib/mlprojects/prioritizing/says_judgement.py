"""The sentences of the part "judgement": what each picture shows, in words, from the same frames."""

from collections.abc import Sequence

import pandas as pd

from mlprojects.words import both, capital, count, percent

from . import adoption, forecasts
from .robot_steps import (
    NEEDED_DEGREES,
    NETWORK,
    PUBLISHED_CM,
    SCRIPT,
    SENSORS,
    TESTED,
    TRAINING,
    WAREHOUSE_NAME,
    Walk,
)
from .steps import STEPS, Finding


def what_a_step_finds(walk: Walk, step: int, shares: pd.Series) -> str:
    """Of one step of the robot's assessment: its finding, or where the assessment ended before.

    Args:
        walk: The assessment.
        step: From 1 to 7.
        shares: From `robot_steps.shares`, of the same place, labels and distance.
    """
    finding = walk.at(step)
    name = f"Step {step}, {STEPS[step - 1].name}"
    if finding is None:
        return f"{name}: not reached. The assessment ended at step {walk.last.step}: {walk.last.reason}"
    text = f"{name}: {finding.verdict}. {finding.reason}"
    if step < STEPS[-1].number:
        return text
    less = "less" if shares[NETWORK] < shares[SCRIPT] else "more"
    return f"{text} The small networks tried here get {percent(shares[NETWORK])}, {less} than the rules."


def what_a_step_leaves(walk: Walk, step: int, shares: pd.Series) -> str:
    """What is left behind by a step, in words beside its picture."""
    by = "Sensors labelled" if walk.labelled_by == SENSORS else "One person labelled"
    paid = (
        " (if you pay for sensors there; ours)" if (walk.labelled_by, walk.place) == (SENSORS, WAREHOUSE_NAME) else ""
    )
    return {
        1: "Today: heuristics by hand, slow and brittle. Looked for: a chute in which every mug comes to lie the same "
        "way.",
        2: f"Right means: within {walk.within:g} cm and {NEEDED_DEGREES:g} degrees (the lecture's, in one of its two "
        "places). Ours: how often it has to be right.",
        3: "The camera looks at a table. Does it see people, and do they know? Who is hurt if the arm is wrong?",
        4: "Xiang et al., PoseCNN, 2017: position and rotation of things in clutter. Tobin et al., 2017: trained in "
        f"simulation, real things found to about {PUBLISHED_CM:g} cm; we need {walk.within:g} cm.",
        5: f"{by} {TESTED} photographs of the {walk.place}{paid}; four of them, with the labels as lines.",
        6: f"Threshold, largest region, its axis: nothing to train. It gets {percent(shares[SCRIPT])} right.",
        7: f"For comparison, small {NETWORK} that learnt from {TRAINING} photographs of the {walk.place}: "
        f"{percent(shares[NETWORK])}.",
    }[step]


def how_many_name_it(use: str, read: pd.Series, not_apart: Sequence[str], *, beside: bool) -> str:
    """Of one use of machine learning in the survey.

    Args:
        use: Its name.
        read: From `adoption.read`.
        not_apart: From `adoption.not_apart`.
        beside: Whether the firms without a model are shown beside it.
    """
    text = (
        f"“{capital(use)}” was named by {percent(read['percent'] / 100)} (about {read['persons']:.0f} of "
        f"{adoption.ASKED} persons); {percent(read['others'] / 100)} did not name it."
    )
    if not beside:
        ends = f"{percent(read['low'] / 100)} to {percent(read['high'] / 100)}"
        order = f", and its order with {both([f'“{other}”' for other in not_apart])}" if not_apart else ""
        return f"{text} Had those asked been drawn at random, chance would leave open {ends}{order}."
    return (
        f"{text} Beside it, a share of firms, not of persons: {percent(adoption.NONE_DEPLOYED / 100)} had no model in "
        "use at all, so some of what is named may be a plan."
    )


def what_the_rule_says(task: forecasts.Task) -> str:
    """Of one task beside the one-second rule."""
    speed = "takes people about a second" if task.instant else "takes people longer than a second"
    done = "worked in 2021" if task.worked else "was hard in 2021"
    if task.verdict == forecasts.SILENT:
        return f"“{capital(task.name)}” {speed}, so the one-second rule says nothing about it. It {done}."
    return f"“{capital(task.name)}” {speed}, and it {done}: it {task.verdict.removesuffix(' it')} the one-second rule."


def how_far_off_it_was(year: int, seen: pd.Series) -> str:
    """Of the forecast on Go, in a year."""
    told, true = int(seen["told"]), int(seen["true"])
    if not seen["passed"]:
        return (
            f"In {year}, an expert gives computers a hundred years or more until they beat people at Go. It will take "
            f"{true} years until a program beats one of the world's best players."
        )
    start = f"In {year}, {count(int(seen['passed']), 'year')} after the forecast, {count(told, 'year')} of its hundred "
    if not true:
        since = year - forecasts.WON
        won = "that year AlphaGo beat Lee Sedol" if not since else f"AlphaGo had won {count(since, 'year')} before"
        return f"{start}were left; {won}."
    return f"{start}were left; in truth it was {count(true, 'year')}."


def what_kind_it_is(kind: str) -> str:
    """Of one of the three kinds of hard problems."""
    row = forecasts.KINDS.loc[kind]
    return f"“{capital(kind)}”: {row['instances']}. Examples: {row['examples']}."


def what_drives_cost(driver: str, *, today: bool) -> str:
    """Of one driver of the pyramid, in the lecture and, if asked for, with a foundation model."""
    row = forecasts.PYRAMID_TODAY.loc[driver]
    text = f"{capital(driver)}, in the lecture: {row['lecture']}."
    return f"{text} With a foundation model (our addition): {row['with a foundation model']}." if today else text


def which_answer(unknown: Sequence[str], missing: Sequence[str], known: Sequence[str]) -> str:
    """Of answers to the seven steps that cannot be read: the first that is unknown, or that is missing."""
    if unknown:
        return f"There is no answer `{unknown[0]}`; there are {both([f'`{name}`' for name in known])}."
    return f"The answer `{missing[0]}` is missing."


def line_by_line(findings: Sequence[Finding]) -> str:
    """The findings of `steps.assess`, a line each."""
    return "\n".join(f"Step {found.step}: {found.verdict}. {found.reason}" for found in findings)
