"""The sentence of each explorer's state: what its picture shows, in words, from the same frames as the picture."""

import pandas as pd

from mlprojects.words import both, count

from . import model


def percent(share: float, decimals: int = 1) -> str:
    """A share as a text: "88.2 %"; never 0 % or 100 % for what is merely near."""
    shown = f"{100 * share:.{decimals}f}"
    if float(shown) == 100 and share < 1:  # noqa: PLR2004 - certainty, in percent
        return f"over {100 - 10.0**-decimals:.{decimals}f} %"
    if float(shown) == 0 and share > 0:
        return f"under {10.0**-decimals:.{decimals}f} %"
    return f"{shown.removesuffix('.0')} %"


def what_works(distribution: pd.DataFrame, any_works: float, chance: float, shared: float) -> str:
    """Of a `model.successes` frame: the chance of at least one, of none, and the number that works on average."""
    projects, chances = len(distribution) - 1, distribution["chance"].tolist()
    mean = sum(number * each for number, each in enumerate(chances))
    if projects == 1:
        told = f"One project works with a chance of {percent(any_works)} and fails with {percent(chances[0])}."
    else:
        told = (
            f"Of {projects} projects with a chance of {percent(chance)} each, at least one works with a chance of "
            f"{percent(any_works)}; all fail with {percent(chances[0])}. On average {mean:.1f} work."
        )
    if not shared:
        return told
    without = percent(model.at_least(projects, chance))
    ceiling = percent(1 - shared)
    return f"{told} Without the shared risk it would be {without}; with it, no number of projects gets above {ceiling}."


def what_is_left(losses: pd.DataFrame, working: float, any_works: float) -> str:
    """Of a `model.losses` frame: what was removed, how many projects work, and what takes most of the others."""
    gone = [str(cause) for cause in losses.index[losses["removed"]]]
    start = f"With {both([f'“{cause}”' for cause in gone])} removed" if gone else "With nothing removed"
    if len(gone) == len(model.AVOIDABLE):
        start = "With all four avoidable causes removed"
    rest = f"; research risk still takes {losses['lost'][model.RESEARCH]:.1f}"
    return (
        f"{start}, {working:.1f} of 100 projects work{rest}. Of 6 such projects at least one works with a chance of "
        f"{percent(any_works)}."
    )


def what_is_known(short: str, asked: str | None) -> str:
    """Of one claim: what could be found about one question, or what became of the claim."""
    claim = model.claim(short)
    who = f"“{claim.claim}”: {claim.source}, {claim.year}."
    if asked is None:
        return f"{who} It is {claim.kind}. Retold: {claim.retold}"
    verdict, found = getattr(claim, asked)
    told = {model.STATED: "Stated", model.PARTLY: "Partly stated", model.NOT: "Not stated in what we could trace"}
    question = {field: question for question, field in model.ASKS.items()}[asked]
    return f"{who} {question} {told[verdict]}: {found}"


def what_is_counted(way: tuple[str, str, str], rates: pd.DataFrame) -> str:
    """Of one way of counting: its rate, and the range of all ways."""
    definition, denominator, method = way
    here = model.failure_rate(definition, denominator, method)
    lowest, highest = rates["rate"].min(), rates["rate"].max()
    return (
        f"Failing is “{definition}”; counted are {denominator}, {method}: "
        f"{here.failing} of {count(here.counted, 'idea')} fail, {percent(here.rate, 0)}. The same "
        f"made-up ideas give anything from {percent(lowest, 0)} to {percent(highest, 0)}, by how one counts."
    )
