"""`course test` runs all steps, names those that fail, and leaves nothing out in silence."""

import os
import sys

import pytest
from mlprojects.course import browser, testing
from mlprojects.course.house import CourseError
from mlprojects.course.testing import Step


def step(name, code):
    return Step(name, [sys.executable, "-c", f"raise SystemExit({code})"])


def test_all_steps_run_and_the_failed_ones_are_named(capfd):
    assert testing.run_steps([step("first", 1), step("second", 0), step("third", 5)]) == 1
    shown = capfd.readouterr().out
    assert [line for line in shown.splitlines() if "FAILED" not in line] == [
        "== first",
        "== second",
        "== third",
        "Failed: first, third.",
    ]


def test_where_all_is_well_the_last_line_is_the_last_steps_own(capfd):
    last = Step("last", [sys.executable, "-c", "print('9 passed')"])
    assert testing.run_steps([step("first", 0), last]) == 0
    assert capfd.readouterr().out.splitlines()[-1] == "9 passed"


@pytest.fixture
def steps(monkeypatch):
    """The names and commands of the steps that `main` would run."""
    seen = {}
    # `main` sets variables for the steps that it starts; the tests that come after this one must not see them.
    monkeypatch.setattr(testing.os, "environ", os.environ.copy())
    monkeypatch.setattr(testing, "run_steps", lambda steps: seen.update({s.name: s.command for s in steps}) or 0)
    return seen


def test_everything_is_run_by_default(steps, monkeypatch, tmp_path):
    monkeypatch.setattr(testing, "obtain_chromium", lambda: tmp_path / "chromium")
    assert testing.main(["-k", "explorer"]) == 0
    assert list(steps) == ["ruff check", "ruff format", "mypy", "import-linter", "pytest"]
    command = steps["pytest"]
    assert {"--nbval", "--nbval-cell-timeout=120", "loadfile"} <= set(command)
    assert any(part.endswith(".ipynb") for part in command)
    assert "tests/browser" not in command
    assert command[-2:] == ["-k", "explorer"]


def test_no_browser_stops_with_one_sentence(steps, monkeypatch):
    monkeypatch.setattr(testing, "obtain_chromium", lambda: None)
    with pytest.raises(CourseError, match=r"need Chromium or Chrome .* or pass --skip-browser"):
        testing.main([])
    assert not steps


@pytest.mark.parametrize("option", ["--quick", "--skip-browser"])
def test_left_out_browser_tests_are_announced(steps, monkeypatch, capsys, option):
    monkeypatch.setattr(testing, "obtain_chromium", lambda: pytest.fail("a browser was looked for"))
    assert testing.main([option]) == 0
    assert "The browser tests are left out, as asked." in capsys.readouterr().out
    assert steps["pytest"][steps["pytest"].index("--ignore") + 1] == "tests/browser"
    assert ("--nbval" in steps["pytest"]) == (option == "--skip-browser")


def test_a_named_browser_is_used_and_a_wrong_name_is_not_replaced(tmp_path, monkeypatch):
    chromium = tmp_path / "chromium"
    chromium.touch()
    monkeypatch.setenv("CHROMIUM", str(chromium))
    assert browser.find_chromium() == chromium
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "gone"))
    assert browser.find_chromium() is None
    assert browser.obtain_chromium() is None


def test_a_browser_is_found_on_the_path_and_in_playwrights_cache(tmp_path, monkeypatch):
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "APPLICATIONS", ())
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "cache"))
    assert browser.find_chromium() is None
    fetched = tmp_path / "cache" / "chromium-1234" / "chrome-linux" / "chrome"
    fetched.parent.mkdir(parents=True)
    fetched.touch()
    assert browser.find_chromium() == fetched
    shell = tmp_path / "cache" / "chromium_headless_shell-1234" / "chrome-linux" / "headless_shell"
    shell.parent.mkdir(parents=True)
    shell.touch()
    assert browser.find_chromium() == shell
    for name in ("chromium", "chromium-headless-shell"):
        on_path = tmp_path / (f"{name}.exe" if sys.platform == "win32" else name)
        on_path.touch(mode=0o755)
        assert browser.find_chromium() == on_path


def test_a_missing_browser_is_fetched_and_apt_comes_after_playwright(monkeypatch, tmp_path):
    monkeypatch.delenv("CHROMIUM", raising=False)
    tried = []
    found = iter([None, tmp_path / "chromium"])
    monkeypatch.setattr(browser, "find_chromium", lambda: next(found))
    monkeypatch.setattr(browser, "_is_root", lambda: True)
    monkeypatch.setattr(browser.shutil, "which", lambda name: f"/usr/bin/{name}")

    def run(command, **_):
        tried.append(command)
        return type("done", (), {"returncode": int("playwright" in command)})

    monkeypatch.setattr(browser.subprocess, "run", run)
    assert browser.obtain_chromium() == tmp_path / "chromium"
    assert ["playwright" in command for command in tried] == [True, False]
    assert "apt-get install" in tried[1][-1]


def test_root_alone_gives_up_the_sandbox(monkeypatch):
    monkeypatch.setattr(browser, "_is_root", lambda: False)
    assert "--no-sandbox" not in browser.launch_arguments()
    monkeypatch.setattr(browser, "_is_root", lambda: True)
    assert "--no-sandbox" in browser.launch_arguments()
