"""The lifecycle lesson, part "project": the diagram, the simulator, one way back, and the task on time to ship."""

from functools import cache, partial

import pandas as pd

from mlprojects.engine import Choice, Prediction, Slider, Task, View, explorer
from mlprojects.words import capital, percent

from . import diagram, figures_diagram, figures_project, outlook_project, says_project, tasks_project
from .project import ARROWS, PILOTS, Arrow, Project, early_loops, field_loops
from .simulator import compare
from .texts import TEXTS

COUNT, SEED = 10_000, 20210301
"""Simulated projects in each state, and the seed of their draws."""
STEPS_BACK = {"none": 0.0, "some": 1.0, "many": 1.5}
"""Multiples of `project.BEFORE`."""
CHANCES = (0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
GRID = range(figures_project.LONGEST + 1)


def _project(trouble: float, before: float, abandon: float, finds: float) -> Project:
    return Project(loops=early_loops(before) | field_loops(trouble), abandon=abandon, reveals=finds)


@cache
def _facts(
    trouble: float, before: float, abandon: float, finds: float
) -> tuple[pd.DataFrame, dict[str, "pd.Series[float]"], dict[str, float | None]]:
    """Of a state: outlook, curves and halves. These are kept; the simulated projects would fill the memory."""
    project = _project(trouble, before, abandon, finds)
    runs = compare(project, COUNT, SEED)
    curves = {name: outlook_project.shipped_by(part, GRID) for name, part in runs.items()}
    return (
        outlook_project.outlook(project, runs),
        curves,
        {name: outlook_project.half_shipped(part) for name, part in runs.items()},
    )


def _saved() -> str:
    return f"about {outlook_project.saved(Project()):.0f} weeks"


early_saves = Prediction(TEXTS, "early_saves", truth=_saved)
half_go_back = Prediction(TEXTS, "half_go_back", truth=lambda: round(outlook_project.one_loop((4, 1), 0.5).weeks, 6))


@explorer(step=Slider("Step", 1, diagram.STEPS, 1))
def lifecycle_diagram(step: int) -> View:
    """The lifecycle of an ML project, in eleven steps."""
    shown = diagram.step(step)
    table = pd.DataFrame(shown.details)
    table.index = pd.RangeIndex(1, len(table) + 1, name="No.")
    return View(table, says_project.what_is_new(shown), partial(figures_diagram.lifecycle, shown=shown))


@explorer(
    after=half_go_back,
    arrow=Choice("Way back", {outlook_project.arrow_name(arrow): arrow for arrow in ARROWS}, default=(4, 1)),
    chance=Slider("How often", values=CHANCES, default=0.5, format=percent),
)
def one_loop(arrow: Arrow, chance: float) -> View:
    """What does one way back cost?"""
    known, once = outlook_project.one_loop(arrow, chance), outlook_project.once_only(arrow, chance)
    names = {"visits": "Expected visits", "weeks": "Weeks a visit", "in all": "Expected weeks"}
    table = outlook_project.by_phase(known).rename(columns=names)
    table.index = pd.Index([phase.name for phase in diagram.PHASES], name="Phase")
    draw = partial(
        figures_project.one_loop,
        curves=_loop_curves(),
        visits=known.visits,
        arrow=outlook_project.arrow_name(arrow),
        chance=chance,
        weeks=known.weeks,
        once=once,
    )
    return View(table, says_project.what_one_loop_costs(arrow, chance, known.weeks, once), draw)


@explorer(
    after=early_saves,
    pilot=Choice("First pilot", PILOTS),
    trouble=Slider("Trouble in the field", values=(0, 0.1, 0.2, 0.4, 0.6), default=0.4, format=percent),
    before=Choice("Steps back before the field", STEPS_BACK, default=1.0),
    abandon=Slider("A step back ends the project", values=(0, 0.05, 0.2), format=percent),
    finds=Slider(
        "Of the trouble, the pilot finds", values=(0.3, 0.7), default=0.7, format=percent, when=("pilot", "early")
    ),
)
def project_simulator(*, pilot: str, trouble: float, before: float, abandon: float, finds: float) -> View:
    """When will it ship?"""
    outlook, curves, halves = _facts(trouble, before, abandon, finds)
    table = outlook.round(2).rename(index=capital, columns=capital).rename_axis("Of a project")
    draw = partial(figures_project.outlook, curves=curves, halves=halves, table=outlook, chosen=pilot)
    return View(table, says_project.what_it_takes(outlook, pilot, halves[pilot]), draw)


expected_weeks = Task(
    TEXTS,
    "expected_weeks",
    expect=tasks_project.expected_weeks,
    cases=tasks_project.CASES,
    mistakes=tasks_project.MISTAKES,
    within=tasks_project.WITHIN,
)


@cache
def _loop_curves() -> pd.DataFrame:
    return outlook_project.loop_curves()
