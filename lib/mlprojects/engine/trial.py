"""Runs what a learner wrote: with copies of its arguments, a time limit, and every accident turned into a sentence."""

import contextlib
import copy
import ctypes
import io
import threading
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

import numpy as np
import pandas as pd

from .texts import quoted

SECONDS = 5.0
"""A task's function may take this long for one call."""
TRIES_TO_END = 50
"""So often, 0.02 seconds apart, a function is told to end before it is left behind."""
MOST_LINES, LONGEST_LINE, LONGEST_KEPT = 20, 100, 10_000
"""Of what a call prints, so many lines are kept, so many characters of each, and so many characters altogether."""


@dataclass(frozen=True)
class Trial:
    """One call: what it gave, or what happened instead.

    Attributes:
        value: What it gave.
        accident: What happened instead: a sentence without its end.
        line: The learner's line where it happened.
        error: The name of the exception, if that was it.
        printed: The first lines of what it printed.
    """

    value: Any = None
    accident: str = ""
    line: str = ""
    error: str = ""
    printed: str = ""


class _OutOfTimeError(BaseException):
    """Raised inside the learner's code; no `except Exception` of theirs can catch it."""


def attempt(
    function: Callable[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any], seconds: float = SECONDS
) -> Trial:
    """Call `function` on deep copies of the arguments; nothing it does reaches the caller.

    What it prints does not reach the notebook: its first lines come with the trial. The time limit works without
    signals, so on every system and in every thread; where there are no threads (Pyodide) there is none.
    """
    own_args, own_kwargs = copy.deepcopy((list(args), dict(kwargs)))
    # Out here, because a call that never ends must not keep the notebook's own output.
    heard = _Heard()
    with contextlib.redirect_stdout(heard):
        trial = _limited(function, own_args, own_kwargs, seconds)
    if not trial.accident and not _same((own_args, own_kwargs), (list(args), dict(kwargs))):
        trial = Trial(accident="it changed one of its arguments; work on a copy instead")
    return replace(trial, printed=heard.lines())


class _Heard(io.TextIOBase):
    """Takes what is printed and keeps its beginning alone: an endless loop may print gigabytes."""

    def __init__(self) -> None:
        super().__init__()
        self._kept = ""
        self._more = False

    def write(self, text: str) -> int:
        room = LONGEST_KEPT - len(self._kept)
        self._kept += text[:room]
        self._more = self._more or len(text) > room
        return len(text)

    def lines(self) -> str:
        """The first lines, each cut; a last line of three dots if there was more."""
        # What no file can hold (half a character) is written out; a tab would end the block in which it is shown.
        lines = self._kept.encode("utf-8", "backslashreplace").decode("utf-8").expandtabs(4).splitlines()
        cut = [line if len(line) <= LONGEST_LINE else f"{line[: LONGEST_LINE - 3]}..." for line in lines[:MOST_LINES]]
        if len(lines) > MOST_LINES or self._more:
            cut.append("...")
        return "\n".join(cut).rstrip()


def _limited(function: Callable[..., Any], args: list[Any], kwargs: dict[str, Any], seconds: float) -> Trial:
    results: list[Trial] = []
    worker = threading.Thread(target=lambda: results.append(_call(function, args, kwargs)), daemon=True)
    try:
        worker.start()
    except RuntimeError:  # no threads here: Pyodide
        return _call(function, args, kwargs)
    try:
        worker.join(seconds)
    except KeyboardInterrupt:  # the learner pressed Stop
        _end(worker)
        raise
    if not worker.is_alive():
        return results[0]
    _end(worker)
    return Trial(accident=f"it did not finish within {seconds:g} seconds; is a loop endless?")


def _end(worker: threading.Thread) -> None:
    """End the learner's code; only a call into C that never returns stays behind, and that is a daemon."""
    # The interpreter raises this in that thread at its next step. Again and again, as a bare `except:` may catch it.
    for _ in range(TRIES_TO_END):
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(worker.ident or 0), ctypes.py_object(_OutOfTimeError))
        worker.join(0.02)
        if not worker.is_alive():
            return


def _call(function: Callable[..., Any], args: list[Any], kwargs: dict[str, Any]) -> Trial:
    try:
        with np.errstate(all="ignore"):
            return Trial(function(*args, **kwargs))
    except _OutOfTimeError:
        return Trial()  # nobody waits for it any more
    except RecursionError:
        return Trial(accident="it called itself without end")
    except BaseException as error:  # SystemExit too, and whatever else a learner raises
        if isinstance(error, KeyboardInterrupt) and threading.current_thread() is threading.main_thread():
            raise  # without threads, Stop arrives here
        return Trial(accident=_told(error), line=_line(error, function), error=type(error).__name__)


def _told(error: BaseException) -> str:
    name = type(error).__name__
    message = str(error).strip().split("\n", 1)[0]
    return f"it stopped with {name}{f' ({quoted(message)})' if message else ''}"


def _line(error: BaseException, function: Callable[..., Any]) -> str:
    """The learner's own line that led to the error, even if a library raised it; "" if it never got there."""
    frames = traceback.extract_tb(error.__traceback__)[1:]
    code = getattr(function, "__code__", None)
    own = [frame for frame in frames if code is not None and frame.filename == code.co_filename]
    return " ".join(((own or frames)[-1].line or "").split())[:200] if frames else ""


def _same(one: Any, other: Any) -> bool:  # noqa: ANN401 - any arguments
    if isinstance(one, (pd.DataFrame, pd.Series, pd.Index)):
        return type(one) is type(other) and bool(cast("Any", one).equals(other))
    if isinstance(one, np.ndarray):
        return bool(np.array_equal(one, other, equal_nan=one.dtype.kind in "fc"))
    if isinstance(one, Mapping):
        return list(one) == list(other) and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(_same, one, other))
    try:
        return bool(one is other or one == other or one != one)  # noqa: PLR0124 - NaN is itself
    except Exception:  # noqa: BLE001 - what cannot be compared was not among the arguments
        return False
