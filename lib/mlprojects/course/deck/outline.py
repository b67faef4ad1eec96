"""What a deck shows, in order: read from a notebook's cells and their slideshow tags.

A Markdown cell tagged `slide` opens a section, `subslide` the next slide of it; `fragment` and `-` add to a slide, step
by step or at once. What is not tagged is for those who read alone: a deck puts it into the speaker's notes. A cell that
shows an explorer, a question or another item has slides of its own. Any other code cell shows its output only where it
is tagged, and its code where the tag says `"code": true`.
"""

import importlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from mlprojects.course.house import CourseError
from mlprojects.engine import Explorer

from . import items, prints, text
from .plan import Plan, read_plan

PROGRESS = "\n### Your progress"
"""What a notebook ends with and no class has."""
MINUTES = re.compile(r"^\*\d+ minutes[^*\n]*\*\s*", re.MULTILINE)
"""How long a part takes who reads alone; a class is told nothing by it, and the speaker has the plan."""
Kind = Literal["title", "text", "item", "answer", "explorer"]


@dataclass(frozen=True)
class Slide:
    """One slide.

    Attributes:
        name: Its place in the deck's address and in the files of notes; no two slides of a deck share one.
        kind: "title" or "text" (the notebook's own words), "item" (asked), "answer" (told), or "explorer".
        body: Its HTML; empty for an explorer, whose frames are put in when the page is made.
        notes: Speaker's notes as Markdown, the most important first.
        opens: Whether it is the first slide of a section.
        part: The section's heading; empty before the first and after the last part of the notebook's plan.
        explorer: What an explorer's slide runs.
        seconds: How long the minute plan gives it.
        cells: Places in the notebook of the cells that it shows, in order.
    """

    name: str
    kind: Kind
    body: str = ""
    notes: tuple[str, ...] = ()
    opens: bool = False
    part: str = ""
    explorer: Explorer | None = None
    seconds: int = 0
    cells: tuple[int, ...] = ()

    def noted(self, *more: str) -> "Slide":
        """The slide with these notes behind its own."""
        return replace(self, notes=(*self.notes, *(each for each in more if each.strip())))


@dataclass(frozen=True)
class Outline:
    """One module's slides; `title` is the notebook's heading, `stem` its file's name without suffix."""

    stem: str
    title: str
    slides: tuple[Slide, ...]
    plan: Plan = field(default_factory=Plan)

    @property
    def explorers(self) -> dict[str, Explorer]:
        """The explorers that it shows, by name."""
        return {slide.explorer.name: slide.explorer for slide in self.slides if slide.explorer}

    def only(self, names: Iterable[str]) -> "Outline":
        """The outline with these slides alone; an item brings its answer along.

        Raises:
            CourseError: no slide has one of the names.
        """
        wanted = list(names)
        known = {slide.name for slide in self.slides}
        unknown = next((name for name in wanted if name not in known), None)
        if unknown is not None:
            raise CourseError(f"{self.stem} has no slide {unknown!r}; it has {', '.join(sorted(known))}.")
        kept = [s for s in self.slides if s.name in wanted or s.name.removesuffix("-answer") in wanted]
        opened = [replace(s, opens=not at or s.part != kept[at - 1].part) for at, s in enumerate(kept)]
        return replace(self, slides=tuple(opened))


def read(source: Path, *, answers: bool = True) -> Outline:
    """The outline of a pair's reviewed source; outputs come from the built notebook beside it.

    Args:
        source: The reviewed source.
        answers: See `outline`.

    Raises:
        CourseError: the notebook was not built, or names something that its lesson lacks.
    """
    import jupytext  # noqa: PLC0415 - loaded when a deck is made, not when one is up to date
    import nbformat  # noqa: PLC0415 - likewise

    from mlprojects.course.pairs import out_of_step  # noqa: PLC0415 - likewise

    built = source.with_suffix(".ipynb")
    if not built.exists():
        raise CourseError(f"{built.name} is missing: run `python3 course.py build {source.stem[:2]}` first.")
    written = jupytext.read(source)
    stored = nbformat.read(built, as_version=4)  # type: ignore[no-untyped-call] # nbformat has no annotations
    differ = out_of_step(written, stored)
    if differ:
        raise CourseError(
            f"{built.name} is older than {source.name} ({differ[0]}): run `python3 course.py build {source.stem[:2]}`."
        )
    return outline(source.stem, list(zip(written.cells, stored.cells, strict=True)), answers=answers)


def outline(
    stem: str,
    cells: list[tuple[Any, Any]],
    lesson: Any = None,  # noqa: ANN401 - a lesson module
    *,
    answers: bool = True,
) -> Outline:
    """The outline of a notebook's cells, each as it stands in the source and as it was built.

    Args:
        stem: The notebook's name without suffix.
        cells: Pairs of a source's cell and the built cell.
        lesson: What `lesson` means in the code; the module that the notebook imports where it is not given.
        answers: Whether the answers have slides too, which are calculated for them.

    Raises:
        CourseError: two slides have one name.
    """
    plan = read_plan([source.source for source, _ in cells if source.cell_type == "markdown"])
    writer = _Writer(lesson if lesson is not None else _lesson(cells), plan, answers=answers)
    for place, (source, built) in enumerate(cells):
        before = writer.slides[:]
        writer.take(source, built)
        writer.slides[:] = _placed(before, writer.slides, place)
    slides = plan.timed(writer.finished())
    names = [slide.name for slide in slides]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise CourseError(f"{stem} shows {twice!r} twice; a slide's address is its name.")
    title = next((text.heading(s.source) for s, _ in cells if s.cell_type == "markdown"), stem)
    return Outline(stem, title, tuple(slides), plan)


class _Writer:
    """Takes the cells one by one, and keeps what waits for its slide."""

    def __init__(self, lesson: Any, plan: Plan, *, answers: bool) -> None:  # noqa: ANN401 - see outline
        self.lesson, self.plan, self.answers = lesson, plan, answers
        self.slides: list[Slide] = []
        self.waiting: list[str] = []
        self.part = ""
        self.section = "title"
        self.opens = True

    def take(self, source: Any, built: Any) -> None:  # noqa: ANN401 - two notebook cells
        tag = source.metadata.get("slideshow", {})
        kind = tag.get("slide_type", "")
        if kind == "skip":
            return
        if source.cell_type == "markdown":
            self._markdown(source.source, kind)
        elif source.cell_type == "code" and kind:
            self._worked(source.source, built, kind, code=bool(tag.get("code")))
        elif source.cell_type == "code":
            self._item(source.source)

    def finished(self) -> list[Slide]:
        self._settle()
        return self.slides

    def _markdown(self, source: str, kind: str) -> None:
        if kind in {"slide", "subslide"}:
            self._settle()
            if kind == "slide":
                self._begin(source)
            for place, page in enumerate(text.pages(MINUTES.sub("", source.partition(PROGRESS)[0]))):
                if place:
                    self.opens = False
                self._add(self._free(self.section), "title" if not self.slides else "text", page)
        elif kind in {"fragment", "-"}:
            self._append(text.html(source), step=kind == "fragment")
        elif kind == "notes" and self.slides:
            self.slides[-1] = self.slides[-1].noted(source)
        else:
            self.waiting.append(source)

    def _begin(self, source: str) -> None:
        heading = text.heading(source)
        self.opens = True
        self.part = heading if heading in self.plan.minutes else ""
        number = heading.partition(" ")[0]
        ending = "takeaways" if self.slides else "title"
        self.section = f"part_{number}" if self.part else ending

    def _worked(self, source: str, built: Any, kind: str, *, code: bool) -> None:  # noqa: ANN401 - a cell
        shown = f"<pre class=code><code>{text.escape(source)}</code></pre>" if code else ""
        shown += "".join(map(_output, built.get("outputs", [])))
        if kind in {"slide", "subslide"}:
            self._settle()
            self._add(self._free(self.section), "text", shown)
        else:
            self._append(shown, step=kind == "fragment")

    def _item(self, code: str) -> None:
        name = re.fullmatch(r"lesson\.(\w+)", code.strip())
        if name is None:
            return
        thing = getattr(self.lesson, name[1])
        made = list(_slides_of(thing, answers=self.answers))
        if not made:
            return
        made[0] = made[0].noted(*self.waiting)
        self.waiting = []
        for slide in made:
            self.slides.append(replace(slide, part=self.part, opens=self.opens))
            self.opens = False

    def _add(self, name: str, kind: Kind, body: str) -> None:
        self.slides.append(Slide(name, kind, body, part=self.part, opens=self.opens))
        self.opens = False

    def _append(self, body: str, *, step: bool) -> None:
        """Add to the slide of words that is open; behind an item a new one begins."""
        shown = f'<div class="fragment">{body}</div>' if step else body
        if self.slides and self.slides[-1].kind in {"title", "text"}:
            last = self.slides[-1]
            self.slides[-1] = replace(last, body=f"{last.body}\n{shown}")
        else:
            self._add(self._free(self.section), "text", shown)

    def _settle(self) -> None:
        """What waits and was followed by no item belongs to the slide before it."""
        if self.slides and self.waiting:
            self.slides[-1] = self.slides[-1].noted(*self.waiting)
        self.waiting = []

    def _free(self, name: str) -> str:
        taken = {slide.name for slide in self.slides}
        return next(n for n in (name, *(f"{name}_{count}" for count in range(2, 99))) if n not in taken)


def _placed(before: list[Slide], after: list[Slide], place: int) -> Iterator[Slide]:
    """The slides after a cell was taken; those that it made or added to know its place."""
    for at, slide in enumerate(after):
        same = at < len(before) and slide.body == before[at].body
        yield slide if same else replace(slide, cells=(*slide.cells, place))


def _slides_of(thing: Any, *, answers: bool) -> Iterator[Slide]:  # noqa: ANN401 - whatever a lesson has
    if isinstance(thing, Explorer):
        yield Slide(thing.name, "explorer", explorer=thing)
        return
    for page in items.pages(thing, answers=answers):
        yield Slide(page.name, page.kind, page.body, (page.notes,) if page.notes else ())


def _lesson(cells: list[tuple[Any, Any]]) -> ModuleType | None:
    code = "\n".join(source.source for source, _ in cells if source.cell_type == "code")
    wing = prints.wing(code)
    return importlib.import_module(f"mlprojects.{wing}.lesson") if wing else None


def _output(output: Any) -> str:  # noqa: ANN401 - a notebook's output
    data = output.get("data", {})
    if "application/vnd.jupyter.widget-view+json" in data:
        return ""  # a progress bar; explorers and items have slides of their own
    if "text/html" in data:  # a frame's table; its style is the page's own business
        table = re.sub(r"<style.*?</style>", "", data["text/html"], flags=re.DOTALL)
        return f'<div class="output">{re.sub(r" border=.1.| style=.[^>]*?.(?=>)", "", table)}</div>'
    plain = data.get("text/plain") or output.get("text", "")
    return f"<pre class=output>{text.escape(plain)}</pre>" if plain else ""
