"""What is hard in machine learning, and who could tell: a forecast that failed, a rule of thumb, three kinds of hard.

The lecture's lists are of 2021 (Full Stack Deep Learning, Spring 2021, lecture 5, prioritizing part). What has become
of them since is not the lecture's: each verdict carries the source that it rests on.
"""

from dataclasses import dataclass

import pandas as pd

from mlprojects import checks

MADE, HORIZON, WON = 1997, 100, 2016
"""Go: the year of the forecast, the years it gave, and the year in which a program beat one of the best players.

Forecast: Piet Hut, an astrophysicist, in the New York Times, 1997: perhaps a hundred years, perhaps more. Outcome:
AlphaGo beat Lee Sedol by four games to one in March 2016, and before him Fan Hui, Europe's champion, in October 2015;
the method is in Silver et al., Nature 529 (2016), p. 484.
"""
SUPPORTS, CONTRADICTS, SILENT = "supports it", "contradicts it", "it says nothing"


@dataclass(frozen=True)
class Task:
    """Something that people can do, beside the rule "what takes a person a second of thought can be automated".

    Attributes:
        name: The task.
        instant: Whether people do it within about a second.
        worked: Whether machine learning did it well in 2021.
        about: A few words on what it takes.
    """

    name: str
    instant: bool
    worked: bool
    about: str

    @property
    def verdict(self) -> str:
        """Whether it supports the rule or contradicts it; of what takes longer, the rule says nothing."""
        if not self.instant:
            return SILENT
        return SUPPORTS if self.worked else CONTRADICTS


TASKS = (
    Task("say what is in a picture", instant=True, worked=True, about="learnt from millions of labelled pictures"),
    Task("write down clear speech", instant=True, worked=True, about="learnt from very many hours with transcripts"),
    Task("grasp a thing", instant=True, worked=True, about="the task of our robot"),
    Task("notice sarcasm", instant=True, worked=False, about="it takes the situation, the speaker, and the world"),
    Task("turn a pen in one hand", instant=True, worked=False, about="many contacts that come and go"),
    Task("know a new animal again", instant=True, worked=False, about="from one picture, in views never seen"),
    Task("win at Go", instant=False, worked=True, about="people think for hours; programs win since 2016"),
    Task("prove a new theorem", instant=False, worked=False, about="people think for days; hard for programs in 2021"),
)
"""The one-second rule is Andrew Ng's ("What Artificial Intelligence Can and Can't Do Right Now", Harvard Business
Review, 2016), here as the lecture tells it. He hedges it: "probably", "either now or in the near future", of mental
tasks; and calls it imperfect himself. The first six tasks are the lecture's, the last two ours."""

KINDS = pd.DataFrame(
    {
        "instances": [
            "many dimensions; several right answers",
            "high precision; robustness",
            "inputs unlike those learnt from (out of distribution); reasoning, planning, causes",
        ],
        "examples": [
            "3-D reconstruction, video prediction, dialogue, open recommendation",
            "failing safely on the unknown, resisting attacks, precise poses",
            "rare cases in driving, control in driving, small data",
        ],
    },
    index=pd.Index(["complex output", "reliability required", "generalization required"], name="kind"),
)
"""Three kinds of hard problems. Source: Full Stack Deep Learning 2022, lecture 1."""

PYRAMID_TODAY = pd.DataFrame(
    {
        "lecture": [
            "labelled data decide what a project costs",
            "cost grows faster than the accuracy that is asked for",
            "look for published work; mind the cost of training and of use",
        ],
        "with a foundation model": [
            "a first version may need only a prompt and a few examples; cases to evaluate with get scarce, we think",
            "much as before, as we see it; the last errors stay expensive",
            "training may cost less, and use more; mind prices, delays, new versions, and data that leave the house",
        ],
    },
    index=pd.Index(["data availability", "accuracy requirement", "problem difficulty"], name="driver"),
)
"""An addition of ours to the lecture of 2021: what pretrained models change in the pyramid of cost drivers."""

NOW_EASY, PARTLY, STILL = "no longer hard", "partly", "still hard"
LIST_2021 = pd.DataFrame(
    [
        ("news summaries", NOW_EASY, 2024, "Zhang et al., TACL 12 (2024), pp. 39-57"),
        ("questions on a paragraph", NOW_EASY, 2020, "SQuAD 2.0 leaderboard (Metaculus, question 6567)"),
        ("speech in real life", PARTLY, 2022, "arXiv:2212.04356 (Radford); 2412.19785 (Tripathi)"),
        ("how a video goes on", PARTLY, 2025, "Motamed et al., arXiv:2501.09038"),
        ("attacked pictures", STILL, 2024, "Bartoldson et al., arXiv:2404.09349"),
        (
            "contest mathematics",
            NOW_EASY,
            2025,
            "Olympiad 2025, confirmed by the IMO's president",
        ),
        ("word puzzles", NOW_EASY, 2025, "arXiv:2412.01621; lechmazur/nyt-connections"),
        ("Bongard problems", STILL, 2025, "Wüst et al., arXiv:2410.19546, and its page"),
        ("turning a thing in one hand", STILL, 2025, "Li et al., arXiv:2507.11840"),
    ],
    columns=["item", "today", "year", "source"],
).set_index("item")
"""Items of the lecture's list of what was hard in 2021, for which there is a clear answer: `today` is our verdict,
`year` that of the source. Items on which experts differ are left out. The last is not on that list: it is the lecture's
example against the one-second rule."""


def tally() -> "pd.Series[int]":
    """How many of `LIST_2021` are no longer hard, partly, and still hard, in this order."""
    return LIST_2021["today"].value_counts().reindex([NOW_EASY, PARTLY, STILL]).rename("items")


def verdicts() -> dict[str, int]:
    """How many of `TASKS` support the one-second rule, contradict it, and are none of its business."""
    return {verdict: sum(each.verdict == verdict for each in TASKS) for verdict in (SUPPORTS, CONTRADICTS, SILENT)}


def go(year: int) -> pd.Series:
    """The forecast on Go, seen in a year.

    Args:
        year: From 1997 on.

    Returns:
        `passed` (years since the forecast), `told` (years that it still gave), `true` (years that it still took; 0 once
        it was won).

    Raises:
        TypeError: If the year is no number.
        ValueError: If it is not whole, or before the forecast.
    """
    now = checks.whole("The year", year, MADE)
    return pd.Series({"passed": now - MADE, "told": max(MADE + HORIZON - now, 0), "true": max(WON - now, 0)}, name=now)


def one_second() -> pd.DataFrame:
    """The tasks beside the rule.

    Returns:
        Index `task`; columns `instant`, `worked`, `verdict` and `about`.
    """
    rows = [
        {"task": t.name, "instant": t.instant, "worked": t.worked, "verdict": t.verdict, "about": t.about}
        for t in TASKS
    ]
    return pd.DataFrame(rows).set_index("task")


def task(name: str) -> Task:
    """One task by its name.

    Raises:
        ValueError: If there is none; the sentence names those there are.
    """
    checks.one_of("The task", name, [each.name for each in TASKS])
    return next(each for each in TASKS if each.name == name)
