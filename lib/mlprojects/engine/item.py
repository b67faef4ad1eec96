"""What questions, predictions, tasks and forms share: a name in the ledger, hints, and cards that show them."""

import weakref
from typing import TYPE_CHECKING, Any, ClassVar

from mlprojects.record import JSON, Record, current_ledger

from .texts import Texts, html, plain

if TYPE_CHECKING:
    from .card import Card


LONGEST_TITLE = 48
"""Characters of a prompt that name its item in a list."""
INNER_QUOTES = str.maketrans("“”", "\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}")
"""Quotation marks within quotation marks."""


class Item:
    """One thing a learner is asked; its state is what the ledger says about it, so it survives every restart."""

    part: ClassVar[str]
    record_kind: ClassVar[str]

    def __init__(self, texts: Texts, name: str) -> None:
        self.name = name
        self.item = f"{texts.module}/{name}"
        self.entry = texts.entry(self.part, name)
        self._cards: weakref.WeakSet[Card] = weakref.WeakSet()
        self._followers: weakref.WeakSet[Item] = weakref.WeakSet()
        self._note = ""

    def __repr__(self) -> str:
        """The same words as in a viewer without widgets; never what a learner answered."""
        return self.text()

    @property
    def title(self) -> str:
        """How a list names it: the first words of its prompt, as the learner has read them."""
        text = " ".join(plain(self.entry["prompt"]).split()).translate(INNER_QUOTES)
        if len(text) <= LONGEST_TITLE:
            return f"“{text}”"
        return f"“{text[:LONGEST_TITLE].rsplit(' ', 1)[0].rstrip('.,:;')} …”"

    # What each kind of item says for itself --------------------------------------------------------------------------

    def text(self) -> str:
        """The item in plain words, the same on every run."""
        return plain(self.entry["prompt"])

    def specification(self) -> dict[str, Any]:
        """What a card needs to ask, as JSON; never the key and never a reason."""
        return {
            "kind": self.part.removesuffix("s"),
            "item": self.item,
            "prompt": html(self.entry["prompt"]),
            "hints": self._all_hints,
        }

    def state(self) -> dict[str, Any]:
        """What the learner has done so far, as a card shows it."""
        state: dict[str, Any] = {"note": self._note}
        if "hints" in self.entry:
            state["hints"] = [html(hint) for hint in self.entry["hints"][: self.hints_taken]]
            state["solution"] = html(self.entry["solution"]) if self.solution_taken else ""
        return state

    def hear(self, message: dict[str, Any]) -> None:
        """Act on what a card sends."""
        if message.get("type") == "hint":
            self.hint()
        elif message.get("type") == "solution":
            self.solution()

    # Hints -----------------------------------------------------------------------------------------------------------

    @property
    def hints_taken(self) -> int:
        """How many hints the learner has seen."""
        steps = [record.data.get("step") for record in current_ledger().records("hint", self.item)]
        return min(max([step for step in steps if isinstance(step, int)], default=0), self._all_hints)

    @property
    def solution_taken(self) -> bool:
        """Whether the learner has seen the solution, which comes after the last hint."""
        last = self._all_hints + 1
        return any(record.data.get("step") == last for record in current_ledger().records("hint", self.item))

    @property
    def _all_hints(self) -> int:
        return len(self.entry.get("hints", []))

    def hint(self) -> str:
        """The next hint, and after the last one the solution; taking one is recorded."""
        if "hints" not in self.entry:
            return "There are no hints here."
        steps = [*self.entry["hints"], self.entry["solution"]]
        taken = self.hints_taken
        if not self.solution_taken:
            taken += 1
            self.record("hint", {"step": taken})
            self.refresh()
        return plain(steps[min(taken, len(steps)) - 1] if not self.solution_taken else steps[-1])

    def solution(self) -> str:
        """The solution, after a right answer or the last hint; before that the next hint. Taking it is recorded."""
        if "hints" not in self.entry or (not getattr(self, "right", False) and self.hints_taken < self._all_hints):
            return self.hint()
        if not self.solution_taken:
            self.record("hint", {"step": self._all_hints + 1})
            self.refresh()
        return plain(self.entry.get("solution", ""))

    # Ledger and cards ------------------------------------------------------------------------------------------------

    def record(self, kind: str, data: dict[str, JSON]) -> str:
        """Write to the ledger; gives "" or the sentence that says why it could not be saved."""
        self._note = current_ledger().append(kind, self.item, data).note
        return self._note

    def records(self) -> list[Record]:
        """Everything recorded of this item's own kind, oldest first."""
        return current_ledger().records(self.record_kind, self.item)

    def follow(self, follower: "Item") -> None:
        """Let another item, which shows this one among others, be refreshed with it."""
        self._followers.add(follower)

    def refresh(self) -> None:
        """Show the present state in every card of this item, and of those that follow it."""
        for card in list(self._cards):
            card.state = self.state()
        for follower in list(self._followers):
            follower.refresh()

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:  # noqa: ANN401 - IPython's protocol
        from .card import Card  # noqa: PLC0415 - widgets load when one is shown

        card = Card(self)
        self._cards.add(card)
        view = {"version_major": 2, "version_minor": 1, "model_id": card.model_id}
        return {"text/plain": self.text(), "application/vnd.jupyter.widget-view+json": view}
