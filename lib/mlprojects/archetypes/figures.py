"""Draws the frames of the archetypes model. Layout only: every number comes from the model. Each part has its file.

Each function's first parameter is a bare matplotlib `Figure`.
"""

from .figures_acting import design_check, move_it, robot_answers, three_archetypes
from .figures_asking import ask_a_person, where_picked
from .figures_claims import failure_rate, miles_to_drive, release_now
from .figures_wheel import flywheel, suggestions

__all__ = [
    "ask_a_person",
    "design_check",
    "failure_rate",
    "flywheel",
    "miles_to_drive",
    "move_it",
    "release_now",
    "robot_answers",
    "suggestions",
    "three_archetypes",
    "where_picked",
]
