"""The stability of a ranking: what must hold in every draw, and what is known in closed form."""

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.prioritizing import order, pyramid, pyramid_questions
from mlprojects.prioritizing import ranking as model
from mlprojects.prioritizing.portfolio import PORTFOLIO
from mlprojects.prioritizing.ranking import COLUMNS

FEW = 200
TENTHS = st.integers(0, 100).map(lambda tenths: tenths / 10)
SPREAD = st.integers(0, 20).map(lambda tenths: tenths / 10)
WEIGHT = st.integers(0, 20).map(lambda part: part / 20)


def table(rows, names=None):
    return pd.DataFrame(rows, columns=list(COLUMNS), index=names or [f"p{place}" for place in range(len(rows))])


ROWS = st.lists(st.tuples(TENTHS, SPREAD, TENTHS, SPREAD), min_size=1, max_size=7)
PROJECTS = ROWS.map(table)
CERTAIN = ROWS.map(lambda rows: table([(impact, 0.0, feasibility, 0.0) for impact, _, feasibility, _ in rows]))


def sorted_by_hand(projects, weight):
    """The plain order, written again: by score, then by the sum of both, then by place."""
    score = (weight * projects["impact"] + (1 - weight) * projects["feasibility"]).round(9)
    total = (projects["impact"] + projects["feasibility"]).round(9)
    places = sorted(range(len(projects)), key=lambda place: (-score.iloc[place], -total.iloc[place], place))
    return [projects.index[place] for place in places]


def ranks(projects, ranking):
    """Of a ranking without uncertainty, the names in order."""
    return [ranking.probabilities.index[ranking.probabilities[rank].argmax()] for rank in range(1, len(projects) + 1)]


# What must hold ------------------------------------------------------------------------------------------------------


@given(
    projects=PROJECTS, weight=WEIGHT, sway=st.sampled_from([0, 0.1, 1]), shared=st.booleans(), seed=st.integers(0, 99)
)
def test_every_project_has_one_rank_and_every_rank_one_project(projects, weight, sway, shared, seed):
    ranking = model.rank_probabilities(projects, weight, FEW, seed, sway=sway, shared=shared)
    assert ranking.probabilities.sum(axis=0).to_numpy() == pytest.approx(1)
    assert ranking.probabilities.sum(axis=1).to_numpy() == pytest.approx(1)
    assert (ranking.probabilities >= 0).all(axis=None)
    assert 0 <= ranking.changed <= 1
    for k in range(1, len(projects) + 1):
        assert model.top(ranking, k).sum() == pytest.approx(k)


@given(projects=CERTAIN, weight=WEIGHT, shared=st.booleans())
def test_without_uncertainty_the_order_is_the_plain_one(projects, weight, shared):
    ranking = model.rank_probabilities(projects, weight, 20, shared=shared)
    assert set(ranking.probabilities.to_numpy().ravel()) <= {0.0, 1.0}
    assert ranking.changed == 0
    assert ranks(projects, ranking) == model.plain_order(projects, weight) == sorted_by_hand(projects, weight)


@given(
    projects=PROJECTS, weight=WEIGHT, sway=st.sampled_from([0, 0.2, 1]), shared=st.booleans(), seed=st.integers(0, 99)
)
def test_a_dominated_project_never_rises_above_its_dominator(projects, weight, sway, shared, seed):
    above = order.dominates(projects, shared=shared)
    scores = model.draws(projects, weight, FEW, seed, shared=shared)
    ranking = model.rank_probabilities(projects, weight, FEW, seed, sway=sway, shared=shared)
    ranked = model.plain_order(projects, weight)
    for better, worse in zip(*np.nonzero(above.to_numpy()), strict=True):
        assert (scores.iloc[:, better] >= scores.iloc[:, worse] - 1e-9).all()
        assert ranked.index(projects.index[better]) < ranked.index(projects.index[worse])
        ahead = ranking.probabilities.to_numpy().cumsum(axis=1)
        # In each draw ahead: so it is never less often among the best k, and among the best k + 1 as often as that.
        assert (ahead[better] >= ahead[worse] - 1e-12).all()
        assert (ahead[better, :-1] >= ahead[worse, 1:] - 1e-12).all()


@given(projects=PROJECTS, weight=WEIGHT, shared=st.booleans())
def test_two_alone_show_who_is_above_whom_in_each_draw(projects, weight, shared):
    above = order.dominates(projects, shared=shared).to_numpy()
    for better, worse in zip(*np.nonzero(above), strict=True):
        pair = projects.iloc[[worse, better]]
        ranking = model.rank_probabilities(pair, weight, 50, sway=0.3, shared=shared)
        assert ranking.probabilities[1].to_list() == [0, 1]


@given(projects=PROJECTS, shared=st.booleans())
def test_domination_is_an_order_and_holds_for_shared_errors_where_it_holds_for_own_ones(projects, shared):
    above = order.dominates(projects, shared=shared).to_numpy()
    assert not (above & above.T).any()
    assert not ((above.astype(int) @ above.astype(int) > 0) & ~above).any()
    assert not (order.dominates(projects).to_numpy() & ~order.dominates(projects, shared=True).to_numpy()).any()


@given(projects=PROJECTS, weight=WEIGHT, shared=st.booleans(), seed=st.integers(0, 99))
def test_draws_and_ranks_tell_the_same(projects, weight, shared, seed):
    scores = model.draws(projects, weight, FEW, seed, shared=shared)
    ranking = model.rank_probabilities(projects, weight, FEW, seed, shared=shared)
    # Scores that are nearly equal are left out: there, the rule for equal ones decides.
    gaps = np.diff(np.sort(scores.to_numpy(), axis=1), axis=1)
    if (gaps > 1e-6).all():
        counted = scores.rank(axis=1, ascending=False)
        for rank in range(1, len(projects) + 1):
            assert (counted == rank).mean().to_numpy() == pytest.approx(ranking.probabilities[rank].to_numpy())
        plain = pd.Series(range(1, len(projects) + 1), index=model.plain_order(projects, weight))
        assert ranking.changed == pytest.approx((counted != plain[projects.index]).any(axis=1).mean())


@given(projects=PROJECTS, shared=st.booleans(), seed=st.integers(0, 99))
def test_draws_stay_in_the_range_of_each_project(projects, shared, seed):
    for weight, name in ((1, "impact"), (0, "feasibility")):
        off = (model.draws(projects, weight, FEW, seed, shared=shared) - projects[name]).abs().max()
        assert (off <= projects[f"{name}_spread"] + 1e-12).all()


@given(projects=PROJECTS, weight=WEIGHT)
def test_the_size_of_the_parts_changes_nothing(projects, weight):
    whole = model.rank_probabilities(projects, weight, FEW, sway=0.1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(model, "_CHUNK", 7)
        parts = model.rank_probabilities(projects, weight, FEW, sway=0.1)
    pd.testing.assert_frame_equal(whole.probabilities, parts.probabilities)
    assert whole.changed == parts.changed


@given(projects=PROJECTS, weight=WEIGHT, shared=st.booleans())
def test_no_draw_leaves_the_span_of_its_project(projects, weight, shared):
    spans = model.spans(projects, weight)
    drawn = model.draws(projects, weight, FEW, shared=shared)
    assert (drawn.min() >= spans["low"] - 1e-9).all()
    assert (drawn.max() <= spans["high"] + 1e-9).all()
    assert spans["score"].to_numpy() == pytest.approx(model.combined(projects, weight).to_numpy())
    assert (spans["low"] + spans["high"]).to_numpy() == pytest.approx(2 * spans["score"].to_numpy())


def test_stretching_changes_the_ranges_and_not_the_scores():
    wide, none = model.stretched(PORTFOLIO, 2), model.stretched(PORTFOLIO, 0)
    assert (wide["impact_spread"] == 2 * PORTFOLIO["impact_spread"]).all()
    assert (none["feasibility_spread"] == 0).all()
    assert wide["impact"].equals(PORTFOLIO["impact"])
    half = [table["high"] - table["low"] for table in (model.spans(PORTFOLIO, 0.3), model.spans(wide, 0.3))]
    assert half[1].to_numpy() == pytest.approx(2 * half[0].to_numpy())


# Moving weights ------------------------------------------------------------------------------------------------------


@given(projects=CERTAIN)
def test_two_projects_change_places_at_a_swap_and_nowhere_else(projects):
    for swap in order.swaps(projects).itertuples():
        assert 0 < swap.weight < 1
        level = model.combined(projects, swap.weight)
        assert level[swap.low] == pytest.approx(level[swap.high])
        before, after = (model.combined(projects, swap.weight + side * 1e-4) for side in (-1, 1))
        assert before[swap.low] > before[swap.high]
        assert after[swap.low] < after[swap.high]
    stops = [0, *order.swaps(projects)["weight"], 1]
    for low, high in itertools.pairwise(stops):
        if high - low > 1e-6:
            inside = [low + share * (high - low) for share in (0.1, 0.5, 0.9)]
            assert len({tuple(model.plain_order(projects, weight)) for weight in inside}) == 1


@given(projects=CERTAIN, weight=WEIGHT)
def test_the_order_stays_within_its_range_of_weights_and_changes_beyond(projects, weight):
    low, high = order.same_order(projects, weight)
    assert low <= weight + 1e-9
    assert high >= weight - 1e-9
    if low + 1e-6 < weight < high - 1e-6:
        ranked = model.plain_order(projects, weight)
        assert model.plain_order(projects, low + 1e-7) == ranked == model.plain_order(projects, high - 1e-7)
        if low > 1e-6:
            assert model.plain_order(projects, low - 1e-7) != ranked
        if high < 1 - 1e-6:
            assert model.plain_order(projects, high + 1e-7) != ranked


def test_how_often_the_order_changes_is_the_part_of_the_weights_beyond_the_swaps():
    certain = PORTFOLIO.assign(impact_spread=0.0, feasibility_spread=0.0)
    low, high = order.same_order(certain, 0.5)
    for sway in (0.02, 0.1, 0.5):
        stays = min(high, 0.5 + sway) - max(low, 0.5 - sway)
        changed = model.rank_probabilities(certain, 0.5, 10_000, sway=sway).changed
        assert changed == pytest.approx(1 - stays / (2 * sway), abs=0.02)


# Closed forms --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("gap", "spread"), [(0, 1), (0.5, 1), (1, 2), (1.5, 1), (3, 1)])
def test_two_projects_with_equal_ranges_change_places_as_often_as_the_triangle_says(gap, spread):
    projects = table([(5 + gap, spread, 5, 0), (5, spread, 5, 0)])
    behind = max(2 * spread - gap, 0) ** 2 / (2 * (2 * spread) ** 2)
    ranking = model.rank_probabilities(projects, 1, 10_000)
    assert ranking.probabilities.loc["p0", 2] == pytest.approx(behind, abs=4 * 0.5 / 100)
    assert ranking.changed == ranking.probabilities.loc["p0", 2]


def test_equal_projects_share_the_ranks_equally():
    ranking = model.rank_probabilities(table([(5, 1, 5, 1)] * 4), 0.5, 10_000)
    assert ranking.probabilities.to_numpy() == pytest.approx(0.25, abs=4 * 0.43 / 100)


def test_who_errs_alike_keeps_the_order_if_the_ranges_are_equally_wide():
    projects = PORTFOLIO.assign(impact_spread=2.0, feasibility_spread=1.0)
    assert model.rank_probabilities(projects, 0.5, 1000, shared=True).changed == 0
    assert model.rank_probabilities(projects, 0.5, 1000).changed > 0.5


def test_among_equals_the_less_certain_one_is_more_often_first_and_more_often_last():
    projects = table([(5, 2, 5, 2), (5, 0.5, 5, 0.5), (5, 0.5, 5, 0.5)])
    chances = model.rank_probabilities(projects).probabilities
    assert chances.loc["p0", 1] > 0.4
    assert chances.loc["p0", 3] > 0.4


def test_the_same_seed_gives_the_same_and_another_one_nearly():
    one, again, other = (model.rank_probabilities(PORTFOLIO, 0.5, 10_000, seed).probabilities for seed in (1, 1, 2))
    pd.testing.assert_frame_equal(one, again)
    assert not one.equals(other)
    assert other.to_numpy() == pytest.approx(one.to_numpy(), abs=0.03)


# The portfolio, and bad input ----------------------------------------------------------------------------------------


def test_the_robots_feasibility_is_the_pyramids():
    assert PORTFOLIO.loc["grasp by sight", "feasibility"] == round(pyramid.score(pyramid_questions.ROBOT).total / 10, 1)
    assert model.plain_order(PORTFOLIO)[0] == "grasp by sight"


def test_the_third_is_more_often_first_than_the_second_whose_range_is_narrow():
    order = model.plain_order(PORTFOLIO)
    first = model.rank_probabilities(PORTFOLIO).probabilities[1]
    assert order[1:3] == ["foresee wear", "sort returns"]
    assert first["sort returns"] - first["foresee wear"] > 4 * np.sqrt(2 * 0.15 / model.COUNT)


WRONG = [
    (lambda: model.combined([1, 2]), TypeError, "pandas DataFrame"),
    (lambda: model.combined(PORTFOLIO.iloc[:0]), ValueError, "is empty"),
    (lambda: model.combined(PORTFOLIO.drop(columns="impact_spread")), ValueError, "no column 'impact_spread'"),
    (lambda: model.combined(PORTFOLIO.assign(impact=11.0)), ValueError, "from 0 to 10"),
    (lambda: model.rank_probabilities(PORTFOLIO.assign(impact_spread=-1.0)), ValueError, "from 0 to 10"),
    (lambda: model.rank_probabilities(PORTFOLIO.assign(impact=np.nan)), ValueError, "from 0 to 10"),
    (lambda: model.plain_order(PORTFOLIO.iloc[[0, 0]]), ValueError, "'grasp by sight' is there twice"),
    (lambda: model.rank_probabilities(table([(1, 1, 1, 1)] * 2001)), ValueError, "at most 2,000"),
    (lambda: model.rank_probabilities(PORTFOLIO, 1.5), ValueError, "weight of impact"),
    (lambda: model.rank_probabilities(PORTFOLIO, "half"), TypeError, "weight of impact"),
    (lambda: model.rank_probabilities(PORTFOLIO, count=0), ValueError, "number of draws"),
    (lambda: model.rank_probabilities(PORTFOLIO, sway=-0.1), ValueError, "sway"),
    (lambda: model.draws(PORTFOLIO, count=10_000_000), ValueError, "number of draws"),
    (lambda: model.top(model.rank_probabilities(PORTFOLIO, count=5), 7), ValueError, "k must be"),
    (lambda: order.swaps(None), TypeError, "pandas DataFrame"),
    (lambda: order.same_order(PORTFOLIO, -1), ValueError, "weight of impact"),
    (lambda: model.stretched(PORTFOLIO, -1), ValueError, "The factor"),
    (lambda: model.stretched(PORTFOLIO, 100), ValueError, "from 0 to 10"),
    (lambda: model.spans(PORTFOLIO, 2), ValueError, "weight of impact"),
    (lambda: order.dominates("all"), TypeError, "pandas DataFrame"),
]


@pytest.mark.parametrize(("call", "kind", "says"), WRONG)
def test_bad_input_gets_one_clear_sentence(call, kind, says):
    with pytest.raises(kind) as caught:
        call()
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
