"""The checks of a brief about its one number: is it one, and does its target fit what baselines are expected to do?"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mlprojects.words import both

if TYPE_CHECKING:
    from mlprojects.record.brief import Brief

HIGHER, LOWER = "higher", "lower"
WITHOUT_MODEL = {"constant": "a constant", "script": "a script", "simple": "a simple model"}
"""What comes before the model, by its field."""
WITH_PEOPLE = {**WITHOUT_MODEL, "people": "people"}
NO_LIMITS = re.compile(r"\s*(none|nothing|no|not|n/a)\b", re.IGNORECASE)
"""How one says that there are no limits: an answer, too."""
IN_WORDS = re.compile(
    r"\b(zero|one|once|two|twice|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(thir|four|fif|six|seven|eigh|nine)teen"
    r"|(twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|half|third|quarter|tenth|percent|never|always)\b",
    re.IGNORECASE,
)
"""Limits without a digit. What is missing here is only asked for."""


def unit(brief: "Brief") -> Iterator[str]:
    """A metric has a unit, if only "none"."""
    if brief.text("metric_name") and not brief.text("metric_unit"):
        yield f"{_quoted(brief)} has no unit: degrees, ms, %, or “none”?"


def direction(brief: "Brief") -> Iterator[str]:
    """A metric says which way is better."""
    if brief.text("metric_name") and brief.text("metric_direction") not in {HIGHER, LOWER}:
        yield f"{_quoted(brief)} has no direction: is higher better, or lower?"


def target(brief: "Brief") -> Iterator[str]:
    """A metric has a number to be reached."""
    if brief.text("metric_name") and brief.number("metric_target") is None:
        yield f"{_quoted(brief)} has no target: from which number on is it good enough?"


def limits_without_number(brief: "Brief") -> Iterator[str]:
    """What is put under a threshold has one; digits of any script count, and words as far as they are English."""
    told = brief.text("metric_thresholds")
    if not re.search("[A-Za-z]", told) or any(letter.isnumeric() for letter in told):
        return
    if not NO_LIMITS.match(told) and not IN_WORDS.search(told):
        yield "What stands under a threshold has no number yet: a limit is one, such as “latency: at most 100 ms”."


def worse_than_constant(brief: "Brief") -> Iterator[str]:
    """Nobody builds what a constant beats."""
    expected = _expected(brief)
    for name in ("script", "simple", "people"):
        if name in expected and "constant" in expected and _better(brief, expected["constant"], expected[name]):
            yield (
                f"{WITH_PEOPLE[name].capitalize()} {_verb(name)} expected to be worse than a constant "
                f"({expected[name]:g} and {expected['constant']:g}, {brief.text('metric_direction')} is better)."
            )


def target_met_without_model(brief: "Brief") -> Iterator[str]:
    """Where something simpler reaches the target, no model is needed, or the target is too low."""
    wanted = brief.number("metric_target")
    if wanted is None or not _known(brief):
        return
    reached = {n: v for n, v in _expected(brief).items() if n in WITHOUT_MODEL and not _better(brief, wanted, v)}
    if reached:
        told = both([f"{WITHOUT_MODEL[name]} ({value:g})" for name, value in reached.items()])
        yield f"The target of {wanted:g} is expected to be reached by {told}: is a model needed at all?"


def target_beyond_reach(brief: "Brief") -> Iterator[str]:
    """Where not even the best baseline, people among them, is expected to reach the target, what shows that one can?"""
    wanted, expected = brief.number("metric_target"), _expected(brief)
    if wanted is None or "people" not in expected or not _known(brief):
        return
    if all(_better(brief, wanted, value) for value in expected.values()):
        best = max(expected, key=lambda name: expected[name] if _higher(brief) else -expected[name])
        yield (
            f"No baseline is expected to reach the target of {wanted:g}: the best of them, {WITH_PEOPLE[best]}, "
            f"{'reach' if best == 'people' else 'reaches'} {expected[best]:g}. What shows that it can be reached?"
        )


def _expected(brief: "Brief") -> dict[str, float]:
    """The baselines of which a number is expected."""
    numbers = {name: brief.number(f"baselines_{name}") for name in WITH_PEOPLE}
    return {name: number for name, number in numbers.items() if number is not None}


def _known(brief: "Brief") -> bool:
    return brief.text("metric_direction") in {HIGHER, LOWER}


def _higher(brief: "Brief") -> bool:
    return brief.text("metric_direction") == HIGHER


def _better(brief: "Brief", one: float, other: float) -> bool:
    """Whether `one` is strictly better than `other`; False as long as no direction is known."""
    return _known(brief) and (one > other if _higher(brief) else one < other)


def _verb(name: str) -> str:
    return "are" if name == "people" else "is"


def _quoted(brief: "Brief") -> str:
    """The metric's name, cut where it is no name but an essay."""
    name = " ".join(brief.text("metric_name").split())
    return f"“{name}”" if len(name) <= 80 else f"“{name[:79]}…”"  # noqa: PLR2004 - a line
