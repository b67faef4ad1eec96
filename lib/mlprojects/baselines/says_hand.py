"""What is said of labels by hand, and the sentences of the explorer that shows the robot's estimators."""

import pandas as pd

from mlprojects.words import both, count, percent

from . import hand, hand_poses
from .hand import Verdict

_FEW = 4
"""Mistakes that are named one by one; more are only counted."""
_TAUGHT, _FROM_THE_LAB = (hand_poses.RIDGE, hand_poses.NETWORK), ", which learned in the lab,"
"""Those whose answers hang on what they learned."""


def digits(verdict: Verdict) -> str:
    """Of twenty labelled digits: error with its interval, which ones, time, agreement; Markdown."""
    of = len(hand.CASES)
    parts = [
        f"**{verdict.wrong} of {of}** {'differs' if verdict.wrong == 1 else 'differ'} from the key:",
        f"{percent(verdict.wrong / of)}, with an exact 95 % interval",
        f"from {percent(verdict.low)} to {percent(verdict.high)}.",
        _mistakes(verdict.mistakes),
        _pace(verdict.seconds, "label"),
        f"Agreement with the key: {percent(1 - verdict.wrong / of)} (kappa {verdict.kappa:.2f});",
        f"with the simulated crowd's majority: {percent(verdict.with_crowd)}.",
    ]
    if verdict.with_itself is not None:
        parts.append(f"Agreement with your own labels of the round before: **{percent(verdict.with_itself)}**.")
    return " ".join(filter(None, parts))


def digits_table(verdict: Verdict) -> pd.DataFrame:
    """`hand.beside` as a learner reads it."""
    table = verdict.table
    return pd.DataFrame(
        {
            "Wrong (of 20)": table["wrong"],
            "Wrong (of 8 hard)": table["on_hard"],
            "95 % interval (%)": [f"{row['low']:.0f} to {row['high']:.0f}" for _, row in table.iterrows()],
            "Weighed back (%)": table["weighed"].round(1),
            "On all 540 (%)": ["not asked" if pd.isna(error) else f"{error:.1f}" for error in table["on_all"]],
        }
    ).rename_axis("Who")


def poses(table: pd.DataFrame, seconds: float | None, apart: "pd.Series[float] | None") -> str:
    """Of five labelled photographs: median errors, time, consistency, and how little five can tell; Markdown."""
    others = table.loc[list(hand_poses.LEARNED), "angle"]
    own = table.T[hand_poses.YOU]
    parts = [
        f"Your median errors on the five are **{_errors(own)}**.",
        f"Of the four without a person, {_named(str(others.idxmin()))} has the smallest angle error:",
        f"{_degrees(others.min())}.",
        _pace(seconds, "photograph"),
    ]
    if apart is not None:
        parts.append(f"Between your last two rounds: {_errors(apart)} (medians).")
    trials = round(1 / hand_poses.clean_sweep())
    parts.append(
        f"Five tell little: of two equally good labellers, one is nearer on all of them in 1 of {trials} trials."
    )
    return " ".join(filter(None, parts))


def poses_table(table: pd.DataFrame) -> pd.DataFrame:
    """`hand_poses.medians` with a labeller, as a learner reads it."""
    shown = pd.DataFrame(
        {
            "Median position error (cm)": table["position"].round(1),
            "Median angle error (degrees)": table["angle"].round(),
            "Worst angle error (degrees)": table["worst"].round(),
            "Angle nearer than yours (of 5)": table["nearer"].astype(int).astype(str),
        }
    )
    shown.loc[hand_poses.YOU, "Angle nearer than yours (of 5)"] = ""
    return shown.rename_axis("Who")


def robot(estimator: str, place: str, number: int, off: pd.DataFrame, table: pd.DataFrame) -> str:
    """Of one estimator on one photograph, and on all five."""
    taught = place == "warehouse" and estimator in _TAUGHT
    text = (
        f"On photograph {number} in the {place}, {_named(estimator)}{_FROM_THE_LAB if taught else ''} is "
        f"{_errors(off.T[number])} off. Median over the five: {_errors(table.T[estimator])}."
    )
    smallest = str(table["angle"].idxmin())
    if smallest == estimator:
        text += " No other here has a smaller median angle error."
    else:
        text += f" The smallest median angle error here: {_named(smallest)}, {_degrees(table['angle'].min())}."
    if estimator == hand_poses.PERSON:
        text += " This person is made up: noise and bias are ours, the same in both places."
    elif estimator == hand_poses.CONSTANT:
        text += " It looks at no photograph."
    return text


def caption(row: "pd.Series[float]") -> str:
    """Both errors on one photograph, short."""
    return f"{row['position']:.1f} cm, {row['angle']:.0f}°"


def _named(estimator: str) -> str:
    """An estimator within a sentence: "the script of rules", but "ridge regression"."""
    return estimator if estimator == hand_poses.RIDGE else f"the {estimator}"


def _mistakes(table: pd.DataFrame) -> str:
    if table.empty or len(table) > _FEW:
        return ""
    named = [f"image {place} (you {row['given']}, key {row['key']})" for place, row in table.iterrows()]
    return f"In the order asked: {both(named)}."


def _pace(seconds: float | None, noun: str) -> str:
    return "" if seconds is None else f"Median time a {noun}: {seconds:.1f} seconds."


def _errors(row: "pd.Series[float]") -> str:
    return f"{row['position']:.1f} cm and {_degrees(row['angle'])}"


def _degrees(angle: float) -> str:
    return count(round(float(angle)), "degree")
