"""The learner's copies: laid out once, signed, never touched again."""

import errno
import json
from contextlib import closing
from pathlib import Path

import nbformat
import pytest
from mlprojects.course.house import CourseError
from mlprojects.course.layout import lay_out
from nbformat.sign import NotebookNotary


@pytest.fixture(autouse=True)
def own_signatures(tmp_path, monkeypatch):
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))


@pytest.fixture
def notebooks(tmp_path, small_pair):
    """A course of one built notebook."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    notebook = nbformat.read(small_pair.with_suffix(".ipynb"), as_version=4)
    notebook.metadata["jupytext"] = {"formats": "ipynb,py:percent"}
    nbformat.write(notebook, folder / "01_small.ipynb")
    return folder


def test_a_copy_is_unpaired_trusted_and_otherwise_the_same(notebooks, tmp_path):
    said = lay_out(notebooks, tmp_path / "work")
    assert said == [f"Laid out in {tmp_path / 'work'}: 01_small."]
    copy = nbformat.read(tmp_path / "work" / "01_small.ipynb", as_version=4)
    assert "jupytext" not in copy.metadata
    assert copy.cells == nbformat.read(notebooks / "01_small.ipynb", as_version=4).cells
    notary = NotebookNotary()
    with closing(notary.store):
        assert notary.check_signature(copy)


def test_an_edited_copy_survives_and_the_newer_notebook_is_told(notebooks, tmp_path):
    work = tmp_path / "work"
    lay_out(notebooks, work)
    copy = work / "01_small.ipynb"
    copy.write_text("my own words", encoding="utf-8")
    assert lay_out(notebooks, work) == []
    course = notebooks / "01_small.ipynb"
    course.write_text(course.read_text(encoding="utf-8").replace("A small", "A better"), encoding="utf-8")
    (sentence,) = lay_out(notebooks, work)
    assert "newer 01_small.ipynb" in sentence
    assert "rename or delete yours" in sentence
    assert copy.read_text(encoding="utf-8") == "my own words"


def test_doing_what_the_sentence_says_brings_the_newer_notebook(notebooks, tmp_path):
    work = tmp_path / "work"
    lay_out(notebooks, work)
    course = notebooks / "01_small.ipynb"
    course.write_text(course.read_text(encoding="utf-8").replace("A small", "A better"), encoding="utf-8")
    (work / "01_small.ipynb").rename(work / "mine.ipynb")
    lay_out(notebooks, work)
    assert "A better" in (work / "01_small.ipynb").read_text(encoding="utf-8")
    assert "A small" in (work / "mine.ipynb").read_text(encoding="utf-8")
    assert lay_out(notebooks, work) == []


@pytest.mark.parametrize("damage", ["{", "[]", ""])
def test_a_damaged_memory_costs_nothing(notebooks, tmp_path, damage):
    work = tmp_path / "work"
    lay_out(notebooks, work)
    (work / "01_small.ipynb").write_text("mine", encoding="utf-8")
    (work / ".course.json").write_text(damage, encoding="utf-8")
    assert lay_out(notebooks, work) == []
    assert (work / "01_small.ipynb").read_text(encoding="utf-8") == "mine"
    assert set(json.loads((work / ".course.json").read_text(encoding="utf-8"))) == {"01_small.ipynb"}


def test_a_start_that_lays_out_nothing_writes_nothing(notebooks, tmp_path, monkeypatch):
    work = tmp_path / "work"
    lay_out(notebooks, work)
    monkeypatch.setattr("pathlib.Path.write_text", lambda *_, **__: pytest.fail("a read-only folder was written"))
    assert lay_out(notebooks, work) == []


def test_a_folder_that_cannot_be_made_is_one_sentence(notebooks, tmp_path):
    (tmp_path / "work").write_text("a file is in the way", encoding="utf-8")
    with pytest.raises(CourseError, match=r"could not be laid out in .*nothing that was there was changed"):
        lay_out(notebooks, tmp_path / "work")


def test_a_full_disk_leaves_no_half_of_a_copy(notebooks, tmp_path, monkeypatch):
    def full(self, mode="r", *args, **kwargs):
        file = real(self, mode, *args, **kwargs)
        if mode == "x":
            file.write("half")
            file = Full(file)
        return file

    class Full:
        def __init__(self, file):
            self.file = file

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.close()

        def write(self, _):
            raise OSError(errno.ENOSPC, "No space left on device")

        def close(self):
            self.file.close()

    real = Path.open
    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(CourseError, match="No space left"):
        lay_out(notebooks, tmp_path / "work")
    assert not (tmp_path / "work" / "01_small.ipynb").exists()


def test_a_course_that_was_not_built_says_so(tmp_path):
    with pytest.raises(CourseError, match=r"no built notebook in .*course\.py build"):
        lay_out(tmp_path, tmp_path / "work")
