"""The lifecycle wing's model: numbers and frames in, frames out.

Each of these has its file, and this page offers what the notebook calls. `diagram` is the lecture's picture as data.
`project`, `simulator` and `chain` are a project that may have to go back, played and solved; `outlook_project` sums
both up. `robot` is the case study's story, `label_noise`, `tradeoff` and `labelling_cost` the ways back before the
field, `mining`, `picks` and `golden` those from the field.
"""

from .chain import expected
from .golden import averages
from .label_noise import learning_curves
from .labelling_cost import by_task
from .mining import baselines, compared
from .outlook_project import one_loop
from .picks import better_labels, follows
from .project import Project
from .robot import ladder, story
from .tradeoff import NETWORKS, nearest

__all__ = [
    "NETWORKS",
    "Project",
    "averages",
    "baselines",
    "better_labels",
    "by_task",
    "compared",
    "expected",
    "follows",
    "ladder",
    "learning_curves",
    "nearest",
    "one_loop",
    "story",
]
