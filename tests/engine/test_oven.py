import asyncio
import sys
import threading
import time

import pandas as pd
import pytest
from mlprojects.engine import View
from mlprojects.engine.oven import LONG, PAUSE, PROMPT, USUAL, Oven
from until import until


class Order:
    """Serves its keys one by one and remembers when."""

    def __init__(self, name, keys, log):
        self.name, self.keys, self.log, self.wanted, self.visible = name, list(keys), log, None, True

    def urgent(self):
        return self.wanted

    def next(self):
        return self.keys[0] if self.keys else None

    async def serve(self, key):
        self.log.append(f"{self.name}{key}")
        if key in self.keys:
            self.keys.remove(key)
        if self.wanted == key:
            self.wanted = None
        await asyncio.sleep(0)


def run(scenario):
    asyncio.run(scenario(Oven(), []))


def test_whoever_is_looked_at_last_is_served_first():
    async def scenario(oven, log):
        a, b = Order("a", "12", log), Order("b", "12", log)
        oven.touch(a)
        oven.touch(b)
        await until(lambda: len(log) == 4)
        assert log == ["b1", "b2", "a1", "a2"]

    run(scenario)


def test_what_is_in_the_window_comes_before_what_is_not():
    async def scenario(oven, log):
        a, b = Order("a", "12", log), Order("b", "12", log)
        b.visible = False
        oven.touch(a)
        oven.touch(b)
        await until(lambda: len(log) == 4)
        assert log == ["a1", "a2", "b1", "b2"]

    run(scenario)


def test_a_missing_picture_comes_before_all_others():
    async def scenario(oven, log):
        a, b = Order("a", "123", log), Order("b", "1", log)
        oven.touch(a)
        oven.touch(b)
        a.wanted = "3"
        await until(lambda: len(log) == 4)
        assert log[0] == "a3"
        assert log[1] == "b1"

    run(scenario)


def test_a_dropped_order_is_not_served():
    async def scenario(oven, log):
        a, b = Order("a", "1", log), Order("b", "1", log)
        oven.touch(a)
        oven.touch(b)
        oven.drop(b)
        await until(lambda: log)
        await asyncio.sleep(0.05)
        assert log == ["a1"]

    run(scenario)


def test_nothing_is_baked_ahead_while_a_cell_runs_or_just_after():
    async def scenario(oven, log):
        oven._cell_begins()
        order = Order("a", "1", log)
        oven.touch(order)
        await asyncio.sleep(0.1)
        assert log == []
        oven._cell_ends()
        ended = time.monotonic()
        await until(lambda: log)
        assert time.monotonic() - ended >= PAUSE * 0.9

    run(scenario)


def test_a_missing_picture_does_not_wait_for_the_pause():
    async def scenario(oven, log):
        oven._cell_begins()
        order = Order("a", "12", log)
        oven.touch(order)
        order.wanted = "2"
        oven.wake()
        await until(lambda: log)
        assert log == ["a2"]
        assert order.keys == ["1"]

    run(scenario)


def test_waking_without_an_event_loop_does_nothing():
    Oven().touch(Order("a", "1", []))


def test_an_oven_starts_again_on_another_loop():
    oven, log = Oven(), []

    async def scenario(name):
        order = Order(name, "1", log)
        oven.orders.clear()
        oven.touch(order)
        await until(lambda: f"{name}1" in log)

    asyncio.run(scenario("a"))
    asyncio.run(scenario("b"))
    assert log == ["a1", "b1"]


def test_a_cell_goes_before_the_frame_that_is_being_drawn():
    oven, seen = Oven(), []

    def picture(_figure):
        seen.append(sys.getswitchinterval())
        oven._cell_begins()
        seen.append(sys.getswitchinterval())
        oven._cell_ends()
        seen.append(sys.getswitchinterval())

    asyncio.run(oven.draw(View(pd.DataFrame({"x": [1]}), "Says.", picture)))
    assert seen == pytest.approx([PROMPT, LONG, PROMPT])
    assert sys.getswitchinterval() == pytest.approx(USUAL)


def test_a_frame_that_fails_leaves_python_s_turns_as_they_were():
    def picture(_figure):
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - raised just above
        asyncio.run(Oven().draw(View(pd.DataFrame({"x": [1]}), "Says.", picture)))
    assert sys.getswitchinterval() == pytest.approx(USUAL)


def test_messages_from_two_threads_feed_one_queue():
    oven, log, threads = Oven(), [], set()

    class Threaded(Order):
        async def serve(self, key):
            threads.add(threading.current_thread().name)
            await super().serve(key)

    async def subshell():
        for key in "34":
            oven.touch(Threaded("b", key, log))
            await asyncio.sleep(0.01)

    async def scenario():
        oven.touch(Threaded("a", "12", log))
        await until(lambda: len(log) == 2)
        other = threading.Thread(target=lambda: asyncio.run(subshell()))
        other.start()
        await until(lambda: len(log) == 4)
        other.join()

    asyncio.run(scenario())
    assert sorted(log) == ["a1", "a2", "b3", "b4"]
    assert threads == {threading.current_thread().name}
