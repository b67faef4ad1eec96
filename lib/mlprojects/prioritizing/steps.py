"""The seven steps that come before a machine-learning project, as one decision: go on, or stop and say why.

The steps and their order are the lecture's (Full Stack Deep Learning, Spring 2021, lecture 5, prioritizing part). What
counts as an answer to each, and what stops an assessment, is ours. Left out: money, time, and whether the team can do
it; the lecture treats them elsewhere.
"""

import math
from dataclasses import dataclass

import pandas as pd

from mlprojects import binomial, checks
from mlprojects.words import count, percent

GO, CARE, STOP, NO_ML = "go on", "go on, with care", "stop", "you do not need ML"
VERDICTS = (GO, CARE, STOP, NO_ML)
WIDE = 0.1
"""Ours: a benchmark that leaves a share open by more than this calls for care."""
MOST_PERCENT = 100


@dataclass(frozen=True)
class Step:
    """One step.

    Attributes:
        number: From 1 to 7.
        name: A few words for a picture.
        asks: The question of the step.
    """

    number: int
    name: str
    asks: str


STEPS = (
    Step(1, "Need for ML", "Is there a way without machine learning that is good enough?"),
    Step(2, "Success", "Have all who decide agreed on a number that means success?"),
    Step(3, "Ethics", "Whom could it harm, and is it settled what to do about that?"),
    Step(4, "Literature", "Has something similar been done, and how hard did it look?"),
    Step(5, "Benchmark", "Can a labelled test set be made quickly, with labels good enough to judge by?"),
    Step(6, "Simple version", "How far do rules or a very simple model get?"),
    Step(7, "Need for ML again", "Is the simple version good enough?"),
)


@dataclass(frozen=True)
class Answers:
    """What a team has found out, step by step; a step that is never reached may keep any answer.

    Attributes:
        without_ml: Step 1: whether a way without machine learning is good enough.
        success: Step 2: the share of cases that must be right, from 0 to 1; None if nobody agreed on one.
        harm_settled: Step 3: whether it is settled whom it could harm and what is done about that.
        published: Step 4: whether something similar has been published.
        reached: Step 4: whether that is as good as is needed here; of no matter if nothing was published.
        labelled: Step 5: how many cases of a benchmark could be labelled quickly.
        simple: Step 6: the share of those that a simple version gets right; None if none was tried.
        ceiling: Step 5: the share that a perfect answer would get with these labels; 1 if they are right.
    """

    without_ml: bool
    success: float | None
    harm_settled: bool
    published: bool
    labelled: int
    simple: float | None
    ceiling: float = 1.0
    reached: bool = True

    def __post_init__(self) -> None:
        """Refuse answers that cannot be.

        Raises:
            TypeError: If a share or the number of cases is no number, or another answer is neither True nor False.
            ValueError: If a share is not from 0 to 1, or the number of cases is negative or not whole.
        """
        for name in ("without_ml", "harm_settled", "published", "reached"):
            answer = getattr(self, name)
            if not isinstance(answer, bool):
                raise TypeError(f"`{name}` must be True or False; got {answer!r}.")
        for name in ("success", "simple"):
            if getattr(self, name) is not None:
                _share(name, getattr(self, name))
        _share("ceiling", self.ceiling)
        checks.whole("`labelled`, the number of labelled cases,", self.labelled, 0)


@dataclass(frozen=True)
class Finding:
    """What one step says.

    Attributes:
        step: From 1 to 7.
        verdict: One of `VERDICTS`.
        reason: One sentence.
    """

    step: int
    verdict: str
    reason: str

    @property
    def ends(self) -> bool:
        """Whether the assessment is over here, step 7 aside."""
        return self.verdict in {STOP, NO_ML}


def assess(answers: Answers) -> tuple[Finding, ...]:
    """The findings in order, up to the first that stops; seven if none does, or only the last.

    Rules that clearly reach the agreed success win: more is not asked for. Where the labelled cases are too few to tell
    whether they do, the last step calls for care, on either side.
    """
    findings: list[Finding] = []
    for step, find in enumerate((_need, _success, _ethics, _literature, _benchmark, _simple, _again), 1):
        verdict, reason = find(answers)
        findings.append(Finding(step, verdict, reason))
        if findings[-1].ends:
            break
    return tuple(findings)


def table(answers: Answers) -> pd.DataFrame:
    """The findings of `assess` as a frame: index `step` (number and name); columns `verdict` and `reason`."""
    findings = assess(answers)
    names = [f"{finding.step} {STEPS[finding.step - 1].name}" for finding in findings]
    rows = {"verdict": [each.verdict for each in findings], "reason": [each.reason for each in findings]}
    return pd.DataFrame(rows, index=pd.Index(names, name="step"))


def uncertainty(cases: int) -> float:
    """How far a share measured on so many cases is open, either way: twice its standard error, where that is largest.

    Raises:
        TypeError: If the number is none.
        ValueError: If it is below 1.
    """
    return 1 / math.sqrt(checks.whole("The number of cases", cases, 1))


def interval(share: float, cases: int) -> tuple[float, float]:
    """Between which shares the true one is, by the exact binomial interval at 95 % confidence; low and high.

    Args:
        share: What was measured, from 0 to 1.
        cases: On how many; at least 1.

    Raises:
        TypeError: If a number is none.
        ValueError: If it is out of range.
    """
    size = checks.whole("The number of cases", cases, 1)
    return binomial.interval(checks.number("The share", share, 0, 1) * size, size)


def _share(name: str, value: object) -> None:
    """Refuse what is no share, and say to whoever gives percent how to write it."""
    number = checks.number(f"`{name}`", value)
    if 1 < number <= MOST_PERCENT:
        raise ValueError(f"`{name}` must be a share from 0 to 1: give {number / MOST_PERCENT:g} for {number:g} %.")
    checks.number(f"`{name}`", value, 0, 1)


def _need(answers: Answers) -> tuple[str, str]:
    if answers.without_ml:
        return NO_ML, "A way without it is good enough, and nothing has to be trained or kept up."
    return GO, "No way without ML is known to be good enough."


def _success(answers: Answers) -> tuple[str, str]:
    if answers.success is None:
        return STOP, "Nobody agreed what success is, so nothing could ever count as one. Agree on a number first."
    return GO, f"It is agreed: {percent(answers.success)} of the cases must be right."


def _ethics(answers: Answers) -> tuple[str, str]:
    if not answers.harm_settled:
        return STOP, "It is open whom this could harm. That has to be settled before anything is built, not after."
    return GO, "It is settled whom it could harm, and what is done about that."


def _literature(answers: Answers) -> tuple[str, str]:
    if not answers.published:
        return CARE, "Nothing similar has been published: plan it as research, with a date to look again."
    if not answers.reached:
        return CARE, "Similar work has been published, but not as good as is needed: what is missing is research."
    return GO, "Similar work has been published, so it can be done somewhere."


def _benchmark(answers: Answers) -> tuple[str, str]:
    if not answers.labelled:
        return STOP, "Not even a small test set could be labelled quickly: data will hold the project up for good."
    if answers.success is not None and answers.ceiling < answers.success:
        return STOP, (
            f"With these labels a perfect answer would be called right in {percent(answers.ceiling)} of the cases, "
            f"so {percent(answers.success)} cannot be shown. Better labels come first."
        )
    wide = uncertainty(answers.labelled)
    fix = "fixes" if answers.labelled == 1 else "fix"
    told = f"{count(answers.labelled, 'labelled case')} {fix} a share to about {100 * wide:.0f} points either way"
    if wide > WIDE:
        return CARE, f"{told}; label more before a close call."
    return GO, f"{told}."


def _simple(answers: Answers) -> tuple[str, str]:
    if answers.simple is None:
        return STOP, "No simple version was tried, so nobody knows what a model would have to beat. Try rules first."
    return GO, f"A simple version gets {percent(answers.simple)} of the cases right."


def _again(answers: Answers) -> tuple[str, str]:
    if answers.simple is None or answers.success is None:  # steps 2 and 6 have stopped before
        raise ValueError("Step 7 needs the agreed success and the share of the simple version.")
    told = f"{percent(answers.simple)} against {percent(answers.success)} agreed"
    low, high = interval(answers.simple, answers.labelled)
    if answers.success < low:
        return NO_ML, f"The simple version is good enough ({told}). Ship it and move on."
    if answers.success <= high:
        cases = f"on {count(answers.labelled, 'case')}"
        if answers.simple >= answers.success:
            return CARE, f"The simple version seems good enough ({told}, {cases}): label more before you rely on it."
        return CARE, f"The simple version may be good enough ({told}, {cases}): label more before you pay for a model."
    return GO, f"The simple version is not enough ({told}): ML may have something to add, and has a number to beat."
