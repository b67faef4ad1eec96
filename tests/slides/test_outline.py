"""From a notebook's cells to slides: what is shown, what is said, and for how long."""

from pathlib import Path

import jupytext
import pytest
from mlprojects.course.deck import outline
from mlprojects.course.deck.outline import read
from mlprojects.course.deck.plan import STEP, within
from mlprojects.course.house import CourseError
from small_deck import SOURCE, small


@pytest.fixture(scope="module")
def slides():
    return {slide.name: slide for slide in small().slides}


def test_every_kind_of_cell_finds_its_place(slides):
    assert list(slides) == [
        "title", "part_1", "guess", "guess-answer", "slope", "part_2", "winner", "winner-answer", "limits",
        "limits-answer", "score", "score-answer", "lamps", "lamps-answer", "lamps_reason", "lamps_reason-answer",
        "halved", "halved-answer", "slow", "slow-answer", "double", "double-answer", "takeaways",
    ]  # fmt: skip


def test_a_prediction_comes_before_what_it_predicts(slides):
    order = list(slides)
    assert order.index("guess") < order.index("guess-answer") < order.index("slope")
    assert "Model 3" in slides["guess-answer"].body
    assert "says" not in slides["guess"].body


def test_a_question_is_asked_without_its_reasons_and_answered_with_all_of_them(slides):
    asked, told = slides["winner"].body, slides["winner-answer"].body
    for why in ("Its recall is 0.9.", "below 0.8", "does not buy recall back"):
        assert why not in asked
        assert why in told
    assert "✓" not in asked
    assert told.count("✓") == 1
    assert told.count("✗") == 2


def test_what_was_typed_as_text_never_becomes_markup(slides):
    assert "&lt;b&gt;bold&lt;/b&gt;" in slides["winner"].body
    assert "&lt;b&gt;count" in slides["title"].body
    assert "2 &lt; 3" in slides["part_1"].body


def test_untagged_words_are_said_and_not_shown(slides):
    bodies = "".join(slide.body for slide in slides.values())
    assert "Predict first." in slides["guess"].notes
    assert "Behind the explorer." in slides["slope"].notes
    assert any("| Part |" in note for note in slides["title"].notes)
    for hidden in ("Predict first", "Behind the explorer", "never shown", "Nobody sees", "Your progress", "Minutes"):
        assert hidden not in bodies
    assert not any("Nobody sees" in note for slide in slides.values() for note in slide.notes)


def test_tagged_cells_are_shown(slides):
    body = slides["part_1"].body
    assert '<div class="fragment"><p>Shown a step later.</p></div>' in body
    assert "<code>1 + 1</code>" in body
    assert slides["part_1"].notes == ("Say it slowly.",)


def test_a_link_to_another_notebook_is_only_its_words(slides):
    assert "another notebook" in slides["part_1"].body
    assert "ipynb" not in slides["part_1"].body


def test_the_one_who_asks_knows_what_is_right(slides):
    assert slides["winner"].notes[0] == "Right: **A**."
    assert slides["limits"].notes[0] == "Right: **A, B**."
    assert slides["score"].notes[0] == "Right: **50 %**."


def test_wrong_answers_come_with_their_misconceptions_in_the_notes(slides):
    assert "best precision wins" in slides["winner-answer"].notes[0]
    assert "accuracy is precision" in slides["score-answer"].notes[0]


def test_the_minutes_of_a_part_are_shared_out_among_its_slides():
    slides = small().slides
    for part, minutes in (("1 The line", 6), ("2 The rest", 3)):
        own = [slide for slide in slides if slide.part == part]
        assert abs(sum(s.seconds for s in own) - 60 * minutes) <= STEP / 2 * len(own)
    seconds = {slide.name: slide.seconds for slide in slides}
    assert seconds["slope"] > 2 * seconds["guess"]


def test_a_section_opens_once():
    assert [slide.name for slide in small().slides if slide.opens] == ["title", "part_1", "part_2", "takeaways"]


def test_some_slides_alone_bring_answers_along_and_fill_their_time():
    chosen = small().only(["title", "guess", "slope"])
    assert [slide.name for slide in chosen.slides] == ["title", "guess", "guess-answer", "slope"]
    assert [slide.opens for slide in chosen.slides] == [True, True, False, False]
    timed = within(chosen.slides, 600)
    assert abs(sum(slide.seconds for slide in timed) - 600) <= STEP * len(timed)


def test_an_unknown_slide_is_named():
    with pytest.raises(CourseError, match="no slide 'gues'"):
        small().only(["gues"])


def test_two_slides_of_one_name_are_refused():
    with pytest.raises(CourseError, match="shows 'guess' twice"):
        small(SOURCE.replace("lesson.winner\n", "lesson.guess\n"))


def test_a_notebook_that_was_not_built_is_named(tmp_path: Path):
    source = tmp_path / "09_small.py"
    source.write_text(SOURCE, encoding="utf-8")
    with pytest.raises(CourseError, match=r"09_small.ipynb is missing.*build 09"):
        read(source)


def test_a_notebook_that_is_older_than_its_source_is_named(tmp_path: Path):
    source = tmp_path / "09_small.py"
    source.write_text(SOURCE, encoding="utf-8")
    jupytext.write(jupytext.read(source), source.with_suffix(".ipynb"))
    source.write_text(SOURCE.replace("1 + 1", "1 + 2"), encoding="utf-8")
    with pytest.raises(CourseError, match=r"09_small.ipynb is older than 09_small.py \(cell 7 differs.*build 09"):
        read(source)


def test_how_long_one_reads_is_not_shown(slides):
    assert "minutes" not in slides["part_1"].body
    assert "Words on the slide" in slides["part_1"].body


def test_a_progress_bar_is_not_shown():
    bar = {"data": {"application/vnd.jupyter.widget-view+json": {}, "text/plain": "VBox(children=())"}}
    assert outline._output(bar) == ""
    assert "VBox" in outline._output({"data": {"text/plain": "VBox(children=())"}})
