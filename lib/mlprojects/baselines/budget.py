"""What a budget for labels buys: how many, how good, and how well a classifier learns from them.

Five ways to label handwritten digits with the same money. How often crowd labels are wrong is published for another
task, everyday photographs of ten classes (CIFAR-10N, see `published`): one person, and a majority of three. The
majority of five is not published; it is computed with the correlation that explains three (see `crowd`). Prices, the
expert's error, and the split between crowd and expert are ours.

Where the wrong labels fall is ours too: at random, and evenly on the other digits. Left out is that real people err on
some images more than on others (Wei et al. say so of CIFAR-10N); it can change which way is best. The classifier is a
kernel ridge regression with fixed settings, trained in closed form, so that the errors are the same on every machine.
It is tested on images with right labels.
"""

from functools import cache
from math import floor

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects import checks
from mlprojects.digits import digits
from mlprojects.one_core import one_core

from .crowd import implied_correlation, majority
from .published import ONE_WORKER, THREE_WORKERS

CLASSES = 10
BUDGETS = (50, 100, 200, 300)
"""In dollars."""
VOTE = 0.5
"""Dollars for a label by one person of the crowd."""
EXPERT_PRICES = (10.0, 2.0)
"""Dollars for an expert's label."""
EXPERT_WRONG = 0.01
"""Share of an expert's labels that is wrong."""
FOR_EXPERTS = 0.3
"""Of a mixed budget, the share that pays for experts."""
ONE, THREE, FIVE, EXPERT, MIXED = (
    "one person",
    "three votes",
    "five votes",
    "expert",
    "three votes, doubts to an expert",
)
WAYS = (ONE, THREE, FIVE, EXPERT, MIXED)
VOTES = {ONE: 1, THREE: 3, FIVE: 5, MIXED: 3}
TRAINING, TESTING = "to train on", "to test with"
PURPOSES = (TRAINING, TESTING)
"""What the labels are for."""
MODEL_ERROR = 0.05
"""Share of wrong answers of the model that a bought test set is to measure."""
TEST, DRAWS = 600, 10
"""Test images, and random draws of images and labels of which the mean is taken."""
GAMMA, PENALTY = 0.001, 1.0
"""Settings of the classifier: the width of its kernel, which is known to suit these images (scikit-learn's example for
them has it), and a penalty that was tuned to nothing here."""

Array = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]


def correlation() -> float:
    """Of two crowd workers' correctness, as CIFAR-10N's single labels and majorities of three imply.

    That is so if wrong votes fall evenly on nine other classes. If they all fell on one, the same two figures would
    imply far less. And the third published figure, how often at least one of three is wrong, does not fit: it implies
    less too. The mechanism of `crowd` is a simplification, and so is this number.
    """
    return implied_correlation(_skill(), 3, 1 - THREE_WORKERS / 100, CLASSES)


def wrong(way: str) -> float:
    """Share of labels that is wrong on average, for all ways but `MIXED`, where that depends on the budget.

    Raises:
        ValueError: If there is no such way.
    """
    if checks.one_of("The way", way, (ONE, THREE, FIVE, EXPERT)) == EXPERT:
        return EXPERT_WRONG
    return 1 - majority(_skill(), VOTES[way], correlation(), CLASSES)


def floor_of_crowds() -> float:
    """Share of wrong labels that no number of votes gets below: the workers' common votes stay wrong."""
    return correlation() * (1 - _skill())


def bought(budget: float, way: str, expert_price: float = EXPERT_PRICES[0]) -> tuple[int, int]:
    """How many images get a label, and how many labels come from an expert.

    Raises:
        TypeError: If a number is none.
        ValueError: If there is no such way, or a number is out of range.
    """
    money = checks.number("The budget", budget, 0)
    price = checks.number("The price of an expert's label", expert_price, VOTE)
    if checks.one_of("The way", way, WAYS) == EXPERT:
        return _whole(money / price), _whole(money / price)
    checked = _whole(FOR_EXPERTS * money / price) if way == MIXED else 0
    return _whole((money - checked * price) / (VOTES[way] * VOTE)), checked


def purchases(budget: float, expert_price: float = EXPERT_PRICES[0]) -> pd.DataFrame:
    """All ways side by side, for the same money.

    Args:
        budget: One of `BUDGETS`.
        expert_price: One of `EXPERT_PRICES`.

    Returns:
        Index `way`; `images` (with a label), `checked` (of them, labelled by an expert), `wrong` (share of the labels,
        as expected; for `MIXED`, times the part that the expert leaves, over all draws); `error` (of the classifier
        trained on them, on unseen images, mean over the draws) and `margin` (standard error of that mean); `measured`
        and `off`, see `as_test_set`.

    Raises:
        ValueError: If there is no such budget or price.
    """
    if budget not in BUDGETS or expert_price not in EXPERT_PRICES:
        raise ValueError(
            f"The budget must be one of {', '.join(map(str, BUDGETS))} and the expert's price one of "
            f"{', '.join(f'{price:g}' for price in EXPERT_PRICES)} dollars; got {budget!r} and {expert_price!r}."
        )
    return _purchases(budget, expert_price).copy()


def best(table: pd.DataFrame, purpose: str) -> str:
    """The way of `purchases` with the lowest error of the classifier, or the test set that is least off."""
    column = "error" if checks.one_of("The purpose", purpose, PURPOSES) == TRAINING else "off"
    return str(table[column].idxmin())


def as_test_set(images: int, share: float, error: float = MODEL_ERROR) -> tuple[float, float]:
    """What labels show of a model, when they are used to test it.

    Wrong labels shift what is measured: an answer counts as right if both it and the label are right, or if it is
    wrong and happens to be the wrong label. Few images scatter it. Labels and model err independently here.

    Args:
        images: In the test set, at least 1.
        share: Of its labels that is wrong, evenly over the other classes.
        error: Share of wrong answers of the model, in truth.

    Returns:
        The error that is measured on average; and how far a measured one is off (root of the mean square).

    Raises:
        TypeError: If an argument is no number.
        ValueError: If it is out of range.
    """
    number = checks.whole("The number of images", images, 1)
    spoilt, true = checks.number("The share", share, 0, 1), checks.number("The error", error, 0, 1)
    measured = 1 - (1 - true) * (1 - spoilt) - true * spoilt / (CLASSES - 1)
    return measured, float(np.sqrt((measured - true) ** 2 + measured * (1 - measured) / number))


@cache
@one_core()
def _purchases(budget: float, expert_price: float) -> pd.DataFrame:
    rows = []
    for way in WAYS:
        images, checked = bought(budget, way, expert_price)
        seen = np.array([_trained(way, images, checked, seed) for seed in range(DRAWS)])
        share = wrong(THREE) * float(seen[:, 1].sum() / seen[:, 0].sum()) if way == MIXED else wrong(way)
        measured, off = as_test_set(images, share)
        margin = seen[:, 2].std(ddof=1) / np.sqrt(DRAWS)
        rows.append((images, checked, share, seen[:, 2].mean(), margin, measured, off))
    columns = ["images", "checked", "wrong", "error", "margin", "measured", "off"]
    return pd.DataFrame(rows, index=pd.Index(WAYS, name="way"), columns=columns)


def _skill() -> float:
    return 1 - sum(ONE_WORKER) / len(ONE_WORKER) / 100


def _whole(number: float) -> int:
    # Money that pays for exactly n must not lose one to rounding.
    return floor(number + 1e-9)


@cache
def _trained(way: str, images: int, checked: int, seed: int) -> tuple[float, float, float]:
    """Of one draw: shares of wrong labels before and after an expert, and of wrong answers on the test images."""
    truth = digits()[1]
    # The same images and the same luck whatever is bought, so that ways are compared on equal terms.
    random = np.random.default_rng(seed)
    order = random.permutation(len(truth))
    test, train = order[:TEST], order[TEST : TEST + images]
    luck, slip = random.random((2, len(truth)))[:, train]
    other = (truth + random.integers(1, CLASSES, len(truth)))[train] % CLASSES
    labels = np.where(luck < wrong(THREE if way == MIXED else way), other, truth[train])
    before = float((labels != truth[train]).mean())
    if way == MIXED:
        doubted = _doubts(train, labels)[:checked]
        labels[doubted] = np.where(slip < EXPERT_WRONG, other, truth[train])[doubted]
    system = _kernel()[np.ix_(train, train)] + PENALTY * np.eye(len(train))
    weights = np.linalg.solve(system, np.eye(CLASSES)[labels])
    answers = (_kernel()[np.ix_(test, train)] @ weights).argmax(axis=1)
    return before, float((labels != truth[train]).mean()), float((answers != truth[test]).mean())


def _doubts(train: Labels, labels: Labels) -> Labels:
    """Places of the images from the most doubtful label on: where a model of the other images contradicts it most."""
    scores = _without_itself(train, labels)
    own = scores[np.arange(len(labels)), labels]
    return np.argsort(np.round(own - scores.max(axis=1), 9), kind="stable")


def _without_itself(train: Labels, labels: Labels) -> Array:
    """What the classifier says of each image when it is trained on all others, shape (images, classes).

    That has a closed form: the residual is the weight over the diagonal of the inverse (Rasmussen and Williams,
    "Gaussian Processes for Machine Learning", 2006, section 5.4.2).
    """
    inverse = np.linalg.inv(_kernel()[np.ix_(train, train)] + PENALTY * np.eye(len(train)))
    targets = np.eye(CLASSES)[labels]
    scores: Array = targets - (inverse @ targets) / np.diag(inverse)[:, None]
    return scores


@cache
def _kernel() -> Array:
    """How alike all pairs of images are, from 0 to 1."""
    pixels = digits()[0]
    square = (pixels**2).sum(axis=1)
    # Pixels are whole numbers, so these sums are exact on every machine.
    distance = square[:, None] + square - 2 * pixels @ pixels.T
    alike: Array = np.exp(-GAMMA * distance)
    return alike
