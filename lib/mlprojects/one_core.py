"""Small fits on one core: on matrices as small as ours, threads wait for each other longer than they work."""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def one_core() -> Iterator[None]:
    """Hold numerical libraries to one thread, inside a `with` or, as a decorator, in a function.

    It also makes results independent of the number of cores.
    """
    from threadpoolctl import (  # type: ignore[import-untyped]  # noqa: PLC0415 - comes with scikit-learn, loads late
        threadpool_limits,
    )

    with threadpool_limits(limits=1):
        yield
