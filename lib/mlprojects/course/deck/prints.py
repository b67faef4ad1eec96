"""Fingerprints of what decks are made from, of files alone: that nothing changed is known without loading a lesson."""

import hashlib
import re
from collections.abc import Iterable
from functools import cache
from importlib import metadata
from pathlib import Path

LIBRARY = Path(__file__).parents[2]
SHARED = ("engine", "case", "")
"""What every wing's frames are made with: these folders, and the library's own files."""
PACKAGES = ("matplotlib", "numpy", "pandas", "pillow", "scikit-learn", "scikit-image", "markdown-it-py", "jupytext")
"""Libraries whose versions can change what a deck shows."""
PAGE_ONLY = {".js", ".css", ".html"}
"""Endings of files that put frames on a page and change none of them."""


@cache  # a file that is edited while a deck is made must not part its frames from their fingerprint
def frames(wing: str) -> str:
    """Of what a wing's frames depend on: the wing, the rooms that all share, and the libraries that draw."""
    versions = [f"{name} {metadata.version(name)}" for name in PACKAGES]
    return joined([*(_code(name, PAGE_ONLY) for name in (wing, *SHARED)), *versions])


def page() -> str:
    """Of what puts words and frames on a page."""
    return joined(
        [_code("course/deck"), _code("engine"), (LIBRARY / "course" / "slides.py").read_text(encoding="utf-8")]
    )


def module(source: Path, notes: Path) -> str:
    """Of one module's share of a deck: the notebook's pair, its notes and its frames."""
    files = [source, source.with_suffix(".ipynb"), notes]
    contents = [hashlib.sha256(file.read_bytes()).hexdigest() if file.exists() else "none" for file in files]
    return joined([*contents, frames(wing(source.read_text(encoding="utf-8")))])


def wing(code: str) -> str:
    """The wing whose lesson a notebook's code imports; nothing where it imports none."""
    found = re.search(r"^from mlprojects\.(\w+) import (?:.*\b)?lesson\b", code, re.MULTILINE)
    return found[1] if found else ""


def joined(parts: Iterable[str]) -> str:
    """SHA-256 of texts, one after the other."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _code(folder: str, without: Iterable[str] = ()) -> str:
    """Names and contents of the files in a folder of the library."""
    root = LIBRARY / folder
    found = root.glob("*") if not folder else root.rglob("*")
    whole = hashlib.sha256()
    for file in sorted(each for each in found if each.is_file() and "__pycache__" not in each.parts):
        if file.suffix not in without:
            whole.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes())
    return whole.hexdigest()
