"""The sentences of the part "nines": what each picture shows, from the same frames; and large numbers in words."""

from math import floor, log10

import pandas as pd

from mlprojects.words import both, percent

from .ceiling import LEVEL, WORST, Seen, safe_lead
from .curve import ALL, BEYOND, EXTRAPOLATED, HELD, PowerLaw, reach

TIMES = "\N{MULTIPLICATION SIGN}"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ASSUMED = ", if the models share half of the better one's mistakes"
"""`ceiling.SHARED` in words, on which the number of images hangs."""
_CLEARLY = f"clearly (McNemar's test, {percent(LEVEL)}) four times in five"
"""`ceiling.LEVEL` and `ceiling.POWER` in words."""
_KINDS = {
    "theory, steep": "It is a theory's, not a measured one",
    "theory, flat": "It is a theory's, not a measured one",
    "deep nets, steepest": "Only the exponent is published",
    "deep nets, flattest": "It is that of a language model's loss, not of a share of errors",
}
"""What kind of exponent each of `curve.PUBLISHED` is."""
_MILLION, _LONGEST = 1e6, 1e7
_FEW = 2
"""Names in a sentence; more are counted."""


def large(number: float) -> str:
    """A number by two figures: "8.1", "230", "83,000"; from ten million on by powers of ten."""
    if number >= _LONGEST:
        figure, power = f"{number:.0e}".split("e+")
        return f"{figure} {TIMES} 10{str(int(power)).translate(_RAISED)}"
    digits = 1 - floor(log10(number))
    return f"{round(number, digits):,.{max(digits, 0)}f}".removesuffix(".0")


def share(part: float) -> str:
    """A share in percent with as many decimals as it needs: "5 %", "0.1 %", "98.9 %"."""
    return f"{100 * part:.4g} %"


def amount(number: float) -> str:
    """Decisions or money a year: "350,000", "15.0 million", "1.1 billion"."""
    if number >= 1000 * _MILLION:
        return f"{number / _MILLION / 1000:,.1f} billion"
    return f"{number / _MILLION:,.1f} million" if number >= _MILLION else f"{number:,.0f}"


def factor(times: float, ends: tuple[float, float]) -> str:
    """What one more nine takes, with its interval: "8.1 (6.9 to 9.8)"."""
    return f"{large(times)} ({large(ends[0])} to {large(ends[1])})"


def nine_fitted(  # noqa: PLR0913 - what the line says, and what was measured
    law: PowerLaw,
    row: "pd.Series[float]",
    ends: tuple[float, float],
    *,
    target: float,
    last: int,
    measured: float,
) -> str:
    """Of the fitted curve: what the target takes, how sure that is, and how the line does where it was not fitted.

    Args:
        law: The fitted line.
        row: That of the curve in `curve.prices`.
        ends: From `curve.factor_between`.
        target: The error aimed at.
        last: Up to which size it was fitted.
        measured: The error that was measured at `curve.HELD` images.
    """
    images = law.images_between(target)
    between = f" (95 % interval, if the line is straight: {large(images[0])} to {large(images[1])})" if images else ""
    text = (
        f"Fitted up to {last} images, an error of {share(target)} takes about {large(row['images'])}{between}; "
        f"one more nine takes {large(row['factor'])} times as many ({large(ends[0])} to {large(ends[1])})."
    )
    text += {
        BEYOND: f" That is beyond this data set: only {ALL:,} images can be trained on.",
        EXTRAPOLATED: " That lies beyond the points that were fitted.",
    }.get(reach(row["images"], last), "")
    return f"{text} At {HELD:,} the line promises {percent(law.error(HELD), 1)}; measured: {percent(measured, 1)}."


def nine_published(name: str, row: "pd.Series[float]", target: float) -> str:
    """Of a published exponent: what it makes of the target, and what is not known."""
    return (
        f"If from 90 % right on the error fell with the exponent {row['exponent']:g} ({name}), an error of "
        f"{share(target)} would take about {large(row['images'])} images; one more nine takes {large(row['factor'])} "
        f"times as many. {_KINDS[name]}; where a curve starts differs from task to task."
    )


def what_can_be_told(pair: Seen, true: tuple[float, float], wrong: float, pattern: str, needed: int | None) -> str:
    """Of two models and a test set: what is measured, whether the order survives, and how many images show it."""
    if wrong == 0:
        return (
            f"With all labels right, a test set measures the truth: {share(true[0])} and {share(true[1])}. "
            f"About {large(needed or 1)} test images show the better model's lead {_CLEARLY}{_ASSUMED}."
        )
    text = (
        f"With {share(wrong)} of the labels wrong, {share(true[0])} and {share(true[1])} right are measured as "
        f"{share(pair.better)} and {share(pair.worse)}; a perfect model as {share(1 - wrong)}."
    )
    if needed is None:
        tie = abs(pair.gap) < 1e-9  # noqa: PLR2004 - a gap of 0 as floats give it
        worst = "The two look alike" if tie else "The worse model looks better"
        points = 100 * safe_lead(wrong)
        undone = f"a lead of up to {points:g} percentage {'point' if points == 1 else 'points'} can be undone"
        return f"{text} {worst}, and more images only make that surer: {undone}."
    kept = "Even there the order holds" if pattern == WORST else "At random they shrink the lead, and keep the order"
    return f"{text} {kept}: about {large(needed)} images show it {_CLEARLY}{_ASSUMED}."


def what_pays(frame: pd.DataFrame, price: float) -> str:
    """Of `cheap.at_price`: how many kinds of decision pay, their gain, who acts on them, which come next."""
    pays = frame[frame["worthwhile"]]
    number = "none" if pays.empty else f"{len(pays)}"
    text = f"At a price of {price:g} a prediction, {number} of {len(frame)} made-up kinds of decision are worthwhile"
    if pays.empty:
        text += "."
    else:
        text += (
            f", with a gain of {amount(pays['gain'].sum())} a year. On {amount(pays['machine_made'].sum())} predictions"
            f" a machine acts alone; people check {amount(pays['person_made'].sum())}."
        )
    waiting = frame.loc[~frame["worthwhile"] & (frame["break_even"] > 0), "break_even"]
    if len(waiting):
        text += f" Next, below {waiting.max():.2g}: {waiting.idxmax()}."
    never = [str(name) for name in frame.index[frame["break_even"] == 0]]
    if not never:
        return text
    return f"{text} At no price: {both(never) if len(never) <= _FEW else f'{len(never)} kinds'}."
