"""Benchmark of the decks: how long they take to make, how large they are, how fast they open and answer."""

import tempfile
import time
from pathlib import Path
from typing import Any

from mlprojects.course import slides as command
from mlprojects.course.driver import chromium
from mlprojects.course.house import notebook_sources

from .report import quantiles, table

SAMPLES = 60
MOVE = """() => new Promise((done) => {
  const slide = deck.getCurrentSlide();
  const input = slide.querySelector("input[type=range]");
  const canvas = slide.querySelector("canvas");
  const before = canvas.dataset.key;
  const place = Number(input.value);
  input.value = place < Number(input.max) ? place + 1 : 0;
  const start = performance.now();
  const look = () => (canvas.dataset.key === before ? requestAnimationFrame(look)
    : requestAnimationFrame(() => done(performance.now() - start)));
  input.dispatchEvent(new Event("input", { bubbles: true }));
  requestAnimationFrame(look);
})"""
"""One step of the first slider of the slide that is shown; milliseconds to the frame after the new picture."""


def slides() -> None:
    """Decks: seconds to make all and to make them again, megabytes; milliseconds to open and from slider to pixels."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        decks = [command.find(name) for name in [*(s.stem for s in notebook_sources([])), command.LECTURE]]
        taken = []
        for _ in range(2):
            started = time.perf_counter()
            command.make(decks, folder)
            taken.append(time.perf_counter() - started)
        print(f"\nAll decks: {taken[0]:.0f} s; again, with nothing changed: {taken[1]:.1f} s.\n")
        with chromium() as browser:
            rows = [[deck.name, *_measured(browser, deck, folder / f"{deck.name}.html")] for deck in decks]
        table(["deck", "MB", "opens (ms)", "slider p50", "p95", "max"], rows)


def _measured(browser: Any, deck: command.Deck, file: Path) -> list[float]:  # noqa: ANN401 - a Playwright browser
    """Size, time to open, and the latency of the first explorer that has a slider."""
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    started = time.perf_counter()
    page.goto(file.as_uri())
    page.wait_for_function("window.deck?.isReady()")
    opened = 1000 * (time.perf_counter() - started)
    moved: list[float] = []
    for slide in deck.slides:
        if slide.explorer and any(c.kind == "slider" and not c.when for c in slide.explorer.controls.values()):
            page.evaluate("name => { location.hash = `/${name}` }", slide.name.replace("_", "-"))
            page.wait_for_function("deck.getCurrentSlide().querySelector('canvas[data-key]')")
            page.wait_for_timeout(500)
            for _ in range(SAMPLES):
                moved.append(page.evaluate(MOVE))
                page.wait_for_timeout(60)
            break
    page.close()
    return [file.stat().st_size / 1e6, opened, *quantiles(moved or [0.0])]
