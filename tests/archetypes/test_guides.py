"""The dozen questions: each asked by a guide at a named place, met or not for a reason, and told how to meet it."""

import re

import pytest
from mlprojects.archetypes import guides

CHAPTERS = {
    "User Needs + Defining Success",
    "Mental Models",
    "Explainability + Trust",
    "Feedback + Control",
    "Errors + Graceful Failure",
}
"""Those of Google's guidebook that are used."""


def test_there_are_twelve_of_different_names_and_each_guide_asks_some():
    names = [each.name for each in guides.CHECKS]
    assert len(names) == len(set(names)) == 12
    asked = {guide for each in guides.CHECKS for guide in each.asked_by}
    assert asked == set(guides.GUIDES)


@pytest.mark.parametrize("each", guides.CHECKS, ids=lambda each: each.name)
def test_each_names_a_place_that_its_guide_has(each):
    assert each.asked_by
    assert each.asks.endswith("?")
    assert list(each.asked_by) == [guide for guide in guides.GUIDES if guide in each.asked_by], "always in one order"
    for guide, place in each.asked_by.items():
        if guide == guides.MICROSOFT:
            numbers = [int(number) for number in re.findall(r"G(\d+)", place)]
            assert numbers
            assert all(1 <= number <= 18 for number in numbers)
        if guide == guides.SPOTIFY:
            assert place in {"principle 1", "principle 2", "principle 3"}
        if guide == guides.GOOGLE:
            assert place in CHAPTERS


def test_every_principle_of_spotify_is_met_once():
    places = [each.asked_by[guides.SPOTIFY] for each in guides.CHECKS if guides.SPOTIFY in each.asked_by]
    assert places == ["principle 1", "principle 2", "principle 3"]


@pytest.mark.parametrize("each", guides.CHECKS, ids=lambda each: each.name)
def test_each_verdict_has_a_sentence_and_a_question_not_met_has_a_remedy(each):
    for product in guides.PRODUCTS:
        assert each.of(product).why.endswith(".")
        assert each.of(product).verdict != guides.NOT_YET or each.remedy.endswith(".")
    assert each.email.why != each.grasp.why


def test_each_product_meets_some_questions_that_the_other_does_not():
    verdicts = guides.verdicts()
    email, grasp = (verdicts[product] == guides.MET for product in (guides.EMAIL, guides.GRASP))
    assert (email & ~grasp).any()
    assert (grasp & ~email).any()
    assert (~email & ~grasp).any()


def test_the_checklist_is_the_checks_in_order():
    table = guides.checklist(guides.EMAIL)
    assert list(table.index) == [each.name for each in guides.CHECKS]
    assert table["verdict"].to_list() == [each.email.verdict for each in guides.CHECKS]
    assert set(guides.verdicts().to_numpy().ravel()) == set(guides.VERDICTS)
    assert table["asked by"].iloc[2] == "Spotify"


def test_at_least_so_many_guides_ask_fewer_and_fewer_questions():
    counts = [guides.shared(number) for number in range(1, len(guides.GUIDES) + 1)]
    assert counts[0] == len(guides.CHECKS)
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) == sum(len(each.asked_by) for each in guides.CHECKS)


def test_bad_input_is_refused_in_one_sentence():
    with pytest.raises(ValueError, match="product 'Robot' is not known"):
        guides.checklist("Robot")
    with pytest.raises(ValueError, match="question 'Why' is not known"):
        guides.check("Why")
    with pytest.raises(ValueError, match="verdict 'yes' is not known"):
        guides.Found("yes", "")
    with pytest.raises(ValueError, match="The number of guides must be a number from 1 to 4; got 5"):
        guides.shared(5)
