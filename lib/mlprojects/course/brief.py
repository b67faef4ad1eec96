"""`course brief check FILE`: reads a project brief back and says what it lacks, module by module."""

import argparse
from pathlib import Path

from mlprojects.course.house import CourseError
from mlprojects.record.brief import LONGEST_FILE, Brief, BriefError, read_brief
from mlprojects.words import capital
from mlprojects.your_project.document import TITLES, UNNAMED, by_module, filled, printable, summary
from mlprojects.your_project.review import review


def main(arguments: list[str]) -> int:
    """Run `course brief check FILE`.

    Returns:
        0 if the check finds nothing, 1 if it finds gaps or contradictions.

    Raises:
        CourseError: The file cannot be read, or is no brief.
    """
    parser = argparse.ArgumentParser(
        prog="course brief", description="Check a project brief: what it lacks, and which module explains it."
    )
    parser.add_argument("action", choices=["check"], help="what to do with it")
    parser.add_argument("file", type=Path, metavar="FILE", help="the .json that module 6 saves")
    brief = _read(parser.parse_args(arguments).file)
    findings = review(brief)
    done, of = filled(brief)
    print(f"{printable(' '.join(brief.name.split())) or capital(UNNAMED)}: {done} of {of} fields are filled in.")
    print(summary(findings))
    for module, group in by_module(findings):
        print("", f"{capital(TITLES[module])} ({module})", sep="\n")
        for finding in group:
            print(f"  {finding.kind}: {printable(finding.says)}")
    return 1 if findings else 0


def _read(path: Path) -> Brief:
    """The brief in a file."""
    try:
        with path.open(encoding="utf-8") as stream:
            return read_brief(stream.read(LONGEST_FILE + 1))
    except OSError as error:
        raise CourseError(f"{path} cannot be read ({error.strerror or type(error).__name__}).") from error
    except UnicodeDecodeError as error:
        raise CourseError(f"{path} is no text in UTF-8, so it is no brief of this course.") from error
    except BriefError as error:
        hint = f" Give the .json that was saved beside {path.name}." if path.suffix in {".md", ".html"} else ""
        raise CourseError(f"{path} is no brief that can be checked. {error}{hint}") from error
