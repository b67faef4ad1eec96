"""The symptom cards: they cover the diagram, every wrong arrow has its own reason, and their sums are right."""

from collections import Counter
from itertools import pairwise
from math import comb

import pytest
from items import right, right_place, said, words
from mlprojects.lifecycle.diagram import LOOPS
from mlprojects.lifecycle.texts import TEXTS

SERIES = TEXTS.entry("series", "symptoms")
PAGES = SERIES["pages"]
CARDS = [first for first, _ in PAGES]
ENTRIES = {name: TEXTS.entry("questions", name) for page in PAGES for name in page}
REASONS = {loop.arrow: loop.reasons for loop in LOOPS}
OPTIONS = {
    (2, 1): "2 → 1: another task or another label",
    (3, 2): "3 → 2: more or better data",
    (3, 1): "3 → 1: revisit goal or requirements",
    (4, 3): "4 → 3: improve the model",
    (4, 2): "4 → 2: data from the field",
    (4, 1): "4 → 1: revisit metric or requirements",
    None: "No arrow back: go on",
}
COVERAGE = {
    "cup_labels": ((2, 1), {"easier to label"}),
    "vineyard": ((4, 2), {"do not match"}),
    "fruit_till": ((3, 2), {"overfits"}),
    "invoice_amounts": ((4, 1), {"does not drive", "how sure it is"}),
    "pose_limits": ((3, 1), {"requirements"}),
    "potato_belt": (None, set()),
    "bedroom_cameras": ((2, 1), {"hard to get"}),
    "lab_cups": ((4, 3), {"evaluation set"}),
    "call_topics": ((3, 2), {"unreliable"}),
    "luggage_cart": ((4, 2), {"more data", "hard cases"}),
    "reply_suggestions": ((4, 1), {"real world"}),
    "car_dents": ((3, 1), {"too hard"}),
    "phone_translation": ((4, 3), {"evaluation set"}),
    "town_letters": (None, set()),
}
"""Each card's arrow, and words of each of the diagram's reasons that it tells."""


# Coverage -------------------------------------------------------------------------------------------------------------


def test_the_prompt_counts_the_cards():
    assert len(PAGES) == len(COVERAGE) == 14
    assert "Fourteen cards" in SERIES["prompt"]


def test_each_page_is_a_card_and_its_reason_and_no_question_is_left_over():
    assert all(second == f"{first}_reason" for first, second in PAGES)
    in_file = {
        name for name, entry in TEXTS.parts["questions"].items() if _has_seven(entry) or name.endswith("_reason")
    }
    assert in_file == set(ENTRIES)


def _has_seven(entry):
    return [option["text"] for option in entry.get("options", [])] == list(OPTIONS.values())


@pytest.mark.parametrize("name", CARDS)
def test_every_card_offers_the_same_seven_options_and_its_arrow_is_right(name):
    assert _has_seven(ENTRIES[name])
    arrow, _ = COVERAGE[name]
    assert right(ENTRIES[name])["text"] == OPTIONS[arrow]
    assert ENTRIES[name]["solution"].startswith(OPTIONS[arrow][:5])


def test_the_options_are_the_arrows_of_the_diagram_and_no_arrow():
    assert {key for key in OPTIONS if key} == set(REASONS)
    assert all(text.startswith(f"{key[0]} → {key[1]}: ") for key, text in OPTIONS.items() if key)


def test_every_arrow_is_right_twice_and_so_is_none():
    counts = Counter(arrow for arrow, _ in COVERAGE.values())
    assert counts == dict.fromkeys(OPTIONS, 2)


@pytest.mark.parametrize(("arrow", "reasons"), REASONS.items(), ids=OPTIONS.get)
def test_every_reason_of_the_diagram_is_told_by_a_card_and_no_other(arrow, reasons):
    words = set().union(*(words for at, words in COVERAGE.values() if at == arrow))
    assert all(any(word in reason for word in words) for reason in reasons)
    assert all(sum(word in reason for reason in reasons) == 1 for word in words)


def test_no_two_cards_in_a_row_call_for_the_same_arrow():
    arrows = [COVERAGE[name][0] for name in CARDS]
    assert all(one != other for one, other in pairwise(arrows))


# Reasons --------------------------------------------------------------------------------------------------------------


def test_no_two_second_steps_offer_the_same_option():
    offered = Counter(option["text"] for _, second in PAGES for option in ENTRIES[second]["options"])
    assert max(offered.values()) == 1


def test_second_steps_cannot_be_answered_by_place_or_length():
    seconds = [second for _, second in PAGES]
    assert all(3 <= len(ENTRIES[name]["options"]) <= 4 for name in seconds)
    places = Counter(right_place(ENTRIES[name]) for name in seconds)
    assert set(places) == {0, 1, 2, 3}
    assert max(places.values()) <= 4
    lengths = {name: [len(option["text"]) for option in ENTRIES[name]["options"]] for name in seconds}
    longest = [name for name, each in lengths.items() if each[right_place(ENTRIES[name])] == max(each)]
    assert len(longest) <= len(seconds) // 3


def test_the_right_arrow_does_not_give_the_reason_away():
    for first, second in PAGES:
        answer = words(right(ENTRIES[first])["why"])
        reason = words(right(ENTRIES[second])["text"])
        assert len(answer & reason) <= 0.5 * len(reason), first


def test_the_misconceptions_that_the_lecture_is_against_all_occur():
    names = Counter(option.get("misconception") for entry in ENTRIES.values() for option in entry["options"])
    for name in ("waterfall", "going back is failure", "phase 3 is the project", "deployment ends it"):
        assert names[name], name
    assert names["only adjacent arrows exist"]


# Sums -----------------------------------------------------------------------------------------------------------------

SUMS = [
    ("cup_labels", f"which is {6000 // 150} weeks"),
    ("cup_labels", f"costs {6000 // 150} weeks"),
    ("cup_labels", f"{6000 // 60} hours"),
    ("cup_labels_reason", f"{6000 // 150 // 2} weeks"),
    ("cup_labels_reason", "a thirtieth"),
    ("vineyard", "more than one answer in three is wrong"),
    ("fruit_till", "300 to 600 pictures"),
    ("fruit_till_reason", f"{71 - 60} points"),
    ("bedroom_cameras", f"{9 * 12 // 3} patients"),
    ("lab_cups", "one point short of 90 %"),
    ("call_topics", "one call in four"),
    ("phone_translation", "more than twice"),
    ("town_letters", f"so {41 + 45} of {50 + 50} in all"),
    ("town_letters", f"{41 + 45} of {50 + 50} in use"),
    ("town_letters", f"41 of 50 is {100 * 41 // 50} %"),
    ("town_letters", f"Of 50 letters at 88 %, {88 * 50 // 100} go right"),
]


@pytest.mark.parametrize(("name", "told"), SUMS)
def test_what_is_computed_from_a_story_is_said_in_it(name, told):
    assert told in said(ENTRIES[name])


def test_comparisons_in_the_stories_hold():
    assert 100 - 62 > 100 / 3
    assert (1 / 8) / (1 / 20) > 2
    assert 150 * 0.5 == 2 * 37.5  # two people, a working week each
    assert round((100 - 76) / 100 * 4) == 1
    assert 41 / 50 < 0.85 <= 86 / 100 < 0.88 < 45 / 50


def test_a_dip_of_three_letters_is_ordinary_chance():
    chance = [comb(50, right) * 0.88**right * 0.12 ** (50 - right) for right in range(51)]
    assert sum(chance) == pytest.approx(1)
    assert sum(right * p for right, p in enumerate(chance)) == pytest.approx(44)
    assert sum(chance[41:48]) > 0.8
    assert sum(chance[:42]) > 0.1
