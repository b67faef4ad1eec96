"""`course test`: everything that CI runs, each step announced, all of them run even where one fails."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from mlprojects.course.browser import obtain_chromium
from mlprojects.course.house import NOTEBOOKS, ROOT, WORK_VARIABLE, CourseError, prefer_own_kernel

NO_BROWSER = (
    "The browser tests need Chromium or Chrome and none could be found or fetched: install one (or name it in the "
    "variable CHROMIUM), or pass --skip-browser to leave them out."
)


@dataclass(frozen=True)
class Step:
    """One process that must end with 0.

    Attributes:
        name: What the summary calls it.
        command: Program and arguments.
    """

    name: str
    command: list[str]


def main(arguments: list[str]) -> int:
    """Run `course test [--quick] [--skip-browser] [arguments of pytest]`; returns 1 where a step failed.

    Raises:
        CourseError: there is no browser and nobody said to leave its tests out.
    """
    parser = argparse.ArgumentParser(
        prog="course test",
        description="Run everything that CI runs. Arguments that are not listed here go to pytest.",
    )
    parser.add_argument(
        "--quick", action="store_true", help="leave out the browser, the notebooks and other slow tests"
    )
    parser.add_argument("--skip-browser", action="store_true", help="leave out the browser tests")
    chosen, passed_on = parser.parse_known_args(arguments)
    with_browser = not (chosen.quick or chosen.skip_browser)
    if with_browser:
        browser = obtain_chromium()
        if browser is None:
            raise CourseError(NO_BROWSER)
        os.environ["CHROMIUM"] = str(browser)
    else:
        print("The browser tests are left out, as asked.", flush=True)
    prefer_own_kernel()
    with tempfile.TemporaryDirectory() as scratch:
        os.environ[WORK_VARIABLE] = str(Path(scratch) / "work")  # no test and no notebook writes into the clone
        return run_steps([*static_steps(), pytest_step(passed_on, quick=chosen.quick, with_browser=with_browser)])


def static_steps() -> list[Step]:
    """The checks that read the code without running it."""
    python = [sys.executable, "-m"]
    linter = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    return [
        Step("ruff check", [*python, "ruff", "check"]),
        Step("ruff format", [*python, "ruff", "format", "--check"]),
        Step("mypy", [*python, "mypy"]),
        Step("import-linter", [sys.executable, "-c", linter]),
    ]


def pytest_step(passed_on: list[str], *, quick: bool, with_browser: bool) -> Step:
    """All tests in one run of two workers, a file to a worker, the notebooks' stored outputs among them.

    It comes last, so that the last lines of a run in which all is well are pytest's own.
    """
    command = [sys.executable, "-m", "pytest", "tests", "-n", "2", "--dist", "loadfile"]
    if quick:
        command += ["-m", "not slow"]
    else:
        # The current environment's kernel: the stored name may mean another one in the user's own folder.
        command += ["--nbval", "--nbval-current-env", "--nbval-cell-timeout=120"]
        command += [str(path.relative_to(ROOT)) for path in sorted(NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))]
    if not with_browser:
        command += ["--ignore", "tests/browser"]
    return Step("pytest", command + passed_on)


def run_steps(steps: list[Step]) -> int:
    """Run all steps in the clone's top folder, one after another; name the ones that failed; 1 where there is one."""
    failed = []
    for step in steps:
        print(f"== {step.name}", flush=True)
        start = time.monotonic()
        done = subprocess.run(step.command, check=False, cwd=ROOT)  # noqa: S603 (a step is made here)
        if done.returncode != 0:
            failed.append(step.name)
            print(f"== {step.name} FAILED after {time.monotonic() - start:.0f} s", flush=True)
    if failed:
        print(f"Failed: {', '.join(failed)}.", flush=True)
    return int(bool(failed))
