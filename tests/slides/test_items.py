"""What is asked, as slides: numbers as one says them."""

import pytest
from mlprojects.course.deck import items


@pytest.mark.parametrize(
    ("value", "shown"),
    [(11363, "11,363"), (2.5119, "2.51"), (98.9, "98.9"), (1e6, "1,000,000"), (0.006, "0.006")],
)
def test_numbers_are_shown_as_one_says_them(value, shown):
    assert items._plain(value) == shown
    assert items._number(value, {"unit": "%"}) == f"{shown} %"
