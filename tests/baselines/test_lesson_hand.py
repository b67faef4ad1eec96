"""What the part's explorer keeps in every state, what is said of a learner's labels, and the numbers of its texts."""

import re
from functools import cache

import numpy as np
import pytest
from mlprojects.baselines import hand, hand_poses, ladder, says_hand
from mlprojects.baselines import lesson_hand as lesson
from mlprojects.case import scenes
from mlprojects.record import current_ledger


@cache
def states():
    return list(lesson.robot_baselines.sweep())


def text(part, name, field):
    return " ".join(lesson.TEXTS.entry(part, name)[field].split())


def test_every_state_tells_the_errors_of_the_table():
    for state, view in states():
        row = view.table.loc[state["estimator"]]
        degrees = [f"{row[name]:.0f} degree" for name in ("Angle error (degrees)", "Median angle error (degrees)")]
        article = "" if state["estimator"] == hand_poses.RIDGE else "the "
        assert f"{state['number']} in the {state['place']}, {article}{state['estimator']}" in view.says
        assert f"{row['Position error (cm)']:.1f} cm and {degrees[0]}" in view.says
        assert f"five: {row['Median position error (cm)']:.1f} cm and {degrees[1]}" in view.says
        assert ("made up" in view.says) == (state["estimator"] == hand_poses.PERSON)
        learned = state["estimator"] in (hand_poses.RIDGE, hand_poses.NETWORK)
        assert ("learned in the lab" in view.says) == (learned and state["place"] == "warehouse")


def test_the_best_is_named_unless_it_is_the_one_that_is_shown():
    for state, view in states():
        medians = hand_poses.medians(state["place"])["angle"]
        best = medians.idxmin()
        assert ("No other here" in view.says) == (state["estimator"] == best)
        if state["estimator"] != best:
            assert re.search(rf"here: (the )?{best}, {medians.min():.0f} degrees?\.", view.says)


def test_the_table_has_the_same_medians_for_each_photograph_and_a_sentence_fits():
    for _, view in states():
        assert len(view.table) == 5
        assert len(view.says) <= 320
        assert "the ridge" not in view.says
        assert not re.search(r"\b1 degrees|\b(0|[2-9]|\d\d+) degree\b|  ", view.says)


def test_predictions_are_answered_by_the_models():
    assert lesson.best_on_twenty.truth() == (hand.answers(ladder.SVM) != hand.key()).sum()
    lab = hand_poses.medians("lab").loc[list(hand_poses.LEARNED), "angle"]
    options = lesson.best_on_five.entry["options"]
    assert [option.removeprefix("the ") for option in options] == list(hand_poses.LEARNED)
    assert lesson.best_on_five.truth().removeprefix("the ") == lab.idxmin()


def test_the_numbers_of_the_digits_texts_are_computed():
    errors = ladder.measured(ladder.SVM)
    prompt, after = (text("predictions", "best_on_twenty", field) for field in ("prompt", "after"))
    assert f"{hand.EASY} are images" in prompt
    assert f"{hand.HARD} are images" in prompt
    assert f"{len(ladder.split().test_labels)} test images" in prompt
    assert f"wrong on {errors['error']:.1f} %, which is {errors['wrong']:.0f} images" in prompt
    assert ladder.ladder()["error"].idxmin() == ladder.SVM, "the best rung"
    among = int(hand.beside()["wrong"][ladder.SVM])
    assert 2 * among == errors["wrong"], "half of its mistakes"
    assert f"its {errors['wrong']:.0f} mistakes are among them: {100 * among / 20:.0f} % here" in after
    assert (1 - errors["error"] / 100) ** 20 > 0.5, "none, most likely"
    said = text("labellings", "digits_by_hand", "after")
    assert f"{hand.HARD} of them are images" in said
    assert f"only 1 in {1 / hand.hard_share():.0f} is such" in said


def test_the_numbers_of_the_robots_texts_are_computed():
    lab, warehouse = (hand_poses.medians(place)["angle"].round().astype(int) for place in hand_poses.PLACES)
    prompt, after = (text("predictions", "best_on_five", field) for field in ("prompt", "after"))
    assert f"{hand_poses.TRAINING} photographs of the lab" in prompt
    assert f"script: {lab[hand_poses.SCRIPT]} degrees, and the network {lab[hand_poses.NETWORK]}." in after
    assert f"off by {lab[hand_poses.RIDGE]}, worse" in after
    assert f"off by {warehouse[hand_poses.SCRIPT]}." in after
    assert lab[hand_poses.RIDGE] > 90
    guesses = np.abs(np.arange(-180, 180) + 0.5)
    assert guesses.mean() == 90, "a guess at random"
    asked = text("labellings", "poses_by_hand", "prompt")
    assert f"{2 * scenes.FIELD:g} by {2 * scenes.FIELD:g} cm" in asked
    assert scenes.SIDE == 2 * scenes.FIELD, "a pixel is a centimetre"


def test_twenty_digits_by_hand_end_in_a_judgement_beside_the_rungs():
    one = lesson.digits_by_hand
    for case in hand.CASES[:-1]:
        assert "key" not in one.label(case, hand.key()[case], seconds=1.2)
    last = hand.CASES[-1]
    said = one.label(last, (hand.key()[last] + 1) % 10, seconds=1.2)
    assert said.startswith("1 of 20 differs from the key: 5 %, with an exact 95 % interval from 0 % to 25 %.")
    assert f"In the order asked: image 20 (you {(hand.key()[last] + 1) % 10}, key {hand.key()[last]})." in said
    assert "Median time a label: 1.2 seconds." in said
    assert "of the round before" not in said
    assert len(current_ledger().records("label", "baselines/digits_by_hand")) == 20
    table = one.state()["result"]["table"]
    assert [row[0] for row in table["rows"]] == [hand.YOU, hand.CROWD, *hand.RUNGS]
    one.again()
    for case in hand.CASES:
        said = one.label(case, hand.key()[case])
    assert "your own labels of the round before: 95 %." in said
    assert "Median time" not in said


def test_many_mistakes_are_only_counted():
    one = lesson.digits_by_hand
    for case in hand.CASES:
        said = one.label(case, 4)
    assert "In the order asked" not in said
    assert "differ from the key" in said


def test_five_poses_by_hand_end_in_a_judgement_beside_the_estimators():
    one = lesson.poses_by_hand
    truth = hand_poses.photos().poses
    for case, pose in zip(one.cases, truth, strict=True):
        said = one.label(case, pose + np.array([0, 0, 7]), seconds=8)
    assert said.startswith("Your median errors on the five are 0.0 cm and 7 degrees.")
    assert f"{hand_poses.best_angle()} has the smallest angle error: 3 degrees." in said
    assert "1 of 16 trials" in said
    rows = one.state()["result"]["table"]["rows"]
    assert [row[0] for row in rows] == [hand_poses.YOU, *hand_poses.ESTIMATORS]
    assert rows[0][-1] == ""
    one.again()
    for case, pose in zip(one.cases, truth, strict=True):
        said = one.label(case, pose + np.array([0, 0, 8]))
    assert "Between your last two rounds: 0.0 cm and 1 degree (medians)." in said


def test_cards_ask_for_what_the_models_judge():
    digits, poses = (item.specification() for item in lesson.LABELLINGS)
    assert [each["case"] for each in digits["cases"]] == list(hand.CASES)
    assert digits["answer"] == {"kind": "key", "keys": list(range(10))}
    assert [each["case"] for each in poses["cases"]] == list(hand_poses.CASES)
    assert poses["answer"]["half"] == scenes.FIELD
    for each, value in zip(digits["cases"], hand.key(), strict=True):
        assert set(each) == {"case", "src"}, f"a card must not know that it is a {value}"


def test_captions_are_short():
    off = hand_poses.errors(hand_poses.SCRIPT)
    assert says_hand.caption(off.T[1]) == f"{off['position'][1]:.1f} cm, {off['angle'][1]:.0f}°"


@pytest.mark.parametrize("item", [*lesson.LABELLINGS, *lesson.PREDICTIONS])
def test_items_are_the_wings(item):
    assert item.item.startswith("baselines/")
