"""What the explorers of the part keep in every state, and that each number in their texts is a computed one."""

import pytest
from items import numbers, said, sweep
from mlprojects.prioritizing import ceiling, cheap, curve, says_nines
from mlprojects.prioritizing import lesson_nines as lesson
from mlprojects.words import percent

NINE, LABELS, CHEAP = lesson.next_nine, lesson.label_ceiling, lesson.cheap_prediction


# The next nine --------------------------------------------------------------------------------------------------------


def test_a_smaller_error_takes_more_images_and_a_flatter_curve_more_still():
    for last in (240, 480, 960):
        for steep, flat in zip(lesson.TARGETS, lesson.TARGETS[1:], strict=False):
            assert (curve.prices(flat, last)["images"] > curve.prices(steep, last)["images"]).all()
    for target in lesson.TARGETS:
        published = curve.prices(target)["images"].iloc[1:]
        assert published.is_monotonic_increasing


def test_the_published_curves_start_on_the_fitted_line():
    for last in (240, 480, 960):
        images = curve.prices(curve.START, last)["images"].to_numpy()
        assert images == pytest.approx(curve.as_fitted(last).images_for(curve.START))


def test_one_nine_more_multiplies_the_images_by_the_factor():
    one, ten = curve.prices(0.05), curve.prices(0.005)
    assert (ten["images"] / one["images"]).to_numpy() == pytest.approx(one["factor"].to_numpy())


def test_whatever_lies_beyond_the_data_is_said_to():
    for state, view in sweep(NINE):
        if state["road"] == curve.FITTED:
            images = curve.as_fitted(state["last"]).images_for(state["target"])
            assert ("beyond this data set" in view.says) == (images > curve.ALL), state
            assert ("beyond the points that were fitted" in view.says) == (state["last"] < images <= curve.ALL), state
        else:
            kind = says_nines._KINDS[state["road"]]
            assert f"times as many. {kind}; where a curve starts" in view.says
            assert ("theory's" in kind) == state["road"].startswith("theory")


def test_the_interval_is_the_one_of_the_line():
    for state, view in (each for each in sweep(NINE) if each[0]["road"] == curve.FITTED):
        low, high = map(says_nines.large, curve.as_fitted(state["last"]).images_between(state["target"]))
        assert f"(95 % interval, if the line is straight: {low} to {high})" in view.says


def test_what_one_more_nine_takes_is_said_and_tabled_with_its_interval():
    for state, view in (each for each in sweep(NINE) if each[0]["road"] == curve.FITTED):
        low, high = map(says_nines.large, curve.factor_between(state["last"]))
        assert f"times as many ({low} to {high})." in view.says
        assert view.table["One more nine takes (times)"].iloc[0].endswith(f"({low} to {high})")


def test_every_line_is_held_against_the_size_that_no_line_was_fitted_to():
    measured = f"{100 * curve.learning_curve()['error'][curve.HELD]:.1f} %"
    for state, view in (each for each in sweep(NINE) if each[0]["road"] == curve.FITTED):
        promised = f"{100 * curve.as_fitted(state['last']).error(curve.HELD):.1f} %"
        assert f"At 1,190 the line promises {promised}; measured: {measured}." in view.says
        assert promised < measured


# Wrong labels ---------------------------------------------------------------------------------------------------------


def test_wrong_labels_at_random_never_reverse_the_order_and_anywhere_only_a_small_lead():
    for state, view in sweep(LABELS):
        measured = view.table["Right, as measured (%)"]
        reversed_ = "looks better" in view.says or "look alike" in view.says
        assert reversed_ == (round(measured["the better"] - measured["the other"], 6) <= 0), state
        if state["pattern"] == ceiling.RANDOM:
            assert not reversed_
        if reversed_:
            lead = (state["more_often"] - 1) * (1 - state["better"])
            assert lead <= ceiling.safe_lead(state["wrong"]) + 1e-9, state
            assert f"up to {200 * state['wrong']:g} percentage point" in view.says


def test_with_right_labels_the_truth_is_measured():
    for _, view in (each for each in sweep(LABELS) if each[0]["wrong"] == 0):
        assert (view.table["Right, in truth (%)"] == view.table["Right, as measured (%)"]).all()


def test_as_many_images_as_are_said_are_needed():
    for state, view in sweep(LABELS):
        other = ceiling.other(state["better"], state["more_often"])
        needed = ceiling.images_needed(ceiling.seen(state["better"], other, state["wrong"], state["pattern"]))
        assert ("four times in five" in view.says) == (needed is not None), state
        if needed is not None:
            assert f"bout {says_nines.large(needed)} " in view.says
            assert f"clearly (McNemar's test, {100 * ceiling.LEVEL:g} %) four times in five" in view.says
            assert ceiling.POWER == 4 / 5
            assert ("share half of the better one's mistakes" in view.says) == (ceiling.SHARED == 0.5)


# Cheap prediction -----------------------------------------------------------------------------------------------------


def test_never_more_decisions_at_a_higher_price():
    for errors in CHEAP.controls["errors"].values:
        for people in CHEAP.controls["people"].values:
            views = [CHEAP.at(price=price, errors=errors, people=people) for price in lesson.PRICES]
            for column in ("Pays", "Gain a year", "By a machine", "By a person"):
                sums = [view.table[column].sum() for view in views]
                assert sums == sorted(sums), (errors, people, column)


def test_the_sentence_counts_what_the_table_shows():
    for state, view in sweep(CHEAP):
        pays = int(view.table["Pays"].sum())
        assert f"{pays or 'none'} of 10 made-up" in view.says, state
        never = int((view.table["Worth of one"] == "0").sum())
        assert ("At no price" in view.says) == (never > 0)


# Texts ----------------------------------------------------------------------------------------------------------------


def test_what_is_said_of_ten_times():
    text = said(lesson.ten_times)
    low, high = curve.PUBLISHED["exponent"][["deep nets, steepest", "deep nets, flattest"]]
    here = curve.factor_per_nine(curve.as_fitted().exponent)
    assert f"say, {lesson.ABOUT_TEN[0]} to {lesson.ABOUT_TEN[1]} times" in text
    ends = curve.factor_between()
    assert f"takes {here:.1f} times as many images (95 % interval: {ends[0]:.1f} to {ends[1]:.1f})" in text
    assert f"mostly between {high:g} and {low:g}" in text
    assert f"takes {curve.factor_per_nine(low):.0f} times as many and more" in text
    known = {"90", "99", "99.9", "5", "20", "8.1", "95", "6.9", "9.8", "0.35", "0.07", "720", "2017", "1712.00409"}
    assert numbers(text) <= known
    assert lesson.ten_times.truth() == "on the digits only"


def test_what_is_said_of_three_nines():
    text = said(lesson.three_nines)
    assert lesson.three_nines.truth() == 98.9
    assert f"{100 * ceiling.measured(0.999, 0.01):.1f} % in all" in text
    assert f"measured at {100 * ceiling.ceiling(0.01):g} %" in text
    assert numbers(text) <= {"99.9", "1", "99", "98.9"}


def test_what_is_said_of_who_judges():
    text = said(lesson.who_judges)
    before, after = cheap.at_price(lesson.BEFORE), cheap.at_price(lesson.AFTER)
    assert f"from **{lesson.BEFORE} to {lesson.AFTER}**" in text
    shares = cheap.checked_by_people((lesson.BEFORE, lesson.AFTER))["share"].tolist()
    assert f"falls from {percent(shares[0])} to {percent(shares[1])}" in text
    assert f"{after['person_made'].sum():,.0f} instead of {before['person_made'].sum():,.0f}" in text
    assert (before["worthwhile"].sum(), after["worthwhile"].sum()) == (2, 7)
    assert f"At a price of {lesson.BEFORE} only two of the ten kinds" in text
    assert f"at {lesson.AFTER} seven are" in text
    fresh = after[after["worthwhile"] & ~before["worthwhile"]]
    assert (fresh["person"] > 0).any()
    assert (fresh["person"] == 0).any(), "some, not all"
    assert len(cheap.DECISIONS) == 10
    assert numbers(text) <= {"10", "0.1", "600,000", "200,000", "67", "1"}
    assert lesson.who_judges.truth() == "more than before"


def test_the_tasks_texts_name_no_number_of_the_model():
    entry = lesson.images_needed.entry
    assert not numbers(entry["prompt"])


def test_predictions_come_before_what_they_ask_about():
    assert (NINE.after, LABELS.after, CHEAP.after) == (lesson.ten_times, lesson.three_nines, lesson.who_judges)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (8.13, "8.1"),
        (230.4, "230"),
        (83113.6, "83,000"),
        (99.6, "100"),
        (2.4, "2.4"),
        (3.0, "3"),
        (9.7e9, f"1 {says_nines.TIMES} 10¹⁰"),
        (1.93e14, f"2 {says_nines.TIMES} 10¹⁴"),
    ],
)
def test_large_numbers_by_two_figures(number, text):
    assert says_nines.large(number) == text
