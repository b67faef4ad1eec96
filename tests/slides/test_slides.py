"""`course slides` on the real notebooks: outlines, notes, the lecture's minutes; only a small deck is drawn."""

import tomllib
from dataclasses import replace

import pytest
from mlprojects.course import slides
from mlprojects.course.deck.baking import Store
from mlprojects.course.deck.outline import Outline, Slide
from mlprojects.course.house import ROOT, CourseError, notebook_sources
from sample import make
from small_deck import guess_truths

STEMS = [source.stem for source in notebook_sources([])]


@pytest.fixture(scope="module")
def metrics():
    return slides.find("04")


@pytest.mark.parametrize("stem", STEMS)
def test_every_slide_has_a_note_of_its_own(monkeypatch, stem):
    """Also where the notebook's words, or what is right, stand in its notes already."""
    guess_truths(monkeypatch)
    own = tomllib.loads((ROOT / "slides" / "notes" / f"{stem}.toml").read_text(encoding="utf-8"))
    assert [slide.name for slide in slides.find(stem[:2]).slides if slide.name not in own] == []


def test_the_parts_of_module_4_take_the_notebooks_minutes(metrics):
    minutes = sum(slide.seconds for slide in metrics.slides if slide.part) / 60
    assert minutes == pytest.approx(sum(metrics.outlines[0].plan.minutes.values()), abs=1)


def test_explorers_of_module_4_follow_their_predictions(metrics):
    names = [slide.name for slide in metrics.slides]
    for explorer in metrics.outlines[0].explorers.values():
        if explorer.after is not None:
            assert names.index(explorer.after.name) < names.index(explorer.name)


@pytest.mark.parametrize("stem", STEMS)
def test_notes_are_whole_sentences(stem):
    notes = tomllib.loads((ROOT / "slides" / "notes" / f"{stem}.toml").read_text(encoding="utf-8"))
    assert [name for name, note in notes.items() if not note.strip().endswith((".", "?", "!"))] == []


def test_what_lacks_notes_is_listed():
    outline = Outline("09_small", "Small", (Slide("one", "text", notes=("Say.",)), Slide("two", "text")))
    lines = slides.listing(slides.Deck("09_small", "Small", (outline,), 1000))
    assert ["no notes" in line for line in lines] == [False, False, True]


def test_a_note_for_no_slide_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(slides, "SLIDES", tmp_path)
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "09_small.toml").write_text('tow = "Say."', encoding="utf-8")
    with pytest.raises(CourseError, match="a note for 'tow'"):
        slides._with_notes(Outline("09_small", "Small", (Slide("two", "text"),)))


def test_an_unknown_deck_is_named():
    with pytest.raises(CourseError, match="'99' is not the name of one notebook"):
        slides.find("99")


@pytest.fixture
def deck():
    whole = make()
    slide = Slide("slope", "explorer", explorer=whole, opens=True, seconds=60)
    return slides.Deck("09_small", "Small", (Outline("09_small", "Small", (slide,)),), 12_000_000)


@pytest.fixture
def in_place(monkeypatch, deck):
    """The explorer of a test is in no wing: it is drawn in this process, and depends on nothing."""
    (explorer,) = deck.outlines[0].explorers.values()
    monkeypatch.setattr(slides, "_made_from", lambda _: "made from this")
    monkeypatch.setattr(slides, "fingerprint", lambda *_, **__: "first")
    monkeypatch.setattr(slides, "find", lambda _: deck)
    baked = []

    def bake_all(orders):
        for order in orders:
            baked.extend(order.keys)
            Store(order.folder, order.made_from).bake(explorer, order.keys)

    monkeypatch.setattr(slides, "bake_all", bake_all)
    return baked


def test_a_deck_is_made_once_and_again_only_when_something_changed(tmp_path, capsys, in_place, monkeypatch):
    assert slides.make(["09_small"], tmp_path, coarse=True)
    assert "09_small.html written: 1 slides (1 without notes), 1 explorers" in capsys.readouterr().out
    first = (tmp_path / "09_small.html").read_bytes()
    assert in_place
    with monkeypatch.context() as patched:
        patched.delattr(slides, "find")  # what is up to date is known without reading a notebook or loading a lesson
        assert slides.make(["09_small"], tmp_path, coarse=True)
    assert capsys.readouterr().out == "09_small.html is up to date.\n"
    in_place.clear()
    monkeypatch.setattr(slides, "fingerprint", lambda *_, **__: "another")
    assert slides.make(["09_small"], tmp_path, coarse=True)
    assert "written" in capsys.readouterr().out
    assert in_place == [], "its frames were kept"
    assert (tmp_path / "09_small.html").read_bytes() != first
    assert list(tmp_path.glob("*.part")) == []


def test_a_deck_that_is_too_large_is_told_and_fails(tmp_path, capsys, deck, in_place, monkeypatch):
    monkeypatch.setattr(slides, "find", lambda _: replace(deck, bytes=1000))
    assert not slides.make(["09_small"], tmp_path, coarse=True)
    assert "larger than 0 MB" in capsys.readouterr().out


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path, in_place):
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises(CourseError, match=r"taken cannot be written to"):
        slides.make(["09_small"], tmp_path / "taken", coarse=True)


def test_each_kind_of_change_makes_a_deck_anew(tmp_path, monkeypatch):
    for file in ("notebooks/09_small.py", "notebooks/09_small.ipynb", "slides/notes/09_small.toml", "slides/theme.css"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("before", encoding="utf-8")
    source = tmp_path / "notebooks" / "09_small.py"
    monkeypatch.setattr(slides, "SLIDES", tmp_path / "slides")
    monkeypatch.setattr(slides, "notebook_sources", lambda _: [source])

    def current():
        return slides.fingerprint("09", coarse=False)

    found = [current(), slides.fingerprint("09", coarse=True)]
    for file in [each for each in tmp_path.rglob("*") if each.is_file()]:
        file.write_text("after", encoding="utf-8")
        found.append(current())
    monkeypatch.setattr(slides.reveal, "version", lambda: "another")
    found.append(current())
    monkeypatch.setattr(slides.prints, "frames", lambda _: "another")
    found.append(current())
    assert len(set(found)) == 8
    assert current() == found[-1]


def test_built_decks_are_no_part_of_the_clone():
    assert {"slides/*.html", "slides/.frames/"} <= set((ROOT / ".gitignore").read_text(encoding="utf-8").split())


def test_the_lecture_takes_71_minutes_and_draws_no_state_of_its_own(monkeypatch):
    guess_truths(monkeypatch)
    lecture = slides.find("lecture")
    assert sum(slide.seconds for slide in lecture.slides) / 60 == pytest.approx(71, abs=1.5)
    assert len({slide.name for slide in lecture.slides}) == len(lecture.slides)
    thinned = lecture.thinned(coarse=False)
    for outline in lecture.outlines:
        drawn = slides.find(outline.stem).thinned(coarse=False)
        for name in outline.explorers:
            assert set(thinned[name].states().values()) <= set(drawn[name].states().values()), name
