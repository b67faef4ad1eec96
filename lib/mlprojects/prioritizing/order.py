"""What is certain about an order of projects, without a draw: who is above whom, and where two change places."""

import numpy as np
import pandas as pd

from mlprojects import checks

from .ranking import FEASIBILITY, IMPACT, SCORES, checked, ends, sums


def dominates(projects: pd.DataFrame, *, shared: bool = False) -> pd.DataFrame:
    """Who is better than whom in every draw and with every weight: True where the row's project is above the column's.

    With independent errors that takes a range that begins where the other's ends, or above, for both scores. If errors
    are shared, it is enough that both ends are as high as the other's, for both scores: ranges may overlap.

    Errors as in `ranking.combined`.
    """
    columns = checked(projects)
    above = np.ones((len(projects), len(projects)), dtype=bool)
    for name in SCORES:
        low, high = ends(columns, name)
        if shared:
            above &= (low[:, np.newaxis] >= low) & (high[:, np.newaxis] >= high)
        else:
            above &= low[:, np.newaxis] >= high
    total = sums(columns)
    above &= total[:, np.newaxis] > total
    return pd.DataFrame(above, index=projects.index, columns=projects.index)


def swaps(projects: pd.DataFrame) -> pd.DataFrame:
    """The weights at which two projects change places, exactly: columns weight, low, high; sorted by weight.

    Below the weight the project `low` is ahead, above it `high`. A pair in which one is at least as good in both never
    changes places. Errors as in `ranking.combined`.
    """
    columns = checked(projects)
    one, other = np.triu_indices(len(projects), 1)
    by_impact = columns[IMPACT][one] - columns[IMPACT][other]
    by_feasibility = columns[FEASIBILITY][one] - columns[FEASIBILITY][other]
    crossing = by_impact * by_feasibility < 0
    one, other, by_impact, by_feasibility = (
        one[crossing],
        other[crossing],
        by_impact[crossing],
        by_feasibility[crossing],
    )
    first_low = by_feasibility > 0
    names = projects.index.to_numpy()
    table = pd.DataFrame(
        {
            "weight": by_feasibility / (by_feasibility - by_impact),
            "low": names[np.where(first_low, one, other)],
            "high": names[np.where(first_low, other, one)],
        }
    )
    return table.sort_values("weight", kind="stable", ignore_index=True)


def same_order(projects: pd.DataFrame, weight: float = 0.5) -> tuple[float, float]:
    """Between which weights of impact the plain order is that at `weight`: the nearest swaps on both sides, or 0 and 1.

    Errors as in `ranking.combined`.
    """
    middle = checks.number("The weight of impact", weight, 0, 1)
    places = swaps(projects)["weight"].to_numpy()
    # A weight within rounding of a swap is on it.
    below, above = places[places <= middle + 1e-12], places[places >= middle - 1e-12]
    return float(below.max(initial=0.0)), float(above.min(initial=1.0))
