import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.case import angles, labels

POSES = np.column_stack([np.linspace(-5, 5, 400), np.linspace(5, -5, 400), np.linspace(0, 359.9, 400)])
WRONG = [np.zeros((3, 2)), np.zeros((0, 3)), np.full((2, 3), np.nan)]


def test_sensors_are_nearly_right():
    seen = labels.sensor(POSES, 0)
    assert (seen[:, :2] - POSES[:, :2]).std() == pytest.approx(labels.SENSOR_CM, rel=0.2)
    assert angles.difference(seen[:, 2], POSES[:, 2]).std() == pytest.approx(labels.SENSOR_DEGREES, rel=0.2)
    assert ((seen[:, 2] >= 0) & (seen[:, 2] < 360)).all()


def test_an_annotator_has_a_bias_that_does_not_average_out():
    off = angles.difference(labels.annotators(POSES, 40, 1)[..., 2], POSES[:, 2])
    biases = off.mean(axis=1)
    assert biases.std() == pytest.approx(labels.BIAS_DEGREES, rel=0.35)
    assert (off - biases[:, None]).std() == pytest.approx(labels.HAND_DEGREES, rel=0.1)


def test_more_annotators_leave_the_first_as_they_were():
    assert np.array_equal(labels.annotators(POSES, 2, 3), labels.annotators(POSES, 5, 3)[:2])


def test_disagreement_is_circular_and_a_mean_over_pairs():
    one = np.zeros((3, 1, 3))
    one[:, 0, 2] = [359, 1, 0]
    assert labels.disagreement(one) == pytest.approx((2 + 1 + 1) / 3)
    assert (labels.disagreement(np.stack([POSES, POSES])) == 0).all()


@given(st.integers(2, 5))
def test_agreeing_helps_on_average(count):
    given_labels = labels.annotators(POSES, count, 0)
    alone = np.abs(angles.difference(given_labels[..., 2], POSES[:, 2])).mean()
    together = np.abs(angles.difference(labels.agreed(given_labels)[:, 2], POSES[:, 2])).mean()
    assert together <= alone


def test_agreed_angles_are_circular():
    assert labels.agreed([[[0, 0, 350]], [[2, 4, 30]]])[0] == pytest.approx([1, 2, 10])


@given(st.integers(1, 40), st.integers(0, 50))
def test_stations_share_the_work(count, seed):
    counts = np.bincount(labels.stations(count, seed), minlength=3)
    assert counts.sum() == count
    assert counts.max() - counts.min() <= 1


def test_the_bug_turns_angles_by_station_and_leaves_positions_alone():
    station = labels.stations(len(POSES), 0)
    bad = labels.delivered(POSES, station)
    assert np.array_equal(bad[:, :2], POSES[:, :2])
    assert ((bad[:, 2] >= 0) & (bad[:, 2] < 360)).all()
    for place, turn in enumerate(labels.TURNED):
        own = station == place
        assert np.abs(angles.difference(bad[own, 2], POSES[own, 2] + turn)).max() < 1e-9
    back = labels.mended(bad, station)
    assert np.abs(angles.difference(back[:, 2], POSES[:, 2])).max() < 1e-9
    assert np.array_equal(labels.mended(labels.delivered(POSES, station * 0), station * 0)[:, :2], POSES[:, :2])


@pytest.mark.parametrize("poses", WRONG)
@pytest.mark.parametrize("call", [labels.sensor, lambda p, s: labels.annotators(p, 1, s), labels.delivered])
def test_poses_of_another_shape_are_refused(call, poses):
    with pytest.raises(ValueError, match=r"[Pp]ose"):
        call(poses, 0)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: labels.annotators(POSES, 0, 0), "annotators"),
        (lambda: labels.sensor(POSES, -1), "seed"),
        (lambda: labels.disagreement(POSES[None]), "two annotators"),
        (lambda: labels.agreed(POSES), "annotator"),
        (lambda: labels.delivered(POSES, [0]), "one station for each"),
        (lambda: labels.mended(POSES, np.full(len(POSES), 3)), "from 0 to 2"),
        (lambda: labels.stations(0, 0), "photographs"),
    ],
)
def test_bad_input_is_named(call, words):
    with pytest.raises(ValueError, match=words):
        call()
