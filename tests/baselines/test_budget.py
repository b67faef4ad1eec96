"""What a budget buys: counts of labels, their quality, the classifier, and the test set."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.baselines import budget
from mlprojects.baselines.crowd import implied_correlation
from mlprojects.baselines.published import ONE_WORKER, THREE_WORKERS, WORST_OF_THREE
from mlprojects.digits import digits
from mlprojects.one_core import one_core

SHARE = st.floats(0, 0.9)


def test_the_published_errors_are_met_and_five_votes_follow_from_them():
    assert 100 * budget.wrong(budget.ONE) == pytest.approx(np.mean(ONE_WORKER))
    assert 100 * budget.wrong(budget.THREE) == pytest.approx(THREE_WORKERS)
    assert budget.floor_of_crowds() < budget.wrong(budget.FIVE) < budget.wrong(budget.THREE)
    assert budget.wrong(budget.EXPERT) == budget.EXPERT_WRONG
    assert 0 < budget.correlation() < 1


def test_the_published_figures_imply_three_different_correlations():
    skill = budget._skill()
    three = 1 - THREE_WORKERS / 100
    two_classes, ten = (implied_correlation(skill, 3, three, classes) for classes in (2, 10))
    # At least one of three is wrong: all alone or all together, as in the mechanism.
    alone, together = 1 - skill**3, 1 - skill
    third = (alone - WORST_OF_THREE / 100) / (alone - together)
    assert (round(two_classes, 2), round(third, 2), round(ten, 2)) == (0.08, 0.15, 0.26)
    assert ten == budget.correlation()


@given(st.floats(0, 0.5), st.floats(0, 0.5))
def test_wrong_labels_shift_and_squeeze_but_keep_the_order(one, other):
    share = budget.wrong(budget.ONE)
    first, second = (budget.as_test_set(2000, share, error)[0] for error in (one, other))
    assert first - second == pytest.approx((one - other) * (1 - share * 10 / 9), abs=1e-9)


@given(st.sampled_from(budget.WAYS), st.floats(20, 1000), st.sampled_from(budget.EXPERT_PRICES))
def test_no_more_is_spent_than_there_is_and_no_whole_label_is_left_over(way, money, price):
    images, checked = budget.bought(money, way, price)
    votes = 0 if way == budget.EXPERT else images * budget.VOTES[way] * budget.VOTE
    spent = votes + checked * price
    least = price if way == budget.EXPERT else budget.VOTES[way] * budget.VOTE
    assert spent <= money + 1e-6
    assert spent > money - least - 1e-6
    assert checked <= images


def test_counts_of_a_round_budget():
    assert budget.bought(200, budget.ONE) == (400, 0)
    assert budget.bought(200, budget.THREE) == (133, 0)
    assert budget.bought(200, budget.FIVE) == (80, 0)
    assert budget.bought(200, budget.EXPERT) == (20, 20)
    assert budget.bought(200, budget.MIXED) == (93, 6)
    assert pytest.approx(6 * 10) == budget.FOR_EXPERTS * 200


def test_every_purchase_leaves_the_test_images_alone_and_has_enough_to_buy():
    most = max(
        budget.bought(money, way, price)[0]
        for money in budget.BUDGETS
        for way in budget.WAYS
        for price in budget.EXPERT_PRICES
    )
    assert most + budget.TEST <= len(digits()[1])


# As a test set --------------------------------------------------------------------------------------------------------


@given(SHARE)
def test_a_perfect_model_is_measured_at_the_share_of_wrong_labels(share):
    assert budget.as_test_set(100, share, 0)[0] == pytest.approx(share)


@given(SHARE)
def test_labels_drawn_by_lot_make_all_models_alike(error):
    assert budget.as_test_set(100, 0.9, error)[0] == pytest.approx(0.9)


@given(st.integers(1, 10_000), st.floats(0, 0.9))
def test_with_right_labels_only_the_sample_is_off(images, error):
    measured, off = budget.as_test_set(images, 0, error)
    assert measured == pytest.approx(error)
    assert off == pytest.approx(np.sqrt(error * (1 - error) / images), abs=1e-6)


def test_what_is_measured_agrees_with_drawn_labels_and_answers():
    random = np.random.default_rng(0)
    share, error, images = 0.177, 0.05, 80
    truth = random.integers(0, 10, (4000, images))
    labels, answers = (
        np.where(random.random(truth.shape) < part, (truth + random.integers(1, 10, truth.shape)) % 10, truth)
        for part in (share, error)
    )
    seen = (labels != answers).mean(axis=1)
    measured, off = budget.as_test_set(images, share, error)
    assert seen.mean() == pytest.approx(measured, abs=0.003)
    assert np.sqrt(((seen - error) ** 2).mean()) == pytest.approx(off, abs=0.004)


@given(st.integers(1, 1000), st.floats(0.01, 0.5))
def test_more_images_help_but_never_below_what_wrong_labels_shift(images, share):
    measured, off = budget.as_test_set(images, share)
    assert budget.as_test_set(10 * images, share)[1] < off
    assert off > abs(measured - budget.MODEL_ERROR)


# The purchases --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def table():
    return budget.purchases(100)


def test_a_table_has_all_ways_and_consistent_columns(table):
    assert list(table.index) == list(budget.WAYS)
    for way, row in table.iterrows():
        assert (row["images"], row["checked"]) == budget.bought(100, way)
        assert (row["measured"], row["off"]) == pytest.approx(budget.as_test_set(int(row["images"]), row["wrong"]))
        assert 0 < row["margin"] < 0.05
        assert 0 < row["error"] < 0.9


def test_an_expert_mends_doubtful_labels_better_than_by_chance(table):
    mixed = table.loc[budget.MIXED]
    checked_at_random = budget.wrong(budget.THREE) * (1 - mixed["checked"] / mixed["images"])
    assert mixed["wrong"] < checked_at_random - 0.01


def test_to_train_on_many_labels_win_and_to_test_with_good_ones_do(table):
    assert budget.best(table, budget.TRAINING) == budget.ONE
    assert budget.best(table, budget.TESTING) != budget.ONE
    assert table["error"].idxmin() == budget.ONE
    assert table["off"].idxmax() == budget.ONE


def test_labels_are_as_wrong_as_they_should_be():
    with one_core():
        before = [budget._trained(budget.THREE, 133, 0, seed)[0] for seed in range(10)]
    assert np.mean(before) == pytest.approx(budget.wrong(budget.THREE), abs=0.025)


def test_leaving_one_out_in_closed_form_is_training_without_it():
    train = np.arange(40)
    labels = digits()[1][:40]
    scores = budget._without_itself(train, labels)
    for place in (0, 17, 39):
        others = np.delete(train, place)
        system = budget._kernel()[np.ix_(others, others)] + budget.PENALTY * np.eye(39)
        weights = np.linalg.solve(system, np.eye(10)[labels[others]])
        assert scores[place] == pytest.approx(budget._kernel()[place, others] @ weights)


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: budget.purchases(150), "budget must be one of 50, 100, 200, 300"),
        (lambda: budget.purchases(100, expert_price=3), "10, 2 dollars; got 100 and 3"),
        (lambda: budget.wrong("ten votes"), "may be 'one person'"),
        (lambda: budget.bought(-1, budget.ONE), "at least 0"),
        (lambda: budget.bought("50", budget.ONE), "must be a number"),
        (lambda: budget.as_test_set(0, 0.1), "at least 1"),
    ],
)
def test_bad_input_is_told_in_one_sentence(call, says):
    with pytest.raises((TypeError, ValueError), match=says):
        call()
