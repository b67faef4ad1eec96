"""The last wing's model: what a brief lacks, what the lecture leaves one with, and what to read next.

`review` finds gaps and contradictions in a brief, with the checks of `review_metric` and `review_claims` and the
numbers of `trials`; `takeaways` has the five rows of the conclusion, `reading` the references.
"""

from .reading import bibliography, reading
from .review import Finding, counted, review
from .takeaways import TAKEAWAYS, takeaway, takeaways
from .trials import best_bound, trials_needed

__all__ = [
    "TAKEAWAYS",
    "Finding",
    "best_bound",
    "bibliography",
    "counted",
    "reading",
    "review",
    "takeaway",
    "takeaways",
    "trials_needed",
]
"""What a notebook calls."""
