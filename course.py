"""Set up the course companion and start one of its commands: `python3 course.py lab`.

Standard library only, because it runs before anything is installed. Its syntax is that of Python 3.6, so that an old
Python reaches the sentence below instead of a SyntaxError. What the commands do is in `lib/mlprojects/course/`.
"""

import errno
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 (the reader of this sentence has the outdated Python)
    sys.exit(
        "The course needs Python 3.11 or newer and this is Python {}.{}: install a newer one and start course.py "
        "with it, for example `python3.13 course.py lab`.".format(*sys.version_info)
    )

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "course.json"
ROOM = 1.5e9  # bytes that a first installation with its cache takes, rounded up
COMMANDS = {
    "lab": ("lab.txt", "open the notebooks in JupyterLab; your own copies are in work/"),
    "present": ("lab.txt", "show a notebook on the projector, slide by slide, with a running kernel"),
    "export": ("lab.txt", "put all that you did into one file, to hand in or to take to another machine"),
    "import": ("lab.txt", "add what such a file has to what is here; nothing is overwritten"),
    "brief": ("lab.txt", "check a project brief: what it lacks, and which module explains it"),
    "class": ("lab.txt", "make one page of what a class did: its ledgers in a folder or a zip"),
    "test": ("test.txt", "run everything that CI runs (--quick: no browser, no notebooks)"),
    "build": ("test.txt", "execute notebooks/*.py into notebooks/*.ipynb (--check: compare only)"),
    "slides": ("test.txt", "make the decks in slides/: pages to present from, without network or kernel"),
    "doctor": ("lab.txt", "say in plain sentences what is wrong with this installation"),
    "bench": ("test.txt", "measure how fast the explorers answer, as a table"),
    "lock": ("test.txt", "renew requirements/*.txt after a change of the dependencies"),
}
REASONS = (
    (("no space left", "disk quota"), "The disk is full: free about 1.5 GB and run the same command again."),
    (("permission denied", "read-only file"), f"There is no write access to {ROOT} or to the package cache."),
    (("ensurepip",), "Python's venv module is incomplete: on Debian or Ubuntu run `sudo apt install python3-venv`."),
    (
        (
            "dns error",
            "error sending request",
            "failed to fetch",
            "connection",
            "name resolution",
            "no matching distrib",
        ),
        "The packages could not be fetched: check the network connection and run the same command again.",
    ),
)


class Refused(Exception):  # noqa: N818 (it is no fault of the program's)
    """The installation cannot go on; the message is one sentence for the learner."""


def main(arguments: list[str]) -> int:
    """Install what the command needs, once, and hand over to `python -m mlprojects`; returns the exit code."""
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        lines = [f"  python3 course.py {name:<7} {told}" for name, (_, told) in COMMANDS.items()]
        print(
            "Companion to the lecture ML Projects.\n", *lines, "", "Each command explains itself with --help.", sep="\n"
        )
        return 0
    if arguments[0] not in COMMANDS:
        print(f"There is no command {arguments[0]!r}; there are {', '.join(COMMANDS)}.", file=sys.stderr)
        return 2
    try:
        prepare(COMMANDS[arguments[0]][0])
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        print(REASONS[0][1] if full else f"{REASONS[1][1]} ({error})", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The next start repairs the installation.", file=sys.stderr)
        return 130
    return hand_over([str(PYTHON), "-m", "mlprojects", *arguments])


def prepare(lock: str) -> None:
    """Bring .venv to what `requirements/<lock>` and pyproject.toml describe; does nothing where it is there already."""
    stamp = read_stamp()
    version = venv_python()
    if version and version != "{}.{}".format(*sys.version_info):
        print(f".venv was made with Python {version}, which is used: delete .venv to change that.", flush=True)
    if version and stamp.get(lock) == fingerprint(lock):
        return
    if not version:
        make_venv()
    STAMP.write_text(json.dumps({"unfinished": lock}), encoding="utf-8")
    uv = find_uv()
    print("Installing the packages (about a minute, once) ...", flush=True)
    target = ["--python", str(PYTHON), "--compile-bytecode", *(["--reinstall"] if "unfinished" in stamp else [])]
    run([uv, "pip", "install", *target, "--require-hashes", "-r", str(ROOT / "requirements" / lock)])
    run([uv, "pip", "install", *target, "--no-deps", "--no-build-isolation", "-e", str(ROOT)])
    stamp.pop("unfinished", None)  # what the tests need includes what the notebooks need, at the same versions
    stamp.update({name: fingerprint(name) for name in (lock, "lab.txt")})
    STAMP.write_text(json.dumps(stamp), encoding="utf-8")


def fingerprint(lock: str) -> str:
    """SHA-256 of all that an installation depends on: lock, project, Python version, and place (it is editable)."""
    parts = [(ROOT / "requirements" / lock).read_bytes(), (ROOT / "pyproject.toml").read_bytes()]
    return hashlib.sha256(b"\0".join([*parts, venv_python().encode(), str(ROOT).encode()])).hexdigest()


def read_stamp() -> dict[str, str]:
    """What was installed: fingerprints by lock, `unfinished` after an interruption, nothing where others made .venv."""
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return {}
    except ValueError:
        return {"unfinished": ""}


def venv_python() -> str:
    """Version of .venv's Python, such as "3.11"; empty where there is none or the Python it was made from is gone."""
    try:
        lines = (VENV / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    settings = {key.strip(): value.strip() for key, _, value in (line.partition("=") for line in lines)}
    version = settings.get("version", settings.get("version_info", ""))
    works = PYTHON.exists() and Path(settings.get("home", "")).exists()
    return ".".join(version.split(".")[:2]) if works else ""


def make_venv() -> None:
    """Make .venv anew with the running Python, marked as unfinished from its first moment on."""
    free = shutil.disk_usage(ROOT).free
    if free < ROOM:
        raise Refused(f"The installation needs about {ROOM / 1e9:.1f} GB and the disk has {free / 1e9:.1f} GB left.")
    print("Making .venv ...", flush=True)
    if VENV.exists():
        shutil.rmtree(VENV)
    VENV.mkdir()
    STAMP.write_text(json.dumps({"unfinished": ""}), encoding="utf-8")
    run([sys.executable, "-m", "venv", "--without-pip", str(VENV)])


def find_uv() -> str:
    """Path of uv: from PATH, from .venv, or put into .venv by pip."""
    found = shutil.which("uv") or shutil.which("uv", path=str(PYTHON.parent))
    if found is None or not answers(found):
        print("Fetching the installer uv into .venv ...", flush=True)
        run([str(PYTHON), "-m", "ensurepip"], quiet=True)
        run(
            [str(PYTHON), "-m", "pip", "install", "--force-reinstall", "--disable-pip-version-check", "uv>=0.5"],
            quiet=True,
        )
        found = shutil.which("uv", path=str(PYTHON.parent))
    if found is None:
        raise Refused("The installer uv could not be put into .venv: install uv and run the same command again.")
    return found


def answers(uv: str) -> bool:
    """Whether `uv` runs at all; one that was cut off while it was written does not."""
    try:
        return subprocess.run([uv, "--version"], check=False, stdout=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def run(command: list[str], *, quiet: bool = False) -> None:
    """Run `command`, in the open unless `quiet`; where it fails, once more in private, to say in a sentence why."""
    shown = subprocess.DEVNULL if quiet else None
    if subprocess.run(command, check=False, stdout=shown, stderr=shown).returncode == 0:
        return
    once = {**os.environ, "UV_HTTP_RETRIES": "0", "PIP_RETRIES": "0"}
    again = subprocess.run(command, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=once)
    told = again.stdout.decode("utf-8", "replace")
    reasons = [sentence for signs, sentence in REASONS if any(sign in told.lower() for sign in signs)]
    if again.returncode != 0:
        raise Refused(reasons[0] if reasons else f"The installation stopped, and this is why:\n{told}")


def hand_over(command: list[str]) -> int:
    """Become `command` where the system can; elsewhere run it, leave Ctrl-C to it, and return its exit code."""
    if os.name == "posix":
        os.execv(command[0], command)  # noqa: S606 (one process: signals and the terminal go straight to it)
    child = subprocess.Popen(command)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
