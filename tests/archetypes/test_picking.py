"""Where a threshold is picked: the world is known, reports are what they say, and only the bound keeps promises."""

import numpy as np
import pytest
from mlprojects.archetypes import asking, picking
from mlprojects.archetypes.claims import CONFIDENCE, upper_bound

CASES = [(rate, images) for rate in (0.05, 0.03, 0.02) for images in (150, 300, 600)]
MANY = 2000


def test_the_world_is_all_images():
    seen, world = asking.all_scores(), picking.world()
    assert world.cells.sum() == pytest.approx(1)
    for threshold, automated, error in zip(picking.CHOICE, world.automated, world.error, strict=True):
        acts = seen.confidence >= threshold
        assert automated == pytest.approx(acts.mean())
        assert error == pytest.approx((~seen.right[acts]).mean())


def test_each_team_counts_all_its_images():
    for images in (150, 600):
        for drawn in picking._drawn(images, 50):
            assert (drawn.sum(axis=(1, 2)) == images).all()


@pytest.mark.parametrize("way", picking.WAYS)
def test_a_team_picks_the_lowest_threshold_that_keeps_to_the_rate(way):
    table = picking.promises(way, 0.05, 300, 40)
    pick, fresh = picking._drawn(300, 40)
    for team, row in table.iterrows():
        right, wrong = (pick[team, kind][::-1].cumsum()[::-1][1:] for kind in (0, 1))
        acts = right + wrong
        if way == picking.BY_BOUND:
            held = [n > 0 and upper_bound(int(k), int(n)) <= 0.05 for k, n in zip(wrong, acts, strict=True)]
        else:
            held = [n > 0 and k <= 0.05 * n for k, n in zip(wrong, acts, strict=True)]
        if not any(held):
            assert np.isnan(row["threshold"])
            assert row["kept"]
            assert row["automated"] == 0
            continue
        place = held.index(True)
        assert row["threshold"] == picking.CHOICE[place]
        assert row["true"] == picking.world().error[place]
        assert row["kept"] == (picking.world().error[place] <= 0.05)
        tested = pick if way == picking.ON_TEST else fresh
        cells = tested[team][:, place + 1 :]
        assert row["reported"] == pytest.approx(cells[1].sum() / cells.sum())


@pytest.mark.parametrize(("rate", "images"), CASES)
def test_picked_on_the_test_set_every_report_is_good_and_many_promises_are_broken(rate, images):
    table = picking.summary(rate, images, MANY)
    assert table["reported"].to_dict()[picking.ON_TEST] == 1
    kept = table["kept"].to_dict()
    assert kept[picking.ON_TEST] < 0.75
    assert kept[picking.ON_TEST] == kept[picking.BY_ERROR], "fresh images judge; they do not cure"
    assert table["reported"].to_dict()[picking.BY_ERROR] < 0.75


@pytest.mark.parametrize(("rate", "images"), CASES)
def test_picked_by_the_bound_promises_are_kept_at_the_price_of_automation(rate, images):
    table = picking.summary(rate, images, MANY)
    assert table["kept"].to_dict()[picking.BY_BOUND] >= CONFIDENCE
    assert table["automated"].to_dict()[picking.BY_BOUND] < table["automated"].to_dict()[picking.BY_ERROR]


def test_more_images_let_the_machine_decide_more():
    for rate in (0.05, 0.03, 0.02):
        shares = [picking.summary(rate, n, 500)["automated"].to_dict()[picking.BY_BOUND] for n in (150, 300, 600)]
        assert shares == sorted(shares)


def test_no_count_hangs_on_the_last_digits_of_a_fit():
    gaps = np.abs(asking.all_scores().confidence[:, None] - np.array(picking.CHOICE))
    assert gaps.min() > 1e-7
    for rate in (0.05, 0.03, 0.02):
        assert np.abs(picking.world().error - rate).min() > 1e-6


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: picking.promises("by luck", 0.05, 300), "way 'by luck' is not known"),
        (lambda: picking.promises(picking.ON_TEST, 2, 300), "failure rate"),
        (lambda: picking.promises(picking.ON_TEST, 0.05, 0), "number of images"),
        (lambda: picking.promises(picking.BY_BOUND, 0.05, 300, confidence=1), "confidence"),
        (lambda: picking.summary(0.05, 300, 0), "teams"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(call, message):
    with pytest.raises(ValueError, match=message):
        call()
