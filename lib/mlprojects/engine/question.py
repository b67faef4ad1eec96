"""A question: one of several, several of several, or a number; every wrong answer is told why it is wrong."""

from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

import numpy as np
import pandas as pd

from .item import Item
from .number_input import NOTHING, Accepted, UnclearError, read_number
from .texts import Texts, html, plain, quoted, verbatim

Result = Literal["not attempted", "unclear", "wrong", "right"]
WORDS: dict[str, str] = {"right": "Right.", "wrong": "Not yet.", "unclear": "Please check:", "not attempted": ""}


@dataclass(frozen=True)
class Outcome:
    """What became of an answer.

    Attributes:
        result: "not attempted", "unclear" (it could not be read, and does not count), "wrong" or "right".
        because: The reason, in Markdown; plain text where it is "unclear".
        misconceptions: Names of the misconceptions that the answer shows.
    """

    result: Result
    because: str = ""
    misconceptions: tuple[str, ...] = field(default=())

    def __repr__(self) -> str:
        """The outcome in one paragraph."""
        if self.result == "not attempted":
            return "Not attempted yet."
        # What could not be read quotes the learner: it is text, and no Markdown.
        return f"{WORDS[self.result]} {self.because if self.result == 'unclear' else plain(self.because)}"

    def _repr_html_(self) -> str:
        colour = {"right": "#1a6b34", "wrong": "#a8290f"}.get(self.result, "#555c66")
        words = WORDS[self.result] or "Not attempted yet."
        because = verbatim(self.because) if self.result == "unclear" else html(self.because)
        # A border carries the colour: text in the page's own ink reads well in every theme.
        style = f"border-left: 4px solid {colour}; padding-left: 10px"
        return f'<div style="{style}"><b>{words}</b> {because}</div>'


class Question(Item):
    """One question of a `questions.toml`; it can be tried again, and the first answer stays in the ledger."""

    part: ClassVar[str] = "questions"
    record_kind: ClassVar[str] = "answer"

    def __init__(self, texts: Texts, name: str) -> None:
        super().__init__(texts, name)
        self._unread = ""

    def text(self) -> str:
        """See `Item.text`: the prompt and the options."""
        return "\n".join([super().text(), *(f"  - {plain(option)}" for option in self.options)])

    @property
    def options(self) -> list[str]:
        """The options as written in the file; none for a number."""
        return [option["text"] for option in self.entry.get("options", [])]

    def specification(self) -> dict[str, Any]:
        """See `Item.specification`."""
        own = {
            "answer": self.entry["kind"],
            "options": list(map(html, self.options)),
            "unit": self.entry.get("unit", ""),
        }
        return super().specification() | own

    def state(self) -> dict[str, Any]:
        """See `Item.state`: the last answer and what was said to it, unless another came that could not be read."""
        records = self.records()
        if not records:
            empty = {"value": None, "outcome": "", "feedback": ""}
            return super().state() | empty | {"note": self._unread or self._note}
        value = records[-1].data.get("value")
        outcome = self.grade(value)
        shown = [self.options.index(text) for text in _listed(value) if text in self.options]
        # A saved answer that can no longer be read: the question was reworded since. No choice is dropped in silence.
        because = outcome.because if outcome.result in {"right", "wrong"} else self._reworded(value)
        own = {"value": shown if self.options else value, "outcome": outcome.result, "feedback": html(because)}
        if self._unread:  # a verdict below would seem to be about what stands in the field now
            own |= {"note": self._unread, "outcome": "", "feedback": ""}
        return super().state() | own | {"tries": len(records)}

    def grade(self, value: Any) -> Outcome:  # noqa: ANN401 - whatever a learner may give
        """The outcome of an answer, without recording it.

        Args:
            value: An option's text, several of them, or a number (or its text), by the question's kind.
        """
        if _blank(value):
            return Outcome("not attempted")
        if self.entry["kind"] == "number":
            return self._grade_number(value)
        chosen = _listed(value)
        if not chosen:
            return Outcome("not attempted")
        unknown = [text for text in chosen if not isinstance(text, str) or text not in self.options]
        if unknown:
            return Outcome("unclear", f"“{str(unknown[0])[:60]}” is not one of the options.")
        if self.entry["kind"] == "one" and len(chosen) > 1:
            return Outcome("unclear", "Choose one option.")
        return self._grade_one(chosen[0]) if self.entry["kind"] == "one" else self._grade_several(set(chosen))

    def answer(self, value: Any) -> Outcome:  # noqa: ANN401 - see grade
        """Grade an answer and record it; one that could not be read is not recorded."""
        outcome = self.grade(value)
        self._unread = ""
        if outcome.result in {"right", "wrong"}:
            kept = read_number(value, Accepted.of(self.entry)) if self.entry["kind"] == "number" else _listed(value)
            data: dict[str, Any] = {"value": kept, "outcome": outcome.result}
            if outcome.misconceptions:
                data["misconceptions"] = list(outcome.misconceptions)
            self.record("answer", data | {"hints": self.hints_taken, "try": len(self.records()) + 1})
        self.refresh()
        return outcome

    def hear(self, message: dict[str, Any]) -> None:
        """See `Item.hear`: the page sends positions of options, or the text of a number."""
        super().hear(message)
        if message.get("type") == "answer":
            value = message.get("value")
            positions = value if isinstance(value, list) else []
            texts = [self.options[p] for p in positions if isinstance(p, int) and 0 <= p < len(self.options)]
            outcome = self.answer(texts if self.options else value)
            if outcome.result in {"unclear", "not attempted"}:
                nothing = "Choose an answer first." if self.options else NOTHING
                self._unread = outcome.because or nothing

    @property
    def right(self) -> bool:
        """Whether the learner has answered it right at least once."""
        return any(record.data.get("outcome") == "right" for record in self.records())

    def _reworded(self, value: Any) -> str:  # noqa: ANN401 - whatever the ledger holds
        if _blank(value):
            return ""
        kept = "It was right and still counts" if self.right else "Please answer again"
        said = quoted(", ".join(map(str, _listed(value))), 120)
        what = "fits the options" if self.options else "can be read"
        return f"Your saved answer {said} no longer {what}, because the question has changed. {kept}."

    def _grade_one(self, text: str) -> Outcome:
        option = self.entry["options"][self.options.index(text)]
        if option.get("right"):
            return Outcome("right", option["why"])
        return Outcome("wrong", option["why"], (option["misconception"],))

    def _grade_several(self, chosen: set[str]) -> Outcome:
        options = self.entry["options"]
        wrong = [option for option in options if option["text"] in chosen and not option.get("right")]
        missed = sum(bool(option.get("right")) and option["text"] not in chosen for option in options)
        reasons = [f"“{option['text']}”: {option['why']}" for option in wrong]
        if missed:
            reasons.append(f"{missed} more {'belongs' if missed == 1 else 'belong'} to the answer.")
        if reasons:
            return Outcome("wrong", "\n\n".join(reasons), tuple(option["misconception"] for option in wrong))
        return Outcome("right", "\n\n".join(option["why"] for option in options if option.get("right")))

    def _grade_number(self, value: Any) -> Outcome:  # noqa: ANN401 - see grade
        try:
            number = read_number(value, Accepted.of(self.entry))
        except UnclearError as error:
            return Outcome("unclear", str(error))
        if abs(number - self.entry["answer"]) <= self.entry["within"]:
            return Outcome("right", self.entry["why"])
        for mistake in self.entry.get("mistakes", []):
            if abs(number - mistake["value"]) <= mistake["within"]:
                return Outcome("wrong", mistake["why"], (mistake["misconception"],))
        return Outcome("wrong", self.entry["otherwise"])


def _blank(value: Any) -> bool:  # noqa: ANN401 - whatever a learner may give
    if isinstance(value, str):
        return not value.strip()
    return value is None or value is ... or (isinstance(value, (list, tuple, set, frozenset)) and not value)


def _listed(value: Any) -> list[Any]:  # noqa: ANN401 - whatever a learner may give
    if isinstance(value, (np.ndarray, pd.Series, pd.Index)):
        return list(value.ravel()) if isinstance(value, np.ndarray) else list(value)
    return list(value) if isinstance(value, (list, tuple, set, frozenset)) else [value]
