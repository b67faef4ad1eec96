"""A network that does badly on new images: a bug, or too little data? Three looks tell, on four networks.

The looks: how does it do on the images it is shown, and on new ones? Does it learn ten by heart? Does its error on new
images fall clearly as it is shown more? The first network has no bug; in each of the others we planted one. One more
look tells a difference between training and test from all else: new images from where the training images came from
(`relatives`). Digits, as in `ladder`.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from mlprojects import checks

from . import network
from .ladder import INK, split

if TYPE_CHECKING:
    from .ladder import Labels, Pixels

FEW, SHUFFLED, UPSIDE_DOWN, STILL = "network A", "network B", "network C", "network D"
HEART, SHOWN = 10, 40
"""Images that it should learn by heart; images that it is shown at first."""
SIZES = (40, 80, 160, 320)
LOOKS = 3
"""How many there are."""
OLD, NEW = "the images shown", "new images"
"""What an error is measured on."""
STEPS = 100
TINY = 1e-6
"""A learning rate at which nothing is learned in so many steps."""
BUG_IN_TRAINING, BUG_IN_DATA, MORE_DATA = "a bug in the training", "a bug in the data", "too little data"
GUESSING = 90.0
"""The error of a guess among ten digits, in %."""
LEARNED, STUCK, FALLS, STAYS = 5.0, 50.0, 0.5, 0.8
"""Bounds of `verdict` (ours): a training error of at most so many % is learned, from so many % on it is not; and the
test error falls if eight times the data leave at most this share of it, and stays if they leave more than that."""

CASES = {
    FEW: "nothing is wrong but that it has seen 40 images",
    SHUFFLED: "the labels were shuffled: they belong to other images",
    UPSIDE_DOWN: "the test images stand on their heads, the training images do not",
    STILL: "the learning rate is ten thousand times too small",
}
"""What is wrong with each."""


@dataclass(frozen=True)
class Looks:
    """What is seen of a network, all in % of wrong answers.

    Attributes:
        train: On the images it was shown, `SHOWN` of them.
        test: On new images then.
        heart: On `HEART` images, when it was shown only these.
        more: On new images, by the number of images shown (`SIZES`).
    """

    train: float
    test: float
    heart: float
    more: "pd.Series[float]"


@cache
def looks(case: str) -> Looks:
    """Trains a network of `CASES` on 10, 40, 80, 160 and 320 images.

    Raises:
        ValueError: If there is no such network.
    """
    checks.one_of("The network", case, CASES)
    errors = {size: _errors(case, size) for size in (HEART, *SIZES)}
    more = pd.Series({size: errors[size][1] for size in SIZES}, name="error").rename_axis("images")
    return Looks(errors[SHOWN][0], errors[SHOWN][1], errors[HEART][0], more)


def verdict(train: float, heart: float, first: float, last: float) -> str | None:
    """What three looks say; None where they say nothing clear.

    What cannot be learned by heart, or not at all, points to the training. What is learned but does not carry over,
    however much is shown, points to the data: labels, or a difference between training and test. What carries over
    clearly better the more is shown asks for more. Between the two nothing is clear. And a task whose answers are
    partly luck looks like a bug in the data: no look at errors tells these apart.

    Args:
        train: Error on the images shown, in %.
        heart: Error on ten images shown alone, in %.
        first: Error on new images with the fewest images shown, in %.
        last: The same with eight times as many, in %.

    Raises:
        TypeError: If one is no number.
        ValueError: If one is not from 0 to 100.
    """
    names = ("The training error", "The error on ten images", "The first test error", "The last test error")
    numbers = zip(names, (train, heart, first, last), strict=True)
    shown, ten, before, after = (checks.number(name, value, 0, 100) for name, value in numbers)
    if ten >= STUCK and shown >= STUCK:
        return BUG_IN_TRAINING
    if ten > LEARNED or shown > LEARNED:
        return None
    if after <= FALLS * before:
        return MORE_DATA
    return BUG_IN_DATA if after > STAYS * before else None


def relatives(case: str) -> float:
    """The error on new images that come from where the images shown came from, labels and all, in %.

    They are those of the training images that no look shows. What is bad on new images and good here has met a
    difference between training and test.

    Raises:
        ValueError: If there is no such network.
    """
    model, images, labels = _trained(checks.one_of("The network", case, CASES), SHOWN)
    new = slice(SIZES[-1], None)
    return 100 * float((model.predict(images[new] / INK) != labels[new]).mean())


def given_away() -> int:
    """How many of the planted bugs show in the error on the images shown: it is not even learned."""
    return sum(looks(case).train > LEARNED for case in CASES if case != FEW)


def taken(case: str, look: int) -> pd.DataFrame:
    """What the first looks have shown of a network of `CASES`.

    Args:
        case: Its name.
        look: How many looks were taken, 1 to 3.

    Returns:
        A row an error: `look` (its number), `on` ("the images shown" or "new images"), `images` (shown before), and
        `error` in %.

    Raises:
        TypeError: If the look is no number.
        ValueError: If there is no such network or look.
    """
    last, seen = checks.whole("The look", look, 1, LOOKS), looks(case)
    rows = [(1, OLD, SHOWN, seen.train), (1, NEW, SHOWN, seen.test), (2, OLD, HEART, seen.heart)]
    rows += [(3, NEW, size, error) for size, error in zip(SIZES, seen.more, strict=True)]
    table = pd.DataFrame(rows, columns=["look", "on", "images", "error"])
    return table[table["look"] <= last]


def found(case: str) -> str | None:
    """The verdict on a network of `CASES`."""
    seen = looks(case)
    return verdict(seen.train, seen.heart, float(seen.more.iloc[0]), float(seen.more.iloc[-1]))


def _errors(case: str, size: int) -> tuple[float, float]:
    """On the images shown and on new ones, in %."""
    own = split()
    model, images, labels = _trained(case, size)
    seen = _turned(own.test) if case == UPSIDE_DOWN else own.test
    pairs = ((images[:size], labels[:size]), (seen, own.test_labels))
    on_shown, on_new = (100 * float((model.predict(images / INK) != true).mean()) for images, true in pairs)
    return on_shown, on_new


def _trained(case: str, size: int) -> "tuple[Any, Pixels, Labels]":
    """The network, shown so many images; all training images, and the labels that it was given for them."""
    own = split()
    labels = own.train_labels
    if case == SHUFFLED:
        labels = np.random.default_rng(network.SEED).permutation(labels)
    rate = TINY if case == STILL else network.RATE
    return network.classifier(own.train[:size] / INK, labels[:size], steps=STEPS, rate=rate), own.train, labels


def _turned(images: "Pixels") -> "Pixels":
    return images.reshape(-1, 8, 8)[:, ::-1, ::-1].reshape(images.shape)
