"""What a learner's function may do to the notebook around it: nothing."""

import os
import signal
import sys
import threading
import time
import tracemalloc

import numpy as np
import pandas as pd
import pytest
from mlprojects.engine import trial


def endless(x):
    while True:
        x += 1


def swallows_everything(x):
    while True:
        try:
            x += 1
        except:  # noqa: E722 - a learner's loop that catches whatever is raised in it
            x = 0


def ended(before):
    """Whether no thread is left of those that a call started."""
    deadline = time.monotonic() + 5
    while threading.active_count() > before and time.monotonic() < deadline:
        time.sleep(0.01)
    return threading.active_count() <= before


@pytest.mark.parametrize("function", [endless, swallows_everything])
def test_a_loop_without_end_is_told_its_own_limit_and_leaves_no_thread(function):
    before = threading.active_count()
    assert trial.attempt(function, [1], {}, 0.2).accident.startswith("it did not finish within 0.2 seconds")
    assert ended(before)


def test_after_a_call_that_cannot_be_ended_the_notebook_prints_again():
    before, stdout = threading.active_count(), sys.stdout
    assert "did not finish" in trial.attempt(lambda _: time.sleep(2), [1], {}, 0.1).accident
    assert sys.stdout is stdout
    assert ended(before)


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot send SIGINT to its own process alone")
def test_the_stop_button_ends_the_loop_and_the_notebook_prints_again():
    before, stdout = threading.active_count(), sys.stdout
    stop = threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT))
    stop.start()
    with pytest.raises(KeyboardInterrupt):
        trial.attempt(endless, [1], {}, 20)
    stop.join()
    assert sys.stdout is stdout
    assert ended(before)


def test_without_threads_the_stop_button_passes_through(monkeypatch):
    def no_thread(_):
        raise RuntimeError("can't start new thread")

    def stopped(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(threading.Thread, "start", no_thread)
    assert trial.attempt(lambda x: x + 1, [1], {}).value == 2
    with pytest.raises(KeyboardInterrupt):
        trial.attempt(stopped, [1], {})


def test_what_is_printed_is_not_kept():
    def floods(_):
        for _ in range(200):
            print("x" * 500_000)  # noqa: T201 - that is the flood

    tracemalloc.start()
    try:
        assert trial.attempt(floods, [1], {}).accident == ""
        assert tracemalloc.get_traced_memory()[1] < 20_000_000, "100 MB were printed"
    finally:
        tracemalloc.stop()


def wrong_column(table):
    return table["acc"]


def test_the_line_quoted_is_the_learners_and_not_a_librarys():
    assert trial.attempt(wrong_column, [pd.DataFrame({"accuracy": [1]})], {}).line == 'return table["acc"]'


def test_an_error_with_markdown_in_it_stays_text():
    def raises(_):
        raise ValueError("[click](https://host.example) `code` *a*")

    from mlprojects.engine.texts import html  # noqa: PLC0415 - beside what it shows

    assert "<a " not in html(trial.attempt(raises, [1], {}).accident)


class Odd:
    def __eq__(self, other):
        raise RuntimeError("not comparable")

    __hash__ = None


@pytest.mark.parametrize("put", [Odd(), np.array([1, 2]), pd.Series([1, 2])])
def test_an_argument_changed_into_something_odd_is_told(put):
    def changes(values):
        values[0] = put

    assert "changed one of its arguments" in trial.attempt(changes, [[1, 2]], {}).accident
