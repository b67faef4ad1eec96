"""Every number in the notebook's prose is what the model computes."""

from mlprojects.metrics import lesson, model
from prose import left_over

STEM = "04_metrics"
LECTURE = model.LECTURE_MODELS


def fragments():
    slide = model.REVIEW_SLIDE
    tie = model.rank(LECTURE, "weighted average", weight=2 / 3)["score"].iloc[0]
    low, high = model.f_beta_switch_points(LECTURE)
    floors = model.winning_intervals(LECTURE, "precision at a recall floor").set_index("winner")["stop"]
    labels, _ = model.tumours()
    even, strict = (model.confusion_at(*model.tumours(), threshold) for threshold in (0.5, 0.7))
    assert even.accuracy == strict.accuracy
    cheapest = [model.cheapest(lesson._points(miss))[0] for miss in (1, 10)]
    digits = model.noisy_digits()
    areas = [model.class_areas(name)[2] for name in ("1 neighbour", "logistic")]
    single = model.class_curve("1 neighbour", 2)
    gaps = model.gaps("first models")
    return [
        f"on {slide.total} cases, {slide.tp + slide.fn} of them positive",
        f"({slide.tn} and {slide.tp} of {slide.total})",
        f"All three score {tie:.3f}",
        f"between {low:.3f} and {high:.3f}; the much used F1 (`beta` = 1)".replace("F1 (`beta` = 1)", "( = 1)"),
        f"Up to a floor of {floors['Model 1']:g} wins, up to {floors['Model 2']:g} , up to {floors['Model 3']:g} ;",
        "the score 0.",
        f"on 569 breast tumours, {len(labels)} of them kept for the test, {labels.sum()} of these malignant",
        f"Compare {0.5:g} with {0.7:g}: the same accuracy",
        f"from {cheapest[0]:g} (when both errors cost the same) down to {cheapest[1]:g}.",
        f"read {len(digits.test)} digits of 8 x 8 pixels",
        f"*All {len(digits.test)} images in one call*",
        f"with a limit of 100 ms. The most accurate one takes {model.NG_MODELS['latency'].max():,.0f} ms",
        "Look at digit 2 with",
        f"recall {single['recall'][0]:.3f} and precision {single['precision'][0]:.3f}, that *1 neighbour*",
        f"its average precision is {areas[0]:.3f} against {areas[1]:.3f}.",
        "*1 neighbour* is right more often",
        "how likely they are a 2, and more true 2s stand",
        "was 0.75 to 1.25 cm",
        f"the angle is {gaps['ratio']['angle error']:g} times off",
        "asks for less than {1:g} cm in this part, and for less than {0:g} cm".format(*sorted(model.POSITIONS_NEEDED)),
    ]


def test_every_number_in_the_prose_is_a_computed_one():
    assert left_over(STEM, fragments()) == []


def test_the_numbers_that_are_written_out_are_right():
    even, strict = (model.confusion_at(*model.tumours(), threshold) for threshold in (0.5, 0.7))
    assert (even.fp, even.fn, strict.fp, strict.fn) == (2, 7, 0, 9), "two false alarms and seven misses, none and nine"
    assert len(model.digit_table("whole batch")) == 8, "eight classifiers"
    assert (min(model.POSITIONS_MEASURED), max(model.POSITIONS_MEASURED)) == (0.75, 1.25)
    assert model.gaps("label bug found")["ratio"].idxmax() == "latency"
