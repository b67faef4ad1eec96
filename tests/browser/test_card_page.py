"""The card in a page, answered by the real items in Python; only Jupyter between them is left out."""

import json

import pytest
import sample_texts
from mlprojects.engine import front
from mlprojects.engine.card import Card

# Stands where JupyterLab does: passes messages on, and fires a change when the kernel sets the state.
MODEL = """
const heard = {};
const traits = START;
const fire = (name, ...what) => (heard[name] ?? []).forEach((callback) => callback(...what));
const model = {
  get: (name) => traits[name],
  set() {}, save_changes() {},
  on: (name, callback) => (heard[name] ??= []).push(callback),
  off() {},
  send: (message) => window.kernel && window.kernel(message).then(({ state, messages }) => {
    traits.state = state;
    fire("change:state");
    messages.forEach((each) => fire("msg:custom", each, []));
  }),
};
render({ model, el: document.querySelector("main") });
"""


def open_card(page, make, theme="light", live=True):
    card = Card(make())
    card.item._cards.add(card)
    messages = []
    card.send = messages.append

    def kernel(message):
        messages.clear()
        card._hear(card, message, [])
        return {"state": card.state, "messages": list(messages)}

    if live:
        page.expose_function("kernel", kernel)
    start = json.dumps({"spec": card.spec, "state": card.state}).replace("<", "\\u003c")
    script = front.module("card") + MODEL.replace("START", start)
    ground = "#15181c" if theme == "dark" else "#ffffff"
    page.set_content(
        f'<!doctype html><html lang="en"><title>Card</title><style>{front.style()}</style>'
        f'<body data-mlp-theme="{theme}" style="background:{ground}"><main></main>'
        f'<script type="module">{script}</script></body></html>'
    )
    page.wait_for_selector(".mlp-card[data-live]" if live else ".mlp-card")
    return card.item


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


def test_checking_without_a_choice_says_so(page):
    item = open_card(page, sample_texts.winner)
    page.get_by_role("button", name="Check").click()
    page.get_by_text("Choose an answer first.").wait_for()
    assert item.records() == []


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


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("make", sample_texts.ALL)
@pytest.mark.parametrize("width", [420, 1100])
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
