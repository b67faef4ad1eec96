"""`course export` and `course import`: one learner on two machines, and nothing is lost or overwritten."""

import pytest
from ledger_samples import answer, answers
from mlprojects.course import exporting, importing
from mlprojects.course.house import CourseError
from mlprojects.record import Ledger, read_ledger


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """Sits down at a machine: its folder is the learner's from then on."""

    def sit(name):
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        monkeypatch.setenv("MLPROJECTS_WORK", str(folder))
        monkeypatch.chdir(folder)
        return Ledger(folder)

    return sit


def test_what_was_done_in_one_place_is_there_in_the_other(machine, tmp_path, capsys):
    answer(machine("lab"), 1)
    assert exporting.main(["--to", str(tmp_path / "mine.jsonl")]) == 0
    home = machine("home")
    answer(home, 2)
    before = home.path.read_bytes()
    assert importing.main([str(tmp_path / "mine.jsonl")]) == 0
    assert answers(home) == [1, 2]
    assert home.path.read_bytes().startswith(before), "what was here stays as it was"
    assert "1 of 1 entries were added" in capsys.readouterr().out
    importing.main([str(tmp_path / "mine.jsonl")])
    assert answers(home) == [1, 2], "twice is once"


def test_a_folder_that_is_not_there_yet_is_made(machine, tmp_path, monkeypatch):
    answer(machine("lab"), 1)
    exporting.main(["--to", str(tmp_path / "mine.jsonl")])
    monkeypatch.setenv("MLPROJECTS_WORK", str(tmp_path / "new"))
    importing.main([str(tmp_path / "mine.jsonl")])
    assert answers(Ledger(tmp_path / "new")) == [1]


def test_an_entry_that_was_edited_elsewhere_does_not_change_the_one_here(machine, tmp_path):
    here = machine("lab")
    answer(here, 1)
    edited = here.path.read_bytes().replace(b'"n":1', b'"n":9')
    (tmp_path / "edited.jsonl").write_bytes(edited)
    importing.main([str(tmp_path / "edited.jsonl")])
    assert answers(here) == [1]


def test_without_a_name_the_file_is_called_by_the_random_id_and_holds_all(machine, capsys):
    lab = machine("lab")
    answer(lab, 1)
    exporting.main([])
    (made,) = lab.path.parent.glob("ml-projects-*.jsonl")
    assert lab.learner[:8] in made.name
    assert read_ledger(made)[0] == lab.records()
    answer(lab, 2)
    exporting.main([])
    assert len(read_ledger(made)[0]) == 2, "an earlier export of the same is renewed"
    assert str(made.name) in capsys.readouterr().out


def test_a_file_that_holds_something_else_is_not_overwritten(machine, tmp_path):
    other = machine("home")
    answer(other, 7)
    lab = machine("lab")
    answer(lab, 1)
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear class", encoding="utf-8")
    for path in (letter, other.path):
        before = path.read_bytes()
        with pytest.raises(CourseError, match="holds something else; name another file"):
            exporting.main(["--to", str(path)])
        assert path.read_bytes() == before


def test_nothing_to_export_nothing_to_import_and_nowhere_to_write_are_said(machine, tmp_path):
    lab = machine("lab")
    with pytest.raises(CourseError, match="nothing to export yet"):
        exporting.main([])
    answer(lab, 1)
    with pytest.raises(CourseError, match="cannot be written"):
        exporting.main(["--to", str(tmp_path / "missing" / "mine.jsonl")])
    with pytest.raises(CourseError, match=r"missing.jsonl has no entry"):
        importing.main([str(tmp_path / "missing.jsonl")])


def test_a_damaged_line_is_told_and_costs_no_other(machine, tmp_path, capsys):
    lab = machine("lab")
    answer(lab, 1)
    broken = tmp_path / "broken.jsonl"
    broken.write_bytes(b"{\n" + lab.path.read_bytes())
    home = machine("home")
    importing.main([str(broken)])
    assert answers(home) == [1]
    assert "Line 1 of broken.jsonl was set aside" in capsys.readouterr().out


def test_what_cannot_be_added_is_said(machine, tmp_path, monkeypatch):
    lab = machine("lab")
    answer(lab, 1)
    exporting.main(["--to", str(tmp_path / "mine.jsonl")])
    home = machine("home")
    home.path.mkdir()
    with pytest.raises(CourseError, match="Nothing was added, because"):
        importing.main([str(tmp_path / "mine.jsonl")])
