import io
import threading

import matplotlib as mpl
import numpy as np
import pandas as pd
from mlprojects.engine import View
from mlprojects.engine.frames import DPI, INCHES, draw, frame
from PIL import Image
from sample import make

SLOPE = make()


def pixels(png):
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))


def test_the_same_numbers_give_the_same_bytes():
    assert draw(SLOPE.at(rule=2, weight=0.5)) == draw(SLOPE.at(rule=2, weight=0.5))
    assert draw(SLOPE.at(rule=2, weight=0.5)) != draw(SLOPE.at(rule=2, weight=0.75))


def test_a_frame_has_the_size_the_page_expects_and_white_paper():
    picture = pixels(draw(SLOPE.at()))
    assert picture.shape == (round(INCHES[1] * DPI), round(INCHES[0] * DPI), 3)
    assert (picture[:20] == 255).all()


def test_the_palette_keeps_the_line_s_colour():
    blue = np.array([0x00, 0x72, 0xB2])
    assert (np.abs(pixels(draw(SLOPE.at())).astype(int) - blue).max(axis=2) <= 8).sum() > 500


def test_pale_fills_leave_the_paper_white():
    def pale(figure):
        figure.add_axes((0, 0, 1, 0.5)).set_facecolor("#fafafa")

    picture = pixels(draw(View(pd.DataFrame({"x": [1]}), "Says.", pale)))
    assert (picture[:100] == 255).all()
    fill = picture[-250:-150, 200:-200]
    assert ((fill != 255) & (np.abs(fill.astype(int) - 250) <= 3)).all(), "pale, and told apart from paper"


def test_a_png_carries_no_software_tag():
    assert "Software" not in Image.open(io.BytesIO(draw(SLOPE.at()))).info


def test_drawing_in_a_thread_leaves_rcparams_alone():
    before = dict(mpl.rcParams)
    result = []
    worker = threading.Thread(target=lambda: result.append(frame(SLOPE.at())))
    worker.start()
    worker.join()
    assert result[0].png == draw(SLOPE.at())
    assert dict(mpl.rcParams) == before


def test_a_frame_carries_sentence_and_table():
    one = frame(SLOPE.at())
    assert one.says == "The line rises by 1.00."
    assert one.table["rows"] == [["line", "1", "no"]]
