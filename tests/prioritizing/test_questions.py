"""The six prioritizing questions: their numbers computed again, what is right, and the form of the brief."""

import pytest
from items import right, said
from mlprojects.engine import Form, Question
from mlprojects.prioritizing.curve import PUBLISHED
from mlprojects.prioritizing.steps import STEPS
from mlprojects.prioritizing.texts import TEXTS

CHOICES = ("biggest_driver", "one_in_ten", "one_second_counter", "rules_suffice", "locked_scans")
ENTRIES = {name: TEXTS.entry("questions", name) for name in CHOICES}
CURVE = TEXTS.entry("questions", "ten_times_fewer")
EXPONENT = 0.4


# The learning curve ---------------------------------------------------------------------------------------------------


def test_the_multiple_is_that_of_the_curve():
    multiple = 10 ** (1 / EXPONENT)
    assert f"-{EXPONENT}" in CURVE["prompt"]
    assert CURVE["answer"] == round(multiple) == 316
    assert f"so {multiple:.0f} would be cheap there" in CURVE["solution"]
    assert PUBLISHED["exponent"].loc["deep nets, steepest"] > -EXPONENT, "steeper than most that were measured"
    assert 1.2 * multiple**-EXPONENT == pytest.approx(1.2 / 10), "ten times fewer errors, whatever the factor"
    assert Question(TEXTS, "ten_times_fewer").grade(round(multiple, 2)).result == "right"


def test_each_mistaken_multiple_is_what_its_reason_says():
    values = {mistake["misconception"]: mistake["value"] for mistake in CURVE["mistakes"]}
    assert values["errors fall as fast as data grow"] == 10 ** (1 / 1)
    assert values["the exponent multiplies"] == pytest.approx(10 * EXPONENT)
    assert values["every curve falls like one over the root of n"] == pytest.approx(10 ** (1 / 0.5))
    assert values["data and errors change places"] == pytest.approx(10**EXPONENT, abs=1e-3)
    whys = {mistake["value"]: mistake["why"] for mistake in CURVE["mistakes"]}
    assert f"leave {100 * 10**-EXPONENT:.0f} %" in whys[10]
    assert f"leave {100 * 100**-EXPONENT:.0f} %" in whys[100]
    assert f"is {10**EXPONENT:.1f}:" in whys[2.5119]


@pytest.mark.parametrize("written", ["316", "316.2", "310 times", 320])
def test_the_multiple_may_be_rounded(written):
    assert Question(TEXTS, "ten_times_fewer").grade(written).result == "right"


def test_known_mistakes_are_told_apart():
    names = [Question(TEXTS, "ten_times_fewer").grade(value).misconceptions for value in (10, 4, 100, 2.51)]
    assert len({name for name in names if name}) == 4


# The choices ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("biggest_driver", "data"),
        ("one_in_ten", "No: it differs"),
        ("one_second_counter", "joke"),
        ("rules_suffice", "Ship the rules"),
        ("locked_scans", "data are not available"),
    ],
)
def test_what_is_right(name, says):
    assert says in right(ENTRIES[name])["text"]


def test_the_misconceptions_that_the_lecture_is_against_all_occur():
    names = {option.get("misconception") for entry in ENTRIES.values() for option in entry["options"]}
    for name in ("problem difficulty is the main cost", "ML is the goal", "volume is availability"):
        assert name in names


def test_both_shares_in_the_question_on_requirements_are_the_stated_ten_percent():
    text = said(ENTRIES["one_in_ten"])
    assert f"{100 * 1 // 10} % of the cases" in text
    assert "1 useful item among 10" in text
    assert "1 operation out of 10" in text


# The page of the brief ------------------------------------------------------------------------------------------------


def test_the_form_asks_for_impact_feasibility_and_the_step():
    form = Form(TEXTS, "prioritizing")
    fields = {field["name"]: field for field in form.entry["fields"]}
    assert list(fields) == ["model", "impact", "data", "accuracy", "difficulty", "step", "next"]
    assert fields["step"]["options"] == [f"{step.number}: {step.name}" for step in STEPS]
    assert form.save(step=fields["step"]["options"][4], impact="Each claim is answered on the same day.") == {}
    assert form.values["step"] == "5: Benchmark"
    assert "1: Need for ML" in form.save(step="8: Rest")["step"]
