"""What was right, and which misconceptions showed: the answers graded with the questions as they are now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from .picture import each_once, is_first

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .picture import Picture


def misconceptions(picture: Picture) -> pd.DataFrame:
    """The misconceptions that answers and attempts showed, most common first.

    Answers are graded anew with the questions as they are now; what no longer fits an option shows none.

    Returns:
        Columns `item`, `misconception`, `people` (learners who showed it at least once), `first` (with their first
        answer), `of` (learners who answered), a row a misconception of an exercise.
    """
    shown = _shown(picture)
    if shown.empty:
        return pd.DataFrame(columns=["item", "misconception", "people", "first", "of"])
    groups = shown.groupby(["item", "misconception"], observed=True, sort=True)
    table = pd.DataFrame(
        {
            "people": groups["person"].nunique(),
            "first": shown[shown["first"]].groupby(["item", "misconception"], observed=True)["person"].nunique(),
        }
    )
    table = table.fillna({"first": 0}).astype(int).reset_index()
    people = _answerers(picture)
    table["of"] = [people.get(item, 0) for item in table["item"]]
    order = ["people", "first", "item", "misconception"]
    return table.sort_values(order, ascending=[False, False, True, True]).reset_index(drop=True)


def most_common(picture: Picture) -> pd.DataFrame:
    """Of each exercise the misconception that most learners showed; columns as in `misconceptions`."""
    table = misconceptions(picture)
    place = {item: number for number, item in enumerate(picture.exercises)}
    first = table.drop_duplicates("item")
    places = [place.get(item, len(place)) for item in first["item"].tolist()]
    return first.iloc[np.argsort(places, kind="stable")].reset_index(drop=True)


def grade(question: Any, value: object) -> tuple[str, tuple[str, ...]]:  # noqa: ANN401 - an engine's question
    """Result and misconceptions of an answer with the question as it is now; what cannot be one is "unclear"."""
    try:
        outcome = question.grade(value)
    except (TypeError, ValueError):  # a line edited by hand must not cost the class its picture
        return "unclear", ()
    return str(outcome.result), tuple(outcome.misconceptions)


def grades(question: Any, values: Sequence[object]) -> list[bool]:  # noqa: ANN401 - an engine's question
    """Whether each answer is right; equal answers are graded once."""
    return each_once(lambda value: grade(question, value)[0] == "right", values)


def _shown(picture: Picture) -> pd.DataFrame:
    """A row for each misconception that an entry shows: `person`, `item`, `misconception`, `first`."""
    graded: dict[tuple[str, str], tuple[str, ...]] = {}
    rows: list[tuple[int, str, str, bool]] = []
    frame = picture.entries.frame
    frame = frame[frame["kind"].isin(["answer", "attempt"])]
    frame = frame.assign(first=is_first(frame))
    frame = frame[np.array([data.get("outcome") != "right" for data in frame["data"]], dtype=bool)]
    columns = (frame[name].tolist() for name in ("person", "kind", "item", "data", "first"))
    for person, kind, item, data, first in zip(*columns, strict=True):
        rows += [(person, item, name, first) for name in _misconceptions(picture, kind, item, data, graded)]
    return pd.DataFrame(rows, columns=["person", "item", "misconception", "first"])


def _misconceptions(
    picture: Picture, kind: str, item: str, data: dict[str, Any], graded: dict[tuple[str, str], tuple[str, ...]]
) -> tuple[str, ...]:
    exercise = picture.exercises.get(item)
    if kind == "answer" and exercise is not None and exercise.part == "questions":
        key = item, repr(data.get("value"))
        if key not in graded:
            graded[key] = grade(exercise, data.get("value"))[1]
        return graded[key]
    recorded = data.get("misconceptions")
    return tuple(name for name in recorded if isinstance(name, str)) if isinstance(recorded, list) else ()


def _answerers(picture: Picture) -> dict[str, int]:
    """How many learners answered or attempted each exercise."""
    frame = picture.entries.frame
    frame = frame[frame["kind"].isin(["answer", "attempt"])]
    return {str(item): int(n) for item, n in frame.groupby("item", observed=True)["person"].nunique().items()}
