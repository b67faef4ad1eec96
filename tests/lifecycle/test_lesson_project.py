"""What the explorers of the project part keep in every state, and that each number in their texts is a computed one."""

import re

import pytest
from items import said, sweep
from mlprojects.lifecycle import lesson_project as lesson
from mlprojects.lifecycle import outlook_project as model
from mlprojects.lifecycle.project import ARROWS, BEFORE, WEEKS, Project, early_loops, field_loops

DIAGRAM, LOOP, SIMULATOR = lesson.lifecycle_diagram, lesson.one_loop, lesson.project_simulator


# The diagram ----------------------------------------------------------------------------------------------------------


def test_each_step_of_the_diagram_says_what_is_new_and_why():
    for state, view in sweep(DIAGRAM):
        assert view.says.startswith(f"Step {state['step']}: ")
        assert " Why: " in view.says


@pytest.mark.parametrize(
    ("step", "arrow"), [(3, (2, 1)), (5, (3, 2)), (6, (3, 1)), (8, (4, 3)), (9, (4, 2)), (10, (4, 1))]
)
def test_an_arrows_step_says_every_reason(step, arrow):
    view = DIAGRAM.at(step=step)
    assert f"from phase {arrow[0]} back to phase {arrow[1]}" in view.says
    for reason in view.table["Reason to go back"]:
        assert reason in view.says


# One way back ---------------------------------------------------------------------------------------------------------


def test_a_way_back_costs_more_the_oftener_it_is_taken_and_the_farther_it_leads():
    weeks = {(s["arrow"], s["chance"]): v.table["Expected weeks"].sum() for s, v in sweep(LOOP)}
    for arrow in ARROWS:
        costs = [weeks[arrow, chance] for chance in lesson.CHANCES]
        assert costs[0] == pytest.approx(sum(WEEKS))
        assert costs == sorted(costs)
        assert costs[-1] > costs[0]
        assert all(weeks[(4, 1), p] >= weeks[arrow, p] for p in lesson.CHANCES)


def test_going_back_once_at_most_is_never_enough():
    for state, view in sweep(LOOP):
        if state["chance"]:
            once = model.once_only(state["arrow"], state["chance"])
            assert once < view.table["Expected weeks"].sum()


def test_where_the_weeks_go_sums_to_what_is_said():
    for state, view in sweep(LOOP):
        known = model.one_loop(state["arrow"], state["chance"])
        table = model.by_phase(known)
        assert table["in all"].sum() == pytest.approx(known.weeks)
        assert (table["in all"] >= table["weeks"] * (1 - 1e-9)).all(), "every phase is visited at least once"
        assert f"{known.weeks:.1f} weeks are to be expected" in view.says or state["chance"] == 0


# The simulator --------------------------------------------------------------------------------------------------------


def test_simulated_and_exact_stand_within_four_standard_errors_in_every_state():
    for state, view in sweep(SIMULATOR):
        for pilot in ("Late", "Early"):
            simulated, exact = view.table[f"{pilot}, simulated"], view.table[f"{pilot}, exact"]
            shipped = lesson.COUNT * (1 - exact["Never ships (%)"] / 100)
            error = exact["Their standard deviation"] / shipped**0.5
            assert abs(simulated["Weeks to ship"] - exact["Weeks to ship"]) < 4 * error + 0.01, (state, pilot)


def test_an_early_pilot_is_said_to_change_nothing_exactly_if_the_field_is_without_trouble():
    for state, view in sweep(SIMULATOR):
        assert ("would change nothing" in view.says) == (state["trouble"] == 0), state


def test_more_trouble_in_the_field_never_lets_more_projects_ship_and_abandonment_decides_whether_all_do():
    for state, view in sweep(SIMULATOR):
        never = view.table["Late, exact"]["Never ships (%)"]
        goes_back = state["trouble"] or state["before"]
        assert (never > 0) == bool(state["abandon"] and goes_back), state
        assert view.table["Early, exact"]["Never ships (%)"] <= never
        assert ("all ship in the end" in view.says) == (never == 0)


def test_what_the_other_pilot_would_change_is_told_in_weeks():
    for state, view in sweep(SIMULATOR):
        late, early = (view.table[f"{pilot}, exact"]["Weeks to ship"] for pilot in ("Late", "Early"))
        told = re.search(r"it would take ([\d.]+) weeks (longer|less)\.", view.says)
        assert bool(told) == ("would change nothing" not in view.says)
        if told:
            change = (early - late) * (1 if state["pilot"] == "late" else -1)
            assert float(told[1]) == pytest.approx(abs(change), abs=0.07)
            assert (told[2] == "longer") == (change > 0)


def test_a_pilot_saves_nothing_where_there_is_no_trouble_and_more_the_more_there_is():
    weeks = [model.saved(Project(loops=early_loops(1) | field_loops(trouble))) for trouble in (0, 0.2, 0.4, 0.6)]
    assert weeks[0] == pytest.approx(0)
    assert weeks == sorted(weeks)
    assert lesson.early_saves.truth() == f"about {model.saved(Project()):.0f} weeks"


def test_steps_before_the_field_grow_in_proportion_and_cannot_be_negative():
    assert early_loops(1) == dict(BEFORE)
    assert early_loops(1.5) == {arrow: pytest.approx(1.5 * chance) for arrow, chance in BEFORE.items()}
    with pytest.raises(ValueError, match="How many times as likely must be a number of at least 0; got -1"):
        early_loops(-1)


def test_raising_the_trouble_never_shortens_a_project_that_is_not_abandoned():
    for before in lesson.STEPS_BACK.values():
        weeks = [
            SIMULATOR.at(trouble=trouble, before=before).table["Late, exact"]["Weeks to ship"]
            for trouble in SIMULATOR.controls["trouble"].values
        ]
        assert weeks == sorted(weeks)


def test_the_simulators_start_is_the_project_that_the_texts_speak_of():
    start = SIMULATOR.at().table["Late, exact"]["Weeks to ship"]
    assert start == round(model.exact(Project())[model.MEAN], 2)


# Texts ----------------------------------------------------------------------------------------------------------------


def test_what_is_said_of_going_back_in_half_of_the_cases():
    text, total = said(lesson.half_go_back), sum(WEEKS)
    assert "{:g}, {:g}, {:g} and {:g} weeks: {:g} in all".format(*WEEKS, total) in text
    assert f"{total:g} + {total / 2:g} + {total / 4:g} + ... = {lesson.half_go_back.truth():g}" in text
    assert f"going back once only says {model.once_only((4, 1), 0.5):g}" in text
    numbers = {*map("{:g}".format, (*WEEKS, total, total / 2, total / 4, 1, 4, 32, 24))}
    assert set(re.findall(r"\d+(?:\.\d+)?", text)) <= numbers


def test_what_is_said_of_the_early_pilot():
    text, project = said(lesson.early_saves), Project()
    late, early = (model.exact(project.piloted(pilot))[model.MEAN] for pilot in ("late", "early"))
    assert f"**{project.back(4):.0%}**".replace("%", " %") in text
    assert f"reveals **{project.reveals:.0%}**".replace("%", " %") in text
    assert [round(1 / BEFORE[arrow]) for arrow in ((2, 1), (3, 2), (3, 1))] == [10, 5, 10]
    assert "one project in ten goes back from 2 to 1, one in five from 3 to 2, one in ten from 3 to 1" in text
    assert project.share == 0.25
    assert "after a quarter of its weeks in phases 3 and 4" in text
    assert "a quarter of the way into phases 3 and 4" in text
    assert f"a project takes about **{late:.0f} weeks**" in text
    assert f"{early:.1f} weeks are to be expected instead of {late:.1f}" in text
    assert lesson.early_saves.truth() == f"about {late - early:.0f} weeks"
    assert set(BEFORE) | {(4, 1), (4, 2), (4, 3)} == set(ARROWS)


def test_predictions_come_before_what_they_ask_about():
    assert LOOP.after is lesson.half_go_back
    assert SIMULATOR.after is lesson.early_saves
    assert DIAGRAM.after is None
