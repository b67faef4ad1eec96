"""The chance of each rank for many projects: seconds of one processor, and memory."""

import statistics
import time
import tracemalloc

import numpy as np
import pandas as pd

from .report import table

SIZES = ((6, 10_000), (100, 10_000), (1_000, 1_000), (1_000, 10_000), (2_000, 10_000))
"""Projects and draws. The fourth is the one that is promised: at most 2 seconds."""
TURNS = 3


def ranking() -> None:
    """Chance of each rank by simulation: seconds of one processor (median of 3 turns), and MB at most in use for it."""
    from mlprojects.prioritizing.ranking import rank_probabilities  # noqa: PLC0415 - loads a wing

    taken: dict[tuple[int, int], list[float]] = {size: [] for size in SIZES}
    # Turn by turn: a slow minute is slow for all.
    for _ in range(TURNS):
        for (projects, draws), times in taken.items():
            asked = _many(projects)
            started = time.process_time()
            rank_probabilities(asked, count=draws)
            times.append(time.process_time() - started)
    rows = [
        [f"{projects:,}", f"{draws:,}", f"{statistics.median(times):.2f}", _peak(projects, draws)]
        for (projects, draws), times in taken.items()
    ]
    table(["projects", "draws", "seconds", "MB"], rows)


def _peak(projects: int, draws: int) -> float:
    """MB that one call has allocated at most: numpy reports its arrays to `tracemalloc`."""
    from mlprojects.prioritizing.ranking import rank_probabilities  # noqa: PLC0415 - loads a wing

    asked = _many(projects)
    tracemalloc.start()
    rank_probabilities(asked, count=draws)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1024**2


def _many(projects: int) -> pd.DataFrame:
    """A table of so many projects, drawn at random."""
    from mlprojects.prioritizing.ranking import COLUMNS  # noqa: PLC0415 - loads a wing

    rng = np.random.default_rng(0)
    highs = [2 if column.endswith("spread") else 10 for column in COLUMNS]
    return pd.DataFrame(rng.uniform(0, highs, (projects, len(COLUMNS))), columns=list(COLUMNS))
