"""The baselines lesson: what its parts declare, in the order of the notebook, and the questions between them.

The parts are `lesson_people` (where to look, crowds, what labels cost), `lesson_ladder` (the rungs, bugs, curves beside
a line) and `lesson_hand` (the learner as a baseline, on digits and on the robot's photographs).
"""

from mlprojects.engine import Form, Progress, Question, Series, absent

from .lesson_hand import best_on_five, best_on_hard, digits_by_hand, poses_by_hand, robot_baselines
from .lesson_ladder import (
    bug_or_data,
    first_look,
    five_lines,
    flips_at,
    floor_and_ceiling,
    ladder_diabetes,
    ladder_digits,
    line_21,
    line_35,
    net_loses,
    net_or_mean,
    next_step,
    real_curves,
    rule,
    same_curves,
)
from .lesson_people import (
    best_spent,
    crowd,
    human_ladder,
    nine_voters,
    spend,
    unequal_crowd,
    where_to_look,
    who_decides,
)
from .texts import TEXTS

__getattr__ = absent(__name__)

paper_result = Question(TEXTS, "paper_result")
is_it_fair = Series(TEXTS, "fair")
best_achievable = Question(TEXTS, "best_achievable")
label_budget = Question(TEXTS, "label_budget")
own_baselines = Form(TEXTS, "baselines")

EXPLORERS = (
    where_to_look,
    floor_and_ceiling,
    ladder_digits,
    ladder_diabetes,
    bug_or_data,
    same_curves,
    real_curves,
    human_ladder,
    crowd,
    unequal_crowd,
    spend,
    robot_baselines,
)
PREDICTIONS = (
    five_lines,
    net_or_mean,
    first_look,
    flips_at,
    best_on_hard,
    nine_voters,
    who_decides,
    best_spent,
    best_on_five,
)
QUESTIONS = (
    *is_it_fair.questions,
    paper_result,
    net_loses,
    line_35,
    line_21,
    best_achievable,
    label_budget,
)
TASKS = (rule, next_step)
FORMS = (own_baselines,)
LABELLINGS = (digits_by_hand, poses_by_hand)
PROGRESS = Progress([*PREDICTIONS, *QUESTIONS, is_it_fair, *TASKS, *FORMS, *LABELLINGS])
