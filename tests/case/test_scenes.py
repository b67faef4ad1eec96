from dataclasses import replace

import numpy as np
import pytest
from mlprojects.case import LAB, WAREHOUSE, angles, photograph, scenes

CLEAN = replace(LAB, strength=0, noise=0, clutter=0)


def pixels():
    middles = (np.arange(scenes.SIDE) + 0.5) * 2 * scenes.FIELD / scenes.SIDE - scenes.FIELD
    return np.meshgrid(middles, -middles)


def brightest(image):
    """Where the mug is: the mean place of the pixels brighter than the table."""
    weights = np.clip(image - scenes.TABLE - 0.05, 0, None)
    return [(weights * axis).sum() / weights.sum() for axis in pixels()]


@pytest.mark.parametrize("place", [LAB, WAREHOUSE])
def test_photographs_are_what_they_promise(place):
    photos = photograph(place, 70, 3)
    assert photos.images.shape == (70, scenes.SIDE, scenes.SIDE)
    assert photos.poses.shape == (70, 3)
    assert photos.hidden.shape == (70,)
    assert photos.images.min() >= 0
    assert photos.images.max() <= 1
    assert (np.abs(photos.poses[:, :2]) <= place.half_width).all()
    assert ((photos.poses[:, 2] >= 0) & (photos.poses[:, 2] < 360)).all()
    levels = photos.images * scenes.LEVELS
    assert np.abs(levels - np.round(levels)).max() < 1e-9


def test_a_seed_gives_the_same_photographs_and_another_seed_others():
    one, two, other = (photograph(WAREHOUSE, 5, seed) for seed in (1, 1, 2))
    assert np.array_equal(one.images, two.images)
    assert not np.array_equal(one.images, other.images)


def test_both_places_show_the_same_poses():
    lab, warehouse = photograph(LAB, 30, 4), photograph(WAREHOUSE, 30, 4)
    assert np.array_equal(lab.poses, warehouse.poses)
    assert not np.array_equal(lab.images, warehouse.images)


def test_the_mug_is_where_its_pose_says_and_its_handle_points_there():
    photos = photograph(CLEAN, 60, 5)
    pull = []
    for image, pose in zip(photos.images, photos.poses, strict=True):
        found = np.array(brightest(image)) - pose[:2]
        assert np.hypot(*found) < 1.0
        pull.append(abs(angles.difference(angles.angle_of(found), pose[2])))
    # The handle pulls the centroid its own way: that is how the picture shows the angle at all.
    assert max(pull) < 25


def test_a_quarter_turn_of_the_picture_is_a_quarter_turn_of_the_pose():
    poses = np.array([[1.0, 2.0, 30.0], [-2.0, 1.0, 120.0]])
    one, two = scenes._draw(CLEAN, poses, np.random.default_rng(0))[0]
    assert np.abs(np.rot90(one) - two).max() <= 1 / scenes.LEVELS + 1e-9


def test_the_light_comes_from_where_the_lamp_is():
    right = photograph(replace(CLEAN, lamp=0, wobble=0, strength=0.5), 50, 6).images.mean(axis=0)
    top = photograph(replace(CLEAN, lamp=90, wobble=0, strength=0.5), 50, 6).images.mean(axis=0)
    assert right[:, -3:].mean() > right[:, :3].mean()
    assert top[:3].mean() > top[-3:].mean()


def test_what_is_hidden_is_what_the_flap_changes():
    covered = photograph(replace(CLEAN, occlusion=1), 80, 7)
    free = photograph(CLEAN, 80, 7)
    assert (free.hidden == 0).all()
    assert ((covered.hidden >= 0) & (covered.hidden < 1)).all()
    assert covered.hidden.max() > 0.3
    some = photograph(replace(CLEAN, occlusion=0.3), 300, 7).hidden > 0
    assert 0.2 < some.mean() < 0.4


def test_other_things_never_lie_on_the_mug():
    poses = photograph(CLEAN, 40, 8).poses
    empty = scenes._draw(CLEAN, poses, np.random.default_rng(1))[0]
    full = scenes._draw(replace(CLEAN, clutter=scenes.THINGS), poses, np.random.default_rng(1))[0]
    x, y = pixels()
    away = np.hypot(x - poses[:, 0, None, None], y - poses[:, 1, None, None])
    assert not np.array_equal(empty, full)
    assert np.array_equal(empty[away < scenes.BODY], full[away < scenes.BODY])


def test_taking_some():
    photos = photograph(LAB, 10, 9)
    for index in ([1, 3], slice(0, 2), photos.poses[:, 0] > 0):
        taken = photos.take(index)
        assert np.array_equal(taken.images, photos.images[index])
        assert np.array_equal(taken.poses, photos.poses[index])
        assert len(taken) == len(photos.poses[index])
    assert len(photos.take(4)) == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"strength": 2}, "strength"),
        ({"noise": -1}, "noise"),
        ({"clutter": 9}, "clutter"),
        ({"occlusion": float("nan")}, "occlusion"),
        ({"half_width": 99}, "half-width"),
    ],
)
def test_an_impossible_place_is_refused(change, words):
    with pytest.raises(ValueError, match=words):
        replace(LAB, **change)


@pytest.mark.parametrize(("count", "seed", "words"), [(0, 1, "number of photographs"), (1, -1, "seed")])
def test_impossible_numbers_are_refused(count, seed, words):
    with pytest.raises(ValueError, match=words):
        photograph(LAB, count, seed)
