"""The ledger as lessons use it: what is appended is found again, and nothing in the file is changed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from ledger_samples import DATA, ITEM, answer, answers, joined, patient, record
from mlprojects import __version__
from mlprojects.record import Ledger, current_ledger


def test_what_is_appended_is_found_again_by_another_kernel(ledger, tmp_path):
    assert answer(ledger, 1).saved
    assert answer(ledger, 2).note == ""
    ledger.append("hint", ITEM, {"step": 1})
    again = Ledger(tmp_path)
    assert again.records() == ledger.records()
    assert answers(again) == [1, 2]
    assert again.latest("answer", ITEM).data == {"n": 2}
    assert again.latest("hint", ITEM).data == {"step": 1}
    assert again.latest("hint", "metrics/other") is None
    assert (again.latest("answer", ITEM).course, again.notes) == (__version__, [])


@patient
@given(DATA)
def test_any_json_survives_the_disk(tmp_path_factory, data):
    folder = tmp_path_factory.getbasetemp()
    assert Ledger(folder).append("answer", ITEM, data).saved
    assert joined(Ledger(folder).latest("answer", ITEM).data) == joined(data)


def test_the_learner_is_made_once_and_travels_with_the_file(ledger, tmp_path):
    answer(ledger, 1)
    home = tmp_path / "home"
    home.mkdir()
    (home / "ledger.jsonl").write_bytes(ledger.path.read_bytes())
    elsewhere = Ledger(home)
    answer(elsewhere, 2)
    assert {r.learner for r in elsewhere.records()} == {ledger.learner}
    assert Ledger(home).learner == ledger.learner


def test_two_kernels_that_begin_at_once_agree_on_the_learner(tmp_path):
    first, second = Ledger(tmp_path), Ledger(tmp_path)
    assert first.learner != second.learner
    answer(first, 1)
    answer(second, 2)
    assert first.learner == second.learner
    assert len({r.learner for r in first.records()}) == 1


def test_a_record_made_before_the_file_could_be_read_takes_the_files_learner(tmp_path):
    folder = tmp_path / "work"
    ledger = Ledger(folder)
    assert not answer(ledger, 1).saved
    folder.mkdir()
    (folder / "ledger.jsonl").write_bytes(record(0, learner="learner-of-the-file", data={"n": 0}).line())
    assert ledger.flush().saved
    assert answers(Ledger(folder)) == [0, 1]
    assert {r.learner for r in Ledger(folder).records()} == {"learner-of-the-file"}


def test_a_clock_set_back_does_not_hide_the_newest_answer(ledger):
    ledger.path.write_bytes(record(0, time="2926-01-01T00:00:00.000000Z", data={"n": 0}).line())
    answer(ledger, 1)
    answer(ledger, 2)
    assert ledger.latest("answer", ITEM).data == {"n": 2}
    assert answers(ledger) == [0, 1, 2]


def test_a_killed_writers_line_does_not_swallow_the_next(ledger):
    answer(ledger, 1)
    with ledger.path.open("ab") as file:
        file.write(b'{"v":"1.0","id":"cut-sho')
    assert answer(ledger, 2).saved
    assert answers(ledger) == [1, 2]
    assert [note.split(" was ")[0] for note in ledger.notes] == ["Line 2 of ledger.jsonl"]


def test_what_is_in_the_file_is_never_changed(ledger):
    before = b'\xef\xbb\xbf{"v":"9.0","from":"the future"}\r\njunk\n\n' + record(0, data={"n": 0}).line().rstrip()
    ledger.path.write_bytes(before)
    answer(ledger, 1)
    assert ledger.path.read_bytes().startswith(before + b"\n{")
    assert answers(ledger) == [0, 1]


@pytest.mark.parametrize("data", [{"x": float("nan")}, {"x": {1}}, {1: 2}, [1], "text", None, {"x": "y" * 10_000_000}])
def test_bad_data_is_refused_in_one_sentence_and_leaves_no_trace(ledger, data):
    receipt = ledger.append("answer", ITEM, data)
    assert not receipt.saved
    assert receipt.note.startswith("This entry was not recorded: ")
    assert receipt.note.endswith(".")
    assert ledger.records() == []
    assert not ledger.path.exists()
    assert ledger.flush().saved


@pytest.mark.parametrize(("kind", "item"), [("Answer!", ITEM), ("answer", "sample"), ("answer", "../../x"), (3, ITEM)])
def test_a_kind_or_item_that_does_not_fit_is_refused(ledger, kind, item):
    assert "does not fit" in ledger.append(kind, item, {}).note


def test_in_a_browser_no_lock_file_is_needed(ledger, monkeypatch):
    monkeypatch.setattr(sys, "platform", "emscripten")
    assert answer(ledger, 1).saved
    assert list(ledger.path.parent.iterdir()) == [ledger.path]


def test_the_current_ledger_follows_the_variable_and_the_working_directory(tmp_path, monkeypatch):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("MLPROJECTS_WORK", str(tmp_path / "a"))
    first = current_ledger()
    assert first.path == tmp_path / "a" / "ledger.jsonl"
    assert current_ledger() is first
    monkeypatch.setenv("MLPROJECTS_WORK", str(tmp_path / "a" / ".." / "a"))
    assert current_ledger() is first
    for variable in ("", None):
        monkeypatch.delenv("MLPROJECTS_WORK") if variable is None else monkeypatch.setenv("MLPROJECTS_WORK", variable)
        monkeypatch.chdir(tmp_path / "b")
        assert current_ledger().path == tmp_path / "b" / "ledger.jsonl"
        assert current_ledger().path == Path.cwd() / "ledger.jsonl"


def test_importing_the_ledger_loads_nothing_heavy():
    script = "import sys, json, mlprojects.record; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    heavy = {"jsonschema", "fastjsonschema", "filelock", "numpy", "pandas", "matplotlib", "IPython"}
    assert heavy.isdisjoint(json.loads(done.stdout))


def test_a_ledger_says_where_it_is(tmp_path):
    assert repr(Ledger(tmp_path)) == f"Ledger({str(tmp_path)!r})"
