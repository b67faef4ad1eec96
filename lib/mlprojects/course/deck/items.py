"""What a learner is asked, as slides: first to vote on, then with the answer and the reasons."""

import string
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import singledispatch
from typing import Any, Literal

from mlprojects.engine import Board, Form, Labelling, Prediction, Question, Series, Task
from mlprojects.engine.texts import html
from mlprojects.words import capital

LETTERS = string.ascii_uppercase
FEW = 5
"""Images that stand in one row; more stand ten in a row."""
MANY = 1000
"""From here on a number is shown without decimals."""
TAGS = {
    Prediction: "Predict",
    Question: "Vote",
    Task: "Do it",
    Form: "Your project",
    Board: "Judge",
    Labelling: "Label",
}


@dataclass(frozen=True)
class Page:
    """One slide of an item; see `outline.Slide` for the fields."""

    name: str
    kind: Literal["item", "answer"]
    body: str
    notes: str = ""


@singledispatch
def pages(thing: object, *, answers: bool = True) -> Iterator[Page]:  # noqa: ARG001 - of what is no item there are none
    """The slides of an item, in the order in which they are shown; none of what no class can vote on.

    Args:
        thing: What a notebook shows.
        answers: Whether the answers have slides too; to calculate what a prediction is compared with can take seconds.
    """
    yield from ()


@pages.register
def _(thing: Series, *, answers: bool = True) -> Iterator[Page]:
    for question in thing.questions:
        yield from pages(question, answers=answers)


@pages.register
def _(thing: Question, *, answers: bool = True) -> Iterator[Page]:
    entry = thing.entry
    yield replace(_asked(thing, entry.get("options", []), entry), notes=_right(entry))
    if not answers:
        return
    if entry["kind"] == "number":
        body = f"<p class=truth>{_number(entry['answer'], entry)}</p>{html(entry['why'])}"
        wrong = "".join(f"<li><b>{_plain(m['value'])}:</b> {_inline(m['why'])}</li>" for m in entry.get("mistakes", []))
        body += f"<ul class=reasons>{wrong}</ul>" if wrong else ""
        notes = [f"{_plain(m['value'])}: {m['misconception']}." for m in entry.get("mistakes", [])]
    else:
        body = _reasons(entry["options"])
        named = zip(LETTERS, entry["options"], strict=False)
        notes = [f"{letter}: {o['misconception']}." for letter, o in named if "misconception" in o]
    told = "Misconceptions behind the wrong answers:\n\n" + "\n".join(f"* {note}" for note in notes) if notes else ""
    yield _page(f"{thing.name}-answer", "answer", "Answer", f"{_reminder(entry)}{body}", told)


@pages.register
def _(thing: Prediction, *, answers: bool = True) -> Iterator[Page]:
    entry = thing.entry
    yield _asked(thing, [{"text": option} for option in entry.get("options", [])], entry)
    if not answers:
        return
    truth = thing.truth()
    named = _number(truth, entry) if isinstance(truth, (int, float)) else html(str(truth))
    source = capital(str(entry.get("source", "the calculation")))
    body = f"<div class=truth><span>{source} says</span> {named}</div>{html(entry['after'])}"
    yield _page(f"{thing.name}-answer", "answer", "What came of it", f"{_reminder(entry)}{body}")


@pages.register
def _(thing: Task, *, answers: bool = True) -> Iterator[Page]:
    yield _page(thing.name, "item", TAGS[Task], html(thing.entry["prompt"]))
    if not answers:
        return
    hints = "\n".join(f"* {hint.strip()}" for hint in thing.entry.get("hints", []))
    yield _page(
        f"{thing.name}-answer", "answer", "A solution", html(thing.entry["solution"]), f"Hints, one by one:\n\n{hints}"
    )


@pages.register
def _(thing: Form, *, answers: bool = True) -> Iterator[Page]:  # noqa: ARG001 - it has none
    fields = "".join(f"<li>{html(field['label'])}</li>" for field in thing.entry["fields"])
    yield _page(thing.name, "item", TAGS[Form], f"{html(thing.entry['prompt'])}<ul>{fields}</ul>")


@pages.register
def _(thing: Board, *, answers: bool = True) -> Iterator[Page]:  # noqa: ARG001 - it has none
    points = "".join(f"<li>{html(point['label'])}</li>" for point in thing.entry["points"])
    yield _page(thing.name, "item", TAGS[Board], f"{html(thing.entry['prompt'])}<ul class=points>{points}</ul>")


@pages.register
def _(thing: Labelling, *, answers: bool = True) -> Iterator[Page]:  # noqa: ARG001 - it has none
    cases = thing.specification()["cases"]
    images = "".join(f'<li><img src="{case["src"]}" alt="Image {n}"></li>' for n, case in enumerate(cases, 1))
    few = " few" if len(cases) <= FEW else ""
    yield _page(
        thing.name, "item", TAGS[Labelling], f'{html(thing.entry["prompt"])}<ol class="images{few}">{images}</ol>'
    )


def _asked(thing: Question | Prediction, options: list[dict[str, Any]], entry: dict[str, Any]) -> Page:
    """The slide to vote on: the options by letter, each with a field for the hands that were counted."""
    several = "<p class=several>More than one belongs to the answer.</p>" if entry["kind"] == "several" else ""
    rows = [
        f"<li><span class=letter>{letter}</span><div>{html(option['text'])}</div>"
        f'<input class=hands type=number min=0 max=9999 aria-label="Hands for {letter}" '
        f'data-hands="{thing.name}-{letter}"></li>'
        for letter, option in zip(LETTERS, options, strict=False)
    ]
    open_ = f"<ol class=options>{''.join(rows)}</ol>" if rows else _spread(thing.name, entry)
    return _page(thing.name, "item", TAGS[type(thing)], f"{html(entry['prompt'])}{several}{open_}")


def _right(entry: dict[str, Any]) -> str:
    """What is right, for the one who asks."""
    if entry["kind"] == "number":
        return f"Right: **{_number(entry['answer'], entry)}**."
    named = zip(LETTERS, entry["options"], strict=False)
    return f"Right: **{', '.join(letter for letter, option in named if option.get('right'))}**."


def _number(value: float, entry: dict[str, Any]) -> str:
    return f"{_plain(value)} {entry['unit']}" if entry.get("unit") else _plain(value)


def _plain(value: float) -> str:
    """A number as one says it: 11,363 and 2.51, never 1e+06."""
    return f"{value:,.0f}" if value == round(value) or abs(value) >= MANY else f"{value:.3g}"


def _spread(name: str, entry: dict[str, Any]) -> str:
    """A number is asked of three people rather than counted."""
    unit = f" {entry['unit']}" if entry.get("unit") else ""
    fields = "".join(
        f'<label>{who} <input class=hands data-hands="{name}-{place}" inputmode=decimal size=6>{unit}</label>'
        for place, who in enumerate(("The lowest", "The middle", "The highest"))
    )
    return f"<div class=spread>{fields}</div>"


def _reasons(options: list[dict[str, Any]]) -> str:
    rows = []
    for letter, option in zip(LETTERS, options, strict=False):
        right = bool(option.get("right"))
        mark, word, kind = ("✓", "right", "right") if right else ("✗", "wrong", "wrong")
        rows.append(
            f"<li class={kind}><span class=letter>{letter}</span>"
            f'<span class=mark role=img aria-label="{word}">{mark}</span>'
            f"<div><b>{_inline(option['text'])}</b> {_inline(option['why'])}</div></li>"
        )
    return f"<ol class=options>{''.join(rows)}</ol>"


def _reminder(entry: dict[str, Any]) -> str:
    """What was asked: the last sentence of the prompt's first paragraph that asks, or its beginning."""
    return f"<div class=reminder>{html(entry['prompt'].strip().split(chr(10) * 2)[0])}</div>"


def _inline(markdown: str) -> str:
    """A text of one paragraph without the paragraph around it."""
    shown = html(markdown)
    return shown.removeprefix("<p>").removesuffix("</p>") if shown.count("<p>") == 1 else shown


def _page(name: str, kind: Literal["item", "answer"], tag: str, body: str, notes: str = "") -> Page:
    return Page(name, kind, f'<div class="asked"><h2 class=tag>{tag}</h2>{body}</div>', notes)
