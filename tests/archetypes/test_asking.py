"""Asking a person: what a threshold comes to, the cheapest that keeps a promise, and that the images are as said."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.archetypes import asking
from mlprojects.binomial import upper_bound

SCORES = st.lists(st.tuples(st.sampled_from((0.2, 0.5, 0.7, 0.9, 0.99)), st.booleans()), min_size=1, max_size=60)
GRID = (0.0, 0.5, 0.6, 0.9, 1.0)


def made(pairs):
    return asking.Scores(np.array([sure for sure, _ in pairs]), np.array([right for _, right in pairs]))


@given(SCORES, st.floats(0, 20))
def test_all_images_are_decided_once_and_paid_for(pairs, person):
    seen = made(pairs)
    table = asking.by_threshold(seen, person, GRID)
    for threshold, row in table.iterrows():
        machine = [right for sure, right in pairs if sure >= threshold]
        assert row["automated"] == len(machine)
        assert row["wrong"] == machine.count(False)
        paid = person * (len(pairs) - len(machine)) + asking.ERROR * machine.count(False)
        assert row["cost"] == pytest.approx(paid / len(pairs))
        assert row["error"] * len(machine) == pytest.approx(machine.count(False))
        assert row["error"] <= row["bound"] <= 1
    assert table["asked"].is_monotonic_increasing
    assert table["wrong"].is_monotonic_decreasing
    assert table["asked"].iloc[0] == 0
    assert table["bound"].iloc[-1] == 1, "where nothing is automated nothing is known"


@given(SCORES, st.floats(0, 20), st.floats(0, 1), st.sampled_from(("bound", "error")))
def test_the_cheapest_keeps_the_promise_and_nothing_that_keeps_it_is_cheaper(pairs, person, rate, column):
    table = asking.by_threshold(made(pairs), person, GRID)
    chosen = asking.cheapest_threshold(table, rate, column)
    keeping = table[table[column] <= rate]
    if chosen is None:
        assert keeping.empty
    else:
        assert table[column].to_dict()[chosen] <= rate
        assert table["cost"].to_dict()[chosen] == keeping["cost"].min()


def test_the_bound_is_the_exact_one():
    table = asking.by_threshold(asking.scores(asking.VALIDATION), 3)
    for _, row in table.iterrows():
        assert row["bound"] == upper_bound(int(row["wrong"]), int(row["automated"]))


def test_validation_and_test_share_no_image_and_leave_the_rest_to_training():
    parts = [asking.scores(part) for part in (asking.VALIDATION, asking.TEST)]
    assert [len(part.right) for part in parts] == [asking.EACH] * 2
    assert asking.TRAINING + 2 * asking.EACH == 1797
    assert np.concatenate([part.confidence for part in parts]) == pytest.approx(asking.all_scores().confidence)


def test_where_it_is_surer_it_is_more_often_right():
    seen = asking.all_scores()
    levels = [seen.right[seen.confidence >= sure].mean() for sure in asking.THRESHOLDS]
    assert levels == sorted(levels)
    assert levels[0] < 0.95
    assert levels[-1] > 0.98


def test_no_count_hangs_on_the_last_digits_of_a_fit():
    for threshold in asking.THRESHOLDS[1:]:
        assert abs(asking.all_scores().confidence - threshold).min() > 1e-7


def test_dear_people_make_it_dearer_to_keep_a_promise_never_cheaper():
    seen = asking.scores(asking.VALIDATION)
    costs = []
    for person in (0, 1, 3, 10):
        table = asking.by_threshold(seen, person)
        costs.append(table["cost"].to_dict()[asking.cheapest_threshold(table, 0.03)])
    assert costs == sorted(costs)
    tables = asking.by_threshold(seen, 3)
    strict, loose = (tables["cost"].to_dict()[asking.cheapest_threshold(tables, rate)] for rate in (0.02, 0.05))
    assert strict >= loose


def test_with_any_threshold_no_more_are_asked_than_with_the_eight_and_the_promise_is_kept():
    seen = asking.scores(asking.VALIDATION)
    for rate in (0.05, 0.03, 0.02):
        table = asking.by_threshold(seen, 0)
        least = asking.least_asked(seen, rate)
        assert least <= table.loc[asking.keeps(table, rate), "asked"].min()
    assert asking.least_asked(made([(0.9, False), (0.5, True)]), 0.1) == 1


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: asking.scores("training"), "part 'training' is not known"),
        (lambda: asking.by_threshold(made([(0.5, True)]), -1), "price of a person"),
        (lambda: asking.by_threshold(made([(0.5, True)]), 1, [2]), "threshold"),
        (lambda: asking.by_threshold(made([(0.5, True)]), 1, GRID, 1), "confidence"),
        (lambda: asking.cheapest_threshold(asking.by_threshold(made([(0.5, True)]), 1), 2), "failure rate"),
        (lambda: asking.cheapest_threshold(asking.by_threshold(made([(0.5, True)]), 1), 0.1, "cost"), "column 'cost'"),
        (lambda: asking.Scores(np.array([]), np.array([], bool)), "at least one image"),
        (lambda: asking.Scores(np.array([0.5]), np.array([True, False])), "at least one image"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(call, message):
    with pytest.raises(ValueError, match=message):
        call()
