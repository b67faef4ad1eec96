"""The labelling's widget: a card with a front end of its own, so that a change to the one leaves the other as it is."""

from . import front
from .card import Card


class LabellingCard(Card):
    """One labelling in one place of a notebook; traits and messages are those of a card."""

    _esm = front.module("labelling")
    _css = front.style("labelling")
