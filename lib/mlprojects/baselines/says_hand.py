"""The sentences of the part "hand": what each picture shows, and what is said of labels by hand."""

import pandas as pd

from mlprojects.words import count, percent

from . import hand, hand_poses
from .hand import Verdict

_TAUGHT, _FROM_THE_LAB = (hand_poses.RIDGE, hand_poses.NETWORK), ", which learned in the lab,"
"""Those whose answers hang on what they learned."""


def digits(verdict: Verdict) -> str:
    """Of twenty labelled digits: error with its interval, time, agreement; Markdown."""
    of = len(hand.CASES)
    parts = [
        f"**{verdict.wrong} of {of}** {'differs' if verdict.wrong == 1 else 'differ'} from the key:",
        f"{percent(verdict.wrong / of)}. Twenty other images, as hard as these, leave open an error",
        f"from {percent(verdict.low)} to {percent(verdict.high)} (exact 95 % interval).",
        _pace(verdict.seconds, "label"),
        f"Kappa with the key: {verdict.kappa:.2f}.",
        f"Agreement with the simulated crowd's majority: {percent(verdict.with_crowd)}.",
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
            "On all 540 (%)": ["not asked" if pd.isna(error) else f"{error:.1f}" for error in table["on_all"]],
        }
    ).rename_axis("Who")


def poses(table: pd.DataFrame, seconds: float | None, apart: "pd.Series[float] | None") -> str:
    """Of five labelled photographs: median errors, time, consistency, and how little five can tell; Markdown."""
    others = table.loc[list(hand_poses.LEARNED), "angle"]
    own = table.T[next(who for who in reversed(table.index) if who not in hand_poses.ESTIMATORS)]
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
    return pd.DataFrame(
        {
            "Median position error (cm)": table["position"].round(1),
            "Median angle error (degrees)": table["angle"].round(),
            "Worst angle error (degrees)": table["worst"].round(),
            "Angle nearer than your last (of 5)": table["nearer"].astype(int),
        }
    ).rename_axis("Who")


def robot(estimator: str, place: str, number: int, off: pd.DataFrame, table: pd.DataFrame) -> str:
    """Of one estimator on one photograph, and on all five."""
    taught = place == "warehouse" and estimator in _TAUGHT
    text = (
        f"On photograph {number} in the {place}, {_named(estimator)}{_FROM_THE_LAB if taught else ''} is "
        f"{_errors(off.T[number])} off. Median over the five: {_errors(table.T[estimator])}."
    )
    if estimator == hand_poses.PERSON:
        return f"{text} Noise and bias of this person are ours, the same in both places whatever is to be seen there."
    # A person that was never measured wins no comparison.
    angles = table.loc[list(hand_poses.LEARNED), "angle"]
    smallest = str(angles.idxmin())
    four = "of the four without a person"
    if smallest == estimator:
        text += f" No other {four} has a smaller median angle error."
    else:
        text += f" The smallest median angle error {four}: {_named(smallest)}, {_degrees(angles.min())}."
    return f"{text} It looks at no photograph." if estimator == hand_poses.CONSTANT else text


def caption(row: "pd.Series[float]") -> str:
    """Both errors on one photograph, short."""
    return f"{row['position']:.1f} cm, {row['angle']:.0f}°"


def _named(estimator: str) -> str:
    """An estimator within a sentence: "the script of rules", but "ridge regression"."""
    return estimator if estimator == hand_poses.RIDGE else f"the {estimator}"


def _pace(seconds: float | None, noun: str) -> str:
    return "" if seconds is None else f"Median time a {noun}: {seconds:.1f} seconds."


def _errors(row: "pd.Series[float]") -> str:
    return f"{row['position']:.1f} cm and {_degrees(row['angle'])}"


def _degrees(angle: float) -> str:
    return count(round(float(angle)), "degree")
