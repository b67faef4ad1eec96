"""The sentences of the explorers: what each picture shows, in words, from the same frames."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mlprojects.words import both, count

from .document import TITLES, summary

if TYPE_CHECKING:
    from .review import Finding
    from .takeaways import Takeaway


def what_it_leaves(takeaway: "Takeaway") -> str:
    """Of a module: its takeaway, the number that showed it, and what to do tomorrow."""
    return f"{takeaway.says} {takeaway.number} Tomorrow: {takeaway.tomorrow}"


def what_is_found(findings: Sequence["Finding"]) -> str:
    """Of a brief: the one finding in full, or how many there are and in which modules."""
    if not findings:
        return (
            "The check finds nothing: no gap, and no contradiction. It reads what is entered; whether it is true, and "
            "worth doing, it cannot know."
        )
    where = both([TITLES[module] for module in dict.fromkeys(finding.module for finding in findings)])
    if len(findings) > 1:
        return f"{summary(findings)} {_who(findings, where)} belong to {where}. {findings[-1].says}"
    return f"{count(1, findings[0].kind).capitalize()}, explained in {where}: {findings[0].says}"


def _who(findings: Sequence["Finding"], where: str) -> str:
    if " and " in where:
        return "They"
    return "Both" if len(findings) == 2 else "All"  # noqa: PLR2004 - both are two
