"""A progress bar for what takes longer than a second; it stays behind, full, and is the same in every run."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def progress_bar(label: str) -> Callable[[list[T]], Iterable[T]]:
    """A wrapper for a list to be worked through, such as `tqdm` is; its bar stands in the cell's output.

    Args:
        label: What is going on, for everybody and as the bar's name for screen readers.
    """

    def wrap(steps: list[T]) -> Iterator[T]:
        # A widget, not a printed line: strict nbval compares outputs, and a line that grows differs from run to run.
        import ipywidgets  # noqa: PLC0415 - only what shows a bar needs it
        from IPython.display import display  # noqa: PLC0415 - likewise

        bar = ipywidgets.IntProgress(max=len(steps), description=label, style={"description_width": "initial"})
        display(bar)  # type: ignore[no-untyped-call]  # IPython leaves it without annotations
        for done, step in enumerate(steps, 1):
            yield step
            bar.value = done

    return wrap
