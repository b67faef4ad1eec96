"""The minute plan: how long each part takes, as the notebook's table says, shared out among its slides."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .outline import Slide

WEIGHTS = {"title": 2, "text": 2, "item": 2, "answer": 2, "explorer": 5}
"""How the minutes of a part are shared out: an explorer gets more than twice the time of another slide. Ours."""
ALONE = 60
"""Seconds of a slide that belongs to no part, such as the title."""
STEP = 5
"""Seconds are rounded to this."""


@dataclass(frozen=True)
class Plan:
    """Minutes by the heading of a part, such as "4 Average precision"."""

    minutes: dict[str, int] = field(default_factory=dict)

    def timed(self, slides: Sequence["Slide"]) -> list["Slide"]:
        """The slides with their seconds: together a part's slides take the part's minutes."""
        weights: dict[str, float] = {}
        for slide in slides:
            weights[slide.part] = weights.get(slide.part, 0) + WEIGHTS[slide.kind]
        timed = []
        for slide in slides:
            whole = self.minutes.get(slide.part, 0) * 60
            share = whole * WEIGHTS[slide.kind] / weights[slide.part] if whole else ALONE
            timed.append(replace(slide, seconds=max(STEP, STEP * round(share / STEP))))
        return timed


def read_plan(cells: Iterable[str]) -> Plan:
    """The plan in the first of the Markdown cells that holds its table; empty where there is none."""
    for cell in cells:
        rows = re.findall(r"^\| (\d [^|]+?) \| (\d+) \|$", cell, re.MULTILINE)
        if rows:
            return Plan({heading: int(minutes) for heading, minutes in rows})
    return Plan()


def within(slides: Sequence["Slide"], seconds: float) -> list["Slide"]:
    """The slides with all their times stretched or shortened, so that together they take so many seconds."""
    whole = sum(WEIGHTS[slide.kind] for slide in slides)
    share = [seconds * WEIGHTS[slide.kind] / whole for slide in slides]
    return [replace(s, seconds=max(STEP, STEP * round(each / STEP))) for s, each in zip(slides, share, strict=True)]
