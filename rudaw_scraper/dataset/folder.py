"""A folder to publish: the data as Parquet and JSON Lines, described for people and for machines."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar, cast

from rudaw_scraper.dataset.card import card, data_dictionary
from rudaw_scraper.dataset.coverage import Coverage, counted
from rudaw_scraper.dataset.export import CannotExport, Target, whole_files, write_all
from rudaw_scraper.dataset.files import Paths, expand
from rudaw_scraper.dataset.flat import flatten
from rudaw_scraper.dataset.load import load_records
from rudaw_scraper.dataset.manifests import public_manifests
from rudaw_scraper.dataset.metadata import JSON_LINES, About, File, croissant, data_package
from rudaw_scraper.dataset.newest import hold_merged
from rudaw_scraper.dataset.parquet import COLUMNS, RECORDS, ParquetFiles
from rudaw_scraper.dataset.pseudonyms import Pseudonyms, commenters
from rudaw_scraper.merged import with_seen
from rudaw_scraper.schema import schema_text

_DESCRIPTION = (
    "Articles of the Kurdish news site Rudaw (rudaw.net) with quotations and their speakers, picture captions and "
    "readers' comments."
)

_ON_THE_WEB = re.compile(r"https?://(?!localhost\b|127\.|\[::1\])")


@dataclass(frozen=True, slots=True)
class Options:
    """How a data set is published: ``key`` is that of the pseudonyms, or None to keep commenters' names."""

    title: str
    version: str
    contact: str
    key: bytes | None
    drop_text: bool = False


class JsonLinesGz:
    """``records.jsonl.gz`` in a folder; the same records give the same bytes."""

    names: ClassVar[tuple[str, ...]] = ("records.jsonl.gz",)

    def __init__(self, folder: Path) -> None:
        self._raw = (folder / self.names[0]).open("wb")
        self._file = gzip.GzipFile("", "wb", compresslevel=6, fileobj=cast("Any", self._raw), mtime=0)

    def write(self, records: list[dict[str, Any]]) -> None:
        """Append records."""
        self._file.write("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode())

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        self._raw.close()


class RowCount:
    """How many rows each table holds; writes nothing."""

    names: ClassVar[tuple[str, ...]] = ()

    def __init__(self) -> None:
        self.rows = dict.fromkeys(COLUMNS, 0)

    def write(self, records: list[dict[str, Any]]) -> None:
        """Count records."""
        for table, rows in (flatten(records) | {RECORDS: records}).items():
            self.rows[table] += len(rows)

    def close(self) -> None:
        """Do nothing: no file is open."""


def publish(paths: Paths, folder: Path, options: Options) -> int:
    """Make the folder, which must not exist or be empty, and return how many articles it holds.

    Raises :class:`~rudaw_scraper.dataset.export.CannotExport` and the errors of :mod:`rudaw_scraper.dataset.errors`.
    """
    files = expand(paths)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotExport(f"{folder} exists already and is not empty. Choose another folder.")
    pseudonyms = None if options.key is None else Pseudonyms(options.key, commenters(load_records(files)))
    coverage = Coverage()
    merged = hold_merged(files)
    with whole_files(folder) as unfinished:
        records = counted(_replaced(load_records(files), pseudonyms, options.drop_text), coverage)
        rows = _write_data(map(with_seen, records) if merged else records, unfinished / "data", merged)
        _write_manifests(files, unfinished / "manifests")
        fingerprint = None if pseudonyms is None else pseudonyms.fingerprint
        _describe(unfinished, options, coverage, rows, fingerprint, merged)
        _write(unfinished / "SHA256SUMS", "".join(f"{file.sha256}  {file.path}\n" for file in _files(unfinished)))
    return coverage.articles


def _replaced(
    records: Iterable[dict[str, Any]], pseudonyms: Pseudonyms | None, drop_text: bool
) -> Iterator[dict[str, Any]]:
    for record in records:
        public = record if _is_public(record["source_url"]) else record | {"source_url": None}
        yield public if pseudonyms is None else pseudonyms.replace(public, drop_text)


def _is_public(address: str | None) -> bool:
    """Return whether an address may be published: not one of a file, or of a copy of the site on this machine."""
    return address is None or _ON_THE_WEB.match(address) is not None


def _write_data(records: Iterable[dict[str, Any]], folder: Path, merged: bool) -> dict[str, int]:
    folder.mkdir()
    rows = RowCount()
    targets: list[Target] = [ParquetFiles(folder, merged), JsonLinesGz(folder), rows]
    try:
        write_all(records, targets)
    finally:
        for target in targets:
            target.close()
    return rows.rows


def _write_manifests(files: Iterable[Path], folder: Path) -> None:
    manifests = public_manifests(files)
    if manifests:
        folder.mkdir()
    for name, manifest in manifests.items():
        _write_json(folder / name, manifest)


def _describe(
    folder: Path, options: Options, coverage: Coverage, rows: dict[str, int], fingerprint: str | None, merged: bool
) -> None:
    languages = sorted(coverage.languages)
    day = datetime.now(UTC).date().isoformat()
    about = About(options.title, _DESCRIPTION, options.contact, options.version, day, languages, merged)
    data = _files(folder)
    assert any(file.path == JSON_LINES for file in data)
    _write(folder / "README.md", card(about, coverage, rows, fingerprint, options.drop_text))
    _write(folder / "DATA_DICTIONARY.md", data_dictionary(merged))
    _write(folder / "record.schema.json", schema_text(merged))
    for name, content in (("croissant.json", croissant(about, data)), ("datapackage.json", data_package(about, data))):
        _write_json(folder / name, content)


def _files(folder: Path) -> list[File]:
    return [
        File(path.relative_to(folder).as_posix(), path.stat().st_size, _sha256(path))
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write_json(path: Path, content: dict[str, Any]) -> None:
    _write(path, json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
