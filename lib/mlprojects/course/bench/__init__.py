"""`course bench`: how fast explorers and simulations answer and what notebooks take, measured and printed as tables.

No test decides on a time: machines differ, and a busy one would be called wrong. Ways are compared in one run, turn by
turn, so that a slow minute is slow for all of them.
"""

import argparse
from collections.abc import Callable

from .browser import board, delay, latency, ready
from .classroom import classroom
from .process import baking, imports, notebooks
from .ranking import ranking
from .simulation import simulation
from .slides import slides

BENCHES: dict[str, Callable[[], None]] = {
    bench.__name__: bench
    for bench in (imports, baking, simulation, ranking, classroom, notebooks, latency, board, ready, delay, slides)
}


def main(arguments: list[str]) -> int:
    """Run the benchmarks that are named, all where none is, and print their tables."""
    parser = argparse.ArgumentParser(prog="course bench", description="Measure how fast the explorers answer.")
    parser.add_argument("names", nargs="*", metavar="name", help=f"any of {', '.join(BENCHES)}; default: all")
    names = parser.parse_args(arguments).names or list(BENCHES)
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        parser.error(f"there is no benchmark {unknown[0]!r}; there are {', '.join(BENCHES)}.")
    for name in names:
        print(f"\n## {name}: {(BENCHES[name].__doc__ or '').strip()}\n", flush=True)
        BENCHES[name]()
    return 0
