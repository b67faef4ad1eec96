"""Fewer steps where a deck would be too large: what stays is the explorer's own."""

import pytest
from mlprojects.course.deck.thinning import BYTES_A_STATE, COARSEST, Thinned, fitting, thin
from mlprojects.engine import Choice, Range, Slider, Switch
from sample import make


@pytest.mark.parametrize("every", [1, 2, 4, COARSEST])
def test_each_state_that_is_left_shows_what_the_whole_explorer_shows_there(every):
    thinned = Thinned(make(), every)
    small = thinned.small
    for key, whole in thinned.states().items():
        assert small.values(key) == thinned.explorer.values(whole)
    assert set(thinned.states()) == set(small.keys())
    assert thinned.states()[small.key()] == thinned.explorer.key(), "it starts where the whole one does"


def test_nothing_is_lost_without_need():
    assert len(Thinned(make()).small) == len(make())


def test_ends_and_default_of_a_slider_stay():
    slider = Slider("S", 0, 100, 1, default=37)
    values = thin(slider, 8).values
    assert {0, 37, 100} <= set(values)
    assert len(values) == 13 + 2
    assert thin(slider, 8).values[thin(slider, 8).default] == 37


def test_a_range_keeps_every_pair_of_the_ends_that_are_left():
    ranged = thin(Range("R", 0, 10, 1, default=(3, 10)), 5)
    ends = sorted({end for pair in ranged.values for end in pair})
    assert ends == [0, 3, 5, 10]
    assert len(ranged.values) == 4 * 5 / 2


def test_switches_stay_and_choices_lose_options_only_at_the_coarsest():
    choice, switch = Choice("C", "abcdef"), Switch("S")
    assert thin(choice, 32) == choice
    assert thin(choice, COARSEST).values == ("a", "f")
    assert thin(switch, COARSEST) == switch


def test_what_others_depend_on_stays_whole():
    assert len(Thinned(make(), COARSEST).small.controls["rule"].values) == 3


def test_the_largest_gives_way_first_and_the_budget_holds():
    explorers = {"one": make(), "two": make()}
    whole = len(make())
    assert {t.every for t in fitting(explorers, 2 * whole * BYTES_A_STATE).values()} == {1}
    chosen = fitting(explorers, (2 * whole - 1) * BYTES_A_STATE)
    assert sum(len(t.small) for t in chosen.values()) < 2 * whole
    assert min(t.every for t in chosen.values()) == 1
