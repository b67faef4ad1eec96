"""Many ledgers as one: the order does not matter, and twice is once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from .reading import read_ledger

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .record import Record


def merge(sources: Iterable[str | os.PathLike[str] | Iterable[Record]]) -> list[Record]:
    """All records of several ledgers, each once.

    Args:
        sources: Paths of ledger files (what cannot be read in them is left out; `read_ledger` says what),
            or iterables of records, in any order and mixture.

    Returns:
        The records in order of time. Where two differ under one id (a file was edited), the same one of them is
        kept whatever the order of the sources.
    """
    kept: dict[str, Record] = {}
    for source in sources:
        for record in _records(source):
            other = kept.setdefault(record.id, record)
            if other != record:
                kept[record.id] = min(other, record, key=lambda r: r.line())
    return sorted(kept.values(), key=lambda r: r.order)


def _records(source: str | os.PathLike[str] | Iterable[Record]) -> Iterator[Record]:
    """The records of one source."""
    if isinstance(source, str | os.PathLike):
        yield from read_ledger(Path(source))[0]
    else:
        yield from source
