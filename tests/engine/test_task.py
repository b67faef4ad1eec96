import numpy as np
import pandas as pd
import pytest
from mlprojects.engine import Case, Task
from mlprojects.engine.equality import equal
from mlprojects.engine.typed import typed
from mlprojects.record import current_ledger
from sample_texts import TEXTS, best, double


def untouched(x): ...


def untouched_with_words(x):
    """Twice x."""
    return ...


def untouched_pass(x):
    pass


def placeholder(x):
    result = ...
    return result  # noqa: RET504 - as a cell is handed out


@pytest.mark.parametrize("answer", [..., untouched, untouched_with_words, untouched_pass, placeholder])
def test_an_untouched_cell_is_not_attempted(answer):
    assert repr(double().check(answer)) == "Not attempted yet."
    assert current_ledger().records() == []


@pytest.mark.parametrize(
    "answer",
    [
        lambda x: 2 * x,
        lambda x: x + x,
        lambda x: np.float64(2 * x),
        lambda x: np.array(2 * x),
        lambda x: [2 * x],
        lambda x: pd.Series([2 * x]),
        lambda x: sum([x, x]),
    ],
)
def test_equivalent_answers_pass(answer):
    assert double().check(answer).result == "right"


def endless(x):
    while True:
        try:
            x += 1
        except Exception:  # noqa: BLE001 - a learner's loop that swallows what it can
            x = 0


def deep(x):
    return deep(x)


def stops(x):
    raise SystemExit(3)


def fails(x):
    return 1 / (x - x)


class Odd:
    def __array__(self, *_, **__):
        raise RuntimeError("no array")

    def __repr__(self):
        raise RuntimeError("no words")


def forgets(x):
    y = 2 * x  # noqa: F841 - that is the mistake


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (lambda x: x * x, "You squared it."),
        (lambda x: 3 * x, "double(3) gave 9, which is not right: 3 and 3"),
        (lambda: 1, "takes 0 positional arguments"),
        (lambda x: "6", "gave '6', which is text. Wanted is a number."),
        (lambda x: b"6", "gave b'6', which is text. Wanted is a number."),
        (lambda x: {"x": 6}, "gave {'x': 6}, which is a dict. Wanted is a number."),
        (lambda x: {6.0}, "gave {6.0}, which is a set. Wanted is a number."),
        (lambda x: ["6"], "gave ['6'], which is a list with text in it. Wanted is a number."),
        (lambda x: np.array([1.23456, 2]), "gave array([1.235, 2]), which is not right"),
        (lambda x: pd.Series([1, 2, 3, 4, 5]), "gave Series([1, 2, 3, 4, 5]), which is not right"),
        (lambda x: np.ones(6), "gave ndarray of shape (6,), which is not right"),
        (lambda x: float("nan"), "gave nan, which is not right"),
        (lambda x: [1, 2, 3], "gave [1, 2, 3], which is not right"),
        (fails, "stopped with ZeroDivisionError (float division by zero) in this line:\n\n    return 1 / (x - x)"),
        (forgets, "gave None; does the function end with return?"),
        (deep, "it called itself without end"),
        (stops, "stopped with SystemExit (3)"),
        (lambda x: Odd(), "gave an object of type Odd, which is not right"),
        (lambda x: 10**5000, "gave an object of type int, which is not right"),
        (lambda x: (i for i in [x]), "gave an object of type generator, which is not right"),
        (7, "needs a function that can be called as double(3), not int"),
    ],
)
def test_a_wrong_answer_is_told_what_is_wrong(answer, says):
    outcome = double().check(answer)
    assert outcome.result == "wrong"
    assert says in repr(outcome)
    assert "Traceback" not in repr(outcome)


def test_an_accident_says_what_was_asked_and_the_mistake_that_came_before():
    def squares_until_it_breaks(x):
        if x < 1:
            raise ValueError("small")
        return x * x

    outcome = double().check(squares_until_it_breaks)
    assert outcome.misconceptions == ("squares",)
    assert outcome.because.startswith("You squared it. And `double(0.5)`: it stopped with ValueError")


def at_zero():
    return Task(TEXTS, "double", expect=lambda x: 2 * x, cases=[Case(1, why="2."), Case(0, why="here twice 0 is 0.")])


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (lambda x: 2 * x * x / x, True),
        (lambda x: 2 * x if x else nothing, False),  # noqa: F821 - that is the slip
        (lambda x: 2 * x / (x - x), False),
        (lambda x: nothing * x, False),  # noqa: F821 - that is the slip
    ],
)
def test_an_accident_is_told_of_its_case_only_where_the_case_is_what_matters(answer, told):
    because = at_zero().check(answer).because
    assert "it stopped with" in because
    assert ("In this case, twice 0 is 0." in because) is told
    assert "In this case, 2." not in because


def test_numbers_wanted_in_a_list_are_asked_for_in_a_list():
    task = Task(TEXTS, "best", expect=lambda: [1.0, 2.0])
    assert task.check({"a": 1}).because == "`{'a': 1}` is a dict. Wanted are numbers, in a list, an array or a Series."
    assert task.check([1, 3]).because.startswith("`[1, 3]` is not it.")
    assert best().check(3).because.startswith("`3` is not it."), "a text is wanted there"


def test_an_endless_loop_is_ended(monkeypatch):
    monkeypatch.setattr("mlprojects.engine.trial.SECONDS", 0.2)
    monkeypatch.setattr("mlprojects.engine.trial.attempt.__defaults__", (0.2,))
    outcome = double().check(endless)
    assert "did not finish within 0.2 seconds" in repr(outcome)


def test_a_function_that_changes_its_argument_is_told_and_changes_nothing():
    from mlprojects.engine.trial import attempt  # noqa: PLC0415 - beside what it shows

    numbers = [3, 1, 2]

    def sorts(values):
        values.sort()
        return values

    assert "changed one of its arguments" in attempt(sorts, [numbers], {}).accident
    assert numbers == [3, 1, 2]
    frame = pd.DataFrame({"a": [1.0, float("nan")]})
    assert attempt(lambda f: f.sum(), [frame], {}).accident == ""
    assert "changed" in attempt(lambda f: f.insert(0, "b", 1), [frame], {}).accident


def test_what_it_prints_does_not_reach_the_notebook(capsys):
    outcome = double().check(lambda x: print("noise" * 1000) or 2 * x)  # noqa: T201 - that is the noise
    assert capsys.readouterr().out == ""
    assert outcome.because == "`double` is right in all 2 cases."


def prints(*lines, then):
    def function(x):
        for line in lines:
            print(line)  # noqa: T201 - what a learner does who looks for a mistake
        return then(x)

    return function


@pytest.mark.parametrize(
    ("then", "lead"),
    [
        (lambda x: 3 * x, "In this call it printed:"),
        (lambda x: {"x": 6}, "In this call it printed:"),
        (lambda x: None, "In this call it printed:"),
        (lambda x: x * x, "In the first call that failed it printed:"),
        (fails, "Before, it printed:"),
    ],
)
def test_what_a_failing_call_printed_is_shown_as_text(then, lead, capsys):
    because = double().check(prints("x is *3*", "<script>[a](b)", then=then)).because
    assert because.endswith(f"{lead}\n\n    x is *3*\n    <script>[a](b)\n\n")
    shown = double().state()["feedback"]
    assert "<code>x is *3*\n&lt;script&gt;[a](b)\n</code>" in shown
    assert "printed" not in double().check(then).because
    assert capsys.readouterr().out == ""


def test_of_a_flood_the_first_lines_are_shown():
    because = double().check(prints(*range(50), then=lambda x: x)).because
    block = because.partition("printed:")[2].split()
    assert block == [*map(str, range(20)), "..."]
    wide = double().check(prints("y" * 10**6, then=lambda x: x)).because
    assert "    " + "y" * 97 + "...\n    ...\n" in wide
    assert double().check(prints("\ud800\r\tend", then=lambda x: x)).because.endswith("    \\ud800\n        end\n\n")


def test_what_was_printed_before_an_endless_loop_is_shown(monkeypatch):
    monkeypatch.setattr("mlprojects.engine.trial.attempt.__defaults__", (0.2,))
    because = double().check(prints("round 1", then=endless)).because
    assert because.endswith("is a loop endless?\n\nBefore, it printed:\n\n    round 1\n\n")


@pytest.mark.parametrize(
    ("value", "result", "says"),
    [
        ("Model 3", "right", "This is the right answer."),
        (" model 3 ", "right", "This is the right answer."),
        ("Model 2", "wrong", "It misses the floor."),
        ("Model 1", "wrong", "'Model 1' is not it."),
        (3, "wrong", "3 is not it."),
        (lambda: 1, "wrong", "needs the value itself"),
        ("x" * 10_000_000, "wrong", "is not it."),
    ],
)
def test_a_value_is_compared_in_meaning(value, result, says):
    outcome = best().check(value)
    assert outcome.result == result
    assert says in repr(outcome)
    assert len(repr(outcome)) < 300


def test_attempts_are_recorded_with_the_mistake_and_shown_again():
    double().check(lambda x: x * x)
    record = current_ledger().records("attempt", "sample/double")[0]
    assert record.data["misconceptions"] == ["squares"]
    assert "x * x" in record.data["source"]
    assert double().state()["outcome"] == "wrong"
    assert "You squared it." in double().state()["feedback"]
    double().check(lambda x: 2 * x)
    assert double().right


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ([1, 2], (1.0, 2.0), True),
        (np.array([[1.0]]), 1, True),
        (pd.Series([1, 2], index=[5, 6]), [1, 2], True),
        ([1, 2], [1, 2, 3], False),
        (["a", 1], ["A", 1.0], True),
        (True, 1, False),
        (None, 0, False),
        (float("nan"), float("nan"), False),
        ("1", 1, False),
        ({"a": 1}, 1, False),
        (["6"], [6], False),
        (["6"], 6, False),
        (b"6", 6, False),
        (pd.Series(["0.5"]), [0.5], False),
        (np.array("Model 3"), "Model 3", True),
        (np.str_("Model 3"), "Model 3", True),
        (np.array(["a", "b"]), ["a", "b"], True),
        (np.array("x"), [1], False),
        (np.array([1j]), [0], False),
        (10**400, 6, False),
        (pd.NA, 1, False),
        (pd.DataFrame({"a": ["x"]}), pd.DataFrame({"a": ["x"]}), True),
        (pd.DataFrame({"a": ["x"]}), pd.DataFrame({"a": ["y"]}), False),
        (pd.DataFrame({"a": [1, 2]}), pd.DataFrame({"a": [1.0, 2.0]}), True),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_counts_as_equal(one, other, same):
    assert equal(one, other, 1e-6) is same


def table_task():
    frame = pd.DataFrame({"position": [0.5, 2.0], "ok": [True, False]}, index=["plain", "angel"])
    small = Case(frame, {"position": 1.5}, why="here one is enough.")
    return Task(TEXTS, "double", expect=lambda frame, _limits: len(frame), cases=[small])


def test_a_failing_call_with_small_frames_can_be_pasted():
    def stops(frame, _limits):
        if frame["angel"] > 0:
            return 1
        return 2

    for function in (lambda _frame, _limits: [], stops):
        because = table_task().check(function).because
        code = because[because.index("    double(") :]
        double = namespace_call(code)
        pd.testing.assert_frame_equal(double[0], table_task().cases[0].args[0])
        assert double[1] == {"position": 1.5}
        assert "<pre><code>" in table_task().state()["feedback"]
    assert 'in this line:\n\n    if frame["angel"] > 0:' in because


def namespace_call(code):
    """The arguments with which pasted code calls `double`."""
    lines = "\n".join(line[4:] for line in code.split("\n"))
    return eval(lines.strip(), {"pd": pd, "np": np, "double": lambda *args: args})  # noqa: S307 - our own code


@pytest.mark.parametrize(
    "value",
    [
        np.array([[0.1, 1 / 3], [float("nan"), 2]]),
        pd.Series([1, 2], index=pd.Index(["a", "b"], name="Model"), name="n"),
        {"a": [1, (2,)], "b": None},
        pd.DataFrame({"x": ["<i>", "b"]}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_written_out_makes_an_equal_value(value):
    again = eval(typed(value), {"pd": pd, "np": np})  # noqa: S307 - our own code
    assert type(again) is type(value)
    if isinstance(value, np.ndarray):
        np.testing.assert_array_equal(again, value)
    else:
        assert again.equals(value) if hasattr(value, "equals") else again == value


@pytest.mark.parametrize(
    "value", [np.zeros((6, 6)), pd.DataFrame(np.zeros((7, 1))), object(), [object()], list(range(11))]
)
def test_what_is_large_or_strange_is_not_written_out(value):
    assert typed(value) == ""
