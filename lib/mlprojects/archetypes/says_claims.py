"""The sentences of the part "claims": what each picture shows, in words, from the same frames."""

from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING

from mlprojects.binomial import CONFIDENCE
from mlprojects.words import capital, count, in_percent, percent

from .asking import ERROR, PERSON, TEST, VALIDATION
from .miles import PRECISION, YEARS, Outlook
from .picking import BY_BOUND, ON_TEST, TEAMS

if TYPE_CHECKING:
    import pandas as pd

AT_95 = f"at {percent(CONFIDENCE)} confidence"
LONG, YEAR, MONTH, DAY, HOUR = 100, 2, 2 / 12, 2 / 365, 1 / 8760
"""Years from which on a span is told in whole years, years, months, days and hours; below, in minutes."""
_MILLION, _BILLION = 1e6, 1e9
ONE = {"deaths": "death", "reported injuries": "reported injury", "reported crashes": "reported crash"}
EARLY = 10
"""The first years, which `what_waiting_does` and the table tell apart."""
CLOSE = 0.5
"""Percent of the deaths by which two plans must differ for one to be called better."""


def rounded_up(part: float, decimals: int) -> float:
    """A bound in percent, rounded up: what is claimed must never be less than what was shown."""
    return float(_ceiling(part, decimals))


def at_most(part: float) -> str:
    """A bound in percent, rounded up by two figures, from 10 % on by tenths: "0.3 %", "1 %" for 0.9936 %, "38.1 %"."""
    return f"{_ceiling(part, max(1, 1 - Decimal(in_percent(part)).adjusted())):f} %"


def tenths(part: float) -> str:
    """A share in percent with at most one decimal: "0.9 %", "3 %"."""
    return percent(part, 1).replace(".0 ", " ")


def _ceiling(part: float, decimals: int) -> Decimal:
    # Twelve figures are what the bound is good to; more would round 10 % up to 11 % for a last digit.
    exact = Decimal(f"{in_percent(part):.12g}").quantize(Decimal(1).scaleb(-decimals), ROUND_CEILING)
    return exact.quantize(Decimal(1)) if exact == exact.to_integral() else exact.normalize()


def span(years: float) -> str:
    """Years in the unit that fits: "402 years", "12.5 years", "2.1 months", "26 days", "6 hours", "19 minutes"."""
    if years >= YEAR:
        return f"{years:,.0f} years" if years >= LONG else f"{years:.1f} years"
    if years >= MONTH:
        return f"{12 * years:.1f} months"
    days = 365 * years
    if years < HOUR:
        return count(round(24 * 60 * days), "minute")
    return count(round(days), "day") if years >= DAY else count(round(24 * days), "hour")


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
        f"failure rate of at most {at_most(bound)}. At a higher rate, so few failures would be seen in less than "
        f"{percent(1 - confidence)} of such tests. A claim of at most 1 % takes {needed:,} trials "
        f"with {count(failures, 'failure')}."
    )


def how_far_to_drive(  # noqa: PLR0913 - the numbers of the sentence
    event: str, *, shows: bool, miles: float, years: float, cars: int, events: float
) -> str:
    """Of a fleet: the miles that show or measure its rate, how long that takes, and what people cause on them."""
    if shows:
        aim = f"To show {AT_95} that they cause no more {event} than people"
        how = f", cars must do {distance(miles)} miles without a {ONE[event]}"
    else:
        aim = f"To know their rate of {event} to within {percent(PRECISION)} {AT_95}"
        how = f", cars must do {distance(miles)} miles, if they are as safe as people"
    return (
        f"{aim}{how}. A fleet of {cars:,} that never stops takes {span(years)}. "
        f"On as many miles people cause {f'{events:.1f}' if shows else f'{events:.0f}'} {event}."
    )


def what_waiting_does(truth: str, learning: str, outlook: Outlook) -> str:
    """Of two plans: what each costs, and which costs fewer lives in our reckoning."""
    total, early = outlook.whole(), outlook.whole(EARLY)
    saved = outlook.saved_by_waiting()
    if outlook.released is None:
        proof = f"Asked to prove first that they are no worse, they are not released in {YEARS} years: 100 %."
    else:
        proof = f"With the proof first they start in year {outlook.released}: {total['proof']} %."
    verdict = (
        "Waiting costs lives" if saved < -CLOSE else "Waiting saves lives" if saved > CLOSE else "It hardly matters"
    )
    return (
        f"Say the cars are {truth} and learn {learning}. Released now, they bring {total['now']} % of the "
        f"deaths of people alone in {YEARS} years, and {early['now']} % in the first {EARLY}. {proof} "
        f"{verdict}, in this reckoning of ours."
    )


def what_asking_does(  # noqa: PLR0913 - the numbers of the sentence
    row: "pd.Series[float]", *, threshold: float, promise: float, confidence: float, part: str, cheaper: bool
) -> str:
    """Of a threshold: who decides, what goes wrong, whether the promise can be made (or was kept), and the cost."""
    images = {VALIDATION: "validation images", TEST: "test images"}[part]
    who = (
        f"A person decides what the classifier is less than {in_percent(threshold):g} % sure of: "
        f"{percent(row['asked'])} of the {images}. Of the {row['automated']:.0f} others"
        if threshold
        else f"Nobody is asked. Of the {row['automated']:.0f} {images}"
    )
    text = f"{who}, {row['wrong']:.0f} are wrong: {tenths(row['error'])}"
    cost = f"A decision costs {row['cost']:.2f} on average (an error {ERROR:g}, a person {PERSON:g})"
    bound = f"at {percent(confidence)} confidence at most {rounded_up(row['bound'], 1):g} %"
    promised = f"a promise of at most {percent(promise)}"
    if part == TEST:
        kept = "was kept" if row["error"] <= promise else "was broken"
        return f"{text}. {capital(promised)} {kept} on these images. Alone they would allow {bound}. {cost}."
    if row["bound"] > promise:
        return f"{text}; {bound}. That does not allow {promised}. {cost}."
    other = "another threshold allows it for less" if cheaper else "no other allows it for less"
    return f"{text}; {bound}. That allows {promised}. {cost}; {other}."


def who_keeps_it(of: "pd.Series[float]", way: str, promise: float, images: int) -> str:
    """Of the teams: how many promise, report that they keep it, keep it; and what the machine decides.

    Args:
        of: From `picking.counted`, in percent, which here are teams.
        way: One of `picking.WAYS`.
        promise: The rate.
        images: To pick on.
    """
    found, reported, kept, broken = (round(of[name]) for name in ("found", "reported", "kept", "broken"))
    where = f"{TEAMS} teams pick a threshold for at most {percent(promise)} errors {way}, with {images} images."
    if not found:
        return f"{where} No team finds one: so few images are not enough for this promise. People decide it all."
    none = TEAMS - found
    lost = f"{none} {'finds' if none == 1 else 'find'} none: there, people decide all." if none else "All find one."
    judge = "on these images" if way == ON_TEST else "on fresh images"
    bound = " The bound costs automation." if way == BY_BOUND else ""
    seem = "seems" if reported == 1 else "seem"
    fate = f"{kept} {'keeps' if kept == 1 else 'keep'} it and {broken} {'breaks' if broken == 1 else 'break'} it"
    return (
        f"{where} {lost} Judged {judge}, {reported} {seem} to keep the promise; in truth "
        f"{fate}. On average the machine decides {of['automated']:.0f} %.{bound}"
    )
