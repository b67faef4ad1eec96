"""The widget that asks: one front end for questions, predictions, tasks and forms."""

from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from . import front

if TYPE_CHECKING:
    from .item import Item


class Card(anywidget.AnyWidget):
    """One item in one place of a notebook.

    Traits: `spec` (what is asked) and `state` (what the learner has done so far); the page changes neither, it sends
    messages, and the item answers by a new state.
    """

    _esm = front.module("card")
    _css = front.style()
    spec = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)

    def __init__(self, item: "Item") -> None:
        super().__init__(spec=item.specification(), state=item.state())
        self.item = item
        self.on_msg(self._hear)

    def _hear(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        """Answer the page; whatever it says is answered, so that it knows the kernel is there."""
        if message.get("type") == "hello":
            self.send({"type": "hello", "protocol": front.PROTOCOL})
            return
        self.item.hear(message)
        if message.get("type") == "seen":  # said in passing: an answer would seem to be one to what was sent last
            return
        self.item.refresh()
        self.send({"type": "ack"})
