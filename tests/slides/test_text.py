"""Markdown on slides: pages that fit, nothing lost, nothing that becomes markup."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from mlprojects.course.deck import text

WORDS = st.lists(st.integers(1, 60), min_size=1, max_size=25)


def shown(page):
    return " ".join(re.sub("<[^>]+>", " ", page).split())


@given(WORDS)
@settings(max_examples=40)
def test_no_paragraph_is_lost_doubled_or_moved(lengths):
    paragraphs = [f"p{place} " + "word " * length for place, length in enumerate(lengths)]
    pages = text.pages("## Heading\n\n" + "\n\n".join(paragraphs))
    words = re.findall(r"p\d+", " ".join(map(shown, pages)))
    assert words == [f"p{place}" for place in range(len(lengths))]
    assert all("Heading" in page for page in pages)


@given(WORDS)
@settings(max_examples=40)
def test_a_page_holds_more_than_its_lines_only_where_one_block_does(lengths):
    for page in text.pages("\n\n".join("word " * length for length in lengths)):
        lines = sum(len(block.split()) * 5 / text.WIDTH for block in page.split("</p>"))
        assert lines <= text.LINES * text.DENSER


def test_no_line_ends_between_a_number_and_its_percent_sign():
    assert text.unparted("<p>99 % of 5 cm, 7%</p>") == "<p>99\u00a0% of 5 cm, 7%</p>"


def test_raw_html_is_text():
    assert "<script" not in text.html("<script>alert(1)</script>")
    assert "onerror" not in re.sub("&lt;.*?&gt;", "", text.html("<img src=x onerror=alert(1)>"))


def test_links_leave_the_deck_only_for_the_web():
    assert text.html("[a](02_x.ipynb)") == "<p>a</p>"
    assert 'href="https://a.b/c"' in text.html("[a](https://a.b/c)")


def test_the_heading_is_found():
    assert text.heading("## 1 Some *part*\n\ntext") == "1 Some *part*"
    assert text.heading("none") == ""
