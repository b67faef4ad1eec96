import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.metrics import model


def test_the_lectures_first_models_are_worked_on_by_angle():
    gaps = model.gaps("first models")
    assert gaps["ratio"].tolist() == [1, 12, 3]
    assert gaps["role"].tolist() == ["threshold", "optimise", "ignore for now"]
    assert gaps["share"].idxmax() == "latency"
    assert gaps["measured"].sum() == 361


def test_after_the_label_bug_latency_is_next_and_the_angle_is_held():
    gaps = model.gaps("label bug found")
    assert gaps["ratio"].tolist() == [1, 2, 3]
    assert model.optimised(gaps) == ["latency"]
    assert gaps["role"]["angle error"] == "hold"


def test_the_other_position_requirement_changes_what_position_is():
    strict = model.gaps("first models", position_needed=0.5)
    assert strict["ratio"]["position error"] == 2
    assert strict["role"]["position error"] == "ignore for now"
    assert model.optimised(strict) == ["angle error"]


def test_two_metrics_may_be_equally_far_off():
    assert model.optimised(model.gaps("what if: latency engineered", 0.5, 1.0)) == ["position error", "angle error"]


@given(st.sampled_from(list(model.STAGES)), st.floats(0.1, 2), st.floats(0, 3))
def test_what_is_optimised_is_farthest_off_and_thresholds_never_are(stage, needed, measured):
    gaps = model.gaps(stage, needed, measured)
    for metric, row in gaps.iterrows():
        assert (metric in model.optimised(gaps)) == (row["ratio"] == gaps["ratio"].max() and row["ratio"] > 1)
        assert row["why"]
    assert gaps["share"].sum() == pytest.approx(1)


def test_bad_input_is_refused():
    with pytest.raises(ValueError, match="The stage 'last' is not known; it may be 'first models'"):
        model.gaps("last")
    with pytest.raises(ValueError, match="The position needed must be a number"):
        model.gaps("first models", position_needed=0)
    with pytest.raises(TypeError, match="The position measured must be a number"):
        model.gaps("first models", position_measured="near")
