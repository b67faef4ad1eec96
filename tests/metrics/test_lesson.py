"""What the wing's explorers must keep in every state; that each can be drawn is tested for all wings alike."""

import re

import numpy as np
import pytest
from items import sweep, swept
from mlprojects.metrics import lesson, model, says


def test_no_weighted_average_ever_strictly_picks_model_2():
    rows = swept(lesson.which_model_wins, rule="weighted average")
    assert len(rows) == 21
    for state, view in rows:
        expected = "Model 3" if state["weight"] < 2 / 3 else "Model 1"
        assert f"{expected} wins with" in view.says
        assert view.table["Rank"][expected] == 1
        assert view.table["Rank"]["Model 2"] > 1


def test_the_winner_by_f_beta_changes_at_the_computed_points():
    low, high = model.f_beta_switch_points(model.LECTURE_MODELS)
    for state, view in swept(lesson.which_model_wins, rule="F-beta"):
        if abs(state["beta"] - high) < 1e-9:
            assert "Model 2 and Model 3 tie at 0.761" in view.says
            continue
        winner = "Model 1" if state["beta"] < low else "Model 2" if state["beta"] < high else "Model 3"
        assert f"{winner} wins with" in view.says


def test_a_recall_floor_above_every_model_says_who_misses_it_least():
    view = lesson.which_model_wins.at(rule=says.FLOOR, floor=0.95)
    assert view.says == "With a recall floor of 0.95, no model qualifies; Model 3 misses it by least, 0.05."
    for state, other in swept(lesson.which_model_wins, rule=says.FLOOR):
        assert ("no model qualifies" in other.says) == (state["floor"] > 0.9)


def test_map_crowns_model_1_and_shows_where_it_comes_from():
    view = lesson.which_model_wins.at(rule="mAP")
    assert view.says == "By mAP, Model 1 wins with 0.700; next, with 0.600: Model 2 and Model 3."
    assert "Mean AP" in view.table


def test_the_cheapest_threshold_never_rises_with_the_price_of_a_miss():
    cheapest = []
    for miss in lesson.MISSES:
        best = [
            s["threshold"] for s, v in swept(lesson.operating_point, miss=miss) if "the least there is here" in v.says
        ]
        assert best
        cheapest.append(min(best))
    assert cheapest == sorted(cheapest, reverse=True)
    assert (cheapest[0], cheapest[3]) == (0.6, 0.03)


def test_raising_the_threshold_never_finds_more_tumours():
    views = [view for _, view in swept(lesson.operating_point, miss=1)]
    missed = [int(re.search(r"misses (\d+) of 85", view.says).group(1)) for view in views]
    assert missed == sorted(missed)
    alarms = [int(re.search(r"gives (\d+) false alarm", view.says).group(1)) for view in views]
    assert alarms == sorted(alarms, reverse=True)


def test_every_operating_point_is_inside_the_picture():
    for miss in (lesson.MISSES[0], lesson.MISSES[-1]):
        points = model.operating_points(*model.tumours(), lesson.THRESHOLDS, miss)
        assert points["precision"].between(0.5, 1.02).all()
        assert points["recall"].between(0.78, 1).all()
        assert points["cost"].between(5, 2500).all()


def test_a_winner_keeps_every_limit_that_is_shown():
    for state, view in sweep(lesson.threshold_and_optimise):
        table = view.table
        misses = [column for column in table if column.endswith("misses by")]
        assert ((table[misses] == 0).all(axis="columns") == table["Qualifies"]).all(), state
        assert table["Wins"].any() == table["Qualifies"].any(), state
        for name in table.index[table["Wins"]]:
            assert f"is {name} with" in view.says
        assert ("No classifier keeps all limits." in view.says) == (not table["Qualifies"].any())


def test_loosening_the_latency_limit_never_loses_accuracy():
    for batch in (False, True):
        best = []
        for limit in lesson.LATENCIES:
            table = lesson.threshold_and_optimise.at(goal=lesson.ACCURATE, batch=batch, latency=limit).table
            best.append(table["Accuracy"][table["Wins"]].max())
        assert np.nan_to_num(best).tolist() == sorted(np.nan_to_num(best))


def test_every_classifier_is_inside_the_picture():
    for unit, tables in {"µs": map(model.digit_table, model.LATENCIES), "ms": [model.NG_MODELS]}.items():
        for table in tables:
            for metric, scale in lesson.PANELS[unit].items():
                assert table[metric].between(scale.low, scale.high).all()


def test_ngs_limit_of_100_ms_takes_classifier_b():
    view = lesson.threshold_and_optimise.at(goal=lesson.NG, ng_latency=100)
    assert view.says == (
        "2 of 3 keep the limits. Best in accuracy is Classifier B with 0.920. "
        "Better still would be Classifier C, but it misses the latency limit by 1,400 ms."
    )


def test_the_map_is_the_mean_of_the_ten_areas_shown():
    for _, view in sweep(lesson.average_precision):
        areas = view.table["Average precision"]
        assert areas.iloc[-1] == pytest.approx(areas.iloc[:-1].mean())
        assert areas.between(0, 1).all()


def test_one_shared_point_and_two_areas():
    view = lesson.average_precision.at(classifier="logistic", digit=2)
    assert "average precision of 0.962" in view.says
    assert "the very point of 1 neighbour, whose average precision is 0.781" in view.says


def test_what_to_work_on_is_the_farthest_off_in_every_state():
    for state, view in sweep(lesson.formula_changes):
        work = re.search(r"[Ww]ork on (.*?)[:.]", view.says).group(1)
        named = work.removesuffix(", one after the other").split(" and ")
        ratios = view.table["Ratio"]
        assert set(named) == set(ratios.index[ratios == ratios.max()]), state
