"""Waits inside an event loop for what must come."""

import asyncio
import time


async def until(condition, seconds=5.0):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "the oven did not get there"
        await asyncio.sleep(0.005)
