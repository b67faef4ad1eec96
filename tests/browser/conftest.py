"""A real Chromium for the tests of pages, and a real JupyterLab for the tests of notebooks."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from mlprojects.course.driver import LabPage, chromium, server
from watching import LAPTOP, watched, watched_page
from wings import lessons

pytest.register_assert_rewrite("every_notebook", "sitting")
PLACES = {"begins": 0, "": 1, "ends": 2}
JUDGE = """async (within) => {
    const runOnly = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
    // Only what is asked for crosses over to Python: axe's whole answer quotes each element for each of its rules.
    const found = await axe.run(within, { runOnly, selectors: false });
    const faults = found.violations.map(({ id, help, nodes }) =>
        `${id}: ${help} ${nodes.map((node) => node.html.slice(0, 160)).join(" ")}`);
    return { faults, passed: Object.fromEntries(found.passes.map(({ id, nodes }) => [id, nodes.length])) };
}"""
AT_REST = """import sys

def rest(*_):
    if "mlprojects.engine.oven" in sys.modules:
        sys.modules["mlprojects.engine.oven"].PAUSE = 86400.0
        get_ipython().events.unregister("pre_run_cell", rest)

get_ipython().events.register("pre_run_cell", rest)
"""
"""What every kernel runs first: frames are drawn when they are looked at, and none ahead.

They would keep a core busy for as long as the notebook is open, and only the test of drawing ahead looks at them.
"""


def pytest_collection_modifyitems(items):
    """In a file, what begins a sitting comes first, and what ends it last."""
    marks = {item: item.get_closest_marker("sitting") for item in items}
    ranks = {item: PLACES[mark.args[0] if mark else ""] for item, mark in marks.items()}
    order = {path: place for place, path in enumerate(dict.fromkeys(item.path for item in items))}
    items.sort(key=lambda item: (order[item.path], ranks[item]))


@pytest.fixture(scope="package")
def browser():
    """One for all files here that are run in one go; not longer: beside Playwright's event loop no other can run."""
    with chromium() as started:
        yield started


@pytest.fixture
def page(context):
    with watched_page(context) as opened:
        yield opened
        context.set_offline(False)  # some tests cut their page off


@pytest.fixture(scope="package")
def desk(tmp_path_factory):
    """The folder that the notebooks' JupyterLab shows."""
    return tmp_path_factory.mktemp("learner")


@pytest.fixture(scope="module")
def work(request, tmp_path_factory):
    """The folder of one learner, who has done nothing yet."""
    if not hasattr(request.module, "NOTEBOOK"):
        return tmp_path_factory.mktemp("learner")
    desk = request.getfixturevalue("desk")
    for path in desk.iterdir():
        if path.is_file() and path.suffix != ".ipynb" and not path.name.startswith("."):
            path.unlink()
    return desk


@pytest.fixture(scope="package")
def address(desk, tmp_path_factory):
    """Of the JupyterLab of all notebooks."""
    profile = tmp_path_factory.mktemp("ipython")
    startup = profile / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "00-rest.py").write_text(AT_REST, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IPYTHONDIR", str(profile))
        with server(desk) as started:
            yield started


@pytest.fixture(scope="package")
def context(browser):
    """Keeps what its pages load, so that only the first one waits for it."""
    made = browser.new_context()
    yield made
    made.close()


@pytest.fixture(scope="package")
def desktop(context, address):
    """The page of that JupyterLab: to load it takes longer than to open a notebook in it."""
    page = context.new_page()
    page.set_viewport_size(LAPTOP)
    yield LabPage(page, address)
    page.close()


@pytest.fixture(scope="module")
def unrun(desktop, work, request):
    """The notebook that the file names, opened and not yet run: one sitting for all tests of a file."""
    with watched(desktop.page):
        desktop.open_here(request.module.NOTEBOOK)
        yield desktop
        desktop.close()


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
        if not page.evaluate("'axe' in window"):
            page.evaluate(AXE_SCRIPT)
        found = page.evaluate(JUDGE, within)
        assert found["faults"] == []
        return found["passed"]

    return check
