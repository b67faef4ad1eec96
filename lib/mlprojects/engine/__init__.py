"""The engine behind every lesson: explorers, and all that a learner is asked. It knows no wing."""

from .absent import absent
from .board import Board
from .controls import Choice, Range, Slider, Switch
from .explorer import Explorer, explorer
from .form import Form
from .labelling import Labelling
from .labelling_answers import Keys, Pose
from .prediction import Prediction
from .progress import Progress
from .question import Outcome, Question
from .series import Series
from .task import Case, Mistake, Task
from .texts import Texts, read_texts
from .view import View
from .waiting import progress_bar

__all__ = [
    "Board",
    "Case",
    "Choice",
    "Explorer",
    "Form",
    "Keys",
    "Labelling",
    "Mistake",
    "Outcome",
    "Pose",
    "Prediction",
    "Progress",
    "Question",
    "Range",
    "Series",
    "Slider",
    "Switch",
    "Task",
    "Texts",
    "View",
    "absent",
    "explorer",
    "progress_bar",
    "read_texts",
]
