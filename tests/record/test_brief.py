"""The project brief as data: collected from a ledger, to JSON and back, and nothing that is not known is lost."""

import json
from importlib.resources import files

import hostile
import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mlprojects.record.brief import Brief, BriefError, collect, read_brief
from mlprojects.record.brief_fields import BOARDS, FIELDS, SECTIONS

SCHEMA = json.loads(files("mlprojects.record").joinpath("brief.schema.json").read_text("utf-8"))
TEXTS = st.text(min_size=1, max_size=40).map(str.strip).filter(bool)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**30), 10**30)
PLACES = st.fixed_dictionaries({"x": st.integers(0, 100), "y": st.integers(0, 100), "range": st.integers(0, 50)})
BRIEFS = st.builds(
    Brief,
    st.dictionaries(st.sampled_from(list(FIELDS)), TEXTS | NUMBERS),
    st.dictionaries(
        st.sampled_from(list(BOARDS)), st.dictionaries(st.sampled_from(["own", "robot"]), PLACES, min_size=1)
    ),
)


def same(one, other):
    return one.values == other.values and one.places == other.places


# From a ledger --------------------------------------------------------------------------------------------------------


def test_of_each_field_the_newest_entry_counts_and_the_others_stay(ledger):
    ledger.append("brief", "metrics/metric", {"name": "recall", "unit": "%"})
    ledger.append("brief", "metrics/metric", {"name": "angle error", "why": " now \n"})
    ledger.append("brief", "your_project/problem", {"name": "Sorting letters"})
    brief = collect(ledger.records())
    assert brief.values == {
        "metric_name": "angle error",
        "metric_unit": "%",
        "metric_why": "now",
        "problem_name": "Sorting letters",
    }
    assert brief.name == "Sorting letters"


def test_a_field_that_was_emptied_is_open_again(ledger):
    ledger.append("brief", "metrics/metric", {"name": "recall", "target": 0.9})
    ledger.append("brief", "metrics/metric", {"name": "", "target": ""})
    assert collect(ledger.records()).values == {}


def test_numbers_stay_numbers_and_what_no_form_writes_is_passed_over(ledger):
    ledger.append("brief", "metrics/metric", {"target": 0, "name": ["a list"], "unit": True, "colour": "red"})
    ledger.append("answer", "metrics/metric", {"unit": "no entry of a brief"})
    ledger.append("brief", "another/form", {"name": "of a newer version"})
    brief = collect(ledger.records())
    assert brief.values == {"metric_target": 0}
    assert brief.number("metric_target") == 0
    assert brief.number("metric_name") is None
    assert (brief.text("metric_target"), brief.text("metric_unit")) == ("0", "")


def test_a_board_has_the_points_that_were_moved_and_names_the_project(ledger):
    ledger.append("brief", "prioritizing/portfolio", {"own": {"label": "Letters", "x": 1, "y": 2, "range": 3}})
    ledger.append("brief", "prioritizing/portfolio", {"search": {"x": 4, "y": 5, "range": 6}})
    ledger.append("brief", "prioritizing/portfolio", {"own": {"label": "My  letters", "x": 10, "y": 20, "range": 30}})
    for broken in (7, {"x": 1}, {"x": 101, "y": 0, "range": 0}, {"x": True, "y": 0, "range": 0}, {"x": 0.5, "y": 0}):
        ledger.append("brief", "prioritizing/portfolio", {"fraud": broken})
    brief = collect(ledger.records())
    assert set(brief.places["portfolio"]) == {"own", "search"}
    assert brief.own_place("portfolio") == {"label": "My letters", "x": 10, "y": 20, "range": 30}
    assert brief.own_place("archetype_places") is None
    assert brief.name == "My letters"


def test_an_empty_ledger_gives_an_empty_brief(ledger):
    brief = collect(ledger.records())
    assert same(brief, Brief())
    assert brief.name == ""


# To JSON and back -----------------------------------------------------------------------------------------------------


@settings(max_examples=40)
@given(BRIEFS)
def test_what_is_written_is_read_again_and_fits_the_published_schema(brief):
    text = brief.to_json()
    assert text.isascii()
    assert same(read_brief(text), brief)
    jsonschema.validate(json.loads(text), SCHEMA, jsonschema.Draft7Validator)


def test_the_schema_is_one_and_the_document_has_all_fields_open_or_not():
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    document = Brief({"metric_unit": "cm"}).document()
    told = {field["key"]: field for section in document["sections"] for field in section["fields"]}
    assert list(told) == list(FIELDS)
    assert told["metric_unit"] == {"key": "metric_unit", "label": "Unit", "value": "cm", "module": "04_metrics"}
    assert told["metric_name"]["value"] is None
    assert (document["kind"], document["v"]) == ("mlprojects-brief", "1.0")


@pytest.mark.parametrize("name", hostile.TEXTS)
def test_whatever_was_typed_is_kept_to_the_last_character(name):
    brief = Brief({"problem_what": hostile.TEXTS[name], "problem_name": hostile.HALF})
    assert same(read_brief(brief.to_json()), brief)


def test_what_a_newer_minor_version_adds_is_written_back():
    document = Brief({"metric_unit": "cm"}, {"portfolio": {"own": {"x": 1, "y": 2, "range": 3}}}).document()
    document |= {"v": "1.7", "course": "9.9", "mood": {"today": "good"}}
    document["sections"][0] |= {"colour": "blue"}
    document["sections"][0]["fields"] += [{"key": "problem_rival", "label": "Rival", "value": "none", "sure": 0.5}]
    document["sections"] += [{"key": "money", "title": "Money", "fields": [{"key": "money_all", "value": 3}]}]
    document["boards"][0]["points"][0] |= {"shape": "star"}
    document["boards"] += [{"key": "risks", "points": []}]
    read = read_brief(json.dumps(document))
    assert read.values == {"metric_unit": "cm"}
    assert json.loads(read.to_json()) == document
    assert read_brief("\ufeff" + read.to_json()).values == read.values


HEAD = '{"kind": "mlprojects-brief", "v": "1.0"'
NO_BRIEFS = {
    "empty": ("", "not JSON"),
    "cut": ("{", "not JSON"),
    "deep": ("[" * 100_000, "not JSON"),
    "nan": ('{"kind": NaN}', "not JSON"),
    "infinite": (HEAD + ', "sections": [{"key": "a", "fields": 1e999}]}', "not JSON"),
    "list": ("[]", "no brief of this course"),
    "foreign": ('{"kind": "letter"}', "no brief of this course"),
    "newer": ('{"kind": "mlprojects-brief", "v": "2.0"}', "newer version"),
    "without sections": (HEAD + "}", "does not fit"),
    "version": ('{"kind": "mlprojects-brief", "v": 1, "sections": []}', "“v” does not fit"),
    "field": (
        HEAD + ', "sections": [{"key": "a", "fields": [{"key": "b", "value": []}]}]}',
        "“sections[0].fields[0].value” does not fit",
    ),
    "large": (" " * (4 * 1024 * 1024 + 1), "characters"),
}


@pytest.mark.parametrize("name", NO_BRIEFS)
def test_what_is_no_brief_is_refused_in_one_sentence(name):
    text, told = NO_BRIEFS[name]
    with pytest.raises(BriefError) as refused:
        read_brief(text)
    assert told in str(refused.value)
    assert str(refused.value).count("\n") == 0
    assert len(str(refused.value)) < 150


# The table ------------------------------------------------------------------------------------------------------------


def test_each_key_is_there_once_and_each_source_too():
    fields = [field for section in SECTIONS for field in section.fields]
    assert len({field.key for field in fields}) == len(fields) == len(FIELDS)
    assert len({(field.item, field.name) for field in fields}) == len(fields)
    assert len({section.key for section in SECTIONS}) == len(SECTIONS)
    assert {field.module for field in fields} == {f"0{n}_{w}" for n, w in enumerate(WINGS, start=1)}


WINGS = ("lifecycle", "prioritizing", "archetypes", "metrics", "baselines", "your_project")
