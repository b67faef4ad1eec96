"""The two gaps and what they advise, against the numbers of the lecture and as mathematics."""

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from mlprojects.baselines import floors

errors = st.floats(0, 100)


@pytest.mark.parametrize(
    ("human", "gaps", "step"),
    [
        (35, (1, 5), floors.OVERFITTING),
        (21, (15, 5), floors.UNDERFITTING),
        (31, (5, 5), floors.EITHER),
        (30, (6, 5), floors.UNDERFITTING),
        (32, (4, 5), floors.OVERFITTING),
        (30.5, (5.5, 5), floors.EITHER),
    ],
)
def test_the_curves_of_the_lecture_beside_its_lines_and_where_the_advice_flips(human, gaps, step):
    told = floors.advice(floors.TRAIN, floors.VALIDATION, human)
    assert (told.avoidable, told.generalisation, told.step) == (*gaps, step)
    assert not told.reached


def test_the_advice_flips_where_both_gaps_are_equal():
    assert floors.flip(floors.TRAIN, floors.VALIDATION) == 31


@given(errors, errors)
def test_on_either_side_of_the_flip_the_advice_is_the_other_one(train, validation):
    at = floors.flip(train, validation)
    assume(1 <= at <= 99)
    assert floors.advice(train, validation, at - 1, band=0.5).step == floors.UNDERFITTING
    assert floors.advice(train, validation, at + 1, band=0.5).step == floors.OVERFITTING
    assert floors.advice(train, validation, at).step == floors.EITHER


@given(errors, errors, errors, st.floats(0, 20))
@example(36, 41, 31, 0)
@example(0.3, 0.4, 0.2, 0)
def test_the_gaps_add_up_and_the_larger_one_names_the_step(train, validation, human, band):
    told = floors.advice(train, validation, human, band)
    assert told.avoidable + told.generalisation == pytest.approx(validation - human, abs=1e-6)
    assert told.reached == (validation <= human)
    if told.step == floors.UNDERFITTING:
        assert told.avoidable >= told.generalisation
    elif told.step == floors.OVERFITTING:
        assert told.generalisation >= told.avoidable
    else:
        assert abs(told.avoidable - told.generalisation) <= band + 1e-6


@given(errors, errors, errors, st.floats(0, 20), st.floats(0, 20))
def test_a_wider_band_never_decides_more(train, validation, human, one, other):
    narrow, wide = sorted((one, other))
    if floors.advice(train, validation, human, narrow).step == floors.EITHER:
        assert floors.advice(train, validation, human, wide).step == floors.EITHER


def test_equal_gaps_are_never_told_apart_even_without_a_band():
    assert floors.advice(36, 41, 31, band=0).step == floors.EITHER


@pytest.mark.parametrize(
    ("numbers", "error"),
    [
        ((-1, 41, 35), ValueError),
        ((36, 141, 35), ValueError),
        ((36, 41, float("nan")), ValueError),
        ((36, 41, 35, -1), ValueError),
        (("36", 41, 35), TypeError),
        ((36, True, 35), TypeError),
    ],
)
def test_bad_numbers_are_named(numbers, error):
    with pytest.raises(error, match=r"^The (training error|validation error|human error|band) must be a number"):
        floors.advice(*numbers)


def test_the_drawn_curves_fall_and_end_where_the_lecture_has_them():
    curves = floors.curves()
    assert curves.iloc[-1].tolist() == [floors.TRAIN, floors.VALIDATION]
    assert (curves.diff().iloc[1:] < 0).all(axis=None)
    assert (curves["validation"] > curves["train"]).all()
    assert curves.index[-1] == floors.ITERATIONS


def test_the_contest_s_floors():
    assert floors.contest_floor(2012, floors.GUESS) == pytest.approx(99.5), "5 of 1000 names"
    assert [floors.contest_floor(year, floors.LAST) for year in (2012, 2015)] == [25.8, 6.66]
    assert floors.WINNERS.is_monotonic_decreasing
    for year, kind in ((2011, floors.LAST), (2017, floors.GUESS), (2012, "luck")):
        with pytest.raises(ValueError, match=r"year must be|is not known"):
            floors.contest_floor(year, kind)


@given(errors, errors, errors)
def test_the_way_from_floor_to_ceiling_starts_at_0_and_ends_at_1(error, one, other):
    ceiling, floor = sorted((one, other))
    assume(floor - ceiling > 1e-3)
    assert floors.covered(floor, floor, ceiling) == 0
    assert floors.covered(ceiling, floor, ceiling) == 1
    if abs(error - ceiling) > 1e-3:
        assert (floors.covered(error, floor, ceiling) > 1) == (error < ceiling)
    back = floor - floors.covered(error, floor, ceiling) * (floor - ceiling)
    assert back == pytest.approx(error, abs=1e-6)


def test_a_floor_must_lie_below_its_ceiling():
    with pytest.raises(ValueError, match="must be above the ceiling's"):
        floors.covered(3, 3.57, 5.1)


def test_a_person_was_no_ceiling():
    assert floors.WINNERS[2014] > floors.CEILINGS[floors.TRAINED] > floors.WINNERS[2015]


def test_gaps_along_curves_are_those_of_the_advice():
    curves = floors.curves(5)
    gaps = floors.gaps(curves, 21)
    for iterations, row in curves.iterrows():
        told = floors.advice(row["train"], row["validation"], 21)
        assert gaps.loc[iterations].tolist() == pytest.approx([told.avoidable, told.generalisation])


def test_two_errors_are_alike_up_to_what_they_are_known_by():
    assert floors.alike(9.6, 10, 2.5)
    assert floors.alike(10, 9.6, 2.5)
    assert not floors.alike(9.6, 12.1, 2.5)
