"""`course doctor`: says in plain sentences what is wrong with an installation."""

import argparse
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict

from mlprojects.course.checks import CHECKS, SET_UP, Finding
from mlprojects.course.house import prefer_own_kernel


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


def examine(checks: tuple[tuple[str, Callable[[], Finding]], ...] = CHECKS) -> Iterator[Finding]:
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


def _tell() -> list[Finding]:
    findings = []
    for finding in examine():
        print(f"{'ok     ' if finding.ok else 'PROBLEM'}  {finding.check + ':':<14}{finding.says}", flush=True)
        findings.append(finding)
    wrong = sum(not finding.ok for finding in findings)
    print("All is well." if not wrong else f"{wrong} of {len(findings)} checks found a problem: see above.")
    return findings
