"""The prioritizing notebook as a learner meets it: a prediction, a deck, the learner's own seven steps, and a task."""

import pytest
from every_notebook import *  # noqa: F403 - its tests are this file's too
from mlprojects.prioritizing import lesson
from sitting import ledger

NOTEBOOK = "02_prioritizing.ipynb"

OWN = """print(
    lesson.own_steps(
        without_ml=False,
        success=None,
        harm_settled=True,
        published=True,
        labelled=50,
        simple=0.7,
    )
"""
SOLUTION = """def top_three(draws):
    ranks = draws.rank(axis=1, ascending=False)
    return (ranks <= 3).mean()


"""


def test_the_price_of_a_nine_waits_for_the_prediction_and_then_answers_to_the_keyboard(lab, work):
    explorer = lesson.next_nine
    assert lab.stage(explorer.name).locator("canvas").is_hidden()
    card = lab.card("prioritizing/ten_times")
    card.get_by_role("radio", name=lesson.ten_times.entry["options"][0], exact=True).check()
    card.get_by_role("button", name="Lock it in").click()
    stage = lab.stage(explorer.name)
    stage.locator(f"canvas[data-key='{explorer.key()}']").wait_for()
    stage.get_by_role("slider").first.focus()
    lab.page.keyboard.press("ArrowRight")
    stage.locator(".mlp-says").filter(has_text=explorer.at(target=0.005).says).wait_for()
    assert ledger(work)[-1]["item"] == "prioritizing/ten_times"


def test_a_story_is_sorted_wrong_and_then_right(lab):
    (story,) = lesson.mental_models.pages[0]
    card = lab.card("prioritizing/situations")
    for right in (False, True):
        item = card.locator(f".mlp-item[data-item='{story.item}']")
        option = next(o for o in story.entry["options"] if bool(o.get("right")) == right)
        item.get_by_label(option["text"], exact=True).check()
        item.get_by_role("button", name="Check").click()
        card.get_by_text(option["why"]).wait_for()


def test_the_learner_s_own_assessment_stops_where_nobody_agreed_what_success_is(lab):
    lab.type_in_cell("print(\n    lesson.own_steps(", OWN)
    output = lab.page.locator(".jp-OutputArea-output").filter(has_text="Step 2: stop.")
    output.wait_for()
    assert "Step 3" not in output.inner_text()


def test_the_best_three_are_written_wrong_and_then_right(lab, work):
    card = lab.card("prioritizing/top_three")
    lab.type_in_cell("def top_three(", "def top_three(draws):\n    return draws.mean()\n\n\n")
    card.get_by_text("Not yet.").wait_for()
    lab.type_in_cell("def top_three(", SOLUTION)
    card.get_by_text("Right.").wait_for()
    assert [record["data"]["outcome"] for record in ledger(work)[-2:]] == ["wrong", "right"]


@pytest.mark.sitting("ends")
def test_in_a_new_kernel_the_story_is_found_again(lab):
    lab.run("import numpy", "lesson.mental_models")
    card = lab.card("prioritizing/situations")
    card.get_by_role("button", name="Card 1: done").wait_for()
    card.get_by_role("heading", name="Card 2 of 12").wait_for()
