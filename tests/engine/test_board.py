"""A board: points that stand where they were put last, and a learner's own that can be named."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mlprojects.engine import Progress
from mlprojects.engine.texts import TextError, parse_texts
from mlprojects.record import current_ledger
from sample_texts import TOML, ideas


def test_points_start_where_the_text_puts_them_and_stay_where_they_are_put():
    one = ideas()
    start = one.points
    assert list(start.columns) == ["label", "x", "y", "range"]
    name = start.index[0]
    assert "give or take 7" in one.place(name, x=12, y=80, range=7)
    assert one.points.loc[name, ["x", "y", "range"]].tolist() == [12, 80, 7]
    assert ideas().points.loc[name, ["x", "y", "range"]].tolist() == [12, 80, 7], "found again by another kernel"
    assert one.points.drop(name).equals(start.drop(name))


def test_a_move_is_one_record_of_the_brief_and_none_where_nothing_changes():
    one = ideas()
    name = one.points.index[0]
    one.place(name, x=33)
    one.place(name, x=33)
    (record,) = current_ledger().records("brief", one.item)
    assert record.data[name]["x"] == 33


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"x": 101}, ValueError),
        ({"y": -1}, ValueError),
        ({"range": 51}, ValueError),
        ({"x": 1.5}, ValueError),
        ({"x": "ten"}, TypeError),
        ({"x": float("nan")}, ValueError),
        ({"label": "Mine"}, ValueError),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence_and_nothing_moves(given, error):
    one = ideas()
    before = one.points
    with pytest.raises(error, match=r"^[^.]*\.?[^.]*\.$"):
        one.place(before.index[0], **given)
    assert one.points.equals(before)
    assert not one.records()


def test_an_unknown_point_is_refused_with_those_there_are():
    one = ideas()
    with pytest.raises(ValueError, match=one.points.index[0]):
        one.place("nothing", x=1)


def test_ones_own_point_can_be_named_and_the_name_is_only_text():
    one = ideas()
    one.place("mine", label="  <script>alert(1)</script>\n of mine ")
    assert one.points.loc["mine", "label"] == "<script>alert(1)</script> of mine"
    with pytest.raises(ValueError, match="at most 60 characters"):
        one.place("mine", label="x" * 61)
    one.place("mine", label="")
    assert one.points.loc["mine", "label"] == ideas().entry["points"][-1]["label"]


def test_a_page_that_sends_nonsense_is_told_and_moves_nothing():
    one = ideas()
    before = one.points
    for message in ({"type": "place"}, {"type": "place", "name": "nobody", "x": 1}, {"type": "place", "name": 3}):
        one.hear(message)
        assert one.state()["note"]
    one.hear({"type": "something else"})
    assert one.points.equals(before)


@settings(max_examples=40)
@given(st.dictionaries(st.sampled_from(["x", "y", "range", "label"]), st.one_of(st.integers(), st.text(), st.none())))
def test_a_ledger_line_of_any_kind_never_breaks_the_board(data):
    one = ideas()
    name = one.points.index[0]
    current_ledger().append("brief", one.item, {name: data, "unknown": data})
    now = one.points
    assert now["x"].between(0, 100).all()
    assert now["y"].between(0, 100).all()
    assert now["range"].between(0, 50).all()


def test_progress_counts_a_board_once_a_point_was_moved():
    one = ideas()
    progress = Progress([one])
    assert progress.counts() == {"boards used": (0, 1)}
    assert progress.open() == ["Board “Where does each idea stand?”"]
    one.place(one.points.index[0], x=1)
    assert progress.counts() == {"boards used": (1, 1)}
    assert progress.open() == []


def test_the_text_lists_every_point_and_is_the_same_whatever_was_moved():
    one = ideas()
    before = one.text()
    assert all(label in before for label in one.points["label"])
    one.place(one.points.index[0], x=1)
    assert one.text() == before


def test_two_points_of_one_name_are_refused():
    twice = TOML.replace('name = "mine"', 'name = "search"')
    assert twice != TOML
    with pytest.raises(TextError, match="points: two of them have the name"):
        parse_texts(twice, "sample", "sample/questions.toml")
