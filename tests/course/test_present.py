"""`course present`: which cells make a slide, and what JupyterLab is told."""

import json
import os
from pathlib import Path
from types import SimpleNamespace

import jupytext
import nbformat
import pytest
import sample_texts
from mlprojects.course import present
from mlprojects.course.deck.outline import Slide
from mlprojects.course.house import WORK_VARIABLE, CourseError
from mlprojects.engine import Prediction
from small_deck import cells, small


@pytest.fixture(scope="module")
def live():
    """The slides of the small deck, each as the sources of its cells: shown, with code, worked."""
    built = [cell for _, cell in cells()]
    for place, cell in enumerate(built):
        cell.id = f"cell-{place}"
    sources = {cell.id: cell.source for cell in built}
    slides = present.live_slides(small().slides, built)
    return [SimpleNamespace(**{n: [sources[i] for i in ids] for n, ids in vars(slide).items()}) for slide in slides]


def test_what_shares_a_cell_is_one_slide(live):
    first = [slide.shown[0].splitlines()[0] for slide in live]
    assert first == [
        "# 9 A small module", "## 1 The line", "lesson.guess", "lesson.slope", "## 2 The rest", "lesson.winner",
        "lesson.limits", "lesson.score", "lesson.symptoms", "lesson.double", "## What to take away",
    ]  # fmt: skip


def test_for_the_answers_which_stand_with_their_questions_nothing_is_calculated(live, monkeypatch):
    asked = Prediction(sample_texts.TEXTS, "guess", truth=lambda: pytest.fail("it may take seconds"))
    monkeypatch.setattr(sample_texts, "guess", lambda: asked)
    slides = small(answers=False).slides
    assert "answer" not in {slide.kind for slide in slides}
    assert len(present.live_slides(slides, [cell for _, cell in cells()])) == len(live)


def test_the_pages_of_a_long_text_and_what_joins_the_last_are_one_slide():
    built = [nbformat.v4.new_markdown_cell(id=name) for name in ("long", "more", "next")]
    pages = [Slide("one", "text", cells=(0,)), Slide("one_2", "text", cells=(0, 1)), Slide("two", "text", cells=(2,))]
    assert [slide.shown for slide in present.live_slides(pages, built)] == [("long", "more"), ("next",)]


def test_a_slide_shows_its_tagged_cells_and_code_where_it_is_asked_for(live):
    line = live[1]
    assert [source.splitlines()[0] for source in line.shown] == ["## 1 The line", "Shown a step later.", "1 + 1"]
    assert line.code == ["1 + 1"]
    assert line.worked == ['print("never shown")']


def test_a_tasks_code_stands_with_it(live):
    task = live[9]
    assert task.shown == ["lesson.double", "lesson.double.check(...)"]
    assert task.code == ["lesson.double.check(...)"]
    assert task.worked == []


def test_what_is_said_or_skipped_is_not_shown(live):
    everything = " ".join(source for slide in live for source in [*slide.shown, *slide.worked])
    for hidden in ("Say it slowly", "Nobody sees", "Predict first", "| Part |"):
        assert hidden not in everything


def write_pair(folder, tag):
    """A notebook of one slide or none, as a pair; nothing in it has to be run."""
    source = folder / "01_small.py"
    source.write_text(f"# %% [markdown]{tag}\n# # A small notebook\n\n# %%\n1 + 1\n", encoding="utf-8")
    nbformat.write(jupytext.read(source), source.with_suffix(".ipynb"))
    return source


@pytest.fixture
def pair(tmp_path):
    return write_pair(tmp_path, ' slideshow={"slide_type": "slide"}')


@pytest.fixture
def started(pair, monkeypatch, tmp_path):
    """What JupyterLab is started with, on a course of one small notebook, and what it would find then."""
    seen = {}

    def start(arguments):
        seen["arguments"] = arguments
        told = dict(argument.partition("=")[::2] for argument in arguments if "=" in argument)
        root, settings = Path(told["--ServerApp.root_dir"]), Path(told["--LabApp.app_settings_dir"])
        seen["copy"] = nbformat.read(root / "01_small.ipynb", as_version=4)
        seen["settings"] = json.loads((settings / "overrides.json").read_text(encoding="utf-8"))
        seen["root"], seen["told"] = root, told

    monkeypatch.setattr(present, "notebook_sources", lambda names: [pair])
    monkeypatch.setattr(present, "start", start)
    monkeypatch.setenv(WORK_VARIABLE, str(tmp_path / "mine"))
    monkeypatch.setenv("JUPYTER_PREFER_ENV_PATH", "0")
    return seen


def test_a_copy_is_shown_and_nothing_of_it_is_left(started, pair, tmp_path):
    before = pair.with_suffix(".ipynb").read_bytes()
    assert present.main(["01", "--no-browser", "--port", "8899"]) == 0
    told = started["told"]
    assert started["arguments"][-3:] == ["--no-browser", "--port", "8899"]
    assert told["--LabApp.default_url"] == "/doc/tree/01_small.ipynb"
    assert os.environ[WORK_VARIABLE] == str(tmp_path / "mine")
    assert not started["root"].exists()
    assert pair.with_suffix(".ipynb").read_bytes() == before
    assert not list(tmp_path.glob("mine/*.ipynb"))


def test_the_copy_knows_its_slides_and_their_style(started):
    present.main(["01"])
    told = started["copy"].metadata[present.KEY]
    ids = {cell.id for cell in started["copy"].cells}
    assert all(set(slide["shown"]) <= ids for slide in told["slides"])
    assert ".reveal" in told["style"]


def test_each_setting_of_jupyter_is_given_once(started):
    present.main(["01"])
    names = [argument.partition("=")[0] for argument in started["arguments"] if "=" in argument]
    assert len(names) == len(set(names))
    assert started["settings"]["@jupyterlab/notebook-extension:tracker"]["windowingMode"] == "none"
    assert "@jupyter-widgets/jupyterlab-manager:plugin" in started["settings"]


def test_a_notebook_without_slides_is_one_sentence(started, tmp_path):
    write_pair(tmp_path, "")
    with pytest.raises(CourseError, match="01_small has no slides"):
        present.main(["01"])
    assert started == {}


def test_an_unknown_notebook_is_one_sentence():
    with pytest.raises(CourseError, match="'99' is not the name of one notebook"):
        present.main(["99"])
