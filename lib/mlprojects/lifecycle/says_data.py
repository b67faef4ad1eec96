"""The sentences of the part "data": what each picture shows, in words, from the same frames."""

import math

import pandas as pd

from mlprojects.words import both, percent

from . import label_noise as noise
from . import tradeoff

VERDICTS = {noise.MORE: "More images win", noise.BETTER: "Better labels win", noise.CLOSE: "Too close to call"}
UNITS = {
    "accuracy": (2, "%"),
    "computing": (2, "GFLOPs"),
    "position error": (2, "cm"),
    "multiply-adds": (0, ""),
}
"""Decimals of a limit, and its unit."""


def more_or_better(bought: pd.DataFrame, verdict: str, share: float, worth: float | None, match: float | None) -> str:
    """Of `label_noise.purchases` in %: both errors, the verdict, and what images with wrong labels are worth.

    Args:
        bought: The two purchases.
        verdict: From `label_noise.verdict`.
        share: Of wrong labels.
        worth: How many images with right labels do as well as the unchecked ones; None if not within the data.
        match: How many unchecked images do as well as the checked ones would with right labels; None likewise.
    """
    more, better = bought.loc[noise.MORE], bought.loc[noise.BETTER]
    text = (
        f"{VERDICTS[verdict]}: {more['images']:,.0f} images with {percent(share)} wrong labels err on "
        f"{more['error']:.1f} %, {better['images']:,.0f} checked ones ({better['wrong']:.1f} % wrong) on "
        f"{better['error']:.1f} %."
    )
    if share == 0:
        return f"{text} Where nothing is wrong, checking only costs."
    same = f"fewer than {noise.SIZES[0]}" if worth is None else f"about {rounded(worth):,}"
    more_than = f"more than {noise.SIZES[-1]}" if match is None else f"about {rounded(match):,}"
    return (
        f"{text} The {more['images']:,.0f} are worth {same} with right labels; to match {better['images']:,.0f} with "
        f"right labels takes {more_than} unchecked. A sign: two people disagree on "
        f"{percent(noise.disagreement(share))} of the images."
    )


def seen_by_wrong_labels(bought: pd.DataFrame, share: float) -> str:
    """Of `label_noise.purchases` in % as measured on test labels of which a share is wrong too."""
    more, better = bought.loc[noise.MORE], bought.loc[noise.BETTER]
    return (
        f"With {percent(share)} of the test labels wrong too, {more['images']:,.0f} images seem to err on "
        f"{more['error']:.1f} % and {better['images']:,.0f} checked ones on {better['error']:.1f} %. Even a perfect "
        f"model would be measured at {percent(share)}: mend the test labels first, or progress can hardly be seen."
    )


def who_keeps_both(judged: pd.DataFrame, relaxed: pd.DataFrame) -> str:
    """Of a judged table: who keeps both requirements, or what has to give way, by how much, and who comes in."""
    kept = [str(name) for name in judged.index[judged["feasible"]]]
    total = len(judged)
    if kept:
        verb = "keeps" if len(kept) == 1 else "keep"
        return f"{len(kept)} of {total} {verb} both requirements: {both(kept)}. The corner is not empty."
    if relaxed.empty:
        return f"The corner is empty: none of {total} keeps even one of the two. Both must give way (3 → 1)."
    ways = [_way(str(metric), row) for metric, row in relaxed.iterrows()]
    alone = "" if len(ways) > 1 else " Relaxing the other alone helps nobody."
    empty = f"The corner is empty: none of {total} keeps both."
    return f"{empty} Relax {' or '.join(ways)}.{alone} Which matters more (3 → 1)?"


def _way(metric: str, row: "pd.Series") -> str:
    """One requirement that gives way: to what, how many times the limit, and who comes in."""
    more = "" if metric in tradeoff.HIGHER_IS_BETTER else f", {row['factor']:.2f} times the limit"
    return f"{metric} to {limit(row['limit'], metric)}{more} (lets in {row['model']})"


def what_fits(tasks: pd.DataFrame, hours: float, needed: float, pose: str) -> str:
    """Of `labelling_cost.by_task`: the budget in hours, whether poses fit, and the easier tasks if they do not."""
    row = tasks.loc[pose]
    # What fits where poses do not is quicker to label: `images` fall as `minutes` rise.
    easier = [str(task) for task in tasks.index[tasks["fits"]]]
    start = (
        f"The budget is {hours:,.0f} hours of labelling. It buys {row['images']:,.0f} poses; {needed:,.0f} are needed"
    )
    if row["fits"]:
        return f"{start}, and cost {row['cost']:,.0f}: labelling poses by hand fits."
    dear = f"{start}, and would cost {row['cost']:,.0f}."
    if not easier:
        return f"{dear} No easier task fits either: fewer images, more money, or labels from sensors."
    return (
        f"{dear} Easier, and within the budget: {both(easier)}. Plan such a task (2 → 1), or let sensors label poses."
    )


def limit(value: float, metric: str) -> str:
    """A limit that this value just keeps, with its unit: rounded down where more is better, and up elsewhere."""
    decimals, unit = UNITS[metric]
    # Rounded before it is cut: 76.13 x 100 may come out as 7612.999...
    steps = round(value * 10**decimals, 6)
    kept = math.floor(steps) if metric in tradeoff.HIGHER_IS_BETTER else math.ceil(steps)
    return f"{kept / 10**decimals:,.{decimals}f} {unit}".rstrip()


def duration(minutes: float) -> str:
    """A time as it is usually told: whole minutes, else seconds."""
    return f"{minutes:g} min" if float(minutes).is_integer() else f"{60 * minutes:.0f} s"


def rounded(images: float) -> int:
    """A number of images to two digits: more would claim more than the curves can tell."""
    return int(float(f"{images:.2g}"))
