"""What a prediction is compared with: calculated once, and begun while the learner still thinks about it."""

import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from .oven import OVEN


class Ahead:
    """One value to come (an `oven.Order`): some take seconds, which nobody shall wait for after a click.

    The oven begins when the kernel rests, in a thread of its own: frames and the learner's cells go on meanwhile.

    Args:
        function: Gives the value; the same on every call.
    """

    visible = True

    def __init__(self, function: Callable[[], Any]) -> None:
        self._function = function
        self._coming: Future[Any] | None = None
        self._guard = threading.Lock()

    def wish(self) -> None:
        """It will be asked for soon: calculate it as soon as the kernel rests."""
        if self.next() is not None and sys.platform != "emscripten":  # Pyodide has no threads
            OVEN.touch(self)

    def value(self) -> Any:  # noqa: ANN401 - whatever the function gives
        """The value, at once if it is there; what is being calculated is waited for.

        Raises:
            Exception: Whatever the function raises; it is called again the next time.
        """
        coming, first = self._claim()
        if first:
            self._calculate(coming)
        return coming.result()

    def urgent(self) -> str | None:
        """See `oven.Order`: no picture is missing."""
        return None

    def next(self) -> str | None:
        """See `oven.Order`."""
        return None if self._coming is not None else "value"

    async def serve(self, _key: str) -> None:
        """See `oven.Order`: begins, and does not wait for the end."""
        OVEN.drop(self)
        coming, first = self._claim()
        if first:
            threading.Thread(target=self._calculate, args=(coming,), daemon=True, name="mlprojects-ahead").start()

    def _claim(self) -> "tuple[Future[Any], bool]":
        """The place for the value, and whether it is for the caller to calculate: it is the first to ask."""
        with self._guard:
            first = self._coming is None
            self._coming = self._coming or Future()
            return self._coming, first

    def _calculate(self, coming: "Future[Any]") -> None:
        try:
            coming.set_result(self._function())
        except BaseException as error:  # noqa: BLE001 - whoever waits gets it, be it the learner's Stop
            self._coming = None
            coming.set_exception(error)
