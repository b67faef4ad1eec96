"""The welcome wing's model: numbers and frames in, frames out.

Each of these has its file, and this page gathers them. `portfolio` computes how many of several projects work, `causes`
what sinks them and which module attacks it, `citations` holds seven much-quoted failure rates against three questions,
`counting` gets many failure rates out of one portfolio.
"""

from .causes import (
    AVOIDABLE,
    CAUSES,
    OUR_RESEARCH_RISK,
    OUR_RISK,
    RAND_CAUSES,
    RESEARCH,
    losses,
    project_chance,
)
from .citations import ANSWERS, ASKS, claim, complete, failure_claims
from .claims import CLAIMS, NOT, PARTLY, STATED
from .counting import (
    DEFINITIONS,
    DENOMINATORS,
    IDEAS,
    METHODS,
    cannot_fail,
    failure_rate,
    failure_rates,
    ideas,
    judged,
)
from .portfolio import at_least, by_number, own_chance, successes

__all__ = [
    "ANSWERS",
    "ASKS",
    "AVOIDABLE",
    "CAUSES",
    "CLAIMS",
    "DEFINITIONS",
    "DENOMINATORS",
    "IDEAS",
    "METHODS",
    "NOT",
    "OUR_RESEARCH_RISK",
    "OUR_RISK",
    "PARTLY",
    "RAND_CAUSES",
    "RESEARCH",
    "STATED",
    "at_least",
    "by_number",
    "cannot_fail",
    "claim",
    "complete",
    "failure_claims",
    "failure_rate",
    "failure_rates",
    "ideas",
    "judged",
    "losses",
    "own_chance",
    "project_chance",
    "successes",
]
