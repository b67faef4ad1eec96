"""Folders and zips, also those that mean harm: each costs a sentence, and no valid entry beside it is lost."""

import errno
import io
import os
import stat
import struct
import zipfile
from pathlib import Path

import pytest
from ledger_samples import record
from mlprojects.classroom import sources
from mlprojects.classroom.collect import collect

GOOD = record(1).line()


def zipped(*members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "class"
    made.mkdir()
    (made / "good.jsonl").write_bytes(GOOD)
    return made


def noted(path):
    """The lines about a class's files; its one good entry must be there."""
    entries = collect(path)
    assert len(entries.frame) == 1, "the good entry is there, once"
    return entries.remarks(shown=True)


def test_links_are_not_followed(folder, tmp_path):
    secret = tmp_path / "secret.jsonl"
    secret.write_bytes(record(2).line())
    (folder / "link.jsonl").symlink_to(secret)
    (folder / "everything").symlink_to(tmp_path)
    (folder / "loop").symlink_to(folder)
    told = "a link to another place; it was not followed."
    assert noted(folder) == [f"everything: {told}", f"link.jsonl: {told}", f"loop: {told}"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(folder):
    os.mkfifo(folder / "pipe")
    assert noted(folder) == ["pipe: no ordinary file; it was not read."]


def test_what_may_not_be_read_is_said(folder, monkeypatch):
    (folder / "locked.jsonl").write_bytes(GOOD)
    opened = os.open

    def refused(path, *rest):  # as for a file of another user's; root may read them all
        if Path(path).name == "locked.jsonl":
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(path, *rest)

    monkeypatch.setattr(os, "open", refused)
    assert "cannot be read" in noted(folder)[0]


def test_foreign_broken_and_empty_files_cost_a_line_each(folder):
    (folder / "essay.docx").write_bytes(zipped(("word/document.xml", "<w/>")))
    (folder / "empty.jsonl").touch()
    (folder / "newer.jsonl").write_bytes(record(3).line().replace(b'"v":"1.0"', b'"v":"2.0"'))
    (folder / "half.jsonl").write_bytes(GOOD + record(4).line()[:50])
    (folder / ".DS_Store").write_bytes(b"\0\1")
    told = dict(line.split(": ", 1) for line in noted(folder))
    assert told.keys() == {"essay.docx", "empty.jsonl", "newer.jsonl", "half.jsonl"}
    assert "no entry of this course" in told["essay.docx"]
    assert told["empty.jsonl"] == "it is empty."
    assert "please update" in told["newer.jsonl"]
    assert told["half.jsonl"].startswith("1 line was set aside (line 2:")


def test_a_zip_is_read_like_a_folder_also_inside_one_and_once_more(folder, tmp_path):
    inner = zipped(("ledger.jsonl", record(2).line()))
    outer = zipped(("Ada_1_assignsubmission_file/hand-in.zip", inner), ("Ben/ledger.jsonl", record(3).line()))
    (folder / "all.zip").write_bytes(outer)
    assert len(collect(folder).frame) == 3
    (tmp_path / "all.zip").write_bytes(outer)
    assert len(collect(tmp_path / "all.zip").frame) == 2
    three = zipped(("b.zip", zipped(("a.zip", zipped(("a.jsonl", record(4).line()))))), ("good.jsonl", GOOD))
    (tmp_path / "deep.zip").write_bytes(three)
    assert noted(tmp_path / "deep.zip") == ["b.zip/a.zip: a zip in a zip in a zip; it was not read."]


def test_a_path_that_leads_out_is_a_label_and_nothing_is_written(tmp_path):
    path = tmp_path / "hand-in" / "tricks.zip"
    path.parent.mkdir()
    path.write_bytes(zipped(("../../evil.jsonl", GOOD), ("/etc/evil.jsonl", GOOD), ("C:\\evil.jsonl", GOOD)))
    before = sorted(tmp_path.rglob("*"))
    told = noted(path)
    assert sum("leads out of the zip" in line for line in told) == 3
    assert sorted(tmp_path.rglob("*")) == before


def test_a_link_in_a_zip_is_not_followed(tmp_path):
    link = zipfile.ZipInfo("link.jsonl")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = tmp_path / "links.zip"
    path.write_bytes(zipped((link, "/etc/passwd"), ("good.jsonl", GOOD)))
    assert noted(path) == ["link.jsonl: a link to another place; it was not followed."]


def test_a_bomb_is_not_unpacked(tmp_path, monkeypatch):
    path = tmp_path / "bomb.zip"
    path.write_bytes(zipped(("bomb.jsonl", bytes(30_000_000)), ("good.jsonl", GOOD)))
    read = []
    real = zipfile.ZipExtFile.read
    monkeypatch.setattr(zipfile.ZipExtFile, "read", lambda self, n=-1: read.append(n) or real(self, n))
    assert "unpacks to more than 200 times its size" in noted(path)[0]
    assert sum(read) < 8_000_000


def test_members_that_share_their_bytes_are_refused(tmp_path):
    content = bytearray(zipped(("a.jsonl", GOOD * 50), ("b.jsonl", GOOD * 50)))
    # Both entries of the directory point at the first member, and each claims nearly all of the file.
    place = content.find(b"PK\x01\x02")
    for _ in range(2):
        struct.pack_into("<I", content, place + 20, len(content))
        place = content.find(b"PK\x01\x02", place + 4)
    path = tmp_path / "overlap.zip"
    path.write_bytes(content)
    assert collect(path).remarks(shown=True) == [
        "overlap.zip: a zip that claims to hold more than its own size; it was not read."
    ]


def test_a_size_that_is_only_claimed_is_not_believed(tmp_path):
    content = bytearray(zipped(("good.jsonl", GOOD)))
    struct.pack_into("<I", content, content.find(b"PK\x01\x02") + 24, 2**30)
    path = tmp_path / "claims.zip"
    path.write_bytes(content)
    assert len(collect(path).frame) == 1


def test_of_a_damaged_member_what_can_be_read_is_read(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("good.jsonl", GOOD)
    content = bytearray(buffer.getvalue())
    content[content.find(b"answer")] ^= 1
    path = tmp_path / "damaged.zip"
    path.write_bytes(content)
    assert "it is damaged or locked" in " ".join(collect(path).remarks(shown=True))
    path.write_bytes(b"PK\x03\x04 and no more")
    assert collect(path).remarks(shown=True) == ["damaged.zip: no zip that can be read."]


def test_a_file_that_is_too_large_gives_what_comes_first(folder, monkeypatch):
    monkeypatch.setattr(sources, "LARGEST", len(GOOD) + 10)
    (folder / "large.jsonl").write_bytes(GOOD + record(5).line())
    assert "what comes after that was not read" in noted(folder)[0]


def test_names_are_shown_on_one_line():
    assert sources.shown("a\n<b>\x1b[31m" + "x" * 300).startswith("a�<b>�[31mxxx")
    assert len(sources.shown("x" * 300)) == 200


def test_nothing_there_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        collect(tmp_path / "missing")
