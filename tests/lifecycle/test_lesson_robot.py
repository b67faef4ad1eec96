"""The robot's explorers in every state, and every number in its texts."""

import re

import numpy as np
import pytest
from items import said, sweep
from mlprojects.case import labels
from mlprojects.lifecycle import lesson_robot as lesson
from mlprojects.lifecycle import robot, robot_bug, says_robot
from mlprojects.words import percent


def test_what_is_shown_is_among_what_is_averaged():
    for state, view in sweep(lesson.what_the_robot_sees):
        off = robot.errors(state["name"], state["place"])
        rows = view.table.index - 1
        assert np.allclose(view.table["Angle error (degrees)"], off["angle"][rows].round())
        assert f"by {off['position'].mean():.1f} cm and {off['angle'].mean():.0f} degrees" in view.says
        assert f"{state['place']}" in view.says
        good = off["position"].mean() <= 1, off["angle"].mean() <= 5
        assert ("Neither is good enough" in view.says) == (not any(good))


def test_nothing_is_hidden_in_the_lab():
    for state, view in sweep(lesson.what_the_robot_sees):
        if state["place"] == "lab":
            assert (view.table["Hidden (%)"] == 0).all()


def test_the_bug_shows_as_quarter_turns_and_is_gone_when_mended():
    for state, view in sweep(lesson.find_the_bug):
        turned = view.table["Turned by (degrees)"]
        wanted = dict(zip(labels.STATIONS, np.array(labels.TURNED) - 90, strict=True))
        for station, turn in turned.items():
            assert abs(turn - (wanted[station] if state["kind"] == "as delivered" else 0)) < 15
        assert len(turned) == (3 if state["station"] == lesson.EVERY else 1)
        assert ("along the line" in view.says) == (state["kind"] == "mended")


def test_a_looser_limit_never_lowers_a_share():
    for state, view in sweep(lesson.half_or_one_centimetre):
        strict = lesson.half_or_one_centimetre.at(**state | {"limit": 0.5}).table
        assert (view.table["Within the limit (%)"] >= strict["Within the limit (%)"]).all()
        share = robot.share(state["name"], state["limit"], state["images"])
        verb = "are" if state["name"] == robot.NEIGHBOURS else "is"
        assert f"{verb} within {state['limit']:g} cm on {percent(share)} of the photographs" in view.says


def test_whoever_is_too_slow_is_told_so():
    for state, view in sweep(lesson.half_or_one_centimetre):
        latency = robot.latency(state["name"], state["images"])
        assert view.table["Latency (ms)"][state["name"]] == round(latency)
        assert (f"takes {latency:,.0f} ms; 100 are allowed" in view.says) == (latency > robot.NEEDED["latency"])


def test_an_error_of_nothing_is_called_less_than_a_degree():
    for state, view in sweep(lesson.what_the_robot_sees):
        low, high = view.table["Angle error (degrees)"].agg(["min", "max"])
        assert "0 to 0" not in view.says
        if high >= 2:
            assert f"the angle is off by {low:.0f} to {high:.0f} degrees" in view.says, state


def test_a_verdict_agrees_with_the_curve():
    for state, view in sweep(lesson.half_or_one_centimetre):
        enough = robot.share(state["name"], state["limit"], state["images"]) >= robot.ENOUGH
        needed = robot.images_needed(state["name"], state["limit"])
        if state["name"] == robot.SCRIPT:
            assert ("feasible now" in view.says) == enough
        else:
            assert ("there are enough" in view.says) == enough
            assert ("collect more" in view.says) == (needed is not None and not enough)
            assert ("cannot say" in view.says) == (needed is None)


def test_the_farthest_off_is_named_in_every_stage():
    for state, view in sweep(lesson.pose_story):
        times = view.table["Times what is needed"]
        assert f"farthest off is {times.idxmax()}" in view.says, state
        assert view.says.startswith(state["stage"].capitalize())


def test_position_is_called_easier_only_where_it_is_good_enough():
    for state, view in sweep(lesson.pose_story):
        if state["stage"] == "first models":
            good = view.table["Times what is needed"]["position"] <= 1
            assert ("makes it easier" in view.says) == good
            assert ("Position is not good enough either" in view.says) == (not good)
    assert "0.6 cm here and 1.0 cm in the lecture" in lesson.pose_story.at(position=0.5).says


def test_what_the_stages_teach_is_so():
    assert (
        f"{robot.TOLD['angle']['first models'] / robot.NEEDED['angle']:g} times" in says_robot.LESSONS["first models"]
    )
    assert (
        robot.TOLD["position"]["first models"] == robot.NEEDED["position"] > robot.story()["position"]["first models"]
    )
    assert f"about {robot.TOLD['angle']['labels mended']:g} degrees" in says_robot.LESSONS["labels mended"]
    assert robot.story()["angle"]["labels mended"] == pytest.approx(robot.TOLD["angle"]["labels mended"], abs=2)


def facts():
    """For each prediction, every number that its texts may contain, computed."""
    angle = robot.ladder().set_index(["estimator", "place"])["angle"].round().astype(int)
    network = robot.share(robot.NETWORK, 0.5), robot.share(robot.NETWORK, 0.5, 400), robot.share(robot.NETWORK, 1.0)
    shares = [round(100 * share) for share in network]
    sizes = robot.SIZES[-2:]
    return {
        "network_in_warehouse": {robot.TRAINING, 90, *(angle[robot.NETWORK, "lab"],), *angle[robot.SCRIPT]},
        "more_photographs": {
            *sizes,
            *(round(robot_bug.error_with_more(n)) for n in sizes),
            round(robot_bug.least_error()),
        },
        "half_a_centimetre": {
            *(1, 0.5, robot.TRAINING, shares[2], shares[0] - shares[1], sizes[1] - sizes[0]),
            round(100 * robot.share(robot.NEIGHBOURS, 0.5)),
            round(robot.latency(robot.NEIGHBOURS) / 1000),
            robot.NEEDED["latency"] / 1000,
        },
    }


@pytest.mark.parametrize("name", ["network_in_warehouse", "more_photographs", "half_a_centimetre"])
def test_every_number_in_the_texts_is_a_computed_one(name):
    text = said(getattr(lesson, name))
    assert {float(number) for number in re.findall(r"\d+(?:\.\d+)?", text)} <= {float(n) for n in facts()[name]}


def test_what_is_said_of_both_places():
    angle = robot.ladder().set_index(["estimator", "place"])["angle"].round()
    text = said(lesson.network_in_warehouse)
    assert f"off by {angle[robot.NETWORK, 'lab']:.0f} degrees on average" in text
    assert (
        f"off by {angle[robot.SCRIPT, 'lab']:.0f} degrees in the lab, by {angle[robot.SCRIPT, 'warehouse']:.0f}" in text
    )
    assert lesson.network_in_warehouse.truth() == angle[robot.NETWORK, "warehouse"]


def test_what_is_said_of_more_photographs():
    text = said(lesson.more_photographs)
    assert f"off by {robot_bug.error_with_more(400):.0f} degrees after 400" in text
    assert f"With 800 photographs it is {robot_bug.error_with_more(800):.0f} degrees" in text
    assert f"off for the rest, {robot_bug.least_error():.0f} degrees on average" in text
    assert lesson.more_photographs.truth() == lesson.more_photographs.entry["options"][2]


def test_what_is_said_of_half_a_centimetre():
    text, share = said(lesson.half_a_centimetre), robot.share
    assert f"within **1 cm** on {share(robot.NETWORK, 1.0):.0%}".replace("%", " %") in text
    assert f"by {round(100 * (share(robot.NETWORK, 0.5) - share(robot.NETWORK, 0.5, 400)))} points" in text
    assert share(robot.NETWORK, 0.5) / share(robot.NETWORK, 1.0) == pytest.approx(0.5, abs=0.05)
    neighbours = round(100 * share(robot.NEIGHBOURS, 0.5)), robot.latency(robot.NEIGHBOURS) / 1000
    assert "reach {} %, but take {:.0f} seconds".format(*neighbours) in text
    assert lesson.half_a_centimetre.truth() == round(100 * share(robot.NETWORK, 0.5))
