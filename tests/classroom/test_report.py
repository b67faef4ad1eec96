"""The page holds what the tables say, every typed or uploaded word as text, and asks nobody for anything."""

from html.parser import HTMLParser

import pytest
import sample_texts
from ledger_samples import record
from mlprojects.classroom import Picture, collect
from mlprojects.classroom.report import MARK, page

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'{{7*7}}"
TAGS = """
html head meta title style body header main section nav h1 h2 h3 h4 p ul li b a div table caption thead tbody tr th td
span figure img
"""
ALLOWED = set(TAGS.split())
VOID = {"meta", "img"}


class Reader(HTMLParser):
    """Collects elements, attributes and text, and insists on a closed tag for each open one."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.attributes, self.text = [], [], [], ""

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def read(html):
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def hostile_records(did):
    """What one learner did who typed the same hostile text wherever one can type."""
    return [
        did(1, "answer", "sample/winner", value=[EVIL], outcome="wrong", misconceptions=[EVIL]),
        did(1, "answer", "sample/score", value=EVIL, outcome="wrong"),
        did(1, "answer", "older/one", value=[EVIL], outcome="wrong", misconceptions=[EVIL]),
        did(1, "prediction", "sample/guess", value=EVIL),
        did(1, "prediction", "sample/weight", value=0.5),
        did(1, "attempt", "sample/double", outcome="wrong", misconceptions=[EVIL], because=EVIL, source=EVIL),
        did(1, "brief", "sample/metric", name=EVIL),
        did(1, "brief", "sample/ideas", mine={"x": 1, "y": 2, "range": 5, "label": EVIL}),
        *(did(1, "label", "sample/shades", case=c, round=1, value=EVIL) for c in ("black", "dark", "light", "white")),
    ]


@pytest.fixture
def hostile(hand_in, write, did, exercises):
    """Makes the page of a class in which everything that can be typed or named is hostile."""
    hand_in(hostile_records(did))
    write("<b>Eve<img src=x>.jsonl", [record(900, learner="eve-eve-1", item="sample/winner", data={"value": 1})])
    folder = write("<i>junk.txt", [b"<script>\n"])

    def made(*, shown=False):
        return page(
            Picture(collect(folder), exercises, shown=shown), {"sample/guess": "Model 3", "sample/weight": 2 / 3}
        )

    return made


def test_whatever_was_typed_is_text_and_names_are_there_only_where_asked_for(hostile):
    pages = {shown: hostile(shown=shown) for shown in (False, True)}
    for html in pages.values():
        found = read(html)
        assert set(found.tags) <= ALLOWED
        assert not [name for name, _ in found.attributes if name.startswith("on")]
        assert html.count("<img") == found.tags.count("img") == 3
        addresses = [value for name, value in found.attributes if name in {"src", "href"}]
        assert all(address.startswith(("data:image/png;base64,", "#")) for address in addresses)
        assert EVIL in found.text, "the misconception that was recorded, as text, and no template"
    hidden, shown = (read(html).text for html in pages.values())
    for name in ("Eve", "junk"):
        assert name not in hidden
        assert name in shown
    assert "Learner 1" in hidden
    assert "1 file: no entry of this course is in it" in hidden


def test_no_other_host_no_script_and_the_same_page_every_time(hostile):
    html = hostile()
    assert "http" not in html.replace("http-equiv", "")
    assert "default-src 'none'; img-src data:; style-src 'unsafe-inline'" in html
    assert MARK in html[:400]
    assert html == hostile()


def test_numbers_of_the_tables_stand_on_the_page(hand_in, did, exercises):
    values = ["Model 3", "Model 2", "Model 2", "Model 2"]
    records = [did(n, "answer", "sample/winner", value=[v], outcome="wrong") for n, v in enumerate(values)]
    records += [did(0, "prediction", "sample/weight", value=0.25)]
    steps = []
    picture = Picture(collect(hand_in(records)), exercises)
    found = read(page(picture, {"sample/weight": 2 / 3}, lambda items: steps.extend(items) or items))
    words = " ".join(found.text.split())
    assert "✓ Model 3 (right)25 % (1)nobody25 % (1)" in words
    assert "Model 275 % (3)nobody75 % (3)" in words
    assert "Most common misconception: the middle one is a safe choice" in words
    assert (
        "the middle one is a safe choice 3 of 4 75 % 3" in " ".join(found.text.replace("</td>", " ").split())
        or "3 of 4" in words
    )
    assert "or more (so says the calculation)" in words
    assert len(steps) == 5, "one step of the progress bar an exercise"
    anchors = {value[1:] for name, value in found.attributes if name == "href"}
    assert anchors <= {value for name, value in found.attributes if name == "id"}


def test_a_number_that_was_predicted_stands_beside_the_one_that_was_shown(hand_in, did, exercises):
    picture = Picture(collect(hand_in([did(0, "prediction", "sample/weight", value=0.25)])), exercises)
    assert "The calculation says 0.666667." in read(page(picture, {"sample/weight": 2 / 3})).text
    poll = sample_texts.weight()
    poll.entry = poll.entry | {"source": "the poll", "unit": "weeks"}
    picture = Picture(picture.entries, exercises | {"sample/weight": poll})
    for truth, told in ((1, "1 week"), (11363, "11,363 weeks"), (0.1 + 0.2, "0.3 weeks")):
        text = read(page(picture, {"sample/weight": truth})).text
        assert f"The poll says {told}." in text
        assert "(so says the poll)" in text
        assert "alculation says" not in text


def test_what_the_largest_shares_of_learners_believe_stands_first(hand_in, did, exercises, monkeypatch):
    monkeypatch.setattr("mlprojects.classroom.report.MOST_SHARED", 1)
    wrong = [did(n, "answer", "sample/winner", value=["Model 2"], outcome="wrong") for n in range(4)]
    wrong += [did(9, "answer", "sample/winner", value=["Model 3"], outcome="right")]
    wrong += [did(0, "attempt", "sample/double", outcome="wrong", misconceptions=["squares"])]
    text = read(page(Picture(collect(hand_in(wrong)), exercises), {})).text
    first, _, everything = text.partition("The 1 that the largest shares")[2].partition(
        "The most common misconception of"
    )
    assert "Double" in first
    assert "100 %" in first
    assert "Winner" not in first, "4 of 5 are more learners and a smaller share"
    assert "Winner" in everything
    assert "Double" in everything
    monkeypatch.undo()
    assert "largest shares" not in read(page(Picture(collect(hand_in(wrong)), exercises), {})).text


def test_an_invented_class_says_so_and_no_other(hand_in, did, exercises):
    picture = Picture(collect(hand_in([did(0, "answer", "sample/winner", value=["Model 2"])])), exercises)
    assert "This class is invented" in read(page(picture, {}, invented=True)).text
    assert "invented" not in read(page(picture, {})).text


def test_a_set_that_is_not_shown_is_named(hand_in, did, exercises):
    other = sample_texts.shades()
    other.item = "sample/poses"
    whole = [did(0, "label", "sample/shades", case=c, round=1, value="dark") for c in other.cases]
    begun = [did(0, "label", "sample/poses", case="black", round=1, value="dark")]
    both = exercises | {"sample/poses": other}
    assert "Not shown: Poses." in read(page(Picture(collect(hand_in([*whole, *begun])), both), {})).text
    assert "Not shown" not in read(page(Picture(collect(hand_in(whole)), both), {})).text


def test_an_almost_empty_class_has_a_page(write, exercises):
    folder = write("one.jsonl", [record(1, kind="hint", item="sample/winner", data={"step": 1})])
    text = read(page(Picture(collect(folder), exercises), {})).text
    for told in ("No question was answered yet.", "No prediction was made yet.", "No answer showed a misconception"):
        assert told in text


def test_very_many_learners_and_remarks_are_cut_short(write, exercises, monkeypatch):
    monkeypatch.setattr("mlprojects.classroom.report.MOST_LEARNERS", 2)
    monkeypatch.setattr("mlprojects.classroom.report.MOST_NOTES", 1)
    for number in range(4):
        folder = write(f"{number}.jsonl", [record(number, learner=f"learner-{number}"), b"junk %d\n" % number])
    write("empty.jsonl", [b""])
    text = read(page(Picture(collect(folder), exercises, shown=True), {})).text
    assert "2 more are in the table beside this page" in text
    assert "And 4 more." in text
