"""Where a threshold is picked: the world is known, reports are what they say, and the bound breaks few promises."""

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
def test_a_team_picks_the_lowest_threshold_that_keeps_to_the_rate_or_goes_down_to_the_first_that_fails(way):
    table = picking.promises(way, 0.05, 300, 40)
    pick, fresh = picking._drawn(300, 40)
    for team, row in table.iterrows():
        right, wrong = (pick[team, kind][::-1].cumsum()[::-1][1:] for kind in (0, 1))
        acts = right + wrong
        if way == picking.BY_BOUND:
            passed = [n > 0 and upper_bound(int(k), int(n)) <= 0.05 for k, n in zip(wrong, acts, strict=True)]
            held = [all(passed[place:]) for place in range(len(passed))]
        else:
            held = [n > 0 and k <= 0.05 * n for k, n in zip(wrong, acts, strict=True)]
        if not any(held):
            assert np.isnan(row["threshold"])
            assert not row["found"]
            assert not row["kept"]
            assert row["automated"] == 0
            continue
        place = held.index(True)
        assert row["found"]
        assert row["threshold"] == picking.CHOICE[place]
        assert row["true"] == picking.world().error[place]
        assert row["kept"] == (picking.world().error[place] <= 0.05)
        tested = pick if way == picking.ON_TEST else fresh
        cells = tested[team][:, place + 1 :]
        assert row["reported"] == pytest.approx(cells[1].sum() / cells.sum())


@pytest.mark.parametrize(("rate", "images"), CASES)
def test_picked_on_the_test_set_every_report_is_good_and_many_promises_are_broken(rate, images):
    table = picking.summary(rate, images, MANY)
    same, error = table.loc[picking.ON_TEST], table.loc[picking.BY_ERROR]
    assert same["reported"] == same["found"]
    assert same["broken"] > 0.25
    assert same["broken"] == error["broken"], "fresh images judge; they do not cure"
    assert error["reported"] < 0.75


@pytest.mark.parametrize(("rate", "images"), CASES)
def test_picked_by_the_bound_few_of_all_teams_break_their_promise_at_the_price_of_automation(rate, images):
    table = picking.summary(rate, images, MANY)
    bound, error = table.loc[picking.BY_BOUND], table.loc[picking.BY_ERROR]
    # Exact in the long run; the second part is three standard errors of so many teams.
    assert bound["broken"] <= 1 - CONFIDENCE + 3 * (0.05 * 0.95 / MANY) ** 0.5
    assert bound["found"] <= error["found"]
    assert bound["automated"] < error["automated"]


def test_of_those_that_promise_more_may_break_it_than_of_all():
    hard = picking.counted(picking.promises(picking.BY_BOUND, 0.02, 300, MANY), 0.02)
    assert hard["broken"] / hard["found"] > 1 - CONFIDENCE > hard["broken"]


def test_a_team_keeps_a_promise_or_breaks_it_or_makes_none():
    for rate, images in CASES:
        for _, row in picking.summary(rate, images, 200).iterrows():
            assert row["kept"] + row["broken"] == pytest.approx(row["found"])
            assert row["reported"] <= row["found"] <= 1


def test_what_lies_beyond_a_picture_is_put_on_its_edge_and_counted():
    teams = picking.promises(picking.ON_TEST, 0.02, 150)
    edge = picking.edge(0.02)
    assert edge > 2 * 0.02
    shown, beyond = picking.inside(teams, edge)
    assert len(shown) == teams["found"].sum()
    assert shown[["reported", "true"]].to_numpy().max() == edge
    assert beyond == (teams["true"] > edge).sum() > 0


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
