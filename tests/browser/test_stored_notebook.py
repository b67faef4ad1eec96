"""What a notebook shows of its stored widgets when it is opened: nothing gets lost, and nothing stays an error."""

from mlprojects.welcome import lesson

NOTEBOOK = "00_welcome.ipynb"
MISSING = "Run this cell to see what it shows."
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
    for text in ("Error displaying widget", MISSING):
        assert lab.page.get_by_text(text).count() == 0


def reopen(lab):
    lab.shut_down()
    lab.open(NOTEBOOK)


def test_opened_and_saved_without_being_run_it_shows_its_widgets_again(unrun):
    shows_its_widgets(unrun)
    unrun.save()
    reopen(unrun)
    shows_its_widgets(unrun)


def test_saved_once_more_after_a_restart_it_shows_its_widgets_again(unrun):
    unrun.run_all()
    unrun.save()
    unrun.restart()
    unrun.save()
    reopen(unrun)
    shows_its_widgets(unrun)


def test_a_widget_that_comes_when_the_manager_has_given_up_is_shown_all_the_same(unrun):
    shows_its_widgets(unrun)
    unrun.page.evaluate(GONE, 3)  # the manager waits for two
    shows_its_widgets(unrun)


def test_a_widget_that_does_not_come_says_what_to_do(unrun):
    shows_its_widgets(unrun)
    unrun.page.evaluate(GONE, 0)
    unrun.page.get_by_text(MISSING).wait_for(timeout=8000)
    assert unrun.page.get_by_text("Error displaying widget").count() == 0
