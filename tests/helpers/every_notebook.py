"""What holds for every notebook in a real JupyterLab: it shows itself unrun, runs, is accessible, and opens again.

Each notebook's own file imports these tests, so that one sitting serves them all: the first comes before the file's own
tests, the others after them. What the file itself has found again in a new kernel comes last.
"""

import pytest
from sitting import nothing_is_missing

__all__ = [
    "test_axe_finds_nothing_and_no_widget_is_wider_than_its_cell",
    "test_before_it_is_run_every_explorer_shows_its_first_state_and_says_what_to_do",
    "test_it_runs_again_and_every_explorer_opens",
    "test_saved_and_opened_with_a_new_kernel_nothing_is_an_error",
]


def _show_all(page):
    """Have JupyterLab lay out every cell, with all widgets; left to itself, it leaves out what is out of sight."""
    page.evaluate(
        """() => {
            const { content } = window.jupyterapp.shell.currentWidget;
            content.notebookConfig = { ...content.notebookConfig, windowingMode: "none" };
        }"""
    )
    page.wait_for_function(
        """() => {
            const { content } = window.jupyterapp.shell.currentWidget;
            const shown = [...content.node.querySelectorAll("[data-mime-type*='widget-view']")];
            return content.widgets.every((cell) => cell.isAttached && !cell.isPlaceholder())
                && shown.every((output) => output.querySelector(".mlp"));
        }"""
    )


def _none_is_too_wide(page, width, number):
    """Whether at least so many widgets are laid out in a window of this width, each within its cell."""
    page.set_viewport_size({"width": width, "height": 900})
    wide = page.locator(".mlp").evaluate_all("all => all.map((node) => [node.scrollWidth, node.clientWidth])")
    assert len(wide) > number
    assert [pair for pair in wide if pair[0] > pair[1]] == []


def _says(stage, explorer):
    """Wait until the stage shows the explorer's first picture and says its sentence."""
    stage.locator(f"canvas[data-key='{explorer.key()}']").wait_for()
    stage.locator(".mlp-says").filter(has_text=explorer.at().says).wait_for()


@pytest.mark.sitting("begins")
def test_before_it_is_run_every_explorer_shows_its_first_state_and_says_what_to_do(unrun, lesson):
    for explorer in lesson.EXPLORERS:
        stage = unrun.stage(explorer.name)
        stage.get_by_text("Run this cell to make it live.").wait_for()
        if explorer.after is None:
            _says(stage, explorer)
    assert nothing_is_missing(unrun.page)


@pytest.mark.sitting("ends")
def test_it_runs_again_and_every_explorer_opens(lab, lesson):
    if lab.runs < 2:  # no test of the file's own has run it again since it was opened
        lab.run_all()
    for explorer in lesson.EXPLORERS:
        stage = lab.stage(explorer.name)
        opener = stage.get_by_role("button", name="Open without predicting")
        opener.or_(stage.locator("canvas")).first.wait_for()
        if explorer.after is not None and opener.is_visible():  # the file's own tests may have locked the prediction
            opener.click()
        _says(stage, explorer)
        assert stage.locator(".mlp-link-note").is_hidden()
    assert lab.page.locator(".jp-OutputArea-output[data-mime-type*='stderr']").count() == 0


@pytest.mark.sitting("ends")
def test_axe_finds_nothing_and_no_widget_is_wider_than_its_cell(lab, lesson, axe):
    """One theme is enough for axe here: JupyterLab's layers keep it from seeing the contrast of most text.

    Contrast is judged in the tests of pages, in both themes.
    """
    number = len(lesson.EXPLORERS) + len(lesson.PREDICTIONS)
    lab.theme("JupyterLab Dark")
    _show_all(lab.page)
    _none_is_too_wide(lab.page, 1280, number)
    passed = axe(lab.page, ".mlp")
    assert passed["aria-roles"] >= len(lesson.EXPLORERS), "axe must have seen the inside of every widget"
    lab.theme("JupyterLab Light")
    _none_is_too_wide(lab.page, 1920, number)


@pytest.mark.sitting("ends")
def test_saved_and_opened_with_a_new_kernel_nothing_is_an_error(lab, lesson, request):
    lab.save()
    lab.close()
    lab.open_here(request.module.NOTEBOOK)
    lab.stage(lesson.EXPLORERS[0].name)
    lab.page.get_by_text("Run this cell to make it live.").first.wait_for()
    assert nothing_is_missing(lab.page)
