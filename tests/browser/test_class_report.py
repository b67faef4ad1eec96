"""The class report in a real browser: light, dark and printed, with the network cut."""

import pytest
import sample_texts
from mlprojects.classroom import Picture, collect
from mlprojects.classroom.demo import write_class
from mlprojects.classroom.report import page as made


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """The page of an invented class with every part in it."""
    parts = ("winner", "limits", "score", "guess", "weight", "double", "metric", "ideas", "shades")
    exercises = {each.item: each for each in (getattr(sample_texts, part)() for part in parts)}
    folder = tmp_path_factory.mktemp("class")
    list(write_class(folder, 8, exercises))
    (folder / "<img src=x onerror=alert(1)>.txt").write_text("<script>alert(1)</script>", encoding="utf-8")
    path = tmp_path_factory.mktemp("report") / "class.html"
    path.write_text(
        made(Picture(collect(folder), exercises, shown=True), {"sample/guess": "Model 3"}), encoding="utf-8"
    )
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible_in_both_themes_and_asks_nobody(page, axe, report, scheme):
    page.context.set_offline(True)
    page.emulate_media(color_scheme=scheme)
    page.goto(report.as_uri())
    passed = axe(page, "body")
    assert passed["color-contrast"] > 20
    assert passed["image-alt"] == page.locator("img").count() == 3
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (paper == "rgb(255, 255, 255)") == (scheme == "light")


def test_every_picture_is_drawn_and_every_part_is_reached(page, report):
    page.goto(report.as_uri())
    assert page.evaluate("[...document.images].every((each) => each.complete && each.naturalWidth > 500)")
    for link in page.locator("nav a").all():
        link.click()
        assert page.locator(page.evaluate("location.hash")).is_visible()


def test_nothing_runs_over_the_edge_of_a_phone_or_a_sheet(page, report):
    page.goto(report.as_uri())
    for width in (360, 794):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.emulate_media(media="print")
    assert page.locator("nav").is_hidden()


def test_a_file_s_name_is_shown_as_text(page, report):
    page.on("dialog", lambda dialog: pytest.fail("a script ran"))
    page.goto(report.as_uri())
    assert page.get_by_text("<img src=x onerror=alert(1)>.txt").is_visible()
