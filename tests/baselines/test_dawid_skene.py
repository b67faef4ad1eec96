"""Dawid and Skene's method: what expectation-maximization promises, what symmetry demands, and what it recovers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from mlprojects.baselines.crowd import counted
from mlprojects.baselines.dawid_skene import dawid_skene, expected

SHAPES = st.tuples(st.integers(1, 12), st.integers(1, 5))
VOTES = SHAPES.flatmap(lambda shape: arrays(np.int64, shape, elements=st.integers(-1, 2))).filter(
    lambda votes: (votes >= 0).any(axis=1).all()
)


def votes_of(skills, items, classes=2, seed=0):
    random = np.random.default_rng(seed)
    truth = random.integers(0, classes, items)
    right = random.random((items, len(skills))) < np.array(skills)
    other = (truth[:, None] + random.integers(1, classes, right.shape)) % classes
    return np.where(right, truth[:, None], other), truth


@given(VOTES, st.booleans(), st.sampled_from([0.0, 0.1, 1.0]))
def test_no_round_makes_the_votes_less_likely(votes, one_coin, pseudo):
    objective = dawid_skene(votes, 3, one_coin=one_coin, pseudo=pseudo).objective
    assert np.isfinite(objective).all()
    assert (np.diff(objective) >= -1e-8).all()


@given(VOTES, st.booleans())
def test_all_results_are_probabilities(votes, one_coin):
    fit = dawid_skene(votes, 3, one_coin=one_coin)
    assert fit.posterior.sum(axis=1) == pytest.approx(1)
    assert fit.prior.sum() == pytest.approx(1)
    assert fit.confusion.sum(axis=2) == pytest.approx(1)
    assert (fit.confusion > 0).all()
    assert ((fit.skills > 0) & (fit.skills < 1)).all()


@given(VOTES, st.booleans(), st.randoms(use_true_random=False))
def test_the_order_of_items_voters_and_classes_does_not_matter(votes, one_coin, random):
    items, voters = (random.sample(range(size), size) for size in votes.shape)
    names = random.sample(range(3), 3)
    renamed = np.append(names, -1)[votes][items][:, voters]
    one, other = (dawid_skene(each, 3, one_coin=one_coin) for each in (votes, renamed))
    # Ten rounds: later, a start in perfect balance may fall to either side by its last digit.
    shared = min(len(one.objective), len(other.objective), 10)
    assert other.objective[:shared] == pytest.approx(one.objective[:shared])


def test_names_and_order_change_no_answer_of_a_clear_crowd():
    votes, _ = votes_of([0.9, 0.8, 0.7, 0.6], 100, classes=3)
    random = np.random.default_rng(1)
    items, voters, names = random.permutation(100), random.permutation(4), random.permutation(3)
    one, other = dawid_skene(votes, 3), dawid_skene(names[votes][items][:, voters], 3)
    assert other.posterior[:, names] == pytest.approx(one.posterior[items], abs=1e-6)
    assert other.skills == pytest.approx(one.skills[voters], abs=1e-6)


@given(SHAPES.flatmap(lambda shape: arrays(np.int64, shape, elements=st.integers(0, 2))), st.floats(0.4, 0.95))
def test_with_equal_skills_the_likeliest_class_is_the_one_with_most_votes(votes, skill):
    equal = np.full((3, 3), (1 - skill) / 2)
    np.fill_diagonal(equal, skill)
    posterior, _ = expected(votes, np.full(3, 1 / 3), np.stack([equal] * votes.shape[1]))
    tally = (votes[:, :, None] == np.arange(3)).sum(axis=1)
    assert ((posterior >= posterior.max(axis=1, keepdims=True) - 1e-9) == (tally == tally.max(axis=1)[:, None])).all()


def test_known_errors_give_the_posterior_by_bayes_rule():
    confusion = np.array([[[0.9, 0.1], [0.3, 0.7]], [[0.6, 0.4], [0.2, 0.8]]])
    posterior, likelihood = expected(np.array([[0, 1], [1, -1]]), np.array([0.25, 0.75]), confusion)
    first, second = 0.25 * 0.9 * 0.4, 0.75 * 0.3 * 0.8
    third, fourth = 0.25 * 0.1, 0.75 * 0.7
    assert posterior[0, 0] == pytest.approx(first / (first + second))
    assert posterior[1, 0] == pytest.approx(third / (third + fourth))
    assert likelihood == pytest.approx(np.log(first + second) + np.log(third + fourth))


def test_hundreds_of_voters_do_not_underflow():
    votes, truth = votes_of([0.7] * 1500, 6)
    fit = dawid_skene(votes, one_coin=True)
    assert (fit.labels == truth).all()
    assert np.isfinite(fit.objective).all()


def test_it_beats_the_majority_where_skills_differ():
    gains = []
    for seed in range(8):
        votes, truth = votes_of([0.95, 0.85, 0.75, 0.5, 0.5, 0.5, 0.5], 300, seed=seed)
        own = (dawid_skene(votes, one_coin=True).labels == truth).mean()
        gains.append(own - (counted(votes) == truth).mean())
    assert np.mean(gains) > 4 * np.std(gains, ddof=1) / np.sqrt(len(gains))


def test_it_is_no_better_than_the_majority_where_skills_are_equal():
    votes, truth = votes_of([0.75] * 7, 2000)
    gain = (dawid_skene(votes, one_coin=True).labels == truth).mean() - (counted(votes) == truth).mean()
    assert abs(gain) < 0.01


@pytest.mark.parametrize("one_coin", [True, False])
def test_many_votes_give_the_skills_back(one_coin):
    skills = [0.9, 0.8, 0.7, 0.6, 0.55]
    votes, _ = votes_of(skills, 8000, classes=3)
    assert dawid_skene(votes, 3, one_coin=one_coin).skills == pytest.approx(skills, abs=0.03)


def test_many_votes_give_confusion_matrices_and_class_shares_back():
    random = np.random.default_rng(2)
    careful = [[0.9, 0.1], [0.1, 0.9]]
    confusion = np.array([careful, careful, [[0.6, 0.4], [0.05, 0.95]], [[0.95, 0.05], [0.5, 0.5]]])
    truth = (random.random(8000) < 0.3).astype(int)
    votes = (random.random((8000, 4)) < confusion[np.arange(4), truth[:, None], 1]).astype(int)
    fit = dawid_skene(votes)
    assert fit.confusion == pytest.approx(confusion, abs=0.04)
    assert fit.prior == pytest.approx([0.7, 0.3], abs=0.03)


@pytest.mark.parametrize(
    ("votes", "says"),
    [
        (np.array([[0.5, 1.0]]), "array of whole numbers"),
        (np.array([0, 1]), "table of items by voters"),
        (np.zeros((0, 3), dtype=int), "table of items by voters"),
        (np.array([[0, 2]]), "class from 0 to 1"),
        (np.array([[0, 1], [-1, -1]]), "at least one vote"),
    ],
)
def test_bad_votes_are_told_in_one_sentence(votes, says):
    with pytest.raises((TypeError, ValueError), match=says):
        dawid_skene(votes)
