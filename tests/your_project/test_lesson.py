"""What the last explorers say in every state, and that no two modules' questions are asked twice."""

import pytest
from mlprojects.your_project import changes, lesson, model
from mlprojects.your_project.example import ROBOT
from mlprojects.your_project.review import CONTRADICTION

EXPECTED = {
    changes.NOTHING: [],
    changes.LOW: ["target_met"],
    changes.HIGH: ["target_beyond_reach"],
    changes.TURNED: ["worse_than_constant"] * 3 + ["target_met"],
    changes.NO_UNIT: ["unit"],
    changes.NO_LINE: ["no_baseline"],
    changes.CHEAP: ["cheap_and_dear"],
    changes.ALONE: ["failure_rate"] * 2,
    changes.PROMISE: ["trials"],
    changes.NO_DATE: ["open_lifecycle"],
}


def test_every_change_is_expected_here():
    assert tuple(EXPECTED) == changes.CHANGES


@pytest.mark.parametrize("change", EXPECTED)
def test_what_a_change_of_the_robots_brief_makes_the_check_find(change):
    assert [finding.check for finding in model.review(changes.robot(change))] == EXPECTED[change]
    assert changes.robot(changes.NOTHING) == ROBOT


@pytest.mark.parametrize("trials", changes.TRIALS)
def test_trials_are_enough_from_the_number_on_that_is_named(trials):
    view = lesson.check_of_a_brief.at(change=changes.PROMISE, trials=trials)
    enough = trials >= model.trials_needed(0.001)
    assert ("finds nothing" in view.says) == enough
    assert enough or f"It takes {model.trials_needed(0.001):,} without a failure" in view.says


def test_sentence_table_and_findings_agree_in_every_state():
    for state, view in lesson.check_of_a_brief.sweep():
        findings = model.review(changes.robot(**state))
        wrong = sum(finding.kind == CONTRADICTION for finding in findings)
        assert view.table.sum().tolist() == [len(findings) - wrong, wrong]
        if len(findings) == 1:
            assert view.says.startswith(f"1 {findings[0].kind}, explained in module {findings[0].module[1]}, ")
        elif findings:
            assert f"The check finds {len(findings)} " in view.says
            assert view.says.endswith(findings[-1].says)
            assert ("Both belong" in view.says) == (len(findings) == 2)


def test_each_takeaway_is_said_with_what_to_do_tomorrow():
    for state, view in lesson.takeaways.sweep():
        row = model.takeaway(state["module"])
        assert view.says == f"{row.says} {row.number} Tomorrow: {row.tomorrow}"
        assert list(view.table.columns) == ["Seen in", "Without", "With", "Unit"]


def test_the_prediction_is_answered_by_the_check():
    assert lesson.low_target.truth() == lesson.TOLD["target_met"]
    assert set(lesson.TOLD.values()) < set(lesson.low_target.entry["options"])


def test_forms_of_other_modules_are_shown_again_and_count_there_only():
    items = [form.item for form in lesson.AGAIN]
    assert len(set(items)) == len(items) == 7
    assert not {form.item for form in lesson.FORMS} & set(items)
    assert not set(items) & {item.item for item in lesson.PROGRESS.items}
