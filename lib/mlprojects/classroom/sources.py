"""The files of a class: from a folder or a zip, read where they lie. Nothing is unpacked, no link is followed.

Whatever a name in a zip says, it is a label and never a path. A member is unpacked in memory and only as far as a
ledger could go: random ids hardly shrink, so what unpacks to hundreds of times its size is none.
"""

from __future__ import annotations

import io
import os
import stat
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from mlprojects.words import count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    Progress = Callable[[list["Place"]], Iterable["Place"]]

LARGEST = 64 * 1024 * 1024
"""Bytes of one file that are read: a thousand times what a course fills."""
MOST_SHRUNK = 200
"""How many times smaller a zip can make a ledger at most; measured: ledgers of the course shrink 4 to 12 times."""
ALWAYS_READ = 64 * 1024
CHUNK = 1024 * 1024
DEEPEST = 2
"""Zips in zips: a learning platform packs what may be one zip a learner."""
MOST_FILES = 200_000
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    ImportError,
)
"""What `zipfile` raises for a member that is damaged, locked by a password, or packed in a way Python cannot read."""


@dataclass(frozen=True)
class Source:
    """One file, or why it was not read.

    Attributes:
        label: Its name as people read it, with the folders in front.
        content: Its bytes; empty if it was not read.
        note: Empty, or what is to be said about it; never with a name in it, since names are not always shown.
    """

    label: str
    content: bytes = b""
    note: str = ""


@dataclass(frozen=True)
class Place:
    """Where one or more sources are: a file of a folder, or a member of a zip.

    Attributes:
        label: As in `Source`.
        read: Gives the sources.
    """

    label: str
    read: Callable[[], Iterator[Source]]


def sources(path: Path, progress: Progress | None = None) -> Iterator[Source]:
    """Every file in a folder or a zip, in the order of the names.

    Args:
        path: The folder, the zip, or one file.
        progress: A wrapper for the list of files, such as a progress bar.

    Raises:
        FileNotFoundError: If there is nothing at `path`.
    """
    if not path.exists():
        raise FileNotFoundError(path)
    if path.is_file() and _zipped(path.name):
        with path.open("rb") as file:
            yield from _read(_in_zip(file, path.name, 1, ""), progress)
    else:
        folder = path.is_dir()
        places = sorted(_in_folder(path, ""), key=lambda place: place.label) if folder else [_file(path, path.name)]
        yield from _read(places, progress)


def _read(places: list[Place], progress: Progress | None) -> Iterator[Source]:
    for place in progress(places) if progress else places:
        yield from place.read()


def shown(label: str) -> str:
    """A name as it can be shown on one line: without control characters, at most 200 characters."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in label)[:200]


# Folders --------------------------------------------------------------------------------------------------------------


def _in_folder(folder: Path, before: str) -> Iterator[Place]:
    try:
        entries = list(os.scandir(folder))
    except OSError as error:
        yield _said(before or str(folder), f"a folder that cannot be opened ({error.strerror})")
        return
    for entry in entries:
        label = f"{before}{shown(entry.name)}"
        if entry.is_symlink():
            yield _said(label, "a link to another place; it was not followed")
        elif entry.is_dir(follow_symlinks=False):
            if not _hidden(entry.name):
                yield from _in_folder(folder / entry.name, f"{label}/")
        elif not _hidden(entry.name):
            yield _file(folder / entry.name, label)


def _file(path: Path, label: str) -> Place:
    return Place(label, lambda: _read_file(path, label))


def _read_file(path: Path, label: str) -> Iterator[Source]:
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                yield Source(label, note="no ordinary file; it was not read")
            elif _zipped(label):
                for place in _in_zip(file, label, 1, f"{label}/"):
                    yield from place.read()
            else:
                yield _cut(label, file.read(LARGEST + 1))
    except OSError as error:
        yield Source(label, note=f"it cannot be read ({error.strerror or 'unknown reason'})")


# Zips -----------------------------------------------------------------------------------------------------------------


def _in_zip(file: IO[bytes], label: str, depth: int, before: str) -> list[Place]:
    """A place for each member; nothing is read yet."""
    try:
        archive = zipfile.ZipFile(file)
        members = archive.infolist()
        size = file.seek(0, io.SEEK_END)
    except DAMAGED:
        return [_said(label, "no zip that can be read")]
    if sum(member.compress_size for member in members) > size:
        return [_said(label, "a zip that claims to hold more than its own size; it was not read")]
    members = [member for member in members if not member.is_dir() and not _hidden(member.filename)]
    places = [_member(archive, member, depth, before) for member in members[:MOST_FILES]]
    if len(members) > MOST_FILES:
        places.append(_said(label, f"a zip of {count(len(members), 'file')}; only the first {MOST_FILES:,} were read"))
    return sorted(places, key=lambda place: place.label)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, depth: int, before: str) -> Place:
    label = f"{before}{shown(member.filename)}"
    if stat.S_ISLNK(member.external_attr >> 16):
        return _said(label, "a link to another place; it was not followed")
    return Place(label, lambda: _read_member(archive, member, depth, label))


def _read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, depth: int, label: str) -> Iterator[Source]:
    # Since nothing is unpacked onto the disk, such a name does no harm; but whoever made the zip should be asked.
    parts = member.filename.replace("\\", "/").split("/")
    if ".." in parts or not parts[0] or ":" in parts[0]:
        yield Source(label, note="a name that leads out of the zip; it was read where it is, and nothing was unpacked")
    content, fault = _unpacked(archive, member)
    if _zipped(member.filename) and not fault:
        if depth >= DEEPEST:
            yield Source(label, note="a zip in a zip in a zip; it was not read")
            return
        for place in _in_zip(io.BytesIO(content), label, depth + 1, f"{label}/"):
            yield from place.read()
        return
    cut = _cut(label, content)
    yield Source(label, cut.content, fault or cut.note)


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> tuple[bytes, str]:
    """A member's bytes as far as they can be had, and what is wrong with it, if anything is."""
    read = bytearray()
    try:
        with archive.open(member) as stream:
            while len(read) <= LARGEST and (chunk := stream.read(ALWAYS_READ if len(read) < CHUNK else CHUNK)):
                read += chunk
                if len(read) > ALWAYS_READ and len(read) > MOST_SHRUNK * member.compress_size:
                    return (
                        b"",
                        f"it unpacks to more than {MOST_SHRUNK} times its size, so it is no ledger and was not read",
                    )
    except DAMAGED:
        return bytes(read), "it is damaged or locked; what could be read of it was read"
    return bytes(read), ""


# Small things ---------------------------------------------------------------------------------------------------------


def _cut(label: str, content: bytes) -> Source:
    """A file that is not longer than is read; of a longer one its whole lines up to there."""
    if len(content) <= LARGEST:
        return Source(label, content)
    whole = content[: content.rfind(b"\n") + 1]
    return Source(label, whole, f"it is larger than {LARGEST // CHUNK} MB; what comes after that was not read")


def _said(label: str, what: str) -> Place:
    return Place(label, lambda: iter([Source(label, note=what)]))


def _zipped(name: str) -> bool:
    return name.lower().endswith(".zip")


def _hidden(name: str) -> bool:
    """What systems leave behind (`.DS_Store`, `__MACOSX/`, `.~lock`); no learner hands in such a file."""
    parts = name.replace("\\", "/").split("/")
    return any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in parts)
