"""Adding photographs from the field: how they are chosen, and what is claimed of it."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.case.scenes import Photos, photograph
from mlprojects.lifecycle import mining
from scipy.stats import t

NIGHT, COVERED, WAREHOUSE = mining.FIELDS


def pool(hidden):
    count = len(hidden)
    return Photos(np.zeros((count, 1, 1)), np.zeros((count, 3)), np.array(hidden))


def test_the_shares_of_the_field_are_kept():
    photos = mining.from_field(NIGHT, 40, 3)
    (_, day), (_, night) = mining.FIELDS[NIGHT]
    assert len(photos) == 40
    assert (photos.images[:36] == photograph(day, 36, 6).images).all()
    assert (photos.images[36:] == photograph(night, 4, 7).images).all()


def test_each_way_chooses_by_its_own_rule():
    photos = pool([0.0, 0.5, 0.0, 0.0])
    error, doubt = np.array([10.0, 90.0, 40.0, 5.0]), np.array([1.0, 0.0, 2.0, 9.0])
    chosen = {way: mining.ranked(way, photos, error, doubt, 0) for way in mining.WAYS}
    assert chosen[mining.HARDEST] == [1, 2, 0, 3]
    assert chosen[mining.IN_SIGHT] == [2, 0, 3, 1]
    assert chosen[mining.UNSURE] == [3, 2, 0, 1]
    assert sorted(chosen[mining.RANDOM]) == [0, 1, 2, 3]


def test_a_random_choice_looks_at_neither_error_nor_doubt():
    photos, zeros = pool([0.0] * 20), np.zeros(20)
    one, other = (mining.ranked(mining.RANDOM, photos, each, each, 5) for each in (zeros, np.arange(20.0)))
    assert one == other != mining.ranked(mining.RANDOM, photos, zeros, zeros, 6)


@given(st.lists(st.floats(-50, 50), min_size=2, max_size=20))
def test_the_interval_is_students(differences):
    expected = t.interval(
        0.95, len(differences) - 1, 0, np.std(differences, ddof=1) / math.sqrt(len(differences)) + 1e-300
    )
    assert mining.interval(differences) == pytest.approx(expected[1], abs=1e-9)


def test_at_least_eight_repetitions_each_with_every_way_and_number():
    table = mining.runs(WAREHOUSE)
    assert len(mining.SEEDS) >= 8
    rest = table[table["added"] > 0]
    assert (rest.groupby(["way", "added"]).size() == len(mining.SEEDS)).all()
    assert set(rest["way"]) == set(mining.WAYS)
    assert table["held"].between(0, 1).all()
    assert table["one_sided"].between(0, 1).all()


@pytest.mark.parametrize("field", mining.FIELDS)
def test_the_comparison_is_paired_by_repetition(field):
    table = mining.runs(field)
    part = table[table["added"] == 50].set_index(["seed", "way"])["held"].unstack()
    gains = 100 * (part[mining.HARDEST] - part[mining.RANDOM])
    row = mining.compared(field, 50).loc[mining.HARDEST]
    assert row["gain"] == pytest.approx(gains.mean())
    assert row["high"] - row["gain"] == pytest.approx(mining.interval(gains.tolist()))
    assert row["low"] <= row["gain"] <= row["high"]


@pytest.mark.parametrize("field", mining.FIELDS)
@pytest.mark.parametrize("added", mining.ADDED)
def test_a_verdict_needs_an_interval_that_leaves_zero_out(field, added):
    table = mining.compared(field, added)
    assert (table.loc[mining.RANDOM, ["gain", "low", "high"]] == 0).all()
    assert table["verdict"][mining.RANDOM] == ""
    for _, row in table.drop(index=mining.RANDOM).iterrows():
        expected = "better" if row["low"] > 0 else "worse" if row["high"] < 0 else "no clear difference"
        assert row["verdict"] == expected


def test_the_hardest_photographs_find_a_rare_case():
    assert mining.compared(NIGHT, 50)["verdict"][mining.HARDEST] == "better"


def test_the_hardest_photographs_are_covered_where_things_lie_over_the_mug():
    table = mining.compared(COVERED, 50)
    assert table["covered"][mining.HARDEST] > 1.5 * table["covered"][mining.RANDOM]
    assert table["covered"][mining.IN_SIGHT] <= 100 * mining.IN_VIEW
    assert table["verdict"][mining.HARDEST] == "no clear difference"
    assert table["verdict"][mining.IN_SIGHT] == "better"


def test_the_hardest_photographs_are_one_sided_where_everything_is_new():
    for added in (50, 100):
        table = mining.compared(WAREHOUSE, added)
        assert table["one_sided"][mining.HARDEST] > 2 * table["one_sided"][mining.RANDOM]
        assert table["verdict"][mining.HARDEST] == "worse"


def test_any_field_photographs_help_where_everything_is_new():
    held = [mining.before(WAREHOUSE)[0], *(mining.compared(WAREHOUSE, n)["held"][mining.RANDOM] for n in mining.ADDED)]
    assert held == sorted(held)


def test_the_photographs_shown_are_the_first_ones_chosen():
    twelve = mining.selected(COVERED, mining.HARDEST, 12)
    more = mining.selected(COVERED, mining.HARDEST, 50)
    assert (more.take(slice(12)).images == twelve.images).all()
    assert (mining.selected(COVERED, mining.IN_SIGHT, 12).hidden <= mining.IN_VIEW).all()


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (lambda: mining.runs("at sea"), "field 'at sea' is not known"),
        (lambda: mining.selected("at sea", mining.RANDOM, 3), "field 'at sea' is not known"),
        (lambda: mining.compared(NIGHT, 7), "25, 50, 100; got 7"),
        (lambda: mining.ranked("by smell", pool([0.0]), np.zeros(1), np.zeros(1), 0), "way 'by smell' is not known"),
        (lambda: mining.interval([1.0]), "at least two"),
    ],
)
def test_unknown_choices_are_told(made, says):
    with pytest.raises(ValueError, match=says):
        made()
