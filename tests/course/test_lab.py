"""`course lab`: what it tells Jupyter, and a real server that got it."""

import json
import urllib.request
from urllib.parse import urlsplit

import pytest
from mlprojects.course import lab
from mlprojects.course.driver import server
from mlprojects.course.house import CourseError


@pytest.fixture
def started(small_pair, monkeypatch):
    """The arguments with which `course lab` starts Jupyter, on a course of one small notebook."""
    seen = []
    monkeypatch.setattr(lab, "NOTEBOOKS", small_pair.parent)
    monkeypatch.setattr(lab, "notebook_sources", lambda names: [small_pair])
    monkeypatch.setattr(lab, "start", seen.extend)
    monkeypatch.setenv("JUPYTER_PREFER_ENV_PATH", "0")
    return seen


def test_the_folder_is_opened_on_this_machine_alone(started, tmp_path, monkeypatch):
    monkeypatch.setenv("MLPROJECTS_WORK", str(tmp_path / "mine"))
    assert lab.main(["--no-browser", "--port", "8899"]) == 0
    assert f"--ServerApp.root_dir={tmp_path / 'mine'}" in started
    assert "--ServerApp.ip=127.0.0.1" in started
    assert started[-3:] == ["--no-browser", "--port", "8899"]
    assert not any("default_url" in argument for argument in started)
    assert (tmp_path / "mine" / "01_small.ipynb").exists()


def test_a_named_notebook_is_opened(started):
    lab.main(["01", "--no-browser"])
    assert "--LabApp.default_url=/lab/tree/01_small.ipynb" in started
    assert started[-1] == "--no-browser"


def test_a_value_of_jupyters_is_no_notebook(started):
    lab.main(["--ip", "127.0.0.2"])
    assert started[-2:] == ["--ip", "127.0.0.2"]


def test_a_read_only_folder_is_told_and_opened_all_the_same(started, monkeypatch, capsys):
    monkeypatch.setattr(lab.os, "access", lambda path, mode: False)
    lab.main([])
    assert "is read-only: you can read and run, but nothing you do will be kept." in capsys.readouterr().out
    assert started


def test_an_unknown_notebook_is_one_sentence(monkeypatch):
    monkeypatch.setattr(lab, "lay_out", lambda notebooks, work: [])
    with pytest.raises(CourseError, match="'99' is not the name of one notebook: there are"):
        lab.main(["99"])


def test_our_extension_is_where_the_server_looks_for_it(started):
    lab.main([])
    assert f"--LabApp.extra_labextensions_path={lab.FRONT}" in started
    (folder,) = lab.FRONT.iterdir()
    described = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    assert described["name"] == folder.name
    assert (folder / described["jupyterlab"]["_build"]["load"]).exists()


@pytest.mark.slow
def test_a_real_server_has_the_settings(tmp_path):
    with server(tmp_path) as address:
        parts = urlsplit(address)

        def get(path):
            with urllib.request.urlopen(f"http://{parts.netloc}/{path}?{parts.query}", timeout=20) as answer:
                return json.load(answer)

        widgets = get("lab/api/settings/@jupyter-widgets/jupyterlab-manager:plugin")
        news = get("lab/api/settings/@jupyterlab/apputils-extension:notification")
        assert widgets["schema"]["properties"]["saveState"]["default"] is True
        assert news["schema"]["properties"]["fetchNews"]["default"] == "false"
        assert news["schema"]["properties"]["checkForUpdates"]["default"] is False
        shown = {entry["name"] for entry in get("api/contents")["content"]}
        assert any(name.endswith(".ipynb") for name in shown)
