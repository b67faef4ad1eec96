"""What an invented learner does with an exercise of each kind: see `demo`.

What is written is what the exercises themselves would have written; how people go about them is ours.
"""

from __future__ import annotations

import json
import math
from datetime import timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .demo import Learner
    from .picture import Exercise, Keys

PROJECTS = ("my own robot", "<b>bold</b> & “quoted”", "=1+1", "나의 프로젝트", "مشروعي")
EXERCISE, TRY = 90.0, 35.0
"""Seconds that an exercise and another try take, about."""
ERRS = 0.07
"""Share of labels that are given without looking."""
WIDE = 100
"""From this ratio of its limits on, a number is guessed on a scale of logarithms."""
COUNTED = 12
"""What can be that many at most is counted: nobody guesses 2.7 of 8 tasks."""


def _predict(one: Learner, exercise: Exercise, _: Keys) -> None:
    entry = exercise.entry
    value: Any = None
    if one.random.random() > 0.03:  # noqa: PLR2004 - few go on without
        value = one.random.choice(entry["options"]) if "options" in entry else _guessed(one, entry)
    one.write("prediction", exercise.item, {"value": value})


def _guessed(one: Learner, entry: Mapping[str, Any]) -> float:
    low, high = float(entry.get("low", 0)), float(entry.get("high", 100))
    if WIDE * max(low, 1) < high < math.inf:
        # Nobody guesses the middle of 0 to 1,000: what may be that different is guessed by orders of magnitude.
        middle = math.log(max(low, 1) * high) / 2
        number = min(max(math.exp(one.random.gauss(middle, middle / 4)), low), high)
    else:
        middle = (low + high) / 2 if math.isfinite(high) else low + 10
        number = min(max(one.random.gauss(middle, (high - low) / 5 if math.isfinite(high) else 3), low), high)
    if float(low).is_integer() and high - low <= COUNTED:
        return float(round(number))
    return float(f"{number:.2g}") if low <= float(f"{number:.2g}") <= high else low


def _answer(one: Learner, exercise: Exercise, _: Keys) -> None:
    """Tries until it is right or patience ends; a hint makes the next try easier."""
    harder, hints = one.random.gauss(0, 0.5), 0
    for attempt in range(1, 6):
        value = _given(one, exercise, knows=one.knows(harder - 0.8 * (attempt - 1) - 0.7 * hints))
        outcome = _graded(exercise, value)
        data: dict[str, Any] = {"value": value, "outcome": outcome.result}
        if outcome.misconceptions:
            data["misconceptions"] = list(outcome.misconceptions)
        one.write("answer", exercise.item, data | {"hints": hints, "try": attempt})
        if outcome.result == "right" or one.random.random() < 0.12:  # noqa: PLR2004 - some leave it wrong
            return
        one.wait(TRY)
        if hints < len(exercise.entry.get("hints", [])) and one.random.random() < 0.5:  # noqa: PLR2004 - every other time
            hints += 1
            one.write("hint", exercise.item, {"step": hints})
            one.wait(TRY)


def _given(one: Learner, exercise: Exercise, *, knows: bool) -> Any:  # noqa: ANN401 - an answer of any kind
    entry = exercise.entry
    if entry["kind"] == "number":
        mistakes = [float(each["value"]) for each in entry.get("mistakes", [])]
        wrong_numbers = [*mistakes, round(float(entry["answer"]) * 1.5 + 1, 1)]
        return float(entry["answer"]) if knows else one.random.choice(wrong_numbers)
    options = entry["options"]
    right = [each["text"] for each in options if each.get("right")]
    wrong = [each["text"] for each in options if not each.get("right")]
    if knows or not wrong:
        return right
    # Wrong options are not equally tempting: the first more than the second, and so on.
    tempting = one.random.choices(wrong, [1 / (place + 1) for place in range(len(wrong))])
    return [*right[1:], *tempting] if entry["kind"] == "several" else tempting


_OUTCOMES: dict[tuple[str, str], Any] = {}


def _graded(exercise: Any, value: Any) -> Any:  # noqa: ANN401 - an engine's question
    """The outcome, worked out once for each answer."""
    key = exercise.item, json.dumps([exercise.entry["prompt"], value])
    if key not in _OUTCOMES:
        _OUTCOMES[key] = exercise.grade(value)
    return _OUTCOMES[key]


def _attempt(one: Learner, exercise: Any, _: Keys) -> None:  # noqa: ANN401 - an engine's task
    mistakes = [each.name for each in getattr(exercise, "mistakes", ())]
    for attempt in range(4):
        right = one.knows(1 - 0.8 * attempt)
        data: dict[str, Any] = {
            "outcome": "right" if right else "wrong",
            "because": "",
            "source": "def f(x):\n    return x\n",
            "hints": 0,
        }
        if not right and mistakes and one.random.random() < 0.6:  # noqa: PLR2004 - the others err in ways of their own
            data["misconceptions"] = [one.random.choice(mistakes)]
        one.write("attempt", exercise.item, data)
        if right:
            return
        one.wait(2 * EXERCISE)


def _fill_in(one: Learner, exercise: Exercise, _: Keys) -> None:
    values: dict[str, Any] = {}
    for each in exercise.entry["fields"]:
        if each["kind"] == "number":
            values[each["name"]] = round(one.random.uniform(0, 1), 2)
        else:
            values[each["name"]] = one.random.choice(each.get("options") or PROJECTS)
    one.write("brief", exercise.item, values)


def _place(one: Learner, exercise: Exercise, _: Keys) -> None:
    for place, point in enumerate(exercise.entry["points"]):
        middle = 20 + 60 * (place * 0.618 % 1), 20 + 60 * (place * 0.382 % 1)
        x, y = (round(min(max(one.random.gauss(each, 14), 0), 100)) for each in middle)
        data: dict[str, Any] = {"x": x, "y": y, "range": one.random.randrange(0, 25, 5)}
        if point.get("own"):
            data["label"] = one.random.choice(PROJECTS)
        one.write("brief", exercise.item, {point["name"]: data})


def _label(one: Learner, exercise: Any, keys: Keys) -> None:  # noqa: ANN401 - an engine's labelling
    values = getattr(exercise.answer, "values", None)
    right = keys[exercise.item]().to_dict() if exercise.item in keys else {}
    for case in exercise.cases:
        seconds = round(one.random.lognormvariate(0.6, 0.5), 2)
        if values is None:
            value: Any = {"x": round(one.random.gauss(0, 4), 2), "y": round(one.random.gauss(0, 4), 2), "angle": 0.0}
        else:
            looks = case in right and one.random.random() > ERRS
            value = right[case] if looks else one.random.choice(values)
        one.write("label", exercise.item, {"case": case, "round": 1, "value": value, "seconds": seconds})
        one.now += timedelta(seconds=seconds)


DOES: dict[str, Callable[[Learner, Any, Keys], None]] = {
    "predictions": _predict,
    "questions": _answer,
    "tasks": _attempt,
    "forms": _fill_in,
    "boards": _place,
    "labellings": _label,
}
