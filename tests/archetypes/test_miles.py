"""RAND's numbers derived again, and the reckoning of release and proof: its limits, and how it moves."""

from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.archetypes import claims, miles

RATES = st.floats(0.1, 3)
LEARNING = st.sampled_from(list(miles.LEARNING))


def test_rands_miles_and_years_come_out():
    assert round(miles.show("deaths") / 1e6) == 275
    assert miles.years(miles.show("deaths")) == pytest.approx(12.5, abs=0.05)
    assert round(miles.measure("deaths") / 1e9, 1) == 8.8
    assert round(miles.years(miles.measure("deaths")), -2) == 400


def test_people_have_three_events_on_the_miles_that_show_it():
    for event in miles.EVENTS.index:
        assert miles.show(event) * miles.rate_of(event) == pytest.approx(3.0, abs=0.005)


def test_a_mile_is_a_very_small_trial():
    for event in miles.EVENTS.index:
        assert miles.show(event) == pytest.approx(claims.trials_for(miles.rate_of(event)), rel=1e-5)


def test_the_time_falls_as_the_fleet_grows():
    far = miles.show("deaths")
    assert miles.years(far, 1000) == pytest.approx(miles.years(far) / 10)
    assert miles.years(far, speed=50) == pytest.approx(miles.years(far) / 2)
    assert miles.years(far) * 100 * 25 * 24 * 365 == pytest.approx(far)


def test_more_confidence_takes_more_miles():
    for ask in (miles.show, miles.measure):
        assert ask("deaths", 0.9) < ask("deaths", 0.95) < ask("deaths", 0.99)


def test_as_people_or_unreleased_leaves_it_as_it_was():
    same = miles.outlook(1, 5, miles.NOTHING)
    assert (same.by_year == 100).all(axis=None)
    never = miles.outlook(2, 1, miles.ON_ROAD)
    assert never.released is None
    assert (never.by_year["proof"] == 100).all()


def test_without_learning_the_truth_decides():
    for proof in (0, 1, 5, 12):
        better, worse = miles.outlook(0.9, proof, miles.NOTHING).over(), miles.outlook(1.2, proof, miles.NOTHING).over()
        assert better["now"] <= better["proof"] <= 100
        assert worse["proof"] == 100 < worse["now"]


def test_released_at_once_is_a_proof_of_no_time():
    plans = miles.outlook(0.8, 0, miles.BOTH).by_year
    assert plans["now"].to_numpy() == pytest.approx(plans["proof"].to_numpy())


def test_the_first_and_the_last_year_by_hand():
    plans = miles.outlook(0.5, 12, miles.NOTHING)
    assert plans.by_year["now"].iloc[0] == pytest.approx(95)
    assert plans.by_year["now"].iloc[-1] == pytest.approx(50)
    assert plans.released == 13
    assert plans.by_year["proof"].iloc[11] == 100
    assert plans.by_year["proof"].iloc[12] == pytest.approx(95)
    learning = miles.outlook(1.1, 12, miles.ON_ROAD).by_year["now"]
    assert learning.iloc[1] == pytest.approx(100 * (0.8 + 0.2 * (0.1 + 1.0 * 0.9)))


def test_the_chance_of_a_proof_is_that_of_poisson_on_the_miles_that_show_it():
    assert miles.chance_of_proof(1) == pytest.approx(0.05)
    for truth in (0.1, 0.5, 2):
        expected = miles.events_of_people("deaths", miles.show("deaths")) * truth
        assert miles.chance_of_proof(truth) == pytest.approx(exp(-expected))
    assert miles.chance_of_proof(0) == 1


def test_whole_percent_round_halves_upwards_and_waiting_saves_what_it_does_not_cost():
    halves = miles.outlook(0.5, 12, miles.NOTHING)
    assert halves.over()["now"] == 57.5
    assert halves.whole()["now"] == 58
    assert halves.over(10)["now"] == 72.5
    assert halves.whole(10)["now"] == 73
    assert halves.saved_by_waiting() == pytest.approx(57.5 - halves.over()["proof"])


@given(RATES, st.integers(0, 30), LEARNING)
def test_a_proof_never_costs_more_than_people_and_a_longer_one_never_comes_sooner(truth, proof, learning):
    plan = miles.outlook(truth, proof, learning)
    assert (plan.by_year["proof"] <= 100 + 1e-9).all()
    assert plan.over()["now"] >= 100 * miles.BEST
    later = miles.outlook(truth, min(proof + 1, 30), learning)
    assert later.over()["proof"] >= plan.over()["proof"] - 1e-9


@given(RATES, RATES, LEARNING)
def test_safer_cars_cost_fewer_lives(one, other, learning):
    safe, dangerous = sorted((one, other))
    for plan in ("now", "proof"):
        costs = [miles.outlook(rate, 5, learning).over()[plan] for rate in (safe, dangerous)]
        assert costs[0] <= costs[1] + 1e-9


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: miles.show("dents"), "'dents' is not known"),
        (lambda: miles.show("deaths", 1), "confidence must be above 0 and below 1"),
        (lambda: miles.measure("deaths", 2), "confidence"),
        (lambda: miles.years(-1), "miles"),
        (lambda: miles.events_of_people("deaths", -1), "miles"),
        (lambda: miles.chance_of_proof(-1), "true rate"),
        (lambda: miles.years(1, 0), "cars"),
        (lambda: miles.outlook(0, 5, miles.BOTH), "true rate"),
        (lambda: miles.outlook(1, 31, miles.BOTH), "years of the proof"),
        (lambda: miles.outlook(1, 5, "at school"), "learning 'at school' is not known"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(call, message):
    with pytest.raises(ValueError, match=message):
        call()
