"""A ledger file: all that can be read is read, the rest has a sentence with its line number."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_samples import patient, record
from mlprojects.record import read_ledger
from mlprojects.record.reading import LONGEST_READ, MOST_NOTES, Reader

FIXTURE = Path(__file__).parent / "fixtures" / "ledger_v1.jsonl"
NEWER = "it was written by a newer version of the course, so please update to see it"
JUNK = st.binary(max_size=60).map(lambda junk: junk + b"\n")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ledger.jsonl"


def lines(*numbers):
    return b"".join(record(number).line() for number in numbers)


def numbers(records):
    return [r.data["number"] for r in records]


def test_the_ledger_of_version_1_is_read_for_ever():
    records, notes = read_ledger(FIXTURE)
    assert [(r.kind, r.item) for r in records] == [
        ("prediction", "metrics/which_model_wins"),
        ("hint", "metrics/which_under_floor"),
        ("answer", "metrics/which_under_floor"),
        ("attempt", "metrics/f_beta"),
        ("brief", "metrics/my_metric"),
        ("answer", "metrics/which_under_floor"),
    ]
    assert {r.learner for r in records} == {"3f0c2f0e6d4b4a7c9a54d0a1f2b3c4d5"}
    assert records[4].data == {"name": "성공률 <b>grasp</b>", "unit": "%", "direction": "up", "threshold": 0.9}
    assert records[5].extra == {"duration": 12.5}
    assert notes == [
        f"Line 7 of ledger_v1.jsonl was set aside: {NEWER}.",
        "Line 8 of ledger_v1.jsonl was set aside: it is not JSON (cut short, damaged, or from another program).",
    ]


@patient
@given(st.lists(JUNK, max_size=6), st.randoms(use_true_random=False))
def test_no_garbage_between_lines_costs_a_line(tmp_path_factory, junk, random):
    path = tmp_path_factory.getbasetemp() / "garbage.jsonl"
    content = [record(number).line() for number in range(5)] + junk
    random.shuffle(content)
    path.write_bytes(b"".join(content))
    assert numbers(read_ledger(path)[0]) == list(range(5))


@patient
@given(st.integers(0, 700))
def test_a_file_cut_anywhere_loses_only_the_line_it_was_cut_in(tmp_path_factory, cut):
    path = tmp_path_factory.getbasetemp() / "cut.jsonl"
    whole = lines(0, 1, 2)
    path.write_bytes(whole[:cut])
    records, notes = read_ledger(path)
    complete = len([end for end in (len(lines(0)), len(lines(0, 1)), len(whole)) if end - 1 <= cut])
    assert numbers(records) == list(range(complete))
    assert len(notes) <= 1


def test_each_bad_line_has_one_sentence_with_its_number(path):
    bad = [b"not json\n", b"\n", b"[1, 2]\n", b"\x00\xff\x13\n", lines(0), b'{"v": "7.0"}\n', b'{"v": "1.0"}\n']
    path.write_bytes(b"\xef\xbb\xbf" + lines(0) + b"".join(bad) + lines(1).replace(b"\n", b"\r\n") + b'{"v": "1')
    records, notes = read_ledger(path)
    assert numbers(records) == [0, 1]
    assert [note.split(" of ")[0] for note in notes] == [f"Line {n}" for n in (2, 4, 5, 6, 7, 8, 10)]
    assert "repeats the record of line 1" in notes[3]
    assert "please update" in notes[4]
    assert "no 'id'" in notes[5]
    assert all(note.count(".jsonl") == 1 and note.endswith(".") for note in notes)


def test_a_flood_of_bad_lines_is_counted_instead_of_listed(path):
    path.write_bytes(b"junk\n" * (MOST_NOTES + 50) + lines(1))
    records, notes = read_ledger(path)
    assert numbers(records) == [1]
    assert len(notes) == MOST_NOTES + 1
    assert notes[-1] == "50 more lines of ledger.jsonl were set aside."


def test_an_endless_line_is_skipped(path):
    path.write_bytes(lines(0) + b"x" * (3 * LONGEST_READ) + b"\n" + lines(1))
    records, notes = read_ledger(path)
    assert numbers(records) == [0, 1]
    assert notes == ["Line 2 of ledger.jsonl was set aside: it is longer than any record."]


def test_a_last_line_without_newline_counts_and_is_not_counted_twice(path):
    path.write_bytes(lines(0, 1).rstrip())
    reader = Reader(path)
    reader.refresh()
    assert numbers(reader.records) == [0, 1]
    path.write_bytes(lines(0, 1, 2))
    reader.refresh()
    assert numbers(reader.records) == [0, 1, 2]
    assert reader.notes == []


def test_a_line_seen_half_written_is_read_when_it_is_whole(path):
    path.write_bytes(lines(0) + lines(1)[:50])
    reader = Reader(path)
    reader.refresh()
    assert numbers(reader.records) == [0]
    assert reader.notes[0].startswith("Line 2")
    path.write_bytes(lines(0, 1))
    reader.refresh()
    assert numbers(reader.records) == [0, 1]
    assert reader.notes == []


def test_only_what_was_added_is_read_again(path, monkeypatch):
    path.write_bytes(lines(*range(50)))
    reader = Reader(path)
    reader.refresh()
    seen = []
    monkeypatch.setattr("mlprojects.record.reading.parse", lambda raw: seen.append(raw) or record(50))
    reader.refresh()
    assert seen == []
    with path.open("ab") as file:
        file.write(lines(50))
    reader.refresh()
    assert seen == [lines(50)]
    assert numbers(reader.records) == list(range(51))


@pytest.mark.parametrize("other", [[3], [3, 4, 5, 6, 7], [3, 4, 5]], ids=["shorter", "longer", "as long"])
@pytest.mark.parametrize("way", ["in place", "renamed"])
def test_another_file_in_its_place_is_read_anew(path, tmp_path, other, way):
    path.write_bytes(lines(0, 1, 2))
    reader = Reader(path)
    reader.refresh()
    target = path if way == "in place" else tmp_path / "other"
    target.write_bytes(lines(*other))
    os.utime(target, (1, 1))  # as a copy that keeps times does
    target.replace(path)
    reader.refresh()
    assert numbers(reader.records) == other


def test_a_line_edited_in_place_is_read_anew(path):
    path.write_bytes(lines(0, 1, 2, 3))
    reader = Reader(path)
    reader.refresh()
    path.write_bytes(lines(0, 1, 2, 3).replace(b'"number":0', b'"number":8'))
    os.utime(path, (1, 1))  # a clock too coarse to tell the two writings apart is not the point here
    reader.refresh()
    assert numbers(reader.records) == [8, 1, 2, 3]


def test_a_file_that_disappears_stays_in_memory(path):
    path.write_bytes(lines(0))
    reader = Reader(path)
    reader.refresh()
    path.unlink()
    reader.refresh()
    assert (numbers(reader.records), reader.vanished) == ([0], True)
    path.write_bytes(lines(1))
    reader.refresh()
    assert (numbers(reader.records), reader.vanished) == ([1], False)


def test_records_are_in_order_of_time_whatever_the_order_of_lines(path):
    path.write_bytes(lines(2, 0) + lines(1).rstrip())
    assert numbers(read_ledger(path)[0]) == [0, 1, 2]


def test_a_missing_file_and_a_folder_are_sentences(path):
    assert read_ledger(path) == ([], ["ledger.jsonl is not there."])
    path.mkdir()
    assert read_ledger(path) == ([], ["ledger.jsonl cannot be read (it is not an ordinary file)."])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_named_pipe_does_not_hang_the_reader(path):
    os.mkfifo(path)
    assert read_ledger(path)[1] == ["ledger.jsonl cannot be read (it is not an ordinary file)."]


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights on Windows")
def test_a_symbolic_link_is_followed(path, tmp_path):
    (tmp_path / "elsewhere").write_bytes(lines(0))
    path.symlink_to(tmp_path / "elsewhere")
    assert numbers(read_ledger(path)[0]) == [0]


def test_a_file_the_system_will_not_open_is_a_sentence_simulated_because_root_may_read_all(path, monkeypatch):
    path.write_bytes(lines(0))

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert read_ledger(path) == ([], ["ledger.jsonl cannot be read (Permission denied)."])
