import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.engine.controls import Choice, Range, Slider, Switch, canonical, check_whens, specification, states
from mlprojects.words import percent


def test_a_slider_is_written_by_a_pattern_or_by_a_function():
    assert Slider("Share", 0, 1, 0.5, format="{:.1f}").texts == ("0.0", "0.5", "1.0")
    assert Slider("Share", 0, 1, 0.5, format=percent).texts == ("0 %", "50 %", "100 %")


def test_a_slider_has_the_numbers_a_learner_would_type():
    assert Slider("w", 0, 1, 0.05).values == tuple(i / 20 for i in range(21))


@given(start=st.integers(-50, 50), count=st.integers(1, 60), step=st.sampled_from([0.01, 0.05, 0.1, 0.25, 1, 3]))
def test_a_slider_reaches_both_ends_in_equal_steps(start, count, step):
    values = Slider("w", start, start + count * step, step).values
    assert len(values) == count + 1
    assert values[0] == start
    assert values[-1] == pytest.approx(start + count * step)


@pytest.mark.parametrize(
    ("start", "stop", "step", "says"),
    [
        (0, 1, 0.3, "does not reach 1 from 0"),
        (1, 0, 0.1, "start < stop"),
        (0, 1, 0, "step > 0"),
        (0, float("nan"), 0.1, "finite"),
        (0, float("inf"), 0.1, "finite"),
        (None, None, None, "needs start, stop and step"),
    ],
)
def test_a_slider_that_cannot_be_is_refused_in_one_sentence(start, stop, step, says):
    with pytest.raises(ValueError, match=says) as refused:
        Slider("w", start, stop, step)
    assert str(refused.value).count("\n") == 0


def test_a_value_can_be_shown_by_name():
    assert Slider("w", values=(1, 5, 99), names={99: "no limit"}).texts == ("1", "5", "no limit")


def test_a_default_must_be_an_option():
    with pytest.raises(ValueError, match=r"accepts 0\.0, 0\.25, 0\.5"):
        Slider("w", 0, 1, 0.25, default=0.3)


def test_a_control_with_one_option_is_refused():
    with pytest.raises(ValueError, match="at least two options"):
        Choice("c", ["only"])


def test_a_switch_does_not_take_a_number_for_a_truth():
    assert Switch("s").position(value=True) == 1
    with pytest.raises(ValueError, match="accepts False, True"):
        Switch("s").position(1)


def test_a_slider_does_not_take_text_for_a_number():
    with pytest.raises(ValueError, match=r"has no option '0\.5'"):
        Slider("w", 0, 1, 0.25).position("0.5")


def test_a_range_is_all_ordered_pairs_and_starts_at_its_widest():
    control = Range("r", 0, 2, 1)
    assert control.values == ((0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2))
    assert control.values[control.default] == (0, 2)


def test_inactive_controls_add_states_and_do_not_multiply_them():
    controls = {"rule": Choice("Rule", "ab"), "w": Slider("W", 0, 1, 0.25, when=("rule", "b"))}
    assert list(states(controls)) == [(0, 0), (1, 0), (1, 1), (1, 2), (1, 3), (1, 4)]
    assert canonical(controls, (0, 3)) == (0, 0)
    assert canonical(controls, (1, 3)) == (1, 3)


def test_a_when_may_name_several_values():
    controls = {"rule": Choice("Rule", "abc"), "s": Switch("S", when=("rule", ("a", "c")))}
    assert len(list(states(controls))) == 5
    assert specification("s", controls["s"], controls)["when"] == {"control": 0, "options": [0, 2]}


@pytest.mark.parametrize("when", [("later", "x"), ("rule", "z")])
def test_a_when_that_fits_nothing_is_refused(when):
    with pytest.raises(ValueError, match=r"not a control declared before|has no option 'z'"):
        check_whens({"rule": Choice("Rule", "ab"), "s": Switch("S", when=when), "later": Choice("L", "xy")})
