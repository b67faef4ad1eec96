"""Check the citation: is it said what failing is, of which projects, and how it was counted?"""

from functools import cache

import pandas as pd

from mlprojects import checks

from .claims import CLAIMS, NOT, PARTLY, STATED, Claim

ASKS = {
    "What counts as failing?": "definition",
    "Of which projects?": "denominator",
    "How was it counted?": "method",
}
"""The three things without which a rate means nothing, as questions to put to it."""

ANSWERS = (STATED, PARTLY, NOT)


@cache
def failure_claims() -> pd.DataFrame:
    """The claims with our verdicts: one row a claim.

    Returns:
        Index `short`; columns `claim`, `source`, `year`, `kind`, then `definition`, `denominator` and `method` (each
        one of `ANSWERS`), and `url`.
    """
    rows = [
        {
            "short": each.short,
            **{name: getattr(each, name) for name in ("claim", "source", "year", "kind")},
            **{ask: getattr(each, ask)[0] for ask in ASKS.values()},
            "url": each.url,
        }
        for each in CLAIMS
    ]
    return pd.DataFrame(rows).set_index("short")


def claim(short: str) -> Claim:
    """One claim by its short name.

    Raises:
        ValueError: If there is none; the sentence names those there are.
    """
    checks.one_of("The claim", short, [each.short for each in CLAIMS])
    return next(each for each in CLAIMS if each.short == short)


def complete() -> list[str]:
    """The claims for which all three are stated."""
    table = failure_claims()
    return [str(short) for short in table.index[(table[list(ASKS.values())] == STATED).all(axis="columns")]]
