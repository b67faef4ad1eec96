"""Exact statements on a share by counting: an interval, a one-sided bound, and the trials that a claim takes.

All are Clopper and Pearson's, "The use of confidence or fiducial limits illustrated in the case of the binomial",
Biometrika 26 (1934). They hold for trials that are independent and alike, of a number fixed beforehand.
"""

from math import ceil, log, log1p

import numpy as np
import numpy.typing as npt

from mlprojects import checks

CONFIDENCE = 0.95
"""Unless another is asked for."""
MOST = 10**13
"""Trials that are accepted: the numerics are tried up to here."""
SLACK = 1e-12
"""Relative: where a bound is met exactly, floats may miss it by this."""


def interval(count: float, of: int, level: float = CONFIDENCE) -> tuple[float, float]:
    """Between which shares the true one is: the exact two-sided interval.

    Args:
        count: How many were seen, from 0 to `of`. A share times its cases may miss a whole number by its last digit.
        of: Of how many, at least 1.
        level: Above 0 and below 1: of all experiments, at least this share gives an interval with the true share in it.

    Returns:
        Both ends, as shares.

    Raises:
        TypeError: If an argument is no number.
        ValueError: If one is out of range.
    """
    from scipy.special import betaincinv  # type: ignore[import-untyped]  # noqa: PLC0415 - `import mlprojects` is light

    size = checks.whole("The number of cases", of, 1, MOST)
    seen, tail = checks.number("The count", count, 0, size), (1 - level_of(level)) / 2
    low = float(betaincinv(seen, size - seen + 1, tail)) if seen > 0 else 0.0
    high = float(betaincinv(seen + 1, size - seen, 1 - tail)) if seen < size else 1.0
    return low, high


def upper_bound(failures: int, trials: int, confidence: float = CONFIDENCE) -> float:
    """The largest failure rate that still fits what was seen: the exact one-sided bound.

    At a higher rate, so few failures or fewer are seen in less than a share 1 - confidence of all experiments.

    Args:
        failures: Seen in the trials, at least 0.
        trials: At least 1.
        confidence: Above 0 and below 1: of all experiments, at least this share gives a bound not below the true rate.

    Returns:
        A share from 0 to 1: 1 if every trial failed.

    Raises:
        TypeError: If an argument is no number.
        ValueError: If one is out of range, or there are more failures than trials.
    """
    n = checks.whole("The number of trials", trials, 1, MOST)
    k = checks.whole("The number of failures", failures, 0, n)
    return float(upper_bounds(np.array(k), np.array(n), confidence))


def upper_bounds(
    failures: npt.NDArray[np.int_], trials: npt.NDArray[np.int_], confidence: float = CONFIDENCE
) -> npt.NDArray[np.float64]:
    """`upper_bound` of each of many counts, in arrays of one shape; 1 where all trials failed, or there was none.

    Raises:
        TypeError: If the confidence is no number.
        ValueError: If the confidence is out of range.
    """
    from scipy.special import betaincinv  # noqa: PLC0415 - see interval

    right = np.maximum(trials - failures, 1)
    bounds = betaincinv(failures + 1, right, level_of(confidence))
    return np.where(trials > failures, bounds, 1.0)


def chance_of_so_few(failures: int, trials: int, rate: float) -> float:
    """The chance of so many failures or fewer, at a true failure rate.

    Args:
        failures: At least 0.
        trials: At least 1.
        rate: The true one, from 0 to 1.

    Raises:
        TypeError: If an argument is no number.
        ValueError: If one is out of range, or there are more failures than trials.
    """
    n = checks.whole("The number of trials", trials, 1)
    k = checks.whole("The number of failures", failures, 0, n)
    true = checks.number("The failure rate", rate, 0, 1)
    from scipy.stats import binom  # type: ignore[import-untyped]  # noqa: PLC0415 - see interval

    return float(binom.cdf(k, n, true))


def trials_for(rate: float, failures: int = 0, confidence: float = CONFIDENCE) -> int:
    """The smallest number of trials that show a failure rate, if so many of them fail.

    Args:
        rate: To be shown: the bound is not above it; above 0 and below 1.
        failures: Seen in the trials, at least 0.
        confidence: As in `upper_bound`.

    Raises:
        TypeError: If an argument is no number.
        ValueError: If one is out of range.
    """
    claimed, level = _rate(rate), level_of(confidence)
    k = checks.whole("The number of failures", failures, 0)
    if k == 0:
        return ceil(log(1 - level) / log1p(-claimed) * (1 - SLACK))

    def shown(trials: int) -> bool:
        return chance_of_so_few(k, trials, claimed) <= (1 - level) * (1 + SLACK)

    # The chance of so few failures falls with each trial more: double until it is small enough, then halve the gap.
    low, high = k, 2 * k
    while not shown(high):
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if shown(middle) else (middle, high)
    return high


def level_of(confidence: float) -> float:
    """The confidence, if it is above 0 and below 1.

    Raises:
        TypeError: If it is no number.
        ValueError: If it is out of range.
    """
    own = checks.number("The confidence", confidence, 0, 1)
    if own in {0, 1}:
        raise ValueError(f"The confidence must be above 0 and below 1; got {own:g}.")
    return own


def _rate(rate: float) -> float:
    own = checks.number("The failure rate", rate, 0, 1)
    if own in {0, 1}:
        raise ValueError(f"The failure rate must be above 0 and below 1; got {own:g}. No trials show that it is 0.")
    return own
