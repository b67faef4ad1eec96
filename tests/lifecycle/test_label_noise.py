from math import isclose

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.lifecycle import label_noise as noise

shares = st.floats(0, 1)
classes = st.integers(2, 20)


def errors():
    return noise.learning_curves()["error"].unstack("share")


def test_there_is_one_row_a_share_and_size_with_errors_between_none_and_guessing():
    curves = noise.learning_curves()
    assert len(curves) == len(noise.SHARES) * len(noise.SIZES)
    assert curves["error"].between(0, 0.9).all()
    assert (curves["spread"] > 0).all()


def test_more_images_help_at_every_share():
    assert (errors().diff().dropna() < 0).all(axis=None)


def test_more_wrong_labels_hurt_at_every_size():
    assert (errors().diff(axis="columns").dropna(axis="columns") > 0).all(axis=None)


def test_wrong_labels_are_as_many_as_asked_nested_and_evenly_spread():
    digits = np.repeat(np.arange(10), 4000)
    targets = noise._targets(digits, np.random.default_rng(0)).argmax(axis=2)
    wrong = targets != digits[:, None]
    levels = [*noise.SHARES, *map(noise.left_wrong, noise.SHARES)]
    assert np.allclose(wrong.mean(axis=0), levels, atol=0.01)
    assert not wrong[:, 0].any()
    for fewer, more in zip(range(4), range(1, 5), strict=True):
        assert (wrong[:, more] | ~wrong[:, fewer]).all()
    steps = (targets[:, 4] - digits)[wrong[:, 4]] % 10
    assert np.allclose(np.bincount(steps, minlength=10)[1:] / len(steps), 1 / 9, atol=0.01)


def test_test_images_are_never_trained_on_and_none_is_lost():
    pixels, digits = noise._digits()
    assert pixels.shape == (len(digits), 64) == (1797, 64)
    train, test = noise._split(len(digits), np.random.default_rng(0))
    assert len(train) == noise.SIZES[-1]
    assert sorted([*train, *test]) == list(range(len(digits)))


def test_every_draw_is_another_split():
    one, other = noise._errors(0), noise._errors(1)
    assert one.shape == (2 * len(noise.SHARES), len(noise.SIZES))
    assert (one != other).any()


@given(shares, classes)
def test_two_people_agree_disagree_or_are_both_wrong_alike(share, number):
    agree_right = (1 - share) ** 2
    assert isclose(agree_right + noise.left_wrong(share, number) + noise.disagreement(share, number), 1)
    assert noise.left_wrong(share, number) <= share + 1e-12


@given(st.floats(0, 0.9), st.floats(0, 1), st.floats(0, 1))
def test_what_is_measured_lies_above_the_ceiling_and_keeps_the_order(share, one, other):
    a, b = noise.measured(one, share), noise.measured(other, share)
    assert a >= noise.measured(0, share) - 1e-12
    assert isclose(noise.measured(0, share), share, abs_tol=1e-12)
    assert (a - b) * (one - other) >= -1e-12


@pytest.mark.parametrize(("error", "share", "accuracy"), [(0, 0.03, 0.97), (0.01, 0.03, 0.961), (0, 0.06, 0.94)])
def test_with_two_classes_the_ceiling_has_the_known_values(error, share, accuracy):
    assert 1 - noise.measured(error, share, classes=2) == pytest.approx(accuracy, abs=5e-4)


def test_the_measured_error_is_what_drawn_test_labels_show():
    random = np.random.default_rng(0)
    truth = random.integers(0, 10, 200_000)

    def spoilt(share):
        wrong = (truth + random.integers(1, 10, truth.size)) % 10
        return np.where(random.random(truth.size) < share, wrong, truth)

    answers, labels = spoilt(0.15), spoilt(0.3)
    assert (answers != labels).mean() == pytest.approx(noise.measured(0.15, 0.3), abs=0.005)


def test_a_frame_is_seen_as_its_numbers_are():
    bought = noise.purchases(0.2, 960, 2)
    seen = noise.in_percent(noise.as_measured(bought, 0.2))
    for name in bought.index:
        assert seen["error"][name] == pytest.approx(100 * noise.measured(bought["error"][name], 0.2))
    assert (seen["spread"] < 100 * bought["spread"]).all()
    assert seen["floor"].tolist() == pytest.approx([20, 20])


def test_a_purchase_costs_the_budget_and_is_a_point_of_the_curves():
    for share in noise.SHARES:
        for price in (2, 4, 8):
            bought = noise.purchases(share, 480, price)
            assert (bought["images"] * [1, price]).tolist() == [480, 480]
            point = noise.learning_curves().loc[(share, 480)]
            assert bought["error"][noise.MORE] == pytest.approx(point["error"])
            assert bought["spread"][noise.MORE] == pytest.approx(point["spread"])


def test_the_dearer_a_check_the_less_it_pays():
    order = [noise.BETTER, noise.CLOSE, noise.MORE]
    for share in noise.SHARES:
        verdicts = [order.index(noise.verdict(share, 960, price)) for price in (2, 4, 8)]
        assert verdicts == sorted(verdicts)


def test_the_more_labels_are_wrong_the_more_a_check_pays():
    order = [noise.MORE, noise.CLOSE, noise.BETTER]
    verdicts = [order.index(noise.verdict(share, 960, 2)) for share in noise.SHARES]
    assert verdicts == sorted(verdicts)
    assert (verdicts[0], verdicts[-1]) == (0, 2)


def test_the_verdict_follows_the_means_where_it_is_clear():
    for share in noise.SHARES:
        for price in (2, 4, 8):
            bought, verdict = noise.purchases(share, 960, price)["error"], noise.verdict(share, 960, price)
            if verdict != noise.CLOSE:
                assert bought.idxmin() == verdict


def test_no_verdict_hangs_on_a_rounding():
    for share in noise.SHARES:
        for budget in noise.SIZES[-3:]:
            for price in (2, 4, 8):
                places = [noise.SIZES.index(budget), noise.SIZES.index(budget // price)]
                level = noise.SHARES.index(share)
                more, better = noise._all_errors()[:, [level, level + len(noise.SHARES)], places].T
                gap = more - better
                ratio = abs(gap.mean()) / (gap.std(ddof=1) / np.sqrt(noise.DRAWS))
                assert abs(ratio - noise.CLEAR) > 1e-6


def test_right_labels_are_worth_themselves():
    for size in noise.SIZES:
        assert noise.clean_equivalent(0, size) == pytest.approx(size)
        assert noise.noisy_equivalent(0, size) == pytest.approx(size)


def test_wrong_labels_are_worth_fewer_and_one_needs_more_of_them():
    for share in noise.SHARES[1:]:
        for size in noise.SIZES:
            worth, needed = noise.clean_equivalent(share, size), noise.noisy_equivalent(share, size)
            assert worth is None or 30 <= worth < size * (1 - share)
            assert needed is None or size < needed <= 960


def test_nothing_is_read_outside_the_data():
    assert noise.clean_equivalent(0.4, 30) is None
    assert noise.noisy_equivalent(0.4, 960) is None


def test_training_happens_once_and_can_be_watched():
    seen = []

    def watch(draws):
        for draw in draws:
            seen.append(draw)
            yield draw

    noise.learning_curves(watch)
    assert seen == list(range(noise.DRAWS))
    assert noise._errors(3) is noise._errors(3)


def test_what_is_not_there_is_refused_in_one_sentence():
    with pytest.raises(ValueError, match=r"The share must be one of 0, 0.1, 0.2, 0.3, 0.4; got 0.25"):
        noise.purchases(0.25, 960, 2)
    with pytest.raises(ValueError, match=r"The number of images must be one of 30, .*, 960; got 320"):
        noise.verdict(0.2, 960, 3)
    with pytest.raises(TypeError, match="The share must be a number from 0 to 1; got 'half'"):
        noise.left_wrong("half")
    with pytest.raises(ValueError, match="The number of classes must be a number of at least 2; got 1"):
        noise.measured(0.1, 0.1, classes=1)
    with pytest.raises(ValueError, match="The price must be a number of at least 1; got 0"):
        noise.purchases(0.2, 960, 0)
