"""The shared helper library of the course companion *ML Projects*."""

__version__ = "1.0.0"
