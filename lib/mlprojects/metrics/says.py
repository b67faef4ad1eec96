"""The sentences of the explorers: what each picture shows, in words, from the same frames."""

from collections.abc import Mapping

import pandas as pd

from mlprojects.words import both, count, percent

from . import model

FLOOR = "precision at a recall floor"


def who_wins(ranking: pd.DataFrame, rule: str, setting: float | None) -> str:
    """Of a `model.rank` frame: who is first by this rule, who ties, who misses the floor."""
    words = {
        "weighted average": f"With weight {setting:.2f} on precision" if setting is not None else "",
        "F-beta": f"With beta {setting:.2f}" if setting is not None else "",
        FLOOR: f"With a recall floor of {setting:.2f}" if setting is not None else "",
    }
    start = words.get(rule) or f"By {rule}"
    first, score = model.winners(ranking), ranking["score"].tolist()
    if not first:
        nearest, gap = ranking["misses_by"].idxmin(), ranking["misses_by"].min()
        return f"{start}, no model qualifies; {nearest} misses it by least, {gap:.2f}."
    if len(first) > 1:
        return f"{start}, {both(first)} tie at {score[0]:.3f}: this rule cannot choose between them."
    out = [str(name) for name in ranking.index[ranking["misses_by"] > 0]]
    if out:
        return f"{start}, {first[0]} wins with precision {score[0]:.2f}; below the floor: {both(out)}."
    rivals = [str(name) for name in ranking.index[ranking["score"] > score[1] - model.TIE] if str(name) not in first]
    return f"{start}, {first[0]} wins with {score[0]:.3f}; next, with {score[1]:.3f}: {both(rivals)}."


def what_it_costs(confusion: "model.Confusion", points: pd.DataFrame, threshold: float, miss: float) -> str:
    """Of one operating point: its errors, its measures, its cost, and the cheapest threshold if it is another."""
    best, cost = model.cheapest(points), points["cost"]
    verdict = f"costs {cost[threshold]:g}"
    verdict += ", the least there is here" if threshold in best else f"; threshold {best[0]:g} costs {cost.min():g}"
    return (
        f"At threshold {threshold:g} the classifier misses {confusion.fn} of {confusion.fn + confusion.tp} tumours and "
        f"gives {count(confusion.fp, 'false alarm')}: precision {confusion.precision:.3f}, recall "
        f"{confusion.recall:.3f}, accuracy {confusion.accuracy:.3f}. With {miss:g} for a miss and 1 for a false alarm "
        f"it {verdict}."
    )


def who_is_left(judged: pd.DataFrame, bounds: Mapping[str, float], optimise: str, unit: str) -> str:
    """Of a `model.under_limits` frame: who keeps the limits, the best of them, and the better one that does not."""
    best = judged[judged["wins"]]
    if best.empty:
        name, metric, gap = model.least_missing(judged)
        return (
            f"No classifier keeps all limits. Nearest is {name}: its worst miss is on {metric}, by "
            f"{amount(gap, metric, unit)}."
        )
    kept = f"{judged['qualifies'].sum()} of {len(judged)} keep the limits" if bounds else "Without limits all qualify"
    value = amount(best[optimise].tolist()[0], optimise, unit)
    text = f"{kept}. Best in {optimise} is {best.index[0]} with {value}."
    rival = model.best_excluded(judged, optimise)
    if rival is None:
        return text
    name, metric, gap = rival
    return f"{text} Better still would be {name}, but it misses the {metric} limit by {amount(gap, metric, unit)}."


def all_areas(areas: "pd.Series[float]", mean: float, classifier: str) -> str:
    """Of ten areas: the smallest, the largest, and their mean."""
    return (
        f"The ten areas of {classifier} run from {areas.min():.3f} (digit {areas.idxmin()}) to {areas.max():.3f} "
        f"(digit {areas.idxmax()}); their mean is its mAP, {mean:.3f}."
    )


def one_area(classifier: str, digit: int) -> str:
    """Of one digit's curve: its area, and how it compares with the only point of the 1-neighbour classifier."""
    area = model.class_areas(classifier)[digit]
    start = f"For digit {digit}, {classifier} has an average precision of {area:.3f}."
    single = model.class_curve("1 neighbour", digit)
    recall, precision = single["recall"][0], single["precision"][0]
    point, known = f"recall {recall:.3f} and precision {precision:.3f}", model.class_areas("1 neighbour")[digit]
    if classifier == "1 neighbour":
        return f"{start} It says yes or no, without degrees, so it has one point to offer: {point}."
    curve = model.class_curve(classifier, digit)
    near = model.nearest_points(single, curve)[1]
    if model.same_point(single, 0, curve, near):
        return (
            f"{start} It can work at {point}, the very point of 1 neighbour, whose average precision is {known:.3f}: "
            f"one point does not tell the area."
        )
    return (
        f"{start} Its nearest to the only point of 1 neighbour ({point}, area {known:.3f}) is recall "
        f"{curve['recall'][near]:.3f} and precision {curve['precision'][near]:.3f}."
    )


def what_to_work_on(gaps: pd.DataFrame, *, raw: bool) -> str:
    """Of a `model.gaps` frame: what to optimise, put under a threshold, leave; or what a sum of raw numbers hides."""
    targets = model.optimised(gaps)
    if raw:
        return (
            f"Added up as plain numbers, {gaps['share'].idxmax()} is {percent(gaps['share'].max(), 1)} of the sum and "
            f"hides the rest: centimetres, degrees and milliseconds do not add. By ratio to what is needed, work on "
            f"{both(targets)}."
        )
    farthest = f"{'each is' if len(targets) > 1 else 'it is'} at {gaps['ratio'].max():.3g} times its requirement"
    kept = [str(metric) for metric in gaps.index[gaps["role"] == "threshold"]]
    later = [str(metric) for metric in gaps.index[gaps["role"] == "ignore for now"]]
    held = [str(metric) for metric in gaps.index[gaps["role"] == "hold"]]
    turns = ", one after the other" if len(targets) > 1 else ""
    parts = [f"Work on {both(targets)}{turns}: {farthest}."]
    parts += [f"Under a threshold: {both(kept)}."] if kept else []
    parts += [f"Held where it is: {both(held)}."] if held else []
    parts += [f"Left for later: {both(later)}."] if later else []
    return " ".join(parts)


def amount(value: float, metric: str, unit: str) -> str:
    """A value of a metric, with its unit where it has one."""
    return f"{float(f'{value:.3g}'):,g} {unit}" if metric in model.LOWER_IS_BETTER else f"{value:.3f}"
