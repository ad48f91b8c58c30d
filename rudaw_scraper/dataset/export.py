"""Exporting records to formats for analysis, as a stream: memory does not grow with the number of articles."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, ClassVar, Literal, Protocol

from rudaw_scraper.dataset.csv_files import CsvFiles
from rudaw_scraper.dataset.duckdb_file import DuckdbFile
from rudaw_scraper.dataset.parquet import ParquetFiles
from rudaw_scraper.dataset.sqlite_file import SqliteFile
from rudaw_scraper.errors import RudawError
from rudaw_scraper.merged import with_seen

Format = Literal["parquet", "csv", "sqlite", "duckdb"]

_BATCH = 500  # articles


class Target(Protocol):
    """Where records go; ``names`` are the files that it makes in its folder, with ``merged`` for merged records."""

    names: ClassVar[tuple[str, ...]]

    def __init__(self, folder: Path, merged: bool = False) -> None:
        """Begin the files in a folder."""

    def write(self, records: list[dict[str, Any]]) -> None:
        """Append records."""

    def close(self) -> None:
        """Finish the files."""


TARGETS: dict[Format, type[Target]] = {
    "parquet": ParquetFiles,
    "csv": CsvFiles,
    "sqlite": SqliteFile,
    "duckdb": DuckdbFile,
}


class CannotExport(RudawError):
    """The files of an export cannot be written."""


def export(
    records: Iterable[dict[str, Any]], folder: Path, form: Format, overwrite: bool = False, merged: bool = False
) -> int:
    """Write records (each ``id`` once) to files in a folder, and return how many there were.

    With ``merged`` the comments have the columns ``seen_first`` and ``seen_last``, empty for captures. The files get
    their names when all are whole. Raises :class:`CannotExport`, also where one of them exists and ``overwrite`` is
    not given, and the errors of :mod:`rudaw_scraper.dataset.errors`.
    """
    existing = [name for name in TARGETS[form].names if (folder / name).exists()]
    if existing and not overwrite:
        raise CannotExport(f"{folder / existing[0]} exists already. Choose another folder, or add --overwrite.")
    with whole_files(folder) as unfinished:
        target = TARGETS[form](unfinished, merged)
        try:
            count = write_all(map(with_seen, records) if merged else records, [target])
        finally:
            target.close()
    return count


def write_all(records: Iterable[dict[str, Any]], targets: list[Target]) -> int:
    """Write a stream of records to all targets, batch by batch, and return how many there were."""
    count = 0
    for batch in _batches(records):
        for target in targets:
            target.write(batch)
        count += len(batch)
    return count


@contextmanager
def whole_files(folder: Path) -> Iterator[Path]:
    """Give a temporary folder whose files move to ``folder`` if all went well, and go if not.

    Raises :class:`CannotExport` where the operating system refuses.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(prefix=".unfinished-", dir=folder))
    except OSError as error:
        raise _cannot(folder, error) from None
    try:
        yield unfinished
        for path in sorted(unfinished.iterdir()):
            path.replace(folder / path.name)
    except OSError as error:
        raise _cannot(folder, error) from None
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _cannot(folder: Path, error: OSError) -> CannotExport:
    return CannotExport(f"{folder} cannot be written: {error.strerror or error}. Free space, or choose another folder.")


def _batches(records: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    stream = iter(records)
    while batch := list(islice(stream, _BATCH)):
        yield batch
