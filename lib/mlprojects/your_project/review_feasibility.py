"""The checks of a brief about its place on the board: is there one, and does it go with the answers in the pyramid?"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mlprojects.words import both

if TYPE_CHECKING:
    from mlprojects.record.brief import Brief

FAR_RIGHT = 50
"""On the board: right of the middle with all of its range, a project is said to be cheap."""
DEAREST = {
    "pyramid_acquire": "hard",
    "pyramid_label": "an expert's time",
    "pyramid_amount": "very many",
    "pyramid_stable": "they keep changing",
    "pyramid_secure": "never",
}
"""The answers about data that make a project dearest: the first option of each question of the pyramid's base."""
POINTS = {
    "pyramid_acquire": (10.0, "hard", "some work"),
    "pyramid_label": (10.0, "an expert's time", "some work"),
    "pyramid_amount": (10.0, "very many", "thousands"),
    "pyramid_stable": (10.0, "they keep changing", "they drift slowly"),
    "pyramid_secure": (10.0, "never", "under conditions"),
    "pyramid_wrong": (100 / 9, "a catastrophe", "real money"),
    "pyramid_good": (100 / 9, "nearly perfect", "mostly right"),
    "pyramid_ethics": (100 / 9, "very likely", "perhaps"),
    "pyramid_defined": (25 / 6, "not yet", "roughly"),
    "pyramid_published": (25 / 6, "nothing", "similar problems"),
    "pyramid_compute": (25 / 6, "no", "barely"),
    "pyramid_human": (25 / 6, "no", "partly"),
}
"""Of module 2's 100 points: what a question is worth, the answer that loses all of it, the one that loses half."""


def not_placed(brief: "Brief") -> Iterator[str]:
    """A project has a place on the board."""
    if brief.own_place("portfolio") is None:
        yield "Your project has no place on the board yet: how large is its impact, and how feasible is it?"


def cheap_and_dear(brief: "Brief") -> Iterator[str]:
    """What stands on the board as cheap has a pyramid that allows it.

    Quiet unless the whole range on the board is above the middle and above all points that the answers leave, and one
    answer on data is the dearest.
    """
    place = brief.own_place("portfolio")
    worst = [key for key, answer in DEAREST.items() if brief.text(key) == answer]
    if place is None or not worst:
        return
    most = 100 - sum(_lost(brief.text(key), *points) for key, points in POINTS.items())
    if int(place["x"]) - int(place["range"]) <= max(FAR_RIGHT, most):
        return
    labels = {field.key: field.label for section in brief.sections for field in section.fields}
    told = both([f"“{labels[key].lower()}: {brief.text(key)}”" for key in worst])
    yield (
        f"On the board it is cheap (feasibility {place['x']}, give or take {place['range']}); the pyramid leaves it "
        f"{'' if all(map(brief.text, POINTS)) else 'at most '}{round(most)} of 100 points. On data, the dearest "
        f"{'answer is' if len(worst) == 1 else 'answers are'} {told}."
    )


def _lost(answer: str, points: float, worst: str, middle: str) -> float:
    """How many points an answer loses; none if it is open."""
    return {worst: points, middle: points / 2}.get(answer, 0.0)
