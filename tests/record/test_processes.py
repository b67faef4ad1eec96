"""Real processes: many that write at once, one that is killed, one whose disk is full."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from mlprojects.record import Ledger

WRITER = Path(__file__).parent / "ledger_writer.py"
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals and limits")


def start(folder, name, count, *trouble):
    command = [sys.executable, str(WRITER), str(folder), name, str(count), *trouble]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def numbers(ledger, name):
    return [r.data["number"] for r in ledger.records("answer", f"metrics/{name}")]


def test_four_kernels_at_once_lose_nothing(tmp_path):
    writers = [start(tmp_path, f"w{n}", 100) for n in range(4)]
    for writer in writers:
        assert writer.communicate(timeout=60)[0].split() == [str(n) for n in range(100)]
    ledger = Ledger(tmp_path)
    for n in range(4):
        assert numbers(ledger, f"w{n}") == list(range(100))
    assert len(ledger.path.read_bytes().splitlines()) == 400
    assert len({r.learner for r in ledger.records()}) == 1
    assert len({r.session for r in ledger.records()}) == 4
    assert ledger.notes == []


def test_threads_of_one_kernel_lose_nothing(tmp_path):
    ledger = Ledger(tmp_path)

    def write(name):
        for number in range(25):
            ledger.append("answer", f"metrics/{name}", {"number": number})

    threads = [threading.Thread(target=write, args=[f"t{n}"]) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    again = Ledger(tmp_path)
    assert [numbers(again, f"t{n}") for n in range(4)] == [list(range(25))] * 4


@posix_only
@pytest.mark.parametrize("after", [1, 7, 40])
def test_a_killed_kernel_loses_at_most_the_line_being_written(tmp_path, after):
    writer = start(tmp_path, "killed", 100_000)
    told = [int(writer.stdout.readline()) for _ in range(after)]
    os.kill(writer.pid, signal.SIGKILL)
    told += [int(line) for line in writer.communicate()[0].splitlines()]
    ledger = Ledger(tmp_path)
    found = numbers(ledger, "killed")
    assert found[: len(told)] == told
    assert len(found) <= len(told) + 1
    assert len(ledger.notes) <= 1
    assert ledger.append("answer", "metrics/next", {"number": 0}).note == ""
    assert numbers(Ledger(tmp_path), "next") == [0]


@posix_only
def test_a_kernel_killed_in_the_middle_of_a_line_loses_only_that_line(tmp_path):
    writer = start(tmp_path, "killed", 5, "die")
    assert writer.communicate()[0].split() == ["0", "1", "2", "3"]
    assert writer.returncode == -signal.SIGKILL
    ledger = Ledger(tmp_path)
    assert not ledger.path.read_bytes().endswith(b"\n")
    assert ledger.append("answer", "metrics/next", {"number": 0}).note == ""
    assert numbers(ledger, "killed") == [0, 1, 2, 3]
    assert numbers(Ledger(tmp_path), "next") == [0]
    assert [note.split(" was ")[0] for note in ledger.notes] == ["Line 5 of ledger.jsonl"]


@posix_only
def test_a_disk_that_is_really_full_delays_but_loses_nothing(tmp_path):
    *told, last = start(tmp_path, "full", 40, "full").communicate()[0].splitlines()
    saved = [line for line in told if line.isdigit()]
    refused = told[len(saved) :]
    assert 0 < len(saved) < 40
    assert all(note.startswith("Not saved yet") for note in refused)
    assert last == f"Saving works again, and what had waited ({len(refused)}) was saved too."
    ledger = Ledger(tmp_path)
    assert numbers(ledger, "full") == list(range(41))
    assert ledger.notes == []
