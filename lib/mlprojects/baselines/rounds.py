"""Rounds of labels given by hand: the same cases again and again, as `Labelling.labels` has them."""

from collections.abc import Sequence

import pandas as pd


def finished(labels: pd.DataFrame, cases: Sequence[str]) -> list[pd.DataFrame]:
    """The rounds in which each case has one label, from the first on.

    Args:
        labels: Columns `case` and `round`, and what was given.
        cases: All that a round has.

    Returns:
        A frame a round; index `case` in the order of `cases`.
    """
    parts = [part.set_index("case") for _, part in labels.groupby("round")]
    return [part.loc[list(cases)] for part in parts if sorted(part.index) == sorted(cases)]


def whole(labels: pd.DataFrame, cases: Sequence[str]) -> list[pd.DataFrame]:
    """As `finished`, where every round must be.

    Raises:
        ValueError: If a case is missing in a round, or has more than one label.
    """
    for number, part in labels.groupby("round"):
        if sorted(part["case"]) != sorted(cases):
            raise ValueError(f"Each of the {len(cases)} cases needs one label a round; round {number} differs.")
    return finished(labels, cases)


def named(who: str, own: Sequence[pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The rounds by name: "you" if there is one, else "you, round 1" and so on."""
    return {who if len(own) == 1 else f"{who}, round {number}": part for number, part in enumerate(own, 1)}
