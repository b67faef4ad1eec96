"""What models accept: each check returns the value it was given, or says in one sentence what was wrong with it."""

import math
from collections.abc import Iterable
from numbers import Real

import numpy as np
import pandas as pd


def number(name: str, value: object, low: float = -math.inf, high: float = math.inf) -> float:
    """`value` as a float from `low` to `high`.

    Raises:
        TypeError: If it is no number (a text or a bool is none).
        ValueError: If it is NaN, infinite or outside the range.
    """
    if isinstance(value, (bool, np.bool_)) or not isinstance(value, Real):
        raise TypeError(f"{name} must be a number {_range(low, high)}; got {value!r}.")
    plain = float(value)
    if not math.isfinite(plain) or not low <= plain <= high:
        raise ValueError(f"{name} must be a number {_range(low, high)}; got {plain:g}.")
    return plain


def whole(name: str, value: object, low: float = -math.inf, high: float = math.inf) -> int:
    """`value` as an int from `low` to `high`; 3.0 is as good as 3.

    Raises:
        TypeError: As in `number`.
        ValueError: As in `number`, or if it is not whole.
    """
    plain = number(name, value, low, high)
    if not plain.is_integer():
        raise ValueError(f"{name} must be a whole number; got {plain:g}.")
    return int(plain)


def one_of(name: str, value: object, accepted: Iterable[str]) -> str:
    """`value`, if it is one of the accepted words.

    Raises:
        ValueError: Otherwise; the sentence names those accepted.
    """
    known = list(accepted)
    if not isinstance(value, str) or value not in known:
        raise ValueError(f"{name} {value!r} is not known; it may be {', '.join(map(repr, known))}.")
    return value


def frame(name: str, table: object, columns: Iterable[str], low: float = 0.0, high: float = math.inf) -> pd.DataFrame:
    """`table`, if it has rows and finite numbers from `low` to `high` in these columns.

    Raises:
        TypeError: If it is no frame, or a column holds something else than numbers.
        ValueError: If it is empty, a column is missing, or a number is missing or outside the range.
    """
    if not isinstance(table, pd.DataFrame):
        raise TypeError(f"{name} must be a pandas DataFrame; got a {type(table).__name__}.")
    if table.empty:
        raise ValueError(f"{name} is empty; it needs at least one row.")
    for column in columns:
        if column not in table.columns:
            raise ValueError(f"{name} has no column {column!r}; it has {', '.join(map(repr, table.columns))}.")
        values = table[column]
        if not pd.api.types.is_numeric_dtype(values) or pd.api.types.is_bool_dtype(values):
            raise TypeError(f"{name}: the column {column!r} must hold numbers only.")
        array = values.to_numpy(dtype=float)
        if not (np.isfinite(array) & (array >= low) & (array <= high)).all():
            raise ValueError(f"{name}: every {column!r} must be a number {_range(low, high)}.")
    return table


def _range(low: float, high: float) -> str:
    if math.isinf(low) and math.isinf(high):
        return "that is finite"
    if math.isinf(high):
        return f"of at least {low:g}"
    return f"from {low:g} to {high:g}" if math.isfinite(low) else f"of at most {high:g}"
