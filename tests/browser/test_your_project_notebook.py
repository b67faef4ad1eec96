"""The last notebook as a learner meets it: a field of another module is entered, the brief checked and saved."""

import json

from every_notebook import *  # noqa: F403 - its tests are this file's too
from mlprojects.your_project import lesson

NOTEBOOK = "06_your_project.ipynb"


def test_what_the_check_finds_waits_for_the_prediction(lab):
    explorer = lesson.check_of_a_brief
    stage = lab.stage(explorer.name)
    assert stage.locator("canvas").is_hidden()
    stage.get_by_role("button", name="Open without predicting").click()
    stage.locator(".mlp-says").filter(has_text=explorer.at().says).wait_for()


def test_a_field_of_another_module_is_entered_here_and_no_longer_missing(lab, work):
    card = lab.card("metrics/metric")
    card.get_by_label("Metric to optimise").fill("recall <b>at</b> 검색")
    card.get_by_role("button", name="Save").click()
    card.get_by_text("Saved").first.wait_for()
    lab.type_in_cell("lesson.own_brief", "")
    shown = lab.page.locator(".jp-OutputArea-output").filter(has_text="recall <b>at</b> 검색")
    shown.first.wait_for()
    lab.type_in_cell("print(lesson.own_brief.save())", "")
    lab.idle()
    saved = json.loads((work / "project-brief.json").read_text(encoding="utf-8"))
    assert "recall <b>at</b> 검색" in json.dumps(saved, ensure_ascii=False)
    assert "<b>at</b>" not in (work / "project-brief.html").read_text(encoding="utf-8")
