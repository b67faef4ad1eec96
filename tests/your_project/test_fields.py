"""The brief asks for what the forms of all modules ask for, and for nothing that no form has."""

import pytest
from mlprojects.record.brief_fields import BOARDS, FIELDS, OWN
from wings import lessons

FORMS = {
    (f"{wing}/{form}", field["name"]): field
    for wing, lesson in lessons().items()
    for form, entry in lesson.TEXTS.parts["forms"].items()
    for field in entry["fields"]
}
SOURCES = {(field.item, field.name): field for field in FIELDS.values()}
NUMBERS = {
    "archetype_failure_rate",
    "archetype_trials",
    "metric_target",
    "baselines_constant",
    "baselines_script",
    "baselines_simple",
    "baselines_people",
}


def there(wing):
    """A wing whose lesson is there."""
    return wing in lessons()


def test_nothing_that_a_form_asks_is_left_out_of_the_brief():
    assert set(FORMS) <= set(SOURCES)


@pytest.mark.parametrize("source", [s for s in SOURCES if there(s[0].partition("/")[0])], ids="-".join)
def test_a_field_of_the_brief_is_one_of_a_form(source):
    assert source in FORMS


@pytest.mark.parametrize("key", [key for key in FIELDS if there(FIELDS[key].item.partition("/")[0])])
def test_what_the_check_counts_is_entered_as_a_number(key):
    assert (FORMS[FIELDS[key].item, FIELDS[key].name]["kind"] == "number") == (key in NUMBERS)


@pytest.mark.parametrize("key", BOARDS)
def test_a_board_of_the_brief_is_there_with_a_point_of_ones_own(key):
    wing, _, name = BOARDS[key].partition("/")
    if there(wing):
        points = lessons()[wing].TEXTS.entry("boards", name)["points"]
        assert [point["name"] for point in points if point.get("own")] == [OWN]
