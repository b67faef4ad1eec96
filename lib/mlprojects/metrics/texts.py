"""The wing's texts, read once for all parts of its lesson."""

from mlprojects.engine import read_texts

TEXTS = read_texts(__package__)
