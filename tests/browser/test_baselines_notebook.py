"""The baselines notebook as a learner meets it: the human line, twenty digits by key, found again, and a task."""

import pytest
from every_notebook import *  # noqa: F403 - its tests are this file's too
from mlprojects.baselines import hand, lesson
from sitting import ledger

NOTEBOOK = "05_baselines.ipynb"
KEY = [str(digit) for digit in hand.key()]

SOLUTION = """def rule(image, means):
    return int(((image - means) ** 2).sum(axis=(1, 2)).argmin())


"""


def test_the_same_curves_advise_something_else_below_the_line_where_it_flips(lab):
    explorer = lesson.same_curves
    assert lab.stage(explorer.name).locator("canvas").is_hidden()
    card = lab.card("baselines/flips_at")
    card.get_by_role("textbox").fill("21")
    card.get_by_role("button", name="Lock it in").click()
    stage = lab.stage(explorer.name)
    stage.locator(".mlp-says").filter(has_text=explorer.at(human=35).says).wait_for()
    stage.get_by_role("slider").focus()
    lab.page.keyboard.press("Home")
    lowest = explorer.controls["human"].values[0]
    stage.locator(".mlp-says").filter(has_text=explorer.at(human=lowest).says).wait_for()


def label(lab, digits, already):
    """Type these digits into the card of the twenty, which has so many labels already."""
    card = lab.card("baselines/digits_by_hand")
    # In a new kernel the old card may stand for a moment; the new one is live and knows what the ledger has.
    lab.page.locator("[data-item='baselines/digits_by_hand'][data-live='true']").first.wait_for()
    card.locator(".mlp-done", has_text=f"{already} of 20 labelled").first.wait_for()
    card.get_by_role("button", name="Start").or_(card.get_by_role("button", name="Go on")).first.click()
    card.locator(".mlp-image").wait_for()
    for count, digit in enumerate(digits, already + 1):
        lab.page.keyboard.press(digit)
        if count < len(hand.CASES):
            card.locator(".mlp-done", has_text=f"{count} of 20 labelled").first.wait_for()
    return card


def labels(work):
    """The digits that the ledger has."""
    data = [record["data"] for record in ledger(work) if record["item"] == "baselines/digits_by_hand"]
    return [str(each["value"]) for each in data if "value" in each]


def test_digits_are_labelled_by_key(lab, work):
    label(lab, KEY[:7], 0)
    for _ in range(500):  # the page shows a label at once, and tells the kernel then
        if labels(work) == KEY[:7]:
            break
        lab.page.wait_for_timeout(20)
    assert labels(work) == KEY[:7]


def test_a_rule_is_written_wrong_and_then_right(lab, work):
    card = lab.card("baselines/rule")
    lab.type_in_cell("def rule(", "def rule(image, means):\n    return 3\n\n\n")
    card.get_by_text("Not yet.").wait_for()
    lab.type_in_cell("def rule(", SOLUTION)
    card.get_by_role("strong").filter(has_text="Right.").wait_for()
    assert [record["data"]["outcome"] for record in ledger(work)[-2:]] == ["wrong", "right"]


@pytest.mark.sitting("ends")
def test_in_a_new_kernel_the_twenty_digits_go_on_where_they_were_left(lab, work):
    lab.run("from mlprojects", "lesson.digits_by_hand")
    card = label(lab, KEY[7:], 7)
    card.get_by_role("table").get_by_text("support vector machine", exact=False).first.wait_for()
    assert labels(work) == KEY
