"""Parts of the page: tables as texts, figures as PNG, and what needs both: boards and labels."""

from __future__ import annotations

import base64
import io
from functools import partial
from typing import TYPE_CHECKING, Any

import pandas as pd

from mlprojects.words import both, count, in_percent, percent

from . import figures
from .baseline import Baseline, baseline
from .boards import apart, middles, placed
from .picture import plain, title_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from matplotlib.figure import Figure

    from .picture import Exercise, Picture

SIZE, DPI = (7.2, 4.05), 140
NOTHING = "\N{EN DASH}"


def table_of(caption: str, columns: Mapping[str, Iterable[object]]) -> dict[str, Any]:
    """A table as the template wants it: texts, and which columns are numbers."""
    texts = {name: [_cell(value) for value in values] for name, values in columns.items()}
    numeric = [all(text[:1].isdigit() or text == NOTHING for text in cells) and bool(cells) for cells in texts.values()]
    return {
        "caption": caption,
        "columns": list(texts),
        "numeric": [False, *numeric[1:]],
        "rows": list(zip(*texts.values(), strict=True)),
    }


def _cell(value: object) -> str:
    if isinstance(value, float):
        return NOTHING if pd.isna(value) else f"{value:,.0f}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def board_part(picture: Picture, each: Exercise) -> dict[str, Any] | None:
    """The overlaid boards of one exercise as the template wants them; None if nobody moved a point."""
    everywhere = placed(picture, each)
    if everywhere.empty:
        return None
    middle = middles(everywhere)
    x, y = (plain(str(each.entry[axis]["label"])) for axis in ("x", "y"))
    people = everywhere["person"].nunique()
    alt = f"Boards of {count(people, 'learner')} laid over each other; the middle of each point is in the table below."
    columns: dict[str, Iterable[object]] = {
        "Point": [f"{number}. {name}" for number, name in enumerate(middle.index, 1)],
        "Learners": middle["people"].tolist(),
        x: [f"{row.x:.0f} ({row.x_low:.0f} to {row.x_high:.0f})" for row in middle.itertuples()],
        y: [f"{row.y:.0f} ({row.y_low:.0f} to {row.y_high:.0f})" for row in middle.itertuples()],
    }
    picture_of = drawn(
        partial(figures.board, placed=everywhere, middles=middle, numbers=apart(middle, figures.GAP), x=x, y=y), alt
    )
    caption = "Median of each point, and between which values half of the learners are"
    return picture_of | {"title": title_of(each.item), "table": table_of(caption, columns)}


def labels_part(picture: Picture, each: Exercise) -> dict[str, Any] | None:
    """The class as annotators of one labelling as the template wants it; None if nobody labelled every case."""
    found = baseline(picture, each)
    if found is None:
        return None
    cases = found.cases.sort_values("correct" if found.key is not None else "for_it", kind="stable")
    columns: dict[str, Iterable[object]] = {
        "Image": [f"{place}. image {case}" for place, case in enumerate(cases.index, 1)],
        "Majority": cases["majority"].tolist(),
        "Gave that label (%)": in_percent(cases["for_it"]).tolist(),
    }
    if found.key is not None:
        columns |= {"Right label": cases["right"].tolist(), "Right (%)": in_percent(cases["correct"]).tolist()}
    says = _baseline_in_words(found)
    picture_of = drawn(partial(figures.labels, cases=cases), f"{says} The numbers are in the table below.")
    return picture_of | {
        "title": title_of(each.item),
        "says": says,
        "table": table_of("Image by image, hardest first", columns),
    }


def _baseline_in_words(found: Baseline) -> str:
    people, images = len(found.labels), len(found.labels.columns)
    parts = [f"{count(people, 'learner')} labelled all {images} images."]
    if people > 1:
        parts.append(f"Two of them give an image the same label in {percent(found.agreement)} of the cases.")
    if found.key is not None:
        wrong = found.wrong
        span = both([f"{wrong.min()}", f"{wrong.max()}"]) if wrong.min() != wrong.max() else ""
        parts.append(
            f"One learner labels {wrong.mean():.1f} of {images} wrong on average"
            + (f" (between {span})." if span else ".")
        )
        parts.append(f"The majority labels {found.majority_wrong or 'none'} wrong.")
    if found.unfinished:
        parts.append(f"{count(found.unfinished, 'more learner')} began and did not finish.")
    return " ".join(parts)


def drawn(draw: Callable[[Figure], None], alt: str) -> dict[str, Any]:
    """A figure as the template wants it."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 - only a page needs it
    from matplotlib.figure import Figure  # noqa: PLC0415 - likewise

    figure = Figure(figsize=SIZE, dpi=DPI)
    FigureCanvasAgg(figure)
    draw(figure)
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", metadata={"Software": None})
    return {"png": base64.b64encode(buffer.getvalue()).decode("ascii"), "alt": alt}
