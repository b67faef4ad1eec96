"""How far a learner is in a notebook, from the ledger."""

import html as markup
from collections.abc import Iterable

from .form import Form
from .item import Item
from .prediction import Prediction
from .question import Question
from .task import Task


class Progress:
    """The state of a notebook's items; shown at its end."""

    def __init__(self, items: Iterable[Item]) -> None:
        self.items = list(items)

    def counts(self) -> dict[str, tuple[int, int]]:
        """What is done of each kind: `{"questions right": (done, all), ...}`."""
        done = {
            "predictions made": [item.locked for item in self.items if isinstance(item, Prediction)],
            "questions right": [item.right for item in self.items if isinstance(item, Question)],
            "tasks solved": [item.right for item in self.items if isinstance(item, Task)],
            "parts of your project filled in": [bool(i.records()) for i in self.items if isinstance(i, Form)],
        }
        return {name: (sum(each), len(each)) for name, each in done.items() if each}

    def open(self) -> list[str]:
        """Names of what is still open, in the order of the notebook."""
        finished = {Prediction: "locked", Question: "right", Task: "right"}
        return [
            item.name.replace("_", " ")
            for item in self.items
            if not (bool(item.records()) if isinstance(item, Form) else getattr(item, finished[type(item)]))
        ]

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
