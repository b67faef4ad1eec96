"""The prioritizing lesson, part "nines": the price of the next nine, wrong test labels, and cheap prediction."""

from functools import cache, partial

import pandas as pd

from mlprojects.engine import Choice, Prediction, Slider, Task, View, explorer
from mlprojects.words import in_percent

from . import ceiling, cheap, curve, says_nines, tasks_nines
from . import figures_nines as figures
from .texts import TEXTS

TARGETS = (0.05, 0.02, 0.01, 0.005, 0.001)
CURVES = {
    f"{name} ({exponent:g})": name for name, exponent in curve.PUBLISHED["exponent"].items() if isinstance(name, str)
}
WRONG = (0.0, 0.001, 0.005, 0.01, 0.03, 0.06)
MORE_OFTEN = {"1.5 times as often": 1.5, "twice as often": 2.0, "5 times as often": 5.0}
WINDOWS = ((96.5, (97, 98, 99, 100)), (86, (90, 95, 100)), (60, (70, 80, 90, 100)))
"""Lowest accuracy in a picture and its ticks, in %; the narrowest that holds a state is drawn."""
MARGIN = 0.3
"""Points of accuracy that a mark is at least above the lower edge."""
PRICES = (100, 30, 10, 3, 1, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001)
BEFORE, AFTER = 10, 0.1
"""Between these the prediction `who_judges` asks."""
PRICE_TICKS = {100: "100", 10: "10", 1: "1", 0.1: "0.1", 0.01: "0.01", 0.001: "0.001"}
ABOUT_TEN = (5, 20)


def _about_ten(factor: float) -> bool:
    return ABOUT_TEN[0] <= factor <= ABOUT_TEN[1]


def _where_ten() -> str:
    here = _about_ten(curve.factor_per_nine(curve.as_fitted().exponent))
    deep = _about_ten(curve.factor_per_nine(curve.PUBLISHED["exponent"]["deep nets, steepest"]))
    options: list[str] = TEXTS.entry("predictions", "ten_times")["options"]
    return options[{(True, True): 0, (True, False): 1, (False, True): 2}.get((here, deep), 3)]


def _who_judges() -> str:
    before, after = map(round, cheap.checked_by_people((BEFORE, AFTER))["number"])
    options: list[str] = TEXTS.entry("predictions", "who_judges")["options"]
    return options[1 + int(after > before) - int(after < before)]


ten_times = Prediction(TEXTS, "ten_times", truth=_where_ten)
three_nines = Prediction(TEXTS, "three_nines", truth=lambda: round(in_percent(ceiling.measured(0.999, 0.01)), 1))
who_judges = Prediction(TEXTS, "who_judges", truth=_who_judges)


@explorer(
    after=ten_times,
    target=Slider("Error aimed at", values=TARGETS, default=0.01, format=says_nines.share),
    road=Choice("The curve goes on as", {curve.FITTED: curve.FITTED, **CURVES}),
    last=Choice("The line is fitted up to", {f"{n} images": n for n in (960, 480, 240)}, when=("road", curve.FITTED)),
)
def next_nine(*, target: float, road: str, last: int) -> View:
    """What does the next nine cost?"""
    points, law = curve.learning_curve()["error"], curve.as_fitted(last)
    prices = curve.prices(target, last)
    told, ends = prices["factor"].map(says_nines.large), curve.factor_between(last)
    sure = told.where(prices.index != curve.FITTED, says_nines.factor(prices["factor"].iloc[0], ends))
    draw = partial(
        figures.next_nine,
        lines=curve.lines(last, figures.FIRST, figures.LAST),
        points=points,
        table=prices.assign(told=told),
        chosen=road,
        target=target,
        fitted=last,
        most=curve.ALL,
    )
    table = pd.DataFrame(
        {
            "Exponent": prices["exponent"].round(2),
            "One more nine takes (times)": sure,
            f"Images for {says_nines.share(target)}": prices["images"].map(says_nines.large),
        }
    )
    row: pd.Series[float] = prices.T[road]
    if road == curve.FITTED:
        says = says_nines.nine_fitted(law, row, ends, target=target, last=last, measured=points[curve.HELD])
    else:
        says = says_nines.nine_published(road, row, target)
    return View(table.rename_axis("Curve"), says, draw)


@explorer(
    after=three_nines,
    wrong=Slider("Wrong labels in the test set", values=WRONG, default=0.01, format=says_nines.share),
    better=Slider("The better model is right on", values=(0.95, 0.99, 0.999), default=0.99, format=says_nines.share),
    more_often=Choice("The other errs", MORE_OFTEN, default=2.0),
    pattern=Choice("The wrong labels fall", ceiling.PATTERNS),
)
def label_ceiling(*, wrong: float, better: float, more_often: float, pattern: str) -> View:
    """What can a test set with wrong labels still tell?"""
    other = ceiling.other(better, more_often)
    pair = ceiling.seen(better, other, wrong, pattern)
    seen = pd.DataFrame(
        {"true": [better, other], "measured": [pair.better, pair.worse]},
        index=pd.Index(["the better", "the other"], name="Model"),
    ).map(in_percent)
    needed = _needed(better, other)
    draw = partial(
        figures.label_ceiling,
        seen=seen,
        needed=needed,
        wrong=says_nines.share(wrong),
        pattern=pattern,
        ceiling=in_percent(ceiling.ceiling(wrong)),
        window=next(window for window in WINDOWS if window[0] + MARGIN < seen.to_numpy().min()),
    )
    says = says_nines.what_can_be_told(pair, (better, other), wrong, pattern, ceiling.images_needed(pair))
    table = seen.round(2).rename(columns={"true": "Right, in truth (%)", "measured": "Right, as measured (%)"})
    return View(table, says, draw)


@explorer(
    after=who_judges,
    price=Slider("Price of a prediction", values=PRICES, default=BEFORE),
    errors=Choice("A wrong prediction costs", {"as assumed": 1, "nothing": 0, "3 times that": 3, "10 times that": 10}),
    people=Choice("A person's judgement costs", {"as assumed": 1, "half of that": 0.5, "twice that": 2}),
)
def cheap_prediction(*, price: float, errors: float, people: float) -> View:
    """What becomes worthwhile when prediction gets cheap?"""
    frame = cheap.at_price(price, errors, people)
    title = f"{frame['worthwhile'].sum()} of {len(frame)} are worthwhile"
    draw = partial(figures.cheap_prediction, decisions=frame, price=price, title=title, prices=PRICE_TICKS)
    table = pd.DataFrame(
        {
            "Worth of one": frame["break_even"].map("{:.2g}".format),
            "Pays": frame["worthwhile"],
            "By a machine": frame["machine_made"].round(),
            "By a person": frame["person_made"].round(),
            "Gain a year": frame["gain"].round(),
        }
    )
    return View(table.rename_axis("Decision (ours)"), says_nines.what_pays(frame, price), draw)


images_needed = Task(
    TEXTS,
    "images_needed",
    expect=tasks_nines.images_needed,
    cases=tasks_nines.CASES,
    mistakes=tasks_nines.MISTAKES,
)


@cache
def _needed(better: float, other: float) -> pd.DataFrame:
    """Test images by share of wrong labels, a column a pattern; missing where no number is enough."""
    pairs = {
        pattern: [ceiling.images_needed(ceiling.seen(better, other, wrong, pattern)) for wrong in WRONG]
        for pattern in ceiling.PATTERNS
    }
    return pd.DataFrame(pairs, index=[says_nines.share(wrong) for wrong in WRONG], dtype=float)
