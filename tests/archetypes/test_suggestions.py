"""Suggestions: a real ranking of unseen images, exact intervals, and the number that is fastest."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.archetypes import suggestions as several
from mlprojects.binomial import CONFIDENCE
from mlprojects.digits import digits
from scipy.stats import binomtest
from sklearn.neighbors import KNeighborsClassifier


@st.composite
def shares(draw):
    hits = sorted(draw(st.lists(st.integers(0, 100), min_size=5, max_size=5)))
    return pd.Series([hit / 100 for hit in hits], index=several.SHOWN)


def cents(low, high):
    return st.integers(low, high).map(lambda number: number / 100)


# The model ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", several.SIZES)
def test_each_image_gets_all_ten_digits_and_the_right_ones_place_is_where_it_stands(size):
    own = several.ranked(size)
    assert own.images.shape == (797, 8, 8)
    assert (np.sort(own.guesses, axis=1) == np.arange(10)).all()
    assert (own.guesses[np.arange(797), own.places - 1] == own.digits).all()


def split(size):
    """The training images again, by the rule the model states: `size` of each digit, in the order of its seed."""
    pixels, labels = digits()
    order = np.random.default_rng(several.SEED).permutation(len(labels))
    train = np.concatenate([order[labels[order] == digit][:size] for digit in range(10)])
    return pixels[train], labels[train], train


@pytest.mark.parametrize("size", several.SIZES)
def test_the_first_guess_is_the_nearest_class_mean_as_scikit_learn_finds_it(size):
    pixels, labels, _ = split(size)
    own = several.ranked(size)
    means = np.stack([pixels[labels == digit].mean(axis=0) for digit in range(10)])
    model = KNeighborsClassifier(1).fit(means, np.arange(10))
    images = own.images.reshape(-1, 64)
    nearest = model.kneighbors(images, 2)[0]
    clear = nearest[:, 1] - nearest[:, 0] > 1e-6
    assert clear.mean() > 0.99
    assert (model.predict(images)[clear] == own.guesses[clear, 0]).all()


def test_all_models_see_the_same_images_and_none_of_them_in_training():
    first = several.ranked(several.SIZES[0])
    for size in several.SIZES[1:]:
        assert (several.ranked(size).images == first.images).all()
    _, _, train = split(several.SIZES[-1])
    rest = np.setdiff1d(np.arange(len(digits()[1])), train)
    assert len(train) == len(set(train.tolist())) == 1000
    assert (digits()[0][rest].reshape(-1, 8, 8) == first.images).all()
    assert (digits()[1][rest] == first.digits).all()


# How often the right one is there -------------------------------------------------------------------------------------


def test_accuracy_never_falls_with_more_suggestions_and_here_not_with_more_images():
    tables = [several.accuracy(size)["right"] for size in several.SIZES]
    assert all(table.is_monotonic_increasing for table in tables)
    assert all((more > less).all() for less, more in pairwise(tables))


@pytest.mark.parametrize("size", several.SIZES)
def test_the_interval_is_the_exact_one(size):
    places = several.ranked(size).places
    for k, row in several.accuracy(size).iterrows():
        exact = binomtest(int((places <= k).sum()), len(places)).proportion_ci(CONFIDENCE, "exact")
        assert (row["low"], row["high"]) == pytest.approx((exact.low, exact.high))
        assert row["low"] < row["right"] < row["high"]


def test_three_guesses_of_a_weak_model_mostly_beat_one_of_a_strong_one():
    draws = several.other_draws(3, 3, 100)
    assert draws.loc[several.SEED].tolist() == [
        several.accuracy(3)["right"].loc[3],
        several.accuracy(100)["right"].loc[1],
    ]
    assert draws["several"].nunique() > several.DRAWS / 2, "the draws differ"
    assert 0.8 < (draws["several"] > draws["first"]).mean() < 1


def test_with_one_suggestion_each_and_one_size_both_models_are_the_same():
    draws = several.other_draws(10, 1, 10)
    assert (draws["several"] == draws["first"]).all()


@pytest.mark.parametrize("size", several.SIZES)
def test_further_guesses_are_worth_less_than_independent_ones(size):
    right = several.accuracy(size)["right"]
    assert several.as_if_independent(right.loc[1], 1) == pytest.approx(right.loc[1])
    assert all(several.as_if_independent(right.loc[1], k) > right.loc[k] for k in several.SHOWN[1:])


@pytest.mark.parametrize("size", several.SIZES)
def test_the_four_examples_are_of_four_kinds_and_four_digits(size):
    own, chosen = several.ranked(size), several.examples(size)
    assert own.places[chosen][:3].tolist() == [1, 2, 3]
    assert own.places[chosen][3] >= several.LATER
    assert len(set(own.digits[chosen].tolist())) == 4


# Seconds --------------------------------------------------------------------------------------------------------------


@given(shares(), cents(0, 300), cents(0, 300), cents(1, 1000))
def test_where_reading_is_dearer_never_more_suggestions_are_best(right, one, two, typing):
    cheap, dear = sorted((one, two))
    few_read = several.fastest(several.seconds(right, dear, typing))
    assert few_read <= several.fastest(several.seconds(right, cheap, typing))


@given(shares(), cents(0, 300), cents(1, 1000), cents(1, 1000))
def test_where_typing_is_dearer_never_fewer_suggestions_are_best(right, reading, one, two):
    less, more = sorted((one, two))
    many = several.fastest(several.seconds(right, reading, more))
    assert many >= several.fastest(several.seconds(right, reading, less))


@given(shares(), cents(0, 300), cents(1, 1000))
def test_suggestions_pay_just_where_the_right_one_is_there_often_enough(right, reading, typing):
    costs = several.seconds(right, reading, typing)
    assert costs["total"].to_numpy() == pytest.approx((costs["reading"] + costs["typing"]).to_numpy())
    assert costs["total"].loc[0] == typing
    for k in several.SHOWN:
        needed = several.accuracy_needed(k, reading, typing)
        saved = typing - costs["total"].loc[k]
        assert saved == pytest.approx((right.loc[k] - needed) * typing, abs=1e-9)


@given(shares(), cents(0, 300), cents(1, 1000))
def test_no_other_number_is_faster(right, reading, typing):
    total = several.seconds(right, reading, typing)["total"]
    best = several.fastest(several.seconds(right, reading, typing))
    assert total.loc[best] <= total.min() + 1e-9
    assert (total.loc[: best - 1] > total.loc[best]).all()


def test_one_row_by_hand_and_free_reading_shows_all():
    right = pd.Series([0.7, 0.9], index=[1, 3])
    costs = several.seconds(right, 1, 8)
    assert costs.index.tolist() == [0, 1, 3]
    assert costs["total"].tolist() == pytest.approx([8, 3.4, 3.8])
    assert several.fastest(costs) == 1
    assert several.fastest(several.seconds(right, 0, 8)) == 3


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: several.ranked(2), "1, 3, 10, 100"),
        (lambda: several.accuracy(0), "1, 3, 10, 100"),
        (lambda: several.other_draws(4), "1, 3, 10, 100"),
        (lambda: several.other_draws(3, 11), "from 1 to 10"),
        (lambda: several.seconds(pd.Series({1: 1.2}), 1, 1), "share must be a number from 0 to 1"),
        (lambda: several.seconds(pd.Series({0: 0.2}), 1, 1), "at least 1"),
        (lambda: several.seconds(pd.Series({1: 0.2}), -1, 1), "Reading must be"),
        (lambda: several.seconds(pd.Series({1: 0.2}), 1, float("nan")), "Typing must be"),
        (lambda: several.accuracy_needed(1, 1, 0), "must take some time"),
        (lambda: several.accuracy_needed(0, 1, 1), "at least 1"),
        (lambda: several.as_if_independent(1.5, 2), "from 0 to 1"),
        (lambda: several.fastest(pd.DataFrame({"reading": [1.0]})), "no column 'total'"),
    ],
)
def test_bad_input_is_told_in_one_sentence(call, told):
    with pytest.raises(ValueError, match=told):
        call()


@pytest.mark.parametrize("size", ["three", True, None])
def test_what_is_no_number_is_refused(size):
    with pytest.raises(TypeError, match="must be a number"):
        several.ranked(size)
