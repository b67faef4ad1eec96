"""One record: what a learner did once, as an object and as a line of JSON."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass, field, fields
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

JSON: TypeAlias = "bool | int | float | str | Sequence[JSON] | Mapping[str, JSON] | None"

VERSION = "1.0"
LONGEST_LINE = 64 * 1024
DEEPEST_DATA = 50


class RefusedError(ValueError):
    """A value or a line is no record; the message is the second half of a sentence, and says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What a learner did once. Records are shared, so what is in `data` is read and never changed.

    Attributes:
        id: Random and unique.
        time: UTC, ISO 8601 with six decimals, so that text order is time order.
        learner: Whose it is; the same in all records of one ledger.
        session: Which process wrote it.
        course: The version of the library that wrote it.
        kind: "prediction", "answer", "attempt", "hint", "brief" or "label".
        item: What it was done to, as "module/name".
        data: The answer itself.
        v: The version of the schema, major.minor.
        extra: Fields that only a newer minor version knows, kept as they are.
    """

    id: str
    time: str
    learner: str
    session: str
    course: str
    kind: str
    item: str
    data: Mapping[str, JSON] = field(hash=False)
    v: str = VERSION
    extra: Mapping[str, JSON] = field(default_factory=dict, hash=False)

    @property
    def order(self) -> tuple[str, str]:
        """The key that puts records of any number of ledgers into one order: time, then id."""
        return self.time, self.id

    @property
    def when(self) -> datetime:
        """`time` as a datetime in UTC."""
        return datetime.fromisoformat(self.time)

    def line(self) -> bytes:
        r"""The record as one line of JSON in ASCII, with its newline.

        ASCII, because an escaped lone surrogate, U+2028 or NUL survives every editor and every reader of lines.

        Raises:
            RefusedError: `data` is no JSON or is nested too deeply.
        """
        return _dumps(dict(self.extra) | {name: getattr(self, name) for name in _FIELDS}).encode("ascii") + b"\n"


_FIELDS = ("v", *(f.name for f in fields(Record) if f.name not in {"v", "extra"}))


def parse(raw: bytes) -> Record:
    """Read one line.

    Args:
        raw: The line's bytes; a byte-order mark, spaces and line ends around it do not matter.

    Returns:
        The record, with the fields this version does not know in `extra`.

    Raises:
        RefusedError: The line is no record of a version that can be read; the message says why.
    """
    try:
        found = json.loads(_text(raw), parse_constant=_no_number, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise RefusedError("it is not JSON (cut short, damaged, or from another program)") from error
    if not isinstance(found, dict):
        raise RefusedError("it is JSON, but no record of this course")
    _check_version(found.get("v"))
    _check_schema(found)
    known = {name: found.pop(name) for name in _FIELDS}
    return Record(**known, extra=found)


def checked(record: Record) -> Record:
    """The record as it will be read back from its line: lists for tuples, nothing shared with the caller.

    Raises:
        RefusedError: The record cannot be written; the message says why.
    """
    line = record.line()
    if len(line) > LONGEST_LINE:
        raise RefusedError(
            f"it is {_kilobytes(len(line))} kB long and an entry can have {LONGEST_LINE // 1024} kB at most, "
            "so please shorten it and try again"
        )
    return parse(line)


def _text(raw: bytes) -> str:
    """The line as text, without a byte-order mark (files are glued together by hand, so on any line)."""
    return raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8")


def _no_number(name: str) -> NoReturn:
    """Refuse NaN and Infinity, which Python's parser would accept."""
    raise ValueError(name)


def _finite(text: str) -> float:
    """A decimal number, unless it is too large for one, as in 1e999."""
    number = float(text)
    if math.isinf(number):
        raise ValueError(text)
    return number


def _check_version(version: object) -> None:
    """Refuse a line of a newer major version with the advice that helps."""
    major = re.match(r"([0-9]{1,4})\.", version) if isinstance(version, str) else None
    if major and int(major[1]) > int(VERSION.partition(".")[0]):
        raise RefusedError("it was written by a newer version of the course, so please update to see it")


@cache
def _validator() -> Callable[[Any], Any]:
    """The published schema, compiled once: jsonschema would need a second to import and 20 times as long for a line."""
    import fastjsonschema  # noqa: PLC0415 - `import mlprojects.record` stays cheap

    schema = json.loads(files(__package__).joinpath("ledger.schema.json").read_text("utf-8"))
    return fastjsonschema.compile(schema)


def _check_schema(found: dict[str, Any]) -> None:
    """Hold one decoded line against the published schema, and its time against the calendar."""
    from fastjsonschema import JsonSchemaValueException  # noqa: PLC0415 - see above

    try:
        _validator()(found)
        datetime.fromisoformat(found["time"])
    except JsonSchemaValueException as error:
        missing = next((name for name in _FIELDS if name not in found), None)
        fault = f"it has no {missing!r}" if missing else f"its {error.path[1]!r} does not fit"
        raise RefusedError(f"it is no record of this course ({fault})") from error
    except ValueError as error:
        raise RefusedError("it is no record of this course (its 'time' does not exist)") from error


def _dumps(content: Mapping[str, JSON]) -> str:
    """JSON in ASCII on one line, or the reason why not."""
    try:
        text = json.dumps(content, allow_nan=False, default=_refuse, separators=(",", ":"))
    except RecursionError as error:
        raise RefusedError(f"it is nested more than {DEEPEST_DATA} levels deep") from error
    except ValueError as error:
        if isinstance(error, RefusedError):
            raise
        reason = "it contains itself or a number that cannot be kept (NaN, infinity, or thousands of digits)"
        raise RefusedError(reason) from error
    except TypeError as error:
        raise RefusedError("every key in it must be text") from error
    _check_nesting(content)
    return text


def _refuse(value: object) -> NoReturn:
    """What `json` calls for a value it does not know."""
    kind = type(value).__name__
    accepted = "text, numbers, True, False, None, and lists and dictionaries of these"
    raise RefusedError(f"it contains a value of type {kind} (only {accepted} can be kept)")


def _check_nesting(content: Mapping[str, JSON]) -> None:
    """Refuse keys that JSON would silently turn into text, and a depth that another Python could not read."""
    level: list[Any] = [content]
    for _ in range(DEEPEST_DATA):
        inner: list[Any] = []
        for value in level:
            if isinstance(value, dict):
                if not all(isinstance(key, str) for key in value):
                    raise RefusedError("every key in it must be text")
                inner += value.values()
            elif isinstance(value, list | tuple):
                inner += value
        if not inner:
            return
        level = inner
    raise RefusedError(f"it is nested more than {DEEPEST_DATA} levels deep")


def _kilobytes(count: int) -> int:
    """Bytes as whole kilobytes, rounded up."""
    return -(-count // 1024)
