"""The sentences of the part "wheel": what each picture shows, in words, from the same frames."""

from typing import TYPE_CHECKING

from mlprojects.words import both, capital, count, in_percent, percent

from .flywheel import LINKS
from .suggestions import SIZES

if TYPE_CHECKING:
    import pandas as pd

TO_DATA, TO_MODEL, TO_USERS = LINKS


def three_figures(number: float) -> int:
    """A number of users or labels by its first three figures: 7737.3 is 7740."""
    return int(float(f"{number:.3g}"))


def about(number: float) -> str:
    """The same in words: "500", "7,740", "148,000"."""
    return f"{three_figures(number):,}"


def needed_share(part: float) -> str:
    """A share in percent with as many decimals as it has, at most two: "50 %", "6.25 %", "33.33 %"."""
    return f"{in_percent(part):.2f}".rstrip("0").removesuffix(".") + " %"


def how_it_turned(
    history: "pd.DataFrame", other: "pd.DataFrame", capture: float, cut: tuple[str, ...], weeks: int
) -> str:
    """Of a wheel: what came of users, labels and errors, and which link stops it.

    Args:
        history: From `flywheel.run`.
        other: The same without the link from model to users; looked at if no link is cut.
        capture: Share of uses that leave a label.
        cut: The links that are cut.
        weeks: The last week.
    """
    last = history.iloc[-1]
    error, labels, users = percent(last["error"], 1), about(last["labels"]), about(last["users"])
    if not cut:
        return (
            f"No link is cut, and {percent(capture)} of all uses leave a label. After {weeks} weeks: {users} users, "
            f"{labels} labels, {error} wrong answers. If a better model won no users, there would be "
            f"{about(other.iloc[-1]['labels'])} labels and {percent(other.iloc[-1]['error'], 1)} wrong answers."
        )
    if TO_DATA in cut:
        return (
            f"No use leaves a label ({TO_DATA} is cut). After {weeks} weeks all is as it was: {users} users, "
            f"{labels} labels, {error} wrong answers. {_nothing_to_do(cut)}"
        )
    if TO_MODEL in cut:
        return (
            f"Labels pile up, to {labels} after {weeks} weeks, but the model does not learn from them ({TO_MODEL} is "
            f"cut). It gives {error} wrong answers, as at the start, so nobody new comes: {users} users."
        )
    return (
        f"The model gets better, with {error} wrong answers after {weeks} weeks, but this does not make the product "
        f"better ({TO_USERS} is cut): still {users} users. So labels come at a steady pace, to {labels}."
    )


def _nothing_to_do(cut: tuple[str, ...]) -> str:
    if len(cut) == 1:
        return "The two other links are whole, and have nothing to pass on."
    return f"{capital(both(cut[1:]))} is cut too, but nothing gets that far."


def what_it_takes(  # noqa: PLR0913 - the numbers of one state
    right: "pd.Series[float]",
    total: "pd.Series[float]",
    best: int,
    *,
    shown: int,
    size: int,
    needed: float,
    rival: float,
) -> str:
    """Of a number of suggestions: how often the right one is there, the seconds for it, and the best number.

    Args:
        right: Share by number of suggestions.
        total: Seconds an item by number of suggestions, from 0 (no model) on.
        best: The number with the fewest seconds.
        shown: The number that is looked at.
        size: Training images of each digit.
        needed: From `suggestions.accuracy_needed`.
        rival: Share in which the first guess of the model with most images is right.
    """
    there = right.loc[shown]
    where = "the first guess is right" if shown == 1 else f"the right one is among {shown} guesses"
    text = f"With {count(size, 'training image')} of each digit, {where} in {percent(there, 1)} of cases"
    if there > rival and size < SIZES[-1]:
        text += f", more often than one guess with {SIZES[-1]} images ({percent(rival, 1)})"
    text += (
        f". An item takes {total.loc[shown]:.2f} seconds, without a model {total.loc[0]:.2f}. {_pays(shown, needed)}"
    )
    if best == shown:
        return f"{text} No other number is faster."
    faster = "no suggestion at all" if best == 0 else f"{count(best, 'suggestion')}, {total.loc[best]:.2f} seconds"
    return f"{text} Fastest: {faster}."


def _pays(shown: int, needed: float) -> str:
    several = count(shown, "suggestion")
    if needed >= 1:
        return f"At these prices, {several} cannot pay, however good the model."
    if shown == 1:
        return f"{several} pays if it is right in more than {needed_share(needed)}."
    return f"{several} pay if the right one is there in more than {needed_share(needed)}."
