"""The welcome as a learner meets it: first prediction, explorer and question; and what becomes of stored widgets."""

import json

import pytest
from every_notebook import *  # noqa: F403 - its tests are this file's too
from mlprojects.welcome import lesson
from sitting import MISSING, nothing_is_missing

NOTEBOOK = "00_welcome.ipynb"
GONE = """async (seconds) => {
    const { content } = window.jupyterapp.shell.currentWidget;
    for (const { outputArea } of content.widgets)
        for (const [place, item] of (outputArea?.widgets ?? []).entries())
            for (const renderer of item.children()) {
                if (!renderer.node.querySelector(".mlp-stage")) continue;
                const output = outputArea.model.get(place);
                const id = output.data[renderer.mimeType].model_id;
                const manager = await renderer._manager.promise;
                const model = manager._models[id];
                delete manager._models[id];
                for (const view of [...renderer.widgets]) view.parent = null;
                if (seconds) setTimeout(() => { manager._models[id] = model }, 1000 * seconds);
                await renderer.renderModel(output);
                return;
            }
}"""
"""Has the first explorer shown anew while it is not there, for some seconds or (0) for good."""


def shows_its_widgets(lab):
    stage = lab.stage(lesson.EXPLORERS[0].name)
    stage.get_by_text("Run this cell to make it live.").wait_for()
    assert nothing_is_missing(lab.page)


@pytest.mark.sitting("begins")
def test_saved_without_being_run_it_shows_its_widgets_when_it_is_opened_again(unrun):
    unrun.save()
    unrun.close()
    unrun.open_here(NOTEBOOK)
    shows_its_widgets(unrun)


def test_the_installation_is_said_to_be_well(lab):
    lab.page.locator(".jp-OutputArea-output", has_text="All is well.").first.wait_for(state="attached")


def test_a_number_that_cannot_be_is_refused_and_a_prediction_opens_the_first_explorer(lab):
    card = lab.card("welcome/at_least_one")
    card.get_by_role("textbox").fill("130")
    card.get_by_role("button", name="Lock it in").click()
    card.get_by_text("130 cannot be: give a number from 0 to 100.").wait_for()
    stage = lab.stage("portfolio")
    assert stage.locator("canvas").is_hidden()

    card = lab.card("welcome/at_least_one")
    card.get_by_role("textbox").fill("50 %")
    lab.page.keyboard.press("Enter")
    card.get_by_text("You predicted 50 %; the calculation says 88.2 %").wait_for()
    stage = lab.stage("portfolio")
    stage.locator(f"canvas[data-key='{lesson.portfolio.key()}']").wait_for()
    assert stage.locator(".mlp-says").inner_text() == lesson.portfolio.at().says


def test_a_slider_is_dragged_with_the_mouse(lab):
    stage = lab.stage("portfolio")
    slider = stage.get_by_role("slider").first
    before = slider.input_value()
    box = slider.bounding_box()
    lab.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    lab.page.mouse.down()
    lab.page.mouse.move(box["x"] + box["width"] - 2, box["y"] + box["height"] / 2, steps=12)
    lab.page.mouse.up()
    most = lesson.portfolio.controls[next(iter(lesson.portfolio.controls))].values[-1]
    view = lesson.portfolio.at(**{next(iter(lesson.portfolio.controls)): most})
    stage.locator(".mlp-says").filter(has_text=view.says).wait_for()
    assert slider.input_value() != before


def test_a_computed_number_is_told_its_typical_mistake(lab):
    card = lab.card("welcome/portfolio_of_six")
    for typed, told in (("180", "Not yet."), ("88.2", "Right.")):
        card.get_by_role("textbox").fill(typed)
        card.get_by_role("button", name="Check").click()
        card.get_by_text(told).wait_for()


OWN = """import ipywidgets
from mlprojects.course import doctor
one, two = ipywidgets.IntSlider(), ipywidgets.IntSlider(description="far one")
link = ipywidgets.jslink((one, "value"), (two, "value"))
with (inner := ipywidgets.Output()):
    display(two)
display(ipywidgets.VBox([one, inner]))
"""


def stored(work):
    """What the saved notebook knows of its widgets: each one's model and state."""
    metadata = json.loads((work / NOTEBOOK).read_text(encoding="utf-8"))["metadata"]
    return metadata["widgets"]["application/vnd.jupyter.widget-state+json"]["state"].values()


@pytest.mark.sitting("ends")
def test_what_ran_twice_is_stored_once_and_with_all_that_it_consists_of(lab, work):
    lab.run("from mlprojects.welcome", "lesson.portfolio", "lesson.portfolio")
    lab.type_in_cell("from mlprojects.course", OWN)
    lab.save()
    assert [s["state"].get("spec", {}).get("name") for s in stored(work)].count("portfolio") == 1
    models = [each["model_name"] for each in stored(work)]
    assert {"VBoxModel", "LayoutModel", "OutputModel", "LinkModel"} <= set(models)
    assert models.count("IntSliderModel") == 2, "one is a part, and one is shown by the output"


@pytest.mark.sitting("ends")
def test_saved_after_a_restart_it_shows_its_widgets_when_it_is_opened_again(lab):
    lab.restart()
    lab.save()
    lab.close()
    lab.open_here(NOTEBOOK)
    shows_its_widgets(lab)


@pytest.mark.sitting("ends")
def test_a_widget_that_comes_when_the_manager_has_given_up_is_shown_all_the_same(lab):
    lab.page.evaluate(GONE, 3)  # the manager waits for two
    shows_its_widgets(lab)


@pytest.mark.sitting("ends")
def test_a_widget_that_does_not_come_says_what_to_do(lab):
    lab.page.evaluate(GONE, 0)
    lab.page.get_by_text(MISSING).wait_for(timeout=8000)
    assert lab.page.get_by_text("Error displaying widget").count() == 0


@pytest.mark.sitting("ends")
def test_a_console_beside_the_notebook_is_left_alone(lab):
    """It has cells and a kernel too; what goes wrong in the page fails the sitting. It stays open behind it."""
    lab.page.evaluate(
        """async () => {
            const { commands } = window.jupyterapp;
            const kernelPreference = { name: "python3" };
            const panel = await commands.execute("console:create", { kernelPreference, activate: false });
            await panel.sessionContext.ready;
        }"""
    )
    lab.idle()
