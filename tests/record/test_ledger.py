"""The ledger as lessons use it: what is appended is found again, and no trouble with the disk loses anything."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import given
from ledger_samples import DATA, joined, patient, record
from mlprojects import __version__
from mlprojects.record import Ledger, current_ledger, writing

ITEM = "metrics/sample"
KEPT = "Not saved yet, but kept for as long as this notebook's kernel runs, because "


@pytest.fixture
def ledger(tmp_path):
    return Ledger(tmp_path)


def answers(ledger):
    return [r.data["n"] for r in ledger.records("answer", ITEM)]


def answer(ledger, number):
    return ledger.append("answer", ITEM, {"n": number})


class Disk:
    """Stands for the module `os` in `writing`: its `write` takes `room` more bytes, then raises."""

    def __init__(self, room, error=errno.ENOSPC):
        self.room, self.error = room, error

    def __getattr__(self, name):
        return getattr(os, name)

    def write(self, descriptor, content):
        if not self.room:
            raise OSError(self.error, os.strerror(self.error))
        written = os.write(descriptor, content[: self.room])
        self.room -= written
        return written


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


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (errno.ENOSPC, "the disk is full."),
        (errno.EROFS, "or the file ledger.jsonl in it is read-only."),
        (errno.EIO, "ledger.jsonl cannot be written ("),
    ],
)
@pytest.mark.parametrize("room", [0, 1, 100])
def test_a_full_or_broken_disk_is_one_sentence_and_all_is_written_later(ledger, monkeypatch, error, reason, room):
    answer(ledger, 1)
    before = ledger.path.read_bytes()
    monkeypatch.setattr(writing, "os", Disk(room, error))
    for number in (2, 3):
        receipt = answer(ledger, number)
        assert not receipt.saved
        assert receipt.note.startswith(KEPT)
        assert reason in receipt.note
    assert ledger.path.read_bytes() == before
    assert answers(ledger) == [1, 2, 3]
    monkeypatch.undo()
    assert answer(ledger, 4).note == "Saving works again, and what had waited (2) was saved too."
    assert answers(Ledger(ledger.path.parent)) == [1, 2, 3, 4]
    assert ledger.notes == []


def test_a_disk_that_takes_a_line_in_pieces_gets_all_of_it(ledger, monkeypatch):
    class Slow(Disk):
        def write(self, descriptor, content):
            return os.write(descriptor, content[:7])

    monkeypatch.setattr(writing, "os", Slow(0))
    assert answer(ledger, 1).saved
    assert answers(Ledger(ledger.path.parent)) == [1]


def test_a_line_that_cannot_be_flushed_counts_as_waiting_and_is_not_there_twice(ledger, monkeypatch):
    def fail(_):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    assert not answer(ledger, 1).saved
    assert answers(ledger) == [1]
    monkeypatch.undo()
    answer(ledger, 2)
    assert answers(ledger) == answers(Ledger(ledger.path.parent)) == [1, 2]


def test_a_file_system_without_fsync_is_good_enough(ledger, monkeypatch):
    def fail(_):
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "fsync", fail)
    assert answer(ledger, 1).saved


def test_a_read_only_folder_is_one_sentence_simulated_because_root_may_write_all(ledger, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(FileLock, "acquire", refuse)
    assert answer(ledger, 1).note.endswith("in it is read-only.")
    assert answers(ledger) == [1]


@pytest.mark.parametrize("parent", ["missing", "a_file"])
def test_a_folder_that_is_none_is_one_sentence_and_is_not_made(tmp_path, parent):
    (tmp_path / "a_file").touch()
    ledger = Ledger(tmp_path / parent)
    assert answer(ledger, 1).note == f"{KEPT}the folder {parent} is not there."
    assert answers(ledger) == [1]
    assert not (tmp_path / "missing").exists()


def test_a_ledger_that_is_a_folder_is_one_sentence(ledger):
    ledger.path.mkdir()
    assert answer(ledger, 1).note.startswith(f"{KEPT}ledger.jsonl cannot be written (")
    assert answers(ledger) == [1]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a Linux device")
def test_a_ledger_that_is_a_device_is_one_sentence(ledger):
    ledger.path.symlink_to("/dev/full")
    assert "it is not an ordinary file" in answer(ledger, 1).note
    assert ledger.notes == ["ledger.jsonl cannot be read (it is not an ordinary file)."]


def test_a_lock_that_is_held_is_one_sentence_and_the_record_waits(ledger, monkeypatch):
    monkeypatch.setattr(writing, "LOCK_SECONDS", 0.05)
    with FileLock(writing.lock_of(ledger.path)):
        note = answer(ledger, 1).note
    assert note.endswith("another program is writing to it (if none is, delete .ledger.jsonl.lock in that folder).")
    assert not ledger.path.exists()
    assert ledger.flush().note == ""
    assert answers(Ledger(ledger.path.parent)) == [1]


def test_a_ledger_that_disappears_is_written_again_from_memory(ledger):
    answer(ledger, 1)
    learner = ledger.learner
    ledger.path.unlink()
    assert answers(ledger) == [1]
    assert answer(ledger, 2).note.startswith("ledger.jsonl had disappeared, so it was written again")
    assert answers(Ledger(ledger.path.parent)) == [1, 2]
    assert (ledger.learner, answer(ledger, 3).note) == (learner, "")


def test_a_ledger_restored_from_elsewhere_while_the_kernel_runs_is_taken_up(ledger):
    answer(ledger, 1)
    ledger.path.write_bytes(b"".join(record(n, data={"n": n}).line() for n in (7, 8)))
    assert answers(ledger) == [7, 8]
    answer(ledger, 9)
    assert answers(Ledger(ledger.path.parent)) == [7, 8, 9]
    assert ledger.learner == "learner-1"


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


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let a working directory go")
def test_a_working_directory_that_was_deleted_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.delenv("MLPROJECTS_WORK", raising=False)
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert answer(current_ledger(), 1).note.startswith(KEPT)
    assert answers(current_ledger()) == [1]
    monkeypatch.chdir(tmp_path)
    current_ledger().flush()


def test_what_waits_is_written_when_the_kernel_ends(tmp_path):
    script = (
        "import os; from mlprojects.record import current_ledger;"
        "print(current_ledger().append('answer', 'metrics/sample', {'n': 1}).saved);"
        "os.mkdir(os.environ['MLPROJECTS_WORK'])"
    )
    variables = os.environ | {"MLPROJECTS_WORK": str(tmp_path / "work")}
    done = subprocess.run([sys.executable, "-c", script], env=variables, check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "False"
    assert answers(Ledger(tmp_path / "work")) == [1]


def test_importing_the_ledger_loads_nothing_heavy():
    script = "import sys, json, mlprojects.record; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    heavy = {"jsonschema", "fastjsonschema", "filelock", "numpy", "pandas", "matplotlib", "IPython"}
    assert heavy.isdisjoint(json.loads(done.stdout))


def test_a_ledger_says_where_it_is(tmp_path):
    assert repr(Ledger(tmp_path)) == f"Ledger({str(tmp_path)!r})"
