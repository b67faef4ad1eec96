"""The sentence of each explorer's state in the judgement part, from the same numbers as its picture."""

import pandas as pd

from mlprojects.words import capital, count, percent

from . import adoption, forecasts
from .robot_steps import (
    NEEDED_CM,
    NEEDED_DEGREES,
    NETWORK,
    PUBLISHED_CM,
    SCRIPT,
    SENSORS,
    TESTED,
    TRAINING,
    Walk,
)
from .steps import STEPS


def what_a_step_finds(walk: Walk, step: int) -> str:
    """Of one step of the robot's assessment: its finding, or where the assessment ended before."""
    finding = walk.at(step)
    name = f"Step {step}, {STEPS[step - 1].name}"
    if finding is None:
        return f"{name}: not reached. The assessment ended at step {walk.last.step}: {walk.last.reason}"
    return f"{name}: {finding.verdict}. {finding.reason}"


def what_a_step_leaves(walk: Walk, step: int, shares: pd.Series) -> str:
    """What is left behind by a step, in words beside its picture."""
    by = "Sensors labelled" if walk.labelled_by == SENSORS else "One person labelled"
    return {
        1: "Today: heuristics by hand, slow and brittle. Looked for: a chute in which every mug comes to lie the same "
        "way.",
        2: f"Right means: within {NEEDED_CM:g} cm and {NEEDED_DEGREES:g} degrees (the lecture's). Ours: how often it "
        "has to be right.",
        3: "The camera looks at a table. Does it see people, and do they know? Who is hurt if the arm is wrong?",
        4: "Xiang et al., PoseCNN, 2017: position and rotation of things in clutter. Tobin et al., 2017: trained in "
        f"simulation, real things found to about {PUBLISHED_CM:g} cm; we need {NEEDED_CM:g} cm.",
        5: f"{by} {TESTED} photographs of the {walk.place}; four of them, with the labels as lines.",
        6: f"Threshold, largest region, its axis: nothing to train. It gets {percent(shares[SCRIPT])} right.",
        7: f"For comparison, small {NETWORK} that learnt from {TRAINING} photographs of the {walk.place}: "
        f"{percent(shares[NETWORK])}.",
    }[step]


def how_many_name_it(use: str, read: pd.Series, *, beside: bool) -> str:
    """Of one use of machine learning in the survey."""
    text = (
        f"“{capital(use)}” was named by {percent(read['percent'] / 100)} (about {read['persons']:.0f} of "
        f"{adoption.ASKED} persons); {percent(read['others'] / 100)} did not name it."
    )
    if not beside:
        return f"{text} Even the most common use is one that most do not have."
    return (
        f"{text} And {percent(adoption.NONE_DEPLOYED / 100)} of the firms had no model in use at all, so some of what "
        "is named may be a plan."
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
            f"In {year}, an expert gives computers a hundred years or more until they beat people at Go. "
            f"It will take {true}."
        )
    start = f"In {year}, {count(int(seen['passed']), 'year')} after the forecast, {count(told, 'year')} of its hundred "
    if not true:
        since = year - forecasts.WON
        return (
            f"{start}were left; AlphaGo beat a champion {'this year' if not since else count(since, 'year') + ' ago'}."
        )
    return f"{start}were left; in truth it was {count(true, 'year')}. Nothing in the forecast could have told you."


def what_kind_it_is(kind: str) -> str:
    """Of one of the three kinds of hard problems."""
    row = forecasts.KINDS.loc[kind]
    return f"“{capital(kind)}” means: {row['instances']}. Examples: {row['examples']}."


def what_drives_cost(driver: str, *, today: bool) -> str:
    """Of one driver of the pyramid, in the lecture and, if asked for, with a foundation model."""
    row = forecasts.PYRAMID_TODAY.loc[driver]
    text = f"{capital(driver)}, in the lecture: {row['lecture']}."
    return f"{text} With a foundation model (our addition): {row['with a foundation model']}." if today else text
