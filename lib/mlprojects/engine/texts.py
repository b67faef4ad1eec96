"""The texts of a wing: prompts, options, reasons and hints, in a `questions.toml` so that they can be translated."""

import difflib
import html as markup
import json
import math
import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

PARTS = ("questions", "predictions", "tasks", "forms", "series", "boards", "labellings")
NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")


class TextError(ValueError):
    """A `questions.toml` that cannot be used; one sentence that names file, entry and field."""


class Texts:
    """The validated texts of one wing.

    Attributes:
        module: The wing's name, the first half of every item's name in the ledger.
        parts: "questions", "predictions", "tasks", "forms", "series", "boards" and "labellings" to name to text.
    """

    def __init__(self, module: str, content: dict[str, Any], source: str) -> None:
        self.module = module
        self.source = source
        _validate(content, source)
        self.parts: dict[str, dict[str, Any]] = {part: content.get(part, {}) for part in PARTS}

    def entry(self, part: str, name: str) -> dict[str, Any]:
        """The text of one item.

        Raises:
            TextError: If there is none of this name; the message suggests the nearest.
        """
        known = self.parts[part]
        if name not in known:
            raise TextError(f"{self.source}: there is no [{part}.{name}]{_meant(name, known)}.")
        entry: dict[str, Any] = known[name]
        return entry


def read_texts(package: str) -> Texts:
    """The texts of a wing's package, such as "mlprojects.metrics": those of all its *.toml files together.

    Raises:
        TextError: If there is no file, one is no TOML, or an entry is incomplete, contradicts itself or is in two.
    """
    module = package.rpartition(".")[2]
    files = sorted(
        (file for file in resources.files(package).iterdir() if file.name.endswith(".toml")), key=lambda file: file.name
    )
    if not files:
        raise TextError(f"{module}: there is no text file (*.toml) in {package}.")
    merged: dict[str, Any] = {}
    for file in files:
        source = f"{module}/{file.name}"
        for part, entries in _parsed(file.read_text(encoding="utf-8"), source).items():
            known = merged.setdefault(part, {})
            twice = next((name for name in entries if name in known), None)
            if twice is not None:
                raise TextError(f"{source}: [{part}.{twice}] is in another file of {module} too; give it another name.")
            known.update(entries)
    return Texts(module, merged, f"{module}/*.toml" if len(files) > 1 else f"{module}/{files[0].name}")


def parse_texts(text: str, module: str, source: str) -> Texts:
    """The texts in `text`; `source` names it in messages.

    Raises:
        TextError: As in `read_texts`.
    """
    return Texts(module, _parsed(text, source), source)


def html(markdown: str) -> str:
    """Markdown that we wrote as HTML; raw HTML in it is shown as text, so an angle bracket never becomes markup."""
    return str(_renderer().render(markdown)).strip()


def plain(markdown: str) -> str:
    """The same text for a page without formatting: backquotes and asterisks gone."""
    # Code first and as it is: `beta**2` is no emphasis.
    return re.sub(r"`([^`]+)`|\*+", lambda found: found[1] or "", markdown).strip()


def verbatim(text: str) -> str:
    """Plain text as HTML."""
    return f"<p>{markup.escape(text)}</p>"


def quoted(text: str, longest: int = 200) -> str:
    """What a learner or a library wrote, as Markdown code on one line: nothing in it can become a link or a style."""
    line = " ".join(text.replace("`", "'").split())
    return f"`{line if len(line) <= longest else f'{line[: longest - 3]}...'}`"


@cache
def _renderer() -> Any:  # noqa: ANN401 - markdown-it is loaded when the first card is shown
    from markdown_it import MarkdownIt  # noqa: PLC0415 - see above

    return MarkdownIt("commonmark", {"html": False}).disable(["image", "autolink"])


@cache
def _validator() -> Any:  # noqa: ANN401 - fastjsonschema has no annotations
    import fastjsonschema  # noqa: PLC0415 - loaded when the first wing is

    schema = json.loads((Path(__file__).parent / "texts.schema.json").read_text(encoding="utf-8"))
    return fastjsonschema.compile(schema)


def _parsed(text: str, source: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TextError(f"{source}: is not valid TOML: {error}.") from error


def _validate(content: dict[str, Any], source: str) -> None:
    from fastjsonschema import JsonSchemaValueException  # noqa: PLC0415 - see _validator

    try:
        _validator()(content)
    except JsonSchemaValueException as error:
        raise TextError(f"{source}: {_where(error.path[1:])} {_what(error)}.") from None
    fault = _bad_name(content) or _infinite(content, [])
    for name, question in content.get("questions", {}).items():
        if not fault and (contradiction := _contradiction(question)):
            fault = f"[questions.{name}] {contradiction}"
    fault = fault or _bad_page(content) or _bad_point(content) or _bad_limits(content)
    if fault:
        raise TextError(f"{source}: {fault}.")


def _bad_name(content: dict[str, Any]) -> str:
    """Names become "module/name" in the ledger, where hints of two items of one name could not be told apart."""
    known: dict[str, str] = {}
    for part in PARTS:
        for name in content.get(part, {}):
            entry = f"[{part}.{name}]"
            if not NAME.fullmatch(name):
                return f"{entry} needs a name of small letters, digits and underscores, at most 60"
            if name in known:
                return f"{entry} has the name of {known[name]}; give it one of its own"
            known[name] = entry
    return ""


def _bad_page(content: dict[str, Any]) -> str:
    """What the schema cannot say of a series: that its questions are there, and each stands on one page alone."""
    questions = content.get("questions", {})
    seen: dict[str, str] = {}
    for series, entry in content.get("series", {}).items():
        for place, page in enumerate(entry["pages"]):
            where = f"[series.{series}] pages[{place}]"
            for name in page:
                if name not in questions:
                    return f"{where}: there is no [questions.{name}]{_meant(name, questions)}"
                if name in seen:
                    return f"{where}: {name!r} stands on {seen[name]} already; a question belongs on one page"
                seen[name] = where
    return ""


def _bad_point(content: dict[str, Any]) -> str:
    """What the schema cannot say of a board: that no two points have one name or one label, and one at most is own."""
    for board, entry in content.get("boards", {}).items():
        for field in ("name", "label"):
            values = [point[field] for point in entry["points"]]
            twice = next((value for value in values if values.count(value) > 1), None)
            if twice is not None:
                return f"[boards.{board}] points: two of them have the {field} {twice!r}"
        if sum(point.get("own", False) for point in entry["points"]) > 1:
            return f"[boards.{board}] points: only one can be the learner's own"
    return ""


def _bad_limits(content: dict[str, Any]) -> str:
    """What the schema cannot say of numbers: that a form limits no other field, and that ends are in their order."""
    numbers = {f"[predictions.{name}]": entry for name, entry in content.get("predictions", {}).items()}
    for form, entry in content.get("forms", {}).items():
        numbers |= {f"[forms.{form}] fields[{place}]": field for place, field in enumerate(entry["fields"])}
    for where, entry in numbers.items():
        limits = [key for key in ("unit", "low", "high", "whole") if key in entry]
        if limits and entry["kind"] != "number":
            return f"{where} has {limits[0]!r}, and is no number"
        if entry.get("low", -math.inf) >= entry.get("high", math.inf):
            return f"{where} must have a low below its high"
    return ""


def _infinite(value: Any, path: list[str]) -> str:  # noqa: ANN401 - whatever TOML holds
    """The first number that is none: TOML knows nan and inf, a schema cannot refuse them."""
    if isinstance(value, float) and not math.isfinite(value):
        return f"{_where(path)} must be a finite number, and is {value}"
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return next((fault for step, inner in steps if (fault := _infinite(inner, [*path, str(step)]))), "")


def _contradiction(question: dict[str, Any]) -> str:
    """What the schema cannot say: how many options are right, and that no two read alike."""
    return _wrong_number(question) if question["kind"] == "number" else _wrong_options(question)


def _wrong_number(question: dict[str, Any]) -> str:
    answer, within = question["answer"], question["within"]
    mistakes = question.get("mistakes", [])
    broken = [each for each in (answer, *(m["value"] for m in mistakes)) if question.get("whole") and each % 1]
    if broken:
        return f"must have whole numbers only, as `whole` says, and one is {broken[0]}"
    near = [m["value"] for m in mistakes if abs(m["value"] - answer) <= max(m["within"], within)]
    return f"mistakes: {near[0]} is as near as the right answer" if near else ""


def _wrong_options(question: dict[str, Any]) -> str:
    options = question["options"]
    texts = [option["text"] for option in options]
    right = sum(option.get("right", False) for option in options)
    both = next((str(place) for place, o in enumerate(options) if "right" in o and "misconception" in o), "")
    if both:
        return f"options[{both}].misconception: a right option has none"
    if len(set(texts)) < len(texts):
        return "options: two of them have the same text"
    if question["kind"] == "one" and right != 1:
        return f"options: exactly one must be right, and {right} are"
    if question["kind"] == "several" and not 1 <= right < len(options):
        return f"options: at least one must be right and one wrong, and {right} of {len(options)} are right"
    return ""


def _where(path: list[str]) -> str:
    """The entry and the field, from a path such as `["questions", "f1", "options", "2", "why"]`."""
    entry = f"[{'.'.join(path[:2])}]" if path else "the file"
    field = "".join(f"[{step}]" if step.isdigit() else f".{step}" for step in path[2:])
    return f"{entry} {field.removeprefix('.')}".strip()


def _what(error: Any) -> str:  # noqa: ANN401 - a JsonSchemaValueException
    if error.rule == "required":
        missing = next(name for name in error.rule_definition if name not in error.value)
        return f"lacks {missing!r}"
    if error.rule == "additionalProperties":
        known = error.definition.get("properties", {})
        unknown = next(name for name in error.value if name not in known)
        return f"has an unknown field {unknown!r}{_meant(unknown, known)}"
    if error.rule == "enum":
        return f"must be one of {', '.join(map(str, error.rule_definition))}, and is {error.value!r}"
    if error.rule == "minItems" and not error.value:
        return "must not be empty"
    if error.rule in {"minLength", "pattern"}:
        return f"cannot be {error.value!r}" if str(error.value).strip() else "must not be empty"
    return str(error.message).removeprefix(f"{error.name} ")


def _meant(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), 1)
    return f" (did you mean {near[0]!r}?)" if near else ""
