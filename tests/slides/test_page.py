"""A deck as a page: complete, closed in itself, and safe whatever stands in it."""

import base64
import io
import json
import re

import pytest
from mlprojects.course.deck import reveal
from mlprojects.course.deck.baking import Store
from mlprojects.course.deck.page import made_from
from mlprojects.course.house import CourseError
from PIL import Image
from sample import make
from small_deck import small, write


@pytest.fixture(scope="module")
def deck(tmp_path_factory):
    return write(tmp_path_factory.mktemp("deck")).read_text(encoding="utf-8")


def test_a_deck_asks_no_other_host(deck):
    without = re.sub(r'src="data:text/javascript;base64,[^"]*"', "", deck)
    without = re.sub(r"/\*.*?\*/|<a href.*?</a>", "", without, flags=re.DOTALL)
    assert not re.findall(r"""(?:src|href)=["']?(?!data:)|@import|url\((?!["']?data:)|sourceMappingURL""", without)
    for script in reveal.scripts():
        text = base64.b64decode(script.partition(",")[2]).decode("utf-8")
        assert not re.findall(r"sourceMappingURL|fetch\(.https?:|src=.https?:", text)


def test_a_deck_has_every_state_of_its_explorer_as_a_picture(deck):
    data = json.loads(re.search(r'id="frames-slope">(.*?)</script>', deck, re.DOTALL)[1])
    explorer = make()
    assert set(data["frames"]) == set(explorer.keys())
    for key, frame in data["frames"].items():
        assert frame["says"] == explorer.view(key).says
        picture = Image.open(io.BytesIO(base64.b64decode(frame["png"])))
        assert (picture.format, picture.size) == ("WEBP", (1008, 567))
    assert data["spec"]["curtain"] is False, "the prediction stands on the slide before"


def test_each_slide_has_its_time_and_its_notes(deck):
    sections = re.findall(r'<section id="([^"]+)" class="leaf (\w+)" data-timing="(\d+)"', deck)
    assert [name for name, *_ in sections] == [slide.name.replace("_", "-") for slide in small().slides]
    assert all(int(seconds) > 0 for *_, seconds in sections)
    assert deck.count('<aside class="notes">') == len(sections)


def test_the_fingerprint_is_at_its_beginning(deck):
    assert made_from(deck[:400]) == "0" * 64
    assert made_from("<!doctype html>") == ""


def test_the_picture_loses_nothing_as_webp(tmp_path):
    explorer = make()
    store = Store(tmp_path, "a")
    store.bake(explorer, [explorer.key()])
    kept = base64.b64decode(store.of(explorer)[explorer.key()]["png"])
    with Image.open(io.BytesIO(kept)) as packed, Image.open(io.BytesIO(explorer.frame(explorer.key()).png)) as whole:
        assert packed.convert("RGB").tobytes() == whole.convert("RGB").tobytes()


def test_frames_are_kept_until_what_they_are_made_from_changes(tmp_path):
    explorer = make()
    first = explorer.keys()[:2]
    Store(tmp_path, "a").bake(explorer, first)
    assert Store(tmp_path, "a").missing(explorer, explorer.keys()) == explorer.keys()[2:]
    assert Store(tmp_path, "b").missing(explorer, first) == first
    (tmp_path / "slope.json").write_text('{"made_from": "a", "fra', encoding="utf-8")
    assert Store(tmp_path, "a").missing(explorer, first) == first


def test_without_reveal_it_is_said_how_to_get_it(monkeypatch):
    monkeypatch.setattr(reveal, "PACKAGE", "no-such-package-here")
    with pytest.raises(CourseError, match=r"course.py slides"):
        reveal.style()
