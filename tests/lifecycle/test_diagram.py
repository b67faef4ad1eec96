"""The diagram has all the lecture has: four phases, every pair of them as an arrow back, every reason, eleven steps."""

from itertools import combinations, pairwise

import pytest
from mlprojects.lifecycle import diagram, figures_diagram
from mlprojects.lifecycle.diagram import CROSS_PROJECT, LOOPS, ORDER, PHASES, STEPS, Loop, Phase, step


def parts(shown):
    return [*shown.phases, *shown.loops, *shown.shared]


def test_the_arrows_back_are_all_pairs_of_phases():
    assert {loop.arrow for loop in LOOPS} == {(later, earlier) for earlier, later in combinations(range(1, 5), 2)}
    assert [loop.number for loop in LOOPS] == [1, 2, 3, 4, 5, 6]
    assert [phase.number for phase in PHASES] == [1, 2, 3, 4]


def test_it_is_built_up_in_the_lectures_order():
    assert ORDER == (1, 2, (2, 1), 3, (3, 2), (3, 1), 4, (4, 3), (4, 2), (4, 1), "cross-project")
    assert STEPS == 11


def test_each_step_adds_one_thing_and_takes_nothing_away():
    for before, after in pairwise(step(number) for number in range(1, STEPS + 1)):
        old, now = parts(before), parts(after)
        added = [part for part in now if part not in old]
        assert [part for part in now if part in old] == old
        if isinstance(after.new, (Phase, Loop)):
            assert added == [after.new]
        else:
            assert added == list(CROSS_PROJECT) == list(after.new)


def test_an_arrow_never_comes_before_the_phases_it_joins():
    for number in range(1, STEPS + 1):
        shown = step(number)
        known = {phase.number for phase in shown.phases}
        assert all(set(loop.arrow) <= known for loop in shown.loops)


def test_the_last_step_shows_everything():
    shown = step(STEPS)
    assert (shown.phases, shown.loops, shown.shared) == (PHASES, LOOPS, CROSS_PROJECT)


@pytest.mark.parametrize(
    ("arrow", "words"),
    [
        ((2, 1), ["hard to get", "easier to label"]),
        ((3, 2), ["overfits", "unreliable"]),
        ((3, 1), ["too hard", "requirements pull against each other"]),
        ((4, 3), ["fails in the lab"]),
        ((4, 2), ["do not match", "more data", "hard cases"]),
        ((4, 1), ["metric does not drive", "how sure", "requirements"]),
    ],
)
def test_every_reason_of_the_lecture_is_there(arrow, words):
    (loop,) = [loop for loop in LOOPS if loop.arrow == arrow]
    assert len(loop.reasons) == len(words)
    for reason, word in zip(loop.reasons, words, strict=True):
        assert word in reason


@pytest.mark.parametrize("phase", PHASES, ids=lambda phase: phase.name)
def test_the_picture_names_the_activities_of_the_model(phase):
    drawn = " ".join(figures_diagram.ACTIVITIES[phase.number].split())
    assert drawn == "; ".join(phase.activities)


def test_a_step_tells_what_is_new():
    assert step(1).details == {"Activity": PHASES[0].activities}
    assert step(3).details == {"Reason to go back": LOOPS[0].reasons}
    assert step(11).details["Serves every project"] == ("Team & hiring", "Infra & tooling")


@pytest.mark.parametrize(("number", "error"), [(0, ValueError), (12, ValueError), (1.5, ValueError), ("1", TypeError)])
def test_a_step_that_is_none_is_told_what_is_accepted(number, error):
    with pytest.raises(error, match=r"[Tt]he step must be"):
        diagram.step(number)
