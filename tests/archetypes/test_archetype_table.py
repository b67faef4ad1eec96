"""Two design decisions make an archetype; the table and the chains say the same of who acts."""

import itertools

import pytest
from mlprojects.archetypes import archetype_table as table

BOTH = (False, True)


@pytest.mark.parametrize("reviewed", BOTH)
def test_rules_before_make_software_whoever_looks(reviewed):
    assert table.archetype(rules_before=True, reviewed=reviewed) == table.SOFTWARE


def test_without_rules_before_the_review_decides():
    assert table.archetype(rules_before=False, reviewed=True) == table.LOOP
    assert table.archetype(rules_before=False, reviewed=False) == table.AUTONOMOUS


def test_every_product_is_one_of_the_three_and_each_occurs():
    made = {table.archetype(rules_before=a, reviewed=b) for a, b in itertools.product(BOTH, BOTH)}
    assert made == set(table.NAMES) == set(table.ARCHETYPES.index)


@pytest.mark.parametrize("value", ["yes", 1, None])
def test_anything_but_yes_or_no_is_refused_in_one_sentence(value):
    with pytest.raises(TypeError, match="reviewed must be True or False"):
        table.archetype(rules_before=False, reviewed=value)


def test_a_person_looks_in_the_loop_only_and_before_the_effect():
    assert [name for name, chain in table.CHAINS.items() if table.PERSON in chain] == [table.LOOP]
    chain = table.CHAINS[table.LOOP]
    assert chain.index("model") < chain.index(table.PERSON) < chain.index("effect")
    assert all((chain[0], chain[-1]) == ("input", "effect") for chain in table.CHAINS.values())


def test_autonomous_has_nothing_between_model_and_effect():
    assert table.CHAINS[table.AUTONOMOUS] == ("input", "model", "effect")


def test_each_row_has_three_examples_and_its_questions():
    rows = table.ARCHETYPES
    assert all(len(examples.split(";")) == 3 for examples in rows["examples"])
    assert [questions.count("?") for questions in rows["questions"]] == [3, 2, 3]
    assert not rows.duplicated().any()


def test_one_row_is_read_by_its_name_and_another_is_refused():
    assert table.of(table.LOOP)["acts"] == table.ARCHETYPES["acts"][table.LOOP]
    with pytest.raises(ValueError, match="archetype 'Robot' is not known"):
        table.of("Robot")
