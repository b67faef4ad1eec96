import numpy as np
import pytest
from mlprojects.digits import digits


def test_every_image_is_there_with_its_label():
    pixels, labels = digits()
    assert pixels.shape == (1797, 64)
    assert (pixels.min(), pixels.max()) == (0, 16)
    assert np.array_equal(np.unique(labels), np.arange(10))


def test_nobody_can_spoil_them_for_the_others():
    for array in digits():
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0
