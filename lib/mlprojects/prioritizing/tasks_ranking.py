"""The task of the part "ranking", the best three: on what a function is tried, and the usual wrong ones."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects.engine import Case, Mistake

from . import portfolio, ranking

Array = npt.NDArray[np.float64]
THREE = 3


def _from_best(draws: pd.DataFrame) -> Array:
    """For each draw and project its rank, 1 the best. No two scores of a draw are equal in the cases."""
    better_first = (-draws.to_numpy()).argsort(axis=1)
    ranks: Array = (better_first.argsort(axis=1) + 1).astype(np.float64)
    return ranks


def top_three(draws: pd.DataFrame) -> Array:
    """The reference: the share of the draws in which a project is among the best three."""
    shares: Array = (_from_best(draws) <= THREE).mean(axis=0)
    return shares


def best_only(draws: pd.DataFrame) -> Array:
    """The share of the draws in which it is the best."""
    shares: Array = (_from_best(draws) == 1).mean(axis=0)
    return shares


def best_two(draws: pd.DataFrame) -> Array:
    """Ranks below three instead of up to three."""
    shares: Array = (_from_best(draws) < THREE).mean(axis=0)
    return shares


def best_four(draws: pd.DataFrame) -> Array:
    """Ranks counted from 0, and up to three."""
    shares: Array = (_from_best(draws) - 1 <= THREE).mean(axis=0)
    return shares


def third_exactly(draws: pd.DataFrame) -> Array:
    """The share of the draws in which it has rank three."""
    shares: Array = (_from_best(draws) == THREE).mean(axis=0)
    return shares


def of_means(draws: pd.DataFrame) -> Array:
    """1 for the three best by mean score, 0 for the others."""
    chosen: Array = (_from_best(draws.mean().to_frame().T) <= THREE)[0].astype(np.float64)
    return chosen


def lowest(draws: pd.DataFrame) -> Array:
    """The share of the draws in which it is among the three lowest scores."""
    return top_three(-draws)


def over_projects(draws: pd.DataFrame) -> Array:
    """Counts divided by the number of projects."""
    return counts(draws) / draws.shape[1]


def counts(draws: pd.DataFrame) -> Array:
    """Counts instead of shares."""
    return top_three(draws) * len(draws)


def sums_to_one(draws: pd.DataFrame) -> Array:
    """Shares of all places among the best three."""
    shares = top_three(draws)
    parts: Array = shares / shares.sum()
    return parts


def in_percent(draws: pd.DataFrame) -> Array:
    """Percent instead of shares."""
    return 100 * top_three(draws)


def down_the_columns(draws: pd.DataFrame) -> Array:
    """Ranks among the draws of one project, instead of among the projects of one draw."""
    shares: Array = (_from_best(draws.T).T <= THREE).mean(axis=0)
    return shares


CASES = (
    Case(
        pd.DataFrame([[7.0, 5.5, 6.0, 4.0, 6.5]], columns=list("ABCDE")),
        why="in this single draw, A, E and C are the best three: 1, 0, 1, 0, 1.",
    ),
    Case(
        pd.DataFrame(
            [
                [5.0, 4.0, 3.0, 2.0, 9.0],
                [5.1, 4.1, 3.1, 6.1, 1.1],
                [5.2, 4.2, 3.2, 6.2, 1.2],
                [5.3, 4.3, 3.3, 2.3, 9.3],
            ],
            columns=list("ABCDE"),
        ),
        why="A and B are among the best three in all 4 draws, C never, D and E in 2 of 4 each.",
    ),
    Case(
        pd.DataFrame([[5.0, 7.0, 6.0], [4.0, 3.0, 8.0]], columns=list("ABC")),
        why="of three projects, each is always among the best three.",
    ),
    Case(
        ranking.draws(portfolio.PORTFOLIO, count=200),
        why="these are 200 draws of the six projects; the answers must add up to 3, since each draw has three winners.",
    ),
)

MISTAKES = (
    Mistake(
        "best only",
        best_only,
        "That is the chance to be the best of all. The second and the third of a draw are among its best three too.",
    ),
    Mistake(
        "best two",
        best_two,
        "You counted ranks 1 and 2 only. If ranks begin with 1, the best three have ranks of at most 3, 3 included.",
    ),
    Mistake(
        "best four",
        best_four,
        "You counted four projects a draw. If ranks begin with 0, as with `argsort`, the best three are 0, 1 and 2.",
    ),
    Mistake(
        "third exactly",
        third_exactly,
        "That is the chance of rank 3 alone. The best and the second of a draw are among its best three too.",
    ),
    Mistake(
        "rank of the mean",
        of_means,
        "You averaged the scores first and ranked the averages. That says who is expected to be good, and makes every "
        "chance 0 or 1. Rank the projects within each draw, then average over the draws.",
    ),
    Mistake(
        "lowest instead of highest",
        lowest,
        "You counted the three lowest scores. Ranking functions begin with the smallest number unless told otherwise; "
        "here the highest score is the best.",
    ),
    Mistake(
        "divided by projects",
        over_projects,
        "You counted well, and divided by the number of projects. A chance is the share of the *draws*: divide by the "
        "number of rows.",
    ),
    Mistake("counts", counts, "Those are counts. Divide by the number of draws to make them chances."),
    Mistake(
        "shares of the places",
        sums_to_one,
        "Your numbers add up to 1. Each draw has three projects among its best three, so these chances add up to 3.",
    ),
    Mistake("percent", in_percent, "Those are percent. Asked are chances from 0 to 1."),
    Mistake(
        "ranked down the columns",
        down_the_columns,
        "You ranked the draws of one project among each other. Projects compete within a draw: rank along the rows "
        "(`axis=1`).",
    ),
)
