import math

import numpy as np
import pandas as pd
import pytest
from mlprojects import checks
from mlprojects.metrics import model


@pytest.mark.parametrize("value", ["0.5", True, None, [0.5], np.True_])
def test_what_is_no_number_is_refused_in_one_sentence(value):
    with pytest.raises(TypeError, match=r"^Beta must be a number from 0 to 2; got .*\.$"):
        checks.number("Beta", value, 0, 2)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -0.1, 2.1])
def test_a_number_out_of_range_is_refused_with_the_range(value):
    with pytest.raises(ValueError, match=r"^Beta must be a number from 0 to 2; got "):
        checks.number("Beta", value, 0, 2)


@pytest.mark.parametrize("value", [0, 2, 1.5, np.float64(0.3), np.int64(1)])
def test_numbers_of_any_make_are_taken(value):
    assert checks.number("Beta", value, 0, 2) == value


def test_the_range_is_said_in_words():
    with pytest.raises(ValueError, match="that is finite"):
        checks.number("x", float("nan"))
    with pytest.raises(ValueError, match="of at least 0"):
        checks.number("x", -1, 0)
    with pytest.raises(ValueError, match="of at most 1"):
        checks.number("x", 2, high=1)


@pytest.mark.parametrize(
    ("table", "error", "sentence"),
    [
        ([0.9, 0.5], TypeError, "must be a pandas DataFrame; got a list"),
        (model.LECTURE_MODELS.iloc[:0], ValueError, "is empty; it needs at least one row"),
        (model.LECTURE_MODELS[["precision"]], ValueError, "has no column 'recall'; it has 'precision'"),
        (model.LECTURE_MODELS.assign(recall="0.5"), TypeError, "the column 'recall' must hold numbers only"),
        (model.LECTURE_MODELS.assign(recall=True), TypeError, "the column 'recall' must hold numbers only"),
        (
            model.LECTURE_MODELS.assign(recall=[0.5, np.nan, 0.9]),
            ValueError,
            "every 'recall' must be a number from 0 to 1",
        ),
        (model.LECTURE_MODELS.assign(precision=[0.5, 1.2, 0.9]), ValueError, "every 'precision' must be a number"),
        (model.LECTURE_MODELS.assign(precision=[-0.5, 1, 0.9]), ValueError, "every 'precision' must be a number"),
    ],
)
def test_a_table_that_cannot_be_ranked_is_refused_in_one_sentence(table, error, sentence):
    with pytest.raises(error, match=sentence) as caught:
        model.rank(table, "simple average")
    assert str(caught.value).count(". ") == 0
    assert str(caught.value).endswith(".")


def test_a_refused_table_is_left_as_it_was():
    table = pd.DataFrame({"precision": [0.9], "recall": [1.5]})
    before = table.copy()
    with pytest.raises(ValueError, match="recall"):
        model.rank(table, "simple average")
    pd.testing.assert_frame_equal(table, before)


@pytest.mark.parametrize("value", [3, 3.0, np.int64(3), np.float64(3)])
def test_whole_numbers_of_any_make_are_taken_as_int(value):
    taken = checks.whole("The seed", value, 0, 9)
    assert (taken, type(taken)) == (3, int)


@pytest.mark.parametrize(
    ("value", "error", "sentence"),
    [
        (2.5, ValueError, r"^The seed must be a whole number; got 2\.5\.$"),
        (10, ValueError, r"^The seed must be a number from 0 to 9; got 10\.$"),
        (math.inf, ValueError, "from 0 to 9"),
        (True, TypeError, "from 0 to 9"),
    ],
)
def test_what_is_not_whole_or_out_of_range_is_refused_in_one_sentence(value, error, sentence):
    with pytest.raises(error, match=sentence):
        checks.whole("The seed", value, 0, 9)
