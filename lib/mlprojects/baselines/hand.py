"""You are the human baseline: twenty digits labelled by hand, judged beside a simulated crowd and the ladder's rungs.

The twenty are drawn with a seed from the ladder's 540 test images: `EASY` from those that the nearest mean image gets
right, `HARD` from those that it gets wrong. So hard ones are far more frequent than in the test set, and an error on
the twenty is no error on the test set: it may only be compared on the same images.

The crowd is ours: five people, each right with a skill that is smaller on the hard images; most slips go to the digit's
look-alike, the others anywhere. Left out: people of different skill, and people who see an image the same wrong way.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects import binomial, checks

from . import ladder, rounds

if TYPE_CHECKING:
    from collections.abc import Hashable

Array = npt.NDArray[np.float64]

EASY, HARD = 12, 8
SEED = 20
CHOSEN = (277, 59, 35, 124, 143, 127, 85, 478, 326, 473, 527, 94, 132, 181, 192, 154, 302, 243, 170, 217)
"""Places of the twenty in the ladder's test set, in the order in which they are asked; see `choose`."""
CASES = tuple(map(str, CHOSEN))
"""Their names in the ledger."""
VOTERS = 5
"""Of the simulated crowd."""
SKILLS, TO_LOOKALIKE = {False: 0.95, True: 0.7}, 0.8
"""How often one of the crowd is right, by whether an image is hard, and the share of slips to the look-alike. Ours."""
LOOKALIKES = (6, 7, 7, 5, 9, 3, 0, 1, 3, 4)
"""The digit that each digit is taken for most easily: 0 for 6, 1 for 7, and so on. Ours."""
YOU, CROWD = "you", "simulated crowd"
RUNGS = (ladder.CONSTANT, ladder.MEAN_IMAGE, ladder.NEIGHBOURS, ladder.SVM)
"""Of the ladder: those that stand beside the learner."""
DIGITS = 10


@dataclass(frozen=True)
class Verdict:
    """What the labels of the last finished round are worth.

    Attributes:
        wrong: How many differ from the key.
        low: Lower end of the exact interval of the error, as a share, as if twenty as hard as these were drawn anew.
        high: Its upper end.
        seconds: Median time a label; None if none was measured.
        kappa: Cohen's kappa with the key: agreement beyond what chance would give, at most 1.
        with_crowd: Share of the labels that agree with the crowd's majority.
        with_itself: Share of the labels that are the same as in the round before; None after the first round.
        table: From `beside`, with all finished rounds.
    """

    wrong: int
    low: float
    high: float
    seconds: float | None
    kappa: float
    with_crowd: float
    with_itself: float | None
    table: pd.DataFrame


def choose(seed: int = SEED) -> tuple[int, ...]:
    """The places of twenty test images, drawn anew: `EASY` and `HARD` ones, shuffled."""
    random = np.random.default_rng(seed)
    wrong = ladder.answers(ladder.MEAN_IMAGE) != ladder.split().test_labels
    parts = [random.choice(np.flatnonzero(mask), many, replace=False) for mask, many in ((~wrong, EASY), (wrong, HARD))]
    return tuple(int(place) for place in random.permutation(np.concatenate(parts)))


def images() -> Array:
    """The twenty as photographs of ink on paper, shape (20, 8, 8), from 0 (ink) to 1 (paper)."""
    pixels = ladder.split().test[list(CHOSEN)].reshape(-1, 8, 8)
    return 1 - pixels / ladder.INK


@cache
def key() -> "pd.Series[int]":
    """The right digits, by case."""
    return _by_case(ladder.split().test_labels)


@cache
def hard() -> "pd.Series[bool]":
    """Whether a case is one that the nearest mean image gets wrong."""
    return _by_case(_all_hard())


def hard_share() -> float:
    """How many of all 540 test images the nearest mean image gets wrong, as a share."""
    return float(_all_hard().mean())


def on_hard(rung: str) -> float:
    """The error of a rung of the ladder on all hard ones of the 540 test images, in %.

    Raises:
        ValueError: If there is no such rung.
    """
    wrong = ladder.answers(rung) != ladder.split().test_labels
    return 100 * float(wrong[_all_hard()].mean())


def interval(wrong: int, of: int) -> tuple[float, float]:
    """The exact interval of a share of images, at 95 % confidence.

    Args:
        wrong: How many of them.
        of: Of how many, at least 1.

    Returns:
        Both ends, as shares.

    Raises:
        TypeError: If an argument is no number.
        ValueError: If it is out of range.
    """
    number = checks.whole("The number of images", of, 1)
    few = checks.whole("The number of errors", wrong, 0, number)
    return binomial.interval(few, number)


def confusion(skill: float) -> Array:
    """How likely one of the crowd calls a digit (row) each digit (column), shape (10, 10); rows sum to 1. Ours.

    Args:
        skill: How likely the right one, from 0 to 1.

    Raises:
        TypeError: If it is no number.
        ValueError: If it is out of range.
    """
    right = checks.number("The skill", skill, 0, 1)
    table = np.full((DIGITS, DIGITS), (1 - right) * (1 - TO_LOOKALIKE) / (DIGITS - 2))
    table[np.arange(DIGITS), np.arange(DIGITS)] = right
    table[np.arange(DIGITS), LOOKALIKES] = (1 - right) * TO_LOOKALIKE
    return table


@cache
def crowd(seed: int = 0) -> "pd.Series[int]":
    """What most of five simulated people call each case; among equals the smaller digit."""
    random = np.random.default_rng(seed)
    chances = np.stack([confusion(SKILLS[rare])[digit] for digit, rare in zip(key(), hard(), strict=True)])
    ends = chances.cumsum(axis=1)
    votes = (random.random((VOTERS, len(CASES), 1)) >= ends[None, :, :-1]).sum(axis=2)
    counts = (votes[..., None] == np.arange(DIGITS)).sum(axis=0)
    return pd.Series(counts.argmax(axis=1), index=list(CASES))


def answers(rung: str) -> "pd.Series[int]":
    """What a rung of the ladder answers on the twenty.

    Raises:
        ValueError: If there is no such rung.
    """
    return _by_case(ladder.answers(rung))


def beside(labels: pd.DataFrame | None = None) -> pd.DataFrame:
    """A labeller, the crowd and some rungs on the same twenty images.

    Args:
        labels: As in `judge`, but a round that is not finished is left out, and there may be none.

    Returns:
        Index: who, the labeller's finished rounds first. Columns: `wrong` (of 20), `on_hard` (of the hard ones),
        `on_all` (error on all 540, in %; NaN for people, who saw twenty).

    Raises:
        TypeError: If a label is no number.
        ValueError: If one is no digit.
    """
    own = {} if labels is None else rounds.named(YOU, rounds.finished(labels, CASES))
    answered = {who: _digits(given) for who, given in own.items()}
    answered |= {CROWD: crowd()} | {rung: answers(rung) for rung in RUNGS}
    rows = {who: _row(labels) for who, labels in answered.items()}
    table = pd.DataFrame.from_dict(rows, orient="index").rename_axis("who")
    table["on_all"] = [float(ladder.measured(who)["error"]) if who in RUNGS else np.nan for who in rows]
    return table


def judge(labels: pd.DataFrame) -> Verdict:
    """Judge labels of one or several finished rounds; the last round is what counts.

    Args:
        labels: Columns `case` (of `CASES`, each once a round), `round`, `value` (a digit) and `seconds` (may be NaN).

    Raises:
        TypeError: If it is no frame, or a label is no number.
        ValueError: If there are no labels, one is no digit, or a case is missing.
    """
    checks.frame("The labels", labels, ("value", "round"), 0)
    given = [_digits(part) for part in rounds.whole(labels, CASES)]
    last, times = given[-1], labels.loc[labels["round"] == labels["round"].max(), "seconds"].dropna()
    right = key()
    low, high = interval(int((last != right).sum()), len(right))
    return Verdict(
        wrong=int((last != right).sum()),
        low=low,
        high=high,
        seconds=float(times.median()) if len(times) else None,
        kappa=agreement(last, right),
        with_crowd=float((last == crowd()).mean()),
        with_itself=float((last == given[-2]).mean()) if len(given) > 1 else None,
        table=beside(labels),
    )


def agreement(one: "pd.Series[int]", other: "pd.Series[int]") -> float:
    """Cohen's kappa of two labellers who saw the same cases (Educational and Psychological Measurement 20, 1960)."""
    from sklearn.metrics import cohen_kappa_score  # noqa: PLC0415 - `import mlprojects` stays light

    return float(cohen_kappa_score(one, other.loc[one.index], labels=range(DIGITS)))


def _digits(labels: pd.DataFrame) -> "pd.Series[int]":
    checks.frame("The labels", labels, ("value",), 0)
    given = labels["value"].astype(int)
    checks.whole("A label", given.max(), 0, DIGITS - 1)
    return given


def _row(labels: "pd.Series[int]") -> "dict[Hashable, int]":
    wrong = labels != key()
    return {"wrong": int(wrong.sum()), "on_hard": int(wrong[hard()].sum())}


def _all_hard() -> "npt.NDArray[np.bool_]":
    hard_ones: npt.NDArray[np.bool_] = ladder.answers(ladder.MEAN_IMAGE) != ladder.split().test_labels
    return hard_ones


def _by_case(values: "npt.NDArray[np.int64] | npt.NDArray[np.bool_]") -> pd.Series:
    return pd.Series(values[list(CHOSEN)], index=list(CASES))
