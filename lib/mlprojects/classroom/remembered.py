"""What calculations gave, kept in a file for as long as nothing changes that they are made from."""

from __future__ import annotations

import hashlib
import json
import os
import platform
from importlib import metadata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

SOURCES = {".py", ".toml", ".csv", ".json"}
"""Endings of the files that a calculation can depend on."""


def fingerprint(folder: Path, packages: Iterable[str]) -> str:
    """SHA-256 of the sources in a folder, and of the versions of Python and of some packages."""
    whole = hashlib.sha256(platform.python_version().encode())
    for package in packages:
        whole.update(f"{package} {metadata.version(package)}\0".encode())
    files = (path for path in folder.rglob("*") if path.suffix in SOURCES and path.is_file())
    for path in sorted(files):
        whole.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()


def recall(file: Path, made_from: str) -> dict[str, Any]:
    """What was remembered; nothing if it was made from anything else, or cannot be read."""
    try:
        held = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(held, dict) or held.get("made_from") != made_from or not isinstance(held.get("gave"), dict):
        return {}
    return dict(held["gave"])


def remember(file: Path, made_from: str, gave: Mapping[str, Any]) -> None:
    """Keep what calculations gave; where that cannot be, they are made again the next time."""
    own = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(exist_ok=True)
        own.write_text(json.dumps({"made_from": made_from, "gave": dict(gave)}), encoding="utf-8")
        own.replace(file)
    except (OSError, TypeError, ValueError):
        own.unlink(missing_ok=True)
