"""DuckDB: the four flat tables in one database, typed, each column with its note."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from rudaw_scraper.dataset.columns import Column
from rudaw_scraper.dataset.errors import optional
from rudaw_scraper.dataset.flat import flatten, tables
from rudaw_scraper.dataset.parquet import ArrowRows
from rudaw_scraper.dataset.schemas import duckdb_type

# DuckDB takes most of the machine's memory by default, and a share of it for each thread.
_CONFIG = {"memory_limit": "100MB", "threads": 1, "preserve_insertion_order": True}


class DuckdbFile:
    """``rudaw.duckdb`` in a folder."""

    names: ClassVar[tuple[str, ...]] = ("rudaw.duckdb",)

    def __init__(self, folder: Path, merged: bool = False) -> None:
        duckdb = optional("duckdb", "duckdb", "DuckDB")
        self._error = duckdb.Error
        self._rows = {table: ArrowRows(columns) for table, columns in tables(merged).items()}
        self._database = duckdb.connect(str(folder / self.names[0]), config=_CONFIG)
        for table, columns in tables(merged).items():
            for statement in _statements(table, columns):
                self._database.execute(statement)

    def write(self, records: list[dict[str, Any]]) -> None:
        """Append records; raises :class:`~rudaw_scraper.dataset.errors.BadRecords` for a value of another type.

        Raises :class:`OSError` where the database cannot be written.
        """
        for table, rows in flatten(records).items():
            self._database.register("incoming", self._rows[table].table(rows))
            try:
                self._database.execute(f"INSERT INTO {table} SELECT * FROM incoming")  # noqa: S608 - our own names
            except self._error as error:
                raise OSError(str(error)) from None
            self._database.unregister("incoming")

    def close(self) -> None:
        """Finish the database."""
        self._database.close()


def _statements(table: str, columns: tuple[Column, ...]) -> list[str]:
    definitions = ", ".join(f'"{column.name}" {duckdb_type(column.type)}' for column in columns)
    notes = ((column.name, column.note.replace("'", "''")) for column in columns)
    return [
        f"CREATE TABLE {table} ({definitions})",
        *(f"COMMENT ON COLUMN {table}.\"{name}\" IS '{note}'" for name, note in notes),
    ]
