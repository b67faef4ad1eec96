"""What the explorers of the part keep in every state, and that each number in their texts is a computed one."""

import re
from itertools import pairwise

import pytest
from items import numbers, right, said, sweep
from matplotlib.figure import Figure
from mlprojects.baselines import bugs, diabetes, floors, hand, ladder, says_ladder
from mlprojects.baselines import lesson_ladder as lesson

CONTEST, DIGITS, DIABETES = lesson.floor_and_ceiling, lesson.ladder_digits, lesson.ladder_diabetes
BUGS, CURVES, REAL = lesson.bug_or_data, lesson.same_curves, lesson.real_curves


# Floor and ceiling ----------------------------------------------------------------------------------------------------


def test_a_broken_ceiling_is_called_so():
    for state, view in sweep(CONTEST):
        broken = floors.WINNERS[state["year"]] < floors.CEILINGS[state["ceiling"]]
        assert ("not what can be reached" in view.says) == broken, state
        floor, model, ceiling = view.table["Error (%)"]
        if floor > ceiling:
            assert f"{100 * (floor - model) / (floor - ceiling):.0f} % of the way" in view.says
        else:
            assert "the floor lies beyond the ceiling" in view.says


def test_in_the_picture_a_floor_lies_below_its_ceiling_and_both_are_named():
    figure = Figure(figsize=(7.2, 4.05))
    CONTEST.at(year=2012).figure(figure)
    (ax,) = figure.axes
    height = {error: ax.transData.transform((2012, error))[1] for error in (25.8, 15.3, 5.1)}
    assert height[25.8] < height[15.3] < height[5.1]
    named = [text.get_text() for text in ax.texts]
    assert any("floor, to be beaten: the winner of the year before, 25.8 %" in text for text in named)
    assert any("ceiling, hardly beaten: one trained person, 5.1 %" in text for text in named)


# The ladder on digits -------------------------------------------------------------------------------------------------


def test_each_rung_is_held_against_the_one_below_it():
    below = None
    for state, view in sweep(DIGITS):
        rung = state["rung"]
        assert ("of the constant's errors" in view.says) == (rung not in {ladder.CONSTANT, ladder.RANDOM})
        assert ("only this rung" in view.says) == (below is not None)
        if below is not None:
            own, others, chance = ladder.compare(rung, below)
            assert f"Only {below} gets {says_ladder.count(others, 'image')} wrong, only this rung {own}:" in view.says
            assert ("do not tell" in view.says) == (chance >= 0.05)
            assert ("it is better" in view.says) == (chance < 0.05 and own < others)
        below = rung


def test_no_picture_shows_an_image_that_the_learner_will_label():
    for rung in ladder.RUNGS.index:
        shown = ladder.mistaken(rung, lesson.SHOWN, hand.CHOSEN).index
        assert len(shown) >= 2
        assert not set(shown) & set(hand.CHOSEN)


def test_the_table_is_the_ladder_whatever_is_looked_at():
    tables = [view.table for _, view in sweep(DIGITS)]
    assert all(table.equals(tables[0]) for table in tables)
    assert (tables[0]["Wrong of 540"] / 5.4).round(1).tolist() == tables[0]["Error (%)"].tolist()


# The ladder on the diabetes data --------------------------------------------------------------------------------------


def test_the_mean_wins_as_often_as_is_said():
    for state, view in sweep(DIABETES):
        if state["rung"] == diabetes.MEAN:
            assert "This is the floor" in view.says
            continue
        row = diabetes.measured(state["rung"], state["seed"])
        lost = sum(diabetes.measured(state["rung"], seed)["lead"] < 0 for seed in diabetes.SPLITS)
        assert view.says.endswith(f"The mean wins in {lost} of 5 splits, which share rows.")
        assert ("worse than the mean" in view.says) == (row["lead"] < 0)
        assert ("leaves open" in view.says) == (row["low"] < 0 < row["high"])


# Bug or too little data -----------------------------------------------------------------------------------------------


def test_no_verdict_before_the_third_look():
    for state, view in sweep(BUGS):
        assert ("Verdict" in view.says) == (state["look"] == 3)
        assert len(view.table) == {1: 2, 2: 3, 3: 7}[state["look"]]
        if state["look"] == 3:
            assert f"Verdict: {bugs.found(state['case'])}. In truth, {bugs.CASES[state['case']]}." in view.says


# Curves beside a human line -------------------------------------------------------------------------------------------


def test_the_advice_flips_at_31_and_is_withheld_where_lines_cannot_be_compared():
    for state, view in sweep(CURVES):
        human = state["human"]
        step = floors.UNDERFITTING if human < 31 else floors.EITHER if human == 31 else floors.OVERFITTING
        if state["measured"] != floors.SAME:
            assert "No advice" in view.says
            assert not any(word in view.says for word in (floors.UNDERFITTING, floors.OVERFITTING))
            assert view.table["Gap"].iloc[0] == "not comparable"
        elif human >= 41:
            assert "no worse than people" in view.says
        elif step == floors.EITHER:
            assert "do not tell which to close first" in view.says
        else:
            which = "first" if step == floors.UNDERFITTING else "second"
            assert view.says.endswith(f"The {which} gap is larger: {step} first.")
    assert {31, 21, 35} < set(lesson.LINES)


def test_measured_curves_are_advised_on_no_more_closely_than_they_are_known():
    for state, view in sweep(REAL):
        row = ladder.growth(state["model"]).loc[state["size"]]
        first, second = row["train"] - state["human"], row["validation"] - row["train"]
        blur = ladder.blur(row["validation"])
        told = re.search(r"(underfitting|overfitting) first\.$", view.says)
        if row["validation"] <= state["human"]:
            unclear = state["human"] - row["validation"] < blur
            assert ("do not tell who is better" in view.says) == unclear
            assert ("no worse than people" in view.says) == (not unclear)
        elif abs(first - second) < blur:
            assert told is None, (state, view.says)
        else:
            assert told.group(1) == ("underfitting" if first > second else "overfitting"), (state, view.says)


def test_the_mean_image_underfits_and_the_tree_overfits_in_the_end():
    assert "reduce underfitting first" in REAL.at(model=ladder.MEAN_IMAGE).says
    assert "reduce overfitting first" in REAL.at(model=ladder.TREE).says


# Texts ----------------------------------------------------------------------------------------------------------------


def test_what_is_said_of_the_five_line_rule():
    text, frame = said(lesson.five_lines), ladder.ladder()
    assert f"wrong on {frame['error'][ladder.CONSTANT]:.0f} % of new images" in text
    assert f"avoid {100 * frame['removed'][ladder.MEAN_IMAGE]:.0f} % of the constant's errors" in text
    assert f"from {len(ladder.split().train):,} labelled ones" in text
    assert frame["minutes"][ladder.MEAN_IMAGE] == 10
    assert "ten minutes of work" in text
    assert numbers(text) == {"8", "90", "89", "1,257"}
    assert lesson.five_lines.truth() == 9.6


def test_what_is_said_of_the_network_and_the_mean():
    text, frame = said(lesson.net_or_mean), diabetes.ladder().round()
    layers = (10, 64, 64, 1)
    weights = sum((one + 1) * other for one, other in pairwise(layers))
    assert f"{weights:,} weights" in text
    net, mean, ridge = (frame.loc[rung] for rung in (diabetes.NETWORK, diabetes.MEAN, diabetes.RIDGE))
    assert f"is {net['train']:.0f} off on the people it has seen and {net['test']:.0f} on the others" in text
    assert f"the mean is {mean['test']:.0f} off" in text
    assert f"(ridge regression) reach {ridge['test']:.0f}." in text
    assert "309 people" in text
    assert "133 other people" in text
    assert len(diabetes.SPLITS) == 5
    targets = [*diabetes.split().train_target, *diabetes.split().test_target]
    assert f"on a scale from {min(targets):.0f} to {max(targets):.0f}" in text
    assert lesson.net_or_mean.truth() == "the mean, in all five splits"


def test_what_is_said_of_the_first_look():
    text, planted = said(lesson.first_look), [case for case in bugs.CASES if case != bugs.FEW]
    errors = [bugs.looks(case).train for case in planted]
    assert (len(bugs.CASES), len(planted)) == (4, 3)
    assert "In **three** of them we planted a bug" in text
    assert f"were shown {bugs.SHOWN} images" in text
    assert "In one, which has not even learned what it was shown" in text
    assert sum(error >= bugs.STUCK for error in errors) == lesson.first_look.truth() == 1
    assert errors.count(0) == 2
    assert bugs.looks(bugs.FEW).train == 0
    assert all(bugs.looks(case).test > 15 for case in bugs.CASES), "all four do badly on new ones"


def test_what_is_said_of_the_flip():
    text = said(lesson.flips_at)
    assert f"**{floors.TRAIN:g} %**, validation at **{floors.VALIDATION:g} %**" in text
    assert floors.advice(36, 41, 35).step != floors.advice(36, 41, 21).step
    assert not any(word in text for word in ("underfitting", "overfitting")), "the questions before it ask for these"
    assert f"41 - 36 = {floors.advice(36, 41, 35).generalisation:g} points" in text
    assert lesson.flips_at.truth() == 31
    assert numbers(text) == {"36", "41", "35", "21", "5"}, "it does not give the answer away"


def test_what_is_said_of_the_net_that_loses():
    text, frame = said(lesson.net_loses), diabetes.ladder().round()
    tests = [frame["test"][rung] for rung in (diabetes.NETWORK, diabetes.MEAN, diabetes.RIDGE)]
    assert "off by {:.0f}, the mean of all rows by {:.0f}, ridge regression by {:.0f}".format(*tests) in text
    assert f"the network is off by {frame['train'][diabetes.NETWORK]:.0f}" in text
    assert f"ended early, the same network on the same rows reaches {frame['test'][diabetes.STOPPED]:.0f}" in text
    assert numbers(text) == {"82", "71", "56", "2", "61", "309"}


@pytest.mark.parametrize(("question", "human"), [(lesson.line_35, floors.HUMAN), (lesson.line_21, floors.OTHER_HUMAN)])
def test_what_is_said_of_the_two_lines(question, human):
    text, told = said(question), floors.advice(floors.TRAIN, floors.VALIDATION, human)
    assert (
        f"people{', measured on the same images in the same way,' if human == 35 else ''} reach {human:g} %"
        in text.lower().replace("but now ", "")
    )
    assert f"The gaps are {told.avoidable:g} and {told.generalisation:g} points" in text
    best = right(question)
    assert best["text"].lower().startswith(told.step)
    assert f"{36 - human:g} point" in best["why"] or f"{36 - human:g} from people" in best["why"]


def test_on_new_data_six_points_are_missing():
    assert floors.VALIDATION - floors.HUMAN == 6
    assert "6 points above people" in said(lesson.line_35)


def test_predictions_come_before_what_they_ask_about():
    after = (DIGITS.after, DIABETES.after, BUGS.after, CURVES.after)
    assert after == (lesson.five_lines, lesson.net_or_mean, lesson.first_look, lesson.flips_at)


@pytest.mark.parametrize(
    ("number", "text"), [(1, "1 point"), (0, "0 points"), (-0.01, "0 points"), (2.25, "2.2 points"), (-1, "-1 point")]
)
def test_points_in_words(number, text):
    assert says_ladder.points(number) == text
