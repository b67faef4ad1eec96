"""One deck as one HTML page that asks no other host for anything."""

import html
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from mlprojects.engine import front

from . import reveal, text
from .outline import Slide
from .thinning import Thinned

CONFIG = {
    "width": 1280,
    "height": 720,
    "margin": 0,
    "center": False,
    "hash": True,
    "slideNumber": "c/t",
    "transition": "none",
    "pdfSeparateFragments": False,
    "pdfMaxPagesPerSlide": 1,
    "scrollActivationWidth": None,
}
"""What reveal is started with; https://revealjs.com/config/ says what each means."""


@dataclass(frozen=True)
class Shown:
    """An explorer in a deck: what its controls are, and a frame a state."""

    specification: dict[str, Any]
    frames: dict[str, Any]

    @classmethod
    def of(cls, thinned: Thinned, frames: Mapping[str, Any]) -> "Shown":
        """What is left of an explorer, with the frames of the whole one."""
        specification = thinned.small.specification() | {"curtain": False, "pictures": "image/webp"}
        kept = {key: frames[whole] for key, whole in thinned.states().items()}
        return cls(specification, {key: frame | {"says": text.unparted(frame["says"])} for key, frame in kept.items()})

    def payload(self) -> str:
        """JSON that may stand inside a `<script>` element."""
        content = json.dumps({"spec": self.specification, "frames": self.frames}, ensure_ascii=False)
        return content.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def page(title: str, slides: Iterable[Slide], shown: Mapping[str, Shown], theme: str, made_from: str) -> str:
    """The page of a deck.

    Args:
        title: What the window's title says.
        slides: All slides; one that `opens` begins a new column.
        shown: The explorers by name.
        theme: The style sheet of the decks.
        made_from: Fingerprint that `made_from` reads back.
    """
    columns: list[list[str]] = []
    for slide in slides:
        if slide.opens or not columns:
            columns.append([])
        columns[-1].append(_section(slide, shown))
    body = "\n".join(f"<section>\n{chr(10).join(column)}\n</section>" for column in columns)
    scripts = "\n".join(f'<script src="{address}"></script>' for address in reveal.scripts())
    own = (files(__package__) / "deck.js").read_text(encoding="utf-8")
    script = f"{front.module('stage')}\nconst CONFIG = {json.dumps(CONFIG)};\n{own}"
    return (
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<meta name="made-from" content="{made_from}">\n'
        f'<title>{html.escape(title)}</title>\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>{reveal.style()}\n{front.style()}\n{theme}</style>\n"
        f'<body data-mlp-theme="light">\n<div class="reveal"><main class="slides">\n{body}\n</main></div>\n{scripts}\n'
        f"<script type=module>{script}</script>\n</body>\n</html>\n"
    )


def made_from(start: str) -> str:
    """The fingerprint in the first characters of a deck, or nothing."""
    _, _, rest = start.partition('<meta name="made-from" content="')
    return rest.partition('"')[0]


def _section(slide: Slide, shown: Mapping[str, Shown]) -> str:
    notes = "".join(text.html(note) for note in slide.notes)
    minutes = f"<p>{_minutes(slide.seconds)}</p>" if slide.seconds else ""
    body = slide.body
    if slide.explorer is not None:
        name = html.escape(slide.explorer.name, quote=True)
        data = shown[slide.explorer.name].payload()
        body = f'<div data-stage="{name}"></div>\n<script type="application/json" id="frames-{name}">{data}</script>'
    body = text.unparted(body)
    return (
        f'<section id="{slide.name.replace("_", "-")}" class="leaf {slide.kind}" data-timing="{slide.seconds}">\n'
        f'<div class="content">{body}</div>\n<aside class="notes">{notes}{minutes}</aside>\n</section>'
    )


def _minutes(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    return (
        f"About {minutes} min {rest} s."
        if minutes and rest
        else f"About {minutes} min."
        if minutes
        else f"About {rest} s."
    )
