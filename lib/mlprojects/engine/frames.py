"""One view as one picture: drawn by Agg on a fresh figure, packed as a small palette PNG."""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from .view import View, as_text

if TYPE_CHECKING:
    import numpy.typing as npt

INCHES = (7.2, 4.05)
"""Width and height of every frame; 16:9, so that a frame fills a slide."""
DPI = 140
CSS_WIDTH, CSS_HEIGHT = round(INCHES[0] * 100), round(INCHES[1] * 100)
"""Size in CSS pixels at which a frame is shown; the picture itself has 1.4 times as many."""
WHITE = 255
"""The palette's last entry; the colours have those before it."""
FAST = 3
"""zlib's level: half the time of its usual 6, for a fifth more bytes."""
OPAQUE_WHITE = 0xFFFFFFFF
"""A white pixel's four bytes, compared at once."""


@dataclass(frozen=True)
class Frame:
    """What the page needs of one state: the picture (PNG bytes), the sentence and the table as texts."""

    png: bytes
    says: str
    table: dict[str, Any]


def frame(view: View, dpi: int = DPI) -> Frame:
    """Draw `view` and pack it; safe in a worker thread, since it touches neither pyplot nor rcParams."""
    return Frame(draw(view, dpi), view.says, as_text(view.table))


def draw(view: View, dpi: int = DPI) -> bytes:
    """The view's picture as PNG bytes, the same bytes whenever the same numbers are drawn."""
    # Imported here: `import mlprojects` stays light, and a sweep without drawing needs no matplotlib.
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 - see above
    from matplotlib.figure import Figure  # noqa: PLC0415 - see above

    figure = Figure(figsize=INCHES, dpi=dpi)
    canvas = FigureCanvasAgg(figure)
    view.figure(figure)
    canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib leaves this one without annotations
    pixels = np.asarray(canvas.buffer_rgba())  # type: ignore[no-untyped-call]  # see above
    return _packed(pixels)


def _packed(pixels: "npt.NDArray[np.uint8]") -> bytes:
    """A palette of 256 colours: a quarter of the bytes of true colour, with no loss one can see on charts."""
    from PIL import Image as Pillow  # noqa: PLC0415 - see draw

    few = Pillow.fromarray(pixels).convert("RGB").quantize(WHITE, method=Pillow.Quantize.FASTOCTREE)
    # The octree mixes white paper with pale fills; white gets an entry of its own, or the page shows through as grey.
    indices = np.array(few)
    indices[pixels.view(np.uint32)[..., 0] == OPAQUE_WHITE] = WHITE
    packed = Pillow.fromarray(indices)
    colours = bytes(few.getpalette() or [])[: 3 * WHITE].ljust(3 * WHITE, b"\0")
    packed.putpalette(colours + b"\xff\xff\xff")
    buffer = io.BytesIO()
    packed.save(buffer, "PNG", compress_level=FAST)
    return buffer.getvalue()
