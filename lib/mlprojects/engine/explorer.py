"""An explorer: a finite set of controls, a pure model, a figure and a sentence; one object with four lives.

Live in a notebook (`stage`), swept in a test (`sweep`), baked for a page without a kernel (`bake`), and driven from
code (`at`).
"""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from . import controls as control_rules
from .controls import Control
from .view import View, as_plain

if TYPE_CHECKING:
    from .baked import Baked
    from .frames import Frame

MOST_STATES = 150
Model = Callable[..., View]
StateKey = str


class Prediction(Protocol):
    """What an explorer asks of the prediction that must be locked in before it opens."""

    @property
    def locked(self) -> bool:
        """Whether the learner has locked it in (or has chosen to go on without)."""

    def on_lock(self, callback: Callable[[], Any]) -> None:
        """Call `callback` once it is locked."""

    def skip(self) -> Any:  # noqa: ANN401 - the outcome is of no interest here
        """Lock it without an answer."""


def explorer(
    *, after: Prediction | None = None, natural: bool = False, **controls: Control
) -> Callable[[Model], "Explorer"]:
    """Make an explorer of a function from control values to a `View`.

    The first line of the function's docstring is the explorer's title.

    Args:
        after: A prediction to be locked in first; until then the explorer is behind a curtain.
        natural: Its picture shows photographs: dark themes leave its colours as they are, on a white sheet.
        controls: One control for each parameter of the function.

    Raises:
        TypeError: If the controls and the function's parameters differ, or the function has no docstring.
        ValueError: If a control's `when` fits no earlier control, or there are too many states to sweep and bake.
    """
    return lambda model: Explorer(model, controls, after, natural=natural)


class Explorer:
    """See `explorer`; `name` is the function's name, `title` the first line of its docstring."""

    def __init__(
        self,
        model: Model,
        controls: Mapping[str, Control],
        after: Prediction | None = None,
        *,
        natural: bool = False,
    ) -> None:
        self.name = model.__name__
        self.title = (inspect.getdoc(model) or "").partition("\n")[0].rstrip(".")
        self.module = model.__module__
        self.controls = dict(controls)
        self.after = after
        self.natural = natural
        self.frames: dict[StateKey, Frame] = {}
        self.model = model
        self._check()

    def _check(self) -> None:
        parameters = list(inspect.signature(self.model).parameters)
        if parameters != list(self.controls):
            raise TypeError(f"{self.name} takes {parameters}, but its controls are {list(self.controls)}.")
        if not self.title:
            raise TypeError(f"{self.name} needs a docstring; its first line is the title learners read.")
        control_rules.check_whens(self.controls)
        if len(self) > MOST_STATES:
            raise ValueError(f"{self.name} has {len(self)} states; at most {MOST_STATES} can be swept and baked.")

    def __len__(self) -> int:
        """How many states a learner can reach."""
        return sum(1 for _ in control_rules.states(self.controls))

    def __repr__(self) -> str:
        """Cheap, unlike `text`: the name and the number of states."""
        return f"<explorer {self.name}: {len(self)} states>"

    # From code ------------------------------------------------------------------------------------------------------

    def at(self, **values: Any) -> View:  # noqa: ANN401 - an option may be of any type
        """The view with the controls at `values`; those not named stay at their start.

        Raises:
            TypeError: If there is no such control; the message names those there are.
            ValueError: If a control has no such option; the message says which it accepts.
        """
        return self.view(self.key(**values))

    def key(self, **values: Any) -> StateKey:  # noqa: ANN401 - an option may be of any type
        """The state's key: the positions of the options, with inactive controls at their default."""
        for name in values:
            if name not in self.controls:
                raise TypeError(f"{self.name} has no control {name!r}; it has {', '.join(self.controls)}.")
        positions = [
            control.position(values[name]) if name in values else control.default
            for name, control in self.controls.items()
        ]
        return self._join(control_rules.canonical(self.controls, positions))

    def keys(self) -> list[StateKey]:
        """The keys of all states, in the order of the controls."""
        return [self._join(positions) for positions in control_rules.states(self.controls)]

    def values(self, key: StateKey) -> dict[str, Any]:
        """The control values of a state.

        Raises:
            KeyError: If no state has this key.
        """
        try:
            positions = [int(part) for part in key.split("-")]
            if self._join(control_rules.canonical(self.controls, positions)) != key or min(positions) < 0:
                raise KeyError(key)
            return {n: c.values[p] for (n, c), p in zip(self.controls.items(), positions, strict=True)}
        except (ValueError, IndexError) as error:
            raise KeyError(key) from error

    def view(self, key: StateKey) -> View:
        """The view of the state with this key."""
        view = self.model(**self.values(key))
        if not isinstance(view, View):
            raise TypeError(f"{self.name} must return a View, not a {type(view).__name__}.")
        return view

    # In a test ------------------------------------------------------------------------------------------------------

    def states(self) -> Iterator[dict[str, Any]]:
        """Every state a learner can reach, as control values."""
        return (self.values(key) for key in self.keys())

    def sweep(self) -> Iterator[tuple[dict[str, Any], View]]:
        """Every state with its view; needs no kernel, no browser and no matplotlib."""
        return ((self.values(key), self.view(key)) for key in self.keys())

    # In a page ------------------------------------------------------------------------------------------------------

    def frame(self, key: StateKey) -> "Frame":
        """The picture, sentence and table of a state, drawn once and kept."""
        from .frames import frame  # noqa: PLC0415 - a sweep needs no matplotlib

        if key not in self.frames:
            self.frames[key] = frame(self.view(key))
        return self.frames[key]

    def bake(self, progress: Callable[[Iterable[StateKey]], Iterable[StateKey]] = iter) -> "Baked":
        """All frames as one object, for a page without a kernel.

        Args:
            progress: Wraps the keys to show a progress bar, such as `tqdm`.
        """
        from .baked import Baked  # noqa: PLC0415 - only decks need it

        return Baked(self.specification(), {key: self.frame(key) for key in progress(self.keys())})

    def specification(self) -> dict[str, Any]:
        """What the page needs to know before the first frame, as JSON."""
        return {
            "name": self.name,
            "title": self.title,
            "controls": [control_rules.specification(n, c, self.controls) for n, c in self.controls.items()],
            "states": len(self),
            "start": self.key(),
            "curtain": self.after is not None,
            "natural": self.natural,
        }

    def text(self, key: StateKey | None = None) -> str:
        """The state in words: title, controls, sentence and table. What nbval compares, and a page without widgets."""
        key = key or self.key()
        view, positions = self.view(key), [int(part) for part in key.split("-")]
        lines = [self.title]
        for place, control in enumerate(self.controls.values()):
            if control_rules.active(self.controls, control, positions):
                lines.append(f"  {control.label}: {control.texts[positions[place]]}")
        return "\n".join([*lines, "", view.says, "", as_plain(view.table)])

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:  # noqa: ANN401 - IPython's protocol
        """Widget for a live page, picture for a viewer without widgets, text for nbval and screen readers."""
        from .stage import bundle  # noqa: PLC0415 - widgets load when one is shown

        return bundle(self)

    @staticmethod
    def _join(positions: Iterable[int]) -> StateKey:
        return "-".join(map(str, positions))
