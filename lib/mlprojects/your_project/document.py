"""A project brief in words: as plain text, and as Markdown in which everything typed stays text."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from mlprojects.words import capital, count

from .review import CONTRADICTION, Finding

if TYPE_CHECKING:
    from mlprojects.record.brief import Brief

OPEN = "not answered yet"
UNNAMED = "a project without a name"
TITLES = {
    "01_lifecycle": "module 1, Lifecycle",
    "02_prioritizing": "module 2, Prioritizing",
    "03_archetypes": "module 3, Archetypes",
    "04_metrics": "module 4, Metrics",
    "05_baselines": "module 5, Baselines",
    "06_your_project": "module 6, Your project",
}
"""What each notebook is called in a sentence."""
MARK = "<!-- Made by the course ML Projects. Saving the brief again replaces this file. -->"
"""The last line of the Markdown: a file that has it may be replaced."""
ACTIVE = re.compile(r"([\\`*_{}\[\]<>&#|~$!@^])|(?<=:)(?=//)")
"""Characters that mean something in one of the usual kinds of Markdown, and the middle of a bare address."""
AT_START = re.compile(r"^([-+=:]|\d{1,9}(?=[.)]))")
"""What means something at the beginning of a line only."""
UNPRINTABLE = re.compile("[\ud800-\udfff\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
"""Half of a surrogate pair, and control characters: no file in UTF-8 or HTML can have them."""


def printable(text: str) -> str:
    """A text that can be written to a file: what cannot stand there is replaced by "\N{REPLACEMENT CHARACTER}"."""
    return UNPRINTABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def escaped(text: str) -> str:
    r"""A text of any length and script as Markdown that shows just this text.

    Lines stay lines (each ends with a backslash), blank ones go.
    """
    lines = (" ".join(line.split()) for line in printable(text).splitlines())
    return "\\\n  ".join(_escaped_line(line) for line in lines if line)


def _escaped_line(line: str) -> str:
    inner = ACTIVE.sub(lambda found: f"\\{found[1]}" if found[1] else "\\", line)
    start = AT_START.match(inner)
    if not start:
        return inner
    return f"{start[1]}\\{inner[start.end() :]}" if start[1].isdigit() else f"\\{inner}"


def filled(brief: "Brief") -> tuple[int, int]:
    """How many fields are filled in, and how many there are."""
    fields = [field for section in brief.sections for field in section.fields]
    return sum(not brief.is_open(field) for field in fields), len(fields)


def summary(findings: Sequence[Finding]) -> str:
    """What the check found, in a sentence."""
    wrong = sum(finding.kind == CONTRADICTION for finding in findings)
    gaps = len(findings) - wrong
    if not findings:
        return "The check finds nothing: no gap, and no contradiction."
    told = [count(number, noun) for number, noun in ((gaps, "gap"), (wrong, "contradiction")) if number]
    return f"The check finds {' and '.join(told)}."


def place_in_words(brief: "Brief") -> str:
    """Where the project stands on the board; "" if it was not placed."""
    place = brief.own_place("portfolio")
    if place is None:
        return ""
    return f"On the board: impact {place['y']}, feasibility {place['x']}, give or take {place['range']}."


def plain_text(brief: "Brief", findings: Sequence[Finding]) -> str:
    """The checked brief for a viewer without HTML: what is filled in, then what is found, by module."""
    done, of = filled(brief)
    lines = [f"Project brief: {printable(brief.name) or UNNAMED}", f"{done} of {of} fields are filled in."]
    for section in brief.sections:
        told = [f"  {f.label}: {_one_line(brief.text(f.key))}" for f in section.fields if f.key in brief.values]
        lines += ["", section.title, *told] if told else []
    lines += ["", place_in_words(brief)] if place_in_words(brief) else []
    lines += ["", summary(findings)]
    for module, group in by_module(findings):
        lines += [f"  {capital(TITLES[module])}", *(f"    {each.kind}: {_one_line(each.says)}" for each in group)]
    return "\n".join(lines)


def markdown(brief: "Brief", findings: Sequence[Finding]) -> str:
    """The checked brief as Markdown; whatever was typed is escaped, and what is open says so."""
    done, of = filled(brief)
    lines = [f"# Project brief: {escaped(' '.join(brief.name.split())) or UNNAMED}", ""]
    lines += [f"{summary(findings)} {done} of {of} fields are filled in.", ""]
    for module, group in by_module(findings):
        lines += [f"- **{capital(each.kind)}** ({TITLES[module]}): {escaped(each.says)}" for each in group]
    for section in brief.sections:
        lines += ["", f"## {section.title}", ""]
        lines += [f"- **{field.label}**: {escaped(brief.text(field.key)) or f'*{OPEN}*'}" for field in section.fields]
        if section.key == "impact" and place_in_words(brief):
            lines += ["", place_in_words(brief)]
    return "\n".join([*lines, "", MARK, ""])


def by_module(findings: Sequence[Finding]) -> Iterator[tuple[str, list[Finding]]]:
    """The findings of each module that has any, in the order of the modules."""
    for module in TITLES:
        group = [finding for finding in findings if finding.module == module]
        if group:
            yield module, group


def _one_line(text: str) -> str:
    return " ".join(printable(text).split())
