"""Whether a notebook's two files say the same, and whether the built one was run from top to bottom.

`python -m mlprojects.course.pairs` checks all pairs in a second, without running them (pre-commit does).
`jupytext --test` does not serve here: it exits with 0 on a pair that is out of step.
"""

import json
import sys
from itertools import zip_longest
from pathlib import Path
from typing import Any

import jupytext
import nbformat
from nbformat import NotebookNode

from mlprojects.course.house import NOTEBOOKS
from mlprojects.course.stable import WIDGET_STATE, WIDGET_VIEW

COMPARED = ("cell_type", "source", "metadata")


def main() -> int:
    """Print a sentence for each fault of a pair in notebooks/; returns 1 where there is one."""
    found = [fault for stem in stems(NOTEBOOKS) for fault in faults(NOTEBOOKS, stem)]
    print(*found, sep="\n", end="\n" if found else "")
    return int(bool(found))


def stems(folder: Path) -> list[str]:
    """Names, without suffix, of all notebooks in `folder` that have at least one of their two files."""
    return sorted({path.stem for suffix in ("py", "ipynb") for path in folder.glob(f"[0-9][0-9]_*.{suffix}")})


def faults(folder: Path, stem: str) -> list[str]:
    """All that is wrong with the pair `stem` in `folder`, a sentence each; empty where all is well."""
    source, built = folder / f"{stem}.py", folder / f"{stem}.ipynb"
    missing = [f"{path.name} is missing." for path in (source, built) if not path.exists()]
    if missing:
        return missing
    notebook = nbformat.read(built, as_version=4)  # type: ignore[no-untyped-call] # nbformat has no annotations
    return [f"{stem}: {fault}." for fault in out_of_step(jupytext.read(source), notebook) + not_run(notebook)]


def out_of_step(source: NotebookNode, built: NotebookNode) -> list[str]:
    """Where the cells of the two files differ in type, text or metadata."""
    if len(source.cells) != len(built.cells):
        return [f"the .py has {len(source.cells)} cells and the .ipynb {len(built.cells)}"]
    return [
        f"cell {number} differs in its {field}"
        for number, (left, right) in enumerate(zip(source.cells, built.cells, strict=True), 1)
        for field in COMPARED
        if left[field] != right[field]
    ]


def not_run(notebook: NotebookNode) -> list[str]:
    """What shows that `notebook` was not run from top to bottom without an error, its widgets stored with it."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    found = []
    if [cell.execution_count for cell in code] != list(range(1, len(code) + 1)):
        found.append("its code cells were not all run, in order, by a fresh kernel")
    outputs = [output for cell in code for output in cell.outputs]
    found += [f"a cell raised {output.ename}" for output in outputs if output.output_type == "error"]
    shown = {output.data[WIDGET_VIEW]["model_id"] for output in outputs if WIDGET_VIEW in output.get("data", {})}
    stored = notebook.metadata.get("widgets", {}).get(WIDGET_STATE, {}).get("state", {})
    if shown - set(stored):
        found.append("the state of its widgets is not stored")
    return found


def changes(before: str, after: str) -> list[str]:
    """Where two notebooks, given as the text of their files, differ: by cell and field, for a person to read."""
    if not before:
        return ["it is missing"]
    old, new = json.loads(before), json.loads(after)
    found = [f"its {key}" for key in sorted(old.keys() | new.keys()) if key != "cells" and old.get(key) != new.get(key)]
    pairs: list[tuple[dict[str, Any], dict[str, Any]]] = list(
        zip_longest(old["cells"], new["cells"], fillvalue={"": "no such cell"})
    )
    for number, (left, right) in enumerate(pairs, 1):
        fields = sorted(key for key in left.keys() | right.keys() if left.get(key) != right.get(key))
        if fields:
            found.append(f"cell {number} ({', '.join(field or 'missing' for field in fields)})")
    return found or ["the order or spacing of its fields"]


if __name__ == "__main__":
    sys.exit(main())
