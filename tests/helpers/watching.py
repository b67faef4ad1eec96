"""Pages whose misbehaviour fails a test, wherever it happens."""

from contextlib import contextmanager

LAPTOP = {"width": 1100, "height": 900}


@contextmanager
def watched_page(browser):
    """An empty page that must ask no other host, and whose console must show no error."""
    context = browser.new_context(viewport=LAPTOP)
    opened = context.new_page()
    errors, foreign = [], []
    opened.on("console", lambda message: message.type == "error" and errors.append(message.text))
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("request", lambda request: request.url.startswith("http") and foreign.append(request.url))
    yield opened
    context.close()
    assert errors == [], errors
    assert [address for address in foreign if "//127.0.0.1:" not in address] == []
