"""`course export`: all that a learner did in one file, to mail, to upload, or to take to another machine."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from mlprojects.course.house import CourseError, work_folder
from mlprojects.record import Ledger, Record, read_ledger


def main(arguments: list[str]) -> int:
    """Run `course export [--to FILE]`.

    Raises:
        CourseError: There is nothing to export, or the file cannot be written or holds something else.
    """
    parser = argparse.ArgumentParser(prog="course export", description="Put all that you did into one file.")
    parser.add_argument("--to", type=Path, help="the file (default: here, named by your random id and the day)")
    ledger = Ledger(work_folder())
    records = ledger.records()
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    chosen = parser.parse_args(arguments).to or Path(f"ml-projects-{ledger.learner[:8]}-{today}.jsonl")
    if not records:
        raise CourseError(f"There is nothing to export yet: {ledger.path} has no entry.")
    _write(chosen, records)
    for note in ledger.notes:
        print(note)
    print(f"Entries in {chosen}: {len(records):,}. Your name is in it only where you typed it.")
    return 0


def _write(path: Path, records: list[Record]) -> None:
    """Write the file, unless it holds what would be lost by that."""
    if path.exists():
        held, notes = read_ledger(path)
        if notes or not {record.id for record in held} <= {record.id for record in records}:
            raise CourseError(f"{path} is there already and holds something else; name another file with --to.")
    try:
        path.write_bytes(b"".join(record.line() for record in records))
    except OSError as error:
        raise CourseError(f"{path} cannot be written ({error.strerror or type(error).__name__}).") from error
