"""The ladder on digits: what must hold of it, whatever the models; and the numbers that the lesson leans on."""

from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.baselines import ladder
from mlprojects.digits import digits

RUNGS = list(ladder.RUNGS.index)


def test_every_image_is_either_learned_from_or_tested_on():
    own = ladder.split()
    assert (len(own.train), len(own.test)) == (1257, 540)
    both = np.vstack([own.train, own.test])
    assert np.array_equal(both[np.lexsort(both.T)], digits()[0][np.lexsort(digits()[0].T)])
    shares = np.bincount(own.test_labels) / np.bincount(digits()[1])
    assert abs(shares - ladder.TEST_SHARE).max() < 0.01
    with pytest.raises(ValueError, match="read-only"):
        own.test[0, 0] = 1


def test_a_constant_is_wrong_on_all_but_its_digit():
    given_, labels = ladder.answers(ladder.CONSTANT), ladder.split().test_labels
    digit = given_[0]
    assert (given_ == digit).all()
    assert ladder.measured(ladder.CONSTANT)["wrong"] == (labels != digit).sum()
    assert np.bincount(ladder.split().train_labels)[digit] == np.bincount(ladder.split().train_labels).max()
    assert ladder.measured(ladder.CONSTANT)["removed"] == 0


def test_the_rules_are_what_they_are_called():
    own = ladder.split()
    means = np.array([own.train[own.train_labels == digit].mean(axis=0) for digit in range(10)])
    by_hand = [int(np.argmin([((image - mean) ** 2).sum() for mean in means])) for image in own.test[:60]]
    assert ladder.answers(ladder.MEAN_IMAGE)[:60].tolist() == by_hand
    ink = [int(np.argmin(abs(image.sum() - means.sum(axis=1)))) for image in own.test[:60]]
    assert ladder.answers(ladder.TOTAL_INK)[:60].tolist() == ink


def test_a_digit_without_images_is_never_nearest():
    own = ladder.split()
    some = own.train_labels != 3
    means = ladder.mean_images(own.train[some], own.train_labels[some])
    assert np.isnan(means[3]).all()
    assert 3 not in ladder.nearest_mean(own.test, means)


def test_the_numbers_of_the_ladder():
    frame = ladder.ladder()
    assert frame["error"].round(1).to_dict() == {
        ladder.CONSTANT: 89.8,
        ladder.RANDOM: 90.6,
        ladder.TOTAL_INK: 85.6,
        ladder.MEAN_IMAGE: 9.6,
        ladder.LOGISTIC: 3.0,
        ladder.FOREST: 3.0,
        ladder.NEIGHBOURS: 1.5,
        ladder.SVM: 0.7,
        ladder.NETWORK: 2.4,
    }
    assert round(100 * frame["removed"][ladder.MEAN_IMAGE]) == 89
    assert frame["minutes"].is_monotonic_increasing, "in the order of effort"


def test_errors_shares_and_intervals_fit_together():
    frame = ladder.ladder()
    assert frame["error"].to_numpy() == pytest.approx(frame["wrong"].to_numpy() / 5.4)
    assert ((frame["low"] < frame["error"]) & (frame["error"] < frame["high"])).all()
    removed = 1 - frame["error"] / frame["error"][ladder.CONSTANT]
    assert frame["removed"].to_numpy() == pytest.approx(removed.to_numpy())


@pytest.mark.parametrize("rung", [ladder.CONSTANT, ladder.MEAN_IMAGE, ladder.SVM])
def test_the_interval_is_wilson_s(rung):
    row, z, n = ladder.measured(rung), 1.959964, 540
    share = row["error"] / 100
    middle = (share + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z / (1 + z**2 / n) * np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
    assert (row["low"], row["high"]) == pytest.approx((100 * (middle - half), 100 * (middle + half)), rel=1e-5)
    assert ladder.blur(row["error"]) == pytest.approx(100 * half, rel=1e-5)


@pytest.mark.parametrize(("one", "other"), [(ladder.LOGISTIC, ladder.MEAN_IMAGE), (ladder.NETWORK, ladder.SVM)])
def test_rungs_are_compared_by_the_exact_sign_test(one, other):
    first, second, chance = ladder.compare(one, other)
    assert ladder.compare(other, one) == (second, first, pytest.approx(chance))
    assert first - second == ladder.measured(one)["wrong"] - ladder.measured(other)["wrong"]
    n = first + second
    tail = sum(comb(n, k) for k in range(min(first, second) + 1)) / 2**n
    assert chance == pytest.approx(min(1, 2 * tail))


def test_a_rung_against_itself_shows_nothing():
    assert ladder.compare(ladder.SVM, ladder.SVM) == (0, 0, 1.0)


@given(st.sampled_from(RUNGS), st.integers(1, 20))
def test_the_images_shown_are_wrong_indeed(rung, most):
    shown = ladder.mistaken(rung, most)
    assert len(shown) == min(most, ladder.measured(rung)["wrong"])
    assert shown.index.is_unique
    assert (shown["digit"] != shown["answer"]).all()
    assert (ladder.split().test_labels[shown.index] == shown["digit"]).all()
    assert (ladder.answers(rung)[shown.index] == shown["answer"]).all()


def test_images_that_are_kept_back_are_not_shown():
    shown = ladder.mistaken(ladder.MEAN_IMAGE)
    rest = ladder.mistaken(ladder.MEAN_IMAGE, most=12, without=list(shown.index))
    assert len(rest) == 12
    assert not set(rest.index) & set(shown.index)


@pytest.mark.parametrize("model", ladder.GROWING)
def test_the_last_point_of_a_curve_is_the_rung_of_the_ladder(model):
    curve = ladder.growth(model)
    assert tuple(curve.index) == ladder.SIZES
    assert ladder.SIZES[-1] == len(ladder.split().train)
    assert curve["validation"].iloc[-1] < curve["validation"].iloc[0]
    if model in RUNGS:
        assert curve["validation"].iloc[-1] == ladder.measured(model)["error"]


def test_a_tree_learns_by_heart_and_a_mean_image_cannot():
    assert (ladder.growth(ladder.TREE)["train"] == 0).all()
    means = ladder.growth(ladder.MEAN_IMAGE)
    assert means["train"].iloc[-1] > means["train"].iloc[0]


@pytest.mark.parametrize("asked", [ladder.answers, ladder.measured, ladder.growth, ladder.mistaken])
def test_what_is_not_known_is_named(asked):
    with pytest.raises(ValueError, match="'oracle' is not known; it may be"):
        asked("oracle")


def test_bad_numbers_are_named():
    with pytest.raises(ValueError, match="number of images"):
        ladder.mistaken(ladder.SVM, 0)
    with pytest.raises(ValueError, match="The error must be"):
        ladder.blur(101)
