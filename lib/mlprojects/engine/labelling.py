"""A labelling: images that a learner labels one after the other, as an annotator does, and then again."""

import base64
import io
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

import numpy as np

from mlprojects.checks import number, one_of, whole

from .item import Item
from .labelling_answers import Keys, Pose
from .texts import Texts, html, plain
from .view import as_text

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas as pd

    from mlprojects.record import JSON

LONGEST = 3600.0
"""Seconds; a label that took longer was not being thought about, and counts as not measured."""
DECIMALS = 2
"""Of the seconds: a page measures no finer than that."""


class Label(NamedTuple):
    """What was given to a case, and in how many seconds; None if they were not measured."""

    value: "JSON"
    seconds: float | None


class Labelling(Item):
    """One labelling of a wing's texts; it goes on at the first case without a label, whatever happened in between.

    A round is finished once every case has a label. Only then the judge speaks, and a next round may begin.

    Args:
        texts: The wing's texts.
        name: Of the entry.
        cases: Names of the images, in the order in which they are asked; kept in the ledger.
        images: Gives the images, shape (n, rows, columns), brightness from 0 (black) to 1 (white); called when the
            first card is shown.
        answer: How a case is labelled.
        judge: Gives a sentence (Markdown) and a table about `labels` of the finished rounds.
        key: Gives the right label of each case, if there is one; shown beside the learner's once a round is finished.
    """

    part: ClassVar[str] = "labellings"
    record_kind: ClassVar[str] = "label"

    def __init__(  # noqa: PLR0913 - one argument a thing that the engine cannot know
        self,
        texts: Texts,
        name: str,
        *,
        cases: Sequence[str],
        images: "Callable[[], npt.NDArray[np.float64]]",
        answer: Keys | Pose,
        judge: "Callable[[pd.DataFrame], tuple[str, pd.DataFrame]]",
        key: "Callable[[], Mapping[str, object]] | None" = None,
    ) -> None:
        super().__init__(texts, name)
        self.cases = tuple(cases)
        self.answer = answer
        self._images = images
        self._judge = judge
        self._key = key
        if not self.cases or len(set(self.cases)) < len(self.cases):
            raise ValueError(f"{self.item} needs cases, each with a name of its own.")

    # What has been labelled ------------------------------------------------------------------------------------------

    @property
    def labels(self) -> "pd.DataFrame":
        """All labels in the order in which they were given.

        Returns:
            Columns `case`, `round` (from 1), `value` (or `x`, `y` and `angle`), and `seconds`, NaN if not measured.
        """
        return self._frame(self._rounds())

    @property
    def round(self) -> int:
        """The round that is being labelled, or was last, from 1."""
        return len(self._rounds())

    @property
    def finished(self) -> bool:
        """Whether every case of the present round has a label."""
        return len(self._rounds()[-1]) == len(self.cases)

    @property
    def done(self) -> bool:
        """Whether every case was labelled at least once."""
        return len(self._rounds()[0]) == len(self.cases)

    def label(self, case: str, value: object, seconds: float | None = None) -> str:
        """Label a case in the present round; the last label of a case counts.

        Args:
            case: One of `cases`.
            value: The key, or x, y and angle.
            seconds: How long it took, if that was measured.

        Returns:
            How many have a label now, or after the last one what the judge says; and why it could not be saved if it
            could not.

        Raises:
            TypeError: If the value is of another kind.
            ValueError: If there is no such case, the value cannot be, or the round is finished.
        """
        one_of("The case", case, self.cases)
        if self.finished:
            raise ValueError(f"Round {self.round} is finished; begin another one with `again()`.")
        given = self.answer.read(value)
        took = None if seconds is None else round(number("seconds", seconds, 0), DECIMALS)
        self.record(self.record_kind, {"case": case, "round": self.round, "value": given, "seconds": took})
        self.refresh()
        return f"{self.result()} {self._note}".strip()

    def undo(self) -> str:
        """Take the last label of an unfinished round back; gives how many are left, or why there is none to take."""
        given = self._rounds()[-1]
        if not given or self.finished:
            return "There is no label to take back."
        self.record(self.record_kind, {"case": list(given)[-1], "round": self.round, "value": None})
        self.refresh()
        return f"{self.result()} {self._note}".strip()

    def again(self) -> str:
        """Begin the next round, once this one is finished: the same images, without the answers of the first.

        Whoever has seen the key by then is not asked for the first time: what still differs is what they are unsure of.

        Raises:
            ValueError: If this round is not finished.
        """
        if not self.finished:
            raise ValueError(f"Round {self.round} is not finished: {self._count()}.")
        self.record(self.record_kind, {"round": self.round + 1})
        self.refresh()
        return f"Round {self.round}. {self.result()} {self._note}".strip()

    def result(self) -> str:
        """What the judge says of the finished rounds; while a round is open only how many have a label."""
        if not self.finished:
            return f"{self._count()}."
        missed = self._review() if isinstance(self.answer, Keys) else []
        told = [f"Image {each['place']}: you {each['given']}, key {each['key']}." for each in missed]
        return " ".join([*plain(self._verdict()[0]).split(), *told])

    # What a page shows and says --------------------------------------------------------------------------------------

    def text(self) -> str:
        """See `Item.text`: the prompt, how many images, and how to answer."""
        return f"{super().text()}\n\n  {len(self.cases)} images; answer with {self.answer.text()}."

    def specification(self) -> dict[str, Any]:
        """See `Item.specification`: the images, and how to answer; never what is right."""
        drawn = [{"case": case, "src": _png(image)} for case, image in zip(self.cases, self._images(), strict=True)]
        return super().specification() | {"cases": drawn, "answer": self.answer.specification()}

    def state(self) -> dict[str, Any]:
        """See `Item.state`: the labels of this round; what the judge says only once it is finished."""
        given = self._rounds()[-1]
        state = {"round": self.round, "labels": [[case, label.value] for case, label in given.items()], "result": None}
        if self.finished:
            says, table = self._verdict()
            state["result"] = {"says": html(says), "table": as_text(table), "review": self._review()}
        return super().state() | state | {"saved": bool(self.records())}

    def hear(self, message: dict[str, Any]) -> None:
        """See `Item.hear`: the page sends a label, takes the last one back, or begins the next round."""
        kind = message.get("type")
        if kind not in {"label", "undo", "again"}:
            return
        self._note = ""
        if message.get("round") != self.round:
            self._note = "Another display of this card has gone on to another round; nothing was changed."
            return
        try:
            if kind == "again":
                self.again()
            elif kind == "label":
                self.label(message.get("case", ""), message.get("value"), _measured(message.get("seconds")))
            elif message.get("case") in self._rounds()[-1]:
                self.undo()
        except (TypeError, ValueError) as error:
            self._note = str(error)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:  # noqa: ANN401 - IPython's protocol
        from .labelling_card import LabellingCard  # noqa: PLC0415 - widgets load when one is shown

        card = LabellingCard(self)
        self._cards.add(card)
        view = {"version_major": 2, "version_minor": 1, "model_id": card.model_id}
        return {"text/plain": self.text(), "application/vnd.jupyter.widget-view+json": view}

    # Reading ---------------------------------------------------------------------------------------------------------

    def _rounds(self) -> list[dict[str, Label]]:
        """Round by round, case to label in the order in which they were given; told by the ledger alone.

        What the ledger has of other cases, of another version or edited by hand, is left aside.
        """
        rounds: list[dict[str, Label]] = [{}]
        for record in self.records():
            # A line that cannot be must not cost the learner the labels before and after it.
            with suppress(TypeError, ValueError):
                self._replay(rounds, record.data)
        return rounds

    def _replay(self, rounds: list[dict[str, Label]], data: "Mapping[str, JSON]") -> None:
        now, place = rounds[-1], whole("round", data.get("round"), 1)
        finished = len(now) == len(self.cases)
        if "case" not in data:
            if finished and place == len(rounds) + 1:
                rounds.append({})
            return
        case = one_of("case", data["case"], self.cases)
        # What was given to a round that is over comes from a ledger that was copied together: the first whole counts.
        if finished or place != len(rounds):
            return
        value, seconds = data.get("value"), _measured(data.get("seconds"))
        label = None if value is None else Label(self.answer.read(value), seconds)
        now.pop(case, None)
        if label is not None:
            now[case] = label

    def _frame(self, rounds: list[dict[str, Label]]) -> "pd.DataFrame":
        import pandas as pd  # noqa: PLC0415 - a labelling that is only shown needs no frame

        names = ["value"] if isinstance(self.answer, Keys) else ["x", "y", "angle"]
        rows = [
            {"case": case, "round": place, **self.answer.columns(label.value), "seconds": label.seconds}
            for place, given in enumerate(rounds, 1)
            for case, label in given.items()
        ]
        return pd.DataFrame(rows, columns=["case", "round", *names, "seconds"]).astype({"seconds": float})

    def _verdict(self) -> "tuple[str, pd.DataFrame]":
        says, table = self._judge(self._frame(self._rounds()))
        return f"{says}\n\n{self.entry.get('after', '')}".strip(), table

    def _review(self) -> list[dict[str, Any]]:
        """What was given in the finished round, beside the key: `place` from 1, `case`, `given`, `key`.

        Of keys only those that differ: there is nothing to see of the others.
        """
        if self._key is None:
            return []
        right, given = self._key(), self._rounds()[-1]
        rows = [
            {"place": place, "case": case, "given": given[case].value, "key": self.answer.read(right[case])}
            for place, case in enumerate(self.cases, 1)
        ]
        return [row for row in rows if row["given"] != row["key"] or isinstance(self.answer, Pose)]

    def _count(self) -> str:
        return f"{len(self._rounds()[-1])} of {len(self.cases)} labelled"


def _measured(seconds: object) -> float | None:
    """Seconds from a page or a ledger, None if they cannot be."""
    with suppress(TypeError, ValueError):
        return round(number("seconds", seconds, 0, LONGEST), DECIMALS)
    return None


def _png(image: "npt.NDArray[np.float64]") -> str:
    """A grey picture as the address of a PNG, a pixel a pixel; the page draws it large."""
    from PIL import Image  # noqa: PLC0415 - a labelling that is not shown needs no pictures

    grey = np.round(255 * np.clip(np.asarray(image, dtype=float), 0, 1)).astype(np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(grey).save(buffer, "PNG")
    return f"data:image/png;base64,{base64.b64encode(buffer.getvalue()).decode('ascii')}"
