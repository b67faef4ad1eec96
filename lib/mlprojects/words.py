"""Small parts of sentences that all wings build: lists of names, and numbers of things."""

from collections.abc import Sequence


def both(names: Sequence[str]) -> str:
    """Names as a sentence lists them: "a", "a and b", "a, b and c"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def count(number: int, noun: str) -> str:
    """A number of things: "1 card", "2 cards"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def percent(share: float, decimals: int = 0) -> str:
    """A share as percent: 0.125 is "12 %", with one decimal "12.5 %"."""
    return f"{100 * share:.{decimals}f} %"
