"""Decks as an instructor opens them: from file://, the network cut, every slide walked, every explorer moved by key."""

from collections import defaultdict

import pytest
from mlprojects.course import slides
from mlprojects.course.house import notebook_sources
from small_deck import guess_truths, small, write
from watching import watched_page

SIZES = [(1280, 720), (1920, 1080)]
SHOWN = "section.present > section.leaf.present"
STEMS = [source.stem for source in notebook_sources([])]
BLANK = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="  # a WebP of one pixel
LONGEST = ("A sentence as long as it may be. " * 10)[:319] + "."
SPILLS = """() => {
  const content = deck.getCurrentSlide().querySelector(".content");
  const room = content.getBoundingClientRect();
  const spilt = [];
  for (const node of content.querySelectorAll("*")) {
    if (node.closest(".mlp-unseen, option, script, details:not([open]) > :not(summary)")) continue;
    const box = node.getBoundingClientRect();
    if (!box.width || !box.height) continue;
    const below = box.bottom > room.bottom + 1 || box.top < room.top - 1;
    const out = below || box.right > room.right + 1 || box.left < room.left - 1;
    const clips = getComputedStyle(node).overflowY !== "visible" && !node.matches("select, input");
    const cut = clips && node.scrollHeight > node.clientHeight + 2;
    if (out || cut) spilt.push(`${node.tagName}.${node.className} ${out ? "spills over" : "is cut"}`);
  }
  // What is set in a column must not lie on top of its neighbour.
  for (const column of content.querySelectorAll(".mlp-controls, .mlp-options, ol.options")) {
    const boxes = [...column.children].map((node) => node.getBoundingClientRect()).filter((box) => box.height);
    if (boxes.some((box, place) => place && box.top < boxes[place - 1].bottom - 1)) spilt.push("rows overlap");
    if (boxes.some((box) => box.bottom > column.getBoundingClientRect().bottom + 1)) spilt.push("rows stick out");
  }
  const title = content.querySelector(".mlp-stage h3");
  const range = document.createRange();
  if (title) {
    range.selectNodeContents(title);
    const table = content.querySelector(".mlp-table summary").getBoundingClientRect();
    if (range.getBoundingClientRect().right > table.left - 8) spilt.push("the title reaches the table");
  }
  return spilt;
}"""
SIZE_OF_TYPE = """() => Math.min(...[...deck.getCurrentSlide().querySelectorAll(".content *")]
  .filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
  .filter((node) => node.getBoundingClientRect().width > 2 && !node.closest("script, .mlp-unseen"))
  .map((node) => parseFloat(getComputedStyle(node).fontSize)))"""

# axe cannot tell what lies behind the text of a slide, which reveal stacks in layers; so contrast is measured here.
FAINT = """() => {
  const rgba = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, place) => sum + c * [0.2126, 0.7152, 0.0722][place], 0);
  const behind = (node) => {
    for (let each = node; each; each = each.parentElement) {
      const colour = rgba(getComputedStyle(each).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const texts = [...deck.getCurrentSlide().querySelectorAll(".content *")].filter((node) =>
    [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()) &&
    !node.closest("script, .mlp-unseen") && node.getBoundingClientRect().width > 2);
  const ratios = texts.map((node) => {
    const [one, two] = [rgba(getComputedStyle(node).color), behind(node)].map(light).sort((a, b) => b - a);
    return [(one + 0.05) / (two + 0.05), node.outerHTML.slice(0, 80)];
  });
  return [ratios.length, ratios.filter(([ratio]) => ratio < 4.5)];
}"""


@pytest.fixture(scope="module")
def metrics(tmp_path_factory):
    folder = tmp_path_factory.mktemp("decks")
    deck = slides.find("04")
    assert slides.make([deck], folder, coarse=True)
    return deck, folder / "04_metrics.html"


@pytest.fixture(scope="module")
def made_up(tmp_path_factory):
    return write(tmp_path_factory.mktemp("small"))


def opened(page, file, size=SIZES[0], query=""):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.context.set_offline(True)
    page.goto(file.as_uri() + query)
    page.wait_for_function("window.deck?.isReady()")
    return page


def here(page):
    return page.evaluate("deck.getCurrentSlide().id")


def go(page, name):
    page.evaluate("name => { location.hash = `/${name}` }", name.replace("_", "-"))
    page.wait_for_function("name => deck.getCurrentSlide().id === name", arg=name.replace("_", "-"))


def shown_key(page):
    return page.evaluate("deck.getCurrentSlide().querySelector('canvas').dataset.key")


def move_all(page):
    """Press a key on each control of the explorer on this slide; the states that came."""
    page.wait_for_function("deck.getCurrentSlide().querySelector('canvas[data-key]')")
    seen = [shown_key(page)]
    controls = page.locator(f"{SHOWN} .mlp-controls :is(input[type=range], input[type=checkbox], select, fieldset)")
    for place in range(controls.count()):
        control = controls.nth(place)
        if not control.is_visible():
            continue
        if control.evaluate("node => node.matches('fieldset')"):
            control = control.locator("input:checked")
        control.focus()
        page.keyboard.press("Space" if control.get_attribute("type") == "checkbox" else "ArrowDown")
        if shown_key(page) == seen[-1]:  # it stood at its end, or the picture is not there yet
            page.wait_for_timeout(60)
        if shown_key(page) == seen[-1]:
            page.keyboard.press("ArrowUp")
            page.wait_for_function(
                "key => deck.getCurrentSlide().querySelector('canvas').dataset.key !== key", arg=seen[-1]
            )
        seen.append(shown_key(page))
    return seen


@pytest.mark.parametrize("name", [*STEMS, slides.LECTURE])
def test_no_slide_of_any_deck_spills_over(page, tmp_path, monkeypatch, name):
    """Every word and control of every module, with blank pictures and the longest sentence that there may be."""
    guess_truths(monkeypatch)
    monkeypatch.setattr(slides, "_bake", lambda *_, **__: None)
    frame = {"png": BLANK, "says": LONGEST, "table": {"columns": ["a"], "rows": [["1"]], "numeric": [False]}}
    monkeypatch.setattr(slides.Store, "of", lambda *_: defaultdict(lambda: frame))
    deck = slides.find(name)
    assert slides.make([deck], tmp_path, coarse=True)
    opened(page, tmp_path / f"{deck.name}.html")
    spilt = page.evaluate(f"""() => [...document.querySelectorAll("section.leaf")].map((slide) => {{
      const at = deck.getIndices(slide);
      deck.slide(at.h, at.v);
      return [slide.id, ({SPILLS})()];
    }})""")
    assert len(spilt) == len(deck.slides)
    assert [each for each in spilt if each[1]] == []


@pytest.mark.parametrize("size", SIZES)
def test_every_slide_of_a_module_fits_and_every_explorer_moves_by_keyboard(page, metrics, size):
    deck, file = metrics
    opened(page, file, size)
    walked = []
    for slide in deck.slides:
        assert here(page) == slide.name.replace("_", "-")
        if slide.explorer:
            assert len(set(move_all(page))) > 1
            assert here(page) == slide.name.replace("_", "-"), "a control's keys must not turn the slide"
        assert page.evaluate(SPILLS) == [], slide.name
        assert page.evaluate(SIZE_OF_TYPE) >= 15, slide.name
        walked.append(slide.name)
        page.keyboard.press("PageDown")
    assert here(page) == walked[-1].replace("_", "-"), "after the last slide there is none"


def test_an_opened_table_lies_within_the_slide(page, metrics):
    deck, file = metrics
    opened(page, file)
    for name in deck.outlines[0].explorers:
        go(page, name)
        page.locator(f"{SHOWN} summary").click()
        assert page.locator(f"{SHOWN} .mlp-table table").is_visible()
        box = page.locator(f"{SHOWN} .mlp-scroll").bounding_box()
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert box["x"] + box["width"] <= 1280


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_a_slide_of_each_kind(page, metrics, axe, theme):
    _, file = metrics
    opened(page, file, query="?dark" if theme == "dark" else "")
    assert page.evaluate("document.body.dataset.mlpTheme") == theme
    for name in ("title", "part_1", "never_alone", "always_yes-answer", "cheapest_threshold", "which_model_wins"):
        go(page, name)
        if name == "which_model_wins":
            page.wait_for_function("deck.getCurrentSlide().querySelector('canvas[data-key]')")
        axe(page, SHOWN)
        texts, faint = page.evaluate(FAINT)
        assert texts > 3
        assert faint == [], name


def test_a_presenters_remote_goes_on_from_within_a_control(page, made_up):
    opened(page, made_up)
    go(page, "slope")
    page.wait_for_selector(f"{SHOWN} canvas[data-key]")
    page.get_by_label("plain", exact=True).focus()
    page.keyboard.press("PageDown")
    page.wait_for_function("deck.getCurrentSlide().id === 'part-2'")
    page.keyboard.press("PageUp")
    page.wait_for_function("deck.getCurrentSlide().id === 'slope'")


def test_hands_that_were_counted_stand_beside_the_answers(page, made_up):
    opened(page, made_up)
    go(page, "winner")
    page.locator(SHOWN).get_by_label("Hands for B").fill("12")
    page.keyboard.press("PageDown")
    page.wait_for_function("deck.getCurrentSlide().id === 'winner-answer'")
    rows = page.locator(f"{SHOWN} ol.options > li")
    assert rows.evaluate_all("rows => rows.map((row) => row.dataset.count ?? '')") == ["", "12 hands", ""]


def test_a_fragment_comes_a_step_later(page, made_up):
    opened(page, made_up)
    go(page, "part_1")
    step = page.locator(f"{SHOWN} .fragment")
    assert step.text_content().strip() == "Shown a step later."
    assert step.evaluate("node => getComputedStyle(node).visibility") == "hidden"
    page.keyboard.press("PageDown")
    assert here(page) == "part-1"
    page.wait_for_function("getComputedStyle(document.querySelector('.fragment')).visibility === 'visible'")


def test_lights_are_turned_by_a_key(page, made_up):
    opened(page, made_up)
    page.keyboard.press("t")
    assert page.evaluate("document.body.dataset.mlpTheme") == "dark"
    page.keyboard.press("t")
    assert page.evaluate("document.body.dataset.mlpTheme") == "light"


def test_the_overview_shows_the_slides_and_goes_again(page, made_up):
    opened(page, made_up)
    page.keyboard.press("Escape")
    assert page.evaluate("deck.isOverview()")
    page.wait_for_selector("canvas[data-key]", state="attached")
    page.keyboard.press("Escape")
    assert not page.evaluate("deck.isOverview()")


def test_the_speakers_view_shows_notes_and_time_from_a_file(page, made_up):
    opened(page, made_up)
    go(page, "part_1")
    with page.expect_popup() as popup:
        page.keyboard.press("s")
    speaker = popup.value
    speaker.get_by_text("Say it slowly.").wait_for(timeout=8000)
    assert speaker.locator(".timer").is_visible()
    speaker.close()


def test_printed_each_explorer_shows_its_first_state_and_nothing_spills(browser, made_up, tmp_path):
    with watched_page(browser) as page:
        opened(page, made_up, query="?print-pdf")
        page.wait_for_selector("canvas[data-key]", state="attached")
        assert page.locator("section.leaf canvas").get_attribute("data-key") == small().slides[4].explorer.key()
        assert page.locator(".pdf-page").count() == len(small().slides)
        spilt = "sheets => sheets.filter((sheet) => sheet.scrollHeight > sheet.clientHeight + 2).length"
        assert page.locator(".pdf-page").evaluate_all(spilt) == 0
        pdf = page.pdf(prefer_css_page_size=True, print_background=True)
        assert pdf.count(b"/Type /Page\n") == len(small().slides)
