"""The published human figures, as they stand in their sources."""

import pytest
from mlprojects.baselines import published


def test_every_number_has_a_source_and_a_rung():
    for entry in published.ENTRIES:
        assert entry.field in published.FIELDS
        assert 0 <= entry.rung < len(published.RUNGS)
        assert any(year in entry.source for year in ("2011", "2014", "2018", "2022"))
        assert entry.source in published.SHORT
        assert 0 < entry.error < 100
        if entry.range:
            assert entry.error == sum(entry.range) / 2


def test_the_numbers_as_published():
    errors = {name: published.of(name)["error"].round(2).tolist() for name in published.FIELDS}
    assert errors == {
        published.XRAYS: [15, 10, 5, 2],
        published.IMAGENET: [14, 12, 5.1],
        published.CIFAR: [17.66, 9.03, 6],
    }
    assert published.ONE_WORKER == (17.23, 18.12, 17.64)
    assert published.WORST_OF_THREE == 40.21
    assert published.GOOGLENET == 6.8


def test_better_people_err_less_in_every_field():
    for name in published.FIELDS:
        table = published.of(name)
        assert table["rung"].is_monotonic_increasing
        assert table["error"].is_monotonic_decreasing
        assert (table["low"] <= table["error"]).all()
        assert (table["error"] <= table["high"]).all()
        assert published.best_proxy(name) == table.index[-1]


def test_what_three_workers_can_reach_frames_what_they_did():
    one = sum(published.ONE_WORKER) / 300
    assert 100 * one < published.WORST_OF_THREE < 100 * (1 - (1 - one) ** 3), "neither copies nor strangers"


def test_made_up_numbers_are_called_so():
    assert "an illustration, not a measurement" in published.of(published.XRAYS)["source"].iloc[0]


def test_an_unknown_field_is_told():
    with pytest.raises(ValueError, match="may be 'X-rays', 'ImageNet', 'CIFAR-10'"):
        published.of("chess")
