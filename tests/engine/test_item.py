import subprocess
import sys

import pytest
from mlprojects.engine import Form, Prediction, Progress
from mlprojects.engine.card import Card
from mlprojects.engine.texts import parse_texts
from mlprojects.record import current_ledger
from sample_texts import ALL, TOML, best, double, guess, metric, score, symptoms, winner

ANOTHER_KERNEL = "from sample_texts import winner; winner().answer('Model 2'); winner().hint()"


@pytest.mark.parametrize("make", ALL)
def test_the_bundle_holds_a_widget_and_a_text_that_no_answer_changes(make):
    item = make()
    data = item._repr_mimebundle_()
    assert set(data) == {"text/plain", "application/vnd.jupyter.widget-view+json"}
    assert data["text/plain"] == repr(make())


def test_all_cards_of_an_item_show_the_same_state():
    question = winner()
    one, two = Card(question), Card(question)
    question._cards.update([one, two])
    question.answer("Model 2")
    assert one.state == two.state
    assert one.state["outcome"] == "wrong"


def test_an_answer_of_another_kernel_is_found(tmp_path):
    subprocess.run([sys.executable, "-c", ANOTHER_KERNEL], cwd="tests/helpers", check=True)
    assert winner().state()["outcome"] == "wrong"
    assert len(winner().state()["hints"]) == 1


def test_the_page_is_always_answered():
    card, sent = Card(winner()), []
    card.send = sent.append
    for message in ({"type": "hello"}, {"type": "answer", "value": [1]}, {"type": "hint"}, {"type": "odd"}, {}):
        card._hear(card, message, [])
    assert [message["type"] for message in sent] == ["hello", "ack", "ack", "ack", "ack"]
    card._hear(card, {"type": "seen"}, [])
    assert len(sent) == 5, "but for what is said in passing: the answer would seem to be one to what was sent last"


def test_a_ledger_that_cannot_be_written_is_said_and_the_lesson_goes_on(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("MLPROJECTS_WORK", str(tmp_path / "file" / "work"))
    question = winner()
    assert question.answer("Model 2").result == "wrong"
    assert question.state()["note"].endswith(".")
    assert question.state()["outcome"] == "wrong"


WINNER = "Question “Which model wins under recall >= 0.8?”"


def test_progress_counts_what_is_done_and_names_what_is_open():
    def now():
        return Progress([guess(), winner(), score(), double(), best(), metric()])

    assert now().counts() == {
        "predictions made": (0, 1),
        "questions right": (0, 2),
        "tasks solved": (0, 2),
        "fields of your project filled in": (0, 4),
    }
    guess().skip()
    winner().answer("Model 2")
    score().answer(50)
    best().check("Model 3")
    metric().save(name="<b>")
    assert now().counts()["questions right"] == (1, 2)
    assert now().counts()["fields of your project filled in"] == (1, 4)
    assert now().open() == [
        WINNER,
        "Task double",
        "Form “Your own metric”: 1 of 4 fields",
    ]
    assert "<li>Question “Which model wins under recall &gt;= 0.8?”</li><li>Task double</li>" in now()._repr_html_()
    assert repr(now()).splitlines()[0] == "predictions made: 1 of 1"


def test_all_is_done_only_when_every_field_of_a_form_is_filled():
    progress = Progress([metric()])
    metric().save(name="Cost", limit=1, direction="lower")
    assert progress.open() == ["Form “Your own metric”: 3 of 4 fields"]
    metric().save(why="because")
    assert progress.open() == []
    assert "All done" in progress._repr_html_()
    metric().save(limit="")
    assert progress.open() == ["Form “Your own metric”: 3 of 4 fields"]
    assert "All done" not in progress._repr_html_()


def test_a_form_without_what_is_needed_in_certain_cases_only_is_done():
    # The course's own name of a form: the brief's table says that its direction may stay open.
    form = Form(parse_texts(TOML, "metrics", "metrics/questions.toml"), "metric")
    form.save(name="Cost", why="because", limit=0)
    assert Progress([form]).open() == []
    assert Progress([form]).counts() == {"fields of your project filled in": (3, 4)}
    form.save(why="")
    assert Progress([form]).open() == ["Form “Your own metric”: 2 of 4 fields"]
    form.save(why="because", limit="")
    assert Progress([form]).open() == ["Form “Your own metric”: 2 of 4 fields"], "the table does not know this field"


def test_a_long_prompt_is_named_by_its_first_words():
    prompt = "“Model 1 is best.” Model 2, however, has the better recall of the two."
    texts = parse_texts(TOML.replace("Who will win?", prompt), "sample", "sample/questions.toml")
    title = Prediction(texts, "guess", lambda: "").title
    inner = "\N{LEFT SINGLE QUOTATION MARK}Model 1 is best.\N{RIGHT SINGLE QUOTATION MARK}"
    assert title == f"“{inner} Model 2, however, has the …”"


def test_of_very_much_that_is_open_the_first_are_named():
    guesses = (f'[predictions.p{n}]\nkind = "number"\nprompt = "Guess {n}."\nafter = "x"\n' for n in range(20))
    texts = parse_texts("".join(guesses), "s", "s")
    shown = Progress([Prediction(texts, f"p{n}", lambda: 1) for n in range(20)])._repr_html_()
    assert shown.count("<li>") == 13
    assert "<li>Prediction “Guess 11.”</li><li>and 8 more</li>" in shown


def test_progress_counts_the_questions_of_a_series_and_names_the_series_once():
    deck = symptoms()
    now = Progress([winner(), deck, *deck.questions])
    assert now.counts() == {"questions right": (0, 5)}
    assert now.open() == [WINNER, "Cards “What happened, and where do you go?”: 0 of 3 done"]
    deck["lamps"].answer("Back to data collection")
    deck["halved"].answer(5)
    assert now.counts() == {"questions right": (2, 5)}
    assert now.open() == [WINNER, "Cards “What happened, and where do you go?”: 1 of 3 done"]
    deck["lamps_reason"].answer("It no longer looks like the world")
    deck["slow"].answer("Back to planning")
    assert now.open() == [WINNER]


@pytest.mark.parametrize("make", [guess, metric])
def test_asking_for_a_hint_where_there_are_none_records_nothing(make):
    assert make().hint() == make().solution() == "There are no hints here."
    assert current_ledger().records() == []


def test_a_ledger_of_nonsense_about_an_item_is_not_an_error():
    ledger = current_ledger()
    for kind, item in (
        ("answer", "winner"),
        ("hint", "winner"),
        ("attempt", "double"),
        ("brief", "metric"),
        ("answer", "lamps"),
    ):
        ledger.append(kind, f"sample/{item}", {"value": {"a": []}, "step": "x", "outcome": 7, "name": {}})
    for make in ALL:
        make()._repr_mimebundle_()
