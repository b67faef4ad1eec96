"""Real classifiers on the two data sets that come with scikit-learn: breast cancer, and digits made noisy.

Everything is seeded and runs on one core; training happens once a process, about two seconds for all. The data sets are
small and clean: they show how the measures behave, not how hard a real project is.

Sources, as scikit-learn's descriptions of its copies name them: Wolberg, Street & Mangasarian, "Breast Cancer Wisconsin
(Diagnostic)", UCI, 1995; Alpaydin, "Optical recognition of handwritten digits" (test set), UCI, 1998.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects import checks

from .confusion import Labels, Scores, average_precision, precision_recall

NOISE = 4.0
"""Standard deviation of the noise added to each pixel of a digit, whose values run from 0 to 16."""

Classifier = Any
"""A scikit-learn classifier; the package ships no types."""


@dataclass(frozen=True, eq=False)
class Split:
    """Training and test rows: images or features of shape (n, d), labels of shape (n,)."""

    train: Scores
    train_labels: Labels
    test: Scores
    test_labels: Labels


@dataclass(frozen=True, eq=False)
class Graded:
    """A trained classifier on its test set: `predicted` of shape (n,) and one score a class, shape (n, classes)."""

    predicted: Labels
    scores: Scores


@cache
def tumours() -> tuple[Labels, Scores]:
    """Logistic regression on the breast-cancer data: is the tumour malignant?

    Standardised features, 60/40 stratified split with seed 0, so 228 test cases of which 85 are malignant.

    Returns:
        Labels of the test cases (1 = malignant) and the model's probability that each is malignant, both shape (228,).
    """
    from sklearn.datasets import load_breast_cancer  # noqa: PLC0415 - `import mlprojects` must not load scikit-learn
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - see above
    from sklearn.pipeline import make_pipeline  # noqa: PLC0415 - see above
    from sklearn.preprocessing import StandardScaler  # noqa: PLC0415 - see above

    features, benign = load_breast_cancer(return_X_y=True)
    split = _split(features, 1 - benign, test_size=0.4)
    model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000)).fit(split.train, split.train_labels)
    return split.test_labels, model.predict_proba(split.test)[:, 1]


@cache
def noisy_digits() -> Split:
    """The 1797 digits of 8 x 8 pixels with noise of `NOISE` added to each pixel, split 50/50, stratified, seed 0."""
    from sklearn.datasets import load_digits  # noqa: PLC0415 - see tumours

    pixels, labels = load_digits(return_X_y=True)
    noise = np.random.default_rng(0).normal(0.0, NOISE, pixels.shape)
    return _split(pixels + noise, labels, test_size=0.5)


def untrained() -> dict[str, Classifier]:
    """The eight classifiers by name, not yet trained, each on one core."""
    from sklearn.ensemble import RandomForestClassifier  # noqa: PLC0415 - see tumours
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - see tumours
    from sklearn.naive_bayes import GaussianNB  # noqa: PLC0415 - see tumours
    from sklearn.neighbors import KNeighborsClassifier  # noqa: PLC0415 - see tumours
    from sklearn.svm import SVC  # noqa: PLC0415 - see tumours
    from sklearn.tree import DecisionTreeClassifier  # noqa: PLC0415 - see tumours

    return {
        "support vectors": SVC(gamma=0.001),
        "15 neighbours": KNeighborsClassifier(15, n_jobs=1),
        "forest of 300": RandomForestClassifier(300, random_state=0, n_jobs=1),
        "naive Bayes": GaussianNB(),
        "1 neighbour": KNeighborsClassifier(1, n_jobs=1),
        "logistic": LogisticRegression(max_iter=5000),
        "forest of 10": RandomForestClassifier(10, random_state=0, n_jobs=1),
        "one tree": DecisionTreeClassifier(random_state=0),
    }


def graded(progress: Callable[[list[str]], Iterable[str]] = iter) -> dict[str, Graded]:
    """The eight classifiers, trained on the noisy digits and run on the test half.

    Args:
        progress: Wraps the list of names to show a progress bar, such as `tqdm`; what is trained stays trained.
    """
    return {name: _grade(name) for name in progress(list(untrained()))}


def class_curve(name: str, digit: int) -> pd.DataFrame:
    """The precision-recall curve of one digit against the other nine; see `confusion.precision_recall`.

    Raises:
        TypeError: If the digit is no number.
        ValueError: If there is no such classifier or digit.
    """
    return _curve(name, int(checks.number("The digit", digit, 0, 9))).copy()


def class_areas(name: str) -> pd.Series:
    """Average precision of each digit against the other nine; index 0 to 9. Their mean is the classifier's mAP.

    Raises:
        ValueError: If there is no such classifier.
    """
    return _areas(name).copy()


def nearest_points(one: pd.DataFrame, other: pd.DataFrame) -> tuple[int, int]:
    """Where two precision-recall curves come closest, as a row of each; full recall, where all curves meet, set aside.

    Raises:
        ValueError: If a curve has no point below full recall.
    """
    a, b = (curve.loc[curve["recall"] < 1, ["recall", "precision"]] for curve in (one, other))
    if a.empty or b.empty:
        raise ValueError("Each curve needs at least one point with a recall below 1.")
    gaps = np.linalg.norm(a.to_numpy()[:, None] - b.to_numpy()[None], axis=2)
    row, column = np.unravel_index(int(gaps.argmin()), gaps.shape)
    return int(a.index[int(row)]), int(b.index[int(column)])


def same_point(one: pd.DataFrame, row: int, other: pd.DataFrame, other_row: int) -> bool:
    """Whether these rows of two precision-recall curves are one point, up to rounding."""
    names = ["recall", "precision"]
    return bool(np.allclose(one.loc[[row], names], other.loc[[other_row], names], rtol=0, atol=1e-9))


def digit_table(latency: str, progress: Callable[[list[str]], Iterable[str]] = iter) -> pd.DataFrame:
    """The eight classifiers with `accuracy`, `mAP` and `latency` (microseconds an image).

    Accuracy and mAP are computed here; latency comes from the table that was measured once (`latencies`).

    Args:
        latency: "one image" (asked one at a time) or "whole batch" (all 899 test images in one call).
        progress: See `graded`.

    Raises:
        ValueError: If the latency is neither.
    """
    checks.one_of("The latency", latency, LATENCIES)
    measured = latencies()[latency]
    labels = noisy_digits().test_labels
    rows = {
        name: {
            "accuracy": float((result.predicted == labels).mean()),
            "mAP": mean_average_precision(name),
            "latency": float(measured[name]),
        }
        for name, result in graded(progress).items()
    }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("classifier")


@cache
def mean_average_precision(name: str) -> float:
    """The mAP of one of the eight classifiers: the mean of its `class_areas`."""
    return float(class_areas(name).mean())


LATENCIES = ("one image", "whole batch")
"""The two ways the shipped latencies were measured."""


@cache
def latencies() -> pd.DataFrame:
    """Prediction latency in microseconds an image, one column a way of measuring; see the comments in latency.csv."""
    with resources.files(__package__).joinpath("latency.csv").open(encoding="utf-8") as file:
        return pd.read_csv(file, comment="#", index_col="classifier")


def _split(rows: npt.NDArray[np.float64], labels: npt.NDArray[np.int_], test_size: float) -> Split:
    from sklearn.model_selection import train_test_split  # noqa: PLC0415 - see tumours

    train, test, train_labels, test_labels = train_test_split(
        rows, labels, test_size=test_size, random_state=0, stratify=labels
    )
    return Split(train, train_labels, test, test_labels)


@cache
def _grade(name: str) -> Graded:
    split = noisy_digits()
    model = untrained()[checks.one_of("The classifier", name, untrained())]
    model.fit(split.train, split.train_labels)
    score = model.predict_proba if hasattr(model, "predict_proba") else model.decision_function
    return Graded(model.predict(split.test), score(split.test))


@cache
def _curve(name: str, digit: int) -> pd.DataFrame:
    return precision_recall(*_one_against_rest(name, digit))


@cache
def _areas(name: str) -> pd.Series:
    areas = [average_precision(*_one_against_rest(name, digit)) for digit in range(10)]
    return pd.Series(areas, index=pd.Index(range(10), name="digit"), name="average precision")


def _one_against_rest(name: str, digit: int) -> tuple[Labels, Scores]:
    return (noisy_digits().test_labels == digit).astype(int), _grade(name).scores[:, digit]
