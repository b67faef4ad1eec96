"""The archetypes lesson, part "acting": who acts on the output, where that places a project, and how it is designed."""

from functools import partial

import pandas as pd

from mlprojects.engine import Choice, Prediction, Switch, View, explorer

from . import archetype_table, figures_acting, guides, key_questions, placing, says_acting
from .archetype_table import ARCHETYPES, AUTONOMOUS, LOOP, NAMES, SOFTWARE
from .texts import TEXTS

ALL = "all three"
SIDES = {"who acts": "acts", "examples": "examples", "key questions": "questions"}
HEADINGS = {"acts": "Who acts on the output", "examples": "Examples of the lecture", "questions": "Key questions"}


def _completion() -> str:
    return archetype_table.archetype(rules_before=True, reviewed=True)


def _top_right() -> str:
    started = placing.started_high()
    options: list[str] = TEXTS.entry("predictions", "top_right")["options"]
    return started[0] if len(started) == 1 else options[-1]


code_completion = Prediction(TEXTS, "code_completion", truth=_completion)
top_right = Prediction(TEXTS, "top_right", truth=_top_right)


@explorer(
    after=code_completion,
    shown=Choice("Archetype", [ALL, *NAMES]),
    side=Choice("Look at", SIDES),
)
def three_archetypes(*, shown: str, side: str) -> View:
    """Who acts on the output?"""
    rows = ARCHETYPES if shown == ALL else ARCHETYPES.loc[[shown]]
    told = pd.DataFrame({"definition": rows["definition"], "told": rows[side]})
    draw = partial(
        figures_acting.three_archetypes,
        table=told,
        chains=archetype_table.CHAINS,
        person=archetype_table.PERSON,
        side=HEADINGS[side],
    )
    says = says_acting.all_three(side) if shown == ALL else says_acting.who_acts(shown, side)
    table = told.rename(columns={"definition": "What it is", "told": HEADINGS[side]}).rename_axis("Archetype")
    return View(table, says, draw)


@explorer(
    after=top_right,
    archetype=Choice("Archetype", NAMES, default=AUTONOMOUS),
    data_loop=Switch("Build a data loop", when=("archetype", SOFTWARE)),
    design=Switch("Design the product for errors", when=("archetype", LOOP)),
    early=Switch("Release a good-enough version early", when=("archetype", LOOP)),
    people=Switch("Put people in the loop", when=("archetype", AUTONOMOUS)),
    guardrails=Switch("Add guardrails", when=("archetype", AUTONOMOUS)),
    scope=Switch("Limit the scope", when=("archetype", AUTONOMOUS)),
)
def move_it(  # noqa: PLR0913 - one argument a control
    *, archetype: str, data_loop: bool, design: bool, early: bool, people: bool, guardrails: bool, scope: bool
) -> View:
    """Where do the archetypes stand, and what does a move change?"""
    switches = (data_loop, design, early, people, guardrails, scope)
    taken = [move.name for move, on in zip(placing.MOVES, switches, strict=True) if on]
    start, now = placing.PLACES[archetype], placing.after(archetype, taken)
    moves = placing.moves_of(archetype)
    table = pd.DataFrame(
        {
            "Made": [move.name in taken for move in moves],
            "Feasibility": [f"{move.feasibility:+}" for move in moves],
            "Impact": [f"{move.impact:+}" for move in moves],
            "What it changes": [move.gains for move in moves],
            "What it costs": [move.costs for move in moves],
        },
        index=pd.Index([move.name.capitalize() for move in moves], name="Move"),
    )
    draw = partial(
        figures_acting.move_it,
        starts=placing.starts(),
        way=placing.way(archetype, taken),
        told={move.name: (move.gains, move.costs) for move in moves},
        chosen=archetype,
        middle=placing.MIDDLE,
    )
    made = [move for move in moves if move.name in taken]
    return View(table, says_acting.where_it_stands(archetype, start, now, made), draw)


@explorer(
    product=Choice("Product", list(guides.PRODUCTS)),
    question=Choice("Question", [each.name for each in guides.CHECKS]),
)
def design_check(*, product: str, question: str) -> View:
    """What would four design guides ask of it?"""
    asked, verdicts = guides.check(question), guides.verdicts()
    found = asked.of(product)
    table = guides.checklist(product).rename(columns={"verdict": "Verdict", "why": "Why", "asked by": "Asked by"})
    draw = partial(
        figures_acting.design_check,
        verdicts=verdicts,
        product=product,
        chosen=question,
        asks=asked.asks,
        asked_by=[f"{guide}: {place}" for guide, place in asked.asked_by.items()],
        found=(found.verdict, found.why),
        remedy=asked.remedy if found.verdict == guides.NOT_YET else "",
        marks=dict(zip(guides.VERDICTS, figures_acting.VERDICTS, strict=True)),
    )
    says = says_acting.what_is_met(product, asked, found, verdicts[product])
    return View(table.rename_axis("Question"), says, draw)


@explorer(
    archetype=Choice("The robot as", NAMES),
    taken=Switch("What it would take"),
)
def robot_answers(*, archetype: str, taken: bool) -> View:
    """What must the robot answer for?"""
    asked, design = key_questions.asked_of(archetype), key_questions.DESIGNS[archetype]
    shown = asked[["answer", "open", "takes"] if taken else ["answer", "open"]]
    names = {"answer": "Answer", "open": "Still open", "takes": "It would take"}
    draw = partial(figures_acting.robot_answers, name=archetype, design=design, asked=asked, taken=taken)
    today = archetype == key_questions.TODAY
    says = says_acting.what_is_open(archetype, design, asked, today=today, taken=taken)
    return View(shown.rename(columns=names).rename_axis("Key question"), says, draw)
