"""The archetypes lesson: what its parts declare, in the order of the notebook, and the questions between them.

The parts are `lesson_acting` (who acts on the output, and where that places a project), `lesson_wheel` (the flywheel,
and designs that lower the accuracy needed) and `lesson_claims` (failure rates, and when to ask a person).
"""

from mlprojects.engine import Board, Form, Progress, Question, Series, absent

from .lesson_acting import (
    code_completion,
    design_check,
    move_it,
    robot_answers,
    three_archetypes,
    top_right,
)
from .lesson_claims import (
    after_the_update,
    ask_a_person,
    failure_rate,
    least_cost,
    miles_to_drive,
    one_may_fail,
    picked_on_the_test,
    promises_kept,
    release_now,
    release_or_wait,
    share_asked,
    thousand_clean,
    threshold_for,
    trials_needed,
    where_picked,
    years_to_drive,
)
from .lesson_wheel import (
    best_number,
    data_grew,
    flywheel,
    suggestions,
    ten_times_labels,
    three_guesses,
)
from .texts import TEXTS

__getattr__ = absent(__name__)

tab_completion = Question(TEXTS, "tab_completion")
products = Series(TEXTS, "products")
moves_to_make = Question(TEXTS, "moves_to_make")
one_town = Question(TEXTS, "one_town")
archetype_places = Board(TEXTS, "archetype_places")
quiet_chat = Question(TEXTS, "quiet_chat")
broken_link = Series(TEXTS, "broken_link")
better_not_more = Question(TEXTS, "better_not_more")
annoyed_users = Question(TEXTS, "annoyed_users")
clean_runs = Question(TEXTS, "clean_runs")
own_archetype = Form(TEXTS, "archetypes")

EXPLORERS = (
    three_archetypes,
    move_it,
    flywheel,
    suggestions,
    design_check,
    failure_rate,
    miles_to_drive,
    release_now,
    ask_a_person,
    where_picked,
    robot_answers,
)
PREDICTIONS = (
    code_completion,
    top_right,
    ten_times_labels,
    three_guesses,
    thousand_clean,
    years_to_drive,
    release_or_wait,
    share_asked,
    promises_kept,
)
QUESTIONS = (
    tab_completion,
    *products.questions,
    moves_to_make,
    one_town,
    quiet_chat,
    *broken_link.questions,
    data_grew,
    better_not_more,
    best_number,
    annoyed_users,
    clean_runs,
    one_may_fail,
    after_the_update,
    least_cost,
    picked_on_the_test,
)
TASKS = (trials_needed, threshold_for)
FORMS = (own_archetype,)
BOARDS = (archetype_places,)
PROGRESS = Progress([*PREDICTIONS, *QUESTIONS, products, broken_link, *TASKS, *FORMS, *BOARDS])
