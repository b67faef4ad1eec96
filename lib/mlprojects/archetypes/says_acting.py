"""The sentences of the part "acting": what each picture shows, in words, from the same frames."""

from typing import TYPE_CHECKING

from mlprojects.words import both, capital

from .archetype_table import AUTONOMOUS, LOOP, of
from .guides import MET, NOT_ASKED, Check, Found
from .placing import MIDDLE, PEOPLE, ROUGH, Move, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

TELLS_APART = (
    "What was there before, and who acts, tell them apart: a program with rules (Software 2.0); else a person who "
    "looks at each output (human in the loop), or nobody but the system (autonomous)."
)

KINDS = {LOOP: "a project with a human in the loop", AUTONOMOUS: "an autonomous system"}
"""The archetypes that the robot is not, with an article."""


def who_acts(name: str, side: str) -> str:
    """Of one archetype: what it is, and one of the columns of `archetype_table.ARCHETYPES`."""
    row = of(name)
    told = {
        "acts": f"Who acts on the output? {capital(row['acts'])}.",
        "examples": f"The lecture's examples: {row['examples'].replace(';', ',')}.",
        "questions": f"Ask: {row['questions']}",
    }[side]
    return f"{name}: {row['definition']}. {told}"


def all_three(side: str) -> str:
    """Of all archetypes at once."""
    what = {
        "acts": "The model itself may be the same in all three.",
        "examples": "How clever the model is plays no part.",
        "questions": "So each has its own questions: is it better, is it good enough, how often may it fail?",
    }[side]
    return f"{TELLS_APART} {what}"


def where_it_stands(name: str, start: Place, now: Place, taken: "Sequence[Move]") -> str:
    """Of an archetype and its moves: where it starts, how far it comes, whether that is the top right; the price."""
    if not taken:
        return (
            f"{name}: {_level(start.feasibility, 'feasibility')} and {_level(start.impact, 'impact')}, as we read the "
            f"lecture's drawing. That is a judgement about a whole kind of project; yours may lie elsewhere."
        )
    gained, changed = now.feasibility - start.feasibility, now.impact - start.impact
    impact = f"impact {'rises' if changed > 0 else 'falls'} by {abs(changed)}"
    arrived = "That is in the top right." if now.high else f"Not in the top right: {_missing(now)}."
    looks = " If all waits for them, it is human in the loop." if PEOPLE in {m.name for m in taken} else ""
    return (
        f"{name}: {both([move.name for move in taken])}. Feasibility rises by {gained}, {impact} (our sizes). "
        f"{arrived} The price: {'; '.join(move.costs for move in taken)}.{looks}"
    )


def what_is_met(product: str, asked: Check, found: Found, verdicts: "pd.Series[str]") -> str:
    """Of one question and one product: the verdict, why, who asks, and how many of those that apply it meets."""
    guides = both(list(asked.asked_by))
    verb = "asks" if len(asked.asked_by) == 1 else "ask"
    met, apply = int((verdicts == MET).sum()), int((verdicts != NOT_ASKED).sum())
    return (
        f"{asked.asks} {product}: {found.verdict}. {found.why} {guides} {verb} this. "
        f"In all it meets {met} of the {apply} questions that apply to it."
    )


def what_is_open(name: str, design: str, asked: "pd.DataFrame", *, today: bool, taken: bool) -> str:
    """Of the robot as one archetype: what it is then, and which key question nobody can answer yet."""
    start = f"The robot is {name} today: {design}." if today else f"The robot could be {KINDS[name]}: {design}."
    still = asked[asked["open"]]
    text = f"{start} Of {len(asked)} key questions {len(still)} {'is' if len(still) == 1 else 'are'} open: "
    text += " ".join(f"“{question}”" for question in still.index)
    return f"{text} It would take {both(list(still['takes']))}." if taken else f"{text} {' '.join(still['answer'])}."


def _level(points: int, what: str) -> str:
    if abs(points - MIDDLE) <= ROUGH:
        return f"{what} about the middle ({points} of 100)"
    return f"{'high' if points > MIDDLE else 'low'} {what} ({points} of 100)"


def _missing(place: Place) -> str:
    short = {"feasibility": place.feasibility, "impact": place.impact}
    low = [name for name, points in short.items() if points <= MIDDLE]
    return f"{both(low)} {'is' if len(low) == 1 else 'are'} too low"
