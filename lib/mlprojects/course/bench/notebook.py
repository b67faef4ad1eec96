"""The notebooks that the browser benchmarks open: one chart, shown in the ways to be compared."""

from pathlib import Path
from typing import Any

import nbformat

from mlprojects.engine import Explorer, Slider, View
from mlprojects.metrics import lesson

IMPORTS = "from mlprojects.course.bench import notebook as bench"
LATENCY = [
    IMPORTS,
    "bench.chart('baked')",
    "bench.never_ahead(bench.chart('cold'))",
    "bench.interact()",
]
FIVE = [IMPORTS, *(f"bench.chart('baked{place}')" for place in ("", 2, 3, 4, 5))]
ONE = FIVE[:2]
BOARD = ["from mlprojects.prioritizing import lesson", "lesson.portfolio"]


def chart(name: str = "baked") -> Explorer:
    """An explorer of one slider with 61 steps: the weight on precision in the metrics module's first explorer."""

    def model(weight: float) -> View:
        """Which model wins, by weight?"""
        return view(weight)

    model.__name__ = name
    return Explorer(model, {"weight": Slider("Weight on precision", 0, 0.6, 0.01)})


def view(weight: float) -> View:
    """The chart to be drawn, whoever draws it."""
    return lesson.which_model_wins.model(rule="weighted average", weight=weight, beta=1.0, floor=0.6)


def never_ahead(explorer: Explorer) -> Explorer:
    """The same explorer, whose states are drawn only when the learner asks for them."""
    from mlprojects.engine.stage import PageOrder  # noqa: PLC0415 - widgets load where one is shown

    ahead = PageOrder.next

    def only_others(order: PageOrder) -> str | None:
        stage = order._stage()  # noqa: SLF001 - the benchmark stands where the engine does
        return None if stage is not None and stage.explorer is explorer else ahead(order)

    setattr(PageOrder, "next", only_others)  # noqa: B010 - a plain assignment is what the type checker forbids
    return explorer


def interact() -> None:
    """What a course notebook does without this library: `interact` and a new pyplot figure a call."""
    import ipywidgets  # noqa: PLC0415 - only this way needs it
    from matplotlib import pyplot as plt  # noqa: PLC0415 - likewise

    from mlprojects.engine.frames import INCHES  # noqa: PLC0415 - likewise

    def draw(weight: float) -> None:
        view(weight).figure(plt.figure(figsize=INCHES))
        plt.show()

    # The form that the course itself never uses; here it is what is measured.
    ipywidgets.interact(draw, weight=ipywidgets.FloatSlider(min=0, max=0.61, step=0.01))


def write(folder: Path, name: str, cells: list[str]) -> str:
    """Write a notebook of these code cells; returns its file name."""
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    untyped: Any = nbformat
    code = [untyped.v4.new_code_cell(cell) for cell in cells]
    untyped.write(untyped.v4.new_notebook(cells=code, metadata=kernel), folder / f"{name}.ipynb")
    return f"{name}.ipynb"
