"""One record: every JSON comes back as it was, everything else is refused with a sentence."""

import json
import math
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_samples import DATA, joined, patient, record
from mlprojects.record.record import DEEPEST_DATA, LONGEST_LINE, RefusedError, checked, parse

SCHEMA = json.loads(files("mlprojects.record").joinpath("ledger.schema.json").read_text("utf-8"))
ODD = st.text("aZ09-_/.<é٣", max_size=12)  # without newline, where the two read "$" differently
KNOWN = ("v", "id", "time", "learner", "session", "course", "kind", "item", "data")


@patient
@given(DATA)
def test_any_json_comes_back_and_its_line_is_one_ascii_line(data):
    sample = record(data=data)
    line = sample.line()
    assert line.isascii()
    assert line.count(b"\n") == 1
    back = parse(line)
    assert joined(back.data) == joined(data)
    assert back.line() == checked(back).line()


@pytest.mark.parametrize(
    "text", ["\ud800", "a\0b", "한국어", "مرحبا", "<script>alert(1)</script>", "two\nlines\r\n", "\u2028"]
)
def test_difficult_text_is_data(text):
    assert parse(record(data={text: text}).line()).data == {text: text}


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (math.nan, "NaN, infinity"),
        (-math.inf, "NaN, infinity"),
        pytest.param(10**5000, "thousands of digits", id="5000 digits"),
        ({1: "a"}, "key in it must be text"),
        ({("a", 1): "a"}, "key in it must be text"),
        ({1, 2}, "type set"),
        (b"bytes", "type bytes"),
        ("x" * LONGEST_LINE, "65 kB long and an entry can have 64 kB at most"),
        ("한" * 11_000, "64 kB at most"),
    ],
)
def test_what_json_cannot_hold_is_refused_with_the_reason(value, reason):
    with pytest.raises(RefusedError, match=reason):
        checked(record(data={"value": [value]}))


def test_data_that_contains_itself_is_refused():
    loop = {}
    loop["loop"] = loop
    with pytest.raises(RefusedError, match="contains itself"):
        checked(record(data=loop))


@pytest.mark.parametrize("depth", [DEEPEST_DATA, 5_000, 100_000])
def test_bottomless_nesting_is_refused(depth):
    value = []
    for _ in range(depth):
        value = [value]
    with pytest.raises(RefusedError, match="nested more than 50 levels"):
        checked(record(data={"value": value}))


def test_the_longest_line_is_accepted_and_one_byte_more_is_not():
    room = LONGEST_LINE - len(record(data={"text": ""}).line())
    assert len(checked(record(data={"text": "x" * room})).line()) == LONGEST_LINE
    with pytest.raises(RefusedError, match="64 kB at most"):
        checked(record(data={"text": "x" * (room + 1)}))


def test_a_checked_record_shares_nothing_with_the_caller():
    answer = ["first"]
    kept = checked(record(data={"answer": answer, "pair": (1, 2)}))
    answer.append("second")
    assert kept.data == {"answer": ["first"], "pair": [1, 2]}


def test_fields_of_a_newer_minor_version_are_kept_and_written_again():
    line = record(v="1.7", extra={"mood": {"level": 3}}).line()
    assert parse(line).extra == {"mood": {"level": 3}}
    assert parse(line).v == "1.7"
    assert parse(line).line() == line


def test_extra_fields_cannot_replace_known_ones():
    assert parse(record(extra={"id": "another-id"}).line()).id == record().id


@pytest.mark.parametrize("version", ["2.0", "3.14", "9999.1"])
def test_a_newer_major_version_advises_an_update(version):
    with pytest.raises(RefusedError, match="please update"):
        parse(json.dumps({"v": version, "shape": "unknown"}).encode())


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"v": 2}, "its 'v' does not fit"),
        ({"v": "0.9"}, "its 'v' does not fit"),
        ({"v": "1" * 5000 + ".0"}, "its 'v' does not fit"),
        ({"id": "../../etc"}, "its 'id' does not fit"),
        ({"id": "short"}, "its 'id' does not fit"),
        ({"time": "2026-02-30T00:00:00.000000Z"}, "its 'time' does not exist"),
        ({"time": "2026-11-24T08:00:00Z"}, "its 'time' does not fit"),
        ({"time": "2026-11-24T08:00:00.000000Z\n"}, "its 'time' does not fit"),
        ({"learner": None}, "its 'learner' does not fit"),
        ({"kind": "<b>"}, "its 'kind' does not fit"),
        ({"item": "metrics/../x"}, "its 'item' does not fit"),
        ({"item": "metrics/<script>"}, "its 'item' does not fit"),
        ({"data": []}, "its 'data' does not fit"),
    ],
)
def test_a_field_that_does_not_fit_is_named(change, reason):
    with pytest.raises(RefusedError, match=reason):
        parse(json.dumps(json.loads(record().line()) | change).encode())


@pytest.mark.parametrize("name", KNOWN)
def test_a_missing_field_is_named(name):
    content = json.loads(record().line())
    del content[name]
    with pytest.raises(RefusedError, match=f"no '{name}'"):
        parse(json.dumps(content).encode())


@pytest.mark.parametrize(
    "line", [b"", b"{", b"nan", b"[1]", b'"text"', b"1", b"\xff\xfe{\0}\0", b"\0" * 40, b"[" * 200_000, b"{" * 200_000]
)
def test_what_is_no_record_is_refused_and_never_crashes(line):
    with pytest.raises(RefusedError, match=r"no record of this course|not JSON"):
        parse(line)


@pytest.mark.parametrize("number", [b"NaN", b"-Infinity", b"1e999", b"-1e999"])
def test_a_line_with_a_number_that_is_none_is_refused(number):
    with pytest.raises(RefusedError, match="not JSON"):
        parse(record(data={"x": 12345}).line().replace(b"12345", number))


def test_mark_and_line_ends_of_other_systems_do_not_matter():
    assert parse(b"\xef\xbb\xbf" + record().line().strip() + b"\r\n") == record()


@patient
@given(st.dictionaries(st.sampled_from(KNOWN), st.none() | ODD | st.just({}), max_size=2))
def test_the_published_schema_means_the_same_to_the_reference_implementation(change):
    content = json.loads(record().line()) | change
    reference = jsonschema.Draft7Validator(SCHEMA).is_valid(content)
    try:
        parse(json.dumps(content).encode())
        ours = True
    except RefusedError:
        ours = False
    assert ours == reference


def test_the_published_schema_is_a_valid_schema_and_describes_every_field():
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    assert tuple(SCHEMA["properties"]) == KNOWN
    assert all(field["description"] for field in SCHEMA["properties"].values())
