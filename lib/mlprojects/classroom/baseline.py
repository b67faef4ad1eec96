"""The class as a human baseline: what each labelled, what the majority says, and how far they agree."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from .picture import Exercise, Picture


@dataclass(frozen=True)
class Baseline:
    """What a class's labels are worth.

    Attributes:
        labels: A row a learner who labelled every case, a column a case; the first round alone, since a later one is no
            fresh look.
        majority: The most frequent label of each case; None where several share the first place.
        key: The right labels; None if there are none.
        unfinished: How many learners began and left cases without a label.
    """

    labels: pd.DataFrame
    majority: pd.Series[Any]
    key: pd.Series[Any] | None
    unfinished: int

    @property
    def agreement(self) -> float:
        """How often two learners give a case the same label, over all pairs and cases; NaN with fewer than two."""
        people = len(self.labels)
        if people < 2:  # noqa: PLR2004 - a pair
            return float("nan")
        alike = [sum(n * (n - 1) for n in self.labels[case].value_counts()) for case in self.labels]
        return float(np.mean(alike) / (people * (people - 1)))

    @property
    def wrong(self) -> pd.Series[int]:
        """How many cases each learner labelled wrong; empty without a key."""
        if self.key is None:
            return pd.Series(dtype=int)
        return self.labels.ne(self.key, axis="columns").sum(axis=1)

    @property
    def majority_wrong(self) -> int:
        """How many cases the majority labels wrong; a tie is no right label. 0 without a key."""
        return 0 if self.key is None else int((self.majority != self.key).sum())

    @property
    def cases(self) -> pd.DataFrame:
        """Case by case: `majority` and the share of learners who gave it, and with a key `right` and who gave that.

        Returns:
            Index: the case. Columns `majority` (a text), `for_it` (share), and with a key `right`, `correct` (share).
        """
        table = pd.DataFrame(
            {
                "majority": ["a tie" if label is None else str(label) for label in self.majority],
                "for_it": [float(self.labels[case].value_counts(normalize=True).iloc[0]) for case in self.labels],
            },
            index=self.labels.columns,
        )
        if self.key is not None:
            table["right"] = self.key.astype(str)
            table["correct"] = self.labels.eq(self.key, axis="columns").mean()
        return table


def baseline(picture: Picture, labelling: Exercise) -> Baseline | None:
    """The class's labels of one labelling; None if nobody labelled every case, or labels are no single keys."""
    cases = [str(case) for case in getattr(labelling, "cases", ())]
    given = _first_round(picture, labelling.item, set(cases))
    whole = {person: labels for person, labels in given.items() if len(labels) == len(cases)}
    if not whole or any(isinstance(label, (dict, list)) for labels in whole.values() for label in labels.values()):
        return None
    table = pd.DataFrame.from_dict(whole, orient="index", columns=cases, dtype=object)
    key = picture.keys[labelling.item]() if labelling.item in picture.keys else None
    key = None if key is None else key.astype(object).loc[cases]
    return Baseline(table, _majority(table), key, len(given) - len(whole))


def _first_round(picture: Picture, item: str, cases: set[str]) -> dict[int, dict[str, Any]]:
    """Each learner's labels of the first round: the last of each case counts, one that was taken back does not."""
    given: dict[int, dict[str, Any]] = {}
    frame = picture.of("label")
    frame = frame[frame["item"] == item]
    for person, data in zip(frame["person"].tolist(), frame["data"], strict=True):
        mine = given.setdefault(person, {})
        case, value = data.get("case"), data.get("value")
        if data.get("round") != 1 or case not in cases or len(mine) == len(cases):
            continue
        mine.pop(case, None)
        if value is not None:
            mine[case] = value
    return given


def _majority(table: pd.DataFrame) -> pd.Series[Any]:
    found = []
    for case in table:
        counts = table[case].map(json.dumps).value_counts()
        first = counts[counts == counts.iloc[0]]
        found.append(json.loads(str(first.index[0])) if len(first) == 1 else None)
    return pd.Series(found, index=table.columns, dtype=object)
