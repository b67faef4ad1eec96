"""What every test shares: a folder of its own for the ledger."""

import pytest


@pytest.fixture(autouse=True)
def own_ledger(tmp_path_factory, monkeypatch):
    """No test reads or writes a learner's ledger, nor another test's."""
    monkeypatch.setenv("MLPROJECTS_WORK", str(tmp_path_factory.mktemp("work")))
