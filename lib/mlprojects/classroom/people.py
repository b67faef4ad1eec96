"""Who is one learner: files that share a random id or an entry come from one person, on however many machines."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

import numpy as np

from mlprojects.words import both

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt

MOST_MACHINES = 5
"""Random ids that one person's file may hold; one with more was put together from several people's (our limit)."""


def same_people(pairs: Iterable[tuple[str, int]], shared: Iterable[tuple[int, int]]) -> dict[str, int]:
    """The number of the person behind each random id.

    The files and ids are the nodes of a graph, joined where an id stands in a file or two files share an entry; a
    person is a connected component of it. A file with more than `MOST_MACHINES` ids joins nothing.

    Args:
        pairs: Random id and number of a file in which it stands.
        shared: Numbers of two files with a common entry.

    Returns:
        Random id to number of the person, from 0; the numbers do not depend on the order of the files and tell
        nothing about the people.
    """
    from scipy.sparse import coo_array  # type: ignore[import-untyped]  # noqa: PLC0415 - only a class needs it
    from scipy.sparse.csgraph import connected_components  # type: ignore[import-untyped]  # noqa: PLC0415 - likewise

    pairs = sorted(set(pairs))
    if not pairs:
        return {}
    ids = sorted({one for one, _ in pairs})
    place = {one: number for number, one in enumerate(ids)}
    crowded = gatherings(pairs)
    edges = [(place[one], len(ids) + file) for one, file in pairs if file not in crowded]
    edges += [(len(ids) + a, len(ids) + b) for a, b in shared if a not in crowded and b not in crowded]
    nodes = len(ids) + 1 + max((max(file for _, file in pairs), *(max(each) for each in shared)))
    ends = np.array(edges, dtype=np.int64).reshape(-1, 2)
    graph = coo_array((np.ones(len(ends), dtype=np.int8), (ends[:, 0], ends[:, 1])), shape=(nodes, nodes))
    component = connected_components(graph, directed=False)[1][: len(ids)]
    return dict(zip(ids, _shuffled(ids, component), strict=True))


def gatherings(pairs: Iterable[tuple[str, int]]) -> set[int]:
    """The files that hold more ids than one person's file can; arguments as in `same_people`."""
    held: dict[int, set[str]] = {}
    for one, file in pairs:
        held.setdefault(file, set()).add(one)
    return {file for file, ids in held.items() if len(ids) > MOST_MACHINES}


def _shuffled(ids: Sequence[str], component: npt.NDArray[np.int32]) -> list[int]:
    """Components numbered in the order of a hash of their first id: the same every time, and it reveals nothing."""
    first: dict[int, str] = {}
    for one, number in zip(ids, component.tolist(), strict=True):
        first.setdefault(number, one)
    in_order = sorted(first, key=lambda number: hashlib.sha256(first[number].encode()).hexdigest())
    rank = {number: place for place, number in enumerate(in_order)}
    return [rank[number] for number in component.tolist()]


MOODLE = re.compile(r"_\d+_assignsubmission.*$")
CANVAS = re.compile(r"(_LATE)?_\d+_\d+_.*$")
OURS = re.compile(r"(ledger|ml-projects-[0-9a-zA-Z_-]*)( ?\(\d+\)|-\d+)?\.jsonl?$")


def name_in(label: str) -> str:
    """The learner's name as a learning platform writes it into the name of an upload, or "" if there is none.

    Moodle makes a folder "Jane Doe_123_assignsubmission_file", Canvas a file "doejane_123_456_ledger.jsonl"; otherwise
    the folder's name counts, and without a folder the file's, unless it is one that the course gives.
    """
    *folders, file = [part for part in label.split("/") if part not in {"", ".", ".."}] or [""]
    for part in (*folders, file):
        for platform in (MOODLE, CANVAS):
            if platform.search(part):
                return platform.sub("", part).strip()
    if folders:
        return re.sub(r"\.zip$", "", folders[-1], flags=re.IGNORECASE).strip()
    return "" if OURS.match(file) else file.rpartition(".")[0].strip() or file


def name_of(labels: Iterable[str], number: int) -> str:
    """What a learner is called where names are shown: by their uploads, else as everybody is by number."""
    names = sorted({name for name in map(name_in, labels) if name})
    return both(names) if names else numbered(number)


def numbered(number: int) -> str:
    """What a learner is called where names are not shown."""
    return f"Learner {number + 1}"
