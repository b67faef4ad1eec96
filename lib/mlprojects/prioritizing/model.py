"""The prioritizing wing's model: numbers and frames in, frames out.

Each of these has its file, and this page offers what the notebook calls. `cheap` and `adoption` are about impact,
`pyramid` about feasibility, by the answers to `pyramid_questions`, `curve` and `ceiling` about what accuracy costs and
what can be measured, `forecasts` about what is hard. `ranking` orders projects whose scores are uncertain, those of
`portfolio`; `order` is what is certain about it. `steps` is the assessment before a project, `robot_steps` that of the
case study.
"""

from .ceiling import images_needed, measured, seen
from .cheap import DECISIONS, checked_by_people
from .curve import learning_curve
from .forecasts import tally
from .order import swaps
from .portfolio import PORTFOLIO, from_board
from .pyramid import score, worst_costs
from .pyramid_questions import ROBOT, questions
from .ranking import rank_probabilities, stretched, top
from .robot_steps import shares

__all__ = [
    "DECISIONS",
    "PORTFOLIO",
    "ROBOT",
    "checked_by_people",
    "from_board",
    "images_needed",
    "learning_curve",
    "measured",
    "questions",
    "rank_probabilities",
    "score",
    "seen",
    "shares",
    "stretched",
    "swaps",
    "tally",
    "top",
    "worst_costs",
]
