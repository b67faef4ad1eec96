"""Places and moves: no move makes a project less feasible, moves add up, and nothing leaves the square."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.archetypes import placing
from mlprojects.archetypes.archetype_table import AUTONOMOUS, LOOP, NAMES, SOFTWARE
from mlprojects.archetypes.texts import TEXTS


def names_of(archetype):
    return [move.name for move in placing.moves_of(archetype)]


@st.composite
def taken(draw):
    archetype = draw(st.sampled_from(NAMES))
    return archetype, draw(st.lists(st.sampled_from(names_of(archetype)), unique=True))


def test_the_order_of_the_places_is_the_drawings():
    places = placing.PLACES
    assert places[AUTONOMOUS].feasibility < places[LOOP].feasibility < placing.MIDDLE < places[SOFTWARE].feasibility
    assert places[AUTONOMOUS].impact > placing.MIDDLE > places[LOOP].impact > places[SOFTWARE].impact
    assert placing.started_high() == ()


def test_the_moves_are_those_of_the_lecture():
    assert {name: len(placing.moves_of(name)) for name in NAMES} == {SOFTWARE: 1, LOOP: 2, AUTONOMOUS: 3}
    (loop,) = placing.moves_of(SOFTWARE)
    assert loop.feasibility > 0, "the lecture: a data loop raises both"
    assert loop.impact > 0
    design, early = placing.moves_of(LOOP)
    assert design.impact > early.impact, (
        "the lecture: design makes it of more impact, too; of an early release it does not"
    )


@pytest.mark.parametrize("move", placing.MOVES, ids=lambda move: move.name)
def test_no_move_lowers_feasibility_and_each_changes_something_and_costs_something(move):
    assert move.feasibility >= 0
    assert (move.feasibility, move.impact) != (0, 0)
    assert len(move.gains) > 20
    assert len(move.costs) > 15


@given(taken())
def test_moves_add_up_and_never_leave_the_square(case):
    archetype, moves = case
    start, now = placing.PLACES[archetype], placing.after(archetype, moves)
    chosen = [move for move in placing.MOVES if move.name in moves]
    assert now.feasibility - start.feasibility == sum(move.feasibility for move in chosen)
    assert now.impact - start.impact == sum(move.impact for move in chosen)
    assert 0 < now.feasibility < placing.HIGHEST
    assert 0 < now.impact < placing.HIGHEST


@given(taken(), st.randoms())
def test_neither_order_nor_repetition_matters(case, random):
    archetype, moves = case
    again = moves + moves
    random.shuffle(again)
    assert placing.after(archetype, again) == placing.after(archetype, moves)


@given(taken())
def test_one_more_move_is_never_less_feasible_and_always_elsewhere(case):
    archetype, moves = case
    now = placing.after(archetype, moves)
    for name in set(names_of(archetype)) - set(moves):
        then = placing.after(archetype, [*moves, name])
        assert then.feasibility >= now.feasibility
        assert then != now


@pytest.mark.parametrize("archetype", [SOFTWARE, LOOP])
def test_all_its_moves_bring_an_archetype_to_the_top_right_and_each_of_them_is_needed(archetype):
    moves = names_of(archetype)
    assert placing.after(archetype, moves).high
    for name in moves:
        assert not placing.after(archetype, set(moves) - {name}).high


def test_of_an_autonomous_systems_moves_two_will_do_and_all_three_cost_too_much():
    moves = names_of(AUTONOMOUS)
    some = [set(chosen) for size in range(len(moves) + 1) for chosen in combinations(moves, size)]
    assert [chosen for chosen in some if placing.after(AUTONOMOUS, chosen).high] == [{placing.PEOPLE, placing.SCOPE}]
    assert placing.after(AUTONOMOUS, moves).impact < placing.MIDDLE
    furthest = max(placing.moves_of(AUTONOMOUS), key=lambda move: move.feasibility)
    assert furthest.name == placing.SCOPE
    assert furthest.impact == min(move.impact for move in placing.moves_of(AUTONOMOUS)), "and it costs most"


@given(taken())
def test_the_way_starts_at_the_place_and_ends_after_all_moves(case):
    archetype, moves = case
    way = placing.way(archetype, moves)
    start, now = placing.PLACES[archetype], placing.after(archetype, moves)
    assert list(way.index) == ["at first", *[name for name in names_of(archetype) if name in moves]]
    assert tuple(way.iloc[0]) == (start.feasibility, start.impact)
    assert tuple(way.iloc[-1]) == (now.feasibility, now.impact)


def test_what_would_leave_the_square_stops_at_its_edge(monkeypatch):
    far = placing.Move("far", SOFTWARE, 80, -80, "", "")
    monkeypatch.setattr(placing, "MOVES", (far,))
    assert placing.after(SOFTWARE, ["far"]) == placing.Place(placing.HIGHEST, 0)


def test_bad_input_is_refused_in_one_sentence():
    with pytest.raises(ValueError, match="archetype 'Robot' is not known"):
        placing.after("Robot")
    with pytest.raises(ValueError, match="move 'limit the scope' is not known; it may be 'build a data loop'"):
        placing.after(SOFTWARE, [placing.SCOPE])
    with pytest.raises(ValueError, match="impact must be a number from 0 to 100; got 101"):
        placing.Place(50, 101)


# The board ------------------------------------------------------------------------------------------------------------

BOARD = TEXTS.entry("boards", "archetype_places")


def test_the_board_starts_where_the_model_has_the_archetypes():
    points = {point["label"]: point for point in BOARD["points"]}
    for name, place in placing.PLACES.items():
        assert (points[name]["x"], points[name]["y"]) == (place.feasibility, place.impact)
        assert points[name]["range"] == placing.ROUGH
    assert "range of ten points" in BOARD["prompt"]
    assert placing.ROUGH == 10


def test_the_board_says_whose_judgement_it_is_and_has_room_for_ones_own():
    assert "you may disagree" in BOARD["prompt"]
    assert "our own guess" in " ".join(BOARD["prompt"].split())
    assert [point["name"] for point in BOARD["points"] if point.get("own")] == ["own"]
    assert [point["name"] for point in BOARD["points"]] == ["software", "loop", "autonomous", "robot", "own", "moved"]
    assert "one move" in BOARD["points"][-1]["label"]


def test_the_robot_stands_where_it_stands_on_the_board_of_priorities():
    from mlprojects.prioritizing.texts import TEXTS as OTHERS  # noqa: PLC0415 - another wing, for this test alone

    def robot(entry):
        (point,) = [point for point in entry["points"] if point["name"] == "robot"]
        return point["label"], point["x"], point["y"], point["range"]

    assert robot(BOARD) == robot(OTHERS.entry("boards", "portfolio"))
