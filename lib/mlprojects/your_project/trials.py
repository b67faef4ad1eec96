"""What trials without a failure can show: the short closed form, as far as a brief needs it.

If none of n independent trials fails, the one-sided upper bound of the failure rate at confidence c is
1 - (1 - c) ** (1 / n): Clopper and Pearson, Biometrika 26 (1934), for 0 failures. The archetypes wing has the general
form.
"""

from math import ceil, log, log1p

from mlprojects import checks

CONFIDENCE = 0.95
SLACK = 1e-12
"""Relative: where a bound is met exactly, floats may miss it by this."""


def trials_needed(rate: float) -> int:
    """How many trials without a failure show that the failure rate is not above `rate`, at 95 %.

    Args:
        rate: A share above 0 and below 1.

    Raises:
        TypeError: If it is no number.
        ValueError: If it is out of range.
    """
    own = checks.number("The failure rate", rate, 0, 1)
    if own in {0, 1}:
        raise ValueError(f"The failure rate must be above 0 and below 1; got {own:g}.")
    return ceil(log(1 - CONFIDENCE) / log1p(-own) * (1 - SLACK))


def best_bound(trials: int) -> float:
    """The smallest failure rate, a share, that so many trials can show at 95 %: if none of them fails.

    Args:
        trials: At least 1.

    Raises:
        TypeError: If it is no number.
        ValueError: If it is not whole, or below 1.
    """
    return float(1 - (1 - CONFIDENCE) ** (1 / checks.whole("The number of trials", trials, 1)))
