"""The brief's page in a browser: light and dark, wide and narrow, with the network cut, printed on two pages."""

import re

import hostile
import pytest
from mlprojects.record.brief import Brief
from mlprojects.your_project.example import ROBOT, changed
from mlprojects.your_project.own_brief import CheckedBrief

FULL = changed(ROBOT, ("metric_unit",), metric_target=99, archetype_trials=100)
"""All but one field, and findings at the top of the page."""
TEXTS = {key: value for key, value in ROBOT.values.items() if isinstance(value, str)}


@pytest.fixture
def show(page, tmp_path):
    """Saves a brief and opens its page; nothing but this file can be reached."""

    def opened(brief, theme="light", width=1100):
        page.context.set_offline(True)
        page.emulate_media(color_scheme=theme)
        page.set_viewport_size({"width": width, "height": 900})
        CheckedBrief(lambda: brief).save(tmp_path)
        page.goto((tmp_path / "project-brief.html").as_uri())
        return page

    return opened


def pages(page):
    """How many sheets of paper it takes."""
    made = page.pdf(prefer_css_page_size=True, print_background=True)
    return len(re.findall(rb"/Type\s*/Page\b", made))


@pytest.mark.parametrize(("width", "theme"), [(360, "dark"), (1100, "light")])
@pytest.mark.parametrize("brief", [FULL, Brief()], ids=["full", "empty"])
def test_axe_finds_nothing_and_nothing_is_cut_off(show, axe, brief, theme, width):
    page = show(brief, theme, width)
    passed = axe(page, "html")
    assert passed["color-contrast"] > 20
    assert passed["document-title"] == 1
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_a_dark_page_is_dark(show):
    ground = "getComputedStyle(document.body).backgroundColor"
    assert show(FULL, "dark").evaluate(ground) == "rgb(21, 24, 28)"
    assert show(FULL, "light").evaluate(ground) == "rgb(255, 255, 255)"


@pytest.mark.parametrize("brief", [ROBOT, FULL, Brief()], ids=["complete", "full", "empty"])
def test_it_is_printed_on_two_pages(show, brief):
    assert 1 <= pages(show(brief)) <= 2


def test_pages_are_counted(page):
    page.set_content("<p style='break-after: page'>one<p style='break-after: page'>two<p>three")
    assert pages(page) == 3


@pytest.mark.parametrize("name", hostile.TEXTS)
def test_hostile_text_is_seen_as_it_was_typed_and_nothing_happens(show, name):
    typed = hostile.TEXTS[name]
    page = show(changed(ROBOT, **dict.fromkeys(("problem_name", "problem_what", "metric_unit"), typed)), width=420)
    told = page.locator("dt:text-is('What is decided or done better') + dd")
    assert told.evaluate("each => each.textContent") == typed
    assert page.locator("h1").evaluate("each => each.textContent") == typed
    assert told.evaluate("each => each.childElementCount") == 0
    assert page.evaluate("document.scripts.length + document.images.length") == 0
    assert page.title() == f"Project brief: {' '.join(typed.split())}"
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_arabic_runs_from_right_to_left_and_its_label_does_not(show):
    page = show(changed(ROBOT, problem_what=hostile.TEXTS["arabic"]))
    told = page.locator("dt:text-is('What is decided or done better') + dd")
    assert told.evaluate("each => getComputedStyle(each).direction") == "rtl"
    assert page.locator("dt").first.evaluate("each => getComputedStyle(each).direction") == "ltr"


def test_own_point_and_bars_are_in_the_pictures(show):
    page = show(ROBOT)
    board, ladder = page.locator("svg").all()
    own, ground = board.locator(".own").bounding_box(), board.locator(".ground").bounding_box()
    place = ROBOT.own_place("portfolio")
    middle = own["x"] + own["width"] / 2, own["y"] + own["height"] / 2
    assert (middle[0] - ground["x"]) / ground["width"] == pytest.approx(place["x"] / 100, abs=0.01)
    assert (middle[1] - ground["y"]) / ground["height"] == pytest.approx(1 - place["y"] / 100, abs=0.01)
    assert ladder.locator(".bar").count() == 4
    assert "impact 72, feasibility 60, give or take 12" in board.get_attribute("aria-label")


@pytest.mark.parametrize("light", ["true", "false"])
def test_what_a_notebook_shows_passes_too_in_both_themes(page, axe, light):
    ground = "#ffffff" if light == "true" else "#111111"
    # JupyterLab's own rules for lists and tables, which would tear the brief apart.
    rules = (
        ".lab.lab dt {float: left; width: 20%} .lab.lab dd {float: left; width: 80%} .lab.lab th {text-align: right}"
    )
    page.set_content(
        f'<!doctype html><html lang="en"><title>Notebook</title><style>{rules}</style>'
        f'<body data-jp-theme-light="{light}" style="background: {ground}"><main class="lab"><h1>Module 6</h1>'
        f"{CheckedBrief(lambda: FULL)._repr_mimebundle_()['text/html']}</main></body></html>"
    )
    assert axe(page, ".mlp-brief")["color-contrast"] > 20
    label, told = page.locator(".part dt").first, page.locator(".part dd").first
    assert label.evaluate("each => getComputedStyle(each).float") == "none"
    assert told.evaluate("each => getComputedStyle(each).float") == "none"
    assert abs(label.bounding_box()["y"] - told.bounding_box()["y"]) < 6, "label and answer stand side by side"
