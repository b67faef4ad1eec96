import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from mlprojects.metrics import model

tables = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0.1, 1000)), min_size=1, max_size=8).map(
    lambda rows: pd.DataFrame(rows, columns=["accuracy", "mAP", "latency"], index=[f"c{i}" for i in range(len(rows))])
)


@pytest.mark.parametrize(
    ("limit", "winner"), [(79, []), (80, ["Classifier A"]), (100, ["Classifier B"]), (1500, ["Classifier C"])]
)
def test_ngs_example(limit, winner):
    judged = model.under_limits(model.NG_MODELS, {"latency": limit}, "accuracy")
    assert judged.index[judged["wins"]].tolist() == winner


def test_ngs_table_is_the_cited_one():
    assert model.NG_MODELS["accuracy"].tolist() == [0.90, 0.92, 0.95]
    assert model.NG_MODELS["latency"].tolist() == [80, 95, 1500]


def test_how_far_a_loser_misses_is_said():
    judged = model.under_limits(model.NG_MODELS, {"latency": 100}, "accuracy")
    assert judged["latency misses by"].tolist() == [0, 0, 1400]
    assert model.best_excluded(judged, "accuracy") == ("Classifier C", "latency", 1400)


def test_a_limit_no_one_keeps_leaves_no_winner_and_names_the_nearest():
    judged = model.under_limits(model.NG_MODELS, {"latency": 50, "accuracy": 0.91}, "accuracy")
    assert not judged["wins"].any()
    name, metric, gap = model.least_missing(judged)
    assert (name, metric) == ("Classifier A", "latency")
    assert gap == pytest.approx(30)
    assert model.best_excluded(judged, "accuracy") is None


def test_nearest_is_asked_only_where_no_one_qualifies():
    with pytest.raises(ValueError, match="there is no need to ask"):
        model.least_missing(model.under_limits(model.NG_MODELS, {}, "accuracy"))


def test_ties_all_win():
    table = model.NG_MODELS.assign(accuracy=[0.9, 0.9, 0.8])
    judged = model.under_limits(table, {}, "accuracy")
    assert judged["wins"].tolist() == [True, True, False]
    assert model.under_limits(table, {}, "latency")["wins"].tolist() == [True, False, False]


@given(tables, st.floats(0.1, 1000), st.floats(1, 10))
def test_loosening_a_limit_never_loses_quality(table, limit, factor):
    def best(bound):
        judged = model.under_limits(table, {"latency": bound}, "accuracy")
        return judged.loc[judged["wins"], "accuracy"].max()

    strict, loose = best(limit), best(limit * factor)
    assume(not np.isnan(strict))
    assert loose >= strict - 1e-9


@given(tables, st.floats(0, 1), st.floats(0.1, 1000), st.sampled_from(["accuracy", "latency"]))
def test_a_winner_keeps_all_limits_and_no_one_within_them_is_better(table, floor, ceiling, optimise):
    judged = model.under_limits(table, {"mAP": floor, "latency": ceiling}, optimise)
    within = table[(table["mAP"] >= floor - 1e-9) & (table["latency"] <= ceiling + 1e-9)]
    assert judged.index[judged["qualifies"]].tolist() == within.index.tolist()
    assert judged["wins"].any() == (not within.empty)
    assert not (judged["wins"] & ~judged["qualifies"]).any()
    if not within.empty:
        best = within[optimise].max() if optimise == "accuracy" else within[optimise].min()
        assert np.allclose(judged.loc[judged["wins"], optimise], best, atol=1e-8)
    rival = model.best_excluded(judged, optimise)
    if rival is not None:
        assert not judged.loc[rival[0], "qualifies"]
        assert rival[2] == judged.loc[rival[0], f"{rival[1]} misses by"] > 0
    if not judged["qualifies"].any():
        assert model.least_missing(judged)[2] > 0


@given(tables)
def test_the_winners_by_limit_agree_with_a_plain_choice(table):
    for row in model.winner_by_limit(table, "latency", "accuracy").itertuples():
        within = table[table["latency"] <= row.limit + 1e-9]["accuracy"]
        assert set(row.winner.split(" = ")) == set(within.index[within >= within.max() - 1e-9])


def test_on_the_digits_the_limit_decides_who_wins():
    batch = model.winner_by_limit(model.digit_table("whole batch"), "latency", "accuracy")
    assert batch["winner"].tolist() == ["one tree", "logistic", "naive Bayes", "15 neighbours", "support vectors"]
    single = model.winner_by_limit(model.digit_table("one image"), "latency", "accuracy")
    assert single["winner"].tolist() == ["one tree", "logistic", "support vectors"]


def test_a_floor_is_tightened_downwards():
    rows = model.winner_by_limit(model.NG_MODELS, "accuracy", "latency")
    assert rows["winner"].tolist() == ["Classifier C", "Classifier B", "Classifier A"]


def test_the_table_given_is_left_as_it_was():
    before = model.NG_MODELS.copy()
    model.under_limits(model.NG_MODELS, {"latency": 100}, "accuracy")
    pd.testing.assert_frame_equal(model.NG_MODELS, before)


@pytest.mark.parametrize(
    ("table", "limits", "optimise", "error", "sentence"),
    [
        ("table", {}, "accuracy", TypeError, "The table must be a pandas DataFrame"),
        (model.NG_MODELS.iloc[:0], {}, "accuracy", ValueError, "The table is empty"),
        (
            model.NG_MODELS,
            {"size": 3},
            "accuracy",
            ValueError,
            "limited metric 'size' is not known; it may be 'accuracy'",
        ),
        (model.NG_MODELS, {}, "size", ValueError, "metric to optimise 'size' is not known"),
        (
            model.NG_MODELS,
            {"latency": "100"},
            "accuracy",
            TypeError,
            "The limit on latency must be a number of at least 0",
        ),
        (model.NG_MODELS, {"latency": float("nan")}, "accuracy", ValueError, "The limit on latency must be a number"),
        (model.NG_MODELS, {"latency": -1}, "accuracy", ValueError, "The limit on latency must be a number"),
        (model.NG_MODELS.assign(latency="fast"), {}, "accuracy", TypeError, "must hold numbers only"),
        (
            model.NG_MODELS.assign(latency=[1, np.nan, 2]),
            {},
            "accuracy",
            ValueError,
            "every 'latency' must be a number",
        ),
    ],
)
def test_bad_input_is_refused_in_one_sentence(table, limits, optimise, error, sentence):
    with pytest.raises(error, match=sentence):
        model.under_limits(table, limits, optimise)
