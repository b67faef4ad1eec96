from mlprojects.words import both, count, percent


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
