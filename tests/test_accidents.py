"""What happens to a notebook in a learner's hands: cells run out of order, twice, without the others, or torn."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[1] / "notebooks"
IMPORTS = ("from ", "import ")
KERNEL = {"name": "python3", "display_name": "Python 3"}
NOTEBOOKS = [pytest.param(path, id=path.stem) for path in sorted(FOLDER.glob("[0-9]*.ipynb"))]


def code_cells(path):
    """The cell that only imports, which every notebook has one of, and the others, with their stored outputs."""
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    (first,) = [cell for cell in cells if all(line.startswith(IMPORTS) for line in cell.source.splitlines())]
    return first.source, [cell for cell in cells if cell is not first]


def said(cell):
    """What a cell says as text."""
    return [output.get("data", output).get("text/plain", output.get("text")) for output in cell.outputs]


def test_there_are_notebooks():
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS)
def test_cells_run_backwards_and_after_a_torn_one_forwards_say_what_is_stored(path, tmp_path):
    """Backwards, each cell runs before all that stand above it, so any of them may be missing.

    What is stored was said forwards. The torn cell is one that was cut in two; after it, each cell is run once more.
    """
    first, others = code_cells(path)
    torn = "def half_a_function("
    sources = [first, *(cell.source for cell in reversed(others)), torn, *(cell.source for cell in others)]
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source) for source in sources], metadata={"kernelspec": KERNEL}
    )
    NotebookClient(notebook, timeout=120, allow_errors=True, resources={"metadata": {"path": str(tmp_path)}}).execute()
    failed = [place for place, cell in enumerate(notebook.cells) if any(o.output_type == "error" for o in cell.outputs)]
    assert failed == [1 + len(others)], "the torn cell alone"
    stored = [said(cell) for cell in others]
    ran = [said(cell) for cell in notebook.cells]
    assert ran[len(others) : 0 : -1] == stored
    assert ran[2 + len(others) :] == stored
