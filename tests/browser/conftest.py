"""A real Chromium for the tests of pages, and a real JupyterLab for the tests of notebooks."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from mlprojects.course.driver import LabPage, chromium, server
from watching import watched_page
from wings import lessons

pytest.register_assert_rewrite("every_notebook", "sitting")
PLACES = {"begins": 0, "": 1, "ends": 2}


def pytest_collection_modifyitems(items):
    """In a file, what begins a sitting comes first, and what ends it last."""
    marks = {item: item.get_closest_marker("sitting") for item in items}
    ranks = {item: PLACES[mark.args[0] if mark else ""] for item, mark in marks.items()}
    order = {path: place for place, path in enumerate(dict.fromkeys(item.path for item in items))}
    items.sort(key=lambda item: (order[item.path], ranks[item]))


@pytest.fixture(scope="module")
def browser():
    """One a file: while it runs, Playwright's event loop does too, and no other test could start one."""
    with chromium() as started:
        yield started


@pytest.fixture
def page(browser):
    with watched_page(browser) as opened:
        yield opened


@pytest.fixture(scope="module")
def work(tmp_path_factory):
    """The folder of one learner, who sits at one notebook."""
    return tmp_path_factory.mktemp("learner")


@pytest.fixture(scope="module")
def address(work):
    """Of a JupyterLab on that folder."""
    with server(work) as started:
        yield started


@pytest.fixture(scope="module")
def unrun(browser, address, request):
    """The notebook that the file names, opened and not yet run: one sitting for all tests of a file."""
    with watched_page(browser) as page:
        opened = LabPage(page, address)
        opened.open(request.module.NOTEBOOK)
        yield opened
        opened.shut_down()


@pytest.fixture(scope="module")
def lab(unrun):
    """The same, run from top to bottom."""
    unrun.run_all()
    return unrun


@pytest.fixture(scope="module")
def lesson(request):
    """The lesson of the notebook that the file names."""
    return lessons()[request.module.NOTEBOOK.removesuffix(".ipynb").split("_", 1)[1]]


@pytest.fixture
def axe():
    """Asserts that axe-core finds nothing wrong within a part of the page; gives how many elements each rule passed."""

    def check(page, within):
        found = Axe().run(page, context=within, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
        faults = [
            f"{fault['id']}: {fault['help']} {[node['html'][:160] for node in fault['nodes']]}"
            for fault in found.response["violations"]
        ]
        assert faults == []
        return {passed["id"]: len(passed["nodes"]) for passed in found.response["passes"]}

    return check
