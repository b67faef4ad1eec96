"""The archetypes wing's model: numbers and frames in, frames out. Each part has its file; here is what there is.

`archetype_table`, `placing`, `guides` and `key_questions` are about who acts on an output, `flywheel` and `suggestions`
about data and design, `claims` and `miles` about failure rates, `asking` and `picking` about handing cases to a person.
"""

from .archetype_table import ARCHETYPES, archetype
from .asking import TEST, VALIDATION, by_threshold, cheapest, scores
from .claims import trials_for, upper_bound, without_failure
from .flywheel import first_week_at, run
from .guides import checklist, verdicts
from .key_questions import KEY_QUESTIONS, asked_of
from .miles import outlook, show, years
from .picking import promises, summary
from .placing import after, way
from .suggestions import accuracy, accuracy_needed, other_draws, seconds

__all__ = [
    "ARCHETYPES",
    "KEY_QUESTIONS",
    "TEST",
    "VALIDATION",
    "accuracy",
    "accuracy_needed",
    "after",
    "archetype",
    "asked_of",
    "by_threshold",
    "cheapest",
    "checklist",
    "first_week_at",
    "other_draws",
    "outlook",
    "promises",
    "run",
    "scores",
    "seconds",
    "show",
    "summary",
    "trials_for",
    "upper_bound",
    "verdicts",
    "way",
    "without_failure",
    "years",
]
