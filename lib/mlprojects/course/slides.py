"""`course slides`: makes the decks, one a module and one for the whole lecture, each a page that needs no network."""

import argparse
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from mlprojects.course.house import ROOT, CourseError, notebook_sources, one_source

from .deck import outline as outlines
from .deck import prints, reveal
from .deck.baking import Order, Store, bake_all
from .deck.outline import Outline, Slide
from .deck.page import Shown, made_from, page
from .deck.plan import within
from .deck.thinning import COARSEST, Thinned, fitting

SLIDES = ROOT / "slides"
LECTURE = "lecture"
MODULE_BYTES, LECTURE_BYTES = 12_000_000, 30_000_000
"""The largest that a deck may be."""
ROOM = 0.95
"""How much of that the frames may take; the rest is reveal, words and rules."""


@dataclass(frozen=True)
class Deck:
    """A deck to be made: its file's name, its title, and whose slides it shows, outline by outline.

    Attributes:
        bytes: The largest that it may be.
        steps: Of explorers that another deck shows, too: of how many steps that one keeps one.
    """

    name: str
    title: str
    outlines: tuple[Outline, ...]
    bytes: int
    steps: Mapping[str, int] = field(default_factory=dict)

    @property
    def slides(self) -> list[Slide]:
        """All slides; names are made different where two modules share one."""
        if len(self.outlines) == 1:
            return list(self.outlines[0].slides)
        return [replace(s, name=f"{o.stem[:2]}-{s.name}") for o in self.outlines for s in o.slides]

    def thinned(self, *, coarse: bool) -> dict[str, Thinned]:
        """Its explorers, with as many steps as there is room for."""
        explorers = {name: each for outline in self.outlines for name, each in outline.explorers.items()}
        if coarse:
            return {name: Thinned(each, COARSEST) for name, each in explorers.items()}
        return fitting(explorers, ROOM * self.bytes, self.steps)


def main(arguments: list[str]) -> int:
    """Run `course slides [names] [--to DIR] [--coarse] [--list]`; returns 1 where a deck became too large.

    Raises:
        CourseError: a name is not known, a notebook was not built, or reveal.js is not there.
    """
    parser = argparse.ArgumentParser(prog="course slides", description="Make the decks from the notebooks.")
    parser.add_argument("names", nargs="*", help="which: 04, metrics, lecture; all where none is named")
    parser.add_argument("--to", type=Path, default=SLIDES, metavar="DIR", help="the folder to write to (slides/)")
    parser.add_argument("--coarse", action="store_true", help="few states of each explorer: quick to make")
    parser.add_argument("--list", action="store_true", help="make nothing; list the slides and what they lack")
    chosen = parser.parse_args(arguments)
    reveal.version()
    names = [_name(name) for name in chosen.names] or [*(source.stem for source in notebook_sources([])), LECTURE]
    if chosen.list:
        print(*(line for name in names for line in listing(find(name))), sep="\n")
        return 0
    return int(not make(list(dict.fromkeys(names)), chosen.to, coarse=chosen.coarse))


def make(names: Sequence[str], folder: Path, *, coarse: bool = False) -> bool:
    """Write the decks of these names that are not up to date into `folder`; whether all are as small as they must be.

    Raises:
        CourseError: as `find`, or the folder cannot be written to.
    """
    current = {name: fingerprint(name, coarse=coarse) for name in names}
    stale = []
    for name in names:
        if _start(folder / f"{name}.html") == current[name]:
            print(f"{name}.html is up to date.", flush=True)
        else:
            stale.append(name)
    decks = []
    for name in stale:
        print(f"Reading {name} …", flush=True)
        decks.append(find(name))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _bake(decks, folder, coarse=coarse)
        small = [_write(deck, folder, current[deck.name], coarse=coarse) for deck in decks]
    except OSError as error:
        raise CourseError(f"{folder} cannot be written to: {error.strerror or error}.") from error
    return all(small)


def find(name: str) -> Deck:
    """The deck of this name, such as "04", "metrics" or "lecture", with its notes and minutes.

    Raises:
        CourseError: there is no such notebook, or a file of slides/ names a slide that is not there.
    """
    sources = notebook_sources([])
    if name == LECTURE:
        return _lecture(sources)
    outline = _with_notes(outlines.read(one_source(name, sources)))
    return Deck(outline.stem, outline.title, (outline,), MODULE_BYTES)


def listing(deck: Deck) -> list[str]:
    """A line a slide: name, kind, seconds, and whether it lacks notes."""
    lines = [f"{deck.name}: {len(deck.slides)} slides, {sum(s.seconds for s in deck.slides) / 60:.0f} minutes"]
    for slide in deck.slides:
        lacks = "" if slide.notes else "  (no notes)"
        lines.append(f"  {slide.name:<36} {slide.kind:<9} {slide.seconds:>4} s{lacks}")
    return lines


def fingerprint(name: str, *, coarse: bool) -> str:
    """SHA-256 of all that a deck is made from: words, models, rules, the versions of what draws and shows it.

    Raises:
        CourseError: as `find`.
    """
    sources = notebook_sources([])
    parts = [f"coarse={coarse}", reveal.version(), (SLIDES / "theme.css").read_text(encoding="utf-8"), prints.page()]
    if name == LECTURE:
        parts += [repr(part) for part in _parts()]
        shown = [one_source(str(part["module"]), sources) for part in _parts()]
    else:
        shown = [one_source(name, sources)]
    return prints.joined([*parts, *(prints.module(source, _notes(source.stem)) for source in shown)])


def _bake(decks: Sequence[Deck], folder: Path, *, coarse: bool) -> None:
    """Draw every frame that the decks need and that is not there yet; a wing's orders stand together."""
    orders: dict[tuple[str, str], Order] = {}
    for deck in decks:
        thinned = deck.thinned(coarse=coarse)
        for outline in deck.outlines:
            store = _store(outline, folder)
            for name, explorer in outline.explorers.items():
                known = orders.get((outline.stem, name))
                keys = dict.fromkeys([*(known.keys if known else ()), *thinned[name].states().values()])
                missing = store.missing(explorer, keys)
                if missing:
                    order = Order(_lesson_of(explorer.module), name, tuple(missing), store.folder, store.made_from)
                    orders[outline.stem, name] = order
    bake_all([orders[key] for key in sorted(orders)])


def _write(deck: Deck, folder: Path, print_: str, *, coarse: bool) -> bool:
    """Put one deck together; whether it is small enough."""
    thinned = deck.thinned(coarse=coarse)
    shown: dict[str, Shown] = {}
    for outline in deck.outlines:
        store = _store(outline, folder)
        shown |= {name: Shown.of(thinned[name], store.of(each)) for name, each in outline.explorers.items()}
    theme = (SLIDES / "theme.css").read_text(encoding="utf-8")
    content = page(deck.title, deck.slides, shown, theme, print_).encode()
    target = folder / f"{deck.name}.html"
    unfinished = target.with_suffix(".part")
    unfinished.write_bytes(content)
    unfinished.replace(target)
    silent = sum(not slide.notes for slide in deck.slides)
    fewer = sum(len(shown[name].frames) < len(each.explorer) for name, each in thinned.items())
    print(
        f"{target.name} written: {len(deck.slides)} slides ({silent} without notes), {len(shown)} explorers "
        f"({fewer} with fewer steps), {len(content) / 1e6:.1f} MB.",
        flush=True,
    )
    if len(content) > deck.bytes:
        print(f"{target.name} is larger than {deck.bytes / 1e6:.0f} MB: show fewer explorers in it.", flush=True)
    return len(content) <= deck.bytes


def _store(outline: Outline, folder: Path) -> Store:
    return Store(folder / ".frames" / outline.stem, _made_from(outline))


def _made_from(outline: Outline) -> str:
    """Fingerprint of what a module's frames depend on."""
    return prints.frames("".join({explorer.module.split(".")[1] for explorer in outline.explorers.values()}))


def _lesson_of(module: str) -> str:
    """The module through which a wing's explorers are found, from the one that declares one of them."""
    return f"{module.rpartition('.')[0]}.lesson"


def _name(given: str) -> str:
    return LECTURE if given == LECTURE else one_source(given, notebook_sources([])).stem


def _lecture(sources: list[Path]) -> Deck:
    """The deck of the whole lecture; its explorers have at most the steps that they have in the modules' own decks."""
    shown: list[Outline] = []
    steps: dict[str, int] = {}
    for part in _parts():
        whole = _with_notes(outlines.read(one_source(str(part["module"]), sources)))
        steps |= {name: each.every for name, each in fitting(whole.explorers, ROOM * MODULE_BYTES).items()}
        names = part["slides"]
        outline = whole.only(names if isinstance(names, list) else [])
        seconds = 60 * float(str(part["minutes"]))
        shown.append(replace(outline, slides=tuple(within(outline.slides, seconds))))
    return Deck(LECTURE, "ML Projects: the whole lecture", tuple(shown), LECTURE_BYTES, steps)


def _parts() -> list[dict[str, object]]:
    """What the lecture shows of each module."""
    return _toml(SLIDES / "lecture.toml").get("part", [])


def _notes(stem: str) -> Path:
    return SLIDES / "notes" / f"{stem}.toml"


def _with_notes(outline: Outline) -> Outline:
    """The outline with the notes that slides/notes has for it, before those from the notebook.

    Raises:
        CourseError: a note is for a slide that is not there.
    """
    file = _notes(outline.stem)
    notes = {str(name): str(note) for name, note in _toml(file).items()} if file.exists() else {}
    known = {slide.name for slide in outline.slides}
    lost = next((name for name in notes if name not in known), None)
    if lost is not None:
        raise CourseError(f"slides/notes/{file.name} has a note for {lost!r}, and {outline.stem} has no such slide.")
    slides = [replace(s, notes=(notes[s.name], *s.notes)) if s.name in notes else s for s in outline.slides]
    return replace(outline, slides=tuple(slides))


def _toml(file: Path) -> dict[str, list[dict[str, object]]]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CourseError(f"slides/{file.name} is missing.") from None
    except tomllib.TOMLDecodeError as error:
        raise CourseError(f"slides/{file.name} is not valid TOML: {error}.") from error


def _start(file: Path) -> str:
    """The fingerprint of a deck that was made before; nothing where there is none."""
    try:
        with file.open(encoding="utf-8") as opened:
            return made_from(opened.read(400))
    except OSError:
        return ""
