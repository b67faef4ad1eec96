import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from mlprojects.prioritizing import ceiling

accuracies = st.floats(0.8, 1)
shares = st.floats(0, 0.2)
parts = st.floats(0, 1)


def pairs():
    return st.tuples(accuracies, accuracies).map(lambda pair: (max(pair), min(pair)))


def test_the_numbers_of_a_test_set_with_a_few_wrong_labels():
    assert ceiling.ceiling(0.03) == pytest.approx(0.97)
    assert ceiling.measured(0.99, 0.03) == pytest.approx(0.9606)
    assert ceiling.ceiling(0.06) == pytest.approx(0.94)
    assert ceiling.measured(0.99, 0.06) == pytest.approx(0.9312)
    assert ceiling.ceiling(0.01) < 0.999, "three nines cannot be measured with 1 % wrong labels"


@pytest.mark.parametrize("classes", [2, 10])
def test_measured_is_what_a_drawn_test_set_shows(classes):
    random, count = np.random.default_rng(3), 400_000
    truth = random.integers(0, classes, count)

    def spoil(share):
        other = (truth + random.integers(1, classes, count)) % classes
        return np.where(random.random(count) < share, other, truth)

    hits = (spoil(0.1) == spoil(0.2)).mean()
    assert hits == pytest.approx(ceiling.measured(0.9, 0.2, classes), abs=4 * 0.5 / np.sqrt(count))


@given(accuracies, shares, st.integers(2, 20))
def test_nobody_is_measured_above_the_ceiling_and_no_labels_wrong_measures_the_truth(accuracy, wrong, classes):
    assert ceiling.measured(accuracy, wrong, classes) <= ceiling.ceiling(wrong) + 1e-12
    assert ceiling.measured(accuracy, 0, classes) == accuracy


@given(pairs(), shares, parts)
def test_random_label_errors_shrink_the_lead_and_keep_its_sign(pair, wrong, shared):
    found = ceiling.seen(*pair, wrong, ceiling.RANDOM, shared)
    assert found.gap == pytest.approx((1 - 2 * wrong) * (pair[0] - pair[1]), abs=1e-12)
    assert found.better <= ceiling.ceiling(wrong) + 1e-12


@given(pairs(), shares, parts)
def test_no_placing_can_reverse_a_lead_of_twice_the_wrong_share(pair, wrong, shared):
    found = ceiling.seen(*pair, wrong, ceiling.WORST, shared)
    lead = pair[0] - pair[1]
    assert found.gap <= ceiling.seen(*pair, wrong, ceiling.RANDOM, shared).gap + 1e-12
    assert found.gap >= lead - ceiling.safe_lead(wrong) - 1e-12
    if lead > ceiling.safe_lead(wrong):
        assert found.gap > 0


@given(st.integers(0, 12), st.integers(0, 12), st.integers(0, 30))
def test_the_worst_placing_is_the_worst_of_all(only_better, only_worse, flips):
    """Twelve images or so of each kind: every placing of the wrong labels, by counts."""
    assume(only_better >= only_worse)
    size, both_err = 100, 3
    better, worse = (size - both_err - only_worse) / size, (size - both_err - only_better) / size
    errs = both_err + only_worse
    found = ceiling.seen(better, worse, flips / size, ceiling.WORST, both_err / errs)
    lead = only_better - only_worse
    worst = min(
        lead - 2 * turned + 2 * back
        for turned in range(min(only_better, flips) + 1)
        for back in range(min(only_worse, flips - turned) + 1)
        if flips - turned - back <= size - only_better - only_worse
    )
    assert found.gap * size == pytest.approx(worst, abs=1e-9)


def rejected(pair, images, runs=4000):
    """Share of drawn test sets on which McNemar's test (normal, two-sided) finds the better model ahead."""
    random = np.random.default_rng(5)
    ahead, behind = (pair.discordant + pair.gap) / 2, (pair.discordant - pair.gap) / 2
    wins, losses, _ = random.multinomial(images, [ahead, behind, 1 - ahead - behind], runs).T
    return ((wins - losses) > 1.959964 * np.sqrt(wins + losses)).mean()


@pytest.mark.parametrize("wrong", [0.0, 0.03, 0.1])
@pytest.mark.parametrize(("better", "worse"), [(0.95, 0.9), (0.99, 0.98), (0.99, 0.9)])
def test_so_many_images_find_the_difference_four_times_in_five(better, worse, wrong):
    pair = ceiling.seen(better, worse, wrong)
    images = ceiling.images_needed(pair)
    found = rejected(pair, images)
    assert ceiling.POWER - 0.03 <= found <= 0.9, "never much less than promised"
    if images > 200:
        assert found == pytest.approx(ceiling.POWER, abs=0.03)


def test_simulated_labels_give_the_discordant_share_and_the_gap():
    random, count, wrong = np.random.default_rng(7), 500_000, 0.1
    both = 0.5 * 0.05
    kinds = random.choice(4, count, p=[both, 0.05 - both, 0.1 - both, 1 - both - (0.05 - both) - (0.1 - both)])
    turned = random.random(count) < wrong
    first = np.isin(kinds, [2, 3]) != turned
    second = np.isin(kinds, [1, 3]) != turned
    pair = ceiling.seen(0.95, 0.9, wrong)
    assert first.mean() == pytest.approx(pair.better, abs=0.003)
    assert second.mean() == pytest.approx(pair.worse, abs=0.003)
    assert (first != second).mean() == pytest.approx(pair.discordant, abs=0.003)


@given(pairs(), shares, shares)
def test_more_wrong_labels_never_need_fewer_images(pair, one, two):
    assume(pair[0] - pair[1] > 1e-3)
    less, more = (ceiling.images_needed(ceiling.seen(*pair, wrong)) for wrong in sorted((one, two)))
    assert less <= more


def test_a_reversed_order_is_never_found_and_a_reversed_lead_is_told():
    pair = ceiling.seen(0.999, 0.99, 0.01, ceiling.WORST)
    assert pair.gap < 0
    assert ceiling.images_needed(pair) is None
    assert ceiling.images_needed(ceiling.seen(0.9, 0.9, 0.0)) is None


@given(accuracies, st.floats(1, 4))
def test_the_other_model_errs_so_many_times_as_often(better, times):
    assert 1 - ceiling.other(better, times) == pytest.approx(times * (1 - better), abs=1e-6)


def test_mistakes_that_both_make_spare_images():
    needed = [ceiling.images_needed(ceiling.seen(0.99, 0.98, 0.01, ceiling.RANDOM, shared)) for shared in (0, 0.5, 1)]
    assert needed == sorted(needed, reverse=True)
    assert needed[0] > 2 * needed[-1]


def test_more_mistakes_than_images_are_refused():
    with pytest.raises(ValueError, match="from 1 to 10"):
        ceiling.other(0.9, 11)


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ((0.9, 0.95, 0.1), "at least as accurate"),
        ((0.95, 0.9, 0.6), "from 0 to 0.5"),
        ((0.95, 0.9, float("nan")), "from 0 to 0.5"),
        ((0.95, 0.9, 0.1, "nowhere"), "not known"),
        ((0.2, 0.1, 0.3), "do not fit"),
    ],
)
def test_bad_input_is_told_in_one_sentence(args, told):
    with pytest.raises(ValueError, match=told):
        ceiling.seen(*args)


def test_text_is_no_share():
    with pytest.raises(TypeError, match="must be a number"):
        ceiling.measured("0.9", 0.1)
