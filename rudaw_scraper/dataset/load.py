"""Reading records back as typed articles."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from rudaw_scraper.dataset.errors import BadRecords, at_line
from rudaw_scraper.dataset.files import Line, Paths, expand, parse
from rudaw_scraper.dataset.newest import all_lines, newest_lines
from rudaw_scraper.merged import is_merged
from rudaw_scraper.record import (
    SCHEMA_VERSION,
    Article,
    Caption,
    Comment,
    LatestComment,
    MergedComment,
    Quote,
    Record,
    Related,
    Segment,
)

_LISTS: tuple[tuple[str, type[Record]], ...] = (
    ("captions", Caption),
    ("quotes", Quote),
    ("comments", Comment),
    ("related", Related),
    ("latest_comments", LatestComment),
)
_LIST_KEYS = ("section_path", "authors", "subheadings", "tags", "warnings", *(name for name, _ in _LISTS))
_KEYS = {
    cls: {field.name for field in fields(cls)} for cls in (Article, Segment, MergedComment, *(cls for _, cls in _LISTS))
}


def load(paths: Paths, newest: bool = True) -> Iterator[Article]:
    """Yield the articles of files of records (``.jsonl``, ``.jsonl.gz``, ``.jsonl.zst``), one at a time.

    ``paths`` is a path, a pattern such as ``"output/*/*/articles.jsonl"``, or a list of them. With ``newest`` an
    article that was captured several times comes once, as it was at the latest ``fetched_at``; without, every line
    comes. Memory stays flat over any size; ``newest`` reads the files twice. The comments of merged records
    (``rudaw merge``) are :class:`~rudaw_scraper.record.MergedComment`.

    The keys are checked, the values are not (``rudaw validate`` does that). Raises
    :class:`~rudaw_scraper.dataset.errors.NoFiles` where a path names nothing,
    :class:`~rudaw_scraper.dataset.errors.BadRecords` at a file or line that cannot be read, and
    :class:`~rudaw_scraper.dataset.errors.MissingExtra` for ``.zst`` without the package ``zstandard``.
    """
    return (article_of(record) for record in load_records(paths, newest))


def load_records(paths: Paths, newest: bool = True) -> Iterator[dict[str, Any]]:
    """Yield what :func:`~rudaw_scraper.load` yields, as plain dicts; they are checked in the same way."""
    files = expand(paths)
    return (_record(line) for line in (newest_lines(files) if newest else all_lines(files)))


def article_of(record: dict[str, Any]) -> Article:
    """Return a record with the right keys as an :class:`~rudaw_scraper.record.Article`."""
    lists: dict[str, Any] = {name: [cls(**entry) for entry in record[name]] for name, cls in _classes(record)}
    for quote in lists["quotes"]:
        quote.segments = [Segment(**segment) for segment in quote.segments]
    return Article(**(record | lists))


def _record(line: Line) -> dict[str, Any]:
    record = parse(line)
    version = record.get("schema_version")
    if version != SCHEMA_VERSION:
        raise BadRecords(
            f"{line.path}, line {line.number}: schema_version is {version!r}, and this program reads "
            f"{SCHEMA_VERSION!r}. Is it a file of articles? Another version of rudaw-scraper may read it."
        )
    if not _keys_are_right(record):
        raise at_line(line.path, line.number, "the keys and lists are not those of the record")
    return record


def _classes(record: dict[str, Any]) -> Iterator[tuple[str, type[Record]]]:
    merged = is_merged(record)
    for name, cls in _LISTS:
        yield name, MergedComment if merged and name == "comments" else cls


def _keys_are_right(record: dict[str, Any]) -> bool:
    try:
        if record.keys() != _KEYS[Article] or any(type(record[name]) is not list for name in _LIST_KEYS):
            return False
        return all(
            entry.keys() == _KEYS[cls] and (cls is not Quote or _segments_are_right(entry))
            for name, cls in _classes(record)
            for entry in record[name]
        )
    except (AttributeError, TypeError):  # something else where a list or an object is due
        return False


def _segments_are_right(quote: dict[str, Any]) -> bool:
    return all(segment.keys() == _KEYS[Segment] for segment in quote["segments"])


def find(paths: Paths, key: str) -> Article | None:
    """Return the newest capture of the article with this ``id`` or ``url``, or None.

    Raises what :func:`~rudaw_scraper.load` raises.
    """
    newest: dict[str, Any] | None = None
    needle = json.dumps(key, ensure_ascii=False).encode()
    for line in all_lines(expand(paths)):
        if needle not in line.raw and b"\\u" not in line.raw:
            continue
        record = _record(line)
        if key in (record["id"], record["url"]) and (newest is None or not _earlier(record, newest)):
            newest = record
    return None if newest is None else article_of(newest)


def _earlier(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(one["fetched_at"].removesuffix("Z") < other["fetched_at"].removesuffix("Z"))
