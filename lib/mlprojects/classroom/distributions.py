"""How the answers of a class fall: to a question first, after a hint and in the end; and to a prediction.

Shares are of those who answered, not of the class; how many these are stands beside them.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from .grading import grades
from .picture import MOMENTS, each_once, listed, plain, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from .picture import Exercise, Picture

MOST_ANSWERS = 8
"""Different typed answers that a table lists; the rarer ones stand together."""
OTHER = "Other answers"
GONE = "No longer an option"
SKIPPED = "Went on without"
PREDICTED = "Predicted"
MOST_BINS = 7


@dataclass(frozen=True)
class Distribution:
    """How the answers to one exercise fall.

    Attributes:
        counts: Index: the answers; a column a moment, with numbers of learners.
        right: Whether each answer is right.
        people: How many learners answered at each moment.
        several: Whether a learner may have given several of the answers.
    """

    counts: pd.DataFrame
    right: list[bool]
    people: dict[str, int]
    several: bool = False

    @property
    def shares(self) -> pd.DataFrame:
        """`counts` as shares of the learners at each moment; 0 where there are none."""
        return self.counts / pd.Series({moment: max(number, 1) for moment, number in self.people.items()})


def answers(picture: Picture, question: Exercise) -> Distribution:
    """The distribution of first answers, of the first after a hint, and of final ones.

    A question with several right options counts each option that was chosen.
    """
    given = picture.answered.get(question.item)
    columns: dict[str, list[Any]] = {moment: [] for moment in MOMENTS}
    if given is not None:
        for moment, column in zip(MOMENTS, ("first", "hinted", "final"), strict=True):
            columns[moment] = [data.get("value") for data in given[column] if isinstance(data, dict)]
    people = {moment: len(values) for moment, values in columns.items()}
    if "options" in question.entry:
        options = question.entry["options"]
        right = {plain(option["text"]): bool(option.get("right")) for option in options}
        names = {option["text"]: plain(option["text"]) for option in options}
        chosen = {
            moment: [name for chosen in each_once(_options(names), values) for name in chosen]
            for moment, values in columns.items()
        }
        return Distribution(
            *_counted(chosen, list(right), [GONE], right), people, several=question.entry.get("kind") == "several"
        )
    unit = question.entry.get("unit", "")
    texts = {moment: each_once(lambda value: told(value, unit), values) for moment, values in columns.items()}
    rights = {
        text: right
        for moment, values in columns.items()
        for text, right in zip(texts[moment], grades(question, values), strict=True)
    }
    return Distribution(*_counted(texts, _frequent(texts, columns), [OTHER], rights), people)


def predictions(picture: Picture, prediction: Exercise, truth: object = None) -> Distribution:
    """What was predicted, before the calculation was seen; numbers come in classes of equal width.

    Args:
        picture: The class.
        prediction: Of which exercise.
        truth: What the calculation says; `right` marks the answer or the class that it is, or falls into.
    """
    given = picture.predicted.get(prediction.item)
    values = [] if given is None else given["value"].tolist()
    made = [value for value in values if not _missing(value)]
    if "options" in prediction.entry:
        order = [plain(option) for option in prediction.entry["options"]]
        texts = each_once(lambda value: told(value, whole=True), made)
        right = {told(truth, whole=True): True}
        rest = GONE
    else:
        bins = Bins.of(made, truth, prediction.entry.get("unit", ""))
        order, rest = bins.names, OTHER
        texts = each_once(bins.name, made)
        right = {bins.name(truth): True}
    columns = {PREDICTED: [*texts, *[SKIPPED] * (len(values) - len(made))]}
    return Distribution(*_counted(columns, order, [rest, SKIPPED], right), {PREDICTED: len(values)})


@dataclass(frozen=True)
class Bins:
    """Classes of numbers: of equal width, the outer ones open.

    Attributes:
        edges: Between the classes, ascending.
        unit: Of the numbers.
        whole: Whether all numbers are, so that a class of width 1 is one number.
    """

    edges: tuple[float, ...]
    unit: str = ""
    whole: bool = False

    @classmethod
    def of(cls, values: Iterable[object], truth: object, unit: str = "") -> Bins:
        """About `MOST_BINS` classes that hold nine tenths of the numbers, and the truth, between their outer edges."""
        numbers = [each for each in map(_number, values) if each is not None]
        calculated = _number(truth)
        whole = all(each.is_integer() for each in (*numbers, *([] if calculated is None else [calculated])))
        low, high = np.quantile(numbers, [0.05, 0.95]).tolist() if numbers else (0.0, 0.0)
        if calculated is not None:
            low, high = (min(low, calculated), max(high, calculated)) if numbers else (calculated, calculated)
        if high <= low:
            return cls((low,), unit, whole)
        step = _round_step((high - low) / (MOST_BINS - 2))
        step = max(step, 1.0) if whole else step
        first, last = math.floor(low / step) + 1, math.ceil(high / step)
        return cls(tuple(float(f"{step * place:.10g}") for place in range(first, max(last, first + 1))), unit, whole)

    @property
    def names(self) -> list[str]:
        """The classes in words."""
        inner = [f"{self._between(low, high)} {self.unit}".strip() for low, high in pairwise(self.edges)]
        low, high = in_digits(self.edges[0]), in_digits(self.edges[-1])
        return [f"below {low} {self.unit}".strip(), *inner, f"{high} {self.unit}".strip() + " or more"]

    def _between(self, low: float, high: float) -> str:
        one = self.whole and high == low + 1
        return in_digits(low) if one else f"{in_digits(low)} to below {in_digits(high)}"

    def name(self, value: object) -> str:
        """The class of a number; `OTHER` for what is none."""
        number = _number(value)
        return OTHER if number is None else self.names[bisect_right(self.edges, number)]


def in_digits(number: float) -> str:
    """A number as one reads it aloud: digits in groups of three, no powers of ten unless it is very large or small."""
    return f"{number:,.10g}"


def _number(value: object) -> float | None:
    """A finite number, or None."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        return None
    return float(value)


def _missing(value: object) -> bool:
    return value is None or (isinstance(value, float) and math.isnan(value))


def _round_step(width: float) -> float:
    """1, 2 or 5 times a power of ten, no smaller than `width`."""
    power = 10.0 ** math.floor(math.log10(width))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= width * (1 - 1e-9))


def _counted(
    columns: dict[str, list[str]], order: Sequence[str], tail: Sequence[str], right: dict[str, bool]
) -> tuple[pd.DataFrame, list[bool]]:
    """How often each answer of `order` was given, then what is in `tail` if it occurs; the rest is the tail's first."""
    known = {*order, *tail}
    counters = {name: Counter(text if text in known else tail[0] for text in texts) for name, texts in columns.items()}
    rows = [*order, *(name for name in tail if any(counter[name] for counter in counters.values()))]
    counts = {name: [counter[row] for row in rows] for name, counter in counters.items()}
    return pd.DataFrame(counts, index=pd.Index(rows, name="Answer")), [right.get(row, False) for row in rows]


def _options(names: Mapping[str, str]) -> Callable[[object], list[str]]:
    """A function that gives the options that an answer chose, each once; what is none of them is `GONE`."""

    def chosen(value: object) -> list[str]:
        return list(dict.fromkeys(names.get(each, GONE) if isinstance(each, str) else GONE for each in listed(value)))

    return chosen


def _frequent(texts: dict[str, list[str]], values: dict[str, list[Any]]) -> list[str]:
    """The most frequent typed answers, in the order of the numbers."""
    size: dict[str, float] = {}
    counter: Counter[str] = Counter()
    for name, given in values.items():
        for text, value in zip(texts[name], given, strict=True):
            counter[text] += 1
            size.setdefault(text, float(value) if isinstance(value, (int, float)) else np.inf)
    chosen = sorted(counter, key=lambda text: (-counter[text], size[text], text))[:MOST_ANSWERS]
    return sorted(chosen, key=lambda text: (size[text], text))
