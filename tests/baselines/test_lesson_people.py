"""What the explorers of the part keep in every state, and that each number in their texts is a computed one."""

import re
from functools import cache

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from mlprojects.baselines import budget, crowd, published, sources, unequal
from mlprojects.baselines import lesson_people as lesson
from mlprojects.words import capital


@cache
def sweep(explorer):
    return list(explorer.sweep())


@pytest.mark.parametrize("explorer", lesson.EXPLORERS, ids=lambda explorer: explorer.name)
def test_every_state_says_a_sound_sentence_beside_a_short_table(explorer):
    for state, view in sweep(explorer):
        assert re.fullmatch(r"[A-Z0-9“].*[^.?!][.?!]", view.says), (state, view.says)
        assert not re.search(r"\bnan\b|\binf\b|None|  |\{|\}|e[+-]\d", view.says), (state, view.says)
        assert not re.search(r"(?<!\.)\b1 (?:labels|people|points)\b|\bone people", view.says), (state, view.says)
        assert len(view.says) <= 320, (state, len(view.says))
        assert len(view.table) <= 12
        assert all(name[0].isupper() and "_" not in name for name in view.table.columns)
        assert np.isfinite(view.table.select_dtypes("number").to_numpy(dtype=float)).all()
    assert len(explorer) <= 150


@pytest.mark.parametrize("explorer", lesson.EXPLORERS, ids=lambda explorer: explorer.name)
def test_every_control_changes_what_is_said_or_shown(explorer):
    for name, control in explorer.controls.items():
        texts = {}
        for state, view in sweep(explorer):
            others = tuple((key, value) for key, value in state.items() if key != name)
            texts.setdefault(others, set()).add((view.says, view.table.to_csv()))
        assert any(len(different) > 1 for different in texts.values()), (name, control.label)


# Where to look, and the ladder ----------------------------------------------------------------------------------------


def test_each_family_is_said_with_its_example_or_its_trap():
    for state, view in sweep(lesson.where_to_look):
        family = sources.family(state["family"])
        assert (family.trap in view.says) == state["trap"]
        assert (family.robot in view.says) == (not state["trap"])
        assert ("a floor" in view.says) == (family.tells == sources.FLOOR and not state["trap"])


def test_the_ladder_says_what_was_published_or_that_nothing_was():
    for state, view in sweep(lesson.human_ladder):
        table = published.of(state["field"])
        here = table[table["rung"] == state["rung"]]
        assert ("we know of no number" in view.says) == here.empty, state
        assert ("made up" in view.says) == (state["field"] == published.XRAYS and not here.empty)
        if not here.empty:
            assert f"{here['high'].iloc[0]:.3g} % wrong" in view.says
        assert list(view.table["Wrong (%)"]) == table["error"].round(2).tolist()


# Crowds ---------------------------------------------------------------------------------------------------------------


def test_the_sentence_tells_gain_and_loss_as_the_formula_has_them():
    for state, view in sweep(lesson.crowd):
        right = crowd.majority(**state)
        gain = right - state["skill"]
        assert ("better than one person" in view.says) == (gain > 0.005), state
        assert ("worse than one person" in view.says) == (gain < -0.005), state
        assert view.table.loc["Majority", "Right (%)"] == pytest.approx(100 * right, abs=0.051)


def test_formula_and_simulation_stand_side_by_side_and_agree():
    for state, view in sweep(lesson.crowd):
        shares = view.table["Right (%)"]
        right = shares["Majority"] / 100
        error = 100 * np.sqrt(right * (1 - right) / crowd.SIMULATED)
        assert abs(shares["Majority, simulated"] - shares["Majority"]) <= 4 * error + 0.1, state


def test_what_correlation_takes_is_said_where_it_takes_something():
    for state, view in sweep(lesson.crowd):
        said = re.search(r"would reach (?:over )?(\d+) %; however many such people vote, at most (\d+) %", view.says)
        if said:
            assert 0 < state["correlation"] < 1
            assert int(said[2]) == round(100 * crowd.best_possible(state["skill"], state["correlation"]))
            assert crowd.majority(**state) < crowd.majority(state["skill"], state["voters"])


def test_the_reason_given_fits_the_shares():
    for state, view in sweep(lesson.unequal_crowd):
        shares = unequal.ways(**state)
        if "gives them away" in view.says:
            assert shares[unequal.WEIGHED] >= shares[unequal.KNOWING] - 0.03
        elif "trusted most" in view.says:
            assert shares[unequal.WEIGHED] < shares[unequal.MAJORITY] - 0.03
        elif "copied guess decides" in view.says:
            assert shares[unequal.MAJORITY] == pytest.approx(0.5)
        elif "Too few know" in view.says:
            assert shares[unequal.WEIGHED] < shares[unequal.KNOWING] - 0.03
        else:
            assert state["guessers"] in {0, 8}


# The budget -----------------------------------------------------------------------------------------------------------


def test_the_sentence_reads_the_table_and_names_the_best():
    for state, view in sweep(lesson.spend):
        table = budget.purchases(state["budget"], expert_price=state["expert_price"])
        best = budget.best(table, state["purpose"])
        row = table.loc[state["way"]]
        assert f"buys {row['images']:.0f} label" in view.says
        assert f"about {100 * row['wrong']:.0f} % are wrong" in view.says
        assert ("Nothing is better" in view.says) == (state["way"] == best), state
        assert (f": {best} (" in view.says) == (state["way"] != best), state
        column = "error" if state["purpose"] == budget.TRAINING else "off"
        assert ("Hardly better" in view.says) == (0 < row[column] - table[column].min() < 0.005), state
        shown = view.table[view.table.columns[-1]]
        assert shown[capital(best)] == shown.min()


def test_in_every_state_many_labels_train_best_and_never_test_best():
    for state, view in sweep(lesson.spend):
        if state["way"] == budget.ONE:
            assert ("many labels beat good ones" in view.says) == (state["purpose"] == budget.TRAINING)


# Pictures -------------------------------------------------------------------------------------------------------------


def drawn(view):
    figure = Figure(figsize=(7.2, 4.05), dpi=50)
    canvas = FigureCanvasAgg(figure)
    view.figure(figure)
    canvas.draw()
    return canvas.get_width_height(), [t for t in figure.findobj(Text) if t.get_text().strip() and t.get_visible()]


STEPS = {lesson.where_to_look: 4, lesson.human_ladder: 4, lesson.crowd: 23, lesson.unequal_crowd: 11, lesson.spend: 19}
SHOWN = [
    pytest.param(explorer, key, id=f"{explorer.name}-{key}")
    for explorer, step in STEPS.items()
    for key in explorer.keys()[::step]
]


@pytest.mark.parametrize(("explorer", "key"), SHOWN)
def test_texts_are_large_enough_inside_the_picture_and_apart(explorer, key):
    (width, height), texts = drawn(explorer.view(key))
    boxes = [text.get_window_extent() for text in texts]
    for text, box in zip(texts, boxes, strict=True):
        assert text.get_fontsize() >= 9
        assert box.x0 >= -1, text
        assert box.x1 <= width + 1, text
        assert box.y0 >= -1, text
        assert box.y1 <= height + 1, text
    for place, one in enumerate(boxes):
        for other_place in range(place):
            other = boxes[other_place]
            apart = one.x1 <= other.x0 + 1 or other.x1 <= one.x0 + 1 or one.y1 <= other.y0 + 1 or other.y1 <= one.y0 + 1
            assert apart, (texts[place], texts[other_place])


# Texts ----------------------------------------------------------------------------------------------------------------


def said(item):
    return " ".join(f"{item.entry['prompt']} {item.entry['after']}".split())


def numbers(text):
    return set(re.findall(r"\d+(?:[.,]\d+)*", text))


def test_predictions_come_before_what_they_ask_about():
    assert (lesson.crowd.after, lesson.unequal_crowd.after, lesson.spend.after) == lesson.PREDICTIONS


def test_what_is_said_of_nine_voters():
    text = said(lesson.nine_voters)
    assert lesson.nine_voters.truth() == round(100 * crowd.majority(0.7, 9, 0.5)) == 80
    assert f"majority is right in {100 * crowd.majority(0.7, 9):.0f} %" in text
    assert "In 80 % of the cases" in text
    assert crowd.majority(0.7, 9) - 0.7 == pytest.approx(2 * (crowd.majority(0.7, 9, 0.5) - 0.7)), "half of the gain"
    assert f"only {100 * crowd.best_possible(0.7, 0.5):.0f} %" in text
    assert numbers(text) <= {"70", "90", "80", "85"}


def test_what_is_said_of_who_decides():
    text, shares = said(lesson.who_decides), unequal.ways(5, 0.8)
    assert lesson.who_decides.truth().startswith("weighing")
    assert f"label {unequal.ITEMS} items" in text
    assert f"about {100 * shares[unequal.WEIGHED]:.0f} % right" in text
    assert f"against {100 * shares[unequal.MAJORITY]:.0f} % for the majority" in text
    assert f"{100 * shares[unequal.BEST]:.0f} % for one person" in text
    assert numbers(text) <= {"300", "80", "90", "81", "1979"}


def test_what_is_said_of_the_best_spent():
    text, options = said(lesson.best_spent), lesson.best_spent.entry["options"]
    assert lesson.best_spent.truth() == options[0]
    assert f"${budget.VOTE:.2f} a label" in text
    assert f"wrong in {100 * budget.wrong(budget.ONE):.1f} %" in text
    assert f"three such people is wrong in {100 * budget.wrong(budget.THREE):.0f} %" in text
    assert f"costs ${budget.EXPERT_PRICES[0]:g} and is wrong in {100 * budget.EXPERT_WRONG:g} %" in text
    counts = [budget.bought(200, way) for way in (budget.ONE, budget.THREE, budget.EXPERT, budget.MIXED)]
    for option, (images, _) in zip(options, counts, strict=True):
        assert option.startswith(f"{images} labels")
    assert f"the {counts[-1][1]} most doubtful" in options[-1]
    assert "400 images teach far more than 20" in text
    assert numbers(text) <= {"200", "0.50", "17.7", "10", "9", "1", "400", "20"}
