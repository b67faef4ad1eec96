"""An invented class: skill, guessing, hints, repeated tries, dropping out; to try the class picture, and to test it.

The numbers are ours and describe nobody. What is written is what the exercises themselves would have written.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import cycle
from typing import TYPE_CHECKING, Any

from mlprojects.record import Record

from .demo_exercises import DOES, EXERCISE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from .picture import Exercise, Exercises, Keys

START = datetime(2021, 3, 1, 9, tzinfo=UTC)
FIRST = ("Ada", "Ben", "Chloé", "Dmitri", "Esra", "Farid", "Grace", "Hyun-woo", "Inés", "Jun", "하늘", "ليلى")
LAST = ("Abe", "Brandt", "Costa", "Diallo", "Eriksen", "Fischer", "García", "Haddad", "O'Neil", "Sato", "김", "Ünal")
STOPS = 0.004
"""Chance of dropping out at each exercise, for a learner of middling patience."""
BREAK = 0.03
"""Chance of a break of some hours after an exercise."""
GUESSES = 0.1
"""Share of learners who only guess."""
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
