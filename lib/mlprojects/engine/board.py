"""A board: points by two judgements, each with a range of uncertainty; moved by hand, by key or as numbers."""

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar, TypedDict

from mlprojects.checks import one_of, whole

from .item import Item

if TYPE_CHECKING:
    import pandas as pd

    from mlprojects.record import JSON

LIMITS = {"x": 100, "y": 100, "range": 50}
"""Largest value of each number of a point; the smallest is 0, and all are whole."""
LONGEST = 60
"""Most characters of the name that a learner gives to a point of their own."""


class Place(TypedDict):
    """Where a point stands: `x` and `y` from 0 to 100, `range` to either side, and what the point is called."""

    label: str
    x: int
    y: int
    range: int


class Board(Item):
    """One board of a wing's texts; each point stands where it was put last, or where the text starts it."""

    part: ClassVar[str] = "boards"
    record_kind: ClassVar[str] = "brief"

    @property
    def points(self) -> "pd.DataFrame":
        """Where all points stand now: a row each, named as in `place`, with `label`, `x`, `y` and `range`."""
        import pandas as pd  # noqa: PLC0415 - a board that is only shown needs no frame

        places = self.places
        return pd.DataFrame(
            list(places.values()), index=pd.Index(list(places), name="name"), columns=["label", "x", "y", "range"]
        )

    @property
    def places(self) -> dict[str, Place]:
        """Where all points stand now, by name; what the ledger has of other points, or cannot be, is left aside."""
        now = {point["name"]: _start(point) for point in self.entry["points"]}
        for record in self.records():
            for name, saved in record.data.items():
                if name in now and isinstance(saved, Mapping):
                    # A line of another version, or edited by hand, must not cost the learner the rest of the board.
                    with suppress(TypeError, ValueError):
                        now[name] = self._changed(name, now[name], saved)
        return now

    def place(
        self,
        name: str,
        *,
        x: float | None = None,
        y: float | None = None,
        range: float | None = None,  # noqa: A002 - the points' own word, as in the texts and in `points`
        label: str | None = None,
    ) -> str:
        """Put a point somewhere; what is not given stays as it is.

        Args:
            name: The point's name, a row of `points`.
            x: A whole number from 0 to 100, from left to right.
            y: A whole number from 0 to 100, from bottom to top.
            range: A whole number from 0 to 50: how far off, to either side, the point may be.
            label: What the learner's own project is called, at most 60 characters; empty for the name it had at first.

        Returns:
            A sentence that says where the point stands now, and why it could not be saved if it could not.

        Raises:
            TypeError: If a number is none, or a label no text.
            ValueError: If there is no such point, a number is outside its limits, or a label is too long or not asked.
        """
        before = self.places
        one_of("name", name, before)
        given = {"x": x, "y": y, "range": range, "label": label}
        now = self._changed(name, before[name], {key: value for key, value in given.items() if value is not None})
        self._note = ""
        if now != before[name]:
            data: dict[str, JSON] = {key: value for key, value in now.items() if key != "label" or self._is_own(name)}  # type: ignore[misc]  # a Place holds texts and numbers
            self.record(self.record_kind, {name: data})
        self.refresh()
        return f"{self._sentence(now)} {self._note}".strip()

    # What a page shows and says --------------------------------------------------------------------------------------

    def text(self) -> str:
        """See `Item.text`: the prompt, and where the points stand at first."""
        rows = [("", self.entry["x"]["label"], self.entry["y"]["label"], "Range")]
        starts = map(_start, self.entry["points"])
        rows += [(start["label"], f"{start['x']}", f"{start['y']}", f"± {start['range']}") for start in starts]
        wide = [max(map(len, column)) for column in zip(*rows, strict=True)]
        lines = (f"  {row[0]:<{wide[0]}}{_right(row[1:], wide[1:])}" for row in rows)
        return "\n".join([super().text(), "", *lines])

    def specification(self) -> dict[str, Any]:
        """See `Item.specification`: axes, quadrants and points."""
        points = [{"own": False} | point for point in self.entry["points"]]
        parts = {key: self.entry[key] for key in ("x", "y", "quadrants")}
        return super().specification() | parts | {"points": points, "limits": LIMITS, "longest": LONGEST}

    def state(self) -> dict[str, Any]:
        """See `Item.state`: where the points stand."""
        return super().state() | {"points": self.places, "saved": bool(self.records())}

    def hear(self, message: dict[str, Any]) -> None:
        """See `Item.hear`: the page sends a point once it has been put somewhere."""
        if message.get("type") != "place":
            return
        given = {key: message.get(key) for key in ("x", "y", "range", "label")}
        if not self._is_own(message.get("name")):
            del given["label"]
        try:
            self.place(message.get("name", ""), **given)
        except (TypeError, ValueError) as error:
            self._note = str(error)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:  # noqa: ANN401 - IPython's protocol
        from .board_card import BoardCard  # noqa: PLC0415 - widgets load when one is shown

        card = BoardCard(self)
        self._cards.add(card)
        view = {"version_major": 2, "version_minor": 1, "model_id": card.model_id}
        return {"text/plain": self.text(), "application/vnd.jupyter.widget-view+json": view}

    # Reading ---------------------------------------------------------------------------------------------------------

    def _changed(self, name: str, before: Place, given: Mapping[str, object]) -> Place:
        now: Place = before.copy()
        for key in ("x", "y", "range"):
            if key in given:
                now[key] = whole(key, given[key], 0, LIMITS[key])
        if "label" in given:
            now["label"] = self._label(name, given["label"])
        return now

    def _label(self, name: str, label: object) -> str:
        if not isinstance(label, str):
            raise TypeError(f"label must be a text; got an object of type {type(label).__name__}.")
        if not self._is_own(name):
            own = next((point["name"] for point in self.entry["points"] if point.get("own")), None)
            raise ValueError(f"{name!r} keeps its label{f'; only {own!r} can be given another' if own else ''}.")
        line = " ".join(label.split())
        if len(line) > LONGEST:
            raise ValueError(f"label may have at most {LONGEST} characters; these are {len(line):,}.")
        return line or _start(next(point for point in self.entry["points"] if point["name"] == name))["label"]

    def _is_own(self, name: object) -> bool:
        return any(point["name"] == name and point.get("own", False) for point in self.entry["points"])

    def _sentence(self, place: Place) -> str:
        x, y = self.entry["x"]["label"].lower(), self.entry["y"]["label"].lower()
        return f"{place['label']}: {y} {place['y']}, {x} {place['x']}, give or take {place['range']}."


def _start(point: dict[str, Any]) -> Place:
    return {"label": point["label"], "x": point["x"], "y": point["y"], "range": point["range"]}


def _right(cells: tuple[str, ...], wide: list[int]) -> str:
    return "".join(f"  {cell:>{width}}" for cell, width in zip(cells, wide, strict=True))
