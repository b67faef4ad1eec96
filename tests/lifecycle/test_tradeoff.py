import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.lifecycle import tradeoff
from mlprojects.lifecycle.places import PLACES

values = st.integers(1, 20).map(float)
tables = st.lists(st.tuples(values, values), min_size=1, max_size=8).map(
    lambda rows: pd.DataFrame(rows, columns=["accuracy", "computing"], index=[f"model {n}" for n in range(len(rows))])
)


def beats(one, other):
    """Is one at least as good in both and better in one?"""
    at_least = one["accuracy"] >= other["accuracy"] and one["computing"] <= other["computing"]
    return at_least and (one["accuracy"] > other["accuracy"] or one["computing"] < other["computing"])


@given(tables)
def test_a_model_is_on_the_front_unless_another_beats_it(models):
    front = tradeoff.front(models)
    assert front.any()
    for name, row in models.iterrows():
        assert front[name] == (not any(beats(other, row) for _, other in models.iterrows()))


@given(tables, values, values, st.integers(0, 5), st.integers(0, 5))
def test_relaxing_a_limit_never_loses_a_feasible_model(models, accuracy, computing, down, up):
    tight = tradeoff.feasible(models, {"accuracy": accuracy, "computing": computing})
    loose = tradeoff.feasible(models, {"accuracy": max(accuracy - down, 0), "computing": computing + up})
    assert (loose | ~tight).all()


@given(tables, values, values)
def test_a_corner_that_is_kept_is_kept_by_someone_on_the_front(models, accuracy, computing):
    kept = tradeoff.feasible(models, {"accuracy": accuracy, "computing": computing})
    assert kept.any() == (kept & tradeoff.front(models)).any()


@given(tables, values, values)
def test_the_nearest_way_out_lets_in_its_model_and_nothing_less_does(models, accuracy, computing):
    limits = {"accuracy": accuracy, "computing": computing}
    ways = tradeoff.nearest(models, limits)
    if tradeoff.feasible(models, limits).any():
        assert ways.empty
    for metric, way in ways.iterrows():
        assert way["factor"] > 1
        assert tradeoff.feasible(models, limits | {metric: way["limit"]})[way["model"]]
        a_little_less = way["limit"] + (1e-6 if metric == "accuracy" else -1e-6)
        assert not tradeoff.feasible(models, limits | {metric: a_little_less}).any()
    assert ways["factor"].is_monotonic_increasing


@given(tables, values, values)
def test_no_way_out_alone_means_that_nobody_keeps_either_limit(models, accuracy, computing):
    limits = {"accuracy": accuracy, "computing": computing}
    if tradeoff.nearest(models, limits).empty and not tradeoff.feasible(models, limits).any():
        for metric, limit in limits.items():
            assert not tradeoff.feasible(models, {metric: limit}).any()


def test_no_limits_keep_everybody():
    assert tradeoff.feasible(tradeoff.NETWORKS, {}).all()


def test_the_published_networks():
    networks = tradeoff.NETWORKS
    off = networks.index[~tradeoff.front(networks)].tolist()
    assert off == ["ResNet-18", "ResNet-50"]
    assert beats(networks.loc["EfficientNet-B0"], networks.loc["ResNet-50"])
    ways = tradeoff.nearest(networks, {"accuracy": 80, "computing": 5})
    assert list(ways.index) == ["accuracy", "computing"], "the smaller factor first"
    assert ways["model"].to_dict() == {"accuracy": "EfficientNet-B0", "computing": "EfficientNet-B7"}
    assert ways["factor"].to_dict() == pytest.approx({"accuracy": 80 / 77.692, "computing": 37.75 / 5})


@pytest.mark.parametrize("place", PLACES)
def test_the_robots_estimators_are_measured_and_counted(place):
    models = tradeoff.estimators(place)
    assert list(models.index) == list(tradeoff.CANDIDATES)
    assert (models > 0).all(axis=None)
    assert models["position error"].round(2).equals(models["position error"])
    assert models["multiply-adds"]["neighbours (1,000)"] == 4 * models["multiply-adds"]["neighbours (250)"]
    assert models["position error"]["neighbours (1,000)"] < models["position error"]["neighbours (250)"]
    assert models["multiply-adds"]["3 networks"] > models["multiply-adds"]["1 network"]


def test_multiply_adds_of_what_is_trained_do_not_depend_on_the_place():
    lab, warehouse = (tradeoff.estimators(place)["multiply-adds"].drop("script") for place in PLACES)
    assert lab.equals(warehouse)


def test_training_can_be_watched():
    seen = []

    def watch(names):
        for name in names:
            seen.append(name)
            yield name

    tradeoff.estimators("lab", watch)
    assert seen == list(tradeoff.CANDIDATES)


def test_bad_input_gets_one_clear_sentence():
    models = tradeoff.NETWORKS
    with pytest.raises(ValueError, match="'speed' is not known; it may be 'accuracy', 'computing'"):
        tradeoff.feasible(models, {"speed": 1})
    with pytest.raises(ValueError, match="The limit on computing must be a number of at least 0; got -1"):
        tradeoff.feasible(models, {"computing": -1})
    with pytest.raises(ValueError, match="The limit on computing must be a number of at least 1e-09; got 0"):
        tradeoff.nearest(models, {"computing": 0})
    with pytest.raises(TypeError, match="The table must be a pandas DataFrame; got a dict"):
        tradeoff.front({"accuracy": [1]})
    with pytest.raises(ValueError, match="The table is empty"):
        tradeoff.feasible(models.head(0), {})
    with pytest.raises(ValueError, match="'office' is not known; it may be 'lab', 'warehouse'"):
        tradeoff.estimators("office")
