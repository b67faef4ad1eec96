import asyncio
import threading

import pytest
from mlprojects.engine.ahead import Ahead
from mlprojects.engine.card import Card
from mlprojects.engine.oven import OVEN
from sample_texts import guess
from until import until


@pytest.fixture(autouse=True)
def empty_oven():
    yield
    OVEN.orders.clear()


class Slow:
    """A truth that waits until it is let go; counts how often it is asked for, and where."""

    def __init__(self):
        self.free, self.threads = threading.Event(), []

    def __call__(self):
        self.threads.append(threading.current_thread())
        assert self.free.wait(5)
        return "Model 3"


def test_what_is_wished_for_is_begun_in_a_thread_and_waited_for():
    slow = Slow()
    ahead = Ahead(slow)

    async def scenario():
        ahead.wish()
        ahead.wish()
        await until(lambda: slow.threads)
        assert ahead not in OVEN.orders, "others are served meanwhile"
        asyncio.get_running_loop().call_later(0.05, slow.free.set)
        assert await asyncio.to_thread(ahead.value) == "Model 3"

    asyncio.run(scenario())
    assert ahead.value() == "Model 3"
    assert len(slow.threads) == 1
    assert slow.threads[0] is not threading.main_thread()


def test_without_a_wish_it_is_calculated_once_where_it_is_asked_for():
    slow = Slow()
    slow.free.set()
    ahead = Ahead(slow)
    assert [ahead.value(), ahead.value()] == ["Model 3"] * 2
    assert slow.threads == [threading.main_thread()]


def test_what_went_wrong_is_raised_and_tried_again():
    results = iter([ZeroDivisionError("once"), "Model 3"])

    def once():
        result = next(results)
        if isinstance(result, Exception):
            raise result
        return result

    ahead = Ahead(once)
    with pytest.raises(ZeroDivisionError, match="once"):
        ahead.value()
    assert ahead.value() == "Model 3"


def test_a_prediction_that_is_seen_is_calculated_and_one_that_is_locked_is_not():
    prediction = guess()
    card = Card(prediction)

    async def scenario():
        card._hear(card, {"type": "seen"}, [])
        assert len(OVEN.orders) == 1
        await until(lambda: not OVEN.orders)

    asyncio.run(scenario())
    locked = guess()
    locked.skip()
    locked.hear({"type": "seen"})
    assert OVEN.orders == []


def test_comparing_calculates_the_truth_once():
    calls = []
    prediction = guess()
    prediction._ahead = Ahead(lambda: calls.append(1) or "Model 3")
    card = Card(prediction)
    card._hear(card, {"type": "answer", "value": [0]}, [])
    prediction.compare()
    assert len(calls) == 1
