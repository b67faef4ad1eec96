"""Every notebook in a real JupyterLab: it shows itself before it is run, runs, is accessible, and opens again."""

from types import SimpleNamespace

import pytest
from mlprojects.course.driver import LabPage
from mlprojects.course.house import NOTEBOOKS
from watching import watched_page
from wings import lessons

NAMES = sorted(path.stem for path in NOTEBOOKS.glob("[0-9]*.ipynb"))


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
    """Have JupyterLab lay out every cell; left to itself, it leaves out what is out of sight."""
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(
        """() => {
            const { content } = window.jupyterapp.shell.currentWidget;
            content.notebookConfig = { ...content.notebookConfig, windowingMode: "none" };
        }"""
    )
    page.wait_for_timeout(1000)


def says(stage, explorer):
    """Wait until the stage shows the explorer's first picture and says its sentence."""
    stage.locator(f"canvas[data-key='{explorer.key()}']").wait_for()
    stage.locator(".mlp-says").filter(has_text=explorer.at().says).wait_for()


def test_before_it_is_run_every_explorer_shows_its_first_state_and_says_what_to_do(sitting):
    for explorer in sitting.lesson.EXPLORERS:
        stage = sitting.lab.stage(explorer.name)
        stage.get_by_text("Run this cell to make it live.").wait_for()
        if explorer.after is None:
            says(stage, explorer)
    assert sitting.page.get_by_text("Error displaying widget").count() == 0


def test_it_runs_and_every_explorer_opens(sitting):
    sitting.lab.run_all()
    for explorer in sitting.lesson.EXPLORERS:
        stage = sitting.lab.stage(explorer.name)
        opener = stage.get_by_role("button", name="Open without predicting")
        if explorer.after is not None:
            opener.click()
        says(stage, explorer)
        assert stage.locator(".mlp-link-note").is_hidden()
    assert sitting.page.locator(".jp-OutputArea-output[data-mime-type*='stderr']").count() == 0


@pytest.mark.parametrize(("theme", "width"), [("JupyterLab Dark", 1280), ("JupyterLab Light", 1920)])
def test_axe_finds_nothing_and_no_widget_is_wider_than_its_cell(sitting, axe, theme, width):
    sitting.lab.theme(theme)
    show_all(sitting.page, width)
    # Text contrast is judged in the tests of pages: JupyterLab's layers keep axe from seeing most text.
    passed = axe(sitting.page, ".mlp")
    assert passed["aria-roles"] >= len(sitting.lesson.EXPLORERS), "axe must have seen the inside of every widget"
    wide = sitting.page.locator(".mlp").evaluate_all("all => all.map((node) => [node.scrollWidth, node.clientWidth])")
    assert len(wide) > len(sitting.lesson.EXPLORERS) + len(sitting.lesson.PREDICTIONS)
    assert [pair for pair in wide if pair[0] > pair[1]] == []


def test_saved_and_opened_with_a_new_kernel_nothing_is_an_error(sitting):
    sitting.lab.save()
    sitting.lab.shut_down()
    sitting.lab.open(sitting.name)
    sitting.lab.stage(sitting.lesson.EXPLORERS[0].name)
    sitting.page.get_by_text("Run this cell to make it live.").first.wait_for()
    assert sitting.page.get_by_text("Error displaying widget").count() == 0
