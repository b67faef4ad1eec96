"""Picks an hour: closed form against simulation, and what must never happen."""

import math
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.case import grasping
from mlprojects.case.grasping import NEVER, Cycle, Gripper

probabilities = st.floats(0, 1)
times = st.floats(0, 20)
cycles = st.builds(
    Cycle,
    look=times,
    latency=times,
    shift=times,
    grasp=st.floats(0.1, 20),
    recover=times,
    tries=st.integers(1, 6),
    looks=st.integers(1, 5),
)
pools = st.lists(st.tuples(st.booleans(), st.floats(0, 10)), min_size=1, max_size=30)


def apart(pool):
    held, spread = zip(*pool, strict=True)
    return np.array(held), np.array(spread)


# The gripper ----------------------------------------------------------------------------------------------------------


def test_a_grasp_holds_where_both_errors_are_within_the_tolerances():
    errors = pd.DataFrame({"position": [1.0, 1.0, 1.1, 0.0], "angle": [10.0, 10.1, 0.0, 0.0]})
    assert Gripper(1.0, 10.0).holds(errors).tolist() == [True, False, False, True]


@given(st.lists(st.tuples(st.floats(0, 5), st.floats(0, 180)), min_size=1), st.floats(0, 5), st.floats(0, 180))
def test_a_more_forgiving_gripper_never_holds_less(rows, position, angle):
    errors = pd.DataFrame(rows, columns=["position", "angle"])
    strict = Gripper(position, angle).holds(errors)
    assert (strict <= Gripper(position + 1, angle).holds(errors)).all()
    assert (strict <= Gripper(position, angle + 10).holds(errors)).all()


@pytest.mark.parametrize(
    ("made", "error", "says"),
    [
        (lambda: Gripper(position=-1), ValueError, "tolerance in position"),
        (lambda: Gripper(angle=math.inf), ValueError, "tolerance in angle"),
        (lambda: Gripper(angle="wide"), TypeError, "tolerance in angle"),
        (lambda: Gripper().holds(pd.DataFrame({"position": [1.0]})), ValueError, "no column 'angle'"),
        (lambda: Gripper().holds(pd.DataFrame({"position": [1.0], "angle": [math.nan]})), ValueError, "angle"),
        (lambda: Cycle(latency=-0.1), ValueError, "latency"),
        (lambda: Cycle(grasp=0), ValueError, "grasp"),
        (lambda: Cycle(tries=0), ValueError, "tries"),
        (lambda: grasping.picks_per_hour(1.2, Cycle()), ValueError, "from 0 to 1"),
        (lambda: grasping.picks_per_hour([], Cycle()), ValueError, "at least one object"),
        (lambda: grasping.picks_per_hour(math.nan, Cycle()), ValueError, "from 0 to 1"),
        (lambda: grasping.picks_per_hour(0.5, Cycle(), looks=0.5), ValueError, "at least 1 photograph"),
        (lambda: grasping.attempt([0.2, 0.4]), ValueError, "True or False"),
        (lambda: grasping.attempt([True], threshold=1.0), ValueError, "needs the spread"),
        (lambda: grasping.attempt([True], [1.0, 2.0], threshold=1.0), ValueError, "one spread a photograph"),
        (lambda: grasping.attempt([True], [math.nan], threshold=1.0), ValueError, "one spread a photograph"),
        (lambda: grasping.attempt([True], [1.0], threshold=math.nan), ValueError, "got nan"),
        (lambda: grasping.simulate([True], Cycle(), 0, objects=1), ValueError, "number of objects"),
    ],
)
def test_bad_input_is_told_in_one_sentence(made, error, says):
    with pytest.raises(error, match=says):
        made()


# Picks an hour --------------------------------------------------------------------------------------------------------


def test_a_robot_that_never_fails_picks_once_a_cycle():
    cycle = Cycle(look=1, latency=0.5, grasp=3.5, recover=100, tries=4)
    assert grasping.picks_per_hour(1.0, cycle) == pytest.approx(3600 / 5)
    assert grasping.picks_per_hour(0.0, cycle) == 0


@given(probabilities, cycles, st.floats(1, 5))
def test_with_one_probability_the_limit_on_tries_changes_nothing(success, cycle, looks):
    time = looks * (cycle.look + cycle.latency) + (looks - 1) * cycle.shift + cycle.grasp
    expected = 3600 * success / (time + (1 - success) * cycle.recover)
    assert grasping.picks_per_hour(success, cycle, looks) == pytest.approx(expected)


def test_where_objects_differ_giving_up_early_on_hard_ones_pays():
    rates = [grasping.picks_per_hour([0.95, 0.05], Cycle(tries=tries)) for tries in range(1, 8)]
    assert rates == sorted(rates, reverse=True)
    assert rates[0] > 1.5 * rates[-1]


@given(st.lists(probabilities, min_size=1, max_size=8), cycles, st.floats(0, 5))
def test_picks_never_rise_with_latency(success, cycle, more):
    slower = replace(cycle, latency=cycle.latency + more)
    assert grasping.picks_per_hour(success, slower) <= grasping.picks_per_hour(success, cycle) * (1 + 1e-12)


@given(st.lists(probabilities, min_size=1, max_size=8), cycles, st.integers(0, 7), probabilities)
def test_picks_never_fall_with_the_probability_of_success(success, cycle, place, towards):
    better = list(success)
    better[place % len(better)] += towards * (1 - better[place % len(better)])
    better = np.minimum(better, 1)
    assert grasping.picks_per_hour(better, cycle) >= grasping.picks_per_hour(success, cycle) * (1 - 1e-9)


# Uncertainty ----------------------------------------------------------------------------------------------------------


@given(pools, cycles)
def test_a_threshold_at_infinity_leaves_uncertainty_unused(pool, cycle):
    held, spread = apart(pool)
    one = grasping.attempt(held, spread, threshold=NEVER, looks=cycle.looks)
    assert (one.success, one.looks) == (pytest.approx(held.mean()), 1)
    plain = grasping.simulate(held, cycle, 3, objects=50)
    assert grasping.simulate(held, cycle, 3, spread=spread, threshold=NEVER, objects=50) == plain


@given(pools, st.floats(-1, 11), st.integers(1, 5))
def test_an_attempt_is_the_sum_over_how_often_it_looks(pool, threshold, looks):
    held, spread = apart(pool)
    sure = spread <= threshold
    success = taken = 0.0
    for photograph in range(1, looks + 1):
        arrives = (1 - sure.mean()) ** (photograph - 1)
        taken += arrives
        success += arrives * ((held & sure).mean() if photograph < looks else held.mean())
    one = grasping.attempt(held, spread, threshold=threshold, looks=looks)
    assert one.success == pytest.approx(success)
    assert one.looks == pytest.approx(taken)


@given(pools, st.floats(0, 10))
def test_a_spread_that_tells_nothing_only_costs_time(pool, threshold):
    held, spread = apart(pool)
    # Every spread beside every outcome: independent by construction.
    held, spread = np.repeat(held, len(spread)), np.tile(spread, len(held))
    table = grasping.by_threshold(held, spread, Cycle(), [threshold, NEVER])
    assert table["success"].tolist() == pytest.approx([held.mean()] * 2)
    assert table["picks_per_hour"][threshold] <= table["picks_per_hour"][NEVER] + 1e-9


def test_a_spread_that_knows_the_failures_helps_where_a_failure_costs_more_than_a_look():
    held = np.array([True] * 7 + [False] * 3)
    spread = np.where(held, 1.0, 9.0)
    dear, free = Cycle(recover=10), Cycle(recover=0, grasp=0.1, shift=5)
    for cycle, helps in ((dear, True), (free, False)):
        table = grasping.by_threshold(held, spread, cycle, [5.0, NEVER])
        assert (table["picks_per_hour"][5.0] > table["picks_per_hour"][NEVER]) == helps


# Closed form and simulation -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("threshold", [NEVER, 6.0, 3.0, 0.5])
@pytest.mark.parametrize("hard", [False, True])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_simulation_agrees_within_three_standard_errors(threshold, hard, seed):
    random = np.random.default_rng(seed)
    shape = (6, 40) if hard else (40,)
    spread = random.uniform(0, 10, shape)
    held = random.random(shape) < 0.95 - 0.07 * spread - (np.linspace(0, 0.4, 6)[:, None] if hard else 0)
    cycle = Cycle(tries=seed, looks=4 - seed)
    one = grasping.attempt(held, spread, threshold=threshold, looks=cycle.looks)
    played = grasping.simulate(held, cycle, seed, spread=spread, threshold=threshold, objects=4000)
    expected = grasping.picks_per_hour(one.success, cycle, one.looks)
    assert abs(played.picks_per_hour - expected) <= 3 * played.standard_error
    assert played.standard_error < 0.03 * expected


def test_the_standard_error_is_the_spread_of_repeated_plays():
    held = np.array([True, True, False])
    plays = [grasping.simulate(held, Cycle(), seed, objects=200) for seed in range(200)]
    rates, errors = (np.array(each) for each in zip(*plays, strict=True))
    assert np.std(rates) == pytest.approx(errors.mean(), rel=0.2)


def test_the_same_seed_plays_the_same():
    one = grasping.simulate([True, False], Cycle(), 7)
    assert one == grasping.simulate([True, False], Cycle(), 7)
    assert one != grasping.simulate([True, False], Cycle(), 8)
