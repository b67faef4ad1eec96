"""The welcome lesson: its explorers and questions. Numbers come from the model, pictures from the figures."""

from functools import partial

import pandas as pd

from mlprojects.engine import Choice, Prediction, Progress, Question, Slider, Switch, View, absent, explorer
from mlprojects.words import in_percent

from . import figures, model, says
from .texts import TEXTS

__getattr__ = absent(__name__)

PROJECTS = (1, 2, 3, 4, 6, 8, 10)
CHANCES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 0.9)
SHARED = (0.0, 0.1, 0.3)
RESEARCH = (0.2, 0.4, 0.6)
RETOLD = "What became of it?"
BOLD = {risk: says.as_chance(risk) for risk in RESEARCH}

at_least_one = Prediction(TEXTS, "at_least_one", truth=lambda: round(in_percent(model.at_least(6, 0.3)), 1))
all_three_stated = Prediction(TEXTS, "all_three_stated", truth=lambda: len(model.complete()))


@explorer(
    after=at_least_one,
    projects=Slider("Number of projects", values=PROJECTS, default=6),
    chance=Slider("Chance that one works", values=CHANCES, default=0.3, names={p: says.as_chance(p) for p in CHANCES}),
    shared=Slider(
        "Shared risk (sinks all)",
        values=SHARED,
        names={0.0: "none", **{s: says.as_chance(s) for s in SHARED[1:]}},
    ),
)
def portfolio(projects: int, chance: float, shared: float) -> View:
    """How many of several projects will work?"""
    distribution = model.successes(projects, chance, shared)
    any_works = model.at_least(projects, chance, shared=shared)
    table = pd.DataFrame({"Chance (%)": in_percent(distribution["chance"]).round(2)}).rename_axis("Projects that work")
    draw = partial(
        figures.portfolio,
        distribution=distribution,
        curve=model.by_number(PROJECTS[-1], chance, shared),
        any_works=any_works,
        shared=shared,
    )
    return View(table, says.what_works(distribution, any_works, chance, shared), draw)


@explorer(
    scope=Switch("Projects are checked before they start (module 2)"),
    production=Switch("A first version goes out early (module 1)"),
    success=Switch("Success is agreed as a number (modules 4, 5)"),
    managed=Switch("It is managed as the kind of project it is (module 3)"),
    research=Slider("Research risk (boldness)", values=RESEARCH, default=0.4, names=BOLD),
)
def remove_causes(*, scope: bool, production: bool, success: bool, managed: bool, research: float) -> View:
    """What is left when avoidable causes are removed?"""
    switches = (scope, production, success, managed)
    removed = [cause for cause, is_on in zip(model.AVOIDABLE, switches, strict=True) if is_on]
    losses = model.losses(removed, research)
    chance = model.project_chance(removed, research)
    working = in_percent(chance)
    table = losses[["lost", "left"]].round(1).rename(columns=str.capitalize).rename_axis("Cause")
    draw = partial(figures.causes, losses=losses, attackers=model.CAUSES["attacked by"], working=working)
    return View(table, says.what_is_left(losses, working, model.at_least(6, chance)), draw)


@explorer(
    after=all_three_stated,
    claim=Choice("Claim", [each.short for each in model.CLAIMS]),
    ask=Choice("Ask", {**model.ASKS, RETOLD: RETOLD}),
)
def check_the_citation(claim: str, ask: str) -> View:
    """Check the citation: what does a failure rate rest on?"""
    asked = None if ask == RETOLD else ask
    row = model.failure_claims().loc[claim]
    verdicts = [row[field] for field in model.ASKS.values()]
    table = pd.DataFrame({"Is it said?": verdicts}, index=pd.Index(model.ASKS, name="Question"))
    draw = partial(figures.citations, claims=model.failure_claims(), asks=model.ASKS, chosen=claim, asked=asked)
    return View(table, says.what_is_known(claim, asked), draw)


@explorer(
    definition=Choice("Failing is", model.DEFINITIONS.keys()),
    denominator=Choice("Counted are", model.DENOMINATORS.keys()),
    method=Choice("How", model.METHODS.keys()),
)
def what_counts_as_failing(definition: str, denominator: str, method: str) -> View:
    """One portfolio, many failure rates."""
    way = (definition, denominator, method)
    rates = model.failure_rates()
    here = rates.xs(definition, level="definition").reset_index()
    rows = [f"{each}, {how}" for each, how in zip(here["denominator"], here["method"], strict=True)]
    columns = {"Failing": here["failing"], "Counted": here["counted"], "Rate (%)": in_percent(here["rate"]).round(1)}
    table = pd.DataFrame(columns).set_axis(pd.Index(rows, name=f"Failing is: {definition}"))
    draw = partial(figures.ways_of_counting, judged=model.judged(*way), rates=rates, rate=model.failure_rate(*way))
    return View(table, says.what_is_counted(way, rates), draw)


ask_first = Question(TEXTS, "ask_first")
all_twelve = Question(TEXTS, "all_twelve")
after_the_demo = Question(TEXTS, "after_the_demo")
which_cause = Question(TEXTS, "which_cause")
portfolio_of_six = Question(TEXTS, "portfolio_of_six")

EXPLORERS = (portfolio, check_the_citation, what_counts_as_failing, remove_causes)
PREDICTIONS = (at_least_one, all_three_stated)
QUESTIONS = (ask_first, all_twelve, after_the_demo, which_cause, portfolio_of_six)
TASKS = ()
FORMS = ()
PROGRESS = Progress([*PREDICTIONS, *QUESTIONS])
