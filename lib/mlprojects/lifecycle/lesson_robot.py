"""The lifecycle lesson's part on the robot: what it sees, the bug, half a centimetre, and the four stages."""

from functools import partial

import pandas as pd

from mlprojects.case import labels, scenes
from mlprojects.engine import Choice, Prediction, Slider, View, absent, explorer

from . import figures_robot, robot, says_robot
from .texts import TEXTS

__getattr__ = absent(__name__)

EVERY = "all"
BEST, WORST = "those with the best angles", "those with the worst angles"
WHICH = ("the first eight", BEST, WORST)
LIMITS = {f"{limit:g} cm": limit for limit in reversed(robot.LIMITS)}
HEADINGS = {"position": "Position (cm)", "angle": "Angle (degrees)", "hidden": "Hidden (%)"}


def _with_more() -> str:
    """The option of `more_photographs` that the model makes true."""
    half, below, hardly = TEXTS.entry("predictions", "more_photographs")["options"]
    before, after = (robot.error_with_more(images) for images in robot.SIZES[-2:])
    if after < before / 2:
        return str(half)
    return str(below if after < robot.least_error() else hardly)


network_in_warehouse = Prediction(
    TEXTS,
    "network_in_warehouse",
    truth=lambda: round(robot.errors(robot.NETWORK, "warehouse")["angle"].mean()),
)
more_photographs = Prediction(TEXTS, "more_photographs", truth=_with_more)
half_a_centimetre = Prediction(
    TEXTS,
    "half_a_centimetre",
    truth=lambda: round(100 * _shares(robot.STRICT_CM).loc[robot.TRAINING, robot.NETWORK]),
)


@explorer(
    after=network_in_warehouse,
    place=Choice("Place", robot.PLACES.keys()),
    name=Choice("Estimator", robot.LADDER, default=robot.NETWORK),
    which=Choice("Photographs", WHICH),
)
def what_the_robot_sees(place: str, name: str, which: str) -> View:
    """What does the robot see, and what does it make of it?"""
    off = robot.errors(name, place)
    shown = off.loc[robot.eight(off, worst=which == WORST, best=which == BEST)]
    hidden = robot.photos(place).hidden[shown.index]
    table = pd.DataFrame(
        {"position": shown["position"].round(1), "angle": shown["angle"].round(), "hidden": (100 * hidden).round()}
    )
    table.index = pd.Index(shown.index + 1, name="Photograph")
    draw = partial(
        figures_robot.sights,
        images=robot.photos(place).images[shown.index],
        arrows=robot.arrows(name, place, list(shown.index)),
        captions=[f"{row.position:.1f} cm, {row.angle:.0f}°" for row in shown.itertuples()],
        half=scenes.FIELD,
    )
    return View(table.rename(columns=HEADINGS), says_robot.what_it_sees(name, place, off, shown), draw)


@explorer(
    after=more_photographs,
    kind=Choice("Labels", robot.LABELS),
    station=Choice("Labelled by station", {"all three": EVERY, **{name: name for name in labels.STATIONS}}),
)
def find_the_bug(kind: str, station: str) -> View:
    """Where is the bug? Labels against predictions"""
    scatter = robot.bug_scatter(kind)
    stations = [station] if station != EVERY else list(labels.STATIONS)
    table = robot.by_station(scatter).loc[stations]
    error = scatter.loc[scatter["station"].isin(stations), "off"].abs().mean()
    lines = [
        f"station {name}\nturned by {row.turned:+.0f} degrees\noff by {row.error:.0f}" for name, row in table.iterrows()
    ]
    draw = partial(
        figures_robot.bands, scatter=scatter, stations=stations, lines=lines, title=f"Labels {kind}, in degrees"
    )
    shown = table.assign(turned=table["turned"].round() + 0.0, error=table["error"].round())
    columns = {"labels": "Labels", "turned": "Turned by (degrees)", "error": "Mean error (degrees)"}
    return View(
        shown.rename(columns=columns).rename_axis("Station"),
        says_robot.where_the_bug_is(table, error, kind, station),
        draw,
    )


@explorer(
    after=half_a_centimetre,
    limit=Choice("Position error allowed", LIMITS),
    name=Choice("Estimator", robot.CURVES, default=robot.NETWORK),
    images=Slider("Training photographs", values=robot.SIZES, default=robot.TRAINING),
)
def half_or_one_centimetre(limit: float, name: str, images: int) -> View:
    """Half a centimetre or one: is it feasible?"""
    shares = _shares(limit)
    table = pd.DataFrame(
        {
            "Within the limit (%)": (100 * shares.loc[images]).round(),
            "Photographs needed": [_needed(each, limit) for each in shares],
        }
    ).rename_axis("Estimator")
    draw = partial(figures_robot.curves, table=shares, chosen=name, images=images, enough=robot.ENOUGH, limit=limit)
    return View(table, says_robot.feasible(name, limit, images, float(shares.loc[images, name])), draw)


@explorer(
    stage=Choice("Stage", robot.STAGES),
    position=Choice("Position error allowed", LIMITS),
)
def pose_story(stage: str, position: float) -> View:
    """The project in four stages: what is farthest from what is needed?"""
    gaps = robot.gaps(stage, position)
    table = gaps.assign(
        measured=[round(value, 1 if metric == "position" else 0) for metric, value in gaps["measured"].items()],
        ratio=gaps["ratio"].round(1),
        told_ratio=gaps["told_ratio"].round(1),
    )
    units = [
        f"{robot.amount(metric, row.measured)}; needed {robot.amount(metric, row.needed)}"
        for metric, row in gaps.iterrows()
    ]
    draw = partial(figures_robot.ratios, gaps=gaps, texts=units, title=stage.capitalize())
    columns = {"measured": "Measured", "needed": "Needed", "ratio": "Ratio", "told": "Told", "told_ratio": "Ratio told"}
    return View(table.rename(columns=columns).rename_axis("Metric"), says_robot.what_next(stage, gaps), draw)


EXPLORERS = (what_the_robot_sees, find_the_bug, half_or_one_centimetre, pose_story)
PREDICTIONS = (network_in_warehouse, more_photographs, half_a_centimetre)


def _shares(limit: float) -> pd.DataFrame:
    """One row a number of photographs, one column an estimator, in the order of `robot.CURVES`."""
    return robot.by_requirement().pivot(index="images", columns="estimator", values=limit)[list(robot.CURVES)]


def _needed(name: str, limit: float) -> str:
    number = robot.images_needed(name, limit)
    if name == robot.SCRIPT:
        return "any" if number is not None else "does not learn"
    return f"more than {robot.TRAINING}" if number is None else f"about {number}"
