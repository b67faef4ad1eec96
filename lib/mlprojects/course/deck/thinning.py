"""Explorers with fewer steps, where all of them would make a deck too large."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import combinations_with_replacement
from types import MappingProxyType

from mlprojects.engine import Explorer
from mlprojects.engine.controls import Control

BYTES_A_STATE = 29_000
"""A frame as base64 with its sentence and table, in the module whose pictures are fullest; the mean is 24,000."""
COARSEST = 64
"""No slider has so many steps that more would be left out; choices lose options then, too."""


@dataclass(frozen=True)
class Thinned:
    """An explorer of which every `every`-th step of each slider is kept, the first, the last and the default always.

    Switches and whatever another control depends on are kept whole, choices up to `COARSEST`.
    """

    explorer: Explorer
    every: int = 1

    @property
    def small(self) -> Explorer:
        """The explorer with the controls that are left; the same model behind it."""
        whole = self.explorer
        needed = {control.when[0] for control in whole.controls.values() if control.when}
        controls = {n: c if n in needed else thin(c, self.every) for n, c in whole.controls.items()}
        return Explorer(whole.model, controls, None, natural=whole.natural)

    def states(self) -> dict[str, str]:
        """The key of each state that is left, to the same state's key in the whole explorer."""
        small = self.small
        return {key: self.explorer.key(**small.values(key)) for key in small.keys()}  # noqa: SIM118 - no mapping


def thin(control: Control, every: int) -> Control:
    """The control with every `every`-th step; itself where it has none to lose."""
    if control.kind == "slider" or (control.kind == "choice" and every >= COARSEST):
        last = len(control.values) - 1
        kept = [p for p in range(last + 1) if p % every == 0 or p in {last, control.default}]
    elif control.kind == "range":
        kept = _kept_pairs(control, every)
    else:
        return control
    values, texts = [control.values[p] for p in kept], [control.texts[p] for p in kept]
    return replace(control, values=tuple(values), texts=tuple(texts), default=kept.index(control.default))


def fitting(
    explorers: Mapping[str, Explorer], size: float, begin: Mapping[str, int] = MappingProxyType({})
) -> dict[str, Thinned]:
    """The explorers thinned until together they have at most the states that `size` bytes hold.

    The one with most states loses steps first, so that none is spoilt for the others' sake.

    Args:
        explorers: By name.
        size: Bytes.
        begin: How far some are thinned from the beginning: to the states that another deck has drawn.
    """
    chosen = {name: Thinned(explorer, begin.get(name, 1)) for name, explorer in explorers.items()}
    counts = {name: len(each.small) for name, each in chosen.items()}
    while sum(counts.values()) * BYTES_A_STATE > size:
        thinnable = [name for name, each in chosen.items() if each.every < COARSEST]
        if not thinnable:
            break
        largest = max(thinnable, key=counts.__getitem__)
        chosen[largest] = replace(chosen[largest], every=2 * chosen[largest].every)
        counts[largest] = len(chosen[largest].small)
    return chosen


def _kept_pairs(control: Control, every: int) -> list[int]:
    """Positions of a range's pairs whose ends are kept; a page expects every pair of the ends there are."""
    ends = sorted({end for pair in control.values for end in pair})
    always = {ends[0], ends[-1], *control.values[control.default]}
    kept = [end for place, end in enumerate(ends) if place % every == 0 or end in always]
    return [control.values.index(pair) for pair in combinations_with_replacement(kept, 2)]
