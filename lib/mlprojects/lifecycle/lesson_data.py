"""The lifecycle lesson, part "data": for better labels (3 -> 2), new requirements (3 -> 1), an easier task (2 -> 1)."""

from collections.abc import Mapping
from functools import cache, partial
from types import MappingProxyType

import pandas as pd

from mlprojects.engine import Choice, Prediction, Slider, Switch, View, explorer
from mlprojects.figure_style import Scale
from mlprojects.words import capital, percent

from . import figures_data as figures
from . import label_noise as noise
from . import labelling_cost as labelling
from . import says_data as says
from . import tradeoff
from .texts import TEXTS

NETWORKS = "published networks (ImageNet)"
ROBOT = {"the robot's, trained in the lab": "lab", "the robot's, trained in the warehouse": "warehouse"}
OPERATIONS = (1e4, 1e5, 2e5, 1e6)
ROBOT_PANEL = MappingProxyType(
    {
        "multiply-adds": Scale(
            "Multiply-adds a photograph",
            600,
            4e6,
            [1e3, 1e4, 1e5, 1e6],
            ["1,000", "10,000", "100,000", "1 million"],
            log=True,
        ),
        "position error": Scale(
            "Position error (cm)", 0.15, 12, [0.25, 0.5, 1, 2, 4, 8], ["0.25", "0.5", "1", "2", "4", "8"], log=True
        ),
    }
)
PANELS: dict[str, Mapping[str, Scale]] = {
    NETWORKS: {
        "computing": Scale(
            "Computing an image (GFLOPs)", 0.15, 150, [0.3, 1, 3, 10, 30], ["0.3", "1", "3", "10", "30"], log=True
        ),
        "accuracy": Scale("Accuracy (%)", 67, 87, [70, 75, 80, 85]),
    },
    **dict.fromkeys(ROBOT, ROBOT_PANEL),
}
"""The metric across, then the metric upwards."""
SOURCES = {
    NETWORKS: "Source: torchvision documentation, weights IMAGENET1K_V1; top-1 accuracy.",
    **dict.fromkeys(ROBOT, "Computed here: the case study's estimators, trained and tested in this place."),
}
COLUMNS = {
    "images": "Images",
    "wrong": "Wrong labels (%)",
    "error": "Error (%)",
    "spread": "Spread (%)",
    "floor": "A perfect model (%)",
}


def _worth() -> str:
    options: list[str] = TEXTS.entry("predictions", "worth_in_clean_images")["options"]
    worth = noise.clean_equivalent(0.2, 960)
    return next(option for option in options if worth and option.startswith(f"about {says.rounded(worth)}"))


def _corner() -> str:
    relaxed = tradeoff.nearest(tradeoff.NETWORKS, {"accuracy": 80, "computing": 5})
    return f"about {relaxed['factor']['computing']:.1f} times"


worth_in_clean_images = Prediction(TEXTS, "worth_in_clean_images", truth=_worth)
corner_to_relax = Prediction(TEXTS, "corner_to_relax", truth=_corner)
masks_for_the_budget = Prediction(
    TEXTS,
    "masks_for_the_budget",
    truth=lambda: labelling.affordable(5000, labelling.TASKS["minutes"]["mask"], 20),
)


@explorer(
    after=worth_in_clean_images,
    share=Slider("Wrong labels", values=noise.SHARES, default=0.2, format=percent),
    budget=Slider("Budget (in prices of one unchecked label)", values=noise.SIZES[-3:], default=960),
    price=Choice("A checked label costs", {"2 times as much": 2, "4 times": 4, "8 times": 8}),
    wrong_test=Switch("The test labels are as wrong as the unchecked ones"),
)
def more_or_better(*, share: float, budget: int, price: int, wrong_test: bool) -> View:
    """More images or better labels?"""
    blur = share if wrong_test else 0.0
    bought = noise.in_percent(noise.as_measured(noise.purchases(share, budget, price), blur))
    verdict = noise.verdict(share, budget, price)
    draw = partial(
        figures.label_noise,
        curves=_curves(blur),
        bought=bought,
        chosen=percent(share),
        title=f"None below {percent(blur)}" if blur else says.VERDICTS[verdict],
    )
    table = bought.rename(columns=COLUMNS)
    told = (
        says.seen_by_wrong_labels(bought, share)
        if blur
        else says.more_or_better(
            bought,
            verdict,
            share,
            noise.clean_equivalent(share, budget),
            noise.noisy_equivalent(share, bought["images"][noise.BETTER]),
        )
    )
    return View(table.round(1).rename_axis("The budget buys"), told, draw)


@explorer(
    after=corner_to_relax,
    models=Choice("Models", (NETWORKS, *ROBOT)),
    accuracy=Slider("Accuracy, at least (%)", values=(70, 75, 77, 80, 84), default=80, when=("models", NETWORKS)),
    computing=Slider("Computing, at most (GFLOPs)", values=(0.35, 1, 5, 15, 40), default=5, when=("models", NETWORKS)),
    position=Slider(
        "Position error, at most (cm)", values=(0.2, 0.5, 1, 1.5, 2), default=1, when=("models", (*ROBOT,))
    ),
    operations=Slider(
        "Multiply-adds, at most", values=OPERATIONS, default=1e5, format="{:,.0f}", when=("models", (*ROBOT,))
    ),
)
def two_requirements(*, models: str, accuracy: float, computing: float, position: float, operations: float) -> View:
    """Two requirements, and an empty corner."""
    across, upwards = PANELS[models]
    wished = {"accuracy": accuracy, "computing": computing, "position error": position, "multiply-adds": operations}
    limits = {metric: wished[metric] for metric in (upwards, across)}
    judged = _judged(_models(models)[[across, upwards]], limits)
    told = says.who_keeps_both(judged, tradeoff.nearest(judged[[across, upwards]], limits))
    draw = partial(
        figures.requirements,
        judged=judged,
        scales=PANELS[models],
        limits=limits,
        higher=upwards in tradeoff.HIGHER_IS_BETTER,
        source=SOURCES[models],
    )
    table = judged.rename(columns={"front": "Pareto front", "feasible": "Keeps both"}).rename(columns=capital)
    return View(table.rename_axis("Model"), told, draw)


@explorer(
    after=masks_for_the_budget,
    minutes=Slider("A pose by hand takes (minutes; your guess)", values=(2, 3, 10), default=3),
    wage=Slider("Wage (an hour)", values=(10, 20, 40), default=20),
    budget=Slider("Budget", values=(1000, 5000, 20000), default=5000, format="{:,}"),
    needed=Choice("Images needed", {"1,000": 1000, "10,000": 10000}, default=10000),
    twice=Switch("Every fifth image is labelled by two people"),
)
def labelling_cost(*, minutes: float, wage: float, budget: float, needed: int, twice: bool) -> View:
    """What does labelling cost, task by task?"""
    share = labelling.TWICE if twice else 0.0
    tasks = labelling.by_task(minutes, wage, budget, needed, share)
    names = {name: f"{name}\n{says.duration(each)}" for name, each in tasks["minutes"].items()}
    cited = labelling.TASKS["cited"].reindex(tasks.index).fillna("your guess")
    title = f"{budget:,} at {wage:,} an hour" + (", every fifth image twice" if twice else "")
    drawn = tasks.assign(cited=cited).rename(index=names)
    draw = partial(figures.labelling, tasks=drawn, needed=needed, title=title)
    table = tasks.assign(source=cited).rename(columns=capital)
    table = table.rename(
        columns={"Minutes": "Minutes a label", "Images": "Images for the budget", "Cost": f"Cost of {needed:,}"}
    )
    told = says.what_fits(tasks, labelling.hours(budget, wage), needed, labelling.POSE)
    return View(table.round({"Minutes a label": 2, f"Cost of {needed:,}": 0}).rename_axis("Task"), told, draw)


@cache
def _curves(blur: float) -> pd.DataFrame:
    """Percent of errors by number of images, one column a share of wrong labels."""
    curves = noise.in_percent(noise.as_measured(noise.learning_curves(), blur))
    return curves.pivot_table("error", "images", "share").rename(columns=percent)


def _models(models: str) -> pd.DataFrame:
    return tradeoff.NETWORKS if models == NETWORKS else tradeoff.estimators(ROBOT[models])


def _judged(models: pd.DataFrame, limits: Mapping[str, float]) -> pd.DataFrame:
    return models.assign(front=tradeoff.front(models), feasible=tradeoff.feasible(models, limits))
