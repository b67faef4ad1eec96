import pytest
from mlprojects.record import current_ledger
from sample_texts import metric


def test_saved_fields_are_found_again_and_the_newest_counts():
    metric().save(name="Kosten", direction="lower")
    metric().save(name="Cost", limit="0,5")
    assert metric().values == {"name": "Cost", "direction": "lower", "limit": 0.5}


def test_one_bad_field_is_named_and_the_others_are_saved():
    faults = metric().save(name="Cost", limit="much", direction="sideways", colour="red")
    assert faults == {
        "limit": "“much” is not a number; give a number such as 0.5.",
        "direction": "Choose one of higher, lower.",
        "colour": "There is no field “colour”; there are name, limit, direction, why.",
    }
    assert metric().values == {"name": "Cost"}


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "정밀도가 중요하다", "الدقة مهمة", "../../etc/passwd", "a\nb\x00c", "\ud800"]
)
def test_what_a_learner_types_is_kept_as_data(text):
    metric().save(why=text)
    assert metric().values["why"] == text


def test_a_text_that_is_too_long_is_refused_and_nothing_else_changes():
    metric().save(name="Cost", why="short")
    faults = metric().save(name="Price", why="x" * 10_000_000)
    assert faults == {"why": "Please use at most 2,000 characters; these are 10,000,000."}
    assert metric().values == {"name": "Price", "why": "short"}


def test_a_field_can_be_emptied():
    metric().save(name="Cost")
    metric().save(name="")
    assert metric().values["name"] == ""


def test_saving_the_same_again_records_nothing():
    metric().save(name="Cost")
    metric().save(name="Cost")
    assert len(current_ledger().records("brief")) == 1


def test_fields_of_another_course_version_are_ignored():
    current_ledger().append("brief", "sample/metric", {"gone": "x", "name": "Cost"})
    assert metric().values == {"name": "Cost"}


def test_a_choice_of_an_older_version_stays_until_another_is_made():
    current_ledger().append("brief", "sample/metric", {"direction": "sideways"})
    assert metric().save(direction="sideways", name="Cost") == {}
    assert metric().values == {"direction": "sideways", "name": "Cost"}
    assert metric().save(direction="upwards") == {"direction": "Choose one of higher, lower."}
    metric().save(direction="lower")
    assert list(metric().save(direction="sideways")) == ["direction"]
