"""Where things are: the clone, its notebooks, the learner's folder."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
"""The clone that this library is installed from."""

NOTEBOOKS = ROOT / "notebooks"
"""The course's notebooks, each a pair of NN_name.py and NN_name.ipynb."""

WORK_VARIABLE = "MLPROJECTS_WORK"
"""The environment variable that says where a learner's copies and ledger are."""


class CourseError(Exception):
    """A command cannot go on; the message is one sentence that says what was wrong and what to do."""


def work_folder() -> Path:
    """The learner's folder: $MLPROJECTS_WORK where it is set, else `work/` in the clone."""
    return Path(os.environ.get(WORK_VARIABLE) or ROOT / "work").absolute()


def notebook_sources(names: list[str], folder: Path = NOTEBOOKS) -> list[Path]:
    """The reviewed sources (NN_name.py) that `names` mean; all of them where no name is given.

    A name is a number ("04"), a stem ("04_metrics"), a part of it ("metrics") or a file's name.

    Raises:
        CourseError: a name fits no notebook.
    """
    sources = sorted(folder.glob("[0-9][0-9]_*.py"))
    return [one_source(name, sources) for name in names] if names else sources


def one_source(name: str, sources: list[Path]) -> Path:
    """The one of `sources` that `name` means.

    Raises:
        CourseError: none or more than one fits.
    """
    stem = Path(name).name.removesuffix(".py").removesuffix(".ipynb")
    found = [source for source in sources if source.stem == stem] or [s for s in sources if stem and stem in s.stem]
    if len(found) != 1:
        known = ", ".join(source.stem for source in sources) or "none yet"
        raise CourseError(f"{name!r} is not the name of one notebook: there are {known}.")
    return found[0]


def prefer_own_kernel() -> None:
    """Let the kernel "python3" be the Python that runs this, before one of that name in the user's own folder."""
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"
