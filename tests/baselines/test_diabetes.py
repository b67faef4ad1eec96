"""The ladder on the diabetes data: what must hold in every split, and that the network loses to the mean."""

import numpy as np
import pytest
from mlprojects.baselines import diabetes, network

RUNGS = list(diabetes.RUNGS.index)


@pytest.mark.parametrize("seed", diabetes.SPLITS)
def test_a_split_scales_by_the_rows_it_learns_from(seed):
    own = diabetes.split(seed)
    assert (own.train.shape, own.test.shape) == ((309, 10), (133, 10))
    assert own.train.mean(axis=0) == pytest.approx(np.zeros(10), abs=1e-12)
    assert own.train.std(axis=0) == pytest.approx(np.ones(10))
    targets = np.concatenate([own.train_target, own.test_target])
    assert (targets.min(), targets.max(), len(targets)) == (25, 346, 442)


def test_the_mean_errs_by_the_spread_of_the_rows():
    own, row = diabetes.split(), diabetes.measured(diabetes.MEAN)
    assert row["train"] == pytest.approx(own.train_target.std())
    assert row["test"] ** 2 == pytest.approx(
        own.test_target.var() + (own.test_target.mean() - own.train_target.mean()) ** 2
    )
    assert row[["lead", "low", "high"]].tolist() == [0, 0, 0]


def test_the_numbers_of_the_first_split():
    frame = diabetes.ladder().round()
    assert frame["test"].to_dict() == {
        diabetes.MEAN: 71,
        diabetes.ONE_LINE: 63,
        diabetes.RIDGE: 56,
        diabetes.TREE: 76,
        diabetes.NETWORK: 82,
        diabetes.STOPPED: 61,
    }
    assert frame["train"][[diabetes.TREE, diabetes.NETWORK]].tolist() == [0, 2]


@pytest.mark.parametrize("seed", diabetes.SPLITS)
def test_what_learned_its_rows_by_heart_loses_to_the_mean_and_what_did_not_wins(seed):
    frame = diabetes.ladder(seed)
    by_heart = [diabetes.TREE, diabetes.NETWORK]
    assert (frame["train"][by_heart] < 10).all()
    assert (frame["lead"][by_heart] < 0).all()
    assert frame["high"][diabetes.NETWORK] > 0, "one split alone leaves open which is better"
    simple = [diabetes.ONE_LINE, diabetes.RIDGE, diabetes.STOPPED]
    assert (frame["low"][simple] > -1).all()
    assert (frame["lead"][simple] > 5).all()


@pytest.mark.parametrize("rung", RUNGS)
def test_a_lead_is_what_the_mean_errs_more_and_lies_in_its_interval(rung):
    row, mean = diabetes.measured(rung, 1), diabetes.measured(diabetes.MEAN, 1)
    assert row["lead"] == pytest.approx(mean["test"] - row["test"])
    assert row["low"] <= row["lead"] <= row["high"]


def test_the_interval_is_about_as_wide_as_the_large_sample_one():
    own, given = diabetes.split(), diabetes._answers(diabetes.RIDGE, 0)[1]
    constant = diabetes._answers(diabetes.MEAN, 0)[1]
    row = diabetes.measured(diabetes.RIDGE)
    one, other = ((answers - own.test_target) ** 2 for answers in (constant, given))
    influence = one / (2 * np.sqrt(one.mean())) - other / (2 * np.sqrt(other.mean()))
    half = 1.96 * influence.std() / np.sqrt(len(given))
    assert (row["high"] - row["low"]) / 2 == pytest.approx(half, rel=0.1)


@pytest.mark.parametrize("seed", diabetes.SPLITS)
def test_the_interval_is_laid_below_the_means_error(seed):
    frame = diabetes.ladder(seed)
    floor = frame["test"][diabetes.MEAN]
    assert (floor - frame["from"]).to_numpy() == pytest.approx(frame["high"].to_numpy())
    assert ((frame["from"] <= frame["test"]) & (frame["test"] <= frame["to"])).all()


def test_the_mean_wins_against_the_network_in_all_splits_and_against_ridge_in_none():
    assert (diabetes.lost(diabetes.NETWORK), diabetes.lost(diabetes.RIDGE)) == (len(diabetes.SPLITS), 0)


def test_the_average_of_ten_networks_just_beats_the_mean_on_another_split():
    own = diabetes.split(1)
    centre, spread = own.train_target.mean(), own.train_target.std()
    target = (own.train_target - centre) / spread
    nets = [network.regressor(own.train, target, steps=diabetes.STEPS, seed=seed) for seed in range(10)]
    error = diabetes.rmse(centre + spread * np.mean([net.predict(own.test) for net in nets], axis=0), own.test_target)
    mean, ridge = (diabetes.measured(rung, 1)["test"] for rung in (diabetes.MEAN, diabetes.RIDGE))
    assert ridge + 5 < error < mean + 2
    assert error < diabetes.measured(diabetes.NETWORK, 1)["test"] - 5, "it helps"


def test_what_is_not_known_is_named():
    with pytest.raises(ValueError, match="'oracle' is not known"):
        diabetes.measured("oracle")
    with pytest.raises(ValueError, match="The split may be 0, 1, 2, 3, 4; got 9"):
        diabetes.split(9)
