"""Four stories of flywheels: each link is the broken one once, none once, and each reason is its own story's."""

import pytest
from items import right_place, said
from mlprojects.archetypes.flywheel import LINKS
from mlprojects.archetypes.texts import TEXTS
from mlprojects.engine import Series

PAGES = TEXTS.entry("series", "broken_link")["pages"]
STORIES = [page[0] for page in PAGES]
STEPS = [name for page in PAGES for name in page[1:]]
ENTRIES = {name: TEXTS.entry("questions", name) for name in (*STORIES, *STEPS)}
BROKEN = {"washing_dial": 2, "menu_photos": 0, "bird_calls": 3, "mail_folders": 1}
NONE = "None: it turns"


def test_the_prompt_counts_stories_links_and_second_steps():
    prompt = TEXTS.entry("series", "broken_link")["prompt"]
    assert "Four products" in prompt
    assert "has three" in prompt
    assert "Two of them have a second step" in prompt.replace("\n", " ")
    assert (len(STORIES), len(LINKS), len(STEPS)) == (4, 3, 2)


@pytest.mark.parametrize("name", STORIES)
def test_every_story_offers_the_three_links_or_none_and_the_broken_one_is_right(name):
    expected = [link[0].upper() + link[1:] for link in LINKS]
    assert [option["text"] for option in ENTRIES[name]["options"]] == [*expected, NONE]
    assert right_place(ENTRIES[name]) == BROKEN[name]
    assert ENTRIES[name]["solution"].startswith([*expected, "None"][BROKEN[name]])


def test_each_link_is_broken_once_and_one_wheel_turns():
    assert list(BROKEN) == STORIES
    assert sorted(BROKEN.values()) == [0, 1, 2, 3]


@pytest.mark.parametrize("name", STORIES)
def test_no_story_names_its_link(name):
    prompt = ENTRIES[name]["prompt"].lower()
    assert not any(word in prompt for word in ("→", "flywheel", "wheel", "link", "broken", "loop"))


@pytest.mark.parametrize(
    ("name", "once", "again"),
    [
        ("washing_dial", "from 25 % to 8 %", "From 25 % to 8 %"),
        ("washing_dial", "takes two seconds", "two seconds at a dial"),
        ("menu_photos", "from 40,000 to 90,000", "90,000 people use it"),
        ("menu_photos", "12,000 menus", "the same 12,000 menus"),
        ("bird_calls", "from 31 % to 12 %", "fell from 31 % to 12 %: the model learns"),
        ("bird_calls", "same 2,000 recordings", "On the same 2,000 recordings"),
        ("bird_labels", "at 15 % again, after 12 %", "now taught as truth"),
        ("mail_folders", "300,000 by now", "300,000 are stored"),
        ("mail_folders", "on 20,000 letters", "the first 20,000"),
        ("mail_folders", "18 % into", "18 % wrong, as on the first day"),
    ],
)
def test_reasons_repeat_the_numbers_of_their_story(name, once, again):
    assert once in " ".join(ENTRIES[name]["prompt"].split())
    assert again in said(ENTRIES[name])


def test_numbers_that_hang_together_do():
    assert "errs a third as often" in said(ENTRIES["washing_dial"])
    assert round(25 / 8) == 3
    assert "Users more than doubled" in said(ENTRIES["menu_photos"])
    assert 90_000 > 2 * 40_000
    assert "500,000 people" in said(ENTRIES["menu_first_step"])
    assert "Five times the users" in said(ENTRIES["menu_first_step"])
    assert 5 <= 500_000 / 90_000 < 6


def test_a_second_step_cannot_be_answered_by_place_or_length():
    assert len({right_place(ENTRIES[name]) for name in STEPS}) == len(STEPS)
    for name in STEPS:
        lengths = [len(option["text"]) for option in ENTRIES[name]["options"]]
        assert lengths[right_place(ENTRIES[name])] < max(lengths)


def test_a_second_step_opens_after_its_story():
    series = Series(TEXTS, "broken_link")
    page = series.state()["pages"][1]["items"]
    assert len(page) == 1
    series["menu_photos"].answer("Users → data")
    assert len(series.state()["pages"][1]["items"]) == 2
