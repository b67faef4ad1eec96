"""`course slides`: makes the decks, one a module and one for the whole lecture, each a page that needs no network."""

import argparse
import hashlib
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib import metadata
from pathlib import Path

from mlprojects.course.house import ROOT, CourseError, notebook_sources, one_source

from .deck import outline as outlines
from .deck import reveal
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
PACKAGES = ("matplotlib", "numpy", "pandas", "pillow", "scikit-learn", "scikit-image", "markdown-it-py", "jupytext")
"""Libraries whose versions can change what a deck shows."""


@dataclass(frozen=True)
class Deck:
    """A deck to be made: its file's name, its title, and whose slides it shows, outline by outline."""

    name: str
    title: str
    outlines: tuple[Outline, ...]
    bytes: int

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
        return fitting(explorers, ROOM * self.bytes)


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
    decks = [find(name) for name in chosen.names or [*(s.stem for s in notebook_sources([])), LECTURE]]
    if chosen.list:
        print(*(line for deck in decks for line in listing(deck)), sep="\n")
        return 0
    return int(not make(decks, chosen.to, coarse=chosen.coarse))


def make(decks: list[Deck], folder: Path, *, coarse: bool = False) -> bool:
    """Write the decks that are not up to date into `folder`; whether all are as small as they must be."""
    folder.mkdir(parents=True, exist_ok=True)
    prints = {deck.name: fingerprint(deck, coarse=coarse) for deck in decks}
    stale = []
    for deck in decks:
        if _start(folder / f"{deck.name}.html") == prints[deck.name]:
            print(f"{deck.name}.html is up to date.", flush=True)
        else:
            stale.append(deck)
    _bake(stale, folder, coarse=coarse)
    small = [_write(deck, folder, prints[deck.name], coarse=coarse) for deck in stale]
    return all(small)


def find(name: str) -> Deck:
    """The deck of this name, such as "04", "metrics" or "lecture", with its notes and minutes.

    Raises:
        CourseError: there is no such notebook, or a file of slides/ names a slide that is not there.
    """
    sources = notebook_sources([])
    if name == LECTURE:
        parts = _toml(SLIDES / "lecture.toml").get("part", [])
        shown = tuple(_part(part, sources) for part in parts)
        return Deck(LECTURE, "ML Projects: the whole lecture", shown, LECTURE_BYTES)
    source = one_source(name, sources)
    outline = _with_notes(outlines.read(source))
    return Deck(source.stem, outline.title, (outline,), MODULE_BYTES)


def listing(deck: Deck) -> list[str]:
    """A line a slide: name, kind, seconds, and whether it lacks notes."""
    lines = [f"{deck.name}: {len(deck.slides)} slides, {sum(s.seconds for s in deck.slides) / 60:.0f} minutes"]
    for slide in deck.slides:
        lacks = "" if slide.notes else "  (no notes)"
        lines.append(f"  {slide.name:<36} {slide.kind:<9} {slide.seconds:>4} s{lacks}")
    return lines


def fingerprint(deck: Deck, *, coarse: bool) -> str:
    """SHA-256 of all that the deck is made from: words, models, rules, the versions of what draws and shows it."""
    parts = [f"coarse={coarse}", reveal.version(), (SLIDES / "theme.css").read_text(encoding="utf-8")]
    parts += [repr([replace(s, explorer=None) for s in deck.slides]), _code("course/deck")]
    parts += [_wing(outline) for outline in deck.outlines]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _wing(outline: Outline) -> str:
    """Fingerprint of what a module's frames depend on: its wing, the shared rooms, and the libraries that draw."""
    return _made_from(tuple(sorted({explorer.module.split(".")[1] for explorer in outline.explorers.values()})))


@cache  # a file that is edited while a deck is made must not part its frames from their fingerprint
def _made_from(wings: tuple[str, ...]) -> str:
    versions = [f"{name} {metadata.version(name)}" for name in PACKAGES]
    parts = [_code(name) for name in (*wings, "engine", "case", "")]
    return hashlib.sha256("\0".join([*parts, *versions]).encode()).hexdigest()


def _code(folder: str) -> str:
    """Names and contents of the files in a folder of the library."""
    root = Path(__file__).parents[1] / folder
    found = root.glob("*") if not folder else root.rglob("*")
    files = sorted(file for file in found if file.is_file() and "__pycache__" not in file.parts)
    whole = hashlib.sha256()
    for file in files:
        whole.update(file.name.encode() + b"\0" + file.read_bytes())
    return whole.hexdigest()


def _bake(decks: list[Deck], folder: Path, *, coarse: bool) -> None:
    """Draw every frame that the decks need and that is not there yet."""
    orders: dict[str, dict[str, Order]] = {}
    for deck in decks:
        thinned = deck.thinned(coarse=coarse)
        for outline in deck.outlines:
            for name, explorer in outline.explorers.items():
                store = _store(outline, folder)
                known = orders.setdefault(outline.stem, {}).get(name)
                keys = dict.fromkeys([*(known.keys if known else ()), *thinned[name].states().values()])
                missing = store.missing(explorer, keys)
                if missing:
                    order = Order(_lesson_of(explorer.module), name, tuple(missing), store.folder, store.made_from)
                    orders[outline.stem][name] = order
    bake_all({stem: list(each.values()) for stem, each in orders.items()})


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
    return Store(folder / ".frames" / outline.stem, _wing(outline))


def _lesson_of(module: str) -> str:
    """The module through which a wing's explorers are found, from the one that declares one of them."""
    return f"{module.rpartition('.')[0]}.lesson"


def _part(part: dict[str, object], sources: list[Path]) -> Outline:
    """One module's share of the lecture."""
    outline = _with_notes(outlines.read(one_source(str(part["module"]), sources)))
    names = part["slides"]
    shown = outline.only(names if isinstance(names, list) else [])
    return replace(shown, slides=tuple(within(shown.slides, 60 * float(str(part["minutes"])))))


def _with_notes(outline: Outline) -> Outline:
    """The outline with the notes that slides/notes has for it, before those from the notebook.

    Raises:
        CourseError: a note is for a slide that is not there.
    """
    file = SLIDES / "notes" / f"{outline.stem}.toml"
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
    except FileNotFoundError:
        return ""
