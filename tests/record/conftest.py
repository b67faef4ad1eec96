"""What the tests of the ledger share."""

import pytest
from mlprojects.record import Ledger


@pytest.fixture
def ledger(tmp_path):
    return Ledger(tmp_path)
