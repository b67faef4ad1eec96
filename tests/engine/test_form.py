import pytest
from mlprojects.engine import Form
from mlprojects.engine.texts import parse_texts
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


def planned(**limits):
    """A form with one number, and what it may be."""
    keys = "".join(f", {name} = {value}" for name, value in limits.items())
    toml = f'[forms.plan]\nprompt = "Plan"\nfields = [{{ name = "trials", label = "Trials", kind = "number"{keys} }}]\n'
    return Form(parse_texts(toml, "sample", "sample/questions.toml"), "plan")


COUNT, SHARE = {"low": 1, "whole": "true"}, {"low": 0, "high": 100, "unit": '"%"'}


@pytest.mark.parametrize(
    ("limits", "typed", "says"),
    [
        (COUNT, "-5", "-5 cannot be: give a whole number from 1 up."),
        (COUNT, "0", "0 cannot be: give a whole number from 1 up."),
        (COUNT, "2.5", "Give a whole number from 1 up."),
        (SHARE, "1e6 %", "1,000,000 cannot be: give a number from 0 to 100."),
        (SHARE, "-0,1", "-0.1 cannot be: give a number from 0 to 100."),
        (SHARE, "a few", "“a few” is not a number; give a number such as 50 (in %)."),
        ({"high": 100000}, "100001", "100,001 cannot be: give a number up to 100,000."),
    ],
)
def test_a_number_that_cannot_be_is_refused_and_what_was_saved_stays(limits, typed, says):
    form = planned(**limits)
    form.save(trials="20")
    assert form.save(trials=typed) == {"trials": says}
    assert form.values == {"trials": 20}
    assert len(form.records()) == 1


@pytest.mark.parametrize("typed", ["0,1 percent", "0.1 per cent", "0,1 %", " 0,1", "0.1%"])
def test_percent_may_be_written_behind_a_number(typed):
    form = planned(**SHARE)
    assert form.save(trials=typed) == {}
    assert form.values == {"trials": 0.1}
