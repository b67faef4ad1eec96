"""What the wing's explorers must keep in every state; that each can be drawn is tested for all wings alike."""

import re

import pytest
from items import drawn, sweep
from matplotlib.text import Text
from mlprojects.welcome import lesson, model, says


def test_the_first_explorer_starts_where_the_first_prediction_asks():
    assert lesson.EXPLORERS[0] is lesson.portfolio
    assert lesson.portfolio.after is lesson.PREDICTIONS[0]
    start = lesson.portfolio.values(lesson.portfolio.key())
    assert start == {"projects": 6, "chance": 0.3, "shared": 0.0}
    assert f"at least one works with a chance of {lesson.at_least_one.truth()} %" in lesson.portfolio.at().says


def test_the_table_of_a_portfolio_sums_to_100_and_never_exceeds_the_ceiling():
    for state, view in sweep(lesson.portfolio):
        chances = view.table["Chance (%)"]
        assert chances.sum() == pytest.approx(100, abs=0.06), state
        assert chances.iloc[1:].sum() <= 100 * (1 - state["shared"]) + 0.06, state
        assert ("Without the shared risk" in view.says) == (state["shared"] > 0), state


def test_the_chance_of_one_project_is_given_on_the_condition_that_it_has():
    for state, view in sweep(lesson.portfolio):
        told = "each if the shared risk does not strike, at least one" in view.says
        assert told == (state["shared"] > 0 and state["projects"] > 1), state


def test_nothing_that_may_fail_is_called_certain():
    for _, view in sweep(lesson.portfolio):
        assert " 100 %" not in view.says
        assert " 0 %" not in view.says


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.8824, "88.2 %"), (0.9, "90 %"), (1, "100 %"), (0.99999, "over 99.9 %"), (0.00001, "under 0.1 %"), (0, "0 %")],
)
def test_shares_in_words(share, text):
    assert says.as_chance(share) == text


def test_each_switch_helps_and_research_risk_is_all_that_stays():
    names = ("scope", "production", "success", "managed")
    left = {
        key: view.table["Left"].iloc[-1]
        for key, view in ((tuple(s.values()), v) for s, v in sweep(lesson.remove_causes))
    }
    for (*switches, research), working in left.items():
        for place in range(len(names)):
            if not switches[place]:
                more = (*switches[:place], True, *switches[place + 1 :], research)
                assert left[more] > working
        if all(switches):
            assert working == pytest.approx(100 * (1 - research))


def test_each_claim_is_told_in_its_own_words():
    for state, view in sweep(lesson.check_the_citation):
        claim = model.claim(state["claim"])
        assert claim.claim in view.says
        assert claim.source in view.says
        assert str(claim.year) in view.says
        found = claim.retold if state["ask"] == lesson.RETOLD else getattr(claim, state["ask"])[1]
        assert view.says.endswith(found)


def test_the_rate_said_is_the_rate_in_the_table():
    for state, view in sweep(lesson.what_counts_as_failing):
        failing, counted, rate = re.search(r"(\d+) of (\d+) ideas? fail, (\d+) %", view.says).groups()
        row = view.table.loc[f"{state['denominator']}, {state['method']}"]
        assert (int(failing), int(counted)) == (row["Failing"], row["Counted"])
        assert ("0 % (by definition)" in view.says) == (row["Failing"] == 0), state
        assert "give 32 rates between 0 % and 87 %, by how one counts." in view.says
        assert int(rate) == pytest.approx(row["Rate (%)"], abs=0.51)


def labels(explorer):
    return [text.get_text() for text in drawn(explorer.at()).findobj(Text)]


def test_the_pictures_show_the_numbers_that_are_said():
    assert "88.2 %" in labels(lesson.portfolio)
    assert "29.9" in labels(lesson.remove_causes)
    assert "41 of 60 made-up ideas fail: 68 %" in labels(lesson.what_counts_as_failing)
    verdicts = [word for word in labels(lesson.check_the_citation) if word in model.ANSWERS]
    table = model.failure_claims()[list(model.ASKS.values())]
    assert sorted(verdicts) == sorted(table.to_numpy().ravel())
