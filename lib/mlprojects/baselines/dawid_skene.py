"""Who can be trusted, from votes alone: the method of Dawid and Skene, with no right answer to look at.

Two things are unknown and explain each other: with the right answers one could count how often each voter errs, and
with the voters' errors one could weigh their votes. Expectation-maximization starts at the shares of the votes and does
both in turn; each round raises the probability of the votes that were seen. It assumes that voters err independently,
given the right answer.

Source: A. P. Dawid and A. M. Skene, "Maximum likelihood estimation of observer error-rates using the EM algorithm",
Applied Statistics 28 (1979), pp. 20-28. The kept library for this, crowd-kit, brings transformers and pyarrow along,
for an algorithm of forty lines: so it is written here.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mlprojects import checks

Array = npt.NDArray[np.float64]
Votes = npt.NDArray[np.int64]
PSEUDO = 0.1
"""Votes of each kind that every voter is taken to have given before: no probability is ever 0 or 1."""
LEAST = 1e-300
"""Stands for a probability of 0 in logarithms."""
ROUNDS, TOLERANCE = 200, 1e-7
"""At most so many rounds; fewer, once one raises the objective by less than this an item."""


@dataclass(frozen=True)
class Fit:
    """What the votes tell.

    Attributes:
        posterior: Probability of each class, item by item: shape (items, classes).
        prior: Share of each class, shape (classes,).
        confusion: How likely each vote is: shape (voters, classes, classes), [voter, right class, vote].
        objective: Log-likelihood of the votes, with the pseudo-votes' part, round by round: it never falls.
    """

    posterior: Array
    prior: Array
    confusion: Array
    objective: tuple[float, ...]

    @property
    def labels(self) -> Votes:
        """The likeliest class of each item, shape (items,)."""
        best: Votes = self.posterior.argmax(axis=1)
        return best

    @property
    def skills(self) -> Array:
        """How often each voter is right, as estimated: shape (voters,)."""
        skills: Array = np.einsum("c,vcc->v", self.prior, self.confusion)
        return skills


def dawid_skene(votes: Votes, classes: int = 2, *, one_coin: bool = False, pseudo: float = PSEUDO) -> Fit:
    """Right answers and errors of the voters, from their votes.

    Args:
        votes: Classes from 0 on, shape (items, voters); -1 where somebody did not vote.
        classes: How many there are, at least 2.
        one_coin: Whether a voter is described by one number, being right, instead of by a whole confusion matrix.
        pseudo: See `PSEUDO`; at 0, plain maximum likelihood.

    Raises:
        TypeError: If the votes are no array of whole numbers.
        ValueError: If they have no items or voters, or an item has no vote, or a vote is no class.
    """
    seen = _checked(votes, checks.whole("The number of classes", classes, 2))
    weight = checks.number("The pseudo-votes", pseudo, 0)
    given = _marks(seen, classes)
    posterior = given.reshape(*seen.shape, classes).sum(axis=1) / given.sum(axis=1, keepdims=True)
    objective: list[float] = []
    for _ in range(ROUNDS):
        prior, confusion = _maximized(posterior, given, weight, one_coin=one_coin)
        posterior, likelihood = _expected(given, prior, confusion)
        objective.append(likelihood + _pseudo_part(prior, confusion, weight, one_coin=one_coin))
        if len(objective) > 1 and objective[-1] - objective[-2] < TOLERANCE * len(seen):
            break
    return Fit(posterior, prior, confusion, tuple(objective))


def expected(votes: Votes, prior: Array, confusion: Array) -> tuple[Array, float]:
    """Probability of each class, if shares and confusion matrices are known; and the log-likelihood of the votes.

    Everything is added up as logarithms: a product of hundreds of probabilities would be 0 to the computer.

    Args:
        votes: As in `dawid_skene`.
        prior: As in `Fit`.
        confusion: As in `Fit`.

    Returns:
        Shape (items, classes), and a number.
    """
    return _expected(_marks(votes, len(prior)), prior, confusion)


def _marks(votes: Votes, classes: int) -> Array:
    """A 1 for each vote, a missing one leaves no mark: shape (items, voters x classes)."""
    marks: Array = (votes[:, :, None] == np.arange(classes)).astype(float).reshape(len(votes), -1)
    return marks


def _expected(given: Array, prior: Array, confusion: Array) -> tuple[Array, float]:
    """As `expected`, from the marks of `_marks`."""
    log_prior, log_confusion = (np.log(np.maximum(each, LEAST)) for each in (prior, confusion))
    logs = log_prior + given @ log_confusion.transpose(0, 2, 1).reshape(given.shape[1], -1)
    top = logs.max(axis=1, keepdims=True)
    total = top + np.log(np.exp(logs - top).sum(axis=1, keepdims=True))
    return np.exp(logs - total), float(total.sum())


def _maximized(posterior: Array, given: Array, pseudo: float, *, one_coin: bool) -> tuple[Array, Array]:
    """The class shares and confusion matrices that fit best, if the classes are as probable as `posterior` says."""
    classes = posterior.shape[1]
    prior = posterior.sum(axis=0) + pseudo
    counts = (posterior.T @ given).reshape(classes, -1, classes).transpose(1, 0, 2).copy()
    if one_coin:
        right = np.einsum("vcc->v", counts) + pseudo
        wrong = counts.sum(axis=(1, 2)) + pseudo - right + (classes - 1) * pseudo
        total = right + wrong
        skill = np.divide(right, total, out=np.full_like(right, 1 / classes), where=total > 0)
        off = (1 - skill)[:, None, None] / (classes - 1)
        return prior / prior.sum(), np.where(np.eye(classes, dtype=bool), skill[:, None, None], off)
    counts += pseudo
    rows = counts.sum(axis=2, keepdims=True)
    even = np.full_like(counts, 1 / classes)
    return prior / prior.sum(), np.divide(counts, rows, out=even, where=rows > 0)


def _pseudo_part(prior: Array, confusion: Array, pseudo: float, *, one_coin: bool) -> float:
    """The pseudo-votes' log-probability."""
    if pseudo == 0:
        return 0.0
    told = confusion[:, 0] if one_coin else confusion
    return pseudo * float(np.log(prior).sum() + np.log(told).sum())


def _checked(votes: Votes, classes: int) -> Votes:
    array = np.asarray(votes)
    if array.dtype.kind not in "iu":
        raise TypeError(f"The votes must be an array of whole numbers; got {array.dtype}.")
    if array.ndim != 2 or 0 in array.shape:  # noqa: PLR2004 - a table: items by voters
        raise ValueError(f"The votes must be a table of items by voters; got the shape {array.shape}.")
    if array.min() < -1 or array.max() >= classes:
        raise ValueError(f"Each vote must be a class from 0 to {classes - 1}, or -1 for none.")
    if (array < 0).all(axis=1).any():
        raise ValueError("Each item needs at least one vote.")
    return array.astype(np.int64)
