"""Simulated projects: exact along each project where it can be, and near the closed form over many seeds."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.lifecycle.chain import expected
from mlprojects.lifecycle.project import ARROWS, PILOTS, WEEKS, Project, field_loops
from mlprojects.lifecycle.simulator import CHUNK, compare, simulate

VISITS = [f"phase {phase}" for phase in (1, 2, 3, 4)]
SEEDS = range(40)
COUNT = 2_000
NEVER = st.just(0.0)


@st.composite
def projects(draw, abandon=NEVER, **fixed):
    loops = {arrow: draw(st.floats(0, 0.3)) for arrow in ARROWS}
    own = {"variation": draw(st.sampled_from([0, 0.5, 1.5])), "abandon": draw(abandon)}
    own |= {"share": draw(st.floats(0, 1)), "reveals": draw(st.floats(0, 1))}
    return Project(loops=loops, **{**own, **fixed})


@pytest.mark.parametrize("abandon", [0, 0.15])
@pytest.mark.parametrize("pilot", PILOTS)
def test_over_many_seeds_it_is_within_three_standard_errors_of_the_closed_form(pilot, abandon):
    project = Project(pilot=pilot, abandon=abandon)
    known = expected(project)
    truths = {"weeks": known.weeks, "pilots": known.pilots, "shipped": known.ships}
    truths |= dict(zip(VISITS, known.visits, strict=True))
    runs = [simulate(project, COUNT, seed) for seed in SEEDS]
    for name, truth in truths.items():
        means = np.array([run[name].mean() for run in runs])
        spread = np.concatenate([run[name] for run in runs]).std()
        if spread == 0:
            assert (means == pytest.approx(truth)) is True
            continue
        scores = (means - truth) / (spread / np.sqrt(COUNT))
        assert abs(scores.mean()) * np.sqrt(len(scores)) < 3, name
        assert (abs(scores) < 3).mean() >= 0.95, name
        # The errors are those of chance: neither too large nor, as of one draw used again and again, too small.
        assert 0.5 < scores.std() < 1.5, name


@pytest.mark.parametrize("pilot", PILOTS)
@pytest.mark.parametrize("abandon", [0, 0.15])
def test_the_spread_of_the_weeks_is_that_of_the_closed_form(pilot, abandon):
    project = Project(pilot=pilot, abandon=abandon)
    known, runs = expected(project), simulate(project, 100_000, 7)
    shipped = runs.loc[runs["shipped"], "weeks"]
    assert runs["weeks"].std() == pytest.approx(known.deviation, rel=0.02)
    assert shipped.std() == pytest.approx(known.deviation_shipped, rel=0.02)
    assert shipped.mean() == pytest.approx(known.weeks_shipped, rel=0.01)


@given(projects(), st.integers(0, 1000))
def test_an_early_pilot_never_takes_longer_on_the_same_draws(project, seed):
    runs = compare(project, 50, seed)
    assert (runs["early"]["weeks"] <= runs["late"]["weeks"] + 1e-9).all()
    assert (runs["early"]["pilots"] == runs["late"]["phase 4"]).all()
    assert runs["early"]["shipped"].all()


@given(projects(st.floats(0, 1)), st.integers(0, 1000))
def test_whoever_ships_with_a_late_pilot_ships_with_an_early_one(project, seed):
    runs = compare(project, 50, seed)
    assert (runs["early"]["shipped"] >= runs["late"]["shipped"]).all()


@given(projects(st.floats(0, 1)), st.integers(0, 1000))
def test_if_nothing_can_go_wrong_in_the_field_an_early_pilot_changes_nothing_for_who_ships(project, seed):
    safe = replace(project, loops={arrow: chance for arrow, chance in project.loops.items() if arrow[0] < 4})
    late, early = compare(safe, 50, seed).values()
    assert (late["shipped"] == early["shipped"]).all()
    assert (late[VISITS] == early[VISITS]).all(axis=None)
    ships = late["shipped"]
    assert (late["weeks"][ships] == early["weeks"][ships]).all()
    gave_up = early["weeks"][~ships] - late["weeks"][~ships]
    assert (gave_up >= 0).all()


@given(projects(variation=0), st.integers(0, 1000))
def test_without_variation_the_weeks_are_the_visits_times_the_weeks_of_a_visit(project, seed):
    late, early = compare(project, 50, seed).values()
    assert late["weeks"].to_numpy() == pytest.approx(late[VISITS].to_numpy() @ np.array(WEEKS))
    found = early["pilots"] - early["phase 4"]
    first, second, third, fourth = WEEKS
    weeks = early["phase 1"] * first + early["phase 2"] * second + (early["phase 3"] - early["pilots"]) * third
    weeks += early["phase 4"] * (third + fourth) + found * project.share * (third + fourth)
    assert early["weeks"].to_numpy() == pytest.approx(weeks.to_numpy())


def test_with_abandonment_too_the_weeks_are_those_of_the_visits_and_pilots():
    project = Project(variation=0, abandon=0.3, share=0.3, reveals=0.5)
    late, early = compare(project, 20_000, 11).values()
    assert late["weeks"].to_numpy() == pytest.approx(late[VISITS].to_numpy() @ np.array(WEEKS))
    first, second, third, fourth = WEEKS
    base = early["phase 1"] * first + early["phase 2"] * second + (early["phase 3"] - early["pilots"]) * third
    base += early["phase 4"] * (third + fourth)
    short = early["pilots"] - early["phase 4"]
    # A version that never meets phase 4 was given up at its pilot, or, once at most and at the very end, in phase 3.
    at_pilot = base + short * project.share * (third + fourth)
    in_training = at_pilot + (1 - project.share) * third
    ended = ~early["shipped"] & (short > 0)
    fits = np.isclose(early["weeks"], at_pilot), np.isclose(early["weeks"], in_training) & ended
    assert (fits[0] | fits[1]).all()
    assert all(fit.sum() > 100 for fit in fits)


def test_without_loops_every_phase_is_visited_once():
    runs = simulate(Project(loops={}, variation=0), 10, 1)
    assert (runs["weeks"] == sum(WEEKS)).all()
    assert (runs[VISITS] == 1).all(axis=None)
    assert (runs["pilots"] == 0).all()


def test_an_early_pilot_that_reveals_all_leaves_no_trouble_for_phase_4():
    runs = simulate(Project(pilot="early", reveals=1, loops=field_loops(0.6)), 500, 3)
    assert (runs["phase 4"] == 1).all()
    assert runs["pilots"].max() > 1


def test_a_project_that_any_step_back_ends_ships_only_in_one_go():
    runs = simulate(Project(abandon=1), 2_000, 5)
    assert (runs.loc[runs["shipped"], VISITS] == 1).all(axis=None)
    assert 0 < runs["shipped"].mean() < 1


def test_the_same_seed_gives_the_same_projects_and_another_seed_others():
    one, same, other = (simulate(Project(), 100, seed) for seed in (1, 1, 2))
    assert one.equals(same)
    assert not one.equals(other)
    assert simulate(Project(pilot="early"), 100, 1).equals(compare(Project(), 100, 1)["early"])


def test_more_projects_than_fit_at_once_begin_with_the_same_ones():
    many, few = simulate(Project(), CHUNK + 3, 1), simulate(Project(), CHUNK, 1)
    assert len(many) == CHUNK + 3
    assert many.iloc[:CHUNK].equals(few)
    assert not many["weeks"].iloc[CHUNK:].isin(few["weeks"]).any()


@pytest.mark.parametrize(
    ("count", "seed", "error", "message"),
    [
        (0, 1, ValueError, "number of projects must be a number from 1"),
        (2.5, 1, ValueError, "whole number; got 2.5"),
        ("ten", 1, TypeError, "number of projects"),
        (10**9, 1, ValueError, "number of projects"),
        (10, -1, ValueError, "seed"),
        (10, None, TypeError, "seed"),
    ],
)
def test_bad_input_gets_one_clear_sentence(count, seed, error, message):
    with pytest.raises(error, match=message):
        simulate(Project(), count, seed)
