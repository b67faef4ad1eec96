"""Each thing that can be wrong with an installation has its sentence."""

import json
import socket
import sys

import pytest
from mlprojects.course import checks, doctor
from mlprojects.course.checks import Finding


def fine():
    return Finding("fine", ok=True, says="All is fine.")


def broken():
    raise RuntimeError("the library is torn\nand more")


def test_a_sound_installation_has_no_problem():
    wrong = [finding for finding in doctor.examine() if not finding.ok]
    assert wrong == []


def test_every_finding_is_named_like_its_check():
    others = [(name, check) for name, check in checks.CHECKS if check is not checks.kernel]
    assert [check().check for _, check in others] == [name for name, _ in others]


def test_a_check_that_breaks_down_is_a_finding():
    first, second = doctor.examine((("fine", fine), ("broken", broken)))
    assert first.ok
    assert not second.ok
    assert second.says.startswith("This could not be checked (RuntimeError: the library is torn): delete .venv")


def test_the_command_fails_where_something_is_wrong(monkeypatch, capsys):
    findings = [fine(), Finding("broken", ok=False, says="It is broken.")]
    monkeypatch.setattr(doctor, "examine", lambda: iter(findings))
    assert doctor.main([]) == 1
    shown = capsys.readouterr().out.splitlines()
    assert [line[:7].strip() for line in shown[:2]] == ["ok", "PROBLEM"]
    assert shown[-1] == "1 of 2 checks found a problem: see above."
    assert doctor.main(["--json"]) == 1
    assert [entry["ok"] for entry in json.loads(capsys.readouterr().out)] == [True, False]
    del findings[1]
    assert doctor.main([]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "All is well."


def test_an_old_python(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    assert checks.python_version().says == "This is Python 3.10.4: the course needs 3.11 or newer."
    assert not checks.python_version().ok


def test_another_environment_is_named_but_no_fault(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    finding = checks.environment()
    assert finding.ok
    assert f"not the course's own .venv but {tmp_path}" in finding.says


def test_missing_and_different_packages(tmp_path):
    lock = tmp_path / "lab.txt"
    lock.write_text("numpy==0.1 \\\n    --hash=sha256:00\n", encoding="utf-8")
    assert checks.packages(lock).says.startswith("Not as in the lock: numpy ")
    lock.write_text("no-such-package==1\nno-such-other==2\nnumpy==0.1\n", encoding="utf-8")
    assert checks.packages(lock).says.startswith("Missing: no-such-package, no-such-other; delete .venv")
    assert not checks.packages(lock).ok


def test_a_package_of_another_system_is_not_missed(tmp_path):
    lock = tmp_path / "lab.txt"
    lock.write_text("no-such-package==1 ; sys_platform == 'plan9' \\\n    --hash=sha256:00\n", encoding="utf-8")
    assert checks.packages(lock).ok


def test_a_kernel_of_another_python(monkeypatch):
    monkeypatch.setattr(sys, "prefix", "/elsewhere")
    finding = checks.kernel()
    assert not finding.ok
    assert "it is not this Python's" in finding.says


def test_a_folder_that_cannot_be_written(monkeypatch):
    def refuse(**_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(checks.tempfile, "TemporaryFile", refuse)
    assert "cannot be written (Permission denied): change its permissions" in checks.folder().says
    assert not checks.folder().ok


def test_answers_and_a_damaged_line_among_them():
    from mlprojects.record import current_ledger  # noqa: PLC0415 (after the fixture has set its folder)

    assert checks.ledger().says == "There are no answers yet."
    current_ledger().append("answer", "metrics/one", {"chosen": 1})
    assert checks.ledger().says == "1 records of what you did can be read."
    path = checks.work_folder() / "ledger.jsonl"
    with path.open("a", encoding="utf-8") as file:
        file.write('{"id": "torn\n')
    finding = checks.ledger()
    assert not finding.ok
    assert finding.says


def test_a_taken_port_is_told_but_no_fault():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = taken.getsockname()[1]
        finding = checks.port(number)
        assert finding.ok
        assert finding.says.startswith(f"Port {number} is taken, so JupyterLab will use the next free one")
    assert checks.port(number).says == f"Port {number} is free."


@pytest.mark.parametrize("name", ["@jupyter-widgets/jupyterlab-manager", "anywidget"])
def test_a_browser_that_cannot_show_widgets(tmp_path, name):
    place = tmp_path / "share/jupyter/labextensions" / name
    place.mkdir(parents=True)
    (place / "package.json").touch()
    finding = checks.widgets(tmp_path)
    missing = "anywidget" if name != "anywidget" else "jupyterlab_widgets"
    assert not finding.ok
    assert finding.says.startswith(f"JupyterLab cannot show widgets, the browser's part of {missing} is missing")


def test_no_test_browser_is_no_fault(monkeypatch):
    monkeypatch.setattr(checks, "find_chromium", lambda: None)
    assert checks.browser() == Finding(
        "test browser", ok=True, says="There is no Chromium or Chrome; only the browser tests need one."
    )


def test_a_notebook_is_told_that_all_is_well_in_the_same_words_on_every_computer(capsys):
    doctor.report((("fine", fine), ("fine", fine)))
    shown = capsys.readouterr().out.splitlines()
    assert shown[-1] == "All is well."
    assert not any("All is fine" in line for line in shown), "paths and versions of sound parts must not be printed"


def test_a_notebook_is_told_what_is_wrong_and_what_to_do(capsys):
    doctor.report((("fine", fine), ("broken", broken)))
    shown = capsys.readouterr().out.splitlines()
    assert shown[-2].startswith(
        "PROBLEM  broken: This could not be checked (RuntimeError: the library is torn): delete"
    )
    assert shown[-1].startswith("1 of 2 checks found a problem. Do what is said above")
    assert "All is well." not in shown


def test_a_notebook_without_widgets_gets_its_report_all_the_same(capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    doctor.report((("broken", broken),))
    assert capsys.readouterr().out.startswith("PROBLEM  broken:")


def test_in_a_notebook_all_is_checked_but_what_must_work_for_it_to_ask():
    left_out = {name for name, _ in checks.CHECKS} - {name for name, _ in doctor.IN_A_NOTEBOOK}
    assert left_out == {"kernel", "port", "test browser"}


def test_this_installation_is_well_in_a_notebook(capsys):
    doctor.report()
    assert capsys.readouterr().out.splitlines()[-1] == "All is well."
