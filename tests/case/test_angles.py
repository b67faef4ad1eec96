import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.case import angles

DEGREES = st.floats(-1080, 1080)


def apart(a, b):
    """The angle between two directions by their scalar product: no remainder, no wrap."""
    return np.rad2deg(np.arccos(np.clip((angles.unit(a) * angles.unit(b)).sum(axis=-1), -1, 1)))


@given(DEGREES, DEGREES)
def test_a_difference_is_the_shorter_way_and_leads_back(a, b):
    way = angles.difference(a, b)
    assert -180 <= way < 180
    assert apart(b + way, a) == pytest.approx(0, abs=1e-5)
    assert abs(way) == pytest.approx(apart(a, b), abs=1e-5)


@given(DEGREES, DEGREES, st.integers(-3, 3))
def test_whole_turns_change_nothing(a, b, turns):
    there, here = angles.difference(a + 360 * turns, b), angles.difference(a, b)
    assert abs(angles.difference(there, here)) < 1e-9


def test_differences_at_the_wrap():
    assert angles.difference([1, 359, 180, 0, -1e-20], [359, 1, 0, 180, 180]).tolist() == [2, -2, -180, -180, -180]


@given(st.lists(st.floats(-60, 60), min_size=1, max_size=8), DEGREES)
def test_the_mean_turns_with_the_angles(offsets, turn):
    before = angles.mean(offsets)
    after = angles.mean(np.array(offsets) + turn)
    assert abs(angles.difference(after, before + turn)) < 1e-6


@given(st.floats(-80, 80), DEGREES)
def test_the_mean_of_two_is_half_way(half, middle):
    assert abs(angles.difference(angles.mean([middle - half, middle + half]), middle)) < 1e-6


def test_the_mean_at_the_wrap_weighted_and_along_an_axis():
    assert abs(angles.difference(angles.mean([359, 1]), 0)) < 1e-9
    assert angles.mean([0, 90], weights=[0, 2]) == pytest.approx(90)
    table = np.array([[10.0, 350.0, 0.0], [80.0, 100.0, 90.0]])
    assert np.abs(angles.difference(angles.mean(table), [0, 90])).max() < 1e-9
    assert angles.mean(table, axis=0).shape == (3,)
    assert angles.mean(table, axis=0)[0] == pytest.approx(45)


@given(st.lists(DEGREES, min_size=1, max_size=5), st.floats(0.01, 100))
def test_a_direction_survives_its_vector_of_any_length(values, length):
    back = angles.angle_of(length * angles.unit(values))
    assert ((back >= 0) & (back < 360)).all()
    assert np.abs(angles.difference(back, values)).max() < 1e-6


def test_a_tiny_negative_angle_is_no_whole_turn():
    assert angles.angle_of([1.0, -1e-20]) == 0


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: angles.difference(np.nan, 0), "finite"),
        (lambda: angles.mean([]), "at least one"),
        (lambda: angles.mean([1, 2], weights=[-1, 2]), "at least 0"),
        (lambda: angles.mean([1, 2], weights=[0, 0]), "not all"),
        (lambda: angles.angle_of([1.0, 2.0, 3.0]), "last axis of two"),
        (lambda: angles.unit(np.inf), "finite"),
    ],
)
def test_bad_input_is_named(call, words):
    with pytest.raises(ValueError, match=words):
        call()


def test_a_difference_just_beyond_half_a_turn_is_no_half_turn_the_other_way():
    # The remainder rounds up to a whole turn here; 180 itself is excluded.
    assert angles.difference(np.nextafter(-180.0, -181.0), 0) == -180
