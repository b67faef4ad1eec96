"""The explorer in a page without a kernel, as a deck or an exported page runs it."""

import pytest
from mlprojects.engine.baked import page as whole_page
from sample import make, wordy
from sample_texts import guess

SLOPE = make()


@pytest.fixture(scope="module", params=["light", "dark"])
def address(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / f"{request.param}.html"
    path.write_text(whole_page("A page", [SLOPE.bake()], request.param), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def stage(page, address):
    page.context.set_offline(True)
    page.goto(address)
    shows(page, SLOPE.key())
    return page.locator(".mlp-stage")


def shows(page, key):
    page.wait_for_selector(f"canvas[data-key='{key}']")
    assert page.locator(".mlp-says").inner_text() == SLOPE.view(key).says
    assert page.locator("canvas").get_attribute("aria-label") == SLOPE.view(key).says


def pixels(page):
    return page.evaluate("document.querySelector('canvas').toDataURL()")


def test_the_first_state_is_there_at_once_without_a_note(stage):
    assert stage.locator("h3").inner_text() == "How steep is the line?"
    assert stage.locator(".mlp-link-note").is_hidden()
    assert stage.get_attribute("aria-busy") == "false"


def test_every_control_is_reached_and_moved_by_keyboard(page, stage):
    before = pixels(page)
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    shows(page, SLOPE.key(rule=2))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Weight"
    page.keyboard.press("End")
    shows(page, SLOPE.key(rule=2, weight=1))
    page.keyboard.press("ArrowLeft")
    shows(page, SLOPE.key(rule=2, weight=0.75))
    assert page.evaluate("document.activeElement.getAttribute('aria-valuetext')") == "0.75"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    shows(page, SLOPE.key(rule=2, weight=0.75, loud=True))
    assert pixels(page) != before


def test_the_picture_follows_while_a_slider_is_dragged(page, stage):
    stage.get_by_label("weighted", exact=True).check()
    box = stage.get_by_label("Weight", exact=True).bounding_box()
    page.mouse.move(box["x"] + 4, box["y"] + box["height"] / 2)
    page.mouse.down()
    for share in (0.5, 1):
        page.mouse.move(box["x"] + 4 + share * (box["width"] - 8), box["y"] + box["height"] / 2)
        shows(page, SLOPE.key(rule=2, weight=share))
    page.mouse.up()


def test_every_state_can_be_reached_and_has_its_own_picture(page, stage):
    seen = {}
    for rule, count in (("plain", 1), ("weighted", 5)):
        stage.get_by_label(rule, exact=True).check()
        for place in range(count):
            if count > 1:
                stage.get_by_label("Weight", exact=True).fill(str(place))
            key = SLOPE.key(rule={"plain": 1, "weighted": 2}[rule], weight=place / 4)
            shows(page, key)
            seen[key] = pixels(page)
    assert len(set(seen.values())) >= 5, "weight 1.00 and the plain rule draw the same line, no others do"


def test_a_control_that_does_not_matter_is_not_shown(stage):
    assert stage.get_by_label("Weight", exact=True).is_hidden()
    stage.get_by_label("weighted", exact=True).check()
    assert stage.get_by_label("Weight", exact=True).is_visible()


def test_a_control_that_no_longer_matters_is_forgotten_and_then_found_again(page, stage):
    stage.get_by_label("weighted", exact=True).check()
    stage.get_by_label("Weight", exact=True).fill("3")
    shows(page, SLOPE.key(rule=2, weight=0.75))
    stage.get_by_label("plain", exact=True).check()
    shows(page, SLOPE.key(rule=1))
    stage.get_by_label("weighted", exact=True).check()
    shows(page, SLOPE.key(rule=2, weight=0.75))


def test_the_ends_of_a_range_push_each_other(page, stage):
    stage.get_by_label("between", exact=True).check()
    shows(page, SLOPE.key(rule=3, span=(0, 2)))
    stage.get_by_label("Span, lower end").fill("2")
    shows(page, SLOPE.key(rule=3, span=(2, 2)))
    stage.get_by_label("Span, upper end").fill("1")
    shows(page, SLOPE.key(rule=3, span=(1, 1)))


def test_the_table_shows_the_numbers_of_the_state(page, stage):
    stage.get_by_text("The numbers as a table").click()
    stage.get_by_label("weighted", exact=True).check()
    shows(page, SLOPE.key(rule=2))
    assert stage.locator("tbody tr").all_inner_texts() == ["line\t0\tno"]


def test_a_deck_never_sees_the_keys_that_move_a_control(page, stage):
    page.evaluate("window.heard = []; document.addEventListener('keydown', (event) => heard.push(event.key))")
    stage.get_by_label("plain", exact=True).focus()
    for key in ("ArrowRight", "Home", "Space", "PageDown", "PageUp"):
        page.keyboard.press(key)
    assert page.evaluate("heard") == ["PageDown", "PageUp"]


def test_axe_finds_nothing_with_the_table_open(page, stage, axe):
    stage.get_by_text("The numbers as a table").click()
    stage.get_by_label("weighted", exact=True).check()
    assert axe(page, ".mlp-stage")["color-contrast"] > 10, "axe must have judged the contrast of labels and table"


@pytest.mark.parametrize("width", [380, 600, 1100, 1920])
def test_nothing_is_cut_off_at_any_width(page, stage, width):
    page.set_viewport_size({"width": width, "height": 900})
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
    stage.get_by_label("weighted", exact=True).check()
    assert stage.get_by_label("Weight", exact=True).bounding_box()["width"] > 200, "wide enough to be dragged"


def test_dark_paper_turns_charts_over_and_leaves_photographs_as_they_are(page, tmp_path):
    for theme in ("light", "dark"):
        for natural in (False, True):
            path = tmp_path / f"{theme}{natural}.html"
            path.write_text(whole_page("A page", [make(natural=natural).bake()], theme), encoding="utf-8")
            page.goto(path.as_uri())
            shows(page, SLOPE.key())
            style = page.locator("canvas").evaluate(
                "c => [getComputedStyle(c).filter, getComputedStyle(c).mixBlendMode]"
            )
            turned = theme == "dark" and not natural
            assert style == (["invert(1) hue-rotate(180deg)", "screen"] if turned else ["none", "normal"])


def test_a_narrow_picture_keeps_its_size_and_is_scrolled_by_keyboard(page, stage, axe):
    pan = stage.locator(".mlp-pan")
    wider = stage.get_by_text("There is more of this picture: scroll it sideways.")
    assert pan.get_attribute("tabindex") is None, "what does not scroll is no stop on the way"
    assert wider.is_hidden()
    page.set_viewport_size({"width": 420, "height": 900})
    page.wait_for_selector(".mlp-pan[tabindex='0'][role='region'][aria-label]")
    assert stage.locator("canvas").bounding_box()["width"] == 520
    assert wider.is_visible()
    assert pan.bounding_box()["width"] < 420
    stage.get_by_label("Loud").focus()
    page.keyboard.press("Tab")
    assert pan.evaluate("node => node === document.activeElement")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.mlp-pan').scrollLeft > 0", timeout=3000)
    axe(page, ".mlp-stage")
    page.set_viewport_size({"width": 1100, "height": 900})
    page.wait_for_selector(".mlp-pan:not([tabindex])")
    assert wider.is_hidden()


def test_in_a_notebook_of_700_pixels_the_whole_picture_is_seen(page, stage):
    # Beside JupyterLab's side bar, a window of 700 pixels leaves this much.
    page.set_viewport_size({"width": 700, "height": 900})
    stage.evaluate(
        """node => { const around = node.offsetWidth - node.querySelector(".mlp-picture").clientWidth;
                     node.style.width = `${546 + around}px`; }"""
    )
    pan = stage.locator(".mlp-pan")
    assert pan.evaluate("node => [node.clientWidth, node.scrollWidth]") == [546, 546]
    assert stage.get_by_text("scroll it sideways").is_hidden()


def shown(page, tmp_path, explorer, width, theme="light"):
    """The explorer in a notebook in a window of this width: 700 pixels leave 546 beside JupyterLab's side bar."""
    path = tmp_path / "page.html"
    path.write_text(whole_page("A page", [explorer.bake()], theme), encoding="utf-8")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(path.as_uri())
    stage = page.locator(".mlp-stage")
    page.wait_for_selector("canvas[data-key]", state="attached")
    if width == 700:
        stage.evaluate(
            """node => { const around = node.offsetWidth - node.querySelector(".mlp-picture").clientWidth;
                         node.style.width = `${546 + around}px`; }"""
        )
    return stage


@pytest.mark.parametrize("width", [700, 1280])
def test_a_closed_explorer_keeps_its_room_and_shows_nothing_of_what_is_behind(page, tmp_path, axe, width):
    stage = shown(page, tmp_path, wordy(after=guess()), width)
    closed = stage.bounding_box()["height"]
    for part in ("canvas", ".mlp-says", ".mlp-controls", "summary"):
        assert stage.locator(part).is_hidden()
    axe(page, ".mlp-stage")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert not stage.evaluate("node => node.querySelector('.mlp-body').contains(document.activeElement)")
    stage.get_by_role("button", name="Open without predicting").press("Enter")
    assert stage.locator("canvas").is_visible()
    assert stage.locator(".mlp-curtain").is_hidden()
    assert stage.bounding_box()["height"] == pytest.approx(closed, abs=1)


@pytest.mark.parametrize("width", [700, 1280])
def test_long_texts_wrap_and_no_control_is_wider_than_its_place(page, tmp_path, width):
    stage = shown(page, tmp_path, wordy(), width)
    stage.get_by_text("The same as a table").click()
    for story in (0, 1):
        stage.locator("select").select_option(str(story))
        page.wait_for_selector(f"canvas[data-key='{story}']")
        assert stage.evaluate("node => node.scrollWidth - node.clientWidth") <= 0
        assert stage.locator(".mlp-scroll").evaluate("node => node.scrollWidth - node.clientWidth") == 0
        assert stage.locator("select").evaluate("node => node.getBoundingClientRect().right") <= stage.evaluate(
            "node => node.querySelector('.mlp-controls').getBoundingClientRect().right"
        )
    assert stage.get_by_text("The numbers as a table").is_visible()
    number = stage.locator("tbody .mlp-number").first
    assert number.evaluate("node => getComputedStyle(node).whiteSpace") == "nowrap", "a number stays on one line"


def test_the_bar_of_what_is_being_drawn_covers_neither_picture_nor_words(page, tmp_path):
    stage = shown(page, tmp_path, wordy(), 700)
    stage.locator("progress").evaluate("node => (node.hidden = false)")
    bar, words = stage.locator("progress").bounding_box(), stage.locator(".mlp-says").bounding_box()
    picture = stage.locator("canvas").bounding_box()
    assert bar["y"] >= picture["y"] + picture["height"]
    assert bar["y"] + bar["height"] <= words["y"]
    assert bar["width"] > 300
