"""What the tests of the class picture share: exercises, and a class of three whose numbers are known."""

from datetime import UTC, datetime, timedelta

import pytest
import sample_texts
from ledger_samples import record


@pytest.fixture(scope="module")
def exercises():
    """One exercise of each kind, as a course has them, by its name in the ledger."""
    made = [
        sample_texts.winner(),
        sample_texts.limits(),
        sample_texts.score(),
        sample_texts.guess(),
        sample_texts.weight(),
        sample_texts.double(),
        sample_texts.metric(),
        sample_texts.ideas(),
        sample_texts.shades(),
    ]
    return {each.item: each for each in made}


@pytest.fixture
def write(tmp_path):
    """Writes records into a file of the class's folder and gives the folder."""

    def writes(name, records):
        path = tmp_path / "class" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"".join(r if isinstance(r, bytes) else r.line() for r in records))
        return tmp_path / "class"

    return writes


@pytest.fixture
def hand_in(write):
    """Writes a file for each learner and gives the folder."""

    def writes(records):
        for learner in {each.learner for each in records}:
            folder = write(f"{learner}.jsonl", [each for each in records if each.learner == learner])
        return folder

    return writes


@pytest.fixture
def did():
    """Makes the records of one learner: each call is a minute later than the one before."""
    number = iter(range(1, 10_000))

    def does(learner, kind, item, after=60, **data):
        does.now += after
        moment = datetime(2026, 11, 24, tzinfo=UTC) + timedelta(seconds=does.now)
        time = f"{moment:%Y-%m-%dT%H:%M:%S}.000000Z"
        return record(next(number), learner=f"learner-{learner}", time=time, kind=kind, item=item, data=data)

    does.now = 0
    return does
