"""The metrics notebook as a learner meets it: a real JupyterLab, a real kernel, a real browser."""

import pytest
from every_notebook import *  # noqa: F403 - its tests are this file's too
from mlprojects.engine.frames import DPI, INCHES
from mlprojects.metrics import lesson
from sitting import ledger
from watching import LAPTOP

NOTEBOOK = "04_metrics.ipynb"
PAUSE = "import mlprojects.engine.oven; mlprojects.engine.oven.PAUSE = "


def shows(stage, explorer, /, **values):
    view = explorer.at(**values)
    stage.locator(f"canvas[data-key='{explorer.key(**values)}']").wait_for()
    assert stage.locator(".mlp-says").inner_text() == view.says


def pixels(stage):
    return stage.locator("canvas").evaluate("canvas => canvas.toDataURL()")


def test_predict_explore_answer_restart_and_find_it_again(lab, work):
    page = lab.page
    stage = lab.stage("which_model_wins")
    assert stage.locator("canvas").is_hidden(), "an explorer stays behind its curtain until the prediction is locked"

    card = lab.card("metrics/never_alone")
    card.get_by_role("radio", name="Model 1").check()
    card.get_by_role("button", name="Lock it in").click()
    card.get_by_text("You predicted Model 1; the calculation says Model 2.").wait_for()
    stage = lab.stage("which_model_wins")
    shows(stage, lesson.which_model_wins)

    before = pixels(stage)
    stage.get_by_role("radio", name="weighted average").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("End")
    shows(stage, lesson.which_model_wins, rule="weighted average", weight=1)
    page.keyboard.press("ArrowLeft")
    shows(stage, lesson.which_model_wins, rule="weighted average", weight=0.95)
    assert pixels(stage) != before
    assert stage.locator("canvas").evaluate("c => [c.width, c.height]") == [round(inch * DPI) for inch in INCHES]

    card = lab.card("metrics/which_under_floor")
    card.get_by_role("radio", name="Model 2").check()
    card.get_by_role("button", name="Check").click()
    card.get_by_text("Its recall is 0.7").wait_for()
    assert [(r["kind"], r["item"], r["data"].get("outcome")) for r in ledger(work)] == [
        ("prediction", "metrics/never_alone", None),
        ("answer", "metrics/which_under_floor", "wrong"),
    ]

    lab.restart()
    lab.stage("which_model_wins").get_by_text("Run this cell to make it live.").wait_for()
    card = lab.card("metrics/which_under_floor")
    card.get_by_text("Run this cell to make it live.").wait_for()
    card.get_by_role("radio", name="Model 3").check()
    card.get_by_role("button", name="Check").click()
    card.get_by_text("Not recorded: run this cell, then answer again.").wait_for()
    assert len(ledger(work)) == 2

    lab.run_all()
    card = lab.card("metrics/which_under_floor")
    card.get_by_text("Its recall is 0.7").wait_for()
    assert card.get_by_role("radio", name="Model 2").is_checked()
    shows(lab.stage("which_model_wins"), lesson.which_model_wins)
    card.get_by_role("radio", name="Model 3").check()
    card.get_by_role("button", name="Check").click()
    card.get_by_text("Right.").wait_for()
    assert [record["data"]["outcome"] for record in ledger(work)[1:]] == ["wrong", "right"]


@pytest.fixture
def drawn_ahead(lab):
    """What the kernel draws ahead, for as long as the test lasts: see AT_REST."""
    lab.execute(f"{PAUSE}0.25")
    yield
    lab.execute(f"{PAUSE}86400.0")


@pytest.mark.usefixtures("drawn_ahead")
def test_all_states_arrive_and_a_state_that_is_missing_is_drawn_on_demand(lab):
    stage = lab.stage("formula_changes")
    stage.get_by_role("radio", name="what if: latency engineered").check()
    shows(stage, lesson.formula_changes, stage="what if: latency engineered")
    lab.page.wait_for_function(
        "name => { const bar = document.querySelector(`.mlp-stage[data-explorer=${name}] progress`);"
        " return bar.hidden && bar.value === bar.max }",
        arg="formula_changes",
    )
    stage.get_by_role("slider").focus()
    for key, value in (("End", 1.25), ("Home", 0.75)):
        lab.page.keyboard.press(key)
        shows(stage, lesson.formula_changes, stage="what if: latency engineered", measured=value)


def test_a_task_is_solved_by_typing_in_its_cell(lab, work):
    card = lab.card("metrics/f_beta")
    lab.type_in_cell("def f_beta(", "def f_beta(precision, recall, beta):\n    return (precision + recall) / 2\n\n\n")
    card.get_by_text("Not yet.").wait_for()
    assert ledger(work)[-1]["kind"] == "attempt"
    assert ledger(work)[-1]["data"]["outcome"] == "wrong"


def test_a_page_that_is_loaded_again_meets_the_same_kernel(lab):
    lab.page.set_viewport_size(LAPTOP)
    lab.save()
    lab.open(NOTEBOOK)
    stage = lab.stage("formula_changes")
    stage.get_by_role("radio", name="label bug found").check()
    shows(stage, lesson.formula_changes, stage="label bug found")
    assert stage.locator(".mlp-link-note").is_hidden()
