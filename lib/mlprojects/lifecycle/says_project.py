"""The sentences of the part "project": what each picture shows, in words, from the same frames."""

import pandas as pd

from mlprojects.words import both, percent

from .diagram import Loop, Phase, Step
from .outlook_project import EARLY_PILOTS, MEAN, NEVER
from .project import WEEKS, Arrow


def what_is_new(shown: Step) -> str:
    """Of a step of the diagram: what is added, and why."""
    new = shown.new
    if isinstance(new, Phase):
        return f"Step {shown.number}: phase {new.number}, {new.name}. Why: {new.why}."
    if isinstance(new, Loop):
        later, earlier = new.arrow
        return f"Step {shown.number}: from phase {later} back to phase {earlier}. Why: {'; or '.join(new.reasons)}."
    names = both([box.name for box in new])
    return f"Step {shown.number}: beside the project, {names}. Why: no phase runs without people and tools."


def what_it_takes(table: pd.DataFrame, pilot: str, half: float | None) -> str:
    """Of an `outlook` table: how long projects with this pilot take, how many never ship, what the other would do."""
    other = "early" if pilot == "late" else "late"
    mine, rival = table[f"{pilot}, exact"], table[f"{other}, exact"]
    never = mine[NEVER]
    text = f"With {_a(pilot)} pilot, projects that ship take {mine[MEAN]:.1f} weeks on average (exactly computed)"
    text += f"; {never:.1f} % never ship." if never > 0.05 else "; all ship in the end."  # noqa: PLR2004 - rounds to 0.1
    text += (
        f" In the simulation, half of all have shipped by week {half:.0f}." if half is not None else " Most never ship."
    )
    saved = rival[MEAN] - mine[MEAN]
    pilots = f" Early pilots a project: {mine[EARLY_PILOTS]:.1f}." if pilot == "early" else ""
    if abs(saved) < 0.05:  # noqa: PLR2004 - as above
        return f"{text} {_a(other).capitalize()} pilot would change nothing.{pilots}"
    verdict = "longer" if saved > 0 else "less"
    return f"{text} With {_a(other)} pilot it would take {abs(saved):.1f} weeks {verdict}.{pilots}"


def what_one_loop_costs(arrow: Arrow, chance: float, weeks: float, once: float) -> str:
    """Of one way back alone: expected weeks, and what going back once at most would say."""
    later, earlier = arrow
    plain = sum(WEEKS)
    if chance == 0:
        return f"Without any way back, the project takes the plain sum of its phases: {plain:g} weeks on average."
    return (
        f"If phase {later} leads back to phase {earlier} with a chance of {percent(chance)}, {weeks:.1f} weeks are to "
        f"be expected, {weeks - plain:.1f} more than without. Going back once at most would cost {once - plain:.1f}; "
        f"the rest is for going back again."
    )


def _a(pilot: str) -> str:
    return "an early" if pilot == "early" else "a late"
