"""The price of the next nine: a measured learning curve, the power law fitted to it, and what it says beyond the data.

A power law `error = scale images^exponent` is a straight line on logarithmic scales. It is fitted by ordinary least
squares on the logarithms; the intervals are those of the textbook's line (Student's t), for a number of images the
inverse one (Fieller, "Some problems in interval estimation", J. R. Stat. Soc. B 16, 1954). They cover the scatter of
the measured points about the line. They do not cover that the points share their images, nor that the true curve may
bend: it does, see `as_fitted`.

Data, as scikit-learn's description of its copy names it: Alpaydin, "Optical recognition of handwritten digits" (test
set), UCI, 1998: 1797 images of 8 x 8 pixels; an easy task with hardly a wrong label.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from mlprojects import checks
from mlprojects.digits import digits
from mlprojects.one_core import one_core

SIZES = (30, 60, 120, 240, 480, 960)
"""Numbers of training images that a line may be fitted to; in each split, each adds to the one before."""
HELD = 1190
"""One size more, nearly all images: measured, never fitted; what a line promises is held against it."""
SPLITS, TEST = 20, 600
"""Random splits, and test images in each; a curve is the mean over the splits."""
ALL = 1797 - TEST
"""Images that a split leaves for training."""
GAMMA = 0.001
"""Width of the kernel of the support vector machine; its other settings are scikit-learn's."""
LEVEL = 0.95
"""Of the intervals."""
NINE = 0.1
"""One nine more: the error shrinks to this share."""
START = 0.1
"""The error from which the published exponents go on; see `prices`."""
FITTED = "fitted here"
FEWEST = 3
"""Points for a line with an interval."""
MEASURED, EXTRAPOLATED, BEYOND = "measured", "extrapolated", "beyond the data"
"""How far a number of images is from what a line was fitted to; see `reach`."""

PUBLISHED = pd.DataFrame(
    {
        "exponent": [-1.0, -0.5, -0.35, -0.07],
        "source": "Hestness et al., “Deep Learning Scaling is Predictable, Empirically”, 2017, arXiv:1712.00409",
    },
    index=pd.Index(["theory, steep", "theory, flat", "deep nets, steepest", "deep nets, flattest"], name="curve"),
)
"""Exponents of learning curves: what most theories give, and between what most of those lie that were measured on deep
networks for speech, images, translation and language modelling, all as reported in the source. The flattest is that of
a language model, whose error is a loss, not a share of wrong answers."""


@dataclass(frozen=True)
class PowerLaw:
    """`error = scale images^exponent`, with what its intervals need.

    Attributes:
        exponent: Below 0 where more images help.
        scale: The error at one image, if the line held there.
        points: How many were fitted.
        centre: Means of log(images) and log(error).
        spread: Sum of squares of log(images) about their mean.
        deviation: Standard deviation of log(error) about the line (points - 2 degrees of freedom).
    """

    exponent: float
    scale: float
    points: int
    centre: tuple[float, float]
    spread: float
    deviation: float

    def error(self, images: float) -> float:
        """The line's share of errors at a number of images, at least 1."""
        return float(self.scale * checks.number("The number of images", images, 1) ** self.exponent)

    def images_for(self, error: float) -> float:
        """How many images the line needs for a share of errors.

        Raises:
            TypeError: If the error is no number.
            ValueError: If it is not above 0 and at most 1, or the line does not fall.
        """
        target = _share(error)
        if self.exponent >= 0:
            raise ValueError("On this line, more images do not help: no number of images reaches the error.")
        return float((target / self.scale) ** (1 / self.exponent))

    def exponents(self) -> tuple[float, float]:
        """The interval of the exponent, low and high."""
        half = self._quantile() * self.deviation / np.sqrt(self.spread)
        return self.exponent - float(half), self.exponent + float(half)

    def errors(self, images: float) -> tuple[float, float]:
        """The interval of the line's error at a number of images, low and high."""
        away = np.log(checks.number("The number of images", images, 1)) - self.centre[0]
        half = self._quantile() * self.deviation * np.sqrt(1 / self.points + away**2 / self.spread)
        return float(self.error(images) * np.exp(-half)), float(self.error(images) * np.exp(half))

    def images_between(self, error: float) -> tuple[float, float] | None:
        """All numbers of images whose interval of the error holds `error`, low and high; None if there is no end.

        Errors as in `images_for`.
        """
        drop = np.log(_share(error)) - self.centre[1]
        blur = (self._quantile() * self.deviation) ** 2
        # |exponent x - drop| <= half-width at x, squared: a quadratic in x, the distance of log(images) to their mean.
        square = self.exponent**2 - blur / self.spread
        inner = (self.exponent * drop) ** 2 - square * (drop**2 - blur / self.points)
        if square <= 0 or self.exponent >= 0:
            return None
        ends = (self.exponent * drop + np.array([-1, 1]) * np.sqrt(max(inner, 0))) / square
        low, high = np.exp(self.centre[0] + ends)
        return float(low), float(high)

    def _quantile(self) -> float:
        from scipy.stats import t  # type: ignore[import-untyped]  # noqa: PLC0415 - `import mlprojects` stays light

        return float(t.ppf((1 + LEVEL) / 2, self.points - 2))


def fit(images: Sequence[float], errors: Sequence[float]) -> PowerLaw:
    """The power law through measured points: least squares on the logarithms.

    Args:
        images: Numbers of training images, not all the same.
        errors: Share of errors at each, above 0: of an error of 0 there is no logarithm.

    Raises:
        TypeError: If one is no number.
        ValueError: If they differ in length, are fewer than three, or out of range.
    """
    if len(images) != len(errors) or len(images) < FEWEST:
        raise ValueError(f"A fit needs at least {FEWEST} points, with an error for each number of images.")
    x = np.log([checks.number("A number of images", each, 1) for each in images])
    y = np.log([_share(each) for each in errors])
    spread = float(((x - x.mean()) ** 2).sum())
    if spread == 0:
        raise ValueError("The numbers of images must differ: one place makes no line.")
    slope = float(((x - x.mean()) * (y - y.mean())).sum() / spread)
    intercept = float(y.mean() - slope * x.mean())
    rest = float(((y - intercept - slope * x) ** 2).sum())
    return PowerLaw(
        exponent=slope,
        scale=float(np.exp(intercept)),
        points=len(x),
        centre=(float(x.mean()), float(y.mean())),
        spread=spread,
        deviation=float(np.sqrt(rest / (len(x) - 2))),
    )


def factor_per_nine(exponent: float) -> float:
    """How many times as many images shrink the error to a tenth: 10^(-1 / exponent).

    Raises:
        TypeError: If the exponent is no number.
        ValueError: If it is not below 0: then more images do not help.
    """
    own = checks.number("The exponent", exponent)
    if own >= 0:
        raise ValueError(f"The exponent must be below 0, or more images do not help; got {own:g}.")
    return float(NINE ** (1 / own))


def reach(images: float, last: int = SIZES[-1]) -> str:
    """`MEASURED` up to the last size fitted, `EXTRAPOLATED` up to `ALL`, `BEYOND` where there are no images left."""
    own = checks.number("The number of images", images, 0)
    if own <= last:
        return MEASURED
    return EXTRAPOLATED if own <= ALL else BEYOND


def learning_curve(progress: Callable[[list[int]], Iterable[int]] = iter) -> pd.DataFrame:
    """Test error of a support vector machine by number of training images.

    Args:
        progress: Wraps the list of splits to show a progress bar; what is trained stays trained. Some seconds for all.

    Returns:
        Index `images` (`SIZES` and `HELD`); `error` (mean share of wrong answers over the splits), `spread` (their
        standard deviation).
    """
    errors = np.stack([_errors(split) for split in progress(list(range(SPLITS)))])
    values = {"error": errors.mean(axis=0), "spread": errors.std(axis=0, ddof=1)}
    return pd.DataFrame(values, index=pd.Index((*SIZES, HELD), name="images"))


def as_fitted(last: int = SIZES[-1]) -> PowerLaw:
    """The power law through the measured points up to a size.

    The measured curve bends: wherever the fit ends, the line promises a lower error at `HELD` than was then measured.

    Raises:
        ValueError: If `last` is not one of `SIZES` from the third on.
    """
    if last not in SIZES[FEWEST - 1 :]:
        raise ValueError(f"The fit may end at {', '.join(map(str, SIZES[FEWEST - 1 :]))} images; got {last!r}.")
    curve = learning_curve()["error"].loc[:last]
    return fit(curve.index.tolist(), curve.tolist())


def prices(error: float, last: int = SIZES[-1]) -> pd.DataFrame:
    """What an error would take on the fitted curve, and on curves with the published exponents.

    The published ones start where the fitted line has an error of `START`, with as many images. Only their exponents
    are published: where such a curve starts, and that it can start here, is our assumption.

    Args:
        error: The error aimed at, above 0 and at most 1.
        last: As in `as_fitted`.

    Returns:
        Index `FITTED`, then that of `PUBLISHED`; `exponent`, `factor` (times as many images for a tenth of the error)
        and `images`.

    Raises:
        TypeError: If the error is no number.
        ValueError: If an argument is out of range.
    """
    law, target = as_fitted(last), _share(error)
    exponents = pd.concat([pd.Series({FITTED: law.exponent}), PUBLISHED["exponent"]])
    images = law.images_for(START) * (target / START) ** (1 / exponents)
    factors = exponents.map(factor_per_nine)
    return pd.DataFrame({"exponent": exponents, "factor": factors, "images": images}).rename_axis("curve")


@cache
def lines(last: int, lowest: float, highest: float, count: int = 61) -> pd.DataFrame:
    """All curves as they are drawn: errors by number of images, evenly spread on a logarithmic scale.

    Args:
        last: As in `as_fitted`.
        lowest: The fewest images, at least 1.
        highest: The most.
        count: How many numbers of images.

    Returns:
        Index images; `low` and `high` (the interval of the fitted line's error), `FITTED`, and a column for each of
        `PUBLISHED`, missing before it starts; see `prices`.
    """
    law = as_fitted(last)
    images = np.geomspace(lowest, highest, count)
    frame = pd.DataFrame([law.errors(n) for n in images], index=images, columns=["low", "high"])
    frame[FITTED] = [law.error(n) for n in images]
    start = law.images_for(START)
    for name, exponent in PUBLISHED["exponent"].items():
        frame[name] = np.where(images >= start, START * (images / start) ** exponent, np.nan)
    return frame


def factor_between(last: int = SIZES[-1]) -> tuple[float, float]:
    """The interval of `factor_per_nine` of the fitted line, low and high. Errors as in `as_fitted`."""
    steep, flat = as_fitted(last).exponents()
    return factor_per_nine(steep), factor_per_nine(flat)


def _share(error: float) -> float:
    own = checks.number("The error", error, 0, 1)
    if own == 0:
        raise ValueError("The error must be above 0: a power law never reaches 0.")
    return own


@cache
def _errors(split: int) -> npt.NDArray[np.float64]:
    """Test errors of one split, by size."""
    from sklearn.svm import SVC  # noqa: PLC0415 - `import mlprojects` must not load scikit-learn

    pixels, labels = digits()
    order = np.random.default_rng(split).permutation(len(labels))
    test, train = order[:TEST], order[TEST:]
    errors = np.empty(len(SIZES) + 1)
    with one_core():
        for place, size in enumerate((*SIZES, HELD)):
            model = SVC(gamma=GAMMA).fit(pixels[train[:size]], labels[train[:size]])
            errors[place] = (model.predict(pixels[test]) != labels[test]).mean()
    return errors
