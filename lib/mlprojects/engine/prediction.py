"""A prediction: made before an explorer opens, locked, and then compared with what the model says."""

import math
from collections.abc import Callable
from typing import Any, ClassVar

from mlprojects.words import capital

from .ahead import Ahead
from .item import Item
from .number_input import SPELT, Accepted, UnclearError, read_number, shown
from .texts import Texts, html, plain


class Prediction(Item):
    """One prediction of a `questions.toml`; there is no key in the file, the truth is computed.

    Args:
        truth: Gives what was to be predicted: an option's text, or a number.
    """

    part: ClassVar[str] = "predictions"
    record_kind: ClassVar[str] = "prediction"

    def __init__(self, texts: Texts, name: str, truth: Callable[[], Any]) -> None:
        super().__init__(texts, name)
        self.truth = truth
        self._waiting: list[Callable[[], Any]] = []
        self._asked: float | None = None
        self._ahead = Ahead(truth)

    def text(self) -> str:
        """See `Item.text`: the prompt and the options."""
        return "\n".join([super().text(), *(f"  - {plain(option)}" for option in self.entry.get("options", []))])

    def specification(self) -> dict[str, Any]:
        """See `Item.specification`."""
        options = [html(option) for option in self.entry.get("options", [])]
        own = {"answer": self.entry["kind"], "options": options, "unit": self.entry.get("unit", "")}
        return super().specification() | own

    def state(self) -> dict[str, Any]:
        """See `Item.state`: what was predicted, and once it is locked, what the model says."""
        value = self.value
        options = self.entry.get("options", [])
        shown = [options.index(value)] if value in options else value
        feedback = html(self.compare()) if self.locked else ""
        return super().state() | {"value": shown, "locked": self.locked, "feedback": feedback}

    @property
    def value(self) -> Any:  # noqa: ANN401 - an option's text or a number
        """What was predicted first; None if nothing was."""
        records = self.records()
        return records[0].data.get("value") if records else None

    @property
    def locked(self) -> bool:
        """Whether it was locked in, or the learner went on without."""
        return bool(self.records())

    def lock(self, value: Any) -> str:  # noqa: ANN401 - whatever a learner may give
        """Lock a prediction in; the first one counts, a later one changes nothing.

        A number below 1, typed where percent are asked, may be a share: that is asked once, and the same again locks
        it; `share = false` in the entry says not to ask. A number that is no text is taken at its word.

        Returns:
            How it compares with what the model says, or one sentence if it could not be read or has to be asked.
        """
        if not self.locked:
            try:
                self._lock(self._read(value))
            except UnclearError as error:
                self._note = str(error)
                self.refresh()
                return self._note
        return self.compare()

    def skip(self) -> None:
        """Go on without predicting."""
        if not self.locked:
            self._lock(None)

    def on_lock(self, callback: Callable[[], Any]) -> None:
        """Call `callback` once, as soon as it is locked."""
        if self.locked:
            callback()
        else:
            self._waiting.append(callback)

    def compare(self) -> str:
        """Prediction and truth in words, and what there is to learn from it."""
        truth, value = self._ahead.value(), self.value
        if value is None:
            return f"{capital(self._source)} says {self._named(truth)}. {self.entry['after']}"
        return f"You predicted {self._named(value)}; {self._verdict(value, truth)} {self.entry['after']}"

    def hear(self, message: dict[str, Any]) -> None:
        """See `Item.hear`: the page sends the position of an option or the text of a number, and that it is seen."""
        if message.get("type") == "seen" and not self.locked:
            self._ahead.wish()
        if message.get("type") != "answer":
            return
        value, options = message.get("value"), self.entry.get("options", [])
        if options:
            place = value[0] if isinstance(value, list) and value else None
            value = options[place] if isinstance(place, int) and 0 <= place < len(options) else None
        self.lock(value)

    def _read(self, value: Any) -> Any:  # noqa: ANN401 - see lock
        options = self.entry.get("options")
        if options is None:
            return self._meant(read_number(value if value is not None else "", Accepted.of(self.entry)), value)
        if not isinstance(value, str) or value not in options:
            raise UnclearError("Choose one of the options first.")
        return value

    def _meant(self, number: float, value: Any) -> float:  # noqa: ANN401 - see lock
        """The number, unless it looks like a share where percent are asked; once asked, it is taken at its word."""
        typed = isinstance(value, str) and not value.strip().endswith(("%", *SPELT["%"]))
        percent = self.entry.get("unit") == "%" and self.entry.get("high", math.inf) > 1
        asked = not self.entry.get("share", True) or number == self._asked
        if asked or not typed or not percent or not 0 < number < 1:
            return number
        self._asked = number
        raise UnclearError(
            f"Do you mean {100 * number:.10g} %? Then give that number. "
            f"To keep {shown(number)} %, lock it in once more."
        )

    def _lock(self, value: Any) -> None:  # noqa: ANN401 - see lock
        self.record("prediction", {"value": value})
        self.refresh()
        waiting, self._waiting = self._waiting, []
        for callback in waiting:
            callback()

    @property
    def _source(self) -> str:
        """What the truth comes from, in the middle of a sentence."""
        return str(self.entry.get("source", "the calculation"))

    def _named(self, value: Any) -> str:  # noqa: ANN401 - an option's text or a number
        unit = self.entry.get("unit", "")
        return f"**{shown(value)}{f' {unit}' if unit else ''}**" if isinstance(value, (int, float)) else f"**{value}**"

    def _verdict(self, value: Any, truth: Any) -> str:  # noqa: ANN401 - see _named
        # What reads alike is alike: nobody shall be 0.1 + 0.2 - 0.3 too high.
        if self._named(value) == self._named(truth):
            return f"so says {self._source}."
        says = f"{self._source} says {self._named(truth)}"
        if isinstance(value, (int, float)):
            return f"{says}, so you were {self._gap(abs(value - truth))} {'too high' if value > truth else 'too low'}."
        return f"{says}."

    def _gap(self, gap: float) -> str:
        """A difference; that of percentages in points, for 2 % of a percentage would be less."""
        much = shown(float(f"{gap:.3g}"))
        points = "point" if much == "1" else "points"
        return f"{much} {points}" if self.entry.get("unit") == "%" else much
