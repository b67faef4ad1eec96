"""An invented class: skill, guessing, hints, repeated tries, dropping out; to try the class picture, and to test it.

The numbers are ours and describe nobody. What is written is what the exercises themselves would have written.
"""

from __future__ import annotations

import json
import math
import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import cycle
from typing import TYPE_CHECKING, Any

from mlprojects.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from .picture import Exercise, Exercises, Keys

START = datetime(2021, 3, 1, 9, tzinfo=UTC)
FIRST = ("Ada", "Ben", "Chloé", "Dmitri", "Esra", "Farid", "Grace", "Hyun-woo", "Inés", "Jun", "하늘", "ليلى")
LAST = ("Abe", "Brandt", "Costa", "Diallo", "Eriksen", "Fischer", "García", "Haddad", "O'Neil", "Sato", "김", "Ünal")
PROJECTS = ("my own robot", "<b>bold</b> & “quoted”", "=1+1", "나의 프로젝트", "مشروعي")
STOPS = 0.004
"""Chance of dropping out at each exercise, for a learner of middling patience."""
EXERCISE, TRY, BREAK = 90.0, 35.0, 0.03
"""Seconds that an exercise and another try take, about; the chance of a break of some hours after one."""
GUESSES, ERRS = 0.1, 0.07
"""Share of learners who only guess; of labels that are given without looking."""
WIDE = 100
"""From this ratio of its limits on, a number is guessed on a scale of logarithms."""
COUNTED = 12
"""What can be that many at most is counted: nobody guesses 2.7 of 8 tasks."""
LUCK = 0.25
"""How often a guess is right, as with one of four options."""
SECOND_MACHINE, TWICE = 0.1, 0.05
"""Shares of learners who go on at a second machine, and who hand in twice."""


@dataclass
class Learner:
    """One invented person, going through the course.

    Attributes:
        random: Its own source of chance.
        skill: Log odds of knowing an answer of middling difficulty.
        patience: How many times longer than usual until it drops out.
        guesses: Whether it guesses rather than reads.
        records: What it has done so far.
    """

    random: random.Random
    skill: float = 0.0
    patience: float = 1.0
    guesses: bool = False
    records: list[Record] = field(default_factory=list)
    learner: str = ""
    session: str = ""
    now: datetime = START

    @classmethod
    def drawn(cls, seed: str) -> Learner:
        """A learner like nobody else, and the same for the same seed."""
        chance = random.Random(seed)  # noqa: S311 - an invented class is no secret
        one = cls(chance, chance.gauss(0.4, 1.0), math.exp(chance.gauss(0, 0.8)), chance.random() < GUESSES)
        one.learner, one.session = one.id(), one.id()
        one.now = START + timedelta(days=chance.randrange(14), seconds=chance.randrange(36_000))
        return one

    def id(self) -> str:
        """A new random id."""
        return f"{self.random.getrandbits(128):032x}"

    def knows(self, harder: float = 0.0) -> bool:
        """Whether it gets something right that is so much harder than usual."""
        chance = LUCK if self.guesses else 1 / (1 + math.exp(harder - self.skill))
        return self.random.random() < chance

    def wait(self, seconds: float) -> None:
        """Let about so much time pass."""
        self.now += timedelta(seconds=seconds * self.random.lognormvariate(0, 0.6))

    def write(self, kind: str, item: str, data: Mapping[str, Any]) -> None:
        """Record something, as the ledger would."""
        time = self.now.isoformat(timespec="microseconds").replace("+00:00", "Z")
        names: dict[str, Any] = {"learner": self.learner, "session": self.session, "course": "1.0.0"}
        self.records.append(Record(id=self.id(), time=time, kind=kind, item=item, data=data, **names))
        self.now += timedelta(milliseconds=1)


def go_through(
    learner: Learner, exercises: Iterable[Exercise], keys: Keys | None = None, entries: int | None = None
) -> list[Record]:
    """What a learner does with the exercises, in their order.

    Args:
        learner: Who.
        exercises: What there is.
        keys: The right labels of labellings.
        entries: Exactly so many entries instead of dropping out, going round again where the exercises do not suffice.

    Returns:
        The entries, in order of time.
    """
    given = list(exercises)
    for exercise in given if entries is None else cycle(given):
        learner.wait(EXERCISE)
        if learner.random.random() < BREAK:
            learner.now += timedelta(hours=learner.random.uniform(3, 40))
            learner.session = learner.id()
        DOES[exercise.part](learner, exercise, keys or {})
        stop = (
            learner.random.random() < STOPS / learner.patience if entries is None else len(learner.records) >= entries
        )
        if stop:
            break
    return learner.records[:entries]


def write_class(  # noqa: PLR0913 - one argument a property of the class
    folder: Path,
    learners: int,
    exercises: Exercises,
    keys: Keys | None = None,
    *,
    seed: int = 0,
    entries: int | None = None,
) -> Iterator[Path]:
    """Write an invented class as a learning platform exports it: a folder a learner, with duplicates.

    Args:
        folder: Where; made if it is not there.
        learners: How many.
        exercises: As in `Picture`.
        keys: As in `Picture`.
        seed: Another one gives another class.
        entries: As in `go_through`.

    Yields:
        The folder of each learner, once it is written.
    """
    flat = [each for each in exercises.values() if each.part in DOES]
    for number in range(learners):
        one = Learner.drawn(f"{seed}/{number}")
        records = go_through(one, flat, keys, entries)
        name = f"{one.random.choice(FIRST)} {one.random.choice(LAST)}"
        home = folder / f"{name}_{1000 + number}_assignsubmission_file"
        home.mkdir(parents=True, exist_ok=True)
        _hand_in(one, home, records)
        yield home


def _hand_in(one: Learner, home: Path, records: list[Record]) -> None:
    """One file mostly; two from two machines, or the same twice."""
    name, half = f"ml-projects-{one.learner[:8]}", len(records) // 2
    if one.random.random() < SECOND_MACHINE and half:
        other = one.id()
        moved = [Record(**{n: getattr(r, n) for n in FIELDS} | {"learner": other}) for r in records[half:]]
        # The first machine's file was imported at the second, so both files have its entries.
        _write(home / f"{name}.jsonl", records[:half])
        _write(home / "ledger.jsonl", [*records[:half], *moved])
        return
    _write(home / f"{name}.jsonl", records)
    if one.random.random() < TWICE:
        _write(home / f"{name} (1).jsonl", records)


FIELDS = ("id", "time", "learner", "session", "course", "kind", "item", "data")


def _write(path: Path, records: list[Record]) -> None:
    path.write_bytes(b"".join(record.line() for record in records))


# What is done with each kind of exercise ------------------------------------------------------------------------------


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
