"""How far a learner is in a notebook, from the ledger."""

import html as markup
from collections.abc import Iterable

from .board import Board
from .form import Form
from .item import Item
from .labelling import Labelling
from .prediction import Prediction
from .question import Question
from .series import Series
from .task import Task


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
            "parts of your project filled in": [bool(i.records()) for i in self.items if isinstance(i, (Form, Board))],
        }
        return {name: (sum(each), len(each)) for name, each in done.items() if each}

    def open(self) -> list[str]:
        """Names of what is still open, in the order of the notebook; a series stands there once."""
        names = {item.item: item.name.replace("_", " ") for item in self.items}
        for series in self._series:
            name, done = series.name.replace("_", " "), series.done
            names |= {q.item: f"{name} ({sum(done)} of {len(done)} cards done)" for q in series.questions}
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
        still = self.open()
        rest = f"<p>Still open: {markup.escape(', '.join(still))}.</p>" if still else "<p>All done. Well worked.</p>"
        return f"<table>{rows}</table>{rest}"


def _finished(item: Item) -> bool:
    if isinstance(item, (Form, Board)):
        return bool(item.records())
    if isinstance(item, Labelling):
        return item.done
    return bool(item.locked if isinstance(item, Prediction) else getattr(item, "right", False))
