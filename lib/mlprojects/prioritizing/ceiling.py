"""What a test set with wrong labels can still measure, and which of two models it can still tell to be better.

A toy in closed form, ours. A share of the test labels is wrong. One model's measured accuracy is computed for any
number of classes, if the wrong labels fall at random. Two models are compared for two classes, where a wrong label
simply turns every verdict round; and the wrong labels fall either at random or in the worst places for the better
model. Real label errors lie between: they gather on hard images, where models err too. Left out: labels on which
people rightly disagree, and test images that are no fair sample of the field.
"""

from dataclasses import dataclass
from math import ceil, sqrt
from statistics import NormalDist

from mlprojects import checks

RANDOM, WORST = "anywhere, at random", "where they hurt the better model most"
PATTERNS = (RANDOM, WORST)
"""Where the wrong labels fall."""
SHARED = 0.5
"""Of the better model's mistakes, the share that the other makes too: our assumption."""
LEVEL, POWER = 0.05, 0.8
"""Of the two-sided test, and the chance that it finds the difference: usual choices."""

NORTHCUTT = "Northcutt, Athalye & Mueller, NeurIPS Datasets and Benchmarks 2021, arXiv:2103.14749"
TEN_SETS, IMAGENET = 0.033, 0.06
"""Wrong labels in test sets, at least: mean of ten benchmarks, and ImageNet's validation set (see `NORTHCUTT`)."""


@dataclass(frozen=True)
class Seen:
    """Two models as a test set shows them.

    Attributes:
        better: Measured accuracy of the model that is truly better.
        worse: That of the other.
        discordant: Share of test images on which one model counts as right and the other as wrong.
    """

    better: float
    worse: float
    discordant: float

    @property
    def gap(self) -> float:
        """The measured lead of the truly better model; below 0 where the test set reverses the order."""
        return self.better - self.worse


def measured(accuracy: float, wrong: float, classes: int = 2) -> float:
    """The accuracy one measures, on average, when wrong test labels fall at random.

    An answer counts if it and the label are right, or if it is wrong in the same way as the label.

    Args:
        accuracy: The true one, from 0 to 1; mistakes spread evenly over the other classes.
        wrong: Share of wrong test labels, from 0 to 1; spread evenly over the other classes.
        classes: How many classes there are, at least 2.

    Raises:
        TypeError: If an argument is no number.
        ValueError: If it is out of range.
    """
    own, share = checks.number("The accuracy", accuracy, 0, 1), checks.number("The share of wrong labels", wrong, 0, 1)
    return own * (1 - share) + (1 - own) * share / (checks.whole("The number of classes", classes, 2) - 1)


def ceiling(wrong: float) -> float:
    """The accuracy at which a perfect model is measured: 1 - wrong. Errors as in `measured`."""
    return measured(1.0, wrong)


def safe_lead(wrong: float) -> float:
    """The lead above which no placing of the wrong labels can reverse the order of two models: 2 x wrong.

    A wrong label on an image that only the better model gets right takes a point from it and gives one to the other.
    For two classes. Errors as in `measured`.
    """
    return 2 * checks.number("The share of wrong labels", wrong, 0, 1)


def seen(better: float, worse: float, wrong: float, pattern: str = RANDOM, shared: float = SHARED) -> Seen:
    """Two models on one test set of two classes with wrong labels, on average over all test sets.

    Args:
        better: True accuracy of the better model, from 0 to 1.
        worse: That of the other, at most as high.
        wrong: Share of wrong test labels, from 0 to 0.5.
        pattern: One of `PATTERNS`.
        shared: Share of the better model's mistakes that the other makes too, from 0 to 1.

    Raises:
        TypeError: If a number is none.
        ValueError: If an argument is out of range, or there are more mistakes than images.
    """
    checks.one_of("The pattern", pattern, PATTERNS)
    first, second = checks.number("The better accuracy", better, 0, 1), checks.number("The other accuracy", worse, 0, 1)
    share = checks.number("The share of wrong labels", wrong, 0, 0.5)
    if second > first:
        raise ValueError(f"The better model must be at least as accurate as the other; got {first:g} and {second:g}.")
    both_err = checks.number("The share of common mistakes", shared, 0, 1) * (1 - first)
    only_better, only_worse = 1 - second - both_err, 1 - first - both_err
    both_right = 1 - both_err - only_better - only_worse
    if both_right < share:
        raise ValueError("So many mistakes and wrong labels do not fit: both models must be right on some images.")
    discordant = only_better + only_worse
    if pattern == RANDOM:
        return Seen(measured(first, share), measured(second, share), discordant)
    turned = min(share, only_better)
    rest = share - turned  # on images that both get right: both lose a point, and the gap stays
    return Seen(first - turned - rest, second + turned - rest, discordant)


def other(better: float, more_often: float) -> float:
    """The accuracy of a model that errs so many times as often as the better one, free of rounding in the last digits.

    Raises:
        TypeError: If an argument is no number.
        ValueError: If the accuracy is not from 0 to 1, or the times are below 1 or make more mistakes than images.
    """
    errors = 1 - checks.number("The better accuracy", better, 0, 1)
    return round(1 - checks.number("The times as many errors", more_often, 1, 1 / max(errors, 1e-6)) * errors, 6)


def images_needed(pair: Seen) -> int | None:
    """Test images until McNemar's test shows the better model's lead, with the chance `POWER`; None if it never does.

    To show it is to reject, at the level `LEVEL`, that both are equally good; to be ahead by an image or two is less.
    Both models answer the same images. Normal approximation of Connor, "Sample size for testing differences in
    proportions for the paired-sample design", Biometrics 43, 1987: with a gap d and a share p of discordant images,
    ((z1 sqrt(p) + z2 sqrt(p - d^2)) / d)^2. Where that is less than some hundred images it is rough: the chance is then
    up to 0.9.
    """
    if pair.gap <= 1e-12:  # noqa: PLR2004 - a gap of 0 as floats give it
        return None
    normal = NormalDist()
    z_level, z_power = normal.inv_cdf(1 - LEVEL / 2), normal.inv_cdf(POWER)
    root = z_level * sqrt(pair.discordant) + z_power * sqrt(max(pair.discordant - pair.gap**2, 0))
    return ceil((root / pair.gap) ** 2)
