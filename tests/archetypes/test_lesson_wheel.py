"""What the explorers of the part keep in every state, and that each number in their texts is a computed one."""

import pandas as pd
import pytest
from items import numbers, said, sweep
from mlprojects.archetypes import figures_wheel as figures
from mlprojects.archetypes import flywheel as wheel
from mlprojects.archetypes import lesson_wheel as lesson
from mlprojects.archetypes import says_wheel as says
from mlprojects.archetypes import suggestions as several

WHEEL, SUGGESTIONS = lesson.flywheel, lesson.suggestions
TIMES = "\N{MULTIPLICATION SIGN}"
TO_DATA, TO_MODEL, TO_USERS = wheel.LINKS


# The flywheel ---------------------------------------------------------------------------------------------------------


def numbers_of(state):
    return (
        0 if state["cut"] == TO_DATA else state["capture"],
        0 if state["cut"] == TO_MODEL else state["exponent"],
        0 if state["cut"] == TO_USERS else 1,
    )


def test_the_table_is_the_wheel_of_the_state():
    for state, view in sweep(WHEEL):
        history = wheel.run(*numbers_of(state)).loc[list(lesson.WEEKS_SHOWN)]
        assert view.table["Users"].to_numpy() == pytest.approx(history["users"], rel=5e-3)
        assert view.table["Labels"].to_numpy() == pytest.approx(history["labels"], rel=5e-3)
        assert view.table["Wrong answers (%)"].to_numpy() == pytest.approx(100 * history["error"], abs=0.05 + 1e-9)


def test_the_first_link_that_is_cut_is_named_and_no_other_is_blamed():
    for state, view in sweep(WHEEL):
        cut = wheel.cut_links(*numbers_of(state))
        assert ("No link is cut" in view.says) == (not cut), state
        assert (f"({cut[0]} is cut)" in view.says) if cut else ("is cut)" not in view.says), state
        assert (" is cut too" in view.says) == (len(cut) > 1)


def test_what_is_said_of_a_cut_link_shows_in_the_table():
    for state, view in sweep(WHEEL):
        first, last = view.table.iloc[0], view.table.iloc[-1]
        cut = wheel.cut_links(*numbers_of(state))
        assert (last["Labels"] > first["Labels"]) == (TO_DATA not in cut), state
        assert (last["Wrong answers (%)"] < first["Wrong answers (%)"]) == (not {TO_DATA, TO_MODEL} & {*cut}), state
        assert (last["Users"] > first["Users"]) == (not cut), state
        assert says.about(last["Users"]) + " users" in view.says


def test_the_starting_state_has_no_link_cut():
    assert WHEEL.at().says == WHEEL.at(cut="", capture=lesson.USUAL, exponent=lesson.STEEP).says
    assert WHEEL.at().says.startswith("No link is cut")


# Suggestions ----------------------------------------------------------------------------------------------------------


def test_the_table_holds_the_accuracy_and_the_seconds_of_the_state():
    for state, view in sweep(SUGGESTIONS):
        right = several.accuracy(state["size"])["right"]
        assert view.table["Right one there (%)"].iloc[1:].to_numpy() == pytest.approx(100 * right, abs=0.05 + 1e-9)
        for k in several.SHOWN:
            told = k * state["reading"] + (1 - right.loc[k]) * state["typing"]
            assert view.table["Seconds an item"].loc[k] == pytest.approx(told, abs=0.005 + 1e-9)
        assert view.table["Seconds an item"].loc[0] == state["typing"]


def test_the_fastest_is_marked_once_and_said():
    for state, view in sweep(SUGGESTIONS):
        best = view.table.index[view.table["Fastest"]].tolist()
        assert len(best) == 1
        assert view.table["Seconds an item"].loc[best[0]] == view.table["Seconds an item"].min()
        assert ("No other number is faster" in view.says) == (best[0] == state["shown"]), state
        assert ("no suggestion at all" in view.says) == (best[0] == 0), state


def test_fewer_suggestions_are_best_where_reading_is_dearer():
    best = {
        tuple(state[name] for name in ("size", "typing", "reading")): view.table.index[view.table["Fastest"]][0]
        for state, view in sweep(SUGGESTIONS)
    }
    for size in several.SIZES:
        for typing in lesson.TYPING:
            numbers = [best[size, typing, reading] for reading in lesson.READING]
            assert numbers == sorted(numbers, reverse=True)
    assert set(best.values()) >= {0, 1, 3}, "the best number must not be the same everywhere"


def test_suggestions_that_cannot_pay_are_said_to_and_never_do():
    for state, view in sweep(SUGGESTIONS):
        cannot = "cannot pay" in view.says
        assert cannot == (state["shown"] * state["reading"] >= state["typing"]), state
        if cannot:
            assert view.table["Seconds an item"].loc[state["shown"]] >= state["typing"]


def test_a_weaker_model_that_is_right_more_often_is_said_to():
    rival = several.accuracy(100)["right"].loc[1]
    for state, view in sweep(SUGGESTIONS):
        ahead = several.accuracy(state["size"])["right"].loc[state["shown"]] > rival and state["size"] < 100
        assert ("more often than one guess with 100 images" in view.says) == ahead, state


# Pictures -------------------------------------------------------------------------------------------------------------


def test_bars_never_reach_the_mark_of_the_fastest():
    for state, view in sweep(SUGGESTIONS):
        longest = view.table["Seconds an item"].max()
        assert any(longest < top * figures.FULL for top, _ in figures.WINDOWS), state


# Texts ----------------------------------------------------------------------------------------------------------------


def test_what_is_said_of_ten_times_as_many_labels():
    text = said(lesson.ten_times_labels)
    low, high = (wheel.run(share).iloc[-1] for share in (lesson.FEW, lesson.MANY))
    assert f"once **{lesson.FEW:.0%}**".replace("%", " %") in text
    assert f"once **{lesson.MANY:.0%}**".replace("%", " %") in text
    assert f"{wheel.USERS} users, {wheel.LABELS:,} labels and {100 * wheel.ERROR:.0f} % wrong answers" in text
    assert f"{100 * high['error']:.1f} % instead of {100 * low['error']:.1f} %" in text
    times = high["labels"] / low["labels"]
    assert f"{times:.0f} times as many labels" in text
    assert f"{times:.0f} times the labels still leave {100 * times**-0.35:.0f} %" in text
    assert times**-0.35 == pytest.approx((high["error"] - wheel.FLOOR) / (low["error"] - wheel.FLOOR), abs=5e-3)
    assert f"the {100 * wheel.FLOOR:.0f} % below stay" in text
    assert wheel.WEEKS == 104, "two years"
    assert lesson.ten_times_labels.truth() == "about a half"
    assert f"to the power of {lesson.STEEP:g}" in text
    known = {"500", "1,000", "30", "1", "10", "0.35", "2017", "1712.00409", "5.7", "11.9", "17", "37", "2"}
    assert numbers(text) <= known


def test_what_is_about_a_half_lies_between_the_other_answers():
    ratio = wheel.run(lesson.MANY)["error"].iloc[-1] / wheel.run(lesson.FEW)["error"].iloc[-1]
    assert lesson.HALF[0] < ratio < lesson.HALF[1]
    assert abs(ratio - 0.5) < 0.05


def test_a_flywheel_helps_most_while_labels_are_few():
    errors = [wheel.run(share)["error"].iloc[-1] for share in (0.01, 0.02, 0.1, 0.2)]
    assert errors[0] - errors[1] > errors[2] - errors[3]


def test_what_is_said_of_three_guesses():
    text = said(lesson.three_guesses)
    right = several.accuracy(lesson.WEAK)["right"]
    assert lesson.three_guesses.truth() == pytest.approx(100 * right.loc[3], abs=0.05)
    assert f"right in **{100 * right.loc[1]:.1f} %**" in text
    assert f"it would be {100 * several.as_if_independent(right.loc[1], 3):.1f} %" in text
    assert f"in only {100 * several.accuracy(100)['right'].loc[1]:.1f} %" in text
    assert f"{len(several.ranked(3).places)} new images" in text
    assert f"{100 / 3:.0f} times the labels" in text
    draws = several.other_draws(lesson.WEAK, lesson.BETTER, 100)
    assert f"of {len(draws)} draws of the images {(draws['several'] > draws['first']).sum()} say the same" in text
    assert numbers(text) <= {"3", "797", "73.4", "98.1", "100", "90.0", "20", "18", "33"}


def test_predictions_come_before_what_they_ask_about():
    assert (WHEEL.after, SUGGESTIONS.after) == (lesson.ten_times_labels, lesson.three_guesses)
    assert SUGGESTIONS.at().says == SUGGESTIONS.at(shown=lesson.BETTER, size=lesson.WEAK).says


def test_the_letters_seconds_are_computed_and_one_suggestion_is_best():
    entry = lesson.best_number.entry
    right = pd.Series([0.70, 0.90, 0.92], index=[1, 3, 5])
    total = several.seconds(right, 1, 8)["total"]
    assert "in 70 % of the cases; the right one is among its first three in 90 %, among its first five in 92 %" in (
        " ".join(entry["prompt"].split())
    )
    assert several.fastest(several.seconds(right, 1, 8)) == 1
    assert lesson.best_number.grade("One").result == "right"
    whys = {option["text"]: option["why"].replace(TIMES, "x") for option in entry["options"]}
    assert f"1 + 0.3 x 8 = {total.loc[1]:.1f}" in whys["One"]
    assert f"Three take 3 + 0.1 x 8 = {total.loc[3]:.1f}: two more seconds" in whys["One"]
    assert f"save only {(right.loc[3] - right.loc[1]) * 8:.1f} of typing" in whys["One"]
    assert f"3 + 0.1 x 8 = {total.loc[3]:.1f}" in whys["Three"]
    assert f"5 + 0.08 x 8 = {total.loc[5]:.2f}" in whys["Five"]
    quick = several.seconds(right, 0.25, 8)
    assert several.fastest(quick) == 3
    told = [f"{quick['total'].loc[k]:.2f}" for k in (1, 3, 5)]
    assert f"{told[0]}, {told[1]} and {told[2]}: then three" in entry["solution"]


@pytest.mark.parametrize(
    ("number", "text"), [(500.0, "500"), (7737.3, "7,740"), (147_941, "148,000"), (3_910_852, "3,910,000")]
)
def test_numbers_by_three_figures(number, text):
    assert says.about(number) == text
