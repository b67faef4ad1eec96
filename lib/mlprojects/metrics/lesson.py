"""The metrics lesson: its explorers, questions and tasks. Numbers come from the model, pictures from the figures."""

from functools import cache, partial

import pandas as pd

from mlprojects.engine import (
    Choice,
    Form,
    Prediction,
    Progress,
    Question,
    Slider,
    Switch,
    Task,
    View,
    absent,
    explorer,
)
from mlprojects.figure_style import Scale

from . import figures, model, says, tasks
from .texts import TEXTS

__getattr__ = absent(__name__)

DIGITS = tuple(range(10))
EVERY = "all ten"
COMPARED = ("logistic", "1 neighbour", "15 neighbours", "one tree")
THRESHOLDS = (0.01, 0.03, *(round(0.05 * place, 2) for place in range(1, 20)), 0.99)
MISSES = (1, 2, 5, 10, 20, 50)
ACCURATE = "noisy digits: most often right"
RANKED = "noisy digits: best ranking (mAP)"
FAST = "noisy digits: fastest"
NG = "Ng's three classifiers: most often right"
GOALS = {ACCURATE: "accuracy", RANKED: "mAP", FAST: "latency", NG: "accuracy"}
ANY = 0.0
"""A floor that rules nobody out."""
LATENCIES = (0.15, 1, 2, 10, 50, 100, 200, 20000)
SLOWEST = LATENCIES[-1]
"""Slower than the slowest, so that it rules nobody out."""
NO_LIMIT = {ANY: "no limit", SLOWEST: "no limit"}
PANELS = {
    "µs": {
        "accuracy": Scale("Accuracy", 0.55, 1, [0.6, 0.8, 1]),
        "mAP": Scale("mAP", 0.4, 1, [0.4, 0.6, 0.8, 1]),
        "latency": Scale("Latency (µs)", 0.1, 20000, [0.1, 10, 1000], ["0.1", "10", "1000"], log=True),
    },
    "ms": {
        "accuracy": Scale("Accuracy", 0.88, 0.96, [0.88, 0.9, 0.92, 0.94, 0.96]),
        "latency": Scale("Latency (ms)", 40, 3000, [50, 100, 500, 1500], ["50", "100", "500", "1500"], log=True),
    },
}


@cache
def _points(miss: float) -> pd.DataFrame:
    return model.operating_points(*model.tumours(), THRESHOLDS, miss)


never_alone = Prediction(
    TEXTS,
    "never_alone",
    truth=lambda: next(iter(model.never_alone(model.LECTURE_MODELS, "weighted average")), "none: each wins somewhere"),
)
cheapest_threshold = Prediction(TEXTS, "cheapest_threshold", truth=lambda: model.cheapest(_points(10))[0])
winner_under_10 = Prediction(
    TEXTS,
    "winner_under_10",
    truth=lambda: tasks.best_under_limit(model.digit_table("whole batch"), 10),
)


@explorer(
    after=never_alone,
    rule=Choice("Rule", model.RULES, default="weighted average"),
    weight=Slider("Weight on precision", 0, 1, 0.05, default=0.5, format="{:.2f}", when=("rule", "weighted average")),
    beta=Slider("Beta", 0, 2, 0.05, default=1, format="{:.2f}", when=("rule", "F-beta")),
    floor=Slider("Recall floor", 0, 1, 0.05, default=0.6, format="{:.2f}", when=("rule", says.FLOOR)),
)
def which_model_wins(rule: str, weight: float, beta: float, floor: float) -> View:
    """Which model wins?"""
    settings = {"weight": weight, "beta": beta, "floor": floor}
    own = {"weighted average": weight, "F-beta": beta, says.FLOOR: floor}.get(rule)
    ranking = model.rank(model.LECTURE_MODELS, rule, **settings)
    columns = ["precision", "recall", *(["mAP"] if rule == "mAP" else []), "score", "rank"]
    table = model.LECTURE_MODELS[["mAP"]].join(ranking, how="right")[columns].rename(columns=_capital)
    draw = partial(
        figures.leaderboard,
        ranking=ranking,
        contour=model.iso_score(rule, ranking["score"].tolist()[0], **settings),
        rule=rule,
        intervals=None if own is None else _intervals(rule),
        setting=own,
    )
    return View(table.rename_axis("Model"), says.who_wins(ranking, rule, own), draw)


@explorer(
    after=cheapest_threshold,
    threshold=Slider("Call it malignant from a probability of", values=THRESHOLDS, default=0.5, format="{:.2f}"),
    miss=Slider("One missed tumour costs as much as this many false alarms", values=MISSES, default=1),
)
def operating_point(threshold: float, miss: float) -> View:
    """One classifier, many operating points."""
    points = _points(miss)
    best = model.cheapest(points)
    shown = threshold if threshold in best else best[0]
    confusion = model.confusion_at(*model.tumours(), threshold)
    table = points.loc[sorted({threshold, shown})].rename_axis("Threshold").rename(columns=_capital)
    draw = partial(
        figures.operating_point,
        curve=_tumour_curve(),
        points=points,
        confusion=confusion,
        threshold=threshold,
        best=shown,
    )
    return View(table, says.what_it_costs(confusion, points, threshold, miss), draw)


@explorer(
    after=winner_under_10,
    goal=Choice("Goal", GOALS.keys()),
    batch=Switch("All 899 images in one call", default=True, when=("goal", (ACCURATE, RANKED, FAST))),
    latency=Slider(
        "Latency, at most (µs an image)",
        values=LATENCIES,
        default=SLOWEST,
        names=NO_LIMIT,
        when=("goal", (ACCURATE, RANKED)),
    ),
    mean_ap=Slider("mAP, at least", values=(ANY, 0.9, 0.95), names=NO_LIMIT, when=("goal", (ACCURATE, FAST))),
    accuracy=Slider("Accuracy, at least", values=(ANY, 0.85, 0.9), names=NO_LIMIT, when=("goal", (RANKED, FAST))),
    ng_latency=Slider("Latency, at most (ms)", values=(50, 80, 90, 100, 500, 1500), default=1500, when=("goal", NG)),
)
def threshold_and_optimise(  # noqa: PLR0913 - one parameter a control
    *, goal: str, batch: bool, latency: float, mean_ap: float, accuracy: float, ng_latency: float
) -> View:
    """Threshold all metrics but one, optimise that one."""
    if goal == NG:
        unit, models, wished = "ms", model.NG_MODELS, {"latency": ng_latency}
    else:
        unit, models = "µs", model.digit_table(model.LATENCIES[batch])
        wished = {"accuracy": accuracy, "mAP": mean_ap, "latency": latency}
    bounds = {name: bound for name, bound in wished.items() if name != GOALS[goal] and bound not in {ANY, SLOWEST}}
    judged = model.under_limits(models, bounds, GOALS[goal])
    table = judged.rename(columns=partial(_heading, unit=unit)).rename_axis("Classifier")
    draw = partial(figures.limits, judged=judged, panels=PANELS[unit], bounds=bounds, optimise=GOALS[goal])
    return View(table, says.who_is_left(judged, bounds, GOALS[goal], unit), draw)


@explorer(
    classifier=Choice("Classifier", COMPARED),
    digit=Choice("Digit", {EVERY: EVERY, **{str(digit): digit for digit in DIGITS}}, default=2),
)
def average_precision(classifier: str, digit: int | str) -> View:
    """Average precision: the area under a class's curve."""
    areas, curves, mean = model.class_areas(classifier), _curves(classifier), model.mean_average_precision(classifier)
    index = pd.Index([*map(str, DIGITS), "mean (mAP)"], name="Digit")
    table = pd.DataFrame({"Average precision": [*areas, mean]}, index=index)
    if not isinstance(digit, int):
        draw = partial(figures.average_precision, curves=curves, areas=areas, mean=mean, name=classifier)
        return View(table, says.all_areas(areas, mean, classifier), draw)
    draw = partial(
        figures.average_precision,
        curves={digit: curves[digit]},
        areas=areas,
        mean=mean,
        name=classifier,
        digit=digit,
        single=_curves("1 neighbour")[digit].head(1),
    )
    return View(table, says.one_area(classifier, digit), draw)


@explorer(
    stage=Choice("Stage of the project", model.STAGES.keys()),
    needed=Choice("Position error needed", {"1 cm (metrics part)": 1.0, "0.5 cm (prioritizing part)": 0.5}),
    measured=Slider("Position error measured (cm)", values=model.POSITIONS_MEASURED, default=1.0, format="{:.2f}"),
    raw=Switch("Add up the raw numbers instead"),
)
def formula_changes(*, stage: str, needed: float, measured: float, raw: bool) -> View:
    """The pose project: what to work on now?"""
    gaps = model.gaps(stage, needed, measured)
    table = gaps.drop(columns="share").rename(columns=_capital).rename_axis("Metric")
    return View(table, says.what_to_work_on(gaps, raw=raw), partial(figures.requirements, gaps=gaps, raw=raw))


which_under_floor = Question(TEXTS, "which_under_floor")
weight_for_model_2 = Question(TEXTS, "weight_for_model_2")
always_yes = Question(TEXTS, "always_yes")
which_to_threshold = Question(TEXTS, "which_to_threshold")
threshold_value = Question(TEXTS, "threshold_value")
one_point = Question(TEXTS, "one_point")
pose_first = Question(TEXTS, "pose_first")
formula_after_fix = Question(TEXTS, "formula_after_fix")

f_beta = Task(TEXTS, "f_beta", expect=model.f_beta, cases=tasks.F_BETA_CASES, mistakes=tasks.F_BETA_MISTAKES)
best_under_limit = Task(
    TEXTS,
    "best_under_limit",
    expect=tasks.best_under_limit,
    cases=tasks.BEST_CASES,
    mistakes=tasks.BEST_MISTAKES,
)
own_metric = Form(TEXTS, "metric")

EXPLORERS = (which_model_wins, operating_point, threshold_and_optimise, average_precision, formula_changes)
PREDICTIONS = (never_alone, cheapest_threshold, winner_under_10)
QUESTIONS = (
    which_under_floor,
    weight_for_model_2,
    always_yes,
    which_to_threshold,
    threshold_value,
    one_point,
    pose_first,
    formula_after_fix,
)
TASKS = (f_beta, best_under_limit)
FORMS = (own_metric,)
PROGRESS = Progress([*PREDICTIONS, *QUESTIONS, *TASKS, *FORMS])


@cache
def _intervals(rule: str) -> pd.DataFrame:
    return model.winning_intervals(model.LECTURE_MODELS, rule)


@cache
def _tumour_curve() -> pd.DataFrame:
    return model.precision_recall(*model.tumours())


@cache
def _curves(classifier: str) -> dict[int, pd.DataFrame]:
    return {digit: model.class_curve(classifier, digit) for digit in DIGITS}


def _capital(column: str) -> str:
    return f"{column[0].upper()}{column[1:]}".replace("_", " ").replace("MAP", "Mean AP")


def _heading(column: str, unit: str) -> str:
    return _capital(column.replace("latency", f"latency ({unit})"))
