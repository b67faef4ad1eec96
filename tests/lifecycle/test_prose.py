"""Every number in the notebook's prose, and every verdict, is what the model computes."""

import numpy as np
import pytest
from mlprojects.case import angles, labels, scenes
from mlprojects.course.house import NOTEBOOKS
from mlprojects.lifecycle import (
    diagram,
    label_noise,
    lesson,
    lesson_field,
    lesson_project,
    mining,
    model,
    picks,
    project,
    robot,
)
from prose import left_over, prose

STEM = "01_lifecycle"


def fragments():
    story, told, needed = model.story(), robot.TOLD.loc["first models"], robot.NEEDED
    everywhere = np.arange(0, 360, 0.5)
    return [
        f"at random would be off by {np.abs(angles.difference(everywhere, 77)).mean():.0f} degrees",
        f"each photograph is {scenes.SIDE} pixels wide",
        f"feasible if {100 * robot.ENOUGH:g} % of the photographs keep it",
        f"about {told['position']:g} cm, as required)",
        f"the angle all wrong (about {told['angle']:g} degrees, required are {needed['angle']:g})",
        f"needed are {needed['position']:g} cm, {needed['angle']:g} degrees and {needed['latency']:g} ms",
        f"the angle error falls to {story['angle']['labels mended']:.0f} degrees",
        f"(told: about {robot.TOLD['angle']['labels mended']:g})",
        f"the latency of {robot.latency(robot.NETWORK):.0f} ms is not measured",
        f"near the lecture's {told['latency']:g}.",
        f"up to {100 * max(label_noise.SHARES):g} % of them",
        f"less than {needed['position']:g} cm in one part and less than {robot.STRICT_CM:g} cm in another",
        f"You may add {lesson_field.MANY} photographs",
        f"with its {100 * mining.CONFIDENCE:g} % interval over eight repetitions",
        f"try any {lesson_field.MANY} as well",
        f"(from {picks.LATE:,} photographs on)",
        f"a simulation of {lesson_project.COUNT:,} projects",
        "to about 1.5 cm",  # Tobin et al. 2017, abstract
    ]


def test_every_number_in_the_prose_is_a_computed_one():
    assert left_over(STEM, fragments()) == []


def test_the_numbers_that_are_written_out_are_right():
    text = " ".join(prose(STEM).split())
    written = {4: "Four phases", 11: "eleven steps", 8: "eight repetitions", 14: "fourteen more"}
    counted = (len(diagram.PHASES), diagram.STEPS, len(mining.SEEDS), len(lesson.symptoms.pages))
    for number in counted:
        assert written[number] in text
    models = picks.models()
    assert (models["photographs"] >= picks.LATE).sum() == 6
    assert "six models only" in text
    assert len(labels.STATIONS) == 3
    assert np.diff(labels.TURNED).tolist() == [90, 90]
    assert "each turned by a quarter of a circle against the next" in text


def test_the_notebook_says_as_many_parts_and_ways_back_as_there_are():
    assert len(diagram.LOOPS) == len(diagram.PHASES) * (len(diagram.PHASES) - 1) / 2 == 6
    assert "a way back from each phase to each earlier one" in " ".join(prose(STEM).split())


def test_every_way_back_is_listed_with_every_reason():
    text = " ".join(prose(STEM).split())
    for loop in diagram.LOOPS:
        assert f"* **{loop.name}**: {'; '.join(loop.reasons)}" in text


def test_what_surprises_on_the_ladder():
    lab = model.ladder().query("place == 'lab'").set_index("estimator")
    assert lab["angle"][robot.SCRIPT] < lab["angle"][robot.NETWORK], "the script is better on the angle"
    assert lab["position"].idxmin() == robot.NEIGHBOURS, "neighbours find the place best of all"
    assert lab["angle"][robot.NEIGHBOURS] > 45, "but not the angle"


def test_what_is_farthest_off_after_the_labels_are_mended():
    assert robot.gaps("labels mended")["ratio"].idxmax() == "latency"
    assert robot.gaps("first models")["ratio"]["position"] < 1, "the position was good from the start"


def test_the_budget_buys_half_of_the_poses():
    poses = model.by_task(pose_minutes=3, wage=20, budget=5000, needed=10_000)["images"]["pose"]
    assert poses / 10_000 == 0.5


def test_mining_pays_shows_nothing_and_does_harm_as_is_said():
    verdicts = [mining.compared(field, lesson_field.MANY)["verdict"][mining.HARDEST] for field in mining.FIELDS]
    assert list(mining.FIELDS) == ["lab, one in ten at night", "lab, things over the mug", "warehouse"]
    assert verdicts == ["better", "no clear difference", "worse"]
    assert (model.baselines()["held"] < 50).all(), "fails more often than not"


def test_what_is_said_of_the_correlations():
    follows = model.follows()
    errors = follows.drop("grasps that hold")
    assert (errors["all"] < -0.9).all(), "a smaller error means more picks"
    assert (errors["late"] > 0).all(), "among the late ones it does not"
    assert follows.loc["grasps that hold"].min() > 0.99, "cannot fail to follow"


def test_looking_again_pays_if_it_shows_something_new():
    better = model.better_labels()
    assert (better["with_uncertainty"] > 1.5 * better["picks_per_hour"]).all(), "picks far more"
    for label in picks.LABELS:
        without, best = (
            picks.used(label, picks.SIZES[-1], threshold, stubborn=True)["picks_per_hour"]
            for threshold in (picks.NEVER, int(better["best"][label]))
        )
        assert without < best < 1.15 * without, "where the cover stays it helps little"


def test_the_median_error_is_halved():
    angle = model.better_labels()["median_angle"]
    assert angle[picks.SENSOR] / angle[picks.HAND] == pytest.approx(0.5, abs=0.03)


def test_a_loop_costs_by_the_weeks_that_it_repeats():
    repeated = {(k, j): sum(project.WEEKS[j - 1 : k]) for k, j in project.ARROWS}
    weeks = {arrow: model.one_loop(arrow, 0.5).weeks for arrow in project.ARROWS}
    assert sorted(weeks, key=weeks.get) == sorted(repeated, key=repeated.get)


def test_without_trouble_in_the_field_an_early_pilot_is_worth_nothing():
    calm = model.Project(loops=dict(project.BEFORE))
    source = (NOTEBOOKS / f"{STEM}.py").read_text(encoding="utf-8")
    assert "calm = model.Project(loops={(2, 1): 0.1, (3, 2): 0.2, (3, 1): 0.1})" in source
    assert dict(project.BEFORE) == {(2, 1): 0.1, (3, 2): 0.2, (3, 1): 0.1}
    assert model.expected(calm).weeks == pytest.approx(model.expected(calm.piloted("early")).weeks)
