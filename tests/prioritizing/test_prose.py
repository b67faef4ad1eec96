"""Every number in the notebook's prose, and every verdict, is what the model computes."""

import re

import jupytext
import pytest
from mlprojects.course.house import NOTEBOOKS
from mlprojects.prioritizing import (
    ceiling,
    cheap,
    curve,
    forecasts,
    lesson,
    lesson_nines,
    model,
    pyramid,
    ranking,
    robot_steps,
    steps,
)
from mlprojects.words import percent
from prose import left_over, prose

STEM = "02_prioritizing"
DECKS = {question.name for deck in (lesson.mental_models, lesson.still_hard) for question in deck.questions}
MAY_WAIT = 25
"""Minutes of what is marked so: three quarters of both decks, and one of the two tasks."""


def text():
    return " ".join(prose(STEM).split())


def cells():
    return jupytext.read(NOTEBOOKS / f"{STEM}.py").cells


def top():
    return 100 * model.top(model.rank_probabilities(model.PORTFOLIO), 3)


def fragments():
    best = top()
    unchanged = 100 * (1 - model.rank_probabilities(model.PORTFOLIO).changed)
    nines = [100 * (1 - curve.NINE**n) for n in (1, 2, 3)]
    alike = 100 * (1 - model.rank_probabilities(model.PORTFOLIO, shared=True).changed)
    level = 100 * curve.LEVEL
    promised = percent(curve.as_fitted().error(curve.HELD), 1)
    measured = percent(curve.learning_curve()["error"][curve.HELD], 1)
    strict = model.shares("lab", within=robot_steps.STRICT_CM)
    perfect = robot_steps.ceiling(robot_steps.BY_HAND, robot_steps.STRICT_CM)
    steepest = curve.factor_per_nine(curve.PUBLISHED["exponent"]["deep nets, steepest"])
    by_number = {step.number: step for step in steps.STEPS}
    assert by_number[5].name == "Benchmark"
    assert by_number[6].name == "Simple version"
    return [
        f"{nines[0]:g} % right is one nine, {nines[1]:g} % are two, {nines[2]:g} % three",
        f"make a score from 0 to {pyramid.FULL}.",
        "count them 0, a half or 1",
        f"within {robot_steps.STRICT_CM:g} cm, in its part on metrics within {robot_steps.NEEDED_CM:g} cm",
        f"A *{level:g} % interval* is made so that {level:g} of 100 such intervals",
        f"fitted up to {curve.SIZES[-1]} images, the line promises {promised} errors at {curve.HELD:,}",
        f"measured were {measured}",
        f"at least {100 * ceiling.TEN_SETS:g} % of them on average in ten well-known sets",
        f"{100 * ceiling.IMAGENET:g} % in that of ImageNet",
        f"right on {nines[2]:g} %, as it is measured",
        f"at the usual {100 * ceiling.LEVEL:g} %, and want it to succeed four times in five",
        "For 99 % against 98 % right with 1 % wrong labels",
        f"Scores are from 0 to {ranking.HIGHEST:g}",
        f"only {unchanged:.0f} % of the draws",
        f"among the best three in {best.iloc[0]:.0f} % and {best.iloc[1]:.0f} %",
        f"holds in {alike:.0f} % of the draws",
        f"the weight open: {50} %, and up to 10 or 20 points off",
        f"begin with {robot_steps.NEEDED_CM:g} cm, as the part on metrics has it",
        f"part 2 had {robot_steps.STRICT_CM:g} cm",
        f"What {robot_steps.STRICT_CM:g} cm would do in the lab",
        f"The rules get {percent(strict[robot_steps.SCRIPT])},",
        f"the small networks {percent(strict[robot_steps.NETWORK])}: nobody is near",
        f"called right in {percent(perfect)} of the cases only; step 5",
        f"And back at {robot_steps.NEEDED_CM:g} cm",
        f"learnt from {robot_steps.TRAINING} photographs",
        f"one study it takes {steepest:.0f} times and more",
        "some 25 minutes of it",
        "look for the program (*Software 2.0*)",  # the title of an essay, below too
        "[*Software 2.0*](",
        "Each but step 4 may end",
        "step 4 can only call for care",
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
        "We assume ten decisions": len(cheap.DECISIONS) == 10,
        "twenty times, each time": curve.SPLITS == 20,
        "seven steps": len(steps.STEPS) == 7,
        "three kinds": len(forecasts.KINDS) == 3,
        "Six projects": len(model.PORTFOLIO) == 6,
        "Two small functions": len(lesson.TASKS) == 2,
    }
    for words, right in written.items():
        assert words in said
        assert right, words


def test_people_check_more_predictions_and_a_smaller_share_when_prediction_gets_cheaper():
    checked = model.checked_by_people((30, 1, 0.03, 0.001))
    assert checked["number"].is_monotonic_increasing
    assert checked["share"].is_monotonic_decreasing
    assert checked["number"].iloc[-1] > checked["number"].iloc[0]
    asked = {lesson_nines.BEFORE, lesson_nines.AFTER}
    assert not asked & set(checked.index), "the cell does not show what the prediction asks"


def test_no_cell_below_a_prediction_computes_what_it_asks():
    code = "\n".join(cell.source for cell in cells() if cell.cell_type == "code")
    assert "0.01" not in code.split("model.measured(0.999, wrong)")[1].split("\n")[0], "three_nines"
    assert 'model.shares("lab")' not in code, "rules_reach"
    assert ".go(" not in code, "go_years"
    assert 'USES["percent"]' not in code, "top_use"
    assert "stoppers" not in code, "robots_costliest"
    assert code.index("lesson.ten_times\n") < code.index('learning_curve()["error"]'), "ten_times"


def test_every_prediction_stands_right_above_what_it_unlocks():
    code = [cell.source.strip() for cell in cells() if cell.cell_type == "code"]
    for explorer in lesson.EXPLORERS:
        if explorer.after is not None:
            assert code[code.index(f"lesson.{explorer.name}") - 1] == f"lesson.{explorer.after.name}"


def test_everything_that_the_lesson_has_is_in_the_notebook():
    code = "\n".join(cell.source for cell in cells() if cell.cell_type == "code")
    single = [each for each in lesson.QUESTIONS if each.name not in DECKS]
    names = [each.name for each in (*lesson.EXPLORERS, *lesson.PREDICTIONS, *single, *lesson.TASKS)]
    assert [name for name in names if f"lesson.{name}" not in code] == []
    for name in ("own_pyramid", "own_priorities", "portfolio", "mental_models", "still_hard"):
        assert f"lesson.{name}" in code
    for function in lesson.OWN:
        assert f"lesson.{function.__name__}(" in code


def test_imports_stand_in_the_first_cell_and_nowhere_else():
    code = [cell.source for cell in cells() if cell.cell_type == "code"]
    assert [place for place, source in enumerate(code) if re.search(r"^(import|from) ", source, re.MULTILINE)] == [0]
    assert "import numpy as np" in code[0]


def test_what_may_wait_leaves_an_hour_and_a_quarter():
    minutes = [int(each) for each in re.findall(r"^\| \d [^|]+ \| (\d+) \|$", prose(STEM), re.MULTILINE)]
    assert f"some {MAY_WAIT} minutes" in text()
    assert 60 <= sum(minutes) - MAY_WAIT <= 75
    assert text().count("*may wait*") == 4


def test_ten_times_fits_the_digits_and_none_of_the_deep_networks():
    low, high = lesson_nines.ABOUT_TEN
    factors = curve.prices(0.01)["factor"]
    assert low <= factors[curve.FITTED] <= high
    assert (factors[["deep nets, steepest", "deep nets, flattest"]] > high).all()


def test_only_a_lead_of_more_than_twice_the_share_is_safe():
    wrong = 0.01
    lead = ceiling.safe_lead(wrong)
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
    strict = model.shares("lab", within=robot_steps.STRICT_CM)
    assert lab[robot_steps.SCRIPT] > lab[robot_steps.NETWORK]
    assert strict.max() < min(robot_steps.LEVELS), "nobody is near"
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
    assert pyramid.stoppers(model.ROBOT) == ("good",)


def test_step_4_ends_no_assessment_and_each_other_step_can():
    answers = {"without_ml": False, "success": 0.8, "harm_settled": True, "published": False, "labelled": 300}
    assert len(steps.assess(steps.Answers(**answers, simple=0.5))) == 7
    for step, change in {
        1: {"without_ml": True},
        2: {"success": None},
        3: {"harm_settled": False},
        5: {"labelled": 0},
    }.items():
        assert steps.assess(steps.Answers(**{**answers, "simple": 0.5, **change}))[-1].step == step
    assert steps.assess(steps.Answers(**answers, simple=None))[-1].step == 6


def test_a_moving_weight_changes_exact_orders_more_often_the_more_it_moves():
    exact = model.stretched(model.PORTFOLIO, 0)
    changed = [model.rank_probabilities(exact, sway=sway).changed for sway in (0, 0.1, 0.2)]
    assert changed[0] == 0 < changed[1] < changed[2]


def test_the_take_away_says_of_the_weight_that_the_answer_hangs_on_it():
    assert "nearly surely in, at this weight, and what is surely out" in text()
    assert 0.5 < top().iloc[0] / 100 < 1


def test_additions_are_marked_as_such():
    said = text()
    assert "**An addition, not in the lecture of 2021.** A *foundation model*" in said
    assert "our addition, with a source for each" in said
    assert set(forecasts.LIST_2021.columns) >= {"source"}
