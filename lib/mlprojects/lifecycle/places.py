"""The places of the wing's photographs: where the robot works, and what a camera at its wrist sees."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from mlprojects.case.scenes import LAB, WAREHOUSE, Place

PLACES: Mapping[str, Place] = MappingProxyType({"lab": LAB, "warehouse": WAREHOUSE})
"""By name: the places in which estimators are trained and measured."""


def at_the_wrist(place: Place) -> Place:
    """The same place seen by a camera that has been brought over the mug: half a centimetre off at most; our choice."""
    return replace(place, half_width=0.5)


WRIST = at_the_wrist(LAB)
"""The lab, seen by a camera at the wrist."""
