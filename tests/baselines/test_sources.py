"""The six families: both sides, floors told from ceilings, and each with its own trap."""

import pytest
from mlprojects.baselines import figures_people, sources


def test_six_families_on_two_sides():
    table = sources.table()
    assert len(table) == 6
    assert list(table.index[table["side"] == sources.EXTERNAL]) == ["requirements", "published results"]
    assert set(table["side"]) == set(sources.SIDES)


def test_floors_are_what_you_make_and_only_people_are_near_the_ceiling():
    table = sources.table()
    assert list(table.index[table["tells"] == sources.CEILING]) == ["people"]
    assert list(table.index[table["tells"] == sources.FLOOR]) == ["constant", "script", "simple model"]
    assert list(table.index[table["tells"] == sources.TARGET]) == ["requirements"]
    assert list(table.index[table["tells"] == sources.HINT]) == ["published results"], "nobody asks for them"


def test_every_word_is_one_of_the_known_and_every_text_is_its_own():
    table = sources.table()
    assert set(table["tells"]) == set(sources.TELLS)
    assert set(table["effort"]) == set(sources.EFFORTS)
    assert table["robot"].is_unique
    assert table["trap"].is_unique
    assert table["trap"].str.endswith(".").all()


def test_the_picture_has_a_place_for_each():
    assert figures_people.EFFORTS == sources.EFFORTS
    assert set(figures_people.HEIGHTS) == set(sources.table().index)
    for family in sources.FAMILIES:
        assert int(figures_people.HEIGHTS[family.name]) == sources.TELLS.index(family.tells)


def test_an_unknown_family_is_told():
    assert sources.family("people").tells == sources.CEILING
    with pytest.raises(ValueError, match="may be 'requirements', 'published results'"):
        sources.family("luck")
