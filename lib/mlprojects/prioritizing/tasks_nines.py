"""The task of the part "nines", the data for a target: on what a function is tried, and the usual wrong ones."""

from math import ceil, exp, floor, log

import numpy as np
import numpy.typing as npt

from mlprojects.engine import Case, Mistake

from .curve import fit

Array = npt.NDArray[np.float64]


def _solved(sizes: Array, errors: Array, target: float) -> float:
    return fit(sizes.tolist(), errors.tolist()).images_for(target)


def _line(x: Array, y: Array) -> tuple[float, float]:
    """Slope and intercept."""
    slope, intercept = np.polyfit(x, y, 1)
    return float(slope), float(intercept)


def images_needed(sizes: Array, errors: Array, target: float) -> int:
    """The reference: the line on logarithms, solved for the target, rounded up."""
    return ceil(_solved(sizes, errors, target))


def linear(sizes: Array, errors: Array, target: float) -> int:
    """A straight line through the plain numbers."""
    slope, intercept = _line(sizes, errors)
    return ceil((target - intercept) / slope)


def sizes_only(sizes: Array, errors: Array, target: float) -> int:
    """Logarithms of the sizes, not of the errors."""
    slope, intercept = _line(np.log(sizes), errors)
    return ceil(exp((target - intercept) / slope))


def errors_only(sizes: Array, errors: Array, target: float) -> int:
    """Logarithms of the errors, not of the sizes."""
    slope, intercept = _line(sizes, np.log(errors))
    return ceil((log(target) - intercept) / slope)


def not_back(sizes: Array, errors: Array, target: float) -> int:
    """The logarithm of the answer."""
    return ceil(log(_solved(sizes, errors, target)))


def ten_then_e(sizes: Array, errors: Array, target: float) -> int:
    """Fitted with base 10, taken back with base e."""
    return ceil(exp(np.log10(_solved(sizes, errors, target))))


def e_then_ten(sizes: Array, errors: Array, target: float) -> int:
    """Fitted with base e, taken back with base 10."""
    return ceil(10 ** log(_solved(sizes, errors, target)))


def interpolated(sizes: Array, errors: Array, target: float) -> int:
    """Read between the measured points; beyond them, the last size."""
    read = exp(np.interp(log(target), np.log(errors[::-1]), np.log(sizes[::-1])))
    return ceil(read - 1e-6)  # exp(log(960)) is a little more than 960


def curve_through_plain_errors(sizes: Array, errors: Array, target: float) -> int:
    """The power law that is nearest to the errors themselves, as `scipy.optimize.curve_fit` finds it."""
    from scipy.optimize import least_squares  # type: ignore[import-untyped]  # noqa: PLC0415 - `import mlprojects` is light

    slope, intercept = _line(np.log(sizes), np.log(errors))

    def off(law: Array) -> Array:
        rest: Array = np.exp(law[0] + law[1] * np.log(sizes)) - errors
        return rest

    best = least_squares(off, (intercept, slope), xtol=1e-14, ftol=1e-14, gtol=1e-14).x
    return ceil(exp((log(target) - best[0]) / best[1]))


def first_and_last(sizes: Array, errors: Array, target: float) -> int:
    """A line through the first and the last point alone."""
    slope = log(errors[-1] / errors[0]) / log(sizes[-1] / sizes[0])
    return ceil(float(sizes[0]) * exp(log(target / errors[0]) / slope))


def turned_round(sizes: Array, errors: Array, target: float) -> int:
    """The sizes fitted against the errors."""
    slope, intercept = _line(np.log(errors), np.log(sizes))
    return ceil(exp(intercept + slope * log(target)))


def rounded_down(sizes: Array, errors: Array, target: float) -> int:
    """A fraction of an image too few."""
    return floor(_solved(sizes, errors, target))


def to_nearest(sizes: Array, errors: Array, target: float) -> int:
    """Rounded to the nearest whole number."""
    return round(_solved(sizes, errors, target))


CASES = (
    Case(
        np.array([100.0, 200, 400, 800]),
        np.array([0.2, 0.1414, 0.1, 0.0707]),
        0.0481,
        why="here the error is 2 / sqrt(images) but for rounding, so that (2 / 0.0481)^2, about 1730, are needed.",
    ),
    Case(
        np.array([30.0, 60, 120, 240, 480, 960]),
        np.array([0.44, 0.22, 0.09, 0.043, 0.019, 0.011]),
        0.005,
        why="the target lies beyond the last measured error: the line has to go on.",
    ),
    Case(
        np.array([1000.0, 4000, 16000, 64000]),
        np.array([0.107, 0.0654, 0.0411, 0.0248]),
        0.01,
        why="this curve is flat (an exponent of about -0.35): it takes many more images than were measured.",
    ),
    Case(
        np.array([50.0, 100, 200, 400, 800]),
        np.array([0.3, 0.16, 0.11, 0.05, 0.03]),
        0.081,
        why="the points scatter: also between them the line is asked, not the nearest points.",
    ),
)

MISTAKES = (
    Mistake(
        "line through plain numbers",
        linear,
        "You fitted a straight line to the plain numbers. It soon falls below zero; a power law is straight only if "
        "both sizes and errors are on logarithmic scales.",
    ),
    Mistake(
        "errors not on a logarithmic scale",
        sizes_only,
        "You took the logarithm of the sizes, but not of the errors (and the target). Then the line reaches "
        "an error of 0.",
    ),
    Mistake(
        "sizes not on a logarithmic scale",
        errors_only,
        "You took the logarithm of the errors, but not of the sizes: as if each *further* image did the same, instead "
        "of each *doubling*.",
    ),
    Mistake(
        "not taken back from the logarithm",
        not_back,
        "That is the logarithm of the number of images. Take it back with the exponential function.",
    ),
    Mistake(
        "base 10, then base e",
        ten_then_e,
        "You fitted with `log10` and took it back with `exp`. What goes in by base 10 comes out by `10 **`.",
    ),
    Mistake(
        "base e, then base 10",
        e_then_ten,
        "You fitted with `log` and took it back with `10 **`. What goes in by base e comes out by `exp`.",
    ),
    Mistake(
        "interpolation only",
        interpolated,
        "You read between the measured points, and beyond them there is nothing to read: you gave the last size. Fit a "
        "line to all points, and let it go on.",
    ),
    Mistake(
        "curve fitted to plain errors",
        curve_through_plain_errors,
        "You fitted the power law to the errors themselves. Then the first, large errors decide nearly alone; on "
        "logarithms each point counts by how far off it is in proportion.",
    ),
    Mistake(
        "first and last point only",
        first_and_last,
        "You drew the line through the first and the last point. Least squares asks all of them, so that a lucky point "
        "counts less.",
    ),
    Mistake(
        "fitted the other way round",
        turned_round,
        "You fitted the sizes to the errors. The errors are what was measured and what scatters: fit them to the "
        "sizes, and solve the line afterwards.",
    ),
    Mistake(
        "rounded down",
        rounded_down,
        "You rounded down. With so many images the line has not quite reached the target: round up.",
    ),
    Mistake(
        "rounded to the nearest",
        to_nearest,
        "You rounded to the nearest number. Where that is down, the line has not quite reached the target: round up.",
    ),
    Mistake("not rounded", _solved, "That is the right place on the line. There are only whole images: round up."),
)
