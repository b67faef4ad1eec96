"""The deck of sixteen products: what is right follows from two facts, and each reason belongs to its own story."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from items import right, said
from mlprojects.archetypes.archetype_table import NAMES, archetype
from mlprojects.archetypes.texts import TEXTS

PAGES = TEXTS.entry("series", "products")["pages"]
FIRST = [page[0] for page in PAGES]
ALL = [name for page in PAGES for name in page]
ENTRIES = {name: TEXTS.entry("questions", name) for name in ALL}
FACTS = {
    "spam_rules": (True, False),
    "reply_drafts": (False, True),
    "reply_timer": (False, False),
    "refund_bot": (False, False),
    "refund_clerk": (False, True),
    "bridge_cracks": (False, True),
    "night_tomatoes": (False, False),
    "subtitle_draft": (False, True),
    "lift_dispatch": (True, False),
    "shelf_prices": (False, False),
    "weld_inspection": (True, False),
    "truck_convoy": (False, False),
    "late_buses": (True, False),
    "shift_plan": (False, True),
    "chess_coach": (True, False),
    "name_reader": (False, True),
    "lawn_mower": (False, False),
    "court_search": (False, True),
}
"""Of each product: whether written rules did the job before, and whether a person looks at each output first."""


def made(name):
    rules, reviewed = FACTS[name]
    return archetype(rules_before=rules, reviewed=reviewed)


def test_there_are_sixteen_and_two_second_steps_and_the_prompt_says_so():
    prompt = TEXTS.entry("series", "products")["prompt"]
    assert len(PAGES) == 16
    assert [len(page) for page in PAGES if len(page) > 1] == [2, 2]
    assert "Sixteen products" in prompt
    assert "In two of the first four cards one decision changes" in " ".join(prompt.split())
    assert [len(page) for page in PAGES[:4] if len(page) > 1] == [2, 2], "who stops early has met both"
    assert "the other twelve may wait" in " ".join(prompt.split())
    assert list(FACTS) == ALL


@pytest.mark.parametrize("name", ALL)
def test_the_right_archetype_follows_from_the_two_facts(name):
    assert made(name).lower() in right(ENTRIES[name])["text"].lower()
    assert ENTRIES[name]["solution"].startswith(made(name))


@pytest.mark.parametrize("name", FIRST)
def test_a_first_step_offers_the_three_archetypes_alike(name):
    assert tuple(option["text"] for option in ENTRIES[name]["options"]) == NAMES


def test_each_archetype_is_met_five_times_or_six_and_never_twice_in_a_row():
    kinds = [made(name) for name in FIRST]
    assert sorted(Counter(kinds).values()) == [5, 5, 6]
    assert all(one != other for one, other in pairwise(kinds))


@pytest.mark.parametrize("page", [page for page in PAGES if len(page) > 1], ids=lambda page: page[0])
def test_a_second_step_changes_one_decision_and_with_it_the_archetype(page):
    first, second = page
    assert FACTS[first][0] == FACTS[second][0]
    assert FACTS[first][1] != FACTS[second][1]
    assert made(first) != made(second)
    assert "**One decision changes.**" in ENTRIES[second]["prompt"]


def test_the_second_steps_go_both_ways():
    assert {(made(page[0]), made(page[1])) for page in PAGES if len(page) > 1} == {
        ("Human in the loop", "Autonomous"),
        ("Autonomous", "Human in the loop"),
    }


@pytest.mark.parametrize("name", ALL)
def test_no_story_names_an_archetype(name):
    prompt = ENTRIES[name]["prompt"].lower()
    assert not any(word in prompt for word in ("autonom", "in the loop", "software 2.0"))


@pytest.mark.parametrize("name", FIRST)
def test_rules_are_told_of_where_they_did_the_job_before_and_nowhere_else(name):
    told = re.search(r"\b(written rules|table|formula|fixed limits)\b", ENTRIES[name]["prompt"])
    assert bool(told) == FACTS[name][0]


def test_simple_and_clever_models_stand_on_both_sides():
    simple = [name for name in FIRST if re.search(r"simple|handful", ENTRIES[name]["prompt"])]
    clever = [name for name in FIRST if re.search(r"deep|language model|network", ENTRIES[name]["prompt"])]
    assert len({made(name) for name in simple}) == 2
    assert len({made(name) for name in clever}) >= 2


@pytest.mark.parametrize(
    ("name", "once", "again"),
    [
        ("spam_rules", "900 written rules", "The 900 rules"),
        ("reply_timer", "forty open", "with forty open"),
        ("shift_plan", "about a third", "a third of it never"),
        ("shelf_prices", "every hour", "within the hour"),
        ("name_reader", "two buttons", "waits for two buttons"),
    ],
)
def test_reasons_repeat_the_numbers_of_their_story(name, once, again):
    assert once in " ".join(ENTRIES[name]["prompt"].split())
    assert again in said(ENTRIES[name])
