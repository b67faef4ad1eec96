import numpy as np
import pytest
from mlprojects.metrics import model
from sklearn.metrics import average_precision_score, precision_recall_curve
from sklearn.preprocessing import label_binarize

# CONTENT 4.1 of the project's dossier: logistic regression on breast cancer, reproduced to its three decimals.
DOSSIER = {
    0.1: (0.82, 0.965, 0.908),
    0.3: (0.889, 0.941, 0.934),
    0.5: (0.975, 0.918, 0.961),
    0.7: (1.0, 0.894, 0.961),
    0.9: (1.0, 0.847, 0.943),
}


def test_the_tumour_classifier_has_the_dossiers_numbers():
    labels, scores = model.tumours()
    assert (len(labels), labels.sum()) == (228, 85)
    points = model.operating_points(labels, scores, list(DOSSIER))
    for threshold, expected in DOSSIER.items():
        assert tuple(points.loc[threshold, ["precision", "recall", "accuracy"]].round(3)) == expected
    assert model.average_precision(labels, scores) == pytest.approx(0.988, abs=5e-4)


def test_equal_accuracy_at_two_thresholds_hides_other_errors():
    points = model.operating_points(*model.tumours(), [0.5, 0.7])
    assert points["accuracy"].nunique() == 1
    assert points["false_alarms"].tolist() == [2, 0]
    assert points["misses"].tolist() == [7, 9]


def test_accuracy_and_map_of_the_eight():
    table = model.digit_table("one image")
    expected = {
        "support vectors": (0.918, 0.954),
        "15 neighbours": (0.908, 0.955),
        "forest of 300": (0.901, 0.950),
        "naive Bayes": (0.864, 0.927),
        "1 neighbour": (0.858, 0.752),
        "logistic": (0.804, 0.899),
        "forest of 10": (0.766, 0.790),
        "one tree": (0.621, 0.431),
    }
    assert {name: tuple(row) for name, row in table[["accuracy", "mAP"]].round(3).iterrows()} == expected


def test_accuracy_and_map_reverse_the_order_of_two_classifiers():
    table = model.digit_table("whole batch")
    one, other = table.loc["1 neighbour"], table.loc["logistic"]
    assert one["accuracy"] > other["accuracy"]
    assert one["mAP"] < other["mAP"]
    assert (table["accuracy"].idxmax(), table["mAP"].idxmax()) == ("support vectors", "15 neighbours")


@pytest.mark.parametrize("name", list(model.untrained()))
def test_the_map_is_scikit_learns_macro_average(name):
    labels = label_binarize(model.noisy_digits().test_labels, classes=range(10))
    scores = model.graded()[name].scores
    assert model.mean_average_precision(name) == pytest.approx(average_precision_score(labels, scores, average="macro"))
    assert model.class_areas(name).between(0, 1).all()


def test_two_classifiers_share_one_operating_point_exactly_but_not_the_area():
    one, other = model.class_curve("1 neighbour", 2), model.class_curve("logistic", 2)
    row, other_row = model.nearest_points(one, other)
    assert model.same_point(one, row, other, other_row)
    assert one.loc[row, ["recall", "precision"]].round(3).tolist() == [0.943, 0.822]
    assert model.class_areas("1 neighbour")[2] == pytest.approx(0.781, abs=5e-4)
    assert model.class_areas("logistic")[2] == pytest.approx(0.962, abs=5e-4)


def test_a_curve_has_scikit_learns_points():
    split, result = model.noisy_digits(), model.graded()["naive Bayes"]
    precision, recall, _ = precision_recall_curve(split.test_labels == 3, result.scores[:, 3])
    own = model.class_curve("naive Bayes", 3)
    assert np.array_equal(own["recall"], recall[-2::-1])
    assert np.array_equal(own["precision"], precision[-2::-1])


def test_nearest_points_needs_a_curve_below_full_recall():
    curve = model.class_curve("1 neighbour", 2)
    with pytest.raises(ValueError, match="at least one point with a recall below 1"):
        model.nearest_points(curve.tail(1), curve)


def test_the_data_are_the_same_on_every_run_and_split_in_two():
    split = model.noisy_digits()
    assert split.train.shape == (898, 64)
    assert split.test.shape == (899, 64)
    assert np.bincount(split.test_labels).min() > 80
    assert split.test[0, 0] == pytest.approx(model.noisy_digits().test[0, 0])


def test_training_happens_once_and_can_be_watched():
    seen = []

    def watch(names):
        for name in names:
            seen.append(name)
            yield name

    first = model.graded(watch)
    assert seen == list(model.untrained())
    assert model.graded()["logistic"] is first["logistic"]


def test_every_latency_is_there_positive_and_has_its_provenance():
    from importlib import resources  # noqa: PLC0415 - only this test reads the file itself

    table = model.latencies()
    assert list(table.index) == list(model.untrained())
    assert list(table.columns) == list(model.LATENCIES)
    assert (table > 0).all(axis=None)
    text = (resources.files("mlprojects.metrics") / "latency.csv").read_text(encoding="utf-8")
    for word in ("Measured 20", "one thread", "scikit-learn", "median of 300", "microseconds"):
        assert word in text


def test_unknown_names_are_refused_with_those_known():
    with pytest.raises(ValueError, match="'net' is not known; it may be 'support vectors'"):
        model.class_areas("net")
    with pytest.raises(ValueError, match="The digit must be a number from 0 to 9; got 10"):
        model.class_curve("logistic", 10)
    with pytest.raises(TypeError, match="The digit must be a number"):
        model.class_curve("logistic", "two")
    with pytest.raises(ValueError, match="'fast' is not known; it may be 'one image', 'whole batch'"):
        model.digit_table("fast")
