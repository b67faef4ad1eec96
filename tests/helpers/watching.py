"""Pages whose misbehaviour fails a test, wherever it happens."""

from contextlib import contextmanager

LAPTOP = {"width": 1100, "height": 900}
NOT_OURS = ("Error: widget model not found", "Could not restore the debugger state: Canceled")
"""What the widget manager says after two seconds in vain (our extension of JupyterLab then asks once more), and what
JupyterLab's debugger says when a kernel is ended that it still asks something."""


@contextmanager
def watched(page):
    """A page that meanwhile must ask no other host, and whose console must show no error."""
    errors, foreign = [], []
    heard = {
        "console": lambda message: message.type == "error" and errors.append(message.text),
        "pageerror": lambda error: errors.append(str(error)),
        "request": lambda request: request.url.startswith("http") and foreign.append(request.url),
    }
    for event, hear in heard.items():
        page.on(event, hear)
    yield page
    for event, hear in heard.items():
        page.remove_listener(event, hear)
    errors = [error for error in errors if not error.startswith(NOT_OURS)]
    assert errors == [], errors
    assert [address for address in foreign if "//127.0.0.1:" not in address] == []


@contextmanager
def watched_page(opener):
    """An empty page that is watched until it is closed.

    Opened by a browser it knows nothing yet; opened by a browser's context it has what that one has kept.
    """
    opened = opener.new_page()
    opened.set_viewport_size(LAPTOP)
    with watched(opened):
        yield opened
        opened.close()
