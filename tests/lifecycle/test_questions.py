"""The lifecycle questions: what they say about phases and arrows is what the diagram says."""

import re
from itertools import combinations
from math import comb, perm

import pytest
from items import right
from mlprojects.engine import Form, Question
from mlprojects.lifecycle.diagram import LOOPS, PHASES
from mlprojects.lifecycle.texts import TEXTS

NAMES = (
    "lamps_differ",
    "error_halves",
    "annotators_disagree",
    "early_deployment",
    "backward_jumps",
    "drawn_apart",
)
ENTRIES = {name: TEXTS.entry("questions", name) for name in NAMES}
CHOICES = {name: entry["options"] for name, entry in ENTRIES.items() if entry["kind"] == "one"}
JUMPS = ENTRIES["backward_jumps"]
ARROWS = {loop.arrow for loop in LOOPS}
NUMBERS = [phase.number for phase in PHASES]
ARROW = re.compile(r"(\d) → (\d)")


def arrows_in(text):
    return [(int(later), int(earlier)) for later, earlier in ARROW.findall(text)]


# The count of arrows --------------------------------------------------------------------------------------------------


def test_the_jumps_back_are_the_pairs_of_phases_and_the_diagram_draws_them_all():
    assert {(later, earlier) for earlier, later in combinations(NUMBERS, 2)} == ARROWS
    assert JUMPS["answer"] == comb(len(NUMBERS), 2) == len(LOOPS)
    assert f"= {len(LOOPS)} pairs" in JUMPS["why"]


def test_the_mistaken_counts_are_what_their_reasons_say():
    assert {m["misconception"]: m["value"] for m in JUMPS["mistakes"]} == {
        "only adjacent arrows exist": sum(later - earlier == 1 for later, earlier in ARROWS),
        "both directions are counted": perm(len(NUMBERS), 2),
        "one arrow a phase": len(NUMBERS),
        "forward arrows are counted too": len(LOOPS) + len(NUMBERS) - 1,
    }


def test_the_hint_and_the_solution_count_the_arrows_from_each_phase():
    starts = [sum(later == phase for later, _ in ARROWS) for phase in NUMBERS[1:]]
    assert JUMPS["hints"][-1] == " + ".join(map(str, starts))
    assert sorted(arrows_in(JUMPS["solution"])) == sorted(ARROWS)


@pytest.mark.parametrize("written", ["6", " 6 ", "6.0", 6])
def test_the_count_may_be_written_in_several_ways(written):
    assert Question(TEXTS, "backward_jumps").grade(written).result == "right"


def test_three_arrows_is_told_about_the_jumps():
    outcome = Question(TEXTS, "backward_jumps").grade(3)
    assert outcome.misconceptions == ("only adjacent arrows exist",)
    assert "from 4 to 2" in outcome.because


# The choices ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "arrow"), [("lamps_differ", (4, 2)), ("error_halves", (4, 1)), ("annotators_disagree", (3, 2))]
)
def test_the_right_option_and_the_solution_name_the_arrow(name, arrow):
    assert arrow in ARROWS
    assert arrows_in(right(ENTRIES[name])["text"]) == [arrow]
    assert arrows_in(ENTRIES[name]["solution"]) == [arrow]


@pytest.mark.parametrize("name", NAMES)
def test_every_arrow_named_is_one_of_the_diagram(name):
    assert set(arrows_in(str(ENTRIES[name]))) <= ARROWS


def test_misconceptions_have_names_of_their_own_across_the_questions():
    wrong = [o for options in CHOICES.values() for o in options if not o.get("right")] + JUMPS["mistakes"]
    names = [each["misconception"] for each in wrong]
    assert sorted(set(names)) == sorted(names)


# The page of the brief ------------------------------------------------------------------------------------------------


def test_the_form_asks_for_a_phase_of_the_diagram_and_keeps_what_is_written():
    form = Form(TEXTS, "lifecycle")
    fields = {field["name"]: field for field in form.entry["fields"]}
    assert list(fields) == ["phase", "requirement", "loops", "pilot"]
    assert fields["phase"]["options"] == ["not started", *(f"{phase.number}: {phase.name}" for phase in PHASES)]
    assert form.save(phase=fields["phase"]["options"][2], pilot="In May, in the lab, with two pickers.") == {}
    assert form.values["pilot"].startswith("In May")
    assert "not started" in form.save(phase="5: Resting")["phase"]


def test_the_examples_in_the_form_name_arrows_that_exist():
    helps = " ".join(field["help"] for field in TEXTS.entry("forms", "lifecycle")["fields"])
    assert arrows_in(helps)
    assert set(arrows_in(helps)) <= ARROWS
