"""The one entry point: every command is there, and trouble is a sentence."""

import importlib
import sys

import pytest
from mlprojects.course import cli, house
from mlprojects.course.house import CourseError


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_explains_itself(name, capsys):
    with pytest.raises(SystemExit) as end:
        cli.main([name, "--help"])
    assert end.value.code == 0
    assert f"usage: course {name}" in capsys.readouterr().out


def test_an_unknown_command_is_not_understood(capsys):
    with pytest.raises(SystemExit) as end:
        cli.main(["serve"])
    assert end.value.code == 2
    assert "serve" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "code", "told"), [(CourseError("No."), 1, "No.\n"), (KeyboardInterrupt(), 130, "\nStopped.\n")]
)
def test_trouble_is_one_sentence(monkeypatch, capsys, error, code, told):
    def trouble(arguments):
        raise error

    monkeypatch.setattr(importlib.import_module("mlprojects.course.doctor"), "main", trouble)
    assert cli.main(["doctor"]) == code
    assert capsys.readouterr().err == told


def test_the_process_own_arguments_are_the_default(monkeypatch):
    seen = []
    monkeypatch.setattr(
        importlib.import_module("mlprojects.course.doctor"), "main", lambda given: seen.extend(given) or 0
    )
    monkeypatch.setattr(sys, "argv", ["course", "doctor", "--json"])
    assert cli.main() == 0
    assert seen == ["--json"]


def test_notebooks_are_named_by_number_stem_or_part(tmp_path):
    for stem in ("04_metrics", "05_baselines"):
        (tmp_path / f"{stem}.py").touch()
    for name in ("04", "04_metrics", "metrics", "04_metrics.ipynb", "notebooks/04_metrics.py"):
        assert [source.stem for source in house.notebook_sources([name], tmp_path)] == ["04_metrics"]
    assert len(house.notebook_sources([], tmp_path)) == 2
    for name in ("06", "0", ""):
        with pytest.raises(CourseError, match="there are 04_metrics, 05_baselines"):
            house.notebook_sources([name], tmp_path)


def test_the_learners_folder_is_the_named_one_or_work(monkeypatch, tmp_path):
    monkeypatch.setenv(house.WORK_VARIABLE, str(tmp_path))
    assert house.work_folder() == tmp_path
    monkeypatch.delenv(house.WORK_VARIABLE)
    assert house.work_folder() == house.ROOT / "work"
