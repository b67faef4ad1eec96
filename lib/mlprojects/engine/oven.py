"""The kernel's one queue of frames to bake: whoever looks is served first, and a learner's own cells come before all.

A page that shows an explorer says hello; only then is anything baked, so nothing is when CI executes a notebook.
The models run on the kernel's event loop, drawing in one worker thread: a cell waits for at most one frame.
"""

import asyncio
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from .frames import Frame
    from .view import View

PAUSE = 0.25
"""Seconds of rest after a cell: the next one is often already on its way."""
USUAL, PROMPT, LONG = sys.getswitchinterval(), 0.0005, 0.2
"""Seconds that one thread may keep Python before another that waits gets it; see `Oven._pace`."""


class Order(Protocol):
    """Frames that one page waits for; `visible` says whether it is in the window, as far as the page has told."""

    visible: bool

    def urgent(self) -> str | None:
        """The state the learner looks at without a picture, if any."""

    def next(self) -> str | None:
        """The nearest state still missing in the page; None when there is none or the page has yet to catch up."""

    async def serve(self, key: str) -> None:
        """Draw the state and send it; must not raise."""


class Oven:
    """One queue a kernel; see the module."""

    def __init__(self) -> None:
        self.orders: list[Order] = []
        self._pool: ThreadPoolExecutor | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None
        self._changed = asyncio.Event()
        self._cell_running = False
        self._drawing = False
        self._rest_until = 0.0
        self._shell: Any = None
        self._guard = threading.Lock()

    def touch(self, order: Order) -> None:
        """The learner looks at this one: it comes first from now on. Starts the queue if it rests."""
        with self._guard:
            self.orders = [order, *(other for other in self.orders if other is not order)]
        self.wake()

    def drop(self, order: Order) -> None:
        """This page is gone."""
        with self._guard:
            self.orders = [other for other in self.orders if other is not order]

    def wake(self) -> None:
        """Something changed (an answer, a wish): look again. Does nothing where no event loop runs.

        JupyterLab sends widget messages to a thread of the kernel's own (a subshell) as soon as there is one, and the
        first ones to the main thread: whichever loop was first keeps the queue, and the other one only rings.
        """
        with self._guard:
            if not (self._bakes() or self._start()):
                return
            loop, changed = self._loop, self._changed
        if loop is not None:
            loop.call_soon_threadsafe(changed.set)

    def _bakes(self) -> bool:
        """Whether the queue is being worked through, on a loop that runs."""
        alive = self._task is not None and not self._task.done()
        return alive and self._loop is not None and self._loop.is_running()

    def _start(self) -> bool:
        """Begin to bake on the running event loop; whether there is one."""
        try:
            self._loop = asyncio.get_running_loop()
        except RuntimeError:
            return False
        self._watch_cells()
        self._changed = asyncio.Event()
        self._task = self._loop.create_task(self._bake())
        return True

    async def draw(self, view: "View") -> "Frame":
        """The view's frame, drawn in the worker thread (in Pyodide, which has none, right here)."""
        from .frames import frame  # noqa: PLC0415 - matplotlib loads when the first frame is drawn

        if sys.platform == "emscripten":
            await asyncio.sleep(0)
            return frame(view)
        self._pool = self._pool or ThreadPoolExecutor(1, thread_name_prefix="mlprojects-frames")
        return await asyncio.get_running_loop().run_in_executor(self._pool, self._drawn, view)

    def _drawn(self, view: "View") -> "Frame":
        from .frames import frame  # noqa: PLC0415 - see draw

        self._drawing = True
        self._pace()
        try:
            return frame(view)
        finally:
            self._drawing = False
            self._pace()

    def _pace(self) -> None:
        """Let a cell go before the frame that is just being drawn.

        Two threads that both compute take turns in Python. While a frame is drawn, the kernel gets its turn at once, so
        that a cell starts without delay; once the cell runs, it keeps its turn long enough for most cells to finish.
        """
        sys.setswitchinterval(USUAL if not self._drawing else LONG if self._cell_running else PROMPT)

    async def _bake(self) -> None:
        while True:
            self._changed.clear()
            order, key = self._choose(Order.urgent)
            if key is None:
                if await self._rested():
                    continue  # a cell ran meanwhile: somebody may look elsewhere now
                order, key = self._choose(Order.next)
            if order is None or key is None:
                await self._changed.wait()
                continue
            await order.serve(key)

    def _choose(self, wish: "Callable[[Any], str | None]") -> tuple[Order | None, str | None]:
        # Sorting is stable: those in the window first, and among them the one looked at last.
        for order in sorted(self.orders, key=lambda order: not order.visible):
            key = getattr(order, wish.__name__)()
            if key is not None:
                return order, key
        return None, None

    async def _rested(self) -> bool:
        """Wait until no cell runs and the pause after the last one is over; whether there was anything to wait for."""
        waited = False
        while self._cell_running or time.monotonic() < self._rest_until:
            waited = True
            await asyncio.sleep(0.05)
            if any(order.urgent() for order in self.orders):
                break
        return waited

    def _watch_cells(self) -> None:
        from IPython import get_ipython  # noqa: PLC0415 - a script without IPython has no cells to wait for

        shell = get_ipython()
        if shell is None or shell is self._shell:
            return
        self._shell = shell
        # pre_execute and post_execute also fire on every widget message; these two only for cells.
        shell.events.register("pre_run_cell", self._cell_begins)
        shell.events.register("post_run_cell", self._cell_ends)

    def _cell_begins(self, _info: object = None) -> None:
        self._cell_running = True
        self._pace()

    def _cell_ends(self, _result: object = None) -> None:
        self._cell_running = False
        self._pace()
        self._rest_until = time.monotonic() + PAUSE


OVEN = Oven()
"""The kernel's own."""
