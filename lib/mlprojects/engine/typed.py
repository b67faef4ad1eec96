"""A call as it would be typed, so that a learner can paste it and look at what it does."""

import math
from typing import Any

import numpy as np
import pandas as pd

MOST_ROWS, MOST_COLUMNS = 6, 4
"""A frame of at most this size is written out."""
MOST_SIDE, MOST_ITEMS = 5, 10
"""So is a square array of this side, and a list or dict of so many items."""


def typed_call(name: str, args: "tuple[Any, ...]", kwargs: dict[str, Any]) -> str:
    """The call over several lines, with numpy as `np` and pandas as `pd`; "" if an argument is too large for that."""
    parts = [("", typed(value)) for value in args] + [(f"{key}=", typed(value)) for key, value in kwargs.items()]
    if not all(text for _, text in parts):
        return ""
    return "\n".join([f"{name}(", *(f"    {key}{text}," for key, text in parts), ")"])


def typed(value: Any) -> str:  # noqa: ANN401 - whatever a task takes
    """The value as Python that makes an equal one; "" if it is too large, or of a kind that is not written out."""
    if isinstance(value, pd.DataFrame):
        if value.shape[0] > MOST_ROWS or value.shape[1] > MOST_COLUMNS or not value.columns.is_unique:
            return ""
        return _with_index(f"pd.DataFrame({typed({key: value[key].tolist() for key in value.columns})}", value.index)
    if isinstance(value, pd.Series):
        name = "" if value.name is None else f", name={value.name!r}"
        return _with_index(f"pd.Series({typed(value.tolist())}{name}", value.index)
    if isinstance(value, np.ndarray):
        fits = value.ndim == 1 or (value.ndim > 1 and max(value.shape) <= MOST_SIDE and value.ndim == 2)  # noqa: PLR2004 - rows and columns
        items = typed(value.tolist()) if fits else ""
        return items and f"np.array({items})"
    if isinstance(value, np.generic):
        return typed(value.item())
    return _typed_plain(value)


def _typed_plain(value: Any) -> str:  # noqa: ANN401 - see typed
    if isinstance(value, float) and not math.isfinite(value):
        return f'float("{value}")'
    if value is None or type(value) in (bool, int, float, str):
        return repr(value) if "\n" not in str(value) else ""
    if type(value) in (list, tuple, dict) and len(value) <= MOST_ITEMS:
        entries = value.items() if isinstance(value, dict) else ((None, each) for each in value)
        texts = [(typed(key), typed(each)) for key, each in entries]
        if not all(key and text for key, text in texts):
            return ""
        if isinstance(value, dict):
            return f"{{{', '.join(f'{key}: {text}' for key, text in texts)}}}"
        inner = ", ".join(text for _, text in texts)
        return f"[{inner}]" if isinstance(value, list) else f"({inner}{',' if len(value) == 1 else ''})"
    return ""


def _with_index(start: str, index: pd.Index) -> str:
    """The rest of a frame or series, whose values are written already."""
    if "(," in start or start.endswith("("):
        return ""  # its values could not be written
    if isinstance(index, pd.RangeIndex) and index.equals(pd.RangeIndex(len(index))) and index.name is None:
        return f"{start})"
    labels = typed(index.tolist())
    if not labels or isinstance(index, pd.MultiIndex):
        return ""
    return f"{start}, index={labels if index.name is None else f'pd.Index({labels}, name={index.name!r})'})"
