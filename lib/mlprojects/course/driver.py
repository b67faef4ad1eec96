"""Drives a real JupyterLab in a real browser, as a learner would: for the browser tests and the benchmark."""

import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .browser import find_chromium, launch_arguments

PATIENCE = 60.0
"""Seconds that a cold JupyterLab, a kernel or a page may take before a test gives up."""


@contextmanager
def server(work: Path, *asked: str) -> Iterator[str]:
    """`course lab`, or the command `asked`, on `work` and a free port; gives its address with token, and ends it."""
    port, token = _free_port(), secrets.token_hex(16)
    command = [sys.executable, "-m", "mlprojects", *(asked or ("lab",)), "--no-browser", "--port", str(port)]
    command += [f"--IdentityProvider.token={token}", "--LabApp.expose_app_in_browser=True"]
    # A person's own theme and settings must not decide what is tested, nor be changed by it.
    own = {f"JUPYTER_{name}_DIR": str(work / ".jupyter" / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")}
    environment = {**os.environ, **own, "MLPROJECTS_WORK": str(work)}
    log = work / ".lab.log"
    with log.open("w", encoding="utf-8") as sink:
        process = subprocess.Popen(  # noqa: S603 - our own command
            command, stdout=sink, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, env=environment
        )
        try:
            _await(f"http://127.0.0.1:{port}/api/status?token={token}", process, log)
            yield f"http://127.0.0.1:{port}/lab?token={token}"
        finally:
            _end(process)


def _end(process: "subprocess.Popen[bytes]", patience: float = 30) -> None:
    """End a server: asked first, for it then ends its kernels; a kernel sees by itself when its server was killed."""
    process.terminate()
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:  # seen on a busy machine: JupyterLab waits for a kernel that does not answer
        process.kill()
        process.wait()


@contextmanager
def chromium() -> Iterator[Any]:
    """A headless Chromium (a Playwright `Browser`).

    Raises:
        FileNotFoundError: If this machine has none.
    """
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only browser tests and the benchmark need it

    with sync_playwright() as playwright:
        found = find_chromium()
        if found is None:
            raise FileNotFoundError("No Chromium or Chrome was found; `course.py test` says how to get one.")
        browser = playwright.chromium.launch(executable_path=str(found), args=launch_arguments())
        try:
            yield browser
        finally:
            browser.close()


class LabPage:
    """One notebook open in JupyterLab; `page` is the Playwright page behind it."""

    def __init__(self, page: Any, address: str) -> None:  # noqa: ANN401 - a Playwright page
        self.page = page
        self.base, _, self.query = address.partition("/lab?")
        self.runs = 0
        """How often all cells were run since the notebook was opened."""
        page.set_default_timeout(PATIENCE * 1000)

    def open(self, notebook: str) -> None:
        """Load JupyterLab with a notebook of the work folder alone in the window; returns when its kernel is idle."""
        self.page.goto(f"{self.base}/lab/tree/{notebook}?{self.query}&reset")
        self._opened()

    def open_here(self, notebook: str) -> None:
        """Open a notebook in the JupyterLab that the page shows; loaded only where it is not, or stands in a dialog."""
        if "/lab" not in self.page.url or self.page.locator(".jp-Dialog").count():
            self.page.goto(f"{self.base}/lab?{self.query}&reset")
            self.page.wait_for_function("() => window.jupyterapp")
            self.page.evaluate("() => window.jupyterapp.restored.then(() => true)")
        self.page.evaluate("path => { window.jupyterapp.commands.execute('docmanager:open', { path }) }", notebook)
        self._opened()

    def _opened(self) -> None:
        self.page.locator(".jp-Notebook .jp-Cell").first.wait_for()
        self.idle()
        self.runs = 0

    def close(self) -> None:
        """End the kernel and close the notebook as it was last saved; JupyterLab stays."""
        self.page.evaluate(
            """async () => {
                const panel = window.jupyterapp.shell.currentWidget;
                await panel.sessionContext.shutdown();
                panel.dispose();
            }"""
        )

    def idle(self) -> None:
        """Wait until the kernel has nothing to do."""
        self.page.wait_for_function(
            "() => { const context = window.jupyterapp?.shell.currentWidget?.sessionContext;"
            " return context?.isReady && context.session?.kernel?.status === 'idle' }"
        )

    def command(self, name: str) -> None:
        """Run one of JupyterLab's commands, such as `notebook:run-all-cells`."""
        # jupyterapp is JupyterLab's own name for its application in the page; `server` has it put there.
        self.page.evaluate("name => { window.jupyterapp.commands.execute(name) }", name)

    def run_all(self) -> None:
        """Run every cell and wait for the last one."""
        # Here the command's promise is waited for: it is kept when the last cell has run.
        self.page.evaluate("async () => { await window.jupyterapp.commands.execute('notebook:run-all-cells') }")
        self.idle()
        self.runs += 1

    def run(self, *starts: str) -> None:
        """Go to the code cells that begin so, one after another, and run them; waits for the last one.

        Raises:
            LookupError: no code cell begins so.
        """
        missing = self.page.evaluate(
            """async (starts) => {
                const { content } = window.jupyterapp.shell.currentWidget;
                for (const start of starts) {
                    const place = content.widgets.findIndex(
                        ({ model }) => model.type === "code" && model.sharedModel.source.startsWith(start));
                    if (place < 0) return start;
                    content.activeCellIndex = place;
                    await content.scrollToItem(content.activeCellIndex);
                    await window.jupyterapp.commands.execute("notebook:run-cell");
                }
            }""",
            starts,
        )
        if missing is not None:
            raise LookupError(f"No code cell begins with {missing!r}.")
        self.idle()

    def execute(self, code: str) -> None:
        """Have the kernel run code that stands in no cell."""
        self.page.evaluate(
            """code => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel
                .requestExecute({ code, store_history: false }).done.then(() => true)""",
            code,
        )

    def save(self) -> None:
        """Save the notebook."""
        self.page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")

    def restart(self) -> None:
        """Restart the kernel, confirming as a learner does; the page stays."""
        self.command("kernelmenu:restart")
        self.page.locator(".jp-Dialog button.jp-mod-accept").click()
        self.page.locator(".jp-Dialog").wait_for(state="detached")
        self.idle()

    def type_in_cell(self, start: str, source: str) -> None:
        """Replace the text of the code cell that begins with `start`, up to its last line, and run it."""
        self.page.evaluate(
            """async ([start, source]) => {
                const { content, sessionContext } = window.jupyterapp.shell.currentWidget;
                const place = content.widgets.findIndex((cell) => cell.model.sharedModel.source.startsWith(start));
                const shared = content.widgets[place].model.sharedModel;
                const lines = shared.source.trimEnd().split("\\n");
                shared.setSource(source + lines.at(-1));
                content.activeCellIndex = place;
                await window.jupyterapp.commands.execute("notebook:run-cell");
            }""",
            [start, source],
        )

    def theme(self, name: str) -> None:
        """Change the theme: "JupyterLab Light" or "JupyterLab Dark"."""
        self.page.evaluate("name => window.jupyterapp.commands.execute('apputils:change-theme', { theme: name })", name)
        light = "true" if name.endswith("Light") else "false"
        self.page.wait_for_selector(f"body[data-jp-theme-light='{light}']", state="attached")

    def stage(self, name: str) -> Any:  # noqa: ANN401 - a Playwright locator
        """The explorer of this name, scrolled into view."""
        return self._shown(f".mlp-stage[data-explorer='{name}']")

    def card(self, name: str) -> Any:  # noqa: ANN401 - a Playwright locator
        """The card (question, prediction, task or form) of this name, scrolled into view."""
        return self._shown(f".mlp-card[data-item='{name}']")

    def _shown(self, selector: str) -> Any:  # noqa: ANN401 - a Playwright locator
        found = self.page.locator(selector).first
        found.wait_for(state="attached")
        found.scroll_into_view_if_needed()
        return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await(address: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310 - a loopback address made above
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise RuntimeError(f"JupyterLab did not start:\n{log.read_text(encoding='utf-8')[-2000:]}")
