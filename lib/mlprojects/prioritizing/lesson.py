"""The prioritizing lesson: what its parts declare, in the order of the notebook.

The parts are `lesson_judgement` (impact, what is hard, the seven steps), `lesson_nines` (what accuracy costs, cheap
prediction) and `lesson_ranking` (the pyramid, how stable a ranking is).
"""

from mlprojects.engine import Board, Progress, absent

from .lesson_judgement import (
    against_the_rule,
    biggest_driver,
    forecast_of_go,
    go_years,
    kinds_of_hard,
    list_of_2021,
    locked_scans,
    mental_models,
    one_in_ten,
    one_second_counter,
    one_second_rule,
    own_priorities,
    own_steps,
    pyramid_today,
    rare_cases,
    rules_reach,
    rules_suffice,
    seven_steps,
    still_hard,
    ten_times_fewer,
    top_use,
    what_others_do,
)
from .lesson_nines import (
    cheap_prediction,
    images_needed,
    label_ceiling,
    next_nine,
    ten_times,
    three_nines,
    who_judges,
)
from .lesson_ranking import (
    feasibility_pyramid,
    own_feasibility,
    own_pyramid,
    robots_costliest,
    second_chance,
    stable_ranking,
    top_three,
)
from .texts import TEXTS

__getattr__ = absent(__name__)

portfolio = Board(TEXTS, "portfolio")

EXPLORERS = (
    cheap_prediction,
    what_others_do,
    feasibility_pyramid,
    pyramid_today,
    next_nine,
    label_ceiling,
    one_second_rule,
    forecast_of_go,
    kinds_of_hard,
    stable_ranking,
    seven_steps,
)
PREDICTIONS = (
    who_judges,
    top_use,
    robots_costliest,
    ten_times,
    three_nines,
    go_years,
    against_the_rule,
    rare_cases,
    second_chance,
    rules_reach,
)
QUESTIONS = (
    *mental_models.questions,
    biggest_driver,
    one_in_ten,
    locked_scans,
    ten_times_fewer,
    one_second_counter,
    *still_hard.questions,
    rules_suffice,
)
TASKS = (images_needed, top_three)
FORMS = (own_pyramid, own_priorities)
BOARDS = (portfolio,)
OWN = (own_feasibility, list_of_2021, own_steps)
"""Functions that tell a learner what their own answers come to."""
PROGRESS = Progress([*PREDICTIONS, *QUESTIONS, mental_models, still_hard, *TASKS, *FORMS, *BOARDS])
