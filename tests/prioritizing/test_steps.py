"""The seven steps: the first that stops decides, and rules that suffice win, whatever else is true."""

import dataclasses
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.prioritizing import robot_steps, steps
from mlprojects.prioritizing.steps import CARE, GO, NO_ML, STOP, Answers, assess
from scipy import stats

SHARE = st.floats(0, 1)
GOOD = Answers(without_ml=False, success=0.8, harm_settled=True, published=True, labelled=300, simple=0.5, ceiling=0.99)
ANSWERS = st.builds(
    Answers,
    without_ml=st.booleans(),
    success=st.none() | SHARE,
    harm_settled=st.booleans(),
    published=st.booleans(),
    reached=st.booleans(),
    labelled=st.integers(0, 10_000),
    simple=st.none() | SHARE,
    ceiling=SHARE,
)


def but(**changes):
    return assess(dataclasses.replace(GOOD, **changes))


# The decision ---------------------------------------------------------------------------------------------------------


@given(ANSWERS)
def test_findings_come_in_order_and_the_first_that_stops_is_the_last(answers):
    findings = assess(answers)
    assert [finding.step for finding in findings] == list(range(1, len(findings) + 1))
    assert not any(finding.ends for finding in findings[:-1])
    assert findings[-1].ends or len(findings) == len(steps.STEPS)
    assert all(finding.verdict in steps.VERDICTS and finding.reason.endswith(".") for finding in findings)


@given(ANSWERS)
def test_you_do_not_need_ml_is_said_at_steps_1_and_7_only(answers):
    assert all(finding.step in {1, 7} for finding in assess(answers) if finding.verdict == NO_ML)


@given(SHARE, SHARE, st.integers(1, 10_000))
def test_rules_that_clearly_reach_what_was_agreed_win_and_a_close_call_calls_for_care(success, simple, labelled):
    last = but(success=success, simple=simple, labelled=labelled, ceiling=1.0)[-1]
    low, high = steps.interval(simple, labelled)
    assert last.step == 7
    assert last.verdict == (NO_ML if success < low else GO if success > high else CARE)
    if last.verdict == CARE:
        assert ("seems good enough" in last.reason) == (simple >= success)


@given(st.integers(1, 400), st.data())
def test_the_interval_is_the_one_of_scipy(cases, data):
    right = data.draw(st.integers(0, cases))
    known = stats.binomtest(right, cases).proportion_ci(0.95, method="exact")
    assert steps.interval(right / cases, cases) == pytest.approx((known.low, known.high), abs=1e-9)


@given(SHARE, st.integers(1, 10_000), st.integers(1, 10_000))
def test_more_cases_never_widen_the_interval(share, one, two):
    few, many = (steps.interval(share, cases) for cases in sorted((one, two)))
    assert few[0] <= many[0] + 1e-9
    assert many[1] <= few[1] + 1e-9
    assert many[0] - 1e-9 <= share <= many[1] + 1e-9


@given(SHARE, SHARE, SHARE, st.integers(1, 10_000))
def test_better_rules_never_turn_no_ml_into_ml(success, simple, better, labelled):
    low, high = sorted([simple, better])
    verdicts = [but(success=success, simple=share, labelled=labelled, ceiling=1.0)[-1].verdict for share in (low, high)]
    assert verdicts[0] != NO_ML or verdicts[1] == NO_ML


@pytest.mark.parametrize(
    ("changes", "step", "verdict", "says"),
    [
        ({"without_ml": True}, 1, NO_ML, "nothing has to be trained"),
        ({"success": None}, 2, STOP, "Nobody agreed"),
        ({"harm_settled": False}, 3, STOP, "before anything is built"),
        ({"labelled": 0}, 5, STOP, "data will hold the project up"),
        ({"ceiling": 0.79}, 5, STOP, "Better labels come first"),
        ({"simple": None}, 6, STOP, "Try rules first"),
        ({"simple": 0.86}, 7, NO_ML, "Ship it"),
        ({"simple": 0.82}, 7, CARE, "label more before you rely on it"),
        ({"simple": 0.78}, 7, CARE, "label more before you pay"),
        ({}, 7, GO, "a number to beat"),
    ],
)
def test_where_it_ends_and_why(changes, step, verdict, says):
    last = but(**changes)[-1]
    assert (last.step, last.verdict) == (step, verdict)
    assert says in last.reason


def test_published_work_that_is_not_good_enough_calls_for_care():
    (found,) = [finding for finding in but(reached=False) if finding.step == 4]
    assert (found.verdict, "not as good as is needed" in found.reason) == (CARE, True)
    assert but(published=False, reached=False)[3] == but(published=False)[3]


def test_one_case_is_told_of_in_the_singular():
    assert "1 labelled case fixes" in but(labelled=1)[4].reason
    assert "on 1 case)" in but(labelled=1, simple=0.8)[-1].reason


def test_what_calls_for_care_does_not_stop():
    findings = but(published=False, labelled=20)
    assert [finding.step for finding in findings if finding.verdict == CARE] == [4, 5]
    assert len(findings) == 7


def test_every_earlier_stop_goes_before_rules_that_suffice():
    for changes in ({"without_ml": True}, {"success": None}, {"harm_settled": False}, {"labelled": 0}):
        findings = but(simple=1.0, **changes)
        assert len(findings) < 7


@given(ANSWERS)
def test_the_table_is_the_findings(answers):
    table, findings = steps.table(answers), assess(answers)
    assert table["verdict"].tolist() == [finding.verdict for finding in findings]
    assert table["reason"].tolist() == [finding.reason for finding in findings]
    assert table.index[-1] == f"{findings[-1].step} {steps.STEPS[findings[-1].step - 1].name}"


@given(st.integers(1, 100_000), SHARE)
def test_the_uncertainty_is_never_less_than_two_standard_errors(cases, share):
    assert steps.uncertainty(cases) >= 2 * math.sqrt(share * (1 - share) / cases) - 1e-12


@pytest.mark.parametrize(
    "changes", [{"success": 120}, {"simple": -0.1}, {"labelled": -1}, {"labelled": 2.5}, {"ceiling": math.nan}]
)
def test_answers_that_cannot_be_are_refused(changes):
    with pytest.raises(ValueError, match=r"must be a (whole )?number"):
        dataclasses.replace(GOOD, **changes)


def test_a_share_that_is_a_text_is_refused():
    with pytest.raises(TypeError, match="`success` must be a number"):
        dataclasses.replace(GOOD, success="80 %")


@pytest.mark.parametrize("name", ["without_ml", "harm_settled", "published", "reached"])
def test_an_answer_that_is_neither_true_nor_false_is_refused(name):
    with pytest.raises(TypeError, match=f"`{name}` must be True or False; got 'no'"):
        dataclasses.replace(GOOD, **{name: "no"})


@pytest.mark.parametrize("name", ["success", "simple", "ceiling"])
def test_who_gives_percent_is_told_how_to_write_a_share(name):
    with pytest.raises(ValueError, match=f"`{name}` must be a share from 0 to 1: give 0.9 for 90 %."):
        dataclasses.replace(GOOD, **{name: 90})


# The robot ------------------------------------------------------------------------------------------------------------


def robot(found=robot_steps.NOTHING, place="lab", labelled_by=robot_steps.SENSORS, success=0.8, within=1.0):
    return robot_steps.walk(found, place, labelled_by, success, within)


@pytest.mark.parametrize("place", robot_steps.PLACES)
@pytest.mark.parametrize("success", [*robot_steps.LEVELS, 0.01])
@pytest.mark.parametrize("within", [robot_steps.NEEDED_CM, robot_steps.STRICT_CM])
def test_the_robot_does_without_ml_exactly_where_its_rules_clearly_suffice(place, success, within):
    share = robot_steps.share(robot_steps.SCRIPT, place, within=within)
    suffice = steps.interval(share, robot_steps.TESTED)[0] > success
    assert (robot(place=place, success=success, within=within).last.verdict == NO_ML) == suffice


def test_half_a_centimetre_is_harder_for_everybody_and_no_level_is_reached():
    for place in robot_steps.PLACES:
        for by in robot_steps.LABELS:
            loose, strict = (robot_steps.shares(place, by, cm) for cm in (robot_steps.NEEDED_CM, robot_steps.STRICT_CM))
            assert (strict <= loose).all()
            assert strict.max() < min(robot_steps.LEVELS)
            assert robot_steps.ceiling(by, robot_steps.STRICT_CM) <= robot_steps.ceiling(by)


def test_published_work_is_not_good_enough_for_the_robot():
    for within in (robot_steps.NEEDED_CM, robot_steps.STRICT_CM):
        assert within < robot_steps.PUBLISHED_CM
        assert robot(within=within).at(4).verdict == CARE
    assert robot(within=robot_steps.PUBLISHED_CM).at(4).verdict == GO


def test_the_sensors_labels_are_near_the_truth_and_not_the_truth():
    labels, truth = robot_steps.benchmark(robot_steps.SENSORS), robot_steps.photos("lab").poses
    off = ((labels[:, :2] - truth[:, :2]) ** 2).sum(axis=1) ** 0.5
    assert 0 < off.mean() < 0.2
    by_hand = robot_steps.benchmark(robot_steps.BY_HAND)
    assert off.mean() < ((by_hand[:, :2] - truth[:, :2]) ** 2).sum(axis=1).mean() ** 0.5


def test_there_are_levels_at_which_rules_suffice_and_at_which_they_do_not():
    assert robot(success=robot_steps.LEVELS[0]).last.verdict == NO_ML
    assert {robot(success=level).last.verdict for level in robot_steps.LEVELS[1:]} == {GO}
    assert robot(place="warehouse").last.verdict == GO


def test_the_levels_are_far_enough_from_what_is_measured_to_hold_on_every_machine():
    for name in robot_steps.ESTIMATORS:
        for place in robot_steps.PLACES:
            for level in robot_steps.LEVELS:
                for within in (robot_steps.NEEDED_CM, robot_steps.STRICT_CM):
                    assert abs(robot_steps.share(name, place, within=within) - level) > 0.05


def test_one_persons_labels_cannot_show_any_of_the_levels_and_sensors_can():
    assert robot_steps.ceiling(robot_steps.BY_HAND) < min(robot_steps.LEVELS)
    assert robot_steps.ceiling(robot_steps.SENSORS) > max(robot_steps.LEVELS)
    assert robot(labelled_by=robot_steps.BY_HAND).last.step == 5


@pytest.mark.parametrize(("found", "step"), list(zip(robot_steps.FOUND[1:], (1, 2, 3), strict=True)))
def test_what_is_found_first_ends_it_there(found, step):
    walk = robot(found)
    assert walk.last.step == step
    assert walk.at(step) == walk.last
    assert walk.at(7) is None


def test_a_table_tells_no_step_that_was_not_looked_at():
    for step in range(1, 8):
        verdicts = robot(robot_steps.NO_NUMBER).table(step)["verdict"].tolist()
        assert verdicts[step:] == ["not yet asked"] * (7 - step)
        assert verdicts[2:step] == ["not reached"] * max(step - 2, 0)


def test_a_label_line_has_the_length_of_the_arrow_and_starts_at_the_mug():
    poses = robot_steps.benchmark(robot_steps.SENSORS)
    lines = robot_steps.lines(poses)
    assert lines[:, 0] == pytest.approx(poses[:, :2])
    lengths = ((lines[:, 1] - lines[:, 0]) ** 2).sum(axis=1) ** 0.5
    assert lengths == pytest.approx(robot_steps.ARROW)


def test_unknown_words_are_named():
    for wrong in ({"found": "luck"}, {"place": "moon"}, {"labelled_by": "nobody"}):
        with pytest.raises(ValueError, match=next(iter(wrong.values()))):
            robot(**wrong)
    with pytest.raises(ValueError, match="estimator"):
        robot_steps.share("oracle", "lab")
