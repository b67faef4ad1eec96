import numpy as np
import pandas as pd
from mlprojects.words import both, capital, count, in_percent, percent


def test_names_are_listed_as_a_sentence_lists_them():
    assert both(["a"]) == "a"
    assert both(["a", "b"]) == "a and b"
    assert both(["a", "b", "c"]) == "a, b and c"


def test_one_thing_is_told_from_several():
    assert count(1, "card") == "1 card"
    assert count(0, "card") == "0 cards"
    assert count(1200, "card") == "1,200 cards"


def test_a_share_is_written_as_percent():
    assert percent(0.5) == "50 %"
    assert percent(0.125, 1) == "12.5 %"
    assert percent(0) == "0 %"


def test_only_the_first_letter_becomes_large():
    assert capital("lab, night") == "Lab, night"
    assert capital("mAP of 4 → 1") == "MAP of 4 → 1"
    assert capital("") == ""


def test_a_share_is_counted_in_percent():
    assert in_percent(0.125) == 12.5
    assert in_percent(np.array([0, 0.5, 1])).tolist() == [0, 50, 100]
    assert in_percent(pd.Series({"a": 0.25})).to_dict() == {"a": 25}
