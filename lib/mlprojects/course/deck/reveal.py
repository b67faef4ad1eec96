"""reveal.js, from the package that ships it; none of it is in this clone."""

import base64
from importlib import metadata
from pathlib import Path

from mlprojects.course.house import CourseError

PACKAGE = "sphinx-revealjs"
"""It ships reveal.js as files; Sphinx itself is not used, and nothing of the package is imported."""


def version() -> str:
    """The package's version.

    Raises:
        CourseError: it is not installed.
    """
    try:
        return metadata.version(PACKAGE)
    except metadata.PackageNotFoundError:
        raise CourseError(
            f"Decks need reveal.js, which the package {PACKAGE} ships: `python3 course.py slides` installs it, "
            'and so does `pip install -e ".[slides]"`.'
        ) from None


def style() -> str:
    """The rules of reveal itself, without any of its themes."""
    return "\n".join(_file(f"dist/{name}.css").read_text(encoding="utf-8") for name in ("reset", "reveal"))


def scripts() -> list[str]:
    """Addresses of reveal and its plugin for notes: their own content, so that nothing in it ends a script early."""
    files = (_file("dist/reveal.js"), _file("plugin/notes/notes.js"))
    # Without the last line, which names a file that is of use to developers only, and is not there.
    texts = [file.read_bytes().partition(b"//# sourceMappingURL")[0] for file in files]
    return [f"data:text/javascript;base64,{base64.b64encode(text).decode('ascii')}" for text in texts]


def _file(name: str) -> Path:
    version()
    found = [f for f in metadata.files(PACKAGE) or [] if f.as_posix().endswith(f"/_static/revealjs/{name}")]
    if not found:
        raise CourseError(
            f"The installed {PACKAGE} {version()} has no {name}: install the version that the lock names."
        )
    return Path(str(found[0].locate()))
