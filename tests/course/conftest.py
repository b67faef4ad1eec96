"""What the command line's tests share: a small notebook, built once, and `course.py` as a module."""

import importlib.util

import pytest
from mlprojects.course.build import rebuild
from mlprojects.course.house import ROOT

SOURCE = """\
# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # A small notebook

# %%
import os

import ipywidgets
from matplotlib import pyplot

# %% tags=["shown"]
ipywidgets.VBox([ipywidgets.IntSlider(description="one"), ipywidgets.IntSlider(description="two")])

# %%
figure, axes = pyplot.subplots()
_ = axes.plot([1, 2, 3])

# %%
print(object())
print(os.environ["MLPROJECTS_WORK"] == os.environ.get("LEARNERS_OWN"))
object()

# %%
object()
"""


@pytest.fixture(scope="session")
def small_pair(tmp_path_factory):
    folder = tmp_path_factory.mktemp("notebooks")
    source = folder / "01_small.py"
    source.write_text(SOURCE, encoding="utf-8")
    (folder / "01_small.ipynb").write_text(rebuild(source), encoding="utf-8")
    return source


@pytest.fixture
def setup_script(tmp_path):
    """`course.py` with a clone of its own in `tmp_path`: nothing in it reaches the real .venv."""
    spec = importlib.util.spec_from_file_location("course_script", ROOT / "course.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.ROOT, module.VENV = tmp_path, tmp_path / ".venv"
    module.PYTHON, module.STAMP = module.VENV / "bin" / "python", module.VENV / "course.json"
    (tmp_path / "requirements").mkdir()
    for name in ("pyproject.toml", "requirements/lab.txt", "requirements/test.txt"):
        (tmp_path / name).write_text(f"# {name}", encoding="utf-8")
    return module
