"""The archetypes wing's model: numbers and frames in, frames out. Each part has its file; here is what there is.

`archetype_table`, `placing`, `guides` and `key_questions` are about who acts on an output, `flywheel` and `suggestions`
about data and design, `claims` and `miles` about failure rates, `asking` and `picking` about handing cases to a person.
Names that say enough beside that of their file, such as `miles.show`, are longer here.
"""

from .archetype_table import archetype
from .asking import TEST, VALIDATION, by_threshold, cheapest_threshold
from .asking import scores as classifier_scores
from .claims import without_failure
from .flywheel import first_week_at
from .flywheel import run as run_wheel
from .guides import verdicts as design_verdicts
from .miles import chance_of_proof
from .miles import measure as miles_to_measure
from .miles import years as years_of_driving
from .picking import summary as teams_by_way
from .placing import way as moves_made
from .suggestions import accuracy as guess_accuracy
from .suggestions import accuracy_needed

__all__ = [
    "TEST",
    "VALIDATION",
    "accuracy_needed",
    "archetype",
    "by_threshold",
    "chance_of_proof",
    "cheapest_threshold",
    "classifier_scores",
    "design_verdicts",
    "first_week_at",
    "guess_accuracy",
    "miles_to_measure",
    "moves_made",
    "run_wheel",
    "teams_by_way",
    "without_failure",
    "years_of_driving",
]
