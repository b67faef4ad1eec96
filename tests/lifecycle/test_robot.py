"""The robot's project as numbers: what must hold whatever the models learn, and how the story runs."""

import numpy as np
import pytest
from mlprojects.case import angles, estimators, labels
from mlprojects.lifecycle import robot, robot_bug, robot_sights


def test_the_story_runs_as_in_the_lecture():
    story = robot.story()
    assert list(story.index) == list(robot.STAGES)
    worst = [robot.gaps(stage)["ratio"].idxmax() for stage in robot.STAGES]
    assert worst == ["angle", "angle", "latency", "angle"]
    first, found, mended, last = (story.loc[stage] for stage in robot.STAGES)
    assert robot.TOLD["angle"]["first models"] == pytest.approx(first["angle"], rel=0.2)
    assert mended["angle"] == pytest.approx(10, abs=2)
    assert first["latency"] == pytest.approx(300, rel=0.05)
    assert first["position"] == pytest.approx(found["position"])
    assert abs(mended["position"] - first["position"]) < 0.1
    assert last["latency"] <= robot.NEEDED["latency"] < mended["latency"]
    assert last["angle"] > mended["angle"]


def test_ratios_are_measured_over_needed():
    for stage in robot.STAGES:
        gaps = robot.gaps(stage, 0.5)
        assert np.allclose(gaps["ratio"] * gaps["needed"], gaps["measured"])
        assert gaps["needed"].tolist() == [0.5, 5, 100]
        assert gaps["ratio"]["position"] == pytest.approx(2 * robot.story()["position_ratio"][stage])


def test_no_answer_to_the_labels_as_delivered_can_be_better_than_60_degrees():
    turned = np.array(labels.TURNED)
    by_grid = min(np.abs(angles.difference(turned, answer)).mean() for answer in np.arange(0, 360, 0.5))
    assert robot_bug.least_error() == pytest.approx(60)
    assert by_grid == pytest.approx(60)
    assert all(robot_bug.error_with_more(images) > 60 for images in (400, 800))


def test_the_bug_is_in_the_labels_of_stations_not_in_the_positions():
    right, bad = robot.test_labels("mended"), robot.test_labels("as delivered")
    assert np.array_equal(right[:, :2], bad[:, :2])
    table = robot_bug.by_station(robot_bug.bug_scatter("as delivered"))
    assert table["labels"].tolist() == [100, 100, 100]
    assert np.abs(angles.difference(table["turned"], [-90, 0, 90])).max() < 15
    mended = robot_bug.by_station(robot_bug.bug_scatter("mended"))
    assert mended["turned"].abs().max() < 10
    assert mended["error"].max() < 15


def test_the_mean_over_stations_is_the_error_measured():
    for kind, stage in (("as delivered", "first models"), ("mended", "labels mended")):
        table = robot_bug.by_station(robot_bug.bug_scatter(kind))
        assert np.average(table["error"], weights=table["labels"]) == pytest.approx(robot.story()["angle"][stage])


def test_the_lab_is_good_and_the_warehouse_bad():
    ladder = robot.ladder().pivot_table(index="estimator", columns="place")
    for name in robot.LADDER[1:]:
        for error in ("position", "angle"):
            assert ladder[error, "warehouse"][name] > ladder[error, "lab"][name], (name, error)
        assert ladder["within", "warehouse"][name] < ladder["within", "lab"][name]
        assert ladder["latency", "warehouse"][name] == ladder["latency", "lab"][name]
    assert ladder["position", "lab"].idxmax() == robot.CONSTANT


def test_the_script_wins_in_the_lab_and_is_useless_in_the_warehouse():
    ladder = robot.ladder().set_index(["place", "estimator"])["angle"]
    assert ladder["lab"].idxmin() == robot.SCRIPT
    assert ladder["warehouse"].idxmin() == robot.NETWORK
    assert ladder["warehouse"][robot.SCRIPT] > 75


def test_latency_is_operations_over_speed():
    for name in robot.LADDER:
        assert robot.latency(name) * robot.SPEED == pytest.approx(estimators.operations(robot.fitted(name)))


def test_neighbours_take_as_long_as_they_have_photographs():
    assert robot.latency(robot.NEIGHBOURS, 400) == pytest.approx(robot.latency(robot.NEIGHBOURS) / 2)


@pytest.mark.parametrize("limit", robot.LIMITS)
def test_feasibility_has_share_need_and_price_of_every_curve(limit):
    table = robot.feasibility(limit, 200)
    assert table.index.tolist() == list(robot.CURVES)
    for name, row in table.iterrows():
        assert row["within"] == pytest.approx(100 * robot.share(name, limit, 200))
        assert row["latency"] == robot.latency(name, 200)
        needed = robot.images_needed(name, limit)
        assert np.isnan(row["needed"]) if needed is None else row["needed"] == needed


@pytest.mark.parametrize(
    ("after", "effect"), [(30, robot_bug.HALVED), (55, robot_bug.BELOW), (65, robot_bug.HARDLY), (80, robot_bug.HARDLY)]
)
def test_the_effect_of_more_photographs_is_told_by_halves_and_by_the_least_error(monkeypatch, after, effect):
    monkeypatch.setattr(robot_bug, "error_with_more", {400: 75, 800: after}.get)
    assert robot_bug.effect_of_more() == effect


def test_learning_curves_lie_in_order():
    table = robot.by_requirement()
    assert len(table) == len(robot.CURVES) * len(robot.SIZES)
    assert (table[0.5] <= table[1.0]).all()
    assert table[[0.5, 1.0]].stack().between(0, 1).all()
    for limit in robot.LIMITS:
        for name in robot.CURVES:
            curve = robot.shares(limit)[name]
            assert curve.iloc[-1] >= curve.iloc[0]
            off = robot.errors(name, "lab", 200)["position"]
            assert robot.share(name, limit, 200) == (off <= limit).sum() / robot.TESTED


def test_how_many_photographs_are_needed_agrees_with_the_curve():
    for limit in robot.LIMITS:
        for name in robot.CURVES:
            needed, curve = robot.images_needed(name, limit), robot.shares(limit)[name]
            if needed is None:
                assert (curve < robot.ENOUGH).all()
            else:
                assert (
                    curve[[size for size in robot.SIZES if size >= needed * 1.2 or size == robot.TRAINING]].max() >= 0.8
                )
                assert all(curve[size] < robot.ENOUGH for size in robot.SIZES if size < needed * 0.8)
    assert all(
        (robot.images_needed(name, 0.5) or np.inf) >= (robot.images_needed(name, 1.0) or np.inf)
        for name in robot.CURVES
    )


def test_which_eight_are_shown():
    off = robot.errors(robot.RIDGE)
    best, worst = (off["angle"][robot_sights.eight(off, **{which: True})] for which in ("best", "worst"))
    assert robot_sights.eight(off) == list(range(8))
    assert best.max() <= off["angle"].drop(best.index).min()
    assert worst.min() >= off["angle"].drop(worst.index).max()


def test_what_is_shown_are_errors_and_how_much_is_hidden():
    table = robot_sights.shown(robot.RIDGE, "warehouse", [4, 0])
    assert table.index.tolist() == [4, 0]
    assert table["hidden"].tolist() == (100 * robot.photos("warehouse").hidden[[4, 0]]).tolist()
    assert table[["position", "angle"]].equals(robot.errors(robot.RIDGE, "warehouse").loc[[4, 0]])


def test_arrows_start_at_the_mug_and_point_along_its_handle():
    true, said = np.moveaxis(robot_sights.arrows(robot.RIDGE, "lab", [3, 5]), 1, 0)
    poses = robot.photos("lab").poses[[3, 5]]
    assert np.allclose(true[:, 0], poses[:, :2])
    assert np.abs(angles.difference(angles.angle_of(true[:, 1] - true[:, 0]), poses[:, 2])).max() < 1e-9
    assert np.allclose(np.linalg.norm(said[:, 1] - said[:, 0], axis=1), robot_sights.ARROW)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: robot.photos("garden"), "place 'garden' is not known"),
        (lambda: robot.test_labels("new"), "labels 'new' is not known"),
        (lambda: robot.fitted("magic"), "estimator 'magic' is not known"),
        (lambda: robot.fitted(robot.RIDGE, 801), "from 1 to 800"),
        (lambda: robot.gaps("end"), "stage 'end' is not known"),
        (lambda: robot.gaps("first models", 0), "position error needed"),
        (lambda: robot.shares(2), "0.5 or 1"),
        (lambda: robot.images_needed("magic", 0.5), "estimator"),
    ],
)
def test_bad_input_is_named(call, words):
    with pytest.raises(ValueError, match=words):
        call()


def test_more_photographs_do_not_change_the_script():
    assert np.array_equal(robot.predicted(robot.SCRIPT, images=robot.SIZES[0]), robot.predicted(robot.SCRIPT))
