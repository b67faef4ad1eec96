"""The ladder of baselines on handwritten digits: from a constant to a network, each with its error on the same images.

1257 images to learn from and 540 to test on, every digit in both by its share. The intervals (Wilson's, 95 %) cover
that another 540 images might have been drawn; not that other images might have been learned from, nor that other
settings might have been chosen. Two rungs are compared on the same images, by the exact sign test on those that only
one of them gets wrong. The minutes of work are ours: a guess for somebody who has done it before.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects import checks
from mlprojects.digits import digits
from mlprojects.one_core import one_core

from . import network

if TYPE_CHECKING:
    from collections.abc import Callable

Pixels = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]

TEST_SHARE, SEED = 0.3, 0
LEVEL = 0.95
"""Of the intervals."""
INK = 16
"""The darkest pixel."""
CONSTANT, RANDOM, TOTAL_INK, MEAN_IMAGE = "most frequent digit", "digit at random", "total ink", "nearest mean image"
LOGISTIC, FOREST, NEIGHBOURS = "logistic regression", "random forest", "3 nearest neighbours"
SVM, NETWORK = "support vector machine", "neural network"

RUNGS = pd.DataFrame(
    [
        (CONSTANT, "constant", 1, "always answers the digit it was shown most often"),
        (RANDOM, "constant", 1, "answers without looking"),
        (TOTAL_INK, "rule", 5, "takes the digit whose mean amount of ink is nearest"),
        (MEAN_IMAGE, "rule", 10, "takes the digit whose mean image differs least"),
        (LOGISTIC, "simple model", 20, "weighs each pixel for each digit"),
        (FOREST, "simple model", 20, "lets 100 decision trees vote"),
        (NEIGHBOURS, "simple model", 20, "asks the three most similar images"),
        (SVM, "simple model", 40, "keeps the images along the borders between digits"),
        (NETWORK, "network", 120, "learns 64 features, and the digit from them"),
    ],
    columns=["rung", "kind", "minutes", "how"],
).set_index("rung")
"""From the bottom up, in the order of the lecture's list: kind, minutes of work (ours), and what it does."""

STEPS = 150
"""Of the network's training."""
SIZES = (50, 100, 200, 400, 800, 1257)
"""Numbers of images that `growth` learns from."""
TREE = "decision tree"
GROWING = (MEAN_IMAGE, LOGISTIC, TREE)
"""What `growth` can train."""


@dataclass(frozen=True)
class Split:
    """Images (rows of 64 pixels, 0 to 16) and their digits, to learn from and to test on."""

    train: Pixels
    train_labels: Labels
    test: Pixels
    test_labels: Labels


@cache
def split() -> Split:
    """The one split of all rungs: 1257 and 540 images; its arrays are shared and cannot be written to."""
    from sklearn.model_selection import train_test_split  # noqa: PLC0415 - `import mlprojects` stays light

    parts = train_test_split(*digits(), test_size=TEST_SHARE, stratify=digits()[1], random_state=SEED)
    for part in parts:
        part.setflags(write=False)
    train, test, train_labels, test_labels = parts
    return Split(train, train_labels, test, test_labels)


def mean_images(images: Pixels, labels: Labels) -> Pixels:
    """The mean image of each digit, shape (10, 64); a digit without images has an image of NaN, never the nearest."""
    means = np.full((10, images.shape[1]), np.nan)
    for digit in np.unique(labels):
        means[digit] = images[labels == digit].mean(axis=0)
    return means


def nearest_mean(images: Pixels, means: Pixels) -> Labels:
    """For each image (a row) the digit whose mean has the smallest sum of squared differences: the five-line rule."""
    distances = ((images[:, None, :] - means[None]) ** 2).sum(axis=2)
    nearest: Labels = np.nanargmin(distances, axis=1)
    return nearest


@cache
def answers(rung: str) -> Labels:
    """What a rung answers on the 540 test images.

    Raises:
        ValueError: If there is no such rung.
    """
    checks.one_of("The rung", rung, RUNGS.index)
    own = split()
    if rung in _SIMPLE:
        given = _SIMPLE[rung](own)
    else:
        with one_core():
            given = _trained(rung, own.train, own.train_labels)(own.test)
    given.setflags(write=False)
    return given


@cache
def measured(rung: str) -> "pd.Series[float]":
    """A rung's test error.

    Returns:
        `wrong` (images), `error`, `low`, `high` (the interval's ends), all in % but the first, and `removed`: the share
        of the constant's errors that it avoids, from below 0 (more errors) to 1 (none).

    Raises:
        ValueError: If there is no such rung.
    """
    from scipy.stats import binomtest  # type: ignore[import-untyped]  # noqa: PLC0415 - see split

    labels = split().test_labels
    wrong = int((answers(rung) != labels).sum())
    most = int((answers(CONSTANT) != labels).sum())
    ends = binomtest(wrong, len(labels)).proportion_ci(LEVEL, method="wilson")
    error, low, high = (100 * float(share) for share in (wrong / len(labels), ends.low, ends.high))
    return pd.Series({"wrong": wrong, "error": error, "low": low, "high": high, "removed": 1 - wrong / most})


def ladder() -> pd.DataFrame:
    """All rungs from the bottom up: `kind`, `minutes`, `how`, and what `measured` gives."""
    values = pd.DataFrame({rung: measured(rung) for rung in RUNGS.index}).T
    return RUNGS.join(values.astype({"wrong": int}))


def compare(one: str, other: str) -> tuple[int, int, float]:
    """Two rungs on the same images: wrong with the first only, with the second only, and how likely chance alone is.

    The last is the two-sided exact sign test: how often a split at least as uneven comes up if each of these images
    were as likely to defeat the one as the other.

    Raises:
        ValueError: If there is no such rung.
    """
    from scipy.stats import binomtest  # noqa: PLC0415 - see split

    labels = split().test_labels
    first, second = answers(one) != labels, answers(other) != labels
    only_first, only_second = int((first & ~second).sum()), int((second & ~first).sum())
    if only_first + only_second == 0:
        return 0, 0, 1.0
    return only_first, only_second, float(binomtest(only_first, only_first + only_second).pvalue)


def mistaken(rung: str, most: int = 12, without: Collection[int] = ()) -> pd.DataFrame:
    """Images that a rung gets wrong, spread over all of them.

    Args:
        rung: One of `RUNGS`.
        most: At most as many.
        without: Places that are left out: images that somebody is to label later.

    Returns:
        Index: place among the test images; `digit`, and the `answer` given.

    Raises:
        ValueError: If there is no such rung, or `most` is below 1.
    """
    labels, given = split().test_labels, answers(rung)
    wrong = np.setdiff1d(np.flatnonzero(given != labels), list(without))
    kept = min(checks.whole("The number of images", most, 1), len(wrong))
    chosen = wrong[np.linspace(0, len(wrong) - 1, kept).round().astype(int)]
    return pd.DataFrame({"digit": labels[chosen], "answer": given[chosen]}, index=pd.Index(chosen, name="image"))


@cache
def growth(model: str) -> pd.DataFrame:
    """Training and validation error of a model by the number of images it learned from.

    The validation images are the 540 of the ladder, the training images the first so many of the 1257.

    Returns:
        Index `images` (`SIZES`); `train`, `validation` in %.

    Raises:
        ValueError: If the model is not one of `GROWING`.
    """
    checks.one_of("The model", model, GROWING)
    own = split()
    rows = []
    with one_core():
        for size in SIZES:
            images, labels = own.train[:size], own.train_labels[:size]
            predict = _trained(model, images, labels)
            pairs = ((images, labels), (own.test, own.test_labels))
            rows.append([100 * float((predict(seen) != true).mean()) for seen, true in pairs])
    return pd.DataFrame(rows, index=pd.Index(SIZES, name="images"), columns=["train", "validation"])


def blur(error: float) -> float:
    """How far off an error measured on the 540 images may be: half of its interval's width, in percentage points.

    Of two gaps between training, validation and people it covers the validation error alone. The training error, which
    counts in both gaps, is measured on few images too, and the line of people is supposed: both are left out.

    Raises:
        TypeError: If the error is no number.
        ValueError: If it is not from 0 to 100.
    """
    from scipy.stats import binomtest  # noqa: PLC0415 - see split

    cases = len(split().test_labels)
    wrong = round(checks.number("The error", error, 0, 100) / 100 * cases)
    ends = binomtest(wrong, cases).proportion_ci(LEVEL, method="wilson")
    return 50 * float(ends.high - ends.low)


def _constant(own: Split) -> Labels:
    return np.full(len(own.test), np.bincount(own.train_labels).argmax())


def _random(own: Split) -> Labels:
    return np.random.default_rng(SEED).integers(0, 10, len(own.test))


def _total_ink(own: Split) -> Labels:
    ink = mean_images(own.train.sum(axis=1, keepdims=True), own.train_labels)
    return nearest_mean(own.test.sum(axis=1, keepdims=True), ink)


def _mean_image(own: Split) -> Labels:
    return nearest_mean(own.test, mean_images(own.train, own.train_labels))


_SIMPLE: "dict[str, Callable[[Split], Labels]]" = {
    CONSTANT: _constant,
    RANDOM: _random,
    TOTAL_INK: _total_ink,
    MEAN_IMAGE: _mean_image,
}


def _trained(model: str, images: Pixels, labels: Labels) -> "Callable[[Pixels], Labels]":
    if model == MEAN_IMAGE:
        means = mean_images(images, labels)
        return lambda seen: nearest_mean(seen, means)
    fitted = _fitted(model, images / INK, labels)
    return lambda seen: fitted.predict(seen / INK)


def _fitted(name: str, images: Pixels, labels: Labels) -> Any:  # noqa: ANN401 - scikit-learn has no types
    """A trained model; pixels come from 0 to 1."""
    from sklearn.ensemble import RandomForestClassifier  # noqa: PLC0415 - see split
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - see split
    from sklearn.neighbors import KNeighborsClassifier  # noqa: PLC0415 - see split
    from sklearn.svm import SVC  # noqa: PLC0415 - see split
    from sklearn.tree import DecisionTreeClassifier  # noqa: PLC0415 - see split

    if name == NETWORK:
        return network.classifier(images, labels, steps=STEPS)
    models = {
        LOGISTIC: LogisticRegression(max_iter=1000),
        FOREST: RandomForestClassifier(100, random_state=SEED),
        NEIGHBOURS: KNeighborsClassifier(3),
        SVM: SVC(gamma=0.001 * INK**2),
        TREE: DecisionTreeClassifier(random_state=SEED),
    }
    return models[name].fit(images, labels)
