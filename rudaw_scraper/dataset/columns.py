"""The types of a record's columns, read from the JSON Schema: what every reader and every export goes by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from rudaw_scraper.schema import load_schema

ScalarName = Literal["text", "integer", "boolean", "day", "moment"]


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value: ``day`` is a calendar day, ``moment`` a point in time."""

    name: ScalarName


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of values of one type."""

    item: ColumnType


@dataclass(frozen=True, slots=True)
class Struct:
    """Named values, in order."""

    columns: tuple[Column, ...]


ColumnType = Scalar | ListOf | Struct


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type, and the sentence that says what it holds."""

    name: str
    type: ColumnType
    note: str


TEXT = Scalar("text")
INTEGER = Scalar("integer")
_FORMATS: dict[str, ScalarName] = {"date": "day", "date-time": "moment"}
_TYPES: dict[str, ScalarName] = {"string": "text", "integer": "integer", "boolean": "boolean"}


@cache
def record_columns(merged: bool = False) -> tuple[Column, ...]:
    """Return the columns of the whole record (a capture, or a merged one), nested as it is."""
    schema = load_schema(merged)
    return _columns(schema, schema["$defs"])


def entry_columns(key: str, merged: bool = False) -> tuple[Column, ...]:
    """Return the columns of the entries of one of the record's lists of objects, such as ``comments``."""
    (column,) = [column for column in record_columns(merged) if column.name == key]
    assert isinstance(column.type, ListOf)
    assert isinstance(column.type.item, Struct)
    return column.type.item.columns


def _columns(schema: dict[str, Any], definitions: dict[str, Any]) -> tuple[Column, ...]:
    return tuple(
        Column(name, _type(rules, definitions), rules["description"]) for name, rules in schema["properties"].items()
    )


def _type(rules: dict[str, Any], definitions: dict[str, Any]) -> ColumnType:
    if "$ref" in rules:
        return Struct(_columns(definitions[rules["$ref"].rpartition("/")[2]], definitions))
    if rules.get("type") == "array":
        return ListOf(_type(rules["items"], definitions))
    if "enum" in rules or "const" in rules:
        return TEXT
    names = rules["type"] if isinstance(rules["type"], list) else [rules["type"]]
    (name,) = [name for name in names if name != "null"]
    return Scalar(_FORMATS.get(rules.get("format", ""), _TYPES[name]))
