"""Add lines to a file so that neither a crash nor a second writer costs more than the line being written."""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import AbstractContextManager, nullcontext, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LOCK_SECONDS = 3.0
_FLAGS = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
_CANNOT_SYNC = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}


def lock_of(path: Path) -> Path:
    """Where the lock of a ledger lies; the file is hidden, empty and may be deleted when no notebook runs."""
    return path.with_name(f".{path.name}.lock")


def locked(path: Path) -> AbstractContextManager[object]:
    """Wait for the ledger's lock, `LOCK_SECONDS` at most.

    In a browser (Pyodide) there is one process to a file system and no native lock; a lock file that a closed
    tab leaves behind would only shut the learner out, so there is none.

    Raises:
        OSError: The lock cannot be had (`TimeoutError`: someone else holds it).
    """
    if not path.parent.is_dir():  # filelock would make it, and a folder that was renamed would be there twice
        raise FileNotFoundError(errno.ENOENT, "no such folder")
    if sys.platform == "emscripten":
        return nullcontext()
    from filelock import FileLock  # noqa: PLC0415 - only needed where something is written

    return FileLock(lock_of(path)).acquire(timeout=LOCK_SECONDS, poll_interval=0.01)


def add_lines(path: Path, lines: bytes) -> None:
    """Add whole lines at the end of a file that the caller has locked, and see them onto the disk.

    A last line without newline (its writer was killed) gets one first, so that it cannot swallow ours. Where
    the disk takes only a part, that part is taken back: all or nothing.

    Args:
        path: The file; made if it is not there.
        lines: One or more lines, each with its newline.

    Raises:
        OSError: The lines could not be written; the file is as it was.
    """
    descriptor = os.open(path, _FLAGS, 0o644)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "it is not an ordinary file")
        _write(descriptor, status.st_size, _newline_first(descriptor, status.st_size) + lines)
    finally:
        os.close(descriptor)


def why_not(error: OSError, path: Path) -> str:
    """The reason for a failed writing in words that follow "because"."""
    folder = path.parent.name or path.parent
    match error.errno:
        case _ if isinstance(error, TimeoutError):
            return f"another program is writing to it (if none is, delete {lock_of(path).name} in that folder)"
        case errno.ENOSPC | errno.EDQUOT:
            return "the disk is full"
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return f"the folder {folder} or the file {path.name} in it is read-only"
        case errno.ENOENT | errno.ENOTDIR:
            return f"the folder {folder} is not there"
        case _:
            return f"{path.name} cannot be written ({error.strerror or type(error).__name__})"


def _newline_first(descriptor: int, size: int) -> bytes:
    """The newline that the file's last line lacks, if it lacks one."""
    if not size:
        return b""
    os.lseek(descriptor, -1, os.SEEK_END)
    return b"" if os.read(descriptor, 1) == b"\n" else b"\n"


def _write(descriptor: int, start: int, content: bytes) -> None:
    """Write all of it in one go where the system lets us, and take back what is only a part."""
    written = 0
    try:
        while written < len(content):
            written += os.write(descriptor, content[written:])
        _sync(descriptor)
    except OSError:
        with suppress(OSError):
            if os.fstat(descriptor).st_size == start + written:
                os.ftruncate(descriptor, start)
        raise


def _sync(descriptor: int) -> None:
    """Wait until the disk has it; some file systems cannot promise that, and are good enough."""
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise
