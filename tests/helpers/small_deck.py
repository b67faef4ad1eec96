"""A made-up notebook for the tests of decks: one of each kind of slide."""

import json
from collections import defaultdict
from functools import cache, partial
from types import SimpleNamespace

import jupytext
import nbformat
import sample_texts
from mlprojects.course.deck.baking import Store
from mlprojects.course.deck.outline import outline
from mlprojects.course.deck.page import Shown, page
from mlprojects.course.deck.thinning import Thinned
from mlprojects.course.house import ROOT
from sample import make
from wings import all_of

SOURCE = """\
# %% [markdown] slideshow={"slide_type": "slide"}
# # 9 A small module
#
# After it you can <b>count</b>.

# %% [markdown]
# | Part | Minutes |
# |---|---|
# | 1 The line | 6 |
# | 2 The rest | 3 |

# %%
from nowhere import lesson

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 1 The line
#
# *6 minutes.* Words on the slide, and [another notebook](01_lifecycle.ipynb).

# %% [markdown] slideshow={"slide_type": "fragment"}
# Shown a step later.

# %% [markdown] slideshow={"slide_type": "notes"}
# Say it slowly.

# %% slideshow={"slide_type": "-", "code": true}
1 + 1

# %%
print("never shown")

# %% [markdown]
# Predict first.

# %%
lesson.guess

# %%
lesson.slope

# %% [markdown]
# Behind the explorer.

# %% [markdown] slideshow={"slide_type": "skip"}
# Nobody sees this.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 2 The rest

# %%
lesson.winner

# %%
lesson.limits

# %%
lesson.score

# %%
lesson.symptoms

# %%
lesson.double

# %%
lesson.double.check(...)

# %% [markdown] slideshow={"slide_type": "slide"}
# ## What to take away
#
# Little.
#
# ### Your progress
"""


def lesson():
    """What the notebook's `lesson` is."""
    texts = sample_texts
    return SimpleNamespace(
        guess=texts.guess(),
        slope=make(),
        winner=texts.winner(),
        limits=texts.limits(),
        score=texts.score(),
        symptoms=texts.symptoms(),
        double=texts.double(),
    )


def cells(source=SOURCE):
    """Its cells, as they stand in the source and as a build would leave them."""
    written = jupytext.reads(source, "py:percent").cells
    built = jupytext.reads(source, "py:percent").cells
    for cell in built:
        if cell.source == "1 + 1":
            cell.outputs = [nbformat.v4.new_output("execute_result", {"text/plain": "2 < 3"}, execution_count=1)]
    return list(zip(written, built, strict=True))


def small(source=SOURCE, **asked):
    """Its outline."""
    return outline("09_small", cells(source), lesson(), **asked)


def write(folder, every=1):
    """Its deck as a file in `folder`, made as `course slides` makes one."""
    made = small()
    (explorer,) = made.explorers.values()
    thinned, store = Thinned(explorer, every), Store(folder / ".frames", "these models")
    store.bake(explorer, thinned.states().values())
    shown = {explorer.name: Shown.of(thinned, store.of(explorer))}
    theme = (ROOT / "slides" / "theme.css").read_text(encoding="utf-8")
    file = folder / "small.html"
    file.write_text(page(made.title, made.slides, shown, theme, "0" * 64), encoding="utf-8")
    return file


BLANK = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="  # a WebP of one pixel: a small page opens soon
LONGEST = ("A sentence as long as it may be. " * 10)[:319] + "."


@cache
def stored_frames():
    """A frame for every state of every explorer, without drawing any.

    The first state has the picture, sentence and table that the built notebook was stored with; the others have the
    longest sentence that there may be and no picture.
    """
    frames = {}
    for built in sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb")):
        widgets = json.loads(built.read_text(encoding="utf-8"))["metadata"]["widgets"]
        for widget in widgets["application/vnd.jupyter.widget-state+json"]["state"].values():
            state = widget["state"]
            if "first" in state:
                picture = next(each["data"] for each in widget["buffers"] if each["path"] == ["picture"])
                frame = {"png": picture, "says": state["first"]["says"], "table": state["first"]["table"]}
                other = partial(dict, frame | {"says": LONGEST, "png": BLANK})
                frames[state["spec"]["name"]] = defaultdict(other, {state["first"]["key"]: frame})
    return frames


def guess_truths(monkeypatch):
    """Let every prediction's truth be its longest option or a long number: what it is takes seconds to compute."""
    for _, prediction in all_of("PREDICTIONS"):
        options = prediction.entry.get("options", [])
        monkeypatch.setattr(prediction, "truth", partial(max, options, key=len) if options else lambda: 12345.5)
