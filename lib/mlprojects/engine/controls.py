"""The controls of an explorer: each is a finite list of options, so an explorer's states can be counted and swept."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement
from typing import Any

When = tuple[str, Any]
"""A control's name and the value, or tuple of values, that it must have."""
Format = str | Callable[[float], str]
FEW = 6
"""As many options as a message lists one by one."""


@dataclass(frozen=True)
class Control:
    """One control: a label, the options it offers, and the one it starts at.

    Attributes:
        kind: How the page draws it: "slider", "choice", "switch" or "range".
        label: What a learner reads beside it.
        values: The option values, in order.
        texts: One text an option, as a learner reads it.
        default: Position of the option it starts at.
        when: `(control, value)` or `(control, (value, ...))`: it matters only then; elsewhere it stays at its default.
    """

    kind: str
    label: str
    values: tuple[Any, ...]
    texts: tuple[str, ...]
    default: int
    when: When | None = None

    def position(self, value: Any) -> int:  # noqa: ANN401 - an option may be of any type
        """Position of `value` among the options.

        Raises:
            ValueError: If no option has this value; the message says which are accepted.
        """
        for position, option in enumerate(self.values):
            if _same(option, value):
                return position
        raise ValueError(f"“{self.label}” has no option {value!r}; it accepts {self.accepts}.")

    @property
    def accepts(self) -> str:
        """The options in words, for messages."""
        if len(self.texts) > FEW and self.kind in {"slider", "range"}:
            return f"{self.texts[0]} to {self.texts[-1]} in {len(self.texts)} steps (the next is {self.texts[1]})"
        return ", ".join(repr(value) for value in self.values)


def Slider(  # noqa: N802, PLR0913 - reads like the noun it declares, as all four do; each argument is a property of it
    label: str,
    start: float | None = None,
    stop: float | None = None,
    step: float | None = None,
    *,
    values: Sequence[float] | None = None,
    default: float | None = None,
    format: Format = "{:g}",  # noqa: A002 - the word for it in Python
    names: Mapping[float, str] | None = None,
    when: When | None = None,
) -> Control:
    """A number that is dragged: `start` to `stop` (included) by `step`, or the `values` given.

    `format` is a pattern, such as "{:.2f}", or a function from a number to its text. Values in `names` are shown by
    name, such as "no limit".

    Raises:
        ValueError: If it would have fewer than two steps, or its default is not on a step.
    """
    steps = tuple(values) if values is not None else _steps(label, start, stop, step)
    shown = format.format if isinstance(format, str) else format
    return _control("slider", label, steps, [(names or {}).get(value, shown(value)) for value in steps], default, when)


def Choice(  # noqa: N802 - see Slider
    label: str,
    options: Mapping[str, Any] | Iterable[Any],
    *,
    default: Any = None,  # noqa: ANN401 - an option may be of any type
    when: When | None = None,
) -> Control:
    """One of several: a mapping of text to value, or values that are their own text.

    Raises:
        ValueError: If there are fewer than two options, or the default is none of them.
    """
    named = dict(options) if isinstance(options, Mapping) else {str(value): value for value in options}
    return _control("choice", label, tuple(named.values()), list(named), default, when)


def Switch(label: str, *, default: bool = False, when: When | None = None) -> Control:  # noqa: N802 - see Slider
    """On or off; its values are `False` and `True`."""
    return _control("switch", label, (False, True), ["off", "on"], default, when)


def Range(  # noqa: N802, PLR0913 - see Slider
    label: str,
    start: float,
    stop: float,
    step: float,
    *,
    default: tuple[float, float] | None = None,
    format: str = "{:g}",  # noqa: A002 - see Slider
    when: When | None = None,
) -> Control:
    """A lower and an upper end on one scale; its values are pairs `(low, high)` with low <= high.

    Raises:
        ValueError: If it would have fewer than two steps, or its default is not on them.
    """
    pairs = tuple(combinations_with_replacement(_steps(label, start, stop, step), 2))
    texts = [f"{format.format(low)} to {format.format(high)}" for low, high in pairs]
    widest = (pairs[0][0], pairs[-1][1])
    return _control("range", label, pairs, texts, default if default is not None else widest, when)


def states(controls: Mapping[str, Control]) -> Iterator[tuple[int, ...]]:
    """Every state a learner can reach, as one option position a control; inactive controls stay at their default."""
    names = list(controls)

    def extend(chosen: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        if len(chosen) == len(names):
            yield chosen
            return
        control = controls[names[len(chosen)]]
        options = range(len(control.values)) if active(controls, control, chosen) else [control.default]
        for option in options:
            yield from extend((*chosen, option))

    return extend(())


def canonical(controls: Mapping[str, Control], positions: Sequence[int]) -> tuple[int, ...]:
    """The same state with every inactive control at its default."""
    chosen: tuple[int, ...] = ()
    for position, control in zip(positions, controls.values(), strict=True):
        chosen += (position if active(controls, control, chosen) else control.default,)
    return chosen


def active(controls: Mapping[str, Control], control: Control, chosen: Sequence[int]) -> bool:
    """Whether `control` matters, given the positions of the controls declared before it."""
    if control.when is None:
        return True
    name, wanted = control.when
    place = list(controls).index(name)
    return chosen[place] in _positions(controls[name], wanted)


def check_whens(controls: Mapping[str, Control]) -> None:
    """Refuse a `when` that names no earlier control or no option of it.

    Raises:
        ValueError: With the control and what it may name.
    """
    for place, control in enumerate(controls.values()):
        if control.when is None:
            continue
        name, wanted = control.when
        if name not in list(controls)[:place]:
            raise ValueError(f"“{control.label}” depends on {name!r}, which is not a control declared before it.")
        _positions(controls[name], wanted)


def specification(name: str, control: Control, controls: Mapping[str, Control]) -> dict[str, Any]:
    """What the page needs to draw the control, as JSON."""
    spec: dict[str, Any] = {
        "name": name,
        "kind": control.kind,
        "label": control.label,
        "texts": list(control.texts),
        "default": control.default,
        "when": None,
    }
    if control.when is not None:
        other, wanted = control.when
        spec["when"] = {"control": list(controls).index(other), "options": _positions(controls[other], wanted)}
    if control.kind == "range":
        marks = sorted({low for low, _ in control.values})
        spec["ends"] = [[marks.index(low), marks.index(high)] for low, high in control.values]
    return spec


def _positions(control: Control, wanted: Any) -> list[int]:  # noqa: ANN401 - a value or a tuple of values
    return [control.position(value) for value in (wanted if isinstance(wanted, tuple) else (wanted,))]


def _control(  # noqa: PLR0913, PLR0917 - the fields of a Control
    kind: str,
    label: str,
    values: tuple[Any, ...],
    texts: list[str],
    default: Any,  # noqa: ANN401 - an option may be of any type
    when: When | None,
) -> Control:
    if len(values) < 2:  # noqa: PLR2004 - a control with one option controls nothing
        raise ValueError(f"“{label}” needs at least two options; it has {len(values)}.")
    plain = Control(kind, label, values, tuple(texts), 0, when)
    return plain if default is None else Control(kind, label, values, tuple(texts), plain.position(default), when)


def _steps(label: str, start: float | None, stop: float | None, step: float | None) -> tuple[float, ...]:
    if start is None or stop is None or step is None:
        raise ValueError(f"“{label}” needs start, stop and step, or values.")
    if not (all(map(math.isfinite, (start, stop, step))) and step > 0 and stop > start):
        raise ValueError(f"“{label}” needs finite numbers with start < stop and step > 0.")
    count = round((stop - start) / step)
    if not math.isclose(start + count * step, stop, rel_tol=1e-9, abs_tol=1e-9):
        raise ValueError(f"“{label}” does not reach {stop:g} from {start:g} in steps of {step:g}.")
    whole = all(float(number).is_integer() for number in (start, step))
    # Rounding removes what adding 0.05 twenty times leaves behind; a learner types 0.35 and means it.
    numbers = [round(start + place * step, 10) for place in range(count + 1)]
    return tuple(int(number) for number in numbers) if whole else tuple(float(number) for number in numbers)


def _same(option: Any, value: Any) -> bool:  # noqa: ANN401 - an option may be of any type
    if isinstance(option, bool) or isinstance(value, bool):
        return option is value
    if isinstance(option, tuple):
        return isinstance(value, Sequence) and len(value) == len(option) and all(map(_same, option, value))
    if isinstance(option, (int, float)) and not isinstance(value, str):
        try:
            return math.isclose(option, value, rel_tol=1e-9, abs_tol=1e-9)
        except TypeError:
            return False
    return bool(type(option) is type(value) and option == value)
