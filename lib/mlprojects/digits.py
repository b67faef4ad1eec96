"""Handwritten digits: the real images that several wings learn from and try estimators on."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Pixels = npt.NDArray[np.float64]
    Labels = npt.NDArray[np.int64]


@cache
def digits() -> "tuple[Pixels, Labels]":
    """All 1,797 images of scikit-learn's `load_digits`, which come with it.

    Returns:
        Pixels, shape (1797, 64), 8 by 8 row by row, from 0 (paper) to 16 (ink); labels, shape (1797,), 0 to 9. Both are
        shared by all who ask, and cannot be written to.

    Source:
        The test part of Alpaydin and Kaynak, *Optical Recognition of Handwritten Digits*, UCI repository (1998).
    """
    from sklearn.datasets import load_digits  # noqa: PLC0415 - `import mlprojects` must not load scikit-learn

    pixels, labels = load_digits(return_X_y=True)
    for array in (pixels, labels):
        array.setflags(write=False)
    return pixels, labels
