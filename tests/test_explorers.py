"""Every explorer of every wing: each state is reached, says something sound, and can be drawn and read."""

import random
import re
from functools import cache
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from mlprojects.engine.frames import INCHES, draw
from wings import all_of

EXPLORERS = [pytest.param(explorer, id=name) for name, explorer in all_of("EXPLORERS")]
SAMPLE = 4
"""States drawn beside the corners; the sweep without drawing visits all."""


@cache
def views(explorer):
    """Every state's view by key; computed once for all tests of this file."""
    return {explorer.key(**state): view for state, view in explorer.sweep()}


def corners(explorer):
    """The start, and each control at its first and last option while the others stay at their start."""
    ends = [
        explorer.key(**{name: control.values[place]})
        for name, control in explorer.controls.items()
        for place in (0, -1)
    ]
    return list(dict.fromkeys([explorer.key(), *ends]))


def laid_out(view):
    """The view's figure with everything in its place; pixels, which no text's place depends on, are left out."""
    figure = Figure(figsize=INCHES, dpi=50)
    canvas = FigureCanvasAgg(figure)
    view.figure(figure)
    figure.draw_without_rendering()
    return figure, canvas


def apart(one, two):
    """Whether two boxes share no more than a sliver that no letter reaches into."""
    return min(one.x1, two.x1) - max(one.x0, two.x0) < 2 or min(one.y1, two.y1) - max(one.y0, two.y0) < 2


@pytest.mark.parametrize("explorer", EXPLORERS)
def test_every_state_says_a_sound_sentence_and_shows_sound_numbers(explorer):
    assert 2 <= len(explorer) <= 150
    for state, view in views(explorer).items():
        assert re.fullmatch(r"[A-Z0-9“].*[.?!]", view.says, re.DOTALL), (state, view.says)
        assert not re.search(r"\bnan\b|\binf\b|None|  |\{|\}|\de[+-]\d", view.says), (state, view.says)
        assert len(view.says) <= 320, (state, view.says)
        assert len(view.table) <= 12, "a table is read beside the picture"
        numbers = view.table.select_dtypes("number").to_numpy(dtype=float)
        assert not np.isinf(numbers).any(), state
        assert all(isinstance(name, str) and name[0].isupper() for name in view.table.columns), view.table.columns
        assert not any("_" in name for name in view.table.columns), view.table.columns
    said = {view.says for view in views(explorer).values()}
    assert len(said) > 1, "an explorer whose sentence never changes explores nothing"


@pytest.mark.parametrize("explorer", EXPLORERS)
def test_the_same_state_always_gives_the_same_view(explorer):
    for key in corners(explorer):
        first, second = explorer.view(key), views(explorer)[key]
        assert first.says == second.says
        pd.testing.assert_frame_equal(first.table, second.table)


@pytest.mark.parametrize("explorer", EXPLORERS)
def test_every_control_changes_what_is_said_or_shown(explorer):
    texts = {key: (view.says, view.table.to_csv()) for key, view in views(explorer).items()}
    for place, (name, control) in enumerate(explorer.controls.items()):
        by_others = {}
        for key, text in texts.items():
            parts = key.split("-")
            by_others.setdefault((*parts[:place], *parts[place + 1 :]), set()).add(text)
        assert any(len(different) > 1 for different in by_others.values()), f"{name} ({control.label}) does nothing"


@pytest.mark.parametrize("explorer", EXPLORERS)
def test_corners_and_a_seeded_sample_are_drawn_with_texts_large_enough_inside_and_apart(explorer):
    sample = random.Random(20210301).sample(explorer.keys(), min(SAMPLE, len(explorer)))
    for key in dict.fromkeys([*corners(explorer), *sample]):
        figure, canvas = laid_out(views(explorer)[key])
        width, height = canvas.get_width_height()
        texts = [text for text in figure.findobj(Text) if text.get_text().strip() and text.get_visible()]
        assert texts
        boxes = [text.get_window_extent() for text in texts]
        for text, box in zip(texts, boxes, strict=True):
            assert text.get_fontsize() >= 9, (explorer.values(key), text)
            assert -1 <= box.x0 <= box.x1 <= width + 1, (explorer.values(key), text)
            assert -1 <= box.y0 <= box.y1 <= height + 1, (explorer.values(key), text)
        for one, two in combinations(range(len(texts)), 2):
            assert apart(boxes[one], boxes[two]), (explorer.values(key), texts[one], texts[two])


@pytest.mark.parametrize("explorer", EXPLORERS)
def test_the_first_state_makes_a_frame_the_same_whenever_it_is_drawn(explorer):
    one, two = (draw(views(explorer)[explorer.key()], dpi=50) for _ in range(2))
    assert one.startswith(b"\x89PNG")
    assert one == two
