"""Every explorer of every wing: each state is reached, says something sound, and can be drawn."""

import importlib
import random
import re

import numpy as np
import pandas as pd
import pytest
from mlprojects.engine import Explorer
from mlprojects.engine.frames import draw

WINGS = ["metrics"]
EXPLORERS = [
    pytest.param(explorer, id=f"{wing}-{explorer.name}")
    for wing in WINGS
    for explorer in importlib.import_module(f"mlprojects.{wing}.lesson").EXPLORERS
]
SAMPLE = 4
"""States drawn beside the corners; the sweep without drawing visits all."""


def corners(explorer: Explorer) -> list[str]:
    """The start, and each control at its first and last option while the others stay at their start."""
    ends = [
        explorer.key(**{name: control.values[place]})
        for name, control in explorer.controls.items()
        for place in (0, -1)
    ]
    return list(dict.fromkeys([explorer.key(), *ends]))


@pytest.mark.parametrize("explorer", EXPLORERS)
def test_every_state_says_a_sound_sentence_and_shows_sound_numbers(explorer):
    said = []
    for state, view in explorer.sweep():
        said.append(view.says)
        assert re.fullmatch(r"[A-Z0-9“].*[.?!]", view.says, re.DOTALL), (state, view.says)
        assert not re.search(r"\bnan\b|\binf\b|None|  |\{|\}", view.says), (state, view.says)
        assert len(view.says) <= 320, (state, view.says)
        assert len(view.table) <= 12, "a table is read beside the picture"
        numbers = view.table.select_dtypes("number").to_numpy(dtype=float)
        assert not np.isinf(numbers).any(), state
        assert all(isinstance(name, str) and name[0].isupper() for name in view.table.columns), view.table.columns
        assert not any("_" in name for name in view.table.columns), view.table.columns
    assert len(set(said)) > 1, "an explorer whose sentence never changes explores nothing"


@pytest.mark.parametrize("explorer", EXPLORERS)
def test_the_same_state_always_gives_the_same_view(explorer):
    for key in corners(explorer):
        first, second = explorer.view(key), explorer.view(key)
        assert first.says == second.says
        pd.testing.assert_frame_equal(first.table, second.table)


@pytest.mark.parametrize("explorer", EXPLORERS)
def test_every_control_changes_what_is_said_or_shown(explorer):
    keys = explorer.keys()
    texts = {key: (explorer.view(key).says, explorer.view(key).table.to_csv()) for key in keys}
    for place, (name, control) in enumerate(explorer.controls.items()):
        by_others: dict[tuple[str, ...], set[tuple[str, str]]] = {}
        for key in keys:
            parts = key.split("-")
            by_others.setdefault((*parts[:place], *parts[place + 1 :]), set()).add(texts[key])
        assert any(len(different) > 1 for different in by_others.values()), f"{name} ({control.label}) does nothing"


@pytest.mark.parametrize("explorer", EXPLORERS)
def test_corners_and_a_seeded_sample_can_be_drawn(explorer):
    sample = random.Random(20210301).sample(explorer.keys(), min(SAMPLE, len(explorer)))
    for key in dict.fromkeys([*corners(explorer), *sample]):
        assert draw(explorer.view(key), dpi=40).startswith(b"\x89PNG"), explorer.values(key)


@pytest.mark.parametrize("explorer", EXPLORERS)
def test_an_explorer_can_be_swept_and_baked(explorer):
    assert 2 <= len(explorer) <= 150
