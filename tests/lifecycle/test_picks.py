"""Pose error against picks an hour: the claims of the lesson, computed again by another way."""

import numpy as np
import pytest
from mlprojects.case import grasping
from mlprojects.case.grasping import NEVER
from mlprojects.lifecycle import picks


def test_better_labels_halve_the_median_error_and_leave_picks_where_they_were():
    before, after = (picks.better_labels().loc[label] for label in (picks.HAND, picks.SENSOR))
    assert after["median_angle"] < 0.55 * before["median_angle"]
    assert abs(after["picks_per_hour"] / before["picks_per_hour"] - 1) < 0.05
    assert abs(after["held"] - before["held"]) < 0.03


def test_the_change_of_picks_is_that_of_the_table():
    picked = picks.better_labels()["picks_per_hour"]
    assert picked[picks.HAND] * (1 + picks.change()) == pytest.approx(picked[picks.SENSOR])


@pytest.mark.parametrize("threshold", [*picks.THRESHOLDS, NEVER])
def test_every_photograph_is_counted_once_by_its_error_and_by_whether_it_is_looked_at_again(threshold):
    model = picks.judged(picks.HAND, 500)
    table, angle = picks.by_error(model, threshold), model.errors["angle"]
    assert table.to_numpy().sum() == picks.TEST
    assert table["unsure"].sum() == (model.spread > threshold).sum()
    for low, count in table.sum(axis="columns").iloc[:-1].items():
        assert count == ((angle >= low) & (angle < low + 20)).sum()


def test_using_uncertainty_moves_picks_more_than_halving_the_error():
    table = picks.better_labels()
    assert (table["with_uncertainty"] > 1.4 * table["picks_per_hour"]).all()


def test_a_second_look_is_worth_little_where_it_shows_the_same():
    for label in picks.LABELS:
        gains = {
            stubborn: picks.used(label, 2000, 20, stubborn=stubborn)["picks_per_hour"]
            / picks.used(label, 2000, stubborn=stubborn)["picks_per_hour"]
            for stubborn in (False, True)
        }
        assert gains[False] > 1.5
        assert 1 < gains[True] < 1.15


def test_stubborn_objects_are_the_same_photographs_in_other_company():
    model = picks.judged(picks.SENSOR, 2000)
    row = picks.used(picks.SENSOR, 2000, stubborn=True)
    expected = [model.held[~picks.covered()].mean(), model.held[picks.covered()].mean()]
    assert row["success"] == pytest.approx(np.dot([0.6, 0.4], expected), abs=0.02)
    assert 1 - picks.COVERED.occlusion == picks.CLEAR_OF_FIVE / 5


def test_failures_are_covered_mugs_and_the_spread_knows_them():
    model = picks.judged(picks.SENSOR, picks.SIZES[-1])
    failed = ~model.held
    assert picks.covered()[failed].mean() > 0.9
    assert picks.covered().mean() < 0.5
    assert np.median(model.spread[failed]) > 5 * np.median(model.spread[~failed])


def test_an_error_that_follows_picks_over_all_models_says_nothing_among_the_good_ones():
    table = picks.follows()
    assert table["all"]["median angle error"] < -0.9
    assert table["late"]["median angle error"] > -0.5  # a smaller error does not pick more
    assert (table.loc["grasps that hold"] > 0.99).all()


def test_more_photographs_first_bring_picks_and_then_no_more():
    table = picks.models()
    for label in picks.LABELS:
        rates = table[table["labels"] == label].set_index("photographs")["picks_per_hour"]
        assert rates[500] > 1.5 * rates[125]
        assert abs(rates[2000] / rates[1000] - 1) < 0.06


@pytest.mark.parametrize("threshold", [NEVER, 20, 5])
def test_picks_agree_with_a_simulation_of_the_same_photographs(threshold):
    model = picks.judged(picks.SENSOR, 1000)
    row = picks.used(picks.SENSOR, 1000, threshold)
    played = grasping.simulate(model.held, picks.CYCLE, 4, spread=model.spread, threshold=threshold)
    assert abs(played.picks_per_hour - row["picks_per_hour"]) <= 3 * played.standard_error


def test_without_uncertainty_every_grasp_has_one_photograph():
    row = picks.used(picks.HAND, 250)
    model = picks.judged(picks.HAND, 250)
    assert (row["looks"], row["unsure"]) == (1, 0)
    assert row["success"] == pytest.approx(model.held.mean())
    table = picks.models(NEVER)
    assert (table["picks_per_hour"] == table["with_uncertainty"]).all()


def test_the_best_threshold_is_the_best_of_all():
    best = picks.best_threshold(picks.SENSOR, 500)
    rates = {bound: picks.used(picks.SENSOR, 500, bound)["picks_per_hour"] for bound in picks.THRESHOLDS}
    assert rates[best] == max(rates.values())


@pytest.mark.parametrize(("label", "number"), [("by hearsay", 500), (picks.HAND, 501)])
def test_unknown_models_are_told(label, number):
    with pytest.raises(ValueError, match=r"labels|number of photographs"):
        picks.judged(label, number)
