"""A person beside rungs and crowd on twenty digits, and beside the robot's estimators on five photographs."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mlprojects.baselines import hand, hand_poses, ladder
from mlprojects.case import angles


def labelled(values, rounds=1, seconds=1.0):
    parts = [
        pd.DataFrame({"case": hand.CASES, "round": place, "value": list(values), "seconds": seconds})
        for place in range(1, rounds + 1)
    ]
    return pd.concat(parts, ignore_index=True)


# Twenty digits --------------------------------------------------------------------------------------------------------


def test_the_twenty_are_the_seeded_mixture_that_is_stated():
    assert hand.choose() == hand.CHOSEN
    assert len(set(hand.CASES)) == 20
    wrong = hand.answers(ladder.MEAN_IMAGE) != hand.key()
    assert (wrong == hand.hard()).all()
    assert (wrong.sum(), (~wrong).sum()) == (hand.HARD, hand.EASY) == (8, 12)
    assert hand.choose(1) != hand.CHOSEN


def test_images_are_dark_ink_on_white_paper_and_show_the_chosen_digits():
    images = hand.images()
    assert images.shape == (20, 8, 8)
    assert images.min() == 0
    assert images.max() == 1
    assert images[:, 0, 0].mean() > 0.9, "the corner is paper"
    assert (ladder.split().test[hand.CHOSEN[3]].reshape(8, 8) == 16 * (1 - images[3])).all()


@pytest.mark.parametrize(("wrong", "of"), [(0, 20), (1, 20), (7, 20), (20, 20)])
def test_the_interval_is_the_exact_one(wrong, of):
    low, high = hand.interval(wrong, of)
    chance = [math.comb(of, k) for k in range(of + 1)]
    at_least = sum(c * low**k * (1 - low) ** (of - k) for k, c in enumerate(chance) if k >= wrong)
    at_most = sum(c * high**k * (1 - high) ** (of - k) for k, c in enumerate(chance) if k <= wrong)
    assert at_least == pytest.approx(0.025 if wrong else 1)
    assert at_most == pytest.approx(0.025 if wrong < of else 1)


@pytest.mark.parametrize("given", [(-1, 20), (21, 20), (1.5, 20), (0, 0)])
def test_an_interval_of_what_cannot_be_is_refused(given):
    with pytest.raises(ValueError, match=r"must be a"):
        hand.interval(*given)


@given(st.floats(0, 1))
@settings(max_examples=20)
def test_the_crowds_confusion_is_a_distribution_for_each_digit(skill):
    table = hand.confusion(skill)
    assert table.sum(axis=1) == pytest.approx(1)
    assert np.diag(table) == pytest.approx(skill)
    slips = table[np.arange(10), hand.LOOKALIKES]
    assert slips == pytest.approx(hand.TO_LOOKALIKE * (1 - skill))
    assert all(other != digit for digit, other in enumerate(hand.LOOKALIKES))


def test_a_crowd_is_seeded_and_better_than_one_of_it_on_hard_images():
    assert hand.crowd().equals(hand.crowd())
    crowds = pd.DataFrame({seed: hand.crowd(seed) == hand.key() for seed in range(40)})
    by_kind = crowds.mean(axis=1).groupby(hand.hard()).mean()
    assert by_kind[False] > 0.99
    assert hand.SKILLS[True] < by_kind[True] < 1


def test_the_key_itself_is_without_fault():
    verdict = hand.judge(labelled(hand.key()))
    assert (verdict.wrong, verdict.low, verdict.kappa) == (0, 0, 1)
    assert verdict.high == pytest.approx(1 - 0.025 ** (1 / 20))
    assert verdict.with_itself is None
    assert verdict.seconds == 1
    assert verdict.with_crowd == (hand.crowd() == hand.key()).mean()


def test_a_mistake_is_counted_where_it_was_made():
    for place in (hand.hard().to_numpy().argmin(), hand.hard().to_numpy().argmax()):
        values = hand.key().to_numpy().copy()
        values[place] = (values[place] + 1) % 10
        verdict = hand.judge(labelled(values))
        assert verdict.wrong == 1
        own = verdict.table.loc[hand.YOU]
        assert (own["wrong"], own["on_hard"]) == (1, hand.hard().iloc[place])


def test_kappa_takes_away_what_chance_would_give():
    constant = hand.judge(labelled([4] * 20))
    assert constant.kappa == 0
    key = hand.key().to_numpy()
    swapped = np.where(key == 3, 5, np.where(key == 5, 3, key))
    agree = (swapped == key).mean()
    chance = sum((key == digit).mean() * (swapped == digit).mean() for digit in range(10))
    assert hand.judge(labelled(swapped)).kappa == pytest.approx((agree - chance) / (1 - chance))


def test_the_last_round_counts_and_is_compared_with_the_one_before():
    both = labelled(hand.key(), rounds=2, seconds=np.nan)
    both.loc[(both["round"] == 2) & (both["case"] == hand.CASES[0]), "value"] = 9
    verdict = hand.judge(both.sample(frac=1, random_state=0))
    assert verdict.wrong == 1
    assert verdict.with_itself == 0.95
    assert verdict.seconds is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda labels: labels.iloc[1:],
        lambda labels: labels.iloc[:0],
        lambda labels: labels.assign(value=11),
        lambda labels: labels.assign(case=hand.CASES[0]),
        lambda labels: labels.drop(columns="value"),
        lambda labels: labels.assign(value=np.nan),
    ],
)
def test_labels_that_are_no_round_are_refused_in_one_sentence(spoil):
    with pytest.raises(ValueError, match=r"^[^\n]*\.$"):
        hand.judge(spoil(labelled(hand.key())))


def test_every_finished_round_stands_beside_the_rungs_and_an_open_one_does_not():
    others = [hand.CROWD, *hand.RUNGS]
    both = labelled(hand.key(), rounds=2)
    both.loc[(both["round"] == 1) & (both["case"] == hand.CASES[0]), "value"] = 9
    nobody, one, two = (hand.beside(both.iloc[:many]) for many in (0, 39, 40))
    assert list(nobody.index) == others
    assert list(one.index) == [hand.YOU, *others]
    assert list(two.index) == ["you, round 1", "you, round 2", *others]
    assert (one["wrong"][hand.YOU], *two["wrong"].iloc[:2]) == (1, 1, 0)
    assert hand.judge(both).table.equals(two)
    assert hand.beside().equals(nobody)


def test_the_hard_images_are_those_that_the_nearest_mean_gets_wrong():
    assert hand.beside().loc[ladder.MEAN_IMAGE, ["wrong", "on_hard"]].tolist() == [8, 8]
    assert hand.on_hard(ladder.MEAN_IMAGE) == 100
    both = ladder.compare(ladder.SVM, ladder.MEAN_IMAGE)
    wrong = ladder.measured(ladder.SVM)["wrong"]
    hard = ladder.measured(ladder.MEAN_IMAGE)["wrong"]
    assert hand.on_hard(ladder.SVM) == pytest.approx(100 * (wrong - both[0]) / hard)


# Five photographs -----------------------------------------------------------------------------------------------------


def by_hand(poses, place=1, seconds=9.0):
    frame = pd.DataFrame(poses, columns=["x", "y", "angle"])
    return frame.assign(case=hand_poses.CASES, round=place, seconds=seconds)


def test_the_same_five_poses_in_both_places():
    lab, warehouse = hand_poses.photos("lab"), hand_poses.photos("warehouse")
    assert len(lab) == hand_poses.FIVE == len(hand_poses.CASES)
    assert (lab.poses == warehouse.poses).all()
    assert not (lab.images == warehouse.images).all()


def test_errors_are_distances_and_turns_the_shorter_way_round():
    truth = hand_poses.photos().poses
    off = hand_poses.measure(truth + np.array([3, 4, 350]))
    assert off["position"].to_numpy() == pytest.approx(5)
    assert off["angle"].to_numpy() == pytest.approx(10)
    assert hand_poses.measure(truth).to_numpy() == pytest.approx(0)
    known = np.abs(angles.difference(hand_poses.said(hand_poses.SCRIPT)[:, 2], truth[:, 2]))
    assert hand_poses.errors(hand_poses.SCRIPT)["angle"].to_numpy() == pytest.approx(known)


def test_a_perfect_labeller_has_nobody_nearer_and_one_turned_by_half_everybody():
    truth = hand_poses.photos().poses
    perfect, seconds, apart = hand_poses.judge(by_hand(truth))
    assert perfect.loc[hand_poses.YOU, ["position", "angle", "worst"]].to_numpy() == pytest.approx(0, abs=1e-9)
    assert (perfect["nearer"] == 0).all()
    assert (seconds, apart) == (9.0, None)
    opposite, *_ = hand_poses.judge(by_hand(truth + np.array([0, 0, 180])))
    assert opposite.loc[list(hand_poses.ESTIMATORS), "nearer"].eq(5).all()
    assert list(opposite.index) == [hand_poses.YOU, *hand_poses.ESTIMATORS]


def test_two_rounds_are_compared_with_each_other_and_the_last_with_the_truth():
    truth = hand_poses.photos().poses
    rounds = pd.concat(
        [by_hand(truth + np.array([0, 2, 20])), by_hand(truth + np.array([0, 0, 350]), place=2, seconds=np.nan)]
    )
    table, seconds, apart = hand_poses.judge(rounds.sample(frac=1, random_state=1))
    assert apart.to_dict() == pytest.approx({"position": 2, "angle": 30})
    assert table["angle"].iloc[:2].to_dict() == pytest.approx({"you, round 1": 20, "you, round 2": 10})
    assert table["nearer"].iloc[:2].tolist() == [0, 0]
    assert seconds is None


def test_who_has_labelled_all_five_stands_beside_the_estimators():
    given = by_hand(hand_poses.photos().poses + np.array([0, 1, 20]))
    one, nobody = hand_poses.beside(given), hand_poses.beside(given.iloc[:4])
    assert one.loc[hand_poses.YOU].to_dict() == pytest.approx({"position": 1, "angle": 20, "worst": 20})
    assert one.drop(index=hand_poses.YOU).equals(nobody)
    assert nobody.equals(hand_poses.medians())


@pytest.mark.parametrize(
    "spoil",
    [
        lambda given: given.iloc[1:],
        lambda given: given.assign(x=np.nan),
        lambda given: given.assign(case="lab 1"),
        lambda given: given.drop(columns="angle"),
    ],
)
def test_poses_that_are_no_round_are_refused_in_one_sentence(spoil):
    with pytest.raises(ValueError, match=r"^[^\n]*\.$"):
        hand_poses.judge(spoil(by_hand(hand_poses.photos().poses)))


def test_many_photographs_are_others_and_give_the_learned_ones_alone():
    table = hand_poses.five_and_many("warehouse")
    assert list(table.index) == list(hand_poses.LEARNED)
    assert table["five"].to_dict() == hand_poses.medians("warehouse").loc[list(hand_poses.LEARNED), "angle"].to_dict()
    assert hand_poses.MANY >= 50 * hand_poses.FIVE
    assert len({hand_poses.SEED, hand_poses.OTHERS, 0, 1}) == 4


def test_what_is_unknown_is_refused_with_what_there_is():
    with pytest.raises(ValueError, match="neural network"):
        hand_poses.said("oracle")
    with pytest.raises(ValueError, match="warehouse"):
        hand_poses.photos("moon")
    with pytest.raises(ValueError, match="from 1 to 5"):
        hand_poses.arrows(hand_poses.SCRIPT, "lab", 6)


def test_arrows_start_at_the_middle_and_point_along_the_handle():
    ends = hand_poses.arrows(hand_poses.NETWORK, "lab", 2)
    poses = np.stack([hand_poses.photos().poses[1], hand_poses.said(hand_poses.NETWORK)[1]])
    assert ends[:, 0] == pytest.approx(poses[:, :2])
    reach = ends[:, 1] - ends[:, 0]
    assert np.hypot(*reach.T) == pytest.approx(hand_poses.ARROW)
    assert np.abs(angles.difference(angles.angle_of(reach), poses[:, 2])) == pytest.approx(0, abs=1e-9)


def test_one_of_two_equals_wins_on_all_five_as_often_as_a_coin_falls_five_times_alike():
    heads = np.random.default_rng(0).random((20_000, 5)) < 0.5
    alike = (heads.all(axis=1) | ~heads.any(axis=1)).mean()
    assert hand_poses.clean_sweep() == 1 / 16
    assert alike == pytest.approx(1 / 16, abs=0.006)
