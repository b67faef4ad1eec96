"""When two answers mean the same, and what is told of one that holds no numbers where numbers are wanted."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd


def equal(one: Any, other: Any, within: float) -> bool:  # noqa: ANN401 - whatever a learner may give
    """Whether two answers mean the same: numbers within a tolerance, in a list, tuple, array or Series alike.

    Texts must be equal but for case and surrounding space; frames are compared by their values.
    """
    one, other = _unwrapped(one), _unwrapped(other)
    if isinstance(one, str) or isinstance(other, str):
        return isinstance(one, str) and isinstance(other, str) and one.strip().casefold() == other.strip().casefold()
    if isinstance(one, bool) or isinstance(other, bool) or one is None or other is None:
        return one is other
    left, right = _numbers(one), _numbers(other)
    if left is None or right is None:
        return _equal_lists(one, other, within)
    return left.shape == right.shape and bool(np.allclose(left, right, rtol=0, atol=within, equal_nan=False))


def _unwrapped(value: Any) -> Any:  # noqa: ANN401 - see equal
    """A frame as its rows, and what is one value in numpy as that value in Python."""
    if isinstance(value, pd.DataFrame):
        return value.to_numpy().tolist()
    if isinstance(value, np.generic) or (isinstance(value, np.ndarray) and value.ndim == 0):
        return value.item()
    return value


def _numbers(value: Any) -> "np.ndarray | None":  # noqa: ANN401 - see equal
    """The value as an array of numbers without axes of length 1; None if it holds anything else, such as "6"."""
    try:
        array = np.asarray(value)
        if array.dtype.kind not in "biufO" or any(isinstance(each, (str, bytes)) for each in array.flat):
            return None
        return array.astype(float).squeeze()
    except Exception:  # noqa: BLE001 - a learner's object may raise anything
        return None


def no_numbers(value: Any, expected: Any) -> str:  # noqa: ANN401 - see equal
    """What the value is, if numbers were expected and it is a text or a container of another kind; "" otherwise."""
    expected = _unwrapped(expected)
    if expected is None or isinstance(expected, bool) or _numbers(expected) is None:
        return ""
    value = _unwrapped(value)
    listed = isinstance(value, (list, tuple, np.ndarray, pd.Series, pd.Index))
    kind = _kind(value)
    inner = {_kind(each) for each in value} - {""} if listed else set()
    return kind or (f"a list with {min(inner)} in it" if inner else "")


def _kind(value: Any) -> str:  # noqa: ANN401 - see equal
    if isinstance(value, (str, bytes)):
        return "text"
    if isinstance(value, Mapping):
        return "a dict"
    return "a set" if isinstance(value, (set, frozenset)) else ""


def wanted(expected: Any) -> str:  # noqa: ANN401 - see equal
    """The rest of a sentence: what is accepted where these numbers are expected."""
    numbers = _numbers(_unwrapped(expected))
    one = numbers is not None and numbers.ndim == 0
    return "is a number" if one else "are numbers, in a list, an array or a Series"


def _equal_lists(one: Any, other: Any, within: float) -> bool:  # noqa: ANN401 - see equal
    kinds = (list, tuple, np.ndarray, pd.Series, pd.Index)
    if not (isinstance(one, kinds) and isinstance(other, kinds)) or len(one) != len(other):
        return False
    return all(equal(a, b, within) for a, b in zip(list(one), list(other), strict=True))
