"""The ladder of baselines on the diabetes data, where a network loses to the mean.

442 people, ten measurements of each (age, sex, body mass index, blood pressure, six of the blood), and how far the
illness had gone a year later, from 25 to 346. Errors are root mean squared errors (RMSE) in that unit. In each of five
random splits 309 rows are learned from and 133 kept to test on. The intervals resample the test rows (bootstrap,
percentiles, 95 %): they cover that other people might have been tested, not that others might have been learned from.
The other splits show how much that matters, but no more than show: they share rows, so five of them are fewer than five
proofs.

Source: Efron, Hastie, Johnstone, Tibshirani, "Least Angle Regression", Annals of Statistics 32 (2004), as scikit-learn
ships it.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects import checks
from mlprojects.one_core import one_core

from . import network

if TYPE_CHECKING:
    from collections.abc import Callable

Array = npt.NDArray[np.float64]

SPLITS = (0, 1, 2, 3, 4)
"""Seeds of the random splits."""
TEST_SHARE = 0.3
RESAMPLES, LEVEL = 1000, 0.95
BMI = 2
"""The column of the body mass index."""
MEAN, ONE_LINE, RIDGE = "mean", "line on body mass index", "ridge regression"
TREE, NETWORK, STOPPED = "full decision tree", "network", "network, stopped early"
RIDGE_PENALTY = 10.0
"""On features with standard deviation 1."""
STEPS, HELD_OUT = 300, 0.3
"""Training steps of the network, and the share of its rows that the one stopped early watches instead."""

RUNGS = pd.DataFrame(
    [
        (MEAN, 1, "answers the mean of the rows it was shown"),
        (ONE_LINE, 5, "draws one straight line"),
        (RIDGE, 15, "weighs all ten measurements"),
        (TREE, 15, "splits until every row it was shown is right"),
        (NETWORK, 60, "two layers of 64 units, 300 steps"),
        (STOPPED, 90, "the same, ended where rows held out do best"),
    ],
    columns=["rung", "minutes", "how"],
).set_index("rung")
"""From the bottom up: minutes of work (ours), and what it does."""


@dataclass(frozen=True)
class Split:
    """Rows of ten features (each with mean 0 and standard deviation 1 in `train`), and their targets."""

    train: Array
    train_target: Array
    test: Array
    test_target: Array


@cache
def split(seed: int = 0) -> Split:
    """309 rows to learn from and 133 to test on; its arrays are shared and cannot be written to.

    Raises:
        ValueError: If the seed is not one of `SPLITS`.
    """
    from sklearn.datasets import load_diabetes  # noqa: PLC0415 - `import mlprojects` must not load scikit-learn
    from sklearn.model_selection import train_test_split  # noqa: PLC0415 - as above

    if seed not in SPLITS:
        raise ValueError(f"The split may be {', '.join(map(str, SPLITS))}; got {seed!r}.")
    parts = train_test_split(*load_diabetes(return_X_y=True), test_size=TEST_SHARE, random_state=seed)
    train, test, train_target, test_target = parts
    centre, spread = train.mean(axis=0), train.std(axis=0)
    own = Split((train - centre) / spread, train_target, (test - centre) / spread, test_target)
    for array in (own.train, own.train_target, own.test, own.test_target):
        array.setflags(write=False)
    return own


def rmse(answers: Array, target: Array) -> float:
    """Root of the mean squared error, in the target's unit."""
    return float(np.sqrt(((answers - target) ** 2).mean()))


@cache
def measured(rung: str, seed: int = 0) -> "pd.Series[float]":
    """A rung's errors.

    Returns:
        `train`, `test` (RMSE), `lead`: by how much its test error is below that of the mean (negative: above), and
        `low`, `high`: the interval of the lead.

    Raises:
        ValueError: If there is no such rung or split.
    """
    own = split(seed)
    fitted, given = _answers(rung, seed)
    _, constant = _answers(MEAN, seed)
    picks = np.random.default_rng(seed).integers(0, len(given), (RESAMPLES, len(given)))
    squares = [((answers - own.test_target) ** 2)[picks].mean(axis=1) for answers in (constant, given)]
    low, high = np.quantile(np.sqrt(squares[0]) - np.sqrt(squares[1]), [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    test = rmse(given, own.test_target)
    lead = rmse(constant, own.test_target) - test
    values = {"train": rmse(fitted, own.train_target), "test": test, "lead": lead, "low": low, "high": high}
    return pd.Series(values, dtype=float)


def ladder(seed: int = 0) -> pd.DataFrame:
    """All rungs from the bottom up: `minutes`, `how`, what `measured` gives, and `from`, `to`.

    The last two are the interval of the lead, laid where it is drawn: so far below the mean's error.

    Raises:
        ValueError: If there is no such split.
    """
    table = RUNGS.join(pd.DataFrame({rung: measured(rung, seed) for rung in RUNGS.index}).T)
    floor = table["test"].to_dict()[MEAN]
    return table.assign(**{"from": floor - table["high"], "to": floor - table["low"]})


def lost(rung: str) -> int:
    """In how many of the `SPLITS` the mean does better.

    Raises:
        ValueError: If there is no such rung.
    """
    return sum(bool(measured(rung, seed)["lead"] < 0) for seed in SPLITS)


@cache
def _answers(rung: str, seed: int) -> tuple[Array, Array]:
    """What a rung answers on the rows it learned from, and on the others."""
    checks.one_of("The rung", rung, RUNGS.index)
    own = split(seed)
    with one_core():
        predict = _trained(rung, own)
        return predict(own.train), predict(own.test)


def _trained(rung: str, own: Split) -> "Callable[[Array], Array]":
    from sklearn.linear_model import LinearRegression, Ridge  # noqa: PLC0415 - see split
    from sklearn.tree import DecisionTreeRegressor  # noqa: PLC0415 - see split

    centre, spread = own.train_target.mean(), own.train_target.std()
    if rung == MEAN:
        return lambda rows: np.full(len(rows), centre)
    if rung == ONE_LINE:
        line = LinearRegression().fit(own.train[:, [BMI]], own.train_target)
        return lambda rows: line.predict(rows[:, [BMI]])
    if rung in {NETWORK, STOPPED}:
        held_out = HELD_OUT if rung == STOPPED else 0
        net = network.regressor(own.train, (own.train_target - centre) / spread, steps=STEPS, held_out=held_out)
        return lambda rows: centre + spread * net.predict(rows)
    model = Ridge(RIDGE_PENALTY) if rung == RIDGE else DecisionTreeRegressor(random_state=0)
    fitted = model.fit(own.train, own.train_target)
    return lambda rows: fitted.predict(rows)  # noqa: PLW0108 - the bare method has no type
