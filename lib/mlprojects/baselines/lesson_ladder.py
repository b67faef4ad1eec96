"""The baselines lesson, part "ladder": two ladders, bug or too little data, curves beside a human line."""

from functools import partial

import pandas as pd

from mlprojects.engine import Choice, Prediction, Question, Slider, Task, View, explorer
from mlprojects.figure_style import Scale
from mlprojects.words import capital

from . import bugs, diabetes, figures_lines, floors, hand, ladder, says_ladder, tasks_ladder
from . import figures_ladder as figures
from .texts import TEXTS

AGAINST = {rung: other for other, rung in zip(ladder.RUNGS.index, ladder.RUNGS.index[1:], strict=False)}
"""With which rung another is compared: the one below it."""
SHOWN = 12
"""Images with a wrong answer in one picture."""
SPLITS = {f"split {seed + 1}": seed for seed in diabetes.SPLITS}
LOOKS = {1: "1: what it was shown", 2: "2: and ten images", 3: "3: and more images"}
LINES = tuple(range(18, 43))
HUMANS = (0, 1, 2, 4, 6, 8, 10, 12)
YEARS = tuple(int(year) for year in floors.WINNERS.index[1:])
TOPS = {floors.GUESS: 112.0, floors.LAST: 31.0}
"""Highest error in the contest's picture, by floor."""


def _five_lines() -> float:
    return round(float(ladder.measured(ladder.MEAN_IMAGE)["error"]), 1)


def _net_or_mean() -> str:
    options: list[str] = TEXTS.entry("predictions", "net_or_mean")["options"]
    lost = diabetes.lost(diabetes.NETWORK)
    return options[{0: 0, len(diabetes.SPLITS): 2}.get(lost, 1)]


five_lines = Prediction(TEXTS, "five_lines", truth=_five_lines)
net_or_mean = Prediction(TEXTS, "net_or_mean", truth=_net_or_mean)
first_look = Prediction(TEXTS, "first_look", truth=bugs.given_away)
flips_at = Prediction(TEXTS, "flips_at", truth=lambda: floors.flip(floors.TRAIN, floors.VALIDATION))


@explorer(
    year=Slider("Contest of", values=YEARS),
    floor=Choice("Floor", [floors.LAST, floors.GUESS]),
    ceiling=Choice("Ceiling", list(floors.CEILINGS)),
)
def floor_and_ceiling(year: int, floor: str, ceiling: str) -> View:
    """How far from the floor to the ceiling?"""
    error, low, high = float(floors.WINNERS[year]), floors.contest_floor(year, floor), floors.CEILINGS[ceiling]
    table = pd.DataFrame(
        {"What it is": [capital(floor), f"The winner of {year}", capital(ceiling)], "Error (%)": [low, error, high]},
        index=pd.Index(["Floor", "Model", "Ceiling"], name="Line"),
    )
    draw = partial(
        figures_lines.contest,
        winners=floors.WINNERS,
        year=year,
        floor=(floor, low),
        ceiling=(ceiling, high),
        top=TOPS[floor],
    )
    return View(table, says_ladder.how_far_up(year, error, (floor, low), (ceiling, high)), draw)


@explorer(after=five_lines, natural=True, rung=Choice("Rung", list(ladder.RUNGS.index)))
def ladder_digits(rung: str) -> View:
    """How far does each rung get on handwritten digits?"""
    frame, wrong = ladder.ladder(), ladder.mistaken(rung, SHOWN, hand.CHOSEN)
    draw = partial(
        figures.digits,
        ladder=frame,
        chosen=rung,
        images=ladder.split().test[wrong.index].reshape(-1, 8, 8),
        told=[f"{digit} → {answer}" for digit, answer in wrong.to_numpy()],
    )
    table = pd.DataFrame(
        {
            "Wrong of 540": frame["wrong"],
            "Error (%)": frame["error"].round(1),
            "From (%)": frame["low"].round(1),
            "To (%)": frame["high"].round(1),
            "Minutes (ours)": frame["minutes"],
        }
    )
    other = AGAINST.get(rung)
    against = None if other is None else (other, ladder.compare(rung, other))
    says = says_ladder.how_high_a_rung(rung, frame.T[rung], against)
    return View(table.rename(index=capital).rename_axis("Rung"), says, draw)


@explorer(after=net_or_mean, rung=Choice("Rung", list(diabetes.RUNGS.index)), seed=Choice("Random split", SPLITS))
def ladder_diabetes(rung: str, seed: int) -> View:
    """Does the network beat the mean?"""
    frame = diabetes.ladder(seed)
    table = pd.DataFrame(
        {
            "On rows shown": frame["train"].round(),
            "On new rows": frame["test"].round(),
            "Lead over the mean": frame["lead"].round(),
            "Minutes (ours)": frame["minutes"],
        }
    )
    says = says_ladder.how_it_does(rung, frame.T[rung], diabetes.lost(rung), len(diabetes.SPLITS))
    draw = partial(figures.diabetes, ladder=frame, chosen=rung)
    return View(table.rename(index=capital).rename_axis("Rung"), says, draw)


@explorer(
    after=first_look,
    case=Choice("Network", {capital(case): case for case in bugs.CASES}),
    look=Choice("Look at", {text: look for look, text in LOOKS.items()}),
)
def bug_or_data(case: str, look: int) -> View:
    """A bug, or too little data?"""
    seen = bugs.looks(case)
    taken = bugs.taken(case, look)
    table = pd.DataFrame(
        {
            "Look": [f"{number}: {on}" for number, on in zip(taken["look"], taken["on"], strict=True)],
            "Images shown": taken["images"],
            "Error (%)": taken["error"],
        }
    ).set_index("Look")
    draw = partial(
        figures.looks,
        train=seen.train,
        test=seen.test,
        heart=seen.heart,
        more=seen.more,
        seen=look,
        shown=bugs.SHOWN,
        few=bugs.HEART,
        guessing=bugs.GUESSING,
        title=f"{capital(case)}: {bugs.found(case) if look == bugs.LOOKS else 'no verdict yet'}",
    )
    return View(table.round(), says_ladder.what_is_seen(case, seen, look), draw)


@explorer(
    after=flips_at,
    human=Slider("Human error", values=LINES, default=35, format="{:g} %"),
    measured=Choice("The human line was measured", list(floors.MEASURED)),
)
def same_curves(human: int, measured: str) -> View:
    """Same curves, another line: what comes next?"""
    advice = floors.advice(floors.TRAIN, floors.VALIDATION, human)
    trusted = measured == floors.SAME
    curves = floors.curves()
    draw = partial(
        figures_lines.beside_human,
        curves=curves,
        human=human,
        at=curves.index[-1],
        x=Scale("Iterations (10,000)", 0, floors.ITERATIONS, range(6)),
        y=Scale("Error", 14, 72, range(20, 71, 10), [f"{tick} %" for tick in range(20, 71, 10)]),
        title=_title(advice) if trusted else "No advice: the lines cannot be compared",
        trusted=trusted,
    )
    return View(_gaps(advice, trusted=trusted), says_ladder.what_the_line_advises(advice, human, measured), draw)


@explorer(
    model=Choice("Model", list(ladder.GROWING)),
    size=Slider("Images to learn from", values=ladder.SIZES, default=ladder.SIZES[-1], format="{:,}"),
    human=Slider("Human error (supposed)", values=HUMANS, default=2, format="{:g} %"),
)
def real_curves(model: str, size: int, human: int) -> View:
    """What do measured curves advise?"""
    curves = ladder.growth(model)
    row: pd.Series[float] = curves.T[size]
    blur = ladder.blur(row["validation"])
    advice = floors.advice(row["train"], row["validation"], human, band=blur)
    draw = partial(
        figures_lines.beside_human,
        curves=curves,
        human=human,
        at=size,
        x=Scale("Images to learn from", 42, 1500, ladder.SIZES, [f"{each:,}" for each in ladder.SIZES], log=True),
        y=Scale("Error", -1, 52, range(0, 51, 10), [f"{tick} %" for tick in range(0, 51, 10)]),
        title=_title(advice, alike=floors.alike(row["validation"], human, blur)),
        blur=blur,
        marked=True,
    )
    gaps = floors.gaps(curves, human)
    table = pd.DataFrame(
        {
            "Training error (%)": curves["train"].round(1),
            "Validation error (%)": curves["validation"].round(1),
            "Gap to people": gaps["avoidable"].round(1),
            "Gap to new images": gaps["generalisation"].round(1),
        }
    )
    says = says_ladder.what_real_curves_advise(model, size, human, row, advice, blur)
    return View(table.rename_axis("Images"), says, draw)


def _title(advice: floors.Advice, *, alike: bool = False) -> str:
    if advice.reached:
        return "About as good as people" if alike else "No worse than people"
    return f"Advice: {advice.step}"


def _gaps(advice: floors.Advice, *, trusted: bool) -> pd.DataFrame:
    first = says_ladder.points(advice.avoidable) if trusted else "not comparable"
    return pd.DataFrame(
        {
            "Gap": [first, says_ladder.points(advice.generalisation)],
            "If larger": [floors.UNDERFITTING, floors.OVERFITTING],
        },
        index=pd.Index(["Training minus people", "Validation minus training"], name="Errors"),
    )


line_35 = Question(TEXTS, "line_35")
line_21 = Question(TEXTS, "line_21")
net_loses = Question(TEXTS, "net_loses")

rule = tasks_ladder.RuleTask(TEXTS, "rule", expect=tasks_ladder.rule, mistakes=tasks_ladder.RULE_MISTAKES)
next_step = Task(
    TEXTS,
    "next_step",
    expect=tasks_ladder.next_step,
    cases=tasks_ladder.STEP_CASES,
    mistakes=tasks_ladder.STEP_MISTAKES,
)
