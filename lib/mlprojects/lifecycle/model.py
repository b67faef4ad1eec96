"""The lifecycle wing's model: numbers and frames in, frames out. Each part has its file; this page says what there is.

`diagram` is the lecture's picture as data. `project`, `simulator` and `chain` are a project that may have to go back,
played and solved; `outlook_project` sums both up. `robot` is the case study's story, `label_noise`, `tradeoff` and
`labelling_cost` the ways back before the field, `mining`, `picks` and `golden` those from the field.
"""

from .chain import expected, fundamental, transitions
from .diagram import LOOPS, PHASES
from .golden import averages, judged
from .label_noise import clean_equivalent, disagreement, learning_curves
from .labelling_cost import affordable, by_task
from .mining import baselines, compared
from .outlook_project import exact, one_loop
from .picks import better_labels, follows
from .project import Project, field_loops
from .robot import ladder, story
from .simulator import compare, simulate
from .tradeoff import NETWORKS, estimators, feasible, front, nearest

__all__ = [
    "LOOPS",
    "NETWORKS",
    "PHASES",
    "Project",
    "affordable",
    "averages",
    "baselines",
    "better_labels",
    "by_task",
    "clean_equivalent",
    "compare",
    "compared",
    "disagreement",
    "estimators",
    "exact",
    "expected",
    "feasible",
    "field_loops",
    "follows",
    "front",
    "fundamental",
    "judged",
    "ladder",
    "learning_curves",
    "nearest",
    "one_loop",
    "simulate",
    "story",
    "transitions",
]
