"""The project simulator against the same model as a plain Python loop: seconds, cost per project, memory."""

import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from .process import PEAK
from .report import table

if TYPE_CHECKING:
    from mlprojects.lifecycle.project import Project

MANY = 100_000
COUNTS = (1_000, 10_000, 100_000, 1_000_000)
TURNS = 5
SEED = 20210301
FIELD = 4
MILLION = """
from mlprojects.lifecycle.project import Project
from mlprojects.lifecycle.simulator import compare
runs = compare(Project(), 1_000_000, 1)
"""


def simulation() -> None:
    """100,000 projects with both pilots, and the same model as a plain Python loop (seconds of one processor)."""
    from mlprojects.lifecycle.chain import expected  # noqa: PLC0415 - loads a wing
    from mlprojects.lifecycle.project import PILOTS, Project  # noqa: PLC0415 - likewise
    from mlprojects.lifecycle.simulator import compare  # noqa: PLC0415 - likewise

    loops = {pilot: Loop(Project(pilot=pilot)) for pilot in PILOTS}
    plain = dict.fromkeys(PILOTS, 0.0)
    taken: dict[int, list[float]] = {count: [] for count in COUNTS}
    # Turn by turn, each of the loops a part of its projects: a slow minute is slow for all.
    for turn in range(TURNS):
        for pilot, loop in loops.items():
            plain[pilot] += _cpu(loop.run, MANY // TURNS)
        for count, times in taken.items():
            times.append(_cpu(compare, Project(), count, turn))
    fast = statistics.median(taken[MANY])
    rows = [[f"plain loop, {pilot} pilot", f"{time:.3f}"] for pilot, time in plain.items()]
    rows.append(["simulator, both pilots", f"{fast:.3f}"])
    rows.append(["plain loops / simulator", f"{sum(plain.values()) / fast:.0f} times"])
    table([f"{MANY:,} projects", "seconds"], rows)
    print()
    table(
        ["projects", "µs a project, both pilots"],
        [[f"{count:,}", f"{1e6 * statistics.median(times) / count:.2f}"] for count, times in taken.items()],
    )
    print()
    runs = compare(Project(), MANY, SEED)
    means = [
        [pilot, *(f"{mean:.2f}" for mean in (expected(loop.project).weeks, loop.mean, runs[pilot]["weeks"].mean()))]
        for pilot, loop in loops.items()
    ]
    table(["pilot", "mean weeks: closed form", "plain loop", "simulator"], means)
    peak = subprocess.run([sys.executable, "-c", MILLION + PEAK], check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own code
    print(f"\nPeak memory of a process that simulates 1,000,000 projects: {float(peak):.0f} MB.")


def _cpu(function: Callable[..., object], *arguments: object) -> float:
    """Seconds of one processor: unlike those of the clock, they do not count what else the machine is doing."""
    started = time.process_time()
    function(*arguments)
    return time.process_time() - started


Run = tuple[float, bool, list[int]]


class Loop:
    """The model as one writes it without arrays: one project after the other, visit by visit.

    Attributes:
        project: What is simulated, with its own pilot.
        runs: Of each project so far: weeks, whether it shipped, visits to phases 1 to 4 (place 0 is unused).
    """

    def __init__(self, project: "Project") -> None:
        self.project = project
        self.runs: list[Run] = []
        self.random = random.Random(SEED)  # noqa: S311 - seeded draws, no secret
        self.shape = 1 / project.variation**2
        self.loops = {phase: [project.loops.get((phase, j), 0.0) for j in range(1, phase)] for phase in (1, 2, 3, 4)}

    def run(self, count: int) -> None:
        """Simulate `count` projects more."""
        one = self.late if self.project.pilot == "late" else self.early
        self.runs += [one() for _ in range(count)]

    @property
    def mean(self) -> float:
        """Mean weeks of the projects so far."""
        return sum(weeks for weeks, _, _ in self.runs) / len(self.runs)

    def late(self) -> Run:
        """One project with a late pilot."""
        weeks, phase = 0.0, 1
        visits = [0, 0, 0, 0, 0]
        while phase <= FIELD:
            visits[phase] += 1
            weeks += self.duration(phase)
            target = self.back(phase)
            if target and self.random.random() < self.project.abandon:
                break
            phase = target or phase + 1
        return weeks, phase > FIELD, visits

    def early(self) -> Run:
        """One project with an early pilot of each version."""
        project, weeks, phase, new, field = self.project, 0.0, 1, True, 0.0
        missed = (1 - project.reveals) / (1 - project.reveals * sum(self.loops[FIELD]))
        visits = [0, 0, 0, 0, 0]
        while phase <= FIELD:
            visits[phase] += 1
            target = 0
            if phase == FIELD - 1 and new:
                training, field = self.duration(phase), self.duration(FIELD)
                weeks += project.share * (training + field)
                target = self.back(FIELD, project.reveals)
                if not target:
                    weeks += (1 - project.share) * training
                    new, target = False, self.back(phase)
            elif phase == FIELD:
                weeks += (1 - project.share) * field
                target = self.back(FIELD, missed)
                new = True
            else:
                weeks += self.duration(phase)
                target = self.back(phase)
            if target and self.random.random() < project.abandon:
                break
            phase = target or phase + 1
        return weeks, phase > FIELD, visits

    def duration(self, phase: int) -> float:
        """The weeks of one visit."""
        return self.random.gammavariate(self.shape, self.project.weeks[phase - 1] / self.shape)

    def back(self, phase: int, weight: float = 1.0) -> int:
        """The phase to go back to, 0 for none."""
        draw = self.random.random()
        for place, chance in enumerate(self.loops[phase]):
            draw -= chance * weight
            if draw < 0:
                return place + 1
        return 0
