"""The seven claims: complete, cited, and in the notebook as in the table."""

import re

import pytest
from mlprojects.course.house import NOTEBOOKS
from mlprojects.welcome import model

NOTEBOOK = (NOTEBOOKS / "00_welcome.py").read_text(encoding="utf-8")
PROSE = " ".join(re.sub(r"^# ?", "", line) for line in NOTEBOOK.splitlines()).replace("  ", " ")
PROSE = " ".join(PROSE.split())


def test_seven_claims_of_which_one_states_all_three():
    table = model.failure_claims()
    assert len(table) == 7
    assert table.index.is_unique
    assert model.complete() == ["46 % stop after a pilot"]
    assert (table.isin(model.ANSWERS).sum(axis="columns") == 3).all()


def test_the_complete_one_has_the_lowest_rate():
    rates = {claim.short: int(re.search(r"\d+", claim.short)[0]) for claim in model.CLAIMS}
    assert min(rates, key=rates.get) == model.complete()[0]


@pytest.mark.parametrize("claim", model.CLAIMS, ids=lambda claim: claim.short)
def test_a_claim_says_what_its_short_name_says_and_carries_its_source(claim):
    assert re.search(r"\d+", claim.short)[0] in re.findall(r"\d+", claim.claim)
    assert 2017 <= claim.year <= 2025
    assert re.fullmatch(r"https?://\S+", claim.url)
    for verdict, found in (claim.definition, claim.denominator, claim.method):
        assert verdict in model.ANSWERS
        assert re.fullmatch(r"\S.*\.", found)
    assert claim.retold.endswith(".")


@pytest.mark.parametrize(
    ("place", "claim"), list(enumerate(model.CLAIMS, 1)), ids=lambda value: getattr(value, "short", "")
)
def test_the_notebook_lists_it_in_the_same_words_with_its_link(place, claim):
    assert f"{place}. {claim.claim}: [{claim.source}][{place}], {claim.year}." in PROSE
    assert f"# [{place}]: {claim.url}\n" in NOTEBOOK


def test_the_first_is_the_one_on_the_lectures_slide():
    assert "Pactera" in model.CLAIMS[0].source
    assert "The first is the one on the slide" in PROSE


def test_an_unknown_claim_is_refused_with_those_known():
    with pytest.raises(ValueError, match="The claim '99 %' is not known; it may be '85 % break promises'"):
        model.claim("99 %")
