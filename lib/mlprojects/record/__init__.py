"""What a learner did, kept so that nothing is lost.

`current_ledger().append("answer", "metrics/which_under_floor", {"chosen": 2})` adds a record,
`.records()` and `.latest()` find it again, `.notes` says what could not be read, and `merge` makes one of many.
The format of a line is published in `ledger.schema.json` beside this file.
"""

from .ledger import Ledger, Receipt, current_ledger
from .merge import merge
from .reading import read_ledger
from .record import JSON, Record

__all__ = ["JSON", "Ledger", "Receipt", "Record", "current_ledger", "merge", "read_ledger"]
