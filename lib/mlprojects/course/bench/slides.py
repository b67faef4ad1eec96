"""Benchmark of the decks: how long they take to make, how large they are, how fast they open and answer."""

import tempfile
import time
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from mlprojects.course import slides as command
from mlprojects.course.driver import chromium
from mlprojects.course.house import notebook_sources

from .report import quantiles, table

MOVES = 120
"""Of each deck, shared out among its explorers; every other one is a step, the rest are jumps."""
PAUSE = 60
"""Milliseconds between two moves: the steps of a slider that is dragged slowly."""


def slides() -> None:
    """Decks: seconds to make all and to make them again, megabytes; milliseconds to open and from slider to pixels."""
    names = [*(source.stem for source in notebook_sources([])), command.LECTURE]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for what in ("All decks", "Again, with nothing changed"):
            started, before = time.perf_counter(), _cpu()
            command.make(names, folder)
            print(f"\n{what}: {time.perf_counter() - started:.1f} s, {_cpu() - before:.1f} s of a processor.\n")
        answers(folder, names)


def answers(folder: Path, names: list[str]) -> None:
    """Print how fast decks that are in `folder` open and answer, turn by turn: a slow minute is slow for all."""
    with chromium() as browser:
        decks = [_Opened(name, folder / f"{name}.html", browser) for name in names]
        for turn in range(MOVES):
            for deck in decks:
                deck.move(turn)
    rows = [[d.name, d.file.stat().st_size / 1e6, d.opens, *_told(d.steps), *_told(d.jumps)] for d in decks]
    table(["deck", "MB", "opens (ms)", "step p50", "p95", "max", "jump p50", "p95", "max"], rows)


@dataclass
class _Opened:
    """A deck in a window of its own, and the milliseconds that its sliders took."""

    name: str
    file: Path
    browser: Any
    steps: list[float] = field(default_factory=list)
    jumps: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page = self.browser.new_page(viewport={"width": 1280, "height": 720})
        started = time.perf_counter()
        self.page.goto(self.file.as_uri())
        self.page.wait_for_function("window.deck?.isReady()")
        self.opens = 1000 * (time.perf_counter() - started)
        self.page.evaluate((files(__package__) / "probe.js").read_text(encoding="utf-8"))
        all_of = "[...document.querySelectorAll('section.leaf.explorer')].map((slide) => slide.id)"
        self.explorers = self.page.evaluate(all_of)
        self.shown = ""

    def move(self, turn: int) -> None:
        """Move the first slider of the explorer whose turn it is, if it has one."""
        self.page.bring_to_front()
        wanted = self.explorers[turn * len(self.explorers) // MOVES]
        if wanted != self.shown:
            self.page.evaluate("name => { location.hash = `/${name}` }", wanted)
            self.page.wait_for_function("name => deck.getCurrentSlide().id === name", arg=wanted)
            self.page.wait_for_function("deck.getCurrentSlide().querySelector('canvas[data-key]')")
            self.page.wait_for_timeout(500)  # the slides beside it are put together, too
            self.shown = wanted
        self.page.wait_for_timeout(PAUSE)
        far = bool(turn % 2)
        taken = self.page.evaluate("far => bench.moveShown(far)", far)
        if taken is not None:
            (self.jumps if far else self.steps).append(taken)


def _told(taken: list[float]) -> list[object]:
    """Median, 95th percentile and maximum; a deck may have no slider."""
    return [*quantiles(taken)] if taken else ["-", "-", "-"]


def _cpu() -> float:
    """Seconds of a processor that this process and those that it ended have taken."""
    import resource  # noqa: PLC0415 - not on Windows, where the other benchmarks run

    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)
