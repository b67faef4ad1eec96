"""The style of all figures: contrast that everybody can read, axes that stay as they are."""

import pytest
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from mlprojects import figure_style


def luminance(colour):
    channels = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


@pytest.mark.parametrize("colour", [*figure_style.COLOURS, figure_style.INK, figure_style.QUIET])
@pytest.mark.parametrize("ground", [figure_style.PAPER, figure_style.TINT])
def test_text_has_aa_contrast(colour, ground):
    assert (luminance(ground) + 0.05) / (luminance(colour) + 0.05) >= 4.5


def test_each_colour_has_a_marker_of_its_own():
    assert len(set(figure_style.MARKERS)) == len(figure_style.COLOURS) == len(set(figure_style.COLOURS))


def test_axes_keep_their_limits_and_ticks():
    figure = Figure()
    ax = figure_style.axes(
        figure,
        (0.1, 0.1, 0.8, 0.8),
        figure_style.Scale("x", 0.5, 20, [1, 10], ["one", "ten"], log=True),
        figure_style.Scale("y", 1, 0, [0, 1]),
        "Title",
    )
    assert ax.get_xlim() == (0.5, 20)
    assert ax.get_ylim() == (1, 0)
    assert [label.get_text() for label in ax.get_xticklabels()] == ["one", "ten"]
    assert ax.get_title("left") == "Title"
