"""The brief in words: what was typed is text in Markdown, whatever it looks like."""

import re
from html.parser import HTMLParser

import hostile
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mlprojects.record.brief import Brief
from mlprojects.record.brief_fields import FIELDS, SECTIONS
from mlprojects.your_project import document
from mlprojects.your_project.example import ROBOT, changed
from mlprojects.your_project.review import review

# As lenient as the viewers that a learner may use: raw HTML, tables, bare links and strikethrough are all on.
READER = MarkdownIt("gfm-like", {"html": True, "linkify": False})


class Seen(HTMLParser):
    """The text of a page, and its tags."""

    def __init__(self, html):
        super().__init__()
        self.text, self.tags = "", []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, attrs))

    def handle_data(self, data):
        self.text += data


def shown(typed):
    """The text and the tags that a Markdown reader makes of an item with this value."""
    seen = Seen(READER.render(f"# Title\n\n- **Label**: {document.escaped(typed)}\n- **Next**: end\n"))
    return seen.text, {tag for tag, attrs in seen.tags}


def words(text):
    return document.printable(text).split()


@pytest.mark.parametrize("name", hostile.TEXTS)
def test_hostile_text_is_shown_as_it_was_typed(name):
    text, tags = shown(hostile.TEXTS[name])
    assert words(text) == ["Title", "Label:", *words(hostile.TEXTS[name]), "Next:", "end"]
    assert tags <= {"h1", "ul", "li", "strong", "br", "p"}


@given(st.text(st.sampled_from("ab1 \n`*_{}[]()<>#+-=.!|&~\\\"'$:/@^;\t"), max_size=60))
def test_no_mixture_of_signs_becomes_markup(typed):
    text, tags = shown(typed)
    assert words(text) == ["Title", "Label:", *words(typed), "Next:", "end"]
    assert tags <= {"h1", "ul", "li", "strong", "br", "p"}


def test_what_no_file_can_hold_is_replaced():
    told = document.printable(hostile.HALF)
    assert told == "half \ufffd of a pair, a NUL \ufffd and a bell \ufffd"
    assert told.encode("utf-8")
    assert document.printable("a\r\nb\rc\td") == "a\nb\nc\td"


@given(st.text(st.characters(), max_size=30))
def test_everything_printable_can_be_written(text):
    assert isinstance(document.printable(text).encode("utf-8"), bytes)


def test_the_markdown_has_every_field_with_its_value_or_says_that_it_is_open():
    brief = changed(ROBOT, ("metric_unit",))
    text = document.markdown(brief, review(brief))
    for section in SECTIONS:
        assert f"\n## {section.title}\n" in text
    for field in FIELDS.values():
        assert f"- **{field.label}**: {document.escaped(brief.text(field.key)) or '*not answered yet*'}\n" in text
    assert text.count("*not answered yet*") == 1
    assert "- **Gap** (module 4, Metrics): “Share of right poses” has no unit" in text
    assert "On the board: impact 72, feasibility 60, give or take 12." in text
    assert text.endswith(f"{document.MARK}\n")


def test_the_plain_text_of_an_empty_brief_is_its_gaps():
    text = document.plain_text(Brief(), review(Brief()))
    assert text.startswith(f"Project brief: a project without a name\n0 of {len(FIELDS)} fields are filled in.\n\nThe")
    assert len(re.findall("^    gap: ", text, re.MULTILINE)) == len(review(Brief()))
    assert all(title in text.lower() for title in map(str.lower, document.TITLES.values()))


def test_the_plain_text_keeps_each_value_on_its_line():
    brief = Brief({"problem_what": "one\n\ntwo   three", "metric_target": 0.5})
    lines = document.plain_text(brief, []).splitlines()
    assert "  What is decided or done better: one two three" in lines
    assert "  Value needed (target): 0.5" in lines
    assert "The check finds nothing: no gap, and no contradiction." in lines


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"metric_target": 60.0}, "The check finds 1 contradiction."),
        ({"metric_target": 60.0, "archetype_trials": 2.0}, "The check finds 2 contradictions."),
        ({"metric_target": 60.0, "metric_unit": ""}, "The check finds 1 gap and 1 contradiction."),
    ],
)
def test_findings_are_counted_in_words(values, told):
    assert document.summary(review(changed(ROBOT, **values))) == told
