"""The quick way of reading a ledger gives what the record's own reader gives, whatever the file holds."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_samples import DATA, record
from mlprojects.classroom.lines import LineReader, slim
from mlprojects.record import read_ledger

SPECIAL = [
    b"\n",
    b"{\n",
    b"not json\n",
    b'{"v":"2.0"}\n',
    record(7).line().rstrip() + b"\r\n",
    b"\xef\xbb\xbf" + record(8).line(),
    b"  " + record(9).line(),
    b"x" + record(10).line(),
    record(11).line().replace(b'"number":11', b'"number":NaN'),
    record(12).line().replace(b'"number":12', b'"number":1e999'),
    record(13).line().replace(b"2026-11-24", b"2026-13-44"),
    record(14).line().replace(b'"data":{"number":14}', b'"data":{},"extra":{"a":1}'),
    record(15).line().replace(b'"v":"1.0"', b'"v":"1.7"'),
    record(16).line().replace(b'"v":"1.0"', b'"new":1,"v":"1.9"'),
    record(17, item="metrics/정밀도").line(),
    record(18).line().replace(b"metrics/sample", b"metrics/" + b"x" * 200),
    record(19).line().replace(b'{"number":19}', b'{"number":"\xff"}'),
    record(20).line().replace(b'{"number":20}', '{"number":"정밀도"}'.encode()),
    record(21).line().replace(b'{"number":21}', b'{"number":' + b"[" * 2000 + b"]" * 2000 + b"}"),
    record(22).line().replace(b'{"number":22}', b'{"number":22,"number":23}'),
    record(23).line()[:-9],
]
LINES = st.one_of(
    st.builds(lambda n, data: record(n, data=data).line(), st.integers(0, 5), DATA),
    st.builds(lambda n, data: record(n, kind="attempt", data=data).line(), st.integers(0, 5), DATA),
    st.sampled_from(SPECIAL),
)


def assert_both_ways_agree(path, content):
    path.write_bytes(content)
    rows, faults = LineReader().read(content)
    records, notes = read_ledger(path)
    expected = [(r.id, r.time, r.learner, r.kind, r.item, slim(json.loads(json.dumps(dict(r.data))))) for r in records]
    assert sorted(repr(tuple(row)) for row in rows) == sorted(map(repr, expected))
    assert len(faults) == len(notes)
    for fault, note in zip(faults, notes, strict=True):
        assert fault.split(":")[0].removeprefix("line ") in note, "the same line is named"


@given(st.lists(LINES, max_size=8))
def test_both_ways_of_reading_agree(tmp_path_factory, lines):
    assert_both_ways_agree(tmp_path_factory.mktemp("one") / "ledger.jsonl", b"".join(lines))


@pytest.mark.parametrize("line", SPECIAL, ids=range(len(SPECIAL)))
def test_each_special_line_is_judged_alike_between_two_others(tmp_path, line):
    assert_both_ways_agree(tmp_path / "ledger.jsonl", record(100).line() + line + b"\n" + record(101).line())


def test_the_course_s_own_lines_go_the_quick_way(monkeypatch):
    content = b"".join(record(n, data={"value": ["Model 3"], "hints": n % 2}).line() for n in range(50))
    monkeypatch.setattr(LineReader, "_slowly", staticmethod(lambda content, number: iter(()) if not content else 1 / 0))
    rows, faults = LineReader().read(content)
    assert len(rows) == 50
    assert faults == []
    assert len({id(row.data) for row in rows}) == 2, "equal data is one object"


@pytest.mark.parametrize("size", [1024 * 1024, 1024 * 1024 + 5])
def test_a_line_longer_than_any_entry_is_set_aside_and_the_next_is_read(size):
    long = record(1, data={"text": "x" * size}).line()
    rows, faults = LineReader().read(long + record(2).line())
    assert [row.id for row in rows] == ["record-000002"]
    assert faults == ["line 1: it is longer than any entry"]
