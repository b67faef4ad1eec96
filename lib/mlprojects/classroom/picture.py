"""A class's entries beside what the course asks: the ground on which all tables stand."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    import numpy.typing as npt

    from .collect import Entries

T = TypeVar("T")
MODULES = {
    "welcome": "Welcome",
    "lifecycle": "Lifecycle",
    "prioritizing": "Prioritizing",
    "archetypes": "Archetypes",
    "metrics": "Metrics",
    "baselines": "Baselines",
}
"""In the order of the course; what else there is comes after."""
MOMENTS = ("First", "After a hint", "Final")
LISTED = 60
"""Characters of an answer that was typed, or is no option any more, in a table."""


class Exercise(Protocol):
    """What a picture asks of a question, prediction, task, form, board or labelling: see `mlprojects.engine`."""

    item: str
    part: str
    entry: dict[str, Any]

    def text(self) -> str:
        """The exercise in plain words."""


Exercises: TypeAlias = Mapping[str, Exercise]
"""By "module/name", in the order of the course."""
Keys: TypeAlias = Mapping[str, Callable[[], "pd.Series[Any]"]]
"""Of a labelling the right labels, by case."""


@dataclass(frozen=True)
class Picture:
    """What a class did with the exercises of the course.

    Attributes:
        entries: What was done.
        exercises: What there is to do.
        keys: The right labels of labellings, where there are any.
        shown: Whether learners and files are shown by name.
    """

    entries: Entries
    exercises: Exercises
    keys: Keys = field(default_factory=dict)
    shown: bool = False

    @cached_property
    def names(self) -> list[str]:
        """What each learner is called."""
        return self.entries.names(shown=self.shown)

    @property
    def people(self) -> int:
        """How many learners there are."""
        return len(self.names)

    def of(self, kind: str) -> pd.DataFrame:
        """The entries of one kind, in order of time."""
        frame = self.entries.frame
        return frame[frame["kind"] == kind]

    def part(self, *parts: str) -> list[Exercise]:
        """The exercises of these parts ("questions", "predictions", ...), in the order of the course."""
        return [each for each in self.exercises.values() if each.part in parts]

    @cached_property
    def answers(self) -> pd.DataFrame:
        """The answers to questions: see `_moments`."""
        return _moments(self.of("answer"))

    @cached_property
    def answered(self) -> Mapping[str, pd.DataFrame]:
        """`answers`, by exercise."""
        return dict(iter(self.answers.groupby("item", observed=True, sort=False)))  # type: ignore[arg-type]  # items are texts

    @cached_property
    def predicted(self) -> Mapping[str, pd.DataFrame]:
        """The first prediction of each learner, by exercise: `person`, `value` (None if it was skipped)."""
        first = _once(self.of("prediction"), "first")
        first = first.assign(value=[data.get("value") for data in first["data"]])
        return dict(iter(first.groupby("item", observed=True, sort=False)))  # type: ignore[arg-type]  # see answered


def module_of(item: str) -> str:
    """The module of an exercise."""
    return item.partition("/")[0]


def module_name(module: str) -> str:
    """A module as a heading."""
    return MODULES.get(module, module.replace("_", " ").capitalize())


def title_of(item: str) -> str:
    """An exercise's name as words."""
    name = item.partition("/")[2].replace("_", " ")
    return f"{name[:1].upper()}{name[1:]}"


def plain(markdown: str) -> str:
    """Text of ours without the signs of Markdown, on one line."""
    return " ".join(re.sub(r"`([^`]+)`|\*+", lambda found: found[1] or "", markdown).split())


def prompt_of(exercise: Exercise) -> str:
    """What is asked, on one line."""
    return plain(str(exercise.entry.get("prompt", "")))


def told(value: object, unit: str = "", *, whole: bool = False) -> str:
    """An answer as a table shows it; whatever it is, it is text, and not long unless it is to be `whole`."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        line = plain(value if isinstance(value, str) else json.dumps(value))
        return line if whole or len(line) <= LISTED else f"{line[: LISTED - 1]}…"
    return f"{value:g} {unit}".strip()


def listed(value: object) -> list[Any]:
    """An answer as the list of what was chosen."""
    return list(value) if isinstance(value, list) else [] if value is None else [value]


def each_once(function: Callable[[Any], T], values: Sequence[Any]) -> list[T]:
    """What `function` gives for each value; values that are written alike are asked about once, for most are."""
    keys = list(map(repr, values))
    known = {key: function(value) for key, value in dict(zip(keys, values, strict=True)).items()}
    return [known[key] for key in keys]


def _once(frame: pd.DataFrame, keep: str) -> pd.DataFrame:
    """The first or last entry of each learner and exercise; `frame` is in order of time."""
    place = _place(frame)
    if keep == "first":
        kept = np.unique(place, return_index=True)[1]
    else:
        kept = len(place) - 1 - np.unique(place[::-1], return_index=True)[1]
    return frame.iloc[np.sort(kept)]


def is_first(frame: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Whether each entry is its learner's first one of its exercise; `frame` is in order of time."""
    first = np.zeros(len(frame), dtype=bool)
    first[np.unique(_place(frame), return_index=True)[1]] = True
    return first


def _place(frame: pd.DataFrame) -> npt.NDArray[np.int64]:
    """One number for each pair of learner and exercise."""
    codes = frame["item"].cat
    people: npt.NDArray[np.int64] = frame["person"].to_numpy(dtype=np.int64)
    return people * (len(codes.categories) + 1) + codes.codes.to_numpy(dtype=np.int64)


def _moments(answers: pd.DataFrame) -> pd.DataFrame:
    """Each learner's first answer to each question, the first after a hint, and the last.

    Returns:
        Columns `person`, `item`, `first`, `hinted` (missing without a hint), `final` (data of the entries), and
        `tries`; a row a learner and question.
    """
    first, final = _once(answers, "first"), _once(answers, "last")
    hinted = _once(answers[np.array([_hints(data) > 0 for data in answers["data"]], dtype=bool)], "first")
    tries = pd.Series(_place(answers)).value_counts()
    table = pd.DataFrame(
        {"person": first["person"].to_numpy(), "item": first["item"].to_numpy(), "first": first["data"].to_numpy()},
        index=_place(first),
    )
    table["hinted"] = pd.Series(hinted["data"].to_numpy(), index=_place(hinted), dtype=object)
    table["final"] = pd.Series(final["data"].to_numpy(), index=_place(final), dtype=object)
    table["tries"] = tries
    return table.reset_index(drop=True)


def _hints(data: Mapping[str, Any]) -> int:
    hints = data.get("hints")
    return hints if isinstance(hints, int) else 0
