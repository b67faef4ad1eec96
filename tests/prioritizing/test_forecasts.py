"""The forecast on Go, the one-second rule, the three kinds of hard, and the list of 2021."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.prioritizing import forecasts


@given(st.integers(forecasts.MADE, 2300))
def test_the_forecast_and_the_truth_count_down_together_and_stay_as_far_apart(year):
    seen = forecasts.go(year)
    assert seen["passed"] + seen["told"] == max(forecasts.HORIZON, seen["passed"])
    assert min(seen) >= 0
    if year <= forecasts.WON:
        assert seen["told"] - seen["true"] == forecasts.MADE + forecasts.HORIZON - forecasts.WON


def test_it_took_about_a_fifth_of_what_was_forecast():
    assert forecasts.go(forecasts.MADE).to_dict() == {"passed": 0, "told": 100, "true": 19}
    assert forecasts.go(forecasts.WON)["true"] == 0


@pytest.mark.parametrize("year", [1996, 2000.5])
def test_a_year_before_the_forecast_is_refused(year):
    with pytest.raises(ValueError, match="year"):
        forecasts.go(year)


def test_the_rule_is_judged_by_what_it_speaks_of_only():
    table = forecasts.one_second()
    assert (table["verdict"] == forecasts.SILENT).equals(~table["instant"])
    fast = table[table["instant"]]
    assert (fast["verdict"] == forecasts.SUPPORTS).equals(fast["worked"])
    assert set(table["verdict"]) == {forecasts.SUPPORTS, forecasts.CONTRADICTS, forecasts.SILENT}


def test_the_lectures_counter_examples_contradict_the_rule():
    for name in ("notice sarcasm", "turn a pen in one hand", "know a new animal again"):
        assert forecasts.task(name).verdict == forecasts.CONTRADICTS


def test_three_support_the_rule_three_contradict_it_and_of_two_it_says_nothing():
    assert forecasts.verdicts() == {forecasts.SUPPORTS: 3, forecasts.CONTRADICTS: 3, forecasts.SILENT: 2}
    for name in ("say what is in a picture", "write down clear speech", "grasp a thing"):
        assert forecasts.task(name).verdict == forecasts.SUPPORTS


def test_the_tally_counts_the_verdicts_of_the_list():
    counted = forecasts.tally()
    assert list(counted.index) == [forecasts.NOW_EASY, forecasts.PARTLY, forecasts.STILL]
    assert counted.sum() == len(forecasts.LIST_2021)
    for verdict, items in counted.items():
        assert items == sum(forecasts.LIST_2021["today"] == verdict)


def test_an_unknown_task_is_refused():
    with pytest.raises(ValueError, match="notice sarcasm"):
        forecasts.task("sing")


def test_the_frames_are_complete():
    assert list(forecasts.KINDS.index) == ["complex output", "reliability required", "generalization required"]
    assert list(forecasts.PYRAMID_TODAY.index) == ["data availability", "accuracy requirement", "problem difficulty"]
    for table in (forecasts.KINDS, forecasts.PYRAMID_TODAY, forecasts.LIST_2021):
        assert table.notna().to_numpy().all()
        assert table.astype(str).ne("").to_numpy().all()


def test_every_verdict_on_the_list_has_a_source_and_its_year():
    table = forecasts.LIST_2021
    assert set(table["today"]) == {forecasts.NOW_EASY, forecasts.PARTLY, forecasts.STILL}
    assert table["year"].between(2020, 2026).all()
    assert table["source"].is_unique
    assert (table["source"].str.len() <= 50).all(), "a notebook cuts longer ones"
    assert 8 <= len(table) <= 10
