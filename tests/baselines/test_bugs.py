"""Three looks at a network: what is planted is found, and the verdict follows from the looks."""

import numpy as np
import pytest
from mlprojects.baselines import bugs, network
from mlprojects.baselines.ladder import INK, split

TRUE = {
    bugs.FEW: bugs.MORE_DATA,
    bugs.SHUFFLED: bugs.BUG_IN_DATA,
    bugs.UPSIDE_DOWN: bugs.BUG_IN_DATA,
    bugs.STILL: bugs.BUG_IN_TRAINING,
}


@pytest.mark.parametrize("case", bugs.CASES)
def test_the_looks_find_what_is_wrong(case):
    assert bugs.found(case) == TRUE[case]


def test_one_planted_bug_shows_in_the_error_on_what_was_shown():
    assert bugs.given_away() == 1


def test_looks_are_taken_one_after_the_other():
    tables = [bugs.taken(bugs.FEW, look) for look in (1, 2, 3)]
    seen = bugs.looks(bugs.FEW)
    assert [table["look"].tolist() for table in tables] == [[1, 1], [1, 1, 2], [1, 1, 2, *[3] * len(bugs.SIZES)]]
    assert tables[1]["error"].tolist() == [seen.train, seen.test, seen.heart]
    assert tables[2].set_index("images")["error"].iloc[3:].to_dict() == seen.more.to_dict()
    with pytest.raises(ValueError, match=r"^[^\n]*\.$"):
        bugs.taken(bugs.FEW, 4)


def test_the_same_training_error_has_different_reasons():
    by_heart = [case for case in bugs.CASES if bugs.looks(case).train == 0]
    assert by_heart == [bugs.FEW, bugs.SHUFFLED, bugs.UPSIDE_DOWN]
    assert {bugs.looks(case).heart for case in by_heart} == {0}


def test_shuffled_labels_and_a_still_network_are_as_good_as_a_guess():
    for case in (bugs.SHUFFLED, bugs.STILL):
        assert (abs(bugs.looks(case).more - bugs.GUESSING) < 5).all()
    assert bugs.looks(bugs.FEW).more.is_monotonic_decreasing


def test_only_relatives_of_the_training_images_tell_turned_test_images_from_shuffled_labels():
    errors = {case: bugs.relatives(case) for case in (bugs.FEW, bugs.SHUFFLED, bugs.UPSIDE_DOWN)}
    assert errors[bugs.UPSIDE_DOWN] == errors[bugs.FEW] < bugs.looks(bugs.UPSIDE_DOWN).test / 3
    assert abs(errors[bugs.SHUFFLED] - bugs.GUESSING) < 5


def test_answers_that_are_partly_luck_look_like_a_bug_in_the_data():
    own = split()
    random = np.random.default_rng(0)
    noisy = [
        np.where(random.random(len(labels)) < 0.3, (labels + random.integers(1, 10, len(labels))) % 10, labels)
        for labels in (own.train_labels, own.test_labels)
    ]
    errors = {}
    for size in (bugs.HEART, bugs.SIZES[0], bugs.SIZES[-1]):
        model = network.classifier(own.train[:size] / INK, noisy[0][:size], steps=bugs.STEPS)
        pairs = ((own.train[:size], noisy[0][:size]), (own.test, noisy[1]))
        errors[size] = [100 * (model.predict(images / INK) != labels).mean() for images, labels in pairs]
    ten, few, many = errors.values()
    assert bugs.verdict(few[0], ten[0], few[1], many[1]) == bugs.BUG_IN_DATA


def test_turning_by_half_a_circle_twice_changes_nothing():
    images = split().test[:5]
    assert (bugs._turned(bugs._turned(images)) == images).all()
    assert (bugs._turned(images).reshape(-1, 8, 8)[:, 0, 0] == images.reshape(-1, 8, 8)[:, 7, 7]).all()


@pytest.mark.parametrize(
    ("looks", "verdict"),
    [
        ((95, 90, 92, 92), bugs.BUG_IN_TRAINING),
        ((0, 0, 18, 5), bugs.MORE_DATA),
        ((0, 0, 18, 9), bugs.MORE_DATA),
        ((0, 0, 18, 9.1), None),
        ((0, 0, 20, 16), None),
        ((0, 0, 20, 16.1), bugs.BUG_IN_DATA),
        ((30, 0, 40, 38), None),
        ((95, 0, 92, 92), None),
        ((0, 90, 92, 92), None),
    ],
)
def test_a_verdict_needs_clear_looks(looks, verdict):
    assert bugs.verdict(*looks) == verdict


@pytest.mark.parametrize(("looks", "error"), [((-1, 0, 0, 0), ValueError), ((0, 0, 0, "5"), TypeError)])
def test_bad_looks_are_named(looks, error):
    with pytest.raises(error, match="error must be a number from 0 to 100"):
        bugs.verdict(*looks)


def test_an_unknown_network_is_named():
    with pytest.raises(ValueError, match="The network 'network X' is not known"):
        bugs.looks("network X")


def test_the_last_digit_of_the_pixels_decides_nothing():
    own = split()
    images, labels = own.train[:40] / INK, own.train_labels[:40]
    shaken = images * (1 + 1e-12 * np.random.default_rng(1).normal(size=images.shape))
    one, other = (network.classifier(each, labels, steps=bugs.STEPS).predict_proba(images) for each in (images, shaken))
    assert one == pytest.approx(other, abs=1e-6)
