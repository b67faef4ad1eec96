"""The confusion matrix, the measures read off it, and what the two kinds of error cost.

Source of the 5, 5, 45, 45 example: the review slide of Full Stack Deep Learning, Spring 2021, lecture 5. The lecture
speaks its 50 % accuracy, and its precision and recall are Model 1's of the next slide; the four counts themselves still
need one check against the slide. The constant that beats it is our own computation.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects import checks

Labels = npt.NDArray[np.int_]
Scores = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Confusion:
    """Counts of a two-class confusion matrix: `tn`, `fp`, `fn`, `tp`, each at least 0, not all 0."""

    tn: int
    fp: int
    fn: int
    tp: int

    def __post_init__(self) -> None:
        """Refuse what is no count.

        Raises:
            TypeError: If a count is no number.
            ValueError: If a count is negative or NaN, or nothing was counted.
        """
        for name, count in self.counts().items():
            checks.number(f"The count of {name.lower()}", count, 0)
        if self.total == 0:
            raise ValueError("A confusion matrix needs at least one case; all four counts are 0.")

    @property
    def total(self) -> int:
        """All cases."""
        return self.tn + self.fp + self.fn + self.tp

    @property
    def accuracy(self) -> float:
        """Share of all cases that are predicted right."""
        return (self.tn + self.tp) / self.total

    @property
    def precision(self) -> float:
        """Share of the predicted positives that are positive; NaN (undefined) if nothing is predicted positive."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else float("nan")

    @property
    def recall(self) -> float:
        """Share of the positives that are found; NaN (undefined) if there are none."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else float("nan")

    def cost(self, miss: float, false_alarm: float) -> float:
        """`miss` for each false negative plus `false_alarm` for each false positive.

        Raises:
            TypeError: If a cost is no number.
            ValueError: If a cost is negative or not finite.
        """
        per_miss = checks.number("The cost of a miss", miss, 0)
        per_alarm = checks.number("The cost of a false alarm", false_alarm, 0)
        return per_miss * self.fn + per_alarm * self.fp

    def counts(self) -> dict[str, int]:
        """The four counts by the name a learner reads."""
        return {
            "True negatives": self.tn,
            "False positives": self.fp,
            "False negatives": self.fn,
            "True positives": self.tp,
        }

    def table(self) -> pd.DataFrame:
        """The 2 x 2 matrix: one row an actual class, one column a prediction, `no` before `yes`."""
        rows = [[self.tn, self.fp], [self.fn, self.tp]]
        return pd.DataFrame(
            rows, index=pd.Index(["no", "yes"], name="actual"), columns=["predicted no", "predicted yes"]
        )


REVIEW_SLIDE = Confusion(tn=5, fp=5, fn=45, tp=45)
"""The lecture's example: 10 actual no, 90 actual yes."""


def always_yes(confusion: Confusion) -> Confusion:
    """What the constant answer "yes" gets on the same cases."""
    return Confusion(tn=0, fp=confusion.tn + confusion.fp, fn=0, tp=confusion.fn + confusion.tp)


def measures(named: dict[str, Confusion]) -> pd.DataFrame:
    """One row a confusion matrix: its four counts, accuracy, precision and recall."""
    rows = [
        {
            "TN": c.tn,
            "FP": c.fp,
            "FN": c.fn,
            "TP": c.tp,
            "accuracy": c.accuracy,
            "precision": c.precision,
            "recall": c.recall,
        }
        for c in named.values()
    ]
    return pd.DataFrame(rows, index=pd.Index(list(named), name="model"))


def confusion_at(labels: Labels, scores: Scores, threshold: float) -> Confusion:
    """The confusion matrix when every score of at least `threshold` counts as positive.

    Args:
        labels: Shape (n,), 1 for positive, 0 for negative.
        scores: Shape (n,), higher means more likely positive.
        threshold: Where "positive" begins.

    Raises:
        TypeError: If the threshold is no number.
        ValueError: If labels and scores do not fit together, or the threshold is not finite.
    """
    from sklearn.metrics import confusion_matrix  # noqa: PLC0415 - `import mlprojects` must not load scikit-learn

    labels, scores = _fitting(labels, scores)
    predicted = scores >= checks.number("The threshold", threshold)
    tn, fp, fn, tp = confusion_matrix(labels, predicted, labels=[0, 1]).ravel()
    return Confusion(int(tn), int(fp), int(fn), int(tp))


def operating_points(
    labels: Labels, scores: Scores, thresholds: Sequence[float], miss: float = 1.0, false_alarm: float = 1.0
) -> pd.DataFrame:
    """One row a threshold: `precision`, `recall`, `accuracy`, `false_alarms`, `misses` and `cost`.

    Raises:
        TypeError: If a number is none.
        ValueError: As in `confusion_at` and `Confusion.cost`.
    """
    rows = []
    for threshold in thresholds:
        c = confusion_at(labels, scores, threshold)
        rows.append((c.precision, c.recall, c.accuracy, c.fp, c.fn, c.cost(miss, false_alarm)))
    columns = ["precision", "recall", "accuracy", "false_alarms", "misses", "cost"]
    return pd.DataFrame(rows, columns=columns, index=pd.Index(list(thresholds), name="threshold"))


def cheapest(points: pd.DataFrame) -> list[float]:
    """The thresholds of least cost in an `operating_points` frame; several if they tie."""
    return [float(threshold) for threshold in points.index[points["cost"] <= points["cost"].min() + 1e-9]]


def precision_recall(labels: Labels, scores: Scores) -> pd.DataFrame:
    """The precision-recall curve: one row a distinct score, from the highest threshold to the lowest.

    Returns:
        `threshold`, `recall` (ascending) and `precision`. The point (0, 1) that scikit-learn adds, where nothing is
        predicted positive and precision is undefined, is left out.
    """
    from sklearn.metrics import precision_recall_curve  # noqa: PLC0415 - see confusion_at

    precision, recall, thresholds = precision_recall_curve(*_fitting(labels, scores))
    frame = pd.DataFrame({"threshold": thresholds, "recall": recall[:-1], "precision": precision[:-1]})
    return frame.iloc[::-1].reset_index(drop=True)


def average_precision(labels: Labels, scores: Scores) -> float:
    """The area under the precision-recall curve as a step function: each gain in recall times its precision.

    Raises:
        ValueError: If labels and scores do not fit together.
    """
    from sklearn.metrics import average_precision_score  # noqa: PLC0415 - see confusion_at

    return float(average_precision_score(*_fitting(labels, scores)))


def _fitting(labels: Labels, scores: Scores) -> tuple[Labels, Scores]:
    labels, scores = np.asarray(labels), np.asarray(scores)
    if labels.ndim != 1 or labels.shape != scores.shape or labels.size == 0:
        raise ValueError(f"Labels and scores must be two lists of one length; got {labels.shape} and {scores.shape}.")
    if not np.isin(labels, (0, 1)).all() or not labels.any():
        raise ValueError("Labels must be 0 or 1, with at least one 1.")
    if not np.issubdtype(scores.dtype, np.number) or not np.isfinite(scores).all():
        raise ValueError("Scores must be finite numbers.")
    return labels, scores
