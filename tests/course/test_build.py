"""A rebuild changes no byte, and a notebook that fails is named and left as it was."""

import base64
import json
import re

import nbformat
import pytest
from matplotlib.figure import Figure
from mlprojects.course import build
from mlprojects.course.house import CourseError
from mlprojects.course.stable import WIDGET_STATE, name_cells, without_software


def test_a_rebuild_changes_no_byte(small_pair):
    assert build.rebuild(small_pair) == small_pair.with_suffix(".ipynb").read_text(encoding="utf-8")


def test_what_is_stored_is_complete_and_names_no_machine(small_pair):
    text = small_pair.with_suffix(".ipynb").read_text(encoding="utf-8")
    notebook = nbformat.reads(text, as_version=4)
    nbformat.validate(notebook)
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    views = [
        o.data["application/vnd.jupyter.widget-view+json"]["model_id"]
        for o in outputs
        if "data" in o and len(o.data) > 1 and "image/png" not in o.data
    ]
    state = notebook.metadata.widgets[WIDGET_STATE]["state"]
    assert set(views) <= set(state)
    assert sum(model["model_name"] == "IntSliderModel" for model in state.values()) == 2
    assert set(re.findall(r"IPY_MODEL_(\w+)", text)) <= set(state)
    assert "language_info" in notebook.metadata
    assert "version" not in notebook.metadata.language_info
    assert "<object object at 0x0>" in text
    (picture,) = [
        base64.b64decode(output.data["image/png"]) for output in outputs if "image/png" in output.get("data", {})
    ]
    assert b"Software" not in picture


def test_a_build_uses_an_empty_learners_folder(small_pair, monkeypatch):
    monkeypatch.setenv("LEARNERS_OWN", "/learner")
    monkeypatch.setenv("MLPROJECTS_WORK", "/learner")
    assert "True" not in build.rebuild(small_pair)


def test_only_the_software_chunk_is_dropped(tmp_path):
    figure = Figure()
    figure.savefig(tmp_path / "a.png", metadata={"Title": "kept"})
    figure.savefig(tmp_path / "b.png", metadata={"Title": "kept", "Software": None})
    before, after = (tmp_path / "a.png").read_bytes(), (tmp_path / "b.png").read_bytes()
    assert b"Software" in before
    assert without_software(before) == after


def test_equal_cells_get_different_ids_and_other_cells_keep_theirs():
    def notebook(*sources):
        made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])
        name_cells(made, "01_small")
        return [cell.id for cell in made.cells]

    first, second, third = notebook("a", "a", "b")
    assert len({first, second, third}) == 3
    assert notebook("new", "a", "b")[1:] == [first, third]


@pytest.fixture
def broken(tmp_path):
    source = tmp_path / "02_broken.py"
    source.write_text("# %%\nx = 1\n\n# %%\n1 / 0\n", encoding="utf-8")
    return source


def test_an_error_names_notebook_and_cell_and_the_old_one_stays(broken, monkeypatch):
    built = broken.with_suffix(".ipynb")
    built.write_text("the old one", encoding="utf-8")
    monkeypatch.setattr(build, "notebook_sources", lambda names: [broken])
    with pytest.raises(
        CourseError, match=r"(?s)02_broken\.py was not built .* code cell 2 raises ZeroDivisionError.*1 / 0"
    ):
        build.main([])
    assert built.read_text(encoding="utf-8") == "the old one"


def test_check_names_what_differs_and_writes_nothing(small_pair, tmp_path, monkeypatch, capsys):
    source = tmp_path / small_pair.name
    source.write_bytes(small_pair.read_bytes())
    stored = json.loads(small_pair.with_suffix(".ipynb").read_text(encoding="utf-8"))
    made = json.dumps(stored)
    stored["cells"][4]["outputs"] = []
    built = source.with_suffix(".ipynb")
    built.write_text(json.dumps(stored), encoding="utf-8")
    before = built.read_bytes()
    monkeypatch.setattr(build, "notebook_sources", lambda names: [source])
    monkeypatch.setattr(build, "rebuild", lambda source: made)
    assert build.main(["--check"]) == 1
    assert "01_small.ipynb is not what 01_small.py makes: cell 5 (outputs)." in capsys.readouterr().out
    assert built.read_bytes() == before
    assert build.main([]) == 0
    assert built.read_text(encoding="utf-8") == made
    assert build.main(["--check"]) == 0
