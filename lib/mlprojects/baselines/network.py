"""Small networks that give the same result everywhere: every step takes all rows, and none stops before its last step.

With the rows in random batches, a difference in the last digit of a sum (processors differ there) grows from step to
step. With all rows in each step it stays as small as it was.
"""

import warnings
from typing import Any

import numpy as np
import numpy.typing as npt

from mlprojects.one_core import one_core

Array = npt.NDArray[Any]
RATE = 0.01
"""The learning rate (of Adam) that suits the networks here."""
SEED = 0


def classifier(images: Array, labels: Array, *, steps: int, rate: float = RATE) -> Any:  # noqa: ANN401 - scikit-learn's
    """A network with one layer of 64 units, trained; no weight decay.

    Args:
        images: Rows of pixels from 0 to 1.
        labels: A digit for each.
        steps: Of Adam.
        rate: The learning rate.
    """
    from sklearn.neural_network import MLPClassifier  # noqa: PLC0415 - `import mlprojects` must not load scikit-learn

    return _fit(MLPClassifier((64,), **_settings(len(images), steps, rate)), images, labels)


def regressor(features: Array, target: Array, *, steps: int, held_out: float = 0.0, seed: int = SEED) -> Any:  # noqa: ANN401 - see classifier
    """A network with two layers of 64 units, trained; no weight decay.

    Args:
        features: Rows of features, each with mean 0 and standard deviation 1.
        target: A number for each, likewise.
        steps: Of Adam, at most.
        held_out: A share of the rows that it does not learn from but watches: 20 steps after their error was lowest
            it stops, and goes back to that step. 0: it learns from all rows, up to the last step.
        seed: Of its first weights, and of what is held out.
    """
    from sklearn.neural_network import MLPRegressor  # noqa: PLC0415 - see classifier

    settings = _settings(len(features) - int(np.ceil(held_out * len(features))), steps, RATE) | {"random_state": seed}
    if held_out:
        settings |= {"early_stopping": True, "validation_fraction": held_out, "n_iter_no_change": 20}
    return _fit(MLPRegressor(hidden_layer_sizes=(64, 64), **settings), features, target)


def _settings(rows: int, steps: int, rate: float) -> dict[str, Any]:
    return {
        "batch_size": rows,
        "max_iter": steps,
        "learning_rate_init": rate,
        "alpha": 0,
        "tol": 0,
        "n_iter_no_change": steps,
        "random_state": SEED,
    }


def _fit(model: Any, features: Array, target: Array) -> Any:  # noqa: ANN401 - see classifier
    from sklearn.exceptions import ConvergenceWarning  # noqa: PLC0415 - see classifier

    with one_core(), warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # the last step is ours to choose
        return model.fit(features, target)
