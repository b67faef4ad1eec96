"""How far a learner is in a notebook, from the ledger."""

import html as markup
from collections.abc import Iterable

from mlprojects.words import count

from .board import Board
from .form import Form
from .item import Item
from .labelling import Labelling
from .prediction import Prediction
from .question import Question
from .series import Series
from .task import Task

WORDS = {
    "questions": "Question",
    "predictions": "Prediction",
    "tasks": "Task",
    "forms": "Form",
    "boards": "Board",
    "labellings": "Labelling",
}
"""What the notebook calls an item of each part."""
MOST_NAMED = 12
"""Of what is still open, so many are named below the table."""


class Progress:
    """The state of a notebook's items; shown at its end.

    Attributes:
        items: What is counted, each once; a series counts by its questions.
    """

    def __init__(self, items: Iterable[Item]) -> None:
        given = list(items)
        self._series = [item for item in given if isinstance(item, Series)]
        each = [one for item in given for one in (item.questions if isinstance(item, Series) else [item])]
        self.items: list[Item] = list({item.item: item for item in each}.values())

    def counts(self) -> dict[str, tuple[int, int]]:
        """What is done of each kind: `{"questions right": (done, all), ...}`."""
        done = {
            "predictions made": [item.locked for item in self.items if isinstance(item, Prediction)],
            "questions right": [item.right for item in self.items if isinstance(item, Question)],
            "tasks solved": [item.right for item in self.items if isinstance(item, Task)],
            "sets of images labelled": [item.done for item in self.items if isinstance(item, Labelling)],
            "boards used": [bool(item.records()) for item in self.items if isinstance(item, Board)],
        }
        counts = {name: (sum(each), len(each)) for name, each in done.items() if each}
        forms = [item for item in self.items if isinstance(item, Form)]
        if forms:
            fields = sum(len(form.entry["fields"]) for form in forms)
            counts["fields of your project filled in"] = (sum(form.filled for form in forms), fields)
        return counts

    def open(self) -> list[str]:
        """What is still open, as the notebook calls it and in its order; a series stands there once."""
        names = {item.item: _named(item) for item in self.items}
        for series in self._series:
            done = series.done
            names |= {q.item: f"Cards {series.title}: {sum(done)} of {len(done)} done" for q in series.questions}
        return list(dict.fromkeys(names[item.item] for item in self.items if not _finished(item)))

    def __repr__(self) -> str:
        """One line a kind."""
        return "\n".join(f"{name}: {done} of {of}" for name, (done, of) in self.counts().items())

    def _repr_html_(self) -> str:
        rows = "".join(
            f'<tr><th scope="row" style="text-align:left">{markup.escape(name.capitalize())}</th>'
            f'<td><progress value="{done}" max="{of}" aria-label="{markup.escape(name)}"></progress></td>'
            f"<td>{done} of {of}</td></tr>"
            for name, (done, of) in self.counts().items()
        )
        return f"<table>{rows}</table>{_rest(self.open())}"


def _rest(still: list[str]) -> str:
    """What is open as HTML: a list, the long tail of it as a number."""
    if not still:
        return "<p>All done. Well worked.</p>"
    more = len(still) - MOST_NAMED
    shown = [*still[:MOST_NAMED], f"and {more} more"] if more > 1 else still
    return f"<p>Still open:</p><ul>{''.join(f'<li>{markup.escape(name)}</li>' for name in shown)}</ul>"


def _named(item: Item) -> str:
    fields = f": {item.filled} of {count(len(item.entry['fields']), 'field')}" if isinstance(item, Form) else ""
    return f"{WORDS[item.part]} {item.title}{fields}"


def _finished(item: Item) -> bool:
    if isinstance(item, Form):
        return item.complete
    if isinstance(item, Board):
        return bool(item.records())
    if isinstance(item, Labelling):
        return item.done
    return bool(item.locked if isinstance(item, Prediction) else getattr(item, "right", False))
