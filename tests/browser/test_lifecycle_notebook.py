"""The lifecycle notebook as a learner meets it: the diagram, the deck of symptoms, found again, and a task."""

import pytest
from every_notebook import *  # noqa: F403 - its tests are this file's too
from mlprojects.lifecycle import lesson
from sitting import choose, ledger

NOTEBOOK = "01_lifecycle.ipynb"

SOLUTION = """def broken(old, new, limits):
    def passes(errors):
        return (errors[list(limits)] <= list(limits.values())).all(axis=1)

    return [name for name in old.index if passes(old)[name] and not passes(new)[name]]


"""


def test_the_diagram_is_built_up_with_the_arrow_keys(lab):
    stage = lab.stage("lifecycle_diagram")
    stage.get_by_role("slider").focus()
    for step in range(2, 12):
        lab.page.keyboard.press("ArrowRight")
        stage.locator(".mlp-says").filter(has_text=lesson.lifecycle_diagram.at(step=step).says).wait_for()
    stage.locator(f"canvas[data-key='{lesson.lifecycle_diagram.key(step=11)}']").wait_for()


def test_a_symptom_is_answered_wrong_then_right_for_the_wrong_reason_then_right(lab, work):
    symptom, reason = lesson.symptoms.pages[0]
    card = lab.card("lifecycle/symptoms")
    wrong = choose(card, symptom, right=False)
    card.get_by_text(wrong["why"]).wait_for()
    assert card.locator(".mlp-item").count() == 1, "the second step waits for the first"
    choose(card, symptom, right=True)
    choose(card, reason, right=False)
    choose(card, reason, right=True)
    card.get_by_role("button", name="Card 1: done").wait_for()
    assert [(r["item"], r["data"]["outcome"]) for r in ledger(work)] == [
        (symptom.item, "wrong"),
        (symptom.item, "right"),
        (reason.item, "wrong"),
        (reason.item, "right"),
    ]


def test_the_regression_test_is_written_wrong_and_then_right(lab, work):
    card = lab.card("lifecycle/broken")
    lab.type_in_cell("def broken(", "def broken(old, new, limits):\n    return list(old.index)\n\n\n")
    card.get_by_text("Not yet.").wait_for()
    lab.type_in_cell("def broken(", SOLUTION)
    card.get_by_text("Right.").wait_for()
    assert [record["data"]["outcome"] for record in ledger(work)[-2:]] == ["wrong", "right"]


@pytest.mark.sitting("ends")
def test_in_a_new_kernel_the_symptom_and_the_progress_are_found_again(lab):
    lab.run("from mlprojects", "lesson.symptoms", "lesson.PROGRESS")
    card = lab.card("lifecycle/symptoms")
    card.get_by_role("button", name="Card 1: done").wait_for()
    card.get_by_role("heading", name="Card 2 of 14").wait_for()
    row = lab.page.locator(".jp-OutputArea-output tr", has_text="Questions right")
    row.filter(has_text=f"2 of {len(lesson.QUESTIONS)}").wait_for(state="attached")
