"""The explorer's widget: holds the first state, answers the page, and sends it the other states as they are baked."""

import base64
import weakref
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from . import front
from .frames import CSS_HEIGHT, CSS_WIDTH, Frame
from .oven import OVEN

if TYPE_CHECKING:
    from .explorer import Explorer

IN_FLIGHT = 4
"""Frames sent and not yet acknowledged: enough to keep the page busy, too few to delay what the learner asks for."""


class Stage(anywidget.AnyWidget):
    """One explorer in one place of a notebook.

    Traits: `spec` (controls and title), `first` (the first state's key, sentence and table), `picture` (its PNG),
    `state` (the key of the state shown, set by either side) and `opened` (the curtain is up).
    """

    _esm = front.module("stage")
    _css = front.style()
    spec = traitlets.Dict().tag(sync=True)
    first = traitlets.Dict().tag(sync=True)
    picture = traitlets.Bytes().tag(sync=True)
    state = traitlets.Unicode().tag(sync=True)
    opened = traitlets.Bool(default_value=True).tag(sync=True)

    def __init__(self, explorer: "Explorer") -> None:
        key = explorer.key()
        start = explorer.frame(key)
        after = explorer.after
        super().__init__(
            spec=explorer.specification(),
            first={"key": key, "says": start.says, "table": start.table},
            picture=start.png,
            state=key,
            opened=after is None or after.locked,
        )
        self.explorer = explorer
        self.order = PageOrder(self)
        self.on_msg(self._hear)
        if after is not None and not self.opened:
            after.on_lock(_opener(self))

    def _hear(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        """Answer the page; whatever it says is answered, so that it knows the kernel is there."""
        kind = message.get("type")
        if kind == "hello":
            self.order.begin(message.get("have"))
            self.send({"type": "hello", "protocol": front.PROTOCOL})
        elif kind == "open" and self.explorer.after is not None and not self.explorer.after.locked:
            self.explorer.after.skip()
            self.opened = True
            self.send({"type": "ack"})
        elif kind == "seen":
            self.order.seen(visible=message.get("visible") is True)
        elif kind == "have":
            self.order.received(message.get("key"), message.get("at"))
        else:
            if kind in ("at", "want"):
                self.order.look(message.get("key"), now=kind == "want")
            self.send({"type": "ack"})

    def close(self) -> None:
        """Close the widget and stop baking for it."""
        OVEN.drop(self.order)
        super().close()


class PageOrder:
    """What one stage's page has, waits for and looks at (an `oven.Order`)."""

    def __init__(self, stage: Stage) -> None:
        # The stage owns its order; a strong reference back would keep closed widgets alive in the oven's list.
        self._stage = weakref.ref(stage)
        self._places = {key: _place(key) for key in stage.explorer.keys()}  # noqa: SIM118 - an explorer is no mapping
        self._missing: set[str] = set()
        self._in_flight: set[str] = set()
        self._at = stage.state
        self._wanted: str | None = None
        self.visible = True

    def begin(self, have: object = None) -> None:
        """A page has mounted; `have` lists the keys it already shows or keeps."""
        kept = set(have) if isinstance(have, list) else set()
        self._missing = set(self._places) - kept
        self._in_flight.clear()
        OVEN.touch(self)

    def received(self, key: object, at: object) -> None:
        """The page has got a frame, and shows the state `at`."""
        self._in_flight.discard(str(key))
        if isinstance(at, str) and at in self._places:
            self._at = at
        OVEN.wake()

    def look(self, key: object, *, now: bool) -> None:
        """The learner is at this state; `now` if its picture is missing."""
        if isinstance(key, str) and key in self._places:
            self._at = key
            self._wanted = key if now else self._wanted
        OVEN.touch(self)

    def seen(self, *, visible: bool) -> None:
        """The page has come into the window, or left it."""
        self.visible = visible
        if visible:
            OVEN.touch(self)

    def urgent(self) -> str | None:
        """See `oven.Order`."""
        return self._wanted

    def next(self) -> str | None:
        """See `oven.Order`; the distance of two states is the number of single steps between them."""
        if len(self._in_flight) >= IN_FLIGHT or not self._missing or self._stage() is None:
            return None
        here = self._places[self._at]
        return min(self._missing, key=lambda key: (_distance(self._places[key], here), self._places[key]))

    async def serve(self, key: str) -> None:
        """See `oven.Order`. A state that cannot be drawn is said in the page, and baking goes on."""
        stage = self._stage()
        self._missing.discard(key)
        if self._wanted == key:
            self._wanted = None
        if stage is None:
            return
        explorer = stage.explorer
        try:
            if key not in explorer.frames:
                explorer.frames[key] = await OVEN.draw(explorer.view(key))
        except Exception as error:  # noqa: BLE001 - a learner's page must say it, whatever went wrong
            stage.send({"type": "failed", "key": key, "says": f"This state could not be drawn ({_name(error)})."})
            return
        self._in_flight.add(key)
        _send(stage, key, explorer.frames[key])


def bundle(explorer: "Explorer") -> tuple[dict[str, Any], dict[str, Any]]:
    """The display bundle of an explorer: a live widget, its first picture, and its first state in words."""
    stage = Stage(explorer)
    data = {
        "text/plain": explorer.text(),
        "image/png": base64.b64encode(stage.picture).decode("ascii"),
        "application/vnd.jupyter.widget-view+json": {
            "version_major": 2,
            "version_minor": 1,
            "model_id": stage.model_id,
        },
    }
    return data, {"image/png": {"width": CSS_WIDTH, "height": CSS_HEIGHT, "alt": stage.first["says"]}}


def _send(stage: Stage, key: str, frame: Frame) -> None:
    stage.send({"type": "frame", "key": key, "says": frame.says, "table": frame.table}, buffers=[frame.png])


def _opener(stage: Stage) -> Any:  # noqa: ANN401 - a callback of no arguments
    """Lift this stage's curtain later, without keeping the stage alive until then."""
    known = weakref.ref(stage)

    def lift(*_: object) -> None:
        if (there := known()) is not None:
            there.opened = True

    return lift


def _place(key: str) -> tuple[int, ...]:
    return tuple(int(part) for part in key.split("-"))


def _distance(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))


def _name(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
