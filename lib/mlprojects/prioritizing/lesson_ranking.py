"""The prioritizing lesson, part "ranking": feasibility from the pyramid, and how stable a ranking is."""

from functools import cache, partial

import pandas as pd

from mlprojects.engine import Choice, Form, Prediction, Slider, Task, View, explorer
from mlprojects.words import in_percent, percent

from . import figures_ranking, order, pyramid, ranking, says_ranking, tasks_ranking
from .portfolio import PORTFOLIO
from .pyramid_questions import DRIVERS, QUESTIONS, ROBOT, question
from .ranking import Ranking
from .texts import TEXTS

WEIGHTS = {
    name: dict(zip(DRIVERS, numbers, strict=True))
    for name, numbers in {
        "3 : 2 : 1": (3, 2, 1),
        "9 : 3 : 1": (9, 3, 1),
        "1 : 1 : 1": (1, 1, 1),
        "1 : 2 : 3": (1, 2, 3),
    }.items()
}
"""From the base to the tip. The third ignores the lecture's order, the last turns it over."""
FACTORS = {0: "none", 0.5: "half as estimated", 1: "as estimated", 1.5: "half as much again"}
"""Multiples of the ranges of `PORTFOLIO`."""
SOME = tuple(factor for factor in FACTORS if factor)


@cache
def _ranking(factor: float, weight: float, shared: bool) -> Ranking:
    return ranking.rank_probabilities(ranking.stretched(PORTFOLIO, factor), weight, shared=shared)


def _second() -> str:
    """Who is most often the best, after the first of the plain order."""
    first = _ranking(1, 0.5, shared=False).probabilities[1]
    return str(first.drop(ranking.plain_order(PORTFOLIO)[0]).idxmax())


robots_costliest = Prediction(
    TEXTS,
    "robots_costliest",
    truth=lambda: says_ranking.answer_name(pyramid.costliest(pyramid.score(ROBOT))[0], ROBOT),
)
second_chance = Prediction(TEXTS, "second_chance", truth=_second)


@explorer(
    after=robots_costliest,
    good=Choice(question("good").text, question("good").answers, default=ROBOT["good"]),
    label=Choice(question("label").text, question("label").answers, default=ROBOT["label"]),
    secure=Choice(question("secure").text, ("never", "freely"), default=ROBOT["secure"]),
    published=Choice(question("published").text, ("nothing", "similar problems"), default=ROBOT["published"]),
    weights=Choice("Weights, from base to tip", WEIGHTS.keys()),
)
def feasibility_pyramid(*, good: str, label: str, secure: str, published: str, weights: str) -> View:
    """How feasible is the robot, and which answer costs most?"""
    answers = {**ROBOT, "good": good, "label": label, "secure": secure, "published": published}
    chosen = WEIGHTS[weights]
    scored = pyramid.score(answers, chosen)
    costliest = pyramid.costliest(scored)
    table = pd.DataFrame(
        {
            "Driver": [asked.driver for asked in QUESTIONS],
            "Answer": [answers[asked.key] for asked in QUESTIONS],
            "Points lost": scored.lost.round(1).to_list(),
        },
        index=pd.Index([asked.short for asked in QUESTIONS], name="Sub-question"),
    )
    says = says_ranking.what_it_scores(scored, answers, costliest, pyramid.stoppers(answers), weights)
    draw = partial(figures_ranking.feasibility, scored=scored, answers=answers, weights=chosen, costliest=costliest)
    return View(table, says, draw)


@explorer(
    after=second_chance,
    project=Choice("Project", PORTFOLIO.index, default="sort returns"),
    weight=Slider("Weight of impact", values=(0.3, 0.5, 0.7), default=0.5, format=percent),
    uncertainty=Slider("Uncertainty of the scores", values=tuple(FACTORS), names=FACTORS, default=1),
    shared=Choice(
        "Errors",
        {"each project its own": False, "all projects alike": True},
        default=False,
        when=("uncertainty", SOME),
    ),
)
def stable_ranking(*, project: str, weight: float, uncertainty: float, shared: bool) -> View:
    """How sure is the ranking?"""
    placed = ranking.plain_order(PORTFOLIO, weight)
    ranges = ranking.spans(ranking.stretched(PORTFOLIO, uncertainty), weight).loc[placed]
    found = _ranking(uncertainty, weight, shared)
    chances, best = found.probabilities.loc[placed], ranking.top(found).loc[placed]
    table = pd.DataFrame(
        {
            "Lowest": ranges["low"],
            "Score": ranges["score"],
            "Highest": ranges["high"],
            "First (%)": in_percent(chances[1]).round(1),
            "Best three (%)": in_percent(best).round(1),
        }
    ).rename_axis("Project")
    says = says_ranking.how_stable(
        project, ranges, found, order.same_order(PORTFOLIO, weight), uncertain=uncertainty > 0
    )
    draw = partial(figures_ranking.chances, ranges=ranges, probabilities=chances, best=best, chosen=project)
    return View(table, says, draw)


own_pyramid = Form(TEXTS, "own_pyramid")


def own_feasibility() -> str:
    """What the learner's own answers to the pyramid come to, as far as they are given."""
    answers = {key: answer for key, answer in own_pyramid.values.items() if answer}  # noqa: PD011 - a form's
    low, high = pyramid.bounds(answers)
    return says_ranking.what_yours_scores(answers, low, high, pyramid.costliest(high))


top_three = Task(
    TEXTS,
    "top_three",
    expect=tasks_ranking.top_three,
    cases=tasks_ranking.CASES,
    mistakes=tasks_ranking.MISTAKES,
)
