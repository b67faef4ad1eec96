"""`course import`: adds what another machine's file has to what is here."""

import argparse
from pathlib import Path

from mlprojects.course.house import CourseError, work_folder
from mlprojects.record import Ledger, read_ledger


def main(arguments: list[str]) -> int:
    """Run `course import FILE...`.

    Raises:
        CourseError: A file has no entry of the course, or what is here cannot be written; files before it were added.
    """
    parser = argparse.ArgumentParser(
        prog="course import", description="Add what other files have to what is here; nothing is overwritten."
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="made by `course export`")
    work = work_folder()
    work.mkdir(parents=True, exist_ok=True)
    ledger = Ledger(work)
    for path in parser.parse_args(arguments).files:
        records, notes = read_ledger(path)
        for note in notes:
            print(note)
        if not records:
            raise CourseError(f"{path} has no entry of this course.")
        added, receipt = ledger.absorb(records)
        if not receipt.saved:
            raise CourseError(receipt.note)
        print(f"{path}: {added} of {len(records)} entries were added, the others were here already.")
    return 0
