"""Numbers as people type them."""

import math
import re
from typing import Any

LONGEST = 40
"""Characters; a longer text is no number."""
PLAIN = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?")
GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?")


class UnclearError(ValueError):
    """A text that is no number; one sentence that says what is accepted."""


def read_number(value: Any, unit: str = "") -> float:  # noqa: ANN401 - whatever a learner may give
    """The finite number that a learner typed: "0.5", "0,5", "1,200", " 50 % ", 3, numpy's numbers.

    Args:
        value: Text or a number.
        unit: May stand behind the number.

    Raises:
        UnclearError: If it is no finite number.
    """
    accepted = f"a number such as 0.5{f' (in {unit})' if unit else ''}"
    if isinstance(value, str):
        text = value.strip().replace("\N{MINUS SIGN}", "-").removesuffix(unit).strip()
        if GROUPED.fullmatch(text[:LONGEST]):
            text = text.replace(",", "")
        if len(text) > LONGEST or not PLAIN.fullmatch(text):
            raise UnclearError(f"“{value.strip()[:LONGEST]}” is not a number; give {accepted}.")
        number = float(text.replace(",", "."))
    elif isinstance(value, bool):
        raise UnclearError(f"{value} is not a number; give {accepted}.")
    else:
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        except (TypeError, ValueError):
            raise UnclearError(f"An object of type {type(value).__name__} is not a number; give {accepted}.") from None
    if not math.isfinite(number):
        raise UnclearError(f"That is not a finite number; give {accepted}.")
    return number
