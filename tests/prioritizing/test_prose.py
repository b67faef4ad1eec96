"""Every number in the notebook's prose, and every verdict, is what the model computes."""

import pytest
from mlprojects.prioritizing import (
    ceiling,
    cheap,
    curve,
    forecasts,
    lesson,
    lesson_nines,
    model,
    ranking,
    robot_steps,
    steps,
)
from prose import left_over, prose

STEM = "02_prioritizing"
BENDS = 480
"""Images up to which the prose says that the line is fitted."""


def text():
    return " ".join(prose(STEM).split())


def top():
    return 100 * model.top(model.rank_probabilities(model.PORTFOLIO), 3)


def fragments():
    best = top()
    unchanged = 100 * (1 - model.rank_probabilities(model.PORTFOLIO).changed)
    nines = [100 * (1 - curve.NINE**n) for n in (1, 2, 3)]
    by_number = {step.number: step for step in steps.STEPS}
    assert by_number[5].name == "Benchmark"
    assert by_number[6].name == "Simple version"
    return [
        f"{nines[0]:g} % right is one nine, {nines[1]:g} % are two, {nines[2]:g} % three",
        f"make a score from 0 to {100}.",
        f"within {0.5:g} cm, in its part on metrics within {robot_steps.NEEDED_CM:g} cm",
        f"A *{100 * curve.LEVEL:g} % interval*",
        f"fitted up to {BENDS} images",
        f"errors at {curve.SIZES[-1]} than were then measured",
        f"at least {100 * ceiling.TEN_SETS:g} % of them on average in ten well-known sets",
        f"{100 * ceiling.IMAGENET:g} % in ImageNet's",
        f"right on {nines[2]:g} % is measured",
        f"Scores are from 0 to {ranking.HIGHEST:g}",
        f"only {unchanged:.0f} % of the draws",
        f"among the best three in {best.iloc[0]:.0f} % and {best.iloc[1]:.0f} %",
        f"if {100 * min(robot_steps.LEVELS):g} % is all that was agreed",
        f"called right in {100 * robot_steps.ceiling(robot_steps.BY_HAND):.0f} % of the cases only: step 5",
        "look for the program (*Software 2.0*)",  # the title of an essay, below too
        "[*Software 2.0*](",
        "Step 5 labels a **benchmark**",
        "step 6 tries what is simple",
    ]


def test_every_number_in_the_prose_is_a_computed_one():
    assert left_over(STEM, fragments()) == []


def test_the_numbers_that_are_written_out_are_right():
    said = text()
    written = {
        "Twelve short stories": len(lesson.mental_models.pages) == 12,
        "twelve in all": len(model.questions()) == 12,
        "All ten decisions": len(cheap.DECISIONS) == 10,
        "twenty times, each time": curve.SPLITS == 20,
        "seven steps": len(steps.STEPS) == 7,
        "three kinds": len(model.KINDS) == 3,
        "Six projects": len(model.PORTFOLIO) == 6,
        "Two small functions": len(lesson.TASKS) == 2,
    }
    for words, right in written.items():
        assert words in said
        assert right, words


def test_people_judge_more_when_prediction_gets_cheaper():
    judged = [model.at_price(price)["person_made"].sum() for price in (100, 10, 1, 0.1, 0.01)]
    assert judged == sorted(judged)
    assert judged[-1] > judged[0]
    assert (model.at_price(100)["worthwhile"].sum(), len(cheap.DECISIONS)) == (0, 10)


def test_ten_times_fits_the_digits_and_none_of_the_deep_networks():
    low, high = lesson_nines.ABOUT_TEN
    factors = model.prices(0.01)["factor"]
    assert low <= factors[curve.FITTED] <= high
    assert (factors[["deep nets, steepest", "deep nets, flattest"]] > high).all()


def test_the_line_fitted_earlier_promises_fewer_errors_than_were_measured():
    measured = model.learning_curve()["error"]
    assert model.as_fitted(BENDS).error(curve.SIZES[-1]) < measured[curve.SIZES[-1]]


def test_only_a_lead_of_more_than_twice_the_share_is_safe():
    wrong = 0.01
    lead = model.safe_lead(wrong)
    assert lead == 2 * wrong
    turned, kept = (ceiling.seen(0.97, 0.97 - gap, wrong, ceiling.WORST) for gap in (0.9 * lead, 1.1 * lead))
    assert turned.better < turned.worse
    assert kept.better > kept.worse
    blurred = ceiling.seen(0.97, 0.97 - 0.1 * lead, wrong, ceiling.RANDOM)
    assert blurred.better > blurred.worse, "at random, the order stays"


def test_what_is_said_of_the_ranking():
    best = top()
    plain = ranking.plain_order(model.PORTFOLIO)
    assert list(best.index) == plain, "the first two of the plain order stand first"
    assert best.iloc[-1] == 0, "the last one is never among the best three"
    assert best.sum() == pytest.approx(300)


def test_what_is_said_of_the_robot_s_steps():
    lab, warehouse = model.shares("lab"), model.shares("warehouse")
    assert lab[robot_steps.SCRIPT] > lab[robot_steps.NETWORK]
    assert lab[robot_steps.SCRIPT] >= min(robot_steps.LEVELS)
    assert warehouse.max() < 0.2, "neither is of much use"
    for agreed in robot_steps.LEVELS:
        walk = robot_steps.walk(robot_steps.NOTHING, "lab", robot_steps.BY_HAND, agreed)
        assert walk.last.step == 5, "labels by one person end it at the benchmark"


def test_four_steps_ask_two_try_and_the_last_asks_the_first_again():
    names = [step.name for step in steps.STEPS]
    assert names == [
        "Need for ML",
        "Success",
        "Ethics",
        "Literature",
        "Benchmark",
        "Simple version",
        f"{names[0]} again",
    ]


def test_the_relaxed_requirement_is_that_of_the_metrics_part():
    as_told, relaxed = model.score(model.ROBOT), model.score({**model.ROBOT, "good": "mostly right"})
    assert relaxed.total > as_told.total
    assert as_told.lost.idxmax() == "good", "the costliest answer is the one that may be a guess"
    assert model.stoppers(model.ROBOT) == ("good",)


def test_additions_are_marked_as_such():
    said = text()
    assert "**An addition, not in the lecture of 2021.** A *foundation model*" in said
    assert "our addition, with a source for each" in said
    assert set(forecasts.LIST_2021.columns) >= {"source"}
