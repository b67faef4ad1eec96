"""What the part's explorer keeps in every state, what is said of a learner's labels, and the numbers of its texts."""

import re

import jupytext
import numpy as np
import pytest
from items import said, sweep
from mlprojects.baselines import hand, hand_poses, ladder, says_hand
from mlprojects.baselines import lesson_hand as lesson
from mlprojects.case import scenes
from mlprojects.course.house import NOTEBOOKS
from mlprojects.record import current_ledger


def test_every_state_tells_the_errors_of_the_table():
    for state, view in sweep(lesson.robot_baselines):
        row = view.table.loc[state["estimator"]]
        degrees = [f"{row[name]:.0f} degree" for name in ("Angle error (degrees)", "Median angle error (degrees)")]
        article = "" if state["estimator"] == hand_poses.RIDGE else "the "
        assert f"{state['number']} in the {state['place']}, {article}{state['estimator']}" in view.says
        assert f"{row['Position error (cm)']:.1f} cm and {degrees[0]}" in view.says
        assert f"five: {row['Median position error (cm)']:.1f} cm and {degrees[1]}" in view.says
        assert ("of this person are ours" in view.says) == (state["estimator"] == hand_poses.PERSON)
        learned = state["estimator"] in (hand_poses.RIDGE, hand_poses.NETWORK)
        assert ("learned in the lab" in view.says) == (learned and state["place"] == "warehouse")


def test_the_best_of_the_four_is_named_unless_it_is_the_one_that_is_shown():
    for state, view in sweep(lesson.robot_baselines):
        medians = hand_poses.medians(state["place"])["angle"].loc[list(hand_poses.LEARNED)]
        best = medians.idxmin()
        assert ("No other of the four" in view.says) == (state["estimator"] == best)
        if state["estimator"] == hand_poses.PERSON:
            assert "smallest" not in view.says
        elif state["estimator"] != best:
            assert re.search(rf"person: (the )?{best}, {medians.min():.0f} degrees?\.", view.says)


def test_the_table_has_the_same_medians_for_each_photograph_and_a_sentence_fits():
    for _, view in sweep(lesson.robot_baselines):
        assert len(view.table) == 5
        assert "the ridge" not in view.says
        assert not re.search(r"\b1 degrees|\b(0|[2-9]|\d\d+) degree\b|  ", view.says)


def test_predictions_are_answered_by_the_models():
    hard = ladder.answers(ladder.MEAN_IMAGE) != ladder.split().test_labels
    missed = ladder.answers(ladder.SVM) != ladder.split().test_labels
    assert lesson.best_on_hard.truth() == round(100 * (hard & missed).sum() / hard.sum(), 1)
    lab = hand_poses.medians("lab").loc[list(hand_poses.LEARNED), "angle"]
    options = lesson.best_on_five.entry["options"]
    assert [option.removeprefix("the ") for option in options] == list(hand_poses.LEARNED)
    assert lesson.best_on_five.truth().removeprefix("the ") == lab.idxmin()


def test_the_numbers_of_the_digits_texts_are_computed():
    errors, all_of_them = ladder.measured(ladder.SVM), len(ladder.split().test_labels)
    prompt, after = (said(lesson.best_on_hard, field) for field in ("prompt", "after"))
    hard = round(hand.hard_share() * all_of_them)
    assert f"{hard} of the {all_of_them} test images wrong" in prompt
    assert f"wrong on {errors['error']:.1f} % of all {all_of_them}" in prompt
    assert f"the **{hard} hard images**" in prompt
    assert ladder.ladder()["error"].idxmin() == ladder.SVM, "the best rung"
    assert round(hand.on_hard(ladder.SVM) * hard / 100) == errors["wrong"], "all of its mistakes"
    share = f"{hand.on_hard(ladder.SVM):.0f} % there, and none on the {all_of_them - hard} others"
    assert f"All {errors['wrong']:.0f} of its mistakes are among the {hard}: {share}" in after
    assert f"label twenty, {hand.HARD} of them hard" in after
    told = said(lesson.digits_by_hand, "after")
    assert f"{hand.HARD} of them are images" in told
    assert f"only 1 in {1 / hand.hard_share():.0f} is such" in told
    easy, rare = (100 * hand.SKILLS[hard] for hard in (False, True))
    assert f"right in {easy:.0f} % of the easy and {rare:.0f} % of the hard images" in told
    assert hand.VOTERS == 5


def test_the_numbers_of_the_robots_texts_are_computed():
    lab, warehouse = (hand_poses.medians(place)["angle"].round().astype(int) for place in hand_poses.PLACES)
    prompt, after = (said(lesson.best_on_five, field) for field in ("prompt", "after"))
    assert f"{hand_poses.TRAINING} photographs of the lab" in prompt
    assert f"script: {lab[hand_poses.SCRIPT]} degrees, and the network {lab[hand_poses.NETWORK]}." in after
    many = {place: hand_poses.on_many(place).round().astype(int) for place in hand_poses.PLACES}
    for name, five, there in ((hand_poses.RIDGE, lab, "lab"), (hand_poses.SCRIPT, warehouse, "warehouse")):
        told = f"off by {five[name]}{' on these five' if there == 'lab' else ''}, and by {many[there][name]} on"
        assert f"{told} {hand_poses.MANY} other" in after
    assert 45 < many["lab"][hand_poses.RIDGE] < 90, "little better than a guess at random"
    assert many["lab"].idxmin() == hand_poses.SCRIPT, "no luck of the five"
    guesses = np.abs(np.arange(-180, 180) + 0.5)
    assert guesses.mean() == 90, "a guess at random"
    asked = said(lesson.poses_by_hand, "prompt")
    assert f"{2 * scenes.FIELD:g} by {2 * scenes.FIELD:g} cm" in asked
    assert scenes.SIDE == 2 * scenes.FIELD, "a pixel is a centimetre"


def test_twenty_digits_by_hand_end_in_a_judgement_beside_the_rungs():
    one = lesson.digits_by_hand
    for case in hand.CASES[:-1]:
        assert "key" not in one.label(case, hand.key()[case], seconds=1.2)
    last = hand.CASES[-1]
    told = one.label(last, (hand.key()[last] + 1) % 10, seconds=1.2)
    assert told.startswith("1 of 20 differs from the key: 5 %. Twenty other images, as hard as these,")
    assert "from 0 % to 25 % (exact 95 % interval)" in told
    assert told.endswith(f"Image 20: you {(hand.key()[last] + 1) % 10}, key {hand.key()[last]}.")
    (missed,) = one.state()["result"]["review"]
    assert missed == {"place": 20, "case": last, "given": (hand.key()[last] + 1) % 10, "key": hand.key()[last]}
    assert "Median time a label: 1.2 seconds." in told
    assert "of the round before" not in told
    assert len(current_ledger().records("label", "baselines/digits_by_hand")) == 20
    table = one.state()["result"]["table"]
    assert [row[0] for row in table["rows"]] == [hand.YOU, hand.CROWD, *hand.RUNGS]
    one.again()
    for case in hand.CASES:
        told = one.label(case, hand.key()[case])
    assert "your own labels of the round before: 95 %." in told
    assert "Median time" not in told


def test_five_poses_by_hand_end_in_a_judgement_beside_the_estimators():
    one = lesson.poses_by_hand
    truth = hand_poses.photos().poses
    for case, pose in zip(one.cases, truth, strict=True):
        told = one.label(case, pose + np.array([0, 0, 7]), seconds=8)
    assert told.startswith("Your median errors on the five are 0.0 cm and 7 degrees.")
    assert f"{hand_poses.best_angle()} has the smallest angle error: 3 degrees." in told
    assert "1 of 16 trials" in told
    rows = one.state()["result"]["table"]["rows"]
    assert [row[0] for row in rows] == [hand_poses.YOU, *hand_poses.ESTIMATORS]
    assert rows[0][-1] == "0"
    review = one.state()["result"]["review"]
    assert [each["key"]["x"] for each in review] == pytest.approx(truth[:, 0])
    assert [(each["given"]["angle"] - each["key"]["angle"]) % 360 for each in review] == pytest.approx([7] * 5)
    one.again()
    for case, pose in zip(one.cases, truth, strict=True):
        told = one.label(case, pose + np.array([0, 0, 8]))
    assert "Between your last two rounds: 0.0 cm and 1 degree (medians)." in told


def test_cards_ask_for_what_the_models_judge():
    digits, poses = (item.specification() for item in (lesson.digits_by_hand, lesson.poses_by_hand))
    assert [each["case"] for each in digits["cases"]] == list(hand.CASES)
    assert digits["answer"] == {"kind": "key", "keys": list(range(10))}
    assert [each["case"] for each in poses["cases"]] == list(hand_poses.CASES)
    assert poses["answer"]["half"] == scenes.FIELD
    for each, value in zip(digits["cases"], hand.key(), strict=True):
        assert set(each) == {"case", "src"}, f"a card must not know that it is a {value}"


def test_captions_are_short():
    off = hand_poses.errors(hand_poses.SCRIPT)
    assert says_hand.caption(off.T[1]) == f"{off['position'][1]:.1f} cm, {off['angle'][1]:.0f}°"


@pytest.mark.parametrize(
    "item", [lesson.digits_by_hand, lesson.poses_by_hand, lesson.best_on_hard, lesson.best_on_five]
)
def test_items_are_the_wings(item):
    assert item.item.startswith("baselines/")


def test_what_a_card_gives_away_is_asked_before_it():
    cells = [cell.source for cell in jupytext.read(NOTEBOOKS / "05_baselines.py").cells if cell.cell_type == "code"]
    order = [
        cells.index(f"lesson.{name}") for name in ("best_on_hard", "digits_by_hand", "best_on_five", "poses_by_hand")
    ]
    assert order == sorted(order)


def test_a_card_without_its_round_finished_tells_no_key():
    for one, value in ((lesson.digits_by_hand, 4), (lesson.poses_by_hand, (0, 0, 0))):
        for case in one.cases[:-1]:
            one.label(case, value)
            assert one.state()["result"] is None
