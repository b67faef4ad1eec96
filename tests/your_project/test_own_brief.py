"""The learner's own brief: read from the ledger, shown, and saved without overwriting anything."""

import pytest
from mlprojects.engine import Board, Form
from mlprojects.metrics.lesson import own_metric
from mlprojects.prioritizing.lesson import portfolio
from mlprojects.record import current_ledger
from mlprojects.record.brief import read_brief
from mlprojects.your_project import lesson
from mlprojects.your_project.example import ROBOT
from mlprojects.your_project.own_brief import CheckedBrief, own_brief

NAMES = ["project-brief.html", "project-brief.json", "project-brief.md"]


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_it_is_what_the_ledger_says_now():
    assert own_brief.brief.values == {}
    lesson.own_problem.save(name="Letters")
    own_metric.save(name="recall", unit="%")
    assert own_brief.brief.values == {"problem_name": "Letters", "metric_name": "recall", "metric_unit": "%"}
    assert "Project brief: Letters" in repr(own_brief)
    assert {"direction", "target"} <= {finding.check for finding in own_brief.findings}


def test_a_form_shown_again_is_the_same_entry_here_and_there():
    own_metric.save(unit="ms")
    assert lesson.again_metric.values["unit"] == "ms"
    lesson.again_metric.save(unit="cm")
    assert own_metric.values["unit"] == "cm"
    assert own_brief.brief.values == {"metric_unit": "cm"}
    assert all(isinstance(each, Form | Board) for each in lesson.AGAIN)
    lesson.again_board.place("own", x=30, y=90)
    assert portfolio.places["own"]["y"] == 90
    assert own_brief.brief.own_place("portfolio") is not None


def test_a_notebook_gets_html_and_the_same_in_words():
    lesson.own_problem.save(name="<b>Letters</b>")
    shown = own_brief._repr_mimebundle_()
    assert set(shown) == {"text/plain", "text/html"}
    assert "&lt;b&gt;Letters&lt;/b&gt;" in shown["text/html"]
    assert shown["text/plain"] == repr(own_brief)
    assert "<html" not in shown["text/html"]


def test_it_is_saved_as_three_files_beside_the_ledger_and_read_back():
    lesson.own_problem.save(name="Letters")
    said = own_brief.save()
    folder = current_ledger().path.parent
    assert said.startswith("Saved: project-brief.md, project-brief.html and project-brief.json. The check finds")
    assert [name for name in names(folder) if name.startswith("project")] == NAMES
    assert read_brief((folder / "project-brief.json").read_text("utf-8")).values == {"problem_name": "Letters"}


def test_saving_again_replaces_its_own_files(tmp_path):
    target = tmp_path / "new" / "folder"
    own_brief.save(target)
    lesson.own_problem.save(name="Letters")
    assert own_brief.save(target).startswith("Saved")
    assert names(target) == NAMES
    assert all("Letters" in (target / name).read_text("utf-8") for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("content", [b"my own notes", b"", b"\xff\xfe", b"{}"])
def test_a_file_that_somebody_else_made_is_never_replaced(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    said = own_brief.save(str(tmp_path))
    assert said.startswith(f"Nothing was saved: {name} was not made by the course.")
    assert (tmp_path / name).read_bytes() == content
    assert names(tmp_path) == [name]


def test_where_nothing_can_be_written_it_is_said(tmp_path):
    (tmp_path / "file").write_text("no folder")
    assert own_brief.save(tmp_path / "file" / "below").startswith("Not everything was saved: ")


def test_the_robots_brief_is_complete(tmp_path):
    robot = CheckedBrief(lambda: ROBOT)
    assert robot.findings == []
    assert robot.save(tmp_path).endswith("The check finds nothing: no gap, and no contradiction.")
    assert read_brief((tmp_path / "project-brief.json").read_text("utf-8")).places == ROBOT.places
