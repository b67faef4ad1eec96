"""The card in a page, answered by the real items in Python; only Jupyter between them is left out."""

import pytest
import sample_texts
from card_page import open_card
from mlprojects.engine import Prediction, Question
from mlprojects.engine.texts import parse_texts
from mlprojects.record import current_ledger


def test_a_wrong_answer_is_told_its_reason_and_a_right_one_too(page):
    open_card(page, sample_texts.winner)
    page.get_by_label("Model 2").check()
    page.get_by_role("button", name="Check").click()
    page.get_by_text("Not yet.").wait_for()
    assert "Its recall is 0.7" in page.locator(".mlp-feedback").inner_text()
    page.get_by_label("Model 3").check()
    page.get_by_role("button", name="Check").click()
    page.get_by_text("Right.").wait_for()


def test_everything_works_from_the_keyboard(page):
    item = open_card(page, sample_texts.winner)
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_text("Not yet.").wait_for()
    assert item.records()[0].data["value"] == ["Model 2"]
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.get_by_text("Look at the recall column.").wait_for()
    assert page.get_by_label("Model 2").is_checked(), "a hint must not undo a choice"


def test_hints_come_one_by_one_and_the_solution_last(page):
    open_card(page, sample_texts.winner)
    for name, text in (
        ("Hint 1 of 2", "Look at the recall column."),
        ("Hint 2 of 2", "Only one model has 0.8 or more."),
        ("Show the solution", "Model 3 does."),
    ):
        page.get_by_role("button", name=name).click()
        page.locator(".mlp-hints").get_by_text(text).wait_for()
    assert page.locator(".mlp-hint").is_hidden()


def test_a_hint_leaves_the_choice_that_was_made_since_the_last_answer(page):
    open_card(page, sample_texts.winner)
    page.get_by_label("Model 2").check()
    page.get_by_role("button", name="Check").click()
    page.get_by_text("Not yet.").wait_for()
    page.get_by_label("Model 3").check()
    page.get_by_role("button", name="Hint 1 of 2").click()
    page.get_by_text("Look at the recall column.").wait_for()
    assert page.get_by_label("Model 3").is_checked()


AGED = "Your last answer: "


def aged(page):
    """Whether what is said is shown as said to the last answer, and in another colour than a verdict."""
    return page.locator(".mlp-feedback > strong").evaluate(
        """node => [getComputedStyle(node, "::before").content, getComputedStyle(node).color,
                    getComputedStyle(node.parentNode).borderLeftColor]"""
    )


def test_a_verdict_fades_when_another_option_is_chosen_and_comes_back_with_its_own(page):
    open_card(page, sample_texts.winner)
    page.get_by_label("Model 2").check()
    page.get_by_role("button", name="Check").click()
    page.get_by_text("Not yet.").wait_for()
    fresh = aged(page)
    assert fresh[0] == "none"
    page.get_by_label("Model 3").check()
    old = aged(page)
    assert old[0] == f'"{AGED}"'
    assert old[1] != fresh[1]
    assert old[2] != fresh[2]
    assert page.get_by_text("Its recall is 0.7").is_visible(), "the reason can still be read"
    page.get_by_role("button", name="Hint 1 of 2").click()
    page.get_by_text("Look at the recall column.").wait_for()
    assert aged(page) == old, "a hint makes it no younger"
    page.get_by_label("Model 2").check()
    assert aged(page) == fresh
    page.get_by_label("Model 3").check()
    page.get_by_role("button", name="Check").click()
    page.get_by_text("Right.").wait_for()
    assert aged(page)[0] == "none"


def test_a_verdict_on_a_number_fades_while_another_is_typed_and_after_a_restart(page):
    sample_texts.score().answer(90)
    open_card(page, sample_texts.score)
    assert page.get_by_role("textbox").input_value() == "90"
    assert aged(page)[0] == "none"
    page.get_by_role("textbox").fill("9")
    assert aged(page)[0] == f'"{AGED}"'


def test_a_share_where_percent_are_asked_is_asked_once(page):
    toml = (
        '[predictions.share]\nkind = "number"\nprompt = "How many?"\nafter = "So."\nunit = "%"\nlow = 0\nhigh = 100\n'
    )
    texts = parse_texts(toml, "sample", "sample/questions.toml")
    item = open_card(page, lambda: Prediction(texts, "share", lambda: 98.9))
    page.get_by_role("textbox").fill("0.999")
    page.keyboard.press("Enter")
    page.get_by_text("Do you mean 99.9 %? Then give that number.").wait_for()
    assert page.get_by_role("textbox").is_enabled()
    assert page.get_by_role("textbox").input_value() == "0.999"
    page.keyboard.press("Enter")
    page.get_by_text("You predicted 0.999 %; the calculation says 98.9 %, so you were 97.9 points too low.").wait_for()
    assert item.value == 0.999


@pytest.mark.parametrize(
    ("solution", "first"), [("```python\nx = 1\n```\n\nSo it is.", "PRE"), ("- one\n- two\n\nSo.", "UL"), ("So.", "")]
)
def test_the_word_solution_comes_first_whatever_the_solution_begins_with(page, solution, first):
    texts = parse_texts(
        sample_texts.TOML.replace('solution = "Model 3 does."', f'solution = """{solution}"""'),
        "sample",
        "sample/q.toml",
    )
    open_card(page, lambda: Question(texts, "winner"))
    for name in ("Hint 1 of 2", "Hint 2 of 2", "Show the solution"):
        page.get_by_role("button", name=name).click()
    page.locator(".mlp-hints").get_by_text("Solution.").wait_for()
    last = page.locator(".mlp-hints > ul > li").last
    assert last.inner_text().startswith("Solution.")
    assert last.evaluate("node => node.querySelector('strong').nextElementSibling?.tagName ?? ''") == first


def test_checking_without_a_choice_says_so(page):
    item = open_card(page, sample_texts.winner)
    page.get_by_role("button", name="Check").click()
    page.get_by_text("Choose an answer first.").wait_for()
    assert item.records() == []


def test_a_note_is_said_again_when_the_same_button_is_pressed_again(page):
    open_card(page, sample_texts.winner)
    for _ in range(2):
        page.get_by_role("button", name="Check").click()
        page.get_by_text("Choose an answer first.").wait_for(timeout=3000)


def test_a_number_is_typed_and_a_word_is_told_what_is_accepted(page):
    open_card(page, sample_texts.score)
    page.get_by_role("textbox").fill("half")
    page.keyboard.press("Enter")
    page.get_by_text("“half” is not a number").wait_for()
    assert page.get_by_role("textbox").input_value() == "half"
    page.get_by_role("textbox").fill("50 %")
    page.keyboard.press("Enter")
    page.get_by_text("Right.").wait_for()


def test_a_prediction_locks(page):
    item = open_card(page, sample_texts.guess)
    page.get_by_label("Model 1").check()
    page.get_by_role("button", name="Lock it in").click()
    page.get_by_text("You predicted Model 1; the calculation says Model 3.").wait_for()
    assert page.get_by_label("Model 2").is_disabled()
    assert page.get_by_role("button", name="Locked", exact=True).is_disabled()
    assert item.value == "Model 1"


FOCUSED = """() => { const now = document.activeElement;
  return document.querySelector(".mlp-card").contains(now) && !now.disabled && now.offsetParent !== null; }"""


def test_the_focus_stays_in_the_card_when_the_hints_are_used_up(page):
    open_card(page, sample_texts.winner)
    for name, text in (
        ("Hint 1 of 2", "Look at the recall"),
        ("Hint 2 of 2", "Only one"),
        ("Show the solution", "Model 3 does."),
    ):
        page.get_by_role("button", name=name).focus()
        page.keyboard.press("Enter")
        page.locator(".mlp-hints").get_by_text(text).wait_for()
    page.wait_for_function(FOCUSED, timeout=2000)


@pytest.mark.parametrize("by", ["option", "button"])
def test_the_focus_stays_in_the_card_when_a_prediction_locks(page, by):
    open_card(page, sample_texts.guess)
    page.get_by_label("Model 1").check()
    (page.get_by_label("Model 1") if by == "option" else page.get_by_role("button", name="Lock it in")).focus()
    page.keyboard.press("Enter")
    page.get_by_text("the calculation says").wait_for()
    page.wait_for_function(FOCUSED, timeout=2000)


def test_after_a_right_answer_the_solution_is_offered_at_once(page):
    open_card(page, sample_texts.winner)
    page.get_by_label("Model 3").check()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Show the solution").click()
    page.locator(".mlp-hints").get_by_text("Model 3 does.").wait_for()


def test_a_form_saves_what_it_can_and_says_what_it_cannot(page):
    item = open_card(page, sample_texts.metric)
    page.get_by_label("Name").fill("<script>alert(1)</script> 정밀도")
    page.get_by_label("Limit").fill("much")
    page.get_by_label("Why").fill("because")
    page.keyboard.press("Control+Enter")
    page.get_by_text("“much” is not a number").wait_for()
    assert page.get_by_label("Limit").get_attribute("aria-invalid") == "true"
    assert page.get_by_label("Limit").input_value() == "much", "what was typed stays"
    assert item.values == {"name": "<script>alert(1)</script> 정밀도", "why": "because"}
    page.get_by_label("Limit").fill("0.5")
    page.get_by_role("button", name="Save").click()
    page.wait_for_function("document.querySelector('[aria-invalid=true]') === null")
    assert item.values["limit"] == 0.5


def test_a_form_does_not_say_that_all_is_saved_while_a_field_is_refused(page):
    open_card(page, sample_texts.metric)
    said = page.locator(".mlp-saved")
    save = page.get_by_role("button", name="Save")
    page.get_by_label("Limit").fill("much")
    save.click()
    page.get_by_text("Not saved: one field that has to be put right: “Limit”.").wait_for()
    page.get_by_label("Name").fill("Cost")
    page.get_by_label("Why").fill("x" * 3000)
    save.click()
    page.get_by_text("Saved, except 2 fields that have to be put right: “Limit”, “Why”.").wait_for()
    warned = said.evaluate("node => getComputedStyle(node).color")
    page.get_by_label("Limit").fill("0,1")
    save.click()
    page.get_by_text("Saved, except one field that has to be put right: “Why”.").wait_for()
    assert page.get_by_label("Limit").input_value() == "0.1"
    page.get_by_label("Why").fill("because")
    page.get_by_label("Limit").fill("0,1")
    save.click()
    page.get_by_text("Saved in your ledger.").wait_for()
    assert page.get_by_label("Limit").input_value() == "0.1", "what was read is shown, though it is as before"
    assert said.evaluate("node => getComputedStyle(node).color") != warned


def test_a_second_display_follows_a_save_and_keeps_what_is_being_typed_in_it(page):
    open_card(page, sample_texts.metric, displays=2)
    one, two = page.locator(".mlp-card").nth(0), page.locator(".mlp-card").nth(1)
    two.get_by_label("Why").fill("half a sent")
    one.get_by_label("Name").fill("Cost")
    one.get_by_label("Limit").fill("0,5")
    one.get_by_label("Better is").select_option("lower")
    one.get_by_label("Why").fill("because")
    one.get_by_role("button", name="Save").click()
    two.get_by_text("Saved in your ledger.").wait_for()
    assert two.get_by_label("Name").input_value() == "Cost"
    assert two.get_by_label("Better is").input_value() == "lower"
    assert two.get_by_label("Limit").input_value() == one.get_by_label("Limit").input_value() == "0.5"
    assert two.get_by_label("Why").input_value() == "half a sent"
    one.get_by_label("Name").fill("Price")
    one.get_by_role("button", name="Save").click()
    page.wait_for_function("document.querySelectorAll('.mlp-card')[1].querySelector('input').value === 'Price'")
    two.get_by_role("button", name="Save").click()
    page.wait_for_function("document.querySelector('.mlp-card textarea').value === 'half a sent'")
    assert one.get_by_label("Name").input_value() == "Price", "what was saved in between was no older entry"


def test_a_choice_that_is_no_longer_offered_is_shown_and_survives_a_save(page):
    current_ledger().append("brief", "sample/metric", {"direction": "sideways", "name": "Cost"})
    item = open_card(page, sample_texts.metric)
    assert page.get_by_label("Better is").locator("option:checked").inner_text() == "sideways (no longer offered)"
    page.get_by_label("Name").fill("Price")
    page.get_by_role("button", name="Save").click()
    page.wait_for_function("document.querySelector('.mlp-saved').textContent !== ''")
    assert item.values == {"direction": "sideways", "name": "Price"}


def test_an_answer_that_the_options_no_longer_hold_is_told(page):
    current_ledger().append("answer", "sample/winner", {"value": ["Model <i>0</i>"], "outcome": "wrong"})
    open_card(page, sample_texts.winner, live=False)
    page.get_by_text("Your saved answer Model <i>0</i> no longer fits the options").wait_for()
    assert page.get_by_role("radio", checked=True).count() == 0


def test_what_was_typed_is_shown_as_text(page):
    sample_texts.metric().save(name="<img src=x onerror=alert(1)>")
    open_card(page, sample_texts.metric)
    assert page.get_by_label("Name").input_value() == "<img src=x onerror=alert(1)>"
    assert page.locator("main img").count() == 0


def test_without_a_kernel_the_card_says_what_to_do_and_keeps_the_choice(page):
    open_card(page, sample_texts.winner, live=False)
    page.get_by_text("Run this cell to make it live.").wait_for()
    page.get_by_label("Model 2").check()
    page.get_by_role("button", name="Check").click()
    page.get_by_text("Not recorded: run this cell, then answer again.").wait_for()
    assert page.get_by_label("Model 2").is_checked()


@pytest.mark.parametrize("make", sample_texts.ALL)
@pytest.mark.parametrize(("width", "theme"), [(420, "dark"), (1100, "light")])
def test_axe_finds_nothing_and_nothing_is_cut_off(page, axe, make, theme, width):
    page.set_viewport_size({"width": width, "height": 800})
    item = open_card(page, make, theme)
    item.hint() if "hints" in item.entry else None
    if make is sample_texts.winner:
        page.get_by_label("Model 2").check()
        page.get_by_role("button", name="Check").click()
        page.get_by_text("Not yet.").wait_for()
    assert axe(page, ".mlp-card")["color-contrast"] >= 2, "axe must have judged the contrast of prompt and buttons"
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0


SLOW = """() => { const kernel = window.kernel; window.freed = new Promise((free) => (window.free = free));
  window.asked = 0;
  window.kernel = async (message) => { window.asked += 1; await window.freed; return kernel(message); }; }"""


@pytest.mark.parametrize(
    ("make", "option", "button", "says"),
    [
        (sample_texts.winner, "Model 2", "Check", "Checking …"),
        (sample_texts.guess, "Model 1", "Lock it in", "Locked in, computing …"),
    ],
)
def test_while_the_kernel_computes_the_card_says_so_and_takes_no_second_answer(page, make, option, button, says):
    open_card(page, make)
    page.evaluate(SLOW)
    page.get_by_label(option).check()
    page.get_by_role("button", name=button).click()
    page.get_by_text(says).wait_for()
    assert page.locator(".mlp-primary").get_attribute("aria-disabled") == "true"
    assert page.locator(".mlp-primary").evaluate("node => node === document.activeElement"), "the focus stays"
    page.keyboard.press("Enter")
    assert page.evaluate("asked") == 1
    page.evaluate("free()")
    page.locator(".mlp-feedback").wait_for()
    assert page.get_by_text(says).count() == 0
    assert page.locator(".mlp-primary").get_attribute("aria-disabled") is None


def test_when_the_kernel_is_gone_the_answer_can_be_given_again(page):
    open_card(page, sample_texts.winner)
    page.evaluate(SLOW)
    page.get_by_label("Model 2").check()
    page.get_by_role("button", name="Check").click()
    page.get_by_text("Checking …").wait_for()
    page.get_by_text("Not recorded: run this cell, then answer again.").wait_for()
    assert page.get_by_text("Checking …").count() == 0
    assert page.get_by_role("button", name="Check").is_enabled()
