"""A real Chromium for the tests of pages, and a real JupyterLab for the tests of notebooks."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from mlprojects.course.driver import chromium

LAPTOP = {"width": 1100, "height": 900}


@pytest.fixture(scope="session")
def browser():
    with chromium() as started:
        yield started


@pytest.fixture
def page(browser):
    """An empty page that asks no other host, and whose test fails when the page's console shows an error."""
    context = browser.new_context(viewport=LAPTOP)
    opened = context.new_page()
    errors, foreign = [], []
    opened.on("console", lambda message: message.type == "error" and errors.append(message.text))
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("request", lambda request: request.url.startswith("http") and foreign.append(request.url))
    yield opened
    context.close()
    assert errors == []
    assert [address for address in foreign if "//127.0.0.1:" not in address] == []


@pytest.fixture
def axe():
    """Asserts that axe-core finds nothing wrong within a part of the page."""

    def check(page, within):
        found = Axe().run(page, context=within, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
        faults = [
            f"{fault['id']}: {fault['help']} {[node['html'][:160] for node in fault['nodes']]}"
            for fault in found.response["violations"]
        ]
        assert faults == []

    return check
