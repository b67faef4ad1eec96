"""The prioritizing lesson, part "judgement": where impact comes from, what is hard, and the seven steps."""

import dataclasses
from functools import partial

import pandas as pd

from mlprojects.engine import Choice, Prediction, Slider, Switch, View, explorer
from mlprojects.words import capital, in_percent, percent

from . import adoption, figures_judgement, figures_pyramid, figures_steps, forecasts, robot_steps, says_judgement, steps
from .texts import TEXTS

FOUND = {
    "nothing that stops": robot_steps.NOTHING,
    "1: a chute turns every mug the same way": robot_steps.CHUTE,
    "2: no number is agreed": robot_steps.NO_NUMBER,
    "3: cameras film people who were not asked": robot_steps.CAMERAS,
}
GOES_ON = ("found", robot_steps.NOTHING)
WITHIN = {f"{cm:g} cm, {robot_steps.NEEDED_DEGREES:g}°": cm for cm in (robot_steps.NEEDED_CM, robot_steps.STRICT_CM)}
YEARS = (1997, 2000, 2005, 2010, 2015, 2016, 2021)


def _rules_reach() -> float:
    return round(in_percent(robot_steps.share(robot_steps.SCRIPT, "lab")))


def _which_kind() -> str:
    """Under which kind the examples have driving's rare cases."""
    return str(forecasts.KINDS.index[forecasts.KINDS["examples"].str.contains("rare cases in driving")][0])


rules_reach = Prediction(TEXTS, "rules_reach", truth=_rules_reach)
go_years = Prediction(TEXTS, "go_years", truth=lambda: forecasts.WON - forecasts.MADE)
top_use = Prediction(TEXTS, "top_use", truth=lambda: float(adoption.USES["percent"].max()))
against_the_rule = Prediction(TEXTS, "against_the_rule", truth=lambda: forecasts.verdicts()[forecasts.CONTRADICTS])
rare_cases = Prediction(TEXTS, "rare_cases", truth=_which_kind)


@explorer(
    after=rules_reach,
    step=Slider("Step", values=tuple(each.number for each in steps.STEPS)),
    found=Choice("Steps 1 to 3 find", FOUND),
    place=Choice("Place", list(robot_steps.PLACES), when=GOES_ON),
    labelled_by=Choice("Labels by", robot_steps.LABELS, when=GOES_ON),
    success=Choice("Right poses agreed on", {percent(x): x for x in robot_steps.LEVELS}, default=0.8, when=GOES_ON),
    within=Choice("Right means within", WITHIN, when=GOES_ON),
)
def seven_steps(  # noqa: PLR0913 - one argument a control
    *, step: int, found: str, place: str, labelled_by: str, success: float, within: float
) -> View:
    """Does the robot need machine learning? Seven steps."""
    walk = robot_steps.walk(found, place, labelled_by, success, within)
    shares = robot_steps.shares(place, labelled_by, within)
    table = walk.table(step)
    draw = partial(
        figures_steps.seven_steps,
        table=table,
        step=step,
        asks=steps.STEPS[step - 1].asks,
        leaves=says_judgement.what_a_step_leaves(walk, step, shares),
        ended=walk.last.step if walk.at(step) is None else None,
        shares=shares,
        success=success,
        photos=figures_steps.Shown(
            robot_steps.photos(place).images[:4], robot_steps.lines(robot_steps.benchmark(labelled_by)[:4]), place
        ),
    )
    shown = table.rename(columns=str.capitalize).rename_axis("Step")
    return View(shown, says_judgement.what_a_step_finds(walk, step, shares), draw)


@explorer(
    after=top_use,
    use=Choice("Use", list(adoption.USES.index)),
    beside=Switch("Beside it: firms with no model in use"),
)
def what_others_do(use: str, *, beside: bool) -> View:
    """What do others use machine learning for?"""
    uses = adoption.intervals()
    table = pd.DataFrame(
        {
            "Percent": uses["percent"],
            "Of": "persons asked",
            "Chance leaves open": [
                f"{low:.0f} to {high:.0f} %" for low, high in zip(uses["low"], uses["high"], strict=True)
            ],
            "Where we found it": uses["seen"],
        }
    )
    if beside:
        none = dict(zip(table.columns, (adoption.NONE_DEPLOYED, "firms", "not known", adoption.REPORTED), strict=True))
        table = pd.concat([table, pd.DataFrame(none, index=["no model in use"])])
    table = table.rename(index=capital).rename_axis("Use")
    draw = partial(figures_judgement.uses, uses=uses, chosen=use, none=adoption.NONE_DEPLOYED if beside else None)
    says = says_judgement.how_many_name_it(use, adoption.read(use), adoption.not_apart(use), beside=beside)
    return View(table, says, draw)


@explorer(after=against_the_rule, task=Choice("Task", [each.name for each in forecasts.TASKS]))
def one_second_rule(task: str) -> View:
    """Can a machine do what takes us one second?"""
    table = forecasts.one_second()
    chosen = forecasts.task(task)
    shown = table.rename(
        columns={
            "instant": "In a second",
            "worked": "Worked in 2021",
            "verdict": "The rule",
            "about": "What it takes",
        }
    )
    shown = shown.rename(index=capital).rename_axis("Task")
    draw = partial(figures_judgement.one_second, tasks=table, chosen=task)
    return View(shown, says_judgement.what_the_rule_says(chosen), draw)


@explorer(after=go_years, year=Slider("Asked in", values=YEARS))
def forecast_of_go(year: int) -> View:
    """When will a computer win at Go?"""
    seen = forecasts.go(year)
    ends = [forecasts.MADE + forecasts.HORIZON, forecasts.WON]
    table = pd.DataFrame(
        {"Year of the win": [str(end) for end in ends], "Years until then": [seen["told"], seen["true"]]},
        index=pd.Index(["Forecast of 1997", "What happened"], name="Source"),
    )
    draw = partial(figures_judgement.go, made=forecasts.MADE, ends=ends, year=year)
    return View(table, says_judgement.how_far_off_it_was(year, seen), draw)


@explorer(after=rare_cases, kind=Choice("Kind", list(forecasts.KINDS.index)))
def kinds_of_hard(kind: str) -> View:
    """Which three kinds of problems are hard?"""
    table = forecasts.KINDS.rename(index=capital, columns=str.capitalize).rename_axis("Kind")
    draw = partial(figures_pyramid.kinds, kinds=forecasts.KINDS, chosen=kind)
    return View(table, says_judgement.what_kind_it_is(kind), draw)


@explorer(
    driver=Choice("Driver of cost", list(forecasts.PYRAMID_TODAY.index)),
    today=Switch("With a foundation model (our addition)"),
)
def pyramid_today(driver: str, *, today: bool) -> View:
    """What do foundation models change in the pyramid?"""
    told = forecasts.PYRAMID_TODAY if today else forecasts.PYRAMID_TODAY[["lecture"]]
    table = told.rename(index=capital, columns={"lecture": "In the lecture", "with a foundation model": "Added by us"})
    draw = partial(figures_pyramid.pyramid_today, drivers=told, chosen=driver)
    return View(table.rename_axis("Driver"), says_judgement.what_drives_cost(driver, today=today), draw)


def own_steps(**answers: object) -> str:
    """The seven steps of a learner's own project, a line a step; or one sentence that says which answer cannot be.

    Args:
        answers: Those of `steps.Answers`, by name; `ceiling` and `reached` may be left out.
    """
    fields = {field.name: field.default is dataclasses.MISSING for field in dataclasses.fields(steps.Answers)}
    unknown = [name for name in answers if name not in fields]
    missing = [name for name, needed in fields.items() if needed and name not in answers]
    if unknown or missing:
        return says_judgement.which_answer(unknown, missing, list(fields))
    try:
        findings = steps.assess(steps.Answers(**answers))  # type: ignore[arg-type]  # checked by Answers itself
    except (TypeError, ValueError) as wrong:
        return str(wrong)
    return says_judgement.line_by_line(findings)
