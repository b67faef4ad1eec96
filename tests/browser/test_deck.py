"""Decks as an instructor opens them: from file://, the network cut, every slide walked, every explorer moved by key."""

from functools import cache

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from mlprojects.course import slides
from mlprojects.course.deck import outline
from mlprojects.course.house import notebook_sources
from small_deck import guess_truths, small, stored_frames, write
from watching import watched_page

SIZES = [(1280, 720), (1920, 1080)]
THEMES = ["light", "dark"]
SHOWN = "section.present > section.leaf.present"
DECKS = [*(source.stem for source in notebook_sources([])), slides.LECTURE]
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
SMALL = """() => [...deck.getCurrentSlide().querySelectorAll(".content *")]
  .filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
  .filter((node) => node.getBoundingClientRect().width > 2 && !node.closest("script, .mlp-unseen"))
  .filter((node) => parseFloat(getComputedStyle(node).fontSize) < 15)
  .map((node) => `small type: ${node.outerHTML.slice(0, 80)}`)"""

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
  return texts.length ? ratios.filter(([ratio]) => ratio < 4.5) : ["no text at all"];
}"""


# An explorer's sentence comes with its picture, a moment after the slide.
WALK = """async (check) => {
  const found = [];
  for (const slide of document.querySelectorAll("section.leaf")) {
    const at = deck.getIndices(slide);
    deck.slide(at.h, at.v);
    const canvas = slide.querySelector(".mlp-stage canvas");
    while (canvas && !canvas.dataset.key) await new Promise((done) => setTimeout(done, 5));
    const faults = check();
    if (faults.length) found.push([slide.id, faults]);
  }
  return found;
}"""
FOCUS = """(place) => {
  const all = deck.getCurrentSlide().querySelectorAll(
    ".mlp-controls :is(input[type=range], input[type=checkbox], select, fieldset)");
  const control = [...all].filter((node) => node.getClientRects().length)[place];
  if (!control) return null;
  const node = control.querySelector?.("input:checked") ?? control;
  node.focus();
  if (node.type === "checkbox") return "Space";
  return node.type === "range" && node.value === node.min ? "ArrowUp" : "ArrowDown";
}"""
MOVED = "key => deck.getCurrentSlide().querySelector('canvas').dataset.key !== key"
TABLE = """() => {
  const details = deck.getCurrentSlide().querySelector(".mlp-table");
  details.open = true;
  const box = details.querySelector(".mlp-scroll").getBoundingClientRect();
  const shown = box.width > 50 && box.height > 20;
  details.open = false;
  return shown && box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
}"""
READY = """() => document.querySelectorAll(".pdf-page").length
  && [...document.querySelectorAll(".mlp-stage canvas")].every((canvas) => canvas.dataset.key)
  && document.querySelectorAll(".mlp-stage").length === document.querySelectorAll("section.leaf.explorer").length"""
SHEETS = "sheets => sheets.filter((sheet) => sheet.scrollHeight > sheet.clientHeight + 2).length"


@pytest.fixture(scope="module", params=DECKS)
def deck(request, tmp_path_factory):
    """The file of a deck of each module and of the lecture: every word and control, one picture an explorer."""
    folder = tmp_path_factory.mktemp("decks")
    with pytest.MonkeyPatch.context() as patch:
        guess_truths(patch)
        patch.setattr(outline, "read", READ)
        patch.setattr(slides, "_bake", lambda *_, **__: None)
        patch.setattr(slides.Store, "of", lambda _, explorer: stored_frames()[explorer.name])
        assert slides.make([request.param], folder, coarse=True)
    return folder / f"{request.param}.html"


READ = cache(outline.read)  # the lecture shows what was read for the modules


@pytest.fixture(scope="module")
def shown(browser, deck):
    """That deck in a window."""
    with watched_page(browser) as page:
        yield opened(page, deck)


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
    page.evaluate(
        "name => { const at = deck.getIndices(document.getElementById(name)); deck.slide(at.h, at.v) }",
        name.replace("_", "-"),
    )


def move_all(page):
    """Press a key on each control of the explorer on this slide; how many there are."""
    place = 0
    while (press := page.evaluate(FOCUS, place)) is not None:
        before = page.evaluate("deck.getCurrentSlide().querySelector('canvas').dataset.key")
        page.keyboard.press(press)
        page.wait_for_function(MOVED, arg=before)
        place += 1
    return place


def test_every_slide_fits_and_can_be_read(shown):
    """Nothing spills over, is too small or too faint: on a small screen by day, and on a large one in the dark."""
    check = f"() => [...({SPILLS})(), ...({FAINT})(), ...({SMALL})()]"
    for (width, height), theme in zip(SIZES, THEMES, strict=True):
        shown.set_viewport_size({"width": width, "height": height})
        shown.evaluate("theme => { deck.layout(); document.body.dataset.mlpTheme = theme }", theme)
        assert shown.evaluate(f"() => ({WALK})({check})") == []


def test_every_explorer_moves_by_keyboard_and_opens_its_table(shown):
    shown.set_viewport_size({"width": 1280, "height": 720})
    for name in shown.evaluate("[...document.querySelectorAll('section.leaf.explorer')].map((slide) => slide.id)"):
        go(shown, name)
        shown.wait_for_function("deck.getCurrentSlide().querySelector('canvas[data-key]')")
        assert move_all(shown) > 0
        assert here(shown) == name, "a control's keys must not turn the slide"
        assert shown.evaluate(SPILLS) == [], f"{name} with the longest sentence"
        assert shown.evaluate(TABLE), f"the table of {name} lies within the slide"


def test_printed_it_has_a_page_a_slide_and_axe_finds_nothing(browser, deck, axe):
    """On paper all slides stand in one document: axe looks at every one. Contrast was measured on the screen."""
    with watched_page(browser) as page:
        opened(page, deck, query="?print-pdf")
        page.wait_for_function(READY)
        slides_of = page.locator("section.leaf").count()
        assert page.locator(".pdf-page").count() == slides_of
        assert page.locator(".pdf-page").evaluate_all(SHEETS) == 0
        page.evaluate(AXE_SCRIPT)
        page.evaluate("axe.configure({ rules: [{ id: 'color-contrast', tags: [] }] })")
        assert axe(page, ".slides")["list"] > 1, "it saw more than one slide"
        assert page.pdf(prefer_css_page_size=True, print_background=True).count(b"/Type /Page\n") == slides_of


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_on_the_screen(page, made_up, axe, theme):
    opened(page, made_up, query="?dark" if theme == "dark" else "")
    assert page.evaluate("document.body.dataset.mlpTheme") == theme
    for slide in small().slides:
        go(page, slide.name)
        if slide.explorer:  # its words come with its picture
            page.wait_for_selector(f"{SHOWN} canvas[data-key]")
        axe(page, SHOWN)


def test_a_presenters_remote_goes_on_from_within_a_control(page, made_up):
    opened(page, made_up)
    go(page, "slope")
    page.wait_for_selector(f"{SHOWN} canvas[data-key]")
    page.get_by_label("plain", exact=True).focus()
    page.keyboard.press("PageDown")
    page.wait_for_function("deck.getCurrentSlide().id === 'part-2'")
    page.keyboard.press("PageUp")
    page.wait_for_function("deck.getCurrentSlide().id === 'slope'")


def test_words_have_the_largest_type_in_which_they_fit(page, made_up):
    opened(page, made_up)
    sizes = []
    for words in (5, 60, 120, 200, 320):
        page.evaluate(
            """words => {
                const content = document.querySelector("#takeaways .content");
                content.innerHTML = `<p>${"word ".repeat(words)}</p>`;
                delete content.dataset.size;
            }""",
            words,
        )
        go(page, "title")
        go(page, "takeaways")
        sizes.append(page.evaluate("deck.getCurrentSlide().querySelector('.content').dataset.size"))
        assert page.evaluate(SPILLS) == []
    order = ["huge", "large", "", "dense", "tiny"]
    assert sizes == sorted(sizes, key=order.index)
    assert sizes[0] == "huge"
    assert len(set(sizes)) >= 4


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


def test_printed_each_explorer_shows_its_first_state(browser, made_up):
    with watched_page(browser) as page:
        opened(page, made_up, query="?print-pdf")
        page.wait_for_selector("canvas[data-key]", state="attached")
        assert page.locator("section.leaf canvas").get_attribute("data-key") == small().slides[4].explorer.key()
        assert page.locator("section.leaf .mlp-says").text_content() != ""
