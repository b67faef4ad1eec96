"""The metrics lesson: its five explorers, with the sentence that each state says. Numbers come from the model."""

from functools import cache, partial

import pandas as pd

from mlprojects.engine import Choice, Slider, Switch, View, explorer
from mlprojects.figure_style import Scale

from . import figures, model

DIGITS = tuple(range(10))
EVERY = "all ten"
COMPARED = ("logistic", "1 neighbour", "15 neighbours", "one tree")
THRESHOLDS = (0.01, 0.03, *(place / 20 for place in range(1, 20)), 0.99)
GOALS = {
    "noisy digits: be most often right": ("digits", "accuracy"),
    "noisy digits: rank best (mAP)": ("digits", "mAP"),
    "noisy digits: be fastest": ("digits", "latency"),
    "Ng's three classifiers: be most often right": ("ng", "accuracy"),
}
FLOOR = "precision at a recall floor"
ANY = 0.0
LATENCY_LIMITS = (0.15, 1, 2, 10, 50, 100, 200, 20000)
NO_LIMIT = LATENCY_LIMITS[-1]
"""Slower than the slowest, so that it rules nobody out."""


@explorer(
    rule=Choice("Rule", model.RULES),
    weight=Slider("Weight on precision", 0, 1, 0.05, default=0.5, format="{:.2f}", when=("rule", "weighted average")),
    beta=Slider("Beta", 0, 2, 0.05, default=1, format="{:.2f}", when=("rule", "F-beta")),
    floor=Slider("Recall floor", 0, 1, 0.05, default=0.6, format="{:.2f}", when=("rule", FLOOR)),
)
def which_model_wins(rule: str, weight: float, beta: float, floor: float) -> View:
    """Which model wins?"""
    settings = {"weight": weight, "beta": beta, "floor": floor}
    ranking = model.rank(model.LECTURE_MODELS, rule, **settings)
    own = {"weighted average": weight, "F-beta": beta, FLOOR: floor}.get(rule)
    intervals = None if own is None else model.winning_intervals(model.LECTURE_MODELS, rule)
    contour = model.iso_score(rule, float(ranking["score"].iloc[0]), **settings)
    table = ranking.reset_index().set_index("model").rename(columns=str.capitalize)
    table = table[["Precision", "Recall", "Score", "Rank", *(["Misses_by"] if rule == FLOOR else [])]]
    return View(
        table.rename_axis("Model").rename(columns={"Misses_by": "Misses the floor by"}),
        _who_wins(ranking, rule, own),
        partial(figures.leaderboard, ranking=ranking, contour=contour, rule=rule, intervals=intervals, setting=own),
    )


def _who_wins(ranking: pd.DataFrame, rule: str, own: float | None) -> str:
    words = {"weighted average": "With weight {} on precision", "F-beta": "With beta {}", FLOOR: "With a recall floor of {}"}
    start = words[rule].format(f"{own:.2f}") if own is not None else f"By {rule}"
    first, score = model.winners(ranking), ranking["score"].iloc[0]
    if not first:
        nearest = ranking["misses_by"].idxmin()
        return f"{start}, no model qualifies; {nearest} misses it by least, {ranking['misses_by'].min():.2f}."
    if len(first) > 1:
        return f"{start}, {_and(first)} tie at {score:.3f}: this rule cannot choose between them."
    out = [str(name) for name in ranking.index[ranking["misses_by"] > 0]]
    second = ranking.iloc[1]
    if out:
        return f"{start}, {first[0]} wins with precision {score:.2f}; below the floor: {_and(out)}."
    return f"{start}, {first[0]} wins with {score:.3f}; {ranking.index[1]} follows with {second['score']:.3f}."


@explorer(
    threshold=Slider("Threshold: call it malignant from", values=THRESHOLDS, default=0.5, format="{:.2f}"),
    miss=Slider("A missed tumour costs as much as ... false alarms", values=(1, 2, 5, 10, 20, 50), default=1),
)
def operating_point(threshold: float, miss: float) -> View:
    """One classifier, many operating points"""
    labels, scores = model.tumours()
    points = _points(miss)
    here, best = points.loc[threshold], model.cheapest(points)
    confusion = model.confusion_at(labels, scores, threshold)
    table = points.loc[sorted({threshold, best[0]})].rename_axis("Threshold")
    table = table.rename(columns=lambda name: name.replace("_", " ").capitalize())
    cost = f"costs {here['cost']:g}"
    verdict = f"{cost}, the least there is here" if threshold in best else f"{cost}; threshold {best[0]:g} costs {points['cost'].min():g}"
    says = (
        f"At threshold {threshold:g} the classifier misses {confusion.fn} of {confusion.fn + confusion.tp} tumours and gives "
        f"{_count(confusion.fp, 'false alarm')}: precision {confusion.precision:.3f}, recall {confusion.recall:.3f}, accuracy "
        f"{confusion.accuracy:.3f}. With {miss:g} for a miss and 1 for a false alarm it {verdict}."
    )
    draw = partial(
        figures.operating_point,
        curve=_tumour_curve(),
        points=points,
        confusion=confusion,
        threshold=threshold,
        best=threshold if threshold in best else best[0],
    )
    return View(table, says, draw)


@explorer(
    goal=Choice("Goal", list(GOALS)),
    batch=Switch("All 899 images in one call", when=("goal", tuple(list(GOALS)[:3]))),
    latency=Slider(
        "Latency, at most (µs an image)", values=LATENCY_LIMITS, default=NO_LIMIT, when=("goal", tuple(list(GOALS)[:2]))
    ),
    map_floor=Slider("mAP, at least", values=(ANY, 0.9, 0.95), default=ANY, when=("goal", (list(GOALS)[0], list(GOALS)[2]))),
    accuracy_floor=Slider("Accuracy, at least", values=(ANY, 0.85, 0.9), default=ANY, when=("goal", tuple(list(GOALS)[1:3]))),
    ng_latency=Slider("Latency, at most (ms)", values=(50, 80, 90, 100, 500, 1500), default=1500, when=("goal", list(GOALS)[3])),
)
def threshold_and_optimise(  # noqa: PLR0913 - one parameter a control
    goal: str, batch: bool, latency: float, map_floor: float, accuracy_floor: float, ng_latency: float
) -> View:
    """Threshold all metrics but one, optimise that one"""
    source, optimise = GOALS[goal]
    if source == "ng":
        judged = model.under_limits(model.NG_MODELS, {"latency": ng_latency}, optimise)
        panels = {"accuracy": _quality("Accuracy", 0.88, 0.96), "latency": _ms()}
        bounds, unit = {"latency": ng_latency}, "ms"
    else:
        wished = {"accuracy": accuracy_floor, "mAP": map_floor, "latency": latency}
        bounds = {metric: bound for metric, bound in wished.items() if metric != optimise and bound not in (ANY, NO_LIMIT)}
        judged = model.under_limits(model.digit_table(model.LATENCIES[batch]), bounds, optimise)
        panels = {"accuracy": _quality("Accuracy", 0.55, 1), "mAP": _quality("mAP", 0.4, 1), "latency": _us()}
        unit = "µs"
    table = judged.rename(columns={"accuracy": "Accuracy", "latency": f"Latency, {unit}"}).rename_axis("Classifier")
    table.columns = [f"{name[0].upper()}{name[1:]}" if name != "mAP" and not name.startswith("mAP") else name for name in table]
    draw = partial(figures.limits, judged=judged, panels=panels, bounds=bounds, optimise=optimise)
    return View(table, _who_is_left(judged, bounds, optimise, unit), draw)


def _who_is_left(judged: pd.DataFrame, bounds: dict[str, float], optimise: str, unit: str) -> str:
    best = judged[judged["wins"]]
    if best.empty:
        nearest = model.least_missing(judged)
        return f"No classifier keeps all limits. {nearest[0]} comes closest on {nearest[1]}: it misses by {_of(nearest[2], nearest[1], unit)}."
    name, kept = str(best.index[0]), int(judged["qualifies"].sum())
    first = f"{kept} of {len(judged)} keep the limits" if bounds else "Without limits all qualify"
    says = f"{first}; the best {optimise} among them has {name} with {_of(best[optimise].iloc[0], optimise, unit)}."
    rival = model.best_excluded(judged, optimise)
    if rival is None:
        return says
    metric, gap = rival[1], rival[2]
    return f"{says} {rival[0]} would be better, but misses the {metric} limit by {_of(gap, metric, unit)}."


@explorer(
    classifier=Choice("Classifier", COMPARED),
    digit=Choice("Digit", {EVERY: EVERY, **{str(digit): digit for digit in DIGITS}}, default=2),
)
def average_precision(classifier: str, digit: int | str) -> View:
    """Average precision: the area under a class's curve"""
    areas = model.class_areas(classifier)
    chosen = None if digit == EVERY else int(digit)
    curves = _curves(classifier)
    table = pd.DataFrame({"Average precision": [*areas, areas.mean()]}, index=pd.Index([*map(str, DIGITS), "mean (mAP)"], name="Digit"))
    if chosen is None:
        says = (
            f"The ten areas of {classifier} run from {areas.min():.3f} (digit {areas.idxmin()}) to {areas.max():.3f} "
            f"(digit {areas.idxmax()}); their mean is its mAP, {areas.mean():.3f}."
        )
        return View(table, says, partial(figures.average_precision, curves=curves, areas=areas, name=classifier))
    single = model.class_curve("1 neighbour", chosen).iloc[0]
    says = f"For digit {chosen}, {classifier} has an average precision of {areas[chosen]:.3f}. {_shared(classifier, chosen, single)}"
    draw = partial(
        figures.average_precision, curves={chosen: curves[chosen]}, areas=areas, name=classifier, digit=chosen, single=single
    )
    return View(table, says, draw)


def _shared(classifier: str, digit: int, single: "pd.Series[float]") -> str:
    point = f"recall {single['recall']:.3f} and precision {single['precision']:.3f}"
    area = f"{model.class_areas('1 neighbour')[digit]:.3f}"
    if classifier == "1 neighbour":
        return f"It says yes or no, without degrees, so it has one point to offer: {point}."
    one, other = model.class_curve("1 neighbour", digit), model.class_curve(classifier, digit)
    near = other.loc[model.nearest_points(one, other)[1]]
    if model.same_point(near, single):
        return f"It can work at {point}, the very point of 1 neighbour, whose average precision is {area}: one point does not tell the area."
    return (
        f"Nearest to the only point of 1 neighbour ({point}, area {area}) it has recall {near['recall']:.3f} and precision "
        f"{near['precision']:.3f}."
    )


@explorer(
    stage=Choice("Stage of the project", model.STAGES.keys()),
    needed=Choice("Position needed", {"1 cm (metrics part)": 1.0, "0.5 cm (prioritizing part)": 0.5}),
    measured=Slider("Position error measured (cm)", values=model.POSITIONS_MEASURED, default=1.0, format="{:.2f}"),
    raw=Switch("Add up the raw numbers instead"),
)
def formula_changes(stage: str, needed: float, measured: float, raw: bool) -> View:
    """The pose project: what to work on now?"""
    gaps = model.gaps(stage, needed, measured)
    table = gaps.drop(columns="share").rename_axis("Metric").rename(columns=str.capitalize)
    targets = model.optimised(gaps)
    if raw:
        top = gaps["share"].idxmax()
        says = (
            f"Added up as plain numbers, {top} is {gaps['share'].max():.1%} of the sum and hides the rest: centimetres, degrees "
            f"and milliseconds do not add. By ratio to what is needed, work on {_and(targets)}."
        )
    else:
        farthest = f"{gaps['ratio'].max():.3g} times its requirement"
        says = f"Work on {_and(targets)}: {'each is' if len(targets) > 1 else 'it is'} at {farthest}. {_others(gaps)}"
    return View(table, says, partial(figures.requirements, gaps=gaps, raw=raw))


def _others(gaps: pd.DataFrame) -> str:
    kept = [str(metric) for metric in gaps.index[gaps["role"] == "threshold"]]
    later = [str(metric) for metric in gaps.index[gaps["role"] == "ignore for now"]]
    parts = [f"Under a threshold: {_and(kept)}."] if kept else []
    return " ".join([*parts, *([f"Left for later: {_and(later)}."] if later else [])])


EXPLORERS = (which_model_wins, operating_point, threshold_and_optimise, average_precision, formula_changes)


@cache
def _points(miss: float) -> pd.DataFrame:
    return model.operating_points(*model.tumours(), THRESHOLDS, miss)


@cache
def _tumour_curve() -> pd.DataFrame:
    return model.precision_recall(*model.tumours())


@cache
def _curves(classifier: str) -> dict[int, pd.DataFrame]:
    return {digit: model.class_curve(classifier, digit) for digit in DIGITS}


def _quality(label: str, low: float, high: float) -> Scale:
    ticks = [tick for tick in (0.4, 0.6, 0.8, 0.88, 0.92, 0.96, 1) if low <= tick <= high]
    return Scale(label, low, high, ticks)


def _us() -> Scale:
    ticks = [0.1, 1, 10, 100, 1000, 10000]
    return Scale("Latency (µs)", 0.1, 20000, ticks, ["0.1", "", "10", "", "1000", ""], log=True)


def _ms() -> Scale:
    return Scale("Latency (ms)", 40, 3000, [50, 100, 500, 1500], ["50", "100", "500", "1500"], log=True)


def _of(value: float, metric: str, unit: str) -> str:
    return f"{value:.3g} {unit}" if metric == "latency" else f"{value:.3f}"


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
