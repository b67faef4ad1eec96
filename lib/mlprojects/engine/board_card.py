"""The board's widget: a card with a front end of its own, so that a change to the one leaves the other as it is."""

from . import front
from .card import Card


class BoardCard(Card):
    """One board in one place of a notebook; traits and messages are those of a card."""

    _esm = front.module("board")
    _css = front.style("board")
