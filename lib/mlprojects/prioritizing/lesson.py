"""The prioritizing lesson: what its parts declare, in the order of the notebook, and the questions between them.

The parts are `lesson_judgement` (impact, what is hard, the seven steps), `lesson_nines` (what accuracy costs, cheap
prediction) and `lesson_ranking` (the pyramid, how stable a ranking is).
"""

import pandas as pd

from mlprojects.engine import Board, Form, Progress, Question, Series, absent

from .forecasts import LIST_2021
from .lesson_judgement import (
    against_the_rule,
    forecast_of_go,
    go_years,
    kinds_of_hard,
    one_second_rule,
    own_steps,
    pyramid_today,
    rare_cases,
    rules_reach,
    seven_steps,
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

mental_models = Series(TEXTS, "situations")
biggest_driver = Question(TEXTS, "biggest_driver")
one_in_ten = Question(TEXTS, "one_in_ten")
locked_scans = Question(TEXTS, "locked_scans")
ten_times_fewer = Question(TEXTS, "ten_times_fewer")
one_second_counter = Question(TEXTS, "one_second_counter")
still_hard = Series(TEXTS, "still_hard")
portfolio = Board(TEXTS, "portfolio")
rules_suffice = Question(TEXTS, "rules_suffice")
own_priorities = Form(TEXTS, "prioritizing")


def list_of_2021() -> pd.DataFrame:
    """What the list of 2021 has become: verdict, year and source of each card that was answered right so far."""
    table = LIST_2021.astype(object)
    table.loc[[not done for done in still_hard.done]] = "answer its card"
    return table


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
