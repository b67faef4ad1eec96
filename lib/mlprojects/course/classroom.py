"""`course class`: the ledgers of a class as one page and one table."""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from mlprojects.course.house import ROOT, CourseError
from mlprojects.words import count

if TYPE_CHECKING:
    from mlprojects.classroom.picture import Exercises, Keys

T = TypeVar("T")
LABELLED = {"baselines/digits_by_hand": ("mlprojects.baselines.hand", "key")}
"""Where the right labels of a labelling are: a function of no arguments that gives them by case."""
CALCULATE = ("numpy", "pandas", "scipy", "scikit-learn", "scikit-image")
"""Libraries whose versions can change what a calculation gives."""
REMEMBERED = ROOT / "slides" / ".frames" / "calculations.json"
"""What they gave, beside what the decks keep of their own work."""
DECLARED = ("PREDICTIONS", "QUESTIONS", "TASKS", "LABELLINGS", "FORMS", "BOARDS")
PAGE, TABLE = "class.html", "class.csv"
MOST_INVENTED = 20_000
MOST_NOTES = 20


def main(arguments: list[str]) -> int:
    """Run `course class FOLDER`.

    Raises:
        CourseError: There is nothing to read, or the report cannot be written or would replace something else.
    """
    chosen = _parser().parse_args(arguments)
    if chosen.demo is None and chosen.place is None:
        raise CourseError("Name the folder or the zip with the ledgers, or try it with --demo 40.")
    if chosen.demo is None:
        return _picture(chosen.place, chosen.to, shown=chosen.names)
    if not 1 <= chosen.demo <= MOST_INVENTED:
        raise CourseError(f"An invented class has 1 to {MOST_INVENTED:,} learners; got {chosen.demo}.")
    with _invented(chosen.demo, chosen.place) as folder:
        return _picture(folder, chosen.to, shown=chosen.names, invented=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="course class",
        description="Make one page and one table of the ledgers of a class; anonymous unless you say --names.",
    )
    parser.add_argument("place", nargs="?", type=Path, metavar="FOLDER", help="a folder or a zip with the ledgers")
    parser.add_argument("--names", action="store_true", help="show the names that the files or folders have")
    parser.add_argument("--to", type=Path, default=Path(), metavar="DIR", help=f"where to write {PAGE} and {TABLE}")
    parser.add_argument(
        "--demo", type=int, metavar="N", help="invent a class of N learners (into FOLDER, if one is named)"
    )
    return parser


def _picture(place: Path, to: Path, *, shown: bool, invented: bool = False) -> int:
    from mlprojects.classroom import Picture, collect  # noqa: PLC0415 - loads pandas
    from mlprojects.classroom.report import MARK, page  # noqa: PLC0415 - loads Jinja2
    from mlprojects.classroom.spreadsheet import HEADER, as_csv  # noqa: PLC0415 - loads pandas

    targets = {to / PAGE: MARK, to / TABLE: HEADER}
    for path, mark in targets.items():
        _check_free(path, mark)
    if not place.exists():
        raise CourseError(f"There is no folder or zip {place}.")
    with calculations() as said:
        entries = collect(place, bar("Reading"))
        if not len(entries.frame):
            notes = " ".join(map(str, entries.notes[:3]))
            raise CourseError(f"There is no entry of this course in {place}. {notes}".strip())
        picture = Picture(entries, exercises(), keys(), shown=shown)
        _write(to / TABLE, as_csv(picture))
        _write(to / PAGE, page(picture, said(picture.predicted), bar("Drawing"), invented=invented))
    many = len(entries.frame)
    told = "1 entry" if many == 1 else f"{many:,} entries"
    print(f"{count(picture.people, 'learner')}, {told}, {count(entries.files, 'file')}.")
    for note in entries.notes[:MOST_NOTES]:  # with the files' names, also where the page has none: to find them
        print(f"  {note}")
    if len(entries.notes) > MOST_NOTES:
        print(f"  And {len(entries.notes) - MOST_NOTES:,} more.")
    print(f"Written: {to / PAGE} and {to / TABLE}.")
    return 0


@contextmanager
def _invented(learners: int, place: Path | None) -> Iterator[Path]:
    """A folder with an invented class: the one that is named, if it is new or empty, else one that does not stay."""
    from mlprojects.classroom.demo import write_class  # noqa: PLC0415 - loads pandas

    if place is not None and place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise CourseError(f"{place} is there already; an invented class goes into a new or empty folder.")
    with tempfile.TemporaryDirectory() as spare:
        folder = place or Path(spare)
        numbers = bar("Inventing")(list(range(learners)))
        for _ in zip(numbers, write_class(folder, learners, exercises(), keys()), strict=False):
            pass
        yield folder


@cache
def lessons() -> list[Any]:
    """The lessons of all wings, in the order of the notebooks as far as these are known."""
    from mlprojects.classroom.picture import MODULES  # noqa: PLC0415 - loads pandas

    order = list(MODULES)
    names = sorted(path.parent.name for path in (ROOT / "lib" / "mlprojects").glob("*/lesson.py"))
    names.sort(key=lambda name: order.index(name) if name in order else len(order))
    return [import_module(f"mlprojects.{name}.lesson") for name in names]


@cache
def exercises() -> "Exercises":
    """All that the course asks, by its name in the ledger."""
    found = [each for lesson in lessons() for kind in DECLARED for each in getattr(lesson, kind, ())]
    return {each.item: each for each in found}


def keys() -> "Keys":
    """The right labels of the labellings that there are."""
    known = {each for each in exercises() if each in LABELLED}
    return {item: getattr(import_module(LABELLED[item][0]), LABELLED[item][1]) for item in known}


@contextmanager
def calculations() -> Iterator[Callable[[Collection[str]], dict[str, Any]]]:
    """What the calculations say, by prediction: they take many seconds, so another process begins with them at once.

    They are remembered in `REMEMBERED` until the course or a library that it calculates with changes.

    Yields:
        A function that waits for those of the given predictions.
    """
    from mlprojects.classroom.remembered import fingerprint, recall, remember  # noqa: PLC0415 - as all of that package

    made_from = fingerprint(ROOT / "lib" / "mlprojects", CALCULATE)
    known = recall(REMEMBERED, made_from)
    asked = [item for item, each in exercises().items() if each.part == "predictions"]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        said = {item: pool.submit(_truth, item) for item in asked if item not in known}

        def wait(wanted: Collection[str]) -> dict[str, Any]:
            items = [item for item in wanted if item in asked]
            known.update((item, said[item].result()) for item in bar("Calculating")(list(filter(said.get, items))))
            return {item: known[item] for item in items}

        try:
            yield wait
        finally:
            pool.shutdown(cancel_futures=True)
            if said:
                remember(REMEMBERED, made_from, known)


def _truth(item: str) -> object:
    prediction: Any = exercises()[item]
    value = prediction.truth()
    return value.item() if hasattr(value, "item") else value  # a number of Python rather than one of NumPy


def bar(label: str) -> Any:  # noqa: ANN401 - a wrapper for lists of anything
    """A progress bar on the terminal: one line, drawn at most ten times a second, and none where nobody looks."""

    def wrap(steps: list[T]) -> Iterable[T]:
        if not sys.stderr.isatty():
            return steps
        return _drawn(label, steps)

    return wrap


def _drawn(label: str, steps: list[T]) -> Iterator[T]:
    drawn = 0.0
    for done, step in enumerate(steps, 1):
        yield step
        if time.monotonic() - drawn > 0.1 or done == len(steps):  # noqa: PLR2004 - seconds
            drawn = time.monotonic()
            full = 30 * done // len(steps)
            print(
                f"\r{label:<12} [{'#' * full}{'.' * (30 - full)}] {done:,} of {len(steps):,}", end="", file=sys.stderr
            )
    print(file=sys.stderr)


def _check_free(path: Path, mark: str) -> None:
    """Refuse to replace what is no earlier report.

    Raises:
        CourseError: With the file, and what to do.
    """
    if not path.parent.is_dir():
        raise CourseError(f"There is no folder {path.parent}; name another with --to.")
    if not path.exists():
        return
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            start = file.read(400)
    except OSError as error:
        raise CourseError(f"{path} cannot be replaced ({error.strerror}).") from error
    if mark not in start:
        raise CourseError(f"{path} is there already and is no report of this command; name another folder with --to.")


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise CourseError(f"{path} cannot be written ({error.strerror or type(error).__name__}).") from error
