"""`course class`: one page and one table; trouble is a sentence, and nothing else is overwritten."""

import io
import sys
from concurrent.futures import Future
from contextlib import nullcontext

import pytest
from ledger_samples import record
from mlprojects.course import classroom, cli
from mlprojects.course.house import CourseError


class FakePool:
    """Calculates in this process, and notes what it was asked."""

    def __init__(self):
        self.asked = []

    def submit(self, function, item):
        self.asked.append(item)
        future = Future()
        future.set_result(function(item))
        return future

    def shutdown(self, **_):
        pass


@pytest.fixture
def course(exercises, monkeypatch):
    """The command, with a course of a few exercises instead of all wings."""
    monkeypatch.setattr(classroom, "exercises", lambda: exercises)
    monkeypatch.setattr(classroom, "calculations", lambda: nullcontext(lambda wanted: {"sample/guess": "Model 3"}))
    return classroom.main


@pytest.fixture
def folder(write):
    return write(
        "Ada Abe/ledger.jsonl", [record(1, item="sample/winner", data={"value": ["Model 3"], "outcome": "right"})]
    )


@pytest.fixture
def here(folder, tmp_path, monkeypatch):
    """The class lies in the working directory, beside an empty folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()


def test_a_folder_becomes_a_page_and_a_table(course, folder, tmp_path, capsys):
    assert course([str(folder), "--to", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("1 learner, 1 entry, 1 file.")
    html, table = ((tmp_path / name).read_text(encoding="utf-8") for name in ("class.html", "class.csv"))
    assert "Ada" not in html + table
    assert "invented" not in html
    assert "Learner 1,sample,Winner,question,Model 3,,Model 3,1,yes" in table
    assert course([str(folder), "--names", "--to", str(tmp_path)]) == 0, "an earlier report is replaced"
    assert "Ada Abe" in (tmp_path / "class.html").read_text(encoding="utf-8")


def test_remarks_on_files_are_printed_with_their_names(course, folder, tmp_path, capsys):
    (folder / "essay.txt").write_text("Dear class", encoding="utf-8")
    course([str(folder), "--to", str(tmp_path)])
    assert "  essay.txt: no entry of this course is in it" in capsys.readouterr().out
    assert "essay" not in (tmp_path / "class.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["class.html", "class.csv"])
def test_what_is_no_report_is_not_replaced(course, folder, tmp_path, name):
    (tmp_path / name).write_text("my own", encoding="utf-8")
    with pytest.raises(CourseError, match="is no report of this command; name another folder with --to"):
        course([str(folder), "--to", str(tmp_path)])
    assert (tmp_path / name).read_text(encoding="utf-8") == "my own"
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == [name]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "Name the folder or the zip"),
        (["missing"], "There is no folder or zip"),
        (["class/Ada Abe", "--to", "nowhere"], "There is no folder nowhere"),
        (["--demo", "0"], "has 1 to 20,000 learners; got 0"),
        (["class", "--demo", "3"], "goes into a new or empty folder"),
        (["empty"], "There is no entry of this course in empty"),
    ],
)
@pytest.mark.usefixtures("here")
def test_trouble_is_one_sentence(course, arguments, told):
    with pytest.raises(CourseError, match=told):
        course(arguments)


def test_a_demo_is_invented_and_may_be_kept(course, tmp_path, capsys):
    assert course([str(tmp_path / "invented"), "--demo", "5", "--to", str(tmp_path)]) == 0
    assert "5 learners" in capsys.readouterr().out
    assert len(list((tmp_path / "invented").iterdir())) == 5
    assert "This class is invented" in (tmp_path / "class.html").read_text(encoding="utf-8")
    assert course(["--demo", "2", "--to", str(tmp_path)]) == 0


def test_it_is_one_of_the_commands(folder, capsys):
    assert cli.main(["class", "missing"]) == 1
    assert capsys.readouterr().err.startswith("There is no folder or zip missing")


def test_the_calculations_of_a_wing_come_from_another_process(monkeypatch, tmp_path):
    some = {"welcome/at_least_one": classroom.exercises()["welcome/at_least_one"]}
    monkeypatch.setattr(classroom, "exercises", lambda: some)
    monkeypatch.setattr(classroom, "REMEMBERED", tmp_path / "new" / "calculations.json")
    with classroom.calculations() as said:
        assert said(["welcome/at_least_one", "gone/long_ago"]) == {"welcome/at_least_one": 88.2}


def test_a_calculation_is_made_once_until_the_course_changes(monkeypatch, tmp_path):
    pool, item = FakePool(), "welcome/at_least_one"
    some = {item: classroom.exercises()[item]}
    monkeypatch.setattr(classroom, "exercises", lambda: some)
    monkeypatch.setattr(classroom, "REMEMBERED", tmp_path / "new" / "calculations.json")
    monkeypatch.setattr(classroom, "ProcessPoolExecutor", lambda *_, **__: nullcontext(pool))
    for _ in range(2):
        with classroom.calculations() as said:
            assert said([item]) == {item: 88.2}
    assert pool.asked == [item]
    monkeypatch.setattr("mlprojects.classroom.remembered.fingerprint", lambda *_: "another course")
    with classroom.calculations() as said:
        assert said([item]) == {item: 88.2}
    assert pool.asked == [item, item]


def test_the_bar_is_drawn_on_a_terminal_only(monkeypatch):
    screen = io.StringIO()
    monkeypatch.setattr(sys, "stderr", screen)
    assert classroom.bar("Reading")([1, 2]) == [1, 2]
    screen.isatty = lambda: True
    assert list(classroom.bar("Reading")([1, 2])) == [1, 2]
    assert screen.getvalue().endswith(f"\rReading      [{'#' * 30}] 2 of 2\n")


def test_the_exercises_of_all_wings_are_found_and_each_has_a_part():
    found = classroom.exercises()
    assert {item.partition("/")[0] for item in found} >= {"welcome", "lifecycle", "prioritizing", "metrics"}
    assert {each.part for each in found.values()} >= {"questions", "predictions", "tasks", "forms", "boards"}
    modules = list(dict.fromkeys(item.partition("/")[0] for item in found))
    assert modules.index("welcome") < modules.index("lifecycle") < modules.index("metrics")
