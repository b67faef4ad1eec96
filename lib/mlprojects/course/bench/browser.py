"""Benchmarks in a real JupyterLab: latency of a slider, readiness of all states, delay of other cells."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from mlprojects.course.driver import LabPage, chromium, server

from .report import quantiles, table

SAMPLES = 60
CELL = "total = 0\nfor number in range(1_000_000): total += number"
"""A cell that computes for about 50 ms."""


def latency() -> None:
    """Slider to new pixels of the same chart, three ways in one notebook, turn by turn (milliseconds)."""
    from .notebook import LATENCY  # noqa: PLC0415 - loads a wing

    with _opened("latency", LATENCY) as lab:
        lab.run_all()
        lab.page.evaluate("bench.ready('baked')")
        ways = {
            "baked explorer": "turn => bench.moveStage('baked', turn)",
            "cold state of an explorer": "turn => bench.moveStage('cold', turn)",
            "interact and pyplot": "turn => bench.moveInteract()",
        }
        times: dict[str, list[float]] = {way: [] for way in ways}
        for turn in range(1, SAMPLES + 1):
            for way, code in ways.items():
                times[way].append(lab.page.evaluate(code, turn))
                lab.page.wait_for_timeout(100)
        table(["way", "p50", "p95", "max"], [[way, *quantiles(taken)] for way, taken in times.items()])
        drawn = lab.page.evaluate("bench.drag('baked', 180)")
        rate, lag = drawn["rate"], drawn["lag"]
        print(f"\nDrag of 60 events a second: {rate:.0f} updates a second, {lag:.0f} ms behind at its end.")


def board() -> None:
    """A point dragged on the board of projects: from each event to the frame that shows it (milliseconds)."""
    from .notebook import BOARD  # noqa: PLC0415 - loads a wing

    with _opened("board", BOARD) as lab:
        lab.run_all()
        lab.page.locator(".mlp-board").scroll_into_view_if_needed()
        dragged = lab.page.evaluate("bench.dragPoint('own', 180)")
    table(["way", "p50", "p95", "max"], [["drag on the board", *quantiles(dragged["taken"])]])
    print(f"\nEvents of 180 that left the point where it was: {dragged['unmoved']}.")


def ready() -> None:
    """Seconds from running the cells until all 61 states of the last explorer, and of all, are in the page."""
    from .notebook import FIVE, ONE  # noqa: PLC0415 - loads a wing

    rows = []
    for name, cells in (("one explorer", ONE), ("five explorers", FIVE)):
        with _opened(name, cells) as lab:
            lab.page.evaluate("bench.cells('import mlprojects.course.bench.notebook', 1, 0)")
            started = time.perf_counter()
            lab.command("notebook:run-all-cells")
            lab.stage("baked")
            first = lab.page.evaluate("bench.ready('baked')") and time.perf_counter() - started
            for place in range(2, len(cells)):
                lab.page.evaluate(f"bench.ready('baked{place}')")
            rows.append([name, first, time.perf_counter() - started])
    table(["notebook", "the one in view", "all"], rows)


def delay() -> None:
    """A cell of about 50 ms: while five explorers are being baked, and after (milliseconds)."""
    from .notebook import FIVE  # noqa: PLC0415 - loads a wing

    with _opened("five explorers", FIVE) as lab:
        lab.run_all()
        run = "([code, times]) => bench.cells(code, times, 400)"
        baking = lab.page.evaluate(run, [CELL, 30])
        for place in ("", 2, 3, 4, 5):
            lab.page.evaluate(f"bench.ready('baked{place}')")
        quiet = lab.page.evaluate(run, [CELL, 30])
    table(["cell", "p50", "p95", "max"], [["while baking", *quantiles(baking)], ["quiet", *quantiles(quiet)]])


@contextmanager
def _opened(name: str, cells: list[str]) -> Iterator[LabPage]:
    from .notebook import write  # noqa: PLC0415 - loads a wing

    with tempfile.TemporaryDirectory() as folder:
        file = write(Path(folder), name.replace(" ", "_"), cells)
        with server(Path(folder)) as address, chromium() as browser:
            lab = LabPage(browser.new_page(viewport={"width": 1280, "height": 900}), address)
            lab.open(file)
            lab.page.evaluate((files(__package__) / "probe.js").read_text(encoding="utf-8"))
            yield lab
