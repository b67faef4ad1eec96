"""What the explorers of the part keep in every state, and that each number in their texts is a computed one."""

import re
from functools import cache

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from mlprojects.archetypes import guides, key_questions, placing
from mlprojects.archetypes import lesson_acting as lesson
from mlprojects.archetypes.archetype_table import ARCHETYPES, LOOP, NAMES, SOFTWARE

SWITCHES = list(lesson.move_it.controls)[1:]


@cache
def sweep(explorer):
    return list(explorer.sweep())


@pytest.mark.parametrize("explorer", lesson.EXPLORERS, ids=lambda explorer: explorer.name)
def test_every_state_says_a_sound_sentence_beside_a_short_table(explorer):
    for state, view in sweep(explorer):
        assert re.fullmatch(r"[A-Z0-9“].*[.?!]", view.says), (state, view.says)
        assert not re.search(r"\bnan\b|None|  |\{|\}|\.\.|\?\.|:\s*$", view.says), (state, view.says)
        assert len(view.says) <= 320, (state, len(view.says))
        assert len(view.table) <= 12
        assert all(name[0].isupper() and "_" not in name for name in view.table.columns)
        assert not np.isinf(view.table.select_dtypes("number").to_numpy(dtype=float)).any()
    assert len({view.says for _, view in sweep(explorer)}) > len(explorer) // 2


@pytest.mark.parametrize("explorer", lesson.EXPLORERS, ids=lambda explorer: explorer.name)
def test_every_control_changes_what_is_said_or_shown(explorer):
    for name, control in explorer.controls.items():
        texts = {}
        for state, view in sweep(explorer):
            others = tuple((key, value) for key, value in state.items() if key != name)
            texts.setdefault(others, set()).add((view.says, view.table.to_csv()))
        assert any(len(different) > 1 for different in texts.values()), (name, control.label)


# Who acts -------------------------------------------------------------------------------------------------------------


def test_each_archetype_is_shown_with_its_own_row():
    for state, view in sweep(lesson.three_archetypes):
        shown = list(NAMES) if state["shown"] == lesson.ALL else [state["shown"]]
        assert list(view.table.index) == shown
        assert list(view.table.iloc[:, 1]) == list(ARCHETYPES.loc[shown, state["side"]])
        for name in shown:
            assert name.lower() in view.says.lower()


# Moves ----------------------------------------------------------------------------------------------------------------


def test_the_switches_are_the_moves_in_their_order():
    labels = [lesson.move_it.controls[name].label for name in SWITCHES]
    assert [label.lower() for label in labels] == [move.name for move in placing.MOVES]
    for name, move in zip(SWITCHES, placing.MOVES, strict=True):
        assert lesson.move_it.controls[name].when == ("archetype", move.archetype)


def test_the_sentence_says_where_the_moves_lead():
    for state, view in sweep(lesson.move_it):
        taken = [move.name for name, move in zip(SWITCHES, placing.MOVES, strict=True) if state[name]]
        start, now = placing.PLACES[state["archetype"]], placing.after(state["archetype"], taken)
        assert list(view.table.index[view.table["Made"]]) == [name.capitalize() for name in taken]
        assert ("That is in the top right." in view.says) == now.high, state
        if taken:
            gained, changed = now.feasibility - start.feasibility, now.impact - start.impact
            assert f"{gained} points of feasibility" in view.says
            assert f"{abs(changed)} of impact" in view.says
            assert ("lose" in view.says) == (changed < 0)
            assert "is ours" in view.says
        else:
            assert f"({start.feasibility} of 100)" in view.says
            assert "judgement" in view.says


# The design check -----------------------------------------------------------------------------------------------------


def test_the_sentence_gives_the_verdict_of_its_question():
    for state, view in sweep(lesson.design_check):
        found = guides.check(state["question"]).of(state["product"])
        assert view.table["Met"][state["question"]] == found.met
        assert (f"{state['product']}: met." in view.says) == found.met
        assert f"meets {view.table['Met'].sum()} of {len(guides.CHECKS)} questions" in view.says


# The robot ------------------------------------------------------------------------------------------------------------


def test_only_as_software_is_the_robot_what_it_is_today():
    for state, view in sweep(lesson.robot_answers):
        assert ("today" in view.says.split(":")[0]) == (state["archetype"] == key_questions.TODAY == SOFTWARE)
        assert ("It would take" in view.table) == state["taken"]
        still = view.table.index[view.table["Still open"]]
        assert all(question in view.says for question in still)
        assert f"Of {len(view.table)} key questions {len(still)} is open" in view.says


# Pictures -------------------------------------------------------------------------------------------------------------


def drawn(view):
    figure = Figure(figsize=(7.2, 4.05), dpi=50)
    canvas = FigureCanvasAgg(figure)
    view.figure(figure)
    canvas.draw()
    return canvas.get_width_height(), [t for t in figure.findobj(Text) if t.get_text().strip() and t.get_visible()]


SHOWN = [
    pytest.param(explorer, key, id=f"{explorer.name}-{key}")
    for explorer, step in ((lesson.three_archetypes, 2), (lesson.move_it, 1), (lesson.design_check, 3))
    for key in explorer.keys()[::step]
] + [pytest.param(lesson.robot_answers, key, id=key) for key in lesson.robot_answers.keys()[1::2]]


@pytest.mark.parametrize(("explorer", "key"), SHOWN)
def test_texts_are_large_enough_inside_the_picture_and_apart(explorer, key):
    (width, height), texts = drawn(explorer.view(key))
    boxes = [text.get_window_extent() for text in texts]
    for text, box in zip(texts, boxes, strict=True):
        assert text.get_fontsize() >= 9
        assert -1 <= box.x0 <= box.x1 <= width + 1, text
        assert -1 <= box.y0 <= box.y1 <= height + 1, text
    for place, one in enumerate(boxes):
        for other_place in range(place):
            other = boxes[other_place]
            apart = one.x1 <= other.x0 + 1 or other.x1 <= one.x0 + 1 or one.y1 <= other.y0 + 1 or other.y1 <= one.y0 + 1
            assert apart, (texts[place], texts[other_place])


def test_the_picture_of_the_check_shows_a_remedy_only_where_one_is_needed():
    for question in ("By hand first", "Left alone"):
        for product in guides.PRODUCTS:
            asked = guides.check(question)
            _, texts = drawn(lesson.design_check.at(product=product, question=question))
            shown = {" ".join(text.get_text().split()) for text in texts}
            met = asked.of(product).met
            assert f"{product}: {'met' if met else 'not yet'}" in shown
            assert (asked.remedy in shown) == (not met)


def test_the_picture_of_the_robot_shows_what_it_takes_only_on_request():
    for state, view in sweep(lesson.robot_answers):
        shown = [text.get_text() for text in drawn(view)[1]]
        asked = key_questions.asked_of(state["archetype"])
        assert all((f"It takes {takes}" in shown) == state["taken"] for takes in asked["takes"])
        assert shown.count("still open") == asked["open"].sum()


# Texts ----------------------------------------------------------------------------------------------------------------


def said(item):
    return " ".join(f"{item.entry['prompt']} {item.entry['after']}".split())


def numbers(text):
    return set(re.findall(r"\d+(?:[.,]\d+)*", text))


def test_what_is_said_of_the_top_right():
    text = said(lesson.top_right)
    places = placing.PLACES
    auto, loop, soft = places["Autonomous"], places[LOOP], places[SOFTWARE]
    assert f"at {auto.feasibility} for feasibility and {auto.impact} for impact" in text
    assert f"human in the loop at {loop.feasibility} and {loop.impact}" in text
    assert f"Software 2.0 at {soft.feasibility} and {soft.impact}" in text
    assert numbers(text) <= {"15", "64", "38", "45", "63", "29", "100", "2.0"}
    assert lesson.top_right.truth() == "none of them"
    assert tuple(lesson.top_right.entry["options"][:3]) == NAMES


def test_the_answer_on_the_top_right_follows_the_places(monkeypatch):
    monkeypatch.setitem(placing.PLACES, LOOP, placing.Place(60, 60))
    assert lesson.top_right.truth() == LOOP


def test_what_is_said_of_code_completion():
    assert lesson.code_completion.truth() == SOFTWARE
    assert tuple(lesson.code_completion.entry["options"]) == NAMES
    assert numbers(said(lesson.code_completion)) <= {"2.0"}


def test_predictions_come_before_what_they_ask_about():
    assert (lesson.three_archetypes.after, lesson.move_it.after) == lesson.PREDICTIONS
