"""The tasks of the part "ladder": on what a function is tried, and the usual wrong ones."""

from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from mlprojects.engine import Case, Mistake, Outcome, Task
from mlprojects.engine.trial import attempt

from . import floors, ladder

Array = npt.NDArray[np.float64]

MOST = 15.0
"""The error in % that the rule must stay below."""
TRIED = 20
"""Images on which it is held against the known mistakes, before it meets all of them."""


def rule(image: Array, means: Array) -> int:
    """The reference: the digit whose mean image has the smallest sum of squared differences."""
    return int(_distances(image, means).argmin())


def farthest(image: Array, means: Array) -> int:
    """The largest distance instead of the smallest."""
    return int(_distances(image, means).argmax())


def ink_only(image: Array, means: Array) -> int:
    """The nearest amount of ink: differences are summed first, and made positive afterwards."""
    return int(np.abs((image - means).sum(axis=(1, 2))).argmin())


def cancelling(image: Array, means: Array) -> int:
    """The differences summed with their signs."""
    return int((image - means).sum(axis=(1, 2)).argmin())


def smallest_distance(image: Array, means: Array) -> float:
    """The distance itself, not the digit that has it."""
    return float(_distances(image, means).min())


def _distances(image: Array, means: Array) -> Array:
    distances: Array = ((image - means) ** 2).sum(axis=(1, 2))
    return distances


RULE_MISTAKES = (
    Mistake(
        "largest distance",
        farthest,
        "You took the digit whose mean image differs *most*. The best guess is the one that differs least.",
    ),
    Mistake(
        "ink only",
        ink_only,
        "You summed the differences first and made them positive afterwards. What the image has too much in one place "
        "then makes up for what it lacks in another, and only the amount of ink is compared. Square each difference "
        "(or take its absolute value) before you sum.",
    ),
    Mistake(
        "differences cancel",
        cancelling,
        "It always answers the same digit. Differences that are summed with their signs are smallest for the mean "
        "image with the most ink, whatever the image shows. Square each difference before you sum.",
    ),
    Mistake(
        "the distance, not the digit",
        smallest_distance,
        "That is how small the smallest distance is. Asked is which digit has it: see `argmin`.",
    ),
)


class RuleTask(Task):
    """A task that is judged by a score: any rule whose error on the test images is below `MOST` is right."""

    def grade(self, answer: Any) -> Outcome:  # noqa: ANN401 - whatever a learner may give
        """See `Task.grade`; what is no known mistake is tried on all 540 test images."""
        if not self.cases:
            self.cases = rule_cases()  # not before: a lesson must load without scikit-learn
        outcome = super().grade(answer)
        if outcome.result == "not attempted" or outcome.misconceptions or not callable(answer):
            return outcome
        return _scored(answer, outcome)


@cache
def rule_cases() -> tuple[Case, ...]:
    """The first two test images of each digit, with the mean images."""
    own, means = ladder.split(), _means()
    places = np.concatenate([np.flatnonzero(own.test_labels == digit)[: TRIED // 10] for digit in range(10)])
    return tuple(Case(own.test[place].reshape(8, 8), means) for place in places)


@cache
def _means() -> Array:
    own = ladder.split()
    return ladder.mean_images(own.train, own.train_labels).reshape(10, 8, 8)


def score(answers: npt.ArrayLike) -> float:
    """The error in % of answers to the 540 test images."""
    return 100 * float((np.asarray(answers) != ladder.split().test_labels).mean())


def _scored(function: Callable[..., Any], outcome: Outcome) -> Outcome:
    """By its error; `outcome` is what there is to say of an accident."""
    own = ladder.split()
    images = own.test.reshape(-1, 8, 8)
    trial = attempt(lambda seen, means: [function(image, means) for image in seen], (images, _means()), {})
    if trial.accident:
        return outcome if outcome.result == "wrong" else Outcome("wrong", f"On all images together, {trial.accident}.")
    answers = [_digit(value) for value in trial.value]
    if None in answers:
        value = trial.value[answers.index(None)]
        if value is None:
            return outcome  # it asks for the missing `return`
        return Outcome("wrong", f"A rule answers with one digit, a whole number from 0 to 9; {_instead(value)}.")
    error = score([answer for answer in answers if answer is not None])
    told = f"It is wrong on {error:.1f} % of the 540 test images"
    if error < MOST:
        return Outcome("right", f"{told}: below {MOST:g} %, and nothing was learned but ten mean images.")
    if len(set(answers)) == 1:
        return Outcome(
            "wrong",
            f"It always answers {answers[0]}. {told}, as a constant is. A sum over all ten means leaves one number; "
            "sum over the pixels only.",
            ("always the same digit",),
        )
    pairs = zip(own.test_labels.tolist(), answers, strict=True)
    (true, given), times = Counter(pair for pair in pairs if pair[0] != pair[1]).most_common(1)[0]
    return Outcome(
        "wrong", f"{told}, and must stay below {MOST:g} %. Most often it takes {true} for {given} ({times} times)."
    )


def _instead(value: Any) -> str:  # noqa: ANN401 - see RuleTask
    """What was given in place of a digit, in words."""
    if np.ndim(value) == 0:
        return f"yours gave {value!r:.40}"
    if np.shape(value) == (10,):
        return "yours gave ten numbers: which of them is the smallest? See `argmin`"
    return f"yours gave an array of shape {np.shape(value)}"


def _digit(value: Any) -> int | None:  # noqa: ANN401 - see RuleTask
    """The value as a digit; None if it is none."""
    plain = value.item() if isinstance(value, (np.generic, np.ndarray)) and np.size(value) == 1 else value
    if isinstance(plain, bool) or not isinstance(plain, (int, float)) or plain not in range(10):
        return None
    return int(plain)


def next_step(train: float, validation: float, human: float) -> str:
    """The reference: close the larger gap first, if they differ by at least a point."""
    return floors.advice(train, validation, human).step


def _by_gaps(first: float, second: float) -> str:
    if abs(first - second) < floors.BAND:
        return floors.EITHER
    return floors.UNDERFITTING if first > second else floors.OVERFITTING


def swapped(train: float, validation: float, human: float) -> str:
    """The names of the two gaps exchanged."""
    return _by_gaps(validation - train, train - human)


def validation_and_human(train: float, validation: float, human: float) -> str:
    """The gap to people taken from the validation error."""
    return _by_gaps(validation - human, validation - train)


def without_human(train: float, validation: float, _human: float) -> str:
    """The gap between the curves alone: any is overfitting, none is underfitting."""
    return floors.OVERFITTING if validation - train >= floors.BAND else floors.UNDERFITTING


def training_alone(train: float, validation: float, _human: float) -> str:
    """The whole training error taken as the gap, as if people made no errors."""
    return _by_gaps(train, validation - train)


def without_sign(train: float, validation: float, human: float) -> str:
    """The size of the gap to people, also where people do worse."""
    return _by_gaps(abs(train - human), validation - train)


def always_decides(train: float, validation: float, human: float) -> str:
    """No band."""
    return floors.UNDERFITTING if train - human > validation - train else floors.OVERFITTING


def band_too_wide(train: float, validation: float, human: float) -> str:
    """A difference of exactly one point counted as none."""
    first, second = train - human, validation - train
    return floors.EITHER if abs(first - second) <= floors.BAND else _by_gaps(first, second)


def other_words(train: float, validation: float, human: float) -> str:
    """The step in a word of one's own."""
    return next_step(train, validation, human).removeprefix("reduce ").removesuffix(" first")


STEP_CASES = (
    Case(36, 41, 35, why="the gaps are 1 and 5 points, so the gap to new data is the larger."),
    Case(36, 41, 21, why="the gaps are 15 and 5 points, so the gap to people is the larger."),
    Case(36, 41, 31, why="both gaps are 5 points."),
    Case(36, 41, 30, why="the gaps are 6 and 5 points; they differ by exactly one point, which is not less than one."),
    Case(20, 28, 1, why="the gaps are 19 and 8 points: the curves are far apart, and people are farther still."),
    Case(8, 10.5, 10, why="people do worse than the model on its training data, so that gap is -2, not 2."),
    Case(5, 14, 4, why="the gaps are 1 and 9 points."),
    Case(12, 12.5, 11.75, why="the gaps are 0.25 and 0.5 points: too close to tell apart."),
)

STEP_MISTAKES = (
    Mistake(
        "other words",
        other_words,
        'The gaps are right, the words are not. Return exactly "reduce overfitting", "reduce underfitting" or "either '
        'first".',
    ),
    Mistake(
        "gaps exchanged",
        swapped,
        "You have the two gaps the wrong way round. Training error above people's is underfitting; validation error "
        "above training error is overfitting.",
    ),
    Mistake(
        "validation against people",
        validation_and_human,
        "You compared the *validation* error with people's. That holds both gaps at once, so it is nearly always the "
        "larger. Take the training error.",
    ),
    Mistake(
        "people left out",
        without_human,
        "You looked at the two curves only. How far they are apart says little, until you know how far training is "
        "from what is possible.",
    ),
    Mistake(
        "people make no errors",
        training_alone,
        "You took the whole training error as the first gap, as if 0 % were possible. Take away what people get wrong.",
    ),
    Mistake(
        "gap without its sign",
        without_sign,
        "You took the size of the gap to people. Where people do worse than the model, that gap is below 0, and no "
        "reason to fit more closely.",
    ),
    Mistake(
        "always decides",
        always_decides,
        "You always name one step. Where the gaps differ by less than a point, answer “either first”.",
    ),
    Mistake(
        "one point is no difference",
        band_too_wide,
        "You answer “either first” also at a difference of exactly one point. It is for less than one.",
    ),
)
