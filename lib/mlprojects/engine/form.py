"""A form: a few fields about the learner's own project, which go into the project brief."""

from typing import Any, ClassVar

from mlprojects.record import JSON
from mlprojects.record.brief_fields import FIELDS

from .item import Item
from .number_input import Accepted, UnclearError, read_number
from .texts import plain

LONGEST = {"text": 200, "long": 2000}
"""Most characters of a field, by its kind."""


class Form(Item):
    """One form of a `questions.toml`; any of its fields may stay empty, and the newest entry counts."""

    part: ClassVar[str] = "forms"
    record_kind: ClassVar[str] = "brief"

    def text(self) -> str:
        """See `Item.text`: the prompt and the fields' labels."""
        return "\n".join([super().text(), *(f"  - {plain(field['label'])}" for field in self.entry["fields"])])

    def specification(self) -> dict[str, Any]:
        """See `Item.specification`."""
        fields = [
            {"help": "", "options": [], "longest": LONGEST.get(field["kind"], 0)} | field
            for field in self.entry["fields"]
        ]
        return super().specification() | {"fields": fields}

    def state(self) -> dict[str, Any]:
        """See `Item.state`: the saved values."""
        return super().state() | {"values": self.values, "faults": {}, "saved": bool(self.records())}

    @property
    def values(self) -> dict[str, Any]:
        """The newest saved values of the fields that this form has."""
        names = {field["name"] for field in self.entry["fields"]}
        saved: dict[str, Any] = {}
        for record in self.records():
            saved |= {name: value for name, value in record.data.items() if name in names}
        return saved

    @property
    def filled(self) -> int:
        """How many of its fields hold something."""
        return sum(value not in ("", None) for value in self.values.values())

    @property
    def complete(self) -> bool:
        """Whether every field holds something, but for those that a brief asks for in certain cases only."""
        optional = {asked.name for asked in FIELDS.values() if asked.item == self.item and not asked.needed}
        empty = {field["name"] for field in self.entry["fields"] if self.values.get(field["name"]) in {"", None}}
        return empty <= optional

    def save(self, **values: Any) -> dict[str, str]:  # noqa: ANN401 - whatever a learner may give
        """Save fields; what can be read is saved, whatever happens to the others.

        Returns:
            One sentence for each field that could not be saved; empty if all were.
        """
        kept: dict[str, JSON] = {}
        faults: dict[str, str] = {}
        for name, value in values.items():
            try:
                kept[name] = self._read(name, value)
            except UnclearError as error:
                faults[name] = str(error)
        changed = {name: value for name, value in kept.items() if self.values.get(name, "") != value}
        if changed:
            self.record("brief", changed)
        else:
            self._note = ""
        self.refresh()
        return faults

    def hear(self, message: dict[str, Any]) -> None:
        """See `Item.hear`: the page sends all fields at once."""
        values = message.get("values")
        if message.get("type") != "save" or not isinstance(values, dict):
            return
        faults = self.save(**{str(name): value for name, value in values.items()})
        self._faults = faults

    def refresh(self) -> None:
        """See `Item.refresh`: what could not be saved is said at its field."""
        faults, self._faults = getattr(self, "_faults", {}), {}
        for card in list(self._cards):
            card.state = self.state() | {"faults": faults}

    def _read(self, name: str, value: Any) -> JSON:  # noqa: ANN401 - see save
        field = next((field for field in self.entry["fields"] if field["name"] == name), None)
        if field is None:
            names = ", ".join(field["name"] for field in self.entry["fields"])
            raise UnclearError(f"There is no field “{name[:40]}”; there are {names}.")
        if value is None or not str(value).strip():
            return ""
        if field["kind"] == "number":
            return read_number(value, Accepted.of(field))
        text = str(value).strip()
        # A choice of an older version of the course stays saved until another one is made.
        if field["kind"] == "one" and text not in field["options"] and text != self.values.get(name):
            raise UnclearError(f"Choose one of {', '.join(field['options'])}.")
        longest = LONGEST.get(field["kind"], len(text))
        if len(text) > longest:
            raise UnclearError(f"Please use at most {longest:,} characters; these are {len(text):,}.")
        return text
