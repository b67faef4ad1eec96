"""The archetypes lesson, part "claims": what failure rate can be claimed, what waiting costs, when to ask a person."""

from functools import cache, partial

import pandas as pd

from mlprojects.engine import Choice, Prediction, Question, Slider, Switch, Task, View, explorer
from mlprojects.words import capital, count, in_percent, percent

from . import asking, claims, figures_asking, figures_claims, miles, picking, says_claims, tasks_claims
from .texts import TEXTS

FAILURES = (0, 1, 2, 3, 4, 5)
TRIALS = (30, 100, 300, 1000, 3000, 10000, 30000)
CONFIDENCES = (0.9, 0.95, 0.99)
CLAIM = 0.01
"""The rate whose trials the table counts."""
CARS = (100, 1000, 10000)
SPEEDS = (miles.SPEED, 50)
GOALS = {
    "show that their rate is not above people's": True,
    f"measure their rate, to within {percent(miles.PRECISION)}": False,
}
TRUTHS = {
    "half as dangerous as people": 0.5,
    "10 % safer than people": 0.9,
    "20 % more dangerous than people": 1.2,
    "twice as dangerous as people": 2.0,
}
PROOFS = (1, 5, 12)
PROMISES = (0.05, 0.03, 0.02)
ASKED_FOR = 0.03
"""The promise that `share_asked` is about."""
IMAGES = (150, 300, 600)
STARTED = 0.05, 300
"""Promise and number of images that `promises_kept` is about."""
WAITED = 1.2, 12, miles.ON_ROAD
"""The cars of `release_or_wait`."""


def _share_asked() -> float:
    table = _validated()
    return float(round(in_percent(table["asked"].to_dict()[asking.cheapest_threshold(table, ASKED_FOR)])))


thousand_clean = Prediction(TEXTS, "thousand_clean", truth=lambda: round(in_percent(claims.upper_bound(0, 1000)), 1))
years_to_drive = Prediction(TEXTS, "years_to_drive", truth=lambda: round(miles.years(miles.show("deaths")), 1))
release_or_wait = Prediction(TEXTS, "release_or_wait", truth=lambda: miles.outlook(*WAITED).whole()["now"])
share_asked = Prediction(TEXTS, "share_asked", truth=_share_asked)
promises_kept = Prediction(
    TEXTS, "promises_kept", truth=lambda: int(picking.promises(picking.ON_TEST, *STARTED)["kept"].sum())
)


@explorer(
    after=thousand_clean,
    failures=Slider("Failures seen", values=FAILURES),
    trials=Slider("Trials", values=TRIALS, default=1000, format="{:,}"),
    confidence=Slider("Confidence", values=CONFIDENCES, default=0.95, format=percent),
)
def failure_rate(*, failures: int, trials: int, confidence: float) -> View:
    """What failure rate can you claim?"""
    bounds, needed = _bounds(confidence)
    seen = claims.seen(FAILURES, trials, confidence)
    bound = float(bounds[failures].to_dict()[trials])
    table = pd.DataFrame(
        {
            "Failed (%)": in_percent(seen["rate"]).round(3),
            "Claim: at most (%)": seen["bound"].map(partial(says_claims.rounded_up, decimals=3)),
            "Trials to claim 1 %": needed,
        }
    )
    draw = partial(
        figures_claims.failure_rate,
        bounds=bounds,
        failures=failures,
        trials=trials,
        bound=says_claims.at_most(bound),
        chances=claims.chances(trials, bound),
        tail=f"{percent(1 - confidence)} of all tests",
    )
    says = says_claims.what_may_be_claimed(failures, trials, confidence, bound, needed[failures])
    return View(table.rename_axis("Failures"), says, draw)


@explorer(
    after=years_to_drive,
    event=Choice("Event", list(miles.EVENTS.index)),
    shows=Choice("Aim", GOALS),
    cars=Slider("Cars", values=CARS, format="{:,}"),
    speed=Choice("Miles an hour", SPEEDS),
)
def miles_to_drive(*, event: str, shows: bool, cars: int, speed: int) -> View:
    """How far must cars drive to show that they are safe?"""
    far = {
        True: {name: miles.show(name) for name in miles.EVENTS.index},
        False: {name: miles.measure(name) for name in miles.EVENTS.index},
    }
    times = pd.DataFrame(
        {goal: [miles.years(far[goal][name], cars, speed) for name in miles.EVENTS.index] for goal in far},
        index=miles.EVENTS.index,
    )
    own = float(times[shows].to_dict()[event])
    table = pd.DataFrame(
        {
            "People, in 100 million miles": miles.EVENTS["per_100_million_miles"],
            "Miles to drive": pd.Series(far[shows]).map(says_claims.distance),
            "Time": times[shows].map(says_claims.span),
        }
    )
    draw = partial(
        figures_claims.miles_to_drive,
        times=times,
        told=table["Time"],
        event=event,
        shows=shows,
        title=f"How long {cars:,} cars drive",
    )
    says = says_claims.how_far_to_drive(
        event,
        shows=shows,
        miles=far[shows][event],
        years=own,
        cars=cars,
        events=miles.events_of_people(event, far[shows][event]),
    )
    return View(table.rename(index=capital).rename_axis("Event"), says, draw)


@explorer(
    after=release_or_wait,
    truth=Choice("In truth, the cars are", TRUTHS, default=WAITED[0]),
    learning=Choice("They learn", list(miles.LEARNING), default=WAITED[2]),
    proof=Slider("The proof takes", values=PROOFS, default=WAITED[1], format=lambda years: count(int(years), "year")),
)
def release_now(*, truth: float, learning: str, proof: int) -> View:
    """Release now, or wait for the proof?"""
    outlook = miles.outlook(truth, proof, learning)
    spans = {f"First {says_claims.EARLY} years (%)": says_claims.EARLY, f"All {miles.YEARS} years (%)": miles.YEARS}
    table = pd.DataFrame({words: outlook.whole(first) for words, first in spans.items()})
    table = table.rename(index={"now": "Release now", "proof": "Proof first"})
    draw = partial(figures_claims.release_now, by_year=outlook.by_year, totals=table)
    told = next(words for words, value in TRUTHS.items() if value == truth)
    says = says_claims.what_waiting_does(told, learning, outlook)
    return View(table.rename_axis("Deaths, of those with people only"), says, draw)


@explorer(
    after=share_asked,
    threshold=Slider("A person decides below", values=asking.THRESHOLDS, format=lambda sure: f"{100 * sure:g} % sure"),
    promise=Slider("Promised: errors of at most", values=PROMISES, default=ASKED_FOR, format=percent),
    confidence=Slider("Confidence", values=CONFIDENCES, default=0.95, format=percent),
    test=Switch("Judge on the test set"),
)
def ask_a_person(*, threshold: float, promise: float, confidence: float, test: bool) -> View:
    """When should the machine ask a person?"""
    part = asking.TEST if test else asking.VALIDATION
    frame = asking.by_threshold(asking.scores(part), asking.PERSON, confidence=confidence)
    held = asking.keeps(frame, promise, "error" if test else "bound")
    table = pd.DataFrame(
        {
            "Asked (%)": in_percent(frame["asked"]).round(1),
            "Wrong (%)": in_percent(frame["error"]).round(1),
            "At most (%)": frame["bound"].map(partial(says_claims.rounded_up, decimals=1)),
            "Cost": frame["cost"].round(2),
            "Promise kept" if test else "May be promised": held,
        }
    ).rename(index=lambda sure: f"{100 * sure:g} %")
    draw = partial(
        figures_asking.ask_a_person,
        table=frame,
        held=held,
        threshold=threshold,
        promise=promise,
        part=part,
        words={"bound": f"at most, at {percent(confidence)}", "cross": "promise broken" if test else "not allowed"},
        prices=f"an error: {asking.ERROR:g}, a person: {asking.PERSON:g}",
    )
    says = says_claims.what_asking_does(
        frame.T[threshold],
        threshold=threshold,
        promise=promise,
        confidence=confidence,
        part=part,
        cheaper=asking.cheapest_threshold(frame, promise) != threshold,
    )
    return View(table.rename_axis("Asked below"), says, draw)


@explorer(
    after=promises_kept,
    way=Choice("Picked", picking.WAYS),
    promise=Slider("Promised: errors of at most", values=PROMISES, default=STARTED[0], format=percent),
    images=Slider("Images to pick on", values=IMAGES, default=STARTED[1]),
)
def where_picked(*, way: str, promise: float, images: int) -> View:
    """How often is a promise kept?"""
    teams = picking.promises(way, promise, images)
    edge = picking.edge(promise)
    shown, beyond = picking.inside(teams, edge)
    summary = picking.summary(promise, images).apply(in_percent).round()
    draw = partial(
        figures_asking.where_picked, teams=shown, summary=summary, way=way, promise=promise, edge=edge, beyond=beyond
    )
    table = summary.astype(int).rename(
        index=capital,
        columns={
            "found": "Promise (%)",
            "reported": "Kept, as reported (%)",
            "kept": "Kept in truth (%)",
            "broken": "Broken in truth (%)",
            "automated": "Decided by the machine (%)",
        },
    )
    says = says_claims.who_keeps_it(summary.T[way], way, promise, images)
    return View(table.rename_axis("Picked"), says, draw)


trials_needed = Task(
    TEXTS,
    "trials_needed",
    expect=tasks_claims.trials_needed,
    cases=tasks_claims.TRIALS_CASES,
    mistakes=tasks_claims.TRIALS_MISTAKES,
)
threshold_for = Task(
    TEXTS,
    "threshold_for",
    expect=tasks_claims.threshold_for,
    cases=tasks_claims.THRESHOLD_CASES,
    mistakes=tasks_claims.THRESHOLD_MISTAKES,
)
one_may_fail = Question(TEXTS, "one_may_fail")
after_the_update = Question(TEXTS, "after_the_update")
least_cost = Question(TEXTS, "least_cost")
picked_on_the_test = Question(TEXTS, "picked_on_the_test")


@cache
def _bounds(confidence: float) -> tuple[pd.DataFrame, list[int]]:
    """Bounds by trials, a column a number of failures; and for each, the trials that a claim of `CLAIM` takes."""
    bounds = {failed: [claims.upper_bound(failed, n, confidence) for n in TRIALS] for failed in FAILURES}
    needed = [claims.trials_for(CLAIM, failed, confidence) for failed in FAILURES]
    return pd.DataFrame(bounds, index=TRIALS), needed


def _validated() -> pd.DataFrame:
    return asking.by_threshold(asking.scores(asking.VALIDATION), asking.PERSON)
