"""Arrow 4 -> 3, and the regression test that pulls it: photographs that a new model must not get worse on.

A golden photograph is a known case with a name, kept because it once mattered. Here each is looked for among seeded
photographs of the case study by what makes it special, so that nobody drew it by hand.

Two real models answer them. The old one was trained under lamps from all sides. The new one has a third more
photographs, all under the lab's own lamp. Both look up the most similar photographs (`Neighbours`). The story of how
they came about is ours; their errors are computed.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects import checks
from mlprojects.case import angles, scenes
from mlprojects.case.grasping import Gripper
from mlprojects.case.scenes import Photos, Place, photograph
from mlprojects.one_core import one_core

from .places import WRIST

POOL, SEED = 300, 5
"""Photographs among which each golden one is looked for, and their seed."""
GRIP = 4.6
"""Centimetres from the mug's middle to where the fingers close around the handle."""
NEAR = 1.2
"""Centimetres around that point which must be covered for the handle to be hidden."""
SEEN = 0.02
"""Brightness by which a pixel must differ between two photographs to be covered in one of them."""

Score = Callable[[Photos], "npt.NDArray[np.float64]"]

QUIET = replace(WRIST, name="lab, empty table", clutter=0.0)
COVERED = replace(QUIET, name="lab, something over the mug", occlusion=1.0)


def _near(x: float, y: float) -> Score:
    return lambda photos: -np.hypot(photos.poses[:, 0] - x, photos.poses[:, 1] - y)


def _turned(angle: float) -> Score:
    return lambda photos: -np.abs(angles.difference(photos.poses[:, 2], angle))


def _far_out(photos: Photos) -> "npt.NDArray[np.float64]":
    return np.asarray(np.abs(photos.poses[:, :2]).sum(axis=1))


def _handle_covered(photos: Photos) -> "npt.NDArray[np.float64]":
    """Share of the handle's surroundings that is covered, less the share of the mug: the handle, and little else."""
    bare = photograph(replace(COVERED, occlusion=0.0), len(photos), SEED)  # the same seed: the same but for the cover
    changed = np.abs(photos.images - bare.images) > SEEN
    middles = (np.arange(scenes.SIDE) + 0.5) * (2 * scenes.FIELD / scenes.SIDE) - scenes.FIELD
    tip = photos.poses[:, :2] + GRIP * angles.unit(photos.poses[:, 2])
    far = np.hypot(middles[None, None, :] - tip[:, 0, None, None], -middles[None, :, None] - tip[:, 1, None, None])
    around = far < NEAR
    return np.asarray((changed & around).sum(axis=(1, 2)) / around.sum(axis=(1, 2)) - photos.hidden)


GOLDEN: dict[str, tuple[Place, Score]] = {
    "plain": (QUIET, _near(0, 0)),
    "lamp on the other side": (
        replace(QUIET, name="lab, lamp moved", lamp=315.0, wobble=0.0, strength=0.9),
        _near(0.3, 0.3),
    ),
    "even light": (replace(QUIET, name="lab, lamp off", strength=0.0), _near(-0.3, 0.3)),
    "edge of the picture": (QUIET, _far_out),
    "angle just under 360": (QUIET, _turned(358)),
    "angle just over 0": (QUIET, _turned(2)),
    "handle covered": (COVERED, _handle_covered),
    "mostly covered": (COVERED, lambda photos: photos.hidden),
    "crowded table": (replace(QUIET, name="lab, crowded", clutter=4.0), _near(0, 0)),
    "grainy picture": (replace(QUIET, name="lab, grainy camera", noise=0.15), _near(0.3, -0.3)),
}
"""Name to place, and to what the golden photograph has most of."""
NAMES = tuple(GOLDEN)


@cache
def photographs() -> Photos:
    """The golden photographs, in the order of `NAMES`."""
    found = []
    for place, score in GOLDEN.values():
        pool = photograph(place, POOL, SEED)
        found.append(pool.take([int(np.argmax(score(pool)))]))
    return Photos(*(np.concatenate([getattr(one, part) for one in found]) for part in ("images", "poses", "hidden")))


OLD, NEW = "old", "new"
GRIPPER = Gripper()
LIMITS = {"position": GRIPPER.position, "angle": GRIPPER.angle}
"""Centimetres and degrees: what the gripper forgives."""
_TRAINED = {
    OLD: (replace(WRIST, wobble=180.0, strength=0.5, occlusion=0.2), 1500, 3),
    NEW: (replace(WRIST, occlusion=0.2), 2000, 4),
}
"""Model to the place, number and seed of its training photographs."""
MODELS = tuple(_TRAINED)
EVALUATION, EVALUATION_SEED = 400, 77
"""Photographs from the lab on which the models are compared on average, and their seed."""


def answers(model: str) -> "npt.NDArray[np.float64]":
    """A model's poses for the golden photographs, shape (number of `NAMES`, 3): cm, cm, degrees.

    Raises:
        ValueError: If the model is unknown.
    """
    return _answers(model)[0]


def errors(model: str) -> pd.DataFrame:
    """A model's errors on the golden photographs.

    Returns:
        One row a golden photograph, in the order of `NAMES`: `position` (cm) and `angle` (degrees).

    Raises:
        ValueError: If the model is unknown.
    """
    from mlprojects.case import estimators  # noqa: PLC0415 - loads scikit-learn

    return estimators.errors(photographs().poses, answers(model)).set_axis(pd.Index(NAMES, name="photograph"))


@cache
def averages() -> pd.DataFrame:
    """What an average says about the two models.

    Returns:
        One row a model: `position` (cm) and `angle` (degrees), means over the evaluation photographs from the lab, and
        the same over the golden ones: `golden position`, `golden angle`.
    """
    rows = {
        model: [*_answers(model)[1].mean().tolist(), *errors(model)[["position", "angle"]].mean().tolist()]
        for model in MODELS
    }
    columns = ["position", "angle", "golden position", "golden angle"]
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns).rename_axis("model")


@cache
def judged() -> pd.DataFrame:
    """Both models on every golden photograph.

    Returns:
        One row a golden photograph: `old position`, `old angle`, `new position`, `new angle` (cm, degrees), whether
        each model is within the limits (`old passes`, `new passes`), and `verdict`: "kept", "broken", "mended" or
        "still fails".
    """
    table = pd.concat([errors(model).add_prefix(f"{model} ") for model in MODELS], axis="columns")
    for model in MODELS:
        table[f"{model} passes"] = GRIPPER.holds(errors(model))
    words = {(True, True): "kept", (True, False): "broken", (False, True): "mended", (False, False): "still fails"}
    pairs = zip(table["old passes"].tolist(), table["new passes"].tolist(), strict=True)
    return table.assign(verdict=[words[pair] for pair in pairs])


def broken() -> list[str]:
    """The golden photographs that the old model passes and the new one fails."""
    verdicts = judged()["verdict"]
    return [str(name) for name in verdicts.index[verdicts == "broken"]]


@cache
def _answers(model: str) -> tuple["npt.NDArray[np.float64]", pd.DataFrame]:
    """A model's poses for the golden photographs, and its errors on the evaluation photographs."""
    from mlprojects.case import estimators  # noqa: PLC0415 - loads scikit-learn

    place, count, seed = _TRAINED[checks.one_of("The model", model, MODELS)]
    train, test = photograph(place, count, seed), photograph(WRIST, EVALUATION, EVALUATION_SEED)
    fitted = estimators.Neighbours().fit(train.images, train.poses)
    with one_core():
        return fitted.predict(photographs().images), estimators.errors(test.poses, fitted.predict(test.images))
