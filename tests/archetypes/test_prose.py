"""Every number in the notebook's prose, and every verdict, is what the model computes."""

import itertools

from mlprojects.archetypes import asking, claims, guides, lesson, miles, model, picking
from mlprojects.archetypes.archetype_table import NAMES, archetype
from prose import left_over, prose

STEM = "03_archetypes"
PROMISE = 0.02
"""The promise of the worked cell of part 6."""


def text():
    return " ".join(prose(STEM).split())


def picked(by):
    """The threshold picked on validation, by "bound" (as in the worked cell) or "error", and its error on the test."""
    threshold = model.cheapest(model.by_threshold(model.scores(model.VALIDATION), person=3), PROMISE, by)
    return threshold, model.by_threshold(model.scores(model.TEST), person=3)["error"][threshold]


def fragments():
    return [
        f"at most {100 * 0.15:g} % of the answers are wrong",
        f"at {100 * claims.CONFIDENCE:g} % confidence",
        "(Clopper and Pearson, 1934)",
        f"to within {100 * miles.PRECISION:g} %",
        f"at most {100 * PROMISE:g} % errors. The threshold",
        f"on validation be at most {100 * PROMISE:g} %",
        f"we would have picked {100 * picked('error')[0]:g} %",
        "For a promise of 3 % and twice as many images",
        "*Software 2.0* was called",
        "calls it Software 2.0: a model",
    ]


def test_every_number_in_the_prose_is_a_computed_one():
    assert left_over(STEM, fragments()) == []


def test_the_numbers_that_are_written_out_are_right():
    said = text()
    written = {
        "Sixteen products to sort": len(lesson.products.pages) == 16,
        "In two of them a single decision changes": sum(len(page) > 1 for page in lesson.products.pages) == 2,
        "in these four stories": len(lesson.broken_link.pages) == 4,
        "three archetypes": len(NAMES) == 3,
        "We made twelve questions": len(guides.CHECKS) == 12,
        "two products of ours": len(guides.PRODUCTS) == 2,
        "two small functions": len(lesson.TASKS) == 2,
    }
    for words, right in written.items():
        assert words.lower() in said.lower(), words
        assert right, words


def test_the_two_questions_give_each_archetype():
    assert [archetype(rules_before=True, reviewed=reviewed) for reviewed in (True, False)] == [NAMES[0]] * 2
    assert [archetype(rules_before=False, reviewed=reviewed) for reviewed in (True, False)] == list(NAMES[1:])


def test_the_bound_keeps_the_promise_on_the_test_images_and_the_plain_error_breaks_it():
    assert picked("bound")[1] <= PROMISE
    assert picked("error")[1] > PROMISE
    assert picked("error")[0] in asking.THRESHOLDS


def test_all_report_success_and_far_fewer_have_it_when_judged_on_the_same_images():
    shares = model.summary(0.03, 600)
    same, error, bound = (shares.loc[way] for way in picking.WAYS)
    assert same.reported == 1
    assert same.kept < 0.7
    assert error.reported < 1, "fresh images make it show"
    assert bound.kept > 0.95
    assert bound.automated < min(same.automated, error.automated), "a person looks more often"
    assert 600 == 2 * 300


def test_each_nine_takes_ten_times_as_many_trials():
    trials = claims.without_failure()["trials"].to_list()
    assert [round(later / earlier) for earlier, later in itertools.pairwise(trials)] == [10, 10, 10]


def test_each_move_of_an_autonomous_system_gains_feasibility_and_costs_impact():
    way = model.way("Autonomous", ["put people in the loop", "add guardrails", "limit the scope"])
    assert way["feasibility"].is_monotonic_increasing
    assert way["impact"].is_monotonic_decreasing


def test_a_wheel_with_a_cut_link_learns_no_more_than_it_would_without_users():
    for cut in ({"capture": 0}, {"capture": 0.05, "exponent": 0}):
        assert model.run(**cut)["error"].nunique() == 1


def test_the_opposing_view_is_right_or_wrong_by_where_the_cars_learn():
    totals = {learning: miles.outlook(1.2, 12, learning).over() for learning in (miles.ON_ROAD, miles.NOTHING)}
    assert totals[miles.ON_ROAD]["now"] < totals[miles.ON_ROAD]["proof"]
    assert totals[miles.NOTHING]["now"] > totals[miles.NOTHING]["proof"]
