"""The record's columns in the words of each reader, for reading ``.jsonl`` with the right types.

A reader that guesses types from the first lines guesses wrong where a list is empty or a value is missing at first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from rudaw_scraper.dataset.columns import Column, ColumnType, ListOf, Scalar, record_columns
from rudaw_scraper.dataset.errors import optional

_DUCKDB = {"text": "VARCHAR", "integer": "BIGINT", "boolean": "BOOLEAN", "day": "DATE", "moment": "TIMESTAMPTZ"}


def arrow_type(column: ColumnType, text_dates: bool = False) -> Any:
    """Return a column's type as pyarrow has it; with ``text_dates`` days and moments are left as text."""
    pa = optional("pyarrow", "parquet", "An Arrow schema")
    if isinstance(column, ListOf):
        return pa.list_(arrow_type(column.item, text_dates))
    if isinstance(column, Scalar):
        if text_dates and column.name in {"day", "moment"}:
            return pa.string()
        scalars: dict[str, Callable[[], Any]] = {
            "text": pa.string,
            "integer": pa.int64,
            "boolean": pa.bool_,
            "day": pa.date32,
            "moment": lambda: pa.timestamp("us", tz="UTC"),
        }
        return scalars[column.name]()
    return pa.struct([(entry.name, arrow_type(entry.type, text_dates)) for entry in column.columns])


def arrow_schema(columns: Iterable[Column] | None = None, text_dates: bool = False) -> Any:
    """Return columns (those of the record unless given) as a :class:`pyarrow.Schema`."""
    pa = optional("pyarrow", "parquet", "An Arrow schema")
    chosen = record_columns() if columns is None else columns
    return pa.schema([(column.name, arrow_type(column.type, text_dates)) for column in chosen])


def duckdb_type(column: ColumnType) -> str:
    """Return a column's type in DuckDB's SQL."""
    if isinstance(column, ListOf):
        return f"{duckdb_type(column.item)}[]"
    if isinstance(column, Scalar):
        return _DUCKDB[column.name]
    entries = (f'"{entry.name}" {duckdb_type(entry.type)}' for entry in column.columns)
    return f"STRUCT({', '.join(entries)})"


def duckdb_columns(columns: Iterable[Column] | None = None) -> dict[str, str]:
    """Return columns (those of the record unless given) for the argument ``columns`` of DuckDB's ``read_json``."""
    chosen = record_columns() if columns is None else columns
    return {column.name: duckdb_type(column.type) for column in chosen}
