"""Frames for decks: drawn once, kept in a folder until what they are made from changes."""

import base64
import gc
import io
import json
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import ExitStack
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from mlprojects.engine import Explorer
from mlprojects.engine.frames import Frame
from mlprojects.one_core import one_core

EFFORT = 20
"""How hard WebP looks for fewer bytes, of 100: from 30 on it takes twice the time, for an eighth fewer bytes."""


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
    """The frame as JSON, its picture as lossless WebP: two thirds of PNG's bytes, the same pixels."""
    from PIL import Image  # noqa: PLC0415 - the command line loads nothing that it does not need

    buffer = io.BytesIO()
    with Image.open(io.BytesIO(frame.png)) as picture:
        picture.convert("RGB").save(buffer, "WEBP", lossless=True, method=2, quality=EFFORT)
    return {"png": base64.b64encode(buffer.getvalue()).decode("ascii"), "says": frame.says, "table": frame.table}


@dataclass(frozen=True)
class Order:
    """States of one explorer to be drawn; `lesson` is the module that has it, so that a process can find it."""

    lesson: str
    name: str
    keys: tuple[str, ...]
    folder: Path
    made_from: str


def bake_all(orders: Iterable[Order]) -> None:
    """Draw all orders, a line printed for each; those of one wing should stand together.

    One process begins with the first, the other with the last, until they meet: both have work to the end, and what a
    wing computes once is computed twice for at most one wing.
    """
    waiting = deque(orders)
    tell = _Teller(sum(len(order.keys) for order in waiting))
    if len(waiting) <= 1:
        for order in waiting:
            tell(order)
            bake(order)
        return
    running: dict[Future[None], tuple[ProcessPoolExecutor, Callable[[], Order]]] = {}

    def begin(pool: ProcessPoolExecutor, take: Callable[[], Order]) -> None:
        if waiting:
            order = take()
            tell(order)
            running[pool.submit(bake, order)] = (pool, take)

    with ExitStack() as stack:
        for take in (waiting.popleft, waiting.pop):
            # Started anew: a forked copy of a process with threads of its own may hang.
            pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
            begin(stack.enter_context(pool), take)
        while running:
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                future.result()
                begin(*running.pop(future))


def bake(order: Order) -> None:
    """Draw one order."""
    import importlib  # noqa: PLC0415 - used in the process that draws

    explorer = getattr(importlib.import_module(order.lesson), order.name)
    # A figure leaves circles of objects; to look for them in all that is loaded takes a quarter of the time.
    gc.collect()
    gc.freeze()
    try:
        with one_core():  # the other core draws, too
            Store(order.folder, order.made_from).bake(explorer, order.keys)
    finally:
        gc.unfreeze()


@dataclass
class _Teller:
    """Says which explorer is drawn next, and how many of all pictures were ordered before."""

    whole: int
    begun: int = 0

    def __call__(self, order: Order) -> None:
        wing = order.lesson.split(".")[-2]
        print(f"{self.begun:>5} of {self.whole} pictures; next {len(order.keys)} of {wing}: {order.name}", flush=True)
        self.begun += len(order.keys)
