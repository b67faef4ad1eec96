"""Draws the lifecycle diagram, step by step: see `diagram`."""

from typing import TYPE_CHECKING

from mlprojects.figure_style import BLUE, HAIR, INK, NORMAL, PAPER, QUIET, SMALL, TINT

from .diagram import Loop, Phase, Shared, Step

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH, HEIGHT = 7.2, 4.05
"""All places below are inches on a page of this size."""
TOP, TALL, GAP = 3.68, 0.78, 0.155
LEFT, RIGHT = 1.24, 4.03
LANES = {1: 4.29, 2: 4.29, 3: 4.53, 4: 4.29, 5: 4.77, 6: 5.01}
"""Where the upright part of each arrow back runs."""
HEIGHTS = {
    1: (0.66, 0.12),
    2: (0.66, 0.12),
    3: (0.39, 0.39),
    4: (0.66, 0.12),
    5: (0.39, 0.39),
    6: (0.12, 0.66),
}
"""Above the lower edge of its box, the place where each arrow leaves and the place where it enters; only two cross."""
BADGES = {3: 0.75}
"""How far up an arrow its number stands, where the middle would be on a crossing."""
LIST = 5.31
"""Left edge of the list of reasons."""
ACTIVITIES = {
    1: "choose pose estimation;\nset requirements and goals;\nallocate resources; think about ethics",
    2: "collect training objects; set up cameras;\ncapture images; annotate the ground\ntruth (how?)",
    3: "baseline without learning (OpenCV);\nreproduce the state of the art; debug;\nimprove for our task",
    4: "pilot the grasping in the lab;\nregression tests; tests for bias;\nroll out",
}
"""The activities of `diagram.PHASES`, broken into lines that fit."""


def lifecycle(figure: "Figure", shown: Step) -> None:
    """The diagram after a step: what is new is bold, with a heavy outline; what was there is thin."""
    page = figure.add_axes((0, 0, 1, 1))
    page.set_xlim(0, WIDTH)
    page.set_ylim(0, HEIGHT)
    page.axis("off")
    _heading(page, LEFT, "One project", bold=isinstance(shown.new, Phase))
    for phase in shown.phases:
        _phase(page, phase, new=phase is shown.new)
    if shown.loops:
        _heading(page, LANES[1] - 0.2, "Ways back, and why", bold=isinstance(shown.new, Loop))
    # What is new is drawn last, so that it lies on top where two arrows cross.
    for loop in sorted(shown.loops, key=lambda each: each is shown.new):
        _loop(page, loop, new=loop is shown.new)
    if shown.shared:
        _heading(page, 0.08, "All projects", bold=shown.new is shown.shared)
        _shared(page, shown.shared)


def _heading(page: "Axes", x: float, text: str, *, bold: bool) -> None:
    page.text(
        x, 3.87, text, fontsize=NORMAL, color=INK if bold else QUIET, va="center", weight="bold" if bold else None
    )


def _bottom(number: int) -> float:
    return TOP - number * TALL - (number - 1) * GAP


def _box(page: "Axes", left: float, bottom: float, width: float, height: float, *, new: bool) -> None:  # noqa: PLR0913 - a box
    from matplotlib.patches import FancyBboxPatch  # noqa: PLC0415 - `import mlprojects` stays light

    style = (
        {"facecolor": TINT, "edgecolor": BLUE, "linewidth": 2.4} if new else {"facecolor": PAPER, "edgecolor": QUIET}
    )
    box = FancyBboxPatch((left, bottom), width, height, boxstyle="round,pad=0,rounding_size=0.07", **style)
    page.add_patch(box)


def _phase(page: "Axes", phase: Phase, *, new: bool) -> None:
    bottom = _bottom(phase.number)
    _box(page, LEFT, bottom, RIGHT - LEFT, TALL, new=new)
    title = f"{phase.number}  {phase.name}"
    page.text(LEFT + 0.1, bottom + TALL - 0.13, title, fontsize=NORMAL, color=INK, va="center", weight="bold")
    text = ACTIVITIES[phase.number]
    page.text(LEFT + 0.1, bottom + TALL - 0.25, text, fontsize=SMALL, color=INK, va="top", linespacing=1.1)
    if phase.number > 1:
        middle = (LEFT + RIGHT) / 2
        head = {"arrowstyle": "-|>", "color": INK, "lw": 2.2, "shrinkA": 0, "shrinkB": 0}
        page.annotate("", (middle, bottom + TALL), (middle, bottom + TALL + GAP), arrowprops=head)


def _loop(page: "Axes", loop: Loop, *, new: bool) -> None:
    later, earlier = loop.arrow
    out, into = HEIGHTS[loop.number]
    lane, start, end = LANES[loop.number], _bottom(later) + out, _bottom(earlier) + into
    colour, width = (BLUE, 2.6) if new else (QUIET, 1.3)
    xs, ys = (RIGHT, lane, lane, RIGHT + 0.1), (start, start, end, end)
    page.plot((RIGHT + 0.04, *xs[1:]), ys, color=PAPER, lw=width + 3.5, solid_joinstyle="round", solid_capstyle="butt")
    page.plot(xs, ys, color=colour, lw=width, solid_joinstyle="round", solid_capstyle="butt")
    head = {"arrowstyle": "-|>", "color": colour, "lw": width, "shrinkA": 0, "shrinkB": 0, "mutation_scale": 11}
    page.annotate("", (RIGHT + 0.01, end), (RIGHT + 0.16, end), arrowprops=head)
    _badge(page, lane, start + (end - start) * BADGES.get(loop.number, 0.5), loop.number, new=new)
    _reasons(page, loop, new=new)


def _badge(page: "Axes", x: float, y: float, number: int, *, new: bool) -> None:
    face, text = (BLUE, PAPER) if new else (PAPER, INK)
    page.plot(x, y, "o", ms=14, mfc=face, mec=BLUE if new else QUIET, mew=1.2, zorder=5)
    page.text(x, y - 0.008, str(number), fontsize=SMALL, color=text, ha="center", va="center", weight="bold", zorder=6)


def _reasons(page: "Axes", loop: Loop, *, new: bool) -> None:
    top = TOP - 0.1 - (loop.number - 1) * 0.6
    _badge(page, LIST, top, loop.number, new=new)
    weight = "bold" if new else "normal"
    page.text(LIST + 0.16, top, loop.name, fontsize=NORMAL, color=INK, va="center", weight="bold")
    text = "\n".join(loop.brief)
    page.text(LIST - 0.1, top - 0.12, text, fontsize=SMALL, color=INK, va="top", linespacing=1.1, weight=weight)


def _shared(page: "Axes", boxes: tuple[Shared, ...]) -> None:
    bottom = _bottom(4)
    split = _bottom(1)
    places = ((split, TOP - split), (bottom, split - GAP - bottom))
    for box, (low, height) in zip(boxes, places, strict=True):
        _box(page, 0.08, low, 0.96, height, new=True)
        text = box.name.replace("& ", "&\n")
        page.text(0.56, low + height / 2, text, fontsize=NORMAL, color=INK, ha="center", va="center", weight="bold")
    page.plot([1.14, 1.14], [bottom, TOP], color=HAIR, lw=1, ls=(0, (4, 3)))
