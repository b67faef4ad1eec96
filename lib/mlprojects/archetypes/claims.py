"""Claims of a failure rate: what clean trials are worth, and what a system at the bound would do.

The bound itself and the trials that a claim takes are in `mlprojects.binomial`, which all wings share.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from mlprojects import checks
from mlprojects.binomial import CONFIDENCE, trials_for, upper_bound

__all__ = ["CONFIDENCE", "NEARLY_ALL", "RATES", "chances", "seen", "trials_for", "upper_bound", "without_failure"]

RATES = (0.1, 0.01, 0.001, 0.0001)
"""Failure rates, a nine apart, whose trials `without_failure` counts."""
NEARLY_ALL = 0.998
"""Of all tests: as far as `chances` tells them apart."""


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


def seen(failures: Sequence[int], trials: int, confidence: float = CONFIDENCE) -> pd.DataFrame:
    """What some trials show, by how many of them failed.

    Args:
        failures: Numbers of failures to look at.
        trials: At least 1.
        confidence: As in `upper_bound`.

    Returns:
        Index `failures`; `rate` (failures / trials) and `bound`, both shares.
    """
    rows = [(failed / trials, upper_bound(failed, trials, confidence)) for failed in failures]
    return pd.DataFrame(rows, columns=["rate", "bound"], index=pd.Index(failures, name="failures"))


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
    from scipy.stats import binom  # type: ignore[import-untyped]  # noqa: PLC0415 - `import mlprojects` stays light

    number = range(int(binom.ppf(NEARLY_ALL, n, true)) + 1)

    # Differences of the sum: binom.pmf itself overflows at rates that are nearly 0.
    chance = np.diff(binom.cdf(list(number), n, true), prepend=0)
    return pd.Series(chance, index=pd.Index(number, name="failures"), name="chance")
