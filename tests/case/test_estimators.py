"""The estimators on few photographs: what must hold for any of them, and what each is for."""

import subprocess
import sys
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from mlprojects.case import LAB, angles, estimators, labels, photograph, scenes
from mlprojects.case.network import cut
from mlprojects.case.poses import blend, from_targets, targets
from sklearn.base import clone

CLEAN = replace(LAB, strength=0, noise=0.02, clutter=0)
TRAIN, TEST = photograph(LAB, 300, 20), photograph(LAB, 60, 21)


@cache
def fitted(kind):
    return kind().fit(TRAIN.images, TRAIN.poses)


@pytest.mark.parametrize("kind", estimators.ALL)
def test_each_gives_finite_poses_the_same_every_time(kind):
    said = fitted(kind).predict(TEST.images)
    assert said.shape == (60, 3)
    assert np.isfinite(said).all()
    assert ((said[:, 2] >= 0) & (said[:, 2] < 360)).all()
    assert np.array_equal(clone(fitted(kind)).fit(TRAIN.images, TRAIN.poses).predict(TEST.images), said)


@pytest.mark.parametrize("kind", estimators.ALL)
def test_a_photograph_is_judged_by_itself(kind):
    whole, alone = fitted(kind).predict(TEST.images), fitted(kind).predict(TEST.images[7:8])
    assert estimators.errors(alone, whole[7:8]).to_numpy().max() < 1e-6


@pytest.mark.parametrize("kind", [k for k in estimators.ALL if k is not estimators.Constant])
def test_each_finds_the_place_better_than_a_constant(kind):
    mean = {
        k: estimators.errors(TEST.poses, fitted(k).predict(TEST.images)).mean() for k in (kind, estimators.Constant)
    }
    assert mean[kind]["position"] < mean[estimators.Constant]["position"] / 2


def test_a_constant_is_off_by_what_geometry_says():
    off = estimators.errors(TEST.poses, fitted(estimators.Constant).predict(TEST.images))
    # The mean distance from a square's middle is (sqrt(2) + log(1 + sqrt(2))) / 3 times half its side.
    assert off["position"].mean() == pytest.approx((2**0.5 + np.log(1 + 2**0.5)) / 3 * LAB.half_width, rel=0.1)
    assert off["angle"].mean() == pytest.approx(90, rel=0.15)


def test_the_script_knows_both_ends_of_the_handle():
    photos = photograph(CLEAN, 120, 22)
    off = estimators.errors(photos.poses, estimators.Moments().fit(photos.images, photos.poses).predict(photos.images))
    assert off["position"].max() < 0.5
    assert off["angle"].max() < 20


def test_the_script_survives_a_picture_without_a_mug():
    said = fitted(estimators.Moments).predict(np.full((1, scenes.SIDE, scenes.SIDE), 0.5))
    assert np.isfinite(said).all()


def test_neighbours_know_what_they_have_seen():
    said, spread = fitted(estimators.Neighbours).predict_with_spread(TRAIN.images[:40])
    off = estimators.errors(TRAIN.poses[:40], said)
    assert off.to_numpy().max() < 1e-3
    assert spread.shape == (40, 2)
    assert (spread < 0.2).all()


@pytest.mark.parametrize("kind", [estimators.Neighbours, estimators.Network])
def test_a_spread_goes_with_the_poses(kind):
    said, spread = fitted(kind).predict_with_spread(TEST.images)
    assert np.array_equal(said, fitted(kind).predict(TEST.images))
    assert spread.shape == (60, 2)
    assert np.isfinite(spread).all()
    assert (spread >= 0).all()


def test_the_network_points_the_right_way_more_often_than_chance_and_learns_the_wrap():
    off = estimators.errors(TEST.poses, fitted(estimators.Network).predict(TEST.images))["angle"]
    assert off.median() < 25
    near_wrap = np.abs(angles.difference(TEST.poses[:, 2], 0)) < 45
    assert off[near_wrap].median() < 30


def test_a_network_that_learns_turned_labels_answers_with_their_middle():
    station = labels.stations(len(TRAIN), 0)
    bad = labels.delivered(TRAIN.poses, station)
    said = estimators.Network().fit(TRAIN.images, bad).predict(TEST.images)
    middle = angles.mean(labels.TURNED)
    to_middle = np.abs(angles.difference(said[:, 2], TEST.poses[:, 2] + middle))
    to_truth = np.abs(angles.difference(said[:, 2], TEST.poses[:, 2]))
    assert np.median(to_middle) < np.median(to_truth)
    assert estimators.errors(TEST.poses, said)["position"].mean() < 1.5


def test_operations_are_counted_from_what_was_fitted():
    pixels = scenes.SIDE**2
    assert estimators.operations(fitted(estimators.Constant)) == 0
    assert estimators.operations(fitted(estimators.Ridge)) == 4 * pixels
    assert estimators.operations(fitted(estimators.Neighbours)) == 300 * pixels
    large = estimators.operations(fitted(estimators.Network))
    expected = 40 * pixels + 30 * 14 * 14 + 3 * 64 * (40 + 2 + 30 + 2) + 4 * 14 * 14
    assert large == expected
    small = estimators.Network(members=1, hidden=8, epochs=1, components=(5, 5)).fit(
        TRAIN.images[:50], TRAIN.poses[:50]
    )
    assert estimators.operations(small) < large / 5


def test_errors_are_circular():
    off = estimators.errors([[0, 0, 359], [0, 0, 10]], [[3, 4, 1], [0, 0, 190]])
    assert off.to_numpy().tolist() == [[5, 2], [0, 180]]


def test_targets_lead_back_to_poses():
    back = from_targets(targets(TEST.poses) * [1, 1, 3, 3])
    assert estimators.errors(TEST.poses, back).to_numpy().max() < 1e-6


def test_blending_is_circular():
    poses = np.array([[[0.0, 0.0, 350.0], [2.0, 0.0, 10.0]]])
    middle, spread = blend(poses, np.ones((1, 2)))
    assert middle[0, :2].tolist() == [1, 0]
    assert abs(angles.difference(middle[0, 2], 0)) < 1e-9
    assert spread[0] == pytest.approx([1, 10])


def test_a_cut_out_follows_the_mug():
    poses = np.array([[0.0, 0.0, 40.0], [3.0, -2.0, 40.0]])
    images = scenes._draw(replace(CLEAN, noise=0), poses, np.random.default_rng(0))[0]
    one, two = cut(images, poses[:, :2])
    assert np.abs(one - two).max() < 2 / scenes.LEVELS


@pytest.mark.parametrize("kind", estimators.ALL)
def test_an_estimator_that_is_not_fitted_says_so(kind):
    for call in (lambda: kind().predict(TEST.images), lambda: kind().operations()):
        with pytest.raises(ValueError, match="not fitted yet"):
            call()


@pytest.mark.parametrize(
    ("images", "poses", "words"),
    [
        (np.zeros((2, 3, 3)), np.zeros((2, 3)), "shape"),
        (np.full((2, scenes.SIDE, scenes.SIDE), np.nan), np.zeros((2, 3)), "pixel"),
        (TEST.images[:2], np.zeros((3, 3)), "each image needs one"),
        (TEST.images[:2], np.zeros((2, 2)), "Poses"),
        (TEST.images[:0], np.zeros((0, 3)), "at least 1"),
        (TEST.images[:1], [[0, 0, np.inf]], "finite"),
    ],
)
def test_bad_input_is_named(images, poses, words):
    with pytest.raises(ValueError, match=words):
        estimators.Ridge().fit(images, poses)
    if words == "pixel":
        with pytest.raises(ValueError, match=words):
            fitted(estimators.Ridge).predict(images)


def test_errors_need_one_estimate_for_each_truth():
    with pytest.raises(ValueError, match="each needs the other"):
        estimators.errors(np.zeros((2, 3)), np.zeros((1, 3)))


def test_the_case_loads_no_scikit_learn_until_an_estimator_is_asked_for():
    code = (
        "import sys, mlprojects.case as case; early = {'sklearn', 'skimage', 'matplotlib'} & set(sys.modules);"
        "case.estimators.Ridge; print(early, 'sklearn' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set() True"
