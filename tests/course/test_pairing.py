"""The check of pairs finds each way in which a pair can be wrong."""

import nbformat
import pytest
from mlprojects.course import pairs


@pytest.fixture
def pair(small_pair, tmp_path):
    """A copy of the small pair to spoil, and functions to read and write its notebook."""
    for suffix in (".py", ".ipynb"):
        (tmp_path / f"01_small{suffix}").write_bytes(small_pair.with_suffix(suffix).read_bytes())
    return tmp_path


def spoiled(folder, change):
    path = folder / "01_small.ipynb"
    notebook = nbformat.read(path, as_version=4)
    change(notebook)
    nbformat.write(notebook, path)
    return pairs.faults(folder, "01_small")


def test_a_built_pair_is_well(pair):
    assert pairs.stems(pair) == ["01_small"]
    assert pairs.faults(pair, "01_small") == []


@pytest.mark.parametrize("suffix", [".py", ".ipynb"])
def test_a_missing_partner_is_found(pair, suffix):
    (pair / f"01_small{suffix}").unlink()
    assert pairs.stems(pair) == ["01_small"]
    assert pairs.faults(pair, "01_small") == [f"01_small{suffix} is missing."]


def test_a_changed_source_is_found(pair):
    source = pair / "01_small.py"
    source.write_text(source.read_text(encoding="utf-8").replace("A small", "A changed"), encoding="utf-8")
    assert pairs.faults(pair, "01_small") == ["01_small: cell 1 differs in its source."]


def change_metadata(notebook):
    notebook.cells[2].metadata["tags"] = []


def drop_cell(notebook):
    del notebook.cells[-1]


def forget_count(notebook):
    notebook.cells[3].execution_count = None


def swap_counts(notebook):
    notebook.cells[2].execution_count, notebook.cells[3].execution_count = 3, 2


def raise_error(notebook):
    notebook.cells[3].outputs = [nbformat.v4.new_output("error", ename="KeyError", evalue="x", traceback=[])]


def lose_state(notebook):
    del notebook.metadata["widgets"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (change_metadata, "cell 3 differs in its metadata"),
        (drop_cell, "the .py has 6 cells and the .ipynb 5"),
        (forget_count, "not all run"),
        (swap_counts, "not all run"),
        (raise_error, "raised KeyError"),
        (lose_state, "state of its widgets is not stored"),
    ],
)
def test_each_fault_is_found(pair, change, told):
    assert told in " ".join(spoiled(pair, change))


def test_the_command_names_faults_and_fails(pair, monkeypatch, capsys):
    monkeypatch.setattr(pairs, "NOTEBOOKS", pair)
    assert pairs.main() == 0
    assert capsys.readouterr().out == ""
    (pair / "01_small.py").unlink()
    assert pairs.main() == 1
    assert capsys.readouterr().out == "01_small.py is missing.\n"
