"""The one entry point of all commands: `course <command>` and `python -m mlprojects <command>`."""

import argparse
import importlib
import sys

from mlprojects.course.house import CourseError

COMMANDS = {
    "lab": "open the notebooks in JupyterLab; your own copies are in work/",
    "present": "show a notebook on the projector, slide by slide, with a running kernel",
    "export": "put all that you did into one file, to hand in or to take to another machine",
    "import": "add what such a file has to what is here; nothing is overwritten",
    "brief": "check a project brief: what it lacks, and which module explains it",
    "class": "make one page of what a class did: its ledgers in a folder or a zip",
    "test": "run everything that CI runs",
    "build": "execute notebooks/*.py into notebooks/*.ipynb",
    "slides": "make the decks in slides/: pages to present from, without network or kernel",
    "doctor": "say in plain sentences what is wrong with this installation",
    "bench": "measure how fast the explorers answer",
    "lock": "renew requirements/*.txt after a change of the dependencies",
}
"""Each command is a function `main(arguments) -> exit code` in a module of its own, loaded only when it is used."""

MODULES = {"class": "classroom", "export": "exporting", "import": "importing", "test": "testing"}
"""Modules that cannot bear their command's name: `class` and `import` are words of Python's own, and pytest would take
`test` for a test."""


def main(argv: list[str] | None = None) -> int:
    """Run the command that `argv` (default: the process's arguments) names.

    Returns:
        The exit code: 0 done, 1 something is wrong and was said in a sentence, 2 the command was not understood.
    """
    chosen = _parser().parse_args(argv)
    module = importlib.import_module(f"mlprojects.course.{MODULES.get(chosen.command, chosen.command)}")
    try:
        return int(module.main(chosen.arguments))
    except CourseError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    told = "\n".join(f"  {name:<8} {text}" for name, text in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="course",
        description="Companion to the lecture ML Projects.",
        epilog=f"commands:\n{told}\n\nEach command explains itself with --help.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS, metavar="command", help="one of the commands below")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="what the command takes")
    return parser
