"""The golden photographs are what their names say, and the two models differ as the lesson says."""

import numpy as np
import pytest
from mlprojects.case import angles
from mlprojects.case.scenes import FIELD, SIDE
from mlprojects.lifecycle import golden, tasks_field

PHOTOS = golden.photographs()
PLACE = {name: place for place, name in enumerate(golden.NAMES)}


def pose(name):
    return PHOTOS.poses[PLACE[name]]


def brightness(name, degrees, reach=2.9):
    """Mean brightness on the mug's rim in a direction."""
    x, y = pose(name)[:2] + reach * angles.unit(degrees)
    column, row = round((x + FIELD) * SIDE / (2 * FIELD) - 0.5), round((FIELD - y) * SIDE / (2 * FIELD) - 0.5)
    return PHOTOS.images[PLACE[name], row - 1 : row + 2, column - 1 : column + 2].mean()


def test_the_two_sides_of_the_wrap_are_close_and_far_apart_in_plain_numbers():
    under, over = pose("angle just under 360")[2], pose("angle just over 0")[2]
    assert 355 < under < 360
    assert 0 <= over < 5
    assert abs(angles.difference(under, over)) < 10


def test_the_lamp_is_on_the_other_side():
    lit = brightness("lamp on the other side", 315) - brightness("lamp on the other side", 135)
    usual = brightness("plain", 315) - brightness("plain", 135)
    assert lit > 0 > usual


def test_what_is_covered_is_covered_and_nothing_else_is():
    hidden = dict(zip(golden.NAMES, PHOTOS.hidden, strict=True))
    assert hidden["mostly covered"] > 0.5
    assert 0.02 < hidden["handle covered"] < 0.4
    assert all(share == 0 for name, share in hidden.items() if "covered" not in name)


def test_the_grainy_picture_is_the_grainiest():
    grain = {name: np.abs(np.diff(PHOTOS.images[place], axis=1)).mean() for name, place in PLACE.items()}
    assert max(grain, key=grain.get) == "grainy picture"


def test_the_new_model_is_better_on_every_average():
    table = golden.averages()
    assert (table.loc[golden.NEW] < table.loc[golden.OLD]).all()


def test_and_breaks_what_the_old_one_could():
    verdicts = golden.judged()["verdict"]
    assert verdicts["lamp on the other side"] == "broken"
    assert set(verdicts) == {"kept", "broken", "mended", "still fails"}


def test_the_verdicts_are_those_of_the_tasks_reference():
    old, new = (golden.errors(model) for model in golden.MODELS)
    judged = golden.judged()
    assert tasks_field.broken(old, new, golden.LIMITS) == golden.broken()
    assert golden.broken() == judged.index[judged["verdict"] == "broken"].tolist()
    assert tasks_field.mended(old, new, golden.LIMITS) == judged.index[judged["verdict"] == "mended"].tolist()
    assert tasks_field.averages(old, new, golden.LIMITS) == []


def test_errors_are_measured_the_shorter_way_round():
    table = golden.judged()
    assert table[["old angle", "new angle"]].to_numpy().max() <= 180
    for model in golden.MODELS:
        gap = np.abs(golden.answers(model)[:, 2] - PHOTOS.poses[:, 2]) % 360
        assert table[f"{model} angle"].to_numpy() == pytest.approx(np.minimum(gap, 360 - gap))


def test_no_verdict_hangs_on_a_hair():
    for model in golden.MODELS:
        assert (np.abs(golden.errors(model)["angle"] - golden.LIMITS["angle"]) > 1).all()
        assert (np.abs(golden.errors(model)["position"] - golden.LIMITS["position"]) > 0.1).all()


def test_an_unknown_model_is_told():
    with pytest.raises(ValueError, match="model 'newest' is not known"):
        golden.errors("newest")
