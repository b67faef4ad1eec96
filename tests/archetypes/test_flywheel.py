"""The flywheel: what a cut link does, what none does, and the closed forms of the cut ones."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mlprojects.archetypes import flywheel as wheel

few = settings(max_examples=30)
shares = st.floats(0, 1)
falling = st.floats(-1, 0)
weeks = st.integers(1, 60)
turning = {"capture": st.floats(0.01, 1), "exponent": st.floats(-1, -0.05), "value": st.floats(0.05, 1)}


@few
@given(falling, shares, weeks)
def test_without_capture_nothing_ever_changes(exponent, value, last):
    history = wheel.run(0, exponent, value, last)
    assert (history["labels"] == wheel.LABELS).all()
    assert history["error"].to_numpy() == pytest.approx(wheel.ERROR)
    assert history["users"].to_numpy() == pytest.approx(wheel.USERS)


@few
@given(shares, falling, weeks)
def test_if_a_better_model_is_worth_nothing_users_stay_and_labels_grow_in_a_straight_line(capture, exponent, last):
    history = wheel.run(capture, exponent, 0, last)
    assert (history["users"] == wheel.USERS).all()
    straight = wheel.LABELS + capture * wheel.USES * wheel.USERS * history.index.to_numpy()
    assert history["labels"].to_numpy() == pytest.approx(straight)
    times = straight / wheel.LABELS
    assert history["error"].to_numpy() == pytest.approx(wheel.FLOOR + (wheel.ERROR - wheel.FLOOR) * times**exponent)


@few
@given(shares, shares, weeks)
def test_a_model_that_does_not_learn_wins_nobody_though_labels_pile_up(capture, value, last):
    history = wheel.run(capture, 0, value, last)
    assert history["error"].to_numpy() == pytest.approx(wheel.ERROR)
    assert history["users"].to_numpy() == pytest.approx(wheel.USERS)
    assert history["labels"].iloc[-1] == pytest.approx(wheel.LABELS + capture * wheel.USES * wheel.USERS * last)


@few
@given(shares, falling, shares, weeks)
def test_data_never_shrink_and_errors_never_rise(capture, exponent, value, last):
    history = wheel.run(capture, exponent, value, last)
    assert history["labels"].is_monotonic_increasing
    assert history["error"].is_monotonic_decreasing
    assert (history["error"] >= wheel.FLOOR).all()
    assert (history["users"].diff().dropna() >= -1e-9).all()
    assert (history["users"] <= wheel.most_users(value) + 1e-9).all()


@few
@given(**turning, last=st.integers(3, 60))
def test_a_wheel_with_all_links_is_ahead_of_one_with_any_link_cut(capture, exponent, value, last):
    whole = wheel.run(capture, exponent, value, last).iloc[-1]
    for numbers in ((0, exponent, value), (capture, 0, value), (capture, exponent, 0)):
        cut = wheel.run(*numbers, last).iloc[-1]
        assert whole["users"] > cut["users"]
        assert whole["labels"] > cut["labels"]
        assert whole["error"] < cut["error"]


@few
@given(turning["capture"], turning["exponent"], turning["value"], st.sampled_from(range(3)), st.floats(0.1, 0.9))
def test_a_stronger_link_never_does_harm(capture, exponent, value, place, part):
    strong = [capture, exponent, value]
    weak = [number * part if spot == place else number for spot, number in enumerate(strong)]
    more, less = wheel.run(*strong, 40), wheel.run(*weak, 40)
    assert (more["users"] >= less["users"] - 1e-9).all()
    assert (more["labels"] >= less["labels"] - 1e-9).all()
    assert (more["error"] <= less["error"] + 1e-12).all()


def test_in_the_long_run_users_come_near_to_the_fixed_point():
    last = wheel.run(1, -1, 1, wheel.MOST_WEEKS).iloc[-1]
    assert last["users"] == pytest.approx(wheel.most_users(), rel=1e-3)
    assert last["error"] == pytest.approx(wheel.FLOOR, rel=1e-3)
    assert wheel.users_won(wheel.FLOOR, 1) == wheel.most_users(1)
    assert wheel.most_users(0) == wheel.USERS


def test_two_weeks_by_hand():
    history = wheel.run(0.1, -0.5, 1, 2)
    assert history["labels"].tolist() == pytest.approx([1000, 1250, 1500])
    first = 0.02 + 0.28 / np.sqrt(1.25)
    assert history["error"].iloc[1] == pytest.approx(first)
    # In week 0 the model is not better yet, so the first new users come in the second.
    assert history["users"].tolist() == pytest.approx([500, 500, 500 + 0.1 * 9500 * (1 - first / 0.3)])


@few
@given(st.floats(1000, 1e9), st.floats(1000, 1e9), falling)
def test_no_learning_curve_rises(one, two, exponent):
    few_labels, many = sorted((one, two))
    assert wheel.error_with(many, exponent) <= wheel.error_with(few_labels, exponent)
    assert wheel.error_with(wheel.LABELS, exponent) == pytest.approx(wheel.ERROR)


def test_the_exponents_are_the_published_ones():
    assert wheel.EXPONENTS["exponent"].tolist() == [-0.07, -0.35, -0.5]
    assert wheel.EXPONENTS["source"].str.contains("1712.00409").all()


@pytest.mark.parametrize(
    ("numbers", "cut"),
    [
        ((0, -0.35, 1), ("users → data",)),
        ((0.5, 0, 1), ("data → model",)),
        ((0.5, -0.35, 0), ("model → users",)),
        ((0, 0, 0), wheel.LINKS),
        ((0.5, -0.35, 0.1), ()),
    ],
)
def test_a_link_is_cut_where_its_number_is_zero(numbers, cut):
    assert wheel.cut_links(*numbers) == cut


@pytest.mark.parametrize("error", [0.3, 0.15, 0.1])
def test_the_first_week_at_an_error_is_the_first(error):
    history = wheel.run(0.05)
    week = wheel.first_week_at(history, error)
    assert history["error"].loc[week] <= error
    assert (history["error"].loc[: week - 1] > error).all()


def test_an_error_that_is_never_reached_has_no_week():
    assert wheel.first_week_at(wheel.run(1), 0.01) is None


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: wheel.run(1.1), "share of uses captured must be a number from 0 to 1"),
        (lambda: wheel.run(-0.1), "from 0 to 1"),
        (lambda: wheel.run(0.5, 0.35), "exponent must be a number from -1 to 0"),
        (lambda: wheel.run(0.5, value=2), "value must be a number from 0 to 1"),
        (lambda: wheel.run(0.5, weeks=0), "weeks must be a number from 1 to 1040"),
        (lambda: wheel.run(0.5, weeks=2.5), "whole number"),
        (lambda: wheel.run(float("nan")), "from 0 to 1"),
        (lambda: wheel.error_with(10, -0.35), "at least 1000"),
        (lambda: wheel.users_won(0.4, 1), "from 0 to 0.3"),
        (lambda: wheel.first_week_at(wheel.run(1), 2), "from 0 to 1"),
        (lambda: wheel.first_week_at(pd.DataFrame({"users": [1]}), 0.1), "no column 'error'"),
    ],
)
def test_bad_input_is_told_in_one_sentence(call, told):
    with pytest.raises(ValueError, match=told):
        call()


@pytest.mark.parametrize("capture", ["half", True, None])
def test_what_is_no_number_is_refused(capture):
    with pytest.raises(TypeError, match="must be a number"):
        wheel.run(capture)
