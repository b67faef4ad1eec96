"""The questions of all lessons as texts: short reasons, none used twice, and no way to guess what is right.

That right passes and that each wrong option has a reason and a misconception of its own is in `test_lessons`.
"""

from collections import Counter
from itertools import combinations

import pytest
from items import right_place, words
from wings import lessons

LESSONS = [pytest.param(lesson, id=wing) for wing, lesson in lessons().items()]
SIDES = {("line_35", "line_21")}
"""Two questions on the same curves, each the other's mirror."""


def choices(lesson):
    return {question.name: question.entry for question in lesson.QUESTIONS if "options" in question.entry}


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_reason_is_a_sentence_or_two(lesson):
    for name, entry in choices(lesson).items():
        for option in entry["options"]:
            assert 30 < len(option["why"]) <= 200, (name, option)


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_text_of_the_questions_stands_there_twice(lesson):
    texts = [option["why"] for entry in choices(lesson).values() for option in entry["options"]]
    for question in lesson.QUESTIONS:
        texts += [question.entry["prompt"], question.entry["solution"], *question.entry.get("hints", [])]
    assert [text for text, times in Counter(texts).items() if times > 1] == []


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_reason_is_nearly_that_of_another_question(lesson):
    reasons = [(name, words(option["why"])) for name, entry in choices(lesson).items() for option in entry["options"]]
    pairs = {
        (name, other)
        for (name, one), (other, two) in combinations(reasons, 2)
        if name != other and len(one & two) > 0.6 * min(len(one), len(two))
    }
    assert pairs <= SIDES


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_longest_option_is_seldom_the_right_one(lesson):
    lengths = {
        name: [len(option["text"]) for option in entry["options"]]
        for name, entry in choices(lesson).items()
        if entry["kind"] == "one"
    }
    longest = [name for name, each in lengths.items() if each[right_place(choices(lesson)[name])] == max(each)]
    assert len(longest) <= len(lengths) / 2, longest


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_right_option_stands_in_every_place_and_in_none_too_often(lesson):
    places = Counter(right_place(entry) for entry in choices(lesson).values())
    assert len(places) >= 4
    assert max(places.values()) <= places.total() / 2
