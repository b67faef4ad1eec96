"""Frames for decks: drawn once, kept in a folder until what they are made from changes."""

import base64
import io
import json
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from mlprojects.engine import Explorer
from mlprojects.engine.frames import Frame

WORKERS = 2
"""Processes that draw; a third would only take the memory of the other two."""


@dataclass
class Store:
    """The frames of one module's explorers, in a file an explorer.

    Attributes:
        folder: Where the files are; made when the first is written.
        made_from: Fingerprint of all that the frames depend on; files with another one are not read.
    """

    folder: Path
    made_from: str
    frames: dict[str, dict[str, Any]] = field(default_factory=dict)

    def of(self, explorer: Explorer) -> dict[str, Any]:
        """The frames of an explorer that are there, by state key."""
        if explorer.name not in self.frames:
            self.frames[explorer.name] = self._read(self._file(explorer))
        return self.frames[explorer.name]

    def missing(self, explorer: Explorer, keys: Iterable[str]) -> list[str]:
        """Those of the states that have no frame yet."""
        known = self.of(explorer)
        return [key for key in keys if key not in known]

    def bake(self, explorer: Explorer, keys: Iterable[str]) -> None:
        """Draw what is missing of these states, and keep it."""
        missing = self.missing(explorer, keys)
        if not missing:
            return
        frames = self.of(explorer) | {key: packed(explorer.frame(key)) for key in missing}
        self.frames[explorer.name] = frames
        self.folder.mkdir(parents=True, exist_ok=True)
        unfinished = self._file(explorer).with_suffix(".part")
        unfinished.write_text(json.dumps({"made_from": self.made_from, "frames": frames}), encoding="utf-8")
        unfinished.replace(self._file(explorer))

    def _file(self, explorer: Explorer) -> Path:
        return self.folder / f"{explorer.name}.json"

    def _read(self, file: Path) -> dict[str, Any]:
        try:
            content = json.loads(file.read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):  # ValueError: its writing was interrupted
            return {}
        return dict(content["frames"]) if content.get("made_from") == self.made_from else {}


def packed(frame: Frame) -> dict[str, Any]:
    """The frame as JSON, its picture as lossless WebP: a third smaller than PNG, the same pixels."""
    from PIL import Image  # noqa: PLC0415 - the command line loads nothing that it does not need

    buffer = io.BytesIO()
    with Image.open(io.BytesIO(frame.png)) as picture:
        picture.convert("RGB").save(buffer, "WEBP", lossless=True, method=2)
    return {"png": base64.b64encode(buffer.getvalue()).decode("ascii"), "says": frame.says, "table": frame.table}


@dataclass(frozen=True)
class Order:
    """States of one explorer to be drawn; `lesson` is the module that has it, so that a process can find it."""

    lesson: str
    name: str
    keys: tuple[str, ...]
    folder: Path
    made_from: str


def bake_all(orders: Mapping[str, list[Order]]) -> None:
    """Draw all orders, a module to a process; a line is printed for each explorer."""
    waiting = [each for each in orders.values() if each]
    if len(waiting) <= 1:
        for each in waiting:
            bake_module(each)
        return
    # Started anew: a forked copy of a process with threads of its own may hang.
    with ProcessPoolExecutor(min(WORKERS, len(waiting)), mp_context=get_context("spawn")) as pool:
        longest_first = sorted(waiting, key=lambda each: -sum(len(order.keys) for order in each))
        list(pool.map(bake_module, longest_first))


def bake_module(orders: list[Order]) -> None:
    """Draw the orders of one module."""
    import importlib  # noqa: PLC0415 - used in the process that draws

    for order in orders:
        explorer = getattr(importlib.import_module(order.lesson), order.name)
        print(f"{order.lesson.split('.')[1]}: {order.name}, {len(order.keys)} states", flush=True)
        Store(order.folder, order.made_from).bake(explorer, order.keys)
