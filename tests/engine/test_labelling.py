"""A labelling: case after case, taken up where it was left, judged only when a round is over."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mlprojects.engine import Keys, Labelling, Pose, Progress
from mlprojects.engine.labelling_card import LabellingCard
from mlprojects.engine.texts import TextError, parse_texts
from mlprojects.record import current_ledger
from sample_texts import SHADES, TEXTS, arrows, shades

RIGHT = SHADES


def fill(item, values=RIGHT):
    return [item.label(case, value, seconds=1.5) for case, value in values.items()]


def test_each_label_is_one_record_and_is_found_again():
    one = shades()
    assert one.label("black", 0, seconds=2.345) == "1 of 4 labelled."
    (record,) = current_ledger().records("label", one.item)
    assert record.data == {"case": "black", "round": 1, "value": 0, "seconds": 2.35}
    again = shades().labels
    assert again.to_dict("records") == [{"case": "black", "round": 1, "value": 0, "seconds": 2.35}]


def test_the_judge_speaks_only_once_a_round_is_over():
    one = shades()
    *before, last = fill(one)
    assert before == ["1 of 4 labelled.", "2 of 4 labelled.", "3 of 4 labelled."]
    assert last == "You have 4 of 4 right. Look again tomorrow."
    assert one.finished
    assert one.state()["result"]["table"]["rows"] == [["1", "4"]]


def test_a_card_never_tells_what_is_right_before_the_end():
    one = shades()
    card = LabellingCard(one)
    one._cards.add(card)
    for case, value in list(RIGHT.items())[:-1]:
        one.label(case, value)
        assert card.state["result"] is None
        assert "right" not in str(card.state) + str(card.spec)
    one.label("white", 3)
    assert "right" in card.state["result"]["says"]
    one.again()
    assert card.state["result"] is None, "a second round would be no second look with the first one beside it"
    assert card.state["labels"] == []


def keyed(answer, key):
    """Two images with a key."""
    return Labelling(
        TEXTS,
        "shades",
        cases=("a", "b"),
        images=lambda: np.full((2, 3, 3), 0.5),
        answer=answer,
        judge=lambda labels: (f"{len(labels)} labels.", labels),
        key=lambda: key,
    )


def test_the_key_is_shown_beside_what_was_missed_once_a_round_is_over():
    one = keyed(Keys((0, 1)), {"a": 0, "b": 1})
    one.label("a", 1)
    assert one.state()["result"] is None
    assert "key" not in str(one.specification()["cases"])
    assert one.label("b", 1) == "2 labels. Look again tomorrow. Image 1: you 1, key 0."
    assert one.state()["result"]["review"] == [{"place": 1, "case": "a", "given": 1, "key": 0}]
    one.again()
    assert one.state()["result"] is None
    one.label("a", 0)
    assert "Image" not in one.label("b", 1)
    assert one.state()["result"]["review"] == []


def test_of_poses_all_are_shown_beside_the_key():
    one = keyed(Pose(half=12), {"a": (1, 2, 370), "b": np.array([0, 0, 90])})
    one.label("a", (1, 2, 10))
    assert "Image" not in one.label("b", (3, 0, 80))
    review = one.state()["result"]["review"]
    assert [each["place"] for each in review] == [1, 2]
    assert review[0]["key"] == review[0]["given"] == {"x": 1, "y": 2, "angle": 10}
    assert review[1]["key"] == {"x": 0, "y": 0, "angle": 90}


def test_without_a_key_nothing_is_shown_beside():
    fill(shades())
    assert shades().state()["result"]["review"] == []


def test_a_second_round_only_after_the_first_and_both_are_kept():
    one = shades()
    one.label("black", 0)
    with pytest.raises(ValueError, match="Round 1 is not finished: 1 of 4 labelled"):
        one.again()
    fill(one)
    with pytest.raises(ValueError, match="finished"):
        one.label("black", 1)
    assert one.again() == "Round 2. 0 of 4 labelled."
    assert shades().round == 2
    fill(shades(), RIGHT | {"black": 3})
    both = shades().labels
    assert both.groupby("round").size().to_dict() == {1: 4, 2: 4}
    assert shades().result().startswith("You have 3 of 4 right.")


def test_the_last_label_of_a_case_counts_and_the_last_of_all_can_be_taken_back():
    one = shades()
    one.label("black", 0)
    one.label("dark", 2)
    one.label("black", 3)
    assert one.labels.set_index("case")["value"].to_dict() == {"dark": 2, "black": 3}
    assert one.undo() == "1 of 4 labelled."
    assert shades().labels["case"].tolist() == ["dark"]
    one.undo()
    assert one.undo() == "There is no label to take back."
    assert shades().labels.empty


def test_what_has_been_judged_cannot_be_taken_back():
    one = shades()
    fill(one)
    before = one.labels
    assert one.undo() == "There is no label to take back."
    one.hear({"type": "undo", "round": 1, "case": "white"})
    assert shades().labels.equals(before)


@pytest.mark.parametrize(
    ("case", "value", "seconds", "error"),
    [
        ("grey", 1, None, ValueError),
        ("black", 4, None, ValueError),
        ("black", True, None, ValueError),
        ("black", None, None, ValueError),
        ("black", 1, -1, ValueError),
        ("black", 1, math.nan, ValueError),
        ("black", 1, "soon", TypeError),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence_and_nothing_is_kept(case, value, seconds, error):
    one = shades()
    with pytest.raises(error, match=r"^[^.]*\.?[^.]*\.$"):
        one.label(case, value, seconds)
    assert one.labels.empty
    assert not one.records()


@pytest.mark.parametrize(
    "value",
    [(1, 2), {"x": 1, "y": 2}, {"x": 1, "y": 2, "angle": "up"}, (13, 0, 0), (0, math.inf, 0), "123", 5, None],
)
def test_a_pose_is_three_numbers_within_the_picture(value):
    one = arrows()
    with pytest.raises((TypeError, ValueError), match=r"\.$"):
        one.label("first", value)
    assert one.labels.empty


@settings(max_examples=40)
@given(st.floats(-12, 12), st.floats(-12, 12), st.floats(-1e4, 1e4))
def test_a_pose_keeps_its_place_and_its_direction(x, y, angle):
    read = Pose(half=12).read(np.array([x, y, angle]))
    assert (read["x"], read["y"]) == (x, y)
    assert 0 <= read["angle"] < 360
    assert math.cos(math.radians(read["angle"])) == pytest.approx(math.cos(math.radians(angle)), abs=1e-9)
    assert math.sin(math.radians(read["angle"])) == pytest.approx(math.sin(math.radians(angle)), abs=1e-9)


def test_poses_stand_in_columns_of_their_own():
    one = arrows()
    one.label("first", {"x": 1, "y": -2, "angle": 370})
    one.label("second", (0, 0.5, 90))
    assert one.labels[["x", "y", "angle"]].to_numpy().tolist() == [[1, -2, 10], [0, 0.5, 90]]
    assert one.labels["seconds"].isna().all(), "from code no time is measured"


@pytest.mark.parametrize("values", [(), (1,), (1, "1"), ("a", "bc"), (1, 10)])
def test_keys_can_be_typed_and_told_apart(values):
    with pytest.raises(ValueError, match="single characters"):
        Keys(values)


def test_cases_have_names_of_their_own():
    with pytest.raises(ValueError, match="name of its own"):
        Labelling(
            TEXTS, "shades", cases=("a", "a"), images=np.empty, answer=Keys((0, 1)), judge=lambda labels: ("", labels)
        )


def test_a_page_that_sends_nonsense_changes_nothing():
    one = shades()
    for message in (
        {"type": "label"},
        {"type": "label", "round": 1, "case": "grey", "value": 1},
        {"type": "label", "round": 1, "case": ["black"], "value": 1},
        {"type": "label", "round": 1, "case": "black", "value": {"x": 1}},
        {"type": "label", "round": 2, "case": "black", "value": 1},
        {"type": "again", "round": 1},
    ):
        one.hear(message)
        assert one.state()["note"], message
    for message in ({"type": "undo", "round": 1, "case": "black"}, {"type": "odd"}, {}):
        one.hear(message)
    assert one.labels.empty
    assert not one.records()


def test_a_time_that_cannot_be_costs_no_label():
    one = shades()
    one.hear({"type": "label", "round": 1, "case": "black", "value": 0, "seconds": 1e9})
    one.hear({"type": "label", "round": 1, "case": "dark", "value": 1, "seconds": "long"})
    assert one.labels["value"].tolist() == [0, 1]
    assert one.labels["seconds"].isna().all()


ANYTHING = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-9, 9), st.text(max_size=3), st.sampled_from([*SHADES])),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(st.text(max_size=2), inner, max_size=2)),
    max_leaves=3,
)


@settings(max_examples=30)
@given(st.lists(st.dictionaries(st.sampled_from(["case", "round", "value", "seconds"]), ANYTHING), max_size=4))
def test_ledger_lines_of_any_kind_never_break_it(lines):
    one = shades()
    for data in lines:
        current_ledger().append("label", one.item, data)
    now = one.labels
    assert now["case"].isin(SHADES).all()
    assert now["value"].isin([0, 1, 2, 3]).all()
    assert not now.duplicated(["case", "round"]).any()
    one.state()


def test_another_round_of_a_copied_ledger_is_left_aside_until_it_is_begun():
    one = shades()
    ledger = current_ledger()
    ledger.append("label", one.item, {"case": "black", "round": 2, "value": 1, "seconds": 1.0})
    ledger.append("label", one.item, {"round": 2})
    assert one.labels.empty
    fill(one)
    ledger.append("label", one.item, {"case": "black", "round": 1, "value": 3, "seconds": 1.0})
    assert one.labels.set_index("case")["value"].to_dict() == RIGHT, "a judged round stays as it was judged"


def test_images_are_made_only_for_a_card():
    asked = []

    def images():
        asked.append(1)
        return np.full((2, 3, 3), 0.5)

    one = Labelling(
        TEXTS, "shades", cases=("a", "b"), images=images, answer=Keys((0, 1)), judge=lambda labels: ("", labels)
    )
    one.text()
    one.label("a", 1)
    assert not asked
    first, second = one.specification()["cases"]
    assert first["src"].startswith("data:image/png;base64,")
    assert first["src"] == second["src"]


def test_the_text_is_the_same_whatever_was_labelled():
    before = shades().text()
    assert "4 images; answer with one of 0, 1, 2, 3." in before
    assert "angle in degrees" in arrows().text()
    fill(shades())
    assert shades().text() == before


def test_progress_counts_a_labelling_once_its_first_round_is_over():
    progress = Progress([shades()])
    assert progress.counts() == {"sets of images labelled": (0, 1)}
    fill(shades(), dict(list(RIGHT.items())[:3]))
    assert progress.open() == ["Labelling “How dark is it, from 0 to 3?”"]
    shades().label("white", 0)
    assert progress.counts() == {"sets of images labelled": (1, 1)}
    assert progress.open() == []
    shades().again()
    assert progress.open() == [], "a second round takes nothing away"


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        ('after = "Look again tomorrow."', "lacks 'prompt'"),
        ('prompt = "How dark?"\nafterwards = "x"', "did you mean 'after'"),
        ('prompt = " "', "must not be empty"),
    ],
)
def test_a_text_that_cannot_be_used_is_named(spoil, says):
    with pytest.raises(TextError, match=rf"\[labellings.shades\].*{says}"):
        parse_texts(f"[labellings.shades]\n{spoil}", "sample", "sample/questions.toml")
