import json

import pytest
from mlprojects.engine import Question
from mlprojects.engine.card import Card
from mlprojects.record import current_ledger
from sample_texts import TEXTS, symptoms

DATA, WORLD = "Back to data collection", "It no longer looks like the world"


def shown(deck):
    """Per card, the names of the questions that its state opens."""
    return [[each["spec"]["item"].removeprefix("sample/") for each in page["items"]] for page in deck.state()["pages"]]


def card_of(deck):
    card = Card(deck)
    deck._cards.add(card)
    sent = []
    card.send = sent.append
    return card, sent


def test_a_second_step_opens_once_the_first_is_right():
    deck = symptoms()
    closed, opened = [["lamps"], ["halved"], ["slow"]], [["lamps", "lamps_reason"], ["halved"], ["slow"]]
    assert shown(deck) == closed
    deck["lamps"].answer("Back to planning")
    assert shown(deck) == closed
    deck["lamps"].answer(DATA)
    assert shown(deck) == opened
    deck["lamps"].answer("Back to planning")
    assert shown(deck) == opened, "what was right once stays open"


def test_nothing_of_a_step_that_is_not_open_reaches_the_page():
    deck = symptoms()
    text = json.dumps([deck.specification(), deck.state()])
    assert "Data it is" not in text, "it would give the first step away"
    assert "misconception" not in text
    assert "The images changed." not in text


def test_a_card_is_done_when_all_its_steps_are_right_and_the_first_open_card_comes_first():
    deck = symptoms()
    assert (deck.done, deck.state()["start"]) == ([False] * 3, 0)
    deck["halved"].answer(5)
    assert (deck.done, deck.state()["start"]) == ([False, True, False], 0)
    deck["lamps"].answer(DATA)
    assert deck.done == [False, True, False]
    deck["lamps_reason"].answer(WORLD)
    assert (deck.done, symptoms().state()["start"]) == ([True, True, False], 2)
    deck["slow"].answer("Back to planning")
    assert (symptoms().done, symptoms().state()["start"]) == ([True] * 3, 0)


def test_an_answer_is_recorded_as_if_the_question_stood_alone():
    card, _ = card_of(symptoms())
    card._hear(card, {"type": "hint", "item": "sample/lamps"}, [])
    card._hear(card, {"type": "answer", "item": "sample/lamps", "value": [2]}, [])
    card._hear(card, {"type": "answer", "item": "sample/halved", "value": "5"}, [])
    kept = [(record.kind, record.item, record.data) for record in current_ledger().records()]
    assert kept == [
        ("hint", "sample/lamps", {"step": 1}),
        (
            "answer",
            "sample/lamps",
            {
                "value": ["Stay in training"],
                "outcome": "wrong",
                "misconceptions": ["training mends data"],
                "hints": 1,
                "try": 1,
            },
        ),
        ("answer", "sample/halved", {"value": 5, "outcome": "right", "hints": 0, "try": 1}),
    ]
    alone = Question(TEXTS, "lamps")
    assert alone.state() == symptoms().state()["pages"][0]["items"][0]["state"]


def test_an_answer_from_code_is_shown_in_the_deck_and_in_the_question_alone():
    deck = symptoms()
    card, _ = card_of(deck)
    alone = Card(deck["lamps"])
    deck["lamps"]._cards.add(alone)
    deck["lamps"].answer(DATA)
    assert len(card.state["pages"][0]["items"]) == 2
    assert alone.state == card.state["pages"][0]["items"][0]["state"]


def test_what_the_page_hears_about_one_card_is_said_there_alone():
    card, sent = card_of(symptoms())
    card._hear(card, {"type": "answer", "item": "sample/slow", "value": []}, [])
    notes = [page["items"][0]["state"]["note"] for page in card.state["pages"]]
    assert notes == ["", "", "Choose an answer first."]
    assert sent == [{"type": "ack"}]


@pytest.mark.parametrize(
    "message", [{"type": "answer", "value": [0]}, {"type": "hint", "item": "sample/winner"}, {"item": ["x"]}, {}]
)
def test_a_message_about_no_question_of_the_deck_is_answered_and_changes_nothing(message):
    card, sent = card_of(symptoms())
    before = card.state
    card._hear(card, message, [])
    assert sent == [{"type": "ack"}]
    assert card.state == before
    assert current_ledger().records() == []


def test_cards_are_counted_from_one_and_questions_have_names():
    deck = symptoms()
    assert deck.page(1) == (deck["lamps"], deck["lamps_reason"])
    assert deck.page(3) == (deck["slow"],)
    assert [question.name for question in deck.questions] == ["lamps", "lamps_reason", "halved", "slow"]
    for number in (0, 4, -1):
        with pytest.raises(IndexError, match="cards 1 to 3"):
            deck.page(number)
    with pytest.raises(KeyError, match="no question 'lamp'; it has lamps, lamps_reason, halved, slow"):
        deck["lamp"]


def test_hints_go_to_the_first_question_that_is_open():
    deck = symptoms()
    assert deck.hint() == "What changed: the world or the aim?"
    deck["lamps"].answer(DATA)
    assert deck.hint() == "What do the new images look like?"
    assert deck.solution() == "The distribution moved."
    assert {record.item for record in current_ledger().records("hint")} == {"sample/lamps", "sample/lamps_reason"}


def test_the_text_lists_each_cards_first_question_and_never_an_answer():
    before = repr(symptoms())
    assert before.splitlines() == [
        "What happened, and where do you go?",
        "  1. New lamps were hung, and half the grasps miss. Where do you go?",
        "  2. What is half of 10?",
        "  3. The model is right but too slow. Where do you go?",
    ]
    symptoms()["halved"].answer(5)
    assert repr(symptoms()) == before
