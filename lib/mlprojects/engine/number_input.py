"""Numbers as people type them."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LONGEST = 40
"""Characters; a longer text is no number."""
SMALLEST, LARGEST = 1e-9, 1e15
"""Numbers that are written out; one outside takes more digits than anybody can read."""
NOTHING = "Type a number first."
"""Said to an empty field."""
PLAIN = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?")
SPELT = {"%": ("percent", "per cent")}
"""What may stand behind a number in place of its unit."""
GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?")


class UnclearError(ValueError):
    """A text that is no number; one sentence that says what is accepted."""


@dataclass(frozen=True)
class Accepted:
    """What a number may be, as far as a learner may know it; messages tell it, and give an example.

    Attributes:
        unit: May stand behind the number.
        low: The smallest number that can be.
        high: The largest.
        whole: Whether only whole numbers can be.
    """

    unit: str = ""
    low: float = -math.inf
    high: float = math.inf
    whole: bool = False

    @classmethod
    def of(cls, entry: Mapping[str, Any]) -> "Accepted":
        """As the entry of a question, of a prediction or of a form's field says."""
        return cls(**{name: entry[name] for name in ("unit", "low", "high", "whole") if name in entry})

    def example(self) -> str:
        """A number in the middle of what can be; where there are no two ends, one that suits the unit."""
        if math.isfinite(self.low) and math.isfinite(self.high):
            middle = (self.low + self.high) / 2
            shown = next((each for each in (_rounded(middle), round(middle)) if self._fits(each)), middle)
        else:
            usual = 50 if self.unit == "%" else 5 if self.unit or self.whole else 0.5
            shown = min(max(usual, self.low), self.high)
        return f"{shown:,.10g}"

    def described(self) -> str:
        """What is wanted, in the middle of a sentence: "a whole number from 1 up", "a number from 0 to 100"."""
        low, high = shown(self.low), shown(self.high)
        ends = {
            (True, True): f" from {low} to {high}",
            (True, False): f" from {low} up",
            (False, True): f" up to {high}",
            (False, False): "",
        }
        return f"a {'whole ' * self.whole}number{ends[math.isfinite(self.low), math.isfinite(self.high)]}"

    def _fits(self, number: float) -> bool:
        return self.low <= number <= self.high and not (self.whole and number % 1)


ANY = Accepted()


def read_number(value: Any, accepted: Accepted = ANY) -> float:  # noqa: ANN401 - whatever a learner may give
    """The finite number that a learner typed: "0.5", "0,5", "1,200", " 50 % ", 3, numpy's numbers.

    Args:
        value: Text or a number.
        accepted: Its unit may stand behind the number; it must be whole if that is asked, and lie between the ends.

    Raises:
        UnclearError: If it is no finite number, or none that is accepted.
    """
    number = _typed(value, accepted) if isinstance(value, str) else _given(value, accepted)
    if not math.isfinite(number):
        raise UnclearError(f"That is not a finite number; give {_wanted(accepted)}.")
    if accepted.whole and number % 1:
        raise UnclearError(f"Give {accepted.described()}.")
    if not accepted.low <= number <= accepted.high:
        raise UnclearError(f"{shown(number)} cannot be: give {accepted.described()}.")
    return number


def shown(number: float) -> str:
    """A number as people write it, to six figures: "0.3", "1,000,000", "0.00001"; never "1e+06"."""
    text = f"{number:,.6g}"
    if "e" not in text or not SMALLEST <= abs(number) < LARGEST:
        return text
    return f"{number:,.0f}" if abs(number) >= 1 else f"{number:.12f}".rstrip("0")


def _typed(text: str, accepted: Accepted) -> float:
    if not text.strip():
        raise UnclearError(NOTHING)
    number = text.strip().replace("\N{MINUS SIGN}", "-")
    for name in (accepted.unit, *SPELT.get(accepted.unit, ())):
        number = number.removesuffix(name).strip()
    if GROUPED.fullmatch(number[:LONGEST]):
        number = number.replace(",", "")
    if len(number) > LONGEST or not PLAIN.fullmatch(number):
        raise UnclearError(f"“{text.strip()[:LONGEST]}” is not a number; give {_wanted(accepted)}.")
    return float(number.replace(",", "."))


def _given(value: Any, accepted: Accepted) -> float:  # noqa: ANN401 - whatever a learner may give
    if isinstance(value, bool):
        raise UnclearError(f"{value} is not a number; give {_wanted(accepted)}.")
    try:
        return float(value)
    except OverflowError:
        return math.inf
    except (TypeError, ValueError):
        what = type(value).__name__
        raise UnclearError(f"An object of type {what} is not a number; give {_wanted(accepted)}.") from None


def _wanted(accepted: Accepted) -> str:
    return f"a number such as {accepted.example()}{f' (in {accepted.unit})' if accepted.unit else ''}"


def _rounded(number: float) -> float:
    """To one figure: nobody's idea of an example is 37.5."""
    return float(f"{number:.0e}")
