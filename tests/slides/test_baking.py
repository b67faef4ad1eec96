"""Two processes draw what was ordered; here they are threads, which show the same order."""

import sys
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from mlprojects.course.deck import baking
from mlprojects.course.deck.baking import Order, Store, bake_all
from sample import make


@pytest.fixture
def begun(monkeypatch):
    """The orders in which an explorer of each name was begun, by the thread that drew it."""
    monkeypatch.setattr(baking, "ProcessPoolExecutor", lambda count, **_: ThreadPoolExecutor(count))
    monkeypatch.setattr(baking, "packed", lambda frame: {"says": frame.says})
    monkeypatch.setitem(sys.modules, "small.lesson", SimpleNamespace(slope=make()))
    drawn = {}
    whole = baking.bake

    def bake(order):
        drawn.setdefault(baking_thread(), []).append(order.folder.name)
        whole(order)

    monkeypatch.setattr(baking, "bake", bake)
    return drawn


def baking_thread():
    import threading  # noqa: PLC0415 - of no use elsewhere here

    return threading.get_ident()


def orders(folder, count):
    explorer = make()
    return [Order("small.lesson", "slope", tuple(explorer.keys()[:2]), folder / str(n), "this") for n in range(count)]


def test_all_that_was_ordered_is_drawn_once_from_both_ends(tmp_path, begun, capsys):
    ordered = orders(tmp_path, 5)
    bake_all(ordered)
    first, second = sorted(begun.values())
    assert first == sorted(first)
    assert second == sorted(second, reverse=True)
    assert sorted(first + second) == ["0", "1", "2", "3", "4"]
    for order in ordered:
        assert Store(order.folder, "this").missing(make(), order.keys) == []
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(" pictures")[0].strip() for line in lines] == [f"{done} of 10" for done in (0, 2, 4, 6, 8)]
    assert all(line.endswith("next 2 of small: slope") for line in lines)


def test_one_explorer_needs_no_other_process(tmp_path, begun, monkeypatch):
    monkeypatch.delattr(baking, "ProcessPoolExecutor")
    bake_all(orders(tmp_path, 1))
    assert len(begun) == 1


def test_a_model_that_fails_stops_the_build(tmp_path, begun):
    broken = Order("small.lesson", "slope", ("no such state",), tmp_path / "x", "this")
    with pytest.raises(KeyError):
        bake_all([broken, *orders(tmp_path, 2)])
