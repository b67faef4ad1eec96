"""The survey's numbers as they are published, and how they are to be read."""

import pytest
from mlprojects.prioritizing import adoption
from scipy import stats


def test_the_published_numbers():
    assert adoption.USES["percent"].tolist() == [38, 37, 34, 30]
    assert (adoption.ASKED, adoption.NONE_DEPLOYED) == (750, 55)
    assert adoption.SOURCE.endswith("2020 State of Enterprise Machine Learning")


def test_only_what_reports_give_exactly_is_said_to_be_from_them():
    seen = adoption.USES.set_index("percent")["seen"]
    assert seen[[34, 30]].eq(adoption.REPORTED).all()
    assert seen[[38, 37]].eq(adoption.LECTURE).all()


@pytest.mark.parametrize("use", adoption.USES.index)
def test_a_use_is_read_against_all_who_were_asked(use):
    read = adoption.read(use)
    assert read["percent"] + read["others"] == 100
    assert read["others"] > 50, "most do not name it"
    assert read["deployed"] == 45
    assert abs(read["persons"] / adoption.ASKED - read["percent"] / 100) < 0.01
    assert read["persons"] % 5 == 0


def test_chance_leaves_open_the_order_of_the_first_two_but_not_the_last_place():
    rows = adoption.intervals()
    assert (rows["low"] < rows["percent"]).all()
    assert (rows["percent"] < rows["high"]).all()
    ends = stats.binomtest(285, 750).proportion_ci(method="exact")
    assert rows.loc["cutting costs", ["low", "high"]].tolist() == pytest.approx([100 * ends.low, 100 * ends.high])
    assert adoption.not_apart("cutting costs") == ["insight into customers"]
    assert adoption.not_apart("internal processes") == []


def test_an_unknown_use_is_refused():
    with pytest.raises(ValueError, match="may be 'cutting costs'"):
        adoption.read("winning at Go")
