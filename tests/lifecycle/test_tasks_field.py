"""The task of the part "field": any way to the answer passes, and what cases and mistakes say is true."""

import pandas as pd
import pytest
from mlprojects.lifecycle import lesson_field, tasks_field

TASK = lesson_field.broken


def by_loop(old, new, limits):
    names = []
    for name, row in old.iterrows():
        before = all(row[metric] <= limit for metric, limit in limits.items())
        now = all(new.loc[name, metric] <= limit for metric, limit in limits.items())
        if before and not now:
            names.append(name)
    return names


def by_frames(old, new, limits):
    bounds = pd.Series(limits)
    new = new.reindex(old.index)
    return old.index[(old <= bounds).all(axis=1) & (new > bounds).any(axis=1)]


@pytest.mark.parametrize("answer", [tasks_field.broken, by_loop, by_frames])
def test_equivalent_answers_pass(answer):
    assert TASK.grade(answer).result == "right"


def test_no_two_answers_agree_on_all_cases():
    functions = [tasks_field.broken, *(mistake.function for mistake in tasks_field.MISTAKES)]
    results = [str([function(*case.args) for case in tasks_field.CASES]) for function in functions]
    assert len(set(results)) == len(results)


def test_untouched_is_not_attempted_and_an_accident_is_told():
    assert TASK.grade(...).result == "not attempted"
    assert TASK.grade(lambda old, new, limits: old["positions"]).result == "wrong"


def test_the_reasons_quote_the_cases_right():
    old, turned, shifted, limits = tasks_field.OLD, tasks_field.TURNED, tasks_field.SHIFTED, tasks_field.LIMITS
    whys = [case.kwargs.get("why", "") or case.why for case in tasks_field.CASES]
    angle, position = "handle covered", "at the edge"
    assert f"from {old['angle'][angle]:g} to {turned['angle'][angle]:g} degrees, and {limits['angle']:g} are" in whys[0]
    assert (
        f"from {old['position'][position]:g} to {shifted['position'][position]:g} cm, and {limits['position']:g} are"
        in whys[1]
    )
    assert (tasks_field.WORSE["position"] - old["position"]).round(9).eq(2).all()
    for better in (turned, shifted, tasks_field.SAFE):
        assert (better.mean() < old.mean()).all()
    assert tasks_field.SAFE.loc[angle].to_dict() == limits
