"""`course brief check FILE`: findings by module, and one sentence about a file that is no brief."""

import json

import hostile
import pytest
from mlprojects.course import brief as command
from mlprojects.course import cli
from mlprojects.record.brief import Brief
from mlprojects.record.brief_fields import FIELDS
from mlprojects.your_project.example import ROBOT, changed
from mlprojects.your_project.own_brief import CheckedBrief


@pytest.fixture
def check(tmp_path, capsys):
    """Writes a brief and checks it: the exit code, and what is printed."""

    def run(content):
        file = tmp_path / "brief.json"
        data = content.to_json() if isinstance(content, Brief) else content
        file.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
        code = cli.main(["brief", "check", str(file)])
        return code, capsys.readouterr()

    return run


def test_a_complete_brief_passes(check):
    code, said = check(ROBOT)
    assert code == 0
    assert said.out.splitlines() == [
        f"Robot that grasps mugs: {len(FIELDS)} of {len(FIELDS)} fields are filled in.",
        "The check finds nothing: no gap, and no contradiction.",
    ]


def test_findings_are_told_by_module_and_end_with_1(check):
    code, said = check(changed(ROBOT, ("metric_unit",), metric_target=60))
    assert code == 1
    lines = said.out.splitlines()
    assert lines[1] == "The check finds 1 gap and 1 contradiction."
    assert lines[3] == "Module 4, Metrics (04_metrics)"
    assert lines[4].startswith("  gap: “Share of right poses” has no unit")
    assert lines[6] == "Module 5, Baselines (05_baselines)"
    assert lines[7].startswith("  contradiction: The target of 60 ")


def test_an_empty_brief_has_its_gaps_told(check):
    code, said = check(Brief())
    assert code == 1
    assert said.out.startswith(
        f"A project without a name: 0 of {len(FIELDS)} fields are filled in.\nThe check finds 11 gaps.\n"
    )


def test_a_newer_minor_version_is_read(check):
    document = ROBOT.document() | {"v": "1.3", "weather": "fine"}
    assert check(json.dumps(document))[0] == 0


def test_what_was_typed_cannot_drive_the_terminal(check):
    code, said = check(changed(ROBOT, ("metric_unit",), metric_name="\x1b[2Jname\x07", problem_name=hostile.HALF))
    assert code == 1
    assert "\x1b" not in said.out
    assert "\x07" not in said.out
    assert said.out.encode("utf-8")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe\x00", "no text in UTF-8"),
        (b'{"kind": "letter"}', "no brief of this course"),
        (b'{"kind": "mlprojects-brief", "v": "2.0", "sections": []}', "please update"),
    ],
    ids=["empty", "binary", "foreign", "newer"],
)
def test_a_file_that_is_no_brief_is_one_sentence(check, content, told):
    code, said = check(content)
    assert code == 1
    assert not said.out
    assert told in said.err
    assert said.err.count("\n") == 1


def test_the_page_and_the_markdown_are_not_what_is_read_and_the_sentence_says_what_is(tmp_path, capsys):
    CheckedBrief(lambda: ROBOT).save(tmp_path)
    for ending in ("md", "html"):
        assert cli.main(["brief", "check", str(tmp_path / f"project-brief.{ending}")]) == 1
        assert f"Give the .json that was saved beside project-brief.{ending}." in capsys.readouterr().err
    assert cli.main(["brief", "check", str(tmp_path / "project-brief.json")]) == 0


def test_a_file_that_is_not_there_is_one_sentence(tmp_path, capsys):
    for path in (tmp_path / "nowhere.json", tmp_path):
        assert cli.main(["brief", "check", str(path)]) == 1
        assert "cannot be read (" in capsys.readouterr().err


def test_without_a_file_it_says_what_it_takes(capsys):
    with pytest.raises(SystemExit) as end:
        command.main(["check"])
    assert end.value.code == 2
    assert "FILE" in capsys.readouterr().err
