"""Every notebook in a real JupyterLab: it shows itself before it is run, runs, is accessible, and opens again."""

from types import SimpleNamespace

import pytest
from mlprojects.course.driver import LabPage, server
from mlprojects.course.house import NOTEBOOKS
from watching import watched_page
from wings import lessons

NAMES = sorted(path.stem for path in NOTEBOOKS.glob("[0-9]*.ipynb"))
TALL = 60_000
"""Pixels: taller than any notebook, because JupyterLab does not lay out what is out of sight."""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with server(tmp_path_factory.mktemp("learner")) as started:
        yield started


@pytest.fixture(scope="module", params=NAMES)
def sitting(browser, address, request):
    """One notebook, opened once for all tests of this file, with what there is in its lesson."""
    lesson = lessons()[request.param.split("_", 1)[1]]
    with watched_page(browser) as page:
        lab = LabPage(page, address)
        lab.open(f"{request.param}.ipynb")
        yield SimpleNamespace(lab=lab, page=page, lesson=lesson, name=f"{request.param}.ipynb")
        lab.shut_down()


def show_all(page, width):
    page.set_viewport_size({"width": width, "height": TALL})
    page.locator(".jp-WindowedPanel-outer").evaluate("node => { node.scrollTop = 0 }")
    page.wait_for_timeout(1500)


def widgets(lesson):
    """How many widgets the notebook shows: one for each explorer and each item."""
    return len(lesson.EXPLORERS) + len(lesson.PROGRESS.items)


def test_before_it_is_run_every_explorer_shows_its_first_state_and_says_what_to_do(sitting):
    for explorer in sitting.lesson.EXPLORERS:
        stage = sitting.lab.stage(explorer.name)
        stage.get_by_text("Run this cell to make it live.").wait_for()
        if explorer.after is None:
            stage.locator(f"canvas[data-key='{explorer.key()}']").wait_for()
            assert stage.locator(".mlp-says").inner_text() == explorer.at().says
    assert sitting.page.get_by_text("Error displaying widget").count() == 0


def test_it_runs_and_every_explorer_opens(sitting):
    sitting.lab.run_all()
    for explorer in sitting.lesson.EXPLORERS:
        stage = sitting.lab.stage(explorer.name)
        opener = stage.get_by_role("button", name="Open without predicting")
        if explorer.after is not None:
            opener.click()
        stage.locator(f"canvas[data-key='{explorer.key()}']").wait_for()
        assert stage.locator(".mlp-says").inner_text() == explorer.at().says
        assert stage.locator(".mlp-link-note").is_hidden()
    assert sitting.page.locator(".jp-OutputArea-output[data-mime-type*='stderr']").count() == 0


@pytest.mark.parametrize("theme", ["JupyterLab Dark", "JupyterLab Light"])
def test_axe_finds_nothing_in_any_widget(sitting, axe, theme):
    sitting.lab.theme(theme)
    show_all(sitting.page, 1280)
    # Text contrast is judged in the tests of pages: JupyterLab's layers keep axe from seeing most text.
    passed = axe(sitting.page, ".mlp")
    assert passed["aria-roles"] >= len(sitting.lesson.EXPLORERS), "axe must have seen the inside of every widget"


@pytest.mark.parametrize("width", [1280, 1920])
def test_no_widget_is_wider_than_its_cell(sitting, width):
    show_all(sitting.page, width)
    wide = sitting.page.locator(".mlp").evaluate_all("all => all.map((node) => [node.scrollWidth, node.clientWidth])")
    assert len(wide) >= widgets(sitting.lesson) - len(sitting.lesson.QUESTIONS) + 1
    assert [pair for pair in wide if pair[0] > pair[1]] == []


def test_saved_and_opened_with_a_new_kernel_nothing_is_an_error(sitting):
    sitting.lab.save()
    sitting.lab.shut_down()
    sitting.page.set_viewport_size({"width": 1100, "height": 900})
    sitting.lab.open(sitting.name)
    sitting.lab.stage(sitting.lesson.EXPLORERS[0].name)
    sitting.page.get_by_text("Run this cell to make it live.").first.wait_for()
    assert sitting.page.get_by_text("Error displaying widget").count() == 0
