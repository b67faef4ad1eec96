import numpy as np
import pytest
from mlprojects.engine import Prediction
from mlprojects.engine.stage import Stage
from mlprojects.engine.texts import parse_texts
from mlprojects.record import current_ledger
from sample import make
from sample_texts import guess, weight


def test_the_first_prediction_counts_and_is_compared_with_the_model():
    prediction = guess()
    assert prediction.lock("Model 1") == "You predicted **Model 1**; the calculation says **Model 3**. Move the slider."
    assert prediction.lock("Model 3") == prediction.compare()
    assert prediction.value == "Model 1"
    assert len(current_ledger().records("prediction")) == 1


def test_a_right_prediction_is_told_so():
    assert guess().lock("Model 3").startswith("You predicted **Model 3**; so says the calculation.")


def test_a_number_is_told_how_far_off_it_is():
    assert "you were 0.167 too low" in weight().lock("0.5")


@pytest.mark.parametrize("value", [None, "", "Model 9", 7, float("nan"), np.array([1, 2]), []])
def test_what_is_no_prediction_does_not_lock(value):
    prediction = guess()
    assert prediction.lock(value) == "Choose one of the options first."
    assert not prediction.locked
    assert prediction.state()["note"] == "Choose one of the options first."


@pytest.mark.parametrize("value", [None, "", "two thirds", float("inf")])
def test_what_is_no_number_does_not_lock(value):
    prediction = weight()
    assert prediction.lock(value).startswith("Type a number first." if not value else "")
    assert "number" in prediction.lock(value)
    assert not prediction.locked


def counted(truth=3, **own):
    entry = "".join(f"{name} = {value}\n" for name, value in own.items())
    toml = f'[predictions.count]\nkind = "number"\nprompt = "How many?"\nafter = "So many."\n{entry}'
    return Prediction(parse_texts(toml, "sample", "sample/questions.toml"), "count", truth=lambda: truth)


def test_a_prediction_of_a_count_takes_whole_numbers_only():
    prediction = counted(whole="true", low=0, high=7)
    assert prediction.lock("2.5") == "Give a whole number from 0 to 7."
    assert prediction.lock("few").endswith("give a number such as 4.")
    assert not prediction.locked
    assert prediction.lock("2.0").startswith("You predicted **2**")


def test_a_share_in_percent_is_shown_an_example_in_percent():
    assert "such as 50 (in %)." in counted(low=0, high=100, unit='"%"').lock("half")
    assert "such as 0.5." in weight().lock("half")


def test_a_share_where_percent_are_asked_is_asked_once_and_then_kept():
    share = counted(truth=98.9, low=0, high=100, unit='"%"')
    asked = share.lock("0.999")
    assert asked == "Do you mean 99.9 %? Then give that number. To keep 0.999 %, lock it in once more."
    assert not share.locked
    assert share.state()["note"] == asked
    assert share.lock("0.9").startswith("Do you mean 90 %?"), "another number is another question"
    assert share.lock("0,9").startswith("You predicted **0.9 %**;")
    assert share.state()["note"] == ""
    assert share.value == 0.9


def test_where_less_than_one_percent_is_right_nobody_is_asked():
    small = counted(truth=0.3, low=0, high=100, unit='"%"', share="false")
    assert small.lock("0.3").startswith("You predicted **0.3 %**; so says the calculation.")


@pytest.mark.parametrize("value", ["99.9", "0", "1", "0.5 %", "0.5 percent", 0.5, 0.0, 1])
def test_what_can_only_be_percent_is_not_asked(value):
    assert counted(low=0, high=100, unit='"%"').lock(value).startswith("You predicted")


def test_less_than_one_percent_is_not_asked_where_more_cannot_be():
    assert counted(low=0, high=1, unit='"%"').lock("0.5").startswith("You predicted")


def test_of_years_there_may_be_half_a_one():
    assert counted(low=0, high=100, unit='"years"').lock("0.5").startswith("You predicted")


@pytest.mark.parametrize(
    ("value", "unit", "says"),
    [
        ("1", "%", "so you were 97.9 points too low."),
        ("99.9", "%", "so you were 1 point too high."),
        ("99", "years", "so you were 0.1 too high."),
        ("98.9", "%", "so says the calculation."),
        (98.8 + 0.1, "%", "so says the calculation."),
    ],
)
def test_the_difference_of_percentages_is_told_in_points(value, unit, says):
    assert says in counted(truth=98.9, low=0, high=100, unit=f'"{unit}"').lock(value)


def test_the_truth_may_come_from_elsewhere():
    survey = counted(source='"the survey"')
    assert "; so says the survey. " in survey.lock(3)


def test_the_truth_from_elsewhere_is_named_after_a_wrong_prediction_and_after_none():
    survey = counted(source='"the survey"')
    assert "; the survey says **3**, so you were 1 too high." in survey.lock(4)
    survey = counted(source='"the survey"')
    current_ledger().append("prediction", "sample/none", {"value": None})
    survey.item = "sample/none"
    assert survey.compare() == "The survey says **3**. So many."


@pytest.mark.parametrize("value", [50, "-1", "1.01"])
def test_a_number_out_of_range_does_not_lock(value):
    prediction = weight()
    assert prediction.lock(value).endswith("cannot be: give a number from 0 to 1.")
    assert not prediction.locked


def test_large_numbers_are_written_as_people_write_them():
    prediction = counted(truth=275_000_000, low=0, high=1_000_000_000)
    assert prediction.lock("2e9") == "2,000,000,000 cannot be: give a number from 0 to 1,000,000,000."
    says = prediction.lock("1000000")
    assert says.startswith("You predicted **1,000,000**; the calculation says **275,000,000**, so you were 274,000,000")


def test_skipping_locks_without_a_value():
    prediction = guess()
    prediction.skip()
    assert prediction.locked
    assert prediction.state()["feedback"] == "<p>The calculation says <strong>Model 3</strong>. Move the slider.</p>"


def test_nothing_of_the_truth_is_in_the_card_before_it_is_locked():
    prediction = guess()
    assert prediction.state()["feedback"] == ""


def test_the_curtain_of_an_explorer_lifts_with_the_lock_and_stays_up():
    prediction = guess()
    stage = Stage(make(after=prediction))
    assert not stage.opened
    prediction.hear({"type": "answer", "value": [0]})
    assert stage.opened
    assert Stage(make(after=guess())).opened


def test_a_callback_after_the_lock_comes_at_once():
    prediction, called = guess(), []
    prediction.skip()
    prediction.on_lock(lambda: called.append(1))
    assert called == [1]


@pytest.mark.parametrize("value", [[99], ["x"], [], None, "Model 3", {"a": 1}])
def test_whatever_the_page_sends_does_not_break_it(value):
    prediction = guess()
    prediction.hear({"type": "answer", "value": value})
    assert not prediction.locked
