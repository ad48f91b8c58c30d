"""The schema file, the record classes and docs/record.md say the same."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import jsonschema
import pytest

from rudaw_scraper.record import RECORD_CLASSES, Article
from rudaw_scraper.schema import build_schema, field_table, load_schema, schema_text, with_tables
from tests.records import sound_record

ROOT = Path(__file__).parent.parent
DOCUMENT = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")


def test_schema_file_is_what_the_classes_give() -> None:
    shipped = (ROOT / "rudaw_scraper" / "record.schema.json").read_text(encoding="utf-8")
    assert shipped == schema_text(), "run: make docs"
    assert load_schema() == build_schema()


def test_document_has_the_tables_of_the_classes() -> None:
    assert with_tables(DOCUMENT) == DOCUMENT, "run: make docs"


@pytest.mark.parametrize("cls", RECORD_CLASSES, ids=lambda cls: cls.__name__)
def test_every_key_is_in_the_schema_and_in_the_document(cls: type) -> None:
    keys = [field.name for field in fields(cls)]
    schema = build_schema()
    rules = schema if cls is Article else schema["$defs"][cls.__name__]
    assert list(rules["properties"]) == rules["required"] == keys
    assert rules["additionalProperties"] is False
    assert all(rule.get("description") for rule in rules["properties"].values())
    section = DOCUMENT.split(f"<!-- fields: {cls.__name__} -->\n")[1]
    rows = section.split("\n\n")[0].splitlines()[2:]
    assert [row.split("`")[1] for row in rows] == keys
    assert field_table(cls) in DOCUMENT


def test_schema_is_a_valid_draft_2020_12_schema() -> None:
    schema = load_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


def test_an_independent_validator_accepts_a_sound_record() -> None:
    validator = jsonschema.Draft202012Validator(load_schema())
    assert [error.message for error in validator.iter_errors(sound_record())] == []


def test_an_independent_validator_refuses_what_the_contract_forbids() -> None:
    validator = jsonschema.Draft202012Validator(load_schema())
    for key, value in [
        ("headline", ""),
        ("edition", "persian"),
        ("date_published", "7/5/2018"),
        ("comments", None),
        ("comment_count", -1),
        ("content_sha256", "abc"),
        ("date_published_source", "guess"),
    ]:
        assert not validator.is_valid(sound_record() | {key: value}), key


def test_types_of_the_contract() -> None:
    properties = load_schema()["properties"]
    assert properties["headline"]["type"] == ["string", "null"]
    assert properties["tags"] == {
        "description": properties["tags"]["description"],
        "type": "array",
        "items": {"type": "string", "minLength": 1},
    }
    assert properties["date_published_source"]["enum"] == ["byline", "url", "api", "metadata", None]
    assert properties["captions"]["items"] == {"$ref": "#/$defs/Caption"}
    assert json.dumps(properties["comment_count"]["type"]) == '["integer", "null"]'


def test_a_document_without_a_marker_is_an_error() -> None:
    with pytest.raises(ValueError, match="fields: Article"):
        with_tables("# Nothing here\n")
