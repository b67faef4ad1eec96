"""Merging ledgers: order does not matter, twice is once, nothing is lost."""

from hypothesis import given
from hypothesis import strategies as st
from ledger_samples import patient, record
from mlprojects.record import Ledger, merge

RECORDS = st.builds(
    lambda number, second, text: record(second, id=f"record-{number:06}", data={"text": text}),
    st.integers(0, 8),
    st.integers(0, 3),
    st.sampled_from("abc"),
)
LEDGERS = st.lists(st.lists(RECORDS, max_size=6), max_size=5)


@patient
@given(LEDGERS, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(ledgers, random):
    merged = merge(ledgers)
    shuffled = [random.sample(ledger, len(ledger)) for ledger in random.sample(ledgers, len(ledgers))]
    assert merge(shuffled) == merged


@patient
@given(LEDGERS)
def test_twice_is_once_and_in_steps_is_at_once(ledgers):
    merged = merge(ledgers)
    assert merge([*ledgers, *ledgers, merged]) == merged
    assert merge([merge(ledgers[:2]), merge(ledgers[2:])]) == merged


@patient
@given(LEDGERS)
def test_every_id_is_kept_once_and_nothing_is_invented(ledgers):
    merged = merge(ledgers)
    given_records = [r for ledger in ledgers for r in ledger]
    assert sorted(r.id for r in merged) == sorted({r.id for r in given_records})
    assert all(r in given_records for r in merged)
    assert merged == sorted(merged, key=lambda r: r.order)


def test_files_of_several_machines_merge(tmp_path):
    for machine in ("lab", "home"):
        (tmp_path / machine).mkdir()
    lab, home = Ledger(tmp_path / "lab"), Ledger(tmp_path / "home")
    lab.append("answer", "metrics/sample", {"n": 1})
    home.path.write_bytes(lab.path.read_bytes())
    home.append("answer", "metrics/sample", {"n": 2})
    lab.append("answer", "metrics/sample", {"n": 3})
    merged = merge([home.path, str(lab.path), tmp_path / "missing"])
    assert [r.data["n"] for r in merged] == [1, 2, 3]
    assert {r.learner for r in merged} == {lab.learner}
    assert merge([lab.records(), iter(home.records())]) == merged
