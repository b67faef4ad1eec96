"""A learner's sitting at one notebook: what is in the ledger, and a question answered in a card."""

import json


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
