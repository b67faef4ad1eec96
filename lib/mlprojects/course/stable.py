"""Makes an executed notebook the same bytes on every rebuild: nothing random, nothing of this machine stays in it."""

import base64
import hashlib
import json
import re
from collections import Counter

import nbformat
from nbformat import NotebookNode

WIDGET_STATE = "application/vnd.jupyter.widget-state+json"
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
PNG_HEAD = 8  # bytes of a PNG's signature
CHUNK_EXTRA = 12  # bytes of a PNG chunk besides its data: length, type, checksum

_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,16}\b")
_MODEL_ID = re.compile(r'"model_id": "([0-9a-f]{32})"')


def name_cells(notebook: NotebookNode, stem: str) -> None:
    """Give each cell an id that depends on the notebook's name, the cell's type and its text alone.

    The text formats of jupytext keep no ids; random ones would change with every build.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for cell in notebook.cells:
        seen[cell.cell_type, cell.source] += 1
        cell.id = _digest(stem, cell.cell_type, cell.source, str(seen[cell.cell_type, cell.source]))[:12]


def settle(notebook: NotebookNode, stem: str) -> str:
    """Take out of an executed notebook what differs from run to run, and write it.

    Args:
        notebook: As nbclient left it, with the state of its widgets; is changed.
        stem: The notebook's name without suffix, from which the ids of widgets are made.

    Returns:
        The file's text.
    """
    notebook.metadata.get("jupytext", {}).pop("text_representation", None)  # names the version of jupytext
    notebook.metadata.kernelspec = nbformat.from_dict(KERNEL)  # type: ignore[no-untyped-call] # nbformat has no annotations
    notebook.metadata.get("language_info", {}).pop("version", None)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            _settle_output(output)
    order = list(notebook.metadata.get("widgets", {}).get(WIDGET_STATE, {}).get("state", {}))
    text = str(nbformat.writes(notebook, version=4))  # type: ignore[no-untyped-call] # nbformat has no annotations
    renamed = _rename_models(text, order, stem)
    # Written again: nbformat sorts by key, and the keys were the old ids.
    return json.dumps(json.loads(renamed), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def without_software(png: bytes) -> bytes:
    """`png` without its text chunk `Software`, in which Matplotlib writes its version."""
    kept, at = [png[:PNG_HEAD]], PNG_HEAD
    while at < len(png):
        end = at + CHUNK_EXTRA + int.from_bytes(png[at : at + 4], "big")
        chunk = png[at:end]
        if not chunk[4:].startswith(b"tEXtSoftware\0"):
            kept.append(chunk)
        at = end
    return b"".join(kept)


def _settle_output(output: NotebookNode) -> None:
    if output.output_type == "stream":
        output.text = _ADDRESS.sub("0x0", output.text)
    data = output.get("data", {})
    for kind in [kind for kind in data if kind.startswith("text/")]:
        data[kind] = _ADDRESS.sub("0x0", data[kind])
    if "image/png" in data:
        png = without_software(base64.b64decode(data["image/png"]))
        data["image/png"] = base64.b64encode(png).decode("ascii")


def _rename_models(text: str, order: list[str], stem: str) -> str:
    """Number the widget models in the order they were made in, wherever they are named: state, views, references."""
    models = dict.fromkeys([*order, *_MODEL_ID.findall(text)])
    for number, model in enumerate(models):
        text = text.replace(model, _digest("widget", stem, f"{number:06d}")[:26] + f"{number:06d}")
    return text


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
