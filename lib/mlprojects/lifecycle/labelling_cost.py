"""What labelling costs, by task: minutes x wage x images against a budget (2 -> 1: label an easier task).

One object an image, unless the task says otherwise; collecting the images, training the annotators and paying for the
tool are left out. The times of the published tasks are from their sources; nobody's time for a pose was found that we
could cite, so that one is chosen by whoever asks.
"""

import math

import pandas as pd

from mlprojects import checks

POSE = "pose"
TWICE = 0.2
"""Share of the images that a second person labels, to see how far the two disagree; our choice."""
TASKS = pd.DataFrame(
    {
        "minutes": [7 / 60, 35 / 60, 22 * 60 / 1000, 90.0],
        "cited": ["Papadopoulos et al. 2017", "Su et al. 2012", "Lin et al. 2014", "Cordts et al. 2016"],
    },
    index=pd.Index(["clicked box", "drawn box", "mask", "every pixel"], name="task"),
)
"""Minutes a label, and whose number it is.

* clicked box: four clicks on the object's outermost points, 7 s. Papadopoulos, Uijlings, Keller & Ferrari, "Extreme
  clicking for efficient object annotation", ICCV 2017.
* drawn box: 35 s for one good box in ILSVRC, by the method of Su, Deng & Fei-Fei, "Crowdsourcing annotations
  for visual object detection", AAAI workshop 2012; the time as quoted by Papadopoulos et al. (2017).
* mask: an outline; over 22 worker hours per 1,000, so at least 79 s each. Lin et al., "Microsoft COCO: Common
  objects in context", ECCV 2014, arXiv:1405.0312.
* every pixel: of a whole street scene, more than 1.5 h with quality control. Cordts et al., "The Cityscapes dataset for
  semantic urban scene understanding", CVPR 2016.
"""


def cost(minutes: float, images: float, wage: float, twice: float = 0.0) -> float:
    """What labelling costs, in the wage's currency: minutes / 60 x wage x images x (1 + share labelled twice).

    Args:
        minutes: A label, at least 0.
        images: How many, at least 0.
        wage: An hour, at least 0.
        twice: Share of the images that is labelled by a second person too, from 0 to 1.

    Raises:
        TypeError: If an argument is no number.
        ValueError: If it is out of range.
    """
    return (
        checks.number("The minutes a label", minutes, 0)
        / 60
        * checks.number("The wage", wage, 0)
        * checks.number("The number of images", images, 0)
        * (1 + checks.number("The share labelled twice", twice, 0, 1))
    )


def hours(budget: float, wage: float) -> float:
    """How many hours of work a budget pays for; errors as in `affordable`."""
    return checks.number("The budget", budget, 0) / checks.number("The wage", wage, 1e-6)


def affordable(budget: float, minutes: float, wage: float, twice: float = 0.0) -> int:
    """How many whole images a budget pays for; the other arguments as in `cost`, minutes and wage above 0.

    Raises:
        TypeError: If an argument is no number.
        ValueError: If it is out of range.
    """
    money = checks.number("The budget", budget, 0)
    checks.number("The minutes a label", minutes, 1e-6)
    checks.number("The wage", wage, 1e-6)
    # A budget that pays for exactly n images must not lose one to rounding.
    return math.floor(money / cost(minutes, 1, wage, twice) + 1e-9)


def by_task(pose_minutes: float, wage: float, budget: float, needed: float, twice: float = 0.0) -> pd.DataFrame:
    """The published tasks and the pose, side by side, from the quickest label to the slowest.

    Args:
        pose_minutes: Minutes to label one pose by hand.
        wage: An hour.
        budget: In the wage's currency.
        needed: How many labelled images the project needs.
        twice: Share of the images that a second person labels too.

    Returns:
        One row a task: `minutes` a label, `images` the budget pays for, `cost` of those needed, `fits` (the budget).

    Raises:
        TypeError: If an argument is no number.
        ValueError: If it is out of range.
    """
    minutes = {**TASKS["minutes"].to_dict(), POSE: checks.number("The minutes for a pose", pose_minutes, 1e-6)}
    ordered = sorted(minutes.items(), key=lambda item: item[1])
    rows = {
        str(task): {
            "minutes": each,
            "images": affordable(budget, each, wage, twice),
            "cost": cost(each, needed, wage, twice),
        }
        for task, each in ordered
    }
    frame = pd.DataFrame.from_dict(rows, orient="index").rename_axis("task").astype({"images": int})
    return frame.assign(fits=frame["images"] >= needed)
