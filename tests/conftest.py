"""What every test shares: a folder of its own for the ledger, and a place in the order of two workers."""

import gc
from itertools import count

import pytest
from hypothesis import settings

# Examples are small; on a shared machine a slow one says nothing about the code, so there is no deadline.
settings.register_profile("course", deadline=None, max_examples=60)
settings.load_profile("course")

SITTINGS = "the notebooks in the browser"
LESSONS = "the explorers and lessons of all wings"
LONGEST = (SITTINGS, LESSONS, "tests/browser/", "tests/test_accidents.py", "tests/test_pairs.py", "notebooks/")
"""What takes longest is begun first, or at the end one worker waits for the other."""


def together(nodeid):
    """What one worker runs in one go: a file, or files that share what is slow to make."""
    path = nodeid.split("::", 1)[0]
    if path.startswith("tests/browser/") and path.endswith("_notebook.py"):
        return SITTINGS  # one JupyterLab
    if path in ("tests/test_explorers.py", "tests/test_lessons.py"):
        return LESSONS  # the models remember what they calculated
    return path


def rank(item):
    unit = together(item.nodeid)
    return next((place for place, start in enumerate(LONGEST) if unit.startswith(start)), len(LONGEST))


def pytest_collection_modifyitems(items):
    items.sort(key=rank)


def pytest_collection_finish():
    """The collector of garbage leaves alone what is loaded by now, and comes less often: a tenth of a figure's time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """With `--dist loadfile`: our units in our order; pytest-xdist would begin with the files of most tests."""
    from xdist.scheduler import LoadFileScheduling  # noqa: PLC0415 - without pytest-xdist nobody asks for it

    if config.getvalue("dist") != "loadfile":
        return None
    config.option.loadscopereorder = False
    scheduler = LoadFileScheduling(config, log)
    scheduler._split_scope = together
    return scheduler


@pytest.fixture(scope="session")
def ledger_folders(tmp_path_factory):
    """One empty folder after another; pytest's own numbering reads the names of all that are there: thousands."""
    top = tmp_path_factory.mktemp("ledgers")

    def made(number):
        folder = top / str(number)
        folder.mkdir()
        return str(folder)

    return map(made, count())


@pytest.fixture(autouse=True)
def own_ledger(ledger_folders, monkeypatch):
    """No test reads or writes a learner's ledger, nor another test's."""
    monkeypatch.setenv("MLPROJECTS_WORK", next(ledger_folders))
