import numpy as np
import pandas as pd
import pytest
from mlprojects.engine.view import View, as_plain, as_text

TABLE = pd.DataFrame(
    {"Score": [0.5, 0.7625], "Count": [1200, 3], "Wins": [True, False], "Note": ["<b>", None]},
    index=pd.Index(["one", "two"], name="Model"),
)


def test_numbers_of_a_column_line_up_and_words_are_words():
    text = as_text(TABLE)
    assert text["columns"] == ["Model", "Score", "Count", "Wins", "Note"]
    assert text["rows"] == [["one", "0.500", "1,200", "yes", "<b>"], ["two", "0.762", "3", "no", ""]]
    assert text["numeric"] == [False, True, True, False, False]


def test_an_undefined_number_is_called_so():
    assert as_text(pd.DataFrame({"p": [np.nan, 1.0]}))["rows"] == [["0", "undefined"], ["1", "1"]]


def test_plain_text_has_no_trailing_space_and_one_line_a_row():
    lines = as_plain(TABLE).splitlines()
    assert len(lines) == 3
    assert all(line == line.rstrip() for line in lines)
    assert lines[1].split() == ["one", "0.500", "1,200", "yes", "<b>"]


@pytest.mark.parametrize(
    ("table", "says", "figure", "error"),
    [
        ([1, 2], "Fine.", print, TypeError),
        (pd.DataFrame(), "Fine.", print, ValueError),
        (TABLE, "  ", print, ValueError),
        (TABLE, "Fine.", None, TypeError),
    ],
)
def test_a_view_that_would_teach_nothing_is_refused(table, says, figure, error):
    with pytest.raises(error):
        View(table, says, figure)
