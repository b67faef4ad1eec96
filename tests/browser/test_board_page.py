"""A board in a page: dragged, moved by keys, typed as numbers; recorded, restored, and without a kernel."""

import pytest
import sample_texts
from card_page import open_card
from mlprojects.engine import Board
from mlprojects.engine.texts import parse_texts


def pin(page, name):
    return page.locator(f".mlp-pin[data-point='{name}']")


def middle(locator):
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_drag_moves_at_once_and_is_recorded_when_it_ends(page):
    board = open_card(page, sample_texts.ideas)
    x, y = middle(pin(page, "search").locator(".mlp-dot"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y + 40, steps=6)
    shown = pin(page, "search").get_attribute("aria-valuetext")
    assert shown != "impact 60, feasibility 70, give or take 10", "the page moves it without waiting"
    assert not board.records(), "nothing is recorded before the drag ends"
    page.mouse.up()
    page.get_by_text("Saved in your ledger.").wait_for()
    (record,) = board.records()
    assert record.data["search"]["x"] < 70
    assert record.data["search"]["y"] < 60
    now = board.points.loc["search"]
    assert pin(page, "search").get_attribute("aria-valuetext") == (
        f"impact {now['y']}, feasibility {now['x']}, give or take {now['range']}"
    )


def test_escape_during_a_drag_puts_it_back(page):
    board = open_card(page, sample_texts.ideas)
    before = pin(page, "car").get_attribute("aria-valuetext")
    x, y = middle(pin(page, "car").locator(".mlp-dot"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 80, y + 80, steps=4)
    page.keyboard.press("Escape")
    page.mouse.up()
    assert pin(page, "car").get_attribute("aria-valuetext") == before
    assert not board.records()


def test_keys_move_a_point_and_change_its_range(page):
    board = open_card(page, sample_texts.ideas)
    pin(page, "car").focus()
    for key in ("ArrowRight", "ArrowRight", "Shift+ArrowDown", "+", "+", "-"):
        page.keyboard.press(key)
    page.get_by_text("Saved in your ledger.").wait_for()
    assert board.points.loc["car", ["x", "y", "range"]].tolist() == [12, 80, 6]
    assert len(board.records()) == 1, "a burst of keys is one change"


def test_the_list_is_the_same_board_and_ones_own_can_be_named(page):
    board = open_card(page, sample_texts.ideas)
    fields = page.locator("input[type='number']")
    assert fields.count() == 9
    fields.first.fill("33")
    fields.first.press("Tab")
    page.get_by_text("Saved in your ledger.").wait_for()
    first = board.points.loc["search"]
    assert 33 in (first["x"], first["y"])
    page.locator("input[type='text']").fill("<b>Mine</b>")
    page.locator("input[type='text']").press("Tab")
    page.locator(".mlp-pin[data-point='mine'][aria-label='<b>Mine</b>']").wait_for()
    assert board.points.loc["mine", "label"] == "<b>Mine</b>"
    assert page.locator("[data-point='mine'] b").count() == 0, "a name is text and never markup"


def test_a_number_that_cannot_be_moves_nothing(page):
    board = open_card(page, sample_texts.ideas)
    before = board.points
    field = page.locator("input[type='number']").first
    field.fill("900")
    field.press("Tab")
    page.wait_for_timeout(900)
    now = board.points
    assert now.drop("search").equals(before.drop("search"))
    assert now[["x", "y"]].le(100).all(axis=None)


FAULT = "“Search”, impact: give a whole number from 0 to 100; it stays at 60."


def test_a_wrong_number_is_marked_while_it_stands_and_told_until_the_next_move(page):
    open_card(page, sample_texts.ideas)
    field = page.locator("tr[data-point='search'] input").first
    field.fill("900")
    assert field.get_attribute("aria-invalid") == "true"
    field.press("Tab")
    page.get_by_text(FAULT).wait_for()
    assert field.input_value() == "60"
    assert page.locator("[aria-invalid='true']").count() == 0, "what was put back is right"
    pin(page, "car").focus()
    assert page.get_by_text(FAULT).is_visible(), "it must be read first"
    page.keyboard.press("ArrowRight")
    assert page.get_by_text(FAULT).count() == 0


def test_whoever_comes_back_to_the_field_is_not_told_again(page):
    open_card(page, sample_texts.ideas)
    field = page.locator("tr[data-point='search'] input").first
    field.fill("900")
    field.press("Tab")
    page.get_by_text(FAULT).wait_for()
    field.focus()
    assert page.get_by_text(FAULT).count() == 0
    field.fill("")
    assert field.get_attribute("aria-invalid") == "false", "an empty field is on its way to a number"
    field.fill("7")
    field.press("Tab")
    assert page.locator(".mlp-fault").inner_text() == ""


def back(page, name):
    return page.locator(f"tr[data-point='{name}'] button")


def test_one_point_goes_back_to_its_start_and_that_is_recorded(page):
    sample_texts.ideas().place("search", x=5, y=6, range=7)
    sample_texts.ideas().place("mine", x=1, label="Bees")
    board = open_card(page, sample_texts.ideas)
    assert back(page, "car").is_hidden(), "it stands where it began"
    back(page, "search").press("Enter")
    page.get_by_text("Saved in your ledger.").wait_for()
    assert board.points.loc["search", ["x", "y", "range"]].tolist() == [70, 60, 10]
    assert board.points.loc["mine", "x"] == 1, "the others stay"
    assert back(page, "search").is_hidden()
    assert page.evaluate("document.activeElement.closest('tr').dataset.point") == "search"


def test_all_points_go_back_once_that_was_asked_and_a_name_stays(page):
    sample_texts.ideas().place("search", x=5)
    sample_texts.ideas().place("mine", x=1, label="Bees")
    board = open_card(page, sample_texts.ideas)
    before = len(board.records())
    page.get_by_role("button", name="All points back to the start").click()
    sure = page.get_by_role("button", name="Really all? Press again")
    pin(page, "car").focus()
    assert sure.count() == 0, "who does something else has not meant it"
    page.get_by_role("button", name="All points back to the start").click()
    sure.click()
    page.get_by_text("Saved in your ledger.").wait_for()
    assert board.points["x"].tolist() == [70, 10, 50]
    assert board.points.loc["mine", "label"] == "Bees"
    assert len(board.records()) == before + 2
    assert page.locator("button[aria-disabled='true']").inner_text() == "All points back to the start"


def test_the_help_on_naming_goes_once_ones_own_is_named(page):
    open_card(page, sample_texts.ideas)
    pin(page, "mine").focus()
    page.locator(".mlp-about").get_by_text("Give it a name.").wait_for()
    page.locator("input[type='text']").fill("Bees")
    page.locator(".mlp-about").get_by_text("Bees").wait_for()
    assert page.get_by_text("Give it a name.").count() == 0
    pin(page, "car").focus()
    page.locator(".mlp-about").get_by_text("It must never fail.").wait_for()


def test_where_names_have_no_room_ones_own_comes_before_the_others(page):
    point = '{{ name = "{0}", label = "Project {0}", x = 50, y = 50, range = 5, help = "x"{1} }},'
    crowd = [point.format(name, "") for name in "abcdef"] + [point.format("own", ", own = true")]
    start = sample_texts.TOML[sample_texts.TOML.index("[boards.ideas]") : sample_texts.TOML.index("points = [")]
    texts = parse_texts(f"{start}points = [{''.join(crowd)}]", "sample", "sample/q.toml")
    open_card(page, lambda: Board(texts, "ideas"))
    named = ".mlp-pin:not([data-nameless])"
    page.wait_for_selector(".mlp-pin[data-nameless]")
    assert page.locator(f"{named}[data-point='own']").count() == 1
    pin(page, "f").focus()
    shown = page.locator(named).evaluate_all("nodes => nodes.map((node) => node.dataset.point)")
    assert {"f", "own"} <= set(shown)
    assert len(shown) < 7


@pytest.mark.parametrize("width", [360, 420, 700, 1280])
def test_a_name_in_the_list_is_broken_between_words_only(page, width):
    page.set_viewport_size({"width": width, "height": 1000})
    texts = parse_texts(
        sample_texts.TOML.replace('label = "Car"', 'label = "Recommendation of cars"'), "sample", "q.toml"
    )
    open_card(page, lambda: Board(texts, "ideas"))
    title = page.locator("tr[data-point='car'] .mlp-title")
    lines = title.evaluate(
        """node => { const range = document.createRange();
          range.setStart(node.firstChild, 0); range.setEnd(node.firstChild, "Recommendation".length);
          return range.getClientRects().length; }"""
    )
    assert lines == 1, "the first word stands on one line"


def test_what_was_moved_is_found_again(page):
    sample_texts.ideas().place("search", x=5, y=6, range=7)
    open_card(page, sample_texts.ideas)
    assert pin(page, "search").get_attribute("aria-valuetext") == "impact 6, feasibility 5, give or take 7"


def test_two_displays_follow_each_other(page):
    open_card(page, sample_texts.ideas, displays=2)
    pin(page, "car").first.focus()
    page.keyboard.press("ArrowRight")
    moved = page.locator(".mlp-pin[data-point='car'][aria-valuetext*='feasibility 11,']")
    moved.nth(1).wait_for()
    assert moved.count() == 2


def test_without_a_kernel_it_says_so_and_that_a_move_is_not_recorded(page):
    board = open_card(page, sample_texts.ideas, live=False)
    page.get_by_text("Run this cell to make it live.").wait_for()
    pin(page, "car").focus()
    page.keyboard.press("ArrowRight")
    page.get_by_text("Not recorded: run this cell, then move it again.").wait_for()
    assert not board.records()


@pytest.mark.parametrize(("width", "theme"), [(360, "dark"), (420, "dark"), (1280, "light")])
def test_axe_finds_nothing_and_nothing_is_cut_off(page, axe, theme, width):
    page.set_viewport_size({"width": width, "height": 1000})
    open_card(page, sample_texts.ideas, theme=theme)
    passed = axe(page, ".mlp")
    assert passed["color-contrast"] > 5
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
