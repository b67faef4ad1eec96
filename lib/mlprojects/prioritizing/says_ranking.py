"""The sentences of the part "ranking": what each picture shows, in words, from the same frames."""

from collections.abc import Mapping, Sequence

import pandas as pd

from mlprojects.words import both, percent

from .pyramid import FULL, Score
from .pyramid_questions import ACCURACY, DATA, DIFFICULTY, QUESTIONS, question
from .ranking import Ranking, top

FEW = 2
"""As many answers as are named where several cost the same."""


def answer_name(key: str, answers: Mapping[str, str]) -> str:
    """An answer with what it is about: "labels (some work)"."""
    return f"{question(key).short.lower()} ({answers[key]})"


def what_it_scores(
    scored: Score, answers: Mapping[str, str], costliest: Sequence[str], stoppers: Sequence[str], weights: str
) -> str:
    """Of a project: its points, the answer that costs most, and the answers that may stop it.

    Args:
        scored: From `pyramid.score`.
        answers: What was scored.
        costliest: From `pyramid.costliest`.
        stoppers: From `pyramid.stoppers`.
        weights: Their name.
    """
    data, accuracy, difficulty = (f"{scored.drivers[name]:.0f}" for name in (DATA, ACCURACY, DIFFICULTY))
    text = (
        f"With the weights {weights}, feasibility is {scored.total:.0f} of {FULL}: data {data}, accuracy {accuracy}, "
    )
    text += f"difficulty {difficulty}. {_most(scored, answers, costliest)}"
    if not stoppers:
        return text
    return f"{text} A worst answer may stop a project whatever its score: here {_shorts(stoppers)}."


def _shorts(keys: Sequence[str]) -> str:
    return both([question(key).short.lower() for key in keys])


def _most(scored: Score, answers: Mapping[str, str], costliest: Sequence[str]) -> str:
    points = f"{scored.lost[costliest[0]]:.1f}"
    if len(costliest) == 1:
        return f"Most is lost by {answer_name(costliest[0], answers)}: {points} points."
    if len(costliest) <= FEW:
        return f"Most is lost by {both([answer_name(key, answers) for key in costliest])}: {points} points each."
    return f"No answer stands out: {len(costliest)} of them cost {points} points each."


def what_yours_scores(answers: Mapping[str, str], low: Score, high: Score, costliest: Sequence[str]) -> str:
    """Of a learner's own project: its points, or between which they are while answers are open.

    Args:
        answers: Those given.
        low: From `pyramid.bounds`, open answers taken as the worst.
        high: Likewise, as the best.
        costliest: From `pyramid.costliest`, of `high`: the answers given that cost most.
    """
    left = len(QUESTIONS) - len(answers)
    if not answers:
        return f"Nothing is answered yet: feasibility may be anything from {low.total:.0f} to {high.total:.0f}."
    text = (
        f"Feasibility is between {low.total:.0f} and {high.total:.0f} of {FULL}, by the {left} answers that are open."
        if left > 1
        else f"Feasibility is {low.total:.0f} or up to {high.total:.0f} of {FULL}, by the one answer that is open."
        if left
        else f"Feasibility is {high.total:.0f} of {FULL}."
    )
    if costliest:
        text += f" {_most(high, answers, costliest)}"
    worst = [key for key, answer in answers.items() if answer == question(key).answers[0]]
    if worst:
        text += f" A worst answer may stop a project whatever its score: here {_shorts(worst)}."
    return text


def how_stable(
    name: str, ranges: pd.DataFrame, ranking: Ranking, weights: tuple[float, float], *, uncertain: bool
) -> str:
    """Of a project: its plain rank, and how much of it uncertainty leaves.

    Args:
        name: The project.
        ranges: From `ranking.spans`, rows in the plain order.
        ranking: From `ranking.rank_probabilities`.
        weights: Between which weights the plain order stays.
        uncertain: Whether the scores are uncertain at all.
    """
    place = list(ranges.index).index(name) + 1
    text = f"By plain scores, “{name}” is number {place} of {len(ranges)}, with {ranges['score'][name]:.2f} points."
    if uncertain:
        chances: list[float] = ranking.probabilities.loc[[name]].to_numpy()[0].tolist()
        possible = [rank for rank, share in enumerate(chances, start=1) if share > 0]
        text += (
            f" In the draws it is between {possible[0]} and {possible[-1]}: first {_often(chances[0])}, "
            f"among the best three {_often(top(ranking)[name])}."
            if len(possible) > 1
            else f" It is that {_often(1.0)}."
        )
        text += f" The order of all projects is the plain one {_often(1 - ranking.changed)}."
    else:
        text += " Without uncertainty, that is its rank for sure."
    low, high = weights
    return f"{text} Plain scores keep their order for weights of impact from {percent(low)} to {percent(high)}."


def _often(share: float) -> str:
    if share in {0.0, 1.0}:
        return "in every draw" if share else "in none"
    if percent(share) in {"0 %", "100 %"}:
        return "in less than 1 %" if share < 0.5 else "in more than 99 %"  # noqa: PLR2004 - which end
    return f"in {percent(share)}"
