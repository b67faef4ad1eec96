"""Measures the prediction latency of the metrics wing's classifiers and writes the table that the wing ships.

Run it on a quiet machine: `python -m mlprojects.course.latency`. Latency depends on the machine and on its load, so it
is measured once and shipped with its provenance; lessons and tests read the table and never measure.
"""

import argparse
import os
import platform
import time
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median

from mlprojects.metrics import model
from mlprojects.one_core import one_core

TABLE = Path(__file__).parent.parent / "metrics" / "latency.csv"
SINGLES, BATCHES = 300, 15
MICROSECONDS = 1e6


def measure(singles: int, batches: int) -> list[tuple[str, float, float]]:
    """Measure every classifier on the noisy digits, on one thread.

    Args:
        singles: How many calls with one image each.
        batches: How many calls with the whole test set.

    Returns:
        Name, and the median time an image in microseconds, asked one at a time and in one batch.
    """
    split = model.noisy_digits()
    rows = []
    with one_core():
        for name, classifier in model.untrained().items():
            predict = classifier.fit(split.train, split.train_labels).predict
            images = [split.test[place % len(split.test)][None] for place in range(singles)]
            predict(split.test)  # the first call pays for what is set up once
            one = median(_seconds(predict, image) for image in images)
            batch = median(_seconds(predict, split.test) for _ in range(batches)) / len(split.test)
            rows.append((name, one * MICROSECONDS, batch * MICROSECONDS))
            print(f"{name:16} {rows[-1][1]:10.4g} {rows[-1][2]:10.4g}")
    return rows


def text(rows: list[tuple[str, float, float]]) -> str:
    """The table as CSV, three significant digits, with its provenance in comment lines."""
    libraries = ", ".join(f"{name} {version(name)}" for name in ("scikit-learn", "numpy"))
    lines = [
        "# Prediction latency of eight classifiers on 8 x 8 images of noisy digits, in microseconds an image.",
        f"# Measured {datetime.now(UTC):%Y-%m-%d} by `python -m mlprojects.course.latency`: one thread of a machine",
        f"# with {os.cpu_count()} {platform.machine()} cores, Python {platform.python_version()}, {libraries}.",
        f"# one image: median of {SINGLES} calls of predict() with one image each.",
        f"# whole batch: median of {BATCHES} calls of predict() with all 899 test images, divided by 899.",
        "# Another machine gives other numbers: the order is worth more than the values.",
        "classifier,one image,whole batch",
        *(f"{name},{_three(one)},{_three(batch)}" for name, one, batch in rows),
    ]
    return "\n".join(lines) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Measure and write; returns 0."""
    parser = argparse.ArgumentParser(prog="python -m mlprojects.course.latency", description=__doc__)
    parser.add_argument("--to", type=Path, default=TABLE, help="file to write (default: the table the wing ships)")
    options = parser.parse_args(arguments)
    options.to.write_text(text(measure(SINGLES, BATCHES)), encoding="utf-8")
    print(f"Written: {options.to.name}")
    return 0


def _three(value: float) -> str:
    return f"{float(f'{value:.3g}'):g}"


def _seconds(predict: Callable[[object], object], images: object) -> float:
    start = time.perf_counter()
    predict(images)
    return time.perf_counter() - start


if __name__ == "__main__":
    raise SystemExit(main())
