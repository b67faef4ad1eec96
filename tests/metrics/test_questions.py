"""What is particular to this lesson's predictions and form; its questions' numbers are in `test_texts`."""

import pytest
from mlprojects.metrics import lesson


@pytest.mark.parametrize(
    ("prediction", "truth"),
    [
        (lesson.never_alone, "Model 2"),
        (lesson.cheapest_threshold, 0.03),
        (lesson.winner_under_10, "15 neighbours"),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_what_the_model_says_to_each_prediction(prediction, truth):
    assert prediction.truth() == truth


def test_the_first_three_explorers_wait_for_their_predictions():
    waiting = [explorer.after for explorer in lesson.EXPLORERS]
    assert waiting == [*lesson.PREDICTIONS, None, None]


def test_the_form_asks_for_the_learners_own_metric():
    fields = [field["name"] for field in lesson.own_metric.entry["fields"]]
    assert fields == ["name", "unit", "direction", "target", "formula", "thresholds", "why"]
    assert lesson.own_metric.save(name="angle error", direction="lower", unit="degrees") == {}
    assert lesson.own_metric.values["name"] == "angle error"
    assert "higher, lower" in lesson.own_metric.save(direction="sideways")["direction"]
