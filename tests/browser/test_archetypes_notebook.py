"""The archetypes notebook as a learner meets it: a wheel to cut, a product that changes, a threshold, a task."""

from every_notebook import *  # noqa: F403 - its tests are this file's too
from mlprojects.archetypes import lesson
from sitting import choose, ledger

NOTEBOOK = "03_archetypes.ipynb"

SOLUTION = """def trials_needed(rate, confidence):
    import math

    return math.ceil(math.log(1 - confidence) / math.log(1 - rate))


"""


def test_the_wheel_waits_for_the_prediction_and_stands_when_a_link_is_cut(lab, work):
    explorer = lesson.flywheel
    assert lab.stage(explorer.name).locator("canvas").is_hidden()
    card = lab.card("archetypes/ten_times_labels")
    card.get_by_role("radio", name=lesson.ten_times_labels.entry["options"][0], exact=True).check()
    card.get_by_role("button", name="Lock it in").click()
    stage = lab.stage(explorer.name)
    stage.get_by_label("users → data", exact=True).check()
    stage.locator(".mlp-says").filter(has_text=explorer.at(cut="users → data").says).wait_for()
    assert ledger(work)[-1]["item"] == "archetypes/ten_times_labels"


def test_one_decision_changes_the_archetype_of_a_product(lab):
    number, page = next((number, page) for number, page in enumerate(lesson.products.pages, 1) if len(page) > 1)
    card = lab.card("archetypes/products")
    card.get_by_role("button", name=f"Card {number}", exact=False).first.click()
    first, changed = page
    for right in (False, True):
        choose(card, first, right)
    choose(card, changed, right=True)
    rights = [next(o["text"] for o in question.entry["options"] if o.get("right")) for question in page]
    assert rights[0] != rights[1]


def test_a_threshold_is_set_from_the_keyboard_and_judged_on_the_test_images(lab):
    explorer = lesson.ask_a_person
    stage = lab.stage(explorer.name)
    stage.get_by_role("button", name="Open without predicting").click()
    stage.get_by_role("slider", name="A person decides below").focus()
    lab.page.keyboard.press("End")
    last = explorer.controls["threshold"].values[-1]
    stage.locator(".mlp-says").filter(has_text=explorer.at(threshold=last).says).wait_for()
    stage.get_by_label("Judge on the test set").check()
    stage.locator(".mlp-says").filter(has_text=explorer.at(threshold=last, test=True).says).wait_for()


def test_trials_are_counted_wrong_and_then_right_and_both_are_kept(lab, work):
    card = lab.card("archetypes/trials_needed")
    lab.type_in_cell("def trials_needed(", "def trials_needed(rate, confidence):\n    return 3 / rate\n\n\n")
    card.get_by_text("Not yet.").wait_for()
    lab.type_in_cell("def trials_needed(", SOLUTION)
    card.get_by_text("Right.").wait_for()
    assert [record["data"]["outcome"] for record in ledger(work)[-2:]] == ["wrong", "right"]
