"""The last wing's model: a brief in, findings out; and what the lecture leaves one with.

Each of these has its file, and this page offers what the notebook calls. `review` finds gaps and contradictions in a
brief, with the checks of `review_feasibility`, `review_metric` and `review_claims` and the numbers of `trials`;
`takeaways` has the five rows of the conclusion, `reading` the references.
"""

from .reading import bibliography
from .review import counted, review
from .takeaways import TAKEAWAYS, takeaway, takeaways
from .trials import trials_needed

__all__ = [
    "TAKEAWAYS",
    "bibliography",
    "counted",
    "review",
    "takeaway",
    "takeaways",
    "trials_needed",
]
