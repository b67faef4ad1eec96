"""Why projects fail: one cause that cannot be removed, four that can, and what removing them is worth in a toy.

Source of the causes: Full Stack Deep Learning, Spring 2021, lecture 5, 1:45 to 2:53. Which module attacks which of them
is our reading of the lecture; the risks are made up by us, since nobody has measured them.
"""

import math
from collections.abc import Collection

import pandas as pd

from mlprojects import checks

RESEARCH = "research risk"
CAUSES = pd.DataFrame(
    [
        ("infeasible or badly scoped", True, "2 Prioritizing"),
        ("never leaves the demo", True, "1 Lifecycle"),
        ("success never agreed", True, "4 Metrics, 5 Baselines"),
        ("badly managed", True, "3 Archetypes"),
        (RESEARCH, False, "none: spread it, and find out early"),
    ],
    columns=["cause", "avoidable", "attacked by"],
).set_index("cause")
"""The lecture's causes in its order, research risk last: whether a team can avoid each, and the module."""

AVOIDABLE: tuple[str, ...] = tuple(str(cause) for cause in CAUSES.index[CAUSES["avoidable"]])

RAND_CAUSES = pd.DataFrame(
    [
        ("the problem is misunderstood or badly passed on", "success never agreed"),
        ("there is not enough of the right data", "infeasible or badly scoped"),
        ("technology counts more than the problem", "infeasible or badly scoped"),
        ("infrastructure for data and models is missing", "never leaves the demo"),
        ("the problem is too hard for the technology", "infeasible or badly scoped"),
    ],
    columns=["root cause", "nearest cause of the lecture"],
).set_index("root cause")
"""Five root causes from 65 interviews: RAND RRA2680-1 (see `claims`), in our words, with our mapping."""

OUR_RISK = 0.16
"""Made up: the chance that one avoidable cause sinks a project. The same for all four, since nobody knows better."""
OUR_RESEARCH_RISK = 0.4
"""Made up: the chance that a well-run project fails all the same. With it about 30 of 100 projects work."""


def losses(
    removed: Collection[str] = (), research: float = OUR_RESEARCH_RISK, risk: float = OUR_RISK, started: int = 100
) -> pd.DataFrame:
    """What becomes of the projects that are started, on average: the causes strike one after the other.

    A toy. It leaves out that causes come together, that some teams have all of them, and that a cause is never removed
    for good. What is left in the end does not depend on the order of the causes; which one takes how many does.

    Args:
        removed: Avoidable causes that this organisation has removed.
        research: Chance that a project fails for research reasons alone, 0 to 1.
        risk: Chance that an avoidable cause sinks a project it meets, 0 to 1.
        started: Projects started, at least 1.

    Returns:
        One row a cause in the order of `CAUSES`: `risk`, `lost` (projects), `left` (projects after this cause) and
        `removed`.

    Raises:
        TypeError: If a number is none.
        ValueError: If a number is outside its range, or a cause is not an avoidable one.
    """
    for cause in removed:
        checks.one_of("The cause", cause, AVOIDABLE)
    each, own = checks.number("The risk", risk, 0, 1), checks.number("The research risk", research, 0, 1)
    left, rows = checks.number("The number of projects", started, 1), []
    for cause in CAUSES.index:
        strikes = own if cause == RESEARCH else 0.0 if cause in removed else each
        rows.append((strikes, left * strikes, left * (1 - strikes), cause in removed))
        left *= 1 - strikes
    return pd.DataFrame(rows, columns=["risk", "lost", "left", "removed"], index=CAUSES.index)


def project_chance(removed: Collection[str] = (), research: float = OUR_RESEARCH_RISK, risk: float = OUR_RISK) -> float:
    """The chance that one project survives all causes: the product of what each of them leaves.

    Raises:
        TypeError: As in `losses`.
        ValueError: As in `losses`.
    """
    risks: list[float] = losses(removed, research, risk)["risk"].tolist()
    return math.prod(1 - each for each in risks)
