"""All entries of a class, each once, and a sentence about everything that could not be taken as it was."""

from __future__ import annotations

import gc
import hashlib
import json
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from mlprojects.words import count

from .lines import LineReader, Row
from .people import gatherings, name_of, numbered, same_people
from .sources import sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from .sources import Progress, Source

MOST_FILES = 5
"""Files of one learner, above which a sentence asks whether they really are one person's."""


class Note(NamedTuple):
    """What is to be said about a file, or about the class (then without a file).

    Attributes:
        label: The file's name.
        what: Without any name in it.
    """

    label: str
    what: str

    def __str__(self) -> str:
        """One line with the file's name."""
        return f"{self.label}: {self.what}." if self.label else f"{self.what}."


@dataclass(frozen=True)
class Entries:
    """What a class did.

    Attributes:
        frame: A row an entry, in order of time: `person` (from 0), `time`, `kind`, `item`, `data` (a dictionary).
        labels: Of each person the names of the files, for `names`.
        notes: For each file that was not taken as it was, what became of it.
        files: How many files held entries.
    """

    frame: pd.DataFrame
    labels: list[list[str]]
    notes: list[Note]
    files: int

    def names(self, *, shown: bool = False) -> list[str]:
        """What each learner is called: "Learner 1", ..., or by the names of the uploads where they may be shown."""
        return [name_of(labels, place) if shown else numbered(place) for place, labels in enumerate(self.labels)]

    def remarks(self, *, shown: bool = False) -> list[str]:
        """The notes as lines, with the files' names where they may be shown; without them, alike ones are one line."""
        if shown:
            return sorted(map(str, self.notes))
        alike = Counter(note.what for note in self.notes if note.label)
        told = [f"{count(many, 'file')}: {what}." for what, many in alike.items()]
        return sorted([*told, *(str(note) for note in self.notes if not note.label)])

    def __repr__(self) -> str:
        """How much there is; never what."""
        return f"<{len(self.frame):,} entries of {count(len(self.labels), 'learner')}>"


def collect(path: Path, progress: Progress | None = None) -> Entries:
    """Read all ledgers in a folder or a zip. The order of the files does not matter, and twice is once.

    Args:
        path: The folder, the zip, or one ledger.
        progress: As in `sources.sources`.

    Raises:
        FileNotFoundError: If there is nothing at `path`.
    """
    gathered = _Gathered()
    with _without_searching_for_cycles():
        for source in sources(path, progress):
            gathered.take(source)
        return gathered.entries()


@contextmanager
def _without_searching_for_cycles() -> Iterator[None]:
    """Millions of small objects are made, none of which refers to itself: Python need not look for that meanwhile."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@dataclass
class _Gathered:
    """What was read so far.

    Attributes:
        rows: By id.
        files: Names of the files with entries.
        notes: As in `Entries`.
        pairs: Random id and file.
        shared: Two files with a common entry.
        where: The first file of each entry.
        seen: Hashes of whole files.
        edited: How many entries were not the same in two files.
        reader: Reads them.
    """

    rows: dict[str, Row] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    pairs: set[tuple[str, int]] = field(default_factory=set)
    shared: set[tuple[int, int]] = field(default_factory=set)
    where: dict[str, int] = field(default_factory=dict)
    seen: set[bytes] = field(default_factory=set)
    edited: int = 0
    reader: LineReader = field(default_factory=LineReader)

    def take(self, source: Source) -> None:
        """Take one file in."""
        if source.note:
            self.notes.append(Note(source.label, source.note))
        if not source.content.strip():
            if not source.note:
                self.notes.append(Note(source.label, "it is empty"))
            return
        print_of = hashlib.sha256(source.content).digest()
        if print_of in self.seen:
            self.notes.append(Note(source.label, "the same file as another; it counts once"))
        self.seen.add(print_of)
        rows, faults = self.reader.read(source.content)
        self._say(source.label, len(rows), faults)
        if rows:
            self._add(source.label, rows)

    def _say(self, label: str, rows: int, faults: list[str]) -> None:
        if not rows:
            why = faults[0].partition(": ")[2] if faults else "it is empty"
            self.notes.append(Note(label, f"no entry of this course is in it ({why})"))
        elif faults:
            were = "was" if len(faults) == 1 else "were"
            first = faults[0] if len(faults) == 1 else f"the first is {faults[0]}"
            self.notes.append(Note(label, f"{count(len(faults), 'line')} {were} set aside ({first})"))

    def _add(self, label: str, rows: list[Row]) -> None:
        file = len(self.files)
        self.files.append(label)
        for row in rows:
            self.pairs.add((row.learner, file))
            held = self.rows.setdefault(row.id, row)
            if held is row:
                self.where[row.id] = file
                continue
            self.shared.add((self.where[row.id], file))
            if held != row:
                self.edited += 1
                self.rows[row.id] = min(held, row, key=_written)

    def entries(self) -> Entries:
        """All that was read, by person and in order of time."""
        person = same_people(self.pairs, self.shared)
        labels: list[list[str]] = [[] for _ in set(person.values())]
        crowded = gatherings(self.pairs)
        for one, file in sorted(self.pairs):
            mine = labels[person[one]]
            if file not in crowded and self.files[file] not in mine:
                mine.append(self.files[file])
        return Entries(
            _frame(list(self.rows.values()), person),
            labels,
            [*self.notes, *self._asked(labels, crowded)],
            len(self.files),
        )

    def _asked(self, labels: list[list[str]], crowded: Iterable[int]) -> list[Note]:
        """What an instructor should know about who is who."""
        many = "more random ids are in it than one person has machines; each id counts as a learner of its own"
        notes = [Note(self.files[file], many) for file in sorted(crowded)]
        notes += [
            Note(
                "", f"{numbered(place)} has {len(files):,} files; several people may have begun with one copied ledger"
            )
            for place, files in enumerate(labels)
            if len(files) > MOST_FILES
        ]
        if self.edited:
            entries = "1 entry is" if self.edited == 1 else f"{self.edited:,} entries are"
            notes.append(Note("", f"{entries} not the same in two files, so one was edited; one form counts"))
        return notes


def _written(row: Row) -> tuple[str, ...]:
    """A key that makes one of two differing entries of one id the same choice in any order of files."""
    return row.time, row.learner, row.kind, row.item, json.dumps(row.data, sort_keys=True)


def _frame(rows: list[Row], person: dict[str, int]) -> pd.DataFrame:
    """The rows in order of time, ties by id."""
    time = np.array([row.time[:-1] for row in rows], dtype="datetime64[us]")
    order = np.argsort(time, kind="stable")
    if (time[order][1:] == time[order][:-1]).any():
        order = np.array(sorted(range(len(rows)), key=lambda place: (rows[place].time, rows[place].id)), dtype=np.int64)
    data = np.empty(len(rows), dtype=object)
    data[:] = [row.data for row in rows]
    frame = pd.DataFrame(
        {
            "person": np.array([person[row.learner] for row in rows], dtype=np.int64),
            "time": time,
            "kind": _codes(row.kind for row in rows),
            "item": _codes(row.item for row in rows),
            "data": pd.Series(data, dtype=object),
        }
    )
    return frame.iloc[order].reset_index(drop=True)


def _codes(values: Iterable[str]) -> pd.Series[Any]:
    """Texts as a column of categories in the order of the alphabet."""
    known: dict[str, int] = {}
    codes = [known.setdefault(value, len(known)) for value in values]
    names = sorted(known)
    moved = {known[name]: place for place, name in enumerate(names)}
    table = np.array([moved[code] for code in range(len(known))], dtype=np.int64)
    places = table[np.array(codes, dtype=np.int64)]
    return pd.Series(pd.Categorical.from_codes(places, categories=pd.Index(names, dtype=object)))
