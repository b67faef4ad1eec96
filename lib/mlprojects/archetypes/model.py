"""The archetypes wing's model: numbers and frames in, frames out. Each part has its file; here is what there is.

`archetype_table`, `placing`, `guides` and `key_questions` are about who acts on an output, `flywheel` and `suggestions`
about data and design, `claims` and `miles` about failure rates, `asking` and `picking` about handing cases to a person.
"""

from .archetype_table import archetype
from .asking import TEST, VALIDATION, by_threshold, cheapest, scores
from .claims import without_failure
from .flywheel import first_week_at, run
from .guides import verdicts
from .miles import measure, show, years
from .picking import summary
from .placing import way
from .suggestions import accuracy, accuracy_needed

__all__ = [
    "TEST",
    "VALIDATION",
    "accuracy",
    "accuracy_needed",
    "archetype",
    "by_threshold",
    "cheapest",
    "first_week_at",
    "measure",
    "run",
    "scores",
    "show",
    "summary",
    "verdicts",
    "way",
    "without_failure",
    "years",
]
