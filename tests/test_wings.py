"""The wings are alike: whoever knows one knows all."""

import ast
import importlib
import re
from inspect import signature

import pytest
from mlprojects.course.house import ROOT
from wings import lessons

WINGS = list(lessons())
FOLDERS = {wing: ROOT / "lib" / "mlprojects" / wing for wing in WINGS}
ROOMS = {"record"}
"""What a map may name beside the wing's own files."""


@pytest.mark.parametrize("wing", WINGS)
def test_the_map_for_newcomers_names_every_file_of_the_wing_and_no_other(wing):
    told = importlib.import_module(f"mlprojects.{wing}").__doc__
    files = {path.stem for path in FOLDERS[wing].glob("*.py")} | {path.name for path in FOLDERS[wing].glob("*.toml")}
    assert set(re.findall(r"`([\w.]+)`", told)) - ROOMS == files - {"__init__"}


@pytest.mark.parametrize("wing", WINGS)
def test_the_page_of_figures_names_every_drawing(wing):
    page = importlib.import_module(f"mlprojects.{wing}.figures")
    for path in FOLDERS[wing].glob("figures_*.py"):
        part = importlib.import_module(f"mlprojects.{wing}.{path.stem}")
        public = (value for name, value in vars(part).items() if callable(value) and not name.startswith("_"))
        drawings = [each for each in public if each.__module__ == part.__name__ and not isinstance(each, type)]
        assert drawings
        for drawing in drawings:
            assert next(iter(signature(drawing).parameters)) == "figure", drawing
            assert getattr(page, drawing.__name__, None) is drawing, f"{path.stem}.{drawing.__name__}"


@pytest.mark.parametrize("wing", WINGS)
def test_a_part_declares_what_is_in_the_texts_of_its_name_and_the_lesson_all_the_rest(wing):
    lesson = lessons()[wing]
    for path in FOLDERS[wing].glob("lesson_*.py"):
        texts = (path.parent / f"{path.stem.removeprefix('lesson_')}.toml").read_text(encoding="utf-8")
        named = set(re.findall(r"^\[\w+\.(\w+)\]", texts, re.MULTILINE))
        assert named, path
        assert set(_declared(path)) == named, path
    assert lesson.TEXTS is importlib.import_module(f"mlprojects.{wing}.texts").TEXTS


def _declared(path):
    """The names under which a part reads its items from the texts."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and getattr(node.args[0], "id", "") == "TEXTS":
            yield node.args[1].value
