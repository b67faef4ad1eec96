import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.digits import digits
from mlprojects.prioritizing import curve
from scipy import stats

exponents = st.floats(-2, -0.05)
scales = st.floats(0.01, 1)


def test_the_curve_has_one_falling_error_a_size():
    measured = curve.learning_curve()
    assert measured.index.tolist() == [*curve.SIZES, curve.HELD]
    assert (measured["error"].diff().dropna() < 0).all()
    assert (measured["spread"] > 0).all()
    assert measured["error"].iloc[0] < 0.9, "better than guessing among ten"


def test_errors_are_whole_numbers_of_test_images_and_training_images_are_apart():
    counts = np.array([curve._errors(split) for split in range(curve.SPLITS)]) * curve.TEST
    assert counts == pytest.approx(np.round(counts))
    assert len(digits()[1]) == curve.ALL + curve.TEST
    assert curve.SIZES[-1] < curve.HELD <= curve.ALL


def test_progress_sees_every_split_and_changes_nothing():
    seen = []

    def progress(splits):
        for split in splits:
            seen.append(split)
            yield split

    assert curve.learning_curve(progress).equals(curve.learning_curve())
    assert seen == list(range(curve.SPLITS))


@given(exponents, scales)
def test_a_line_without_scatter_is_found_and_inverted_exactly(exponent, scale):
    law = curve.fit(curve.SIZES, [scale * n**exponent for n in curve.SIZES])
    assert (law.exponent, law.scale) == pytest.approx((exponent, scale), rel=1e-6)
    target = law.error(500)
    assert law.images_for(target) == pytest.approx(500, rel=1e-6)
    assert law.images_for(curve.NINE * target) / 500 == pytest.approx(curve.factor_per_nine(law.exponent), rel=1e-6)
    assert law.exponents() == pytest.approx((exponent, exponent), abs=1e-6)


@pytest.mark.parametrize("last", curve.SIZES[2:])
def test_the_fit_and_its_interval_are_those_of_scipy(last):
    law = curve.as_fitted(last)
    errors = curve.learning_curve()["error"].loc[:last]
    known = stats.linregress(np.log(errors.index), np.log(errors))
    half = stats.t.ppf(0.975, len(errors) - 2) * known.stderr
    assert law.exponent == pytest.approx(known.slope)
    assert law.exponents() == pytest.approx((known.slope - half, known.slope + half))


@pytest.mark.parametrize("last", [240, 480, 960])
@pytest.mark.parametrize("error", [0.2, 0.05, 0.01, 0.001])
def test_at_the_ends_of_the_images_interval_the_error_is_an_end_of_its_own(last, error):
    law = curve.as_fitted(last)
    low, high = law.images_between(error)
    assert low < law.images_for(error) < high
    assert law.errors(low)[0] == pytest.approx(error)
    assert law.errors(high)[1] == pytest.approx(error)


def test_the_interval_widens_away_from_the_data():
    law = curve.as_fitted()
    widths = [np.log(high / low) for low, high in (law.errors(n) for n in (170, 960, 10_000, 1_000_000))]
    assert widths == sorted(widths)
    ratios = [high / low for low, high in (law.images_between(e) for e in (0.05, 0.01, 0.001))]
    assert ratios == sorted(ratios)


def test_a_line_that_is_no_line_has_no_end_of_images():
    assert curve.as_fitted(120).images_between(0.01) is None, "one degree of freedom says next to nothing"


def test_nineteen_in_twenty_intervals_hold_the_true_number():
    random = np.random.default_rng(0)
    truth, hits = curve.PowerLaw(-0.8, 2.0, 6, (0, 0), 1, 0), 0
    for _ in range(2000):
        errors = [truth.error(n) * np.exp(random.normal(0, 0.05)) for n in curve.SIZES]
        ends = curve.fit(curve.SIZES, errors).images_between(0.003)
        hits += ends is None or ends[0] <= truth.images_for(0.003) <= ends[1]
    assert abs(hits / 2000 - curve.LEVEL) < 4 * np.sqrt(0.05 * 0.95 / 2000)


def test_the_measured_curve_bends_upwards_so_shorter_fits_promise_too_much():
    measured = curve.learning_curve()["error"]
    for last in (240, 480, 960):
        assert curve.as_fitted(last).error(curve.HELD) < 0.85 * measured[curve.HELD]
    assert curve.as_fitted(480).errors(960)[1] < measured[960], "and the interval does not hold it"
    assert curve.as_fitted().errors(curve.HELD)[1] < measured[curve.HELD]


def test_the_size_that_is_held_back_is_in_no_fit():
    assert curve.as_fitted().points == len(curve.SIZES)
    with pytest.raises(ValueError, match="may end at"):
        curve.as_fitted(curve.HELD)


def test_the_lines_that_are_drawn_are_those_of_the_laws():
    drawn, law = curve.lines(480, 20, 1e6, 7), curve.as_fitted(480)
    for images, row in drawn.iterrows():
        assert (row["low"], row["high"]) == pytest.approx(law.errors(images))
        assert row[curve.FITTED] == pytest.approx(law.error(images))
        assert row["theory, flat"] != row["theory, flat"] or row["theory, flat"] <= curve.START
    start = law.images_for(curve.START)
    later = drawn.index[drawn.index > start][0]
    assert drawn["theory, flat"][later] == pytest.approx(curve.START * (later / start) ** -0.5)
    assert drawn["theory, flat"].isna().sum() == (drawn.index < start).sum() > 0


def test_the_factor_s_interval_is_that_of_the_exponent():
    for last in (240, 480, 960):
        low, high = curve.factor_between(last)
        assert low < curve.factor_per_nine(curve.as_fitted(last).exponent) < high
        assert sorted(curve.NINE ** (1 / e) for e in curve.as_fitted(last).exponents()) == pytest.approx([low, high])


def test_what_published_exponents_make_of_ten_times_a_nine():
    factors = {name: curve.factor_per_nine(e) for name, e in curve.PUBLISHED["exponent"].items()}
    assert factors["theory, steep"] == pytest.approx(10)
    assert factors["theory, flat"] == pytest.approx(100)
    assert factors["deep nets, steepest"] == pytest.approx(720, abs=1)
    assert np.log10(factors["deep nets, flattest"]) == pytest.approx(14.29, abs=0.01)
    assert curve.factor_per_nine(curve.as_fitted().exponent) == pytest.approx(8.1, abs=0.1)


def test_reach_is_cut_where_the_images_end():
    assert curve.reach(481, last=480) == curve.EXTRAPOLATED
    assert [curve.reach(n) for n in (30, 960, 961, 1197, 1198)] == [
        curve.MEASURED,
        curve.MEASURED,
        curve.EXTRAPOLATED,
        curve.EXTRAPOLATED,
        curve.BEYOND,
    ]


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: curve.factor_per_nine(0.3), "must be below 0"),
        (lambda: curve.factor_per_nine(float("nan")), "finite"),
        (lambda: curve.as_fitted().images_for(0), "above 0"),
        (lambda: curve.as_fitted().images_for(1.2), "from 0 to 1"),
        (lambda: curve.fit([10, 20, 40], [0.1, 0.05, 0]), "above 0"),
        (lambda: curve.fit([10, 20], [0.1, 0.05]), "at least 3"),
        (lambda: curve.fit([10, 10, 10], [0.1, 0.05, 0.2]), "must differ"),
        (lambda: curve.fit([10, 20, 40], [0.1, 0.2, 0.3]).images_for(0.05), "do not help"),
        (lambda: curve.as_fitted(100), "may end at"),
        (lambda: curve.prices(0), "above 0"),
    ],
)
def test_bad_input_is_told_in_one_sentence(call, told):
    with pytest.raises(ValueError, match=told):
        call()


def test_text_is_no_number():
    with pytest.raises(TypeError, match="must be a number"):
        curve.factor_per_nine("-0.3")
