"""The task of the part "field", a regression test: on what a function is tried, and the usual wrong ones.

The frames on which a learner's function is tried are examples of ours, typed, so that the right answer can be seen by
eye. The notebook then runs it on two real models (`golden`).
"""

from collections.abc import Mapping

import pandas as pd

from mlprojects.engine import Case, Mistake

Limits = Mapping[str, float]

LIMITS = {"position": 1.5, "angle": 20.0}
"""Centimetres and degrees: what the gripper of the case study forgives."""


def broken(old: pd.DataFrame, new: pd.DataFrame, limits: Limits) -> list[str]:
    """The reference: the golden photographs that the old model passes and the new one fails, in the order of `old`."""
    fails = ~_passes(new, limits)
    return [str(name) for name in old.index[_passes(old, limits) & fails.reindex(old.index)]]


def averages(old: pd.DataFrame, new: pd.DataFrame, limits: Limits) -> list[str]:
    """Nothing is broken as long as the new model is better on average."""
    return [] if (new.mean() <= old.mean()).all() else broken(old, new, limits)


def position_only(old: pd.DataFrame, new: pd.DataFrame, limits: Limits) -> list[str]:
    """The angle forgotten."""
    return broken(old[["position"]], new[["position"]], {"position": limits["position"]})


def angle_only(old: pd.DataFrame, new: pd.DataFrame, limits: Limits) -> list[str]:
    """The position forgotten."""
    return broken(old[["angle"]], new[["angle"]], {"angle": limits["angle"]})


def strict(old: pd.DataFrame, new: pd.DataFrame, limits: Limits) -> list[str]:
    """An error exactly at its limit counts as a failure."""
    return _listed(old, _within(old, limits, strictly=True) & ~_within(new, limits, strictly=True))


def all_failures(old: pd.DataFrame, new: pd.DataFrame, limits: Limits) -> list[str]:
    """Whatever the new model fails, whether the old one passed or not."""
    return _listed(old, ~_passes(new, limits))


def grown(old: pd.DataFrame, new: pd.DataFrame, _limits: Limits) -> list[str]:
    """Every photograph with a larger error than before, within the limits or not."""
    return _listed(old, (new.reindex(old.index) > old).any(axis="columns"))


def either(old: pd.DataFrame, new: pd.DataFrame, limits: Limits) -> list[str]:
    """One error within its limit is enough to pass."""
    good_before, good_now = ((each <= pd.Series(limits)).any(axis="columns") for each in (old, new))
    return _listed(old, good_before & ~good_now)


def by_place(old: pd.DataFrame, new: pd.DataFrame, limits: Limits) -> list[str]:
    """Rows compared by where they stand, not by name."""
    return broken(old, new.set_axis(old.index), limits)


def mended(old: pd.DataFrame, new: pd.DataFrame, limits: Limits) -> list[str]:
    """Old and new exchanged."""
    return _listed(old, _passes(new, limits) & ~_passes(old, limits))


def _passes(errors: pd.DataFrame, limits: Limits) -> "pd.Series[bool]":
    return _within(errors, limits, strictly=False)


def _within(errors: pd.DataFrame, limits: Limits, *, strictly: bool) -> "pd.Series[bool]":
    bounds = pd.Series(limits)
    inside = errors[bounds.index] < bounds if strictly else errors[bounds.index] <= bounds
    return inside.all(axis="columns")


def _listed(old: pd.DataFrame, chosen: "pd.Series[bool]") -> list[str]:
    """Names in the order of `old`."""
    return [str(name) for name in old.index[chosen.reindex(old.index)]]


def _errors(**rows: tuple[float, float]) -> pd.DataFrame:
    frame = pd.DataFrame.from_dict(rows, orient="index", columns=["position", "angle"])
    return frame.rename(index=lambda name: str(name).replace("_", " "))


OLD = _errors(
    plain=(0.6, 8),
    lamp_moved=(1.2, 12),
    handle_covered=(1.4, 9),
    crowded_table=(3.0, 70),
    at_the_edge=(0.9, 14),
)
"""Passes all but the crowded table."""
SAFE = _errors(
    plain=(0.3, 4),
    lamp_moved=(0.5, 13),
    handle_covered=(1.5, 20),
    crowded_table=(2.5, 40),
    at_the_edge=(0.6, 6),
)
"""Better on average, breaks nothing: one photograph is exactly at both limits, one still fails."""
TURNED = _errors(
    plain=(0.3, 3), lamp_moved=(0.5, 5), handle_covered=(0.9, 31), crowded_table=(1.0, 9), at_the_edge=(0.6, 6)
)
"""Better on average, mends the crowded table, and turns the mug with the covered handle the wrong way."""
SHIFTED = _errors(
    plain=(0.3, 3), lamp_moved=(0.5, 5), handle_covered=(0.9, 6), crowded_table=(2.0, 20), at_the_edge=(1.9, 6)
)
"""Better on average, and off the mug at the table's edge."""
WORSE = OLD.assign(position=OLD["position"] + 2, angle=[8, 12, 9, 70, 44])
"""Two centimetres worse everywhere, and at the table's edge turned as well."""

CASES = (
    Case(
        OLD,
        TURNED,
        LIMITS,
        why="here the covered handle is broken: its angle error went from 9 to 31 degrees, and 20 are allowed.",
    ),
    Case(
        OLD,
        SHIFTED,
        LIMITS,
        why="here the edge of the table is broken: its position error went from 0.9 to 1.9 cm, and 1.5 are allowed.",
    ),
    Case(
        OLD,
        SAFE,
        LIMITS,
        why="here nothing is broken: an error that grew within its limits, or is exactly at them, still passes, and "
        "the crowded table still fails.",
    ),
    Case(
        OLD,
        TURNED.iloc[[2, 0, 1, 4, 3]],
        LIMITS,
        why="the new frame lists the photographs in another order; they belong together by name.",
    ),
    Case(
        OLD,
        WORSE,
        LIMITS,
        why="every position error grew by 2 cm, so all four that passed are broken, in the order of `old`.",
    ),
)

MISTAKES = (
    Mistake(
        "averages compared",
        averages,
        "You trust the averages. The new model is better on average in most cases here, and still breaks a photograph "
        "that worked: look at each one.",
    ),
    Mistake(
        "angle forgotten",
        position_only,
        "You check the position only. A mug that is turned the wrong way cannot be grasped either: both errors must be "
        "within their limits.",
    ),
    Mistake(
        "position forgotten",
        angle_only,
        "You check the angle only. Fingers that close beside the mug fail too: both errors must be within their "
        "limits.",
    ),
    Mistake(
        "limit too strict", strict, "An error exactly *at* its limit passes: use `<=` for passing, `>` for failing."
    ),
    Mistake(
        "old failures listed",
        all_failures,
        "You list everything that the new model fails. What the old one failed too is no step back: the crowded table "
        "never worked.",
    ),
    Mistake(
        "every growth listed",
        grown,
        "You list every error that grew. Within the limits it may grow: the grasp still succeeds.",
    ),
    Mistake(
        "one metric is enough",
        either,
        "You let a photograph pass when *one* of its errors is within the limit. A grasp needs both.",
    ),
    Mistake(
        "matched by place",
        by_place,
        "You compared row 1 with row 1, row 2 with row 2. The new frame may list the photographs in another order: "
        "match them by name (`new.loc[name]`, or `new.reindex(old.index)`).",
    ),
    Mistake(
        "old and new exchanged",
        mended,
        "You list what the new model *mends*: failed by the old, passed by the new. Asked is the other way round.",
    ),
)
