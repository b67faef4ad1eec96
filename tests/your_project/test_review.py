"""The check of a brief: each finding has a case that trips it and one that does not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.archetypes.texts import TEXTS as ARCHETYPES
from mlprojects.lifecycle.diagram import PHASES
from mlprojects.lifecycle.texts import TEXTS as LIFECYCLE
from mlprojects.metrics.lesson import TEXTS as METRICS
from mlprojects.prioritizing import pyramid, pyramid_questions
from mlprojects.prioritizing.steps import STEPS
from mlprojects.prioritizing.texts import TEXTS as PRIORITIZING
from mlprojects.record.brief import Brief
from mlprojects.record.brief_fields import FIELDS, SECTIONS
from mlprojects.your_project import review_claims, review_feasibility, review_metric
from mlprojects.your_project.document import filled
from mlprojects.your_project.example import ROBOT, changed
from mlprojects.your_project.review import (
    BEFORE_A_MODEL,
    CHECKS,
    CONTRADICTION,
    FREELY,
    GAP,
    NOTEBOOKS,
    SURELY_FAIR,
    TRAINED,
    counted,
    review,
)
from mlprojects.your_project.review_feasibility import DEAREST, POINTS

AUTONOMOUS = changed(ROBOT, archetype_archetype="Autonomous")
CHEAP = replace(ROBOT, places={"portfolio": {"own": {"x": 80, "y": 50, "range": 20}}})
SURE = replace(ROBOT, places={"portfolio": {"own": {"x": 90, "y": 50, "range": 5}}})


def checks_of(brief):
    return {finding.check for finding in review(brief)}


def test_a_complete_brief_has_no_finding():
    assert review(ROBOT) == []
    assert review(AUTONOMOUS) == []
    assert review(CHEAP) == []
    assert review(SURE) == []


TRIPPED = {
    "not_placed": [replace(ROBOT, places={}), replace(ROBOT, places={"archetype_places": ROBOT.places["portfolio"]})],
    "cheap_and_dear": [changed(SURE, **{key: answer}) for key, answer in DEAREST.items() if answer != "never"],
    "ahead": [
        changed(ROBOT, lifecycle_phase="3: Training & debugging", impact_step="2: Success"),
        changed(ROBOT, lifecycle_phase="4: Deploying & testing", impact_step="5: Benchmark"),
    ],
    "unfair": [
        changed(ROBOT, ("care_harm",), pyramid_ethics="very likely"),
        changed(ROBOT, ("care_remedy",), pyramid_ethics="perhaps"),
    ],
    "insecure": [changed(ROBOT, ("care_security",), pyramid_secure="never")],
    "failure_rate": [
        changed(AUTONOMOUS, ("archetype_failure_rate",)),
        changed(AUTONOMOUS, ("archetype_trials",)),
        changed(AUTONOMOUS, archetype_failure_rate="rarely"),
    ],
    "trials": [
        changed(AUTONOMOUS, archetype_trials=298),
        changed(ROBOT, archetype_trials=298),
        changed(ROBOT, archetype_trials=0),
        changed(ROBOT, archetype_trials=300.5),
        changed(ROBOT, archetype_failure_rate=0),
        changed(ROBOT, archetype_failure_rate=100),
        changed(ROBOT, archetype_failure_rate=-1),
        changed(ROBOT, archetype_failure_rate=1e-300),
        changed(ROBOT, archetype_failure_rate=5e-324),
        changed(ROBOT, archetype_failure_rate=5e-322),
        changed(ROBOT, archetype_failure_rate=1e-9),
    ],
    "unit": [changed(ROBOT, ("metric_unit",))],
    "direction": [changed(ROBOT, ("metric_direction",)), changed(ROBOT, metric_direction="sideways")],
    "target": [changed(ROBOT, ("metric_target",)), changed(ROBOT, metric_target="good")],
    "limits_without_number": [changed(ROBOT, metric_thresholds="Fast enough, and small.")],
    "no_baseline": [changed(ROBOT, ("baselines_constant", "baselines_script", "baselines_simple"))],
    "nameless_baseline": [
        changed(ROBOT, ("baselines_script_rules",)),
        changed(ROBOT, ("baselines_simple_model",)),
        changed(ROBOT, ("baselines_people_who",)),
    ],
    "worse_than_constant": [
        changed(ROBOT, baselines_script=-1),
        changed(ROBOT, baselines_constant=50),
        changed(ROBOT, metric_direction="lower", metric_target=-5, baselines_people=-10),
    ],
    "target_met": [changed(ROBOT, metric_target=69), changed(ROBOT, baselines_constant=95, baselines_script=95)],
    "target_beyond_reach": [changed(ROBOT, metric_target=98), changed(ROBOT, baselines_people=89)],
}
QUIET = {
    "ahead": [
        changed(ROBOT, lifecycle_phase="3: Training & debugging"),
        changed(ROBOT, impact_step="2: Success"),
        changed(ROBOT, ("impact_step",), lifecycle_phase="4: Deploying & testing"),
        changed(ROBOT, lifecycle_phase="not started", impact_step="1: Need for ML"),
    ],
    "cheap_and_dear": [
        changed(ROBOT, pyramid_label="an expert's time"),
        # A few examples at an expert's hand are cheap: the pyramid leaves 68 points, the board says 60 at least.
        changed(CHEAP, pyramid_label="an expert's time", pyramid_amount="few"),
        replace(CHEAP, places={"portfolio": {"own": {"x": 80, "y": 50, "range": 30}}}),
    ],
    "unfair": [changed(ROBOT, pyramid_ethics="very likely"), changed(ROBOT, ("care_harm",))],
    "insecure": [changed(ROBOT, pyramid_secure="never"), changed(ROBOT, ("care_security",))],
    "failure_rate": [changed(ROBOT, ("archetype_failure_rate", "archetype_trials"))],
    "trials": [changed(AUTONOMOUS, archetype_trials=299), changed(ROBOT, ("archetype_trials",))],
    "unit": [changed(ROBOT, ("metric_unit", "metric_name")), changed(ROBOT, metric_unit="none")],
    "direction": [changed(ROBOT, ("metric_direction", "metric_name"))],
    "target": [changed(ROBOT, ("metric_target", "metric_name"))],
    "limits_without_number": [
        changed(ROBOT, metric_thresholds="지연 시간: 최대 100 ms"),
        changed(ROBOT, metric_thresholds="زمن الاستجابة: ١٠٠ مللي ثانية"),  # noqa: RUF001 - Arabic digits are digits
        changed(ROBOT, ("metric_thresholds",)),
        changed(ROBOT, metric_thresholds="None: there is only this one."),
        changed(ROBOT, metric_thresholds="no limits yet"),
        changed(ROBOT, metric_thresholds="Latency: at most one hundred milliseconds"),
        changed(ROBOT, metric_thresholds="Recall never falls below a half."),
        changed(ROBOT, metric_thresholds="지연 시간은 백 밀리초 이하"),  # "a hundred" in a script that we do not read
    ],
    "no_baseline": [changed(ROBOT, ("baselines_constant", "baselines_simple"))],
    "nameless_baseline": [changed(ROBOT, ("baselines_script_rules", "baselines_script"))],
    "worse_than_constant": [
        changed(ROBOT, ("metric_direction",), baselines_script=-1),
        changed(ROBOT, baselines_script=0),
        changed(ROBOT, ("baselines_constant",), baselines_script=-1),
    ],
    "target_met": [changed(ROBOT, metric_target=69.5), changed(ROBOT, ("metric_direction",), metric_target=60)],
    "target_beyond_reach": [
        changed(ROBOT, metric_target=97),
        changed(ROBOT, ("baselines_people",), metric_target=98),
    ],
}


def test_every_check_is_tripped_here():
    assert set(TRIPPED) == set(CHECKS)
    assert set(QUIET) | {"not_placed"} == set(CHECKS), "the complete brief has its place"


@pytest.mark.parametrize("check", TRIPPED)
def test_what_trips_a_check_is_found_and_explained_in_its_module(check):
    kind, module, _ = CHECKS[check]
    for brief in TRIPPED[check]:
        found = [finding for finding in review(brief) if finding.check == check]
        assert found, brief
        assert {(finding.kind, finding.module) for finding in found} == {(kind, module)}
        assert all(finding.says[0].isupper() or finding.says[0] in "“0123456789-" for finding in found)
        assert all(finding.says[-1] in ".?”" for finding in found)
        assert all(len(finding.says) < 300 for finding in found)


@pytest.mark.parametrize("check", QUIET)
def test_what_does_not_trip_it_is_left_in_peace(check):
    for brief in QUIET[check]:
        assert check not in checks_of(brief)


def says_of(check, brief):
    return [finding.says for finding in review(brief) if finding.check == check]


def test_the_bound_that_trials_show_is_never_written_as_the_rate_that_they_do_not():
    (says,) = says_of("trials", changed(ROBOT, archetype_trials=298))
    assert "a failure rate of 1 %: even without a failure they show 1.0002 % at best" in says
    (says,) = says_of("trials", changed(ROBOT, archetype_trials=100))
    assert "they show 2.95 % at best" in says


@given(st.floats(1e-6, 50))
def test_one_trial_too_few_is_told_a_bound_above_the_rate(rate):
    enough = review_claims.trials_needed(rate / 100)
    for says in says_of("trials", changed(ROBOT, archetype_failure_rate=rate, archetype_trials=enough - 1)):
        if "even without a failure they show " in says:
            assert float(says.partition("they show ")[2].partition(" %")[0]) > rate


def test_people_alone_are_a_baseline_but_not_one_before_the_model():
    lonely = changed(ROBOT, ("baselines_constant", "baselines_script", "baselines_simple"))
    assert says_of("no_baseline", lonely)[0].startswith("No baseline but people comes before")
    assert says_of("no_baseline", changed(lonely, ("baselines_people",)))[0].startswith("No baseline comes before")


def test_what_the_pyramid_leaves_is_said_and_an_open_answer_makes_it_a_bound():
    (says,) = says_of("cheap_and_dear", changed(SURE, pyramid_acquire="hard", pyramid_stable="they keep changing"))
    answers = {key: ROBOT.text(f"pyramid_{key}") for key in pyramid_questions.KEYS}
    points = pyramid.score(answers | {"acquire": "hard", "stable": "they keep changing"}).total
    assert f"leaves it {round(points)} of 100 points" in says
    assert says.endswith("answers are “getting examples: hard” and “stability of the data: they keep changing”.")
    (says,) = says_of("cheap_and_dear", changed(SURE, ("pyramid_good",), pyramid_acquire="hard"))
    assert "leaves it at most " in says


def test_care_that_another_check_asks_for_is_no_second_gap():
    bare = changed(ROBOT, ("care_harm", "care_security"), pyramid_ethics="perhaps", pyramid_secure="under conditions")
    assert [finding.check for finding in review(bare)] == ["unfair", "insecure"]
    assert checks_of(changed(ROBOT, ("care_harm", "care_security"))) == {"open_care"}


# Fields that are open -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [key for key, field in FIELDS.items() if field.needed])
def test_a_needed_field_that_is_open_is_named_with_its_module(key):
    (finding,) = (found for found in review(changed(ROBOT, (key,))) if found.check.startswith("open_"))
    assert finding.kind == GAP
    assert finding.module == FIELDS[key].module
    assert finding.says.endswith(f"“{FIELDS[key].label}” is still open.")


@pytest.mark.parametrize("mark", ["?", "-", "...", "TODO", "to do!", "tbd", "TBA.", "xxx", "—", "n. a. — TODO?"])
def test_a_mark_to_come_back_to_is_no_answer(mark):
    brief = changed(ROBOT, care_harm=mark)
    open_ = mark != "n. a. — TODO?"
    assert ("open_care" in checks_of(brief)) == open_
    assert filled(brief)[0] == len(ROBOT.values) - open_


def test_a_unit_may_be_a_dash():
    assert review(changed(ROBOT, metric_unit="-")) == []
    assert filled(changed(ROBOT, metric_unit="-")) == filled(ROBOT)


def test_many_open_fields_are_counted():
    says = [f.says for f in review(Brief()) if f.check == "open_pyramid"]
    assert says == ["The pyramid of cost: 12 fields are still open."]


def test_an_empty_brief_has_gaps_in_every_module_and_no_contradiction():
    findings = review(Brief())
    assert {finding.module for finding in findings} == set(NOTEBOOKS)
    assert {finding.kind for finding in findings} == {GAP}
    assert [finding.module for finding in findings] == sorted(finding.module for finding in findings)


def test_findings_are_counted_by_module():
    counts = counted(review(changed(ROBOT, ("metric_unit", "lifecycle_loops"), metric_target=60)))
    assert counts["gaps"].to_dict() == dict.fromkeys(NOTEBOOKS, 0) | {"04_metrics": 1, "01_lifecycle": 1}
    assert counts["contradictions"].to_dict() == dict.fromkeys(NOTEBOOKS, 0) | {"05_baselines": 1}
    assert int(counts.to_numpy().sum()) == 3


@given(st.dictionaries(st.sampled_from(list(FIELDS)), st.text(max_size=20) | st.floats(allow_nan=False)))
def test_no_brief_however_odd_makes_the_check_fail(values):
    for finding in review(Brief(values)):
        assert finding.kind in {GAP, CONTRADICTION}
        assert "nan" not in finding.says or any("nan" in str(value) for value in values.values())


def test_a_finding_repeats_no_essay():
    wild = changed(
        ROBOT, **{key: f"3 {'word ' * 1000}" for key, value in ROBOT.values.items() if isinstance(value, str)}
    )
    assert all(len(finding.says) < 300 for finding in review(changed(wild, ("care_harm", "care_security"))))


@given(st.sets(st.sampled_from(list(FIELDS))))
def test_filling_in_a_field_as_in_the_complete_brief_never_opens_a_gap(left_out):
    gaps = {(f.check, f.module) for f in review(changed(ROBOT, tuple(left_out))) if f.kind == GAP}
    for key in sorted(left_out)[:3]:
        fuller = changed(ROBOT, tuple(left_out - {key}))
        new = {(f.check, f.module) for f in review(fuller) if f.kind == GAP} - gaps
        # Naming the metric, giving a number or saying that it is autonomous asks for what belongs to it.
        assert {check for check, _ in new} <= {"unit", "direction", "target", "nameless_baseline"}


# The words that the checks compare with are those of the forms --------------------------------------------------------


def options(texts, form, name):
    return next(field for field in texts.entry("forms", form)["fields"] if field["name"] == name)["options"]


def test_archetype_and_direction_are_among_the_forms_options():
    assert review_claims.AUTONOMOUS in options(ARCHETYPES, "archetypes", "archetype")
    assert {review_metric.HIGHER, review_metric.LOWER} == set(options(METRICS, "metric", "direction"))


def test_the_dearest_answers_are_the_pyramids_first_on_data_and_the_others_its_last():
    data = {f"pyramid_{q.key}": q.answers[0] for q in pyramid_questions.QUESTIONS if q.driver == pyramid_questions.DATA}
    assert data == DEAREST
    assert [(key, worst, middle) for key, (_, worst, middle) in POINTS.items()] == [
        (f"pyramid_{q.key}", *q.answers[:2]) for q in pyramid_questions.QUESTIONS
    ]
    assert pyramid_questions.question("ethics").answers[-1] == SURELY_FAIR
    assert pyramid_questions.question("secure").answers[-1] == FREELY
    labels = [field.key for section in SECTIONS if section.key == "pyramid" for field in section.fields]
    assert labels == [f"pyramid_{key}" for key in pyramid_questions.KEYS]
    assert options(PRIORITIZING, "own_pyramid", "label") == list(pyramid_questions.question("label").answers)


@given(st.fixed_dictionaries({q.key: st.sampled_from(q.answers) for q in pyramid_questions.QUESTIONS}))
def test_points_are_those_of_module_2(answers):
    lost = sum(
        review_feasibility._lost(answers[key.removeprefix("pyramid_")], *points) for key, points in POINTS.items()
    )
    assert 100 - lost == pytest.approx(pyramid.score(answers).total)


def test_phases_and_steps_are_told_apart_by_the_forms_own_numbers():
    phases, steps = options(LIFECYCLE, "lifecycle", "phase"), options(PRIORITIZING, "prioritizing", "step")
    assert [phase for phase in phases if phase[:1] in TRAINED] == [f"{p.number}: {p.name}" for p in PHASES[2:]]
    assert [step for step in steps if step[:1] in BEFORE_A_MODEL] == [f"{s.number}: {s.name}" for s in STEPS[:5]]
    assert STEPS[5].name == "Simple version"
