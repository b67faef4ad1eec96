"""The causes, their modules, and the toy in which they sink projects."""

import itertools
import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.course.house import NOTEBOOKS
from mlprojects.welcome import model

SHARES = st.floats(0, 1)
SUBSETS = st.sets(st.sampled_from(model.AVOIDABLE))


def test_one_cause_stays_and_four_can_be_avoided():
    assert model.CAUSES.index[~model.CAUSES["avoidable"]].tolist() == [model.RESEARCH]
    assert len(model.AVOIDABLE) == 4


def test_every_module_of_the_lecture_attacks_a_cause():
    named = re.findall(r"\d", " ".join(model.CAUSES["attacked by"]))
    assert sorted(named) == ["1", "2", "3", "4", "5"]


@given(SUBSETS, SHARES, SHARES)
def test_a_projects_chance_is_the_product_of_what_each_cause_leaves(removed, research, risk):
    expected = (1 - risk) ** (4 - len(removed)) * (1 - research)
    assert model.project_chance(removed, research, risk) == pytest.approx(expected)
    table = model.losses(removed, research, risk)
    assert table["left"].iloc[-1] == pytest.approx(100 * expected)
    assert table["lost"].sum() + table["left"].iloc[-1] == pytest.approx(100)
    assert (table["lost"][list(removed)] == 0).all()


@given(SUBSETS, st.sampled_from(model.AVOIDABLE), SHARES, SHARES)
def test_removing_a_cause_never_hurts(removed, cause, research, risk):
    before = model.project_chance(removed, research, risk)
    assert model.project_chance({*removed, cause}, research, risk) >= before - 1e-12


def test_with_all_removed_the_research_risk_is_left():
    for research in (0.0, 0.4, 1.0):
        assert model.project_chance(model.AVOIDABLE, research) == pytest.approx(1 - research)


def test_what_is_left_depends_on_how_many_are_removed_only_since_all_have_the_same_risk():
    for size in range(5):
        left = {round(model.project_chance(some), 12) for some in itertools.combinations(model.AVOIDABLE, size)}
        assert len(left) == 1


def test_our_numbers_lead_to_the_predictions_30_percent_and_all_four_double_it():
    assert model.project_chance() == pytest.approx(0.3, abs=0.002)
    assert model.project_chance(model.AVOIDABLE) / model.project_chance() == pytest.approx(2, abs=0.02)
    assert math.prod([1 - model.OUR_RISK] * 4) == pytest.approx(0.5, abs=0.003)


def test_rands_causes_are_five_and_all_but_management_have_one():
    assert len(model.RAND_CAUSES) == 5
    nearest = set(model.RAND_CAUSES["nearest cause of the lecture"])
    assert set(model.AVOIDABLE) - nearest == {"badly managed"}


def test_the_notebooks_map_is_the_models():
    text = (NOTEBOOKS / "00_welcome.py").read_text(encoding="utf-8")
    rows = {cells[1].strip(): cells[3] for cells in (line.split("|") for line in text.splitlines()) if len(cells) == 5}
    for cause, attackers in model.CAUSES["attacked by"].items():
        numbers = re.findall(r"\d \w+", attackers)
        assert re.findall(r"\d \w+", rows[cause]) == numbers
    assert f"sink {model.OUR_RISK:.0%}".replace("%", " %") in text
    assert f"research {model.OUR_RESEARCH_RISK:.0%}".replace("%", " %") in " ".join(text.replace("\n# ", " ").split())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"removed": ["bad luck"]}, "The cause 'bad luck' is not known; it may be 'infeasible or badly scoped'"),
        ({"removed": [model.RESEARCH]}, "The cause 'research risk' is not known"),
        ({"research": 1.5}, "The research risk must be a number from 0 to 1; got 1.5"),
        ({"risk": -1}, "The risk must be a number from 0 to 1; got -1"),
        ({"started": 0}, "The number of projects must be a number of at least 1; got 0"),
    ],
)
def test_bad_input_is_told_in_one_sentence(arguments, says):
    with pytest.raises(ValueError, match=says):
        model.losses(**arguments)
