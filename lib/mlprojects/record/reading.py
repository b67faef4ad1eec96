"""Read a ledger: everything that can be read, and a sentence about everything that cannot."""

from __future__ import annotations

import stat
from bisect import insort
from dataclasses import dataclass, field
from operator import attrgetter
from typing import IO, TYPE_CHECKING

from .record import Record, RefusedError, parse

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator
    from pathlib import Path

LONGEST_READ = 1024 * 1024  # a later version may write longer lines than this one; nobody writes this much
MOST_NOTES = 100
ANCHOR = 256


@dataclass
class _Found:
    """What one file has held so far.

    Attributes:
        records: In order of time.
        notes: One sentence for each line set aside, the first `MOST_NOTES` of them.
        unnoted: How many more lines were set aside.
        lines: Which line each id stands on.
        line: The number of finished lines.
        offset: Bytes of all finished lines.
        anchor: The last bytes before `offset`; where they are gone, the file is another one.
        stamp: What `stat` said, to see with one call that nothing has changed.
        tail: The last line, as long as it has no newline: a record, or the sentence about it.
    """

    records: list[Record] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unnoted: int = 0
    lines: dict[str, int] = field(default_factory=dict)
    line: int = 0
    offset: int = 0
    anchor: bytes = b""
    stamp: tuple[int, ...] = ()
    tail: Record | str = ""


class Reader:
    """Reads one file again and again, each time only what was added since.

    A file that was replaced, shortened or edited is noticed and read anew. One that has disappeared leaves
    what was read before in memory.

    Attributes:
        path: The file.
        missing: Whether it was not there at the last reading.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.missing = False
        self._trouble = ""
        self._found = _Found()

    @property
    def records(self) -> list[Record]:
        """All records in order of time; a new list."""
        records, tail = self._found.records, self._found.tail
        if isinstance(tail, str):
            return records.copy()
        return sorted([*records, tail], key=attrgetter("order"))

    @property
    def vanished(self) -> bool:
        """Whether the file was there before and no longer is; `records` still has what it held."""
        return self.missing and bool(self.records)

    @property
    def notes(self) -> list[str]:
        """One sentence for each line set aside, and one if the file cannot be read at all."""
        found = self._found
        more = f"{found.unnoted} more lines of {self.path.name} were set aside." if found.unnoted else ""
        tail = found.tail if isinstance(found.tail, str) else ""
        return [*found.notes, *filter(None, [more, tail, self._trouble])]

    def refresh(self) -> None:
        """Read what was added since the last time. Never raises for what the file is or holds."""
        self._trouble, self.missing = "", False
        try:
            stamp = _stamp(self.path.stat())
            if stamp != self._found.stamp:
                with self.path.open("rb") as file:
                    self._read(file, stamp)
        except (FileNotFoundError, NotADirectoryError):
            self.missing = True
            self._found.stamp = ()
        except OSError as error:
            self._trouble = f"{self.path.name} cannot be read ({error.strerror or 'unknown reason'})."

    def _read(self, file: IO[bytes], stamp: tuple[int, ...]) -> None:
        """Go on where the last reading ended, or begin anew where the file is not what it was."""
        if not self._continues(file, stamp):
            self._found = _Found()
        found = self._found
        found.tail = ""
        file.seek(found.offset)
        for raw, size, finished in _lines(file):
            if not finished:
                found.tail = self._judge(raw, size, found.line + 1)
                break
            found.line += 1
            self._keep(self._judge(raw, size, found.line))
            found.offset += size
            found.anchor = (found.anchor + raw)[-ANCHOR:] if size == len(raw) else b""
        found.stamp = stamp

    def _continues(self, file: IO[bytes], stamp: tuple[int, ...]) -> bool:
        """Whether the file is the one read before, with nothing but additions."""
        found = self._found
        if found.stamp[:2] != stamp[:2] or stamp[2] <= found.stamp[2]:
            return False
        file.seek(found.offset - len(found.anchor))
        return file.read(len(found.anchor)) == found.anchor

    def _judge(self, raw: bytes, size: int, number: int) -> Record | str:
        """A line's record, or the sentence why there is none; an empty line is worth no sentence."""
        if not raw.strip():
            return ""
        where = f"Line {number} of {self.path.name}"
        if size > LONGEST_READ:
            return f"{where} was set aside: it is longer than any record."
        try:
            record = parse(raw)
        except RefusedError as error:
            return f"{where} was set aside: {error}."
        if record.id in self._found.lines:
            return f"{where} was set aside: it repeats the record of line {self._found.lines[record.id]}."
        return record

    def _keep(self, judged: Record | str) -> None:
        """Take a finished line's record in, or its sentence."""
        found = self._found
        if isinstance(judged, Record):
            insort(found.records, judged, key=attrgetter("order"))
            found.lines[judged.id] = found.line
        elif judged and len(found.notes) < MOST_NOTES:
            found.notes.append(judged)
        elif judged:
            found.unnoted += 1


def _stamp(status: os.stat_result) -> tuple[int, ...]:
    """Device, inode, size and time of change of an ordinary file.

    Raises:
        OSError: It is something else (opening a named pipe would wait for ever).
    """
    if not stat.S_ISREG(status.st_mode):
        raise OSError(0, "it is not an ordinary file")
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _lines(file: IO[bytes]) -> Iterator[tuple[bytes, int, bool]]:
    """Each line's beginning, its size in bytes, and whether it ends with a newline; in bounded memory."""
    while raw := file.readline(LONGEST_READ + 1):
        size, end = len(raw), raw
        while not end.endswith(b"\n") and (end := file.readline(LONGEST_READ + 1)):
            size += len(end)
        yield raw, size, end.endswith(b"\n")


def read_ledger(path: Path) -> tuple[list[Record], list[str]]:
    """Read one ledger file, whatever its name, once.

    Args:
        path: The file.

    Returns:
        Its records in order of time, and one sentence for each line that could not be read.
    """
    reader = Reader(path)
    reader.refresh()
    return reader.records, [f"{path.name} is not there."] if reader.missing else reader.notes
