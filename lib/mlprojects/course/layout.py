"""Lays out the learner's copies of the notebooks, and never touches one that is there.

What was laid out is remembered in `.course.json` of the learner's folder: for each notebook the SHA-256 of the course's
file it was copied from. So a newer notebook of the course is noticed, whatever the learner did to the copy.
"""

import hashlib
import json
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import nbformat
from nbformat.sign import NotebookNotary

from mlprojects.course.house import CourseError

MEMORY = ".course.json"


def lay_out(notebooks: Path, work: Path) -> list[str]:
    """Copy every notebook of the course that `work` does not have yet.

    Args:
        notebooks: Folder of the course's built notebooks, `*.ipynb`.
        work: The learner's folder; made where it is missing.

    Returns:
        Sentences for the learner: what was laid out, which copy was left alone though the course has a newer one.

    Raises:
        CourseError: the folder cannot be written or the course has no built notebook.
    """
    sources = sorted(notebooks.glob("*.ipynb"))
    if not sources:
        raise CourseError(f"There is no built notebook in {notebooks}: run `python3 course.py build` first.")
    try:
        return _lay_out(sources, work)
    except OSError as error:
        raise CourseError(
            f"Your copies could not be laid out in {work} ({error.strerror or error}): nothing that was there was "
            "changed; make the folder writable or name another one in the variable MLPROJECTS_WORK."
        ) from error


def _lay_out(sources: list[Path], work: Path) -> list[str]:
    work.mkdir(parents=True, exist_ok=True)
    memory = _remembered(work)
    said, new = [], []
    for source in sources:
        digest = hashlib.sha256(source.read_bytes()).hexdigest()
        copy = work / source.name
        if not copy.exists():
            _write_new(copy, _learners_copy(source))
            memory[source.name] = digest
            new.append(source.stem)
        elif memory.setdefault(source.name, digest) != digest:
            said.append(_newer(copy))
    _remember(work, memory)
    return ([f"Laid out in {work}: {', '.join(new)}."] if new else []) + said


def _newer(copy: Path) -> str:
    return (
        f"The course has a newer {copy.name}; your copy was left as it is: to get the new one, rename or delete yours "
        "and start again (your answers are kept in ledger.jsonl)."
    )


def _learners_copy(source: Path) -> str:
    """The notebook without its pairing, signed, so that JupyterLab shows its stored widgets at once."""
    notebook = nbformat.read(source, as_version=4)  # type: ignore[no-untyped-call] # nbformat has no annotations here
    notebook.metadata.pop("jupytext", None)
    text = str(nbformat.writes(notebook))  # type: ignore[no-untyped-call] # likewise
    # Without a signature the copy only shows pictures in place of widgets until its cells are run: no reason to stop.
    with suppress(OSError, sqlite3.Error):
        notary = NotebookNotary()  # type: ignore[no-untyped-call] # likewise
        with closing(notary.store):
            notary.sign(nbformat.reads(text, as_version=4))  # type: ignore[no-untyped-call] # likewise
    return text + "\n"


def _write_new(path: Path, text: str) -> None:
    """Write a file that must not exist yet; a full disk leaves no half of it."""
    with path.open("x", encoding="utf-8", newline="\n") as file:
        try:
            file.write(text)
            file.flush()
        except OSError:
            file.close()
            path.unlink()
            raise


def _remembered(work: Path) -> dict[str, str]:
    """What was laid out before; a damaged memory is started anew, since it holds nothing of the learner's."""
    try:
        told = json.loads((work / MEMORY).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return {str(name): str(digest) for name, digest in told.items()} if isinstance(told, dict) else {}


def _remember(work: Path, memory: dict[str, str]) -> None:
    text = json.dumps(memory, indent=1, sort_keys=True) + "\n"
    path = work / MEMORY
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")
