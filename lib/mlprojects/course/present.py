"""`course present`: shows a notebook on the projector, one slide at a time, with a running kernel.

JupyterLab itself shows it: our extension in the folder `front` finds the slides in the notebook's metadata. What is
shown is a copy, made for the occasion; which cells make a slide is decided by the rules of the decks.
"""

import argparse
import json
import os
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nbformat

from mlprojects.course.house import ROOT, WORK_VARIABLE, CourseError, notebook_sources, prefer_own_kernel, work_folder
from mlprojects.course.lab import SETTINGS, jupyter_arguments, start
from mlprojects.course.layout import lay_out

from .deck import outline as outlines
from .deck.outline import Slide

THEME = ROOT / "slides" / "theme.css"
KEY = "presentation"
"""Where the extension finds its slides in the metadata of the copy."""
OVERRIDES = {"@jupyterlab/notebook-extension:tracker": {"windowingMode": "none", "scrollPastEnd": False}}
"""Cells out of sight are laid out, or they would have no height when their slide comes."""
ITEM = re.compile(r"lesson\.\w+")
TASK = re.compile(r"^lesson\.(\w+)\.check\(", re.MULTILINE)


@dataclass(frozen=True)
class LiveSlide:
    """One slide, as ids of cells.

    Attributes:
        shown: What stands on it.
        code: Those of `shown` whose code is seen, and can be changed and run.
        worked: What the key C adds: the code of `shown`, and the code cells for those who read alone.
    """

    shown: tuple[str, ...]
    code: tuple[str, ...]
    worked: tuple[str, ...]


def main(arguments: list[str]) -> int:
    """Run `course present notebook [any argument of jupyter lab]`; returns when JupyterLab was ended.

    Raises:
        CourseError: the notebook is not known, was not built, or has no slides.
    """
    (source,) = notebook_sources([_parse(arguments[:1])])
    work = work_folder()
    os.environ[WORK_VARIABLE] = str(work)
    prefer_own_kernel()
    print(f"Preparing {source.stem} ... Answers are kept in {work}, changed code is not.", flush=True)
    with TemporaryDirectory(prefix="mlprojects-", ignore_cleanup_errors=True) as folder:
        copy = lay_out_presentation(source, Path(folder))
        own = jupyter_arguments(copy.parent, settings=Path(folder))
        start([*own, *own_arguments(copy, Path(folder)), *arguments[1:]])
    return 0


def own_arguments(copy: Path, folder: Path) -> list[str]:
    """What `jupyter lab` is told besides: to open `copy` alone in the window.

    Args:
        copy: The notebook to be presented.
        folder: Takes the settings, and the layout of windows: the presenter's own stays as it is.
    """
    settings = json.loads((SETTINGS / "overrides.json").read_text(encoding="utf-8")) | OVERRIDES
    (folder / "overrides.json").write_text(json.dumps(settings), encoding="utf-8")
    return [
        f"--LabApp.default_url=/doc/tree/{copy.name}",
        f"--LabApp.workspaces_dir={folder}",
    ]


def lay_out_presentation(source: Path, folder: Path) -> Path:
    """Write the notebook to be presented, with its slides in its metadata, and sign it, so that its outputs are shown.

    Args:
        source: The reviewed source of a pair; what is shown is the built notebook beside it.
        folder: Where to; it should be empty.

    Returns:
        The copy.

    Raises:
        CourseError: the notebook was not built or has no slides, or the folder cannot be written.
    """
    slides = outlines.read(source, answers=False).slides  # an answer stands in the cell of its question
    if not slides:
        raise CourseError(f"{source.stem} has no slides: slides/README.md says how a cell becomes one.")
    notebook = nbformat.read(source.with_suffix(".ipynb"), as_version=4)  # type: ignore[no-untyped-call] # no annotations
    theme = THEME.read_text(encoding="utf-8")
    notebook.metadata[KEY] = {"slides": [asdict(each) for each in live_slides(slides, notebook.cells)], "style": theme}
    written = folder / "written" / f"{source.stem}.ipynb"
    written.parent.mkdir()
    nbformat.write(notebook, written)  # type: ignore[no-untyped-call] # likewise
    lay_out(written.parent, folder / "shown")
    return folder / "shown" / written.name


def live_slides(slides: Sequence[Slide], cells: Sequence[Any]) -> list[LiveSlide]:
    """The slides of a deck as the cells that they come from.

    Slides that share a cell are one: a question and its answer, the pages of a long text. A task's code stands with it.

    Args:
        slides: A deck's slides, in order.
        cells: All cells of the notebook.
    """
    groups: list[list[int]] = []
    for slide in slides:
        if groups and set(groups[-1]) & set(slide.cells):
            groups[-1] = sorted({*groups[-1], *slide.cells})
        else:
            groups.append(list(slide.cells))
    ends = [group[0] for group in groups[1:]] + [len(cells)]
    return [_live(group, range(group[0], end), cells) for group, end in zip(groups, ends, strict=True)]


def _live(group: list[int], reach: range, cells: Sequence[Any]) -> LiveSlide:
    tags = {place: cells[place].metadata.get("slideshow", {}) for place in reach}
    codes = [place for place in reach if cells[place].cell_type == "code" and tags[place].get("slide_type") != "skip"]
    tasks = [place for place in codes if TASK.search(cells[place].source)]
    shown = sorted({*group, *tasks})
    open_ = [place for place in shown if place in tasks or tags[place].get("code")]
    worked = [place for place in codes if place not in open_ and not ITEM.fullmatch(cells[place].source.strip())]
    return LiveSlide(*(tuple(cells[place].id for place in places) for places in (shown, open_, worked)))


def _parse(arguments: list[str]) -> str:
    parser = argparse.ArgumentParser(
        prog="course present",
        description="Show a notebook on the projector: slide by slide, with a running kernel. Press ? for the keys.",
        epilog="What follows the notebook passes to `jupyter lab`, for example --no-browser or --port 8899.",
    )
    parser.add_argument("notebook", help="the one to present, for example 04 or metrics")
    return str(parser.parse_args(arguments).notebook)
