"""The class picture of 100 to 10,000 ledgers of 100 entries; and its reader beside the record's own."""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from mlprojects.course.classroom import bar, exercises, keys

from .process import PEAK
from .report import table

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (100, 1_000, 10_000)
ENTRIES = 100
TURNS = 3
COMPARED = 200
COMMAND = """
import sys
from mlprojects.course.classroom import main
main([sys.argv[1], "--to", sys.argv[2]])
"""


def classroom() -> None:
    """`course class` in a process of its own: ledgers of 100 entries, seconds of the clock, and the peak in MB."""
    rows = []
    with tempfile.TemporaryDirectory() as name:
        for size in SIZES:
            folder = Path(name) / f"{size}"
            _invent(folder, size)
            started = time.perf_counter()
            command = [sys.executable, "-c", COMMAND + PEAK, str(folder), name]
            printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own code
            rows.append([f"{size:,}", f"{time.perf_counter() - started:.1f}", f"{float(printed.split()[-1]):.0f}"])
        table(["ledgers", "seconds", "MB"], rows)
        print()
        _readers(Path(name) / f"{SIZES[1]}")


def _invent(folder: Path, size: int) -> None:
    from mlprojects.classroom.demo import write_class  # noqa: PLC0415 - loads pandas

    numbers = bar(f"Inventing {size}")(list(range(size)))
    for _ in zip(numbers, write_class(folder, size, exercises(), keys(), entries=ENTRIES), strict=False):
        pass


def _readers(folder: Path) -> None:
    """The same files by the class's reader and by the record's: seconds of one processor for 1,000 files."""
    from mlprojects.classroom.lines import LineReader  # noqa: PLC0415 - loads pandas
    from mlprojects.record import read_ledger  # noqa: PLC0415 - see above

    paths = sorted(folder.rglob("*.jsonl"))[:COMPARED]
    reader = LineReader()
    ways: dict[str, Callable[[Path], object]] = {
        "classroom.lines": lambda path: reader.read(path.read_bytes()),
        "record.read_ledger": read_ledger,
    }
    taken: dict[str, list[float]] = {way: [] for way in ways}
    # Turn by turn: a slow minute is slow for all.
    for _ in range(TURNS):
        for way, read in ways.items():
            started = time.process_time()
            for path in paths:
                read(path)
            taken[way].append(time.process_time() - started)
    files = SIZES[1] / len(paths)
    table(
        ["reader", "seconds for 1,000 files"],
        [[way, f"{files * statistics.median(t):.2f}"] for way, t in taken.items()],
    )
