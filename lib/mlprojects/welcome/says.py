"""The sentences of the explorers: what each picture shows, in words, from the same frames."""

import pandas as pd

from mlprojects.words import both, count, percent

from . import model


def as_chance(chance: float) -> str:
    """A chance as a text: "88.2 %", "90 %"; never 0 % or 100 % for what is merely near."""
    shown = percent(chance, 1)
    if shown == "100.0 %" and chance < 1:
        return "over 99.9 %"
    if shown == "0.0 %" and chance > 0:
        return "under 0.1 %"
    return shown.replace(".0 %", " %")


def what_works(distribution: pd.DataFrame, any_works: float, chance: float, shared: float) -> str:
    """Of a `model.successes` frame: the chance of at least one, of none, and the number that works on average."""
    projects, chances = len(distribution) - 1, distribution["chance"].tolist()
    mean = sum(number * each for number, each in enumerate(chances))
    condition = " if the shared risk does not strike" if shared else ""
    if projects == 1:
        told = f"One project works with a chance of {as_chance(any_works)} and fails with {as_chance(chances[0])}."
    else:
        told = (
            f"Of {projects} projects with a chance of {as_chance(chance)} each{condition}, at least one works with a "
            f"chance of {as_chance(any_works)}; all fail with {as_chance(chances[0])}. On average {mean:.1f} work."
        )
    if not shared:
        return told
    without = as_chance(model.at_least(projects, chance))
    ceiling = as_chance(1 - shared)
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
        f"{as_chance(any_works)}."
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
    why = " (by definition)" if model.cannot_fail(definition, denominator) else ""
    return (
        f"Failing is “{definition}”; counted are {denominator}, {method}: "
        f"{here.failing} of {count(here.counted, 'idea')} fail, {percent(here.rate)}{why}. The same made-up ideas give "
        f"{len(rates)} rates between {percent(lowest)} and {percent(highest)}, by how one counts."
    )
