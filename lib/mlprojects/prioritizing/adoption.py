"""What firms used machine learning for, by one published survey: numbers, source and date.

Source: Algorithmia, "2020 State of Enterprise Machine Learning", a survey of the year 2019 by a firm that sells tools
for deployment. We could not read the report itself: 34, 30, 55 % and the 750 persons are in reports on it
(mejoin.org, 26 May 2020); of the two largest shares those say "almost 40 %", and 38 and 37 % are as the lecture has
them.
"""

import pandas as pd

from mlprojects import binomial, checks
from mlprojects.words import in_percent

SOURCE = "Algorithmia, 2020 State of Enterprise Machine Learning"
ASKED = 750
"""Persons who decide about machine learning in their firms."""
NONE_DEPLOYED = 55.0
"""Percent of the firms that had not deployed any model."""
LECTURE, REPORTED = "as the lecture has it; “almost 40 %” in reports", "in reports on the survey"

USES = pd.DataFrame(
    {
        "percent": [38.0, 37.0, 34.0, 30.0],
        "seen": [LECTURE, LECTURE, REPORTED, REPORTED],
    },
    index=pd.Index(
        ["cutting costs", "insight into customers", "better customer experience", "internal processes"], name="use"
    ),
)
"""Percent of those asked who named a use; several could be named. `seen`: where we found the number."""


def read(use: str) -> pd.Series:
    """One use, as it should be read.

    Returns:
        `percent` who named it, `others` who did not, `deployed` (percent of firms with any model in use), `persons` (of
        those asked, to the nearest five: percentages are rounded), `low` and `high` (the exact 95 % interval, in
        percent, had those asked been drawn at random).

    Raises:
        ValueError: If there is no such use.
    """
    named = float(USES["percent"].to_dict()[checks.one_of("The use", use, USES.index)])
    persons = 5 * round(ASKED * named / 500)
    low, high = map(in_percent, binomial.interval(persons, ASKED))
    return pd.Series(
        {
            "percent": named,
            "others": 100 - named,
            "deployed": 100 - NONE_DEPLOYED,
            "persons": persons,
            "low": low,
            "high": high,
        }
    )


def intervals() -> pd.DataFrame:
    """All uses: `USES` with `low` and `high` as in `read`."""
    return USES.join(pd.DataFrame({use: read(use)[["low", "high"]] for use in USES.index}).T)


def not_apart(use: str) -> list[str]:
    """The other uses whose percentage lies in this one's interval: chance alone may have made their order.

    Errors as in `read`.
    """
    own = read(use)
    return USES.index[USES["percent"].between(own["low"], own["high"]) & (USES.index != use)].tolist()
