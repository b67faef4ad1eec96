"""More data or better labels? Learning curves on scikit-learn's digits when a share of the labels is wrong (3 -> 2).

The wrong labels are ours: each is drawn evenly among the other nine digits, whatever the image. Real annotators err on
the hard images and in the same direction, which hurts more. Test images are unseen and their labels right, unless
`measured` says otherwise. The classifier is a kernel ridge regression on the ten digits with fixed settings: it is
trained in closed form, so that the counts of errors are the same on every machine. Other classifiers bear wrong labels
better or worse.

Data, as scikit-learn's description of its copy names it: Alpaydin, "Optical recognition of handwritten digits" (test
set), UCI, 1998: 1797 images of 8 x 8 pixels.
"""

from collections.abc import Callable, Iterable
from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects import checks
from mlprojects.one_core import one_core

CLASSES = 10
SHARES = (0.0, 0.1, 0.2, 0.3, 0.4)
"""Shares of wrong labels with a learning curve each."""
SIZES = (30, 60, 120, 240, 480, 960)
"""Numbers of training images; each draw adds to the one before, so a curve grows one training set."""
DRAWS = 20
"""Random splits into training and test images; the curves are their means."""
GAMMA, PENALTY = 0.001, 1.0
"""Settings of the classifier: width of the kernel, and penalty. Fixed, not tuned to any share of wrong labels."""
CLEAR = 2.0
"""A difference of fewer standard errors than this is called too close."""
MORE, BETTER, CLOSE = "more images", "better labels", "too close to call"


def left_wrong(share: float, classes: int = CLASSES) -> float:
    """Share of labels that is still wrong after a check.

    A check, as we define it: a second person labels the image without seeing the first label, and where the two
    disagree an expert decides rightly. Wrong is then only what both got wrong in the same way: share^2 / (classes - 1).

    Args:
        share: Of each person's labels that are wrong, from 0 to 1; spread evenly over the other classes, independent.
        classes: How many classes there are, at least 2.

    Raises:
        TypeError: If an argument is no number.
        ValueError: If it is out of range.
    """
    return checks.number("The share", share, 0, 1) ** 2 / (checks.number("The number of classes", classes, 2) - 1)


def disagreement(share: float, classes: int = CLASSES) -> float:
    """Share of images on which two such people give different labels; arguments and errors as in `left_wrong`."""
    return 1 - (1 - checks.number("The share", share, 0, 1)) ** 2 - left_wrong(share, classes)


def measured(error: float, share: float, classes: int = CLASSES) -> float:
    """The error one measures when a share of the *test* labels is wrong too.

    An answer counts as right if it is right and so is the label, or if it is wrong and happens to be the wrong label:
    accuracy (1 - share) + error share / (classes - 1). A perfect model is measured at an error of `share`: no model
    that is better than chance can be seen to do better.

    Args:
        error: The model's real share of errors, from 0 to 1, spread evenly over the wrong classes.
        share: Of the test labels that are wrong, independent of the model's errors.
        classes: How many classes there are, at least 2.

    Raises:
        TypeError: If an argument is no number.
        ValueError: If it is out of range.
    """
    own, wrong = checks.number("The error", error, 0, 1), checks.number("The share", share, 0, 1)
    others = checks.number("The number of classes", classes, 2) - 1
    return 1 - ((1 - own) * (1 - wrong) + own * wrong / others)


def as_measured(frame: pd.DataFrame, share: float) -> pd.DataFrame:
    """`error` and `spread` of a frame as test labels of which a share is wrong would show them, on average.

    `measured` is a straight line, so spreads shrink by its slope. Adds `floor`, where a perfect model would be seen.
    Arguments and errors as in `measured`.
    """
    floor = measured(0.0, share)
    slope = measured(1.0, share) - floor
    return frame.assign(error=floor + slope * frame["error"], spread=slope * frame["spread"], floor=floor)


def in_percent(frame: pd.DataFrame) -> pd.DataFrame:
    """The same frame with its shares (`error`, `spread`, `wrong`, `floor`) in percent."""
    shares = [column for column in ("error", "spread", "wrong", "floor") if column in frame]
    return frame.assign(**{column: 100 * frame[column] for column in shares})


def learning_curves(progress: Callable[[list[int]], Iterable[int]] = iter) -> pd.DataFrame:
    """Test error by share of wrong labels and number of training images.

    Args:
        progress: Wraps the list of draws to show a progress bar; what is trained stays trained. A second for all.

    Returns:
        Index `share` (of `SHARES`) and `images` (of `SIZES`); `error` (mean share of wrong answers over the draws) and
        `spread` (their standard deviation).
    """
    errors = np.stack([_errors(draw)[: len(SHARES)] for draw in progress(list(range(DRAWS)))])
    index = pd.MultiIndex.from_product([SHARES, SIZES], names=["share", "images"])
    values = {"error": errors.mean(axis=0).ravel(), "spread": errors.std(axis=0, ddof=1).ravel()}
    return pd.DataFrame(values, index=index)


def purchases(share: float, budget: int, price: int) -> pd.DataFrame:
    """What a budget buys: many labels as they come, or fewer that are checked (see `left_wrong`).

    Args:
        share: Of the unchecked labels that is wrong; one of `SHARES`.
        budget: In prices of one unchecked label.
        price: Of a checked label, in the same unit; budget and budget / price must be of `SIZES`.

    Returns:
        Rows `MORE` and `BETTER`; `images`, `wrong` (share of labels), `error` and `spread` as in `learning_curves`.

    Raises:
        TypeError: If an argument is no number.
        ValueError: If there is no such share, or a number of images is not of `SIZES`.
    """
    level = _level(share)
    places = [_place(budget), _place(budget / checks.number("The price", price, 1))]
    errors = _all_errors()[:, [level, level + len(SHARES)], places]
    return pd.DataFrame(
        {
            "images": [SIZES[place] for place in places],
            "wrong": [SHARES[level], left_wrong(SHARES[level])],
            "error": errors.mean(axis=0),
            "spread": errors.std(axis=0, ddof=1),
        },
        index=pd.Index([MORE, BETTER], name="purchase"),
    )


def verdict(share: float, budget: int, price: int) -> str:
    """`MORE`, `BETTER` or `CLOSE`: which purchase errs less, if by more than `CLEAR` standard errors of the difference.

    Both purchases are trained and tested on the same draws, so differences are taken draw by draw. Errors as in
    `purchases`.
    """
    level = _level(share)
    places = [_place(budget), _place(budget / checks.number("The price", price, 1))]
    more, better = _all_errors()[:, [level, level + len(SHARES)], places].T
    gap = more - better
    if abs(gap.mean()) <= CLEAR * gap.std(ddof=1) / np.sqrt(DRAWS):
        return CLOSE
    return BETTER if gap.mean() > 0 else MORE


def clean_equivalent(share: float, images: int) -> float | None:
    """How many images with right labels reach the error of so many with wrong ones; None if not within `SIZES`.

    Between the measured sizes the curve is read on logarithmic scales; nothing is read outside them.

    Args:
        share: One of `SHARES`.
        images: One of `SIZES`.

    Raises:
        TypeError: If an argument is no number.
        ValueError: If there is no such share or size.
    """
    return _read(0, _mean_errors()[_level(share), _place(images)])


def noisy_equivalent(share: float, images: int) -> float | None:
    """How many images with wrong labels reach the error of so many with right ones; as `clean_equivalent`."""
    return _read(_level(share), _mean_errors()[0, _place(images)])


def _read(level: int, error: float) -> float | None:
    """The curve's number of images at an error; its errors fall strictly, which a test holds."""
    curve = _mean_errors()[level]
    if not curve[-1] <= error <= curve[0]:
        return None
    return float(np.exp(np.interp(np.log(error), np.log(curve[::-1]), np.log(SIZES[::-1]))))


def _mean_errors() -> npt.NDArray[np.float64]:
    means: npt.NDArray[np.float64] = _all_errors().mean(axis=0)
    return means


@cache
def _all_errors() -> npt.NDArray[np.float64]:
    """Shape (draws, 2 x shares, sizes): the second half of the middle axis is after a check."""
    return np.stack([_errors(draw) for draw in range(DRAWS)])


@cache
def _errors(draw: int) -> npt.NDArray[np.float64]:
    """Test errors of one draw, shape (2 x shares, sizes).

    All shares are trained at once: they have the same images, hence the same kernel matrix, and differ in the targets.
    Each image has one number that decides at which shares its label is wrong: the sets of wrong labels are nested.
    """
    from sklearn.kernel_ridge import KernelRidge  # noqa: PLC0415 - `import mlprojects` must not load scikit-learn
    from sklearn.metrics.pairwise import rbf_kernel  # noqa: PLC0415 - see above

    pixels, digits = _digits()
    random = np.random.default_rng(draw)
    train, test = _split(len(digits), random)
    targets = _targets(digits[train], random)
    errors = np.empty((targets.shape[1], len(SIZES)))
    # One core: the matrices are small, and on a busy machine threads that wait for each other take ten times as long.
    with one_core():
        own = rbf_kernel(pixels[train], gamma=GAMMA)
        across = rbf_kernel(pixels[test], pixels[train], gamma=GAMMA)
        for place, size in enumerate(SIZES):
            model = KernelRidge(kernel="precomputed", alpha=PENALTY)
            model.fit(own[:size, :size], targets[:size].reshape(size, -1))
            scores = model.predict(across[:, :size]).reshape(len(test), -1, CLASSES)
            errors[:, place] = (scores.argmax(axis=2) != digits[test][:, None]).mean(axis=0)
    return errors


@cache
def _digits() -> tuple[npt.NDArray[np.float64], npt.NDArray[np.int_]]:
    """Pixels (1797, 64) from 0 to 16, and the digits (1797,): read once."""
    from sklearn.datasets import load_digits  # noqa: PLC0415 - `import mlprojects` must not load scikit-learn

    pixels, digits = load_digits(return_X_y=True)
    return pixels, digits


def _split(count: int, random: np.random.Generator) -> tuple[npt.NDArray[np.int_], npt.NDArray[np.int_]]:
    """Places of the training images, as many as the largest size, and of the unseen rest."""
    order = random.permutation(count)
    return order[: SIZES[-1]], order[SIZES[-1] :]


def _targets(digits: npt.NDArray[np.int_], random: np.random.Generator) -> npt.NDArray[np.float64]:
    """One 1 among ten an image and share: shape (n, 2 x shares, classes)."""
    shares = np.array([*SHARES, *map(left_wrong, SHARES)])
    luck = random.random(len(digits))[:, None]
    others = (digits + random.integers(1, CLASSES, len(digits)))[:, None] % CLASSES
    return np.eye(CLASSES)[np.where(luck < shares, others, digits[:, None])]


def _level(share: float) -> int:
    own = checks.number("The share", share, 0, 1)
    if own not in SHARES:
        raise ValueError(f"The share must be one of {', '.join(map('{:g}'.format, SHARES))}; got {own:g}.")
    return SHARES.index(own)


def _place(images: float) -> int:
    own = checks.number("The number of images", images, 1)
    if own not in SIZES:
        raise ValueError(f"The number of images must be one of {', '.join(map(str, SIZES))}; got {own:g}.")
    return SIZES.index(int(own))
