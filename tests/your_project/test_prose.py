"""Every number in the notebook's prose, and what it says of the brief, is what the library computes."""

from mlprojects.your_project import lesson, model, own_brief
from prose import left_over, prose

STEM = "06_your_project"


def text():
    return " ".join(prose(STEM).split())


def test_every_number_in_the_prose_is_a_computed_one():
    assert left_over(STEM, []) == []


def test_the_numbers_that_are_written_out_are_right():
    said = text()
    written = {
        "Five modules": len(model.TAKEAWAYS) == 5,
        "Four questions": len(lesson.QUESTIONS) == 4,
        "in three forms": len(own_brief.WRITERS) == 3,
    }
    for words, right in written.items():
        assert words in said, words
        assert right, words


def test_a_form_shown_again_is_the_same_entry():
    lesson.again_metric.save(name="angle error")
    assert lesson.own_brief.brief.text("metric_name") == "angle error"


def test_the_robot_s_brief_has_no_gap_and_an_empty_one_has_many():
    assert lesson.robots_brief.findings == []
    assert len(lesson.own_brief.findings) > 5
