"""The class picture as one page: self-contained, light and dark, to read, to print, to show.

What learners typed and how files are called is text: the template escapes all that it is given, and the page's own
policy forbids scripts and other hosts.
"""

from __future__ import annotations

from functools import partial
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeVar

import pandas as pd

from mlprojects.words import both, capital, count, in_percent, percent

from . import figures
from .distributions import Distribution, answers, in_digits, predictions
from .grading import most_common
from .picture import module_name, module_of, prompt_of, title_of
from .report_parts import board_part, drawn, labels_part, table_of
from .taking_part import PAUSE, learners, modules, totals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from .picture import Exercise, Picture

T = TypeVar("T")
MARK = 'content="ML Projects, course class"'
"""Stands in every page, so that a later one may replace it."""
MOST_LEARNERS = 500
"""Learners that the page lists; the table has all."""
MOST_NOTES = 200
SYMBOL = 3
"""Letters of the longest unit that is a symbol and no word."""
MOST_SHARED = 10
"""Misconceptions that stand at the top: as many as fit on a projected page."""


def page(
    picture: Picture,
    truths: Mapping[str, Any],
    progress: Callable[[list[Any]], Iterable[Any]] | None = None,
    *,
    invented: bool = False,
) -> str:
    """The page's HTML.

    Args:
        picture: The class.
        truths: What the calculation says, by prediction.
        progress: A wrapper for the list of exercises, such as a progress bar.
        invented: Whether nobody did any of this; the page says so first.
    """
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415 - only a page needs it

    environment = Environment(autoescape=True, undefined=StrictUndefined)
    template = environment.from_string(files(__package__).joinpath("report.html").read_text("utf-8"))
    return template.render(_content(picture, truths, progress or list), invented=invented)


def _content(
    picture: Picture, truths: Mapping[str, Any], progress: Callable[[list[Any]], Iterable[Any]]
) -> dict[str, Any]:
    worst = most_common(picture)
    misconception = dict(zip(worst["item"], worst["misconception"], strict=True))
    asked: list[tuple[Exercise, dict[str, Any]]] = []
    for each in progress(picture.part("questions", "predictions")):
        asked += [(each, told)] if (told := _asked(picture, each, truths, misconception)) else []
    boards = [found for each in picture.part("boards") if (found := board_part(picture, each))]
    labels = [found for each in picture.part("labellings") if (found := labels_part(picture, each))]
    drawn_titles = {found["title"] for found in labels}
    begun = set(picture.of("label")["item"].unique()) if labels else set()
    left_out = [title_of(each.item) for each in picture.part("labellings") if each.item in begun]
    left_out = [title for title in left_out if title not in drawn_titles]
    table = learners(picture)
    notes = picture.entries.remarks(shown=picture.shown)
    parts = [("modules", "Before and after"), ("misconceptions", "Misconceptions"), ("answers", "Questions")]
    parts += [("predictions", "Predictions")]
    parts += [("boards", "Boards")] if boards else []
    parts += [("labels", "The class as a human baseline")] if labels else []
    parts += [("learners", "Learners"), ("files", "Files")]
    return {
        "when": _when(picture),
        "anonymous": "Learners are shown by name." if picture.shown else "Learners are anonymous.",
        "numbers": _numbers(picture, table),
        "parts": parts,
        "modules": _modules(picture, truths),
        "shared": _misconceptions(_most_shared(worst), f"The {MOST_SHARED} that the largest shares of learners showed"),
        "misconceptions": _misconceptions(worst, "The most common misconception of each exercise"),
        "answers": _by_module(asked, "questions"),
        "predicted": _by_module(asked, "predictions"),
        "boards": boards,
        "labels": labels,
        "left_out": both(left_out) if left_out else "",
        "learners": _learners(picture, table.head(MOST_LEARNERS)),
        "more": max(len(table) - MOST_LEARNERS, 0),
        "pause": f"{PAUSE:g}",
        "files": f"Entries were found in {count(picture.entries.files, 'file')}; each entry counts once.",
        "notes": [
            *notes[:MOST_NOTES],
            *([f"And {len(notes) - MOST_NOTES:,} more."] if len(notes) > MOST_NOTES else []),
        ],
    }


# Numbers and tables ---------------------------------------------------------------------------------------------------


def _when(picture: Picture) -> str:
    """From which day to which; the page itself carries no date, so that the same ledgers give the same page."""
    time = picture.entries.frame["time"]
    first, last = (f"{moment:%Y-%m-%d}" for moment in (time.iloc[0], time.iloc[-1]))
    return f"Entries of {first}." if first == last else f"Entries from {first} to {last}."


def _numbers(picture: Picture, table: pd.DataFrame) -> list[tuple[str, str]]:
    minutes = table["minutes"]
    return [
        ("learner" if picture.people == 1 else "learners", f"{picture.people:,}"),
        ("entries", f"{len(picture.entries.frame):,}"),
        ("minutes of work, median learner", f"{minutes.median():,.0f}"),
        ("questions right, median learner", f"{table['questions'].median():g} of {totals(picture)['questions']}"),
    ]


def _modules(picture: Picture, truths: Mapping[str, Any]) -> dict[str, Any]:
    shares = modules(picture, dict(truths))
    shares.index = pd.Index([module_name(str(name)) for name in shares.index])
    shown = shares[["predicted", "first", "final"]].apply(in_percent)
    risen = [
        f"{name} {row['first']:.0f} % to {row['final']:.0f} %"
        for name, row in shown.dropna(subset=["first"]).iterrows()
    ]
    alt = f"Right first and last answers by module: {'; '.join(risen) or 'nothing was answered yet'}."
    columns: dict[str, Iterable[object]] = {
        "Module": shown.index,
        "Learners": shares["people"].tolist(),
        "Predicted right (%)": shown["predicted"].tolist(),
        "First answer right (%)": shown["first"].tolist(),
        "Last answer right (%)": shown["final"].tolist(),
    }
    picture_of = drawn(partial(figures.modules, shares=shown), alt)
    return picture_of | {"table": table_of("Right before and after, by module", columns)}


def _most_shared(worst: pd.DataFrame) -> pd.DataFrame:
    """The first of them by share; none if there are so few that the table of all shows it."""
    if len(worst) <= MOST_SHARED:
        return worst.head(0)
    order = (worst["people"] / worst["of"]).sort_values(ascending=False, kind="stable").index
    return worst.loc[order[:MOST_SHARED]]


def _misconceptions(worst: pd.DataFrame, caption: str) -> dict[str, Any]:
    columns = {
        "Exercise": [f"{module_name(module_of(item))}: {title_of(item)}" for item in worst["item"]],
        "Misconception": worst["misconception"].tolist(),
        "Learners": [f"{n:,} of {of:,}" for n, of in zip(worst["people"], worst["of"], strict=True)],
        "Share": [percent(n / of) for n, of in zip(worst["people"], worst["of"], strict=True)],
        "With the first answer": [int(n) for n in worst["first"]],
    }
    return table_of(caption, columns)


def _learners(picture: Picture, table: pd.DataFrame) -> dict[str, Any]:
    of = totals(picture)
    heads = {"predictions": "Predictions", "questions": "Questions right", "tasks": "Tasks solved"}
    heads |= {"labellings": "Sets labelled", "project": "Project parts"}
    columns: dict[str, Iterable[object]] = {"Learner": table.index}
    columns |= {name.capitalize(): table[name].tolist() for name in ("entries", "days", "minutes")}
    columns |= {f"{head} (of {of[name]})": table[name].tolist() for name, head in heads.items() if of[name]}
    return table_of("How far each learner came", columns)


# Exercises ------------------------------------------------------------------------------------------------------------


def _asked(
    picture: Picture, each: Exercise, truths: Mapping[str, Any], misconception: Mapping[str, str]
) -> dict[str, Any] | None:
    """One question or prediction as the template wants it; None if nobody answered it."""
    question = each.part == "questions"
    found = answers(picture, each) if question else predictions(picture, each, truths.get(each.item))
    if not max(found.people.values()):
        return None
    remark = "Several answers may be chosen, so that shares need not add up to 100 %." if found.several else ""
    source = str(each.entry.get("source", "the calculation"))
    if not question and each.item in truths and ("options" not in each.entry or not any(found.right)):
        remark = f"{capital(source)} says {_truth(each, truths[each.item])}."
    return {
        "title": title_of(each.item),
        "prompt": prompt_of(each),
        "remark": remark,
        "people": list(found.people.items()),
        "rows": _rows(found),
        "right_word": "right" if question else f"so says {source}",
        "misconception": misconception.get(each.item, "") if question else "",
    }


def _truth(each: Exercise, truth: object) -> str:
    if isinstance(truth, bool) or not isinstance(truth, (int, float)):
        return str(truth)
    unit = str(each.entry.get("unit", ""))
    # Units are written for many: "weeks"; what is shorter is a symbol, such as ms.
    named = unit.removesuffix("s") if truth == 1 and len(unit) > SYMBOL else unit
    return f"{in_digits(float(f'{truth:.6g}'))} {named}".strip()


def _rows(found: Distribution) -> list[dict[str, Any]]:
    shares = found.shares
    return [
        {
            "answer": answer,
            "right": right,
            "cells": [
                {
                    "count": int(found.counts.loc[answer, moment]),
                    "percent": percent(float(shares.loc[answer, moment])),
                    "width": round(in_percent(float(shares.loc[answer, moment]))),
                    "people": people,
                }
                for moment, people in found.people.items()
            ],
        }
        for answer, right in zip(found.counts.index, found.right, strict=True)
    ]


def _by_module(asked: list[tuple[Exercise, dict[str, Any]]], part: str) -> list[tuple[str, list[dict[str, Any]]]]:
    chosen = [(module_of(each.item), told) for each, told in asked if each.part == part]
    return [
        (module_name(name), [told for _, told in group]) for name, group in groupby(chosen, key=lambda pair: pair[0])
    ]
