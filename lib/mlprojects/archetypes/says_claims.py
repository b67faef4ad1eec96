"""The sentences of the explorers on claims: failure rates, miles, waiting, asking a person, picking a threshold."""

import pandas as pd

from mlprojects.words import capital, count, percent

from .asking import EACH, TEST
from .claims import CONFIDENCE
from .miles import PRECISION, YEARS, Outlook
from .picking import BY_BOUND, ON_TEST, TEAMS

AT_95 = f"at {percent(CONFIDENCE)} confidence"
LONG, YEAR, MONTH, DAY = 100, 2, 2 / 12, 2 / 365
"""Years from which on a span is told in whole years, years, months and days; below, in hours."""
_MILLION, _BILLION = 1e6, 1e9
ONE = {"deaths": "death", "reported injuries": "reported injury", "reported crashes": "reported crash"}
EARLY = 10
"""The first years, which `what_waiting_does` and the table tell apart."""
CLOSE = 0.5
"""Percent of the deaths by which two plans must differ for one to be called better."""


def share(part: float) -> str:
    """A share in percent by two figures: "0.3 %", "0.99 %", "13 %"."""
    return f"{100 * part:.2g} %"


def tenths(part: float) -> str:
    """A share in percent with at most one decimal: "0.9 %", "3 %"."""
    return percent(part, 1).replace(".0 ", " ")


def span(years: float) -> str:
    """Years in the unit that fits: "402 years", "12.5 years", "2.1 months", "26 days", "6 hours"."""
    if years >= YEAR:
        return f"{years:,.0f} years" if years >= LONG else f"{years:.1f} years"
    if years >= MONTH:
        return f"{12 * years:.1f} months"
    days = 365 * years
    return count(round(days), "day") if years >= DAY else count(max(round(24 * days), 1), "hour")


def distance(miles: float) -> str:
    """Miles by two or three figures: "8.8 billion", "275 million", "1.6 million"."""
    if miles >= _BILLION:
        return f"{miles / _BILLION:.2g} billion"
    million = miles / _MILLION
    return f"{million:.0f} million" if million >= 10 else f"{million:.1f} million"  # noqa: PLR2004 - figures to show


def what_may_be_claimed(failures: int, trials: int, confidence: float, bound: float, needed: int) -> str:
    """Of a number of trials: the bound, what it means, and what a claim of 1 % takes."""
    return (
        f"With {count(failures, 'failure')} in {trials:,} trials you may claim, at {percent(confidence)} confidence, a "
        f"failure rate of at most {share(bound)}. At a higher rate, so few failures would be seen in less than "
        f"{percent(1 - confidence)} of such tests. A claim of at most 1 % takes {needed:,} trials "
        f"with {count(failures, 'failure')}."
    )


def how_far_to_drive(  # noqa: PLR0913 - the numbers of the sentence
    event: str, *, shows: bool, miles: float, years: float, cars: int, events: float
) -> str:
    """Of a fleet: the miles that show or measure its rate, how long that takes, and what people cause on them."""
    if shows:
        aim = f"To show {AT_95} that they cause no more {event} than people, cars must do {distance(miles)} miles"
        how = f" without a {ONE[event]}"
    else:
        aim = f"To know their rate of {event} to within {percent(PRECISION)}, cars must do {distance(miles)} miles"
        how = ", if they are as safe as people"
    return (
        f"{aim}{how}. A fleet of {cars:,} that never stops takes {span(years)}. "
        f"On as many miles people cause {f'{events:.1f}' if shows else f'{events:.0f}'} {event}."
    )


def what_waiting_does(truth: str, learning: str, outlook: Outlook) -> str:
    """Of two plans: what each costs, and which costs fewer lives in our reckoning."""
    total, early = outlook.over().round(), outlook.over(EARLY).round()
    gap = outlook.over()["proof"] - outlook.over()["now"]
    if outlook.released is None:
        proof = f"Asked to prove first that they are no worse, they are not released in {YEARS} years: 100 %."
    else:
        proof = f"With the proof first they start in year {outlook.released}: {total['proof']:.0f} %."
    verdict = "Waiting costs lives" if gap > CLOSE else "Waiting saves lives" if gap < -CLOSE else "It hardly matters"
    return (
        f"Say the cars are {truth} and learn {learning}. Released now, they bring {total['now']:.0f} % of the "
        f"deaths of people alone in {YEARS} years, and {early['now']:.0f} % in the first {EARLY}. {proof} "
        f"{verdict}, in this reckoning of ours."
    )


def what_asking_does(row: "pd.Series[float]", threshold: float, promise: float, part: str, *, cheaper: bool) -> str:
    """Of a threshold: who decides, what goes wrong, whether the promise can be made (or was kept), and the cost."""
    who = (
        f"A person decides what the classifier is less than {100 * threshold:g} % sure of: {percent(row['asked'])} of "
        f"the images."
        if threshold
        else "Nobody is asked."
    )
    wrong = f"Of the {row['automated']:.0f} others" if threshold else f"Of {EACH} images"
    text = f"{who} {wrong}, {row['wrong']:.0f} are wrong in {part}: {tenths(row['error'])}"
    cost = f"A decision costs {row['cost']:.2f}"
    if part == TEST:
        kept = "was kept" if row["error"] <= promise else "was broken"
        return f"{text}. A promise of at most {percent(promise)} {kept} here. {cost}."
    text += f"; {AT_95} at most {tenths(row['bound'])}. That"
    if row["bound"] > promise:
        return f"{text} does not allow a promise of at most {percent(promise)}. {cost}."
    other = "another threshold allows it for less" if cheaper else "no other allows it for less"
    return f"{text} allows a promise of at most {percent(promise)}. {cost}; {other}."


def who_keeps_it(teams: pd.DataFrame, way: str, promise: float, images: int) -> str:
    """Of the teams: how many report that their promise is kept, how many keep it, and what the machine decides."""
    found = int(teams["threshold"].notna().sum())
    reported = int(((teams["reported"] <= promise) & teams["threshold"].notna()).sum())
    kept = int((teams["kept"] & teams["threshold"].notna()).sum())
    where = f"{TEAMS} teams pick a threshold for at most {percent(promise)} errors {way}, with {images} images."
    if not found:
        return (
            f"{capital(where)} No team finds one: so few images are not enough for this promise. People decide it all."
        )
    none = TEAMS - found
    lost = f" {none} {'finds' if none == 1 else 'find'} none: there, people decide all." if none else ""
    judge = "on these images" if way == ON_TEST else "on fresh images"
    bound = " The bound costs automation." if way == BY_BOUND else ""
    keepers = f"{reported} of {'the other ' if none else ''}{found}"
    return (
        f"{where}{lost} Judged {judge}, {keepers} keep their promise; in truth "
        f"{kept} {'does' if kept == 1 else 'do'}. On average the "
        f"machine decides {percent(teams['automated'].mean())}.{bound}"
    )
