"""What each kind of item wrote in a version of the course is found again in every later one.

The fixtures `items_v*.jsonl` are sittings of `SITTING`, written by the items themselves at a fixed time with fixed ids.
When the items begin to write something else, the old fixtures stay as they are, and a new one is added:
`python tests/record/test_every_item.py items_v1_1.jsonl`, with tests/helpers on the path.
"""

import itertools
import json
import shutil
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch
from uuid import UUID

import pytest
import sample_texts
from mlprojects.classroom import Picture, collect
from mlprojects.classroom.baseline import baseline
from mlprojects.classroom.boards import placed
from mlprojects.record import current_ledger, ledger, read_ledger

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("items_v*.jsonl"))
LEARNER = f"{1:032x}"
KOREAN = "성공률 <b>grasp</b>"


def doubled(x):
    """Twice x."""
    return 2 * x


def sitting():
    """What a learner does who meets each kind of item; all of it is found again in `test_all_is_found_again`."""
    winner, limits, score, double = (getattr(sample_texts, name)() for name in ("winner", "limits", "score", "double"))
    sample_texts.guess().lock("Model 2")
    sample_texts.weight().lock("0,7")
    winner.answer("Model 2")
    winner.hint()
    winner.answer("Model 3")
    limits.answer(["latency", "the farthest"])
    limits.hint()
    limits.solution()
    score.answer("90")
    double.check(lambda x: x * x)
    double.check(doubled)
    sample_texts.metric().save(name=KOREAN, limit="1,5", direction="higher", why="one\ntwo")
    sample_texts.metric().save(why="")
    deck = sample_texts.symptoms()
    deck["lamps"].answer("Back to planning")
    deck["lamps"].answer("Back to data collection")
    deck["halved"].answer(5)
    board = sample_texts.ideas()
    board.place("search", x=12, y=80, range=7)
    board.place("mine", x=33, label="مشروعي")
    board.place("search", x=20)
    shades = sample_texts.shades()
    for case, value in zip(shades.cases, (0, 1, 2, 0), strict=True):
        shades.label(case, value, seconds=1.25)
    shades.again()
    shades.label("black", 1, seconds=2)
    shades.undo()
    shades.label("black", 0)
    sample_texts.arrows().label("first", {"x": 1.5, "y": -2.0, "angle": 350.0}, seconds=3.5)


def written(folder):
    """The ledger of a `sitting` in a folder, at a fixed time, with fixed ids."""
    seconds, numbers = itertools.count(), itertools.count(1)

    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2026, 11, 24, 17, tzinfo=tz or UTC) + timedelta(seconds=next(seconds))

    ledger._session.cache_clear()
    with (
        patch.dict("os.environ", MLPROJECTS_WORK=str(folder)),
        patch.object(ledger, "datetime", Clock),
        patch.object(ledger.uuid, "uuid4", lambda: UUID(int=next(numbers))),
        patch.object(ledger, "__version__", "1.0.0"),
    ):
        sitting()
    ledger._session.cache_clear()
    return Path(folder) / ledger.FILE_NAME


def shape(value):
    """The names and types in a value, whatever the values are."""
    if isinstance(value, dict):
        return {name: shape(inner) for name, inner in value.items()}
    return [shape(inner) for inner in value] if isinstance(value, list) else type(value).__name__


def shapes(path):
    lines = path.read_text(encoding="ascii").splitlines()
    entries = map(json.loads, lines)
    return [(each["v"], each["kind"], each["item"], sorted(each), shape(each["data"])) for each in entries]


def test_the_newest_fixture_is_what_the_items_write_today(tmp_path):
    assert shapes(written(tmp_path)) == shapes(FIXTURES[-1]), "add a fixture, and leave the old ones as they are"


@pytest.fixture(params=FIXTURES, ids=lambda path: path.stem)
def old(request):
    """A ledger of an older version in the learner's folder."""
    shutil.copy(request.param, current_ledger().path)
    records, notes = read_ledger(request.param)
    assert notes == []
    assert {record.kind for record in records} == {"prediction", "answer", "hint", "attempt", "brief", "label"}
    return records


@pytest.mark.usefixtures("old")
def test_all_is_found_again():
    guess, weight, winner, limits, score = (
        getattr(sample_texts, name)() for name in ("guess", "weight", "winner", "limits", "score")
    )
    assert (guess.locked, guess.value, weight.value) == (True, "Model 2", 0.7)
    assert (winner.right, winner.hints_taken, winner.solution_taken) == (True, 1, False)
    assert (limits.right, limits.solution_taken) == (False, True)
    assert limits.state()["value"] == [0, 2]
    assert (score.right, len(score.records())) == (False, 1)
    assert sample_texts.double().right
    assert sample_texts.metric().values == {"name": KOREAN, "limit": 1.5, "direction": "higher", "why": ""}


@pytest.mark.usefixtures("old")
def test_series_boards_and_labels_are_found_again():
    assert sample_texts.symptoms().done == [False, True, False]
    assert sample_texts.symptoms()["lamps"].right
    points = sample_texts.ideas().points
    assert points.loc["search", ["x", "y", "range"]].tolist() == [20, 80, 7]
    assert points.loc["mine", ["x", "y", "range", "label"]].tolist() == [33, 50, 25, "مشروعي"]
    assert points.loc["car", ["x", "y", "range"]].tolist() == [10, 90, 5], "never moved"
    shades = sample_texts.shades()
    assert (shades.round, shades.finished) == (2, False)
    assert shades.labels[["case", "round", "value"]].to_numpy().tolist() == [
        ["black", 1, 0],
        ["dark", 1, 1],
        ["light", 1, 2],
        ["white", 1, 0],
        ["black", 2, 0],
    ]
    assert shades.labels["seconds"].head(4).tolist() == [1.25] * 4
    (arrow,) = sample_texts.arrows().labels.to_dict("records")
    assert (arrow["case"], arrow["x"], arrow["y"], arrow["angle"]) == ("first", 1.5, -2.0, 350.0)


def test_work_goes_on_in_an_old_ledger(old):
    sample_texts.score().answer("50")
    sample_texts.ideas().place("car", x=1)
    records = current_ledger().records()
    assert records[: len(old)] == old
    assert {record.learner for record in records} == {LEARNER}
    assert sample_texts.score().right


@pytest.mark.usefixtures("old")
def test_a_class_reads_it():
    made = [getattr(sample_texts, name)() for name in ("winner", "guess", "ideas", "shades")]
    picture = Picture(collect(current_ledger().path.parent), {each.item: each for each in made})
    assert picture.entries.notes == []
    assert picture.predicted["sample/guess"]["value"].tolist() == ["Model 2"]
    (answered,) = picture.answered["sample/winner"].to_dict("records")
    assert (answered["first"]["value"], answered["final"]["value"]) == (["Model 2"], ["Model 3"])
    assert placed(picture, made[2]).to_numpy().tolist() == [[0, "Search", 20, 80], [0, "Your own", 33, 50]]
    assert baseline(picture, made[3]).labels.to_numpy().tolist() == [[0, 1, 2, 0]]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made_in:
        shutil.copy(written(made_in), Path(__file__).parent / "fixtures" / sys.argv[1])
