"""The robot's key questions are those of the archetypes, and its three designs follow from two decisions."""

import pytest
from mlprojects.archetypes import key_questions
from mlprojects.archetypes.archetype_table import ARCHETYPES, NAMES, SOFTWARE, archetype


@pytest.mark.parametrize("name", NAMES)
def test_the_questions_are_those_of_the_table_word_for_word(name):
    asked = list(key_questions.asked_of(name).index)
    told = ARCHETYPES["questions"][name]
    assert " ".join(asked) == told.replace(" to make it that good?", "?")


@pytest.mark.parametrize("name", NAMES)
def test_each_design_is_the_archetype_that_its_facts_make(name):
    assert archetype(**key_questions.FACTS[name]) == name
    assert key_questions.DESIGNS[name]


def test_today_the_robot_is_what_the_lecture_calls_it():
    assert key_questions.TODAY == SOFTWARE
    assert "in place of the old program" in key_questions.DESIGNS[key_questions.TODAY]


@pytest.mark.parametrize("name", NAMES)
def test_each_archetype_has_one_open_question_and_says_what_it_would_take(name):
    asked = key_questions.asked_of(name)
    assert asked["open"].sum() == 1
    assert (asked["takes"].str.len() > 20).all()
    assert not asked["answer"].duplicated().any()


def test_every_question_called_open_is_one_of_the_questions():
    assert set(key_questions.OPEN) <= set(key_questions.KEY_QUESTIONS["question"])


def test_another_archetype_is_refused():
    with pytest.raises(ValueError, match="archetype 'Robot' is not known"):
        key_questions.asked_of("Robot")
