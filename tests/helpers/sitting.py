"""A learner's sitting at one notebook: what is in the ledger, and a question answered in a card."""

import json

MISSING = "Run this cell to see what it shows."
"""What our extension of JupyterLab says in place of a widget that is not there."""


def nothing_is_missing(page):
    """Whether each output of a widget that is laid out shows its widget."""
    return all(page.get_by_text(text).count() == 0 for text in ("Error displaying widget", MISSING))


def ledger(work):
    """All lines of the ledger in a learner's folder, oldest first."""
    return [json.loads(line) for line in (work / "ledger.jsonl").read_text(encoding="utf-8").splitlines()]


def choose(card, question, right):
    """Choose the right or the first wrong option of a question that the card shows, and have it checked."""
    item = card.locator(f".mlp-item[data-item='{question.item}']")
    option = next(o for o in question.entry["options"] if bool(o.get("right")) == right)
    item.get_by_label(option["text"], exact=True).check()
    item.get_by_role("button", name="Check").click()
    item.get_by_text("Right." if right else "Not yet.", exact=True).wait_for()
    return option
