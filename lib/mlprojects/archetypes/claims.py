"""What failure rate a number of trials lets one claim: the exact one-sided binomial bound, and the trials it takes.

The bound is Clopper and Pearson's, "The use of confidence or fiducial limits illustrated in the case of the binomial",
Biometrika 26 (1934): the largest failure rate at which so few failures, or fewer, are still seen in a share
1 - confidence of all experiments. It holds for trials that are independent and alike, of a number fixed beforehand.
"""

from math import ceil, log, log1p

import numpy as np
import pandas as pd

from mlprojects import checks

CONFIDENCE = 0.95
RATES = (0.1, 0.01, 0.001, 0.0001)
"""Failure rates, a nine apart, whose trials `without_failure` counts."""
MOST = 10**9
"""Trials that are accepted: the exact bound's numerics are tried up to here."""
NEARLY_ALL = 0.998
"""Of all tests: as far as `chances` tells them apart."""
SLACK = 1e-12
"""Relative: where a bound is met exactly, floats may miss it by this."""


def upper_bound(failures: int, trials: int, confidence: float = CONFIDENCE) -> float:
    """The largest failure rate that still fits what was seen.

    Args:
        failures: Seen in the trials, at least 0.
        trials: At least 1.
        confidence: Above 0 and below 1: of all experiments, at least this share gives a bound above the true rate.

    Returns:
        A share from 0 to 1: 1 if every trial failed.

    Raises:
        TypeError: If an argument is no number.
        ValueError: If one is out of range, or there are more failures than trials.
    """
    n = checks.whole("The number of trials", trials, 1, MOST)
    k = checks.whole("The number of failures", failures, 0, n)
    level = level_of(confidence)
    if k == n:
        return 1.0
    from scipy.stats import beta  # type: ignore[import-untyped]  # noqa: PLC0415 - `import mlprojects` stays light

    return float(beta.ppf(level, k + 1, n - k))


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
    from scipy.stats import binom  # noqa: PLC0415 - see upper_bound

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


def without_failure(confidence: float = CONFIDENCE) -> pd.DataFrame:
    """Trials without a failure that each of `RATES` takes.

    Args:
        confidence: As in `upper_bound`.

    Returns:
        Index `rate`; `trials`, and `rule_of_three` (3 / rate, the short form at 95 %).
    """
    trials = [trials_for(rate, 0, confidence) for rate in RATES]
    rule = [round(3 / rate) for rate in RATES]
    return pd.DataFrame({"trials": trials, "rule_of_three": rule}, index=pd.Index(RATES, name="rate"))


def chances(trials: int, rate: float) -> "pd.Series[float]":
    """The chance of each number of failures, at a true failure rate.

    Args:
        trials: At least 1.
        rate: The true one, from 0 to 1.

    Returns:
        Index `failures`, from 0 on; the chances, to a sum of at least `NEARLY_ALL`.
    """
    n = checks.whole("The number of trials", trials, 1)
    true = checks.number("The failure rate", rate, 0, 1)
    from scipy.stats import binom  # noqa: PLC0415 - see upper_bound

    number = range(int(binom.ppf(NEARLY_ALL, n, true)) + 1)

    # Differences of the sum: binom.pmf itself overflows at rates that are nearly 0.
    chance = np.diff(binom.cdf(list(number), n, true), prepend=0)
    return pd.Series(chance, index=pd.Index(number, name="failures"), name="chance")


def _rate(rate: float) -> float:
    own = checks.number("The failure rate", rate, 0, 1)
    if own in {0, 1}:
        raise ValueError(f"The failure rate must be above 0 and below 1; got {own:g}. No trials show that it is 0.")
    return own


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
