"""A ledger's bytes as rows: what `record.read_ledger` would give, in a sixth of the time, for a class has many.

A line that this version of the course wrote itself is recognised by one regular expression, which holds the published
schema of its nine fields; every other line goes the long way, through `record.parse`. Both ways give the same.
"""

from __future__ import annotations

import json
import math
import re
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from mlprojects.record.reading import LONGEST_READ
from mlprojects.record.record import RefusedError, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_ITEM = 120
SHORT = 400
"""Bytes of an entry's data up to which it is remembered: most learners choose among the same few options."""
MOST_REMEMBERED = 200_000
UNUSED = ("source", "because")
"""Of an attempt: long, and no table needs them."""

_ID = rb"([0-9A-Za-z_-]{8,64})"
_WORD = rb"[^\s/\\<>&\"'\x00-\x1f\x7f-\xff]+"
_OWN_LINE = re.compile(
    rb'^\{"v":"1\.[0-9]{1,4}","id":"'
    + _ID
    + rb'","time":"(2[0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z)","learner":"'
    + _ID
    + rb'","session":"[0-9A-Za-z_-]{8,64}","course":"[0-9A-Za-z.+!_-]{1,40}","kind":"([a-z][a-z_]{0,39})","item":"('
    + _WORD
    + rb"/"
    + _WORD
    + rb')","data":(\{[^\n]*\})\}\n',
    re.MULTILINE,
)


class Row(NamedTuple):
    """What a class picture needs of a record."""

    id: str
    time: str
    learner: str
    kind: str
    item: str
    data: dict[str, Any]


class LineReader:
    """Reads many ledgers; equal data and equal names are one object in memory."""

    def __init__(self) -> None:
        self._remembered: dict[bytes, dict[str, Any]] = {}
        self._names: dict[bytes, str] = {}

    def read(self, content: bytes) -> tuple[list[Row], list[str]]:
        """All rows of one file, and why other lines gave none.

        Args:
            content: The file.

        Returns:
            The rows in the order of the lines, the first of each id; and for each line set aside, which and why.
        """
        rows: dict[str, Row] = {}
        faults: list[str] = []
        for number, judged in self._judged(content):
            if isinstance(judged, str):
                faults.append(f"line {number}: {judged}")
            elif judged.id in rows:
                faults.append(f"line {number}: it repeats an earlier entry of the file")
            else:
                rows[judged.id] = judged
        return list(rows.values()), faults

    def _judged(self, content: bytes) -> Iterator[tuple[int, Row | str]]:
        """Line by line, with its number: the row, or why there is none."""
        number, place = 1, 0
        for found in _OWN_LINE.finditer(content):
            if found.start() > place:
                yield from self._slowly(content[place : found.start()], number)
                number += content.count(b"\n", place, found.start())
            row = self._quickly(found)
            if row is None:
                yield from self._slowly(found.group(), number)
            else:
                yield number, row
            number, place = number + 1, found.end()
        yield from self._slowly(content[place:], number)

    def _quickly(self, found: re.Match[bytes]) -> Row | None:
        """The row of a line in the course's own form, None if something in it needs the long way."""
        one, time, learner, kind, item, raw = found.groups()
        if len(item) > LONGEST_ITEM or found.end() - found.start() > LONGEST_READ:
            return None
        moment = time.decode("ascii")
        try:
            datetime.fromisoformat(moment)
            data = self._remembered.get(raw)
            if data is None:
                data = self._data(raw)
        except (ValueError, RecursionError):
            return None
        return Row(one.decode("ascii"), moment, self._name(learner), self._name(kind), self._name(item), data)

    def _data(self, raw: bytes) -> dict[str, Any]:
        data = slim(json.loads(raw.decode("utf-8"), parse_constant=_no_number, parse_float=_finite))
        if len(raw) <= SHORT and len(self._remembered) < MOST_REMEMBERED:
            self._remembered[raw] = data
        return data

    def _name(self, raw: bytes) -> str:
        return self._names.setdefault(raw, raw.decode("ascii"))

    @staticmethod
    def _slowly(content: bytes, number: int) -> Iterator[tuple[int, Row | str]]:
        for place, line in enumerate(content.split(b"\n"), number):
            if not line.strip():
                continue
            if len(line) >= LONGEST_READ:
                yield place, "it is longer than any entry"
                continue
            try:
                record = parse(line)
            except RefusedError as error:
                yield place, str(error)
                continue
            data = slim(dict(record.data))
            yield place, Row(record.id, record.time, record.learner, record.kind, record.item, data)


def slim(data: dict[str, Any]) -> dict[str, Any]:
    """Data without what no table needs."""
    for name in UNUSED:
        data.pop(name, None)
    return data


def _no_number(name: str) -> NoReturn:
    """NaN and Infinity send the line the long way, where they are refused in words."""
    raise ValueError(name)


def _finite(text: str) -> float:
    """A decimal number; one that is too large for a float (1e999) sends the line the long way as well."""
    number = float(text)
    if math.isinf(number):
        raise ValueError(text)
    return number
