"""A series: a deck of cards in one widget, each a question with its second steps."""

from typing import Any, ClassVar

from .item import Item
from .question import Question
from .texts import Texts, plain


class Series(Item):
    """One series of a `questions.toml`: cards one after the other, in any order the learner likes.

    A card holds one question or several; a later one opens once the one before it was answered right. Each question
    is recorded under its own name, exactly as if it stood alone; the series itself records nothing.

    Attributes:
        pages: The cards, each a tuple of its questions.
        questions: All questions, card by card.
    """

    part: ClassVar[str] = "series"
    record_kind: ClassVar[str] = "answer"

    def __init__(self, texts: Texts, name: str) -> None:
        super().__init__(texts, name)
        self.pages = tuple(tuple(Question(texts, each) for each in page) for page in self.entry["pages"])
        self.questions = tuple(question for page in self.pages for question in page)
        for question in self.questions:
            question.follow(self)

    def __getitem__(self, name: str) -> Question:
        """The question of this name.

        Raises:
            KeyError: If the series has none of this name.
        """
        for question in self.questions:
            if question.name == name:
                return question
        raise KeyError(f"{self.item} has no question {name!r}; it has {', '.join(q.name for q in self.questions)}")

    def page(self, number: int) -> tuple[Question, ...]:
        """The questions of a card, counted from 1 as in the page.

        Raises:
            IndexError: If there is no card of this number.
        """
        if not 1 <= number <= len(self.pages):
            raise IndexError(f"{self.item} has cards 1 to {len(self.pages)}, and none of number {number}")
        return self.pages[number - 1]

    @property
    def done(self) -> list[bool]:
        """Card by card, whether every question of it was answered right."""
        return [all(question.right for question in page) for page in self.pages]

    def text(self) -> str:
        """See `Item.text`: the prompt, and each card's first question."""
        first = (plain(page[0].entry["prompt"]) for page in self.pages)
        lines = (f"  {number}. {' '.join(prompt.split())}" for number, prompt in enumerate(first, 1))
        return "\n".join([super().text(), *lines])

    def specification(self) -> dict[str, Any]:
        """See `Item.specification`; questions come with the state, for a second step may give away the first."""
        return super().specification() | {"kind": "series", "steps": [len(page) for page in self.pages]}

    def state(self) -> dict[str, Any]:
        """See `Item.state`: of each card the questions that are open, and the first card that is not finished."""
        done = self.done
        pages = [
            {"done": whole, "items": [{"spec": q.specification(), "state": q.state()} for q in _opened(page)]}
            for page, whole in zip(self.pages, done, strict=True)
        ]
        return {"start": done.index(False) if False in done else 0, "pages": pages}

    def hint(self) -> str:
        """The next hint to the first question that is open; questions have hints, a series has none of its own."""
        return self._current().hint()

    def solution(self) -> str:
        """The solution of the first question that is open, after its hints; see `hint`."""
        return self._current().solution()

    def hear(self, message: dict[str, Any]) -> None:
        """See `Item.hear`: each message names the question that it is about."""
        for question in self.questions:
            if question.item == message.get("item"):
                question.hear(message)

    def _current(self) -> Question:
        return next((question for question in self.questions if not question.right), self.questions[-1])


def _opened(page: tuple[Question, ...]) -> list[Question]:
    """The questions of a card up to the first that was not answered right yet."""
    opened: list[Question] = []
    for question in page:
        opened.append(question)
        if not question.right:
            break
    return opened
