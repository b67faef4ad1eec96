"""What trials without a failure can show, as far as a brief needs it: the exact bound of `mlprojects.binomial`."""

from mlprojects.binomial import trials_for, upper_bound


def trials_needed(rate: float) -> int:
    """How many trials without a failure show that the failure rate is not above `rate`, at 95 %.

    Args:
        rate: A share above 0 and below 1.

    Raises:
        TypeError: If it is no number.
        ValueError: If it is out of range.
    """
    return trials_for(rate)


def best_bound(trials: int) -> float:
    """The smallest failure rate, a share, that so many trials can show at 95 %: if none of them fails.

    Args:
        trials: At least 1.

    Raises:
        TypeError: If it is no number.
        ValueError: If it is not whole, or out of range.
    """
    return upper_bound(0, trials)
