"""The checks of a brief about claims: what "autonomous" promises, and whether the planned trials could show it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .trials import best_bound, trials_needed

if TYPE_CHECKING:
    from mlprojects.record.brief import Brief

AUTONOMOUS = "Autonomous"
"""The archetype whose output takes effect without review."""
SMALLEST = 1e-12
"""A share; smaller rates are slips of the pen."""
MANY = 10**12
"""From here on numbers are written short."""


def failure_rate(brief: "Brief") -> Iterator[str]:
    """An autonomous project says which failure rate is accepted, and how many trials are planned to show it."""
    if brief.text("archetype_archetype") != AUTONOMOUS:
        return
    if brief.number("archetype_failure_rate") is None:
        yield "It acts without review: say which failure rate is accepted, in percent."
    if brief.number("archetype_trials") is None:
        yield "It acts without review: say how many trials are planned to show its failure rate."


def trials(brief: "Brief") -> Iterator[str]:
    """The trials planned could show the failure rate that is accepted; held against every project that gives both."""
    rate, planned = brief.number("archetype_failure_rate"), brief.number("archetype_trials")
    if rate is not None and not SMALLEST <= rate / 100 < 1:
        yield f"No trials show a failure rate of {rate:g} %: give one that can be counted, above 0 and below 100."
    elif planned is not None and (planned < 1 or planned % 1):
        yield f"{planned:,.12g} cannot be a number of trials: give a whole number, at least 1."
    elif rate is not None and planned is not None and planned < trials_needed(rate / 100):
        yield (
            f"{_trials(planned)} cannot show a failure rate of {rate:g} %: even without a failure they "
            f"show {_above(100 * best_bound(int(planned)), rate)} % at best (with 95 % confidence). It takes "
            f"{_number(trials_needed(rate / 100))} without a failure."
        )


def _trials(planned: float) -> str:
    return "1 trial" if planned == 1 else f"{_number(planned)} trials"


def _number(number: float) -> str:
    """Digit by digit as far as one can read them."""
    return f"{int(number):,}" if number < MANY else f"{number:.3g}"


def _above(bound: float, rate: float) -> str:
    """A bound in as few digits as leave it above the rate: 298 trials show 1.0002 %, which is not 1 %."""
    return next((told for digits in range(3, 17) if float(told := f"{bound:.{digits}g}") > rate), f"{bound!r}")
