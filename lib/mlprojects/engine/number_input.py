"""Numbers as people type them."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LONGEST = 40
"""Characters; a longer text is no number."""
NOTHING = "Type a number first."
"""Said to an empty field."""
PLAIN = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?")
GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?")


class UnclearError(ValueError):
    """A text that is no number; one sentence that says what is accepted."""


@dataclass(frozen=True)
class Accepted:
    """What a number may be, as far as a learner may know it; it chooses the example in a message.

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
        """As the entry of a question or a prediction says."""
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

    def _fits(self, number: float) -> bool:
        return self.low <= number <= self.high and not (self.whole and number % 1)


ANY = Accepted()


def read_number(value: Any, accepted: Accepted = ANY) -> float:  # noqa: ANN401 - whatever a learner may give
    """The finite number that a learner typed: "0.5", "0,5", "1,200", " 50 % ", 3, numpy's numbers.

    Args:
        value: Text or a number.
        accepted: Its unit may stand behind the number, and if it is to be whole, it must be. Whether it lies
            between its ends is not asked here.

    Raises:
        UnclearError: If it is no finite number, or not whole where it must be.
    """
    unit = accepted.unit
    wanted = f"a number such as {accepted.example()}{f' (in {unit})' if unit else ''}"
    if isinstance(value, str) and not value.strip():
        raise UnclearError(NOTHING)
    if isinstance(value, str):
        text = value.strip().replace("\N{MINUS SIGN}", "-").removesuffix(unit).strip()
        if GROUPED.fullmatch(text[:LONGEST]):
            text = text.replace(",", "")
        if len(text) > LONGEST or not PLAIN.fullmatch(text):
            raise UnclearError(f"“{value.strip()[:LONGEST]}” is not a number; give {wanted}.")
        number = float(text.replace(",", "."))
    elif isinstance(value, bool):
        raise UnclearError(f"{value} is not a number; give {wanted}.")
    else:
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        except (TypeError, ValueError):
            raise UnclearError(f"An object of type {type(value).__name__} is not a number; give {wanted}.") from None
    if not math.isfinite(number):
        raise UnclearError(f"That is not a finite number; give {wanted}.")
    if accepted.whole and number % 1:
        raise UnclearError("Give a whole number.")
    return number


def _rounded(number: float) -> float:
    """To one figure: nobody's idea of an example is 37.5."""
    return float(f"{number:.0e}")
