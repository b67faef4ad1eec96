"""What happens to a notebook in a learner's hands: cells copied, deleted, run twice, out of order, or by halves."""

import random
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[1] / "notebooks"
KERNEL = {"name": "python3", "display_name": "Python 3"}
NOTEBOOKS = [pytest.param(path, id=path.stem) for path in sorted(FOLDER.glob("[0-9]*.ipynb"))]


def code_cells(path):
    """The cell that only imports, which every notebook has one of, and the others, without outputs."""
    cells = [cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    (first,) = [cell for cell in cells if all(line.startswith(("from ", "import ")) for line in cell.splitlines())]
    return first, [cell for cell in cells if cell != first]


def run(sources, tmp_path):
    """Run these cells in a fresh kernel; gives each cell's text outputs."""
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": KERNEL})
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    return [[output.get("data", output).get("text/plain", output.get("text")) for output in c.outputs] for c in cells]


def test_there_are_notebooks():
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS)
def test_cells_run_backwards_and_twice_say_the_same(path, tmp_path):
    first, others = code_cells(path)
    forwards = run([first, *others, *others], tmp_path)[1:]
    backwards = run([first, *reversed(others)], tmp_path)[1:]
    once, twice = forwards[: len(others)], forwards[len(others) :]
    assert once == twice
    assert once == backwards[::-1]


@pytest.mark.parametrize("path", NOTEBOOKS)
def test_any_half_of_the_cells_runs_without_the_other(path, tmp_path):
    first, others = code_cells(path)
    half = random.Random(4).sample(others, len(others) // 2)
    run([first, *half], tmp_path)


@pytest.mark.parametrize("path", NOTEBOOKS)
def test_a_cell_split_in_two_stops_with_python_s_own_words_and_spoils_nothing(path, tmp_path):
    first, others = code_cells(path)
    torn = "def half_a_function("
    cells = [first, torn, *others]
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(cell) for cell in cells], metadata={"kernelspec": KERNEL}
    )
    client = NotebookClient(notebook, timeout=120, allow_errors=True, resources={"metadata": {"path": str(tmp_path)}})
    client.execute()
    failed = [place for place, cell in enumerate(notebook.cells) if any(o.output_type == "error" for o in cell.outputs)]
    assert failed == [1]
