"""Two small explorers for the engine's tests: one whose controls depend on each other, one with long texts."""

from functools import partial

import pandas as pd
from mlprojects.engine import Choice, Explorer, Range, Slider, Switch, View, explorer


def line(figure, slope):
    axes = figure.add_axes((0.1, 0.15, 0.85, 0.75))
    axes.plot([0, 1], [0, slope], color="#0072B2")
    axes.set_ylim(0, 3)


def make(**options) -> Explorer:
    @explorer(
        **options,
        rule=Choice("Rule", {"plain": 1, "weighted": 2, "between": 3}),
        weight=Slider("Weight", 0, 1, 0.25, when=("rule", 2), format="{:.2f}"),
        span=Range("Span", 0, 2, 1, when=("rule", 3)),
        loud=Switch("Loud"),
    )
    def slope(rule, weight, span, loud):
        """How steep is the line?

        Not part of the title.
        """
        steep = {1: 1.0, 2: weight, 3: float(span[1] - span[0])}[rule] * (1 + loud)
        table = pd.DataFrame({"Slope": [steep], "Loud": [loud]}, index=pd.Index(["line"], name="What"))
        return View(table, f"The line rises by {steep:.2f}.", partial(line, slope=steep))

    return slope


STORY = "A long story about what flywheel {} lacks, so that it stands still, and nobody knows which of its links is cut"


def wordy(**options) -> Explorer:
    @explorer(**options, story=Choice("Story", {STORY.format(number): number for number in range(7)}))
    def told(story):
        """Which link is cut?"""
        text = STORY.format(story)
        own = {"What": ["link", "chain"], "Why": [text, "short"], "What it changes, in as many words as it takes": text}
        table = pd.DataFrame(own | ({"Miles": 275_000_000 + story} if story else {})).set_index("What")
        return View(table, "It is this one.", partial(line, slope=story))

    return told
