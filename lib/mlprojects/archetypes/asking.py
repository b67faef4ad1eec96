"""When to ask a person: a classifier decides where it is confident, a person decides the rest.

Selective prediction, as in Chow, "On optimum recognition error and reject tradeoff", IEEE Trans. Inf. Theory 16 (1970),
and Geifman and El-Yaniv, "Selective classification for deep neural networks", NeurIPS 2017. The images and the
classifier are real: scikit-learn's digits, with noise added by us, and a linear discriminant analysis. The prices are
ours, and so is a person who is always right.

The bound on the error is exact for one threshold, fixed beforehand. Whoever tries several and takes what passes uses up
part of its margin, which Geifman and El-Yaniv correct for. No correction is needed where the thresholds are tried from
the highest down, up to the first that fails (`picking`). On these images the bound falls from each of `THRESHOLDS` to
the next, so that both ways end at the same ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects import checks
from mlprojects.binomial import CONFIDENCE, level_of, upper_bound
from mlprojects.digits import digits
from mlprojects.one_core import one_core

SEED = 0
NOISE = 2.5
"""Standard deviation of the noise on each pixel, which has 0 to 16."""
TRAINING, EACH = 397, 700
"""Images to train on, and in validation and test each."""
VALIDATION, TEST = "validation", "test"
THRESHOLDS = (0.0, 0.7, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999)
"""From 0 (never ask) on: below its threshold of confidence, a person decides."""
ERROR, PERSON = 10.0, 3.0
"""What a wrong decision costs, and what a person's does; ours."""


@dataclass(frozen=True, eq=False)
class Scores:
    """What a classifier made of images.

    Attributes:
        confidence: The probability that it gives to its answer, shape (images,), 0 to 1.
        right: Whether the answer is right, shape (images,).
    """

    confidence: npt.NDArray[np.float64]
    right: npt.NDArray[np.bool_]

    def __post_init__(self) -> None:
        """Refuse what does not fit together.

        Raises:
            ValueError: If there are no images, or not one answer for each confidence.
        """
        if self.confidence.ndim != 1 or not len(self.confidence) or self.confidence.shape != self.right.shape:
            raise ValueError("Scores need at least one image, and for each one confidence and one answer.")


def scores(part: str) -> Scores:
    """What the classifier makes of a part of the images that it did not learn from.

    Args:
        part: `VALIDATION` or `TEST`, `EACH` images each.

    Raises:
        ValueError: If it is another.
    """
    half = checks.one_of("The part", part, (VALIDATION, TEST)) == TEST
    both = all_scores()
    rows = slice(EACH, None) if half else slice(EACH)
    return Scores(both.confidence[rows], both.right[rows])


@cache
def all_scores() -> Scores:
    """What the classifier makes of all images that it did not learn from: validation, then test."""
    from sklearn.discriminant_analysis import (  # noqa: PLC0415 - `import mlprojects` must not load scikit-learn
        LinearDiscriminantAnalysis,
    )

    pixels, labels = digits()
    rng = np.random.default_rng(SEED)
    order = rng.permutation(len(labels))
    noisy = np.clip(pixels + rng.normal(0, NOISE, pixels.shape), 0, 16)
    learn, rest = order[:TRAINING], order[TRAINING:]
    with one_core():
        model = LinearDiscriminantAnalysis(solver="lsqr", shrinkage="auto").fit(noisy[learn], labels[learn])
        chances = model.predict_proba(noisy[rest])
    return Scores(chances.max(axis=1), model.classes_[chances.argmax(axis=1)] == labels[rest])


def by_threshold(
    seen: Scores, person: float, thresholds: Sequence[float] = THRESHOLDS, confidence: float = CONFIDENCE
) -> pd.DataFrame:
    """What each threshold comes to on some images.

    Args:
        seen: What the classifier made of them.
        person: Price of a person's decision, at least 0; a wrong decision costs `ERROR`.
        thresholds: From 0 to 1; whoever is less confident asks.
        confidence: Of the bound, above 0 and below 1.

    Returns:
        Index `threshold`; `automated` (images that the classifier decides), `wrong` (of them), `asked` (share of all
        images that a person decides), `error` (wrong / automated, 0 if none is), `bound` (largest error rate that still
        fits, 1 if none is automated), `cost` (of a decision, on average).

    Raises:
        TypeError: If an argument is no number.
        ValueError: If one is out of range.
    """
    price = checks.number("The price of a person's decision", person, 0)
    level = level_of(confidence)
    rows = []
    for threshold in thresholds:
        acts = seen.confidence >= checks.number("A threshold", threshold, 0, 1)
        automated, wrong = int(acts.sum()), int((acts & ~seen.right).sum())
        asked = 1 - automated / len(acts)
        rows.append(
            {
                "automated": automated,
                "wrong": wrong,
                "asked": asked,
                "error": wrong / automated if automated else 0.0,
                "bound": upper_bound(wrong, automated, level) if automated else 1.0,
                "cost": price * asked + ERROR * wrong / len(acts),
            }
        )
    return pd.DataFrame(rows, index=pd.Index(thresholds, name="threshold"))


def keeps(table: pd.DataFrame, rate: float, column: str = "bound") -> "pd.Series[bool]":
    """Whether each threshold keeps to a failure rate; arguments and errors as in `cheapest_threshold`."""
    promised = checks.number("The failure rate", rate, 0, 1)
    return table[checks.one_of("The column", column, ("bound", "error"))] <= promised


def cheapest_threshold(table: pd.DataFrame, rate: float, column: str = "bound") -> float | None:
    """The threshold of least cost among those that keep to a failure rate; None if none does.

    Args:
        table: From `by_threshold`.
        rate: Promised: failures among the automated decisions, from 0 to 1.
        column: What is held to it: "bound", or "error" for whoever trusts the plain share.

    Raises:
        TypeError: If the rate is no number.
        ValueError: If an argument is out of range.
    """
    held = keeps(table, rate, column)
    if not held.any():
        return None
    costs = table.loc[held, "cost"]
    return float(costs.index.to_numpy()[costs.argmin()])


def least_asked(seen: Scores, rate: float, confidence: float = CONFIDENCE) -> float:
    """The smallest share of images that a person must decide, if the threshold may be anything.

    Args:
        seen: What the classifier made of them.
        rate: Promised, as in `cheapest_threshold`; the bound is held to it.
        confidence: Of the bound.

    Returns:
        A share; 1 if no threshold keeps the promise.
    """
    table = by_threshold(seen, 0, sorted(set(seen.confidence.tolist())), confidence)
    return float(table.loc[keeps(table, rate), "asked"].min()) if keeps(table, rate).any() else 1.0
