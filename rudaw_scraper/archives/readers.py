"""Which kind of archive a file is, and the pages of articles in it."""

from __future__ import annotations

import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from rudaw_scraper.archives.captures import capture_of
from rudaw_scraper.archives.framing import MOST_HEAD, Arc, Grammar, Record, Warc, records_in_stream
from rudaw_scraper.archives.packed import (
    GZIP,
    ZSTD,
    ZSTD_DICTIONARY,
    BadPacking,
    Gzip,
    Readable,
    records_in_packed,
    unpacked_start,
    zstd_of,
)
from rudaw_scraper.archives.saved_folder import saved_pages
from rudaw_scraper.errors import RudawError
from rudaw_scraper.page import Page
from rudaw_scraper.refused import FailedPage
from rudaw_scraper.saved_pages import is_page_name

ZIP = b"PK\x03\x04"
_SUFFIXES = (".warc", ".wet", ".wat", ".arc", ".wacz")
_PACKED = (".gz", ".zst")
_MARKS = (b"WARC/", b"WARC-Type:", b"WARC-Target-URI:")


class NotAnArchive(RudawError):
    """The file is in no format that can be read."""


def is_archive_name(name: str) -> bool:
    """Tell whether a file in a folder is taken for an archive, by its name."""
    name = name.lower()
    for suffix in _PACKED:
        name = name.removesuffix(suffix)
    return name.endswith(_SUFFIXES)


def captures_in(path: Path, url_map: Path | None, counts: Counter[str]) -> Iterator[Page | FailedPage]:
    """Yield the pages of articles in an archive, and count the other records.

    ``counts`` grows while the archive is read: ``bytes`` read from it, ``foreign``, ``other``, ``revisits``,
    ``status/<code>`` and ``damaged/<reason>``. Raises :class:`NotAnArchive` and :class:`OSError`.
    """
    if path.is_dir() or (is_page_name(path.name) and not is_archive_name(path.name)):
        for page in saved_pages(path, url_map):
            counts["bytes"] += len((page.page if isinstance(page, FailedPage) else page).content)
            yield page
        return
    for record in _records(path, counts):
        capture = capture_of(record)
        if isinstance(capture, str):
            counts[capture] += 1
        else:
            yield capture


def _records(path: Path, counts: Counter[str]) -> Iterator[Record]:
    with path.open("rb") as file:
        start = file.read(4)
        file.seek(0)
        if not start:
            raise NotAnArchive(f"{path} is empty.")
        if start == ZIP:
            yield from _records_in_wacz(path, file, counts)
        else:
            yield from _records_in_file(str(path), _Counted(file, counts), counts)


def _records_in_wacz(path: Path, file: BinaryIO, counts: Counter[str]) -> Iterator[Record]:
    """Read the archives in a WACZ; if its list of contents is lost, what records can be found in it."""
    try:
        package = zipfile.ZipFile(file)
    except zipfile.BadZipFile:
        counts["damaged/BadZip"] += 1
        file.seek(0)
        yield from records_in_packed(_Counted(file, counts), Gzip(), Warc(), counts)
        return
    with package:
        names = [name for name in package.namelist() if is_archive_name(name)]
        if not names:
            raise NotAnArchive(f"{path} is a ZIP file without an archive (.warc.gz) in it, so no WACZ.")
        for name in names:
            try:
                with package.open(name) as member:
                    yield from _records_in_file(f"{path}: {name}", _Counted(member, counts), counts)
            except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error):
                counts["damaged/BadZip"] += 1  # damaged, encrypted, or packed in a way that Python does not know


def _records_in_file(name: str, file: Readable, counts: Counter[str]) -> Iterator[Record]:
    start = file.read(MOST_HEAD)
    if start.startswith(GZIP):
        grammar = _grammar(name, unpacked_start(start, Gzip()))
        yield from records_in_packed(file, Gzip(), grammar, counts, start)
    elif start.startswith((ZSTD, ZSTD_DICTIONARY)):
        try:
            codec, start = zstd_of(file, start)
        except BadPacking as error:
            raise NotAnArchive(f"{name}: {error}.") from None
        yield from records_in_packed(file, codec, _grammar(name, unpacked_start(start, codec)), counts, start)
    else:
        yield from records_in_stream(_Again(start, file).read, _grammar(name, start), counts)


def _grammar(name: str, start: bytes) -> Grammar:
    """Tell WARC from ARC by the first bytes, or by the name where those are damaged."""
    lower = name.lower()
    if Arc.start.match(start):
        return Arc()
    if Warc.start.search(start) or any(mark in start for mark in _MARKS) or ".warc" in lower or ".wet" in lower:
        return Warc()
    if ".arc" in lower:
        return Arc()
    raise NotAnArchive(f"{name} is no WARC, WET, ARC or WACZ file, nor a saved page (.html, .htm, .txt).")


class _Again:
    """A stream whose beginning was read already."""

    def __init__(self, start: bytes, file: Readable) -> None:
        self._start = start
        self._file = file

    def read(self, length: int) -> bytes:
        """Return the beginning again, then the rest."""
        start, self._start = self._start, b""
        return start or self._file.read(length)


class _Counted:
    """A file whose read bytes are counted, for the progress bar."""

    def __init__(self, file: Readable, counts: Counter[str]) -> None:
        self._file = file
        self._counts = counts

    def read(self, length: int = -1) -> bytes:
        """Read and count."""
        data = self._file.read(length)
        self._counts["bytes"] += len(data)
        return data
