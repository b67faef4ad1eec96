"""The lifecycle lesson, part "robot": what it sees, the bug, half a centimetre, and the four stages."""

from functools import partial

import pandas as pd

from mlprojects.case import labels, scenes
from mlprojects.engine import Choice, Prediction, Slider, Switch, View, explorer
from mlprojects.words import in_percent

from . import figures_robot, robot, robot_bug, robot_sights, says_robot
from .places import PLACES
from .texts import TEXTS

EVERY = "all"
FIRST, BEST, WORST = "the first eight", "those with the best angles", "those with the worst angles"
LIMITS = {f"{limit:g} cm": limit for limit in reversed(robot.LIMITS)}


def _with_more() -> str:
    """The option of `more_photographs` that the model makes true."""
    options: list[str] = TEXTS.entry("predictions", "more_photographs")["options"]
    return dict(zip(robot_bug.EFFECTS, options, strict=True))[robot_bug.effect_of_more()]


network_in_warehouse = Prediction(
    TEXTS,
    "network_in_warehouse",
    truth=lambda: round(float(robot.errors(robot.NETWORK, "warehouse")["angle"].mean())),
)
more_photographs = Prediction(TEXTS, "more_photographs", truth=_with_more)
half_a_centimetre = Prediction(
    TEXTS,
    "half_a_centimetre",
    truth=lambda: round(in_percent(robot.share(robot.NETWORK, robot.STRICT_CM))),
)


@explorer(
    after=network_in_warehouse,
    natural=True,
    place=Choice("Place", PLACES.keys()),
    name=Choice("Estimator", robot.LADDER, default=robot.NETWORK),
    which=Choice("Photographs", (FIRST, BEST, WORST)),
    drawn=Switch("Draw the poses on them", default=True),
)
def what_the_robot_sees(place: str, name: str, which: str, *, drawn: bool) -> View:
    """What does the robot see, and what does it make of it?"""
    off = robot.errors(name, place)
    chosen = robot_sights.eight(off, best=which == BEST, worst=which == WORST)
    shown = robot_sights.shown(name, place, chosen)
    table = pd.DataFrame(
        {
            "Position error (cm)": shown["position"].round(1),
            "Angle error (degrees)": shown["angle"].round(),
            "Hidden (%)": shown["hidden"].round(),
        }
    )
    draw = partial(
        figures_robot.sights,
        images=robot.photos(place).images[chosen],
        arrows=robot_sights.arrows(name, place, chosen) if drawn else None,
        captions=[
            f"{cm:.1f} cm, {degrees:.0f}°" for cm, degrees in zip(shown["position"], shown["angle"], strict=True)
        ],
        half=scenes.FIELD,
    )
    table.index = pd.Index([place + 1 for place in chosen], name="Photograph")
    return View(table, says_robot.what_it_sees(name, place, off, shown, drawn=drawn), draw)


@explorer(
    after=more_photographs,
    kind=Choice("Labels", robot.LABELS),
    station=Choice("Labelled by station", {"all three": EVERY, **{name: name for name in labels.STATIONS}}),
)
def find_the_bug(kind: str, station: str) -> View:
    """Why is the angle so far off?"""
    scatter = robot_bug.bug_scatter(kind)
    shown = scatter if station == EVERY else scatter[scatter["station"] == station]
    stations = robot_bug.by_station(shown)
    table = stations.round() + 0.0  # adding nothing turns -0 into 0
    table.columns = pd.Index(["Labels", "Turned by (degrees)", "Mean error (degrees)"])
    draw = partial(figures_robot.bands, scatter=shown, stations=stations, title=f"Labels {kind}")
    error = float(shown["off"].abs().mean())
    return View(table.rename_axis("Station"), says_robot.where_the_bug_is(stations, error, kind, station), draw)


@explorer(
    after=half_a_centimetre,
    limit=Choice("Position error allowed", LIMITS),
    name=Choice("Estimator", robot.CURVES, default=robot.NETWORK),
    images=Slider("Training photographs", values=robot.SIZES, default=robot.TRAINING),
)
def half_or_one_centimetre(limit: float, name: str, images: int) -> View:
    """Half a centimetre or one: is it feasible?"""
    known = robot.feasibility(limit, images)
    table = pd.DataFrame(
        {
            "Within the limit (%)": known["within"].round(),
            "Photographs needed": [_needed(each, limit) for each in robot.CURVES],
            "Latency (ms)": known["latency"].round(),
        },
        index=pd.Index(robot.CURVES, name="Estimator"),
    )
    draw = partial(
        figures_robot.curves,
        table=robot.shares(limit),
        chosen=name,
        images=images,
        enough=robot.ENOUGH,
        title=f"Within {limit:g} cm of the true place, in the lab",
    )
    return View(table, says_robot.feasible(name, limit, images, robot.share(name, limit, images)), draw)


@explorer(
    stage=Choice("Stage", robot.STAGES),
    position=Choice("Position error allowed", LIMITS),
)
def pose_story(stage: str, position: float) -> View:
    """The project in four stages: what is farthest from what is needed?"""
    gaps = robot.gaps(stage, position)
    table = pd.DataFrame(
        {column.capitalize(): _amounts(gaps[column]) for column in ("measured", "needed", "told")},
        index=gaps.index.rename("Metric"),
    )
    texts = [f"{row['Measured']}; needed {row['Needed']}" for _, row in table.iterrows()]
    table["Times what is needed"] = gaps["ratio"].round(1)
    draw = partial(figures_robot.ratios, gaps=gaps, texts=texts, title=stage.capitalize())
    return View(table, says_robot.what_next(stage, gaps), draw)


def _needed(name: str, limit: float) -> str:
    number = robot.images_needed(name, limit)
    if name == robot.SCRIPT:
        return "does not learn" if number is None else "a few to calibrate"
    return f"more than {robot.TRAINING}" if number is None else f"about {number}"


def _amounts(values: "pd.Series[float]") -> list[str]:
    """A column of `robot.gaps` as a learner reads it."""
    amounts = values.to_dict().items()
    return ["not told" if pd.isna(value) else robot.amount(value, str(metric)) for metric, value in amounts]
