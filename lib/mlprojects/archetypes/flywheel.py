"""The data flywheel as a small system: users leave labels, labels make the model better, a better model wins users.

Week by week. Each use of the product leaves a labelled example with probability `capture`. The share of wrong answers
follows a learning curve, `FLOOR` plus a power law of the labels. Users move towards as many as a product of this
quality can win: a product that always errs as at the start keeps its users, a perfect one would win the whole market.
A link is cut where its number is 0: `capture` (users to data), `exponent` (data to model), `value` (model to users).

It is a toy and its numbers are ours. It leaves out competitors, what labels and training cost, labels that are wrong or
grow old, and that labels from one's own users show only what those users do.
"""

import numpy as np
import pandas as pd

from mlprojects import checks

USERS, MARKET = 500, 10_000
"""Users at the start, and all that could ever be won."""
USES = 5
"""Of each user in a week."""
LABELS = 1_000
"""Labelled examples at the start: collected by hand."""
ERROR, FLOOR = 0.30, 0.02
"""Share of wrong answers at the start, and with any number of labels."""
SPEED = 0.1
"""Share of the way to the users that could be won, made in a week."""
WEEKS, MOST_WEEKS = 104, 1_040
LINKS = ("users → data", "data → model", "model → users")

EXPONENTS = pd.DataFrame(
    {
        "exponent": [-0.07, -0.35, -0.5],
        "source": [
            "flattest that Hestness et al. measured on deep networks, 2017, arXiv:1712.00409",
            "steepest that Hestness et al. measured on deep networks, 2017, arXiv:1712.00409",
            "flattest that theory expects, as Hestness et al. report it, 2017, arXiv:1712.00409",
        ],
    },
    index=pd.Index(["flat", "steep", "in theory"], name="learning curve"),
)
"""Exponents of learning curves; an easy task, such as small images of digits, can be steeper still."""


def error_with(labels: float, exponent: float) -> float:
    """Share of wrong answers of a model trained on some labels: `FLOOR` plus a power law that starts at `ERROR`.

    Args:
        labels: At least `LABELS`.
        exponent: From -1 to 0; at 0 more labels do not help.

    Raises:
        TypeError: If one is no number.
        ValueError: If one is out of range.
    """
    times = checks.number("The number of labels", labels, LABELS) / LABELS
    return float(FLOOR + (ERROR - FLOOR) * times ** checks.number("The exponent", exponent, -1, 0))


def users_won(error: float, value: float) -> float:
    """How many users a product with this share of wrong answers can win.

    Args:
        error: From 0 to `ERROR`.
        value: From 0 (a better model makes no better product) to 1.

    Raises:
        TypeError: If one is no number.
        ValueError: If one is out of range.
    """
    better = 1 - checks.number("The share of wrong answers", error, 0, ERROR) / ERROR
    return float(USERS + checks.number("The value", value, 0, 1) * (MARKET - USERS) * better)


def run(capture: float, exponent: float = -0.35, value: float = 1.0, weeks: int = WEEKS) -> pd.DataFrame:
    """The wheel from its start.

    Args:
        capture: Share of uses that leave a labelled example, from 0 to 1.
        exponent: Of the learning curve, from -1 to 0.
        value: What a better model is worth to users, from 0 to 1.
        weeks: At least 1, at most `MOST_WEEKS`.

    Returns:
        Index `week` from 0; `users`, `labels`, `error` (share of wrong answers). Numbers are means, so not whole.

    Raises:
        TypeError: If one is no number.
        ValueError: If one is out of range.
    """
    kept = checks.number("The share of uses captured", capture, 0, 1)
    last = checks.whole("The number of weeks", weeks, 1, MOST_WEEKS)
    users, labels = float(USERS), float(LABELS)
    rows = np.empty((last + 1, 3))
    for week in range(last + 1):
        error = error_with(labels, exponent)
        rows[week] = users, labels, error
        # Both steps from the same week: the labels come from those who used the product, not from those it then wins.
        users, labels = users + SPEED * (users_won(error, value) - users), labels + kept * USES * users
    return pd.DataFrame(rows, columns=["users", "labels", "error"], index=pd.RangeIndex(last + 1, name="week"))


def most_users(value: float = 1.0) -> float:
    """The users that a wheel which keeps turning comes nearer and nearer to: those of a product at `FLOOR`.

    Raises:
        TypeError: If the value is no number.
        ValueError: If it is not from 0 to 1.
    """
    return users_won(FLOOR, value)


def cut_links(capture: float, exponent: float, value: float) -> tuple[str, ...]:
    """Those of `LINKS` whose number is 0."""
    return tuple(link for link, number in zip(LINKS, (capture, exponent, value), strict=True) if number == 0)


def errors_left(few: float, many: float) -> float:
    """The share of wrong answers in the end if `many` of the uses leave a label, as a multiple of that with `few`."""
    less, more = (float(run(capture)["error"].iloc[-1]) for capture in (few, many))
    return more / less


def first_week_at(history: pd.DataFrame, error: float) -> int | None:
    """The first week with no more than this share of wrong answers; None if there is none.

    Args:
        history: From `run`.
        error: The share aimed at, from 0 to 1.

    Raises:
        TypeError: If the history is no frame, or the error no number.
        ValueError: If the history has no errors, or the error is out of range.
    """
    errors = checks.frame("The history", history, ["error"], 0, 1)["error"]
    reached = errors <= checks.number("The share of wrong answers", error, 0, 1)
    return int(errors.index[reached][0]) if reached.any() else None
