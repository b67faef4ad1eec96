"""Who took part, how long, and how far each learner and each module came."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from .distributions import PREDICTED, SKIPPED, predictions
from .grading import grades
from .picture import module_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .picture import Picture

PAUSE = 10.0
"""Minutes between two entries that count as work at most; a longer gap is a pause (our choice)."""


def learners(picture: Picture) -> pd.DataFrame:
    """Who took part, and how far each learner came.

    Returns:
        Index: the learner. Columns `entries`, `days`, `minutes` (gaps of up to `PAUSE` minutes between entries),
        `predictions`, `questions` (right), `tasks` (solved), `labellings` (begun) and `project` (parts filled in).
    """
    frame = picture.entries.frame
    table = pd.DataFrame(index=pd.RangeIndex(picture.people))
    by = frame["person"]
    table["entries"] = by.value_counts()
    day = frame["time"].to_numpy().astype("datetime64[D]").astype(np.int64)
    table["days"] = pd.Series(np.unique(by.to_numpy() * 1_000_000 + day) // 1_000_000).value_counts()
    table["minutes"] = _minutes(frame)
    done = {
        "predictions": _done(picture, "prediction", ("predictions",)),
        "questions": _right(picture, "answer", ("questions",)),
        "tasks": _right(picture, "attempt", ("tasks",)),
        "labellings": _done(picture, "label", ("labellings",)),
        "project": _done(picture, "brief", ("forms", "boards")),
    }
    for name, numbers in done.items():
        table[name] = numbers
    whole = {column: int for column in table.columns if column != "minutes"}
    return table.fillna(0).astype(whole).set_axis(pd.Index(picture.names, name="Learner"))


def totals(picture: Picture) -> dict[str, int]:
    """How much there is to do of each kind in `learners`."""
    parts = {
        "predictions": ("predictions",),
        "questions": ("questions",),
        "tasks": ("tasks",),
        "labellings": ("labellings",),
        "project": ("forms", "boards"),
    }
    return {name: len(picture.part(*part)) for name, part in parts.items()}


def modules(picture: Picture, truths: dict[str, Any]) -> pd.DataFrame:
    """Before and after, by module: shares of what is right among what was predicted and answered.

    Args:
        picture: The class.
        truths: What the calculation says, by prediction.

    Returns:
        Index: module. Columns `predicted` (of predictions with options), `first`, `final`: shares, NaN where there is
        nothing; `people`: learners with at least one entry in the module.
    """
    rights: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for question in picture.part("questions"):
        given = picture.answered.get(question.item)
        for moment in ("first", "final"):
            values = [] if given is None else [data.get("value") for data in given[moment]]
            right = sum(grades(question, values))
            rights.setdefault(module_of(question.item), {}).setdefault(moment, []).append((right, len(values)))
    for each in picture.part("predictions"):
        if each.item in truths and "options" in each.entry:
            found = predictions(picture, each, truths[each.item])
            made = found.counts[PREDICTED].drop(SKIPPED, errors="ignore")
            right = int(found.counts[PREDICTED].to_numpy()[np.array(found.right, dtype=bool)].sum())
            sums = rights.setdefault(module_of(each.item), {}).setdefault("predicted", [])
            sums.append((right, int(made.sum())))
    frame = picture.entries.frame
    present = _present(frame)
    rows = {
        module: {moment: _share(sums.get(moment, [])) for moment in ("predicted", "first", "final")}
        | {"people": present.get(module, 0)}
        for module, sums in rights.items()
    }
    return pd.DataFrame.from_dict(rows, orient="index", columns=["predicted", "first", "final", "people"])


def _present(frame: pd.DataFrame) -> dict[str, int]:
    """How many learners have an entry in each module."""
    modules_of = np.array([module_of(item) for item in frame["item"].cat.categories], dtype=object)
    pairs = pd.DataFrame({"person": frame["person"], "module": modules_of[frame["item"].cat.codes]}).drop_duplicates()
    return {str(name): int(n) for name, n in pairs["module"].value_counts().items()}


def _minutes(frame: pd.DataFrame) -> pd.Series[float]:
    """Minutes of work of each learner."""
    order = np.argsort(frame["person"].to_numpy(), kind="stable")
    person, time = frame["person"].to_numpy()[order], frame["time"].to_numpy()[order]
    gaps = np.diff(time) / np.timedelta64(1, "m")
    gaps[(person[1:] != person[:-1]) | (gaps > PAUSE)] = 0.0
    return pd.Series(gaps).groupby(person[1:]).sum()


def _done(picture: Picture, kind: str, parts: Sequence[str]) -> pd.Series[int]:
    """Of each learner, in how many exercises of these parts there is an entry."""
    items = {each.item for each in picture.part(*parts)}
    frame = picture.of(kind)
    frame = frame[frame["item"].isin(items)]
    return frame[["person", "item"]].drop_duplicates()["person"].value_counts()


def _right(picture: Picture, kind: str, parts: Sequence[str]) -> pd.Series[int]:
    """Of each learner, how many exercises of these parts were answered right at least once."""
    items = {each.item for each in picture.part(*parts)}
    frame = picture.of(kind)
    right = np.array([data.get("outcome") == "right" for data in frame["data"]], dtype=bool)
    frame = frame[frame["item"].isin(items).to_numpy() & right]
    counts: pd.Series[int] = frame[["person", "item"]].drop_duplicates()["person"].value_counts()
    return counts


def _share(sums: Sequence[tuple[int, int]]) -> float:
    right, of = (sum(column) for column in zip(*sums, strict=True)) if sums else (0, 0)
    return right / of if of else float("nan")
