"""The invented class: what it writes is what the exercises would have written, and the engine reads it back."""

import pytest
import sample_texts
from mlprojects.classroom import Picture, collect
from mlprojects.classroom.demo import Learner, go_through, write_class
from mlprojects.classroom.demo_exercises import _guessed
from mlprojects.classroom.distributions import answers
from mlprojects.classroom.taking_part import learners
from mlprojects.record import Ledger, Record, current_ledger

KEYS = {"sample/shades": lambda: __import__("pandas").Series(sample_texts.SHADES)}


def test_an_answer_is_recorded_as_the_question_itself_would(exercises):
    records = go_through(Learner.drawn("7"), exercises.values(), KEYS)
    given = [r for r in records if r.kind == "answer"]
    assert len(given) >= 3
    for record in records:
        if record.kind == "answer":
            exercises[record.item].answer(record.data["value"])
        if record.kind == "hint":
            exercises[record.item].hint()
        if record.kind == "prediction" and record.data["value"] is not None:
            exercises[record.item].lock(record.data["value"])
    told = [r.data for r in current_ledger().records() if r.kind == "answer"]
    assert [dict(r.data) for r in given] == [dict(data) for data in told]


def test_the_engine_s_own_items_read_an_invented_ledger(exercises, tmp_path, monkeypatch):
    monkeypatch.setenv("MLPROJECTS_WORK", str(tmp_path))
    one = Learner.drawn("3")
    one.skill = 50.0
    records = go_through(one, exercises.values(), KEYS, entries=14)
    Ledger(tmp_path).absorb(records)
    assert exercises["sample/winner"].right
    assert exercises["sample/limits"].state()["outcome"] == "right"
    assert exercises["sample/guess"].locked
    assert exercises["sample/double"].right
    assert exercises["sample/ideas"].places["search"] != {"label": "Search", "x": 70, "y": 60, "range": 10}


def test_a_class_is_the_same_for_the_same_seed_and_exact_where_asked(exercises, tmp_path):
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        homes = list(write_class(tmp_path / name, 12, exercises, KEYS, seed=seed, entries=30))
        assert len(set(homes)) == 12
    one, again, other = (collect(tmp_path / name) for name in "abc")
    assert len(one.frame) == 12 * 30
    assert len(one.labels) == 12
    assert one.frame.equals(again.frame)
    assert not one.frame.equals(other.frame)


def test_a_class_drops_out_errs_and_learns(exercises, tmp_path, monkeypatch):
    monkeypatch.setattr("mlprojects.classroom.demo.STOPS", 0.05)
    list(write_class(tmp_path, 60, exercises, KEYS))
    entries = collect(tmp_path)
    assert entries.files > 60, "second machines and second uploads"
    picture = Picture(entries, exercises)
    assert picture.people == 60
    found = answers(picture, exercises["sample/winner"])
    first, final = (found.counts.loc["Model 3", moment] for moment in ("First", "Final"))
    assert 0 < first < final <= 60
    assert learners(picture)["entries"].nunique() > 10
    assert any("the same file" in line for line in entries.remarks())


def test_who_guesses_is_right_now_and_then_and_numbers_are_of_the_size_that_is_asked(exercises):
    guesser = Learner.drawn("a")
    guesser.guesses, guesser.skill = True, 99.0
    right = sum(guesser.knows(-9.0) for _ in range(2000)) / 2000
    assert right == pytest.approx(0.25, abs=0.04)
    numbers = [_guessed(guesser, {"low": 0, "high": 1000}) for _ in range(300)]
    assert 10 < sorted(numbers)[150] < 100
    assert all(0 <= number <= 1000 for number in numbers)
    assert all(_guessed(guesser, {"low": 0, "high": 8}).is_integer() for _ in range(20))
    assert not all(_guessed(guesser, {"low": 0, "high": 100}) % 10 == 0 for _ in range(20))


@pytest.mark.parametrize("seed", range(3))
def test_records_are_valid_and_in_order(exercises, seed):
    records = go_through(Learner.drawn(str(seed)), exercises.values())
    assert all(isinstance(each, Record) and each.line() for each in records)
    assert [r.order for r in records] == sorted(r.order for r in records)
    assert len({r.id for r in records}) == len(records)
