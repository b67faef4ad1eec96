"""What an explorer shows in one state: a table, a sentence and a figure, all made from the same numbers."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.figure import Figure

DECIMALS = 3


@dataclass(frozen=True)
class View:
    """One state of an explorer.

    Attributes:
        table: The numbers behind the picture, with column names a learner can read; its index is shown too.
        says: One or two plain sentences that carry what the picture shows: its text alternative.
        figure: Draws the picture on the bare matplotlib `Figure` it is given; no pyplot, no change of rcParams.
    """

    table: pd.DataFrame
    says: str
    figure: "Callable[[Figure], Any]"

    def __post_init__(self) -> None:
        """Refuse a view that would teach nothing.

        Raises:
            TypeError: If the table is no frame or the figure cannot be called.
            ValueError: If the table or the sentence is empty.
        """
        if not isinstance(self.table, pd.DataFrame):
            raise TypeError(f"A view's table is a pandas DataFrame, not a {type(self.table).__name__}.")
        if not callable(self.figure):
            raise TypeError("A view's figure is a function that draws on a matplotlib Figure.")
        if self.table.empty:
            raise ValueError("A view's table must not be empty.")
        if not self.says.strip():
            raise ValueError("A view says at least one sentence.")


def as_text(table: pd.DataFrame) -> dict[str, Any]:
    """The table as texts, the same for the page, for `text/plain` and for a printed page.

    Returns:
        `{"columns": [...], "rows": [[...], ...], "numeric": [...]}`; the first column is the index.
    """
    frame = table.reset_index() if table.index.name else table.reset_index(names="")
    columns = [_texts(frame[name]) for name in frame.columns]
    return {
        "columns": [str(name) for name in frame.columns],
        "rows": [list(row) for row in zip(*columns, strict=True)],
        "numeric": [_is_number(frame[name]) for name in frame.columns],
    }


def as_plain(table: pd.DataFrame) -> str:
    """The table as aligned lines of text, numbers to the right."""
    text = as_text(table)
    cells = [text["columns"], *text["rows"]]
    widths = [max(len(row[place]) for row in cells) for place in range(len(text["columns"]))]

    def line(row: list[str]) -> str:
        parts = zip(row, widths, text["numeric"], strict=True)
        return "  ".join(cell.rjust(width) if number else cell.ljust(width) for cell, width, number in parts).rstrip()

    return "\n".join(line(row) for row in cells)


def _is_number(column: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)


def _texts(column: pd.Series) -> list[str]:
    if pd.api.types.is_bool_dtype(column):
        return ["yes" if value else "no" for value in column]
    if not _is_number(column):
        return ["" if pd.isna(value) else str(value) for value in column]
    decimals = _decimals(column.to_numpy(dtype=float))
    return ["undefined" if pd.isna(value) else f"{value:,.{decimals}f}" for value in column]


def _decimals(numbers: np.ndarray) -> int:
    """As few decimals as show every number of the column to three, so that a column lines up."""
    finite = numbers[np.isfinite(numbers)]
    near = 10.0**-DECIMALS / 2
    return next((d for d in range(DECIMALS) if np.allclose(finite, np.round(finite, d), atol=near)), DECIMALS)
