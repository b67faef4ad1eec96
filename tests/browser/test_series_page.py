"""A series of cards in a page: turning cards, second steps, and where the focus goes."""

import pytest
import sample_texts
from card_page import open_card
from mlprojects.engine import Series
from mlprojects.engine.texts import parse_texts

DATA, WORLD = "Back to data collection", "It no longer looks like the world"
FOCUSED = "() => document.activeElement.textContent"


def heading(page):
    return page.get_by_role("heading").inner_text()


def answer(page, option):
    """Choose an option and check it, in the item where it stands."""
    page.get_by_label(option).check()
    page.locator(".mlp-item", has=page.get_by_label(option)).get_by_role("button", name="Check").click()


def test_wrong_then_right_then_the_second_step(page):
    deck = open_card(page, sample_texts.symptoms)
    assert heading(page) == "Card 1 of 3"
    assert page.get_by_text("Step 1 of 2").is_visible()
    answer(page, "Stay in training")
    page.get_by_text("Not yet.").wait_for()
    assert "More epochs show no lamp." in page.locator(".mlp-feedback").inner_text()
    assert page.locator(".mlp-item").count() == 1
    answer(page, DATA)
    page.get_by_text("Data it is: why?").wait_for()
    assert page.get_by_role("button", name="Card 1: open").is_visible()
    answer(page, WORLD)
    page.get_by_text("Card 1 is done.").wait_for()
    assert page.get_by_role("button", name="Card 1: done").inner_text() == "1 ✓"
    assert page.get_by_text("Cards: 1 of 3 done").is_visible()
    assert deck.done == [True, False, False]


def test_everything_works_from_the_keyboard(page):
    deck = open_card(page, sample_texts.symptoms)
    page.get_by_role("button", name="Card 1: open").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == "Card 2 of 3", "the heading has the focus, and Tab leads to the question"
    page.keyboard.press("Tab")
    page.keyboard.type("5")
    page.keyboard.press("Enter")
    page.get_by_text("Card 2 is done.").wait_for()
    assert page.evaluate("document.activeElement.value") == "5", "an answer leaves the focus where it is"
    for _ in range(4):  # Check, Show the solution, Previous card, Next card
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == "Card 3 of 3"
    assert deck["halved"].right


def test_when_a_second_step_comes_the_focus_stays_and_it_is_announced(page):
    open_card(page, sample_texts.symptoms)
    page.get_by_label(DATA).focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.get_by_text("Data it is: why?").wait_for()
    assert page.get_by_label(DATA).evaluate("node => node === document.activeElement")
    assert page.get_by_role("status").get_by_text("Step 2 is open, below step 1.").count() == 1
    for _ in range(3):  # Check, Show the solution, and then the first option of step 2
        page.keyboard.press("Tab")
    assert page.get_by_label("There is too little of it").evaluate("node => node === document.activeElement")


def test_one_may_go_on_without_an_answer_and_come_back_to_what_was_chosen(page):
    deck = open_card(page, sample_texts.symptoms)
    page.get_by_label("Back to planning").check()
    assert page.get_by_role("button", name="Previous card").is_disabled()
    page.get_by_role("button", name="Next card").click()
    page.get_by_role("textbox").fill("7")
    page.get_by_role("button", name="Next card").click()
    assert heading(page) == "Card 3 of 3"
    assert page.get_by_role("button", name="Next card").is_disabled()
    page.get_by_role("button", name="Previous card").click()
    assert page.get_by_role("textbox").input_value() == "7"
    page.get_by_role("button", name="Card 1: open").click()
    assert heading(page) == "Card 1 of 3"
    assert page.get_by_label("Back to planning").is_checked()
    assert page.get_by_role("button", name="Card 1: open").get_attribute("aria-current") == "step"
    assert page.locator("[aria-current]").count() == 1
    assert [question.records() for question in deck.questions] == [[]] * 4


def test_each_card_has_its_own_hints_and_notes(page):
    open_card(page, sample_texts.symptoms)
    page.get_by_role("button", name="Hint 1 of 1").click()
    page.get_by_text("What changed: the world or the aim?").wait_for()
    page.get_by_role("button", name="Check").click()
    page.get_by_text("Choose an answer first.").wait_for()
    page.get_by_role("button", name="Next card").click()
    assert page.get_by_text("What changed").count() == 0
    assert page.get_by_text("Choose an answer first.").count() == 0
    page.get_by_role("button", name="Hint 1 of 1").click()
    page.get_by_text("Divide by 2.").wait_for()


def started():
    """A deck whose first card is done, whose third got a wrong answer."""
    deck = sample_texts.symptoms()
    deck["lamps"].answer(DATA)
    deck["lamps_reason"].answer(WORLD)
    deck["slow"].answer("Nowhere")
    return deck


def test_it_opens_at_the_first_card_that_is_not_done_and_finds_every_answer_again(page):
    started()
    open_card(page, sample_texts.symptoms)
    assert heading(page) == "Card 2 of 3"
    page.get_by_role("button", name="Card 1: done").click()
    assert page.get_by_label(DATA).is_checked()
    assert page.get_by_label(WORLD).is_checked()
    page.get_by_role("button", name="Card 3: open").click()
    assert page.get_by_label("Nowhere").is_checked()
    assert page.get_by_text("Not yet.").is_visible()


def test_the_last_card_says_that_all_are_done(page):
    started()["halved"].answer(5)
    open_card(page, sample_texts.symptoms)
    answer(page, "Back to planning")
    page.get_by_text("All cards are done.").wait_for()
    assert page.get_by_text("Cards: 3 of 3 done").is_visible()


def test_without_a_kernel_cards_turn_and_what_to_do_is_said(page):
    started()
    open_card(page, sample_texts.symptoms, live=False)
    page.get_by_text("Run this cell to make it live.").wait_for()
    page.get_by_role("button", name="Next card").click()
    assert heading(page) == "Card 3 of 3"
    answer(page, "Back to planning")
    page.get_by_text("Not recorded: run this cell, then answer again.").wait_for()
    assert page.get_by_label("Back to planning").is_checked()


def test_an_answer_in_one_display_turns_no_card_in_another(page):
    open_card(page, sample_texts.symptoms, displays=2)
    one, two = page.locator(".mlp-card").nth(0), page.locator(".mlp-card").nth(1)
    two.get_by_role("button", name="Next card").click()
    one.get_by_label(DATA).check()
    page.keyboard.press("Enter")
    one.get_by_text("Data it is: why?").wait_for()
    assert two.get_by_role("heading").inner_text() == "Card 2 of 3"
    two.get_by_role("button", name="Previous card").click()
    assert two.get_by_text("Data it is: why?").is_visible()


@pytest.mark.parametrize(("width", "columns"), [(420, 1), (1280, 2)])
def test_many_short_options_stand_in_two_columns_where_there_is_room(page, width, columns):
    page.set_viewport_size({"width": width, "height": 800})
    open_card(page, sample_texts.symptoms)
    lefts = page.eval_on_selector_all(
        ".mlp-option", "all => all.map(one => Math.round(one.getBoundingClientRect().left))"
    )
    assert len(set(lefts)) == columns


@pytest.mark.parametrize(("width", "theme"), [(420, "dark"), (1280, "light")])
def test_axe_finds_nothing_and_nothing_is_cut_off(page, axe, theme, width):
    page.set_viewport_size({"width": width, "height": 800})
    open_card(page, started, theme)
    for name in ("Card 1: done", "Card 3: open", "Card 2: open"):
        page.get_by_role("button", name=name).click()
        assert axe(page, ".mlp-card")["color-contrast"] >= 4, "axe must have judged the contrast of text and buttons"
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0


def twelve():
    """A deck of twelve cards, of which the last but one is done: axe lets single characters pass."""
    entry = sample_texts.TOML.partition("[questions.halved]")[2].partition("[questions.")[0]
    names = [f"n{place}" for place in range(12)]
    questions = "".join(f"[questions.{name}]{entry}" for name in names)
    toml = f'{questions}[series.deck]\nprompt = "Twelve"\npages = {[[name] for name in names]}\n'
    deck = Series(parse_texts(toml, "sample", "sample/questions.toml"), "deck")
    deck["n10"].answer(5)
    return deck


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_numbers_of_the_cards_can_be_read_whatever_their_state(page, axe, theme):
    open_card(page, twelve, theme)
    for name in ("Card 11: done", "Card 12: open"):
        page.get_by_role("button", name=name).click()
        assert axe(page, ".mlp-numbers")["color-contrast"] == 12


def test_the_last_card_leads_back_to_the_one_that_is_still_open(page):
    started()
    open_card(page, sample_texts.symptoms)
    page.get_by_role("button", name="Card 3: open").click()
    assert page.get_by_role("button", name="Next card").is_disabled()
    answer(page, "Back to planning")
    page.get_by_text("Card 3 is done.").wait_for()
    assert page.get_by_text("Still open: card 2.").is_visible()
    page.get_by_role("button", name="Next card").click()
    assert heading(page) == "Card 2 of 3"
    assert page.get_by_text("Still open").count() == 0
    page.get_by_role("button", name="Next card").click()
    assert page.get_by_text("Still open: card 2.").is_visible()
    page.get_by_role("button", name="Previous card").click()
    page.get_by_role("textbox").fill("5")
    page.keyboard.press("Enter")
    page.get_by_text("All cards are done.").wait_for()
    page.get_by_role("button", name="Next card").click()
    assert page.get_by_text("Still open").count() == 0
    assert page.get_by_role("button", name="Next card").is_disabled()
