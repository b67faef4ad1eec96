import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from mlprojects.metrics import model
from mlprojects.metrics.model import LECTURE_MODELS as LECTURE
from sklearn.metrics import fbeta_score

unit = st.floats(0, 1)
counts = st.integers(0, 60)
FLOOR = "precision at a recall floor"


def models(*points):
    return pd.DataFrame(points, columns=["precision", "recall"], index=[f"M{i}" for i in range(len(points))])


points = st.lists(st.tuples(st.floats(0.01, 1), st.floats(0.01, 1)), min_size=1, max_size=6)


def test_every_rule_of_the_lecture_crowns_as_on_its_slide():
    scores = {rule: model.rank(LECTURE, rule) for rule in model.RULES}
    assert model.winners(scores["simple average"]) == ["Model 3"]
    assert model.winners(scores[FLOOR]) == ["Model 2"]
    assert model.winners(scores["mAP"]) == ["Model 1"]
    assert scores["simple average"]["score"].to_dict() == pytest.approx(
        {"Model 1": 0.7, "Model 2": 0.75, "Model 3": 0.8}
    )
    assert scores[FLOOR]["score"].to_dict() == {"Model 1": 0.0, "Model 2": 0.8, "Model 3": 0.7}
    assert scores["F-beta"]["score"].round(3).to_dict() == {"Model 1": 0.643, "Model 2": 0.747, "Model 3": 0.788}


def test_the_models_lie_on_one_line_of_slope_minus_two():
    line = model.collinearity(LECTURE)
    assert line["slope"] == pytest.approx(-2)
    assert line["deviation"] < 1e-12


def test_all_three_tie_at_two_thirds_and_the_tie_is_said():
    ranking = model.rank(LECTURE, "weighted average", weight=2 / 3)
    assert model.winners(ranking) == ["Model 1", "Model 2", "Model 3"]
    assert ranking["tied"].all()
    assert ranking["score"].tolist() == pytest.approx([0.7667] * 3, abs=5e-5)


def test_rounding_does_not_break_a_tie():
    ranking = model.rank(models((0.1 + 0.2, 0.5), (0.3, 0.5)), "simple average")
    assert ranking["rank"].tolist() == [1, 1]
    assert ranking["tied"].all()
    low, high = (0.3, 0.5), (0.1 + 0.2, 0.5)
    assert model.winners(model.rank(models(low, high), "precision at a recall floor", floor=0.5)) == ["M0", "M1"]


@given(unit)
def test_no_weighted_average_ever_strictly_picks_model_2(weight):
    first = model.winners(model.rank(LECTURE, "weighted average", weight=weight))
    assert first != ["Model 2"]
    if abs(weight - 2 / 3) > 1e-6:
        assert first == (["Model 3"] if weight < 2 / 3 else ["Model 1"])


@given(st.floats(0, 5))
def test_the_winner_by_f_beta_changes_where_the_lecture_facts_say(beta):
    low, high = model.f_beta_switch_points(LECTURE)
    assert (round(low, 3), round(high, 3)) == (0.493, 0.750)
    assume(min(abs(beta - low), abs(beta - high)) > 1e-6)
    expected = "Model 1" if beta < low else "Model 2" if beta < high else "Model 3"
    assert model.winners(model.rank(LECTURE, "F-beta", beta=beta)) == [expected]


@pytest.mark.parametrize("place", [0, 1])
def test_at_a_switch_point_the_two_neighbours_tie(place):
    beta = model.f_beta_switch_points(LECTURE)[place]
    assert model.winners(model.rank(LECTURE, "F-beta", beta=beta)) == [f"Model {place + 1}", f"Model {place + 2}"]


@given(points, st.floats(0, 4), st.sampled_from(["F-beta", "weighted average", FLOOR]))
def test_intervals_agree_with_a_plain_ranking_between_their_ends(drawn, setting, rule):
    table = models(*drawn)
    setting = setting if rule == "F-beta" else setting / 4
    intervals = model.winning_intervals(table, rule)
    assert intervals["start"].tolist()[1:] == intervals["stop"].tolist()[:-1]
    inside = intervals[(intervals["start"] + 1e-6 < setting) & (setting < intervals["stop"] - 1e-6)]
    assume(len(inside) == 1)
    keyword = {"F-beta": "beta", "weighted average": "weight", FLOOR: "floor"}[rule]
    best = model.rank(table, rule, **{keyword: setting})
    # Near-ties may be one winner or several: the named ones must score what the best scores.
    named = [name for name in inside["winner"].tolist()[0].split(" = ") if name]
    assert bool(named) == bool(model.winners(best))
    assert np.allclose(best.loc[named, "score"], best["score"].max(), atol=1e-6)


def test_the_recall_floor_crowns_each_model_in_turn_and_then_none():
    intervals = model.winning_intervals(LECTURE, FLOOR)
    assert intervals["stop"].tolist() == [0.5, 0.7, 0.9, 1.0]
    assert intervals["winner"].tolist() == ["Model 1", "Model 2", "Model 3", ""]


@pytest.mark.parametrize(("floor", "winner"), [(0.5, "Model 1"), (0.7, "Model 2"), (0.7 + 0.2, "Model 3")])
def test_a_recall_exactly_at_the_floor_is_enough(floor, winner):
    assert model.winners(model.rank(LECTURE, FLOOR, floor=floor)) == [winner]


def test_a_floor_above_every_model_leaves_no_winner_but_says_by_how_much_each_misses():
    ranking = model.rank(LECTURE, FLOOR, floor=0.95)
    assert model.winners(ranking) == []
    assert ranking["misses_by"].to_dict() == pytest.approx({"Model 1": 0.45, "Model 2": 0.25, "Model 3": 0.05})


@given(st.tuples(counts, counts, counts).filter(lambda c: sum(c) and c[0]), st.floats(0, 4))
def test_f_beta_is_scikit_learns_and_lies_between_precision_and_recall(cells, beta):
    tp, fp, fn = cells
    precision, recall = tp / (tp + fp), tp / (tp + fn)
    actual, predicted = [1] * (tp + fn) + [0] * fp, [1] * tp + [0] * fn + [1] * fp
    own = model.f_beta(precision, recall, beta)
    assert own == pytest.approx(fbeta_score(actual, predicted, beta=beta), abs=1e-9)
    assert min(precision, recall) - 1e-9 <= own <= max(precision, recall) + 1e-9


@given(unit, unit)
def test_f_beta_goes_from_precision_to_recall_as_beta_grows(precision, recall):
    assume(precision > 1e-3 and recall > 1e-3)
    assert model.f_beta(precision, recall, 0) == pytest.approx(precision)
    assert model.f_beta(precision, recall, 1e5) == pytest.approx(recall, abs=1e-5)


def test_f_beta_of_nothing_is_nothing():
    assert model.f_beta(0, 0, 1) == 0
    assert model.f_beta(0.5, 0, 1) == 0


@given(points, unit, st.sampled_from(model.RULES[:4]))
def test_ranks_follow_the_scores_and_nothing_is_lost(drawn, setting, rule):
    table = models(*drawn)
    ranking = model.rank(table, rule, weight=setting, beta=setting, floor=setting)
    assert sorted(ranking.index) == sorted(table.index)
    assert ranking["rank"].is_monotonic_increasing
    assert (ranking["score"].diff().dropna() <= model.TIE).all()
    assert (ranking["score"] >= 0).all()
    assert (ranking["score"] <= 1 + 1e-12).all()


@given(unit, st.floats(0, 2), st.sampled_from(model.RULES[:3]))
def test_all_pairs_on_an_iso_score_line_score_alike(weight, beta, rule):
    score = model.rank(LECTURE, rule, weight=weight, beta=beta)["score"].iloc[0]
    line = model.iso_score(rule, score, weight=weight, beta=beta).iloc[::20]
    assert len(line)
    again = model.rank(line, rule, weight=weight, beta=beta)["score"]
    assert np.allclose(again, score, atol=1e-6)


def test_no_line_of_equal_scores_where_precision_and_recall_do_not_decide():
    assert model.iso_score("mAP", 0.7).empty
    assert model.iso_score(FLOOR, 0.8, floor=0.6)["recall"].tolist() == [0.6, 1.0]


@pytest.mark.parametrize("keyword", [{"weight": -0.1}, {"weight": float("nan")}, {"weight": 1.1}])
def test_a_weight_that_is_none_is_refused(keyword):
    with pytest.raises(ValueError, match="The weight must be a number from 0 to 1"):
        model.rank(LECTURE, "weighted average", **keyword)


def test_bad_settings_are_refused_in_one_sentence_each():
    with pytest.raises(
        ValueError, match="The rule 'best' is not known; it may be 'simple average', 'weighted average'"
    ):
        model.rank(LECTURE, "best")
    with pytest.raises(TypeError, match="Beta must be a number from 0 to"):
        model.f_beta(0.5, 0.5, "two")
    with pytest.raises(ValueError, match="Beta must be"):
        model.rank(LECTURE, "F-beta", beta=-1)
    with pytest.raises(ValueError, match="The recall floor must be a number from 0 to 1"):
        model.rank(LECTURE, FLOOR, floor=1.2)
    with pytest.raises(ValueError, match="has no column 'mAP'"):
        model.rank(models((0.5, 0.5)), "mAP")
    with pytest.raises(ValueError, match="'mAP' is not known; it may be 'weighted average'"):
        model.winning_intervals(LECTURE, "mAP")
    with pytest.raises(ValueError, match="at least two different precisions"):
        model.collinearity(models((0.5, 0.5), (0.5, 0.7)))


def test_the_last_interval_of_f_beta_has_no_end():
    assert math.isinf(model.winning_intervals(LECTURE, "F-beta")["stop"].iloc[-1])
