"""`course build`: executes the reviewed notebooks/NN_name.py into notebooks/NN_name.ipynb."""

import argparse
import asyncio
import os
import tempfile
import warnings
from pathlib import Path

import jupytext
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from mlprojects.course.house import WORK_VARIABLE, CourseError, notebook_sources, prefer_own_kernel
from mlprojects.course.pairs import changes
from mlprojects.course.stable import name_cells, settle

CELL_SECONDS = 300
"""Longer than any cell may take on a slow machine; an endless loop is ended and named."""


def main(arguments: list[str]) -> int:
    """Run `course build [names] [--check]`; returns 1 where `--check` found a notebook that its source does not make.

    Raises:
        CourseError: a name is not known, or a cell of a notebook fails.
    """
    parser = argparse.ArgumentParser(prog="course build", description="Execute notebooks/*.py into notebooks/*.ipynb.")
    parser.add_argument("names", nargs="*", help="which ones, for example 04 or metrics; all where none is named")
    parser.add_argument("--check", action="store_true", help="write nothing; say what differs and exit with 1")
    chosen = parser.parse_args(arguments)
    stale = [source for source in notebook_sources(chosen.names) if not _build_one(source, check=chosen.check)]
    return int(bool(stale))


def rebuild(source: Path) -> str:
    """Execute `source` with a fresh kernel and an empty ledger, and make the notebook's text, the same on every run.

    The kernel's working directory is the notebook's folder; whatever a user has set up for IPython or Matplotlib is
    left out. Progress is printed, a line a cell.

    Raises:
        CourseError: a cell failed, took too long, or ended the kernel; the message names notebook and cell.
    """
    notebook = jupytext.read(source)
    name_cells(notebook, source.stem)
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        # Debugger and event loop of the kernel's client warn in ways that say nothing about the notebook.
        warnings.simplefilter("ignore")
        _execute(notebook, source, Path(scratch))
    return settle(notebook, source.stem)


def _build_one(source: Path, *, check: bool) -> bool:
    """Rebuild one notebook, and write it unless `check`; whether it is what the source makes."""
    target = source.with_suffix(".ipynb")
    made = rebuild(source)
    stored = target.read_text(encoding="utf-8") if target.exists() else ""
    if made == stored:
        print(f"{target.name} is up to date.")
    elif check:
        print(f"{target.name} is not what {source.name} makes: {'; '.join(changes(stored, made))}.")
        return False
    else:
        unfinished = target.with_suffix(".ipynb.part")
        unfinished.write_text(made, encoding="utf-8", newline="\n")
        unfinished.replace(target)
        print(f"{target.name} written.")
    return True


def _execute(notebook: NotebookNode, source: Path, scratch: Path) -> None:
    """Run all cells of `notebook` in place."""
    code = [index for index, cell in enumerate(notebook.cells) if cell.cell_type == "code"]
    started = [0]

    def tell(cell_index: int, **_: object) -> None:
        started[0] = code.index(cell_index) + 1
        print(f"{source.stem}: cell {started[0]} of {len(code)}", flush=True)

    prefer_own_kernel()
    client = NotebookClient(
        notebook,
        timeout=CELL_SECONDS,
        kernel_name="python3",
        record_timing=False,
        store_widget_state=True,
        extra_arguments=["--log-level=40"],  # the kernel says on each start that its port is not encrypted
        coalesce_streams=True,  # how many messages a print came in is chance
        resources={"metadata": {"path": str(source.parent)}},
        on_cell_execute=tell,
    )
    try:
        asyncio.run(client.async_execute(env=_environment(scratch)))
    except CellExecutionError as error:
        raise CourseError(f"{_where(source, started[0])} raises {error.ename}: {error.evalue}\n{error}") from error
    except CellTimeoutError as error:
        raise CourseError(f"{_where(source, started[0])} takes longer than {CELL_SECONDS} s.") from error
    except DeadKernelError as error:
        raise CourseError(f"{_where(source, started[0])} ends its kernel.") from error


def _where(source: Path, cell: int) -> str:
    return f"{source.name} was not built and its .ipynb was left as it was, because code cell {cell}"


def _environment(scratch: Path) -> dict[str, str]:
    """The kernel's environment: an empty learner's folder, and nobody's own settings of IPython and Matplotlib."""
    (scratch / "matplotlibrc").touch()
    return {
        **os.environ,
        WORK_VARIABLE: str(scratch / "work"),
        "IPYTHONDIR": str(scratch / "ipython"),
        "MATPLOTLIBRC": str(scratch / "matplotlibrc"),
    }
