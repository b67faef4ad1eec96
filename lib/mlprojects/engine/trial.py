"""Runs what a learner wrote: with copies of its arguments, a time limit, and every accident turned into a sentence."""

import contextlib
import copy
import ctypes
import io
import threading
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import pandas as pd

SECONDS = 5.0
"""A task's function may take this long for one call."""


@dataclass(frozen=True)
class Trial:
    """One call: what it gave, or `accident`, one sentence that says what happened instead."""

    value: Any = None
    accident: str = ""


class _OutOfTimeError(BaseException):
    """Raised inside the learner's code; no `except Exception` of theirs can catch it."""


def attempt(
    function: Callable[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any], seconds: float = SECONDS
) -> Trial:
    """Call `function` on deep copies of the arguments; nothing it does reaches the caller.

    What it prints is swallowed. The time limit works without signals, so on every system and in every thread; where
    there are no threads (Pyodide) there is none.
    """
    own_args, own_kwargs = copy.deepcopy((list(args), dict(kwargs)))
    trial = _limited(function, own_args, own_kwargs, seconds)
    if not trial.accident and not _same((own_args, own_kwargs), (list(args), dict(kwargs))):
        return Trial(accident="it changed one of its arguments; work on a copy instead")
    return trial


def _limited(function: Callable[..., Any], args: list[Any], kwargs: dict[str, Any], seconds: float) -> Trial:
    results: list[Trial] = []
    worker = threading.Thread(target=lambda: results.append(_call(function, args, kwargs)), daemon=True)
    try:
        worker.start()
    except RuntimeError:  # no threads here: Pyodide
        return _call(function, args, kwargs)
    worker.join(seconds)
    if worker.is_alive():
        # The interpreter raises this in that thread at its next step; a call into C that never returns stays behind.
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(worker.ident or 0), ctypes.py_object(_OutOfTimeError))
        worker.join(1.0)
    return (
        results[0] if results else Trial(accident=f"it did not finish within {seconds:g} seconds; is a loop endless?")
    )


def _call(function: Callable[..., Any], args: list[Any], kwargs: dict[str, Any]) -> Trial:
    silence = io.StringIO()
    try:
        with contextlib.redirect_stdout(silence), np.errstate(all="ignore"):
            return Trial(function(*args, **kwargs))
    except _OutOfTimeError:
        return Trial(accident=f"it did not finish within {SECONDS:g} seconds; is a loop endless?")
    except RecursionError:
        return Trial(accident="it called itself without end")
    except BaseException as error:  # noqa: BLE001 - SystemExit and whatever else a learner raises
        return Trial(accident=_told(error))


def _told(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    line = frames[-1].line if len(frames) > 1 else ""
    name = type(error).__name__
    message = str(error).split("\n", 1)[0][:200]
    place = f" in the line `{line.strip()[:120]}`" if line else ""
    return f"it stopped with {name}{f' ({message})' if message else ''}{place}"


def _same(one: Any, other: Any) -> bool:  # noqa: ANN401 - any arguments
    if isinstance(one, (pd.DataFrame, pd.Series, pd.Index)):
        return type(one) is type(other) and bool(cast("Any", one).equals(other))
    if isinstance(one, np.ndarray):
        return bool(np.array_equal(one, other, equal_nan=one.dtype.kind in "fc"))
    if isinstance(one, Mapping):
        return list(one) == list(other) and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(_same, one, other))
    return bool(one is other or one == other or one != one)  # noqa: PLR0124 - NaN is itself
