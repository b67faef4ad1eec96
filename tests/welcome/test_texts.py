"""Every number in the lesson's texts and in its notebook's prose is what the model computes."""

import re

import pytest
from items import said
from mlprojects.course.house import NOTEBOOKS
from mlprojects.welcome import lesson, model

ITEMS = {item.name: item for item in (*lesson.QUESTIONS, *lesson.PREDICTIONS)}
PROSE = " ".join(
    line.removeprefix("#").strip() for line in (NOTEBOOKS / "00_welcome.py").read_text(encoding="utf-8").splitlines()
)


def percent(share, decimals=0):
    return f"{100 * share:.{decimals}f}"


def facts():
    """For each item, every number that its texts may contain, computed or quoted."""
    rates = model.failure_rates()["rate"]
    six = {"6", "30", "70", "0.3", "0.7", percent(model.at_least(6, 0.3), 1), percent(0.7**6, 1)}
    return {
        "ask_first": {"87", "85", "13", percent(rates.min()), percent(rates.max())},
        "all_twelve": {"12", "90", percent(model.at_least(12, 0.9, 12))},
        "after_the_demo": {"4", "5"},
        "which_cause": {"2"},
        "portfolio_of_six": six | {"1", f"{model.at_least(6, 0.3):.3f}", "180", f"{6 * 0.3:g}"},
        "at_least_one": six,
        "all_three_stated": {"0", "7", "85", "2022"},
    }


@pytest.mark.parametrize("name", ITEMS)
def test_every_number_in_the_texts_is_a_computed_one(name):
    assert set(re.findall(r"\d+(?:\.\d+)?", said(ITEMS[name]))) <= facts()[name]


def test_the_numbers_of_the_texts_stand_in_the_right_places():
    assert f"all 12 of 12 work only with a chance of {percent(0.9**12)} %" in said(lesson.all_twelve)
    assert f"is {1 - 0.7**6:.3f}, so {percent(1 - 0.7**6, 1)} %" in said(lesson.portfolio_of_six)
    assert f"0.7 multiplied six times (0.7⁶), which is {percent(0.7**6, 1)} %" in said(lesson.at_least_one)
    assert 100 - 87 == 13
    only = model.failure_claims().loc[model.complete()[0]]
    assert f"Only the Gartner survey of {only['year']} states all three" in said(lesson.all_three_stated)
    assert "Gartner" in only["source"]
    assert "Seven well-known failure rates" in said(lesson.all_three_stated)
    assert len(model.CLAIMS) == 7


def test_the_notebook_quotes_the_model():
    assert f"{percent(model.own_chance(0.3, 0.1))} % each" in PROSE
    assert f"Here are {model.IDEAS} ideas" in PROSE
    assert f"the {len(model.failure_rates())} ways to count" in PROSE
    assert "the 53 % that got through in the 2019 edition of that survey into 53 % that do not" in PROSE
    assert "53 % that did not" in model.claim(model.complete()[0]).retold
