"""What clean trials are worth, what some trials show, and the chances of a system at the bound."""

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.archetypes import claims
from mlprojects.binomial import upper_bound


def test_one_nine_more_takes_ten_times_as_many_clean_trials():
    table = claims.without_failure()
    assert table["trials"].tolist() == [29, 299, 2995, 29956]
    assert (table["rule_of_three"] >= table["trials"]).all()
    assert (table["rule_of_three"] / table["trials"] < 1.04).all()
    assert table["trials"].to_numpy() == pytest.approx(log(20) / table.index.to_numpy(), rel=0.06)


@given(st.integers(1, 2000), st.floats(0, 1))
def test_the_chances_sum_to_nearly_all_and_no_more(trials, rate):
    chances = claims.chances(trials, rate)
    assert claims.NEARLY_ALL - 1e-9 <= chances.sum() <= 1 + 1e-9
    assert chances.index[0] == 0


def test_what_trials_show_is_a_row_a_number_of_failures():
    table = claims.seen((0, 2, 5), 100, 0.9)
    assert table["rate"].tolist() == [0, 0.02, 0.05]
    assert table["bound"].tolist() == [upper_bound(failed, 100, 0.9) for failed in (0, 2, 5)]


def test_chances_at_a_rate_that_cannot_be_are_refused():
    with pytest.raises(ValueError, match="failure rate"):
        claims.chances(10, 2)
