"""The brief as a page: parsed, with whatever was typed in it as text."""

import re
from html.parser import HTMLParser

import hostile
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from mlprojects.prioritizing.texts import TEXTS as PRIORITIZING
from mlprojects.record.brief import Brief
from mlprojects.record.brief_fields import FIELDS, SECTIONS
from mlprojects.your_project import page_figures
from mlprojects.your_project.document import printable
from mlprojects.your_project.example import ROBOT, changed
from mlprojects.your_project.own_brief import boards
from mlprojects.your_project.page import fragment, page
from mlprojects.your_project.review import review

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


class Seen(HTMLParser):
    """The tags with their attributes, and the text of each `dd`."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.values, self.inside, self.level = [], [], [], 0
        self.open = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "rect", "line", "circle", "path"}:
            self.open.append(tag)
        if tag == "dd":
            self.values.append("")

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, f"</{tag}> closes another element"

    def handle_data(self, data):
        if "dd" in self.open:
            self.values[-1] += data


def made(brief, make=page):
    return make(brief, review(brief), boards())


def shape(html):
    """All elements and the names of their attributes."""
    return [(tag, sorted(attrs)) for tag, attrs in Seen(html).tags]


@pytest.mark.parametrize("make", [page, fragment])
@pytest.mark.parametrize("name", hostile.TEXTS)
def test_hostile_text_changes_no_element_and_is_shown_as_it_was_typed(name, make):
    typed = hostile.TEXTS[name]
    plain = {key: "word" for key, value in ROBOT.values.items() if isinstance(value, str)}
    options = {"metric_direction": "higher", "metric_thresholds": "1"}
    tame = changed(ROBOT, **{**plain, **options})
    wild = changed(ROBOT, **{**dict.fromkeys(plain, typed), **options, "metric_thresholds": f"1 {typed}"})
    html = made(wild, make)
    assert shape(html) == shape(made(tame, make))
    shown = [value for value in Seen(html).values if value == printable(typed)]
    assert len(shown) == len(plain) - len(options)
    assert html.encode("utf-8")


def test_names_on_the_board_and_in_the_title_are_text_too():
    brief = Brief({}, {"portfolio": {"own": {"label": hostile.TEXTS["script"], "x": 1, "y": 2, "range": 3}}})
    html = made(brief)
    assert "<script" not in html
    assert "<img" not in html
    assert html.count("&lt;script&gt;") == 3, "the title, the heading and the table"


def test_what_html_cannot_hold_is_replaced():
    html = made(changed(ROBOT, problem_name=hostile.HALF, metric_unit=hostile.HALF))
    assert "\x00" not in html
    assert "\ufffd" in html
    assert html.encode("utf-8")


def test_the_page_is_whole_and_asks_no_other_host_and_runs_no_script():
    html = made(ROBOT)
    seen = Seen(html)
    assert html.startswith("<!doctype html>")
    assert not seen.open
    assert not {"script", "link", "img", "iframe", "object", "base"} & {tag for tag, _ in seen.tags}
    assert not any(name in {"href", "src", "xlink:href"} or name.startswith("on") for _, at in seen.tags for name in at)
    assert "url(" not in html
    assert "default-src 'none'" in html


def test_headings_go_down_one_by_one_and_each_section_has_one():
    heads = [tag for tag, _ in Seen(made(ROBOT)).tags if re.fullmatch("h[1-6]", tag)]
    assert heads == ["h1", *["h2"] * (len(SECTIONS) + 2)]
    heads = [tag for tag, _ in Seen(made(ROBOT, fragment)).tags if re.fullmatch("h[1-6]", tag)]
    assert heads == ["h2", *["h3"] * (len(SECTIONS) + 2)]


def test_what_is_open_says_so_and_findings_stand_at_the_top():
    html = made(Brief())
    values = Seen(html).values
    assert values.count("not answered yet") == len(FIELDS)
    assert sum(value.startswith("Gap: ") for value in values) == len(review(Brief()))
    assert html.index("Gap:") < html.index("The problem</h2>")
    assert "A project without a name</h1>" in html


# Its pictures ---------------------------------------------------------------------------------------------------------


def test_the_board_is_as_the_learner_left_it():
    entry = PRIORITIZING.entry("boards", "portfolio")
    brief = Brief(
        {},
        {"portfolio": {"own": {"label": "Mine", "x": 100, "y": 0, "range": 5}, "search": {"x": 1, "y": 2, "range": 3}}},
    )
    pins = page_figures.board(brief, "portfolio", entry)
    assert [pin.number for pin in pins] == list(range(1, len(entry["points"]) + 1))
    own = pins[-1]
    assert (own.label, own.own, own.x, own.y, own.range) == ("Mine", True, 100, 0, 5)
    assert (own.left, own.top) == (page_figures.MARGIN + page_figures.SIDE, page_figures.SIDE)
    moved = next(pin for pin in pins if pin.label == "Search ranking")
    assert (moved.x, moved.y, moved.range) == (1, 2, 3)
    still = next(point for point in entry["points"] if point["name"] == "fraud")
    assert next((pin.x, pin.y) for pin in pins if pin.label == still["label"]) == (still["x"], still["y"])
    assert "impact 0, feasibility 100, give or take 5" in page_figures.board_says(pins)


def test_without_a_place_of_ones_own_the_others_are_shown():
    pins = page_figures.board(Brief(), "portfolio", PRIORITIZING.entry("boards", "portfolio"))
    assert not any(pin.own for pin in pins)
    assert "has no place yet" in page_figures.board_says(pins)


@example({"baselines_constant": 1e-310})
@example({"baselines_constant": 1e308, "baselines_script": -1e308})
@given(
    st.dictionaries(st.sampled_from([*(f"baselines_{name}" for name in page_figures.RUNGS), "metric_target"]), NUMBERS)
)
def test_the_ladder_keeps_proportions_and_stays_inside(values):
    drawn = page_figures.ladder(Brief(values))
    expected = [values[key] for key in values if key != "metric_target"]
    assert (drawn is None) == (not expected)
    if drawn is None:
        return
    end = page_figures.START + page_figures.LENGTH
    assert len(drawn.rungs) == len(expected)
    for rung in drawn.rungs:
        assert rung.start >= page_figures.START - 1
        assert rung.length >= 1
        assert rung.start + rung.length <= end + 1
    assert (drawn.line is None) == ("metric_target" not in values)
    assert drawn.line is None or page_figures.START - 1 <= drawn.line <= end + 1


def test_the_ladder_of_the_robot_in_numbers_and_words():
    drawn = page_figures.ladder(ROBOT)
    lengths = {rung.label: rung.length for rung in drawn.rungs}
    assert lengths["Script"] / lengths["People"] == pytest.approx(69 / 97)
    assert drawn.line == pytest.approx(page_figures.START + 250 * 90 / 97)
    assert drawn.says == "Expected of the baselines: constant 0, script 69, simple model 39 and people 97; target 90."
