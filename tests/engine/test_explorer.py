import subprocess
import sys

import pandas as pd
import pytest
from mlprojects.engine import Slider, Switch, View, explorer
from sample import make

SLOPE = make()


def test_the_title_is_the_first_line_of_the_docstring():
    assert SLOPE.title == "How steep is the line?"
    assert SLOPE.name == "slope"


def test_states_are_those_a_learner_can_reach():
    assert len(SLOPE) == (1 + 5 + 6) * 2
    assert len({tuple(state.items()) for state in SLOPE.states()}) == len(SLOPE)


def test_the_sweep_visits_every_state_with_its_own_view():
    swept = list(SLOPE.sweep())
    assert [state for state, _ in swept] == list(SLOPE.states())
    assert all(view.table.Slope.iloc[0] == SLOPE.at(**state).table.Slope.iloc[0] for state, view in swept)


def test_a_sweep_without_drawing_loads_no_matplotlib():
    code = "import sys; from sample import make; list(make().sweep()); print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd="tests/helpers", capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_controls_can_be_driven_from_code():
    assert SLOPE.at(rule=2, weight=0.75).says == "The line rises by 0.75."
    assert SLOPE.at(rule=2, weight=0.75, loud=True).table.Slope.iloc[0] == 1.5


def test_a_control_that_does_not_matter_is_ignored():
    assert SLOPE.key(rule=1, weight=0.75) == SLOPE.key(rule=1)


def test_keys_and_values_are_two_names_of_one_state():
    assert all(SLOPE.key(**SLOPE.values(key)) == key for key in SLOPE.keys())  # noqa: SIM118 - no mapping
    for foreign in ("", "9-9-9-9", "0-1-2-0", "a-b", "0", "-1-0-0-0", "0-3-2-0"):
        with pytest.raises(KeyError):
            SLOPE.values(foreign)


@pytest.mark.parametrize(
    ("values", "error", "says"),
    [
        ({"wieght": 0.5}, TypeError, "has no control 'wieght'; it has rule, weight, span, loud"),
        ({"rule": 2, "weight": 0.3}, ValueError, "accepts 0.0, 0.25"),
        ({"rule": 2, "weight": float("nan")}, ValueError, "has no option nan"),
        ({"rule": "plain"}, ValueError, "accepts 1, 2, 3"),
    ],
)
def test_bad_values_get_one_sentence(values, error, says):
    with pytest.raises(error, match=says):
        SLOPE.at(**values)


def test_controls_and_parameters_must_agree():
    with pytest.raises(TypeError, match=r"takes \['other'\], but its controls are \['loud'\]"):

        @explorer(loud=Switch("Loud"))
        def model(other):
            """Title."""


def test_a_title_is_required():
    with pytest.raises(TypeError, match="needs a docstring"):

        @explorer(loud=Switch("Loud"))
        def model(loud):
            pass


def test_too_many_states_are_refused():
    with pytest.raises(ValueError, match="has 202 states; at most 150"):

        @explorer(a=Slider("A", 0, 100, 1), b=Switch("B"))
        def model(a, b):
            """Title."""


def test_a_model_that_returns_no_view_is_named():
    @explorer(loud=Switch("Loud"))
    def model(loud):
        """Title."""
        return pd.DataFrame()

    with pytest.raises(TypeError, match="model must return a View, not a DataFrame"):
        model.at()


def test_the_text_says_the_active_controls_the_sentence_and_the_table():
    assert SLOPE.text(SLOPE.key(rule=2, weight=0.5)).splitlines() == [
        "How steep is the line?",
        "  Rule: weighted",
        "  Weight: 0.50",
        "  Loud: off",
        "",
        "The line rises by 0.50.",
        "",
        "What  Slope  Loud",
        "line    0.5  no",
    ]


def test_the_repr_is_cheap():
    def never(_figure):
        raise AssertionError

    @explorer(loud=Switch("Loud"))
    def model(loud):
        """Title."""
        return View(pd.DataFrame({"x": [1]}), "Says.", never)

    assert repr(model) == "<explorer model: 2 states>"


def test_only_pictures_with_photographs_are_marked_as_natural():
    assert make().specification()["natural"] is False
    assert make(natural=True).specification()["natural"] is True
