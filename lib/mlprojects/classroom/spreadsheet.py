"""Every answer of a class as one table for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from .grading import grades
from .picture import each_once, listed, module_of, title_of

if TYPE_CHECKING:
    import numpy.typing as npt

    from .picture import Picture


HEADER = "learner,module,exercise,kind,first,after_hint,final,tries,right"


def long(picture: Picture) -> pd.DataFrame:
    """One row a learner and exercise: predictions and answers, for a spreadsheet.

    Returns:
        Columns `learner`, `module`, `exercise`, `kind`, `first`, `after_hint`, `final`, `tries`, `right` (whether the
        final answer is; empty for a prediction).
    """
    names = np.array([_cell(name) for name in picture.names], dtype=object)
    parts = []
    for item, given in picture.answered.items():
        question = picture.exercises.get(item)
        values = {name: [_value(data) for data in given[name]] for name in ("first", "hinted", "final")}
        right = grades(question, values["final"]) if question is not None and question.part == "questions" else None
        parts.append(_part(item, "question", names[given["person"]], values, given["tries"], right))
    for item, given in picture.predicted.items():
        values = {"first": given["value"].tolist(), "hinted": [None] * len(given), "final": given["value"].tolist()}
        parts.append(_part(item, "prediction", names[given["person"]], values, 1, None))
    columns = HEADER.split(",")
    if not parts:
        return pd.DataFrame(columns=columns)
    return pd.concat(parts, ignore_index=True)[columns]


def as_csv(picture: Picture) -> str:
    """`long` as CSV; Python's own writer takes a third of the time of pandas'."""
    table = long(picture)
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows(zip(*(table[name].tolist() for name in table.columns), strict=True))
    return buffer.getvalue()


def _value(data: object) -> Any:  # noqa: ANN401 - whatever the ledger holds
    return data.get("value") if isinstance(data, dict) else None


def _part(  # noqa: PLR0913, PLR0917 - the columns of `long`
    item: str,
    kind: str,
    names: npt.NDArray[np.object_],
    values: dict[str, list[Any]],
    tries: object,
    right: list[bool] | None,
) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "learner": names,
            "module": module_of(item),
            "exercise": title_of(item),
            "kind": kind,
            "first": each_once(_cell, values["first"]),
            "after_hint": each_once(_cell, values["hinted"]),
            "final": each_once(_cell, values["final"]),
            "tries": np.asarray(tries),
            "right": "" if right is None else np.where(right, "yes", "no"),
        }
    )


def _cell(value: object) -> str:
    """An answer as a cell of a spreadsheet; text that would begin a formula there gets an apostrophe in front."""
    if value is None or value != value:  # noqa: PLR0124 - NaN: pandas' None
        return ""
    if isinstance(value, (int, float)):
        return f"{value:g}"
    text = "; ".join(each if isinstance(each, str) else json.dumps(each) for each in listed(value))
    return f"'{text}" if text[:1] in "=+-@\t\r" and text else text
