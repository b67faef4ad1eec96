"""Rounds of labels: a finished one has each case once, whatever order it was given in."""

import pandas as pd
import pytest
from mlprojects.baselines import rounds

CASES = ("b", "a")
LABELS = pd.DataFrame({"case": ["a", "b", "b", "a", "a"], "round": [1, 1, 2, 2, 3], "value": range(5)})


def test_a_round_is_finished_with_one_label_a_case():
    first, second = rounds.finished(LABELS, CASES)
    assert first["value"].to_dict() == {"b": 1, "a": 0}
    assert list(second.index) == list(CASES)
    assert rounds.finished(LABELS.iloc[:0], CASES) == []
    twice = LABELS.assign(case="a")
    assert rounds.finished(twice, CASES) == []


def test_an_open_round_is_told_where_all_must_be_finished():
    assert len(rounds.whole(LABELS.iloc[:4], CASES)) == 2
    with pytest.raises(ValueError, match=r"^Each of the 2 cases needs one label a round; round 3 differs\.$"):
        rounds.whole(LABELS, CASES)


def test_one_round_needs_no_number():
    first, second = rounds.finished(LABELS, CASES)
    assert list(rounds.named("you", [first])) == ["you"]
    assert list(rounds.named("you", [first, second])) == ["you, round 1", "you, round 2"]
    assert rounds.named("you", []) == {}
