"""`course lock`: renews requirements/*.txt from pyproject.toml, after a change of the dependencies."""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from mlprojects.course.house import ROOT, CourseError

OPTIONS = ["--quiet", "--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--no-annotate"]
"""One lock for all systems and Pythons, with hashes, naming neither a host nor a folder of this machine."""


def main(arguments: list[str]) -> int:
    """Run `course lock [--upgrade]`.

    Raises:
        CourseError: uv is missing or finds no versions that fit together.
    """
    parser = argparse.ArgumentParser(prog="course lock", description="Renew requirements/*.txt from pyproject.toml.")
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions; else only what must change")
    chosen = parser.parse_args(arguments)
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    if uv is None:
        raise CourseError("Renewing the locks needs uv: install it and run the same command again.")
    upgrade = ["--upgrade"] if chosen.upgrade else []
    # The tests' lock first: the notebooks' lock takes the same versions from it, so that both share one environment.
    for extras, name, more in [
        (["build", "test"], "test.txt", upgrade),
        (["build"], "lab.txt", [*upgrade, "-c", "requirements/test.txt"]),
    ]:
        chosen_extras = [word for extra in extras for word in ("--extra", extra)]
        command = [
            uv,
            "pip",
            "compile",
            *OPTIONS,
            "pyproject.toml",
            *chosen_extras,
            "-o",
            f"requirements/{name}",
            *more,
        ]
        print(f"requirements/{name} ...", flush=True)
        done = subprocess.run(command, check=False, cwd=ROOT, stdout=subprocess.DEVNULL)  # noqa: S603 (made above)
        if done.returncode != 0:
            raise CourseError(f"requirements/{name} was left as it was: the lines above say why.")
    return 0
