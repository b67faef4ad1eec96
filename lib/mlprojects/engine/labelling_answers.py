"""How a case can be labelled: by one of a few keys, or by a place and a direction on the photograph."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from mlprojects.checks import number

if TYPE_CHECKING:
    from mlprojects.record import JSON

TURN = 360.0


@dataclass(frozen=True)
class Keys:
    """One of a few keys, such as the ten digits; each is typed as it is written.

    Attributes:
        values: What may be given, each one character long.
    """

    values: tuple[int | str, ...]

    def __post_init__(self) -> None:
        """Refuse keys that cannot be typed or told apart.

        Raises:
            ValueError: If there are fewer than two, two are alike, or one is not a single character.
        """
        texts = [str(value) for value in self.values]
        if len(texts) < 2 or len(set(texts)) < len(texts) or any(len(text) != 1 for text in texts):  # noqa: PLR2004 - a choice
            raise ValueError(f"Keys must be two or more different single characters; got {', '.join(texts) or 'none'}.")

    def read(self, value: object) -> "JSON":
        """The key that `value` names; "4" is as good as 4.

        Raises:
            ValueError: If it is none of them.
        """
        known = {str(key): key for key in self.values}
        if isinstance(value, bool) or str(value) not in known:
            raise ValueError(f"A label must be one of {', '.join(known)}; got {str(value)[:40]!r}.")
        return known[str(value)]

    def columns(self, value: "JSON") -> dict[str, Any]:
        """A label as columns of `Labelling.labels`."""
        return {"value": value}

    def specification(self) -> dict[str, Any]:
        """What the page needs to ask, as JSON."""
        return {"kind": "key", "keys": list(self.values)}

    def text(self) -> str:
        """How to answer, in words."""
        return f"one of {', '.join(map(str, self.values))}"


@dataclass(frozen=True)
class Pose:
    """A place and a direction: x to the right and y up from the picture's middle, the angle counter-clockwise from x.

    Attributes:
        half: Half the width of the square picture, in `unit`; x and y are at most this far from 0.
        step: Of x and y in the page's sliders, in `unit`.
        turn: Of the angle in the page's sliders, in degrees.
        outline: Radius of the circle that is drawn round the place, in `unit`.
        reach: Length of the arrow that is drawn from the place, in `unit`.
        unit: Of x and y.
    """

    half: float
    step: float = 0.25
    turn: float = 2.0
    outline: float = 3.0
    reach: float = 7.0
    unit: str = "cm"

    def read(self, value: object) -> "JSON":
        """The label as `{"x": ..., "y": ..., "angle": ...}`, the angle from 0 to below 360.

        Args:
            value: Such a mapping, or three numbers in this order.

        Raises:
            TypeError: If it is neither, or a number is none.
            ValueError: If x or y is outside the picture, or a number is not finite.
        """
        names = ("x", "y", "angle")
        if isinstance(value, (Sequence, np.ndarray)) and not isinstance(value, str) and len(value) == len(names):
            value = dict(zip(names, value, strict=True))
        if not isinstance(value, Mapping) or set(value) != set(names):
            raise TypeError("A label must be x, y and angle: three numbers, or a mapping of these names.")
        place = {name: number(name, value[name], -self.half, self.half) for name in names[:2]}
        # The remainder of a tiny negative number rounds up to a whole turn.
        return {**place, "angle": number("angle", value["angle"]) % TURN % TURN}

    def columns(self, value: "JSON") -> dict[str, Any]:
        """A label as columns of `Labelling.labels`."""
        return dict(value) if isinstance(value, Mapping) else {}

    def specification(self) -> dict[str, Any]:
        """What the page needs to ask, as JSON."""
        place = {"low": -self.half, "high": self.half, "step": self.step, "unit": self.unit}
        angle = {"low": 0, "high": TURN - self.turn, "step": self.turn, "unit": "degrees", "turn": TURN}
        numbers = [
            {"name": "x", "label": "x, to the right", **place},
            {"name": "y", "label": "y, upwards", **place},
            {"name": "angle", "label": "angle, counter-clockwise", **angle},
        ]
        drawn = {"half": self.half, "outline": self.outline, "reach": self.reach}
        return {"kind": "pose", "numbers": numbers, **drawn}

    def text(self) -> str:
        """How to answer, in words."""
        return f"x and y in {self.unit} from the middle, and the angle in degrees, counter-clockwise from x"
