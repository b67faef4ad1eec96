"""The archetypes lesson, part "wheel": the data flywheel, and suggestions that lower the accuracy needed."""

from bisect import bisect
from functools import partial

import pandas as pd

from mlprojects.engine import Choice, Prediction, Question, Slider, View, explorer
from mlprojects.figure_style import Scale
from mlprojects.words import in_percent, percent

from . import figures_wheel as figures
from . import flywheel as wheel
from . import says_wheel as says
from . import suggestions as several
from .texts import TEXTS

CAPTURES = (0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
USUAL = 0.05
CUTS = {"none": "", **{link: link for link in wheel.LINKS}}
CURVES = {f"{name} ({exponent:g})": exponent for name, exponent in wheel.EXPONENTS["exponent"].items()}
STEEP = -0.35
FEW, MANY = 0.01, 0.1
"""Shares captured between which `ten_times_labels` asks."""
HALF = (0.3, 0.7)
"""What is about a half, in `ten_times_labels`."""
WEEKS_SHOWN = (0, 26, 52, 78, 104)
ERROR_TICKS = ("0 %", "10 %", "20 %", "30 %")
AXES = {
    "users": Scale("Users", 0, wheel.MARKET, [0, 5_000, 10_000], ["0", "5,000", "10,000"]),
    "labels": Scale("Labels", 800, 1e7, [1e3, 1e5, 1e7], ["1,000", "10⁵", "10⁷"], log=True),
    "error": Scale("Wrong answers", 0, 0.32, [0, 0.1, 0.2, 0.3], ERROR_TICKS),
}
READING, TYPING = (0.2, 0.5, 2.0), (3.0, 8.0)
WEAK, BETTER = 3, 3
"""The model and the number of suggestions that `three_guesses` asks about."""


def _ten_times_labels() -> str:
    options: list[str] = TEXTS.entry("predictions", "ten_times_labels")["options"]
    return options[bisect(HALF, wheel.errors_left(FEW, MANY))]


ten_times_labels = Prediction(TEXTS, "ten_times_labels", truth=_ten_times_labels)
three_guesses = Prediction(
    TEXTS, "three_guesses", truth=lambda: round(in_percent(float(several.accuracy(WEAK)["right"].loc[BETTER])), 1)
)


@explorer(
    after=ten_times_labels,
    cut=Choice("Link that is cut", CUTS),
    capture=Slider(
        "Uses that leave a label",
        values=CAPTURES,
        default=USUAL,
        format=percent,
        when=("cut", ("", *wheel.LINKS[1:])),
    ),
    exponent=Choice("Learning curve (exponent)", CURVES, default=STEEP),
)
def flywheel(*, cut: str, capture: float, exponent: float) -> View:
    """What keeps the flywheel turning, and what stops it?"""
    capture = 0.0 if cut == wheel.LINKS[0] else capture
    learns = 0.0 if cut == wheel.LINKS[1] else exponent
    value = 0.0 if cut == wheel.LINKS[2] else 1.0
    history = wheel.run(capture, learns, value)
    broken = wheel.cut_links(capture, learns, value)
    other = wheel.run(capture or USUAL, exponent, value=float(bool(broken)))
    last = history.iloc[-1]
    draw = partial(
        figures.flywheel,
        history=history,
        other=other,
        cut=[link in broken for link in wheel.LINKS],
        strengths=_strengths(capture, learns, value),
        inside={
            "Users": says.about(last["users"]),
            "Labels": says.about(last["labels"]),
            "Model": f"{percent(last['error'], 1)}\nwrong",
        },
        compared=_compared(capture, cut=bool(broken)),
        ticks=AXES,
    )
    table = history.loc[list(WEEKS_SHOWN)]
    shown = pd.DataFrame(
        {
            "Users": table["users"].map(says.three_figures),
            "Labels": table["labels"].map(says.three_figures),
            "Wrong answers (%)": in_percent(table["error"]).round(1),
        }
    )
    told = says.how_it_turned(history, other, capture, broken, wheel.WEEKS)
    return View(shown.rename_axis("Week"), told, draw)


@explorer(
    after=three_guesses,
    shown=Slider("Suggestions shown", values=several.SHOWN, default=BETTER),
    size=Slider("Training images of each digit", values=several.SIZES, default=WEAK),
    reading=Slider("Seconds to read one", values=READING, default=0.5),
    typing=Slider("Seconds to type it", values=TYPING, default=8.0),
)
def suggestions(*, shown: int, size: int, reading: float, typing: float) -> View:
    """How many suggestions should be shown?"""
    right, model = several.accuracy(size), several.ranked(size)
    costs = several.seconds(right["right"], reading, typing)
    best = several.fastest(costs)
    rival = float(several.accuracy(several.SIZES[-1])["right"].loc[1])
    chosen = several.examples(size)
    draw = partial(
        figures.suggestions,
        accuracy=right,
        costs=costs,
        shown=shown,
        best=best,
        rival=rival,
        images=model.images[chosen],
        digits=model.digits[chosen].tolist(),
        guesses=model.guesses[chosen, :shown].tolist(),
    )
    share = right.apply(in_percent).round(1)
    table = pd.DataFrame(
        {
            "Right one there (%)": [0.0, *share["right"]],
            "Interval (95 %)": ["", *(f"{low} to {high}" for low, high in share[["low", "high"]].to_numpy())],
            "Seconds an item": costs["total"].round(2),
            "Fastest": costs.index == best,
        },
        index=costs.index,
    )
    told = says.what_it_takes(
        right["right"],
        costs["total"],
        best,
        shown=shown,
        size=size,
        needed=several.accuracy_needed(shown, reading, typing),
        rival=rival,
    )
    return View(table.rename_axis("Suggestions"), told, draw)


data_grew = Question(TEXTS, "data_grew")
best_number = Question(TEXTS, "best_number")


def _strengths(capture: float, exponent: float, value: float) -> list[str]:
    """What each link is worth, in words."""
    return [
        f"{percent(capture)} of uses\nleave a label" if capture else "no use\nleaves a label",
        f"learns: exponent {exponent:g}" if exponent else "does not learn",
        "better model,\nmore users" if value else "better model,\nno more users",
    ]


def _compared(capture: float, *, cut: bool) -> str:
    """What the dashed line is."""
    if not cut:
        return "if a better model won no users"
    return "no link cut" if capture else f"no link cut, {percent(USUAL)} of uses leave a label"
