"""Pages saved on disk: which files there are, and what address and time each page had."""

from __future__ import annotations

import csv
import gzip
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

from rudaw_scraper.addresses import is_article_url, parse_address
from rudaw_scraper.errors import RudawError

MAX_BYTES = 32 * 1024 * 1024  # more than the extractor accepts; a larger file, packed or not, is not read whole
_SUFFIXES = {".html", ".htm", ".xhtml", ".shtml", ".aspx", ".txt"}
_HEAD = 256 * 1024  # addresses stand in the head of a page
# The notes of browsers, of SingleFile and of HTTrack; the last leaves "http://" out.
_SAVED_FROM = re.compile(rb"<!--\s{0,9}saved from url=\(\d{1,9}\)([^\s<>]+)", re.IGNORECASE)
_SINGLE_FILE = re.compile(rb"Page saved with SingleFile\s{1,9}url:\s{1,9}([^\s<>]+)")
_HTTRACK = re.compile(rb"<!-- Mirrored from ([^\s<>]+) by HTTrack")
_TAG = re.compile(rb"<(?:link|meta)\s([^<>]+)", re.IGNORECASE)  # stops at the next tag: linear on any input
_ATTRIBUTE = re.compile(rb"([a-z]{1,20})\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_TIMES = (  # what stands near it, the time itself, its form (UTC where it names no offset)
    (b"FILE ARCHIVED ON", re.compile(rb"ON (\d\d:\d\d:\d\d [A-Z][a-z]{2} \d\d, \d{4}) AND"), "%H:%M:%S %b %d, %Y %z"),
    (
        b"saved from url=(",
        re.compile(rb"saved from url=\(\d{1,9}\)https?://[^/\s]{1,99}/web/(\d{14})"),
        "%Y%m%d%H%M%S %z",
    ),
    (
        b"Page saved with SingleFile",
        re.compile(rb"saved date: \w{3} (\w{3} \d\d \d{4} \d\d:\d\d:\d\d GMT[+-]\d{4})"),
        "%b %d %Y %H:%M:%S GMT%z",
    ),
    (
        b"<!-- Mirrored from ",
        re.compile(rb"HTTrack[^<>]{1,99}, \w{3}, (\d\d \w{3} \d{4} \d\d:\d\d:\d\d) GMT"),
        "%d %b %Y %H:%M:%S %z",
    ),
)


class BadUrlMap(RudawError):
    """The file that maps saved pages to their addresses is not usable."""


@dataclass(frozen=True, slots=True)
class MappedPage:
    """What a URL map says of one file; what it leaves open is ``None``."""

    url: str
    fetched_at: str | None = None
    content_type: str | None = None


def find_files(paths: list[Path]) -> Iterator[Path]:
    """Yield the files given and the pages in the folders given, in the order of their names."""
    for path in paths:
        if path.is_dir():
            yield from sorted(file for file in path.rglob("*") if file.is_file() and is_page_name(file.name))
        else:
            yield path


def is_page_name(name: str) -> bool:
    """Tell whether a file in a folder is taken for a saved page, by its name."""
    return Path(name.lower().removesuffix(".gz")).suffix in _SUFFIXES


def read_bytes(path: Path) -> bytes:
    """Return the content of a file, unpacked if its name ends in ``.gz``; raises :class:`OSError`."""
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
            content: bytes = file.read(MAX_BYTES)
            return content
    except (EOFError, zlib.error) as error:
        raise OSError(f"damaged gzip file: {error}") from error


def address_in_page(content: bytes) -> str | None:
    """Return the article's address that a page states itself: by the browser that saved it, or in its head."""
    for stated in _stated_addresses(content[:_HEAD]):
        url = unescape(stated.decode("utf-8", "replace"))
        if is_article_url(url):
            return parse_address(url).url
    return None


def _stated_addresses(head: bytes) -> Iterator[bytes]:
    yield from _SAVED_FROM.findall(head)
    yield from _SINGLE_FILE.findall(head)
    yield from (b"http://" + address for address in _HTTRACK.findall(head))
    for tag in _TAG.findall(head):
        attributes = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(tag)}
        if attributes.get(b"rel", b"").lower() == b"canonical":
            yield attributes.get(b"href", b"")
        elif attributes.get(b"property", b"").lower() == b"og:url":
            yield attributes.get(b"content", b"")


def time_in_page(content: bytes) -> datetime | None:
    """Return when a page was captured, as it states itself: by the web archive or the program that it came from."""
    for mark, pattern, form in _TIMES:
        place = content.find(mark)
        match = pattern.search(content, place, place + 400) if place >= 0 else None
        if match is not None:
            try:
                text = match[1].decode("ascii", "replace")
                return datetime.strptime(text if "GMT" in form else text + " +0000", form).astimezone(UTC)
            except (ValueError, OverflowError):
                continue
    return None


def content_type_of(path: Path) -> str:
    """Return the media type that a file's name stands for."""
    plain = path.name.lower().removesuffix(".gz").endswith(".txt")
    return "text/plain" if plain else "text/html"


def file_time(path: Path) -> datetime:
    """Return when a file was last written: the best guess at when its page was saved."""
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def read_url_map(path: Path) -> dict[Path, MappedPage]:
    """Read which file had which address.

    A ``.csv`` file has a head line with the columns ``file`` and ``url``, and may have ``fetched_at`` and
    ``content_type``; a ``.jsonl`` file (such as a run's ``refused.jsonl``) has those keys. Files are given relative to
    the map. Raises :class:`BadUrlMap`.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [json.loads(line) for line in file] if path.suffix == ".jsonl" else list(csv.DictReader(file))
    except (OSError, ValueError, csv.Error) as error:
        raise BadUrlMap(f"{path} cannot be read: {error}.") from None
    pages = {}
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict) or not {"file", "url"} <= row.keys():
            raise BadUrlMap(f"{path}, entry {number}: the columns file and url are needed.")
        if row["file"] and row["url"]:
            page = MappedPage(row["url"], row.get("fetched_at") or None, row.get("content_type") or None)
            pages[(path.parent / row["file"]).resolve()] = page
    return pages
