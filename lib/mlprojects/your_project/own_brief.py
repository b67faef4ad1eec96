"""The learner's own brief, as it stands in the ledger now: shown with its findings, and saved as three files."""

import os
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from mlprojects.engine import read_texts
from mlprojects.record import current_ledger
from mlprojects.record.brief import Brief, BriefError, collect, read_brief
from mlprojects.words import both

from . import document, page
from .review import Finding, review

STEM = "project-brief"
"""Of the files' names."""


@cache
def boards() -> dict[str, Any]:
    """The texts of the boards that a brief draws, by their key in it. They are the prioritizing wing's own."""
    return {"portfolio": read_texts("mlprojects.prioritizing").entry("boards", "portfolio")}


WRITERS: dict[str, Callable[[Brief, list[Finding]], str]] = {
    ".md": document.markdown,
    ".html": lambda brief, findings: page.page(brief, findings, boards()),
    ".json": lambda brief, _: brief.to_json(),
}


class CheckedBrief:
    """A brief that shows itself together with what the check finds.

    Args:
        find: Gives the brief; asked anew each time, so that what is shown is what is entered.
    """

    def __init__(self, find: Callable[[], Brief]) -> None:
        self._find = find

    @property
    def brief(self) -> Brief:
        """The brief as it is now."""
        return self._find()

    @property
    def findings(self) -> list[Finding]:
        """What it lacks and where it contradicts itself: see `review.review`."""
        return review(self.brief)

    def __repr__(self) -> str:
        """The checked brief as plain text."""
        brief = self.brief
        return document.plain_text(brief, review(brief))

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:  # noqa: ANN401 - IPython's protocol
        brief = self.brief
        findings = review(brief)
        shown = page.fragment(brief, findings, boards())
        return {"text/plain": document.plain_text(brief, findings), "text/html": shown}

    def save(self, folder: str | os.PathLike[str] | None = None) -> str:
        """Save it as Markdown, as a page to read and to print, and as JSON for `course brief check`.

        Files that an earlier saving made are replaced; any other file of such a name stays as it is.

        Args:
            folder: Where to; the folder of the ledger if none is given.

        Returns:
            A sentence that says what was saved, or why nothing was.
        """
        target = Path(folder) if folder is not None else current_ledger().path.parent
        files = [target / f"{STEM}{ending}" for ending in WRITERS]
        brief = self.brief
        findings = review(brief)
        try:
            foreign = [file.name for file in files if file.exists() and not _is_ours(file)]
            if foreign:
                was = "was" if len(foreign) == 1 else "were"
                return (
                    f"Nothing was saved: {both(foreign)} {was} not made by the course. Move or rename "
                    f"{'it' if len(foreign) == 1 else 'them'}, or name another folder."
                )
            target.mkdir(parents=True, exist_ok=True)
            for file, write in zip(files, WRITERS.values(), strict=True):
                _replace(file, write(brief, findings))
        except OSError as error:
            return f"Not everything was saved: {error.strerror or type(error).__name__}."
        return f"Saved: {both([file.name for file in files])}. {document.summary(findings)}"


def _is_ours(file: Path) -> bool:
    """Whether a file was made by `save`, as far as its own mark tells."""
    try:
        text = file.read_text("utf-8")
        if file.suffix == ".json":
            read_brief(text)
            return True
    except (UnicodeDecodeError, BriefError):
        return False
    return text.rstrip().endswith(document.MARK) or f'content="{page.GENERATOR}"' in text[:1000]


def _replace(file: Path, text: str) -> None:
    """Write a file whole or not at all: under another name first."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        # mkstemp makes a file that its owner alone may read; a brief is as open as any file of the learner's.
        Path(name).chmod(0o644)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


own_brief = CheckedBrief(lambda: collect(current_ledger().records("brief")))
"""The learner's."""
