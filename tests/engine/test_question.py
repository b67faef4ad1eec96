import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.engine.number_input import Accepted, UnclearError, read_number, shown
from mlprojects.record import current_ledger
from sample_texts import limits, score, winner


def test_right_is_told_why_and_wrong_is_told_its_own_reason():
    assert repr(winner().grade("Model 3")) == "Right. Its recall is 0.9."
    wrong = winner().grade("Model 2")
    assert (wrong.result, wrong.because) == ("wrong", "Its recall is 0.7, below 0.8.")
    assert wrong.misconceptions == ("the middle one is a safe choice",)


@pytest.mark.parametrize("nothing", [None, "", "   ", [], ..., np.array([]), pd.Series([], dtype=object)])
def test_nothing_is_not_attempted_and_not_recorded(nothing):
    outcome = winner().answer(nothing)
    assert outcome.result == "not attempted"
    assert repr(outcome) == "Not attempted yet."
    assert current_ledger().records() == []


@pytest.mark.parametrize(
    "value",
    [
        "Model 9",
        3,
        float("nan"),
        "x" * 10_000_000,
        "<script>",
        ["Model 3", "Model 2"],
        {},
        np.array([1, 2]),
        pd.Series(["a", "b"]),
        [[]],
    ],
)
def test_what_is_no_option_is_one_sentence_and_not_recorded(value):
    outcome = winner().answer(value)
    assert outcome.result in {"unclear", "not attempted"}
    assert len(repr(outcome)) < 200
    assert current_ledger().records() == []


def test_several_names_what_is_wrong_and_counts_what_is_missing():
    outcome = limits().grade(["latency", "the farthest"])
    assert outcome.result == "wrong"
    assert "“the farthest”: That one is optimised." in outcome.because
    assert "1 more belongs to the answer." in outcome.because
    assert "size" not in outcome.because
    assert limits().grade(["latency"]).misconceptions == ()
    assert limits().grade({"size", "latency"}).result == "right"


@pytest.mark.parametrize("value", [50, 50.4, "50", "50 %", " 49,6 ", "5e1", "+50.0%", np.float32(50), np.int64(50)])
def test_a_number_is_read_as_people_type_it(value):
    assert score().grade(value).result == "right"


@pytest.mark.parametrize(
    ("text", "number"), [("0,500", 0.5), ("1,200", 1200), ("-0,125", -0.125), ("12,345.5", 12345.5)]
)
def test_a_comma_is_read_as_people_mean_it(text, number):
    assert read_number(text) == number


def test_options_in_an_array_or_a_series_are_options():
    assert limits().grade(np.array(["size", "latency"])).result == "right"
    assert winner().grade(pd.Series(["Model 3"])).result == "right"


def test_what_a_learner_typed_is_shown_as_it_is():
    shown = winner().grade("[a](https://host.example) *b*")
    assert "[a](https://host.example) *b*" in shown._repr_html_()
    assert "<b>x</b>" not in winner().grade("<b>x</b>")._repr_html_()
    assert "*b*" in repr(shown)


def test_a_known_wrong_number_is_told_its_reason_and_any_other_the_general_one():
    assert score().grade(90).misconceptions == ("accuracy is precision",)
    assert score().grade(70).because == "Count the diagonal."


@pytest.mark.parametrize(
    "value",
    ["fifty", "nan", "inf", float("nan"), float("inf"), True, "1/2", "9" * 10_000_000, [1, 2], "1e999", 10**400],
)
def test_what_is_no_number_is_one_sentence(value):
    outcome = score().answer(value)
    assert outcome.result == "unclear"
    assert "number such as 50 (in %)" in outcome.because
    assert current_ledger().records() == []


def test_each_try_is_recorded_and_the_first_one_stays():
    question = winner()
    question.answer("Model 2")
    question.answer("Model 3")
    first, second = current_ledger().records("answer", "sample/winner")
    assert first.data == {
        "value": ["Model 2"],
        "outcome": "wrong",
        "misconceptions": ["the middle one is a safe choice"],
        "hints": 0,
        "try": 1,
    }
    assert (second.data["outcome"], second.data["try"]) == ("right", 2)
    assert question.right


def test_hints_come_in_steps_the_solution_last_and_are_remembered():
    question = winner()
    assert question.state()["hints"] == []
    assert question.hint() == "Look at the recall column."
    assert question.hint() == "Only one model has 0.8 or more."
    assert question.hint() == "Model 3 does."
    assert question.hint() == "Model 3 does."
    assert len(current_ledger().records("hint")) == 3
    again = winner()
    assert len(again.state()["hints"]) == 2
    assert again.state()["solution"] == "<p>Model 3 does.</p>"


def test_a_card_never_holds_the_key_or_a_reason():
    text = str(winner().specification()) + str(winner().state())
    assert "right" not in text
    assert "Its recall is" not in text


def test_the_answer_is_found_again():
    winner().answer("Model 2")
    state = winner().state()
    assert (state["value"], state["outcome"]) == ([1], "wrong")
    assert state["feedback"] == "<p>Its recall is 0.7, below 0.8.</p>"


def test_an_answer_to_an_option_that_is_gone_is_not_an_error():
    current_ledger().append("answer", "sample/winner", {"value": ["Model 0"], "outcome": "wrong"})
    current_ledger().append("answer", "sample/winner", {"value": {"odd": 1}})
    assert winner().state()["value"] == []
    assert winner().state()["feedback"].startswith("<p>Your saved answer <code>")
    assert winner().state()["feedback"].endswith("because the question has changed. Please answer again.</p>")


def test_a_right_answer_whose_option_was_reworded_still_counts():
    current_ledger().append("answer", "sample/winner", {"value": ["Model III"], "outcome": "right"})
    assert winner().right
    feedback = winner().state()["feedback"]
    assert "Model III" in feedback
    assert feedback.endswith("It was right and still counts.</p>")


def test_a_choice_partly_reworded_keeps_the_rest_and_says_so():
    current_ledger().append("answer", "sample/limits", {"value": ["latency", "cost"], "outcome": "wrong"})
    assert limits().state()["value"] == [0]
    assert "latency, cost" in limits().state()["feedback"]


@pytest.mark.parametrize("value", [[0], [99], ["0"], None, "Model 3", [-1], [None], {"a": 1}])
def test_whatever_the_page_sends_is_answered_by_a_state(value):
    question = winner()
    question.hear({"type": "answer", "value": value})
    assert question.state()["outcome"] == ("right" if value == [0] else "")
    assert bool(question.state()["note"]) == (value != [0])


def test_the_text_never_says_what_was_answered():
    before = repr(winner())
    winner().answer("Model 3")
    assert repr(winner()) == before
    assert before.splitlines()[0] == "Which model wins under recall >= 0.8?"


@given(
    low=st.floats(-1e7, 1e7),
    width=st.floats(1, 1e7),
    whole=st.booleans(),
    unit=st.sampled_from(["", "%", "cm"]),
    ends=st.booleans(),
)
def test_an_example_is_always_a_number_that_is_accepted(low, width, whole, unit, ends):
    low = float(np.floor(low)) if whole else low
    accepted = Accepted(unit, low, low + width, whole=whole) if ends else Accepted(unit, whole=whole)
    number = read_number(accepted.example(), accepted)
    slack = 1e-9 * max(abs(low), abs(low + width), 1)
    assert not ends or low - slack <= number <= low + width + slack


@pytest.mark.parametrize(
    ("accepted", "example"),
    [
        (Accepted(), "0.5"),
        (Accepted(low=0, high=1), "0.5"),
        (Accepted(low=0, high=100), "50"),
        (Accepted(low=0, high=7, whole=True), "4"),
        (Accepted(low=0, high=10_000_000), "5,000,000"),
        (Accepted("%"), "50"),
        (Accepted("weeks"), "5"),
        (Accepted(low=101, high=104), "102"),
    ],
)
def test_an_example_suits_what_is_asked(accepted, example):
    assert accepted.example() == example


@pytest.mark.parametrize("value", [2.5, "2.5", "2,5", np.float64(0.1)])
def test_a_count_is_whole(value):
    with pytest.raises(UnclearError, match=r"^Give a whole number\.$"):
        read_number(value, Accepted(whole=True))
    assert read_number("3.0", Accepted(whole=True)) == 3


def test_an_empty_field_is_told_what_to_do_first():
    question = score()
    question.hear({"type": "answer", "value": "  "})
    assert question.state()["note"] == "Type a number first."
    assert question.records() == []


@pytest.mark.parametrize("sent", ["half", ""])
def test_what_cannot_be_read_hides_the_verdict_before_it_until_the_next_answer(sent):
    question = score()
    question.hear({"type": "answer", "value": "90"})
    verdict = question.state()
    question.hear({"type": "answer", "value": sent})
    shown = question.state()
    assert (shown["outcome"], shown["feedback"]) == ("", "")
    assert "number" in shown["note"]
    question.hear({"type": "answer", "value": "90"})
    assert question.state() == verdict | {"tries": 2}


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1e6, "1,000,000"),
        (-1234567.8, "-1,234,568"),
        (100_000, "100,000"),
        (1e-5, "0.00001"),
        (2 / 3, "0.666667"),
        (0.0, "0"),
        (-5, "-5"),
        (1e300, "1e+300"),
    ],
)
def test_a_number_is_written_out(number, text):
    assert shown(number) == text
