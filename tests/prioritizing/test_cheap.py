import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.prioritizing import cheap

money = st.floats(0, 1000)
share = st.floats(0, 1)
factors = st.floats(0, 20)


@st.composite
def tables(draw):
    rows = draw(st.lists(st.tuples(money, money, money, share, share, money), min_size=1, max_size=6))
    return pd.DataFrame(rows, columns=["value", "damage", "judgement", "accuracy", "automatable", "volume"])


@given(tables(), money, money, factors, factors)
def test_never_more_decisions_gain_or_judgement_at_a_higher_price(table, one, two, errors, people):
    low, high = (cheap.at_price(p, errors, people, table) for p in sorted((one, two)))
    assert (low["worthwhile"] | ~high["worthwhile"]).all()
    for column in ("gain", "machine_made", "person_made"):
        assert (low[column] >= high[column]).all()


@given(tables(), factors, factors, factors)
def test_costlier_errors_or_people_never_make_a_prediction_worth_more(table, one, two, other):
    low, high = sorted((one, two))
    assert (cheap.worth(table, low, other)["break_even"] >= cheap.worth(table, high, other)["break_even"] - 1e-9).all()
    assert (cheap.worth(table, other, low)["break_even"] >= cheap.worth(table, other, high)["break_even"] - 1e-9).all()


@given(tables(), factors, factors, factors)
def test_costlier_errors_never_take_a_decision_from_a_person(table, one, two, people):
    less, more = (cheap.worth(table, errors, people) for errors in sorted((one, two)))
    assert (more["person"] >= less["person"] - 1e-12).all()
    assert (more["machine"] <= less["machine"] + 1e-12).all()


@given(tables(), factors, factors)
def test_shares_are_shares_and_the_machine_makes_no_more_than_it_may(table, errors, people):
    frame = cheap.worth(table, errors, people)
    assert (frame["machine"] <= table["automatable"]).all()
    assert (frame["machine"] + frame["person"] <= 1 + 1e-12).all()
    assert (frame["break_even"] >= 0).all()


@given(tables(), factors, factors, st.integers(0, 100))
def test_no_other_way_to_share_the_work_is_worth_more(table, errors, people, seed):
    frame = cheap.worth(table, errors, people)
    random = np.random.default_rng(seed)
    machine = random.random(len(table)) * table["automatable"]
    person = random.random(len(table)) * (1 - machine)
    right = table["accuracy"] * table["value"]
    alone = right - (1 - table["accuracy"]) * table["damage"] * errors
    judged = right - table["judgement"] * people
    assert (machine * alone + person * judged <= frame["break_even"] + 1e-6).all()


def test_the_shipped_table_is_checked_and_has_no_two_alike():
    assert len(cheap.DECISIONS) == 10
    assert cheap.DECISIONS.index.is_unique
    even = cheap.worth(cheap.DECISIONS)["break_even"]
    assert even.is_monotonic_decreasing, "they stand from the largest to the smallest"
    assert (even > 0).all()


def test_one_row_by_hand():
    row = cheap.at_price(1.0).loc["settle a small claim"]
    alone, judged = 0.92 * 12 - 0.08 * 30, 0.92 * 12 - 8
    assert row["break_even"] == pytest.approx(0.6 * alone + 0.4 * judged)
    assert row["person_made"] == pytest.approx(0.4 * 300_000)
    assert row["machine_made"] == pytest.approx(0.6 * 300_000)
    assert row["gain"] == pytest.approx(300_000 * (row["break_even"] - 1))


def test_a_scan_is_always_judged_by_a_person_and_a_costly_error_hands_a_weld_over():
    assert cheap.worth(cheap.DECISIONS)["machine"]["read a medical scan"] == 0
    assert cheap.worth(cheap.DECISIONS, errors=10)["machine"]["pass a weld"] == 0
    assert cheap.worth(cheap.DECISIONS, errors=10)["break_even"]["choose the next song"] == 0


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: cheap.at_price(-1), "at least 0"),
        (lambda: cheap.at_price(float("nan")), "at least 0"),
        (lambda: cheap.worth(cheap.DECISIONS, errors=-1), "at least 0"),
        (lambda: cheap.worth(cheap.DECISIONS.drop(columns="damage")), "no column 'damage'"),
        (lambda: cheap.worth(cheap.DECISIONS.assign(accuracy=1.2)), "from 0 to 1"),
        (lambda: cheap.worth(cheap.DECISIONS.iloc[:0]), "empty"),
    ],
)
def test_bad_input_is_told_in_one_sentence(call, told):
    with pytest.raises(ValueError, match=told):
        call()


@given(st.lists(money, min_size=1, max_size=5))
def test_what_people_check_is_counted_as_in_each_price_s_table(prices):
    checked = cheap.checked_by_people(prices)
    for price, (number, share) in zip(prices, checked.to_numpy(), strict=True):
        made = cheap.at_price(price)[["machine_made", "person_made"]].sum()
        assert number == pytest.approx(made["person_made"], abs=0.5)
        assert share * made.sum() == pytest.approx(made["person_made"])
        assert 0 <= share <= 1


def test_as_prices_fall_people_check_more_predictions_and_a_smaller_share():
    checked = cheap.checked_by_people((30, 10, 1, 0.1, 0.01, 0.001))
    assert checked["number"].is_monotonic_increasing
    assert checked["share"].is_monotonic_decreasing


def test_a_list_is_no_table():
    with pytest.raises(TypeError, match="DataFrame"):
        cheap.worth([1, 2])
