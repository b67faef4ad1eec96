"""Draws what comes back from the field: errors and picks, what to add, golden photographs."""

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from mlprojects.figure_style import (
    BLUE,
    GREEN,
    HAIR,
    INK,
    ORANGE,
    PAPER,
    QUIET,
    SMALL,
    TINT,
    TITLE,
    Scale,
    axes,
    bare,
    corner,
    note,
    veil,
)
from mlprojects.words import capital

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from mlprojects.case.scenes import Photos

FORM = {"by hand": "o", "by sensors": "s"}
LOOK: dict[str, dict[str, Any]] = {
    "old": {"color": BLUE, "ls": (0, (2, 1)), "lw": 3.2},
    "new": {"color": ORANGE, "ls": "-", "lw": 1.8},
}
CAPTION = {"old": (0.02, "blue, dashed: old model"), "new": (0.27, "orange: new model")}
"""Where under the photograph, as a share of the figure."""
MARK, SIZE = {"old": "o", "new": "s"}, {"old": 10, "new": 5.5}
"""The ring is seen round the square where both models answer alike."""
REACH = 5.6
"""Centimetres of a pose's arrow: as far as the handle reaches."""
ABOVE = 52
"""Picks an hour from a mark to the number over it."""
VERDICT = {"better": (GREEN, "^"), "worse": (ORANGE, "v"), "no clear difference": (QUIET, "o"), "": (INK, "D")}


def errors_and_picks(  # noqa: PLR0913 - each argument is a frame or a value of the state that is drawn
    figure: "Figure",
    models: "pd.DataFrame",
    chosen: int,
    *,
    errors: "pd.DataFrame",
    limit: float,
    used: bool,
) -> None:
    """All models by median error and picks an hour, and the angle errors of the chosen one.

    Args:
        figure: Where to draw.
        models: From `picks.models`.
        chosen: The chosen model's row.
        errors: Its angle errors, from `picks.by_error`.
        limit: The gripper's limit in degrees.
        used: Whether uncertainty is used.
    """
    left = axes(
        figure,
        (0.085, 0.15, 0.4, 0.73),
        Scale("Median angle error (degrees)", 2.6, 40, [3, 5, 10, 20, 40], ["3", "5", "10", "20", "40"], log=True),
        Scale("Picks an hour", 0, 900, [0, 200, 400, 600]),
        "Twelve models",
    )
    for label, form in FORM.items():
        part = models[models["labels"] == label]
        left.plot(part["median_angle"], part["picks_per_hour"], form, ms=6, mfc=PAPER, mec=BLUE, mew=1.4, ls="none")
        if used:
            left.plot(part["median_angle"], part["with_uncertainty"], form, ms=6, color=ORANGE, ls="none")
    error, plain, again = (
        float(models[column].tolist()[chosen]) for column in ("median_angle", "picks_per_hour", "with_uncertainty")
    )
    height = again if used else plain
    if used:
        left.plot([error, error], [plain, again], color=INK, lw=1.2)
    left.plot(error, height, FORM[models["labels"].tolist()[chosen]], ms=13, mfc="none", mec=INK, mew=1.8)
    beside = height + (ABOVE if height >= plain else -ABOVE)
    note(left, error, beside, f"{height:.0f}", weight="bold", ha="center")
    corner(left, 0.02, 0.96, "circle: labels by hand, square: by sensors", QUIET)
    corner(left, 0.02, 0.89, "hollow: uncertainty not used", BLUE)
    if used:
        corner(left, 0.02, 0.82, "filled: looks again when unsure", ORANGE)
    _histogram(figure, errors, limit, used=used)


def _histogram(
    figure: "Figure",
    errors: "pd.DataFrame",
    limit: float,
    *,
    used: bool,
) -> None:
    right = axes(
        figure,
        (0.585, 0.15, 0.39, 0.73),
        Scale("Angle error (degrees)", 0, 180, [0, 60, 120, 180]),
        Scale("Photographs (of 600)", 0, 450, [0, 100, 200, 300, 400]),
        "Where the chosen model errs",
    )
    edges, sure = errors.index.tolist(), errors["sure"].tolist()
    right.bar(edges, sure, width=18, align="edge", color=TINT, edgecolor=BLUE, linewidth=1)
    if used:
        right.bar(
            edges,
            errors["unsure"].tolist(),
            bottom=sure,
            width=18,
            align="edge",
            facecolor=PAPER,
            edgecolor=ORANGE,
            linewidth=1,
            hatch="////",
        )
    right.axvline(limit, color=INK, lw=1.2)
    note(right, limit + 5, 425, f"the gripper forgives {limit:g} degrees")
    corner(right, 0.3, 0.78, "blue: grasps", BLUE)
    if used:
        corner(right, 0.3, 0.7, "hatched: unsure, looks again", ORANGE)


def what_to_add(figure: "Figure", compared: "pd.DataFrame", way: str, photos: "Photos", title: str) -> None:
    """Each way of choosing against a random choice, and the first photographs that the chosen way picks.

    Args:
        figure: Where to draw.
        compared: From `mining.compared`.
        way: The chosen way.
        photos: Twelve photographs.
        title: Above the left panel.
    """
    ways = [str(name) for name in compared.index]
    texts = [name.replace(", ", ",\n").replace("models ", "models\n") for name in ways]
    ax = axes(
        figure,
        (0.175, 0.15, 0.38, 0.73),
        Scale("Percentage points against random", -16, 16, [-15, -10, -5, 0, 5, 10, 15]),
        Scale("", len(ways) - 0.4, -0.6, range(len(ways)), texts),
        title,
    )
    bare(ax, "left")
    ax.axvline(0, color=INK, lw=1)
    for place, (name, row) in enumerate(compared.iterrows()):
        colour, form = VERDICT[row["verdict"]]
        ax.plot([row["low"], row["high"]], [place, place], color=colour, lw=2.2)
        ax.plot(row["gain"], place, form, ms=9, color=colour)
        text = f"{row['held']:.0f} % hold" + (f", {row['verdict']}" if row["verdict"] else "")
        note(ax, 0, place - 0.3, text, colour, ha="center", bbox=veil(), weight="bold" if name == way else "normal")
    for label, name in zip(ax.get_yticklabels(), ways, strict=True):
        label.set(weight="bold" if name == way else "normal")
    figure.text(0.63, 0.908, "The first twelve it picks", fontsize=TITLE, color=INK)
    for place, image in enumerate(photos.images):
        line, column = divmod(place, 3)
        picture = figure.add_axes((0.63 + 0.104 * column, 0.7 - 0.1835 * line, 0.1, 0.178))
        picture.imshow(image, cmap="gray", vmin=0, vmax=1, interpolation="nearest")
        picture.set_axis_off()


def golden_case(  # noqa: PLR0913 - each argument is a frame or a value of the state that is drawn
    figure: "Figure",
    photo: "Photos",
    answers: "dict[str, npt.NDArray[np.float64]]",
    judged: "pd.DataFrame",
    *,
    name: str,
    limit: float,
    field: float,
) -> None:
    """One golden photograph with true and estimated poses, and the angle errors on all of them.

    Args:
        figure: Where to draw.
        photo: The photograph.
        answers: Model to its pose (x, y in cm, degrees): one or both.
        judged: From `golden.judged`.
        name: The photograph's name.
        limit: The limit on the angle in degrees.
        field: Half the width of the photograph in cm.
    """
    picture = figure.add_axes((0.02, 0.24, 0.36, 0.64))
    extent = (-field, field, -field, field)
    picture.imshow(photo.images[0], cmap="gray", vmin=0, vmax=1, interpolation="nearest", extent=extent)
    picture.set(xlim=(-field, field), ylim=(-field, field))
    picture.set_axis_off()
    figure.text(0.02, 0.908, capital(name), fontsize=TITLE, color=INK)
    _pose(picture, photo.poses[0], color=INK, ls="-", lw=5)
    for model, pose in answers.items():
        _pose(picture, pose, **LOOK[model])
    figure.text(0.02, 0.18, "black: true pose, middle to handle", fontsize=SMALL, color=INK)
    for model in answers:
        left, text = CAPTION[model]
        figure.text(left, 0.125, text, fontsize=SMALL, color=LOOK[model]["color"])
    _all_golden(figure, judged, list(answers), name, limit)


def _all_golden(figure: "Figure", judged: "pd.DataFrame", models: list[str], name: str, limit: float) -> None:
    names = [str(each) for each in judged.index]
    ax = axes(
        figure,
        (0.655, 0.15, 0.32, 0.73),
        Scale("Angle error (degrees)", 0, 180, [0, 60, 120, 180]),
        Scale("", len(names) - 0.4, -0.6, range(len(names)), names),
        "All ten golden photographs",
    )
    bare(ax, "left")
    ax.tick_params(axis="y", pad=9)  # a mark at 0 must not cover a name
    ax.grid(axis="y", color=HAIR, lw=0.6)
    ax.set_axisbelow(True)
    ax.axvline(limit, color=INK, lw=1.2)
    note(ax, limit + 4, -0.45, f"allowed: {limit:g}", QUIET)
    for model in models:
        face = PAPER if model == "old" else LOOK[model]["color"]
        look = {"ms": SIZE[model], "mfc": face, "mec": LOOK[model]["color"], "mew": 1.6, "ls": "none", "clip_on": False}
        ax.plot(judged[f"{model} angle"], range(len(names)), MARK[model], **look)
    for place, verdict in enumerate(judged["verdict"]):
        if verdict in {"broken", "mended"}:
            note(
                ax,
                176,
                place,
                verdict,
                ORANGE if verdict == "broken" else GREEN,
                ha="right",
                weight="bold",
                bbox=veil(),
            )
    for label, each in zip(ax.get_yticklabels(), names, strict=True):
        label.set(weight="bold" if each == name else "normal")


def _pose(ax: "Axes", pose: npt.NDArray[np.float64], **look: Any) -> None:  # noqa: ANN401 - matplotlib's
    """A line from the middle to the handle, on a white ground so that it is seen on any grey, and on the others."""
    turn = np.deg2rad(pose[2])
    ends = [pose[0], pose[0] + REACH * np.cos(turn)], [pose[1], pose[1] + REACH * np.sin(turn)]
    ax.plot(*ends, color=PAPER, lw=look["lw"] + 2, solid_capstyle="round")
    ax.plot(*ends, **look)
    ax.plot(pose[0], pose[1], "o", ms=7, color=look["color"], mec=PAPER, mew=1.2)
