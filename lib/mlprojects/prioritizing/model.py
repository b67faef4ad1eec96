"""The prioritizing wing's model: numbers and frames in, frames out. Each part has its file; here is what there is.

`cheap` and `adoption` are about impact, `pyramid` about feasibility, `curve` and `ceiling` about what accuracy costs
and what can be measured, `forecasts` about what is hard. `ranking` orders
projects whose scores are uncertain, those of `portfolio`; `order` is what is certain about it. `steps`
is the assessment before a project, `robot_steps` that of the case study.
"""

from .adoption import USES
from .ceiling import images_needed, measured, safe_lead, seen
from .cheap import DECISIONS, at_price, checked_by_people
from .curve import as_fitted, factor_between, factor_per_nine, learning_curve, prices
from .forecasts import KINDS, go, one_second, tally
from .order import swaps
from .portfolio import PORTFOLIO, from_board
from .pyramid import ROBOT, questions, score, stoppers, worst_costs
from .ranking import combined, rank_probabilities, spans, stretched, top
from .robot_steps import ceiling as perfect_share
from .robot_steps import shares
from .steps import Answers, assess, table

__all__ = [
    "DECISIONS",
    "KINDS",
    "PORTFOLIO",
    "ROBOT",
    "USES",
    "Answers",
    "as_fitted",
    "assess",
    "at_price",
    "checked_by_people",
    "combined",
    "factor_between",
    "factor_per_nine",
    "from_board",
    "go",
    "images_needed",
    "learning_curve",
    "measured",
    "one_second",
    "perfect_share",
    "prices",
    "questions",
    "rank_probabilities",
    "safe_lead",
    "score",
    "seen",
    "shares",
    "spans",
    "stoppers",
    "stretched",
    "swaps",
    "table",
    "tally",
    "top",
    "worst_costs",
]
