"""Many files as one class: the order does not matter, twice is once, and one person is one learner."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_samples import record
from mlprojects.classroom.collect import collect
from mlprojects.classroom.people import gatherings, name_in, name_of, same_people
from mlprojects.record import merge


def seen(folder):
    """What a class's entries are, without who they are counted as."""
    frame = collect(folder).frame
    return [tuple(map(str, row)) for row in frame[["time", "kind", "item", "data"]].itertuples(index=False)]


@given(
    st.lists(st.lists(st.integers(0, 30), min_size=1, max_size=8), min_size=1, max_size=5),
    st.randoms(use_true_random=False),
)
def test_the_order_and_the_number_of_copies_do_not_matter(tmp_path_factory, files, chance):
    folder, other = tmp_path_factory.mktemp("class"), tmp_path_factory.mktemp("again")
    contents = [b"".join(record(n, learner=f"learner-{n % 4}").line() for n in numbers) for numbers in files]
    for place, content in enumerate(contents):
        (folder / f"{place}.jsonl").write_bytes(content)
    shuffled = [*contents, chance.choice(contents)]
    chance.shuffle(shuffled)
    for place, content in enumerate(shuffled):
        (other / f"{place}.jsonl").write_bytes(content)
    one, two = collect(folder), collect(other)
    assert seen(folder) == seen(other)
    assert one.frame["person"].tolist() == two.frame["person"].tolist()
    merged = merge(sorted(folder.iterdir()))
    assert [(f"{r.when:%Y-%m-%d %H:%M:%S}", r.kind, r.item, str(dict(r.data))) for r in merged] == seen(folder)


def test_entries_of_one_moment_stand_in_the_order_of_their_ids(write):
    now = record(1).time
    folder = write("a.jsonl", [record(n, time=now) for n in (3, 1, 2)])
    assert [data["number"] for data in collect(folder).frame["data"]] == [1, 2, 3]


def test_two_machines_of_one_learner_are_one_person(write):
    write("lab.jsonl", [record(1, learner="lab-machine")])
    write("home.jsonl", [record(1, learner="lab-machine"), record(2, learner="home-machine")])
    folder = write("other.jsonl", [record(3, learner="somebody-else")])
    entries = collect(folder)
    assert len(entries.labels) == 2
    first, second, third = entries.frame["person"]
    assert first == second != third
    assert sorted(map(sorted, entries.labels)) == [["home.jsonl", "lab.jsonl"], ["other.jsonl"]]


def test_a_shared_entry_joins_two_files_even_if_one_was_given_another_id():
    assert len(set(same_people([("one", 0), ("two", 1)], []).values())) == 2
    assert len(set(same_people([("one", 0), ("two", 1)], [(0, 1)]).values())) == 1
    assert same_people([], []) == {}


def test_a_file_of_a_whole_class_joins_nobody(write):
    folder = write("all.jsonl", [record(n, learner=f"learner-{n}") for n in range(9)])
    write("three.jsonl", [record(3, learner="learner-3")])
    entries = collect(folder)
    assert len(entries.labels) == 9
    assert gatherings([("a", 0), ("b", 0)]) == set()
    assert "all.jsonl: more random ids are in it than one person has machines" in entries.remarks(shown=True)[0]
    assert sum(labels == ["three.jsonl"] for labels in entries.labels) == 1


def test_an_edited_entry_is_told_and_gives_the_same_class_in_any_order(write, tmp_path):
    folder = write("a.jsonl", [record(1, data={"value": "b"})])
    write("b.jsonl", [record(1, data={"value": "a"})])
    here = collect(folder)
    (folder / "a.jsonl").rename(folder / "c.jsonl")
    assert [*here.frame["data"]] == [*collect(folder).frame["data"]] == [{"value": "a"}]
    assert here.remarks() == ["1 entry is not the same in two files, so one was edited; one form counts."]


def test_the_same_file_twice_is_said_with_and_without_names(write):
    write("Ada.jsonl", [record(1)])
    folder = write("Ada (1).jsonl", [record(1)])
    entries = collect(folder)
    assert entries.remarks(shown=True) == ["Ada.jsonl: the same file as another; it counts once."]
    assert entries.remarks() == ["1 file: the same file as another; it counts once."]
    assert len(entries.frame) == 1


def test_very_many_files_of_one_learner_are_asked_about(write):
    for number in range(6):
        folder = write(f"{number}.jsonl", [record(number)])
    assert collect(folder).remarks() == ["Learner 1 has 6 files; several people may have begun with one copied ledger."]


def test_numbers_tell_nothing_and_do_not_depend_on_names(write):
    learners = [f"learner-{n:02}" for n in range(20)]
    for place, learner in enumerate(learners):
        folder = write(f"{place:02}.jsonl", [record(place, learner=learner)])
    numbers = collect(folder).frame["person"].tolist()
    assert sorted(numbers) == list(range(20))
    assert numbers != sorted(numbers), "neither the order of the files nor that of time"
    random.Random(1).shuffle(files := sorted(folder.iterdir()))
    for place, path in enumerate(files):
        path.rename(folder / f"x{place}.jsonl")
    assert collect(folder).frame["person"].tolist() == numbers


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Ada Abe_1001_assignsubmission_file/ml-projects-3f.jsonl", "Ada Abe"),
        ("class.zip/Ada Abe_1001_assignsubmission_file_/ledger.jsonl", "Ada Abe"),
        ("abeada_12345_67890_ledger.jsonl", "abeada"),
        ("abeada_LATE_12345_67890_ml-projects-3f.jsonl", "abeada"),
        ("Ada/ledger.jsonl", "Ada"),
        ("Ada.zip/ledger.jsonl", "Ada"),
        ("Ada.jsonl", "Ada"),
        ("하늘 김.jsonl", "하늘 김"),
        ("ledger.jsonl", ""),
        ("ledger (2).jsonl", ""),
        ("ml-projects-3f0c2f0e-2026-11-24.jsonl", ""),
        ("../../Ada.jsonl", "Ada"),
    ],
)
def test_a_name_is_what_the_platform_made_of_it(label, name):
    assert name_in(label) == name


def test_who_has_no_name_keeps_the_number():
    assert name_of(["ledger.jsonl"], 4) == "Learner 5"
    assert name_of(["Ada/ledger.jsonl", "Ada.jsonl", "Abe.jsonl"], 0) == "Abe and Ada"


def test_a_ledger_of_the_first_version_is_read(request):
    fixtures = Path(request.config.rootpath) / "tests" / "record" / "fixtures"
    entries = collect(fixtures / "ledger_v1.jsonl")
    assert len(entries.frame) == len(merge([fixtures / "ledger_v1.jsonl"]))
    assert repr(entries).endswith("of 1 learner>")
