"""No notebook is left out: each has a browser test file of its own, which also tries what holds for all."""

import importlib.util
from pathlib import Path

import every_notebook
import pytest
from mlprojects.course.house import NOTEBOOKS

NAMES = sorted(path.name for path in NOTEBOOKS.glob("[0-9]*.ipynb"))


@pytest.mark.parametrize("name", NAMES)
def test_it_has_a_file_that_tries_what_holds_for_all(name):
    wing = name.removesuffix(".ipynb").split("_", 1)[1]
    path = Path(__file__).with_name(f"test_{wing}_notebook.py")
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert name == module.NOTEBOOK
    for test in every_notebook.__all__:
        assert getattr(module, test) is getattr(every_notebook, test)
