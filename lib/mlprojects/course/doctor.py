"""`course doctor`: says in plain sentences what is wrong with an installation."""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict

from mlprojects.course import checks as each
from mlprojects.course.checks import CHECKS, SET_UP, Finding
from mlprojects.course.house import prefer_own_kernel

Checks = tuple[tuple[str, Callable[[], Finding]], ...]

IN_A_NOTEBOOK: Checks = tuple(
    (name, check) for name, check in CHECKS if check not in {each.kernel, each.port, each.browser}
)
"""Left out: a kernel starts and JupyterLab has its port, or no notebook would ask; and the tests' browser, which no
learner needs."""


def main(arguments: list[str]) -> int:
    """Run `course doctor [--json]`; returns 1 where something is wrong."""
    parser = argparse.ArgumentParser(prog="course doctor", description="Say what is wrong with this installation.")
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")
    if parser.parse_args(arguments).json:
        findings = list(examine())
        print(json.dumps([asdict(finding) for finding in findings], indent=1))
    else:
        findings = _tell()
    return int(not all(finding.ok for finding in findings))


def examine(checks: Checks = CHECKS) -> Iterator[Finding]:
    """Make one check after another; yields each finding as it is there, so that progress can be shown.

    A check that itself breaks down is a finding too: what it looks at is not well.
    """
    prefer_own_kernel()
    for name, check in checks:
        try:
            yield check()
        except Exception as error:  # noqa: BLE001 (a broken installation may raise anything; the learner needs a sentence)
            told = str(error).splitlines()
            cause = f"{type(error).__name__}: {told[0]}" if told else type(error).__name__
            yield Finding(name, ok=False, says=f"This could not be checked ({cause}): delete .venv and {SET_UP}.")


def report(checks: Checks = IN_A_NOTEBOOK) -> None:
    """For a notebook's cell: make the checks under a progress bar, and print what is wrong, or that all is well.

    What is well is not listed: paths and versions differ between computers, and the stored output must not.
    """
    findings = [finding for check in _watched(list(checks)) for finding in examine((check,))]
    problems = [finding for finding in findings if not finding.ok]
    for finding in problems:
        print(f"PROBLEM  {finding.check}: {finding.says}")
    if problems:
        told = f"{len(problems)} of {len(findings)} checks found a problem"
        print(f"{told}. Do what is said above, then restart the kernel and run this cell again.")
    else:
        print("All is well.")


def _watched(checks: list[tuple[str, Callable[[], Finding]]]) -> Iterable[tuple[str, Callable[[], Finding]]]:
    """The checks under a progress bar; without one where the widgets themselves are what is missing."""
    try:
        import ipywidgets  # noqa: F401, PLC0415 (only to see whether it is there)

        from mlprojects.engine import progress_bar  # noqa: PLC0415 (slow, and may be what is broken)
    except ImportError:
        return checks
    return progress_bar("Checking the installation")(checks)


def _tell() -> list[Finding]:
    findings = []
    for finding in examine():
        print(f"{'ok     ' if finding.ok else 'PROBLEM'}  {finding.check + ':':<14}{finding.says}", flush=True)
        findings.append(finding)
    wrong = sum(not finding.ok for finding in findings)
    print("All is well." if not wrong else f"{wrong} of {len(findings)} checks found a problem: see above.")
    return findings
