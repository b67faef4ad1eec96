"""The baselines lesson, part "hand": you are the human baseline, on digits and on the robot's photographs."""

from functools import partial

import pandas as pd

from mlprojects.case import scenes
from mlprojects.engine import Choice, Keys, Labelling, Pose, Prediction, View, explorer

from . import figures_hand, hand, hand_poses, ladder, says_hand
from .texts import TEXTS

PHOTOGRAPHS = {str(number): number for number in range(1, hand_poses.FIVE + 1)}


def _judge_digits(labels: pd.DataFrame) -> tuple[str, pd.DataFrame]:
    verdict = hand.judge(labels)
    return says_hand.digits(verdict), says_hand.digits_table(verdict)


def _judge_poses(labels: pd.DataFrame) -> tuple[str, pd.DataFrame]:
    table, seconds, apart = hand_poses.judge(labels)
    return says_hand.poses(table, seconds, apart), says_hand.poses_table(table)


def _best_on_five() -> str:
    options: list[str] = TEXTS.entry("predictions", "best_on_five")["options"]
    return options[hand_poses.LEARNED.index(hand_poses.best_angle())]


best_on_hard = Prediction(TEXTS, "best_on_hard", truth=lambda: round(hand.on_hard(ladder.SVM), 1))
best_on_five = Prediction(TEXTS, "best_on_five", truth=_best_on_five)

digits_by_hand = Labelling(
    TEXTS,
    "digits_by_hand",
    cases=hand.CASES,
    images=hand.images,
    answer=Keys(tuple(range(hand.DIGITS))),
    judge=_judge_digits,
    key=lambda: dict(zip(hand.CASES, hand.key().tolist(), strict=True)),
)
poses_by_hand = Labelling(
    TEXTS,
    "poses_by_hand",
    cases=hand_poses.CASES,
    images=lambda: hand_poses.photos().images,
    answer=Pose(half=scenes.FIELD, outline=scenes.BODY, reach=hand_poses.ARROW),
    judge=_judge_poses,
    key=lambda: dict(zip(hand_poses.CASES, hand_poses.photos().poses.tolist(), strict=True)),
)


@explorer(
    after=best_on_five,
    natural=True,
    place=Choice("Place", hand_poses.PLACES.keys()),
    number=Choice("Photograph", PHOTOGRAPHS),
    estimator=Choice("Estimator", hand_poses.ESTIMATORS, default=hand_poses.SCRIPT),
)
def robot_baselines(place: str, number: int, estimator: str) -> View:
    """The robot's baselines on five photographs: who points the right way?"""
    off = {name: hand_poses.errors(name, place) for name in hand_poses.ESTIMATORS}
    medians = hand_poses.medians(place)
    table = pd.DataFrame(
        {
            "Position error (cm)": [each.loc[number, "position"] for each in off.values()],
            "Angle error (degrees)": [each.loc[number, "angle"] for each in off.values()],
            "Median position error (cm)": medians["position"].to_numpy(),
            "Median angle error (degrees)": medians["angle"].to_numpy(),
        },
        index=pd.Index(hand_poses.ESTIMATORS, name="Estimator"),
    )
    draw = partial(
        figures_hand.robot,
        image=hand_poses.photos(place).images[number - 1],
        arrows=hand_poses.arrows(estimator, place, number),
        half=scenes.FIELD,
        errors=pd.DataFrame({name: each["angle"] for name, each in off.items()}),
        chosen=estimator,
        number=number,
        caption=f"Photograph {number}, {place}: {says_hand.caption(off[estimator].T[number])} off",
    )
    says = says_hand.robot(estimator, place, number, off[estimator], medians)
    rounded = table.round({name: 1 if "cm" in name else 0 for name in table.columns})
    return View(rounded, says, draw)
