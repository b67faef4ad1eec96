"""Records and JSON to test with."""

from itertools import pairwise

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from mlprojects.record import Record

# a busy machine or a slow disk is no failure
patient = settings(suppress_health_check=[HealthCheck.too_slow])

NUMBERS = st.integers(-(2**63), 2**63) | st.floats(allow_nan=False, allow_infinity=False)
ITEM = "metrics/sample"
TEXT = st.text(st.characters())  # with lone surrogates, NUL, line separators
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=8,
)
DATA = st.dictionaries(TEXT, VALUES, max_size=4)


def record(number=0, **changes):
    """The record with this number, one a second."""
    content = {
        "id": f"record-{number:06}",
        "time": f"2026-11-24T{number // 3600 % 24:02}:{number // 60 % 60:02}:{number % 60:02}.000000Z",
        "learner": "learner-1",
        "session": "session-1",
        "course": "1.0.0",
        "kind": "answer",
        "item": "metrics/sample",
        "data": {"number": number},
    }
    return Record(**(content | changes))


def joined(value):
    """The same JSON with lone surrogates that stand side by side read as the one character they make."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") if _pairs(value) else value
    if isinstance(value, dict):
        return {joined(key): joined(inner) for key, inner in value.items()}
    return [joined(inner) for inner in value] if isinstance(value, list) else value


def _pairs(text):
    return any("\ud800" <= a <= "\udbff" and "\udc00" <= b <= "\udfff" for a, b in pairwise(text))


def answers(ledger):
    return [r.data["n"] for r in ledger.records("answer", ITEM)]


def answer(ledger, number):
    return ledger.append("answer", ITEM, {"n": number})
