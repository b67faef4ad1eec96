"""Benchmarks that need no browser: imports, baking, notebooks."""

import io
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any
from unittest import mock

from mlprojects.course.house import NOTEBOOKS

from .report import seconds, table

ROUNDS = 7
FRAMES = 60
PEAK = """
import resource, sys
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 ** 2 if sys.platform == "darwin" else 1024))
"""
"""Prints the peak of this process's memory in MB; macOS counts in bytes, Linux in KB."""


def imports() -> None:
    """A fresh process that imports the library, and one that imports its three foundations alone (seconds)."""
    codes = {"numpy, pandas, anywidget": "import numpy, pandas, anywidget", "mlprojects": "import mlprojects"}
    codes["mlprojects.engine"] = "import mlprojects.engine"
    codes["Python alone"] = "pass"
    times: dict[str, list[float]] = {name: [] for name in codes}
    for _ in range(ROUNDS):
        for name, code in codes.items():
            times[name].append(seconds(subprocess.run, [sys.executable, "-c", code], check=True))
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    table(["import", "seconds"], [[name, f"{taken:.2f}"] for name, taken in medians.items()])


def baking() -> None:
    """60 frames baked, and 60 figures drawn as a notebook draws them inline (seconds, median of 3 turns)."""
    from .notebook import chart  # noqa: PLC0415 - loads a wing and matplotlib

    explorer = chart()
    views = [explorer.view(key) for key in explorer.keys()[:FRAMES]]
    rounds = [(seconds(_bake, views), seconds(_inline, views)) for _ in range(3)]
    ways = zip(("baked", "inline figures"), zip(*rounds, strict=True), strict=True)
    table(["way", "seconds"], [[way, f"{statistics.median(taken):.2f}"] for way, taken in ways])


def _bake(views: list[Any]) -> None:
    from mlprojects.engine.frames import frame  # noqa: PLC0415 - see baking

    for view in views:
        frame(view)


def _inline(views: list[Any]) -> None:
    """What `plt.show()` does in a notebook: the same chart on a pyplot figure, cropped and written as PNG."""
    import matplotlib as mpl  # noqa: PLC0415 - see baking

    mpl.use("agg")
    from matplotlib import pyplot as plt  # noqa: PLC0415 - see baking

    from mlprojects.engine.frames import INCHES  # noqa: PLC0415 - see baking

    for view in views:
        figure = plt.figure(figsize=INCHES)
        view.figure(figure)
        figure.savefig(io.BytesIO(), format="png", bbox_inches="tight")
        plt.close(figure)


def notebooks() -> None:
    """Each notebook under strict nbval (seconds, one process, pytest's start included), and its kernel's peak (MB).

    The last row is all notebooks one after another, and the largest kernel.
    """
    rows = []
    times, peaks = [], []
    for path in sorted(NOTEBOOKS.glob("[0-9]*.ipynb")):
        command = [sys.executable, "-m", "pytest", "-q", "--nbval", str(path)]
        times.append(seconds(subprocess.run, command, check=True, capture_output=True))
        peaks.append(_kernel_memory(path))
        rows.append([path.stem, f"{times[-1]:.1f}", f"{peaks[-1]:.0f}"])
    rows.append(["all", f"{sum(times):.1f}", f"{max(peaks):.0f}"])
    table(["notebook", "seconds", "kernel MB"], rows)


def _kernel_memory(path: Path) -> float:
    """The peak memory in MB of the kernel that runs a notebook: a copy of it ends with a cell that asks."""
    import nbformat  # noqa: PLC0415 - only this benchmark needs them
    from nbclient import NotebookClient  # noqa: PLC0415 - likewise

    untyped: Any = nbformat
    notebook = untyped.read(path, as_version=4)
    notebook.cells.append(untyped.v4.new_code_cell(PEAK))
    with tempfile.TemporaryDirectory() as folder, mock.patch.dict("os.environ", MLPROJECTS_WORK=folder):
        NotebookClient(notebook, resources={"metadata": {"path": folder}}, timeout=600).execute()
    return float(notebook.cells[-1].outputs[0]["text"])
