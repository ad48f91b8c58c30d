"""SQLite: the four flat tables in one database, with keys, references and strict types."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any, ClassVar

from rudaw_scraper.dataset.columns import Column, Scalar
from rudaw_scraper.dataset.errors import BadRecords
from rudaw_scraper.dataset.flat import KEYS, flatten, tables

_TYPES = {"text": "TEXT", "day": "TEXT", "moment": "TEXT", "integer": "INTEGER", "boolean": "INTEGER"}


class SqliteFile:
    """``rudaw.sqlite`` in a folder. Days and moments are text in ISO 8601, lists are JSON, booleans 0 and 1."""

    names: ClassVar[tuple[str, ...]] = ("rudaw.sqlite",)

    def __init__(self, folder: Path, merged: bool = False) -> None:
        self._database = sqlite3.connect(folder / self.names[0])
        self._database.execute("PRAGMA journal_mode = OFF")  # a file that is not finished is thrown away
        self._database.execute("PRAGMA synchronous = OFF")
        for table, columns in tables(merged).items():
            self._database.execute(_create(table, columns))
        marks = {table: ", ".join("?" * len(columns)) for table, columns in tables(merged).items()}
        self._inserts = {table: f"INSERT INTO {table} VALUES ({marks[table]})" for table in marks}  # noqa: S608 - our own names

    def write(self, records: list[dict[str, Any]]) -> None:
        """Append records; raises :class:`BadRecords` for a value of another type or a repeated key.

        Raises :class:`OSError` where the database cannot be written.
        """
        for table, rows in flatten(records).items():
            values = ([_value(cell) for cell in row.values()] for row in rows)
            try:
                self._database.executemany(self._inserts[table], values)
            except sqlite3.OperationalError as error:
                raise OSError(str(error)) from None
            except sqlite3.IntegrityError as error:
                raise BadRecords(
                    f"The table {table} does not take a row: {error}. `rudaw validate` on the input says where."
                ) from None

    def close(self) -> None:
        """Finish the database."""
        self._database.commit()
        self._database.close()


def _create(table: str, columns: tuple[Column, ...]) -> str:
    definitions = [f'"{column.name}" {_type(column)}' for column in columns]
    definitions.append(f"PRIMARY KEY ({', '.join(KEYS[table])})")
    if table != "articles":
        definitions.append("FOREIGN KEY (article_id) REFERENCES articles (article_id)")
    return f"CREATE TABLE {table} ({', '.join(definitions)}) STRICT"


def _type(column: Column) -> str:
    return _TYPES[column.type.name] if isinstance(column.type, Scalar) else "TEXT"


def _value(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
