"""Many learners' ledgers as one picture of the class: who believes what, before and after.

`collect(folder)` reads a folder or a zip, whatever is in it; `Picture(entries, exercises, names)` sets that beside what
the course asks; the tables, the page (`report.page`), the spreadsheet (`spreadsheet.long`) and the explorers
(`widgets`) are made of a picture. Knows no wing: what the exercises are, the caller says.
"""

from .collect import Entries, collect
from .picture import Picture

__all__ = ["Entries", "Picture", "collect"]
