"""The robot's brief is whole, and its numbers are those of the other modules."""

import pytest
from mlprojects.prioritizing import pyramid_questions
from mlprojects.prioritizing.robot_steps import CONSTANT, NETWORK, SCRIPT, TESTED, TRAINING, shares
from mlprojects.record.brief_fields import FIELDS
from mlprojects.your_project.example import ROBOT, changed
from mlprojects.your_project.trials import trials_needed
from wings import lessons


def test_every_field_is_filled_in_within_what_a_form_takes():
    assert list(ROBOT.values) == list(FIELDS)
    assert all(len(value) <= 200 for value in ROBOT.values.values() if isinstance(value, str))


def test_what_is_chosen_is_among_the_forms_options():
    for key, field in FIELDS.items():
        wing, _, form = field.item.partition("/")
        entry = next(e for e in lessons()[wing].TEXTS.entry("forms", form)["fields"] if e["name"] == field.name)
        if entry["kind"] == "one":
            assert ROBOT.values[key] in entry["options"], key
        assert isinstance(ROBOT.values[key], str) == (entry["kind"] != "number"), key


def test_the_answers_to_the_pyramid_are_those_of_module_2():
    assert {key: ROBOT.values[f"pyramid_{key}"] for key in pyramid_questions.KEYS} == dict(pyramid_questions.ROBOT)


def test_expected_numbers_are_those_measured_in_the_lab():
    measured = {name: round(100 * share) for name, share in shares("lab").items()}
    told = {name: ROBOT.values[f"baselines_{key}"] for name, key in NAMES.items()}
    assert told == measured
    assert f"of {TESTED} photographs" in ROBOT.text("metric_formula")
    assert f"on {TRAINING} photographs" in ROBOT.text("baselines_simple_model")


NAMES = {CONSTANT: "constant", SCRIPT: "script", NETWORK: "simple"}


def test_its_requirement_and_its_trials_are_consistent():
    assert f"more than {300 * (100 - ROBOT.values['metric_target']) // 100} of 300" in ROBOT.text(
        "lifecycle_requirement"
    )
    assert trials_needed(ROBOT.number("archetype_failure_rate") / 100) <= ROBOT.number("archetype_trials")


def test_a_change_leaves_the_brief_as_it_was_and_a_field_that_is_none_is_refused():
    other = changed(ROBOT, ("metric_unit",), metric_target=1)
    assert "metric_unit" in ROBOT.values
    assert "metric_unit" not in other.values
    assert other.number("metric_target") == 1
    with pytest.raises(ValueError, match="no field 'metric_colour'; it may be problem_name"):
        changed(ROBOT, metric_colour="red")
