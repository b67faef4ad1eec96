"""A labelling in a page: typed, pressed, taken back, resumed; timed only while it is looked at; without a kernel."""

import math

import pytest
import sample_texts
from card_page import open_card
from sample_texts import SHADES, arrows, shades


def keyed_shades():
    item = shades()
    item._key = lambda: SHADES
    return item


def keyed_arrows():
    item = arrows()
    item._key = lambda: {"first": (1, 2, 90), "second": (0, 0, 180)}
    return item


def start(page):
    page.get_by_role("button", name="Start").click()


def wait_for(page, count, of=4):
    page.locator(".mlp-done", has_text=f"{count} of {of} labelled").first.wait_for()


def kept(item, count):
    """The item's labels, once the kernel has heard of so many."""
    item_page, labelling = item
    for _ in range(100):
        if len(labelling.labels) == count:
            return labelling.labels
        item_page.wait_for_timeout(20)
    raise AssertionError(labelling.labels)


def test_typed_digits_label_image_after_image_as_fast_as_one_types(page):
    item = open_card(page, shades)
    assert page.locator(".mlp-image").is_hidden(), "the image is covered until one is ready"
    page.keyboard.press("1")
    start(page)
    assert page.get_by_alt_text("Image 1 of 4, to be labelled").is_visible()
    for key in "012":
        page.keyboard.press(key)
    labels = kept((page, item), 3)
    assert dict(zip(labels["case"], labels["value"], strict=True)) == {"black": 0, "dark": 1, "light": 2}
    assert labels["seconds"].between(0, 60).all()
    assert page.get_by_role("progressbar", name="Images labelled").get_attribute("value") == "3"
    page.keyboard.press("3")
    page.get_by_text("You have 4 of 4 right. Look again tomorrow.").wait_for()
    assert page.evaluate("document.activeElement.closest('.mlp-feedback') !== null"), "the focus is at what came"
    assert page.get_by_role("row", name="1 4").is_visible()


def test_buttons_do_the_same_and_keys_that_are_none_do_nothing(page):
    item = open_card(page, shades)
    start(page)
    for key in ("7", "x", "Control+1"):
        page.keyboard.press(key)
    page.get_by_role("button", name="2", exact=True).click()
    assert kept((page, item), 1)["value"].tolist() == [2]


def test_the_second_half_of_a_double_click_is_no_label_of_the_next_image(page):
    item = open_card(page, shades)
    start(page)
    page.get_by_role("button", name="2", exact=True).dblclick()
    wait_for(page, 1)
    page.wait_for_timeout(600)
    page.get_by_role("button", name="2", exact=True).click()
    assert kept((page, item), 2)["value"].tolist() == [2, 2]


def test_what_was_missed_is_shown_with_the_key_and_what_was_right_is_not(page):
    open_card(page, keyed_shades)
    start(page)
    for key in "0321":
        page.keyboard.press(key)
    figures = page.locator(".mlp-review figure")
    figures.first.wait_for()
    assert figures.all_inner_texts() == ["2: 3 → 1", "4: 1 → 3"]
    assert page.get_by_alt_text("Image 2: yours 3, key 1").is_visible()


def test_poses_are_shown_with_both_arrows(page):
    open_card(page, keyed_arrows)
    start(page)
    for presses in (8, 4):
        for _ in range(presses):
            page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
    figures = page.locator(".mlp-review figure")
    figures.first.wait_for()
    assert page.get_by_alt_text("Image 1: yours x 2.0, y 0.0, angle 0; key x 1.0, y 2.0, angle 90").is_visible()
    for place in range(2):
        own, truth = (figures.nth(place).locator(f".mlp-{look} .mlp-line") for look in ("own", "truth"))
        assert own.get_attribute("d") != truth.get_attribute("d")
        styles = [each.evaluate("node => getComputedStyle(node).strokeDasharray") for each in (own, truth)]
        assert styles[0] == "none" != styles[1], "not by colour alone"


def test_digits_never_reach_the_notebook_where_they_are_shortcuts(page):
    open_card(page, shades)
    page.evaluate("window.heard = []; document.addEventListener('keydown', (event) => window.heard.push(event.key))")
    start(page)
    for key in ("0", "7", "Backspace", "PageDown"):
        page.keyboard.press(key)
    assert page.evaluate("window.heard") == ["PageDown"]


def test_backspace_and_the_button_take_the_last_one_back(page):
    item = open_card(page, shades)
    start(page)
    for key in ("3", "1", "Backspace", "2"):
        page.keyboard.press(key)
    labels = kept((page, item), 2)
    for _ in range(100):
        if labels["value"].tolist() == [3, 2]:
            break
        page.wait_for_timeout(20)
        labels = item.labels
    assert labels["value"].tolist() == [3, 2]
    back = page.get_by_role("button", name="Take the last one back")
    back.click()
    back.click()
    wait_for(page, 0)
    assert back.is_disabled()
    assert page.evaluate("document.activeElement.closest('.mlp-pad') !== null"), "the keys go on working"
    page.keyboard.press("0")
    wait_for(page, 1)


def test_it_goes_on_where_it_was_left(page):
    shades().label("black", 0)
    item = open_card(page, shades)
    wait_for(page, 1)
    page.get_by_role("button", name="Go on").click()
    page.keyboard.press("1")
    assert kept((page, item), 2)["case"].tolist() == ["black", "dark"]


def test_a_second_round_shows_nothing_of_the_first(page):
    for case, value in SHADES.items():
        shades().label(case, value)
    item = open_card(page, shades)
    page.get_by_role("button", name="Label them again").click()
    page.locator(".mlp-done", has_text="Round 2: 0 of 4 labelled").wait_for()
    assert page.get_by_text("You have").count() == 0
    page.keyboard.press("Enter")  # the focus is at the start button
    for key in "0123":
        page.keyboard.press(key)
    page.get_by_text("You have 4 of 4 right.").wait_for()
    assert item.labels["round"].tolist() == [1] * 4 + [2] * 4


def test_the_clock_stands_while_one_looks_elsewhere_and_the_image_is_covered(page):
    item = open_card(page, shades)
    page.evaluate("document.body.append(Object.assign(document.createElement('input'), { id: 'else' }))")
    start(page)
    page.wait_for_timeout(150)
    page.locator("#else").focus()
    page.get_by_role("button", name="Start").wait_for()
    assert page.locator(".mlp-image").is_hidden()
    page.wait_for_timeout(1200)
    start(page)
    page.wait_for_timeout(150)
    page.keyboard.press("0")
    (seconds,) = kept((page, item), 1)["seconds"]
    assert 0.25 <= seconds < 1.2


def test_who_comes_back_to_the_window_goes_on_by_enter(page):
    open_card(page, shades)
    start(page)
    page.keyboard.press("0")
    page.evaluate("document.hasFocus = () => false; window.dispatchEvent(new Event('blur'))")
    page.get_by_role("button", name="Go on").wait_for()
    assert page.locator(".mlp-image").is_hidden()
    page.evaluate("delete document.hasFocus")
    page.keyboard.press("Enter")
    page.keyboard.press("1")
    wait_for(page, 2)


def test_two_displays_follow_each_other(page):
    open_card(page, shades, displays=2)
    page.get_by_role("button", name="Start").first.click()
    page.keyboard.press("0")
    page.locator(".mlp-done", has_text="1 of 4 labelled").nth(1).wait_for()
    assert page.locator(".mlp-image:visible").count() == 1, "only one of them has been started"


def test_a_pose_is_set_by_sliders_fields_or_a_drag(page):
    item = open_card(page, arrows)
    start(page)
    for label, presses in (("x, to the right", 8), ("angle, counter-clockwise", 5)):
        page.get_by_label(label, exact=True).focus()
        for _ in range(presses):
            page.keyboard.press("ArrowRight")
    page.get_by_label("y, upwards, as a number in cm").fill("-3.5")
    page.get_by_label("y, upwards, as a number in cm").press("Backspace")
    assert page.get_by_label("y, upwards", exact=True).get_attribute("aria-valuetext") == "-3 cm"
    page.get_by_role("button", name="Next").click()
    first = kept((page, item), 1).iloc[0]
    assert first[["x", "y", "angle"]].tolist() == [2, -3, 10]
    assert page.get_by_label("x, to the right", exact=True).input_value() == "0", "each image starts alike"
    assert page.get_by_label("x, to the right", exact=True).evaluate("node => node === document.activeElement")
    box = page.locator(".mlp-sketch").bounding_box()
    middle = (box["x"] + box["width"] * 0.75, box["y"] + box["height"] * 0.75)
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0], middle[1] - 60, steps=4)
    page.mouse.up()
    page.get_by_role("button", name="Next").click()
    page.get_by_text("2 labels.").wait_for()
    second = item.labels.iloc[1]
    assert second[["x", "y", "angle"]].tolist() == [pytest.approx(6, abs=0.26), pytest.approx(-6, abs=0.26), 90]


def test_the_arrow_is_drawn_where_the_numbers_say(page):
    open_card(page, arrows)
    start(page)
    for label, value in (("x, to the right", 3), ("y, upwards", 2), ("angle, counter-clockwise", 90)):
        page.get_by_label(f"{label}, as a number", exact=False).fill(str(value))
    box, line = page.locator(".mlp-sketch").bounding_box(), page.locator(".mlp-line").bounding_box()
    scale = box["width"] / 24
    # The ring of radius 3 round (3, 2), and the arrow 7 up to y = 9.
    assert math.isclose((line["x"] - box["x"]) / scale - 12, 0, abs_tol=0.3)
    assert math.isclose(12 - (line["y"] - box["y"]) / scale, 9, abs_tol=0.4)
    assert math.isclose(12 - (line["y"] + line["height"] - box["y"]) / scale, -1, abs_tol=0.4)


def test_a_pose_is_given_only_after_something_was_set_for_this_image(page):
    item = open_card(page, arrows)
    start(page)
    done = page.get_by_role("button", name="Next")
    assert done.is_disabled()
    page.keyboard.press("Enter")
    assert item.labels.empty
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    wait_for(page, 1, of=2)
    assert done.is_disabled()
    assert kept((page, item), 1)["x"].tolist() == [0.25]


def test_the_angle_goes_round_by_key_and_as_a_number(page):
    open_card(page, arrows)
    start(page)
    slider = page.get_by_label("angle, counter-clockwise", exact=True)
    slider.focus()
    page.keyboard.press("ArrowLeft")
    assert slider.get_attribute("aria-valuetext") == "358 degrees"
    page.keyboard.press("ArrowRight")
    assert slider.get_attribute("aria-valuetext") == "0 degrees"
    field = page.get_by_label("angle, counter-clockwise, as a number")
    for typed, turned in (("-30", "330"), ("17", "17"), ("450", "90")):
        field.fill(typed)
        field.press("Tab")
        assert field.input_value() == turned
        assert slider.get_attribute("aria-valuetext") == f"{turned} degrees"


def test_a_number_between_two_steps_counts(page):
    item = open_card(page, arrows)
    start(page)
    page.get_by_label("x, to the right, as a number").fill("1.3")
    page.keyboard.press("Enter")
    assert kept((page, item), 1)["x"].tolist() == [1.3]


def test_a_number_that_cannot_be_changes_nothing_and_is_told(page):
    open_card(page, arrows)
    start(page)
    field = page.get_by_label("x, to the right, as a number")
    field.fill("900")
    field.press("Tab")
    assert field.input_value() == "0"
    page.get_by_text("x, to the right: a number from -12 to 12 is needed, so it stays 0.").wait_for()
    assert page.get_by_label("x, to the right", exact=True).input_value() == "0"


def test_without_a_kernel_it_says_so_and_shows_nothing_as_recorded(page):
    item = open_card(page, shades, live=False)
    page.get_by_text("Run this cell to make it live.").wait_for()
    start(page)
    page.keyboard.press("0")
    page.get_by_text("Not recorded: run this cell, then label it again.").wait_for()
    wait_for(page, 0)
    assert not item.records()


@pytest.mark.parametrize(("width", "theme"), [(420, "dark"), (1280, "light")])
@pytest.mark.parametrize("make", [keyed_shades, keyed_arrows])
def test_axe_finds_nothing_and_nothing_is_cut_off(page, axe, make, theme, width):
    page.set_viewport_size({"width": width, "height": 1000})
    item = open_card(page, make, theme=theme)

    def sound():
        assert axe(page, ".mlp")["color-contrast"] >= 3
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0

    sound()
    start(page)
    sound()
    for case in item.cases:
        item.label(case, 1 if make is keyed_shades else (1, 1, 1))
    page.evaluate("window.kernel({ type: 'hello' })")
    if make is keyed_arrows:
        page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Next" if make is keyed_arrows else "1", exact=True).click()
    page.locator(".mlp-feedback .mlp-review").wait_for()
    sound()


def test_a_photograph_is_not_turned_over_in_a_dark_page(page):
    open_card(page, sample_texts.shades, theme="dark")
    start(page)
    assert page.evaluate("getComputedStyle(document.querySelector('.mlp-image')).filter") == "none"
