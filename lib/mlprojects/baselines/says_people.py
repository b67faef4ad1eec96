"""The sentences of the part "people": what each picture shows, in words, from the same frames."""

import pandas as pd

from mlprojects.words import capital, count, percent

from .budget import EXPERT, MIXED, MODEL_ERROR, TRAINING
from .published import GOOGLENET, IMAGENET, WORST_OF_THREE, XRAYS
from .sources import CEILING, FLOOR, HINT, TARGET, Family
from .unequal import BEST, COPIED, KNOWING, MAJORITY, VOTERS, WEIGHED

CLOSE = 0.005
"""Shares that differ by less look the same in a sentence."""
NEARLY = 0.995
"""From here on a share would be rounded to 100 %."""
LITTLE = 0.02
"""A judge's lead that is hardly worth having."""
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TELLS = {
    FLOOR: "a floor, to be beaten",
    TARGET: "a target: what is asked for",
    HINT: "a hint: what was possible elsewhere",
    CEILING: "a number near the ceiling, hard to beat",
}


def where_it_stands(family: Family, *, trap: bool) -> str:
    """Of a family: side, what it tells, the robot's example; or how it misleads."""
    if trap:
        return f"{capital(family.name)}: how it misleads. {family.trap}"
    takes = family.effort if family.effort == "minutes" else f"about {family.effort}"
    return (
        f"{capital(family.name)} ({family.side}): {_TELLS[family.tells]}. For the robot: {family.robot}. "
        f"A first number takes {takes}."
    )


def what_the_crowd_gains(skill: float, voters: int, correlation: float, rights: tuple[float, float, float]) -> str:
    """Of a crowd of equals: how often the majority is right, and what correlation takes.

    Args:
        skill: Of one voter.
        voters: How many.
        correlation: Of two voters' correctness.
        rights: Share of right majorities: of these voters, of as many independent ones, of very many such voters.
    """
    right, independent, most = rights
    if voters == 1:
        return f"One person is right in {percent(skill)} of the cases. Nobody is there to be outvoted."
    text = f"{capital(_people(voters))}, each right in {percent(skill)}: the majority is right in {_right(right)}."
    gain = right - skill
    if correlation == 1:
        return f"{text} All say the same, so asking {_number(voters)} people is asking one."
    if abs(gain) < CLOSE:
        return f"{text} Where two disagree a draw decides: no gain."
    text += f" That is {abs(100 * gain):.0f} points {'better' if gain > 0 else 'worse'} than one person."
    if gain < 0:
        return f"{text} Where most people are wrong, a crowd is wrong more surely."
    if not correlation:
        return text
    return (
        f"{text} Independent, they would reach {_right(independent)}; however many such people vote, at most "
        f"{percent(most)}."
    )


def who_should_decide(guessers: int, skill: float, guesses: str, shares: "pd.Series[float]", blur: float) -> str:
    """Of a crowd of unequals: how often each way is right, and why weighing helps or fails.

    Args:
        guessers: How many of the nine guess.
        skill: Of the others.
        guesses: One of `unequal.GUESSES`.
        shares: From `unequal.ways`.
        blur: From `unequal.blur`: how far off the share of the weighed votes may be.
    """
    table = {str(way): share for way, share in shares.items()}
    told = (
        f"{capital(_people(VOTERS - guessers, 'knows', 'know'))} ({percent(skill)} right), "
        f"{_people(guessers, 'guesses', 'guess')}. Majority: {_right(table[MAJORITY])} right; weighed by the votes "
        f"alone: {_right(table[WEIGHED])}."
    )
    if guessers == 0:
        return f"{told} All are equal, so there is nothing to weigh."
    if guessers == VOTERS - 1:
        return f"{told} One who knows agrees with nobody, so the votes cannot show it. A few known answers would."
    if table[WEIGHED] >= table[KNOWING] - max(LITTLE, blur):
        return (
            f"{told} Those who know agree with each other: that gives them away. Knowing who guesses would add little."
        )
    if guesses == COPIED:
        return f"{told} {_why_copies_win(table, blur)}"
    return f"{told} A judge who knows who guesses: {percent(table[KNOWING])}. Too few know to be told from chance."


def _why_copies_win(table: dict[str, float], blur: float) -> str:
    if blur > LITTLE:
        return "That is a mean: in some crowds those who know win all the trust, in others those who copy."
    if table[WEIGHED] < table[MAJORITY] - LITTLE:
        return "Those who copy agree most of all, and are trusted most. The method takes errors to be independent."
    return f"The copied guess decides: no counting gets past it. Best single person: {percent(table[BEST])}."


def what_is_bought(table: pd.DataFrame, way: str, best: str, budget: float, purpose: str) -> str:
    """Of `budget.purchases`: number and quality of the labels, what they are good for, and what is best here."""
    row = {str(name): value for name, value in table.T[way].items()}
    checked = int(row["checked"])
    by_expert = f", {checked} of them by an expert" if way == MIXED else ""
    text = (
        f"{capital(way)}: ${budget:g} buys {count(int(row['images']), 'label')}{by_expert}; on average "
        f"{percent(row['wrong'])} are wrong."
    )
    if purpose == TRAINING:
        text += f" A classifier trained on them errs on {percent(row['error'])}."
        other, behind = percent(table["error"].to_dict()[best]), row["error"] - table["error"].min()
        why = "many labels beat good ones, on these digits"
    else:
        text += (
            f" A model that errs on {percent(MODEL_ERROR)} is measured at {percent(row['measured'])} on average; "
            f"a measurement is about {_points(row['off'])} off."
        )
        other, behind = f"{_points(table['off'].to_dict()[best])} off", row["off"] - table["off"].min()
        why = "good labels beat many" if best == EXPERT else "good labels count, as long as there are not too few"
    if way == best:
        return f"{text} Nothing is better here: {why}."
    return f"{text} {'Hardly better' if behind < CLOSE else 'Best here'}: {best} ({other})."


def what_people_reach(field: str, who: str, table: pd.DataFrame, best: str) -> str:
    """Of `published.of`: somebody's number, how it was measured, and the nearest to the best that is possible."""
    row = table.T[who]
    text = f"{capital(who)}: {_error(table, who)} wrong ({row['about']})."
    if field == XRAYS:
        nearest = "nobody here is nearer" if who == best else f"nearest here is {best}"
        return f"{text} The numbers are made up. To the best that is possible, {nearest}."
    if field == IMAGENET:
        ends = f"{table['low'].min():g} to {table['high'].max():g} %"
        return f"{text} A model of 2014, GoogLeNet: {GOOGLENET:g} %. People: {ends}. Say whom you asked."
    if row["rung"] == 1:
        return (
            f"{text} Take a wrong label wherever one of the three is wrong, and it is {WORST_OF_THREE:g} %: most of "
            "the time they err on different images."
        )
    return f"{text} Whom one asks, and how, moves the line that a model is held against."


def _error(table: pd.DataFrame, who: str) -> str:
    low, high = float(table["low"].to_dict()[who]), float(table["high"].to_dict()[who])
    return f"{low:.3g} %" if low == high else f"{low:g} to {high:g} %"


def _points(share: float) -> str:
    return f"{100 * share:.1f} points"


def _right(share: float) -> str:
    return "over 99 %" if NEARLY <= share < 1 else percent(share)


def _people(number: int, one: str = "", many: str = "") -> str:
    if number == 0:
        return f"nobody {one}".strip()
    return f"one person {one}".strip() if number == 1 else f"{_number(number)} people {many}".strip()


def _number(number: int) -> str:
    return _WORDS[number] if number < len(_WORDS) else str(number)
