"""The metrics wing's model: numbers and frames in, frames out. This page only says what there is; each part has its file.

Which metric, or which formula of several, says that one model is better than another? `rules` combines precision and
recall on the lecture's table, `confusion` reads them off a confusion matrix, `classifiers` computes them for real
models, `limits` chooses under limits, `pose` follows one project whose formula changes.
"""

from .classifiers import (
    LATENCIES,
    class_areas,
    class_curve,
    digit_table,
    graded,
    latencies,
    mean_average_precision,
    nearest_points,
    noisy_digits,
    same_point,
    tumours,
    untrained,
)
from .confusion import (
    REVIEW_SLIDE,
    Confusion,
    always_yes,
    average_precision,
    cheapest,
    confusion_at,
    measures,
    operating_points,
    precision_recall,
)
from .limits import LOWER_IS_BETTER, NG_MODELS, best_excluded, least_missing, under_limits, winner_by_limit
from .pose import POSITIONS_MEASURED, POSITIONS_NEEDED, STAGES, gaps, optimised
from .rules import (
    LECTURE_MODELS,
    RULES,
    collinearity,
    f_beta,
    f_beta_switch_points,
    iso_score,
    precision_at_floor,
    rank,
    weighted_average,
    winners,
    winning_intervals,
)

__all__ = [
    "LATENCIES",
    "LECTURE_MODELS",
    "LOWER_IS_BETTER",
    "NG_MODELS",
    "POSITIONS_MEASURED",
    "POSITIONS_NEEDED",
    "REVIEW_SLIDE",
    "RULES",
    "STAGES",
    "Confusion",
    "always_yes",
    "average_precision",
    "best_excluded",
    "cheapest",
    "class_areas",
    "class_curve",
    "collinearity",
    "confusion_at",
    "digit_table",
    "f_beta",
    "f_beta_switch_points",
    "gaps",
    "graded",
    "iso_score",
    "latencies",
    "least_missing",
    "mean_average_precision",
    "measures",
    "nearest_points",
    "noisy_digits",
    "operating_points",
    "optimised",
    "precision_at_floor",
    "precision_recall",
    "rank",
    "same_point",
    "tumours",
    "under_limits",
    "untrained",
    "weighted_average",
    "winner_by_limit",
    "winners",
    "winning_intervals",
]
