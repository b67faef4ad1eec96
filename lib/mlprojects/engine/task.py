"""A task: the learner writes a function or a value, and is told what is wrong with it in the words of the subject."""

import dis
import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from .item import Item
from .question import Outcome
from .texts import Texts, html, quoted
from .trial import Trial, attempt
from .typed import typed_call

LONGEST_SHOWN = 80
"""Characters of a value in a sentence."""
LONGEST_REASON = 4000
"""Characters of a reason that the ledger keeps; a call that is written out may be long."""
LONGEST_SOURCE = 2000
"""Characters of a learner's function that the ledger keeps."""


class Case:
    """Arguments on which a function is tried; `why` is said when it fails there."""

    def __init__(self, *args: Any, why: str = "", **kwargs: Any) -> None:  # noqa: ANN401 - whatever the task takes
        self.args, self.kwargs, self.why = args, kwargs, why

    def values(self) -> list[Any]:
        """All arguments, however they are given."""
        return [*self.args, *self.kwargs.values()]

    def __repr__(self) -> str:
        """The arguments as they would be typed, large ones by their shape."""
        parts = [*map(_shown, self.args), *(f"{name}={_shown(value)}" for name, value in self.kwargs.items())]
        return ", ".join(parts)


@dataclass(frozen=True)
class Mistake:
    """A wrong function that people write; whoever's results equal its results on all cases is told `says`.

    For a task that asks for a value, `function` takes no arguments and gives the wrong value.
    """

    name: str
    function: Callable[..., Any]
    says: str


class Task(Item):
    """One task of a `questions.toml`.

    Args:
        expect: The reference: called with a case's arguments, or with none where the task asks for a value.
        cases: Arguments to try a function on; none where the task asks for a value.
        mistakes: Wrong answers that are known by name.
        within: Absolute tolerance of numbers.
    """

    part: ClassVar[str] = "tasks"
    record_kind: ClassVar[str] = "attempt"

    def __init__(  # noqa: PLR0913 - each is a property of a task
        self,
        texts: Texts,
        name: str,
        *,
        expect: Callable[..., Any],
        cases: Sequence[Case] = (),
        mistakes: Sequence[Mistake] = (),
        within: float = 1e-6,
    ) -> None:
        super().__init__(texts, name)
        self.expect, self.cases, self.mistakes, self.within = expect, cases, mistakes, within

    def state(self) -> dict[str, Any]:
        """See `Item.state`: the outcome of the last attempt."""
        records = self.records()
        outcome = str(records[-1].data.get("outcome", "")) if records else ""
        feedback = html(str(records[-1].data.get("because", ""))) if records else ""
        return super().state() | {"outcome": outcome, "feedback": feedback, "tries": len(records)}

    @property
    def right(self) -> bool:
        """Whether the learner has solved it at least once."""
        return any(record.data.get("outcome") == "right" for record in self.records())

    def check(self, answer: Any) -> Outcome:  # noqa: ANN401 - whatever a learner may give
        """Try the learner's function or value, record the attempt, and say what came of it."""
        outcome = self.grade(answer)
        if outcome.result in {"right", "wrong"}:
            data: dict[str, Any] = {"outcome": outcome.result, "because": outcome.because[:LONGEST_REASON]}
            data |= {"source": _source(answer), "hints": self.hints_taken}
            if outcome.misconceptions:
                data["misconceptions"] = list(outcome.misconceptions)
            self.record("attempt", data)
        self.refresh()
        return outcome

    def grade(self, answer: Any) -> Outcome:  # noqa: ANN401 - see check
        """The outcome of an answer, without recording it."""
        if _untouched(answer):
            return Outcome("not attempted")
        if not self.cases:
            return self._grade_value(answer)
        if not callable(answer):
            kind = type(answer).__name__
            return Outcome(
                "wrong", f"This needs a function that can be called as `{self.name}({self.cases[0]})`, not {kind}."
            )
        return self._grade_function(answer)

    def _grade_value(self, answer: Any) -> Outcome:  # noqa: ANN401 - see check
        if callable(answer):
            return Outcome("wrong", f"`{self.name}` needs the value itself; you gave a function. Call it first.")
        if equal(answer, self.expect(), self.within):
            return Outcome("right", "This is the right answer.")
        for mistake in self.mistakes:
            if equal(answer, mistake.function(), self.within):
                return Outcome("wrong", mistake.says, (mistake.name,))
        return Outcome("wrong", f"{_told(answer)} is not it. Read the task again, and take a hint if you like.")

    def _grade_function(self, function: Callable[..., Any]) -> Outcome:
        results: list[Any] = []
        failure: Outcome | None = None
        for case in self.cases:
            trial = attempt(function, case.args, case.kwargs)
            if trial.accident:
                return self._accident(case, trial, results)
            if trial.value is ...:
                return Outcome("not attempted")
            results.append(trial.value)
            if failure is None and not equal(trial.value, self.expect(*case.args, **case.kwargs), self.within):
                failure = self._failure(case, trial)
        if failure is None:
            return Outcome("right", f"`{self.name}` is right in all {len(self.cases)} cases.")
        for mistake in self.mistakes:
            known = [mistake.function(*case.args, **case.kwargs) for case in self.cases]
            if all(equal(one, other, self.within) for one, other in zip(results, known, strict=True)):
                return Outcome("wrong", mistake.says, (mistake.name,))
        return failure

    def _accident(self, case: Case, trial: Trial, results: list[Any]) -> Outcome:
        """What happened and what should have; and the known mistake, if what came before shows one."""
        call, written = self._call(case)
        what = f"{trial.accident}{'' if trial.accident.endswith('?') else '.'}"
        if trial.line:  # a block: a line that ends in a colon would run into the sentence
            what = f"{trial.accident} in this line:{_block(trial.line)}"
        why = f"{case.why.removeprefix('here ')}{'' if case.why.endswith('.') else '.'}" if case.why else ""
        if why:
            what += f"{'' if trial.line else ' '}In this case, {why}"
        because = f"In the call below, {what}{written}" if written else f"{call}: {what}"
        wrong = [
            not equal(r, self.expect(*c.args, **c.kwargs), self.within)
            for r, c in zip(results, self.cases, strict=False)
        ]
        for mistake in self.mistakes if any(wrong) else ():
            known = [mistake.function(*c.args, **c.kwargs) for c in self.cases[: len(results)]]
            if all(equal(one, other, self.within) for one, other in zip(results, known, strict=True)):
                return Outcome("wrong", f"{mistake.says} And {because[0].lower()}{because[1:]}", (mistake.name,))
        return Outcome("wrong", because)

    def _failure(self, case: Case, trial: Trial) -> Outcome:
        call, written = self._call(case)
        if trial.value is None:
            return Outcome("wrong", f"{call} gave None; does the function end with `return`?{written}")
        told = f"{call} gave {_told(trial.value)}, which is not right"
        return Outcome("wrong", f"{told}: {case.why}{written}" if case.why else f"{told}.{written}")

    def _call(self, case: Case) -> tuple[str, str]:
        """How a sentence names the call, and what stands below it: the call as code where there is more to see."""
        shapes = any(isinstance(value, (pd.DataFrame, pd.Series, np.ndarray)) for value in case.values())
        written = typed_call(self.name, case.args, case.kwargs) if shapes else ""
        return ("The call below", _block(written)) if written else (f"`{self.name}({case})`", "")


def _block(code: str) -> str:
    """Code as a block of its own, indented, so that it reads well as plain text too."""
    return "\n\n" + "\n".join(f"    {line}" for line in code.split("\n")) + "\n\n"


def equal(one: Any, other: Any, within: float) -> bool:  # noqa: ANN401 - whatever a learner may give
    """Whether two answers mean the same: numbers within a tolerance, in a list, tuple, array or Series alike.

    Texts must be equal but for case and surrounding space; frames are compared by their values.
    """
    one, other = _unwrapped(one), _unwrapped(other)
    if isinstance(one, str) or isinstance(other, str):
        return isinstance(one, str) and isinstance(other, str) and one.strip().casefold() == other.strip().casefold()
    if isinstance(one, bool) or isinstance(other, bool) or one is None or other is None:
        return one is other
    left, right = _numbers(one), _numbers(other)
    if left is None or right is None:
        return _equal_lists(one, other, within)
    return left.shape == right.shape and bool(np.allclose(left, right, rtol=0, atol=within, equal_nan=False))


def _unwrapped(value: Any) -> Any:  # noqa: ANN401 - see equal
    """A frame as its rows, and what is one value in numpy as that value in Python."""
    if isinstance(value, pd.DataFrame):
        return value.to_numpy().tolist()
    if isinstance(value, np.generic) or (isinstance(value, np.ndarray) and value.ndim == 0):
        return value.item()
    return value


def _numbers(value: Any) -> "np.ndarray | None":  # noqa: ANN401 - see equal
    """The value as an array of numbers without axes of length 1; None if it holds anything else, such as "6"."""
    try:
        array = np.asarray(value)
        if array.dtype.kind not in "biufO" or any(isinstance(each, (str, bytes)) for each in array.flat):
            return None
        return array.astype(float).squeeze()
    except Exception:  # noqa: BLE001 - a learner's object may raise anything
        return None


def _equal_lists(one: Any, other: Any, within: float) -> bool:  # noqa: ANN401 - see equal
    kinds = (list, tuple, np.ndarray, pd.Series, pd.Index)
    if not (isinstance(one, kinds) and isinstance(other, kinds)) or len(one) != len(other):
        return False
    return all(equal(a, b, within) for a, b in zip(list(one), list(other), strict=True))


def _untouched(answer: Any) -> bool:  # noqa: ANN401 - see check
    """Whether the cell still is as it was handed out: `...` as value, as body, or as what is returned."""
    if answer is ...:
        return True
    code = getattr(answer, "__code__", None)
    if code is None:
        return False
    steps = [s for s in dis.get_instructions(code) if s.opname not in {"RESUME", "NOP", "CACHE", "COPY_FREE_VARS"}]
    returns = {"RETURN_CONST", "RETURN_VALUE", "LOAD_CONST"}
    return all(s.opname in returns for s in steps) and all(
        s.argval in (None, ...) for s in steps if "CONST" in s.opname
    )


def _source(answer: Any) -> str:  # noqa: ANN401 - see check
    if not callable(answer):
        return _shown(answer)
    try:
        return inspect.getsource(answer)[:LONGEST_SOURCE]
    except (OSError, TypeError):
        return ""


def _told(value: Any) -> str:  # noqa: ANN401 - see check
    """The value in a sentence: as code, so that nothing in it is read as Markdown."""
    text = _shown(value)
    return text if text.startswith("an object of type") else quoted(text)


def _shown(value: Any) -> str:  # noqa: ANN401 - see check
    if isinstance(value, (float, np.floating)):
        return f"{value:.4g}"
    if isinstance(value, (pd.DataFrame, pd.Series, np.ndarray)):
        return f"{type(value).__name__} of shape {value.shape}"
    try:
        text = repr(value)
    except Exception:  # noqa: BLE001 - a learner's object may raise anything; an int may be too long for Python
        text = " at 0x"
    if " at 0x" in text:  # an address differs from run to run
        return f"an object of type {type(value).__name__}"
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 3]}..."
