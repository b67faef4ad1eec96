"""A task: the learner writes a function or a value, and is told what is wrong with it in the words of the subject."""

import dis
import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from .equality import equal, no_numbers, wanted
from .item import Item
from .question import Outcome
from .texts import Texts, html, quoted
from .trial import Trial, attempt
from .typed import typed_call

LONGEST_SHOWN = 80
"""Characters of a value in a sentence."""
MOST_NUMBERS = 5
"""An array or Series of at most so many numbers is shown as numbers."""
OWN_ERRORS = {"NameError", "UnboundLocalError", "AttributeError", "ImportError", "ModuleNotFoundError", "SyntaxError"}
"""Slips of the pen, which tell nothing of the case in which they came to light."""
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

    @property
    def title(self) -> str:
        """See `Item.title`: what the learner writes goes by this name."""
        return self.name

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
        expected = self.expect()
        if equal(answer, expected, self.within):
            return Outcome("right", "This is the right answer.")
        for mistake in self.mistakes:
            if equal(answer, mistake.function(), self.within):
                return Outcome("wrong", mistake.says, (mistake.name,))
        if kind := no_numbers(answer, expected):
            return Outcome("wrong", f"{_told(answer)} is {kind}. Wanted {wanted(expected)}.")
        return Outcome("wrong", f"{_told(answer)} is not it. Read the task again, and take a hint if you like.")

    def _grade_function(self, function: Callable[..., Any]) -> Outcome:
        results: list[Any] = []
        failure: Outcome | None = None
        printed = ""
        for case in self.cases:
            trial = attempt(function, case.args, case.kwargs)
            if trial.accident:
                return self._accident(case, trial, results)
            if trial.value is ...:
                return Outcome("not attempted")
            results.append(trial.value)
            expected = self.expect(*case.args, **case.kwargs)
            if failure is None and not equal(trial.value, expected, self.within):
                failure = self._failure(case, trial, expected)
                printed = _printed("In the first call that failed it printed", trial)
        if failure is None:
            return Outcome("right", f"`{self.name}` is right in all {len(self.cases)} cases.")
        for mistake in self.mistakes:
            known = [mistake.function(*case.args, **case.kwargs) for case in self.cases]
            if all(equal(one, other, self.within) for one, other in zip(results, known, strict=True)):
                return Outcome("wrong", f"{mistake.says}{printed}", (mistake.name,))
        return failure

    def _accident(self, case: Case, trial: Trial, results: list[Any]) -> Outcome:
        """What happened and what should have; and the known mistake, if what came before shows one."""
        call, written = self._call(case)
        what = f"{trial.accident}{'' if trial.accident.endswith('?') else '.'}"
        if trial.line:  # a block: a line that ends in a colon would run into the sentence
            what = f"{trial.accident} in this line:{_block(trial.line)}"
        # Where no call before ran through, it is the function that stops, and nothing of this case.
        if case.why and results and trial.error not in OWN_ERRORS:
            why = f"{case.why.removeprefix('here ')}{'' if case.why.endswith('.') else '.'}"
            what += f"{'' if trial.line else ' '}In this case, {why}"
        because = f"In the call below, {what}{written}" if written else f"{call}: {what}"
        because += _printed("Before, it printed", trial)
        wrong = [
            not equal(r, self.expect(*c.args, **c.kwargs), self.within)
            for r, c in zip(results, self.cases, strict=False)
        ]
        for mistake in self.mistakes if any(wrong) else ():
            known = [mistake.function(*c.args, **c.kwargs) for c in self.cases[: len(results)]]
            if all(equal(one, other, self.within) for one, other in zip(results, known, strict=True)):
                return Outcome("wrong", f"{mistake.says} And {because[0].lower()}{because[1:]}", (mistake.name,))
        return Outcome("wrong", because)

    def _failure(self, case: Case, trial: Trial, expected: Any) -> Outcome:  # noqa: ANN401 - whatever a task gives
        call, written = self._call(case)
        if trial.value is None:
            told = f"{call} gave None; does the function end with `return`?"
        elif kind := no_numbers(trial.value, expected):
            told = f"{call} gave {_told(trial.value)}, which is {kind}. Wanted {wanted(expected)}."
        else:
            why = f": {case.why}" if case.why else "."
            told = f"{call} gave {_told(trial.value)}, which is not right{why}"
        return Outcome("wrong", f"{told}{written}{_printed('In this call it printed', trial)}")

    def _call(self, case: Case) -> tuple[str, str]:
        """How a sentence names the call, and what stands below it: the call as code where there is more to see."""
        shapes = any(isinstance(value, (pd.DataFrame, pd.Series, np.ndarray)) for value in case.values())
        written = typed_call(self.name, case.args, case.kwargs) if shapes else ""
        return ("The call below", _block(written)) if written else (f"`{self.name}({case})`", "")


def _block(code: str) -> str:
    """Code as a block of its own, indented, so that it reads well as plain text too."""
    return "\n\n" + "\n".join(f"    {line}" for line in code.split("\n")) + "\n\n"


def _printed(lead: str, trial: Trial) -> str:
    """What the call printed, as a block below `lead`; "" if it printed nothing."""
    return f"\n\n{lead}:{_block(trial.printed)}" if trial.printed.strip() else ""


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
    if _few_numbers(value):
        kind = "array" if isinstance(value, np.ndarray) else "Series"
        return f"{kind}([{', '.join(map(_shown, value.tolist()))}])"
    if isinstance(value, (pd.DataFrame, pd.Series, np.ndarray)):
        return f"{type(value).__name__} of shape {value.shape}"
    try:
        text = repr(value)
    except Exception:  # noqa: BLE001 - a learner's object may raise anything; an int may be too long for Python
        text = " at 0x"
    if " at 0x" in text:  # an address differs from run to run
        return f"an object of type {type(value).__name__}"
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 3]}..."


def _few_numbers(value: Any) -> bool:  # noqa: ANN401 - see check
    if not isinstance(value, (pd.Series, np.ndarray)):
        return False
    return value.ndim == 1 and value.dtype.kind in "biuf" and len(value) <= MOST_NUMBERS
