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


def counted(**own):
    entry = "".join(f"{name} = {value}\n" for name, value in own.items())
    toml = f'[predictions.count]\nkind = "number"\nprompt = "How many?"\nafter = "So many."\n{entry}'
    return Prediction(parse_texts(toml, "sample", "sample/questions.toml"), "count", truth=lambda: 3)


def test_a_prediction_of_a_count_takes_whole_numbers_only():
    prediction = counted(whole="true", low=0, high=7)
    assert prediction.lock("2.5") == "Give a whole number."
    assert prediction.lock("few").endswith("give a number such as 4.")
    assert not prediction.locked
    assert prediction.lock("2.0").startswith("You predicted **2**")


def test_a_share_in_percent_is_shown_an_example_in_percent():
    assert "such as 50 (in %)." in counted(low=0, high=100, unit='"%"').lock("half")
    assert "such as 0.5." in weight().lock("half")


@pytest.mark.parametrize("value", [50, "-1", "1.01"])
def test_a_number_out_of_range_does_not_lock(value):
    prediction = weight()
    assert prediction.lock(value).endswith("cannot be: give a number from 0 to 1.")
    assert not prediction.locked


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
