"""Small parts of sentences that all wings build: lists of names, numbers of things, shares as percent."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

Shares = TypeVar("Shares", float, "pd.Series[float]", "npt.NDArray[np.float64]")


def both(names: Sequence[str]) -> str:
    """Names as a sentence lists them: "a", "a and b", "a, b and c"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def count(number: int, noun: str) -> str:
    """A number of things: "1 card", "2 cards"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def capital(text: str) -> str:
    """A text with its first letter large and the rest as it is: "mAP of all" becomes "MAP of all"."""
    return f"{text[:1].upper()}{text[1:]}"


def in_percent(share: Shares) -> Shares:
    """A share, or several, as numbers of percent: 0.125 is 12.5. For tables and answers; `percent` is for sentences."""
    return 100 * share


def percent(share: float, decimals: int = 0) -> str:
    """A share as percent: 0.125 is "12 %", with one decimal "12.5 %"."""
    return f"{100 * share:.{decimals}f} %"
