"""The welcome as a learner meets it: the first prediction, the first explorer, the first question."""

from every_notebook import *  # noqa: F403 - its tests are this file's too
from mlprojects.welcome import lesson

NOTEBOOK = "00_welcome.ipynb"


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
