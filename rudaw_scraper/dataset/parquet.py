"""Parquet: the records as they are, nested, and the four flat tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from rudaw_scraper.dataset.columns import Column, record_columns
from rudaw_scraper.dataset.errors import BadRecords, optional
from rudaw_scraper.dataset.flat import Row, flatten, tables
from rudaw_scraper.dataset.schemas import arrow_schema
from rudaw_scraper.record import SCHEMA_VERSION

RECORDS = "records"


def columns_by_table(merged: bool = False) -> dict[str, tuple[Column, ...]]:
    """Return the columns of the nested table and of the flat ones, by name of the table."""
    return {RECORDS: record_columns(merged), **tables(merged)}


COLUMNS = columns_by_table()

# A row group holds so many articles, or fewer where they are long: large enough to compress, small enough for memory.
_ROW_GROUP = 5000
_ROW_GROUP_BYTES = 48_000_000  # of the nested table; about 6,600 articles of the usual length


class ParquetFiles:
    """``records.parquet`` and a file for each flat table, in a folder; compressed with Zstandard."""

    names: ClassVar[tuple[str, ...]] = tuple(f"{table}.parquet" for table in COLUMNS)

    def __init__(self, folder: Path, merged: bool = False) -> None:
        self._tables = {
            table: _ParquetTable(folder / f"{table}.parquet", columns)
            for table, columns in columns_by_table(merged).items()
        }
        self._pending = 0
        self._pending_bytes = 0

    def write(self, records: list[dict[str, Any]]) -> None:
        """Append records."""
        self._pending_bytes += self._tables[RECORDS].add(records)
        for table, rows in flatten(records).items():
            self._tables[table].add(rows)
        self._pending += len(records)
        if self._pending >= _ROW_GROUP or self._pending_bytes >= _ROW_GROUP_BYTES:
            self._flush()

    def close(self) -> None:
        """Write what is left and close the files."""
        self._flush()
        for table in self._tables.values():
            table.close()

    def _flush(self) -> None:
        for table in self._tables.values():
            table.flush()
        self._pending = self._pending_bytes = 0


class ArrowRows:
    """Rows as Arrow tables with the right types; days and moments are parsed from text by Arrow."""

    def __init__(self, columns: tuple[Column, ...]) -> None:
        self._arrow = optional("pyarrow", "parquet", "This format")
        self.schema = arrow_schema(columns)
        self._as_text = arrow_schema(columns, text_dates=True)

    def table(self, rows: list[Row]) -> Any:
        """Return rows as a :class:`pyarrow.Table`; raises :class:`BadRecords` for a value of another type."""
        try:
            return self._arrow.Table.from_pylist(rows, schema=self._as_text).cast(self.schema)
        except self._arrow.ArrowException as error:
            raise BadRecords(
                f"A value has another type than the record's contract gives it: {error}. "
                "`rudaw validate` on the input says where."
            ) from None


class _ParquetTable:
    def __init__(self, path: Path, columns: tuple[Column, ...]) -> None:
        self._rows = ArrowRows(columns)
        self._arrow = optional("pyarrow", "parquet", "Parquet")
        parquet = optional("pyarrow.parquet", "parquet", "Parquet")
        schema = self._rows.schema.with_metadata({"rudaw_schema_version": SCHEMA_VERSION})
        self._schema = schema
        self._file = parquet.ParquetWriter(path, schema, compression="zstd")
        self._pending: list[Any] = []

    def add(self, rows: list[Row]) -> int:
        table = self._rows.table(rows)
        self._pending.append(table)
        return int(table.nbytes)

    def flush(self) -> None:
        if self._pending:
            table = self._arrow.concat_tables(self._pending).replace_schema_metadata(self._schema.metadata)
            self._file.write_table(table, row_group_size=max(table.num_rows, 1))
            self._pending = []

    def close(self) -> None:
        self._file.close()
