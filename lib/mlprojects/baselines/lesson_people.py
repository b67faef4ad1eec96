"""The baselines lesson, part "people": where to look, fair comparisons, crowds, and what labels cost."""

from functools import cache, partial

import pandas as pd

from mlprojects.engine import Choice, Prediction, Slider, Switch, View, explorer
from mlprojects.engine.controls import Control
from mlprojects.words import capital, in_percent, percent

from . import budget as budgets
from . import crowd as crowds
from . import figures_crowd, published, says_people, sources, unequal
from . import figures_people as figures
from .texts import TEXTS

VOTERS = (1, 2, 3, 5, 9, 25)
SKILLS = (0.4, 0.6, 0.7, 0.8, 0.9)
CORRELATIONS = (0.0, 0.2, 0.5, 1.0)
KNOWN = (0.7, 0.8, 0.95)
FIELDS = {"X-rays (made up)": published.XRAYS, "ImageNet": published.IMAGENET, "CIFAR-10": published.CIFAR}
PRICES = {f"${price:g}": price for price in budgets.EXPERT_PRICES}
WAYS = {capital(way): way for way in budgets.WAYS}


def _who_decides() -> str:
    shares = unequal.ways(5, 0.8)
    asked = shares[[unequal.MAJORITY, unequal.BEST, unequal.WEIGHED]]
    options: list[str] = TEXTS.entry("predictions", "who_decides")["options"]
    return options[asked.index.tolist().index(asked.idxmax())]


def _best_spent() -> str:
    options: list[str] = TEXTS.entry("predictions", "best_spent")["options"]
    ways = [budgets.ONE, budgets.THREE, budgets.EXPERT, budgets.MIXED]
    return options[ways.index(budgets.best(budgets.purchases(200), budgets.TRAINING))]


nine_voters = Prediction(TEXTS, "nine_voters", truth=lambda: round(in_percent(crowds.majority(0.7, 9, 0.5))))
who_decides = Prediction(TEXTS, "who_decides", truth=_who_decides)
best_spent = Prediction(TEXTS, "best_spent", truth=_best_spent)


@explorer(
    family=Choice("Where to look", [each.name for each in sources.FAMILIES]),
    trap=Switch("How it misleads"),
)
def where_to_look(family: str, *, trap: bool) -> View:
    """Where does a baseline come from?"""
    table = sources.table()
    shown = table.rename(
        columns={"side": "Side", "tells": "What it tells", "effort": "Effort (ours)", "robot": "For the robot"}
    )
    shown = shown.drop(columns="For the robot" if trap else "trap").rename(columns={"trap": "How it misleads"})
    draw = partial(figures.where_to_look, families=table, chosen=family)
    says = says_people.where_it_stands(sources.family(family), trap=trap)
    return View(shown.rename(index=capital).rename_axis("Family"), says, draw)


@explorer(
    after=nine_voters,
    skill=Slider("Each is right in", values=SKILLS, default=0.7, format=percent),
    voters=Slider("Voters", values=VOTERS, default=9),
    correlation=Slider("Correlation (share of cases with one common answer)", values=CORRELATIONS, default=0.5),
)
def crowd(*, skill: float, voters: int, correlation: float) -> View:
    """How good is a crowd?"""
    most = crowds.best_possible(skill, correlation)
    rights = crowds.majority(skill, voters, correlation), crowds.majority(skill, voters), most
    table = pd.DataFrame(
        {
            "Right (%)": [
                in_percent(skill),
                in_percent(rights[0]),
                in_percent(crowds.simulated(skill, voters, correlation)),
                in_percent(most),
            ]
        },
        index=pd.Index(["One person", "Majority", "Majority, simulated", "Majority of very many"], name="Who decides"),
    )
    draw = partial(
        figures_crowd.crowd,
        curves=_curves(skill, correlation).apply(in_percent),
        limit=in_percent(most),
        votes=crowds.tally(skill, voters, correlation).assign(share=lambda votes: in_percent(votes["share"])),
        voters=voters,
        right=in_percent(rights[0]),
    )
    return View(table.round(1), says_people.what_the_crowd_gains(skill, voters, correlation, rights), draw)


@explorer(
    after=who_decides,
    guessers=Slider("Of nine people guess", values=tuple(range(unequal.VOTERS)), default=5),
    skill=Slider("The others are right in", values=KNOWN, default=0.8, format=percent),
    guesses=Choice("They guess", unequal.GUESSES, when=("guessers", tuple(range(2, unequal.VOTERS)))),
)
def unequal_crowd(*, guessers: int, skill: float, guesses: str) -> View:
    """Whom should one believe, when some only guess?"""
    shares, blur = unequal.ways(guessers, skill, guesses), unequal.blur(guessers, skill, guesses)
    table = pd.DataFrame({"Right (%)": in_percent(shares).round()}).rename(index=capital).rename_axis("Who decides")
    draw = partial(
        figures_crowd.unequal_crowd, shares=_by_guessers(skill, guesses).apply(in_percent), guessers=guessers
    )
    return View(table, says_people.who_should_decide(guessers, skill, guesses, shares, blur), draw)


@explorer(
    after=best_spent,
    budget=Slider("Budget", values=budgets.BUDGETS, default=200, format="${:g}"),
    purpose=Choice("The labels are", budgets.PURPOSES),
    way=Choice("Labelled by", WAYS),
    expert_price=Choice("An expert's label costs", PRICES),
)
def spend(*, budget: float, purpose: str, way: str, expert_price: float) -> View:
    """What does a budget for labels buy?"""
    bought = budgets.purchases(budget, expert_price=expert_price)
    best = budgets.best(bought, purpose)
    training = purpose == budgets.TRAINING
    told = {
        "Labels": bought["images"],
        "Wrong labels (%)": in_percent(bought["wrong"]).round(1),
        "Errors of the classifier (%)" if training else "Measurement off by (points)": in_percent(
            bought["error" if training else "off"]
        ).round(1),
    }
    draw = partial(
        figures.spend,
        images=bought["images"],
        wrong=in_percent(bought["wrong"]),
        worth=in_percent(bought["error" if training else "off"]),
        margin=in_percent(bought["margin"]) if training else None,
        chosen=way,
        title="Errors of a classifier trained on them" if training else "How far off a measured error is",
        unit="%" if training else "points",
    )
    table = pd.DataFrame(told).rename(index=capital).rename_axis("Labelled by")
    return View(table, says_people.what_is_bought(bought, way, best, budget, purpose), draw)


def _asked(field: str) -> Control:
    """Those of whom a field has a number."""
    return Choice("Who answers", {capital(str(who)): who for who in published.of(field).index}, when=("field", field))


@explorer(
    field=Choice("Field", FIELDS),
    xrays=_asked(published.XRAYS),
    imagenet=_asked(published.IMAGENET),
    cifar=_asked(published.CIFAR),
)
def human_ladder(field: str, *, xrays: str, imagenet: str, cifar: str) -> View:
    """How well do people do?"""
    people = published.of(field)
    who = {published.XRAYS: xrays, published.IMAGENET: imagenet, published.CIFAR: cifar}[field]
    table = pd.DataFrame(
        {
            "Rung": [capital(published.RUNGS[place]) for place in people["rung"]],
            "Wrong (%)": people["error"].round(2),
            "How measured": people["about"],
            "Source": people["source"],
        }
    ).rename(index=capital)
    draw = partial(
        figures.human_ladder,
        people=people,
        rungs=published.RUNGS,
        chosen=who,
        model=published.GOOGLENET if field == published.IMAGENET else None,
        title=next(text for text, name in FIELDS.items() if name == field),
        sources="; ".join(dict.fromkeys(people["short"])),
    )
    says = says_people.what_people_reach(field, who, people, published.best_proxy(field))
    return View(table.rename_axis("Who"), says, draw)


@cache
def _curves(skill: float, correlation: float) -> pd.DataFrame:
    """Share of right majorities by odd numbers of voters: `independent`, and `correlated` as chosen."""
    odd = list(range(1, VOTERS[-1] + 1, 2))
    values = [(crowds.majority(skill, n), crowds.majority(skill, n, correlation)) for n in odd]
    return pd.DataFrame(values, index=pd.Index(odd, name="voters"), columns=["independent", "correlated"])


@cache
def _by_guessers(skill: float, guesses: str) -> pd.DataFrame:
    """Share of right answers by number of guessers, a column a way."""
    rows = {number: unequal.ways(number, skill, guesses) for number in range(unequal.VOTERS)}
    return pd.DataFrame(rows).T
