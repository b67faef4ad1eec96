"""The checks of `course doctor`: each looks at one thing and says in a sentence how it is and what to do about it."""

import re
import socket
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.markers import Marker

from mlprojects.course.browser import find_chromium
from mlprojects.course.house import ROOT, work_folder

SET_UP = "run `python3 course.py lab` again"
KERNEL_SECONDS = 60
PORT = 8888
SHOWN = 5  # packages that a sentence names before it counts the rest


@dataclass(frozen=True)
class Finding:
    """What one check found.

    Attributes:
        check: The check's name, a word or two.
        ok: False where something must be done before the course works.
        says: One sentence: how it is, and what to do where it is not well.
    """

    check: str
    ok: bool
    says: str


def python_version() -> Finding:
    """Is this Python new enough?"""
    told = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < (3, 11):  # noqa: UP036 (a copied library may be run by any Python)
        return Finding("Python", ok=False, says=f"This is Python {told}: the course needs 3.11 or newer.")
    return Finding("Python", ok=True, says=f"Python {told}.")


def environment() -> Finding:
    """Does this run in the environment that course.py made?"""
    if Path(sys.prefix).resolve() == (ROOT / ".venv").resolve():
        return Finding("environment", ok=True, says="This is the course's own .venv.")
    told = f"This Python is not the course's own .venv but {sys.prefix}; that is fine where all packages below are."
    return Finding("environment", ok=True, says=told)


def packages(lock: Path = ROOT / "requirements" / "lab.txt") -> Finding:
    """Are the packages those of the lock?"""
    wanted = _pins(lock)
    have = {name: _installed(name) for name in wanted}
    missing = [name for name, version in have.items() if version is None]
    other = [
        f"{name} {have[name]} instead of {wanted[name]}" for name in wanted if have[name] not in {None, wanted[name]}
    ]
    if missing:
        return Finding("packages", ok=False, says=f"Missing: {_some(missing)}; delete .venv and {SET_UP}.")
    if other:
        return Finding("packages", ok=False, says=f"Not as in the lock: {_some(other)}; delete .venv and {SET_UP}.")
    return Finding("packages", ok=True, says=f"All {len(wanted)} packages are as in the lock.")


def kernel() -> Finding:
    """Does a kernel of this Python start and compute?"""
    from jupyter_client.manager import start_new_kernel  # noqa: PLC0415 (slow, and may be what is broken)

    manager, client = start_new_kernel(KERNEL_SECONDS, kernel_name="python3", extra_arguments=["--log-level=40"])
    try:
        answers: list[str] = []
        client.execute_interactive(
            "import sys; print(1 + 1, sys.prefix)",
            timeout=KERNEL_SECONDS,
            output_hook=lambda message: answers.append(message["content"].get("text", "")),
        )
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    told = "".join(answers).strip()
    if told == f"2 {sys.prefix}":
        return Finding("kernel", ok=True, says="A kernel starts and computes.")
    return Finding("kernel", ok=False, says=f"The kernel answers {told!r}: it is not this Python's; {SET_UP}.")


def folder() -> Finding:
    """Can the learner's folder be written?"""
    work = work_folder()
    place = next(path for path in (work, *work.parents) if path.exists())
    try:
        with tempfile.TemporaryFile(dir=place):
            return Finding("your folder", ok=True, says=f"{work} can be written.")
    except OSError as error:
        told = (
            f"{work} cannot be written ({error.strerror}): change its permissions or name another in MLPROJECTS_WORK."
        )
        return Finding("your folder", ok=False, says=told)


def ledger() -> Finding:
    """Can the record of the learner's answers be read?"""
    if not (work_folder() / "ledger.jsonl").exists():
        return Finding("your answers", ok=True, says="There are no answers yet.")
    from mlprojects.record import Ledger  # noqa: PLC0415 (only where there is something to read)

    read = Ledger(work_folder())
    count = len(read.records())
    notes = " ".join(read.notes)
    return Finding("your answers", ok=not notes, says=notes or f"{count} records of what you did can be read.")


def port(number: int = PORT) -> Finding:
    """Is JupyterLab's usual port free? Another one is no fault: JupyterLab then takes the next."""
    with socket.socket() as probe:
        probe.settimeout(1)
        if probe.connect_ex(("127.0.0.1", number)) != 0:
            return Finding("port", ok=True, says=f"Port {number} is free.")
    told = f"Port {number} is taken, so JupyterLab will use the next free one (choose one with --port)."
    return Finding("port", ok=True, says=told)


def widgets(prefix: Path = Path(sys.prefix)) -> Finding:
    """Does JupyterLab have what shows widgets in the browser?"""
    place = prefix / "share/jupyter/labextensions"
    needed = {"@jupyter-widgets/jupyterlab-manager": "jupyterlab_widgets", "anywidget": "anywidget"}
    missing = [package for name, package in needed.items() if not (place / name / "package.json").exists()]
    if missing:
        told = f"JupyterLab cannot show widgets, the browser's part of {' and '.join(missing)} is missing: "
        return Finding("widgets", ok=False, says=f"{told}delete .venv and {SET_UP}.")
    return Finding("widgets", ok=True, says="JupyterLab can show widgets.")


def browser() -> Finding:
    """Is there a browser for the tests? Learners need none of this kind."""
    found = find_chromium()
    told = f"Tests will use {found}." if found else "There is no Chromium or Chrome; only the browser tests need one."
    return Finding("test browser", ok=True, says=told)


CHECKS: tuple[tuple[str, Callable[[], Finding]], ...] = (
    ("Python", python_version),
    ("environment", environment),
    ("packages", packages),
    ("widgets", widgets),
    ("kernel", kernel),
    ("your folder", folder),
    ("your answers", ledger),
    ("port", port),
    ("test browser", browser),
)


def _pins(lock: Path) -> dict[str, str]:
    """The versions of `lock` that hold on this system and Python."""
    pins = {}
    for line in lock.read_text(encoding="utf-8").splitlines():
        found = re.match(r"([A-Za-z0-9._-]+)==([^ ;\\]+)(?: ; ([^\\]+))?", line)
        if found and (found[3] is None or Marker(found[3].strip()).evaluate()):
            pins[found[1]] = found[2]
    return pins


def _installed(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _some(names: list[str]) -> str:
    rest = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + rest
