"""CSV that opens in a spreadsheet: UTF-8 with byte order mark, RFC 4180, cells that would be formulas made harmless."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any, ClassVar

from rudaw_scraper.dataset.flat import TABLES, flatten, tables

# A spreadsheet runs a cell that begins so as a formula (OWASP's list for CSV injection, full-width forms included);
# an apostrophe before it makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class CsvFiles:
    """A file for each flat table, in a folder. Lists are written as JSON, true and false in small letters."""

    names: ClassVar[tuple[str, ...]] = tuple(f"{table}.csv" for table in TABLES)

    def __init__(self, folder: Path, merged: bool = False) -> None:
        self._files = {table: (folder / f"{table}.csv").open("w", encoding="utf-8-sig", newline="") for table in TABLES}
        self._writers = {table: csv.writer(file) for table, file in self._files.items()}
        for table, columns in tables(merged).items():
            self._writers[table].writerow([column.name for column in columns])

    def write(self, records: list[dict[str, Any]]) -> None:
        """Append records."""
        for table, rows in flatten(records).items():
            self._writers[table].writerows([cell(value) for value in row.values()] for row in rows)

    def close(self) -> None:
        """Close the files."""
        for file in self._files.values():
            file.close()


def cell(value: Any) -> str | int:
    """Return a value as a cell: nothing for None, JSON for lists, an apostrophe before what would be a formula."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "true" if value else "false"
    number: int = value
    return number
