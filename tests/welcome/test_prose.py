"""Every number in the notebook's prose is what the model computes, or what a cited claim says."""

from mlprojects.welcome import lesson, model
from prose import left_over, prose

STEM = "00_welcome"


def fragments():
    own = model.own_chance(0.3, shared=0.1)
    claims = model.CLAIMS
    return [
        "a *shared risk*: the same supplier",
        f"With a shared risk of {100 * 0.1:g} %, each",
        f"just as bad, {100 * own:.0f} % each",
        "What is “85 % fail” worth?",
        "85 % of AI projects fail, says a slide",
        "he has also seen 87 %",
        *(claim.claim for claim in claims),
        "report RRA2680-1",
        # Gartner's survey, retold by techcircle.in; see claims.py.
        "the 53 % that got through in the 2019 edition of that survey into 53 % that do not",
        f"Here are {len(model.ideas())} ideas",
        f"The two extremes of the {len(model.failure_rates())} ways",
        "then 100 % is the wrong target",
        f"sink {100 * model.OUR_RISK:g} % of the projects that meet it",
        f"and research {100 * model.OUR_RESEARCH_RISK:g} %",
        "asked 65 experienced people",
        "somebody follows the 87 %",
    ]


def test_every_number_in_the_prose_is_a_computed_or_a_cited_one():
    assert left_over(STEM, fragments()) == []


def test_the_seven_numbers_are_the_seven_claims():
    text = " ".join(prose(STEM).split())
    assert "Here are seven such numbers" in text
    assert len(model.CLAIMS) == 7
    for claim in model.CLAIMS:
        assert claim.url in text, claim.short
        assert f", {claim.year}." in text, claim.short


def test_a_shared_risk_has_a_ceiling():
    assert 0.1 in lesson.SHARED
    assert 0.89 < model.at_least(100, 0.3, shared=0.1) <= 0.9


def test_it_takes_all_four_causes_to_double_what_is_left():
    now, three, all_four = (model.project_chance(model.AVOIDABLE[:removed]) for removed in (0, 3, 4))
    assert three < 2 * now <= all_four


def test_which_of_the_causes_the_study_names_too():
    assert len(model.RAND_CAUSES) == 5
    assert "Beside its five root causes" in " ".join(prose(STEM).split())
    assert "65 interviews" in model.CLAIMS[5].kind
    assert set(model.AVOIDABLE) - set(model.RAND_CAUSES.iloc[:, 0]) == {"badly managed"}
