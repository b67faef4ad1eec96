"""What the benchmarks share: a clock, quantiles, a table."""

import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np


def seconds(function: Callable[..., Any], *arguments: Any, **options: Any) -> float:  # noqa: ANN401 - any function
    """Seconds that one call takes."""
    started = time.perf_counter()
    function(*arguments, **options)
    return time.perf_counter() - started


def quantiles(numbers: Sequence[float]) -> list[float]:
    """Median, 95th percentile and maximum."""
    return [float(np.quantile(numbers, share)) for share in (0.5, 0.95, 1)]


def table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a Markdown table, to be pasted where it is needed; numbers get one decimal."""
    print("| " + " | ".join(columns) + " |")
    print("|" + "---|" * len(columns))
    for row in rows:
        print(
            "| " + " | ".join(f"{cell:.1f}" if isinstance(cell, float) else str(cell) for cell in row) + " |",
            flush=True,
        )
