"""The deck on fair comparisons: one case is fair, each other has its own fault, and the stories' numbers hold."""

import re
from collections import Counter

import pytest
from items import right, right_place, said
from mlprojects.baselines.texts import TEXTS

CASES = {
    "mug_photographs": "differ",
    "rare_disease": "share of the ill",
    "hundred_settings": "tuned on the test",
    "quick_people": "more time",
    "same_everything": "Yes",
    "same_patients": "met the test patients",
}
ENTRIES = {name: TEXTS.entry("questions", name) for name in CASES}


def test_there_are_six_and_the_prompt_says_so():
    series = TEXTS.entry("series", "fair")
    assert [name for (name,) in series["pages"]] == list(CASES)
    prompt = said(series, "prompt")
    assert "Six cases." in prompt
    assert "one of them" not in prompt, "the last would be had by elimination"


@pytest.mark.parametrize("name", CASES)
def test_every_case_asks_the_same_and_its_own_fault_is_named(name):
    assert said(ENTRIES[name], "prompt").endswith("Is that fair?")
    assert CASES[name] in right(ENTRIES[name])["text"]
    assert all(option["text"].startswith(("Yes:", "No:")) for option in ENTRIES[name]["options"])
    fair = ENTRIES[name]["solution"].startswith("It is fair")
    assert fair == right(ENTRIES[name])["text"].startswith("Yes")


def test_one_is_fair_and_not_the_last_and_yes_is_offered_every_time():
    assert [name for name in CASES if right(ENTRIES[name])["text"].startswith("Yes")] == ["same_everything"]
    assert list(CASES)[-1] != "same_everything"
    for entry in ENTRIES.values():
        assert sum(option["text"].startswith("Yes") for option in entry["options"]) == 1


def test_it_cannot_be_answered_by_place():
    places = Counter(map(right_place, ENTRIES.values()))
    assert len(places) == 3
    assert max(places.values()) <= 3


def test_no_text_stands_in_the_file_twice_but_for_what_is_shared():
    texts = [option["text"] for entry in ENTRIES.values() for option in entry["options"]]
    whys = [option["why"] for entry in ENTRIES.values() for option in entry["options"]]
    assert len(set(texts)) == len(texts)
    assert len(set(whys)) == len(whys)


# Numbers of the stories -----------------------------------------------------------------------------------------------


def numbers(name):
    return [float(each.replace(",", "")) for each in re.findall(r"\d+(?:,\d{3})*", said(ENTRIES[name], "prompt"))]


def test_the_mugs_differ_by_six_points():
    theirs, ours = numbers("mug_photographs")
    assert theirs - ours == 6


def test_always_healthy_is_as_accurate_as_the_model():
    scans, ill, recall, accuracy = numbers("rare_disease")
    assert 1 - ill / scans == pytest.approx(accuracy / 100)
    assert accuracy - recall == 5
    assert "95 % of these scans" in right(ENTRIES["rare_disease"])["why"]


def test_the_best_of_a_hundred_equal_models_would_be_as_far_ahead_by_luck():
    images, settings, best, once = numbers("hundred_settings")
    spread = 100 * (0.89 * 0.11 / images) ** 0.5
    assert settings == 100
    assert best - once < 2 * spread


def test_people_are_eight_points_ahead():
    *_, people, first, second, model = numbers("quick_people")
    assert (first, second) == (32, 32)
    assert people - model == 8


def test_there_are_as_many_photographs_as_patients_times_ten():
    patients, old, photographs, new = numbers("same_patients")
    assert photographs == 10 * patients
    assert new - old == 9


def test_fifteen_points_on_two_thousand_images_are_more_than_chance():
    images, rule, network = numbers("same_everything")
    error = 100 * ((0.78 * 0.22 + 0.93 * 0.07) / images) ** 0.5
    assert network - rule == 15
    assert 10 * error < 15
