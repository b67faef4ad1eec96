"""No trouble with the disk, the lock or the file loses a record or stops the lesson."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock
from ledger_samples import answer, answers, record
from mlprojects.record import Ledger, current_ledger, writing

NOT_YET = "Not saved yet, because "
KEPT = "; it is kept while this notebook's kernel runs, and saved as soon as that works."


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


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (errno.ENOSPC, "the disk is full;"),
        (errno.EROFS, "the folder "),
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
        assert receipt.note.startswith(NOT_YET + reason)
        assert receipt.note.endswith(KEPT)
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


def test_an_answer_interrupted_after_it_was_written_is_not_written_twice(ledger, monkeypatch):
    def interrupt(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        answer(ledger, 1)
    monkeypatch.undo()
    answer(ledger, 2)
    assert answers(Ledger(ledger.path.parent)) == [1, 2]
    assert ledger.path.read_bytes().count(b"\n") == 2


def test_a_file_system_without_fsync_is_good_enough(ledger, monkeypatch):
    def fail(_):
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "fsync", fail)
    assert answer(ledger, 1).saved


def test_a_read_only_folder_is_one_sentence_simulated_because_root_may_write_all(ledger, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(FileLock, "acquire", refuse)
    assert answer(ledger, 1).note.endswith("or the file ledger.jsonl in it is read-only" + KEPT)
    assert answers(ledger) == [1]


@pytest.mark.parametrize("parent", ["missing", "a_file"])
def test_a_folder_that_is_none_is_one_sentence_and_is_not_made(tmp_path, parent):
    (tmp_path / "a_file").touch()
    ledger = Ledger(tmp_path / parent)
    assert answer(ledger, 1).note == f"{NOT_YET}the folder {parent} is not there{KEPT}"
    assert answers(ledger) == [1]
    assert not (tmp_path / "missing").exists()


def test_a_ledger_that_is_a_folder_is_one_sentence(ledger):
    ledger.path.mkdir()
    assert answer(ledger, 1).note.startswith(f"{NOT_YET}ledger.jsonl cannot be written (")
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
    assert "another program is writing to it (if none is, delete .ledger.jsonl.lock in that folder);" in note
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


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let a working directory go")
def test_a_working_directory_that_was_deleted_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.delenv("MLPROJECTS_WORK", raising=False)
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    ledger = current_ledger()
    assert answer(ledger, 1).note.startswith(NOT_YET)
    assert answers(current_ledger()) == [1]
    monkeypatch.chdir(tmp_path)
    assert ledger.flush().saved
    assert answers(Ledger(tmp_path)) == [1]


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
