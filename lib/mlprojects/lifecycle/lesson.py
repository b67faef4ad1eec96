"""The lifecycle lesson: what its parts declare, in the order of the notebook, and the questions between them.

The parts are `lesson_project` (the diagram, the simulator), `lesson_robot` (the case study), `lesson_data` (ways back
before the field) and `lesson_field` (ways back from the field).
"""

from mlprojects.engine import Form, Progress, Question, Series, absent

from .lesson_data import (
    corner_to_relax,
    labelling_cost,
    masks_for_the_budget,
    more_or_better,
    two_requirements,
    worth_in_clean_images,
)
from .lesson_field import (
    better_labels,
    broken,
    error_and_picks,
    golden_broken,
    golden_cases,
    hard_or_random,
    where_hardest_wins,
)
from .lesson_project import (
    early_saves,
    expected_weeks,
    half_go_back,
    lifecycle_diagram,
    one_loop,
    project_simulator,
)
from .lesson_robot import (
    find_the_bug,
    half_a_centimetre,
    half_or_one_centimetre,
    more_photographs,
    network_in_warehouse,
    pose_story,
    what_the_robot_sees,
)
from .texts import TEXTS

__getattr__ = absent(__name__)

backward_jumps = Question(TEXTS, "backward_jumps")
drawn_apart = Question(TEXTS, "drawn_apart")
annotators_disagree = Question(TEXTS, "annotators_disagree")
lamps_differ = Question(TEXTS, "lamps_differ")
error_halves = Question(TEXTS, "error_halves")
early_deployment = Question(TEXTS, "early_deployment")
symptoms = Series(TEXTS, "symptoms")
own_lifecycle = Form(TEXTS, "lifecycle")

EXPLORERS = (
    lifecycle_diagram,
    what_the_robot_sees,
    find_the_bug,
    pose_story,
    labelling_cost,
    more_or_better,
    two_requirements,
    half_or_one_centimetre,
    hard_or_random,
    error_and_picks,
    golden_cases,
    one_loop,
    project_simulator,
)
PREDICTIONS = (
    network_in_warehouse,
    more_photographs,
    masks_for_the_budget,
    worth_in_clean_images,
    corner_to_relax,
    half_a_centimetre,
    where_hardest_wins,
    better_labels,
    golden_broken,
    half_go_back,
    early_saves,
)
QUESTIONS = (
    backward_jumps,
    drawn_apart,
    error_halves,
    annotators_disagree,
    lamps_differ,
    *symptoms.questions,
    early_deployment,
)
TASKS = (broken, expected_weeks)
FORMS = (own_lifecycle,)
PROGRESS = Progress([*PREDICTIONS, *QUESTIONS, symptoms, *TASKS, *FORMS])
