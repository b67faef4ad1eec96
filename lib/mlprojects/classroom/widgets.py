"""The class's answers as explorers, for a slide or a notebook: they run live, and baked without a kernel."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pandas as pd

from mlprojects.engine import Choice, Explorer, View, explorer
from mlprojects.engine.explorer import MOST_STATES
from mlprojects.words import count, in_percent, percent

from . import figures
from .distributions import Distribution, answers, predictions
from .picture import MOMENTS, module_name, module_of, prompt_of, title_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .picture import Exercise, Picture

WORDS = {"First": "at first", "After a hint": "after a hint", "Final": "in the end"}


def answers_of(picture: Picture, module: str) -> Explorer:
    """An explorer of a module's questions: choose the question and the moment.

    Args:
        picture: The class.
        module: Such as "metrics"; its questions with at least one answer are shown, in the order of the course.

    Raises:
        ValueError: If nobody answered a question of this module.
    """
    asked = _answered(picture, module, "questions")[: MOST_STATES // len(MOMENTS)]
    found = {each.item: answers(picture, each) for each in asked}

    def class_answers(question: Exercise, moment: str) -> View:
        return _view(question, found[question.item], moment)

    # The docstring is the explorer's title.
    class_answers.__doc__ = f"{module_name(module)}: what does the class answer?"
    return explorer(question=_chosen("Question", asked), moment=Choice("Moment", MOMENTS))(class_answers)


def predictions_of(picture: Picture, module: str, truths: Mapping[str, Any]) -> Explorer:
    """An explorer of a module's predictions: choose the prediction, and then show what the calculation says.

    Args:
        picture: The class.
        module: As in `answers_of`.
        truths: What the calculation says, by prediction.

    Raises:
        ValueError: If nobody predicted anything in this module.
    """
    asked = _answered(picture, module, "predictions")[: MOST_STATES // 2]
    hidden = {each.item: predictions(picture, each) for each in asked}
    told = {each.item: predictions(picture, each, truths.get(each.item)) for each in asked}

    def class_predictions(prediction: Exercise, truth: str) -> View:
        return _view(prediction, (told if truth == SHOWN else hidden)[prediction.item], "Predicted")

    class_predictions.__doc__ = f"{module_name(module)}: what did the class predict?"
    return explorer(
        prediction=_chosen("Prediction", asked), truth=Choice("What the calculation says", (HIDDEN, SHOWN))
    )(class_predictions)


HIDDEN, SHOWN = "hidden", "shown"


def _answered(picture: Picture, module: str, part: str) -> list[Exercise]:
    held = picture.answered if part == "questions" else picture.predicted
    asked = [each for each in picture.part(part) if module_of(each.item) == module and each.item in held]
    if not asked:
        known = sorted({module_of(each.item) for each in picture.part(part) if each.item in held})
        raise ValueError(f"Nobody answered any of the {part} of {module!r}; there are answers in {known}.")
    return asked


def _chosen(label: str, asked: list[Exercise]) -> Any:  # noqa: ANN401 - a control
    """A choice of exercises; one alone stands there twice, since a choice needs two options."""
    named = {title_of(each.item): each for each in asked}
    return Choice(label, named if len(named) > 1 else named | {f"{next(iter(named))} (the only one)": asked[0]})


def _view(exercise: Exercise, found: Distribution, moment: str) -> View:
    people, shares = found.people[moment], in_percent(found.shares[moment])
    rows = list(zip(map(str, shares.index), shares, found.counts[moment], found.right, strict=True))
    table = pd.DataFrame(
        {"Learners": found.counts[moment], "Share (%)": shares.round(), "Right": found.right}, index=shares.index
    )
    learners = count(people, "learner")
    draw = partial(figures.answers, shares=rows, title=prompt_of(exercise), people=f"share of {learners} (%)")
    return View(table, _says(found, moment), draw)


def _says(found: Distribution, moment: str) -> str:
    people = found.people[moment]
    when = WORDS.get(moment, "before the calculation was shown")
    if not people:
        return f"Nobody answered {when}."
    right = sum(int(n) for n, good in zip(found.counts[moment], found.right, strict=True) if good)
    top = str(found.counts[moment].idxmax())
    share = percent(int(found.counts[moment].max()) / people)
    most = f"Most chosen {when}: “{top[:100]}”, by {share} of {count(people, 'learner')}."
    if not any(found.right) or found.several:
        return most
    return f"{most} Right {'was' if right == 1 else 'were'} {right:,} of them ({percent(right / people)})."
