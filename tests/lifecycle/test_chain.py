"""The closed form keeps what must hold of any project, and agrees with the cases that can be worked out by hand."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.lifecycle.chain import chain, expected, fundamental, transitions
from mlprojects.lifecycle.project import ARROWS, PILOTS, WEEKS, Project, field_loops

CHANCE = st.floats(0, 0.3)
WEEK = st.floats(0, 20)
NEVER = st.just(0.0)


@st.composite
def projects(draw, abandon=NEVER, pilots=PILOTS, trouble=True):
    loops = {arrow: draw(CHANCE) if trouble or arrow[0] < 4 else 0.0 for arrow in ARROWS}
    return Project(
        weeks=tuple(draw(WEEK) for _ in WEEKS),
        loops=loops,
        variation=draw(st.floats(0, 2)),
        abandon=draw(abandon),
        pilot=draw(st.sampled_from(pilots)),
        share=draw(st.floats(0, 1)),
        reveals=draw(st.floats(0, 1)),
    )


def raised(project, arrow, by):
    return replace(project, loops={**project.loops, arrow: project.loops[arrow] + by})


def at_most(one, other):
    return one <= other + 1e-9 * max(1, abs(other))


@given(projects(st.floats(0, 1)))
def test_chances_are_chances_and_each_row_sums_to_one(project):
    moves = chain(project).moves.to_numpy()
    assert (moves >= -1e-12).all()
    assert moves.sum(axis=1) == pytest.approx(1)


@given(projects(st.floats(0, 1)))
def test_every_project_ends_and_none_ships_more_often_than_always(project):
    known, shape = expected(project), chain(project)
    ended = fundamental(shape.inner)[0] @ shape.moves[["shipped", "abandoned"]].to_numpy()
    assert ended.sum() == pytest.approx(1)
    assert known.ships == pytest.approx(ended[0])
    assert 0 < known.ships <= 1


@given(projects(trouble=True))
def test_without_abandonment_all_ship(project):
    known = expected(project)
    assert known.ships == pytest.approx(1)
    assert known.weeks_shipped == pytest.approx(known.weeks)
    assert known.deviation_shipped == pytest.approx(known.deviation, abs=1e-5)


@pytest.mark.parametrize("pilot", PILOTS)
def test_without_loops_it_is_the_plain_sum_of_the_phases(pilot):
    known = expected(Project(loops={}, pilot=pilot, variation=0.5))
    assert known.weeks == pytest.approx(sum(WEEKS))
    assert known.visits.tolist() == pytest.approx([1, 1, 1, 1])
    assert known.deviation == pytest.approx(0.5 * math.sqrt(sum(w**2 for w in WEEKS)))


@pytest.mark.parametrize("arrow", ARROWS)
@pytest.mark.parametrize("chance", [0.1, 0.5, 0.9])
def test_one_loop_alone_is_a_geometric_series(arrow, chance):
    again = sum(WEEKS[arrow[1] - 1 : arrow[0]])
    assert expected(Project(loops={arrow: chance})).weeks == pytest.approx(sum(WEEKS) + chance / (1 - chance) * again)


@pytest.mark.parametrize("variation", [0, 0.5, 1.5])
def test_the_spread_of_whole_rounds_is_that_of_a_random_sum(variation):
    chance, rounds = 0.4, 1 / 0.6
    known = expected(Project(loops={(4, 1): chance}, variation=variation))
    one = sum((variation * w) ** 2 for w in WEEKS)
    assert known.deviation**2 == pytest.approx(rounds * one + chance / 0.6**2 * sum(WEEKS) ** 2)


def test_visits_by_a_system_of_equations_of_its_own():
    project = Project()
    visits, p = expected(project).visits, project.loops
    assert visits[4] == pytest.approx(1 / (1 - project.back(4)))
    for phase in (1, 2, 3):
        back = sum(visits[later] * p[later, phase] for later in range(phase + 1, 5))
        start = 1.0 if phase == 1 else visits[phase - 1] * (1 - project.back(phase - 1))
        assert visits[phase] == pytest.approx(start + back)


@given(projects(), st.sampled_from(ARROWS), st.floats(0, 0.09))
def test_raising_any_loop_never_shortens_a_project(project, arrow, by):
    assert at_most(expected(project).weeks, expected(raised(project, arrow, by)).weeks)


@given(projects(st.floats(0, 1)), st.sampled_from(ARROWS), st.floats(0, 0.09))
def test_raising_any_loop_never_raises_the_chance_to_ship(project, arrow, by):
    assert at_most(expected(raised(project, arrow, by)).ships, expected(project).ships)


def test_with_abandonment_a_loop_may_end_a_project_sooner():
    project = Project(loops={}, abandon=1)
    assert expected(raised(project, (2, 1), 0.5)).weeks < expected(project).weeks


@given(projects(st.floats(0, 1), trouble=False))
def test_an_early_pilot_changes_nothing_for_those_who_ship_if_nothing_can_go_wrong_in_the_field(project):
    early, late = (expected(project.piloted(pilot)) for pilot in ("early", "late"))
    assert early.ships == pytest.approx(late.ships)
    assert early.weeks_shipped == pytest.approx(late.weeks_shipped)
    assert early.deviation_shipped == pytest.approx(late.deviation_shipped, abs=1e-4)
    assert early.visits.tolist() == pytest.approx(late.visits.tolist())
    # Whoever gives up in phase 3 has paid for a pilot.
    assert at_most(late.weeks, early.weeks)


@given(projects())
def test_an_early_pilot_that_reveals_nothing_changes_nothing(project):
    blind = replace(project, reveals=0)
    early, late = (expected(blind.piloted(pilot)) for pilot in ("early", "late"))
    assert early.weeks == pytest.approx(late.weeks)
    assert early.deviation == pytest.approx(late.deviation, abs=1e-4)


@given(projects())
def test_an_early_pilot_never_takes_longer_and_meets_as_many_versions(project):
    early, late = (expected(project.piloted(pilot)) for pilot in ("early", "late"))
    assert at_most(early.weeks, late.weeks)
    assert early.pilots == pytest.approx(late.visits[4])
    assert at_most(early.visits[4], late.visits[4])


@given(projects(st.floats(0, 1)))
def test_an_early_pilot_never_ships_less_often(project):
    early, late = (expected(project.piloted(pilot)).ships for pilot in ("early", "late"))
    assert at_most(late, early)


@given(projects(st.floats(0, 1), pilots=("late",)))
def test_the_fundamental_matrix_is_the_sum_of_all_powers(project):
    moves = transitions(project)
    total, power = np.eye(4), moves
    for _ in range(12):  # the sum of twice as many powers each time
        total, power = total + power @ total, power @ power
    assert fundamental(moves) == pytest.approx(total, rel=1e-5, abs=1e-6)


@pytest.mark.parametrize(
    ("moves", "message"),
    [
        ([[0.5, 0.6], [0, 0]], "no row may sum to more than 1"),
        ([[0, -0.1], [0, 0]], "numbers from 0 to 1"),
        ([[0, math.nan], [0, 0]], "numbers from 0 to 1"),
        ([[0, 1, 0], [0, 0, 1]], "square"),
        ([[0, 1], [1, 0]], "no end can be reached"),
        ([[0.2, 0], [0, 1]], "no end can be reached"),
    ],
)
def test_a_matrix_that_is_none_of_chances_is_told_so(moves, message):
    with pytest.raises(ValueError, match=message):
        fundamental(moves)


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        ({"weeks": (1, 2, 3)}, ValueError, "4 phases"),
        ({"weeks": (1, 2, 3, -1)}, ValueError, "weeks of phase 4 must be a number of at least 0"),
        ({"weeks": (1, 2, 3, "4")}, TypeError, "weeks of phase 4"),
        ({"loops": {(1, 2): 0.1}}, ValueError, r"no arrow \(1, 2\)"),
        ({"loops": {(4, 1): math.nan}}, ValueError, "from 4 to 1"),
        ({"loops": {(4, 1): 0.5, (4, 2): 0.5}}, ValueError, "back from phase 4 add up to 1; it must be less than 1"),
        ({"abandon": 1.1}, ValueError, "chance to abandon must be a number from 0 to 1"),
        ({"pilot": "never"}, ValueError, "'late', 'early'"),
        ({"share": -0.1}, ValueError, "share of an early pilot"),
        ({"reveals": True}, TypeError, "reveals"),
        ({"variation": -1}, ValueError, "variation"),
    ],
)
def test_bad_input_gets_one_clear_sentence(change, error, message):
    with pytest.raises(error, match=message) as told:
        Project(**change)
    assert str(told.value).count("\n") == 0


def test_trouble_in_the_field_is_split_over_its_three_arrows():
    assert sum(field_loops(0.4).values()) == pytest.approx(0.4)
    assert set(field_loops(0.4)) == {(4, 1), (4, 2), (4, 3)}
    with pytest.raises(ValueError, match="from 0 to 1"):
        field_loops(1.5)


def test_nobody_can_change_a_project_from_outside():
    loops = {(2, 1): 0.1}
    project = Project(loops=loops)
    loops[2, 1] = 0.9
    assert project.loops[2, 1] == 0.1
    with pytest.raises(TypeError):
        project.loops[2, 1] = 0.9
