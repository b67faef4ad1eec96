"""Cheap prediction: which decisions become worth a prediction when its price falls, and who then still has to judge.

The idea is that of Agrawal, Gans & Goldfarb, *Prediction Machines* (Harvard Business Review Press, 2018): what gets
cheap is used more, also where it was too expensive before, and what goes with it, judgement, is asked for more. The
model and every number in `DECISIONS` are ours: invented to illustrate, of a plausible order, measured nowhere.

A decision needs one prediction. A right one brings its value, over what is done today. Then either nobody looks: a
wrong prediction costs its damage; or a person judges, which costs a price, finds the wrong ones and keeps them from
doing damage. Part of the decisions may be left to the machine; there the better of the two is chosen, elsewhere a
person has to. What is worth neither is not done. Left out: building and running the system, and that accuracy itself
has a price. And no decision that is made today without a prediction is counted: here a price never moves a decision
from a person to a machine, so that the number of predictions that people check can only grow as they get cheaper.
"""

from collections.abc import Iterable

import pandas as pd

from mlprojects import checks

DECISIONS = pd.DataFrame(
    [
        ("read a medical scan", 60, 2000, 10, 0.95, 0.1, 1e5),
        ("pass a weld", 25, 50, 2, 0.97, 0.5, 2e5),
        ("settle a small claim", 12, 30, 8, 0.92, 0.6, 3e5),
        ("call in a machine for service", 4, 15, 3.2, 0.9, 0.7, 1e5),
        ("answer a support request", 1.5, 2, 4, 0.85, 0.6, 2e6),
        ("pick a part with a robot", 0.4, 0.2, 0.3, 0.9, 0.95, 5e6),
        ("stop a payment", 0.15, 0.3, 1, 0.97, 0.98, 5e7),
        ("translate a comment", 0.05, 0.03, 0.5, 0.9, 0.9, 1e8),
        ("choose the next song", 0.006, 0.001, 0.05, 0.5, 1, 1e9),
        ("suggest the next word", 0.0015, 0.0001, 0.01, 0.6, 1, 5e9),
    ],
    columns=["decision", "value", "damage", "judgement", "accuracy", "automatable", "volume"],
).set_index("decision")
"""Ours, illustrative. Of one decision: value of a right prediction, damage of a wrong one, price of a person's
judgement (one unit of money); share of right predictions; share that may be left to the machine; decisions a year."""

_COLUMNS = ["value", "damage", "judgement", "accuracy", "automatable", "volume"]


def worth(decisions: pd.DataFrame, errors: float = 1.0, people: float = 1.0) -> pd.DataFrame:
    """What a prediction is worth, before its price, and who then decides.

    Args:
        decisions: With the columns of `DECISIONS`; `accuracy` and `automatable` from 0 to 1, the rest from 0 on.
        errors: Multiplies the damage of a wrong prediction, at least 0.
        people: Multiplies the price of a person's judgement, at least 0.

    Returns:
        One row a decision: `break_even` (the price of a prediction below which it pays), `machine` and `person`
        (shares of these decisions that each would make; the rest is not worth making).

    Raises:
        TypeError: If something is no frame, or no number.
        ValueError: If a column is missing or a number is out of range.
    """
    checks.frame("The decisions", decisions, _COLUMNS)
    checks.frame("The decisions", decisions, ["accuracy", "automatable"], 0, 1)
    worse, wage = checks.number("The factor of errors", errors, 0), checks.number("The factor of people", people, 0)
    right = decisions["accuracy"] * decisions["value"]
    alone = right - (1 - decisions["accuracy"]) * decisions["damage"] * worse
    judged = right - decisions["judgement"] * wage
    by_machine = decisions["automatable"].where((alone > 0) & (alone >= judged), 0.0)
    # Who may use the machine and does not would rather judge: `by_machine` is 0 there.
    by_person = (1 - by_machine).where(judged > 0, 0.0)
    # 0.0 is added so that nothing is shown as -0.
    return pd.DataFrame(
        {"break_even": by_machine * alone + by_person * judged + 0.0, "machine": by_machine, "person": by_person}
    )


def at_price(
    price: float, errors: float = 1.0, people: float = 1.0, decisions: pd.DataFrame = DECISIONS
) -> pd.DataFrame:
    """`worth`, and of each decision what a price of the prediction makes of it.

    Args:
        price: Of one prediction, at least 0.
        errors: As in `worth`.
        people: As in `worth`.
        decisions: As in `worth`.

    Returns:
        The columns of `worth`, with `worthwhile`, and a year's `gain` (after the price), `machine_made` and
        `person_made` (numbers of decisions): 0 where the prediction is not worthwhile.

    Raises:
        TypeError: As `worth`.
        ValueError: As `worth`.
    """
    own = checks.number("The price", price, 0)
    frame = worth(decisions, errors, people)
    pays, volume = frame["break_even"] > own, decisions["volume"]
    return frame.assign(
        worthwhile=pays,
        gain=(volume * (frame["break_even"] - own)).where(pays, 0.0),
        machine_made=(volume * frame["machine"]).where(pays, 0.0),
        person_made=(volume * frame["person"]).where(pays, 0.0),
    )


def checked_by_people(prices: Iterable[float]) -> pd.DataFrame:
    """How many predictions people check in a year, by the price of one.

    Returns:
        Index `price`; `number`, and `share` of all predictions that are made (0 where none is).

    Errors as in `at_price`.
    """
    rows = []
    for price in prices:
        made = at_price(price)[["machine_made", "person_made"]].sum()
        rows.append(
            {"price": price, "number": round(made["person_made"]), "share": made["person_made"] / max(made.sum(), 1)}
        )
    return pd.DataFrame(rows).set_index("price")
