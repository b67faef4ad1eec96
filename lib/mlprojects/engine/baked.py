"""An explorer baked for a page without a kernel: every frame, sentence and table as one object."""

import base64
import html
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from . import front
from .frames import Frame


@dataclass(frozen=True)
class Baked:
    """All that a page needs to run an explorer: its specification and one frame a state."""

    specification: dict[str, Any]
    frames: Mapping[str, Frame]

    def payload(self) -> str:
        """JSON that may stand inside a `<script>` element."""
        frames = {
            key: {"png": base64.b64encode(frame.png).decode("ascii"), "says": frame.says, "table": frame.table}
            for key, frame in self.frames.items()
        }
        text = json.dumps({"spec": self.specification, "frames": frames}, ensure_ascii=False)
        # Inside a script element only these can end or hide it; as JSON escapes they mean the same.
        return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")

    def fragment(self) -> str:
        """The place in a page where the explorer stands, with its data; `runtime` makes it run."""
        name = html.escape(f"mlp-{self.specification['name']}", quote=True)
        data = f'<script type="application/json" id="{name}">{self.payload()}</script>'
        return f'<div data-mlp-stage="{name}"></div>\n{data}'


def runtime() -> str:
    """The style and the module that run every fragment of a page; once, after the last fragment."""
    return f"<style>{front.style()}</style>\n<script type=module>{front.module('stage')}\n{front.still()}</script>"


def page(title: str, explorers: Iterable[Baked], theme: str = "light") -> str:
    """A self-contained HTML page with these explorers; it asks no other host for anything.

    Args:
        title: The page's title, as plain text.
        explorers: In the order in which they stand in the page.
        theme: "light" or "dark".
    """
    fragments = "\n".join(baked.fragment() for baked in explorers)
    name = html.escape(title)
    ground = {"light": "#ffffff", "dark": "#0e1013"}[theme]
    ink = {"light": "#1b1f24", "dark": "#e8eaed"}[theme]
    return (
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{name}</title>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>body {{ margin: 24px auto; max-width: 900px; padding: 0 12px; background: {ground}; color: {ink}; "
        f"font-family: system-ui, sans-serif }}</style>\n"
        f'<body data-mlp-theme="{theme}">\n<main>\n<h1>{name}</h1>\n{fragments}\n</main>\n'
        f"{runtime()}\n</body>\n</html>\n"
    )
