import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.metrics import model
from mlprojects.metrics.model import Confusion
from sklearn import metrics as oracle

labelled = st.lists(st.tuples(st.integers(0, 1), st.floats(0, 1)), min_size=1, max_size=40).filter(
    lambda rows: any(label for label, _ in rows)
)


def arrays(rows):
    return np.array([label for label, _ in rows]), np.array([score for _, score in rows])


def test_the_review_slide_and_the_constant_that_beats_it():
    slide, constant = model.REVIEW_SLIDE, model.always_yes(model.REVIEW_SLIDE)
    assert (slide.tn, slide.fp, slide.fn, slide.tp) == (5, 5, 45, 45)
    assert (slide.accuracy, slide.precision, slide.recall) == (0.5, 0.9, 0.5)
    assert (constant.accuracy, constant.precision, constant.recall) == (0.9, 0.9, 1.0)
    table = model.measures({"slide": slide, "always yes": constant})
    assert table.loc["always yes", ["TN", "FP", "FN", "TP"]].tolist() == [0, 10, 0, 90]
    assert slide.table().to_numpy().tolist() == [[5, 5], [45, 45]]


@given(st.lists(st.integers(0, 50), min_size=4, max_size=4).filter(any))
def test_always_yes_misses_nothing_and_counts_the_same_cases(cells):
    c = Confusion(*cells)
    constant = model.always_yes(c)
    assert constant.total == c.total
    assert constant.fn == constant.tn == 0
    assert math.isnan(c.precision) == (c.tp + c.fp == 0)
    assert math.isnan(c.recall) == (c.tp + c.fn == 0)


def test_precision_is_undefined_when_nothing_is_called_positive():
    nobody = model.confusion_at(np.array([0, 1]), np.array([0.2, 0.3]), 0.9)
    assert math.isnan(nobody.precision)
    assert nobody.recall == 0


@given(labelled, st.floats(-0.5, 1.5))
def test_counts_sum_to_all_and_the_measures_are_scikit_learns(rows, threshold):
    labels, scores = arrays(rows)
    c = model.confusion_at(labels, scores, threshold)
    predicted = scores >= threshold
    assert c.total == len(rows)
    assert c.accuracy == pytest.approx(oracle.accuracy_score(labels, predicted))
    assert c.recall == pytest.approx(oracle.recall_score(labels, predicted))
    if predicted.any():
        assert c.precision == pytest.approx(oracle.precision_score(labels, predicted))


@given(labelled)
def test_raising_the_threshold_never_raises_recall_nor_false_alarms(rows):
    points = model.operating_points(*arrays(rows), np.linspace(0, 1, 11).tolist())
    assert points["recall"].is_monotonic_decreasing
    assert points["false_alarms"].is_monotonic_decreasing
    assert points["misses"].is_monotonic_increasing


@given(labelled, st.floats(0, 100), st.floats(0, 100))
def test_the_cheapest_threshold_is_no_dearer_than_any_other(rows, miss, alarm):
    points = model.operating_points(*arrays(rows), np.linspace(0, 1, 11).tolist(), miss, alarm)
    assert np.allclose(points["cost"], miss * points["misses"] + alarm * points["false_alarms"])
    for threshold in model.cheapest(points):
        assert points["cost"][threshold] <= points["cost"].min() + 1e-6


@given(labelled)
def test_average_precision_is_the_area_under_our_curve_as_steps(rows):
    labels, scores = arrays(rows)
    curve = model.precision_recall(labels, scores)
    gains = np.diff([0.0, *curve["recall"]])
    area = model.average_precision(labels, scores)
    assert area == pytest.approx(float(gains @ curve["precision"]))
    assert 0 < area <= 1 + 1e-12
    assert curve["recall"].is_monotonic_increasing
    assert curve["recall"].iloc[-1] == 1


@given(labelled)
def test_each_point_of_the_curve_is_the_confusion_matrix_at_its_threshold(rows):
    labels, scores = arrays(rows)
    for _, row in model.precision_recall(labels, scores).iterrows():
        c = model.confusion_at(labels, scores, float(row["threshold"]))
        assert (c.precision, c.recall) == pytest.approx((row["precision"], row["recall"]))


def test_a_perfect_ranking_has_area_one():
    assert model.average_precision(np.array([0, 0, 1]), np.array([0.1, 0.2, 0.9])) == 1


@pytest.mark.parametrize(
    ("cells", "error", "sentence"),
    [
        ((0, 0, 0, 0), ValueError, "needs at least one case"),
        ((-1, 0, 0, 2), ValueError, "count of true negatives must be a number of at least 0; got -1"),
        ((1, "2", 0, 2), TypeError, "count of false positives must be a number"),
        ((1, float("nan"), 0, 2), ValueError, "count of false positives must be a number"),
    ],
)
def test_what_is_no_count_is_refused(cells, error, sentence):
    with pytest.raises(error, match=sentence):
        Confusion(*cells)


@pytest.mark.parametrize(
    ("labels", "scores", "sentence"),
    [
        ([0, 1], [0.5], "two lists of one length"),
        ([], [], "two lists of one length"),
        ([0, 0], [0.5, 0.1], "at least one 1"),
        ([0, 2], [0.5, 0.1], "must be 0 or 1"),
        ([0, 1], [0.5, float("nan")], "finite numbers"),
        ([0, 1], ["0.5", "high"], "finite numbers"),
    ],
)
def test_labels_and_scores_that_do_not_fit_are_refused(labels, scores, sentence):
    with pytest.raises(ValueError, match=sentence):
        model.average_precision(np.array(labels), np.array(scores))


def test_costs_and_thresholds_must_be_numbers():
    with pytest.raises(ValueError, match="The cost of a miss must be a number of at least 0; got -1"):
        model.REVIEW_SLIDE.cost(-1, 1)
    with pytest.raises(TypeError, match="The cost of a false alarm"):
        model.REVIEW_SLIDE.cost(1, "dear")
    with pytest.raises(ValueError, match="The threshold must be a number that is finite"):
        model.confusion_at(np.array([0, 1]), np.array([0.2, 0.8]), float("nan"))
