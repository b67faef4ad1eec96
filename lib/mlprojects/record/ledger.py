"""The ledger: what a learner did, kept in a file that only ever grows."""

from __future__ import annotations

import atexit
import os
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from mlprojects import __version__

from .reading import Reader
from .record import Record, RefusedError, checked
from .writing import add_lines, locked, why_not

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .record import JSON

FILE_NAME = "ledger.jsonl"
FOLDER_VARIABLE = "MLPROJECTS_WORK"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a record.

    Attributes:
        saved: Whether it is on the disk.
        note: Empty, or one sentence for the learner.
    """

    saved: bool
    note: str = ""


class Ledger:
    """All that was recorded in one folder, by whichever kernel, and a way to add to it.

    What cannot be written stays in memory, counts as recorded, and is written before the next record once that
    works again. Safe to share between threads, and with other processes through the file.
    """

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.path = Path(folder) / FILE_NAME
        self._reader = Reader(self.path)
        self._pending: list[Record] = []
        self._new_learner = uuid.uuid4().hex
        self._guard = RLock()

    def __repr__(self) -> str:
        return f"Ledger({str(self.path.parent)!r})"

    def append(self, kind: str, item: str, data: Mapping[str, JSON]) -> Receipt:
        """Record what the learner just did.

        Args:
            kind: "prediction", "answer", "attempt", "hint", "brief" or "label".
            item: What it was done to, as "module/name".
            data: The answer itself; a dictionary that JSON can hold, 64 kB at most.

        Returns:
            Whether it was saved, with a sentence if not. Nothing is raised: the lesson goes on.
        """
        with self._guard:
            try:
                record = checked(self._new_record(kind, item, data))
            except RefusedError as error:
                return Receipt(saved=False, note=f"This entry was not recorded: {error}.")
            self._pending.append(record)
            return self._write_pending()

    def absorb(self, records: Iterable[Record]) -> tuple[int, Receipt]:
        """Add what another ledger has and this one has not, such as that of the same learner's other machine.

        What is here stays as it is, also where a record of the same id is another there.

        Args:
            records: Of any other ledger, as `read_ledger` and `merge` give them.

        Returns:
            How many were added, and whether that worked, with a sentence if not.
        """
        with self._guard:
            try:
                with locked(self.path):
                    self._reader.refresh()
                    known = {r.id for r in self._reader.records}
                    new = list({r.id: r for r in records if r.id not in known}.values())
                    add_lines(self.path, b"".join(r.line() for r in new))
            except OSError as error:
                return 0, Receipt(saved=False, note=f"Nothing was added, because {why_not(error, self.path)}.")
            self._reader.refresh()
            return len(new), Receipt(saved=True)

    def flush(self) -> Receipt:
        """Try once more to write what could not be written so far."""
        with self._guard:
            return self._write_pending() if self._pending else Receipt(saved=True)

    def records(self, kind: str | None = None, item: str | None = None) -> list[Record]:
        """All records, or those of one kind or one item, in order of time.

        Args:
            kind: Only this kind.
            item: Only this "module/name".

        Returns:
            A new list; the file is looked at again each time, and only what was added is read.
        """
        return [r for r in self._all() if kind in (None, r.kind) and item in (None, r.item)]

    def latest(self, kind: str, item: str) -> Record | None:
        """The newest record of this kind and item, or None.

        Args:
            kind: As in `append`.
            item: As in `append`.
        """
        return next((r for r in reversed(self._all()) if r.kind == kind and r.item == item), None)

    @property
    def notes(self) -> list[str]:
        """One sentence for each line of the file that could not be read; nothing else is lost by it."""
        with self._guard:
            self._reader.refresh()
            return self._reader.notes

    @property
    def learner(self) -> str:
        """The random id of whose ledger this is: that of its earliest record, so that it travels with the file."""
        records = self._all()
        return records[0].learner if records else self._new_learner

    def _all(self) -> list[Record]:
        """What the file holds now and what waits to be written, in order of time."""
        with self._guard:
            self._reader.refresh()
            records = self._reader.records
            if not self._pending:
                return records
            known = {r.id for r in records}
            waiting = [r for r in self._pending if r.id not in known]
            return sorted([*records, *waiting], key=lambda r: r.order)

    def _new_record(self, kind: str, item: str, data: Mapping[str, JSON]) -> Record:
        """A record of this moment in this process, not yet checked."""
        if not isinstance(data, Mapping):
            raise RefusedError(f"its data must be a dictionary, and is of type {type(data).__name__}")
        return Record(
            id=uuid.uuid4().hex,
            time=_now_after(self._all()),
            learner=self.learner,
            session=_session(os.getpid()),
            course=__version__,
            kind=kind,
            item=item,
            data=dict(data),
        )

    def _write_pending(self) -> Receipt:
        """Write all that waits, under the lock; on failure it goes on waiting."""
        waited = len(self._pending) - 1
        try:
            with locked(self.path):
                self._reader.refresh()
                lost = self._reader.vanished
                add_lines(self.path, b"".join(r.line() for r in self._to_write()))
        except OSError as error:
            reason = why_not(error, self.path)
            promise = "it is kept while this notebook's kernel runs, and saved as soon as that works"
            return Receipt(saved=False, note=f"Not saved yet, because {reason}; {promise}.")
        self._pending.clear()
        self._reader.refresh()
        return Receipt(saved=True, note=_good_news(waited, lost=lost))

    def _to_write(self) -> list[Record]:
        """What waits, with the file's learner; if the file has disappeared, first all that was ever read from it."""
        held = self._reader.records
        if held:
            self._new_learner = held[0].learner
        known = {r.id for r in held}
        waiting = [replace(r, learner=self._new_learner) for r in self._pending if r.id not in known]
        return [*held, *waiting] if self._reader.vanished else waiting


def current_ledger() -> Ledger:
    """The ledger of the learner's folder: $MLPROJECTS_WORK if it is set, else the working directory.

    Asked anew each time, so that a changed folder is noticed; one folder has one ledger object in a process.
    """
    folder = os.environ.get(FOLDER_VARIABLE) or "."
    try:
        folder = os.path.abspath(folder)  # noqa: PTH100 - Path.absolute() keeps "..", a second name for one folder
    except FileNotFoundError:  # the working directory was deleted: what waits goes to the next one
        folder = "."
    return _ledger(folder)


@cache
def _ledger(folder: str) -> Ledger:
    """The one ledger of a folder; what still waits when the kernel ends gets a last chance."""
    ledger = Ledger(folder)
    atexit.register(ledger.flush)
    return ledger


@cache
def _session(process: int) -> str:  # noqa: ARG001 - the key of the cache: a forked process is another session
    """The random id of this process."""
    return uuid.uuid4().hex


def _now_after(records: list[Record]) -> str:
    """The time now, and later than all that is known, so that a clock set back cannot hide the newest answer."""
    now = datetime.now(UTC)
    if records:
        now = max(now, records[-1].when + timedelta(microseconds=1))
    return now.isoformat(timespec="microseconds").replace("+00:00", "Z")


def _good_news(waited: int, *, lost: bool) -> str:
    """What a learner should know about a record that was saved: mostly nothing."""
    if lost:
        return f"{FILE_NAME} had disappeared, so it was written again with all that this notebook's kernel had read."
    if waited:
        return f"Saving works again, and what had waited ({waited}) was saved too."
    return ""
