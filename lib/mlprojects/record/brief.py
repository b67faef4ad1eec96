"""The project brief as data: what a learner entered in all modules, as one object and as JSON.

The format is published in `brief.schema.json` beside this file, the fields are those of `brief_fields`.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias

from mlprojects import __version__

from .brief_fields import BOARDS, FIELDS, OWN, SECTIONS, Field, Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from .record import Record

KIND = "mlprojects-brief"
VERSION = "1.0"
LONGEST_FILE = 4 * 1024 * 1024
"""Characters that are read; all fields at their longest take a hundredth of it."""
PLACEHOLDER = re.compile(r"[\s?.…_/\\\u2013\u2014-]*|\W*(to ?do|tb[ad]|fixme|x{3,4})\W*", re.IGNORECASE)
"""What somebody leaves in a field in order to come back to it."""
LIMITS = {"x": 100, "y": 100, "range": 50}
"""The largest value of each number of a point; all are whole, the smallest is 0."""

Value: TypeAlias = "str | float"
Place: TypeAlias = "Mapping[str, str | int]"


class BriefError(ValueError):
    """A file is no brief that can be read; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A learner's project brief.

    Attributes:
        values: What was entered, a text or a number by the keys of `brief_fields.FIELDS`; what is open is not there.
        places: By board (the keys of `brief_fields.BOARDS`) and point: `x`, `y`, `range`, and `label` if it was named.
            Only points that were put somewhere are there.
        kept: The document that it was read from, so that what only a newer version knows is written back.
    """

    values: Mapping[str, Value] = field(default_factory=dict)
    places: Mapping[str, Mapping[str, Place]] = field(default_factory=dict)
    kept: Mapping[str, Any] = field(default_factory=dict, repr=False)

    def text(self, key: str) -> str:
        """What was entered as text; "" where nothing was."""
        value = self.values.get(key, "")
        return value if isinstance(value, str) else f"{value:.12g}"

    def number(self, key: str) -> float | None:
        """What was entered as a number; None where nothing was, or a text."""
        value = self.values.get(key)
        return None if value is None or isinstance(value, str) else float(value)

    def is_open(self, field: Field) -> bool:
        """Whether a field has no answer: nothing, or only a mark such as "?" or "TODO" where a sentence is needed."""
        return not self.text(field.key) or (field.needed and bool(PLACEHOLDER.fullmatch(self.text(field.key))))

    @property
    def sections(self) -> tuple[Section, ...]:
        """What a brief asks for, in the order in which it is read."""
        return SECTIONS

    @property
    def name(self) -> str:
        """What the project is called: by its form, else on a board, else ""."""
        labels = [str(points.get(OWN, {}).get("label", "")) for points in self.places.values()]
        return next(filter(None, [self.text("problem_name"), *labels]), "")

    def own_place(self, board: str) -> Place | None:
        """Where the learner put their own project on a board; None if they did not."""
        return self.places.get(board, {}).get(OWN)

    def document(self) -> dict[str, Any]:
        """The brief as the published JSON, with all that it was read with."""
        whole: dict[str, Any] = deepcopy(dict(self.kept))
        whole |= {"kind": KIND, "v": whole.get("v", VERSION), "course": whole.get("course", __version__)}
        sections = whole.setdefault("sections", [])
        for section in SECTIONS:
            entry = _entry(sections, "key", section.key)
            entry.setdefault("title", section.title)
            fields = entry.setdefault("fields", [])
            for asked in section.fields:
                told = _entry(fields, "key", asked.key)
                told |= {"label": asked.label, "value": self.values.get(asked.key), "module": asked.module}
        boards = whole.setdefault("boards", [])
        for board, points in self.places.items():
            shown = _entry(boards, "key", board).setdefault("points", [])
            for name, place in points.items():
                _entry(shown, "name", name).update(place)
        return whole

    def to_json(self) -> str:
        """The document as text: ASCII, indented, with a last line end."""
        return json.dumps(self.document(), indent=1, allow_nan=False) + "\n"


def collect(records: Iterable[Record]) -> Brief:
    """The brief in a ledger: of each field and each point the newest entry.

    Args:
        records: In order of time; those that are no entries of a brief are passed over, and so is what no form writes.
    """
    entered: dict[str, dict[str, Any]] = {}
    for record in records:
        if record.kind == "brief":
            entered.setdefault(record.item, {}).update(record.data)
    values = {key: _value(entered.get(asked.item, {}).get(asked.name)) for key, asked in FIELDS.items()}
    places = {
        board: {name: place for name, data in entered.get(item, {}).items() if (place := _place(data))}
        for board, item in BOARDS.items()
    }
    return Brief(
        {key: value for key, value in values.items() if value is not None},
        {board: points for board, points in places.items() if points},
    )


def read_brief(text: str) -> Brief:
    """The brief in a JSON text.

    Raises:
        BriefError: It is none, or one of a version that cannot be read; the sentence says why.
    """
    if len(text) > LONGEST_FILE:
        raise BriefError(f"It has {len(text):,} characters; a brief has {LONGEST_FILE:,} at most.")
    try:
        found = json.loads(text.removeprefix("\ufeff"), parse_constant=_no_number, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise BriefError("It is not JSON: cut short, damaged, or from another program.") from error
    _check(found)
    told = {each["key"]: each["value"] for section in found["sections"] for each in section["fields"]}
    values = {key: value for key in FIELDS if (value := _value(told.get(key))) is not None}
    places = {
        board["key"]: {point["name"]: place for point in board["points"] if (place := _place(point))}
        for board in found.get("boards", [])
    }
    return Brief(values, {board: points for board, points in places.items() if points}, found)


def _check(found: object) -> None:
    """Hold a document against its version and the published schema."""
    from fastjsonschema import JsonSchemaValueException  # noqa: PLC0415 - a brief is seldom read

    if not isinstance(found, dict) or found.get("kind") != KIND:
        raise BriefError(f"It is JSON, but no brief of this course (its “kind” is not “{KIND}”).")
    version = found.get("v")
    major = re.match(r"([0-9]{1,4})\.", version) if isinstance(version, str) else None
    if major and int(major[1]) > int(VERSION.partition(".")[0]):
        raise BriefError("It was written by a newer version of the course, so please update to read it.")
    try:
        _validator()(found)
    except JsonSchemaValueException as error:
        where = re.sub(r"\.(\d+)", r"[\1]", ".".join(map(str, error.path[1:])))
        raise BriefError(f"It is no brief of this course: {f'“{where}”' if where else 'it'} does not fit.") from error


@cache
def _validator() -> Callable[[Any], Any]:
    """The published schema, compiled once."""
    import fastjsonschema  # noqa: PLC0415 - see _check

    return fastjsonschema.compile(json.loads(files(__package__).joinpath("brief.schema.json").read_text("utf-8")))


def _entry(entries: list[dict[str, Any]], name: str, key: str) -> dict[str, Any]:
    """The last entry of a list whose `name` is `key`, as a reader takes it; a new one at the end if there is none."""
    known: dict[str, Any] | None = next((entry for entry in reversed(entries) if entry.get(name) == key), None)
    if known is None:
        known = {name: key}
        entries.append(known)
    return known


def _value(value: object) -> Value | None:
    """A text without spaces around it, or a finite number; None for everything else."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return value if math.isfinite(value) else None
    except OverflowError:  # a whole number of more than 308 digits
        return None


def _place(data: object) -> Place | None:
    """A point's numbers, and its label if it has one; None if they cannot be, as in a line edited by hand."""
    if not isinstance(data, Mapping):
        return None
    numbers = {key: data.get(key) for key in LIMITS}
    for key, most in LIMITS.items():
        number = numbers[key]
        if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number <= most:
            return None
    label = data.get("label")
    named = {"label": " ".join(label.split())} if isinstance(label, str) and label.strip() else {}
    return {**named, **numbers}  # type: ignore[dict-item]  # the loop has seen that all are whole


def _no_number(name: str) -> NoReturn:
    """Refuse NaN and Infinity, which Python's parser would accept."""
    raise ValueError(name)


def _finite(text: str) -> float:
    """A decimal number, unless it is too large for one."""
    number = float(text)
    if math.isinf(number):
        raise ValueError(text)
    return number
