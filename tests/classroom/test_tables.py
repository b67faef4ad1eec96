"""A class of three whose numbers are known: answers, predictions, misconceptions, boards, labels, who took part."""

import io
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.classroom import Picture, collect, widgets
from mlprojects.classroom.baseline import baseline
from mlprojects.classroom.boards import apart, middles, placed
from mlprojects.classroom.distributions import Bins, answers, predictions
from mlprojects.classroom.grading import grade, misconceptions, most_common
from mlprojects.classroom.picture import listed, told
from mlprojects.classroom.spreadsheet import HEADER, as_csv, long
from mlprojects.classroom.taking_part import learners, modules, totals

WINNER, SCORE, GUESS = "sample/winner", "sample/score", "sample/guess"


@pytest.fixture
def three(write, did, exercises):
    """Three learners: one is right at once, one after a hint, one stays wrong and stops."""
    ada, ben, eve = [], [], []
    ada.append(did(1, "prediction", GUESS, value="Model 3"))
    ada.append(did(1, "answer", WINNER, value=["Model 3"], outcome="right", hints=0))
    ada.append(did(1, "answer", "sample/limits", value=["latency", "size"], outcome="right", hints=0))
    ada.append(did(1, "attempt", "sample/double", outcome="right", source="secret"))
    ada.append(did(1, "brief", "sample/metric", name="<b>F1</b>"))
    ada.append(did(1, "brief", "sample/ideas", search={"x": 10, "y": 20, "range": 5}))
    ada.append(did(1, "brief", "sample/ideas", search={"x": 30, "y": 40, "range": 5}))
    ada.append(did(1, "brief", "sample/ideas", mine={"x": 1, "y": 2, "range": 5, "label": "my secret"}))
    did.now = 0
    ben.append(did(2, "prediction", GUESS, value=None))
    ben.append(did(2, "answer", WINNER, value=["Model 2"], outcome="wrong", hints=0))
    ben.append(did(2, "hint", WINNER, step=1))
    ben.append(did(2, "answer", WINNER, value=["Model 2"], outcome="wrong", hints=1))
    ben.append(did(2, "answer", WINNER, value=["Model 3"], outcome="right", hints=1))
    ben.append(did(2, "answer", SCORE, after=36_000, value=90, outcome="wrong", hints=0))
    ben.append(did(2, "brief", "sample/ideas", search={"x": 50, "y": 60, "range": 5}, car={"x": 900, "y": 1}))
    did.now = 0
    eve.append(did(3, "prediction", GUESS, value="Model 1"))
    eve.append(did(3, "answer", WINNER, value=["Model 2"], outcome="wrong", hints=0))
    eve.append(did(3, "answer", WINNER, value=["Model 9"], outcome="wrong", hints=0))
    eve.append(did(3, "answer", "sample/limits", value=["latency", "the farthest"], outcome="wrong", hints=0))
    eve.append(did(3, "attempt", "sample/double", outcome="wrong", misconceptions=["squares"]))
    eve.append(did(3, "answer", "older/question", value=["gone"], outcome="wrong", misconceptions=["old belief"]))
    for name, records in (("ada", ada), ("ben", ben), ("eve", eve)):
        folder = write(f"{name}.jsonl", records)
    return Picture(collect(folder), exercises, shown=True)


def counts(found, moment):
    return {name: int(n) for name, n in found.counts[moment].items() if n}


def test_the_first_answer_the_one_after_a_hint_and_the_last(three):
    found = answers(three, three.exercises[WINNER])
    assert found.people == {"First": 3, "After a hint": 1, "Final": 3}
    assert counts(found, "First") == {"Model 3": 1, "Model 2": 2}
    assert counts(found, "After a hint") == {"Model 2": 1}
    assert counts(found, "Final") == {"Model 3": 2, "No longer an option": 1}
    assert found.right == [True, False, False, False]
    assert found.shares.loc["Model 3", "Final"] == pytest.approx(2 / 3)


def test_of_several_answers_each_counts(three):
    found = answers(three, three.exercises["sample/limits"])
    assert counts(found, "First") == {"latency": 2, "size": 1, "the farthest": 1}
    assert found.several
    assert found.right == [True, True, False]


def test_numbers_stand_in_their_order_and_the_right_one_is_marked(hand_in, did, exercises):
    values = [5, 50, 50.2, 90, 90, "50", None, {"a": 1}]
    folder = hand_in([did(n, "answer", SCORE, value=v, outcome="wrong") for n, v in enumerate(values)])
    found = answers(Picture(collect(folder), exercises), exercises[SCORE])
    assert found.counts.index.tolist() == ["5 %", "50 %", "50.2 %", "90 %", "50", "null", '{"a": 1}']
    assert [name for name, right in zip(found.counts.index, found.right, strict=True) if right] == [
        "50 %",
        "50.2 %",
        "50",
    ]


def test_rare_numbers_stand_together(hand_in, did, exercises):
    records = [did(n, "answer", SCORE, value=n % 12, outcome="wrong") for n in range(40)]
    found = answers(Picture(collect(hand_in(records)), exercises), exercises[SCORE])
    assert len(found.counts) == 9
    assert found.counts.index[-1] == "Other answers"
    assert found.counts["First"].sum() == 40


def test_a_prediction_is_compared_with_the_calculation(three):
    found = predictions(three, three.exercises[GUESS], "Model 3")
    assert counts(found, "Predicted") == {"Model 1": 1, "Model 3": 1, "Went on without": 1}
    assert dict(zip(found.counts.index, found.right, strict=True))["Model 3"]
    assert sum(found.right) == 1
    assert sum(predictions(three, three.exercises[GUESS]).right) == 0, "without it, nothing is marked"


def test_only_the_first_prediction_counts(hand_in, did, exercises):
    records = [did(1, "prediction", GUESS, value=value) for value in ("Model 1", "Model 3")]
    found = predictions(Picture(collect(hand_in(records)), exercises), exercises[GUESS])
    assert counts(found, "Predicted") == {"Model 1": 1}


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30), st.floats(-1e6, 1e6))
def test_classes_of_numbers_hold_every_number_once(values, truth):
    bins = Bins.of(values, truth, "%")
    assert list(bins.edges) == sorted(set(bins.edges))
    assert len(bins.names) == len(bins.edges) + 1 <= 12
    for value in [*values, truth]:
        place = bins.names.index(bins.name(value))
        assert place == 0 or bins.edges[place - 1] <= value
        assert place == len(bins.edges) or value < bins.edges[place]
    assert bins.name("many") == "Other answers"


def test_classes_of_numbers_in_words():
    assert Bins((20.0, 40.0), "%").names == ["below 20 %", "20 to below 40 %", "40 % or more"]
    assert Bins.of([], None).names == ["below 0", "0 or more"]
    assert Bins((2e6, 4e6)).names == ["below 2,000,000", "2,000,000 to below 4,000,000", "4,000,000 or more"]


def test_whole_numbers_are_named_one_by_one_where_a_class_holds_one():
    counted = Bins.of([1, 2, 2, 3, 3, 4, 5], 3, "tasks")
    assert "3 tasks" in counted.names
    assert counted.name(3) == "3 tasks"
    assert not any("to below" in name for name in counted.names)
    assert Bins.of([0, 1, 1], 1).names == ["below 1", "1 or more"]
    assert "2 to below 3 tasks" in Bins.of([1, 2, 2.5, 3, 3, 4, 5], 3, "tasks").names, "2.5 is no count"


def test_misconceptions_are_counted_by_learner_and_graded_anew(three):
    table = misconceptions(three).set_index("misconception")
    assert table.loc["the middle one is a safe choice"].to_dict() == {"item": WINNER, "people": 2, "first": 2, "of": 3}
    assert table.loc["accuracy is precision", "item"] == SCORE, "the ledger did not say so; the question does"
    assert table.loc["limit what is worst", "people"] == 1
    assert table.loc["squares", "item"] == "sample/double"
    assert table.loc["old belief", "item"] == "older/question", "what the course no longer has keeps what was recorded"
    assert most_common(three)["item"].tolist()[:2] == [WINNER, "sample/limits"], "in the order of the course"


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=5,
    )
)
def test_no_recorded_value_breaks_the_grading(value):
    import sample_texts  # noqa: PLC0415 - a fixture cannot be used with given

    for make in (sample_texts.winner, sample_texts.limits, sample_texts.score):
        assert grade(make(), value)[0] in {"right", "wrong", "unclear", "not attempted"}
    assert isinstance(told(value), str)
    assert isinstance(listed(value), list)


def test_who_took_part(three):
    table = learners(three)
    done = {"predictions": 1, "questions": 2, "tasks": 1, "labellings": 0, "project": 2}
    assert table.loc["ada"].to_dict() == {"entries": 8, "days": 1, "minutes": 7.0} | done
    assert table.loc["ben", "minutes"] == 5.0, "ten hours are a pause"
    assert table.loc["ben", "questions"] == 1
    assert table.loc["eve", ["questions", "tasks", "project"]].tolist() == [0, 0, 0]
    assert totals(three) == {"predictions": 2, "questions": 3, "tasks": 1, "labellings": 1, "project": 2}


def test_before_and_after_by_module(three):
    row = modules(three, {GUESS: "Model 3"}).loc["sample"]
    assert row["predicted"] == pytest.approx(1 / 2), "who went on without is left out"
    assert row["first"] == pytest.approx(2 / 6)
    assert row["final"] == pytest.approx(3 / 6)
    assert row["people"] == 3


def test_a_module_without_answers_has_no_share(hand_in, exercises, did):
    picture = Picture(collect(hand_in([did(1, "hint", WINNER, step=1)])), exercises)
    assert math.isnan(modules(picture, {}).loc["sample", "first"])
    assert learners(picture).loc["Learner 1", "minutes"] == 0
    assert misconceptions(picture).empty
    assert most_common(picture).empty
    assert long(picture).empty


def test_boards_are_laid_over_each_other(three):
    board = three.exercises["sample/ideas"]
    table = placed(three, board)
    assert set(table["point"]) == {"Search", "Your own"}, "what cannot be, or was not moved, is left out"
    middle = middles(table).loc["Search"]
    assert (middle["x"], middle["y"], middle["people"]) == (40, 50, 2)
    assert "secret" not in table.to_string()


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=1, max_size=13))
def test_numbers_on_a_board_do_not_cover_each_other(points):
    table = pd.DataFrame(points, columns=["x", "y"])
    shown = apart(table, 7.0)
    assert shown.to_numpy().min() >= 0
    assert shown.to_numpy().max() <= 100
    gaps = np.linalg.norm(shown.to_numpy()[:, None] - shown.to_numpy()[None, :], axis=2) + np.eye(len(points)) * 99
    assert gaps.min() > 5
    # Far from all others, nothing moves.
    lonely = np.linalg.norm(table.to_numpy()[:, None] - table.to_numpy()[None, :], axis=2) + np.eye(len(points)) * 99
    for place in np.flatnonzero(lonely.min(axis=1) > 60):
        assert np.abs(shown.to_numpy()[place] - table.to_numpy()[place]).max() < 0.1


def test_the_class_is_a_human_baseline(hand_in, did, exercises):
    item, cases = "sample/shades", ("black", "dark", "light", "white")
    given_labels = {1: (0, 1, 2, 3), 2: (0, 1, 3, 3), 3: (0, 2, 3, 3)}
    records = [
        did(n, "label", item, case=case, round=1, value=value, seconds=1.0)
        for n, values in given_labels.items()
        for case, value in zip(cases, values, strict=True)
    ]
    records += [did(1, "label", item, round=2), did(1, "label", item, case="black", round=2, value=3, seconds=1.0)]
    records += [
        did(4, "label", item, case="black", round=1, value=0),
        did(4, "label", item, case="red", round=1, value=0),
        *(did(4, "label", item, case=case, round=2, value=0) for case in cases[1:]),
    ]
    picture = Picture(collect(hand_in(records)), exercises, {item: lambda: pd.Series([0, 1, 2, 3], list(cases))})
    found = baseline(picture, exercises[item])
    assert sorted(found.wrong) == [0, 1, 2]
    assert found.majority.tolist() == [0, 1, 3, 3]
    assert found.majority_wrong == 1
    assert found.unfinished == 1
    assert found.agreement == pytest.approx((3 + 1 + 1 + 3) / 12)
    assert found.cases.loc["light", ["for_it", "correct"]].tolist() == pytest.approx([2 / 3, 1 / 3])
    no_key = baseline(Picture(picture.entries, exercises), exercises[item])
    assert no_key.key is None
    assert no_key.wrong.empty
    assert "correct" not in no_key.cases


def test_a_label_that_was_taken_back_or_given_again_counts_as_it_stands(hand_in, write, did, exercises):
    item = "sample/shades"
    steps = [("black", 1), ("black", None), ("black", 0), ("dark", 1), ("light", 1), ("light", 2), ("white", 3)]
    records = [did(1, "label", item, case=case, round=1, value=value) for case, value in steps]
    found = baseline(Picture(collect(hand_in(records)), exercises), exercises[item])
    assert found.labels.loc[0].tolist() == [0, 1, 2, 3]
    assert math.isnan(found.agreement)


def test_a_tie_has_no_majority_and_nobody_no_baseline(hand_in, did, exercises):
    cases = ("black", "dark", "light", "white")
    records = [did(n, "label", "sample/shades", case=case, round=1, value=n) for n in (0, 1) for case in cases]
    found = baseline(Picture(collect(hand_in(records)), exercises), exercises["sample/shades"])
    assert found.majority.tolist() == [None] * 4
    assert set(found.cases["majority"]) == {"a tie"}
    empty = Picture(collect(hand_in([did(n, "hint", WINNER, step=1) for n in (0, 1)])), exercises)
    assert baseline(empty, exercises["sample/shades"]) is None


def test_the_spreadsheet_holds_every_answer_and_no_formula(three, write, did):
    table = long(three)
    assert ",".join(table.columns) == HEADER
    row = table[(table["learner"] == "ben") & (table["exercise"] == "Winner")].iloc[0]
    assert row[["first", "after_hint", "final", "tries", "right"]].tolist() == [
        "Model 2",
        "Model 2",
        "Model 3",
        3,
        "yes",
    ]
    assert table[table["exercise"] == "Limits"]["final"].tolist() == ["latency; size", "latency; the farthest"]
    folder = write("eve.jsonl", [did(9, "answer", WINNER, value=["=HYPERLINK(1)"], outcome="wrong")])
    cells = long(Picture(collect(folder), three.exercises))["first"].tolist()
    assert "'=HYPERLINK(1)" in cells
    assert not any(cell.startswith(("=", "+", "@")) for cell in cells)
    named = write("=1+1_7_assignsubmission_file/ledger.jsonl", [did(8, "answer", WINNER, value=["Model 2"])])
    assert "'=1+1" in long(Picture(collect(named), three.exercises, shown=True))["learner"].tolist()
    read = pd.read_csv(io.StringIO(as_csv(three)), dtype=str, keep_default_na=False)
    assert read.astype({"tries": int}).to_numpy().tolist() == table.to_numpy().tolist()


def test_the_explorers_show_the_same_numbers(three):
    explorer = widgets.answers_of(three, "sample")
    assert explorer.title == "Sample: what does the class answer?"
    state = explorer.at(question=three.exercises[WINNER], moment="Final")
    assert state.says == "Most chosen in the end: “Model 3”, by 67 % of 3 learners. Right were 2 of them (67 %)."
    assert state.table.loc["Model 3", "Learners"] == 2
    assert len([view for _, view in explorer.sweep()]) == 9
    assert explorer.at(question=three.exercises[SCORE], moment="After a hint").says == "Nobody answered after a hint."
    guess = widgets.predictions_of(three, "sample", {GUESS: "Model 3"})
    assert not guess.at(truth="hidden").table["Right"].any()
    assert guess.at(truth="shown").table["Right"].any()
    with pytest.raises(ValueError, match=r"Nobody answered any of the questions of 'metrics'"):
        widgets.answers_of(three, "metrics")
