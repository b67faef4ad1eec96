"""The sentences of the part "ladder": what each picture shows, in words, from the same frames."""

from typing import TYPE_CHECKING

from mlprojects.words import capital, count, percent

from . import bugs, floors
from .diabetes import MEAN
from .ladder import CONSTANT, LEVEL, RANDOM

if TYPE_CHECKING:
    import pandas as pd

    from .bugs import Looks
    from .floors import Advice

CHANCE = 1 - LEVEL
"""Below this likelihood a difference is not put down to chance."""


def points(number: float) -> str:
    """A number of percentage points: "1 point", "5 points", "2.3 points"."""
    shown = f"{number:.1f}".removesuffix(".0")
    return f"{'0' if shown == '-0' else shown} {'point' if shown in {'1', '-1'} else 'points'}"


def how_high_a_rung(rung: str, row: "pd.Series", against: tuple[str, tuple[int, int, float]] | None) -> str:
    """Of a rung of `ladder.ladder`: its error, what it saves of the constant's, and the rung it is compared with.

    Args:
        rung: Its name.
        row: Its row.
        against: Another rung and `ladder.compare` of this one with it.
    """
    text = (
        f"{capital(rung)}: {row['error']:.1f} % of the test images wrong "
        f"({percent(LEVEL)} interval: {row['low']:.1f} to {row['high']:.1f} %), for "
        f"{count(int(row['minutes']), 'minute')} of work."
    )
    if rung not in {CONSTANT, RANDOM}:
        text += f" It avoids {percent(row['removed'])} of the constant's errors."
    if against is None:
        return text
    other, (own, others, chance) = against
    if chance >= CHANCE:
        verdict = "these images do not tell which is better"
    else:
        verdict = "it is better" if own < others else "it is worse"
    return f"{text} Only {other} gets {count(others, 'image')} wrong, only this rung {own}: {verdict}."


def how_it_does(rung: str, row: "pd.Series[float]", lost: int, splits: int) -> str:
    """Of a rung of `diabetes.ladder`: both errors, its lead over the mean, and how often it loses to it.

    Args:
        rung: Its name.
        row: Its row.
        lost: In how many splits the mean does better.
        splits: How many there are.
    """
    text = (
        f"{capital(rung)}: an error of {row['train']:.0f} on the rows it was shown, of {row['test']:.0f} on new ones."
    )
    if rung == MEAN:
        return f"{text} This is the floor: a model that does no better on new rows is of no use as it stands."
    ahead = row["lead"] > 0
    text += f" That is {abs(row['lead']):.0f} {'better' if ahead else 'worse'} than the mean"
    low, high = row["low"], row["high"]
    text += f" ({percent(LEVEL)} interval of the lead: {low:.0f} to {high:.0f})."
    if low < 0 < high:
        text += " One split alone leaves open which is better."
    return f"{text} The mean wins in {lost} of {splits} splits, which share rows."


def what_is_seen(case: str, seen: "Looks", look: int) -> str:
    """Of a network of `bugs`: what the looks so far show, and the verdict after the third."""
    text = f"{capital(case)} errs on {seen.train:.0f} % of the {bugs.SHOWN} images it was shown"
    text += f" and on {seen.test:.0f} % of new ones."
    if look == 1:
        stuck = seen.train >= bugs.STUCK
        return text + (
            " It has not even learned what it was shown."
            if stuck
            else " It has learned what it was shown; why that does not carry over, this cannot tell."
        )
    text += f" Shown only {bugs.HEART} images, it errs on {seen.heart:.0f} % of these."
    if look == 2:  # noqa: PLR2004 - the second look
        return text + (
            " A network that cannot learn ten images by heart has a bug in its training."
            if seen.heart >= bugs.STUCK
            else " So it can learn; the training works."
        )
    first, last = seen.more.iloc[0], seen.more.iloc[-1]
    change = f"still {last:.0f} %" if f"{last:.0f}" == f"{first:.0f}" else f"{last:.0f} % instead of {first:.0f} %"
    text += f" With {seen.more.index[-1]} images instead of {seen.more.index[0]}: {change} on new ones."
    found = bugs.found(case) or "nothing clear"
    return f"{text} Verdict: {found}. In truth, {bugs.CASES[case]}."


def what_the_line_advises(advice: "Advice", human: float, measured: str) -> str:
    """Of the drawn curves beside a human line."""
    text = f"Training {floors.TRAIN:g} %, validation {floors.VALIDATION:g} %, people {human:g} %."
    if measured != floors.SAME:
        return (
            f"{text} No advice: {floors.MEASURED[measured]}, so this line and the curves cannot be compared. Measure "
            f"people again, on the same images and by the same count."
        )
    first, second = points(advice.avoidable), points(advice.generalisation)
    return f"{text} Training minus people: {first}; validation minus training: {second}. {_next(advice)}"


def what_real_curves_advise(  # noqa: PLR0913, PLR0917 - the numbers of the state
    model: str, size: int, human: float, row: "pd.Series[float]", advice: "Advice", blur: float
) -> str:
    """Of measured curves at one number of images, beside a supposed human line."""
    text = (
        f"{capital(model)}, {size} images: training {_percent(row['train'])}, validation {_percent(row['validation'])} "
        f"(this one give or take {blur:.1f}). Gap to people {points(advice.avoidable)}, gap to new images "
        f"{points(advice.generalisation)}."
    )
    tells = not floors.alike(row["validation"], human, blur)
    return f"{text} {_next(advice, tells=tells)}"


def _percent(error: float) -> str:
    """As the picture has it: "3 %", "9.6 %"."""
    return f"{error:.1f}".removesuffix(".0") + " %"


def _next(advice: "Advice", *, tells: bool = True) -> str:
    """The advice; where validation and people are too near each other to tell, that instead of who is better."""
    if advice.reached and not tells:
        return "That is about as good as people: these numbers do not tell who is better."
    if advice.reached:
        return "As measured, it is no worse than people on new images: this line asks for nothing more."
    if advice.step == floors.EITHER:
        return "The gaps are about as large as each other: these numbers do not tell which to close first."
    which = "first" if advice.step == floors.UNDERFITTING else "second"
    return f"The {which} gap is larger: {advice.step} first."


def how_far_up(year: int, error: float, floor: tuple[str, float], ceiling: tuple[str, float]) -> str:
    """Of a winner of the contest between a floor and a ceiling."""
    text = (
        f"In {year} the winner was wrong on {error:g} % of the images. Floor: {floor[1]:g} % ({floor[0]}); ceiling: "
        f"{ceiling[1]:g} % ({ceiling[0]})."
    )
    if floor[1] <= ceiling[1]:
        return (
            f"{text} Here the floor lies beyond the ceiling, so this ceiling has been broken: it was what one person "
            f"reached, not what can be reached."
        )
    share = floors.covered(error, *(each[1] for each in (floor, ceiling)))
    text += f" The winner is {percent(share)} of the way from floor to ceiling."
    if share > 1:
        text += " More than all of it: this ceiling was what one person reached, not what can be reached."
    return text
