"""One made-up portfolio and the failure rates that can be made of it."""

import pytest
from mlprojects.welcome import counting, model


def test_the_ideas_go_one_step_after_the_other_and_only_what_is_in_production_ends_well():
    ideas = model.ideas()
    assert len(ideas) == model.IDEAS == 60
    for earlier, later in (("listed", "started"), ("started", "pilot"), ("pilot", "production")):
        assert not (ideas[later] & ~ideas[earlier]).any()
        assert ideas[later].sum() < ideas[earlier].sum()
    for end in counting.ENDS:
        assert not (ideas[end] & ~ideas["production"]).any()


def test_those_that_came_farthest_stand_first():
    reached = model.ideas()[list(counting.STEPS)].sum(axis="columns")
    assert reached.is_monotonic_decreasing


def test_every_way_of_counting_is_a_share_of_those_counted():
    rates = model.failure_rates()
    assert len(rates) == len(model.DEFINITIONS) * len(model.DENOMINATORS) * len(model.METHODS) == 32
    assert (rates["failing"] <= rates["counted"]).all()
    assert (rates["counted"] >= 10).all()
    for way, row in rates.iterrows():
        table = model.judged(*way)
        assert not (table["fails"] & ~table["counted"]).any()
        assert row["rate"] == table["fails"].sum() / table["counted"].sum()
        assert model.failure_rate(*way) == tuple(row)


def test_nobody_fails_by_definition_exactly_where_the_two_columns_are_one():
    assert model.cannot_fail("never in production", "all in production")
    for (definition, denominator, _), row in model.failure_rates().iterrows():
        assert not model.cannot_fail(definition, denominator) or row["failing"] == 0
        # The portfolio could be drawn so that some other way of counting finds no failure; this one has none such.
        assert (row["failing"] == 0) == model.cannot_fail(definition, denominator)
    with pytest.raises(ValueError, match="The denominator 'mine' is not known"):
        model.cannot_fail("never in production", "mine")


def test_the_same_ideas_give_nearly_any_rate():
    rates = model.failure_rates()["rate"]
    assert rates.min() == 0
    assert round(rates.max(), 2) == 0.87


def test_a_stricter_definition_never_lowers_the_rate():
    rates = model.failure_rates()["rate"].unstack("definition")
    for stricter in ("not all that was promised", "no measured profit in a year", "not used any more"):
        assert (rates[stricter] >= rates["never in production"]).all()


def test_a_later_denominator_never_raises_the_rate_of_what_never_came_into_production():
    rates = model.failure_rates().loc["never in production"]["rate"].unstack("method")
    assert rates.loc[list(model.DENOMINATORS), "from the records"].is_monotonic_decreasing


def test_the_survey_flatters_since_those_with_success_answer_more():
    ideas, rates = model.ideas(), model.failure_rates()["rate"].unstack("method")
    assert ideas["answers"][ideas["production"]].mean() > ideas["answers"][~ideas["production"]].mean()
    everybody = rates.xs("all ideas listed", level="denominator")
    assert (everybody["from a survey"] < everybody["from the records"]).all()


@pytest.mark.parametrize(
    ("way", "says"),
    [
        (("bad", "all pilots", "from a survey"), "The definition 'bad' is not known"),
        (("never in production", "some", "from a survey"), "The denominator 'some' is not known"),
        (("never in production", "all pilots", "guessed"), "The method 'guessed' is not known"),
    ],
)
def test_unknown_words_are_refused_with_those_known(way, says):
    with pytest.raises(ValueError, match=says):
        model.failure_rate(*way)
