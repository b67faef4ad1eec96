"""`course present` as it is on the projector: one slide at a time, a slider that answers, code that runs, keys."""

import re

import pytest
from mlprojects.course.driver import LabPage, server
from mlprojects.welcome import lesson
from sitting import ledger
from watching import watched_page

BEAMER, LARGE = {"width": 1280, "height": 720}, {"width": 1920, "height": 1080}
EXPLORER = ".mlp-stage[data-explorer='portfolio']"
QUESTION = ".mlp-card[data-item='welcome/portfolio_of_six']"
"""Behind it, the notebook asks its model in code."""


@pytest.fixture(scope="module")
def shown(browser, work):
    """The welcome, presented: opened at the address that the server itself opens, and run."""
    with server(work, "present", "00") as address, watched_page(browser) as page:
        opened = LabPage(page, address)
        page.set_viewport_size(BEAMER)
        page.goto(f"{opened.base}/?{opened.query}")
        sign(page).filter(has_text=re.compile(r"^1 / \d+$")).wait_for()
        yield opened


def sign(page):
    return page.locator(".mlp-sign")


def at(page):
    """The number of the slide that is shown."""
    return int(sign(page).inner_text().split(" / ")[0])


def go_to(page, selector):
    """Press PageDown until the slide shows it."""
    page.keyboard.press("Escape")
    page.keyboard.press("Home")
    for _ in range(40):
        if page.locator(selector).first.is_visible():
            return page.locator(selector).first
        page.keyboard.press("PageDown")
    raise AssertionError(f"No slide shows {selector}.")


def test_one_slide_at_a_time_and_nothing_around_it(shown):
    page = shown.page
    heading = page.get_by_role("heading", name="0 Welcome")
    heading.wait_for()
    heading.dblclick()
    assert heading.is_visible(), "its source is not for the class"
    assert page.locator(".jp-Cell:visible").count() == 1
    for chrome in ("#jp-top-panel", "#jp-menu-panel", ".jp-SideBar", ".jp-NotebookPanel-toolbar", "#jp-bottom-panel"):
        assert page.locator(f"{chrome}:visible").count() == 0, chrome
    for key, number in (("ArrowRight", 2), ("PageDown", 3), ("Space", 4), ("PageUp", 3), ("ArrowLeft", 2)):
        page.keyboard.press(key)
        assert at(page) == number, key
    assert heading.is_hidden()
    cells = page.evaluate("window.jupyterapp.shell.currentWidget.content.widgets.length")
    for key in "ddxab0":  # in JupyterLab these delete, cut and insert cells, and restart the kernel
        page.keyboard.press(key)
    assert page.evaluate("window.jupyterapp.shell.currentWidget.content.widgets.length") == cells
    assert page.locator(".jp-Dialog").count() == 0


def test_a_prediction_is_kept_and_a_slider_answers(shown, work):
    page = shown.page
    card = go_to(page, ".mlp-card[data-item='welcome/at_least_one']")
    card.get_by_role("textbox").fill("50 %")
    page.keyboard.press("Enter")
    card.get_by_text("You predicted 50 %").wait_for()
    assert ledger(work)[0]["kind"] == "prediction"

    stage = go_to(page, EXPLORER)
    number = at(page)
    explorer = lesson.portfolio
    stage.locator(f"canvas[data-key='{explorer.key()}']").wait_for()
    stage.get_by_role("slider").first.focus()
    page.keyboard.press("End")
    name, slider = next(iter(explorer.controls.items()))
    last = {name: slider.values[-1]}
    stage.locator(f"canvas[data-key='{explorer.key(**last)}']").wait_for()
    assert stage.locator(".mlp-says").inner_text() == explorer.at(**last).says
    assert at(page) == number, "the keys of a control do not turn the page"
    page.keyboard.press("PageDown")
    assert at(page) == number + 1, "a remote does"


def test_code_is_changed_and_run_on_its_slide(shown):
    page = shown.page
    go_to(page, QUESTION)
    number = at(page)
    assert page.locator(".cm-content:visible").count() == 0
    page.keyboard.press("c")
    page.locator(".cm-content:visible").first.wait_for()
    page.keyboard.press("Enter")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("print('seen by', 6 * 7)\n# nothing lost: ")
    page.keyboard.press("ArrowLeft")
    assert at(page) == number
    page.keyboard.press("Shift+Enter")
    page.locator(".jp-OutputArea-output:visible", has_text="seen by 42").wait_for()
    assert at(page) == number
    page.keyboard.press("c")
    assert page.locator(".cm-content:visible").count() == 0


@pytest.mark.parametrize("size", [BEAMER, LARGE])
def test_an_explorer_fills_the_window(shown, size):
    page = shown.page
    page.set_viewport_size(size)
    stage = go_to(page, EXPLORER)
    page.wait_for_function("() => !document.querySelector('.mlp-sign').textContent.includes('running')")
    stage.locator("canvas").wait_for()
    page.wait_for_timeout(200)
    whole, picture = stage.bounding_box(), stage.locator("canvas").bounding_box()
    assert whole["y"] >= 0
    assert whole["y"] + whole["height"] <= size["height"]
    assert picture["height"] > 0.6 * size["height"]
    page.set_viewport_size(BEAMER)


def test_the_keys_are_told_and_accessible(shown, axe):
    page = shown.page
    page.keyboard.press("Escape")
    assert axe(page, ".mlp-present-bar")["button-name"] >= 4
    page.keyboard.press("?")
    page.get_by_role("heading", name="Keys").wait_for()
    assert axe(page, ".mlp-present-bar")["button-name"] == 1, "what is behind the list is out of reach"
    page.keyboard.press("Escape")
    assert page.get_by_role("heading", name="Keys").is_hidden()


def test_dark_or_light(shown):
    page = shown.page
    for light, theme in (("false", "dark"), ("true", "light")):
        page.keyboard.press("t")
        page.wait_for_selector(f"body[data-jp-theme-light='{light}'][data-mlp-theme='{theme}']", state="attached")
        page.wait_for_selector("#jupyterlab-splash", state="detached")


def test_it_ends_and_begins_again(shown):
    page = shown.page
    page.keyboard.press("Escape")
    page.keyboard.press("q")
    page.locator(".jp-NotebookPanel-toolbar").wait_for()
    assert page.locator("#jp-menu-panel:visible").count() == 1
    assert page.locator(".jp-Cell:visible").count() > 20
    page.get_by_role("button", name="Present").click()
    page.locator(".jp-NotebookPanel-toolbar").wait_for(state="hidden")
    assert page.locator(".jp-Cell:visible").count() < 5
