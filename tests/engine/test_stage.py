import asyncio
import gc
import json

import pandas as pd
import pytest
from mlprojects.engine import Switch, View, explorer
from mlprojects.engine.oven import OVEN
from mlprojects.engine.stage import IN_FLIGHT, Stage, bundle
from sample import make
from until import until


class Page:
    """Speaks for the page: hears what the stage sends, acknowledges when told to."""

    def __init__(self, stage):
        self.stage, self.messages, self.sizes = stage, [], []
        stage.send = self.hear

    def hear(self, message, buffers=()):
        self.messages.append(message)
        self.sizes += [len(buffer) for buffer in buffers]

    def say(self, **message):
        self.stage._hear(self.stage, message, [])

    @property
    def frames(self):
        return [message["key"] for message in self.messages if message["type"] == "frame"]


class Guess:
    """A prediction as the explorer sees it."""

    def __init__(self, locked=False):
        self.locked, self.waiting = locked, []

    def on_lock(self, callback):
        self.waiting.append(callback)

    def skip(self):
        self.lock()

    def lock(self):
        self.locked = True
        for callback in self.waiting:
            callback()


@pytest.fixture(autouse=True)
def empty_oven():
    yield
    OVEN.orders.clear()


def test_nothing_is_baked_until_a_page_says_hello():
    async def scenario():
        slope = make()
        page = Page(Stage(slope))
        await asyncio.sleep(0.05)
        assert page.messages == []
        assert list(slope.frames) == [slope.key()]

    asyncio.run(scenario())


def test_the_page_gets_every_state_nearest_first_and_never_too_many_at_once():
    async def scenario():
        slope = make()
        page = Page(Stage(slope))
        page.say(type="hello")
        await until(lambda: len(page.frames) == IN_FLIGHT)
        await asyncio.sleep(0.1)
        assert len(page.frames) == IN_FLIGHT, "no more than a few frames may be under way"
        done = 0
        while len(page.frames) < len(slope):
            for key in page.frames[done:]:
                page.say(type="have", key=key, at=slope.key())
            done = len(page.frames)
            await until(lambda count=done: len(page.frames) > count or len(page.frames) == len(slope))
        assert sorted(page.frames) == sorted(slope.keys())
        here = [int(part) for part in slope.key().split("-")]
        steps = [sum(abs(int(p) - h) for p, h in zip(k.split("-"), here, strict=True)) for k in page.frames]
        assert steps == sorted(steps)
        assert min(page.sizes) > 1000
        assert page.messages[0] == {"type": "hello", "protocol": 1}

    asyncio.run(scenario())


def test_a_state_the_learner_waits_for_comes_next():
    async def scenario():
        slope = make()
        page = Page(Stage(slope))
        page.say(type="hello")
        page.say(type="want", key=slope.key(rule=3, span=(1, 1), loud=True))
        await until(lambda: page.frames)
        assert page.frames[0] == slope.key(rule=3, span=(1, 1), loud=True)

    asyncio.run(scenario())


def test_a_page_that_reloads_gets_the_frames_again_without_drawing_them_again():
    async def scenario():
        slope = make()
        page = Page(Stage(slope))
        page.say(type="hello")
        await until(lambda: len(page.frames) == IN_FLIGHT)
        drawn = dict(slope.frames)
        page.say(type="hello")
        await until(lambda: len(page.frames) == 2 * IN_FLIGHT)
        assert all(slope.frames[key] is drawn[key] for key in drawn)

    asyncio.run(scenario())


def test_a_state_that_cannot_be_drawn_is_said_and_the_others_go_on():
    def refuse(_figure):
        raise ZeroDivisionError("division by zero")

    @explorer(loud=Switch("Loud"), broken=Switch("Broken"))
    def model(loud, broken):
        """Title."""
        return View(pd.DataFrame({"x": [1]}), "Says.", refuse if broken else (lambda figure: figure))

    async def scenario():
        page = Page(Stage(model))
        page.say(type="hello")
        await until(lambda: len(page.messages) == 5)
        failed = [message for message in page.messages if message["type"] == "failed"]
        assert [message["key"] for message in failed] == ["0-1", "1-1"]
        assert failed[0]["says"] == "This state could not be drawn (ZeroDivisionError: division by zero)."
        assert sorted(page.frames) == ["0-0", "1-0"]

    asyncio.run(scenario())


@pytest.mark.parametrize("key", [None, 7, "9-9-9-9", "<script>", ["0"], {"a": 1}])
def test_what_a_page_may_not_say_is_answered_and_changes_nothing(key):
    page = Page(Stage(make()))
    page.say(type="want", key=key)
    page.say(type="have", key=key, at=key)
    page.say(type=key)
    assert page.messages == [{"type": "ack"}, {"type": "ack"}]
    assert page.stage.order.urgent() is None


def test_an_explorer_behind_a_curtain_opens_with_the_prediction():
    guess = Guess()
    stage = Stage(make(after=guess))
    assert stage.opened is False
    guess.lock()
    assert stage.opened is True
    assert Stage(make(after=Guess(locked=True))).opened is True


def test_opening_without_predicting_skips_the_prediction():
    guess = Guess()
    page = Page(Stage(make(after=guess)))
    page.say(type="open")
    assert guess.locked
    assert page.stage.opened


def test_a_page_says_whether_it_is_in_the_window():
    page = Page(Stage(make()))
    page.say(type="seen", visible=False)
    assert page.stage.order.visible is False
    page.say(type="seen", visible=True)
    assert page.stage.order.visible is True
    assert OVEN.orders[0] is page.stage.order


def test_a_closed_stage_is_no_longer_served():
    stage = Stage(make())
    stage.order.begin()
    assert stage.order in OVEN.orders
    stage.close()
    assert stage.order not in OVEN.orders


def test_the_bundle_has_widget_picture_and_a_text_that_never_changes():
    slope = make()
    data, metadata = bundle(slope)
    again, _ = bundle(slope)
    assert set(data) == {"text/plain", "image/png", "application/vnd.jupyter.widget-view+json"}
    assert data["text/plain"] == again["text/plain"] == slope.text()
    assert data["image/png"] == again["image/png"]
    assert metadata["image/png"]["alt"] == "The line rises by 1.00."
    gc.collect()


def test_the_stored_state_of_a_stage_is_small():
    stage = Stage(make())
    state = stage.get_state()
    size = len(json.dumps({k: v for k, v in state.items() if k != "picture"}, default=str)) + len(stage.picture)
    assert size < 100_000
