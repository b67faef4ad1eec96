"""Every number in the notebook's prose, and every verdict, is what the model computes."""

import itertools
import re

import jupytext
from mlprojects.archetypes import asking, claims, flywheel, guides, lesson, miles, model, picking, placing
from mlprojects.archetypes.archetype_table import ARCHETYPES, NAMES, archetype
from mlprojects.course.house import NOTEBOOKS
from prose import left_over, prose

STEM = "03_archetypes"
LOOSE, PROMISE = 0.05, 0.02
"""The promise of the worked cell of part 6, and the stricter one that is told."""


def text():
    return " ".join(prose(STEM).split())


def judged(part):
    return model.by_threshold(model.classifier_scores(part), person=3)


def picked(by, rate=PROMISE):
    """The threshold picked on validation, by "bound" (as in the worked cell) or "error", and its row on the test."""
    threshold = model.cheapest_threshold(judged(model.VALIDATION), rate, by)
    return threshold, judged(model.TEST).T[threshold]


def fragments():
    loose = picked("bound", LOOSE)[1]
    return [
        f"at most {100 * 0.15:g} % of the answers are wrong",
        f"at {100 * claims.CONFIDENCE:g} % confidence",
        "(Clopper and Pearson, 1934)",
        f"at most {100 * LOOSE:g} % errors, in code",
        f"these {loose.automated:.0f} test images it errs in {100 * loose.error:.1f} %",
        f"for a promise of {100 * PROMISE:g} %, had we asked only",
        f"{asking.ERROR:g} for a wrong decision, {asking.PERSON:g} for a person's",
        f"tries {len(picking.CHOICE)} and takes",
        f"at most {100 * (1 - claims.CONFIDENCE):.0f} of {picking.TEAMS} teams, in the long run",
        f"That is {100 * (1 - claims.CONFIDENCE):.0f} of *all* teams",
        f"shares of {picking.TEAMS} teams",
        f"the first {flywheel.USERS} users",
        f"get through in only {100 * miles.chance_of_proof(0.5):.0f} of 100 cases",
        f"within {100 * miles.PRECISION:g} %",
        f"At {100 * claims.CONFIDENCE:g} % confidence, a claim",
        f"we would have picked {100 * picked('error')[0]:g} % sure",
        f"Each of {picking.TEAMS} teams draws",
        "For a promise of 3 % and twice as many images",
        "**Software 2.0**: a model does better",
        "*Software 2.0* was called",
        "calls it Software 2.0: a model",
    ]


def test_every_number_in_the_prose_is_a_computed_one():
    assert left_over(STEM, fragments()) == []


def test_the_numbers_that_are_written_out_are_right():
    said = text()
    written = {
        "Sixteen products to sort": len(lesson.products.pages) == 16,
        "The first four are enough to see the pattern: in two of them a single decision changes": (
            sum(len(page) > 1 for page in lesson.products.pages[:4]) == 2
        ),
        "The other twelve *may wait*": len(lesson.products.pages) - 4 == 12,
        "A hundred teams": picking.TEAMS == 100,
        "in these four stories": len(lesson.broken_link.pages) == 4,
        "three archetypes": len(NAMES) == 3,
        "We made twelve questions": len(guides.CHECKS) == 12,
        "two products of ours": len(guides.PRODUCTS) == 2,
        "two small functions": len(lesson.TASKS) == 2,
    }
    for words, right in written.items():
        assert words.lower() in said.lower(), words
        assert right, words


def test_the_archetypes_and_the_two_products_are_told_in_the_words_of_the_tables():
    said = text()
    assert f"**{NAMES[0]}**: {ARCHETYPES['definition'][NAMES[0]].replace('a program with ', '')}." in said
    assert f"**{NAMES[1]}**: {ARCHETYPES['definition'][NAMES[1]]}." in said
    for product, what in guides.PRODUCTS.items():
        assert f"*{product}*: {what}." in said


def test_the_two_questions_give_each_archetype():
    assert [archetype(rules_before=True, reviewed=reviewed) for reviewed in (True, False)] == [NAMES[0]] * 2
    assert [archetype(rules_before=False, reviewed=reviewed) for reviewed in (True, False)] == list(NAMES[1:])


def test_the_bound_keeps_the_promise_on_the_test_images_and_the_plain_error_breaks_it():
    assert picked("bound")[1]["error"] <= PROMISE < picked("bound")[1]["bound"], "alone, they would not allow it"
    assert picked("bound", LOOSE)[1]["bound"] <= LOOSE, "alone, they would"
    assert picked("error")[1]["error"] > PROMISE
    assert picked("error")[0] in asking.THRESHOLDS


def test_all_report_success_and_far_fewer_have_it_when_judged_on_the_same_images():
    shares = model.teams_by_way(0.03, 600)
    same, error, bound = (shares.loc[way] for way in picking.WAYS)
    assert same.reported == 1
    assert same.kept < 0.7
    assert error.reported < 1, "fresh images make it show"
    assert bound.broken < 0.05
    assert bound.found < 1, "some promise nothing"
    assert bound.automated < min(same.automated, error.automated), "a person looks more often"
    assert 600 == 2 * 300


def test_each_nine_takes_ten_times_as_many_trials():
    trials = claims.without_failure()["trials"].to_list()
    assert [round(later / earlier) for earlier, later in itertools.pairwise(trials)] == [10, 10, 10]


def test_each_move_of_an_autonomous_system_gains_feasibility_and_costs_impact():
    way = model.moves_made("Autonomous", ["put people in the loop", "add guardrails", "limit the scope"])
    assert way["feasibility"].is_monotonic_increasing
    assert way["impact"].is_monotonic_decreasing
    sizes = {move.name: (move.feasibility, move.impact) for move in placing.moves_of("Autonomous")}
    told = way.diff().dropna().astype(int)
    assert {str(name): (row["feasibility"], row["impact"]) for name, row in told.iterrows()} == sizes


def test_behind_a_cut_link_nothing_moves_and_nothing_feeds_itself():
    data, learns, users = (
        model.run_wheel(**cut)
        for cut in ({"capture": 0}, {"capture": 0.05, "exponent": 0}, {"capture": 0.05, "value": 0})
    )
    assert [data[column].nunique() for column in ("labels", "error", "users")] == [1, 1, 1]
    assert [learns[column].nunique() for column in ("error", "users")] == [1, 1]
    assert users["users"].unique().tolist() == [flywheel.USERS]
    assert users["error"].is_monotonic_decreasing
    for steady in (learns, users):
        assert steady["labels"].diff().dropna().round(6).nunique() == 1, "at a steady pace"
        assert steady["labels"].iloc[-1] > steady["labels"].iloc[0]
    assert users["error"].iloc[-1] < users["error"].iloc[0], "the model still gets better"


def test_no_worked_cell_gives_away_what_is_asked_below_it():
    code = [cell.source for cell in jupytext.read(NOTEBOOKS / f"{STEM}.py").cells if cell.cell_type == "code"]
    for asked, worked in (
        ("clean_runs", "model.without_failure()"),
        ("moves_to_make", "model.moves_made("),
        ("thousand_clean", "model.without_failure()"),
    ):
        (place,) = [number for number, source in enumerate(code) if worked in source]
        assert code.index(f"lesson.{asked}") < place, asked


def test_the_core_is_an_hour_and_a_quarter():
    minutes = sum(map(int, re.findall(r"^\| \d [^|]+ \| (\d+) \|$", prose(STEM), re.MULTILINE)))
    waits = {"most cards": 8, "stories": 4, "design check": 5, "cars": 14, "hundred teams": 9, "second task": 6}
    assert 70 <= minutes - sum(waits.values()) <= 80
    assert prose(STEM).lower().count("may wait") == len(waits) + 2, "and twice where it is announced"


def test_the_opposing_view_is_right_or_wrong_by_where_the_cars_learn():
    totals = {learning: miles.outlook(1.2, 12, learning).over() for learning in (miles.ON_ROAD, miles.NOTHING)}
    assert totals[miles.ON_ROAD]["now"] < totals[miles.ON_ROAD]["proof"]
    assert totals[miles.NOTHING]["now"] > totals[miles.NOTHING]["proof"]
