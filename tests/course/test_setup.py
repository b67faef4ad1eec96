"""course.py: what it installs when, and its sentences when it cannot."""

import ast
import errno
import json
import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mlprojects.course import cli
from mlprojects.course.house import ROOT

OLD_PYTHONS = sorted(
    path for version in ("3.6", "3.8") for path in Path.home().glob(f".pyenv/versions/{version}.*/bin/python")
)


@pytest.fixture
def commands(setup_script, monkeypatch):
    """The commands that an installation runs, in order; making the environment makes it, nothing else happens."""
    seen = []

    def run(command, *, quiet=False):
        seen.append(command)
        if "venv" in command:
            python = setup_script.PYTHON
            python.parent.mkdir(parents=True)
            python.touch()
            version = ".".join(map(str, sys.version_info[:3]))
            settings = f"home = {Path(sys.executable).parent}\nversion = {version}\n"
            (setup_script.VENV / "pyvenv.cfg").write_text(settings, encoding="utf-8")

    monkeypatch.setattr(setup_script, "run", run)
    monkeypatch.setattr(setup_script, "find_uv", lambda: "uv")
    return seen


def locks(commands):
    return [Path(command[-1]).name for command in commands if "--require-hashes" in command]


def test_both_command_lines_know_the_same_commands(setup_script):
    assert list(setup_script.COMMANDS) == list(cli.COMMANDS)


def test_an_old_python_can_read_course_py():
    ast.parse((ROOT / "course.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_the_old_pythons_of_this_machine_say_one_sentence():
    for python in OLD_PYTHONS:  # there may be none: the tests beside this one need none
        done = subprocess.run([python, ROOT / "course.py", "lab"], capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert done.stderr.startswith("The course needs Python 3.11 or newer and this is Python 3.")
        assert done.stderr.count("\n") == 1


def test_an_old_version_number_gets_the_sentence(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 2))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer and this is Python 3\.10"):
        runpy.run_path(str(ROOT / "course.py"))


def test_an_unknown_command_is_named_and_nothing_is_installed(setup_script, commands, capsys):
    assert setup_script.main(["serve"]) == 2
    assert capsys.readouterr().err.startswith("There is no command 'serve'; there are lab, ")
    assert commands == []


@pytest.mark.parametrize("arguments", [[], ["--help"]])
def test_help_lists_the_commands(setup_script, commands, capsys, arguments):
    assert setup_script.main(arguments) == 0
    shown = capsys.readouterr().out
    assert all(f"course.py {name}" in shown for name in setup_script.COMMANDS)
    assert commands == []


def test_the_second_start_installs_nothing(setup_script, commands):
    setup_script.prepare("lab.txt")
    assert locks(commands) == ["lab.txt"]
    commands.clear()
    setup_script.prepare("lab.txt")
    assert commands == []


def test_lab_after_test_installs_nothing_but_test_after_lab_does(setup_script, commands):
    setup_script.prepare("lab.txt")
    setup_script.prepare("test.txt")
    setup_script.prepare("lab.txt")
    setup_script.prepare("test.txt")
    assert locks(commands) == ["lab.txt", "test.txt"]


@pytest.mark.parametrize("changed", ["pyproject.toml", "requirements/lab.txt"])
def test_a_changed_project_is_installed_again_into_the_same_environment(setup_script, commands, changed):
    setup_script.prepare("lab.txt")
    commands.clear()
    (setup_script.ROOT / changed).write_text("# changed", encoding="utf-8")
    setup_script.prepare("lab.txt")
    assert locks(commands) == ["lab.txt"]
    assert not any("venv" in command for command in commands)


def test_a_moved_clone_is_installed_again(setup_script, commands, tmp_path):
    setup_script.prepare("lab.txt")
    before = setup_script.fingerprint("lab.txt")
    moved = tmp_path / "moved"
    (moved / "requirements").mkdir(parents=True)
    for name in ("pyproject.toml", "requirements/lab.txt"):
        (moved / name).write_bytes((setup_script.ROOT / name).read_bytes())
    setup_script.ROOT = moved
    assert setup_script.fingerprint("lab.txt") != before


def test_an_interrupted_installation_is_repaired(setup_script, commands, monkeypatch, capsys):
    working = setup_script.run

    def interrupted(command, *, quiet=False):
        if "--require-hashes" in command:
            raise KeyboardInterrupt
        working(command)

    monkeypatch.setattr(setup_script, "run", interrupted)
    assert setup_script.main(["lab"]) == 130
    assert "next start repairs" in capsys.readouterr().err
    monkeypatch.setattr(setup_script, "run", working)
    commands.clear()
    setup_script.prepare("lab.txt")
    assert all("--reinstall" in command for command in commands)
    assert locks(commands) == ["lab.txt"]
    assert "unfinished" not in json.loads(setup_script.STAMP.read_text(encoding="utf-8"))


def test_an_environment_whose_python_is_gone_is_made_anew(setup_script, commands):
    setup_script.prepare("lab.txt")
    commands.clear()
    config = setup_script.VENV / "pyvenv.cfg"
    config.write_text(config.read_text(encoding="utf-8").replace("home = ", "home = /gone"), encoding="utf-8")
    setup_script.prepare("lab.txt")
    assert any("venv" in command for command in commands)


def test_an_environment_of_another_maker_is_kept(setup_script, commands):
    setup_script.prepare("lab.txt")
    setup_script.STAMP.unlink()
    commands.clear()
    setup_script.prepare("lab.txt")
    assert locks(commands) == ["lab.txt"]
    assert not any("venv" in command for command in commands)


def test_a_full_disk_is_said_before_anything_is_written(setup_script, commands, monkeypatch, capsys):
    usage = type("usage", (), {"free": 3e8})
    monkeypatch.setattr(setup_script.shutil, "disk_usage", lambda path: usage)
    assert setup_script.main(["lab"]) == 1
    assert capsys.readouterr().err == "The installation needs about 1.5 GB and the disk has 0.3 GB left.\n"
    assert not setup_script.VENV.exists()


@pytest.mark.parametrize(
    ("code", "sentence"), [(errno.ENOSPC, "The disk is full"), (errno.EACCES, "There is no write access")]
)
def test_an_error_of_the_disk_is_one_sentence(setup_script, monkeypatch, capsys, code, sentence):
    def refuse():
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(setup_script, "make_venv", refuse)
    assert setup_script.main(["lab"]) == 1
    assert capsys.readouterr().err.startswith(sentence)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ("error: failed to write: No space left on device (os error 28)", "The disk is full"),
        ("error: failed to open file: Permission denied (os error 13)", "There is no write access"),
        ("No module named ensurepip", "Python's venv module is incomplete"),
        ("error: Failed to fetch: `x`\n  Caused by: dns error", "The packages could not be fetched"),
        ("hash mismatch", "The installation stopped, and this is why:\nhash mismatch"),
    ],
)
def test_a_failed_command_is_explained(setup_script, told, sentence):
    failing = [sys.executable, "-c", f"import sys; sys.exit({told!r})"]
    with pytest.raises(setup_script.Refused, match="(?s)^" + sentence):
        setup_script.run(failing, quiet=True)


def test_a_command_that_works_the_second_time_is_no_failure(setup_script, tmp_path):
    flag = tmp_path / "flag"
    code = f"import pathlib, sys; p = pathlib.Path({str(flag)!r}); e = p.exists(); p.touch(); sys.exit(not e)"
    setup_script.run([sys.executable, "-c", code])
    assert flag.exists()


def test_no_network_is_said_by_the_real_installer(setup_script, monkeypatch):
    monkeypatch.setenv("UV_HTTP_RETRIES", "0")
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    assert uv, "course.py put it into .venv, or it is on PATH"
    nowhere = "http://127.0.0.1:9/simple"
    command = [uv, "pip", "install", "--python", sys.executable, "--dry-run", "--no-cache", "--reinstall"]
    with pytest.raises(setup_script.Refused, match="could not be fetched"):
        setup_script.run([*command, "--default-index", nowhere, "attrs"], quiet=True)
